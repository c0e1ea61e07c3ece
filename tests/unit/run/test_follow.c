/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How watching begins and ends; what happens in between is told by tests/watch, which saves files
   while it runs. */

#include "map/mapping.h"
#include "run/follow.h"
#include "run_unit.h"

typedef struct {
  folder f;
  char   table[PATH_SIZE];
  char*  inputs[1];
  ln_job job;
} place;

static const volatile sig_atomic_t stopped = 1;

static void
begin(place* const p)
{
  set_up(&p->f);
  p->inputs[0] = p->table;
  p->job       = (ln_job){.input    = path_to(&p->f, "t.csv", p->table),
                          .inputs   = p->inputs,
                          .n_inputs = 1U,
                          .layers   = LN_LAYER_FACTS,
                          .memory   = 1U << 20U};
}

static void
test_full_screen(void)
{
  place       p;
  FILE* const screen = fopen("/dev/full", "w");
  CU_ASSERT_PTR_NOT_NULL_FATAL(screen);
  begin(&p);
  put_file(&p.f, "t.csv", "id,name\n1,Ada\n", false);
  CU_ASSERT_EQUAL(ln_run_follow(&p.job, p.f.log, screen), LN_IO);
  CHECK_FINDINGS(&p.f,
                 "L0601 output 0:0 standard output cannot be written: No space left on device\n");
  (void)fclose(screen);
  tear_down(&p.f);
}

static void
test_nowhere(void)
{
  place p;
  begin(&p);
  (void)path_to(&p.f, "nowhere/t.csv", p.table);
  CU_ASSERT_EQUAL(ln_run_follow(&p.job, p.f.log, stdout), LN_IO);
  CHECK_FINDINGS(&p.f,
                 "L1020 output 0:0 DIR/nowhere cannot be watched: No such file or directory\n");
  tear_down(&p.f);
}

static void
test_stopped(void)
{
  place p;
  begin(&p);
  p.job.stop = &stopped;
  CU_ASSERT_EQUAL(ln_run_follow(&p.job, p.f.log, stdout), LN_STOP);
  CHECK_FINDINGS(&p.f, "");
  tear_down(&p.f);
}

static void
test_many_folders(void)
{
  place p;
  char  path[PATH_SIZE];
  char  name[16];
  begin(&p);
  CU_ASSERT_EQUAL(mkdir(path_to(&p.f, "t.csv", path), 0700), 0);
  for (unsigned i = 0U; i < 501U; ++i) {
    CU_ASSERT(snprintf(name, sizeof(name), "t.csv/%u", i) > 0);
    CU_ASSERT_EQUAL(mkdir(path_to(&p.f, name, path), 0700), 0);
  }
  p.job.stop = &stopped;
  CU_ASSERT_EQUAL(ln_run_follow(&p.job, p.f.log, stdout), LN_STOP);
  CHECK_FINDINGS(&p.f,
                 "L1021 kept 0:0 DIR/t.csv has more than 500 folders inside; only so many are "
                 "watched\n");
  for (unsigned i = 0U; i < 501U; ++i) {
    CU_ASSERT(snprintf(name, sizeof(name), "t.csv/%u", i) > 0);
    CU_ASSERT_EQUAL(rmdir(path_to(&p.f, name, path)), 0);
  }
  tear_down(&p.f);
}

static const unit_test tests[] = {{"full_screen", test_full_screen},
                                  {"nowhere", test_nowhere},
                                  {"stopped", test_stopped},
                                  {"many_folders", test_many_folders}};

UNIT_MAIN("run/follow", tests)
