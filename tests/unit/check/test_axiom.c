/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Settings of checks: names, levels, and what is neither. */

#include "unit.h"

#include "check/axiom.h"

static void
usual(void)
{
  const ln_axiom_policy policy = ln_axiom_policy_usual();
  CU_ASSERT_EQUAL(policy.level[LN_A_DOMAIN], LN_LEVEL_ERROR);
  CU_ASSERT_EQUAL(policy.level[LN_A_RANGE_UNTYPED], LN_LEVEL_WARNING);
  CU_ASSERT_EQUAL(policy.level[LN_A_SYMMETRIC], LN_LEVEL_INFO);
  CU_ASSERT_EQUAL(ln_axiom_severity(LN_LEVEL_ERROR), LN_ERROR);
  CU_ASSERT_EQUAL(ln_axiom_severity(LN_LEVEL_WARNING), LN_WARNING);
  CU_ASSERT_EQUAL(ln_axiom_severity(LN_LEVEL_INFO), LN_NOTE);
  CU_ASSERT_EQUAL(ln_axiom_code(LN_A_KEY), LN_L0822);
  CHECK_VIEW(ln_axiom_name(LN_A_KEY), "key");
  CHECK_VIEW(ln_axiom_words(LN_A_KEY), "two things have one key");
}

static void
settings(void)
{
  ln_axiom_policy policy = ln_axiom_policy_usual();
  ln_text         error  = {0};
  CU_ASSERT_EQUAL(ln_axiom_policy_set(&policy, LN_V("all=off"), &error), LN_OK);
  CU_ASSERT_EQUAL(ln_axiom_policy_set(&policy, LN_V("domain=info"), &error), LN_OK);
  for (size_t i = 0U; i < LN_AXIOMS; ++i) {
    CU_ASSERT_EQUAL(policy.level[i], i == LN_A_DOMAIN ? LN_LEVEL_INFO : LN_LEVEL_OFF);
  }
  CU_ASSERT_EQUAL(error.n, 0U);
}

static void
check_refused(const char* const setting, const char* const why)
{
  ln_axiom_policy       policy = ln_axiom_policy_usual();
  const ln_axiom_policy before = policy;
  ln_text               error  = {0};
  CU_ASSERT_EQUAL(ln_axiom_policy_set(&policy, ln_view_of(setting), &error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&error), why);
  CU_ASSERT_EQUAL(memcmp(&policy, &before, sizeof(policy)), 0);
  ln_text_clear(&error);
}

static void
refused(void)
{
  check_refused("domain", "--check needs NAME=off, info, warning or error, not \"domain\"");
  check_refused("domain=on", "--check needs NAME=off, info, warning or error, not \"domain=on\"");
  check_refused("domian=off", "--check has no check \"domian\"; did you mean \"domain\"?");
  check_refused("zzzzzz=off", "--check has no check \"zzzzzz\"");
}

static ln_status
refuse(ln_text* const error)
{
  ln_axiom_policy policy = ln_axiom_policy_usual();
  const ln_status st     = ln_axiom_policy_set(&policy, LN_V("domian=off"), error);
  return st == LN_USAGE ? LN_OK : st;
}

static void
no_memory(void)
{
  ln_text error = {0};
  CHECK_ALLOC_FAILURES(refuse(&error), ln_text_clear(&error));
}

static const unit_test TESTS[] = {
  {"usual", usual}, {"settings", settings}, {"refused", refused}, {"no memory", no_memory}};

UNIT_MAIN("check/axiom", TESTS)
