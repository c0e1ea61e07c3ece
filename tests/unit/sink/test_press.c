/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A press is found again by its stencil, stays where it is, and says the same. */

#include "sink_unit.h"

#include "sink/press.h"

enum { STENCILS = 20 };

static void
found_again(void)
{
  const ln_slot   slots[] = {{pair_of(3U, string_of("a")), LN_SLOT_CONSTANT, 7U, 9U},
                             {pair_of(4U, string_of("b")), LN_SLOT_TEXT, 7U, 9U}};
  ln_stencil      stencils[STENCILS];
  const ln_press* made[STENCILS];
  const ln_press* again   = NULL;
  ln_presses      presses = {0};
  for (size_t i = 0U; i < STENCILS; ++i) {
    stencils[i] = (ln_stencil){.subject = blank_of("s"), .slots = slots, .n = 2U, .uses = 2U};
    CU_ASSERT_EQUAL_FATAL(ln_presses_find(&presses, &stencils[i], &made[i]), LN_OK);
  }
  for (size_t i = 0U; i < STENCILS; ++i) {
    CU_ASSERT_EQUAL_FATAL(ln_presses_find(&presses, &stencils[i], &again), LN_OK);
    CU_ASSERT(again == made[i] && again->number == i + 1U && again->usable);
    CU_ASSERT_PTR_EQUAL(ln_presses_at(&presses, again->number), again);
  }
  CU_ASSERT_EQUAL(again->stencil.uses, 1U);
  for (uint16_t i = 0U; i < 2U; ++i) {
    const ln_slot* const slot = &again->stencil.slots[i];
    CU_ASSERT(slot->text == i && slot->gate == i && slot->kind == slots[i].kind);
    CU_ASSERT_EQUAL(slot->pair.predicate, slots[i].pair.predicate);
  }
  ln_presses_clear(&presses);
  CU_ASSERT_PTR_NULL(presses.first);
}

/* Two slots of one predicate may say the same; so may predicates that come from cells. */
static void
not_usable(void)
{
  const ln_slot    twice[] = {{pair_of(3U, string_of("a")), LN_SLOT_TEXT, 0U, 0U},
                              {pair_of(4U, string_of("a")), LN_SLOT_TEXT, 0U, 0U},
                              {pair_of(3U, string_of("b")), LN_SLOT_TEXT, 1U, 0U}};
  const ln_slot    cell[]  = {{pair_of(LN_PREDICATE_CELL, string_of("a")), LN_SLOT_TEXT, 0U, 0U}};
  const ln_stencil first   = {.slots = twice, .n = 3U, .uses = 1U};
  const ln_stencil second  = {.slots = cell, .n = 1U, .uses = 1U};
  const ln_stencil shorter = {.slots = twice, .n = 2U, .uses = 1U};
  const ln_press*  press   = NULL;
  ln_presses       presses = {0};
  CU_ASSERT_EQUAL_FATAL(ln_presses_find(&presses, &first, &press), LN_OK);
  CU_ASSERT(!press->usable);
  CU_ASSERT_EQUAL_FATAL(ln_presses_find(&presses, &second, &press), LN_OK);
  CU_ASSERT(!press->usable);
  CU_ASSERT_EQUAL_FATAL(ln_presses_find(&presses, &shorter, &press), LN_OK);
  CU_ASSERT(press->usable);
  ln_presses_clear(&presses);
}

static void
no_memory(void)
{
  const ln_stencil stencil = {.n = 0U};
  const ln_press*  press   = NULL;
  ln_presses       presses = {0};
  CHECK_ALLOC_FAILURES(ln_presses_find(&presses, &stencil, &press), ln_presses_clear(&presses));
}

static const unit_test TESTS[] = {
  {"found again", found_again}, {"not usable", not_usable}, {"no memory", no_memory}};

UNIT_MAIN("sink/press", TESTS)
