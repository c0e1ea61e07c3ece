/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Rules files: ways, words, numbers; rules that take the place of others, and those that are wrong.
 */

#include "dispute_unit.h"

static ln_status
read_book(const char* const text, ln_rulebook* const book, ln_facts* const facts, ln_log* const log)
{
  ln_in* in = NULL;
  LN_TRY(ln_in_memory(ln_view_of(text), &in));
  return ln_rulebook_read(book, in, LN_V("rules.csv"), facts, log);
}

static void
reading(void)
{
  const ln_log_policy policy = {0};
  ln_log* const       log    = ln_log_new(&policy);
  ln_facts* const     facts  = ln_facts_new();
  ln_rulebook         book   = {0};
  uint32_t            born   = 0U;
  CU_ASSERT_EQUAL(
    read_book(RULES "one,dates,tension,from=x:born; to=^x:by/<" EX "in>/x:date; least=-3,says\n"
                    "two,uncited,variance,,\none,dates,implausible,from=x:born; to=x:died,\n",
              &book,
              facts,
              log),
    LN_OK);
  CU_ASSERT_EQUAL_FATAL(book.n, 2U);
  CU_ASSERT_EQUAL(book.v[0].gravity, LN_IMPLAUSIBLE);
  CU_ASSERT_EQUAL(unit_iri(facts, LN_V("born"), &born), LN_OK);
  CU_ASSERT_EQUAL(ln_rule_term(&book.v[0], "from"), born);
  CU_ASSERT_EQUAL(ln_rule_number(&book.v[0], "least", 5), 5);
  CU_ASSERT_EQUAL(read_book(RULES "two,off,,,\nthree,dates,tension,from=x:born; to=^x:by/<" EX
                                  "in>/x:date; least=-3,says\n",
                            &book,
                            facts,
                            log),
                  LN_OK);
  CU_ASSERT_EQUAL_FATAL(book.n, 2U);
  const ln_rule* const      rule = &book.v[1];
  const ln_parameter* const to   = ln_rule_parameter(rule, "to");
  CU_ASSERT_PTR_NOT_NULL_FATAL(to);
  CU_ASSERT_EQUAL_FATAL(to->ways[0].n, 3U);
  CU_ASSERT(to->ways[0].steps[0].back && !to->ways[0].steps[1].back);
  CHECK_VIEW(ln_facts_text(facts, to->ways[0].steps[1].predicate), EX "in");
  CU_ASSERT_EQUAL(ln_rule_number(rule, "least", 5), -3);
  CHECK_VIEW(rule->says, "says");
  CU_ASSERT_EQUAL(ln_log_count(log, LN_ERROR), 0U);
  ln_rulebook_clear(&book);
  ln_facts_free(facts);
  ln_log_free(log);
}

static void
faults(void)
{
  static const char* const wrong[] = {
    RULES "one,nothing,tension,,\n",
    RULES "one,uncited,loud,,\n",
    RULES "one,dates,tension,from=y:born; to=x:died,\n",
    RULES "one,dates,tension,from=x:born,\n",
    RULES "one,uncited,tension,from=x:born,\n",
    RULES "one,dates,tension,from=x:a/x:a/x:a/x:a/x:a/x:a/x:a/x:a/x:a,\n",
    "rule,kind\none,uncited\n"};
  for (size_t i = 0U; i < sizeof(wrong) / sizeof(wrong[0]); ++i) {
    const ln_log_policy policy = {0};
    ln_log* const       log    = ln_log_new(&policy);
    ln_facts* const     facts  = ln_facts_new();
    ln_rulebook         book   = {0};
    CU_ASSERT_EQUAL(read_book(wrong[i], &book, facts, log), LN_OK);
    CU_ASSERT_EQUAL(book.n, 0U);
    CU_ASSERT_EQUAL(ln_log_count(log, LN_ERROR), 1U);
    ln_rulebook_clear(&book);
    ln_facts_free(facts);
    ln_log_free(log);
  }
}

static const unit_test tests[] = {{"reading", reading}, {"faults", faults}};

UNIT_MAIN("rulebook", tests)
