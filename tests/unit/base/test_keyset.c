/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Sets of keys: what is in, what fits, equal hashes, no memory. */

#include "unit.h"

#include "base/keyset.h"

static bool
add(ln_keyset* const set, const ln_view key, const uint64_t hash)
{
  bool fresh = false;
  CU_ASSERT_EQUAL(ln_keyset_add(set, key, hash, &fresh), LN_OK);
  return fresh;
}

static void
members(void)
{
  ln_keyset* set = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_keyset_new(1U << 20U, &set), LN_OK);
  CU_ASSERT_FALSE(ln_keyset_has(set, LN_V("a"), 1U));
  CU_ASSERT(add(set, LN_V("a"), 1U));
  CU_ASSERT_FALSE(add(set, LN_V("a"), 1U));
  CU_ASSERT(ln_keyset_has(set, LN_V("a"), 1U));
  /* The same hash, other bytes: another key. */
  CU_ASSERT_FALSE(ln_keyset_has(set, LN_V("b"), 1U));
  CU_ASSERT(add(set, LN_V("b"), 1U));
  CU_ASSERT(add(set, LN_V(""), 1U));
  CU_ASSERT(add(set, LN_V("a\0b"), 1U));
  CU_ASSERT_FALSE(add(set, LN_V("a\0b"), 1U));
  CU_ASSERT_EQUAL(ln_keyset_hash(set, LN_V("a")), ln_keyset_hash(set, LN_V("a")));
  ln_keyset_reset(set);
  CU_ASSERT_FALSE(ln_keyset_has(set, LN_V("a"), 1U));
  CU_ASSERT(add(set, LN_V("a"), 1U));
  ln_keyset_free(set);
  ln_keyset_free(NULL);
}

static ln_status
add_many(ln_keyset** const set, const unsigned n, unsigned* const fit)
{
  char key[32];
  *fit = 0U;
  LN_TRY(ln_keyset_new(1U << 18U, set));
  for (unsigned i = 0U; i < n; ++i) {
    const int      length = snprintf(key, sizeof(key), "key number %u", i);
    const ln_view  view   = {key, (size_t)length};
    const uint64_t hash   = ln_keyset_hash(*set, view);
    bool           fresh  = false;
    if (!ln_keyset_fits(*set, 1U, view.n)) {
      break;
    }
    LN_TRY(ln_keyset_add(*set, view, hash, &fresh));
    CU_ASSERT(fresh);
    ++*fit;
  }
  return LN_OK;
}

/* 256 KiB are 8192 slots, of which three of four may be used, and 192 KiB of keys; a key of some 15
   bytes takes 24 there. */
static void
bound(void)
{
  ln_keyset* set = NULL;
  unsigned   fit = 0U;
  CU_ASSERT_EQUAL_FATAL(add_many(&set, 20000U, &fit), LN_OK);
  CU_ASSERT_EQUAL(fit, 6144U);
  CU_ASSERT_FALSE(ln_keyset_fits(set, 1U, 1U));
  CU_ASSERT(
    ln_keyset_has(set, LN_V("key number 6143"), ln_keyset_hash(set, LN_V("key number 6143"))));
  CU_ASSERT_FALSE(
    ln_keyset_has(set, LN_V("key number 6144"), ln_keyset_hash(set, LN_V("key number 6144"))));
  ln_keyset_reset(set);
  CU_ASSERT(ln_keyset_fits(set, 1U, SIZE_MAX / 4U)); // one key fits always
  CU_ASSERT_FALSE(
    ln_keyset_has(set, LN_V("key number 1"), ln_keyset_hash(set, LN_V("key number 1"))));
  ln_keyset_free(set);
}

static void
no_memory(void)
{
  ln_keyset* set = NULL;
  unsigned   fit = 0U;
  CHECK_ALLOC_FAILURES(add_many(&set, 5000U, &fit), ln_keyset_free(set); set = NULL);
  CU_ASSERT_EQUAL(fit, 5000U);
}

static const unit_test tests[] = {
  {"members", members},
  {"bound", bound},
  {"no memory", no_memory},
};

UNIT_MAIN("base/keyset", tests)
