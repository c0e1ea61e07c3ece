/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_LOAD_H
#define LN_GRAPH_LOAD_H

#include "base/diag.h"
#include "base/status.h"
#include "graph/read.h"
#include "graph/term_table.h"
#include "graph/triple_set.h"

#include <stdbool.h>
#include <stdint.h>

/** Read a file into a set that is not sealed yet. Triples of all named graphs and of the default
    graph are taken as one graph. Blank nodes are those of `source`. `*whole` as in
    ln_read_triples. */
LN_MUST ln_status
ln_load_triples(const ln_reading* reading,
                uint32_t          source,
                ln_log*           log,
                ln_term_table*    terms,
                ln_triple_set*    set,
                bool*             whole);

/** A triple of which the line is wanted. LN_NO_TERM as predicate and object: any of the subject; as
    subject and predicate: any that leads to the object. */
typedef struct {
  uint32_t subject;
  uint32_t predicate;
  uint32_t object;
  uint32_t source; ///< where it was found first; 0: nowhere yet
  uint64_t line;
} ln_traced;

/** Read a file again, and note the lines of triples not found yet. `traced` is in the order of
    ln_traced_sort. */
LN_MUST ln_status
ln_load_trace(const ln_reading* reading,
              uint32_t          source,
              ln_log*           log,
              ln_term_table*    terms,
              ln_traced*        traced,
              size_t            n);

/** Order by subject, predicate and object, drop repeated ones; gives the number that stays. */
size_t
ln_traced_sort(ln_traced* traced, size_t n);

/** The one of these terms, or NULL. */
const ln_traced*
ln_traced_find(
  const ln_traced* traced, size_t n, uint32_t subject, uint32_t predicate, uint32_t object);

#endif
