/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Rules inside the program, and one that cannot be read. */

#include "run/rules.h"
#include "unit.h"

static ln_status
read_with(const char* const* const files, const size_t n, size_t* const rules)
{
  const ln_log_policy silent = {0};
  const ln_job        job    = {.rules = files, .n_rules = n};
  ln_log* const       log    = ln_log_new(&silent);
  ln_facts* const     facts  = ln_facts_new();
  ln_rulebook         book   = {0};
  const ln_status     st =
    log && facts ? ln_rules_read(&job, "comparisons.csv", facts, log, &book) : LN_NO_MEM;
  *rules = book.n;
  ln_rulebook_clear(&book);
  ln_facts_free(facts);
  ln_log_free(log);
  return st;
}

static void
builtin(void)
{
  size_t n = 0U;
  CU_ASSERT_EQUAL(read_with(NULL, 0U, &n), LN_OK);
  CU_ASSERT(n > 20U);
}

static void
missing(void)
{
  const char* const files[] = {"/nowhere/rules.csv"};
  size_t            n       = 0U;
  CU_ASSERT_EQUAL(read_with(files, 1U, &n), LN_IO);
}

static void
memory(void)
{
  size_t n = 0U;
  CHECK_ALLOC_FAILURES(read_with(NULL, 0U, &n), (void)0);
}

static const unit_test tests[] = {{"builtin", builtin}, {"missing", missing}, {"memory", memory}};

UNIT_MAIN("rules", tests)
