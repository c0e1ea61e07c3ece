/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Findings of two runs: what is new, what is mended, whatever the lines; and that a second one of a
   kind is new. */

#include "run/finding_set.h"
#include "unit.h"

static ln_finding
finding(const char* const message, const uint64_t line)
{
  return (ln_finding){.severity = LN_ERROR,
                      .code     = LN_L0203,
                      .source   = LN_V("t.csv"),
                      .place    = {.line = line, .column = 1U},
                      .message  = ln_view_of(message),
                      .hint     = LN_V("do it")};
}

static void
take(ln_finding_set* const set, const char* const message, const uint64_t line)
{
  const ln_finding f = finding(message, line);
  ln_finding_set_take(set, &f);
}

static void
check_lacking(const ln_finding_set* const set,
              const ln_finding_set* const other,
              const char* const           lead,
              const size_t                n,
              const char* const           expected)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_finding_set_lacking(set, other, ln_view_of(lead), 2U, out), n);
  CHECK_VIEW(ln_out_bytes(out), expected);
  ln_out_abandon(out);
}

static void
test_lacking(void)
{
  ln_finding_set* const before = ln_finding_set_new();
  ln_finding_set* const now    = ln_finding_set_new();
  CU_ASSERT_FATAL(before && now);
  take(before, "one", 1U);
  take(before, "two", 2U);
  take(now, "two", 3U);
  take(now, "two", 4U);
  take(now, "three", 5U);
  check_lacking(now,
                before,
                "",
                2U,
                "t.csv:4:1: error: two [L0203]\n    hint: do it\n"
                "t.csv:5:1: error: three [L0203]\n    hint: do it\n");
  check_lacking(before, now, "mended: ", 1U, "mended: t.csv:1:1: error: one [L0203]\n");
  check_lacking(now,
                NULL,
                "x: ",
                3U,
                "x: t.csv:3:1: error: two [L0203]\nx: t.csv:4:1: error: two [L0203]\n"
                "x: … and 1 more\n");
  CU_ASSERT_EQUAL(ln_finding_set_lacking(now, NULL, LN_V(""), 0U, NULL), 3U);
  CU_ASSERT_EQUAL(ln_finding_set_status(now), LN_OK);
  ln_finding_set_free(before);
  ln_finding_set_free(now);
  ln_finding_set_free(NULL);
}

static ln_status
fill(void)
{
  ln_finding_set* const set = ln_finding_set_new();
  if (!set) {
    return LN_NO_MEM;
  }
  take(set, "one", 1U);
  const ln_status st = ln_finding_set_status(set);
  ln_finding_set_free(set);
  return st;
}

static void
test_no_memory(void)
{
  CHECK_ALLOC_FAILURES(fill(), (void)0);
}

static const unit_test tests[] = {{"lacking", test_lacking}, {"no_memory", test_no_memory}};

UNIT_MAIN("run/finding_set", tests)
