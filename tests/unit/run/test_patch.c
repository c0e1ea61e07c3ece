/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A graph and changes of it: what is written, what is counted, and when nothing is written. */

#include "run/patch.h"
#include "run_unit.h"

typedef struct {
  folder   f;
  char     target[PATH_SIZE];
  char     changes[PATH_SIZE];
  ln_patch patch;
} trial;

static void
begin(trial* const t)
{
  set_up(&t->f);
  t->patch = (ln_patch){.target  = path_to(&t->f, "target.nt", t->target),
                        .changes = path_to(&t->f, "changes", t->changes),
                        .memory  = 1U << 16U};
  put_file(&t->f, "target.nt", "<x:a> <x:p> \"1\" .\n<x:a> <x:p> \"2\" .\n", false);
  put_file(&t->f, "changes", "D <x:a> <x:p> \"1\" .\nA <x:a> <x:p> \"3\" .\n", false);
}

static void
check_target(const trial* const t, const char* const expected)
{
  ln_view     bytes = {0};
  const char* error = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(t->target, 4096U, &bytes, &error), LN_OK);
  CHECK_VIEW(bytes, expected);
  ln_free((void*)(uintptr_t)bytes.s);
}

static void
test_twice(void)
{
  trial               t;
  ln_changeset_counts counts = {0};
  begin(&t);
  for (size_t i = 0U; i < 2U; ++i) {
    CU_ASSERT_EQUAL(ln_run_patch(&t.patch, t.f.log, &counts), LN_OK);
    CU_ASSERT_EQUAL(counts.removed, i == 0U ? 1U : 0U);
    CU_ASSERT_EQUAL(counts.added, i == 0U ? 1U : 0U);
    CU_ASSERT_EQUAL(counts.absent + counts.present, i == 0U ? 0U : 2U);
    check_target(&t, "<x:a> <x:p> \"2\" .\n<x:a> <x:p> \"3\" .\n");
  }
  CU_ASSERT_EQUAL(ln_log_count(t.f.log, LN_WARNING), 0U);
  tear_down(&t.f);
}

/* Another file may have any name, and the target stays. */
static void
test_output(void)
{
  trial               t;
  ln_changeset_counts counts = {0};
  char                path[PATH_SIZE];
  begin(&t);
  t.patch.output = path_to(&t.f, "out.ttl", path);
  CU_ASSERT_EQUAL(ln_run_patch(&t.patch, t.f.log, &counts), LN_USAGE);
  t.patch.output = path_to(&t.f, "out.nq", path);
  CU_ASSERT_EQUAL(ln_run_patch(&t.patch, t.f.log, &counts), LN_OK);
  check_target(&t, "<x:a> <x:p> \"1\" .\n<x:a> <x:p> \"2\" .\n");
  t.patch.target = path;
  CU_ASSERT_EQUAL(ln_run_patch(&t.patch, t.f.log, &counts), LN_OK);
  CU_ASSERT_EQUAL(counts.absent, 1U);
  tear_down(&t.f);
}

static void
test_broken(void)
{
  trial               t;
  ln_changeset_counts counts = {0};
  begin(&t);
  put_file(&t.f, "changes", "TX .\nD <x:a> <x:p> \"1\" .\n", false);
  CU_ASSERT_EQUAL(ln_run_patch(&t.patch, t.f.log, &counts), LN_STOP);
  put_file(&t.f, "changes", "A <x:a> <x:p> \"1\" <x:g> .\n", false);
  CU_ASSERT_EQUAL(ln_run_patch(&t.patch, t.f.log, &counts), LN_STOP);
  check_target(&t, "<x:a> <x:p> \"1\" .\n<x:a> <x:p> \"2\" .\n");
  tear_down(&t.f);
}

static void
test_no_memory(void)
{
  trial               t;
  ln_changeset_counts counts = {0};
  begin(&t);
  CHECK_ALLOC_FAILURES(ln_run_patch(&t.patch, t.f.log, &counts), new_log(&t.f));
  check_target(&t, "<x:a> <x:p> \"2\" .\n<x:a> <x:p> \"3\" .\n");
  tear_down(&t.f);
}

static const unit_test tests[] = {{"twice", test_twice},
                                  {"output", test_output},
                                  {"broken", test_broken},
                                  {"no memory", test_no_memory}};

UNIT_MAIN("patch", tests)
