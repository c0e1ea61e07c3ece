/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Tables in files: what was put is found from its home on, in order, also when runs were merged. */

#include "unit.h"

#include "base/slot_run.h"

enum { MOST = 64 };

/* Put slots with these tags, which are sorted; places count from `first`. */
static ln_slot_run
run_of(const uint32_t* const tags, const size_t n, const uint32_t first)
{
  ln_slot_run run;
  CU_ASSERT_EQUAL_FATAL(ln_slot_run_open(n, &run), LN_OK);
  for (size_t i = 0U; i < n; ++i) {
    CU_ASSERT_EQUAL(ln_slot_run_put(&run, (ln_tagged){first + (uint32_t)i, tags[i]}), LN_OK);
  }
  CU_ASSERT_EQUAL(run.n, n);
  return run;
}

/* The places of a tag, one letter each, in the order in which they are found. */
static void
check_places(ln_slot_run* const run, const uint32_t tag, const char* const expected)
{
  char      places[MOST + 1] = "";
  size_t    n                = 0U;
  size_t    n_read           = 0U;
  ln_tagged slot             = {0U, 0U};
  uint64_t  at               = ln_slot_run_home(run, tag);
  do {
    CU_ASSERT_EQUAL_FATAL(ln_slot_run_get(run, at++, 1U, &slot, &n_read), LN_OK);
    if (n_read == 1U && slot.place_1 != 0U && slot.tag == tag && n < MOST) {
      places[n++] = (char)slot.place_1;
    }
  } while (n_read == 1U && slot.place_1 != 0U && slot.tag <= tag);
  CU_ASSERT_STRING_EQUAL(places, expected);
}

/* Crowds at the first home and behind the last, and tags that have none. */
static void
homes(void)
{
  const uint32_t tags[] = {0U, 0U, 1U, 0x80000000U, UINT32_MAX - 1U, UINT32_MAX, UINT32_MAX};
  ln_slot_run    run    = run_of(tags, sizeof(tags) / sizeof(tags[0]), 'a');
  ln_tagged      slots[MOST];
  size_t         n = 0U;
  check_places(&run, 0U, "ab");
  check_places(&run, 1U, "c");
  check_places(&run, 2U, "");
  check_places(&run, 0x80000000U, "d");
  check_places(&run, 0x80000001U, "");
  check_places(&run, UINT32_MAX - 1U, "e");
  check_places(&run, UINT32_MAX, "fg");
  CU_ASSERT_EQUAL(ln_slot_run_get(&run, 1U, 2U, slots, &n), LN_OK);
  CU_ASSERT_EQUAL(n, 2U);
  CU_ASSERT(slots[0].place_1 == 'b' && slots[1].place_1 == 'c');
  CU_ASSERT_EQUAL(ln_slot_run_get(&run, 1000U, MOST, slots, &n), LN_OK);
  CU_ASSERT_EQUAL(n, 0U);
  CU_ASSERT_STRING_EQUAL(run.error, "");
  ln_slot_run_close(&run);
  ln_slot_run_close(&run);
}

/* Of equal tags the latest comes first, in runs of different lengths. */
static void
merged(void)
{
  const uint32_t tags[]  = {5U, 7U, 7U, 1U << 30U, 1U << 31U};
  ln_slot_run    runs[4] = {
    run_of(tags, 5U, 'a'), run_of(tags, 0U, 'x'), run_of(tags + 1, 1U, 'f'), run_of(tags, 2U, 'g')};
  ln_slot_run to;
  CU_ASSERT_EQUAL_FATAL(ln_slot_run_merge(runs, 4U, &to), LN_OK);
  CU_ASSERT(to.n == 8U && to.level == 1U && runs[0].level == 0U);
  check_places(&to, 5U, "ga");
  check_places(&to, 7U, "hfbc");
  check_places(&to, 1U << 30U, "d");
  check_places(&to, 1U << 31U, "e");
  check_places(&to, 6U, "");
  for (size_t i = 0U; i < 4U; ++i) {
    ln_slot_run_close(&runs[i]);
  }
  ln_slot_run_close(&to);
}

static void
no_folder(void)
{
  ln_slot_run run;
  CU_ASSERT_EQUAL(setenv("TMPDIR", "/nonexistent/folder", 1), 0);
  CU_ASSERT_EQUAL(ln_slot_run_open(1U, &run), LN_IO);
  CU_ASSERT_STRING_EQUAL(run.error, "No such file or directory");
  CU_ASSERT_EQUAL(unsetenv("TMPDIR"), 0);
}

static ln_status
all(ln_slot_run* const runs, ln_slot_run* const to)
{
  for (size_t i = 0U; i < 2U; ++i) {
    LN_TRY(ln_slot_run_open(1U, &runs[i]));
    LN_TRY(ln_slot_run_put(&runs[i], (ln_tagged){1U, 1U}));
  }
  return ln_slot_run_merge(runs, 2U, to);
}

static void
start_over(ln_slot_run* const runs, ln_slot_run* const to)
{
  ln_slot_run_close(&runs[0]);
  ln_slot_run_close(&runs[1]);
  ln_slot_run_close(to);
}

static void
no_memory(void)
{
  ln_slot_run runs[2] = {{0}};
  ln_slot_run to      = {0};
  CHECK_ALLOC_FAILURES(all(runs, &to), start_over(runs, &to));
}

static const unit_test TESTS[] = {
  {"homes", homes}, {"merged", merged}, {"no folder", no_folder}, {"no memory", no_memory}};

UNIT_MAIN("base/slot_run", TESTS)
