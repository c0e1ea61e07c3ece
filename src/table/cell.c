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
  if (dialect->backslash) {
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

/* What the byte behind a backslash means to PostgreSQL and MySQL; others mean themselves. */
static char
escaped(const char c)
{
  static const char letters[]  = {'0', 'b', 'f', 'n', 'r', 't', 'v'};
  static const char meanings[] = {'\0', '\b', '\f', '\n', '\r', '\t', '\v'};
  for (size_t i = 0U; i < sizeof(letters); ++i) {
    if (c == letters[i]) {
      return meanings[i];
    }
  }
  return c;
}

static size_t
decode(const ln_cell_rules* const rules, const ln_view raw, const bool doubled, char* const room)
{
  size_t n = 0U;
  for (size_t i = 0U; i < raw.n; ++i) {
    char c = raw.s[i];
    if (rules->escape && c == rules->escape && i + 1U < raw.n) {
      c = raw.s[++i];
      if (rules->backslash) {
        c = escaped(c);
      }
    } else if (doubled && c == rules->quote) {
      ++i; /* the second of two */
    }
    room[n++] = c;
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
  return rules->backslash && (flags & LN_CELL_QUOTED) == 0U && ln_view_equals(raw, LN_V("\\N"));
}

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
    if (copied && !is_null(rules, trimmed(rules, raw), cell->flags)) {
      used = decode(rules, text, (cell->flags & LN_SPLIT_DOUBLED) != 0U, room);
      text = (ln_view){room, used};
    }
    text = trimmed(rules, text);
  } else {
    cell->flags &= ~(uint32_t)LN_CELL_QUOTED;
  }
  cell->s = text.s;
  cell->n = (uint32_t)text.n;
  cell->flags &= ~(uint32_t)LN_CELL_CLEAN;
  cell->flags |= ln_cell_clean(text) ? (uint32_t)LN_CELL_CLEAN : 0U;
  return used;
}
