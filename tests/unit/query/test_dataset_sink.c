/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Descriptions become triples. */

#include "unit.h"

#include "query/dataset.h"

static ln_status
fill(ln_dataset** const set)
{
  ln_names* const names     = ln_names_new();
  uint16_t        predicate = 0U;
  ln_sink         sink      = {NULL, NULL};
  *set                      = ln_dataset_new();
  ln_status st =
    names && *set ? ln_names_predicate(names, LN_V("http://x/p"), &predicate) : LN_NO_MEM;
  st = st == LN_OK ? ln_names_seal(names) : st;
  st = st == LN_OK ? ln_dataset_sink(*set, names, 0U, &sink) : st;
  if (st == LN_OK) {
    const ln_view dynamic[] = {LN_V("http://x/q")};
    const ln_pair pairs[]   = {
      {.object    = {.s = "one", .n = 3U, .stem = LN_STEM_STRING, .kind = LN_LITERAL},
         .predicate = predicate},
      {.object = {.s = "b", .n = 1U, .kind = LN_BLANK}, .predicate = LN_PREDICATE_CELL}};
    const ln_desc desc = {
      .subject = {.s = "http://x/s", .n = 10U, .stem = LN_STEM_IRI, .kind = LN_IRI},
      .graph   = {.s = "http://x/g", .n = 10U, .stem = LN_STEM_IRI, .kind = LN_IRI},
      .pairs   = pairs,
      .n_pairs = 2U,
      .dynamic = dynamic};
    st = ln_sink_describe(sink, &desc);
    st = st == LN_OK ? ln_sink_finish(sink) : st;
    st = st == LN_OK ? ln_dataset_seal(*set) : st;
  }
  ln_sink_free(sink);
  ln_names_free(names);
  return st;
}

static void
descriptions(void)
{
  ln_dataset* set = NULL;
  CU_ASSERT_EQUAL_FATAL(fill(&set), LN_OK);
  CU_ASSERT_EQUAL(ln_dataset_size(set), 2U);
  CU_ASSERT_EQUAL(ln_dataset_graphs(set), 1U);
  CHECK_VIEW(ln_dataset_term(set, ln_dataset_graph(set, 0U)).text, "http://x/g");
  const ln_read_term cell = {.kind = LN_IRI, .text = LN_V("http://x/q")};
  CU_ASSERT_NOT_EQUAL(ln_dataset_find(set, &cell), LN_ABSENT);
  ln_dataset_free(set);
}

static void
no_memory(void)
{
  ln_dataset* set = NULL;
  CHECK_ALLOC_FAILURES(fill(&set), ln_dataset_free(set));
}

static const unit_test TESTS[] = {{"descriptions", descriptions}, {"no memory", no_memory}};

UNIT_MAIN("query/dataset_sink", TESTS)
