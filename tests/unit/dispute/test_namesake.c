/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What dates tell of two things of one name. */

#include "dispute/namesake.h"
#include "unit.h"

static ln_step      steps[]      = {{1U, false}, {2U, false}};
static ln_way       ways[]       = {{{"x:b", 3U}, &steps[0], 1U}, {{"x:d", 3U}, &steps[1], 1U}};
static ln_parameter parameters[] = {{{"from", 4U}, &ways[0], 1U}, {{"to", 2U}, &ways[1], 1U}};

/* Empty: not told. */
static ln_likeness
judge(const char* const born,
      const char* const died,
      const char* const other,
      const char* const end)
{
  const ln_rule      rule = {.parameters = parameters, .n = 2U};
  const ln_card_fact x[]  = {{.text = ln_view_of(born), .predicate = 1U},
                             {.text = ln_view_of(died), .predicate = 2U}};
  const ln_card_fact y[]  = {{.text = ln_view_of(other), .predicate = 1U},
                             {.text = ln_view_of(end), .predicate = 2U}};
  const ln_card      a    = {{"a", 1U}, 0U, 0U, x, 2U};
  const ln_card      b    = {{"b", 1U}, 0U, 0U, y, 2U};
  return ln_namesake_judge(&rule, &a, &b);
}

static void
likeness(void)
{
  CU_ASSERT_EQUAL(judge("1900", "1980", "1900-05", "1980"), LN_LIKE_EXACTLY);
  CU_ASSERT_EQUAL(judge("1900", "", "1900", "1980"), LN_LIKE_EXACTLY);
  CU_ASSERT_EQUAL(judge("", "1980", "1900", "1980"), LN_LIKE_EXACTLY);
  CU_ASSERT_EQUAL(judge("1900", "1980", "1900", "1985"), LN_LIKE_CLOSELY);
  CU_ASSERT_EQUAL(judge("1900", "", "1903", ""), LN_LIKE_CLOSELY);
  CU_ASSERT_EQUAL(judge("1900", "1980", "1910", "1980"), LN_LIKE_CLOSELY);
  CU_ASSERT_EQUAL(judge("1900", "", "1904", ""), LN_LIKE_DOUBTFUL);
  CU_ASSERT_EQUAL(judge("1900", "1980", "1850", "1980"), LN_LIKE_DOUBTFUL);
  CU_ASSERT_EQUAL(judge("1900", "", "1950", ""), LN_LIKE_OTHER);
  CU_ASSERT_EQUAL(judge("", "1980", "", "1900"), LN_LIKE_OTHER);
  CU_ASSERT_EQUAL(judge("1900", "", "", "1980"), LN_LIKE_UNTOLD);
  CU_ASSERT_EQUAL(judge("", "", "", ""), LN_LIKE_UNTOLD);
}

static const unit_test tests[] = {{"likeness", likeness}};

UNIT_MAIN("namesake", tests)
