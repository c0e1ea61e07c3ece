/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A stamp is kept as an imprint: its pairs and the stamp made again say what it said. */

#include "sink_unit.h"

#include "base/wide.h"
#include "sink/imprint.h"

enum { SLOTS = 4, MANY = LN_IMPRINT_PAIRS + 1 };

/* A constant, a text, a list and another text, each with a predicate of its own. */
static const ln_slot SLOT_LIST[SLOTS] = {
  {{{"whole", 5U, 2U, LN_IRI, LN_CLEAN}, 1U, 0U, 5U}, LN_SLOT_CONSTANT, 0U, 0U},
  {{{NULL, 0U, 3U, LN_LITERAL, 0U}, 2U, 0U, 6U}, LN_SLOT_TEXT, 1U, 1U},
  {{{NULL, 0U, 4U, LN_IRI, 0U}, 3U, 0U, 7U}, LN_SLOT_ITEMS, 0U, 0U},
  {{{NULL, 0U, 3U, LN_LITERAL, 0U}, 4U, 0U, 8U}, LN_SLOT_TEXT, 1U, 2U}};

/* Texts have slack behind them. */
static const char WORDS[5][8 + LN_SLACK] = {"", "one", "two", "three", "subject"};

static ln_slot_text
text_of(const size_t word, const uint8_t flags)
{
  return (ln_slot_text){WORDS[word], (uint32_t)strlen(WORDS[word]), flags, true};
}

typedef struct {
  ln_stencil   stencil;
  ln_slot_text texts[3];
  ln_slot_text items[MANY];
  ln_slot_list list;
  ln_stamp     stamp;
} given;

/* The last text is not there. */
static void
give(given* const g, const uint32_t n_items)
{
  g->stencil  = (ln_stencil){.slots = SLOT_LIST, .n = SLOTS, .uses = 2U};
  g->texts[0] = text_of(0U, 0U);
  g->texts[1] = text_of(1U, LN_DIGITS | LN_CLEAN);
  g->texts[2] = (ln_slot_text){NULL, 0U, 0U, false};
  g->list     = (ln_slot_list){1U, n_items};
  g->items[1] = text_of(2U, LN_CLEAN);
  g->items[2] = text_of(3U, 0U);
  g->stamp    = (ln_stamp){.stencil = &g->stencil,
                           .subject = term_of(LN_IRI, 9U, WORDS[4]),
                           .texts   = g->texts,
                           .items   = g->items,
                           .lists   = &g->list,
                           .n_bytes = 100U,
                           .n_items = n_items,
                           .where   = {1U, 2U, 3U}};
}

static void
check_pair(const ln_pair* const pair, const size_t slot, const char* const bytes)
{
  const ln_pair* const of = &SLOT_LIST[slot].pair;
  CHECK_VIEW(ln_term_bytes(pair->object), bytes);
  CU_ASSERT(pair->predicate == of->predicate && pair->flags == of->flags);
  CU_ASSERT(pair->object.stem == of->object.stem && pair->object.kind == of->object.kind);
}

static void
pairs(void)
{
  given           g;
  const ln_press* press   = NULL;
  ln_presses      presses = {0};
  ln_imprint      imprint = {0};
  ln_pair         pair;
  give(&g, 2U);
  CU_ASSERT_EQUAL_FATAL(ln_presses_find(&presses, &g.stencil, &press), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_imprint_take(&imprint, press, &g.stamp), LN_OK);
  CU_ASSERT_EQUAL(imprint.n, 4U);
  CHECK_VIEW(ln_term_bytes(imprint.subject), "subject");
  CU_ASSERT(imprint.subject.s != WORDS[4] && imprint.where.row == 3U);
  ln_imprint_reader reader = {.stencil = &press->stencil, .at = ln_imprint_slots(&imprint).s};
  CU_ASSERT_FATAL(ln_imprint_next(&reader, &pair));
  check_pair(&pair, 0U, "whole");
  CU_ASSERT_FATAL(ln_imprint_next(&reader, &pair));
  check_pair(&pair, 1U, "one");
  CU_ASSERT_EQUAL(pair.object.flags, LN_DIGITS | LN_CLEAN);
  CU_ASSERT_FATAL(ln_imprint_next(&reader, &pair));
  check_pair(&pair, 2U, "two");
  CU_ASSERT_FATAL(ln_imprint_next(&reader, &pair));
  check_pair(&pair, 2U, "three");
  CU_ASSERT_EQUAL(pair.object.flags, 0U);
  CU_ASSERT(!ln_imprint_next(&reader, &pair));
  ln_imprint_clear(&imprint);
  ln_presses_clear(&presses);
}

static void
stamp_again(void)
{
  given           g;
  const ln_press* press   = NULL;
  ln_presses      presses = {0};
  ln_imprint      imprint = {0};
  ln_imprint_room room    = {0};
  ln_stamp        stamp;
  give(&g, 2U);
  CU_ASSERT_EQUAL_FATAL(ln_presses_find(&presses, &g.stencil, &press), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_imprint_take(&imprint, press, &g.stamp), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_imprint_stamp(&imprint, &room, &stamp), LN_OK);
  CU_ASSERT_EQUAL(ln_stamp_pairs(&stamp), 4U);
  CU_ASSERT_PTR_EQUAL(stamp.stencil, &press->stencil);
  CHECK_VIEW(ln_term_bytes(stamp.subject), "subject");
  CU_ASSERT(stamp.texts[0].there && stamp.texts[1].there && stamp.texts[2].there);
  CU_ASSERT(!stamp.texts[3].there);
  CHECK_VIEW(((ln_view){stamp.texts[1].s, stamp.texts[1].n}), "one");
  CU_ASSERT_EQUAL(stamp.texts[1].flags, LN_DIGITS | LN_CLEAN);
  const ln_slot_text* const items = stamp.items + stamp.lists[2].first;
  CU_ASSERT_EQUAL_FATAL(stamp.lists[2].n, 2U);
  CHECK_VIEW(((ln_view){items[0].s, items[0].n}), "two");
  CHECK_VIEW(((ln_view){items[1].s, items[1].n}), "three");
  CU_ASSERT_EQUAL(stamp.n_items, 2U);
  ln_imprint_room_clear(&room);
  ln_imprint_clear(&imprint);
  ln_presses_clear(&presses);
}

/* Nothing to say, too much, one thing twice, or too long. */
static void
none(void)
{
  static char     names[MANY][4 + LN_SLACK];
  given           g;
  const ln_press* press   = NULL;
  ln_presses      presses = {0};
  ln_imprint      imprint = {0};
  give(&g, 2U);
  CU_ASSERT_EQUAL_FATAL(ln_presses_find(&presses, &g.stencil, &press), LN_OK);
  g.items[2] = g.items[1];
  CU_ASSERT_EQUAL(ln_imprint_take(&imprint, press, &g.stamp), LN_OK);
  CU_ASSERT_EQUAL(imprint.n, 0U);
  g.texts[0].there = false;
  g.texts[1].there = false;
  CU_ASSERT_EQUAL(ln_imprint_take(&imprint, press, &g.stamp), LN_OK);
  CU_ASSERT_EQUAL(imprint.n, 0U);
  g.texts[0].there = true;
  g.list           = (ln_slot_list){0U, MANY - 2U};
  g.stamp.n_items  = MANY;
  for (unsigned i = 0U; i < MANY; ++i) {
    const int n = snprintf(names[i], sizeof(names[i]), "%u", i);
    g.items[i]  = (ln_slot_text){names[i], (uint32_t)n, 0U, true};
  }
  CU_ASSERT_EQUAL(ln_imprint_take(&imprint, press, &g.stamp), LN_OK);
  CU_ASSERT_EQUAL(imprint.n, LN_IMPRINT_PAIRS); // with the constant
  for (; g.list.n <= MANY; ++g.list.n) {
    CU_ASSERT_EQUAL(ln_imprint_take(&imprint, press, &g.stamp), LN_OK);
    CU_ASSERT_EQUAL(imprint.n, g.list.n == MANY - 2U ? LN_IMPRINT_PAIRS : 0U);
  }
  g.list.n        = 1U;
  g.stamp.n_bytes = LN_STAMP_MOST;
  CU_ASSERT_EQUAL(ln_imprint_take(&imprint, press, &g.stamp), LN_OK);
  CU_ASSERT_EQUAL(imprint.n, 0U);
  ln_imprint_clear(&imprint);
  ln_presses_clear(&presses);
}

static ln_status
all(ln_imprint* const imprint, ln_imprint_room* const room, const ln_press* const press)
{
  given    g;
  ln_stamp stamp;
  give(&g, 2U);
  LN_TRY(ln_imprint_take(imprint, press, &g.stamp));
  return ln_imprint_stamp(imprint, room, &stamp);
}

static void
start_over(ln_imprint* const imprint, ln_imprint_room* const room)
{
  ln_imprint_clear(imprint);
  ln_imprint_room_clear(room);
}

static void
no_memory(void)
{
  given           g;
  const ln_press* press   = NULL;
  ln_presses      presses = {0};
  ln_imprint      imprint = {0};
  ln_imprint_room room    = {0};
  give(&g, 2U);
  CU_ASSERT_EQUAL_FATAL(ln_presses_find(&presses, &g.stencil, &press), LN_OK);
  CHECK_ALLOC_FAILURES(all(&imprint, &room, press), start_over(&imprint, &room));
  ln_presses_clear(&presses);
}

static const unit_test TESTS[] = {
  {"pairs", pairs}, {"stamp again", stamp_again}, {"none", none}, {"no memory", no_memory}};

UNIT_MAIN("sink/imprint", TESTS)
