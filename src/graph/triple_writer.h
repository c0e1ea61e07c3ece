/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_TRIPLE_WRITER_H
#define LN_GRAPH_TRIPLE_WRITER_H

#include "base/status.h"
#include "graph/term_table.h"
#include "graph/triple_set.h"
#include "rdf/names.h"
#include "rdf/sink.h"

/** Hands the triples of a sealed set to a sink: subjects in the order of their numbers, what is
    said of each likewise. The set and the table are borrowed until freed. */
typedef struct ln_triple_writer ln_triple_writer;

/** Declare all that the triples need, before names are sealed. LN_NO_MEM. */
LN_MUST ln_status
ln_triple_writer_new(const ln_triple_set* set,
                     const ln_term_table* terms,
                     ln_names*            names,
                     ln_triple_writer**   writer);

/** Describe every subject. Does not finish `sink`. */
LN_MUST ln_status
ln_triple_writer_write(const ln_triple_writer* writer, ln_sink sink);

/** NULL is allowed. */
void
ln_triple_writer_free(ln_triple_writer* writer);

#endif
