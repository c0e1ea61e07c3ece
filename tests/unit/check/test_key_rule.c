/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Keys that hold and keys that do not; the same with little memory. */

#include "check/key_rule.h"

#include "base/text.h"
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct {
  const char* value;
  ln_key_side side;
  uint64_t    row;
} entry;

enum { MOST = 16 };

static int
compare_rows(const void* const a, const void* const b)
{
  const uint64_t x = ((const ln_key_fault*)a)->row;
  const uint64_t y = ((const ln_key_fault*)b)->row;
  return (x > y) - (x < y);
}

/* The faults as `kind row first`, one a line, in the order of rows. */
static void
check_rule(const ln_key_kind  kind,
           const entry* const entries,
           const size_t       n,
           const char* const  expected)
{
  static const char* const kinds[]      = {"twice", "missing", "several"};
  ln_key_rule*             rule         = NULL;
  ln_key_fault             faults[MOST] = {{0}};
  size_t                   found        = 0U;
  ln_text                  text         = {0};
  CU_ASSERT_EQUAL_FATAL(ln_key_rule_new(kind, 1U << 20U, &rule), LN_OK);
  for (size_t i = 0U; i < n; ++i) {
    CU_ASSERT_EQUAL(
      ln_key_rule_add(rule, entries[i].side, ln_view_of(entries[i].value), entries[i].row), LN_OK);
  }
  while (found < MOST && ln_key_rule_next(rule, &faults[found]) == LN_OK) {
    ++found;
  }
  qsort(faults, found, sizeof(faults[0]), compare_rows);
  for (size_t i = 0U; i < found; ++i) {
    CU_ASSERT_EQUAL(ln_text_format(&text,
                                   "%s %llu %llu\n",
                                   kinds[faults[i].kind],
                                   (unsigned long long)faults[i].row,
                                   (unsigned long long)faults[i].first),
                    LN_OK);
  }
  CHECK_VIEW(ln_text_view(&text), expected);
  CHECK_VIEW(ln_view_of(ln_key_rule_error(rule)), "");
  ln_text_clear(&text);
  ln_key_rule_free(rule);
}

static void
test_primary(void)
{
  static const entry entries[] = {{"a", LN_KEY_OWNER, 2U},
                                  {"b", LN_KEY_OWNER, 3U},
                                  {"a", LN_KEY_OWNER, 4U},
                                  {"", LN_KEY_OWNER, 5U},
                                  {"a", LN_KEY_OWNER, 6U},
                                  {"", LN_KEY_OWNER, 7U}};
  check_rule(LN_KEY_PRIMARY, entries, 6U, "twice 4 2\ntwice 6 2\ntwice 7 5\n");
  check_rule(LN_KEY_PRIMARY, entries, 2U, "");
  check_rule(LN_KEY_PRIMARY, entries, 0U, "");
}

/* It does not matter which table is read first. */
/* Both sides of a pair are told, and whether they agree in the rest; an empty rest agrees with
   nothing. */
static void
test_unique(void)
{
  static const struct {
    const char* value;
    const char* rest;
    uint64_t    row;
  } entries[] = {{"a", "x", 2U},
                 {"b", "x", 3U},
                 {"a", "x", 4U},
                 {"c", "", 5U},
                 {"d", "y", 6U},
                 {"a", "z", 7U},
                 {"c", "", 8U}};
  static const struct {
    uint64_t          row;
    uint64_t          first;
    ln_key_fault_kind kind;
  } expected[] = {{2U, 4U, LN_KEY_ALIKE},
                  {4U, 2U, LN_KEY_ALIKE},
                  {5U, 8U, LN_KEY_SHARED},
                  {7U, 2U, LN_KEY_SHARED},
                  {8U, 5U, LN_KEY_SHARED}};
  enum { FAULTS = sizeof(expected) / sizeof(expected[0]) };
  ln_key_rule* rule         = NULL;
  ln_key_fault faults[MOST] = {{0}};
  size_t       found        = 0U;
  CU_ASSERT_EQUAL_FATAL(ln_key_rule_new(LN_KEY_UNIQUE, 1U << 20U, &rule), LN_OK);
  for (size_t i = 0U; i < sizeof(entries) / sizeof(entries[0]); ++i) {
    CU_ASSERT_EQUAL(
      ln_key_rule_share(
        rule, ln_view_of(entries[i].value), ln_view_of(entries[i].rest), entries[i].row),
      LN_OK);
  }
  while (found < MOST && ln_key_rule_next(rule, &faults[found]) == LN_OK) {
    ++found;
  }
  ln_key_rule_free(rule);
  CU_ASSERT_EQUAL_FATAL(found, FAULTS);
  qsort(faults, found, sizeof(faults[0]), compare_rows);
  for (size_t i = 0U; i < found; ++i) {
    CU_ASSERT_EQUAL(faults[i].row, expected[i].row);
    CU_ASSERT_EQUAL(faults[i].first, expected[i].first);
    CU_ASSERT_EQUAL(faults[i].kind, expected[i].kind);
  }
}

static void
test_foreign(void)
{
  static const entry entries[] = {{"a", LN_KEY_REFERENCE, 2U},
                                  {"c", LN_KEY_REFERENCE, 3U},
                                  {"b", LN_KEY_REFERENCE, 4U},
                                  {"a", LN_KEY_OWNER, 2U},
                                  {"b", LN_KEY_OWNER, 3U},
                                  {"b", LN_KEY_OWNER, 4U},
                                  {"a", LN_KEY_REFERENCE, 5U},
                                  {"c", LN_KEY_REFERENCE, 6U}};
  check_rule(LN_KEY_FOREIGN, entries, 8U, "missing 3 0\nseveral 4 3\nmissing 6 0\n");
}

/* Every 1000th of 200,000 keys is there twice, in 64 KiB as in memory enough. */
static uint64_t
count_twice(const size_t memory, uint64_t* const sum)
{
  enum { KEYS = 200000, EACH = 1000 };
  ln_key_rule* rule  = NULL;
  ln_key_fault fault = {0};
  uint64_t     n     = 0U;
  char         text[32];
  CU_ASSERT_EQUAL_FATAL(ln_key_rule_new(LN_KEY_PRIMARY, memory, &rule), LN_OK);
  for (unsigned i = 1U; i <= KEYS; ++i) {
    const unsigned number = i % EACH == 0U ? i - 1U : i;
    CU_ASSERT(snprintf(text, sizeof(text), "key%u", number) > 0);
    CU_ASSERT_EQUAL(ln_key_rule_add(rule, LN_KEY_OWNER, ln_view_of(text), i), LN_OK);
  }
  *sum = 0U;
  while (ln_key_rule_next(rule, &fault) == LN_OK) {
    CU_ASSERT_EQUAL(fault.first, fault.row - 1U);
    *sum += fault.row;
    ++n;
  }
  ln_key_rule_free(rule);
  return n;
}

static void
test_little_memory(void)
{
  uint64_t sums[2] = {0U, 0U};
  CU_ASSERT_EQUAL(count_twice(64U << 10U, &sums[0]), 200U);
  CU_ASSERT_EQUAL(count_twice(64U << 20U, &sums[1]), 200U);
  CU_ASSERT_EQUAL(sums[0], 1000U * (200U * 201U / 2U));
  CU_ASSERT_EQUAL(sums[0], sums[1]);
}

static ln_status
use(void)
{
  ln_key_rule* rule  = NULL;
  ln_key_fault fault = {0};
  LN_TRY(ln_key_rule_new(LN_KEY_PRIMARY, 1U << 16U, &rule));
  ln_status st = ln_key_rule_add(rule, LN_KEY_OWNER, LN_V("a"), 2U);
  st           = st == LN_OK ? ln_key_rule_add(rule, LN_KEY_OWNER, LN_V("a"), 3U) : st;
  st           = st == LN_OK ? ln_key_rule_next(rule, &fault) : st;
  ln_key_rule_free(rule);
  return st;
}

static void
test_no_memory(void)
{
  ln_key_rule_free(NULL);
  CHECK_ALLOC_FAILURES(use(), (void)0);
}

static const unit_test tests[] = {
  {"primary", test_primary},
  {"unique", test_unique},
  {"foreign", test_foreign},
  {"little memory", test_little_memory},
  {"no memory", test_no_memory},
};

UNIT_MAIN("key rule", tests)
