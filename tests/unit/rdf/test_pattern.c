/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Patterns as SPARQL has them. */

#include "unit.h"

#include "rdf/pattern.h"

static ln_status
match(const char* const pattern, const char* const flags, const char* const text)
{
  ln_pattern* p       = NULL;
  ln_text     problem = {0};
  ln_status   st      = ln_pattern_new(ln_view_of(pattern), ln_view_of(flags), &p, &problem);
  CU_ASSERT_EQUAL(st == LN_USAGE, problem.n > 0U);
  st = st == LN_OK ? ln_pattern_match(p, ln_view_of(text)) : st;
  ln_pattern_free(p);
  ln_text_clear(&problem);
  return st;
}

static void
matches(void)
{
  CU_ASSERT_EQUAL(match("b", "", "abc"), LN_OK);
  CU_ASSERT_EQUAL(match("^b", "", "abc"), LN_END);
  CU_ASSERT_EQUAL(match("c$", "", "abc\n"), LN_END);
  CU_ASSERT_EQUAL(match("^b", "m", "a\nb"), LN_OK);
  CU_ASSERT_EQUAL(match("a.b", "", "a\nb"), LN_END);
  CU_ASSERT_EQUAL(match("a.b", "s", "a\nb"), LN_OK);
  CU_ASSERT_EQUAL(match("\xc3\xa4", "i", "\xc3\x84"), LN_OK);
  CU_ASSERT_EQUAL(match("a b", "x", "ab"), LN_OK);
  CU_ASSERT_EQUAL(match("a.b", "q", "axb"), LN_END);
  CU_ASSERT_EQUAL(match("a.B", "qi", "xA.by"), LN_OK);
  CU_ASSERT_EQUAL(match("", "", ""), LN_OK);
  CU_ASSERT_EQUAL(match("^\\p{Lu}\\d$",
                        "",
                        "\xc3\x84"
                        "7"),
                  LN_OK);
}

static void
refused(void)
{
  CU_ASSERT_EQUAL(match("(", "", ""), LN_USAGE);
  CU_ASSERT_EQUAL(match("a", "g", ""), LN_USAGE);
  CU_ASSERT_EQUAL(
    match("^(a|aa|aaa)+(b|bb)?\\1$", "", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac"), LN_STOP);
  ln_pattern_free(NULL);
}

static ln_status
compile(void)
{
  ln_pattern*     p       = NULL;
  ln_text         problem = {0};
  const ln_status st      = ln_pattern_new(LN_V("^[a-z]+$"), LN_V(""), &p, &problem);
  ln_pattern_free(p);
  ln_text_clear(&problem);
  return st;
}

static void
no_memory(void)
{
  CHECK_ALLOC_FAILURES(compile(), (void)0);
}

static const unit_test TESTS[] = {
  {"matches", matches}, {"refused", refused}, {"no memory", no_memory}};

UNIT_MAIN("rdf/pattern", TESTS)
