/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The grammar of a header cell (docs/mapping.md). */

#include "map/header_cell.h"

#include "unit.h"

static ln_header_cell
parse(const char* const cell)
{
  ln_header_cell out     = {0};
  const char*    problem = NULL;
  size_t         at      = 0U;
  CU_ASSERT_TRUE(ln_header_cell_parse(ln_view_of(cell), &out, &problem, &at));
  CU_ASSERT_PTR_NULL(problem);
  return out;
}

static void
check_fault(const char* const cell, const size_t expected_at, const char* const expected)
{
  ln_header_cell out     = {0};
  const char*    problem = "";
  size_t         at      = 99U;
  CU_ASSERT_FALSE(ln_header_cell_parse(ln_view_of(cell), &out, &problem, &at));
  CU_ASSERT_EQUAL(at, expected_at);
  CU_ASSERT_PTR_NOT_NULL_FATAL(problem);
  CU_ASSERT_PTR_NOT_NULL(strstr(problem, expected));
}

static void
all_marks(void)
{
  const ln_header_cell c = parse("ex:born [; ] ^^ xsd:date(d.M.yyyy) @en-GB <ex:{}> ?(NA|-) !");
  CU_ASSERT_EQUAL(c.kind, LN_HEADER_PROPERTY);
  CHECK_VIEW(c.property, "ex:born");
  CHECK_VIEW(c.separator, "; ");
  CHECK_VIEW(c.datatype, "xsd:date");
  CHECK_VIEW(c.format, "d.M.yyyy");
  CHECK_VIEW(c.lang, "en-GB");
  CHECK_VIEW(c.template, "ex:{}");
  CHECK_VIEW(c.nulls, "NA|-");
  CU_ASSERT_TRUE(c.required);
  const ln_header_cell d = parse("ex:born!?(NA|-)<ex:{}>@en-GB^^xsd:date(d.M.yyyy)[; ]");
  CHECK_VIEW(d.separator, "; ");
  CHECK_VIEW(d.format, "d.M.yyyy");
  CHECK_VIEW(d.lang, "en-GB");
  CU_ASSERT_TRUE(d.required);
}

static void
what_comes_first(void)
{
  CU_ASSERT_EQUAL(parse("").kind, LN_HEADER_NOTHING);
  CU_ASSERT_EQUAL(parse("@id").kind, LN_HEADER_ID);
  CU_ASSERT_EQUAL(parse("@id^^ex:Person").kind, LN_HEADER_ID);
  CHECK_VIEW(parse("@id^^ex:Person").datatype, "ex:Person");
  CU_ASSERT_EQUAL(parse("@type<{+}>").kind, LN_HEADER_TYPE);
  CHECK_VIEW(parse("Birth place, if known").property, "Birth place, if known");
  CHECK_VIEW(parse("what?").property, "what?");
  const ln_header_cell iri = parse("<https://example.org/p>@de");
  CU_ASSERT_TRUE(iri.is_iri);
  CHECK_VIEW(iri.property, "https://example.org/p");
  CHECK_VIEW(iri.lang, "de");
  const ln_header_cell type = parse("n^^<https://example.org/t>(x(y)z)");
  CU_ASSERT_TRUE(type.datatype_is_iri);
  CHECK_VIEW(type.datatype, "https://example.org/t");
  CHECK_VIEW(type.format, "x(y)z");
  CHECK_VIEW(parse("n?()").nulls, "");
  CU_ASSERT_PTR_NOT_NULL(parse("n?()").nulls.s);
  CU_ASSERT_PTR_NULL(parse("n").nulls.s);
}

static void
faults(void)
{
  check_fault("a[;", 1U, "[separator] that is not closed");
  check_fault("a[]", 3U, "empty [separator]");
  check_fault("a[;][|]", 4U, "second [separator]");
  check_fault("a<x", 1U, "<template> that is not closed");
  check_fault("a<>", 3U, "empty <template>");
  check_fault("a<x><y>", 4U, "second <template>");
  check_fault("a@", 2U, "without a language");
  check_fault("a@en@de", 4U, "second @language");
  check_fault("a?(NA", 2U, "?(null) that is not closed");
  check_fault("a?(x)?(y)", 5U, "second ?(null)");
  check_fault("a^^", 3U, "without a datatype");
  check_fault("a^^x^^y", 4U, "second ^^datatype");
  check_fault("a^^x(", 4U, "(format) that is not closed");
  check_fault("a^^<x", 3U, "<IRI> that is not closed");
  check_fault("a!!", 2U, "second !");
  check_fault("a(b)", 1U, "a sign that means nothing here");
  check_fault("<a", 0U, "<IRI> that is not closed");
  check_fault("!", 0U, "without a property");
  check_fault("@idx", 0U, "without a property");
}

static const unit_test tests[] = {
  {"all marks", all_marks},
  {"what comes first", what_comes_first},
  {"faults", faults},
};

UNIT_MAIN("map/header_cell", tests)
