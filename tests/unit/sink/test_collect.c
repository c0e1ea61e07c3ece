/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Terms that are equal have one number, however they are put together; all goes on to the next
   sink. */

#include "sink_unit.h"

#include "sink/collect.h"
#include "sink/writers.h"

typedef struct {
  ln_term_table* terms;
  ln_triple_set* set;
  ln_counts      counts;
} kept;

static ln_status
describe(const sample* const s, const ln_sink sink)
{
  const ln_pair ada[]  = {pair_of(s->label, string_of("Ada")),
                          pair_of(s->label, term_of(LN_LITERAL, s->english, "Ada")),
                          pair_of(s->knows, blank_of("b"))};
  const ln_pair bob[]  = {pair_of(LN_PREDICATE_CELL, string_of("Ada"))};
  const ln_view cell   = LN_V("http://www.w3.org/2000/01/rdf-schema#label");
  const ln_desc first  = DESC(term_of(LN_IRI, s->person, "ada"), ada);
  ln_desc       second = DESC(term_of(LN_IRI, LN_STEM_IRI, "https://example.org/person/ada"), bob);
  second.dynamic       = &cell;
  LN_TRY(ln_sink_describe(sink, &first));
  LN_TRY(ln_sink_describe(sink, &second));
  return ln_sink_finish(sink);
}

static ln_status
collect(const sample* const s, kept* const k)
{
  ln_sink count = {NULL, NULL};
  ln_sink sink  = {NULL, NULL};
  *k            = (kept){.terms = ln_term_table_new(), .set = ln_triple_set_new()};
  if (!k->terms || !k->set) {
    return LN_NO_MEM;
  }
  const ln_collection to = {.terms = k->terms, .set = k->set, .file = 7U};
  ln_status           st = ln_count_new(&k->counts, (ln_sink){NULL, NULL}, &count);
  st                     = st == LN_OK ? ln_collect_new(s->names, &to, count, &sink) : st;
  st                     = st == LN_OK ? describe(s, sink) : st;
  st                     = st == LN_OK ? ln_triple_set_seal(k->set) : st;
  ln_sink_free(sink);
  ln_sink_free(count);
  return st;
}

static void
clear(kept* const k)
{
  ln_triple_set_free(k->set);
  ln_term_table_free(k->terms);
}

static uint32_t
number_of(const kept* const k, const ln_read_term term)
{
  uint32_t number = LN_NO_TERM;
  CU_ASSERT_EQUAL(ln_term_table_find(k->terms, &term, 7U, &number), LN_OK);
  return number;
}

static void
keeps(void)
{
  const sample s = sample_new();
  kept         k;
  CU_ASSERT_EQUAL_FATAL(collect(&s, &k), LN_OK);
  CU_ASSERT_EQUAL(ln_triple_set_size(k.set), 3U);
  CU_ASSERT_EQUAL(k.counts.triples, 4U);
  const uint32_t ada =
    number_of(&k, (ln_read_term){.kind = LN_IRI, .text = LN_V("https://example.org/person/ada")});
  const uint32_t label = number_of(
    &k, (ln_read_term){.kind = LN_IRI, .text = LN_V("http://www.w3.org/2000/01/rdf-schema#label")});
  const uint32_t english =
    number_of(&k, (ln_read_term){.kind = LN_LITERAL, .text = LN_V("Ada"), .lang = LN_V("EN")});
  CU_ASSERT(ln_triple_set_has(k.set, ada, label, english));
  CU_ASSERT_EQUAL(ln_triple_set_objects(k.set, ada, label).n, 2U);
  const uint32_t blank = number_of(&k, (ln_read_term){.kind = LN_BLANK, .text = LN_V("b")});
  CU_ASSERT_NOT_EQUAL(blank, LN_NO_TERM);
  CU_ASSERT_EQUAL(ln_term_table_file(k.terms, blank), 7U);
  clear(&k);
  ln_names_free(s.names);
}

/* How often what was collected was taken away. */
typedef struct {
  size_t         times;
  ln_triple_set* set;
} taken;

static ln_status
take(void* const self, ln_collection* const to)
{
  taken* const t = (taken*)self;
  ++t->times;
  CU_ASSERT_EQUAL(ln_triple_set_size(to->set), 2U);
  ln_triple_set_free(to->set);
  to->set = ln_triple_set_new();
  t->set  = to->set;
  return to->set ? LN_OK : LN_NO_MEM;
}

/* With room for one triple: the two descriptions of row 1 stay together, row 2 begins anew. */
static void
full(void)
{
  const sample        s      = sample_new();
  ln_sink             sink   = {NULL, NULL};
  taken               t      = {0U, ln_triple_set_new()};
  ln_term_table*      all    = ln_term_table_new();
  const ln_collection to     = {.terms = all, .set = t.set, .room = 1U, .full = take, .self = &t};
  const ln_pair       name[] = {pair_of(s.label, string_of("Ada"))};
  ln_desc             desc   = DESC(term_of(LN_IRI, s.person, "ada"), name);
  CU_ASSERT_EQUAL_FATAL(ln_collect_new(s.names, &to, (ln_sink){NULL, NULL}, &sink), LN_OK);
  desc.where = (ln_where){.source = 1U, .row = 1U};
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  CU_ASSERT_EQUAL(t.times, 0U);
  desc.where.row = 2U;
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  CU_ASSERT_EQUAL(t.times, 1U);
  CU_ASSERT_EQUAL(ln_triple_set_size(t.set), 1U);
  ln_sink_free(sink);
  ln_triple_set_free(t.set);
  ln_term_table_free(all);
  ln_names_free(s.names);
}

static void
no_memory(void)
{
  const sample s = sample_new();
  kept         k;
  CHECK_ALLOC_FAILURES(collect(&s, &k), clear(&k));
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {{"keeps", keeps}, {"full", full}, {"no memory", no_memory}};

UNIT_MAIN("sink/collect", TESTS)
