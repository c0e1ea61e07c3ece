/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Changes as RDF Patch and as SPARQL Update, against text written by hand. */

#include "sink_unit.h"

#include "sink/changes.h"

static void
put(ln_changes* const c, const bool added, const char* const triple, const char* const graph)
{
  const ln_quad quad = {.triple = ln_view_of(triple), .graph = ln_view_of(graph)};
  CU_ASSERT_EQUAL_FATAL(ln_changes_put(c, added, &quad), LN_OK);
}

static void
put_sample(ln_changes* const c)
{
  put(c, false, "<x:a> <x:p> \"1\"", "");
  put(c, false, "<x:a> <x:p> \"2\"", "<x:g>");
  put(c, false, "<x:b> <x:p> \"3\"", "<x:g>");
  put(c, true, "<x:b> <x:p> \"4\"", "<x:g>");
  put(c, true, "<x:b> <x:p> \"5\"", "");
  ln_changes_end(c);
}

static void
patch(void)
{
  ln_changes c = {.form = LN_CHANGES_PATCH, .out = memory_out()};
  put_sample(&c);
  CHECK_VIEW(ln_out_bytes(c.out),
             "TX .\n"
             "D <x:a> <x:p> \"1\" .\n"
             "D <x:a> <x:p> \"2\" <x:g> .\n"
             "D <x:b> <x:p> \"3\" <x:g> .\n"
             "A <x:b> <x:p> \"4\" <x:g> .\n"
             "A <x:b> <x:p> \"5\" .\n"
             "TC .\n");
  ln_changes_clear(&c);
  CU_ASSERT_EQUAL(ln_out_close(c.out), LN_OK);
}

static void
update(void)
{
  ln_changes c = {.form = LN_CHANGES_UPDATE, .out = memory_out()};
  put_sample(&c);
  CHECK_VIEW(ln_out_bytes(c.out),
             "DELETE DATA {\n"
             "  <x:a> <x:p> \"1\" .\n"
             "  GRAPH <x:g> {\n"
             "    <x:a> <x:p> \"2\" .\n"
             "    <x:b> <x:p> \"3\" .\n"
             "  }\n"
             "} ;\n"
             "INSERT DATA {\n"
             "  GRAPH <x:g> {\n"
             "    <x:b> <x:p> \"4\" .\n"
             "  }\n"
             "  <x:b> <x:p> \"5\" .\n"
             "} ;\n");
  ln_changes_clear(&c);
  CU_ASSERT_EQUAL(ln_out_close(c.out), LN_OK);
}

static void
none(void)
{
  ln_changes c = {.form = LN_CHANGES_PATCH, .out = memory_out()};
  ln_changes_end(&c);
  CHECK_VIEW(ln_out_bytes(c.out), "TX .\nTC .\n");
  ln_out_rewind(c.out);
  c.form = LN_CHANGES_UPDATE;
  ln_changes_end(&c);
  CHECK_VIEW(ln_out_bytes(c.out), "");
  ln_changes_clear(&c);
  CU_ASSERT_EQUAL(ln_out_close(c.out), LN_OK);
}

/* An operation ends after LN_CHANGES_OPERATION triples, and its graph with it. */
static void
operations(void)
{
  ln_changes c      = {.form = LN_CHANGES_UPDATE, .out = memory_out()};
  size_t     begins = 0U;
  size_t     graphs = 0U;
  for (size_t i = 0U; i < (2U * (size_t)LN_CHANGES_OPERATION) + 1U; ++i) {
    put(&c, true, "<x:a> <x:p> \"1\"", "<x:g>");
  }
  ln_changes_end(&c);
  ln_view rest = ln_out_bytes(c.out);
  while (rest.n > 0U) {
    const ln_view line = ln_view_first(rest, ln_view_find(rest, '\n'));
    begins += ln_view_equals(line, LN_V("INSERT DATA {")) ? 1U : 0U;
    graphs += ln_view_equals(line, LN_V("  GRAPH <x:g> {")) ? 1U : 0U;
    rest = ln_view_from(rest, line.n + 1U);
  }
  CU_ASSERT_EQUAL(begins, 3U);
  CU_ASSERT_EQUAL(graphs, 3U);
  ln_changes_clear(&c);
  CU_ASSERT_EQUAL(ln_out_close(c.out), LN_OK);
}

static ln_status
use(ln_changes* const c)
{
  const ln_quad quad = {.triple = LN_V("<x:a> <x:p> \"1\""), .graph = LN_V("<x:g>")};
  return ln_changes_put(c, true, &quad);
}

static void
no_memory(void)
{
  ln_changes c = {.form = LN_CHANGES_UPDATE, .out = memory_out()};
  CHECK_ALLOC_FAILURES(use(&c), ln_changes_clear(&c));
  CU_ASSERT_EQUAL(ln_out_close(c.out), LN_OK);
}

static const unit_test tests[] = {{"patch", patch},
                                  {"update", update},
                                  {"none", none},
                                  {"operations", operations},
                                  {"no memory", no_memory}};

UNIT_MAIN("changes", tests)
