/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What makes a node a shape, its severity and messages, what is refused (SHACL, sections 2.1 and
 * 6). */

#include "shapes_unit.h"

static void
severity(void)
{
  shapes_sample s;
  CU_ASSERT_EQUAL_FATAL(shapes_run(&s,
                                   ":s sh:targetNode 1 ; sh:in () ; sh:severity sh:Info ; "
                                   "sh:message 'one' , 'two'@de , 'three'@en . :t sh:in ( 1 ) .",
                                   ""),
                        LN_OK);
  CU_ASSERT_EQUAL_FATAL(s.shapes.n_shapes, 2U);
  const ln_shape* const shape = &s.shapes.shapes[0];
  CU_ASSERT_EQUAL(shape->severity, s.shapes.words.term[LN_W_INFO]);
  CU_ASSERT_EQUAL(s.shapes.shapes[1].severity, s.shapes.words.term[LN_W_VIOLATION]);
  const struct {
    const char* lang;
    const char* text;
  } cases[] = {{"de", "two"}, {"fr", "one"}, {"", "one"}, {"en", "three"}};
  for (size_t i = 0U; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    const uint32_t found = ln_phrase_message(&s.shapes, s.terms, shape, ln_view_of(cases[i].lang));
    CHECK_VIEW(ln_term_table_text(s.terms, found), cases[i].text);
  }
  CU_ASSERT_EQUAL(ln_phrase_message(&s.shapes, s.terms, &s.shapes.shapes[1], LN_V("")), LN_NO_TERM);
  shapes_clear(&s);
}

static void
ill_formed(void)
{
  CHECK_FAULTS(":s sh:in () ; sh:severity 'x' ; sh:message 1 ; sh:deactivated 1 .",
               "deactivated-datatype\nseverity-nodeKind\nmessage-datatype\n");
}

static void
refused(void)
{
  CHECK_FAULTS(":s sh:sparql [] .", "L0711\n");
  CHECK_FAULTS(":s sh:in () ; sh:target [] .", "L0711\n");
  CHECK_FAULTS(":c sh:parameter [ sh:path :limit ] . :s sh:in () ; :limit 1 . :t sh:in () .",
               "L0711\n");
}

static void
deactivated(void)
{
  CHECK_ROWS(":s sh:targetNode 1 ; sh:in () ; sh:deactivated true .", "", "");
  // "1" is a boolean, but not the term `true`
  CHECK_ROWS(":s sh:targetNode 1 ; sh:in () ; sh:deactivated '1'^^xsd:boolean .", "", "1 - 1 in\n");
}

static ln_status
run_all(shapes_sample* const s)
{
  return shapes_run(
    s,
    ":s sh:targetClass :C ; sh:or ( :t :u ) ; sh:property [ sh:path ( :p :q ) ; "
    "sh:minCount 2 ; sh:pattern 'x' ; sh:node :t ] . :t sh:in ( 1 ) . :u sh:not :t .",
    ":a a :C ; :p :b . :b :q 'y' , 'x' .");
}

static void
no_memory(void)
{
  shapes_sample s;
  CHECK_ALLOC_FAILURES(run_all(&s), shapes_clear(&s));
}

static const unit_test TESTS[] = {{"severity", severity},
                                  {"ill-formed", ill_formed},
                                  {"refused", refused},
                                  {"deactivated", deactivated},
                                  {"no memory", no_memory}};

UNIT_MAIN("check/shapes", TESTS)
