/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triples of an answer through a writer. */

#include "unit.h"

#include "query_data.h"

#include "sink/writers.h"

static ln_status
write_graph(ln_query* const q, ln_out* const out)
{
  ln_names* const  names = ln_names_new();
  ln_answer_graph* graph = NULL;
  ln_sink          sink  = {NULL, NULL};
  ln_status        st    = names ? ln_answer_graph_new(q, names, &graph) : LN_NO_MEM;
  st                     = st == LN_OK ? ln_names_seal(names) : st;
  st                     = st == LN_OK ? ln_ntriples_new(names, out, false, &sink) : st;
  st                     = st == LN_OK ? ln_answer_graph_write(graph, sink) : st;
  st                     = st == LN_OK ? ln_sink_finish(sink) : st;
  ln_sink_free(sink);
  ln_answer_graph_free(graph);
  ln_names_free(names);
  return st;
}

static void
triples(void)
{
  ln_query* const q   = ask("CONSTRUCT { ?x :is ?n ; :was :b } { ?x :age ?n FILTER(?n = 7) }");
  ln_out*         out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(write_graph(q, out), LN_OK);
  CHECK_VIEW(ln_out_bytes(out),
             "<http://x/b> <http://x/is> \"7\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
             "<http://x/b> <http://x/was> <http://x/b> .\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_query_free(q);
}

static void
no_memory(void)
{
  ln_query* const q   = ask("CONSTRUCT WHERE { ?x :age ?n }");
  ln_out*         out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CHECK_ALLOC_FAILURES(write_graph(q, out), ln_out_rewind(out));
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_query_free(q);
  ln_answer_graph_free(NULL);
}

static const unit_test TESTS[] = {{"triples", triples}, {"no memory", no_memory}};

UNIT_MAIN("query/answer_graph", TESTS)
