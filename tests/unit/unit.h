/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_UNIT_H
#define LN_TESTS_UNIT_H

/* What every unit test file shares: a table of tests becomes a CUnit suite, the program's exit
   status says whether all passed, and a run of no tests or of no assertions fails. */

#include "base/memory.h"
#include "base/status.h"
#include "base/view.h"

#include <CUnit/Basic.h>
#include <CUnit/CUnit.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char* name;
  void (*run)(void);
} unit_test;

/** Compare a view with a string literal; on failure show both. */
#define CHECK_VIEW(actual, expected) check_view((actual), (expected), __FILE__, __LINE__)

static inline void
check_view(const ln_view actual, const char* const expected, const char* const file, const int line)
{
  const int same =
    actual.n == strlen(expected) && (actual.n == 0U || memcmp(actual.s, expected, actual.n) == 0);
  if (!same) {
    fprintf(stderr,
            "%s:%d: got \"%.*s\", expected \"%s\"\n",
            file,
            line,
            (int)actual.n,
            actual.s ? actual.s : "",
            expected);
  }
  CU_assertImplementation(same, (unsigned)line, "views are equal", file, "", CU_FALSE);
}

/** Run `code` (a status expression) with the allocator failing at the 1st, 2nd, … allocation until
   it succeeds; each failure must be LN_NO_MEM. `cleanup` is run after every round. Checks that at
   least one allocation was seen. */
#define CHECK_ALLOC_FAILURES(code, cleanup)                                                        \
  do {                                                                                             \
    size_t n_ = 1U;                                                                                \
    for (;; ++n_) {                                                                                \
      ln_alloc_fail_at(n_);                                                                        \
      const ln_status st_ = (code);                                                                \
      ln_alloc_fail_at(0U);                                                                        \
      cleanup;                                                                                     \
      if (st_ != LN_NO_MEM) {                                                                      \
        CU_ASSERT_EQUAL(st_, LN_OK);                                                               \
        break;                                                                                     \
      }                                                                                            \
      CU_ASSERT_FATAL(n_ < 100000U);                                                               \
    }                                                                                              \
    CU_ASSERT(n_ > 1U);                                                                            \
  } while (0)

static inline int
unit_main(const char* const suite_name, const unit_test* const tests, const size_t n)
{
  if (CU_initialize_registry() != CUE_SUCCESS) {
    return EXIT_FAILURE;
  }
  CU_pSuite suite = CU_add_suite(suite_name, NULL, NULL);
  for (size_t i = 0U; suite && i < n; ++i) {
    if (!CU_add_test(suite, tests[i].name, tests[i].run)) {
      suite = NULL;
    }
  }
  if (suite) {
    CU_basic_set_mode(CU_BRM_NORMAL);
    CU_basic_run_tests();
  }
  const int ok = suite && CU_get_number_of_failures() == 0U && CU_get_number_of_tests_run() == n &&
                 CU_get_number_of_asserts() > 0U;
  CU_cleanup_registry();
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

#define UNIT_MAIN(suite_name, tests)                                                               \
  int main(void)                                                                                   \
  {                                                                                                \
    return unit_main(suite_name, tests, sizeof(tests) / sizeof((tests)[0]));                       \
  }

#endif
