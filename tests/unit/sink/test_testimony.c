/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Everything is passed on; what has the words is kept, once each, whatever graph it stood in. */

#include "testimony_unit.h"

static size_t seen;

static ln_status
count(const void* const self, ln_graph* const said, const ln_term graph, const ln_sink next)
{
  const ln_testimony_words* const words = self;
  (void)next;
  for (size_t i = 0U; i < ln_graph_nodes(said); ++i) {
    ln_claimed claim = {0};
    seen += ln_said_claim(said, words, i, &claim);
  }
  CHECK_VIEW(ln_term_bytes(graph), "http://e/g");
  return LN_OK;
}

static ln_teller
counter(const ln_testimony_words* const words)
{
  return (ln_teller){count, words};
}

static void
test_claims(void)
{
  telling t;
  seen = 0U;
  CU_ASSERT_EQUAL(tell_all(&t, LN_EVIDENCE_GRAPHS, counter), LN_OK);
  CU_ASSERT_EQUAL(seen, 3U);
  CHECK_VIEW(ln_out_bytes(t.out), SAID);
  CU_ASSERT_FALSE(ln_sink_takes_lists(t.sink));
  telling_end(&t);
}

/* A claim lacks nothing: subject, predicate and object, and the predicate is an IRI. */
static void
test_no_claims(void)
{
  telling         t;
  const ln_teller teller = {count, &t.words};
  CU_ASSERT_EQUAL(telling_begin(&t, LN_EVIDENCE_RANKS), LN_OK);
  CU_ASSERT_EQUAL(ln_testimony_new(&t.words, &teller, t.writer, &t.sink), LN_OK);
  const uint16_t* const w     = t.words.words;
  const ln_pair         odd[] = {pair_of(w[LN_SAYING_SUBJECT], thing("http://e/s")),
                                 pair_of(w[LN_SAYING_OBJECT], string_of("v")),
                                 pair_of(w[LN_SAYING_PREDICATE], string_of("p"))};
  CU_ASSERT_EQUAL(tell_of(&t, t.sink, "http://e/c", odd, 3U), LN_OK);
  CU_ASSERT_EQUAL(tell_of(&t, t.sink, "http://e/d", odd, 2U), LN_OK);
  seen = 0U;
  CU_ASSERT_EQUAL(ln_sink_finish(t.sink), LN_OK);
  CU_ASSERT_EQUAL(seen, 0U);
  telling_end(&t);
}

/* A stamp goes on unless its stencil has one of the words. */
static void
test_stamps(void)
{
  telling            t;
  const ln_teller    teller  = {count, &t.words};
  const ln_slot_text text    = {.s = "v", .n = 1U, .there = true};
  ln_slot            slot    = {.pair = pair_of(LN_PREDICATE_TYPE, thing("http://e/T"))};
  const ln_stencil   stencil = {.subject = thing("http://e/s"), .slots = &slot, .n = 1U};
  const ln_stamp     stamp = {.stencil = &stencil, .subject = thing("http://e/s"), .texts = &text};
  size_t             n     = 0U;
  CU_ASSERT_EQUAL(telling_begin(&t, LN_EVIDENCE_RANKS), LN_OK);
  CU_ASSERT_EQUAL(ln_testimony_new(&t.words, &teller, t.writer, &t.sink), LN_OK);
  slot.pair.predicate = t.words.words[LN_SAYING_QUOTE];
  CU_ASSERT_EQUAL(ln_sink_stamp(t.sink, &stamp, &n), LN_OK);
  CU_ASSERT_EQUAL(n, LN_UNSTAMPED);
  CHECK_VIEW(ln_out_bytes(t.out), "");
  telling_end(&t);
}

static ln_status
tell_counted(telling* const t)
{
  return tell_all(t, LN_EVIDENCE_GRAPHS, counter);
}

static void
test_no_memory(void)
{
  telling t = {0};
  CHECK_ALLOC_FAILURES(tell_counted(&t), telling_end(&t));
}

static const unit_test tests[] = {
  {"claims", test_claims},
  {"no claims", test_no_claims},
  {"stamps", test_stamps},
  {"no memory", test_no_memory},
};

UNIT_MAIN("sink/testimony", tests)
