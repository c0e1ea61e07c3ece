/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A cell and the datatype it should have. Lines of an input: base, format, decimalChar, groupChar,
   minimum, maximum, length; the rest is the cell. What must hold: a declaration is refused with a
   reason and a cell is, too; what is accepted matches the grammar that XML Schema 1.1, part 2,
   prints for the datatype (as a pattern here, which shares no code with the parser), is within the
   bounds, and is accepted as it stands by the same datatype without a format. */

#include "fuzz.h"

#include "base/memory.h"
#include "rdf/datatype.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdio.h>

#define ZONE "(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))"
#define YEAR "-?([1-9][0-9]{3,}|0[0-9]{3})"
#define MONTH "(0[1-9]|1[0-2])"
#define DAY "(0[1-9]|[12][0-9]|3[01])"
#define CLOCK "(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?|24:00:00(\\.0+)?)"
#define NUMBER "[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)"
#define B64 "[A-Za-z0-9+/] ?"
#define START                                                                                      \
  ":A-Z_a-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{37D}\\x{37F}-\\x{1FFF}"      \
  "\\x{200C}-\\x{200D}\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}\\x{3001}-\\x{D7FF}\\x{F900}-\\x{"     \
  "FDCF}"                                                                                          \
  "\\x{FDF0}-\\x{FFFD}\\x{10000}-\\x{EFFFF}"
#define REST "-.0-9\\x{B7}\\x{300}-\\x{36F}\\x{203F}-\\x{2040}"

static const char XSD[] = "http://www.w3.org/2001/XMLSchema#";

typedef struct {
  const char* type; ///< local name
  const char* pattern;
  const char* minimum;
  const char* maximum;
} grammar;

static const char INTEGER[] = "[+-]?[0-9]+";

static const grammar GRAMMARS[] = {
  {"boolean", "true|false|1|0", NULL, NULL},
  {"decimal", NUMBER, NULL, NULL},
  {"double", NUMBER "([Ee][+-]?[0-9]+)?|[+-]?INF|NaN", NULL, NULL},
  {"float", NUMBER "([Ee][+-]?[0-9]+)?|[+-]?INF|NaN", NULL, NULL},
  {"integer", INTEGER, NULL, NULL},
  {"long", INTEGER, "-9223372036854775808", "9223372036854775807"},
  {"int", INTEGER, "-2147483648", "2147483647"},
  {"short", INTEGER, "-32768", "32767"},
  {"byte", INTEGER, "-128", "127"},
  {"nonNegativeInteger", INTEGER, "0", NULL},
  {"positiveInteger", INTEGER, "1", NULL},
  {"unsignedLong", INTEGER, "0", "18446744073709551615"},
  {"unsignedInt", INTEGER, "0", "4294967295"},
  {"unsignedShort", INTEGER, "0", "65535"},
  {"unsignedByte", INTEGER, "0", "255"},
  {"nonPositiveInteger", INTEGER, NULL, "0"},
  {"negativeInteger", INTEGER, NULL, "-1"},
  {"date", YEAR "-" MONTH "-" DAY ZONE "?", NULL, NULL},
  {"dateTime", YEAR "-" MONTH "-" DAY "T" CLOCK ZONE "?", NULL, NULL},
  {"dateTimeStamp", YEAR "-" MONTH "-" DAY "T" CLOCK ZONE, NULL, NULL},
  {"time", CLOCK ZONE "?", NULL, NULL},
  {"gYear", YEAR ZONE "?", NULL, NULL},
  {"gYearMonth", YEAR "-" MONTH ZONE "?", NULL, NULL},
  {"gMonth", "--" MONTH ZONE "?", NULL, NULL},
  {"gMonthDay", "--" MONTH "-" DAY ZONE "?", NULL, NULL},
  {"gDay", "---" DAY ZONE "?", NULL, NULL},
  {"duration",
   "-?P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?",
   NULL,
   NULL},
  {"dayTimeDuration",
   "-?P(?=.)([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?",
   NULL,
   NULL},
  {"yearMonthDuration", "-?P(?=.)([0-9]+Y)?([0-9]+M)?", NULL, NULL},
  {"hexBinary", "([0-9a-fA-F]{2})*", NULL, NULL},
  {"base64Binary",
   "((" B64 B64 B64 B64 ")*(" B64 B64 B64 "[A-Za-z0-9+/]|" B64 B64 "[AEIMQUYcgkosw048] ?=|" B64
   "[AQgw] ?= ?=))?",
   NULL,
   NULL},
  {"language", "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", NULL, NULL},
  {"normalizedString", "[^\\r\\n\\t]*", NULL, NULL},
  {"token", "([^\\r\\n\\t ]++( [^\\r\\n\\t ]++)*+)?", NULL, NULL},
  {"Name", "[" START "][" START REST "]*", NULL, NULL},
  {"NMTOKEN", "[" START REST "]+", NULL, NULL},
};

/* The grammar of a datatype; NULL if every text is one. */
static const grammar*
grammar_of(const ln_view iri)
{
  for (size_t i = 0U; i < sizeof(GRAMMARS) / sizeof(GRAMMARS[0]); ++i) {
    const grammar* const g = &GRAMMARS[i];
    if (iri.n == sizeof(XSD) - 1U + strlen(g->type) && ln_view_starts(iri, ln_view_of(XSD)) &&
        ln_view_ends(iri, ln_view_of(g->type))) {
      return g;
    }
  }
  return NULL;
}

static bool
matches(const char* const pattern, const ln_view text)
{
  char        whole[2000];
  int         code = 0;
  size_t      at   = 0U;
  const int   n    = snprintf(whole, sizeof(whole), "\\A(?:%s)\\z", pattern);
  pcre2_code* re   = NULL;
  FUZZ_CHECK(n > 0 && (size_t)n < sizeof(whole), "%s", pattern);
  re = pcre2_compile((PCRE2_SPTR)whole, (size_t)n, PCRE2_UTF, &code, &at, NULL);
  FUZZ_CHECK(re, "%s: error %d at %zu", pattern, code, at);
  pcre2_match_data* const match = pcre2_match_data_create_from_pattern(re, NULL);
  FUZZ_CHECK(match, "no memory");
  const int found =
    pcre2_match(re, (PCRE2_SPTR)(text.s ? text.s : ""), text.n, 0U, 0U, match, NULL);
  pcre2_match_data_free(match);
  pcre2_code_free(re);
  // A cell that is too much for the pattern proves nothing.
  return found > 0 || found == PCRE2_ERROR_MATCHLIMIT || found == PCRE2_ERROR_HEAPLIMIT;
}

/* Digits without sign and zeroes in front; `*negative` is false for zero. */
static ln_view
magnitude(ln_view v, bool* const negative)
{
  *negative = v.n > 0U && v.s[0] == '-';
  if (v.n > 0U && (v.s[0] == '-' || v.s[0] == '+')) {
    v = ln_view_from(v, 1U);
  }
  while (v.n > 0U && v.s[0] == '0') {
    v = ln_view_from(v, 1U);
  }
  *negative = *negative && v.n > 0U;
  return v;
}

/* Integers of any length: below 0, 0 or above as for memcmp. */
static int
compare(const ln_view a, const ln_view b)
{
  bool          minus_a = false;
  bool          minus_b = false;
  const ln_view x       = magnitude(a, &minus_a);
  const ln_view y       = magnitude(b, &minus_b);
  if (minus_a != minus_b) {
    return minus_a ? -1 : 1;
  }
  int order = x.n == y.n ? (x.n > 0U ? memcmp(x.s, y.s, x.n) : 0) : (x.n < y.n ? -1 : 1);
  return minus_a ? -order : order;
}

static void
check_bounds(const ln_view lexical, const ln_view minimum, const ln_view maximum)
{
  FUZZ_CHECK(minimum.n == 0U || compare(lexical, minimum) >= 0,
             "%.*s is below %.*s",
             (int)lexical.n,
             lexical.s,
             (int)minimum.n,
             minimum.s);
  FUZZ_CHECK(maximum.n == 0U || compare(lexical, maximum) <= 0,
             "%.*s is above %.*s",
             (int)lexical.n,
             lexical.s,
             (int)maximum.n,
             maximum.s);
}

static void
check_grammar(const ln_datatype* const      datatype,
              const ln_datatype_spec* const spec,
              const ln_view                 lexical)
{
  const grammar* const g = grammar_of(ln_datatype_iri(datatype));
  if (!g) {
    return;
  }
  FUZZ_CHECK(matches(g->pattern, lexical), "\"%.*s\" is no %s", (int)lexical.n, lexical.s, g->type);
  if (g->pattern == INTEGER) {
    check_bounds(lexical, ln_view_of(g->minimum), ln_view_of(g->maximum));
    check_bounds(lexical, spec->minimum, spec->maximum);
  }
}

/* What a datatype gives as lexical form, it takes as a cell, and leaves as it is. */
static void
check_again(ln_arena* const arena, const ln_view base, const ln_view lexical)
{
  const ln_datatype_spec spec     = {.base = base};
  const ln_datatype*     datatype = NULL;
  ln_text                problem  = {0};
  ln_text                scratch  = {0};
  ln_view                again    = {0};
  ln_view                reason   = {0};
  FUZZ_CHECK(ln_datatype_new(arena, &spec, &datatype, &problem) == LN_OK,
             "%.*s without anything is refused",
             (int)base.n,
             base.s);
  const ln_value_result result = ln_datatype_parse(datatype, lexical, &scratch, &again, &reason);
  FUZZ_CHECK(result == LN_VALUE_OK,
             "\"%.*s\" is not taken again as %.*s: %.*s",
             (int)lexical.n,
             lexical.s,
             (int)base.n,
             base.s,
             (int)reason.n,
             reason.s ? reason.s : "");
  FUZZ_SAME("lexical form of a lexical form", again, lexical);
  ln_datatype_clear(datatype);
  ln_text_clear(&problem);
  ln_text_clear(&scratch);
}

static void
check_cell(ln_arena* const               arena,
           const ln_datatype* const      datatype,
           const ln_datatype_spec* const spec,
           const ln_view                 cell)
{
  ln_text               scratch = {0};
  ln_view               lexical = {0};
  ln_view               problem = {0};
  const ln_value_result result  = ln_datatype_parse(datatype, cell, &scratch, &lexical, &problem);
  FUZZ_CHECK(result != LN_VALUE_NO_MEM, "no memory for %zu bytes", cell.n);
  if (result == LN_VALUE_BAD) {
    FUZZ_CHECK(problem.n > 0U && fuzz_utf8(problem), "a reason of %zu bytes", problem.n);
  } else {
    FUZZ_CHECK(fuzz_utf8(lexical), "a lexical form that is no text");
    check_grammar(datatype, spec, lexical);
    check_again(arena, spec->base, lexical);
  }
  ln_text_clear(&scratch);
}

int
LLVMFuzzerTestOneInput(const uint8_t* const data, const size_t size)
{
  ln_view            input    = {(const char*)data, size};
  ln_arena           arena    = {0};
  ln_text            problem  = {0};
  const ln_datatype* datatype = NULL;
  if (!fuzz_utf8(input)) {
    return 0; // neither metadata nor cells get here otherwise
  }
  const ln_datatype_spec spec = {.base         = fuzz_line(&input),
                                 .format       = fuzz_line(&input),
                                 .decimal_char = fuzz_line(&input),
                                 .group_char   = fuzz_line(&input),
                                 .minimum      = fuzz_line(&input),
                                 .maximum      = fuzz_line(&input),
                                 .length       = fuzz_line(&input)};
  if (!ln_datatype_builtin(spec.base, NULL)) {
    return 0;
  }
  const ln_status st = ln_datatype_new(&arena, &spec, &datatype, &problem);
  FUZZ_CHECK(st == LN_OK || st == LN_USAGE, "status %d", (int)st);
  if (st == LN_OK) {
    check_cell(
      &arena, datatype, &spec, ln_datatype_keeps_space(datatype) ? input : ln_view_trim(input));
    ln_datatype_clear(datatype);
  } else {
    FUZZ_CHECK(problem.n > 0U, "refused without a reason");
  }
  ln_text_clear(&problem);
  ln_arena_clear(&arena);
  return 0;
}
