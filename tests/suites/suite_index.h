/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_SUITE_INDEX_H
#define LN_TESTS_SUITE_INDEX_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stddef.h>

/** One test of an index: a line of `id kind inputs options expected base`, tab separated; inputs
   and options are lists separated by `|`. Every text is followed by a NUL. */
typedef struct {
  ln_view id;
  ln_view kind;
  ln_view input;   ///< the first of the inputs: the one to process
  ln_view options; ///< as written; empty for `-`
  ln_view expected;
  ln_view base;
} suite_test;

typedef struct {
  ln_arena    arena;
  suite_test* tests;
  size_t      n;
} suite_index;

/** LN_IO if it cannot be read, LN_USAGE if it is not an index; `problem` gets a sentence then. */
LN_MUST ln_status
suite_index_read(const char* path, suite_index* index, ln_text* problem);

void
suite_index_clear(suite_index* index);

/** The value of an option, or false. */
bool
suite_test_option(const suite_test* test, const char* name, ln_view* value);

#endif
