/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A program that stands in for oxigraph: it loads nothing and answers with its arguments. */

#include "unit.h"

#include "run/oxigraph.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char PROGRAM[] = "oxigraph";

static void
make_program(const char* const script)
{
  FILE* const file = fopen(PROGRAM, "w");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT(fputs(script, file) >= 0);
  CU_ASSERT_EQUAL(fclose(file), 0);
  CU_ASSERT_EQUAL(chmod(PROGRAM, 0700), 0);
}

static ln_status
hand_over(void)
{
  const ln_log_policy policy = {.stream = NULL};
  const ln_job        job    = {.output = "test_oxigraph.out"};
  const ln_asking     asking = {
        .job = &job, .text = LN_V("ASK { }"), .engine = LN_ENGINE_OXIGRAPH, .seconds = 10.0};
  ln_log* const  log  = ln_log_new(&policy);
  ln_source_data data = {.set = ln_dataset_new()};
  ln_status      st   = log && data.set ? ln_dataset_seal(data.set) : LN_NO_MEM;
  st                  = st == LN_OK ? ln_oxigraph_ask(&asking, log, &data) : st;
  ln_source_clear(&data);
  ln_log_free(log);
  return st;
}

static void
programs(void)
{
  CU_ASSERT_EQUAL(setenv("PATH", ".:/bin:/usr/bin", 1), 0);
  make_program("#!/bin/sh\n[ \"$1\" = load ] || echo \"$1\"\n");
  CU_ASSERT_EQUAL(hand_over(), LN_OK);
  CU_ASSERT_EQUAL(unlink("test_oxigraph.out"), 0);
  make_program("#!/bin/sh\necho no >&2\nexit 1\n");
  CU_ASSERT_EQUAL(hand_over(), LN_USAGE);
  CU_ASSERT_EQUAL(unlink(PROGRAM), 0);
  CU_ASSERT_EQUAL(setenv("PATH", "/nowhere", 1), 0);
  CU_ASSERT_EQUAL(hand_over(), LN_USAGE);
}

static const unit_test TESTS[] = {{"programs", programs}};

UNIT_MAIN("run/oxigraph", TESTS)
