/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What the words of a header tell: names for columns, a language behind the title, whether digits
   are years. Titles only ever choose between readings that all values allow. */

#include "run/guess.h"

#include "base/dict.h"
#include "base/fold.h"

enum { LONG_WORD = 4, LONGEST_NAME = 60, HASHED = 27 };

static bool
is_upper(const char c)
{
  return c >= 'A' && c <= 'Z';
}

static bool
is_lower(const char c)
{
  return c >= 'a' && c <= 'z';
}

static char
lower(const char c)
{
  return (char)(is_upper(c) ? c + ('a' - 'A') : c);
}

/* Take the next word of a title: letters up to a sign, or to a capital behind a small letter. */
static bool
next_word(ln_view* const title, ln_view* const word)
{
  size_t at = 0U;
  while (at < title->n && !is_upper(title->s[at]) && !is_lower(title->s[at])) {
    ++at;
  }
  *title   = ln_view_from(*title, at);
  size_t n = 0U;
  while (n < title->n && (is_upper(title->s[n]) || is_lower(title->s[n])) &&
         !(n > 0U && is_upper(title->s[n]) && is_lower(title->s[n - 1U]))) {
    ++n;
  }
  *word  = ln_view_first(*title, n);
  *title = ln_view_from(*title, n);
  return n > 0U;
}

static bool
ends_with(const ln_view word, const ln_view end)
{
  if (word.n < end.n || (word.n > end.n && end.n < LONG_WORD)) {
    return false;
  }
  for (size_t i = 0U; i < end.n; ++i) {
    if (lower(word.s[word.n - end.n + i]) != end.s[i]) {
      return false;
    }
  }
  return true;
}

bool
ln_guess_hint(const ln_view title, const char* const words)
{
  ln_view rest = title;
  ln_view word = {0};
  while (next_word(&rest, &word)) {
    ln_view hints = ln_view_of(words);
    while (hints.n > 0U) {
      const size_t end = ln_view_find(hints, ' ');
      if (ends_with(word, ln_view_first(hints, end))) {
        return true;
      }
      hints = ln_view_from(hints, end + 1U);
    }
  }
  return false;
}

/* Two letters behind one of these signs; `is`, `no`, `it`, `id` and the like are left out, as they
   are words. */
const char*
ln_guess_lang(const ln_view title)
{
  static const char* const langs[] = {"ar", "cs", "cy", "da", "de", "el", "en", "es", "fi", "fr",
                                      "he", "hu", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "zh"};
  const ln_view bare = ln_view_ends(title, LN_V(")")) ? ln_view_first(title, title.n - 1U) : title;
  if (bare.n < 4U) {
    return NULL;
  }
  const char    sign = bare.s[bare.n - 3U];
  const ln_view tag  = ln_view_from(bare, bare.n - 2U);
  const bool    open = sign == '(';
  if (open != (bare.n < title.n) || (!open && sign != '_' && sign != '@' && sign != '-')) {
    return NULL;
  }
  for (size_t i = 0U; i < sizeof(langs) / sizeof(langs[0]); ++i) {
    if (ln_view_equals(tag, ln_view_of(langs[i]))) {
      return langs[i];
    }
  }
  return NULL;
}

/* Whether an id is the hash of a title in letters that have no Latin spelling. */
static bool
is_hash(const ln_view title, const ln_view id)
{
  return id.n == HASHED && id.s[0] == 'x' && title.s[0] != 'x' && title.s[0] != 'X';
}

/* Append a name made of a title: ASCII letters, digits and single `_`. */
static ln_status
add_name(const ln_view title, const size_t number, ln_text* const scratch, ln_text* const out)
{
  ln_text_reset(scratch);
  LN_TRY(ln_id(title, scratch));
  const ln_view id = ln_text_view(scratch);
  if (id.n == 0U || id.n > LONGEST_NAME || is_hash(title, id)) {
    return ln_text_format(out, "column%zu", number);
  }
  for (size_t i = 0U; i < id.n; ++i) {
    const char c    = id.s[i];
    const bool sign = c == '-' || c == '_';
    const bool due  = sign && out->n > 0U && out->s[out->n - 1U] != '_' && i + 1U < id.n;
    if (!sign || due) {
      LN_TRY(ln_text_add_byte(out, sign ? '_' : c));
    }
  }
  while (out->n > 1U && out->s[out->n - 1U] == '_') {
    --out->n;
  }
  return LN_OK;
}

/* The name, with a number behind it if another column has it already. */
static ln_status
make_unique(ln_dict* const names, ln_text* const name)
{
  const size_t bare  = name->n;
  uint32_t     known = 0U;
  bool         added = false;
  LN_TRY(ln_dict_add(names, ln_text_view(name), &known, &added));
  for (unsigned i = 2U; !added; ++i) {
    name->n = bare;
    LN_TRY(ln_text_format(name, "_%u", i));
    LN_TRY(ln_dict_add(names, ln_text_view(name), &known, &added));
  }
  return LN_OK;
}

static ln_status
name_columns(ln_guesser* const     g,
             ln_guess_table* const table,
             ln_dict* const        names,
             ln_text* const        name)
{
  for (size_t i = 0U; i < table->n; ++i) {
    ln_guess_column* const column = &table->columns[i];
    ln_text_reset(name);
    LN_TRY(add_name(column->title, i + 1U, &g->scratch, name));
    LN_TRY(make_unique(names, name));
    column->name = ln_arena_copy(&g->arena, ln_text_view(name));
    if (!column->name.s) {
      return LN_NO_MEM;
    }
  }
  return LN_OK;
}

ln_status
ln_guess_names(ln_guesser* const g, ln_guess_table* const table)
{
  ln_text         name  = {0};
  ln_dict* const  names = ln_dict_new();
  const ln_status st    = names ? name_columns(g, table, names, &name) : LN_NO_MEM;
  ln_dict_free(names);
  ln_text_clear(&name);
  return st;
}
