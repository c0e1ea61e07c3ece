/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Kinds of stores, and what becomes of terms there: as the stores themselves answered
   (tests/stores). */

#include "unit.h"

#include "store/quirk.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static ln_quirk_term
literal(const char* const text, const char* const datatype)
{
  return (ln_quirk_term){LN_LITERAL, ln_view_of(text), ln_view_of(datatype), LN_V("")};
}

static void
expect(const char* const kind, const ln_quirk_term term, const ln_fate fate, const char* const word)
{
  const ln_store_kind* const k     = ln_store_kind_find(ln_view_of(kind));
  const char*                words = "nothing was said";
  CU_ASSERT_PTR_NOT_NULL_FATAL(k);
  CU_ASSERT_EQUAL(ln_quirk_fate(k, &term, &words), fate);
  if (fate == LN_FATE_KEPT) {
    CU_ASSERT_PTR_NULL(words);
  } else {
    CU_ASSERT_PTR_NOT_NULL_FATAL(words);
    CU_ASSERT_PTR_NOT_NULL(strstr(words, word));
  }
}

static void
kinds(void)
{
  size_t n = 0U;
  for (; ln_store_kind_at(n); ++n) {
    const ln_store_kind* const k = ln_store_kind_at(n);
    CU_ASSERT_PTR_EQUAL(ln_store_kind_find(ln_view_of(k->name)), k);
  }
  CU_ASSERT(n > 4U);
  CU_ASSERT_STRING_EQUAL(ln_store_kind_at(0U)->name, "generic");
  CU_ASSERT_PTR_NULL(ln_store_kind_find(LN_V("virtuos")));
  CU_ASSERT_STRING_EQUAL(ln_store_kind_of_server(LN_V("Oxigraph/0.5.13"))->name, "oxigraph");
  CU_ASSERT_STRING_EQUAL(
    ln_store_kind_of_server(LN_V("Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu"))->name,
    "virtuoso");
  CU_ASSERT_PTR_NULL(ln_store_kind_of_server(LN_V("nginx/1.22")));
  CU_ASSERT_PTR_NULL(ln_store_kind_of_server(LN_V("")));
}

static void
numbers(void)
{
  expect("virtuoso", literal("2147483647", XSD "integer"), LN_FATE_KEPT, "");
  expect("virtuoso", literal("-2147483648", XSD "integer"), LN_FATE_KEPT, "");
  expect("virtuoso", literal("2147483648", XSD "integer"), LN_FATE_RETYPED, "xsd:decimal");
  expect("virtuoso", literal("-002147483649", XSD "integer"), LN_FATE_RETYPED, "xsd:decimal");
  expect("virtuoso", literal("2147483648", XSD "long"), LN_FATE_KEPT, "");
  expect("virtuoso", literal("4294967295", XSD "unsignedInt"), LN_FATE_ALTERED, "negative");
  expect("virtuoso", literal("abc", XSD "integer"), LN_FATE_ALTERED, "makes 0");
  expect("virtuoso",
         literal("12345678901234567890123456789012345678901", XSD "integer"),
         LN_FATE_ALTERED,
         "INF");
  expect("virtuoso", literal("0.123456789012345000", XSD "decimal"), LN_FATE_KEPT, "");
  expect("virtuoso", literal("0.1234567890123456", XSD "decimal"), LN_FATE_ALTERED, "15 digits");
  expect("virtuoso", literal("0.000123456", XSD "double"), LN_FATE_KEPT, "");
  expect("virtuoso", literal("12345600000e3", XSD "double"), LN_FATE_KEPT, "");
  expect("virtuoso", literal("1.234567", XSD "double"), LN_FATE_ALTERED, "6 digits");
  expect("virtuoso", literal("NaN", XSD "float"), LN_FATE_KEPT, "");
  expect("oxigraph", literal("5", XSD "int"), LN_FATE_RETYPED, "xsd:integer");
  expect("oxigraph", literal("9223372036854775808", XSD "long"), LN_FATE_KEPT, "");
  expect("oxigraph", literal("5", XSD "integer"), LN_FATE_KEPT, "");
  expect("fuseki", literal("5", XSD "int"), LN_FATE_KEPT, "");
}

/* Decimals that TDB2 writes otherwise when it looks for them. */
static void
stuck(void)
{
  expect("tdb2", literal("5", XSD "decimal"), LN_FATE_STUCK, "5.0");
  expect("tdb2", literal("0.10", XSD "decimal"), LN_FATE_STUCK, "0.1");
  expect("tdb2", literal("5.00", XSD "decimal"), LN_FATE_STUCK, "5.0");
  expect("tdb2", literal("5.0", XSD "decimal"), LN_FATE_KEPT, "");
  expect("tdb2", literal("-007.5", XSD "decimal"), LN_FATE_KEPT, "");
  expect("tdb2", literal("123456789012345", XSD "decimal"), LN_FATE_STUCK, "5.0");
  expect("tdb2", literal("150000000000000", XSD "decimal"), LN_FATE_KEPT, "");
  expect("fuseki", literal("5", XSD "decimal"), LN_FATE_KEPT, "");
}

static void
times(void)
{
  expect("virtuoso", literal("-0044", XSD "gYear"), LN_FATE_ALTERED, "before the year 0");
  expect("virtuoso", literal("0044-03-15", XSD "date"), LN_FATE_KEPT, "");
  expect("virtuoso", literal("12:00:00.1234560Z", XSD "time"), LN_FATE_KEPT, "");
  expect("virtuoso", literal("12:00:00.1234567Z", XSD "time"), LN_FATE_ALTERED, "seconds");
  expect("virtuoso", literal("PT1H", XSD "duration"), LN_FATE_ALTERED, "durations");
  expect("tdb2", literal("1994-10-05T12:00:00.12345678901", XSD "dateTime"), LN_FATE_REFUSED, "10");
  expect("tdb2", literal("1994-10-05T12:00:00.1234567890", XSD "dateTime"), LN_FATE_KEPT, "");
  expect("oxigraph", literal("1994-10-05T12:00:00Z", XSD "dateTimeStamp"), LN_FATE_RETYPED, "xsd:");
  expect("oxigraph", literal("PT1H", XSD "duration"), LN_FATE_KEPT, "");
}

static void
texts(void)
{
  enum { MOST = 1880 };
  char                iri[MOST + 2] = "http://x/";
  const ln_quirk_term blank         = {.kind = LN_BLANK, .text = LN_V("b")};
  const ln_quirk_term tag           = {LN_LITERAL, LN_V("x"), LN_V(""), LN_V("a-b")};
  memset(iri + 9, 'y', MOST - 8);
  expect("virtuoso", (ln_quirk_term){.kind = LN_IRI, .text = {iri, MOST}}, LN_FATE_KEPT, "");
  expect(
    "virtuoso", (ln_quirk_term){.kind = LN_IRI, .text = {iri, MOST + 1}}, LN_FATE_ALTERED, "1,880");
  expect("oxigraph", (ln_quirk_term){.kind = LN_IRI, .text = {iri, MOST + 1}}, LN_FATE_KEPT, "");
  expect("virtuoso",
         literal("POINT(1 2)", "http://www.opengis.net/ont/geosparql#wktLiteral"),
         LN_FATE_RETYPED,
         "virtrdf");
  expect("virtuoso",
         literal("<a/>", "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral"),
         LN_FATE_RETYPED,
         "XML");
  expect("oxigraph", literal("%", ""), LN_FATE_KEPT, "");
  expect("rdf4j",
         (ln_quirk_term){.kind = LN_IRI, .text = LN_V("http://x/%zz")},
         LN_FATE_REFUSED,
         "3987");
  expect("oxigraph", blank, LN_FATE_KEPT, "");
  expect("oxigraph", tag, LN_FATE_REFUSED, "BCP 47");
  expect("virtuoso", tag, LN_FATE_KEPT, "");
}

static const unit_test tests[] = {
  {"kinds", kinds}, {"numbers", numbers}, {"stuck", stuck}, {"times", times}, {"texts", texts}};

UNIT_MAIN("quirk", tests)
