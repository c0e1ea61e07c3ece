/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Stamps as Turtle, by hand; that they are what pairs would be is tested with the writer
   (test_turtle.c). */

#include "lead_unit.h"

#include "sink/turtle_slots.h"

/* The second text is the one the slot has. */
static char*
put(const lead_world* const w,
    const ln_slot* const    slots,
    const size_t            n_slots,
    const ln_slot_text      text,
    char* const             to)
{
  const ln_slot_text texts[] = {{NULL, 0U, 0U, true}, text, {NULL, 0U, 0U, false}};
  const ln_slot_list lists[] = {{0U, 2U}};
  const ln_slot_text items[] = {text, text};
  const ln_stencil   stencil = {.slots = slots, .n = n_slots, .uses = 2U};
  const ln_stamp     stamp = {.stencil = &stencil, .texts = texts, .lists = lists, .items = items};
  size_t             n     = LN_UNSTAMPED;
  char* const        end   = ln_turtle_slots(ln_cpu_width())(w->names, &stamp, to, &n);
  CU_ASSERT_TRUE(end ? n == ln_stamp_pairs(&stamp) : n == LN_UNSTAMPED);
  return end;
}

/* A number loses its quotes, a list has commas, what is shut is left out. */
static void
by_hand(void)
{
  lead_world* const w = ln_alloc_zero(1U, sizeof(lead_world));
  char              to[1024];
  CU_ASSERT_PTR_NOT_NULL_FATAL(w);
  lead_world_start(w);
  const ln_term      literal = {.stem = w->stems[1], .kind = LN_LITERAL};
  const ln_term      iri     = {.stem = w->stems[6], .kind = LN_IRI};
  const ln_slot_text number  = {w->texts[1], (uint32_t)w->lengths[1], LN_CLEAN | LN_DIGITS, true};
  const ln_slot      slots[] = {
    {{w->constants[0], w->predicates[0], 0U, w->wholes[0][0]}, LN_SLOT_CONSTANT, 0U, 0U},
    {{literal, w->predicates[1], 0U, w->leads[1][1]}, LN_SLOT_TEXT, 1U, 1U},
    {{iri, w->predicates[1], 0U, w->leads[1][6]}, LN_SLOT_TEXT, 1U, 2U},
    {{iri, w->predicates[1], 0U, w->leads[1][6]}, LN_SLOT_ITEMS, 0U, 1U}};
  const char* const end = put(w, slots, 4U, number, to);
  CU_ASSERT_PTR_NOT_NULL_FATAL(end);
  CHECK_VIEW(((ln_view){to, (size_t)(end - to)}),
             " a e:Work ;\n  e:p 1988, person:1988, person:1988");
  ln_names_free(w->names);
  ln_free(w);
}

/* Nothing without a lead, and no local name that may need escapes. */
static void
refused(void)
{
  lead_world* const w = ln_alloc_zero(1U, sizeof(lead_world));
  char              to[1024];
  CU_ASSERT_PTR_NOT_NULL_FATAL(w);
  lead_world_start(w);
  const ln_term      iri     = {.stem = w->stems[6], .kind = LN_IRI};
  const ln_slot_text decimal = {w->texts[5], (uint32_t)w->lengths[5], 0U, true};
  const ln_slot      led     = {{iri, w->predicates[1], 0U, w->leads[1][6]}, LN_SLOT_TEXT, 1U, 1U};
  const ln_slot      bare    = {{iri, w->predicates[1], 0U, 0U}, LN_SLOT_TEXT, 1U, 1U};
  CU_ASSERT_PTR_NULL(put(w, &led, 1U, decimal, to));
  CU_ASSERT_PTR_NULL(put(w, &bare, 1U, decimal, to));
  ln_names_free(w->names);
  ln_free(w);
}

static const unit_test TESTS[] = {{"by hand", by_hand}, {"refused", refused}};

UNIT_MAIN("sink/turtle_slots", TESTS)
