/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_GUESS_UNIT_H
#define LN_TESTS_GUESS_UNIT_H

/* What the tests of guessing share: a table given as text, learnt as init learns it. */

#include "run/guess.h"
#include "unit.h"

typedef struct {
  ln_guesser     g;
  ln_guess_table tables[3];
  size_t         n;
} guess_fixture;

static inline ln_status
learn_with(guess_fixture* const f, const char* const path, const ln_view text, const uint64_t rows)
{
  ln_in*                in    = NULL;
  ln_guess_table* const table = &f->tables[f->n];
  if (f->n++ == 0U) {
    f->g = (ln_guesser){.budget = 1U << 20U, .rows = rows};
    LN_TRY(ln_guess_kinds_new(&f->g.arena, &f->g.kinds));
  }
  *table      = (ln_guess_table){.path = path, .url = ln_view_of(path)};
  table->stem = ln_view_first(table->url, ln_view_find(table->url, '.'));
  LN_TRY(ln_in_memory(text, &in));
  return ln_guess_read(&f->g, in, table);
}

static inline void
learn(guess_fixture* const f, const char* const path, const ln_view text)
{
  CU_ASSERT_EQUAL_FATAL(learn_with(f, path, text, 100U), LN_OK);
}

static inline void
forget(guess_fixture* const f)
{
  for (size_t t = 0U; t < f->n; ++t) {
    ln_guess_sets_clear(&f->tables[t], &f->g.budget);
  }
  ln_text_clear(&f->g.scratch);
  ln_arena_clear(&f->g.arena);
  *f = (guess_fixture){0};
}

#endif
