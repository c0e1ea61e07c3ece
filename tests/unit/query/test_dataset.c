/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Three orders of the same triples, by graph. */

#include "unit.h"

#include "query_data.h"

static uint32_t
number_of(const ln_dataset* const set, const char* const iri)
{
  const ln_read_term term = {.kind = LN_IRI, .text = ln_view_of(iri)};
  return ln_dataset_find(set, &term);
}

static size_t
count(const ln_dataset* const set, const uint32_t s, const uint32_t p, const uint32_t o)
{
  const ln_fact_pattern pattern = {s, p, o};
  const ln_fact_range   range   = ln_dataset_match(set, LN_ABSENT, &pattern);
  for (size_t i = 0U; i < range.n; ++i) {
    const ln_fact_pattern fact = ln_fact_at(&range, i);
    CU_ASSERT(s == LN_ABSENT || fact.subject == s);
    CU_ASSERT(p == LN_ABSENT || fact.predicate == p);
    CU_ASSERT(o == LN_ABSENT || fact.object == o);
  }
  return range.n;
}

static void
matches(void)
{
  ln_dataset* const set   = small_dataset();
  const uint32_t    a     = number_of(set, "http://x/a");
  const uint32_t    c     = number_of(set, "http://x/c");
  const uint32_t    knows = number_of(set, "http://x/knows");
  CU_ASSERT_EQUAL(ln_dataset_size(set), 17U);
  CU_ASSERT_EQUAL(count(set, LN_ABSENT, LN_ABSENT, LN_ABSENT), 15U);
  CU_ASSERT_EQUAL(count(set, a, LN_ABSENT, LN_ABSENT), 7U);
  CU_ASSERT_EQUAL(count(set, a, knows, LN_ABSENT), 2U);
  CU_ASSERT_EQUAL(count(set, LN_ABSENT, knows, LN_ABSENT), 4U);
  CU_ASSERT_EQUAL(count(set, LN_ABSENT, knows, c), 3U);
  CU_ASSERT_EQUAL(count(set, LN_ABSENT, LN_ABSENT, c), 3U);
  CU_ASSERT_EQUAL(count(set, a, LN_ABSENT, c), 1U);
  CU_ASSERT_EQUAL(count(set, a, knows, c), 1U);
  CU_ASSERT_EQUAL(count(set, a, c, knows), 0U);
  CU_ASSERT_EQUAL(number_of(set, "http://x/nobody"), LN_ABSENT);
  ln_dataset_free(set);
}

static void
terms(void)
{
  ln_dataset* const  set    = small_dataset();
  const ln_read_term tagged = {.kind = LN_LITERAL, .text = LN_V("Zo\xC3\xAB"), .lang = LN_V("fr")};
  const ln_read_term plain  = {.kind = LN_LITERAL, .text = LN_V("Ann")};
  const ln_read_term other  = {.kind = LN_LITERAL, .text = LN_V("Ann"), .lang = LN_V("fr")};
  const uint32_t     zoe    = ln_dataset_find(set, &tagged);
  CU_ASSERT_NOT_EQUAL_FATAL(zoe, LN_ABSENT);
  CHECK_VIEW(ln_dataset_term(set, zoe).lang, "fr");
  CU_ASSERT_NOT_EQUAL(ln_dataset_find(set, &plain), LN_ABSENT);
  CU_ASSERT_EQUAL(ln_dataset_find(set, &other), LN_ABSENT);
  CU_ASSERT_EQUAL(ln_dataset_graphs(set), 2U);
  CHECK_VIEW(ln_dataset_term(set, ln_dataset_graph(set, 1U)).text, "http://x/g2");
  ln_dataset_free(set);
}

static void
repeated(void)
{
  ln_dataset* set = NULL;
  CU_ASSERT_EQUAL(
    load_dataset("<http://x/a> <http://x/b> 1, 1 . <http://x/a> <http://x/b> 1 .", &set), LN_OK);
  CU_ASSERT_EQUAL(ln_dataset_size(set), 1U);
  ln_dataset_free(set);
  CU_ASSERT_EQUAL(load_dataset("", &set), LN_OK);
  CU_ASSERT_EQUAL(ln_dataset_size(set), 0U);
  ln_dataset_free(set);
  ln_dataset_free(NULL);
}

static ln_status
build(void)
{
  ln_dataset* const    set    = ln_dataset_new();
  const ln_read_triple triple = {.subject   = {.kind = LN_IRI, .text = LN_V("a:a")},
                                 .predicate = {.kind = LN_IRI, .text = LN_V("a:b")},
                                 .object    = {.kind = LN_BLANK, .text = LN_V("x")},
                                 .graph     = {.kind = LN_IRI, .text = LN_V("a:g")}};
  ln_status            st     = set ? ln_dataset_add(set, &triple, 0U) : LN_NO_MEM;
  st                          = st == LN_OK ? ln_dataset_seal(set) : st;
  ln_dataset_free(set);
  return st;
}

static void
no_memory(void)
{
  CHECK_ALLOC_FAILURES(build(), (void)0);
}

static const unit_test TESTS[] = {
  {"matches", matches}, {"terms", terms}, {"repeated", repeated}, {"no memory", no_memory}};

UNIT_MAIN("query/dataset", TESTS)
