/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Facts of a thing come together, each once, whatever their order; others are forgotten. */

#include "contrast_unit.h"

static ln_status
count(const char* const text, ln_card* const last, ln_arena* const arena, uint64_t* const n)
{
  contrast_unit u  = {0};
  uint64_t      at = 0U;
  ln_status     st = contrast_open(&u);
  st               = st == LN_OK ? contrast_fill(&u, 0U, text) : st;
  *n               = st == LN_OK ? ln_roster_size(u.rosters[0]) : 0U;
  while (st == LN_OK) {
    st = ln_roster_next(u.rosters[0], &at, arena, last);
  }
  contrast_clear(&u);
  return st == LN_END ? LN_OK : st;
}

#define TEXT                                                                                       \
  "ann label \"Ann\nbob label \"Bob\nann a Person\nann label \"Ann\nann born \"1900\nann other "   \
  "\"2\n"

static void
together(void)
{
  ln_arena arena = {0};
  ln_card  card  = {{NULL, 0U}, 0U, 0U, NULL, 0U};
  uint64_t n     = 0U;
  CU_ASSERT_EQUAL(count(TEXT, &card, &arena, &n), LN_OK);
  CU_ASSERT_EQUAL(n, 1U);
  CHECK_VIEW(card.thing, EX "ann");
  CU_ASSERT_EQUAL(card.n, 3U);
  CU_ASSERT_EQUAL(count("", &card, &arena, &n), LN_OK);
  CU_ASSERT_EQUAL(n, 0U);
  ln_arena_clear(&arena);
}

static ln_status
once(void)
{
  ln_arena        arena = {0};
  ln_card         card  = {{NULL, 0U}, 0U, 0U, NULL, 0U};
  uint64_t        n     = 0U;
  const ln_status st    = count(TEXT, &card, &arena, &n);
  ln_arena_clear(&arena);
  return st;
}

static void
memory(void)
{
  CHECK_ALLOC_FAILURES(once(), (void)0);
}

static const unit_test tests[] = {{"together", together}, {"memory", memory}};

UNIT_MAIN("roster", tests)
