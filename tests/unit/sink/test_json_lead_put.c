/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Stamps as node objects, by hand; that they are what pairs would be is tested for several contexts
   with the leads (test_json_lead.c). */

#include "lead_unit.h"

#include "sink/writers.h"

static ln_slot
slot_of(const lead_world* const w, const size_t stem, const ln_slot_kind kind, const uint16_t text)
{
  const ln_term object = {.stem = w->stems[stem], .kind = stem < 6U ? LN_LITERAL : LN_IRI};
  return (ln_slot){{object, w->predicates[1], 0U, w->leads[1][stem]}, (uint16_t)kind, text, 1U};
}

/* Put the stamp of one number; returns what the writer says. */
static size_t
stamp_of(const lead_world* const w, ln_out* const out, const ln_slot* const slots, const size_t n)
{
  ln_sink            sink    = {0};
  const ln_slot_text number  = {w->texts[1], (uint32_t)w->lengths[1], LN_CLEAN | LN_DIGITS, true};
  const ln_slot_text zeroes  = {w->texts[2], (uint32_t)w->lengths[2], LN_CLEAN | LN_DIGITS, true};
  const ln_slot_text texts[] = {{NULL, 0U, 0U, true}, number, zeroes, {NULL, 0U, 0U, false}};
  const ln_slot_text items[] = {number, number};
  const ln_slot_list lists[] = {{0U, 2U}};
  const ln_stencil   stencil = {.slots = slots, .n = n, .uses = 2U};
  const ln_stamp     stamp   = {.stencil = &stencil,
                                .subject = clean_of(LN_IRI, w->stems[6], w->name),
                                .texts   = texts,
                                .items   = items,
                                .lists   = lists,
                                .n_bytes = 16U,
                                .n_items = 2U};
  size_t             made    = 0U;
  CU_ASSERT_EQUAL_FATAL(ln_jsonld_new(w->names, LN_V(""), LN_V(""), out, &sink), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_stamp(sink, &stamp, &made), LN_OK);
  ln_sink_free(sink);
  return made;
}

static void
check_stamp(const ln_slot* const slots, const size_t n, lead_world* const w, const char* const node)
{
  ln_out* const out = memory_out();
  CU_ASSERT_EQUAL(stamp_of(w, out, slots, n), node ? 3U : LN_UNSTAMPED);
  if (node) {
    CU_ASSERT_TRUE(ln_view_ends(ln_out_bytes(out), ln_view_of(node)));
  }
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

/* Values of one key from several slots stand in one array; leading zeroes cannot be a number. */
static void
by_hand(void)
{
  lead_world* const w = ln_alloc_zero(1U, sizeof(lead_world));
  CU_ASSERT_PTR_NOT_NULL_FATAL(w);
  lead_world_start(w);
  ln_slot slots[] = {slot_of(w, 1U, LN_SLOT_TEXT, 1U),
                     slot_of(w, 0U, LN_SLOT_TEXT, 2U),
                     slot_of(w, 6U, LN_SLOT_ITEMS, 0U)};
  slots[1].gate   = 3U;
  check_stamp(slots,
              3U,
              w,
              "[\n    {\n      \"@id\": \"person:ada\",\n      \"e:p\": [\n        1988,\n"
              "        {\"@id\": \"person:1988\"},\n        {\"@id\": \"person:1988\"}\n"
              "      ]\n    }");
  slots[0].text = 2U;
  check_stamp(slots, 3U, w, NULL);
  ln_names_free(w->names);
  ln_free(w);
}

static const unit_test TESTS[] = {{"by hand", by_hand}};

UNIT_MAIN("sink/json_lead_put", TESTS)
