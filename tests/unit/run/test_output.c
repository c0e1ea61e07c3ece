/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Outputs that take their names, that do not, and what is said of them. */

#include "run/output.h"
#include "run_unit.h"

static void
test_named(void)
{
  folder  f;
  char    path[PATH_SIZE];
  ln_out* out = NULL;
  set_up(&f);
  CU_ASSERT_EQUAL_FATAL(ln_output_open(f.log, path_to(&f, "o", path), &out), LN_OK);
  CU_ASSERT_NOT_EQUAL(access(path, F_OK), 0);
  CU_ASSERT_EQUAL(ln_output_close(f.log, path, out, LN_OK), LN_OK);
  CU_ASSERT_EQUAL(access(path, F_OK), 0);
  CHECK_FINDINGS(&f, "");
  tear_down(&f);
}

/* Whatever went wrong elsewhere was reported there. */
static void
test_abandoned(void)
{
  folder  f;
  char    path[PATH_SIZE];
  ln_out* out = NULL;
  set_up(&f);
  CU_ASSERT_EQUAL_FATAL(ln_output_open(f.log, path_to(&f, "o", path), &out), LN_OK);
  CU_ASSERT_EQUAL(ln_output_close(f.log, path, out, LN_IO), LN_IO);
  CU_ASSERT_NOT_EQUAL(access(path, F_OK), 0);
  CU_ASSERT_EQUAL(ln_output_close(f.log, path, NULL, LN_STOP), LN_STOP);
  CHECK_FINDINGS(&f, "");
  tear_down(&f);
}

static void
test_unwritable(void)
{
  folder  f;
  ln_out* out = NULL;
  set_up(&f);
  CU_ASSERT_EQUAL(ln_output_open(f.log, f.path, &out), LN_IO);
  CHECK_FINDINGS(&f, "L0601 output 0:0 DIR cannot be written: Is a directory\n");
  new_log(&f);
  CU_ASSERT_EQUAL(ln_output_unwritable(f.log, NULL, NULL), LN_IO);
  CHECK_FINDINGS(&f, "L0601 output 0:0 standard output cannot be written: unknown reason\n");
  tear_down(&f);
}

/* A full disk shows at the end, or while much is written; it is told once. */
static void
test_full(void)
{
  for (size_t times = 1U; times <= 100000U; times *= 100000U) {
    folder  f;
    ln_out* out = NULL;
    set_up(&f);
    CU_ASSERT_EQUAL_FATAL(ln_output_open(f.log, "/dev/full", &out), LN_OK);
    for (size_t i = 0U; i < times; ++i) {
      ln_out_put_view(out, LN_V("some bytes\n"));
    }
    CU_ASSERT_EQUAL(ln_output_close(f.log, "/dev/full", out, out->status), LN_IO);
    CHECK_FINDINGS(&f, "L0601 output 0:0 /dev/full cannot be written: No space left on device\n");
    tear_down(&f);
  }
}

static const unit_test tests[] = {{"named", test_named},
                                  {"abandoned", test_abandoned},
                                  {"unwritable", test_unwritable},
                                  {"full", test_full}};

UNIT_MAIN("output", tests)
