/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Cells that are cut into items on the straight way: at a separator of one byte, or as a JSON array
   of strings without blanks, `["a","b"]`. Every item is tested as a cell is. Invariant: the items
   of all lists of a row stand one behind the other, and each list knows its own. Nothing is
   allocated once there is room for the longest lists. */

#include "base/memory.h"
#include "map/straight_text.h"

/* Room for one more item. */
static ln_status
grow(ln_straight_state* const state)
{
  const size_t        cap   = state->cap_items > 0U ? 2U * state->cap_items : 32U;
  ln_slot_text* const items = ln_realloc(state->items, cap, sizeof(ln_slot_text));
  if (!items) {
    return LN_NO_MEM;
  }
  state->items     = items;
  state->cap_items = cap;
  return LN_OK;
}

static inline ln_status
add_item(ln_maker* const               maker,
         const ln_straight_cell* const cell,
         const ln_view                 item,
         uint8_t                       flags,
         bool* const                   gone)
{
  ln_straight_state* const state = &maker->straight;
  *gone                          = item.n > 0U && !ln_straight_is_any_null(cell, item.s, item.n) &&
          ln_straight_takes(maker, cell, item.s, item.n, &flags);
  if (*gone && state->n_items == state->cap_items) {
    LN_TRY(grow(state));
  }
  if (*gone) {
    state->items[state->n_items++] = (ln_slot_text){item.s, (uint32_t)item.n, flags, true};
  }
  return LN_OK;
}

/* Where the next separator stands, or the end. Items are short: a call would cost more. */
static inline const char*
next_mark(const char* s, const char* const end, const char mark)
{
  unsigned bits = 0U;
  while (s < end && bits == 0U) {
    bits = ln_bytes_bits((ln_bytes)(ln_bytes_load(s) == (unsigned char)mark));
    s += bits == 0U ? LN_BYTES : __builtin_ctz(bits);
  }
  return s < end ? s : end;
}

/* The items between separators. */
static ln_status
cut_list(ln_maker* const               maker,
         const ln_straight_cell* const cell,
         const ln_slot_text* const     text,
         bool* const                   gone)
{
  const char        mark = cell->column->separator.s[0];
  const char* const end  = text->s + text->n;
  const char*       s    = text->s;
  do {
    const char* const stop = next_mark(s, end, mark);
    LN_TRY(add_item(maker, cell, (ln_view){s, (size_t)(stop - s)}, text->flags, gone));
    s = stop + 1;
  } while (*gone && s <= end);
  return LN_OK;
}

/* Where a string of a JSON array that begins at `s` ends: at its quote, or `end` if it has anything
   that cannot stand in a literal but escapes of a quote or a backslash (U+FEFF begins with EF). */
static const char*
string_end(const char* s, const char* const end, bool* const escaped)
{
  while (s < end) {
    const ln_bytes v     = ln_bytes_load(s);
    const ln_bytes found = (ln_bytes)(v == '"') | (ln_bytes)(v == '\\') | (ln_bytes)(v < 0x20U) |
                           (ln_bytes)(v == 0x7FU) | (ln_bytes)(v == 0xEFU);
    const unsigned bits = ln_bytes_bits(found);
    if (bits == 0U) {
      s += LN_BYTES;
      continue;
    }
    s += __builtin_ctz(bits);
    if (s >= end || *s == '"') {
      break;
    }
    if (*s != '\\' || (s[1] != '"' && s[1] != '\\')) {
      return end;
    }
    *escaped = true;
    s += 2;
  }
  return s < end ? s : end;
}

/* The text of a string without its escapes, in the room of the row; NULL if there is not enough. */
static const char*
decode(ln_maker* const maker, const ln_view string, size_t* const n)
{
  char* const to = maker->straight.room + maker->straight.used;
  if (string.n > LN_STRAIGHT_ROOM - maker->straight.used) {
    return NULL;
  }
  *n = ln_array_decode(LN_ARRAY_JSON, string, to);
  maker->straight.used += *n;
  return to;
}

/* The strings of a JSON array without blanks. */
static ln_status
cut_array(ln_maker* const               maker,
          const ln_straight_cell* const cell,
          const ln_slot_text* const     text,
          bool* const                   gone)
{
  const char* const end = text->s + text->n;
  const char*       s   = text->s;
  *gone                 = text->n > 3U && s[0] == '[';
  while (*gone) {
    bool              escaped = false;
    const char* const stop    = s[1] == '"' ? string_end(s + 2, end, &escaped) : end;
    ln_view           item    = {s + 2, (size_t)(stop - s) - 2U};
    if (stop == end || (stop[1] != ',' && (stop[1] != ']' || stop + 2 != end))) {
      *gone = false;
      break;
    }
    if (escaped) {
      item.s = decode(maker, item, &item.n);
    }
    *gone = item.s != NULL;
    if (*gone) {
      LN_TRY(add_item(maker, cell, item, escaped ? (uint8_t)0U : (uint8_t)LN_CLEAN, gone));
    }
    if (stop[1] == ']') {
      break;
    }
    s = stop + 1;
  }
  return LN_OK;
}

ln_status
ln_straight_cut(ln_maker* const maker, bool* const gone)
{
  const ln_straight* const straight = maker->plan->straight;
  ln_straight_state* const state    = &maker->straight;
  state->n_items                    = 0U;
  for (size_t i = 0U; i < straight->n_lists && *gone; ++i) {
    const ln_straight_list* const list = &straight->lists[i];
    const ln_straight_cell* const cell = &straight->cells[list->cell];
    const ln_slot_text* const     text = &state->texts[list->cell];
    const size_t                  from = state->n_items;
    if (text->there) {
      LN_TRY((list->array ? cut_array : cut_list)(maker, cell, text, gone));
    }
    state->lists[i] = (ln_slot_list){(uint32_t)from, (uint32_t)(state->n_items - from)};
  }
  return LN_OK;
}
