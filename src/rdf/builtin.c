/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One table with everything that distinguishes the built-in datatypes, aliases as rows of their
   own. It is searched in order when a mapping is read, never for a cell. */

#include "rdf/builtin.h"

#include "rdf/datetime.h"
#include "rdf/duration.h"

#define XSD(local) "http://www.w3.org/2001/XMLSchema#" local

enum {
  TEXT = LN_DT_LENGTH,
  YMD  = LN_HAS_YEAR | LN_HAS_MONTH | LN_HAS_DAY,
  BOTH = LN_HAS_MONTHS | LN_HAS_SECONDS,
};

static const ln_builtin BUILTINS[] = {
  {"string", XSD("string"), LN_DT_RAW, TEXT, NULL, NULL, "a text", NULL},
  {"any", XSD("anyAtomicType"), LN_DT_RAW, 0U, NULL, NULL, "a text", NULL},
  {"anyAtomicType", XSD("anyAtomicType"), LN_DT_RAW, 0U, NULL, NULL, "a text", NULL},
  {"xml",
   "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral",
   LN_DT_RAW,
   TEXT,
   NULL,
   NULL,
   "XML",
   NULL},
  {"html",
   "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML",
   LN_DT_RAW,
   TEXT,
   NULL,
   NULL,
   "HTML",
   NULL},
  {"json", "http://www.w3.org/ns/csvw#JSON", LN_DT_RAW, TEXT, NULL, NULL, "JSON", NULL},
  {"normalizedString", XSD("normalizedString"), LN_DT_NORMALIZED, TEXT, NULL, NULL, "a text", NULL},
  {"token", XSD("token"), LN_DT_TOKEN, TEXT, NULL, NULL, "a text", NULL},
  {"language", XSD("language"), LN_DT_LANGUAGE, TEXT, NULL, NULL, "a language tag", "en-GB"},
  {"Name", XSD("Name"), LN_DT_NAME, TEXT, NULL, NULL, "an XML name", "title"},
  {"NMTOKEN", XSD("NMTOKEN"), LN_DT_NMTOKEN, TEXT, NULL, NULL, "an XML name token", "2nd-title"},
  {"QName", XSD("QName"), LN_DT_QNAME, 0U, NULL, NULL, "a qualified name", "dc:title"},
  {"anyURI", XSD("anyURI"), LN_DT_URI, 0U, NULL, NULL, "an address", "https://example.org/page"},
  {"hexBinary", XSD("hexBinary"), LN_DT_HEX, TEXT, NULL, NULL, "hexadecimal digits", "0FB7"},
  {"base64Binary", XSD("base64Binary"), LN_DT_BASE64, TEXT, NULL, NULL, "base64 text", "bGluZXI="},
  {"binary", XSD("base64Binary"), LN_DT_BASE64, TEXT, NULL, NULL, "base64 text", "bGluZXI="},
  {"boolean", XSD("boolean"), LN_DT_BOOLEAN, 0U, NULL, NULL, "true or false", NULL},

  {"decimal", XSD("decimal"), LN_DT_DECIMAL, 0U, NULL, NULL, "a decimal number", "3.14"},
  {"integer", XSD("integer"), LN_DT_INTEGER, 0U, NULL, NULL, "an integer", NULL},
  {"long",
   XSD("long"),
   LN_DT_INTEGER,
   0U,
   "-9223372036854775808",
   "9223372036854775807",
   "an integer",
   NULL},
  {"int", XSD("int"), LN_DT_INTEGER, 0U, "-2147483648", "2147483647", "an integer", NULL},
  {"short", XSD("short"), LN_DT_INTEGER, 0U, "-32768", "32767", "an integer", NULL},
  {"byte", XSD("byte"), LN_DT_INTEGER, 0U, "-128", "127", "an integer", NULL},
  {"nonNegativeInteger",
   XSD("nonNegativeInteger"),
   LN_DT_INTEGER,
   0U,
   "0",
   NULL,
   "an integer",
   NULL},
  {"positiveInteger", XSD("positiveInteger"), LN_DT_INTEGER, 0U, "1", NULL, "an integer", NULL},
  {"unsignedLong",
   XSD("unsignedLong"),
   LN_DT_INTEGER,
   0U,
   "0",
   "18446744073709551615",
   "an integer",
   NULL},
  {"unsignedInt", XSD("unsignedInt"), LN_DT_INTEGER, 0U, "0", "4294967295", "an integer", NULL},
  {"unsignedShort", XSD("unsignedShort"), LN_DT_INTEGER, 0U, "0", "65535", "an integer", NULL},
  {"unsignedByte", XSD("unsignedByte"), LN_DT_INTEGER, 0U, "0", "255", "an integer", NULL},
  {"nonPositiveInteger",
   XSD("nonPositiveInteger"),
   LN_DT_INTEGER,
   0U,
   NULL,
   "0",
   "an integer",
   NULL},
  {"negativeInteger", XSD("negativeInteger"), LN_DT_INTEGER, 0U, NULL, "-1", "an integer", NULL},
  {"double", XSD("double"), LN_DT_FLOAT, 0U, NULL, NULL, "a number", "3.14"},
  {"number", XSD("double"), LN_DT_FLOAT, 0U, NULL, NULL, "a number", "3.14"},
  {"float", XSD("float"), LN_DT_FLOAT, 0U, NULL, NULL, "a number", "3.14"},

  {"date", XSD("date"), LN_DT_DATETIME, YMD, NULL, NULL, "a date", "1969-12-31"},
  {"dateTime",
   XSD("dateTime"),
   LN_DT_DATETIME,
   YMD | LN_HAS_TIME,
   NULL,
   NULL,
   "a date and time",
   "1969-12-31T20:15:00"},
  {"datetime",
   XSD("dateTime"),
   LN_DT_DATETIME,
   YMD | LN_HAS_TIME,
   NULL,
   NULL,
   "a date and time",
   "1969-12-31T20:15:00"},
  {"dateTimeStamp",
   XSD("dateTimeStamp"),
   LN_DT_DATETIME,
   YMD | LN_HAS_TIME | LN_NEEDS_ZONE,
   NULL,
   NULL,
   "a date and time with a time zone",
   "1969-12-31T20:15:00Z"},
  {"time", XSD("time"), LN_DT_DATETIME, LN_HAS_TIME, NULL, NULL, "a time", "20:15:00"},
  {"gYear", XSD("gYear"), LN_DT_DATETIME, LN_HAS_YEAR, NULL, NULL, "a year", "1969"},
  {"gYearMonth",
   XSD("gYearMonth"),
   LN_DT_DATETIME,
   LN_HAS_YEAR | LN_HAS_MONTH,
   NULL,
   NULL,
   "a year and month",
   "1969-12"},
  {"gMonth", XSD("gMonth"), LN_DT_DATETIME, LN_HAS_MONTH, NULL, NULL, "a month", "--12"},
  {"gMonthDay",
   XSD("gMonthDay"),
   LN_DT_DATETIME,
   LN_HAS_MONTH | LN_HAS_DAY,
   NULL,
   NULL,
   "a day of the year",
   "--12-31"},
  {"gDay", XSD("gDay"), LN_DT_DATETIME, LN_HAS_DAY, NULL, NULL, "a day of the month", "---31"},
  {"duration", XSD("duration"), LN_DT_DURATION, BOTH, NULL, NULL, "a duration", "PT3M48S"},
  {"dayTimeDuration",
   XSD("dayTimeDuration"),
   LN_DT_DURATION,
   LN_HAS_SECONDS,
   NULL,
   NULL,
   "a duration",
   "PT3M48S"},
  {"yearMonthDuration",
   XSD("yearMonthDuration"),
   LN_DT_DURATION,
   LN_HAS_MONTHS,
   NULL,
   NULL,
   "a duration",
   "P1Y6M"},
  {"edtf",
   "http://id.loc.gov/datatypes/edtf/EDTF",
   LN_DT_EDTF,
   0U,
   NULL,
   NULL,
   "a date",
   "1969-12-31, 1969 or 1969~"},
};

enum { N_BUILTINS = sizeof(BUILTINS) / sizeof(BUILTINS[0]) };

const ln_builtin*
ln_builtin_find(const ln_view name)
{
  for (size_t i = 0U; i < N_BUILTINS; ++i) {
    if (ln_view_equals(name, ln_view_of(BUILTINS[i].name))) {
      return &BUILTINS[i];
    }
  }
  return NULL;
}

const ln_builtin*
ln_builtin_of(const ln_view iri)
{
  for (size_t i = 0U; i < N_BUILTINS; ++i) {
    if (ln_view_equals(iri, ln_view_of(BUILTINS[i].iri))) {
      return &BUILTINS[i];
    }
  }
  return NULL;
}

const ln_builtin*
ln_builtin_at(const size_t number)
{
  return number < N_BUILTINS ? &BUILTINS[number] : NULL;
}
