/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A question from loading to writing; what cannot be read leaves no output. */

#include "unit.h"

#include "run/ask.h"

#include <stdio.h>
#include <unistd.h>

static const char GRAPH[]  = "test_ask.ttl";
static const char OUTPUT[] = "test_ask.csv";

static void
write_graph(void)
{
  FILE* const file = fopen(GRAPH, "w");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT(fputs("<http://x/a> <http://x/age> 30 .\n", file) >= 0);
  CU_ASSERT_EQUAL(fclose(file), 0);
}

static ln_status
ask(const char* const text, const char* const value, ln_asked* const asked)
{
  const ln_log_policy   policy  = {.stream = NULL};
  const ln_asking_value given[] = {{LN_V("age"), ln_view_of(value)}};
  const ln_job          job     = {.input = GRAPH, .output = OUTPUT, .layers = 1U};
  const ln_asking       asking  = {.job        = &job,
                                   .text       = ln_view_of(text),
                                   .name       = "QUERY",
                                   .form_given = true,
                                   .form       = LN_ANSWER_CSV,
                                   .values     = given,
                                   .n_values   = value ? 1U : 0U};
  ln_log* const         log     = ln_log_new(&policy);
  const ln_status       st      = log ? ln_run_ask(&asking, log, asked) : LN_NO_MEM;
  ln_log_free(log);
  return st;
}

static void
answers(void)
{
  ln_asked asked = {0};
  char     line[64];
  write_graph();
  CU_ASSERT_EQUAL(ask("SELECT ?x { ?x <http://x/age> ?n FILTER(STR(?n) = ?age) }", "30", &asked),
                  LN_OK);
  CU_ASSERT_EQUAL(asked.rows, 1U);
  FILE* const file = fopen(OUTPUT, "r");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT_PTR_NOT_NULL(fgets(line, sizeof(line), file));
  CU_ASSERT_STRING_EQUAL(line, "x\r\n");
  CU_ASSERT_PTR_NOT_NULL(fgets(line, sizeof(line), file));
  CU_ASSERT_STRING_EQUAL(line, "http://x/a\r\n");
  CU_ASSERT_EQUAL(fclose(file), 0);
  CU_ASSERT_EQUAL(unlink(OUTPUT), 0);
  CU_ASSERT_EQUAL(ask("SELECT ?x { ?x }", NULL, &asked), LN_USAGE);
  CU_ASSERT_NOT_EQUAL(access(OUTPUT, F_OK), 0);
  CU_ASSERT_EQUAL(unlink(GRAPH), 0);
}

static const unit_test TESTS[] = {{"answers", answers}};

UNIT_MAIN("run/ask", TESTS)
