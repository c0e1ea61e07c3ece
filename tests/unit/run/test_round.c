/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Rounds over a table that changes: what is written when, and that a broken table leaves everything
   as it was. */

#include "map/mapping.h"
#include "run/round.h"
#include "run_unit.h"

typedef struct {
  folder    f;
  char      table[PATH_SIZE];
  char      output[PATH_SIZE];
  char      patch[PATH_SIZE];
  char*     inputs[1];
  ln_job    job;
  ln_rounds rounds;
} place;

static void
begin(place* const p)
{
  set_up(&p->f);
  p->inputs[0] = p->table;
  p->rounds    = (ln_rounds){.job = &p->job, .log = p->f.log};
  p->job       = (ln_job){.input    = path_to(&p->f, "t.csv", p->table),
                          .inputs   = p->inputs,
                          .n_inputs = 1U,
                          .layers   = LN_LAYER_FACTS,
                          .threads  = 1U,
                          .memory   = 1U << 20U,
                          .output   = path_to(&p->f, "out.nt", p->output),
                          .follow   = {.patch = path_to(&p->f, "log", p->patch)}};
  put_file(&p->f,
           "t.csv-metadata.json",
           "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'tableSchema': {"
           "'aboutUrl': 'x:{id}', 'columns': ["
           "{'name': 'id', 'titles': 'id', 'required': true, 'suppressOutput': true},"
           "{'name': 'name', 'titles': 'name', 'propertyUrl': 'x:name'}]}}",
           true);
}

static void
end(place* const p)
{
  ln_rounds_clear(&p->rounds);
  tear_down(&p->f);
}

/* One round, and its numbers. */
static void
check_round(
  place* const p, const char* const table, const bool written, const size_t removed, const size_t n)
{
  ln_round round = {0};
  put_file(&p->f, "t.csv", table, false);
  CU_ASSERT_EQUAL(ln_round_make(&p->rounds, &round), LN_OK);
  CU_ASSERT_EQUAL(round.written, written);
  CU_ASSERT_EQUAL(round.lines.n_side[0], removed);
  CU_ASSERT_EQUAL(round.lines.n_side[1], n);
  ln_round_keep(&p->rounds, &round);
}

static void
test_changes(void)
{
  place p;
  begin(&p);
  check_round(&p, "id,name\n1,Ada\n", true, 0U, 0U);
  CHECK_FILE(&p.f, "out.nt", "<x:1> <x:name> \"Ada\" .\n");
  CU_ASSERT_FALSE(has_file(&p.f, "log"));
  check_round(&p, "id,name\n1,Ada\n", false, 0U, 0U);
  check_round(&p, "id,name\n1,Eve\n2,Bob\n", true, 1U, 2U);
  CHECK_FILE(&p.f, "out.nt", "<x:1> <x:name> \"Eve\" .\n<x:2> <x:name> \"Bob\" .\n");
  check_round(&p, "id,name\n1,Eve\n", true, 1U, 0U);
  CHECK_FILE(&p.f,
             "log",
             "TX .\nD <x:1> <x:name> \"Ada\" .\nA <x:1> <x:name> \"Eve\" .\n"
             "A <x:2> <x:name> \"Bob\" .\nTC .\nTX .\nD <x:2> <x:name> \"Bob\" .\nTC .\n");
  end(&p);
}

/* What was there before anybody watched is what the first round is compared with. */
static void
test_before(void)
{
  place p;
  begin(&p);
  put_file(&p.f, "out.nt", "<x:1> <x:name> \"Ada\" .\n<x:9> <x:name> \"Old\" .\n", false);
  check_round(&p, "id,name\n1,Ada\n", true, 1U, 0U);
  CHECK_FILE(&p.f, "log", "TX .\nD <x:9> <x:name> \"Old\" .\nTC .\n");
  end(&p);
  begin(&p);
  put_file(&p.f, "out.nt", "<x:1> <x:name> \"Ada\" .\n<x:9> broken", false);
  check_round(&p, "id,name\n1,Ada\n", true, 0U, 0U);
  CHECK_FILE(&p.f, "out.nt", "<x:1> <x:name> \"Ada\" .\n");
  end(&p);
}

/* An error keeps the output; nothing is lost when it is mended. */
static void
test_errors(void)
{
  place p;
  begin(&p);
  check_round(&p, "id,name\n1,Ada\n", true, 0U, 0U);
  check_round(&p, "id,name\n1\n2,Bob\n", false, 0U, 0U);
  CHECK_FILE(&p.f, "out.nt", "<x:1> <x:name> \"Ada\" .\n");
  check_round(&p, "id,name\n2,Bob\n", true, 1U, 1U);
  CHECK_FILE(&p.f, "out.nt", "<x:2> <x:name> \"Bob\" .\n");
  p.job.follow.despite_errors = true;
  check_round(&p, "id,name\n1\n", true, 1U, 0U);
  CHECK_FILE(&p.f, "out.nt", "");
  end(&p);
}

static void
test_gone(void)
{
  place    p;
  ln_round round = {0};
  begin(&p);
  check_round(&p, "id,name\n1,Ada\n", true, 0U, 0U);
  CU_ASSERT_EQUAL(unlink(p.table), 0);
  CU_ASSERT_EQUAL(ln_round_make(&p.rounds, &round), LN_OK);
  CU_ASSERT_FALSE(round.ended);
  ln_round_keep(&p.rounds, &round);
  CHECK_FILE(&p.f, "out.nt", "<x:1> <x:name> \"Ada\" .\n");
  check_round(&p, "id,name\n1,Ada\n", false, 0U, 0U);
  end(&p);
}

static void
test_unwritable(void)
{
  place    p;
  ln_round round = {0};
  begin(&p);
  put_file(&p.f, "t.csv", "id,name\n1,Ada\n", false);
  p.job.output = "/dev/full";
  CU_ASSERT_EQUAL(ln_round_make(&p.rounds, &round), LN_IO);
  ln_round_clear(&round);
  end(&p);
  begin(&p);
  check_round(&p, "id,name\n1,Ada\n", true, 0U, 0U);
  p.job.follow.patch = p.f.path;
  put_file(&p.f, "t.csv", "id,name\n1,Eve\n", false);
  CU_ASSERT_EQUAL(ln_round_make(&p.rounds, &round), LN_IO);
  ln_round_clear(&round);
  end(&p);
}

static void
test_stopped(void)
{
  const volatile sig_atomic_t stop = 1;
  place                       p;
  ln_round                    round = {0};
  begin(&p);
  put_file(&p.f, "t.csv", "id,name\n1,Ada\n", false);
  p.job.stop = &stop;
  CU_ASSERT_EQUAL(ln_round_make(&p.rounds, &round), LN_STOP);
  CU_ASSERT_FALSE(has_file(&p.f, "out.nt"));
  ln_round_clear(&round);
  end(&p);
}

static ln_status
two_rounds(place* const p)
{
  ln_status st = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < 2U; ++i) {
    ln_round round = {0};
    put_file(&p->f, "t.csv", i == 0U ? "id,name\n1,Ada\n" : "id,name\n2,Bob\n", false);
    st = ln_round_make(&p->rounds, &round);
    if (st == LN_OK) {
      ln_round_keep(&p->rounds, &round);
    }
    ln_round_clear(&round);
  }
  return st;
}

static void
test_no_memory(void)
{
  place p;
  begin(&p);
  p.job.output = NULL;
  CHECK_ALLOC_FAILURES(two_rounds(&p), ln_rounds_clear(&p.rounds);
                       p.rounds = ((ln_rounds){.job = &p.job, .log = p.f.log}));
  end(&p);
}

static const unit_test tests[] = {{"changes", test_changes},
                                  {"before", test_before},
                                  {"errors", test_errors},
                                  {"gone", test_gone},
                                  {"unwritable", test_unwritable},
                                  {"stopped", test_stopped},
                                  {"no_memory", test_no_memory}};

UNIT_MAIN("run/round", tests)
