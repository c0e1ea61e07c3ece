/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Files to findings: what is counted, what is missing, and no memory at any point. The wording and
   the lines are in tests/cases/validate. */

#include "unit.h"

#include "run/validation.h"

#include <unistd.h>

static const char SHAPES[] =
  "@prefix : <https://e.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n"
  ":s sh:targetSubjectsOf :p ; sh:property [ sh:path :p ; sh:nodeKind sh:IRI ] .\n";
static const char DATA[] = "<https://e.org/a> <https://e.org/p> 1 , <https://e.org/b> .\n";

/* A file without a name that ends in .ttl; the caller takes it away. */
static void
put(char* const path, const char* const text)
{
  const int fd = mkstemp(path);
  CU_ASSERT_FATAL(fd >= 0);
  CU_ASSERT_EQUAL(write(fd, text, strlen(text)), (ssize_t)strlen(text));
  CU_ASSERT_EQUAL(close(fd), 0);
}

static ln_status
validate(const char* const shapes, const char* const data, ln_validated* const done)
{
  char* const         graphs[] = {(char*)(uintptr_t)data};
  const ln_validation job      = {
         .graphs = graphs, .n_graphs = 1U, .shapes = &shapes, .n_shapes = 1U, .base = "https://e.org/"};
  const ln_log_policy policy = {0};
  ln_log* const       log    = ln_log_new(&policy);
  const ln_status     st     = log ? ln_run_validate(&job, log, done) : LN_NO_MEM;
  ln_log_free(log);
  return st;
}

static void
counts(void)
{
  char         shapes[] = "/tmp/liner-shapes-XXXXXX";
  char         data[]   = "/tmp/liner-data-XXXXXX";
  ln_validated done     = {0};
  put(shapes, SHAPES);
  put(data, DATA);
  CU_ASSERT_EQUAL(validate(shapes, data, &done), LN_OK);
  CU_ASSERT_EQUAL(done.triples, 2U);
  CU_ASSERT_EQUAL(done.shapes, 2U);
  CU_ASSERT_EQUAL(done.results, 1U);
  CU_ASSERT(done.whole);
  CU_ASSERT_EQUAL(validate(data, shapes, &done), LN_OK); // no shapes at all
  CU_ASSERT_EQUAL(done.shapes, 0U);
  CU_ASSERT_EQUAL(done.results, 0U);
  CU_ASSERT_EQUAL(validate(shapes, "/nowhere/at/all.ttl", &done), LN_IO);
  CU_ASSERT_FALSE(done.whole);
  CU_ASSERT_EQUAL(unlink(shapes), 0);
  CU_ASSERT_EQUAL(unlink(data), 0);
}

static void
no_memory(void)
{
  char         shapes[] = "/tmp/liner-shapes-XXXXXX";
  char         data[]   = "/tmp/liner-data-XXXXXX";
  ln_validated done     = {0};
  put(shapes, SHAPES);
  put(data, DATA);
  CHECK_ALLOC_FAILURES(validate(shapes, data, &done), (void)0);
  CU_ASSERT_EQUAL(unlink(shapes), 0);
  CU_ASSERT_EQUAL(unlink(data), 0);
}

static const unit_test TESTS[] = {{"counts", counts}, {"no memory", no_memory}};

UNIT_MAIN("run/validation", TESTS)
