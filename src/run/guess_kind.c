/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The datatypes that init tries on every column. They are compiled and asked as an export would
   compile and ask them, so that what fits here fits there. */

#include "run/guess.h"

#include <string.h>

/* Of what fits equally well the first is taken: strict formats stand before lenient ones. */
static const ln_guess_kind kinds[] = {
  {LN_FAMILY_INTEGER, "integer", NULL, NULL, NULL, "integers"},
  {LN_FAMILY_BOOLEAN, "boolean", NULL, NULL, NULL, "true or false"},
  {LN_FAMILY_BOOLEAN, "boolean", "True|False", NULL, NULL, "True or False"},
  {LN_FAMILY_BOOLEAN, "boolean", "TRUE|FALSE", NULL, NULL, "TRUE or FALSE"},
  {LN_FAMILY_BOOLEAN, "boolean", "Y|N", NULL, NULL, "Y or N"},
  {LN_FAMILY_BOOLEAN, "boolean", "y|n", NULL, NULL, "y or n"},
  {LN_FAMILY_BOOLEAN, "boolean", "yes|no", NULL, NULL, "yes or no"},
  {LN_FAMILY_BOOLEAN, "boolean", "Yes|No", NULL, NULL, "Yes or No"},
  {LN_FAMILY_BOOLEAN, "boolean", "YES|NO", NULL, NULL, "YES or NO"},
  {LN_FAMILY_BOOLEAN, "boolean", "T|F", NULL, NULL, "T or F"},
  {LN_FAMILY_BOOLEAN, "boolean", "t|f", NULL, NULL, "t or f"},
  {LN_FAMILY_NUMBER, "decimal", NULL, NULL, NULL, "decimal numbers"},
  {LN_FAMILY_NUMBER, "double", NULL, NULL, NULL, "numbers"},
  {LN_FAMILY_GROUPED, "integer", "#,##0", ".", ",", "integers with commas between thousands"},
  {LN_FAMILY_GROUPED,
   "decimal",
   "#,##0.#########",
   ".",
   ",",
   "numbers with commas between thousands"},
  {LN_FAMILY_GROUPED, "decimal", NULL, ",", NULL, "numbers with a decimal comma"},
  {LN_FAMILY_GROUPED,
   "decimal",
   "#.##0,#########",
   ",",
   ".",
   "numbers with points and a decimal comma"},
  {LN_FAMILY_DATE, "date", NULL, NULL, NULL, "dates"},
  {LN_FAMILY_DATE, "date", "yyyyMMdd", NULL, NULL, "dates as yyyyMMdd"},
  {LN_FAMILY_DATE, "date", "dd.MM.yyyy", NULL, NULL, "dates as dd.MM.yyyy"},
  {LN_FAMILY_DATE, "date", "d.M.yyyy", NULL, NULL, "dates as d.M.yyyy"},
  {LN_FAMILY_DATE, "date", "dd/MM/yyyy", NULL, NULL, "dates as dd/MM/yyyy"},
  {LN_FAMILY_DATE, "date", "MM/dd/yyyy", NULL, NULL, "dates as MM/dd/yyyy"},
  {LN_FAMILY_DATE, "date", "d/M/yyyy", NULL, NULL, "dates as d/M/yyyy"},
  {LN_FAMILY_DATE, "date", "M/d/yyyy", NULL, NULL, "dates as M/d/yyyy"},
  {LN_FAMILY_DATE, "date", "dd-MM-yyyy", NULL, NULL, "dates as dd-MM-yyyy"},
  {LN_FAMILY_DATE, "date", "MM-dd-yyyy", NULL, NULL, "dates as MM-dd-yyyy"},
  {LN_FAMILY_DATE, "date", "yyyy/MM/dd", NULL, NULL, "dates as yyyy/MM/dd"},
  {LN_FAMILY_DATE, "date", "yyyy.MM.dd", NULL, NULL, "dates as yyyy.MM.dd"},
  {LN_FAMILY_DATETIME, "dateTime", NULL, NULL, NULL, "dates with times"},
  {LN_FAMILY_DATETIME, "dateTime", "yyyy-MM-dd HH:mm:ss", NULL, NULL, "dates with times"},
  {LN_FAMILY_DATETIME, "dateTime", "yyyy-MM-dd HH:mm:ssX", NULL, NULL, "dates with times"},
  {LN_FAMILY_DATETIME, "dateTime", "yyyy-MM-dd HH:mm:ssXXX", NULL, NULL, "dates with times"},
  {LN_FAMILY_DATETIME, "dateTime", "yyyy-MM-dd HH:mm", NULL, NULL, "dates with times"},
  {LN_FAMILY_DATETIME, "dateTime", "yyyy-MM-dd HH:mm:ss.SSSSSS", NULL, NULL, "dates with times"},
  {LN_FAMILY_DATETIME, "dateTime", "yyyy-MM-dd HH:mm:ss.SSSSSSX", NULL, NULL, "dates with times"},
  {LN_FAMILY_DATETIME, "dateTime", "yyyy-MM-ddTHH:mm", NULL, NULL, "dates with times"},
  {LN_FAMILY_DATETIME, "dateTime", "dd.MM.yyyy HH:mm:ss", NULL, NULL, "dates with times"},
  {LN_FAMILY_DATETIME, "dateTime", "dd.MM.yyyy HH:mm", NULL, NULL, "dates with times"},
  {LN_FAMILY_DATETIME, "time", NULL, NULL, NULL, "times"},
  {LN_FAMILY_YEAR, "gYear", NULL, NULL, NULL, "years"},
  {LN_FAMILY_YEAR, "gYearMonth", NULL, NULL, NULL, "months of years"},
  {LN_FAMILY_EDTF, "edtf", NULL, NULL, NULL, "dates, some of them partial or uncertain, as EDTF"},
  {LN_FAMILY_URI, "anyURI", NULL, NULL, NULL, "addresses"},
};

_Static_assert(sizeof(kinds) / sizeof(kinds[0]) <= LN_GUESS_KINDS, "every kind has its trial");

static const char* const tokens[] = {
  "\\N",
  "NULL",
  "Null",
  "null",
  "NA",
  "N/A",
  "n/a",
  "na",
  "NaN",
  "nan",
  "None",
  "none",
  "-",
  "--",
  "?",
  "unknown",
  "Unknown",
  "UNKNOWN",
};

_Static_assert(sizeof(tokens) / sizeof(tokens[0]) <= LN_GUESS_TOKENS, "every word is counted");

const ln_guess_kind*
ln_guess_kind_at(const size_t i)
{
  return i < sizeof(kinds) / sizeof(kinds[0]) ? &kinds[i] : NULL;
}

size_t
ln_guess_kind_find(const char* const base, const char* const format)
{
  size_t i = 0U;
  while (ln_guess_kind_at(i) &&
         !(strcmp(kinds[i].base, base) == 0 &&
           ln_view_equals(ln_view_of(kinds[i].format), ln_view_of(format)) && !kinds[i].decimal)) {
    ++i;
  }
  return i;
}

const char*
ln_guess_token(const size_t i)
{
  return i < sizeof(tokens) / sizeof(tokens[0]) ? tokens[i] : NULL;
}

ln_status
ln_guess_kinds_new(ln_arena* const arena, ln_guess_kinds* const compiled)
{
  ln_text   problem = {0};
  ln_status st      = LN_OK;
  for (size_t i = 0U; st == LN_OK && ln_guess_kind_at(i); ++i) {
    const ln_datatype_spec spec = {
      .base         = ln_view_of(kinds[i].base),
      .format       = ln_view_of(kinds[i].format),
      .decimal_char = ln_view_of(kinds[i].decimal),
      .group_char   = ln_view_of(kinds[i].group),
    };
    st = ln_datatype_new(arena, &spec, &compiled->datatypes[i], &problem);
  }
  ln_text_clear(&problem);
  return st;
}

/* What everyone would call an address; anyURI itself takes nearly every text. */
static bool
is_address(const ln_view text)
{
  static const char* const starts[] = {"http://", "https://", "ftp://", "urn:", "mailto:"};
  for (size_t i = 0U; i < sizeof(starts) / sizeof(starts[0]); ++i) {
    if (ln_view_starts(text, ln_view_of(starts[i]))) {
      return true;
    }
  }
  return false;
}

ln_status
ln_guess_kind_fits(const ln_guess_kinds* const compiled,
                   const size_t                i,
                   const ln_view               text,
                   ln_text* const              scratch,
                   bool* const                 yes)
{
  ln_view lexical = {0};
  ln_view problem = {0};
  *yes            = false;
  if (kinds[i].family == LN_FAMILY_URI && !is_address(text)) {
    return LN_OK;
  }
  ln_text_reset(scratch);
  const ln_value_result result =
    ln_datatype_parse(compiled->datatypes[i], text, scratch, &lexical, &problem);
  *yes = result == LN_VALUE_OK;
  return result == LN_VALUE_NO_MEM ? LN_NO_MEM : LN_OK;
}
