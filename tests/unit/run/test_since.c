/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What an export writes that goes on from another one. The table has a person a row, each with a
   type, a name and a year. */

#include "map/mapping.h"
#include "run/since.h"
#include "run_unit.h"

typedef struct {
  folder f;
  char   state[PATH_SIZE];
  char   output[PATH_SIZE];
  ln_job job;
} trial;

static void
begin(trial* const t)
{
  set_up(&t->f);
  t->job = (ln_job){.input  = t->f.path,
                    .layers = LN_LAYER_FACTS,
                    .memory = 1U << 20U,
                    .state  = path_to(&t->f, "state", t->state),
                    .output = path_to(&t->f, "output", t->output)};
  put_file(&t->f, "people.csv", "name,born\nAda,1815\nBen,1970\n", false);
}

static ln_status
go_on(trial* const t)
{
  ln_summary summary = {0};
  return ln_run_since(&t->job, t->f.log, &summary);
}

static bool
holds(const ln_view text, const ln_view part)
{
  for (size_t i = 0U; i < text.n; ++i) {
    if (ln_view_starts(ln_view_from(text, i), part)) {
      return true;
    }
  }
  return false;
}

static void
check_output(const trial* const t, const char* const part, const bool there)
{
  ln_view     bytes = {0};
  const char* error = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(t->output, 1U << 16U, &bytes, &error), LN_OK);
  CU_ASSERT_EQUAL(holds(bytes, ln_view_of(part)), there);
  ln_free((void*)(uintptr_t)bytes.s);
}

/* Ada has changed, Ben is gone, Cy is new. */
static void
test_update(void)
{
  trial t;
  begin(&t);
  CU_ASSERT_EQUAL_FATAL(go_on(&t), LN_OK);
  CU_ASSERT_NOT_EQUAL(access(t.output, F_OK), 0); // only a state was asked for
  put_file(&t.f, "people.csv", "name,born\nCy,1900\nAda,1816\n", false);
  t.job.since = t.job.state;
  CU_ASSERT_EQUAL(go_on(&t), LN_OK);
  check_output(&t,
               "VALUES ?s {\n    <https://data.example.org/person/ben>\n    "
               "<https://data.example.org/person/ada>\n  }\n",
               true);
  check_output(&t, "\"1816\"", true);
  check_output(&t, "\"Cy\"", true);
  CU_ASSERT_EQUAL(go_on(&t), LN_OK); // from the new state
  check_output(&t, "Cy", false);
  tear_down(&t.f);
}

static void
test_triples(void)
{
  trial t;
  char  cleared[PATH_SIZE];
  begin(&t);
  CU_ASSERT_EQUAL_FATAL(go_on(&t), LN_OK);
  put_file(&t.f, "people.csv", "name,born\nAda,1815\nBen,1971\n", false);
  t.job.since   = t.job.state;
  t.job.to      = "ntriples";
  t.job.cleared = path_to(&t.f, "cleared", cleared);
  CU_ASSERT_EQUAL(go_on(&t), LN_OK);
  check_output(&t, "\"1971\"", true);
  check_output(&t, "\"Ben\"", true);
  check_output(&t, "Ada", false);
  CU_ASSERT_EQUAL(access(cleared, F_OK), 0);
  t.job.to = "turtle";
  CU_ASSERT_EQUAL(go_on(&t), LN_USAGE);
  tear_down(&t.f);
}

/* Nothing is written of what is not known as a whole. */
static void
test_refused(void)
{
  trial t;
  begin(&t);
  CU_ASSERT_EQUAL_FATAL(go_on(&t), LN_OK);
  t.job.since = t.output; // which is not there
  CU_ASSERT_EQUAL(go_on(&t), LN_STOP);
  t.job.since = t.job.state;
  put_file(&t.f, "people.csv", "name,born\nAda,never\n", false);
  CU_ASSERT_EQUAL(go_on(&t), LN_STOP);
  CU_ASSERT_NOT_EQUAL(access(t.output, F_OK), 0);
  tear_down(&t.f);
}

static void
test_no_memory(void)
{
  trial t;
  begin(&t);
  CU_ASSERT_EQUAL_FATAL(go_on(&t), LN_OK);
  put_file(&t.f, "people.csv", "name,born\nCy,1900\nAda,1816\n", false);
  t.job.since  = t.job.state;
  t.job.state  = NULL;
  t.job.output = "/dev/null";
  CHECK_ALLOC_FAILURES(go_on(&t), new_log(&t.f));
  tear_down(&t.f);
}

static const unit_test tests[] = {{"update", test_update},
                                  {"triples", test_triples},
                                  {"refused", test_refused},
                                  {"no memory", test_no_memory}};

UNIT_MAIN("since", tests)
