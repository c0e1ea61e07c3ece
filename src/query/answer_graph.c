/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triples of an answer as descriptions for any writer. They are numbered again in a table of their
   own, which joins what is said of one subject; what is written is in the order of first
   appearance. */

#include "base/memory.h"
#include "graph/triple_writer.h"
#include "query/answer.h"

struct ln_answer_graph {
  ln_term_table*    terms;
  ln_triple_set*    set;
  ln_triple_writer* writer;
};

static ln_status
add_triples(const ln_answer_graph* const g, ln_query* const q)
{
  for (size_t row = 0U; row < ln_query_rows(q); ++row) {
    uint32_t numbers[3] = {0U, 0U, 0U};
    for (size_t c = 0U; c < 3U; ++c) {
      const ln_read_term term = ln_query_cell(q, row, c);
      LN_TRY(ln_term_table_add(g->terms, &term, 0U, &numbers[c]));
    }
    LN_TRY(ln_triple_set_add(g->set, numbers[0], numbers[1], numbers[2]));
  }
  return ln_triple_set_seal(g->set);
}

ln_status
ln_answer_graph_new(ln_query* const query, ln_names* const names, ln_answer_graph** const graph)
{
  ln_answer_graph* const g = (ln_answer_graph*)ln_alloc_zero(1U, sizeof(ln_answer_graph));
  *graph                   = NULL;
  if (!g) {
    return LN_NO_MEM;
  }
  g->terms     = ln_term_table_new();
  g->set       = ln_triple_set_new();
  ln_status st = g->terms && g->set ? add_triples(g, query) : LN_NO_MEM;
  st           = st == LN_OK ? ln_triple_writer_new(g->set, g->terms, names, &g->writer) : st;
  if (st != LN_OK) {
    ln_answer_graph_free(g);
    return st;
  }
  *graph = g;
  return LN_OK;
}

ln_status
ln_answer_graph_write(const ln_answer_graph* const graph, const ln_sink sink)
{
  return ln_triple_writer_write(graph->writer, sink);
}

void
ln_answer_graph_free(ln_answer_graph* const g)
{
  if (g) {
    ln_triple_writer_free(g->writer);
    ln_triple_set_free(g->set);
    ln_term_table_free(g->terms);
    ln_free(g);
  }
}
