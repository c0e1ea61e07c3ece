/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The store of facts: what is asked for is kept, once, and found from all sides. */

#include "dispute_unit.h"

static void
sides(void)
{
  ln_facts* const f     = ln_facts_new();
  uint32_t        ann   = 0U;
  uint32_t        knows = 0U;
  uint32_t        bob   = 0U;
  size_t          first = 0U;
  size_t          n     = 0U;
  CU_ASSERT_EQUAL_FATAL(
    unit_fill(f, "bob knows ann\nann knows bob\nann label \"Ann\nann knows bob"), LN_OK);
  CU_ASSERT_EQUAL(ln_facts_size(f), 3U);
  CU_ASSERT_EQUAL(unit_iri(f, LN_V("ann"), &ann), LN_OK);
  CU_ASSERT_EQUAL(unit_iri(f, LN_V("bob"), &bob), LN_OK);
  CU_ASSERT_EQUAL(unit_iri(f, LN_V("knows"), &knows), LN_OK);
  CU_ASSERT_EQUAL(ln_facts_about(f, ann, &first), 2U);
  CU_ASSERT(ln_facts_has(f, ann, knows, bob) && !ln_facts_has(f, ann, knows, ann));
  const uint32_t* const to = ln_facts_to(f, ann, &n);
  CU_ASSERT_EQUAL_FATAL(n, 1U);
  CU_ASSERT_EQUAL(ln_facts_at(f, to[0])->s, bob);
  (void)ln_facts_with(f, knows, &n);
  CU_ASSERT_EQUAL(n, 2U);
  /* Said twice: the first cell counts. */
  CU_ASSERT_EQUAL(ln_facts_at(f, ln_facts_first(f, ann, knows))->row, 2U);
  CHECK_VIEW(ln_facts_text(f, ln_facts_at(f, ln_facts_first(f, ann, LN_TERM_LABEL))->o), "Ann");
  CU_ASSERT_EQUAL(ln_facts_kind(f, ann), LN_IRI);
  CU_ASSERT_EQUAL(ln_facts_first(f, ann, LN_TERM_QUOTE), LN_NO_FACT);
  ln_facts_free(f);
}

/* A description of two pairs, of which one predicate is asked for. */
static ln_status
describe(ln_facts* const facts, const size_t memory, size_t* const kept)
{
  ln_names* const names   = ln_names_new();
  ln_sink         sink    = {0};
  uint16_t        asked   = 0U;
  uint16_t        other   = 0U;
  uint16_t        literal = 0U;
  ln_term         subject = {0};
  uint32_t        term    = 0U;
  ln_status       st      = names ? ln_names_predicate(names, LN_V(EX "asked"), &asked) : LN_NO_MEM;
  st                      = st == LN_OK ? ln_names_predicate(names, LN_V(EX "other"), &other) : st;
  st = st == LN_OK ? ln_names_literal_stem(names, LN_V(""), LN_V(""), &literal) : st;
  st = st == LN_OK ? ln_names_term(names, LN_V(EX "s"), &subject) : st;
  st = st == LN_OK ? ln_names_seal(names) : st;
  st = st == LN_OK ? ln_facts_iri(facts, LN_V(EX "asked"), &term) : st;
  st = st == LN_OK ? ln_facts_sink(facts, names, memory, (ln_sink){0}, &sink) : st;
  const ln_term         value    = {.s = "v", .n = 1U, .stem = literal, .kind = LN_LITERAL};
  const ln_pair         pairs[]  = {{.object = value, .predicate = asked, .column = 1U},
                                    {.object = value, .predicate = other, .column = 2U}};
  static const uint32_t fields[] = {0U, 2U, 3U};
  const ln_desc         desc     = {
                .subject = subject, .pairs = pairs, .n_pairs = 2U, .where = {1U, 0U, 7U}, .fields = fields};
  st    = st == LN_OK ? ln_sink_describe(sink, &desc) : st;
  st    = st == LN_OK ? ln_sink_finish(sink) : st;
  *kept = ln_facts_size(facts);
  if (st == LN_OK && *kept == 1U) {
    CU_ASSERT_EQUAL(ln_facts_at(facts, 0U)->row, 7U);
    CU_ASSERT_EQUAL(ln_facts_at(facts, 0U)->field, 2U);
    CHECK_VIEW(ln_facts_text(facts, ln_facts_at(facts, 0U)->o), "v");
  }
  ln_sink_free(sink);
  ln_names_free(names);
  return st;
}

static void
sink(void)
{
  size_t    kept  = 0U;
  ln_facts* facts = ln_facts_new();
  CU_ASSERT_EQUAL(describe(facts, SIZE_MAX, &kept), LN_OK);
  CU_ASSERT_EQUAL(kept, 1U);
  CU_ASSERT(!ln_facts_full(facts));
  ln_facts_free(facts);
  facts = ln_facts_new();
  CU_ASSERT_EQUAL(describe(facts, 1U, &kept), LN_OK);
  CU_ASSERT_EQUAL(kept, 0U);
  CU_ASSERT(ln_facts_full(facts));
  ln_facts_free(facts);
}

static ln_status
fresh(void)
{
  size_t          kept  = 0U;
  ln_facts* const facts = ln_facts_new();
  const ln_status st    = facts ? describe(facts, SIZE_MAX, &kept) : LN_NO_MEM;
  ln_facts_free(facts);
  return st;
}

static void
no_memory(void)
{
  CHECK_ALLOC_FAILURES(fresh(), (void)0);
}

static const unit_test tests[] = {{"sides", sides}, {"sink", sink}, {"no_memory", no_memory}};

UNIT_MAIN("fact_store", tests)
