/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Terms and constraints in words. */

#include "shapes_unit.h"

static void
check_expected(const char* const constraint, const char* const words)
{
  shapes_sample s;
  ln_text       shapes = {0};
  ln_text       out    = {0};
  CU_ASSERT_EQUAL(ln_text_format(&shapes, ":s sh:path :p ; %s .", constraint), LN_OK);
  CU_ASSERT_EQUAL_FATAL(shapes_run(&s, shapes.s, ""), LN_OK);
  CU_ASSERT(s.shapes.n_constraints > 0U);
  CU_ASSERT_EQUAL(ln_phrase_expected(&s.shapes, s.terms, &s.shapes.constraints[0], &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out), words);
  ln_text_clear(&out);
  ln_text_clear(&shapes);
  shapes_clear(&s);
}

static void
expected(void)
{
  check_expected("sh:minCount 1", "at least 1 value");
  check_expected("sh:maxCount 2", "at most 2 values");
  check_expected("sh:class :C", "an instance of <https://e.org/C>");
  check_expected("sh:in ( 1 'a'@en )", "one of \"1\"^^xsd:integer, \"a\"@en");
  check_expected("sh:in ( 1 2 3 4 5 6 7 8 9 )",
                 "one of \"1\"^^xsd:integer, \"2\"^^xsd:integer, \"3\"^^xsd:integer, "
                 "\"4\"^^xsd:integer, \"5\"^^xsd:integer, \"6\"^^xsd:integer, "
                 "\"7\"^^xsd:integer, \"8\"^^xsd:integer and 1 more");
  check_expected("sh:or ( :a :b )", "what conforms to one of <https://e.org/a>, <https://e.org/b>");
  check_expected("sh:hasValue :a", "the value <https://e.org/a> among the values");
  check_expected("sh:uniqueLang true", "one value only in each language");
  check_expected("sh:qualifiedMinCount 1 ; sh:qualifiedValueShape :a",
                 "at least 1 values that conform to <https://e.org/a>");
}

static void
long_texts(void)
{
  char          text[400];
  shapes_sample s;
  ln_text       shapes = {0};
  ln_text       out    = {0};
  memset(text, 'x', sizeof(text));
  text[sizeof(text) - 1U] = '\0';
  memcpy(text + 59, "\xc3\xa9", 2U); // a character across the cut
  CU_ASSERT_EQUAL(ln_text_format(&shapes, ":s sh:hasValue '%s' .", text), LN_OK);
  CU_ASSERT_EQUAL_FATAL(shapes_run(&s, shapes.s, ""), LN_OK);
  CU_ASSERT_EQUAL(ln_phrase_term(s.terms, s.shapes.constraints[0].value, &out), LN_OK);
  CU_ASSERT(out.n < 160U);
  CU_ASSERT_PTR_NOT_NULL(strstr(out.s, "x … 280 bytes … x"));
  ln_text_clear(&out);
  ln_text_clear(&shapes);
  shapes_clear(&s);
}

static const unit_test TESTS[] = {{"expected", expected}, {"long texts", long_texts}};

UNIT_MAIN("check/phrase", TESTS)
