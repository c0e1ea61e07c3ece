/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A data set that is written and opened again is the same; one that was cut off or changed anywhere
   is refused. */

#include "unit.h"

#include "query_data.h"

#include "query/store_file.h"

#include <unistd.h>

static const char PATH[] = "test_store_file.store";

static void
write_bytes(const ln_view bytes)
{
  FILE* const file = fopen(PATH, "wb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT_EQUAL(fwrite(bytes.s, 1U, bytes.n, file), bytes.n);
  CU_ASSERT_EQUAL(fclose(file), 0);
}

static ln_out*
stored(void)
{
  ln_dataset* const set = small_dataset();
  ln_out*           out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_dataset_write(set, out), LN_OK);
  ln_dataset_free(set);
  return out;
}

static void
same(void)
{
  ln_out* const out     = stored();
  ln_text       problem = {0};
  ln_dataset*   set     = NULL;
  write_bytes(ln_out_bytes(out));
  CU_ASSERT(ln_dataset_is_store(PATH));
  CU_ASSERT_EQUAL_FATAL(ln_dataset_open(PATH, &set, &problem), LN_OK);
  CU_ASSERT_EQUAL(ln_dataset_size(set), 17U);
  ln_out* again = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&again), LN_OK);
  CU_ASSERT_EQUAL(ln_dataset_write(set, again), LN_OK);
  CU_ASSERT(ln_view_equals(ln_out_bytes(out), ln_out_bytes(again)));
  CU_ASSERT_EQUAL(ln_out_close(again), LN_OK);
  ln_dataset_free(set);
  ln_text_clear(&problem);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  CU_ASSERT_EQUAL(unlink(PATH), 0);
}

/* Cut off behind every 7th byte, and with every 5th byte changed. */
static void
broken(void)
{
  ln_out* const out     = stored();
  const ln_view all     = ln_out_bytes(out);
  ln_text       problem = {0};
  ln_dataset*   set     = NULL;
  char* const   copy    = (char*)ln_alloc(all.n + 1U);
  CU_ASSERT_PTR_NOT_NULL_FATAL(copy);
  memcpy(copy, all.s, all.n);
  for (size_t n = 0U; n < all.n; n += 7U) {
    write_bytes(ln_view_first(all, n));
    CU_ASSERT_EQUAL(ln_dataset_open(PATH, &set, &problem), LN_IO);
  }
  for (size_t i = 0U; i < all.n; i += 5U) {
    copy[i] = (char)~copy[i];
    write_bytes((ln_view){copy, all.n});
    const ln_status st = ln_dataset_open(PATH, &set, &problem);
    // What is not used in the head may be anything.
    CU_ASSERT(st == LN_IO || (i >= 72U && i < 128U));
    ln_dataset_free(set);
    copy[i] = (char)~copy[i];
  }
  copy[all.n] = 'x';
  write_bytes((ln_view){copy, all.n + 1U});
  CU_ASSERT_EQUAL(ln_dataset_open(PATH, &set, &problem), LN_IO);
  CU_ASSERT_EQUAL(ln_dataset_open("no/such/file", &set, &problem), LN_IO);
  CU_ASSERT_FALSE(ln_dataset_is_store("no/such/file"));
  ln_free(copy);
  ln_text_clear(&problem);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  CU_ASSERT_EQUAL(unlink(PATH), 0);
}

static ln_status
write_and_open(const ln_dataset* const set, ln_out* const out)
{
  ln_text     problem = {0};
  ln_dataset* opened  = NULL;
  ln_out_rewind(out);
  ln_status st = ln_dataset_write(set, out);
  st           = st == LN_OK ? ln_dataset_open(PATH, &opened, &problem) : st;
  ln_dataset_free(opened);
  ln_text_clear(&problem);
  return st;
}

static void
no_memory(void)
{
  ln_dataset* const set = small_dataset();
  ln_out* const     out = stored();
  write_bytes(ln_out_bytes(out));
  CHECK_ALLOC_FAILURES(write_and_open(set, out), (void)0);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_dataset_free(set);
  CU_ASSERT_EQUAL(unlink(PATH), 0);
}

static const unit_test TESTS[] = {{"same", same}, {"broken", broken}, {"no memory", no_memory}};

UNIT_MAIN("query/store_file", TESTS)
