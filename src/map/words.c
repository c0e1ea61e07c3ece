/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Whether a text is one of the words of a list (`placeholders`, `protect`): a few that the mapping
   itself names, whole or by their beginning, or the words of a code list. Both are compared folded,
   as names are everywhere. The few are compared one by one, the code list is looked up. */

#include "map/maker.h"

#include "base/fold.h"

static bool
is_of(const ln_words_plan* const words, const ln_view pattern, const ln_view folded)
{
  return words->patterns && ln_view_ends(pattern, LN_V("*"))
           ? ln_view_starts(folded, ln_view_first(pattern, pattern.n - 1U))
           : ln_view_equals(pattern, folded);
}

ln_status
ln_maker_is_word(ln_maker* const            maker,
                 const ln_words_plan* const words,
                 const ln_view              text,
                 bool* const                yes)
{
  uint32_t cursor = LN_ENTRY_NONE;
  *yes            = false;
  ln_text_reset(&maker->folded);
  LN_TRY(ln_fold(text, &maker->folded));
  const ln_view folded = ln_text_view(&maker->folded);
  for (size_t i = 0U; i < words->n && !*yes; ++i) {
    *yes = is_of(words, words->folded[i], folded);
  }
  *yes = *yes || (words->list && ln_index_by_name(words->list, folded, &cursor) != LN_ENTRY_NONE);
  return LN_OK;
}

ln_status
ln_maker_note_placeholder(ln_maker* const maker, const ln_variable* const v, const ln_view text)
{
  uint32_t number = 0U;
  bool     first  = false;
  if (ln_maker_silent(maker)) {
    return LN_OK;
  }
  ++maker->placeholders;
  if (!maker->noted) {
    maker->noted = ln_dict_new();
  }
  if (!maker->noted) {
    return LN_NO_MEM;
  }
  /* The folded word is still there; the column tells apart what is the same word in another one. */
  LN_TRY(ln_text_format(&maker->folded, "\n%u", v->field));
  LN_TRY(ln_dict_add(maker->noted, ln_text_view(&maker->folded), &number, &first));
  return first ? ln_report(maker->log,
                           LN_L0212,
                           LN_KEPT,
                           ln_maker_where(maker, v),
                           LN_V(""),
                           v->placeholders->instead.s ? "%s names nobody; what the mapping gives "
                                                        "stands instead, here and in later rows"
                                                      : "%s names nobody; it was taken for an "
                                                        "empty cell, here and in later rows",
                           ln_shown(maker->log, text))
               : LN_OK;
}

uint64_t
ln_maker_take_placeholders(ln_maker* const maker)
{
  const uint64_t n    = maker->placeholders;
  maker->placeholders = 0U;
  return n;
}
