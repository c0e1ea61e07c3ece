/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triples by predicate, things by class: of descriptions, of stamps, and of workers that take
 * turns. */

#include "sink_unit.h"

#include "base/wide.h"
#include "sink/headcount.h"
#include "sink/writers.h"

static void
check_list(const ln_headcount_entry* const list, const size_t n, const char* const expected)
{
  char   text[512] = "";
  size_t used      = 0U;
  for (size_t i = 0U; i < n; ++i) {
    used += (size_t)snprintf(text + used,
                             sizeof(text) - used,
                             "%.*s %llu\n",
                             (int)list[i].iri.n,
                             list[i].iri.s,
                             (unsigned long long)list[i].n);
  }
  CU_ASSERT_STRING_EQUAL(text, expected);
}

static void
check_headcount(const ln_headcount* const headcount,
                const char* const         predicates,
                const char* const         classes)
{
  ln_headcount_entry* list = NULL;
  size_t              n    = 0U;
  CU_ASSERT_EQUAL(ln_headcount_predicates(headcount, &list, &n), LN_OK);
  check_list(list, n, predicates);
  ln_free(list);
  CU_ASSERT_EQUAL(ln_headcount_classes(headcount, &list, &n), LN_OK);
  check_list(list, n, classes);
  ln_free(list);
}

static void
test_descriptions(void)
{
  const sample  s         = sample_new();
  const ln_view dynamic[] = {LN_V("http://d/1"), LN_V("https://example.org/age")};
  const ln_pair ada[]     = {pair_of(LN_PREDICATE_TYPE, term_of(LN_IRI, LN_STEM_IRI, "http://c/B")),
                             pair_of(LN_PREDICATE_TYPE, clean_of(LN_IRI, s.person, "A")),
                             pair_of(s.age, string_of("3")),
                             pair_of(LN_PREDICATE_CELL + 1U, string_of("4")),
                             pair_of(LN_PREDICATE_CELL, string_of("5"))};
  ln_desc       descs[5];
  for (size_t i = 0U; i < 5U; ++i) {
    descs[i]         = DESC(clean_of(LN_IRI, s.person, "ada"), ada);
    descs[i].dynamic = dynamic;
  }
  for (size_t size = 0U; size < 3U; ++size) {
    ln_out* const       out       = memory_out();
    ln_headcount* const headcount = ln_headcount_new(s.names);
    ln_sink             writer    = {NULL, NULL};
    ln_sink             sink      = {NULL, NULL};
    CU_ASSERT_PTR_NOT_NULL_FATAL(headcount);
    CU_ASSERT_EQUAL(ln_ntriples_new(s.names, out, false, &writer), LN_OK);
    CU_ASSERT_EQUAL(ln_headcount_sink(headcount, writer, &sink), LN_OK);
    write_chunks(sink, descs, 5U, size);
    check_headcount(headcount,
                    "http://d/1 5\nhttp://www.w3.org/1999/02/22-rdf-syntax-ns#type 10\n"
                    "https://example.org/age 10\n",
                    "http://c/B 5\nhttps://example.org/person/A 5\n");
    CU_ASSERT(ln_out_bytes(out).n > 0U);
    ln_headcount_free(headcount);
    ln_sink_free(writer);
    CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  }
  ln_names_free(s.names);
}

/* Of a stamp: constants, texts that are there, items of lists. */
static void
test_stamps(void)
{
  const sample       s = sample_new();
  char               room[64 + LN_SLACK];
  const ln_slot_text texts[] = {{.s = room, .n = 1U, .flags = LN_CLEAN, .there = true},
                                {.s = room, .n = 1U, .flags = LN_CLEAN, .there = false}};
  const ln_slot_text items[] = {texts[0], texts[0], texts[0]};
  const ln_slot_list list    = {.first = 1U, .n = 2U};
  const ln_slot      slots[] = {
    {.pair = pair_of(LN_PREDICATE_TYPE, clean_of(LN_IRI, s.person, "C")), .kind = LN_SLOT_CONSTANT},
    {.pair = pair_of(LN_PREDICATE_TYPE, clean_of(LN_IRI, s.person, "")), .kind = LN_SLOT_TEXT},
    {.pair = pair_of(s.age, string_of("")), .kind = LN_SLOT_ITEMS},
    {.pair = pair_of(s.label, string_of("")), .kind = LN_SLOT_TEXT, .text = 1U, .gate = 1U}};
  const ln_stencil stencil = {.subject = clean_of(LN_IRI, s.person, "s"), .slots = slots, .n = 4U};
  const ln_stamp   stamp   = {.stencil = &stencil,
                              .subject = stencil.subject,
                              .texts   = texts,
                              .items   = items,
                              .lists   = &list};
  ln_counts        counts  = {0};
  ln_sink          next    = {NULL, NULL};
  ln_sink          sink    = {NULL, NULL};
  size_t           n       = 0U;
  ln_headcount* const headcount = ln_headcount_new(s.names);
  memset(room, 'x', sizeof(room));
  CU_ASSERT_PTR_NOT_NULL_FATAL(headcount);
  CU_ASSERT_EQUAL(ln_count_new(&counts, (ln_sink){NULL, NULL}, &next), LN_OK);
  CU_ASSERT_EQUAL(ln_headcount_sink(headcount, next, &sink), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_stamp(sink, &stamp, &n), LN_OK);
  CU_ASSERT_EQUAL(n, 4U);
  check_headcount(headcount,
                  "http://www.w3.org/1999/02/22-rdf-syntax-ns#type 2\nhttps://example.org/age 2\n",
                  "https://example.org/person/C 1\nhttps://example.org/person/x 1\n");
  ln_headcount_free(headcount);
  ln_sink_free(sink);
  ln_sink_free(next);
  ln_names_free(s.names);
}

static ln_status
count_all(ln_names* const      names,
          ln_headcount** const headcount,
          ln_sink* const       next,
          ln_sink* const       sink)
{
  static ln_counts counts;
  const ln_view    dynamic = LN_V("http://d/1");
  const ln_pair pairs[] = {pair_of(LN_PREDICATE_TYPE, term_of(LN_IRI, LN_STEM_IRI, "http://c/B")),
                           pair_of(LN_PREDICATE_CELL, string_of("5"))};
  ln_desc       desc    = DESC(term_of(LN_IRI, LN_STEM_IRI, "http://s"), pairs);
  ln_sink       worker  = {NULL, NULL};
  ln_headcount_entry* list = NULL;
  size_t              n    = 0U;
  desc.dynamic             = &dynamic;
  *headcount               = ln_headcount_new(names);
  LN_TRY(*headcount ? LN_OK : LN_NO_MEM);
  LN_TRY(ln_count_new(&counts, (ln_sink){NULL, NULL}, next));
  LN_TRY(ln_headcount_sink(*headcount, *next, sink));
  LN_TRY(sink->ops->fork(sink->self, &worker));
  ln_status st = ln_sink_describe(worker, &desc);
  st           = st == LN_OK ? sink->ops->join(sink->self, worker) : st;
  ln_sink_free(worker);
  LN_TRY(st);
  LN_TRY(ln_headcount_predicates(*headcount, &list, &n));
  ln_free(list);
  LN_TRY(ln_headcount_classes(*headcount, &list, &n));
  ln_free(list);
  return LN_OK;
}

static void
give_back(ln_headcount** const headcount, ln_sink* const next, ln_sink* const sink)
{
  ln_sink_free(*sink);
  ln_sink_free(*next);
  ln_headcount_free(*headcount);
  *sink      = (ln_sink){NULL, NULL};
  *next      = (ln_sink){NULL, NULL};
  *headcount = NULL;
}

static void
test_no_memory(void)
{
  const sample  s         = sample_new();
  ln_headcount* headcount = NULL;
  ln_sink       next      = {NULL, NULL};
  ln_sink       sink      = {NULL, NULL};
  CHECK_ALLOC_FAILURES(count_all(s.names, &headcount, &next, &sink),
                       give_back(&headcount, &next, &sink));
  ln_names_free(s.names);
}

static const unit_test tests[] = {
  {"descriptions", test_descriptions},
  {"stamps", test_stamps},
  {"no memory", test_no_memory},
};

UNIT_MAIN("sink/headcount", tests)
