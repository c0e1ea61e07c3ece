/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The built-in datatypes of "Metadata Vocabulary for Tabular Data", section 5.11.1. */

#include "unit.h"

#include "rdf/builtin.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static void
all_names(void)
{
  static const char* const SAME[] = {
    "anyAtomicType",
    "anyURI",
    "base64Binary",
    "boolean",
    "date",
    "dateTime",
    "dateTimeStamp",
    "decimal",
    "integer",
    "long",
    "int",
    "short",
    "byte",
    "nonNegativeInteger",
    "positiveInteger",
    "unsignedLong",
    "unsignedInt",
    "unsignedShort",
    "unsignedByte",
    "nonPositiveInteger",
    "negativeInteger",
    "double",
    "duration",
    "dayTimeDuration",
    "yearMonthDuration",
    "float",
    "gDay",
    "gMonth",
    "gMonthDay",
    "gYear",
    "gYearMonth",
    "hexBinary",
    "QName",
    "string",
    "normalizedString",
    "token",
    "language",
    "Name",
    "NMTOKEN",
    "time",
  };
  char iri[100];
  for (size_t i = 0U; i < sizeof(SAME) / sizeof(SAME[0]); ++i) {
    const ln_builtin* const builtin = ln_builtin_find(ln_view_of(SAME[i]));
    CU_ASSERT_PTR_NOT_NULL_FATAL(builtin);
    (void)snprintf(iri, sizeof(iri), "%s%s", XSD, SAME[i]);
    CHECK_VIEW(ln_view_of(builtin->iri), iri);
  }
}

static void
aliases(void)
{
  static const char* const ROWS[][2] = {
    {"number", XSD "double"},
    {"binary", XSD "base64Binary"},
    {"datetime", XSD "dateTime"},
    {"any", XSD "anyAtomicType"},
    {"xml", "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral"},
    {"html", "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML"},
    {"json", "http://www.w3.org/ns/csvw#JSON"},
    {"edtf", "http://id.loc.gov/datatypes/edtf/EDTF"},
  };
  for (size_t i = 0U; i < sizeof(ROWS) / sizeof(ROWS[0]); ++i) {
    const ln_builtin* const builtin = ln_builtin_find(ln_view_of(ROWS[i][0]));
    CU_ASSERT_PTR_NOT_NULL_FATAL(builtin);
    CHECK_VIEW(ln_view_of(builtin->iri), ROWS[i][1]);
    CU_ASSERT_PTR_NOT_NULL(ln_builtin_of(ln_view_of(ROWS[i][1])));
  }
}

static void
others(void)
{
  CU_ASSERT_PTR_NULL(ln_builtin_find(LN_V("foo")));
  CU_ASSERT_PTR_NULL(ln_builtin_find(LN_V("")));
  CU_ASSERT_PTR_NULL(ln_builtin_find(LN_V("Date")));
  CU_ASSERT_PTR_NULL(ln_builtin_find(LN_V("xsd:date")));
  CU_ASSERT_PTR_NULL(ln_builtin_of(LN_V("date")));
  CU_ASSERT_PTR_NULL(ln_builtin_of(LN_V(XSD "ENTITY")));
}

static void
numbers(void)
{
  size_t n = 0U;
  while (ln_builtin_at(n)) {
    CU_ASSERT_PTR_EQUAL(ln_builtin_find(ln_view_of(ln_builtin_at(n)->name)), ln_builtin_at(n));
    ++n;
  }
  CU_ASSERT(n > 40U);
  CU_ASSERT_STRING_EQUAL(ln_builtin_at(0U)->name, "string");
  CU_ASSERT_PTR_NULL(ln_builtin_at(n + 1U));
}

static const unit_test TESTS[] = {
  {"all names", all_names},
  {"numbers", numbers},
  {"aliases", aliases},
  {"what is none", others},
};

UNIT_MAIN("builtin", TESTS)
