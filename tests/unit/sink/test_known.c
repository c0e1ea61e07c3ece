/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A triple is known if RDF says that it is the same: stems, the order of descriptions and the
   memory there is must not matter. */

#include "sink_unit.h"

#include "sink/known.h"

#include <stdio.h>

static ln_known*
known_new(const sample* const s, const size_t memory)
{
  ln_known* k = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_known_new(s->names, memory, &k), LN_OK);
  return k;
}

/* How many pairs of a description are new. */
static size_t
fresh(ln_known* const k, const ln_desc desc)
{
  CU_ASSERT_EQUAL(ln_known_meet(k, &desc), LN_OK);
  return ln_known_fresh(k);
}

/* One IRI in three ways: each part of a triple may be put together by any of them. */
static void
stems(void)
{
  const sample  s      = sample_new();
  ln_known*     k      = known_new(&s, 1U << 20U);
  const ln_view cell[] = {LN_V("https://example.org/knows"), LN_V("http://new.org/p")};
  const ln_term one    = term_of(LN_IRI, s.person, "1");
  const ln_term whole  = term_of(LN_IRI, LN_STEM_IRI, "https://example.org/person/1");
  const ln_term other  = term_of(LN_IRI, LN_STEM_IRI, "https://example.org/person2/1");
  const ln_term empty  = term_of(LN_IRI, s.person, "");
  const ln_pair a[]    = {pair_of(s.knows, one)};
  const ln_pair b[]    = {pair_of(s.knows, whole), pair_of(LN_PREDICATE_CELL, one)};
  const ln_pair c[]    = {pair_of(LN_PREDICATE_CELL + 1U, one), pair_of(s.knows, other)};
  ln_desc       d      = DESC(whole, b);
  ln_desc       e      = DESC(one, c);
  d.dynamic            = cell;
  e.dynamic            = cell;
  CU_ASSERT_EQUAL(fresh(k, DESC(one, a)), 1U);
  CU_ASSERT_EQUAL(fresh(k, d), 0U);
  CU_ASSERT(ln_known_has(k, 0U) && ln_known_has(k, 1U));
  CU_ASSERT_EQUAL(fresh(k, e), 2U);
  CU_ASSERT_EQUAL(fresh(k, e), 0U);
  CU_ASSERT_EQUAL(fresh(k, DESC(other, a)), 1U);
  CU_ASSERT_EQUAL(fresh(k, DESC(empty, a)), 1U);
  CU_ASSERT_EQUAL(fresh(k, DESC(term_of(LN_IRI, LN_STEM_IRI, "https://example.org/person/"), a)),
                  0U);
  ln_known_free(k);
  ln_names_free(s.names);
}

/* Terms of the same bytes that are not the same. */
static void
kinds(void)
{
  const sample  s       = sample_new();
  ln_known*     k       = known_new(&s, 1U << 20U);
  const ln_pair pairs[] = {pair_of(s.label, string_of("1")),
                           pair_of(s.label, term_of(LN_LITERAL, s.english, "1")),
                           pair_of(s.label, term_of(LN_LITERAL, s.german, "1")),
                           pair_of(s.label, term_of(LN_LITERAL, s.integer, "1")),
                           pair_of(s.label, term_of(LN_IRI, LN_STEM_IRI, "1")),
                           pair_of(s.label, blank_of("1")),
                           pair_of(s.age, string_of("1")),
                           pair_of(s.label, string_of("")),
                           pair_of(s.label, string_of("11"))};
  const size_t  n       = sizeof(pairs) / sizeof(pairs[0]);
  ln_desc       d       = DESC(term_of(LN_IRI, LN_STEM_IRI, "1"), pairs);
  CU_ASSERT_EQUAL(fresh(k, d), n);
  CU_ASSERT_EQUAL(fresh(k, DESC(blank_of("1"), pairs)), n);
  d.graph = term_of(LN_IRI, LN_STEM_IRI, "1");
  CU_ASSERT_EQUAL(fresh(k, d), n);
  d.graph = blank_of("1");
  CU_ASSERT_EQUAL(fresh(k, d), n);
  CU_ASSERT_EQUAL(fresh(k, d), 0U);
  /* A blank node has no stem, whatever stands there. */
  d.graph.stem = 3U;
  CU_ASSERT_EQUAL(fresh(k, d), 0U);
  ln_known_free(k);
  ln_names_free(s.names);
}

/* Lengths around those where numbers take a byte more. */
static void
lengths(void)
{
  static const unsigned sizes[] = {0U, 1U, 123U, 124U, 125U, 126U, 127U, 128U, 16383U, 16384U};
  enum { N = sizeof(sizes) / sizeof(sizes[0]) };
  const sample s = sample_new();
  ln_known*    k = known_new(&s, 1U << 20U);
  char         text[16386];
  ln_pair      pairs[N];
  memset(text, 'x', sizeof(text));
  for (size_t i = 0U; i < N; ++i) {
    pairs[i] = pair_of(s.label, (ln_term){text, sizes[i], LN_STEM_STRING, LN_LITERAL, 0U});
  }
  CU_ASSERT_EQUAL(fresh(k, DESC(blank_of("a"), pairs)), N);
  for (size_t i = 0U; i < N; ++i) {
    CU_ASSERT_EQUAL(fresh(k, desc_of(blank_of("a"), &pairs[i], 1U)), 0U);
  }
  ++pairs[1].object.n;
  CU_ASSERT_EQUAL(fresh(k, DESC(blank_of("a"), pairs)), 1U);
  ln_known_free(k);
  ln_names_free(s.names);
}

/* Several of a description are the same: the first stays. */
static void
within(void)
{
  const sample  s       = sample_new();
  ln_known*     k       = known_new(&s, 1U << 20U);
  const ln_pair pairs[] = {pair_of(s.label, string_of("a")),
                           pair_of(s.label, string_of("b")),
                           pair_of(s.label, string_of("a")),
                           pair_of(s.age, string_of("b")),
                           pair_of(s.label, string_of("b"))};
  CU_ASSERT_EQUAL(fresh(k, DESC(blank_of("a"), pairs)), 3U);
  CU_ASSERT(!ln_known_has(k, 0U) && !ln_known_has(k, 1U) && ln_known_has(k, 2U));
  CU_ASSERT(!ln_known_has(k, 3U) && ln_known_has(k, 4U));
  ln_known_free(k);
  ln_names_free(s.names);
}

/* A subject of very many pairs, which come one by one, a few at once, or all at once, twice. A way
   that compares each with all would take minutes. */
static void
one_subject(void)
{
  enum { N = 100000, WIDTH = 8 };
  static const size_t steps[] = {1U, 7U, N};
  static char         texts[N][WIDTH];
  static ln_pair      pairs[2 * N];
  const sample        s = sample_new();
  for (unsigned i = 0U; i < N; ++i) {
    CU_ASSERT_FATAL(snprintf(texts[i], WIDTH, "%u", i) > 0);
    pairs[i]     = pair_of(s.label, string_of(texts[i]));
    pairs[N + i] = pairs[i];
  }
  for (size_t i = 0U; i < sizeof(steps) / sizeof(steps[0]); ++i) {
    ln_known* k   = known_new(&s, 1U << 26U);
    size_t    sum = 0U;
    for (size_t at = 0U; at < 2U * (size_t)N; at += steps[i]) {
      const size_t left = (2U * (size_t)N) - at;
      sum += fresh(k, desc_of(blank_of("a"), &pairs[at], left < steps[i] ? left : steps[i]));
    }
    CU_ASSERT_EQUAL(sum, N);
    CU_ASSERT_EQUAL(fresh(k, desc_of(blank_of("b"), pairs, 2U * (size_t)N)), N);
    ln_known_free(k);
  }
  ln_names_free(s.names);
}

/* A long description that says few things, each often, of a subject that has one of them. */
static void
long_and_few(void)
{
  enum { N = 40 };
  const sample s = sample_new();
  ln_known*    k = known_new(&s, 1U << 20U);
  ln_pair      pairs[N];
  for (size_t i = 0U; i < N; ++i) {
    pairs[i] = pair_of(s.label, string_of(i < N - 2U ? "old" : "new"));
  }
  CU_ASSERT_EQUAL(fresh(k, desc_of(blank_of("a"), pairs, 1U)), 1U);
  CU_ASSERT_EQUAL(fresh(k, DESC(blank_of("a"), pairs)), 1U);
  CU_ASSERT(ln_known_has(k, 0U) && !ln_known_has(k, N - 2U) && ln_known_has(k, N - 1U));
  CU_ASSERT_EQUAL(fresh(k, DESC(blank_of("b"), pairs)), 2U);
  CU_ASSERT_EQUAL(fresh(k, DESC(blank_of("b"), pairs)), 0U);
  ln_known_free(k);
  ln_names_free(s.names);
}

/* Far more subjects than memory has room for, each described several times, with some that come
   again and again, one of them with very many pairs. */
static void
little_memory(void)
{
  enum { N = 30000, OFTEN = 7 };
  const sample s = sample_new();
  ln_known*    k = known_new(&s, 0U);
  for (unsigned i = 0U; i < 3U * (unsigned)N; ++i) {
    char           subject[16];
    char           object[16];
    const unsigned round = i / N;
    CU_ASSERT_FATAL(snprintf(subject, sizeof(subject), "%u", i % N) > 0);
    CU_ASSERT_FATAL(snprintf(object, sizeof(object), "%u", round == 1U ? i : 0U) > 0);
    const ln_pair pair = pair_of(s.label, string_of(object));
    const ln_pair many = pair_of(s.age, string_of(subject));
    const ln_pair same = pair_of(s.age, string_of("often"));
    CU_ASSERT_EQUAL(fresh(k, desc_of(blank_of(subject), &pair, 1U)), round == 2U ? 0U : 1U);
    CU_ASSERT_EQUAL(fresh(k, desc_of(blank_of("wide"), &many, 1U)), round == 0U ? 1U : 0U);
    subject[0] = (char)('a' + (i % OFTEN));
    subject[1] = '\0';
    CU_ASSERT_EQUAL(fresh(k, desc_of(term_of(LN_IRI, s.person, subject), &same, 1U)),
                    i < OFTEN ? 1U : 0U);
  }
  CU_ASSERT_STRING_EQUAL(ln_known_error(k), "");
  ln_known_free(k);
  ln_names_free(s.names);
}

static ln_status
all(ln_known** const k, const sample* const s)
{
  LN_TRY(ln_known_new(s->names, 0U, k));
  for (unsigned i = 0U; i < 900U; ++i) {
    char text[24];
    CU_ASSERT(snprintf(text, sizeof(text), "%u", i) > 0);
    const ln_pair pairs[] = {pair_of(s->label, string_of(text)), pair_of(s->label, string_of("1"))};
    const ln_desc desc    = DESC(blank_of(i % 2U == 0U ? "a" : text), pairs);
    LN_TRY(ln_known_meet(*k, &desc));
  }
  return LN_OK;
}

static void
start_over(ln_known** const k)
{
  ln_known_free(*k);
  *k = NULL;
}

static void
no_memory(void)
{
  const sample s = sample_new();
  ln_known*    k = NULL;
  CHECK_ALLOC_FAILURES(all(&k, &s), start_over(&k));
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {{"stems", stems},
                                  {"kinds", kinds},
                                  {"lengths", lengths},
                                  {"within", within},
                                  {"one subject", one_subject},
                                  {"long and few", long_and_few},
                                  {"little memory", little_memory},
                                  {"no memory", no_memory}};

UNIT_MAIN("sink/known", TESTS)
