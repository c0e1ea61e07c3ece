/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_DESC_H
#define LN_RDF_DESC_H

#include "base/diag.h"
#include "base/view.h"
#include "rdf/term.h"

#include <stddef.h>
#include <stdint.h>

enum {
  LN_PAIR_LEAD  = 0x00FFFFFF, ///< the number of the pair's lead in ln_names; 0: it has none
  LN_PAIR_SLACK = 0x01000000, ///< LN_SLACK bytes behind those of the object may be read
  LN_PAIR_LIST  = 0x02000000, ///< the object is an rdf:List; see the links of the description
};

/** One predicate and object of a description, and the column that made it. */
typedef struct {
  ln_term  object;
  uint16_t predicate; ///< number in ln_names, or LN_PREDICATE_CELL + index in ln_desc.dynamic
  uint16_t column;    ///< that made it: its number in the plan, from 1; 0: none
  uint32_t flags;     ///< LN_PAIR_…
} ln_pair;

_Static_assert(sizeof(ln_pair) == 24, "a pair is three words");

/** Terms of a node of an rdf:List: the node itself, its item, the rest. */
enum { LN_LINK = 3 };

/** What one row says about one subject: the unit that flows. Everything is borrowed and valid
   during one call of describe. rdf:type comes first; pairs of one predicate stand together. The
   same subject may be described again later. */
typedef struct {
  ln_term         subject;
  ln_term         graph; ///< LN_NONE: default graph
  const ln_pair*  pairs;
  size_t          n_pairs;
  const ln_view*  dynamic; ///< predicate IRIs that came from cells
  ln_where        where;
  const uint32_t* fields; ///< the field of the table that each column has, by its number; 0: none;
                          ///< NULL: nothing is known
  const ln_term* links;   ///< the lists that pairs begin, LN_LINK terms a node, each list from its
                          ///< first to its last; only for sinks that take them (rdf/sink.h), which
                          ///< are not given the nodes as descriptions. NULL: it says none
  size_t n_links;         ///< of terms
} ln_desc;

/** The cell that made a pair, as far as it is known: that of its column, or the first of those that
    its column is made of. */
static inline ln_where
ln_desc_where(const ln_desc* const desc, const size_t pair)
{
  ln_where where = desc->where;
  if (desc->fields) {
    where.field = desc->fields[desc->pairs[pair].column];
  }
  return where;
}

/** Where the first node of a list stands among the links; `n_links` for the empty list. */
static inline size_t
ln_desc_list(const ln_desc* const desc, const ln_term head)
{
  size_t at = head.kind == LN_BLANK ? 0U : desc->n_links;
  while (at < desc->n_links && desc->links[at].s != head.s) {
    at += (size_t)LN_LINK;
  }
  return at;
}

/** Where the next node stands; `n_links` behind the last. */
static inline size_t
ln_desc_rest(const ln_desc* const desc, const size_t at)
{
  return desc->links[at + 2U].kind == LN_BLANK ? at + (size_t)LN_LINK : desc->n_links;
}

#endif
