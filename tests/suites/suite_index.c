/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The index of a suite. A line that is not as it should be spoils the whole index: a test that is
   passed over in silence would count as passed. */

#include "suite_index.h"

#include "base/memory.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { COLUMNS = 6 };

static const char header[] = "id\tkind\tinputs\toptions\texpected\tbase";

static ln_status
slurp(const char* const path, ln_text* const text, ln_text* const problem)
{
  char        block[2048];
  FILE* const file = fopen(path, "rb");
  ln_status   st   = LN_OK;
  if (!file) {
    LN_TRY(ln_text_format(problem, "%s: %s", path, strerror(errno)));
    return LN_IO;
  }
  while (st == LN_OK && !feof(file) && !ferror(file)) {
    const size_t n = fread(block, 1U, sizeof(block), file);
    st             = ln_text_add(text, (ln_view){block, n});
  }
  if (st == LN_OK && ferror(file)) {
    st = ln_text_format(problem, "%s cannot be read", path) == LN_OK ? LN_IO : LN_NO_MEM;
  }
  return fclose(file) == 0 || st != LN_OK ? st : LN_IO;
}

/* Cut off what stands before the first `c`. */
static ln_view
cut(ln_view* const rest, const char c)
{
  const size_t  at   = ln_view_find(*rest, c);
  const ln_view part = ln_view_first(*rest, at);
  *rest              = ln_view_from(*rest, at + 1U);
  return part;
}

static ln_status
add_test(suite_index* const index, ln_view line, const size_t number, ln_text* const problem)
{
  ln_view fields[COLUMNS];
  size_t  n = 0U;
  while (n < COLUMNS) {
    const bool last = ln_view_find(line, '\t') == line.n;
    fields[n]       = ln_arena_copy(&index->arena, cut(&line, '\t'));
    if (!fields[n++].s) {
      return LN_NO_MEM;
    }
    if (last) {
      break;
    }
  }
  if (n != COLUMNS || line.n > 0U) {
    LN_TRY(ln_text_format(problem, "line %zu of the index has not %d cells", number, COLUMNS));
    return LN_USAGE;
  }
  const ln_view     input = ln_arena_copy(&index->arena, cut(&fields[2], '|'));
  const ln_view     none  = ln_view_first(fields[3], 0U);
  suite_test* const tests = ln_realloc(index->tests, index->n + 1U, sizeof(suite_test));
  if (!input.s || !tests) {
    index->tests = tests ? tests : index->tests;
    return LN_NO_MEM;
  }
  index->tests             = tests;
  index->tests[index->n++] = (suite_test){
    .id       = fields[0],
    .kind     = fields[1],
    .input    = input,
    .options  = ln_view_equals(fields[3], LN_V("-")) ? none : fields[3],
    .expected = fields[4],
    .base     = fields[5],
  };
  return LN_OK;
}

static ln_status
add_lines(suite_index* const index, ln_view rest, ln_text* const problem)
{
  if (!ln_view_equals(cut(&rest, '\n'), ln_view_of(header))) {
    LN_TRY(ln_text_add(problem, LN_V("the index does not begin with its header line")));
    return LN_USAGE;
  }
  for (size_t number = 2U; rest.n > 0U; ++number) {
    LN_TRY(add_test(index, cut(&rest, '\n'), number, problem));
  }
  return LN_OK;
}

ln_status
suite_index_read(const char* const path, suite_index* const index, ln_text* const problem)
{
  ln_text text = {0};
  *index       = (suite_index){0};
  ln_status st = slurp(path, &text, problem);
  st           = st == LN_OK ? add_lines(index, ln_text_view(&text), problem) : st;
  ln_text_clear(&text);
  return st;
}

void
suite_index_clear(suite_index* const index)
{
  ln_free(index->tests);
  ln_arena_clear(&index->arena);
  *index = (suite_index){0};
}

bool
suite_test_option(const suite_test* const test, const char* const name, ln_view* const value)
{
  ln_view rest = test->options;
  while (rest.n > 0U) {
    ln_view       option = cut(&rest, '|');
    const ln_view key    = cut(&option, '=');
    if (ln_view_equals(key, ln_view_of(name))) {
      *value = option;
      return true;
    }
  }
  return false;
}
