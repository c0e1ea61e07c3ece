/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Lexical forms and orders of XML Schema 1.1, part 2; expected by hand from its sections. */

#include "unit.h"

#include "check/literal.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static void
valid(void)
{
  static const struct {
    const char* type;
    const char* good;
    const char* bad;
  } CASES[] = {
    {"integer", "-07", "1.0"},
    {"byte", "-128", "128"},
    {"unsignedByte", "255", "-1"},
    {"decimal", ".5", "1e0"},
    {"double", "-INF", "one"},
    {"boolean", "0", "TRUE"},
    {"date", "2024-02-29Z", "2023-02-29"},
    {"dateTime", "2024-01-01T24:00:00", "2024-01-01 00:00:00"},
    {"time", "23:59:59.5", "24:00:01"},
    {"gYear", "-0001", "24"},
    {"duration", "P1Y2M", "P"},
    {"hexBinary", "0fB7", "0"},
    {"language", "en-GB", "e n"},
    {"token", "a b", " a"},
    {"normalizedString", " a ", "a\tb"},
    {"string", "\t", NULL},
    {"anyURI", "not really", NULL},
  };
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    char iri[64];
    (void)snprintf(iri, sizeof(iri), XSD "%s", CASES[i].type);
    const ln_builtin* const builtin = ln_literal_builtin(ln_view_of(iri));
    CU_ASSERT_PTR_NOT_NULL_FATAL(builtin);
    CU_ASSERT(ln_literal_valid(builtin, ln_view_of(CASES[i].good)));
    CU_ASSERT(!CASES[i].bad || !ln_literal_valid(builtin, ln_view_of(CASES[i].bad)));
  }
  CU_ASSERT_PTR_NULL(ln_literal_builtin(LN_V(XSD "nothing")));
  CU_ASSERT_PTR_NULL(ln_literal_builtin(LN_V("http://id.loc.gov/datatypes/edtf/EDTF")));
}

static uint32_t
literal(ln_term_table* const terms, const char* const type, const char* const text)
{
  char         iri[64] = "";
  uint32_t     number  = 0U;
  ln_read_term term    = {.kind = LN_LITERAL, .text = ln_view_of(text)};
  if (type[0] == '@') {
    term.lang = ln_view_of(type + 1);
  } else if (type[0] != '\0') {
    (void)snprintf(iri, sizeof(iri), XSD "%s", type);
    term.datatype = ln_view_of(iri);
  }
  CU_ASSERT_EQUAL(ln_term_table_add(terms, &term, 1U, &number), LN_OK);
  return number;
}

static void
orders(void)
{
  static const struct {
    const char* a_type;
    const char* a;
    const char* b_type;
    const char* b;
    ln_order    order;
  } CASES[] = {
    {"integer", "9", "integer", "10", LN_LESS},
    {"integer", "2", "double", "2.0E0", LN_EQUAL},
    {"decimal", "0.10", "float", "0.1", LN_EQUAL},
    {"double", "NaN", "double", "NaN", LN_UNORDERED},
    {"double", "INF", "integer", "99999999999999999999", LN_GREATER},
    {"integer", "x", "integer", "1", LN_UNORDERED},
    {"", "B", "", "a", LN_LESS},
    {"", "a", "", "ab", LN_LESS},
    {"", "\xc3\xa9", "", "z", LN_GREATER},
    {"@en", "a", "@en", "b", LN_UNORDERED},
    {"", "1", "integer", "2", LN_UNORDERED},
    {"boolean", "false", "boolean", "1", LN_LESS},
    {"dateTime", "2024-01-01T12:00:00Z", "dateTime", "2024-01-01T13:00:00+02:00", LN_GREATER},
    // section D.2.1: within 14 hours nothing is known of one without a zone
    {"dateTime", "2024-01-01T12:00:00Z", "dateTime", "2024-01-01T12:00:00", LN_UNORDERED},
    {"dateTime", "2024-01-01T12:00:00Z", "dateTime", "2024-01-02T02:00:01", LN_LESS},
    {"dateTime", "2024-01-02T02:00:01", "dateTime", "2024-01-01T12:00:00Z", LN_GREATER},
    {"dateTime", "2024-01-01T12:00:00Z", "dateTime", "2023-12-31T21:59:59", LN_GREATER},
    {"dateTime", "2024-01-01T12:00:00Z", "dateTime", "2023-12-31T22:00:00", LN_UNORDERED},
    {"dateTimeStamp", "2024-01-01T12:00:00Z", "dateTime", "2024-01-01T13:00:00Z", LN_LESS},
    {"date", "2024-01-01", "date", "2024-01-02", LN_LESS},
    {"date", "2024-01-01", "dateTime", "2024-01-02T00:00:00", LN_UNORDERED},
    {"gYear", "1999", "gYear", "2000", LN_LESS},
    {"duration", "P1M", "duration", "P30D", LN_UNORDERED},
    {"dayTimeDuration", "PT23H", "duration", "P1D", LN_LESS},
    {"anyURI", "a", "anyURI", "b", LN_UNORDERED},
  };
  ln_term_table* const terms = ln_term_table_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(terms);
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    const uint32_t a     = literal(terms, CASES[i].a_type, CASES[i].a);
    const uint32_t b     = literal(terms, CASES[i].b_type, CASES[i].b);
    const ln_order found = ln_literal_compare(terms, a, b);
    if (found != CASES[i].order) {
      fprintf(stderr, "%s and %s: %d\n", CASES[i].a, CASES[i].b, (int)found);
    }
    CU_ASSERT_EQUAL(found, CASES[i].order);
  }
  ln_term_table_free(terms);
}

static void
lengths(void)
{
  CU_ASSERT_EQUAL(ln_literal_length(LN_V("a\xc3\xa9\xe2\x82\xac")), 3U);
}

static const unit_test TESTS[] = {{"valid", valid}, {"orders", orders}, {"lengths", lengths}};

UNIT_MAIN("check/literal", TESTS)
