/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Counting, alone, on the way to another sink, and shared out. */

#include "sink_unit.h"

#include "sink/writers.h"

static void
alone(void)
{
  const sample  s       = sample_new();
  ln_counts     counts  = {0U, 0U};
  const ln_pair pairs[] = {pair_of(s.age, blank_of("a")), pair_of(s.age, blank_of("b"))};
  const ln_desc descs[] = {DESC(blank_of("x"), pairs),
                           desc_of(blank_of("x"), pairs, 1U),
                           desc_of(blank_of("x"), NULL, 0U)};
  for (size_t size = 0U; size < 3U; ++size) {
    ln_sink       sink = {NULL, NULL};
    const ln_sink none = {NULL, NULL};
    counts             = (ln_counts){10U, 20U};
    CU_ASSERT_EQUAL_FATAL(ln_count_new(&counts, none, &sink), LN_OK);
    write_chunks(sink, descs, 3U, size);
    CU_ASSERT_EQUAL(counts.descriptions, 12U);
    CU_ASSERT_EQUAL(counts.triples, 23U);
  }
  ln_names_free(s.names);
}

static void
on_the_way(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  ln_counts     counts  = {0U, 0U};
  const ln_pair pair    = pair_of(s.path, blank_of("a"));
  const ln_desc descs[] = {desc_of(blank_of("x"), &pair, 1U), desc_of(blank_of("y"), &pair, 1U)};
  for (size_t size = 0U; size < 3U; ++size) {
    ln_sink next = {NULL, NULL};
    ln_sink sink = {NULL, NULL};
    CU_ASSERT_EQUAL_FATAL(ln_ntriples_new(s.names, out, false, &next), LN_OK);
    CU_ASSERT_EQUAL_FATAL(ln_count_new(&counts, next, &sink), LN_OK);
    write_chunks(sink, descs, 2U, size);
    ln_sink_free(next);
    CHECK_VIEW(ln_out_bytes(out),
               "_:x <http://other.org/p/> _:a .\n_:y <http://other.org/p/> _:a .\n");
    ln_out_rewind(out);
  }
  CU_ASSERT_EQUAL(counts.triples, 6U);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/** Stamps count as what they make; a sink that does not take them leaves the counts alone. */
static void
stamps(void)
{
  const sample       s       = sample_new();
  const ln_sink      none    = {NULL, NULL};
  ln_counts          counts  = {0U, 0U};
  ln_sink            sink    = {NULL, NULL};
  ln_sink            group   = {NULL, NULL};
  const ln_slot_text texts[] = {{NULL, 0U, 0U, true}, {NULL, 0U, 0U, false}};
  const ln_slot_list lists[] = {{0U, 3U}};
  const ln_slot      slots[] = {{pair_of(s.age, blank_of("a")), LN_SLOT_CONSTANT, 0U, 0U},
                                {pair_of(s.age, blank_of("b")), LN_SLOT_CONSTANT, 0U, 1U},
                                {pair_of(s.age, blank_of("c")), LN_SLOT_ITEMS, 0U, 0U}};
  const ln_stencil   stencil = {.slots = slots, .n = 3U, .uses = 1U};
  const ln_stamp     stamp   = {.stencil = &stencil, .texts = texts, .lists = lists, .n_items = 3U};
  size_t             n       = 0U;
  CU_ASSERT_EQUAL_FATAL(ln_count_new(&counts, none, &sink), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_stamp(sink, &stamp, &n), LN_OK);
  CU_ASSERT_EQUAL(n, 4U);
  CU_ASSERT_EQUAL(counts.descriptions, 1U);
  CU_ASSERT_EQUAL(counts.triples, 4U);
  CU_ASSERT_EQUAL_FATAL(ln_group_new(s.names, sink, &group), LN_OK);
  ln_sink over = {NULL, NULL};
  CU_ASSERT_EQUAL_FATAL(ln_count_new(&counts, group, &over), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_stamp(over, &stamp, &n), LN_OK);
  CU_ASSERT_EQUAL(n, LN_UNSTAMPED);
  CU_ASSERT_EQUAL(counts.triples, 4U);
  ln_sink_free(over);
  ln_sink_free(group);
  ln_sink_free(sink);
  ln_names_free(s.names);
}

/** What cannot be shared out makes the counter unable to be. */
static void
not_shared(void)
{
  const sample  s      = sample_new();
  ln_out* const out    = memory_out();
  ln_counts     counts = {0U, 0U};
  ln_sink       next   = {NULL, NULL};
  ln_sink       group  = {NULL, NULL};
  ln_sink       sink   = {NULL, NULL};
  CU_ASSERT_EQUAL_FATAL(ln_ntriples_new(s.names, out, false, &next), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_group_new(s.names, next, &group), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_count_new(&counts, group, &sink), LN_OK);
  CU_ASSERT(!sink.ops->fork);
  ln_sink_free(sink);
  ln_sink_free(group);
  CU_ASSERT_EQUAL_FATAL(ln_count_new(&counts, next, &sink), LN_OK);
  CU_ASSERT(sink.ops->fork != NULL);
  ln_sink_free(sink);
  ln_sink_free(next);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static ln_status
fork_once(const sample* const s, ln_out* const out)
{
  ln_counts counts = {0U, 0U};
  ln_sink   next   = {NULL, NULL};
  ln_sink   sink   = {NULL, NULL};
  ln_sink   worker = {NULL, NULL};
  ln_status status = ln_ntriples_new(s->names, out, false, &next);
  status           = status == LN_OK ? ln_count_new(&counts, next, &sink) : status;
  status           = status == LN_OK ? sink.ops->fork(sink.self, &worker) : status;
  ln_sink_free(worker);
  ln_sink_free(sink);
  ln_sink_free(next);
  return status;
}

static void
no_memory(void)
{
  const sample  s   = sample_new();
  ln_out* const out = memory_out();
  CHECK_ALLOC_FAILURES(fork_once(&s, out), (void)0);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {{"alone", alone},
                                  {"on the way", on_the_way},
                                  {"stamps", stamps},
                                  {"not shared out", not_shared},
                                  {"no memory", no_memory}};

UNIT_MAIN("sink/count", TESTS)
