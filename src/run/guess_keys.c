/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Keys, and who refers to them. A key is one column whose values are all different and never
   missing, or two (guess_pair.c). A column refers to it if its title says so and all its values are
   there; where rows were left unread on either side, that is only told, since the others may be in
   those. */

#include "run/guess.h"

enum {
  MANY_ROWS    = 10, ///< before values that are all different mean anything without a title
  SOME_ROWS    = 2,  ///< and with one
  KEY_BYTES    = 80, ///< the longest value of a key
  SHORT_PREFIX = 3,  ///< letters of a table that a title must name
};

static char
lower(const char c)
{
  return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static bool
is_alnum(const char c)
{
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') ||
         (unsigned char)c >= 0x80U;
}

/* The next letter or digit of a title, small; 0 at its end. */
static char
next_letter(const ln_view title, size_t* const at)
{
  while (*at < title.n && !is_alnum(title.s[*at])) {
    ++*at;
  }
  if (*at == title.n) {
    return '\0';
  }
  return lower(title.s[(*at)++]);
}

/* Whether the letters of `a` are those `b` begins with; all of them if `whole`. */
static bool
same_letters(const ln_view a, const ln_view b, const bool whole)
{
  size_t at = 0U;
  size_t bt = 0U;
  for (;;) {
    const char c = next_letter(a, &at);
    const char d = next_letter(b, &bt);
    if (c == '\0') {
      return !whole || d == '\0';
    }
    if (c != d) {
      return false;
    }
  }
}

static bool
ends_in_id(const ln_view title)
{
  return title.n >= 2U && lower(title.s[title.n - 2U]) == 'i' &&
         lower(title.s[title.n - 1U]) == 'd';
}

unsigned
ln_guess_key_rank(const ln_view title)
{
  if (same_letters(title, LN_V("id"), true)) {
    return 3U;
  }
  if (ends_in_id(title)) {
    return 2U;
  }
  return ln_guess_hint(title, "key code const number identifier gid") ? 1U : 0U;
}

bool
ln_guess_may_be_key(const ln_guess_table* const table, const size_t i)
{
  const ln_guess* const        guess  = &table->guesses[i];
  const ln_guess_column* const column = &table->columns[i];
  const bool sure  = guess->reason == LN_REASON_NONE || guess->reason == LN_REASON_ZEROS;
  const bool plain = !guess->kind || guess->kind->family == LN_FAMILY_INTEGER ||
                     guess->kind->family == LN_FAMILY_URI;
  return guess->unique && sure && plain && !guess->array && column->lists[0].bytes <= KEY_BYTES &&
         table->rows >= (ln_guess_key_rank(column->title) > 0U ? SOME_ROWS : MANY_ROWS) &&
         (column->title.n > 0U || table->headless);
}

/* The best title; of equals, the first column. */
void
ln_guess_find_key(ln_guess_table* const table)
{
  unsigned best = 0U;
  for (size_t i = 0U; i < table->n; ++i) {
    const unsigned rank = ln_guess_key_rank(table->columns[i].title);
    if (ln_guess_may_be_key(table, i) && rank > best) {
      table->key = i;
      best       = rank;
    }
  }
  if (best <= 1U && table->n > 0U && ln_guess_may_be_key(table, 0U)) {
    table->key = 0U;
  }
}

/* `artistId` names the `id` of a table `artists`. */
static bool
names_table(const ln_view title, const ln_guess_table* const other)
{
  const ln_view key = other->columns[other->key].title;
  if (!ends_in_id(title) || !same_letters(key, LN_V("id"), true)) {
    return false;
  }
  const ln_view rest = ln_view_first(title, title.n - 2U);
  return rest.n >= SHORT_PREFIX && same_letters(rest, other->stem, false);
}

static bool
refers_by_title(const ln_view title, const ln_guess_table* const other)
{
  const ln_view key = other->columns[other->key].title;
  return title.n > 0U && key.n > 0U &&
         ((same_letters(title, key, true) && !same_letters(key, LN_V("id"), true)) ||
          names_table(title, other));
}

/* Two keys with the same values: the table given first is the one that is referred to. */
static bool
is_parent(const ln_guess_table* const table, const size_t column, const ln_guess_table* const other)
{
  const size_t n    = table->columns[column].set.n;
  const size_t most = other->columns[other->key].set.n;
  return table->key != column || most > n || (most == n && other < table);
}

/* What a column finds in the key of another table; the better find is kept. */
static void
try_reference(const ln_guess_table* const table, const size_t i, const ln_guess_table* const other)
{
  const ln_guess_column* const column = &table->columns[i];
  const ln_guess_column* const key    = &other->columns[other->key];
  ln_guess* const              guess  = &table->guesses[i];
  const size_t                 found  = ln_guess_set_common(&column->set, &key->set);
  if (found <= guess->found || found * 2U < column->set.n) {
    return;
  }
  guess->found        = found;
  guess->other        = other;
  guess->other_column = other->key;
  guess->refers       = found == column->set.n && table->whole && other->whole &&
                  table->bad_rows + other->bad_rows == 0U && !guess->separator &&
                  guess->kind == other->guesses[other->key].kind;
  /* words such as NA that stay data are in no other table */
  for (size_t k = 0U; ln_guess_token(k); ++k) {
    guess->refers = guess->refers && (column->tokens[k] == 0U || guess->nulls[k]);
  }
}

static bool
can_refer(const ln_guess_table* const table, const size_t i)
{
  const ln_guess_column* const column = &table->columns[i];
  return column->set.n > 0U && !column->set.given_up &&
         (!table->guesses[i].kind || table->guesses[i].kind->family == LN_FAMILY_INTEGER);
}

/* Rows that stand in others name them by their first column, whatever it is called. */
static void
refer_to_parent(ln_guess_table* const table)
{
  const ln_guess_table* const parent = table->parent;
  if (!parent || parent->key == SIZE_MAX) {
    return;
  }
  table->guesses[0].other        = parent;
  table->guesses[0].other_column = parent->key;
  table->guesses[0].refers       = true;
  table->guesses[0].found        = table->columns[0].set.n;
}

void
ln_guess_keys(ln_guess_table* const tables, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    ln_guess_find_key(&tables[i]);
    ln_guess_find_pair(&tables[i]);
  }
  for (size_t t = 0U; t < n; ++t) {
    refer_to_parent(&tables[t]);
    for (size_t i = 0U; i < tables[t].n; ++i) {
      for (size_t o = 0U; o < n && can_refer(&tables[t], i); ++o) {
        const ln_guess_table* const other = &tables[o];
        if (o != t && other->key != SIZE_MAX && is_parent(&tables[t], i, other) &&
            refers_by_title(tables[t].columns[i].title, other)) {
          try_reference(&tables[t], i, other);
        }
      }
    }
  }
}
