/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is counted of a column, cell by cell. Every kind is tried on every value until it has missed
   too often to be worth a word; words such as NA are counted apart, because only a person knows
   whether they are values. Cost: one parse a living kind, mostly two or three a value. */

#include "run/guess.h"

enum {
  TRIED_ENOUGH  = 50, ///< values, before a kind is given up
  MISSED_ENOUGH = 5,  ///< and misses; one in ten must have missed, too
  EXAMPLE_BYTES = 40,
  ITEMS_AT_MOST = 4096, ///< different items of lists; enough to see whether they are repeated
};

static const char separators[LN_GUESS_SEPARATORS] = {'|', ';', ','};

/* A view that is kept; long ones as far as they are worth showing. */
static ln_status
keep_example(ln_guesser* const g, const ln_view text, ln_view* const out)
{
  size_t n = text.n < (size_t)EXAMPLE_BYTES ? text.n : (size_t)EXAMPLE_BYTES;
  while (n > 0U && n < text.n && ((unsigned char)text.s[n] & 0xC0U) == 0x80U) {
    --n; /* not within a character */
  }
  *out = ln_arena_copy(&g->arena, ln_view_first(text, n));
  return out->s ? LN_OK : LN_NO_MEM;
}

static ln_status
count_miss(ln_guesser* const     g,
           ln_guess_trial* const trial,
           const ln_view         text,
           const uint32_t        number)
{
  const uint32_t tried = trial->hits + trial->misses + 1U;
  if (trial->misses == 0U && trial->hits > 0U) {
    LN_TRY(keep_example(g, text, &trial->example));
  }
  if (trial->misses < 2U) {
    trial->rows[trial->misses] = number;
  }
  ++trial->misses;
  trial->dead =
    tried >= TRIED_ENOUGH && trial->misses > MISSED_ENOUGH && trial->misses > tried / 10U;
  return LN_OK;
}

static ln_status
try_kinds(ln_guesser* const      g,
          ln_guess_column* const column,
          const ln_view          text,
          const uint32_t         number)
{
  for (size_t i = 0U; ln_guess_kind_at(i); ++i) {
    ln_guess_trial* const trial = &column->trials[i];
    bool                  yes   = false;
    if (trial->dead) {
      continue;
    }
    LN_TRY(ln_guess_kind_fits(&g->kinds, i, text, &g->scratch, &yes));
    if (yes) {
      ++trial->hits;
    } else {
      LN_TRY(count_miss(g, trial, text, number));
    }
  }
  return LN_OK;
}

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

/* What the digits look like. */
static void
count_digits(ln_guess_column* const column, const ln_view text)
{
  size_t digits = 0U;
  for (size_t i = 0U; i < text.n; ++i) {
    digits += is_digit(text.s[i]) ? 1U : 0U;
  }
  const bool all = digits == text.n;
  column->signs += digits > 0U ? 1U : 0U;
  column->zeros += all && digits > 1U && text.s[0] == '0' ? 1U : 0U;
  column->bits += all && digits == 1U && text.s[0] <= '1' ? 1U : 0U;
  column->years +=
    all && digits == 4U && (text.s[0] == '1' || (text.s[0] == '2' && text.s[1] <= '1')) ? 1U : 0U;
}

static void
count_item(ln_guess_list* const list, const ln_view item)
{
  const ln_view bare = ln_view_trim(item);
  list->empty += bare.n == 0U ? 1U : 0U;
  list->bytes = bare.n > list->bytes ? (uint32_t)bare.n : list->bytes;
}

/* Cut a value as if it were a list. */
static void
count_list(ln_guess_list* const list, const char separator, const ln_view text)
{
  uint32_t items = 0U;
  for (ln_view rest = text;; ++items) {
    const size_t end = ln_view_find(rest, separator);
    count_item(list, ln_view_first(rest, end));
    if (end == rest.n) {
      break;
    }
    rest = ln_view_from(rest, end + 1U);
    if (rest.n > 0U && rest.s[0] == ' ') {
      ++list->spaced;
    } else {
      ++list->bare;
    }
  }
  ++items;
  list->items += items;
  list->cells += items > 1U ? 1U : 0U;
  list->most = items > list->most ? items : list->most;
}

/* The words between commas: names have few that are repeated, lists of kinds have many. */
static ln_status
gather_items(ln_guesser* const g, ln_guess_column* const column, const ln_view text)
{
  for (ln_view rest = text; column->items.n < ITEMS_AT_MOST;) {
    const size_t end   = ln_view_find(rest, ',');
    bool         fresh = false;
    LN_TRY(
      ln_guess_set_add(&column->items, ln_view_trim(ln_view_first(rest, end)), &g->budget, &fresh));
    if (end == rest.n) {
      break;
    }
    rest = ln_view_from(rest, end + 1U);
  }
  return LN_OK;
}

const ln_guess_array*
ln_guess_array_at(const size_t i)
{
  static const ln_guess_array arrays[LN_GUESS_ARRAYS] = {
    {LN_ARRAY_JSON, "json", "JSON"},
    {LN_ARRAY_PYTHON, "python", "Python"},
    {LN_ARRAY_POSTGRESQL, "postgresql", "PostgreSQL"},
  };
  return &arrays[i];
}

/* Whether a text in brackets is a list; `nests`: of anything, even if it is an object. */
static bool
is_list_of(const ln_array_syntax syntax, const ln_view text, const bool nests)
{
  ln_array      array = {0};
  ln_array_item item  = {0};
  ln_array_start(&array, syntax, text);
  array.nests = nests;
  while (ln_array_next(&array, &item)) {
  }
  return !array.problem;
}

/* A text in brackets that a program may have written. */
static bool
count_array(ln_guess_column* const column, const ln_view text)
{
  if (text.s[0] != '[' && text.s[0] != '{' && text.s[0] != '(') {
    return false;
  }
  bool yes = is_list_of(LN_ARRAY_OBJECT, text, true) || is_list_of(LN_ARRAY_PYTHON, text, true);
  for (size_t i = 0U; i < LN_GUESS_ARRAYS; ++i) {
    const ln_array_syntax syntax = ln_guess_array_at(i)->syntax;
    const bool            plain  = is_list_of(syntax, text, false);
    column->syntaxes[i] += plain ? 1U : 0U;
    yes = yes || plain || is_list_of(syntax, text, true);
  }
  column->arrays += yes ? 1U : 0U;
  return yes;
}

static ln_status
count_lists(ln_guesser* const g, ln_guess_column* const column, const ln_view text)
{
  if (count_array(column, text)) {
    return LN_OK;
  }
  for (size_t i = 0U; i < LN_GUESS_SEPARATORS; ++i) {
    count_list(&column->lists[i], separators[i], text);
  }
  return gather_items(g, column, text);
}

/* The number of a word that may mean that there is no value, or LN_GUESS_TOKENS. */
static size_t
find_token(const ln_view text)
{
  size_t i = 0U;
  while (ln_guess_token(i) && !ln_view_equals(text, ln_view_of(ln_guess_token(i)))) {
    ++i;
  }
  return ln_guess_token(i) ? i : (size_t)LN_GUESS_TOKENS;
}

ln_status
ln_guess_cell(ln_guesser* const      g,
              ln_guess_column* const column,
              const ln_view          cell,
              const uint32_t         number)
{
  const ln_view text  = ln_view_trim(cell);
  const size_t  token = find_token(text);
  bool          fresh = false;
  if (text.n == 0U) {
    column->empty += cell.n == 0U ? 1U : 0U;
    column->blank += cell.n > 0U ? 1U : 0U;
    return LN_OK;
  }
  ++column->values;
  column->padded += text.n < cell.n ? 1U : 0U;
  if (token < LN_GUESS_TOKENS) {
    ++column->tokens[token];
    return LN_OK;
  }
  LN_TRY(ln_guess_set_add(&column->set, text, &g->budget, &fresh));
  if (!column->first.s) {
    column->row = number;
    LN_TRY(keep_example(g, text, &column->first));
  }
  if (!fresh && column->repeats == 0U) {
    column->repeats = number;
  }
  count_digits(column, text);
  LN_TRY(try_kinds(g, column, text, number));
  return count_lists(g, column, text);
}
