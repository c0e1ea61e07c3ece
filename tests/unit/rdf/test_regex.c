/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Regular expressions: whole matches, ECMAScript's ways, limits. */

#include "unit.h"

#include "rdf/regex.h"

#include <stdint.h>

static ln_status
match(const char* const pattern, const ln_view text)
{
  ln_regex* regex   = NULL;
  ln_text   problem = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL_FATAL(ln_regex_new(ln_view_of(pattern), &regex, &problem), LN_OK);
  const ln_status status = ln_regex_match(regex, text);
  ln_regex_free(regex);
  ln_text_clear(&problem);
  return status;
}

static void
matches(void)
{
  CU_ASSERT_EQUAL(match("[Aa]+", LN_V("AaAaA")), LN_OK);
  CU_ASSERT_EQUAL(match("[Bb]+", LN_V("AaAaA")), LN_END);
  CU_ASSERT_EQUAL(match("a", LN_V("aa")), LN_END);
  CU_ASSERT_EQUAL(match("a|ab", LN_V("ab")), LN_OK);
  CU_ASSERT_EQUAL(match("^-?P.*$", LN_V("-P60D")), LN_OK);
  CU_ASSERT_EQUAL(match("^.$", LN_V("P1D")), LN_END);
  CU_ASSERT_EQUAL(match("a$", LN_V("a\n")), LN_END);
  CU_ASSERT_EQUAL(match(".", LN_V("é")), LN_OK);
  CU_ASSERT_EQUAL(match("\\u00e9", LN_V("é")), LN_OK);
  CU_ASSERT_EQUAL(match("\\d+", LN_V("123")), LN_OK);
  CU_ASSERT_EQUAL(match("\\d", LN_V("\xD9\xA3")), LN_END); // an Arabic digit
  CU_ASSERT_EQUAL(match("\\p{Lu}.*", LN_V("Änne")), LN_OK);
  CU_ASSERT_EQUAL(match(".*", LN_V("")), LN_OK);
  CU_ASSERT_EQUAL(match("", LN_V("")), LN_OK);
  CU_ASSERT_EQUAL(match(".+", (ln_view){NULL, 0U}), LN_END);
  CU_ASSERT_EQUAL(match("a.b", (ln_view){"a\0b", 3U}), LN_OK);
}

static void
bad_patterns(void)
{
  static const char* const BAD[] = {"+", "[a", "(", "a{2,1}", "\\", "\xFF", "(*UCP)a"};
  for (size_t i = 0U; i < sizeof(BAD) / sizeof(BAD[0]); ++i) {
    ln_regex* regex   = NULL;
    ln_text   problem = {NULL, 0U, 0U};
    CU_ASSERT_EQUAL(ln_regex_new(ln_view_of(BAD[i]), &regex, &problem), LN_USAGE);
    CU_ASSERT_PTR_NULL(regex);
    CU_ASSERT_TRUE(
      ln_view_starts(ln_text_view(&problem), LN_V("the regular expression cannot be read: ")));
    ln_text_clear(&problem);
  }
}

static void
hostile(void)
{
  const ln_view text = LN_V("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");
  CU_ASSERT_EQUAL(match("(a+)+", text), LN_STOP);
  CU_ASSERT_EQUAL(match("(a|aa)+", text), LN_STOP);
}

/* Groups by name; those that take no part have nothing. */
static void
groups(void)
{
  ln_regex* regex    = NULL;
  ln_text   problem  = {NULL, 0U, 0U};
  ln_view   found[3] = {{NULL, 0U}};
  CU_ASSERT_EQUAL_FATAL(
    ln_regex_new(LN_V("(?<name>[^(]+?) *(\\((?<part>[^)]*)\\))?"), &regex, &problem), LN_OK);
  CU_ASSERT_EQUAL(ln_regex_groups(regex), 3U);
  CU_ASSERT_EQUAL(ln_regex_group(regex, LN_V("name")), 0U);
  CU_ASSERT_EQUAL(ln_regex_group(regex, LN_V("part")), 2U);
  CU_ASSERT_EQUAL(ln_regex_group(regex, LN_V("par")), SIZE_MAX);
  CU_ASSERT_EQUAL(ln_regex_group(regex, LN_V("")), SIZE_MAX);
  CU_ASSERT_EQUAL(ln_regex_extract(regex, LN_V("Ann Lee (vocals)"), found), LN_OK);
  CHECK_VIEW(found[0], "Ann Lee");
  CHECK_VIEW(found[1], "(vocals)");
  CHECK_VIEW(found[2], "vocals");
  CU_ASSERT_EQUAL(ln_regex_extract(regex, LN_V("Bob"), found), LN_OK);
  CHECK_VIEW(found[0], "Bob");
  CU_ASSERT_PTR_NULL(found[2].s);
  CU_ASSERT_EQUAL(ln_regex_extract(regex, LN_V("()("), found), LN_END);
  ln_regex_free(regex);
  ln_text_clear(&problem);
}

static ln_status
extract(ln_regex** const regex, ln_text* const problem)
{
  ln_view found[1] = {{NULL, 0U}};
  LN_TRY(ln_regex_new(LN_V("(?<x>a+)b"), regex, problem));
  return ln_regex_extract(*regex, LN_V("aab"), found);
}

static void
groups_out_of_memory(void)
{
  ln_regex* regex   = NULL;
  ln_text   problem = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(extract(&regex, &problem), (ln_regex_free(regex), regex = NULL));
  ln_text_clear(&problem);
}

static ln_status
make(ln_regex** const regex, ln_text* const problem)
{
  LN_TRY(ln_regex_new(LN_V("(a|b)*c"), regex, problem));
  return ln_regex_match(*regex, LN_V("ababc"));
}

static void
out_of_memory(void)
{
  ln_regex* regex   = NULL;
  ln_text   problem = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(make(&regex, &problem), (ln_regex_free(regex), regex = NULL));
  ln_text_clear(&problem);
  ln_regex_free(NULL);
}

static const unit_test TESTS[] = {
  {"whole matches", matches},
  {"bad patterns", bad_patterns},
  {"hostile patterns end", hostile},
  {"groups", groups},
  {"groups out of memory", groups_out_of_memory},
  {"out of memory", out_of_memory},
};

UNIT_MAIN("regex", TESTS)
