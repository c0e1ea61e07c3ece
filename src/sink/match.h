/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_MATCH_H
#define LN_SINK_MATCH_H

#include "base/status.h"
#include "base/view.h"
#include "graph/read.h"
#include "rdf/names.h"
#include "rdf/sink.h"

#include <stddef.h>
#include <stdint.h>

/** Triples that somebody looks for, among all that flow by. */

/** A set of wanted triples. Terms are compared as RDF 1.1 Concepts, section 3, has it: whole IRIs;
    literals by lexical form and datatype, or language whatever the case of its letters; blank nodes
    by label. Memory: the terms, and a few bytes for each triple. */
typedef struct ln_wanted ln_wanted;

/** NULL when out of memory. */
ln_wanted*
ln_wanted_new(void);

/** NULL is allowed. */
void
ln_wanted_free(ln_wanted* wanted);

/** Want a triple; `object` NULL: with any object; `predicate` NULL: with any predicate and object.
    `*number` is that of the pattern; the same pattern has the same number. Terms are copied. */
LN_MUST ln_status
ln_wanted_add(ln_wanted*          wanted,
              const ln_read_term* subject,
              const ln_read_term* predicate,
              const ln_read_term* object,
              uint32_t*           number);

/** Want whole descriptions in which this predicate stands before this object: claims about a thing,
    for one. At most LN_WANTED_LINKS different predicates, else LN_USAGE. */
enum { LN_WANTED_LINKS = 16 };

LN_MUST ln_status
ln_wanted_add_linked(ln_wanted*          wanted,
                     ln_view             predicate,
                     const ln_read_term* object,
                     uint32_t*           number);

/** Want every triple of a predicate. */
LN_MUST ln_status
ln_wanted_add_predicate(ln_wanted* wanted, ln_view predicate, uint32_t* number);

/** Patterns so far are numbered below this. */
uint32_t
ln_wanted_size(const ln_wanted* wanted);

/** Is given a wanted triple: pair number `pair` of a description; `number` is that of a pattern it
    fits, the widest. Its place: desc->where, and ln_desc_where. It may add to the set; that counts
    from the next description on. */
typedef ln_status (*ln_match_func)(void* self, const ln_desc* desc, size_t pair, uint32_t number);

/** A sink that keeps nothing. `names` and `wanted` are borrowed until it is freed. Descriptions of
    things nobody asks for cost a look at their subject, with stencils not even their pairs. */
LN_MUST ln_status
ln_match_new(
  const ln_names* names, const ln_wanted* wanted, ln_match_func found, void* self, ln_sink* sink);

#endif
