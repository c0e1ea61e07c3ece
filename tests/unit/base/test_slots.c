/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Places are found by tags, the same ones with any memory, the latest first. */

#include "unit.h"

#include "base/slots.h"

/* What is looked for is a number whose tag it shares with a few others; the place tells the number
   and how often it was put. */
enum { THINGS = 40000, ROUNDS = 3 };

static uint32_t
tag_of(const uint32_t thing)
{
  return (thing / 3U) * 0x9E3779B1U;
}

/* The latest place of a thing; 0: there is none. */
static ln_status
find(ln_slots* const s, const uint32_t thing, ln_slot_walk* const walk, uint32_t* const place_1)
{
  ln_status st = LN_OK;
  *walk        = ln_slots_find(s, tag_of(thing));
  do {
    st = ln_slots_next(s, walk, place_1);
  } while (st == LN_OK && (*place_1 - 1U) / ROUNDS != thing);
  *place_1 = st == LN_OK ? *place_1 : 0U;
  return st == LN_END ? LN_OK : st;
}

/* Every thing is put, then every second a second time, every fourth a third time. */
static ln_status
put_all(ln_slots* const s, const uint32_t n)
{
  ln_slot_walk walk;
  uint32_t     place_1 = 0U;
  for (uint32_t round = 0U; round < ROUNDS; ++round) {
    for (uint32_t i = 0U; i < n; i += (uint32_t)1U << round) {
      ln_slots_prefetch(s, tag_of(i));
      LN_TRY(find(s, i, &walk, &place_1));
      CU_ASSERT_EQUAL(place_1, round == 0U ? 0U : (i * ROUNDS) + round);
      LN_TRY(ln_slots_put(s, &walk, (i * ROUNDS) + round + 1U));
    }
  }
  return LN_OK;
}

static void
any_memory(void)
{
  static const size_t sizes[] = {0U, 1U << 13U, 1U << 16U, 1U << 18U, 1U << 26U};
  for (size_t i = 0U; i < sizeof(sizes) / sizeof(sizes[0]); ++i) {
    ln_slots*    s = NULL;
    ln_slot_walk walk;
    uint32_t     place_1 = 0U;
    bool         far     = false;
    CU_ASSERT_EQUAL_FATAL(ln_slots_new(sizes[i], &s), LN_OK);
    CU_ASSERT_EQUAL(put_all(s, THINGS), LN_OK);
    for (uint32_t thing = 0U; thing < THINGS; ++thing) {
      const uint32_t round = thing % 4U == 0U ? 2U : (thing + 1U) % 2U;
      CU_ASSERT_EQUAL(find(s, thing, &walk, &place_1), LN_OK);
      CU_ASSERT_EQUAL(place_1, (thing * ROUNDS) + round + 1U);
      far = far || ln_slots_is_far(&walk);
    }
    CU_ASSERT_EQUAL(far, sizes[i] < 1U << 20U);
    CU_ASSERT_EQUAL(find(s, THINGS + 3U, &walk, &place_1), LN_OK);
    CU_ASSERT_EQUAL(place_1, 0U);
    CU_ASSERT_STRING_EQUAL(ln_slots_error(s), "");
    ln_slots_free(s);
  }
  ln_slots_free(NULL);
}

/* More of one tag, and that the last one, than there is room for behind the last home. */
static void
one_tag(void)
{
  enum { N = 3000 };
  static const size_t sizes[] = {0U, 1U << 20U};
  for (size_t i = 0U; i < sizeof(sizes) / sizeof(sizes[0]); ++i) {
    ln_slots* s       = NULL;
    uint32_t  place_1 = 0U;
    uint64_t  sum     = 0U;
    size_t    n       = 0U;
    CU_ASSERT_EQUAL_FATAL(ln_slots_new(sizes[i], &s), LN_OK);
    for (uint32_t j = 1U; j <= N; ++j) {
      ln_slot_walk walk = ln_slots_find(s, UINT32_MAX);
      for (n = 0U; ln_slots_next(s, &walk, &place_1) == LN_OK; ++n) {
        sum += j == N ? place_1 : 0U;
      }
      CU_ASSERT_EQUAL(n, j - 1U);
      CU_ASSERT_EQUAL(ln_slots_put(s, &walk, j), LN_OK);
    }
    CU_ASSERT_EQUAL(sum, (uint64_t)N * (N - 1U) / 2U);
    ln_slots_free(s);
  }
}

/* What is found in a file and put again is found in memory. */
static void
put_again(void)
{
  ln_slots*    s = NULL;
  ln_slot_walk walk;
  uint32_t     place_1 = 0U;
  CU_ASSERT_EQUAL_FATAL(ln_slots_new(0U, &s), LN_OK);
  CU_ASSERT_EQUAL(put_all(s, 2000U), LN_OK);
  CU_ASSERT_EQUAL(find(s, 1U, &walk, &place_1), LN_OK);
  CU_ASSERT(ln_slots_is_far(&walk));
  CU_ASSERT_EQUAL(place_1, ROUNDS + 1U);
  CU_ASSERT_EQUAL(ln_slots_put(s, &walk, place_1), LN_OK);
  CU_ASSERT_EQUAL(find(s, 1U, &walk, &place_1), LN_OK);
  CU_ASSERT(!ln_slots_is_far(&walk));
  CU_ASSERT_EQUAL(place_1, ROUNDS + 1U);
  ln_slots_free(s);
}

static void
no_folder(void)
{
  ln_slots* s = NULL;
  CU_ASSERT_EQUAL(setenv("TMPDIR", "/nonexistent/folder", 1), 0);
  CU_ASSERT_EQUAL_FATAL(ln_slots_new(0U, &s), LN_OK);
  CU_ASSERT_EQUAL(put_all(s, 2000U), LN_IO);
  CU_ASSERT_STRING_EQUAL(ln_slots_error(s), "No such file or directory");
  CU_ASSERT_EQUAL(unsetenv("TMPDIR"), 0);
  ln_slots_free(s);
}

static ln_status
all(ln_slots** const s)
{
  LN_TRY(ln_slots_new(1U << 14U, s));
  return put_all(*s, 6000U);
}

static void
no_memory(void)
{
  ln_slots* s = NULL;
  CHECK_ALLOC_FAILURES(all(&s), (ln_slots_free(s), s = NULL));
}

static const unit_test TESTS[] = {{"any memory", any_memory},
                                  {"one tag", one_tag},
                                  {"put again", put_again},
                                  {"no folder", no_folder},
                                  {"no memory", no_memory}};

UNIT_MAIN("base/slots", TESTS)
