/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Temporary files: what is put can be got anywhere, nothing has a name, and failures are told. */

#include "unit.h"

#include "base/spill.h"

#include <dirent.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/resource.h>

static void
put_and_get(void)
{
  ln_spill*   spill   = NULL;
  const char* error   = NULL;
  char        got[16] = "";
  CU_ASSERT_EQUAL_FATAL(ln_spill_open(4U, &spill, &error), LN_OK);
  CU_ASSERT_EQUAL(ln_spill_put(spill, "ab", 2U), LN_OK);
  CU_ASSERT_EQUAL(ln_spill_put(spill, "", 0U), LN_OK);
  CU_ASSERT_EQUAL(ln_spill_put(spill, "cdefgh", 6U), LN_OK); // longer than the buffer
  CU_ASSERT_EQUAL(ln_spill_put(spill, "ij", 2U), LN_OK);
  CU_ASSERT_EQUAL(ln_spill_size(spill), 10U);
  CU_ASSERT_EQUAL(ln_spill_get(spill, 1U, got, 3U), LN_OK);
  CHECK_VIEW(((ln_view){got, 3U}), "bcd");
  CU_ASSERT_EQUAL(ln_spill_get(spill, 7U, got, 3U), LN_OK); // some of it was in the buffer
  CHECK_VIEW(((ln_view){got, 3U}), "hij");
  CU_ASSERT_EQUAL(ln_spill_put(spill, "k", 1U), LN_OK);
  CU_ASSERT_EQUAL(ln_spill_get(spill, 0U, got, 11U), LN_OK);
  CHECK_VIEW(((ln_view){got, 11U}), "abcdefghijk");
  CU_ASSERT_EQUAL(ln_spill_get(spill, 10U, got, 2U), LN_IO);
  CU_ASSERT_STRING_EQUAL(ln_spill_error(spill), "the temporary file is shorter than it was");
  CU_ASSERT_EQUAL(ln_spill_put(spill, "a", 1U), LN_IO); // sticky
  ln_spill_close(spill);
  ln_spill_close(NULL);
}

/* A new folder as TMPDIR stays empty while a file is open in it. */
static void
no_name(void)
{
  char        folder[] = "/tmp/liner-test.XXXXXX";
  ln_spill*   spill    = NULL;
  const char* error    = NULL;
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
  CU_ASSERT_EQUAL(setenv("TMPDIR", folder, 1), 0);
  CU_ASSERT_EQUAL_FATAL(ln_spill_open(0U, &spill, &error), LN_OK);
  DIR* const dir = opendir(folder);
  CU_ASSERT_PTR_NOT_NULL_FATAL(dir);
  unsigned names = 0U;
  for (const struct dirent* entry = readdir(dir); entry; entry = readdir(dir)) {
    names += entry->d_name[0] == '.' ? 0U : 1U;
  }
  CU_ASSERT_EQUAL(names, 0U);
  CU_ASSERT_EQUAL(closedir(dir), 0);
  ln_spill_close(spill);
  CU_ASSERT_EQUAL(remove(folder), 0);
  CU_ASSERT_EQUAL(ln_spill_open(0U, &spill, &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(error, "No such file or directory");
  CU_ASSERT_PTR_NULL(spill);
  CU_ASSERT_EQUAL(unsetenv("TMPDIR"), 0);
}

/* A file that may not grow is a full disk. */
static void
full_disk(void)
{
  ln_spill*     spill = NULL;
  const char*   error = NULL;
  struct rlimit limit;
  CU_ASSERT_EQUAL_FATAL(getrlimit(RLIMIT_FSIZE, &limit), 0);
  (void)signal(SIGXFSZ, SIG_IGN);
  CU_ASSERT_EQUAL_FATAL(ln_spill_open(16U, &spill, &error), LN_OK);
  const struct rlimit small = {100U, limit.rlim_max};
  CU_ASSERT_EQUAL(setrlimit(RLIMIT_FSIZE, &small), 0);
  ln_status st = LN_OK;
  for (unsigned i = 0U; st == LN_OK && i < 100U; ++i) {
    st = ln_spill_put(spill, "0123456789", 10U);
  }
  CU_ASSERT_EQUAL(setrlimit(RLIMIT_FSIZE, &limit), 0);
  CU_ASSERT_EQUAL(st, LN_IO);
  CU_ASSERT_STRING_EQUAL(ln_spill_error(spill), "File too large");
  ln_spill_close(spill);
}

/* Pieces of all lengths, longer than what is read at once, and the end. */
static void
reading(void)
{
  enum { LONG = 700000 };
  ln_spill*   spill = NULL;
  const char* error = NULL;
  const char* bytes = NULL;
  char* const text  = malloc(LONG);
  CU_ASSERT_PTR_NOT_NULL_FATAL(text);
  for (size_t i = 0U; i < LONG; ++i) {
    text[i] = (char)('a' + (i % 23U));
  }
  CU_ASSERT_EQUAL_FATAL(ln_spill_open(0U, &spill, &error), LN_OK);
  ln_spill_reader reader = {.spill = spill};
  CU_ASSERT_EQUAL(ln_spill_next(&reader, 1U, &bytes), LN_END);
  CU_ASSERT_EQUAL(ln_spill_put(spill, text, LONG), LN_OK);
  size_t at = 0U;
  for (size_t n = 1U; at + n < LONG; n *= 2U) {
    CU_ASSERT_EQUAL(ln_spill_next(&reader, n, &bytes), LN_OK);
    CU_ASSERT(memcmp(bytes, text + at, n) == 0);
    at += n;
  }
  CU_ASSERT_EQUAL(ln_spill_next(&reader, LONG - at, &bytes), LN_OK);
  CU_ASSERT(memcmp(bytes, text + at, LONG - at) == 0);
  CU_ASSERT_EQUAL(ln_spill_next(&reader, 1U, &bytes), LN_END);
  CU_ASSERT_EQUAL(ln_spill_put(spill, "xy", 2U), LN_OK);
  CU_ASSERT_EQUAL(ln_spill_next(&reader, 3U, &bytes), LN_IO);
  CU_ASSERT_STRING_EQUAL(ln_spill_error(spill), "the temporary file is shorter than it was");
  ln_spill_reader_clear(&reader);
  ln_spill_close(spill);
  free(text);
}

static void
no_memory(void)
{
  ln_spill*   spill = NULL;
  const char* error = NULL;
  CHECK_ALLOC_FAILURES(ln_spill_open(0U, &spill, &error), ln_spill_close(spill); spill = NULL);
}

static const unit_test tests[] = {
  {"put and get", put_and_get},
  {"no name", no_name},
  {"full disk", full_disk},
  {"reading", reading},
  {"no memory", no_memory},
};

UNIT_MAIN("base/spill", tests)
