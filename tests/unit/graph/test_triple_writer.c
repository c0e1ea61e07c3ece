/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Every kind of term, there and back. */

#include "unit.h"

#include "base/out.h"
#include "graph/load.h"
#include "graph/triple_writer.h"
#include "sink/writers.h"

#define TEXT                                                                                       \
  "<a:s> <a:p> <a:o> .\n<a:s> <a:p> _:x .\n<a:s> <a:q> \"1\"@en-gb .\n<a:s> <a:q> \"1\" .\n"       \
  "_:x <a:p> \"1\"^^<a:d> .\n"

static ln_status
read(ln_term_table* const terms, ln_triple_set* const set, ln_log* const log)
{
  const ln_reading reading = {.path = "t.nt", .bytes = LN_V(TEXT), .base = "a:"};
  uint32_t         source  = 0U;
  bool             whole   = false;
  LN_TRY(ln_log_source(log, LN_V("t.nt"), NULL, NULL, &source));
  LN_TRY(ln_load_triples(&reading, source, log, terms, set, &whole));
  return ln_triple_set_seal(set);
}

static ln_status
write(const ln_triple_set* const set, const ln_term_table* const terms, ln_out* const out)
{
  ln_sink           sink    = {0};
  ln_triple_writer* triples = NULL;
  ln_names* const   names   = ln_names_new();
  ln_status         st      = names ? ln_triple_writer_new(set, terms, names, &triples) : LN_NO_MEM;
  st                        = st == LN_OK ? ln_names_seal(names) : st;
  st                        = st == LN_OK ? ln_ntriples_new(names, out, false, &sink) : st;
  st                        = st == LN_OK ? ln_triple_writer_write(triples, sink) : st;
  st                        = st == LN_OK ? ln_sink_finish(sink) : st;
  ln_sink_free(sink);
  ln_triple_writer_free(triples);
  ln_names_free(names);
  return st;
}

static ln_status
there_and_back(ln_text* const text)
{
  const ln_log_policy  policy = {0};
  ln_log* const        log    = ln_log_new(&policy);
  ln_term_table* const terms  = ln_term_table_new();
  ln_triple_set* const set    = ln_triple_set_new();
  ln_out*              out    = NULL;
  ln_status            st     = log && terms && set ? read(terms, set, log) : LN_NO_MEM;
  st                          = st == LN_OK ? ln_out_memory(&out) : st;
  st                          = st == LN_OK ? write(set, terms, out) : st;
  st                          = st == LN_OK ? ln_text_add(text, ln_out_bytes(out)) : st;
  ln_out_abandon(out);
  ln_triple_set_free(set);
  ln_term_table_free(terms);
  ln_log_free(log);
  return st;
}

static void
terms(void)
{
  ln_text text = {0};
  CU_ASSERT_EQUAL(there_and_back(&text), LN_OK);
  CHECK_VIEW(ln_text_view(&text), TEXT);
  ln_text_clear(&text);
}

static void
no_memory(void)
{
  ln_text text = {0};
  CHECK_ALLOC_FAILURES(there_and_back(&text), ln_text_reset(&text));
  ln_text_clear(&text);
}

static const unit_test TESTS[] = {{"terms", terms}, {"no memory", no_memory}};

UNIT_MAIN("graph/triple_writer", TESTS)
