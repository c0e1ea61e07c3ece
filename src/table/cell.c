/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   From the bytes of a cell to its text. The bytes of the row are never changed, because `raw` and
   all places are counted in them: quotes and blanks at the ends are left out by moving the view,
   and only a cell with doubled quotes or escapes is copied. The text is never longer than the
   bytes, so a row needs at most its own length of room. Cells without any of this do not come
   here. */

#include "table/cell.h"

void
ln_cell_rules_init(ln_cell_rules* const rules, const ln_dialect* const dialect)
{
  const ln_trim trim = dialect->trim;
  *rules             = (ln_cell_rules){.quote = dialect->quote, .backslash = dialect->backslash};
  rules->trim_end    = trim == LN_TRIM_END || trim == LN_TRIM_BOTH;
  /* `trim`, where it says anything, goes before skipInitialSpace (Metadata Vocabulary, 5.9). */
  rules->trim_start = trim == LN_TRIM_START || trim == LN_TRIM_BOTH ||
                      (trim == LN_TRIM_NONE && dialect->skip_initial_space);
  if (dialect->backslash != LN_BACKSLASH_NONE) {
    rules->escape = '\\';
  } else if (dialect->quote && dialect->escape != dialect->quote) {
    rules->escape = dialect->escape;
  }
}

bool
ln_cell_clean(const ln_view text)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const unsigned char c = (unsigned char)text.s[i];
    if (c < 0x20U || c == 0x7FU || c == '"' || c == '\\') {
      return false;
    }
  }
  return true;
}

/* What the letter behind a backslash means; others mean themselves. */
static char
meaning(const ln_backslash backslash, const char c)
{
  static const char* const letters[] = {"", "0bnrtZ", "bfnrtv"};
  static const char* const values[]  = {"", "\0\b\n\r\t\x1A", "\b\f\n\r\t\v"};
  const char* const        found     = c ? strchr(letters[backslash], c) : NULL;
  return (char)(found ? values[backslash][found - letters[backslash]] : c);
}

/* The value of a digit to the base, or -1. */
static int
digit(const char c, const int base)
{
  int value = c >= '0' && c <= '9' ? c - '0' : -1;
  if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
    value = (c | 0x20) - 'a' + 10;
  }
  return value < base ? value : -1;
}

/* A byte written as up to `most` digits at `*at`, which is set behind them. */
static char
number(const ln_view raw, size_t* const at, const int base, const size_t most)
{
  int value = 0;
  for (size_t n = 0U; n < most && *at < raw.n && digit(raw.s[*at], base) >= 0; ++n) {
    value = (value * base) + digit(raw.s[(*at)++], base);
  }
  return (char)(unsigned char)((unsigned)value & 0xFFU);
}

/* The byte that is meant by what stands behind an escape, at `*at`, which is set behind it. */
static char
escaped(const ln_cell_rules* const rules, const ln_view raw, size_t* const at)
{
  const char c     = raw.s[*at];
  const bool bytes = rules->backslash == LN_BACKSLASH_POSTGRESQL;
  if (bytes && digit(c, 8) >= 0) {
    return number(raw, at, 8, 3U);
  }
  ++*at;
  if (bytes && c == 'x' && *at < raw.n && digit(raw.s[*at], 16) >= 0) {
    return number(raw, at, 16, 2U);
  }
  return meaning(rules->backslash, c);
}

static size_t
decode(const ln_cell_rules* const rules, const ln_view raw, const bool doubled, char* const room)
{
  size_t n  = 0U;
  size_t at = 0U;
  while (at < raw.n) {
    const char c = raw.s[at++];
    if (rules->escape && c == rules->escape && at < raw.n) {
      room[n++] = escaped(rules, raw, &at);
    } else {
      at += doubled && c == rules->quote ? 1U : 0U; /* the second of two */
      room[n++] = c;
    }
  }
  return n;
}

static bool
is_space(const char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static ln_view
trimmed(const ln_cell_rules* const rules, ln_view text)
{
  while (rules->trim_start && text.n > 0U && is_space(text.s[0])) {
    ++text.s;
    --text.n;
  }
  while (rules->trim_end && text.n > 0U && is_space(text.s[text.n - 1U])) {
    --text.n;
  }
  return text;
}

/* PostgreSQL and MySQL write a missing value as a lone backslash N, without quotes. */
static bool
is_null(const ln_cell_rules* const rules, const ln_view raw, const unsigned flags)
{
  return rules->backslash != LN_BACKSLASH_NONE && (flags & LN_CELL_QUOTED) == 0U &&
         ln_view_equals(raw, LN_V("\\N"));
}

/* Then the text is not what stands between the quotes or at the ends of which only blanks are left
   out, and what the splitter found does not tell of it. */
enum { CHANGED = LN_SPLIT_REST | LN_SPLIT_OPEN | LN_SPLIT_DOUBLED | LN_SPLIT_ESCAPED };

size_t
ln_cell_read(const ln_cell_rules* const rules, ln_cell* const cell, char* const room)
{
  const ln_view raw  = {cell->s, cell->n};
  ln_view       text = raw;
  size_t        used = 0U;
  if ((cell->flags & LN_SPLIT_REST) == 0U) {
    if (cell->flags & LN_CELL_QUOTED) {
      const bool open = (cell->flags & LN_SPLIT_OPEN) != 0U;
      text            = (ln_view){raw.s + 1, raw.n - (open ? 1U : 2U)};
    } else {
      const ln_view seen = trimmed(rules, raw);
      cell->offset += seen.n > 0U ? (size_t)(seen.s - raw.s) : 0U;
    }
    const bool copied = (cell->flags & (LN_SPLIT_DOUBLED | LN_SPLIT_ESCAPED)) != 0U;
    if (copied && is_null(rules, trimmed(rules, raw), cell->flags)) {
      cell->flags |= LN_CELL_NULL;
    } else if (copied) {
      used = decode(rules, text, (cell->flags & LN_SPLIT_DOUBLED) != 0U, room);
      text = (ln_view){room, used};
    }
    text = trimmed(rules, text);
  } else {
    cell->flags &= ~(uint32_t)LN_CELL_QUOTED;
  }
  cell->s = text.s;
  cell->n = (uint32_t)text.n;
  if ((cell->flags & CHANGED) != 0U) {
    cell->flags &= ~(uint32_t)LN_CELL_KINDS;
  }
  if ((cell->flags & LN_CELL_CLEAN) == 0U && ln_cell_clean(text)) {
    cell->flags |= (uint32_t)LN_CELL_CLEAN;
  }
  return used;
}
