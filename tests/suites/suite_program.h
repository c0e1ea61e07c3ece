/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_SUITE_PROGRAM_H
#define LN_TESTS_SUITE_PROGRAM_H

#include "base/arena.h"
#include "base/status.h"
#include "base/view.h"

#include <stddef.h>

enum { SUITE_MAX_WORDS = 32 };

/** A command line that is being put together; words live in the arena. */
typedef struct {
  ln_arena* arena;
  char*     words[SUITE_MAX_WORDS + 1]; ///< ends in NULL
  size_t    n;
} suite_command;

/** Add a word made of up to three pieces (NULL: none). */
LN_MUST ln_status
suite_command_add(suite_command* command, const char* a, const char* b, const char* c);

/** What came of a program: all a user sees. */
typedef struct {
  int    status;   ///< exit status, or 256 and the number of the signal that ended it
  size_t warnings; ///< findings on standard error, by severity
  size_t errors;
} suite_outcome;

/** Run it with standard output and error going to files; it is ended after a minute. */
LN_MUST ln_status
suite_run(suite_command* command, const char* out, const char* err, suite_outcome* outcome);

#endif
