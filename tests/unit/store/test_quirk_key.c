/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which terms stores take for one: as the stores themselves counted (tests/stores). */

#include "unit.h"

#include "store/quirk.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

typedef ln_status (*key_func)(const ln_store_kind* kind, const ln_quirk_term* term, ln_text* key);

/* `VALUE^DATATYPE` of XML Schema, `TEXT@LANG`, `<IRI`, `_LABEL` or a string. */
static ln_quirk_term
term_of(const char* const text)
{
  static char   datatype[64];
  const ln_view v    = ln_view_of(text);
  const size_t  type = ln_view_find(v, '^');
  const size_t  lang = ln_view_find(v, '@');
  if (text[0] == '<' || text[0] == '_') {
    return (ln_quirk_term){.kind = text[0] == '<' ? LN_IRI : LN_BLANK, .text = ln_view_from(v, 1U)};
  }
  if (lang < v.n) {
    return (ln_quirk_term){
      LN_LITERAL, ln_view_first(v, lang), LN_V(""), ln_view_from(v, lang + 1U)};
  }
  if (type < v.n) {
    (void)snprintf(datatype, sizeof(datatype), XSD "%s", text + type + 1U);
  }
  return (ln_quirk_term){
    LN_LITERAL, ln_view_first(v, type), type < v.n ? ln_view_of(datatype) : LN_V(""), LN_V("")};
}

static bool
same_by(const key_func key, const char* const kind, const char* const a, const char* const b)
{
  const ln_store_kind* const k    = ln_store_kind_find(ln_view_of(kind));
  ln_text                    one  = {0};
  ln_text                    two  = {0};
  ln_quirk_term              term = term_of(a);
  CU_ASSERT_PTR_NOT_NULL_FATAL(k);
  CU_ASSERT_EQUAL(key(k, &term, &one), LN_OK);
  term = term_of(b);
  CU_ASSERT_EQUAL(key(k, &term, &two), LN_OK);
  const bool equal = ln_view_equals(ln_text_view(&one), ln_text_view(&two));
  ln_text_clear(&one);
  ln_text_clear(&two);
  return equal;
}

static bool
same(const char* const kind, const char* const a, const char* const b)
{
  return same_by(ln_quirk_key, kind, a, b);
}

static void
tags(void)
{
  CU_ASSERT(same("generic", "a@en-US", "a@en-us"));
  CU_ASSERT(!same("virtuoso", "a@en", "a"));
  CU_ASSERT(same("oxigraph", "a", "a^string"));
  CU_ASSERT(!same("oxigraph", "a", "<a"));
  CU_ASSERT(!same("oxigraph", "_a", "<a"));
  CU_ASSERT(!same("fuseki", "1^integer", "01^integer"));
  CU_ASSERT(!same("rdf4j", "1^boolean", "true^boolean"));
}

static void
virtuoso_numbers(void)
{
  CU_ASSERT(same("virtuoso", "1^integer", "1.0^decimal"));
  CU_ASSERT(same("virtuoso", "1^integer", "1.0E0^double"));
  CU_ASSERT(same("virtuoso", "1000^integer", "1e3^float"));
  CU_ASSERT(same("virtuoso", "0.1^decimal", "0.10^double"));
  CU_ASSERT(!same("virtuoso", "0.1^double", "0.1^float"));
  CU_ASSERT(same("virtuoso", "0.10000000149011612^double", "0.1^float"));
  CU_ASSERT(same("virtuoso", "16777217^float", "16777216^float"));
  CU_ASSERT(same("virtuoso", "-0^double", "0^integer"));
  CU_ASSERT(same("virtuoso", "0.12345678901234567890^decimal", "0.1234567890123456789^decimal"));
  CU_ASSERT(!same("virtuoso", "0.1234567890123456789^decimal", "0.123456789012345678^decimal"));
  CU_ASSERT(same("virtuoso", "5^int", "05^nonNegativeInteger"));
  CU_ASSERT(!same("virtuoso", "3.14159265358979^double", "3.141592653589793^double"));
  CU_ASSERT(!same("virtuoso", "1^integer", "1^boolean"));
}

static void
virtuoso_times(void)
{
  CU_ASSERT(same("virtuoso", "1994^gYear", "1994-01-01^date"));
  CU_ASSERT(same("virtuoso", "1994-01^gYearMonth", "1994-01-01T00:00:00^dateTime"));
  CU_ASSERT(
    same("virtuoso", "1994-10-05T12:00:00Z^dateTime", "1994-10-05T14:00:00+02:00^dateTime"));
  CU_ASSERT(!same("virtuoso", "1994-10-05T12:00:00Z^dateTime", "1994-10-05T12:00:00^dateTime"));
  CU_ASSERT(same("virtuoso", "1994-10-05-00:00^date", "1994-10-05^date"));
  CU_ASSERT(same("virtuoso", "12:00:00.1^time", "12:00:00.1000009^time"));
  CU_ASSERT(same("virtuoso", "PT2H5M^duration", "PT125M^dayTimeDuration"));
  CU_ASSERT(!same("virtuoso", "P1M^duration", "P30D^duration"));
}

static void
tdb2(void)
{
  CU_ASSERT(same("tdb2", "007^integer", "+7^integer"));
  CU_ASSERT(!same("tdb2", "7^integer", "7^int"));
  CU_ASSERT(same("tdb2", "036028797018963967^integer", "36028797018963967^integer"));
  CU_ASSERT(!same("tdb2", "036028797018963968^integer", "36028797018963968^integer"));
  CU_ASSERT(same("tdb2", "-036028797018963968^integer", "-36028797018963968^integer"));
  CU_ASSERT(!same("tdb2", "0.10^decimal", "0.1^decimal"));
  CU_ASSERT(same_by(ln_quirk_shown, "tdb2", "0.10^decimal", "0.1^decimal"));
  CU_ASSERT(same("tdb2", "01.10^decimal", "+1.10^decimal"));
  CU_ASSERT(same("tdb2", "-0.0^decimal", "0.0^decimal"));
  CU_ASSERT(!same("tdb2", "014073748835532.8^decimal", "14073748835532.8^decimal"));
  CU_ASSERT(same("tdb2", "1E77^double", "1.0E77^double"));
  CU_ASSERT(!same("tdb2", "1E78^double", "1.0E78^double"));
  CU_ASSERT(!same("tdb2", "0^double", "-0^double"));
  CU_ASSERT(same("tdb2", "1e400^double", "INF^double"));
  CU_ASSERT(same("tdb2", "1994-10-05T12:00:00.1230^dateTime", "1994-10-05T12:00:00.123^dateTime"));
  CU_ASSERT(
    !same("tdb2", "1994-10-05T12:00:00.12340^dateTime", "1994-10-05T12:00:00.1234^dateTime"));
  CU_ASSERT(!same("tdb2", "1994-10-05Z^date", "1994-10-05+00:00^date"));
  CU_ASSERT(same("tdb2", "1994-10-05-00:00^date", "1994-10-05+00:00^date"));
  CU_ASSERT(!same("tdb2", "8000-10-05-00:00^date", "8000-10-05+00:00^date"));
  CU_ASSERT(!same("tdb2", "12:00:00.10^time", "12:00:00.1^time"));
  CU_ASSERT(same("tdb2", "true^boolean", "1^boolean"));
}

static void
oxigraph(void)
{
  CU_ASSERT(same("oxigraph", "5^int", "05^positiveInteger"));
  CU_ASSERT(!same("oxigraph", "5^integer", "5^decimal"));
  CU_ASSERT(!same("oxigraph", "09223372036854775808^integer", "9223372036854775808^integer"));
  CU_ASSERT(same("oxigraph", "0.10^decimal", ".1^decimal"));
  CU_ASSERT(!same("oxigraph", "0.1234567890123456789^decimal", "00.1234567890123456789^decimal"));
  CU_ASSERT(same("oxigraph", "1994+00:00^gYear", "1994-00:00^gYear"));
  CU_ASSERT(same("oxigraph", "1994-12-31T24:00:00Z^dateTime", "1995-01-01T00:00:00Z^dateTime"));
  CU_ASSERT(same("oxigraph", "24:00:00^time", "00:00:00^time"));
  CU_ASSERT(
    same("oxigraph", "1994-10-05T12:00:00Z^dateTimeStamp", "1994-10-05T12:00:00.0Z^dateTime"));
  CU_ASSERT(
    !same("oxigraph", "1994-10-05T12:00:00Z^dateTime", "1994-10-05T14:00:00+02:00^dateTime"));
  CU_ASSERT(same("oxigraph", "P0Y^duration", "-PT0S^duration"));
  CU_ASSERT(!same("oxigraph", "PT1H^duration", "PT1H^dayTimeDuration"));
  CU_ASSERT(!same("oxigraph", "abc^duration", "abcd^duration"));
  CU_ASSERT(!same("oxigraph", "maybe^boolean", "0^boolean"));
  CU_ASSERT(!same("oxigraph", "x^double", "y^double"));
}

static ln_status
key_once(const char* const text)
{
  const ln_quirk_term term = term_of(text);
  ln_text             key  = {0};
  const ln_status     st   = ln_quirk_key(ln_store_kind_find(LN_V("virtuoso")), &term, &key);
  ln_text_clear(&key);
  return st;
}

static void
no_memory(void)
{
  static const char* const TERMS[] = {
    "1.5^decimal", "1994^gYear", "PT1H^duration", "0.1234567890123456789^double", "a@EN", "<a"};
  for (size_t i = 0U; i < sizeof(TERMS) / sizeof(TERMS[0]); ++i) {
    CHECK_ALLOC_FAILURES(key_once(TERMS[i]), (void)0);
  }
}

static const unit_test tests[] = {{"tags", tags},
                                  {"numbers in Virtuoso", virtuoso_numbers},
                                  {"times in Virtuoso", virtuoso_times},
                                  {"TDB2", tdb2},
                                  {"Oxigraph", oxigraph},
                                  {"no memory", no_memory}};

UNIT_MAIN("quirk key", tests)
