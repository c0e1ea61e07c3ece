/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* run SUITE INDEX.tsv ROOT: the tests of one kind of an index, one line for each that fails, and
   the sum. LINER names the program, QUADS that which reads graphs, SCRATCH a folder for its output,
   SHOW=1 shows each command. */

#include "suite_judge.h"
#include "suite_selftest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FAILED = 1, USAGE = 2 };

static ln_status
run_test(const suite_place* const place, const suite_test* const test, size_t* const failed)
{
  ln_text         reason = {0};
  const ln_status st     = suite_judge(place, test, &reason);
  if (st == LN_OK && reason.n > 0U) {
    printf("failed: %s: %s\n", test->id.s, reason.s);
    ++*failed;
  }
  ln_text_clear(&reason);
  return st;
}

static ln_status
run_suite(const suite_place* const place, const suite_index* const index, const char* const suite)
{
  size_t    n      = 0U;
  size_t    failed = 0U;
  ln_status st     = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < index->n; ++i) {
    if (strcmp(index->tests[i].kind.s, suite) == 0) {
      st = run_test(place, &index->tests[i], &failed);
      ++n;
    }
  }
  if (st != LN_OK) {
    printf("the tests were broken off: %s\n", ln_status_text(st));
    ++failed;
  } else if (n == 0U) {
    printf("there is no test of the kind %s\n", suite);
  }
  printf("%zu passed, %zu failed\n", n > failed ? n - failed : 0U, failed);
  return st == LN_OK && n > 0U && failed == 0U ? LN_OK : LN_STOP;
}

static int
complain(const char* const what)
{
  ln_text kinds = {0};
  (void)fprintf(stderr, "%s\nusage: run SUITE INDEX.tsv ROOT, or run --self-test\n", what);
  if (suite_kinds(&kinds) == LN_OK) {
    (void)fprintf(stderr, "SUITE is one of: %s\n", kinds.s);
  }
  ln_text_clear(&kinds);
  return USAGE;
}

static const char*
setting(const char* const name, const char* const otherwise)
{
  const char* const value = getenv(name);
  return value && *value ? value : otherwise;
}

int
main(const int argc, char** const argv)
{
  if (argc == 2 && strcmp(argv[1], "--self-test") == 0) {
    return suite_selftest() ? EXIT_SUCCESS : FAILED;
  }
  if (argc != 4) {
    return complain("three arguments are needed");
  }
  if (!suite_kind_known(argv[1])) {
    return complain("no such suite");
  }
  const suite_place place   = {.liner   = setting("LINER", "build/liner"),
                               .quads   = setting("QUADS", "build/tests/suites/quads"),
                               .root    = argv[3],
                               .scratch = setting("SCRATCH", "."),
                               .show    = *setting("SHOW", "") != '\0'};
  suite_index       index   = {0};
  ln_text           problem = {0};
  ln_status         st      = suite_index_read(argv[2], &index, &problem);
  if (st != LN_OK) {
    (void)fprintf(stderr, "%s\n", problem.n > 0U ? problem.s : ln_status_text(st));
    printf("0 passed, 1 failed\n");
  } else {
    st = run_suite(&place, &index, argv[1]);
  }
  ln_text_clear(&problem);
  suite_index_clear(&index);
  return st == LN_OK ? EXIT_SUCCESS : FAILED;
}
