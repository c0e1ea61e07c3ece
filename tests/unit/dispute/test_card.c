/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A card that is packed and laid out again is the same. */

#include "dispute/card.h"
#include "unit.h"

static const ln_card_fact facts[] = {
  {.text = {"Ann", 3U}, .row = 2U, .line = 3U, .column = 4U, .predicate = 7U, .kind = LN_LITERAL},
  {.text = {"", 0U}, .predicate = 8U, .kind = LN_LITERAL},
  {.text = {"x:y", 3U}, .predicate = 8U, .kind = LN_IRI}};

static const ln_card ann = {{"x:ann", 5U}, 9U, 1U, facts, 3U};

static ln_status
pack(ln_arena* const arena, ln_card* const card)
{
  ln_text   bytes = {0};
  ln_status st    = ln_card_pack(&ann, &bytes);
  st              = st == LN_OK ? ln_card_unpack(ln_text_view(&bytes), arena, card) : st;
  ln_text_clear(&bytes);
  return st;
}

static void
round_trip(void)
{
  ln_arena arena = {0};
  ln_card  card  = {{NULL, 0U}, 0U, 0U, NULL, 0U};
  CU_ASSERT_EQUAL_FATAL(pack(&arena, &card), LN_OK);
  CHECK_VIEW(card.thing, "x:ann");
  CU_ASSERT_EQUAL(card.order, 9U);
  CU_ASSERT_EQUAL(card.entity, 1U);
  CU_ASSERT_EQUAL_FATAL(card.n, 3U);
  CHECK_VIEW(card.facts[0].text, "Ann");
  CU_ASSERT_EQUAL(card.facts[0].column, 4U);
  CHECK_VIEW(card.facts[2].text, "x:y");
  ln_arena_clear(&arena);
}

static void
find(void)
{
  CU_ASSERT_PTR_EQUAL(ln_card_find(&ann, 8U), &facts[1]);
  CU_ASSERT_PTR_EQUAL(ln_card_more(&ann, &facts[1]), &facts[2]);
  CU_ASSERT_PTR_NULL(ln_card_more(&ann, &facts[2]));
  CU_ASSERT_PTR_NULL(ln_card_more(&ann, &facts[0]));
  CU_ASSERT_PTR_NULL(ln_card_find(&ann, 9U));
}

static ln_status
once(void)
{
  ln_arena        arena = {0};
  ln_card         card  = {{NULL, 0U}, 0U, 0U, NULL, 0U};
  const ln_status st    = pack(&arena, &card);
  ln_arena_clear(&arena);
  return st;
}

static void
memory(void)
{
  CHECK_ALLOC_FAILURES(once(), (void)0);
}

static const unit_test tests[] = {{"round trip", round_trip}, {"find", find}, {"memory", memory}};

UNIT_MAIN("card", tests)
