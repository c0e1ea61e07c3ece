/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Compiling datatypes: what declarations are wrong, and what is expected in words. Cells are parsed
   in test_datatype_parse.c. */

#include "unit.h"

#include "rdf/datatype.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static void
check_new(const ln_datatype_spec* const spec, const ln_status expected)
{
  ln_arena           arena    = {0};
  ln_text            problem  = {NULL, 0U, 0U};
  const ln_datatype* datatype = NULL;
  const ln_status    status   = ln_datatype_new(&arena, spec, &datatype, &problem);
  CU_ASSERT_EQUAL(status, expected);
  CU_ASSERT_EQUAL(datatype != NULL, status == LN_OK);
  CU_ASSERT_EQUAL(problem.n > 0U, status == LN_USAGE);
  ln_datatype_clear(datatype);
  ln_text_clear(&problem);
  ln_arena_clear(&arena);
}

typedef struct {
  ln_datatype_spec spec;
  ln_status        status;
} declaration;

static void
declarations(void)
{
  static const declaration ROWS[] = {
    {{.base = {NULL, 0U}}, LN_OK},
    {{.base = {"foo", sizeof("foo") - 1U}}, LN_USAGE},
    {{.base = {"string", sizeof("string") - 1U}, .format = {"+", sizeof("+") - 1U}}, LN_USAGE},
    {{.base = {"string", sizeof("string") - 1U}, .format = {"[Aa]+", sizeof("[Aa]+") - 1U}}, LN_OK},
    {{.base = {"integer", sizeof("integer") - 1U}, .format = {"[", sizeof("[") - 1U}}, LN_USAGE},
    {{.base = {"integer", sizeof("integer") - 1U}, .format = {"#,##0", sizeof("#,##0") - 1U}},
     LN_OK},
    {{.base = {"date", sizeof("date") - 1U}, .format = {"MMM d, yyyy", sizeof("MMM d, yyyy") - 1U}},
     LN_USAGE},
    {{.base = {"time", sizeof("time") - 1U}, .format = {"yyyy-MM-dd", sizeof("yyyy-MM-dd") - 1U}},
     LN_USAGE},
    {{.base = {"date", sizeof("date") - 1U}, .format = {"M/d/yyyy", sizeof("M/d/yyyy") - 1U}},
     LN_OK},
    {{.base = {"boolean", sizeof("boolean") - 1U}, .format = {"Y|N", sizeof("Y|N") - 1U}}, LN_OK},
    {{.base = {"boolean", sizeof("boolean") - 1U}, .format = {"Y", sizeof("Y") - 1U}}, LN_USAGE},
    {{.base = {"boolean", sizeof("boolean") - 1U}, .format = {"Y|", sizeof("Y|") - 1U}}, LN_USAGE},
    {{.base = {"boolean", sizeof("boolean") - 1U}, .format = {"|N", sizeof("|N") - 1U}}, LN_USAGE},
    {{.base = {"boolean", sizeof("boolean") - 1U}, .format = {"Y|N|M", sizeof("Y|N|M") - 1U}},
     LN_USAGE},
    {{.base = {"boolean", sizeof("boolean") - 1U}, .format = {"Y|Y", sizeof("Y|Y") - 1U}},
     LN_USAGE},
    {{.base = {"duration", sizeof("duration") - 1U}, .format = {"(", sizeof("(") - 1U}}, LN_USAGE},
    {{.base         = {"decimal", sizeof("decimal") - 1U},
      .decimal_char = {",", sizeof(",") - 1U},
      .group_char   = {",", sizeof(",") - 1U}},
     LN_USAGE},
    {{.base = {"decimal", sizeof("decimal") - 1U}, .group_char = {"1", sizeof("1") - 1U}},
     LN_USAGE},
    {{.base = {"string", sizeof("string") - 1U}, .minimum = {"1", sizeof("1") - 1U}}, LN_USAGE},
    {{.base = {"string", sizeof("string") - 1U}, .id = {XSD "string", sizeof(XSD "string") - 1U}},
     LN_USAGE},
    {{.base = {"string", sizeof("string") - 1U}, .id = {XSD "date", sizeof(XSD "date") - 1U}},
     LN_USAGE},
    {{.base = {"string", sizeof("string") - 1U},
      .id   = {"http://id.loc.gov/datatypes/edtf/EDTF",
               sizeof("http://id.loc.gov/datatypes/edtf/EDTF") - 1U}},
     LN_OK},
    // A regular expression is not leaked when a facet is wrong.
    {{.base   = {"string", sizeof("string") - 1U},
      .format = {"a", sizeof("a") - 1U},
      .length = {"x", sizeof("x") - 1U}},
     LN_USAGE},
  };
  for (size_t i = 0U; i < sizeof(ROWS) / sizeof(ROWS[0]); ++i) {
    check_new(&ROWS[i].spec, ROWS[i].status);
  }
}

typedef struct {
  ln_datatype_spec spec;
  const char*      expected;
} row;

static void
expected_words(void)
{
  static const row ROWS[] = {
    {{.base = {"date", 4U}}, "a date such as 1969-12-31"},
    {{.base = {"date", 4U}, .format = {"M/d/yyyy", 8U}}, "a date in the format M/d/yyyy"},
    {{.base = {"date", 4U}, .minimum = {"1900-01-01", 10U}},
     "a date such as 1969-12-31, at least 1900-01-01"},
    {{.base = {"integer", 7U}}, "an integer"},
    {{.base = {"integer", 7U}, .minimum = {"1", 1U}}, "an integer of at least 1"},
    {{.base = {"positiveInteger", 15U}}, "an integer of at least 1"},
    {{.base = {"byte", 4U}}, "an integer of at least -128 and at most 127"},
    {{.base = {"integer", 7U}, .min_exclusive = {"1", 1U}, .max_exclusive = {"9", 1U}},
     "an integer of more than 1 and less than 9"},
    {{.base = {"boolean", 7U}}, "true or false"},
    {{.base = {"boolean", 7U}, .format = {"Y|N", 3U}}, "Y or N"},
    {{.base = {"string", 6U}, .format = {"[a-z]", 5U}},
     "a text that matches the regular expression [a-z]"},
    {{.base = {"string", 6U}, .length = {"5", 1U}}, "a text of 5 characters"},
    {{.base = {"string", 6U}, .min_length = {"5", 1U}}, "a text of at least 5 characters"},
    {{.base = {"string", 6U}, .min_length = {"5", 1U}, .max_length = {"7", 1U}},
     "a text of 5 to 7 characters"},
    {{.base = {"hexBinary", 9U}, .max_length = {"7", 1U}},
     "hexadecimal digits of 0 to 7 octets such as 0FB7"},
    {{.base = {"decimal", 7U}, .group_char = {",", 1U}}, "a decimal number"},
    {{.base = {"edtf", 4U}}, "a date such as 1969-12-31, 1969 or 1969~"},
  };
  for (size_t i = 0U; i < sizeof(ROWS) / sizeof(ROWS[0]); ++i) {
    ln_arena           arena    = {0};
    ln_text            text     = {NULL, 0U, 0U};
    const ln_datatype* datatype = NULL;
    CU_ASSERT_EQUAL_FATAL(ln_datatype_new(&arena, &ROWS[i].spec, &datatype, &text), LN_OK);
    CU_ASSERT_EQUAL(ln_datatype_expected(datatype, &text), LN_OK);
    CHECK_VIEW(ln_text_view(&text), ROWS[i].expected);
    ln_datatype_clear(datatype);
    ln_text_clear(&text);
    ln_arena_clear(&arena);
  }
}

/** The properties of a datatype without facets, as bits: trivial 1, keeps space 2. */
static unsigned
traits(const char* const base, const char* const iri)
{
  ln_arena               arena    = {0};
  ln_text                text     = {NULL, 0U, 0U};
  const ln_datatype*     datatype = NULL;
  const ln_datatype_spec spec     = {.base = ln_view_of(base)};
  CU_ASSERT_EQUAL_FATAL(ln_datatype_new(&arena, &spec, &datatype, &text), LN_OK);
  CHECK_VIEW(ln_datatype_iri(datatype), iri);
  const unsigned bits =
    (ln_datatype_trivial(datatype) ? 1U : 0U) | (ln_datatype_keeps_space(datatype) ? 2U : 0U);
  ln_datatype_clear(datatype);
  ln_text_clear(&text);
  ln_arena_clear(&arena);
  return bits;
}

static void
properties(void)
{
  CU_ASSERT_EQUAL(traits("", XSD "string"), 3U);
  CU_ASSERT_EQUAL(traits("string", XSD "string"), 3U);
  CU_ASSERT_EQUAL(traits("json", "http://www.w3.org/ns/csvw#JSON"), 3U);
  CU_ASSERT_EQUAL(traits("any", XSD "anyAtomicType"), 3U);
  CU_ASSERT_EQUAL(traits("normalizedString", XSD "normalizedString"), 2U);
  CU_ASSERT_EQUAL(traits("token", XSD "token"), 0U);
  CU_ASSERT_EQUAL(traits("date", XSD "date"), 0U);
  ln_view iri = {NULL, 0U};
  CU_ASSERT_TRUE(ln_datatype_builtin(LN_V("number"), &iri));
  CHECK_VIEW(iri, XSD "double");
  CU_ASSERT_FALSE(ln_datatype_builtin(LN_V("nonsense"), &iri));
}

static void
own_iri(void)
{
  ln_arena           arena    = {0};
  ln_text            text     = {NULL, 0U, 0U};
  const ln_datatype* datatype = NULL;
  char               id[]     = "https://e/type";
  ln_datatype_spec   spec     = {.base = LN_V("string"), .id = {id, sizeof(id) - 1U}};
  CU_ASSERT_EQUAL_FATAL(ln_datatype_new(&arena, &spec, &datatype, &text), LN_OK);
  memset(id, 'x', sizeof(id) - 1U); // the datatype does not borrow
  CHECK_VIEW(ln_datatype_iri(datatype), "https://e/type");
  ln_text_clear(&text);
  ln_arena_clear(&arena);
  ln_datatype_clear(NULL);
}

static ln_status
make(const ln_datatype_spec* const spec, ln_arena* const arena, const ln_datatype** const datatype)
{
  ln_text   text   = {NULL, 0U, 0U};
  ln_status status = ln_datatype_new(arena, spec, datatype, &text);
  if (status == LN_OK) {
    status = ln_datatype_expected(*datatype, &text);
  }
  ln_text_clear(&text);
  return status;
}

static void
out_of_memory(void)
{
  static const ln_datatype_spec SPECS[] = {
    {.base = {"string", 6U}, .format = {"[a-z]+", 6U}, .id = {"http://e/t", 10U}},
    {.base = {"date", 4U}, .format = {"M/d/yyyy", 8U}, .minimum = {"2000-01-01", 10U}},
    {.base = {"decimal", 7U}, .group_char = {",", 1U}, .maximum = {"5", 1U}},
  };
  for (size_t i = 0U; i < 3U; ++i) {
    ln_arena           arena    = {0};
    const ln_datatype* datatype = NULL;
    CHECK_ALLOC_FAILURES(make(&SPECS[i], &arena, &datatype),
                         (ln_datatype_clear(datatype), ln_arena_clear(&arena)));
  }
}

static unsigned
shapes_of(const char* const base, const char* const format, const char* const minimum)
{
  ln_arena               arena    = {0};
  ln_text                problem  = {0};
  const ln_datatype*     datatype = NULL;
  const ln_datatype_spec spec     = {
        .base = ln_view_of(base), .format = ln_view_of(format), .minimum = ln_view_of(minimum)};
  CU_ASSERT_EQUAL_FATAL(ln_datatype_new(&arena, &spec, &datatype, &problem), LN_OK);
  const unsigned shapes = ln_datatype_shapes(datatype);
  ln_datatype_clear(datatype);
  ln_text_clear(&problem);
  ln_arena_clear(&arena);
  return shapes;
}

/* What needs no parsing; never where a format or a bound has a say. */
static void
shapes(void)
{
  CU_ASSERT_EQUAL(shapes_of("integer", NULL, NULL), LN_SHAPE_DIGITS);
  CU_ASSERT_EQUAL(shapes_of("integer", NULL, "1"), 0U);
  CU_ASSERT_EQUAL(shapes_of("integer", "#0", NULL), 0U);
  CU_ASSERT_EQUAL(shapes_of("positiveInteger", NULL, NULL), 0U);
  CU_ASSERT_EQUAL(shapes_of("decimal", NULL, NULL), LN_SHAPE_DIGITS | LN_SHAPE_POINT);
  CU_ASSERT_EQUAL(shapes_of("double", NULL, NULL), LN_SHAPE_DIGITS | LN_SHAPE_POINT);
  CU_ASSERT_EQUAL(shapes_of("gYear", NULL, NULL), LN_SHAPE_YEAR);
  CU_ASSERT_EQUAL(shapes_of("date", NULL, NULL), LN_SHAPE_DAY);
  CU_ASSERT_EQUAL(shapes_of("date", "dd.MM.yyyy", NULL), 0U);
  CU_ASSERT_EQUAL(shapes_of("dateTime", NULL, NULL), 0U);
  CU_ASSERT_EQUAL(shapes_of("edtf", NULL, NULL), LN_SHAPE_YEAR | LN_SHAPE_DAY);
  CU_ASSERT_EQUAL(shapes_of("string", NULL, NULL), 0U);
  CU_ASSERT_EQUAL(shapes_of("boolean", NULL, NULL), 0U);
}

static const unit_test TESTS[] = {
  {"declarations", declarations},
  {"what is expected, in words", expected_words},
  {"properties", properties},
  {"shapes", shapes},
  {"an IRI of its own", own_iri},
  {"out of memory", out_of_memory},
};

UNIT_MAIN("datatype", TESTS)
