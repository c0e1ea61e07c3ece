/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Names as they are compared between two publishers. One writes the family name first, the other
   last, one an initial with a point, the other a hyphen; what is left without all signs is the
   same. It is more than equality and less than likeness: no letter is passed over. */

#include "dispute/name_key.h"

#include "base/fold.h"

static bool
is_letter(const char c)
{
  const unsigned char u = (unsigned char)c;
  return u >= 0x80U || (u >= 'a' && u <= 'z') || (u >= '0' && u <= '9');
}

static ln_status
add_letters(const ln_view folded, ln_text* const key)
{
  for (size_t i = 0U; i < folded.n; ++i) {
    if (is_letter(folded.s[i])) {
      LN_TRY(ln_text_add_byte(key, folded.s[i]));
    }
  }
  return LN_OK;
}

ln_status
ln_name_key(const ln_view name, const bool turned, ln_text* const room, ln_text* const key)
{
  const size_t comma = turned ? ln_view_find(name, ',') : name.n;
  ln_text_reset(room);
  LN_TRY(ln_fold(ln_view_from(name, comma + 1U), room));
  LN_TRY(ln_fold(ln_view_first(name, comma), room));
  return add_letters(ln_text_view(room), key);
}

/* The next word of a folded text; empty behind the last. */
static ln_view
next_word(ln_view* const rest)
{
  size_t at = 0U;
  while (at < rest->n && !is_letter(rest->s[at])) {
    ++at;
  }
  const ln_view from = ln_view_from(*rest, at);
  size_t        n    = 0U;
  while (n < from.n && is_letter(from.s[n])) {
    ++n;
  }
  *rest = ln_view_from(from, n);
  return ln_view_first(from, n);
}

static bool
has_word(const ln_view text, const ln_view word)
{
  ln_view rest = text;
  for (ln_view w = next_word(&rest); w.n > 0U; w = next_word(&rest)) {
    if (ln_view_equals(w, word)) {
      return true;
    }
  }
  return false;
}

/* Whether all words of one text stand in the other, and one that tells something. */
static bool
look_up(const ln_view a, const ln_view b, bool* const any)
{
  enum { TELLING = 3 };
  ln_view rest = a;
  bool    all  = true;
  for (ln_view w = next_word(&rest); w.n > 0U; w = next_word(&rest)) {
    const bool has = has_word(b, w);
    all            = all && has;
    *any           = *any || (has && w.n >= TELLING);
  }
  return all;
}

ln_status
ln_words_share(const ln_view          a,
               const ln_view          b,
               ln_text* const         x,
               ln_text* const         y,
               ln_shared_words* const shared)
{
  ln_text_reset(x);
  ln_text_reset(y);
  LN_TRY(ln_fold(a, x));
  LN_TRY(ln_fold(b, y));
  shared->any    = false;
  shared->first  = look_up(ln_text_view(x), ln_text_view(y), &shared->any);
  shared->second = look_up(ln_text_view(y), ln_text_view(x), &shared->any);
  return LN_OK;
}
