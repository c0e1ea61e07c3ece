/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which texts are values of which kinds, by the formats of CSVW (Model, section 6.4). */

#include "unit.h"

#include "run/guess.h"

static void
check_fits(const char* const base,
           const char* const format,
           const char* const text,
           const bool        expected)
{
  ln_arena       arena   = {0};
  ln_guess_kinds kinds   = {0};
  ln_text        scratch = {0};
  bool           yes     = !expected;
  const size_t   kind    = ln_guess_kind_find(base, format);
  CU_ASSERT_PTR_NOT_NULL_FATAL(ln_guess_kind_at(kind));
  CU_ASSERT_EQUAL_FATAL(ln_guess_kinds_new(&arena, &kinds), LN_OK);
  CU_ASSERT_EQUAL(ln_guess_kind_fits(&kinds, kind, ln_view_of(text), &scratch, &yes), LN_OK);
  CU_ASSERT_EQUAL(yes, expected);
  ln_text_clear(&scratch);
  ln_arena_clear(&arena);
}

static void
fitting(void)
{
  check_fits("integer", NULL, "-12", true);
  check_fits("integer", NULL, "1.0", false);
  check_fits("decimal", NULL, "1.50", true);
  check_fits("decimal", NULL, "1e3", false);
  check_fits("double", NULL, "1e3", true);
  check_fits("boolean", "Y|N", "N", true);
  check_fits("boolean", "Y|N", "n", false);
  check_fits("date", NULL, "1969-12-31", true);
  check_fits("date", NULL, "1969-02-30", false);
  check_fits("date", "d.M.yyyy", "1.2.1970", true);
  check_fits("date", "dd.MM.yyyy", "1.2.1970", false);
  check_fits("date", "M/d/yyyy", "13/1/1970", false);
  check_fits("dateTime", "yyyy-MM-dd HH:mm:ss.SSSSSSX", "2012-05-15 19:05:25.943386+00", true);
  check_fits("gYear", NULL, "1969", true);
  check_fits("edtf", NULL, "1969~", true);
  check_fits("edtf", NULL, "c. 1969", false); /* is understood, but not written so */
  check_fits("anyURI", NULL, "https://example.org/a", true);
  check_fits("anyURI", NULL, "plain", false);
  check_fits("anyURI", NULL, "https://example.org/a b", false);
}

static void
grouped(void)
{
  ln_arena       arena   = {0};
  ln_guess_kinds kinds   = {0};
  ln_text        scratch = {0};
  CU_ASSERT_EQUAL_FATAL(ln_guess_kinds_new(&arena, &kinds), LN_OK);
  static const struct {
    const char* text;
    bool        point; ///< as a number whose point is `.`
    bool        comma;
  } cases[] = {
    {"1,234", true, true},
    {"1,234.5", true, false},
    {"1,5", false, true},
    {"1.234,5", false, true},
    {"1,234,567", true, false},
    {"x", false, false},
  };
  for (size_t c = 0U; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    bool point = false;
    bool comma = false;
    for (size_t i = 0U; ln_guess_kind_at(i); ++i) {
      bool yes = false;
      if (ln_guess_kind_at(i)->family == LN_FAMILY_GROUPED) {
        CU_ASSERT_EQUAL(ln_guess_kind_fits(&kinds, i, ln_view_of(cases[c].text), &scratch, &yes),
                        LN_OK);
        point = point || (yes && ln_guess_kind_at(i)->decimal[0] == '.');
        comma = comma || (yes && ln_guess_kind_at(i)->decimal[0] == ',');
      }
    }
    CU_ASSERT_EQUAL(point, cases[c].point);
    CU_ASSERT_EQUAL(comma, cases[c].comma);
  }
  ln_text_clear(&scratch);
  ln_arena_clear(&arena);
}

static void
lists_end(void)
{
  CU_ASSERT_PTR_NULL(ln_guess_kind_at(LN_GUESS_KINDS));
  CU_ASSERT_PTR_NULL(ln_guess_token(LN_GUESS_TOKENS));
  CU_ASSERT_STRING_EQUAL(ln_guess_token(0U), "\\N");
  CU_ASSERT_PTR_NULL(ln_guess_kind_at(ln_guess_kind_find("nothing", NULL)));
}

static void
failing(void)
{
  ln_arena       arena = {0};
  ln_guess_kinds kinds = {0};
  CHECK_ALLOC_FAILURES(ln_guess_kinds_new(&arena, &kinds), ln_arena_clear(&arena));
}

static const unit_test tests[] = {
  {"fitting", fitting},
  {"grouped numbers", grouped},
  {"lists end", lists_end},
  {"failing allocator", failing},
};

UNIT_MAIN("run/guess_kind", tests)
