/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Pairs, each once with the best reason, and what several share. */

#include "contrast_unit.h"

typedef struct {
  size_t identifiers;
  size_t names;
  size_t most;
} shared_count;

static ln_status
take_shared(void* const self, const ln_shared* const shared)
{
  shared_count* const count = self;
  count->names += shared->name ? 1U : 0U;
  count->identifiers += shared->name ? 0U : 1U;
  count->most = shared->n > count->most ? shared->n : count->most;
  return LN_OK;
}

static ln_status
pair(const char* const a, const char* const b, size_t cases[LN_MATCHES], shared_count* const shared)
{
  contrast_unit u       = {0};
  ln_pairing*   pairing = NULL;
  ln_match      match;
  ln_status     st = contrast_open(&u);
  memset(cases, 0, LN_MATCHES * sizeof(size_t));
  *shared                  = (shared_count){0U, 0U, 0U};
  st                       = st == LN_OK ? contrast_fill(&u, 0U, a) : st;
  st                       = st == LN_OK ? contrast_fill(&u, 1U, b) : st;
  const ln_pairing_job job = {
    &u.book, u.terms, {u.rosters[0], u.rosters[1]}, 1U << 16U, take_shared, shared};
  st = st == LN_OK ? ln_pairing_new(&job, &pairing) : st;
  while (st == LN_OK) {
    st = ln_pairing_next(pairing, &match);
    if (st == LN_OK) {
      ++cases[match.by];
    }
  }
  ln_pairing_free(pairing);
  contrast_clear(&u);
  return st == LN_END ? LN_OK : st;
}

#define PERSON(id, name) id " a Person\n" id " label \"" name "\n"

static void
reasons(void)
{
  size_t       cases[LN_MATCHES];
  shared_count shared;
  CU_ASSERT_EQUAL(
    pair(PERSON("a", "Ann Lee") "a label \"Lee, Ann\na born \"1900\na id \"wd:Q1\na id \"ulan:1\n",
         PERSON("x", "Ann Lee") "x born \"1900\nx id \"wd:Q1\nx id \"ulan:1\n",
         cases,
         &shared),
    LN_OK);
  CU_ASSERT_EQUAL(cases[LN_MATCH_IDENTIFIER], 1U);
  CU_ASSERT_EQUAL(cases[LN_MATCH_PROPOSED], 0U);
  CU_ASSERT_EQUAL(shared.identifiers + shared.names, 0U);
}

static void
several(void)
{
  size_t       cases[LN_MATCHES];
  shared_count shared;
  CU_ASSERT_EQUAL(pair(PERSON("a", "A") "a id \"wd:Q1\n" PERSON("b", "B") "b id \"wd:Q1\n",
                       PERSON("x", "X") "x id \"wd:Q1\n",
                       cases,
                       &shared),
                  LN_OK);
  CU_ASSERT_EQUAL(cases[LN_MATCH_IDENTIFIER], 2U);
  CU_ASSERT_EQUAL(shared.identifiers, 1U);
  CU_ASSERT_EQUAL(shared.most, 2U);
}

/* Nine of a name on one side and eight on the other make more pairs than anybody looks at. */
static void
common(void)
{
  size_t       cases[LN_MATCHES];
  shared_count shared;
  ln_text      a  = {0};
  ln_text      b  = {0};
  ln_status    st = LN_OK;
  for (size_t i = 0U; i < 9U && st == LN_OK; ++i) {
    st = ln_text_format(&a, "a%zu a Person\na%zu label \"Untitled\n", i, i);
    st = st == LN_OK && i < 8U ? ln_text_format(&b, "b%zu a Person\nb%zu label \"Untitled\n", i, i)
                               : st;
  }
  CU_ASSERT_EQUAL(st, LN_OK);
  CU_ASSERT_EQUAL(pair(a.s, b.s, cases, &shared), LN_OK);
  CU_ASSERT_EQUAL(shared.names, 1U);
  CU_ASSERT_EQUAL(shared.most, 17U);
  CU_ASSERT_EQUAL(cases[LN_MATCH_NAME], 0U);
  ln_text_clear(&a);
  ln_text_clear(&b);
}

static ln_status
once(void)
{
  size_t       cases[LN_MATCHES];
  shared_count shared;
  return pair(PERSON("a", "Lee, Ann") "a id \"wd:Q1\n",
              PERSON("x", "Ann Lee") "x id \"wd:Q1\n",
              cases,
              &shared);
}

static void
memory(void)
{
  CHECK_ALLOC_FAILURES(once(), (void)0);
}

static const unit_test tests[] = {
  {"reasons", reasons}, {"several", several}, {"common", common}, {"memory", memory}};

UNIT_MAIN("pairing", tests)
