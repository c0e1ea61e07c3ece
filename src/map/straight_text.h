/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_STRAIGHT_TEXT_H
#define LN_MAP_STRAIGHT_TEXT_H

#include "base/bytes.h"
#include "map/maker.h"
#include "map/straight.h"

/* The tests of a text on the straight way: what most columns need is inlined where cells are read,
   the rest is not. LN_SLACK bytes behind a text can be read. Private to map/. */

/** Whether a text is one of the nulls; without any, whether it is empty. */
bool
ln_straight_is_one_of(ln_views nulls, const char* s, size_t n);

/** Whether a cell of which the reader does not know enough goes straight; `flags` are those of the
    cell. What is found out is said in `text`. */
bool
ln_straight_looks(ln_maker*               maker,
                  const ln_straight_cell* cell,
                  uint32_t                flags,
                  ln_slot_text*           text);

/** The tests that most columns do not need. */
bool
ln_straight_passes(
  ln_maker* maker, const ln_straight_cell* cell, const char* s, size_t n, uint8_t* flags);

/** Whether a text is the null of a column that has one short null, as most have. */
LN_INLINE bool
ln_straight_is_null(const ln_straight_cell* const cell, const char* const s, const size_t n)
{
  uint64_t word = 0U;
  memcpy(&word, s, sizeof(word));
  return n == cell->longest_null && (word & cell->null_mask) == cell->null_word;
}

/** The same for any column. */
LN_INLINE bool
ln_straight_is_any_null(const ln_straight_cell* const cell, const char* const s, const size_t n)
{
  return cell->nulls ? n <= cell->longest_null && ln_straight_is_one_of(cell->column->nulls, s, n)
                     : ln_straight_is_null(cell, s, n);
}

/** Whether a cell or an item of one goes straight. Digits are a word, too. */
LN_INLINE bool
ln_straight_takes(ln_maker* const               maker,
                  const ln_straight_cell* const cell,
                  const char* const             s,
                  const size_t                  n,
                  uint8_t* const                flags)
{
  if (cell->digits && ln_bytes_are_digits(s, n) && (cell->length == 0U || cell->length == n)) {
    *flags |= (uint8_t)LN_DIGITS;
    return true;
  }
  if (cell->word && (!ln_bytes_are_wordly(s, n) || s[0] == '-' || s[0] == '_')) {
    return false;
  }
  return !cell->tested || ln_straight_passes(maker, cell, s, n, flags);
}

#endif
