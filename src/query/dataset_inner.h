/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_DATASET_INNER_H
#define LN_QUERY_DATASET_INNER_H

#include "graph/term_table.h"
#include "query/dataset.h"

/* What a data set is made of in memory and, section by section, in a file. Private to the files
   dataset*.c and store_file.c. */

/** A term: where its bytes are, and its kind. The tag of its language stands behind its text. */
typedef struct {
  uint64_t at;       ///< of the first byte
  uint32_t n;        ///< bytes of the text
  uint32_t datatype; ///< number; LN_ABSENT: it is no literal
  uint16_t lang;     ///< bytes of the tag
  uint8_t  kind;     ///< ln_kind
  uint8_t  spare[5]; ///< zeroes
} ln_term_record;

_Static_assert(sizeof(ln_term_record) == 24, "records are read from files as they are");
_Static_assert(sizeof(ln_fact3) == 12, "records are read from files as they are");

/** A graph: its triples are those from `first` in each order. */
typedef struct {
  uint32_t name; ///< LN_ABSENT: the default graph, which is always the first
  uint32_t first;
  uint32_t n;
  uint32_t spare;
} ln_graph_record;

/** The parts of a data set; arrays of the heap, or of a file that is mapped. */
typedef struct {
  const ln_term_record*  terms;
  const ln_graph_record* graphs;
  const ln_fact3*        facts[3]; ///< by ln_fact_order
  const uint32_t*        slots;    ///< a hash table of terms, number plus one
  const char*            bytes;
  uint64_t               n_terms;
  uint64_t               n_graphs;
  uint64_t               n_facts;
  uint64_t               n_slots; ///< a power of two
  uint64_t               n_bytes;
} ln_dataset_parts;

/** A triple that waits for its order. */
typedef struct {
  uint32_t graph; ///< number of the graph in the order they came
  ln_fact3 fact;
} ln_raw_fact;

struct ln_dataset {
  ln_dataset_parts parts;
  void*            map; ///< the file, NULL: the arrays are of the heap
  size_t           mapped;
  // until it is sealed
  ln_term_table* table;
  ln_raw_fact*   raw;
  size_t         n_raw;
  size_t         cap_raw;
  uint32_t*      names; ///< of graphs
  size_t         n_names;
  size_t         cap_names;
};

/** The hash that slots go by. */
uint64_t
ln_dataset_hash(ln_kind kind, ln_view text, ln_view lang, uint32_t datatype);

/** Give back the mapping of a file. */
void
ln_dataset_unmap(ln_dataset* set);

#endif
