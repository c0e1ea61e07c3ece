/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Dictionaries: numbers in the order of first appearance, keys that stay where they are, growth. */

#include "unit.h"

#include "base/dict.h"

static void
numbers_in_order(void)
{
  static const char* const words[]   = {"b", "a", "b", "", "a", "c", ""};
  static const uint32_t    numbers[] = {0U, 1U, 0U, 2U, 1U, 3U, 2U};
  ln_dict* const           dict      = ln_dict_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(dict);
  size_t size = 0U;
  for (size_t i = 0U; i < 7U; ++i) {
    uint32_t number = 99U;
    bool     added  = false;
    CU_ASSERT_EQUAL(ln_dict_add(dict, ln_view_of(words[i]), &number, &added), LN_OK);
    CU_ASSERT_EQUAL(number, numbers[i]);
    CU_ASSERT_EQUAL(added, numbers[i] == size);
    size += added;
    CU_ASSERT_EQUAL(ln_dict_size(dict), size);
  }
  CU_ASSERT_EQUAL(ln_dict_find(dict, LN_V("c")), 3U);
  CU_ASSERT_EQUAL(ln_dict_find(dict, (ln_view){NULL, 0U}), 2U);
  CU_ASSERT_EQUAL(ln_dict_find(dict, LN_V("d")), LN_DICT_NONE);
  CHECK_VIEW(ln_dict_key(dict, 1U), "a");
  CHECK_VIEW(ln_dict_key(dict, 2U), "");
  CHECK_VIEW(ln_dict_key(dict, 4U), "");
  ln_dict_free(dict);
  ln_dict_free(NULL);
}

static void
bytes_not_strings(void)
{
  ln_dict* const dict = ln_dict_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(dict);
  uint32_t a = 0U;
  uint32_t b = 0U;
  CU_ASSERT_EQUAL(ln_dict_add(dict, LN_V("x\0y"), &a, NULL), LN_OK);
  CU_ASSERT_EQUAL(ln_dict_add(dict, LN_V("x\0z"), &b, NULL), LN_OK);
  CU_ASSERT_NOT_EQUAL(a, b);
  CU_ASSERT_EQUAL(ln_dict_key(dict, a).n, 3U);
  ln_dict_free(dict);
}

static void
many(void)
{
  enum { N = 200000 };
  ln_dict* const dict = ln_dict_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(dict);
  const size_t empty = ln_dict_memory(dict);
  ln_view      first = {NULL, 0U};
  for (uint32_t i = 0U; i < N; ++i) {
    char      key[32];
    const int n      = snprintf(key, sizeof(key), "key %u", i);
    uint32_t  number = 0U;
    CU_ASSERT_EQUAL_FATAL(ln_dict_add(dict, (ln_view){key, (size_t)n}, &number, NULL), LN_OK);
    CU_ASSERT_EQUAL_FATAL(number, i);
    if (i == 0U) {
      first = ln_dict_key(dict, 0U);
    }
  }
  CU_ASSERT_PTR_EQUAL(ln_dict_key(dict, 0U).s, first.s); // keys never move
  CHECK_VIEW(first, "key 0");
  CU_ASSERT_EQUAL(ln_dict_size(dict), N);
  CU_ASSERT_EQUAL(ln_dict_find(dict, LN_V("key 123456")), 123456U);
  CU_ASSERT_EQUAL(ln_dict_find(dict, LN_V("key 200000")), LN_DICT_NONE);
  CU_ASSERT(ln_dict_memory(dict) > empty + (N * 9U));
  CU_ASSERT(ln_dict_memory(dict) < N * 100U);
  ln_dict_free(dict);
}

static void
long_keys(void)
{
  static char    key[200000];
  ln_dict* const dict = ln_dict_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(dict);
  uint32_t number = 0U;
  memset(key, 'k', sizeof(key));
  for (size_t n = 1U; n <= sizeof(key); n *= 2U) {
    CU_ASSERT_EQUAL(ln_dict_add(dict, (ln_view){key, n}, &number, NULL), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_dict_size(dict), 18U);
  CU_ASSERT_EQUAL(ln_dict_find(dict, (ln_view){key, 131072U}), 17U);
  CU_ASSERT_EQUAL(ln_dict_find(dict, (ln_view){key, 131071U}), LN_DICT_NONE);
  CU_ASSERT_EQUAL(ln_dict_key(dict, 16U).n, 65536U);
  ln_dict_free(dict);
}

static ln_status
build(ln_dict** const dict)
{
  *dict = ln_dict_new();
  if (!*dict) {
    return LN_NO_MEM;
  }
  for (unsigned i = 0U; i < 2000U; ++i) {
    char      key[80];
    const int n      = snprintf(key, sizeof(key), "%060u", i);
    uint32_t  number = 0U;
    LN_TRY(ln_dict_add(*dict, (ln_view){key, (size_t)n}, &number, NULL));
  }
  return LN_OK;
}

static void
failing(void)
{
  ln_dict* dict = NULL;
  CHECK_ALLOC_FAILURES(build(&dict), ln_dict_free(dict));
}

static const unit_test tests[] = {
  {"numbers in order", numbers_in_order},
  {"bytes, not strings", bytes_not_strings},
  {"many", many},
  {"long keys", long_keys},
  {"failing allocator", failing},
};

UNIT_MAIN("base/dict", tests)
