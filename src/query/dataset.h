/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_DATASET_H
#define LN_QUERY_DATASET_H

#include "base/diag.h"
#include "base/status.h"
#include "base/text.h"
#include "graph/read.h"
#include "rdf/names.h"
#include "rdf/sink.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** An RDF data set (RDF 1.1 Concepts, section 4) made to be asked: each term once, as a number;
   each triple once in its graph, in three orders. Filled, then sealed, then read; sealed it never
   changes, and any number of threads may read it. It can be kept in a file, which is opened again
   without being read (query/store_file.h). */
typedef struct ln_dataset ln_dataset;

/** No term: a term that is not there, any term in a pattern, the name of the default graph. */
#define LN_ABSENT UINT32_MAX

/** Numbers in the order of the index that they were found in. */
typedef struct {
  uint32_t v[3];
} ln_fact3;

/** In which order an index keeps the places of its triples. */
typedef enum { LN_ORDER_SPO, LN_ORDER_POS, LN_ORDER_OSP } ln_fact_order;

/** Triples side by side in one of the orders; borrowed from the data set. */
typedef struct {
  const ln_fact3* v;
  size_t          n;
  ln_fact_order   order;
} ln_fact_range;

/** What a pattern asks for; LN_ABSENT: anything. */
typedef struct {
  uint32_t subject;
  uint32_t predicate;
  uint32_t object;
} ln_fact_pattern;

/** NULL when out of memory. */
ln_dataset*
ln_dataset_new(void);

/** NULL is allowed. */
void
ln_dataset_free(ln_dataset* set);

/** Add a triple, in its graph. Blank nodes are those of `file`. Bytes are copied. LN_NO_MEM also
   beyond 2^32 - 2 terms or triples. */
LN_MUST ln_status
ln_dataset_add(ln_dataset* set, const ln_read_triple* triple, uint32_t file);

/** Add what a file says; as ln_read_triples. */
LN_MUST ln_status
ln_dataset_load(
  ln_dataset* set, const ln_reading* reading, uint32_t source, ln_log* log, bool* whole);

/** A sink that adds what is described. Borrows all. */
LN_MUST ln_status
ln_dataset_sink(ln_dataset* set, const ln_names* names, uint32_t file, ln_sink* sink);

/** Put in order. After this only the functions below may be called. */
LN_MUST ln_status
ln_dataset_seal(ln_dataset* set);

/** Triples, those of all graphs. */
size_t
ln_dataset_size(const ln_dataset* set);

/** Terms; their numbers are below this. */
uint32_t
ln_dataset_terms(const ln_dataset* set);

/** The term of a number, borrowed. A blank node has no label of its own (`text` is empty): it is
    told apart by its number. Tags are in lower case; the datatype is always given. */
ln_read_term
ln_dataset_term(const ln_dataset* set, uint32_t term);

ln_kind
ln_dataset_kind(const ln_dataset* set, uint32_t term);

/** The number of the datatype of a literal; LN_ABSENT if it is none. */
uint32_t
ln_dataset_datatype(const ln_dataset* set, uint32_t term);

/** The number of an IRI or literal, LN_ABSENT if it is not there. */
uint32_t
ln_dataset_find(const ln_dataset* set, const ln_read_term* term);

/** The named graphs, by the numbers of their names, in the order they came. */
size_t
ln_dataset_graphs(const ln_dataset* set);

uint32_t
ln_dataset_graph(const ln_dataset* set, size_t i);

/** The triples of one graph (LN_ABSENT: the default graph) that fit a pattern. */
ln_fact_range
ln_dataset_match(const ln_dataset* set, uint32_t graph, const ln_fact_pattern* pattern);

/** A triple of a range, by its places. */
static inline ln_fact_pattern
ln_fact_at(const ln_fact_range* const range, const size_t i)
{
  static const uint8_t  PLACES[3][3] = {{0U, 1U, 2U}, {2U, 0U, 1U}, {1U, 2U, 0U}};
  const uint8_t* const  at           = PLACES[range->order];
  const uint32_t* const v            = range->v[i].v;
  return (ln_fact_pattern){v[at[0]], v[at[1]], v[at[2]]};
}

#endif
