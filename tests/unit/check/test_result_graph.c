/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The validation report as N-Triples, by hand from SHACL, section 3.6. */

#include "shapes_unit.h"

#include "base/out.h"
#include "check/result_graph.h"
#include "sink/writers.h"

static ln_status
write(const shapes_sample* const s, const ln_view lang, ln_out* const out)
{
  const ln_result_graph report = {.shapes  = &s->shapes,
                                  .graph   = s->graph,
                                  .terms   = s->terms,
                                  .results = &s->results,
                                  .lang    = lang};
  ln_sink               sink   = {0};
  ln_names* const       names  = ln_names_new();
  ln_status             st     = names ? ln_result_graph_declare(&report, names) : LN_NO_MEM;
  st                           = st == LN_OK ? ln_names_seal(names) : st;
  st                           = st == LN_OK ? ln_ntriples_new(names, out, false, &sink) : st;
  st                           = st == LN_OK ? ln_result_graph_write(&report, names, sink) : st;
  st                           = st == LN_OK ? ln_sink_finish(sink) : st;
  ln_sink_free(sink);
  ln_names_free(names);
  return st;
}

static ln_status
run(const char* const shapes, const char* const data, const char* const lang, ln_text* const text)
{
  shapes_sample s;
  ln_out*       out = NULL;
  ln_status     st  = shapes_run(&s, shapes, data);
  st                = st == LN_OK ? ln_out_memory(&out) : st;
  st                = st == LN_OK ? write(&s, ln_view_of(lang), out) : st;
  st                = st == LN_OK ? ln_text_add(text, ln_out_bytes(out)) : st;
  ln_out_abandon(out);
  shapes_clear(&s);
  return st;
}

#define SHAPE                                                                                      \
  ":s sh:targetNode :a ; sh:message 'one'@en , 'zwei'@de ; sh:severity sh:Info ; sh:in () ."
#define HAS(text, part) CU_ASSERT_PTR_NOT_NULL(strstr((text).s, (part)))

static void
conforms(void)
{
  ln_text text = {0};
  CU_ASSERT_EQUAL_FATAL(run(":s sh:in () .", "", "", &text), LN_OK);
  CHECK_VIEW(ln_text_view(&text),
             "_:report <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
             "<http://www.w3.org/ns/shacl#ValidationReport> .\n"
             "_:report <http://www.w3.org/ns/shacl#conforms> "
             "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> .\n");
  ln_text_clear(&text);
}

static void
result(void)
{
  ln_text text = {0};
  CU_ASSERT_EQUAL_FATAL(run(SHAPE, "", "", &text), LN_OK);
  HAS(text, "_:report <http://www.w3.org/ns/shacl#result> _:r1 .\n");
  HAS(text, "_:r1 <http://www.w3.org/ns/shacl#focusNode> <https://e.org/a> .\n");
  HAS(text, "_:r1 <http://www.w3.org/ns/shacl#value> <https://e.org/a> .\n");
  HAS(text, "_:r1 <http://www.w3.org/ns/shacl#sourceShape> <https://e.org/s> .\n");
  HAS(text, "#sourceConstraintComponent> <http://www.w3.org/ns/shacl#InConstraintComponent> .\n");
  HAS(text, "#resultSeverity> <http://www.w3.org/ns/shacl#Info> .\n");
  HAS(text, "#resultMessage> \"one\"@en .\n");
  HAS(text, "#resultMessage> \"zwei\"@de .\n");
  CU_ASSERT_PTR_NULL(strstr(text.s, "resultPath"));
  ln_text_clear(&text);
}

static void
one_language(void)
{
  ln_text text = {0};
  CU_ASSERT_EQUAL_FATAL(run(SHAPE, "", "de", &text), LN_OK);
  HAS(text, "#resultMessage> \"zwei\"@de .\n");
  CU_ASSERT_PTR_NULL(strstr(text.s, "\"one\""));
  ln_text_clear(&text);
}

/* A path that is no IRI comes with all that hangs on it, once, however often it is named. */
static void
paths(void)
{
  ln_text text = {0};
  CU_ASSERT_EQUAL_FATAL(run(":s sh:targetNode :a , :b ; sh:property [ sh:path [ sh:inversePath "
                            ":p ] ; sh:minCount 1 ] .",
                            "",
                            "",
                            &text),
                        LN_OK);
  const char* const first = strstr(text.s, "inversePath>");
  CU_ASSERT_PTR_NOT_NULL_FATAL(first);
  CU_ASSERT_PTR_NULL(strstr(first + 1, "inversePath"));
  HAS(text, "#inversePath> <https://e.org/p> .\n");
  HAS(text, "#resultMessage> \"expected at least 1 value\"@en .\n");
  ln_text_clear(&text);
}

static void
no_memory(void)
{
  ln_text text = {0};
  CHECK_ALLOC_FAILURES(
    run(":s sh:targetNode :a ; sh:property [ sh:path ( :p :q ) ; sh:minCount 1 ] .", "", "", &text),
    ln_text_clear(&text));
}

static const unit_test TESTS[] = {{"conforms", conforms},
                                  {"result", result},
                                  {"one language", one_language},
                                  {"paths", paths},
                                  {"no memory", no_memory}};

UNIT_MAIN("check/result_graph", TESTS)
