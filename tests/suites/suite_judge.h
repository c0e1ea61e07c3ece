/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_SUITE_JUDGE_H
#define LN_TESTS_SUITE_JUDGE_H

#include "suite_index.h"

#include <stdbool.h>

/** Where things are. */
typedef struct {
  const char* liner;   ///< the program
  const char* quads;   ///< the program that reads graphs
  const char* root;    ///< folder of the suite, without a slash behind
  const char* scratch; ///< folder for what the program writes
  bool        show;    ///< print each command
} suite_place;

/** Whether tests of this kind can be judged. */
bool
suite_kind_known(const char* kind);

/** Append the names of all kinds, separated by blanks. */
LN_MUST ln_status
suite_kinds(ln_text* out);

/** Run one test. `reason` stays empty if it is passed. LN_IO: the program cannot be run. */
LN_MUST ln_status
suite_judge(const suite_place* place, const suite_test* test, ln_text* reason);

#endif
