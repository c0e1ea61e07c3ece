/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How the bytes of a table nobody has described become cells. Encodings are told by their marks,
   their zero bytes, or by what is no UTF-8; delimiter and quote by which of them cuts the first
   rows most alike. Everything found stands in the metadata, where a person can correct it. */

#include "run/guess.h"

#include "base/utf8.h"

enum {
  WIDTHS   = 64,  ///< different numbers of cells that are told apart
  ROWS     = 400, ///< looked at for the delimiter
  PREAMBLE = 10,  ///< lines above a header at most
  PROBE    = 4096,
};

/* How one dialect cuts the sample. */
typedef struct {
  size_t widths[WIDTHS];
  size_t counts[WIDTHS];
  size_t n;
  size_t rows;   ///< with some text
  size_t first;  ///< cells of the first
  size_t mode;   ///< the most frequent number of cells
  size_t good;   ///< rows that have it
  size_t bad;    ///< rows whose quotes are wrong
  size_t quoted; ///< cells in quotes
  size_t stray;  ///< cells with quotes inside alone
} tally;

static void
count_width(tally* const t, const size_t width)
{
  size_t i = 0U;
  while (i < t->n && t->widths[i] != width) {
    ++i;
  }
  if (i < t->n) {
    ++t->counts[i];
  } else if (t->n < WIDTHS) {
    t->widths[t->n]   = width;
    t->counts[t->n++] = 1U;
  }
}

static void
find_mode(tally* const t)
{
  for (size_t i = 0U; i < t->n; ++i) {
    if (t->counts[i] > t->good) {
      t->good = t->counts[i];
      t->mode = t->widths[i];
    }
  }
}

/* Cells with text in them. */
static size_t
count_filled(const ln_row* const row)
{
  size_t filled = 0U;
  for (size_t i = 0U; i < row->n; ++i) {
    filled += ln_view_trim((ln_view){row->cells[i].s, row->cells[i].n}).n > 0U ? 1U : 0U;
  }
  return filled;
}

static void
count_quotes(const ln_row* const row, tally* const t)
{
  for (size_t i = 0U; i < row->n; ++i) {
    const ln_cell* const cell   = &row->cells[i];
    const bool           quoted = (cell->flags & LN_CELL_QUOTED) != 0U;
    t->quoted += quoted ? 1U : 0U;
    t->stray += !quoted && ln_view_find((ln_view){cell->s, cell->n}, '"') < cell->n ? 1U : 0U;
  }
}

static ln_status
tally_rows(ln_table* const table, const size_t most, tally* const t)
{
  const ln_row* row = NULL;
  ln_status     st  = LN_OK;
  while (t->rows < most && (st = ln_table_next(table, &row)) == LN_OK) {
    if (count_filled(row) > 0U) {
      t->first = t->rows == 0U ? row->n : t->first;
      t->bad += row->bad ? 1U : 0U;
      ++t->rows;
      count_quotes(row, t);
      if (!row->bad) {
        count_width(t, row->n);
      }
    }
  }
  find_mode(t);
  return st == LN_END ? LN_OK : st;
}

static ln_status
open_sample(const ln_view sample, const ln_dialect* const dialect, ln_table** const table)
{
  ln_in* in = NULL;
  LN_TRY(ln_in_memory(sample, &in));
  return ln_table_open(in, dialect, NULL, 0U, 0U, table);
}

static ln_status
try_dialect(const ln_view           sample,
            const ln_dialect* const dialect,
            const size_t            most,
            tally* const            t)
{
  ln_table* table = NULL;
  *t              = (tally){0};
  LN_TRY(open_sample(sample, dialect, &table));
  const ln_status st     = tally_rows(table, most, t);
  const ln_status closed = ln_table_close(table);
  return st == LN_OK ? closed : st;
}

/* Zero bytes at even and odd places betray UTF-16 of any Latin text. */
static const char*
wide_encoding(const ln_view sample)
{
  const ln_view probe   = ln_view_first(sample, PROBE);
  size_t        zero[2] = {0U, 0U};
  for (size_t i = 0U; i < probe.n; ++i) {
    zero[i % 2U] += probe.s[i] == '\0' ? 1U : 0U;
  }
  if (zero[1] * 4U > probe.n && zero[0] * 20U < probe.n) {
    return "utf-16le";
  }
  return zero[0] * 4U > probe.n && zero[1] * 20U < probe.n ? "utf-16be" : NULL;
}

/* Bytes that are no UTF-8, and characters of several bytes that are. */
typedef struct {
  size_t wrong;
  size_t control; ///< of the wrong ones, 0x80 to 0x9F: letters in windows-1252, nothing in Latin-1
  size_t right;
} byte_count;

static byte_count
count_bytes(const ln_view sample)
{
  byte_count count = {0};
  ln_view    rest  = sample;
  while (rest.n > 0U) {
    const size_t valid = ln_utf8_valid(rest);
    for (size_t i = 0U; i < valid; ++i) {
      count.right += (unsigned char)rest.s[i] >= 0xC0U ? 1U : 0U;
    }
    rest = ln_view_from(rest, valid);
    if (rest.n > 0U) {
      const unsigned char c = (unsigned char)rest.s[0];
      ++count.wrong;
      count.control += c >= 0x80U && c < 0xA0U ? 1U : 0U;
      rest = ln_view_from(rest, 1U);
    }
  }
  return count;
}

static void
find_encoding(const ln_view sample, ln_guess_table* const table)
{
  const char* const wide  = wide_encoding(sample);
  const bool        mark8 = ln_view_starts(sample, LN_V("\xEF\xBB\xBF"));
  if (ln_view_starts(sample, LN_V("\xFF\xFE")) || ln_view_starts(sample, LN_V("\xFE\xFF"))) {
    table->dialect.encoding = LN_V("utf-16");
    table->encoding_reason  = "the file begins with its mark";
  } else if (wide && !mark8) {
    table->dialect.encoding = ln_view_of(wide);
    table->encoding_reason  = "every other byte is zero";
  } else if (!mark8) {
    const byte_count count = count_bytes(sample);
    if (count.wrong > 0U && count.wrong >= count.right) {
      table->dialect.encoding = count.control > 0U ? LN_V("windows-1252") : LN_V("iso-8859-1");
      table->encoding_reason  = "some bytes are not UTF-8; look whether the letters come out right";
    }
  }
}

/* Rows that are alike count; a header of another width speaks against the delimiter. */
static size_t
score(const tally* const t)
{
  const size_t good = t->mode > 1U ? t->good : 0U;
  return t->first == t->mode ? good * 2U : good;
}

static ln_status
find_delimiter(const ln_view sample, ln_guess_table* const table)
{
  static const char delimiters[] = {',', '\t', ';', '|'};
  const ln_view     path         = ln_view_of(table->path);
  const bool        tabs  = ln_view_ends(path, LN_V(".tsv")) || ln_view_ends(path, LN_V(".tsv.gz"));
  char              found = tabs ? '\t' : ',';
  tally             best  = {0};
  for (size_t i = 0U; i < sizeof(delimiters); ++i) {
    tally      t       = {0};
    ln_dialect dialect = table->dialect;
    dialect.delimiter  = delimiters[i];
    LN_TRY(try_dialect(sample, &dialect, ROWS, &t));
    if (score(&t) > score(&best) ||
        (score(&t) == score(&best) && t.mode > best.mode && t.rows > 0U && score(&t) > 0U)) {
      best  = t;
      found = delimiters[i];
    }
  }
  table->dialect.delimiter = found;
  return LN_OK;
}

/* Where quotes make rows that are not alike, and nothing else does, they are data; so they are
   between tabs, where no cell stands in quotes. */
static ln_status
find_quote(const ln_view sample, ln_guess_table* const table)
{
  tally      with    = {0};
  tally      without = {0};
  ln_dialect dialect = table->dialect;
  dialect.quote      = '\0';
  LN_TRY(try_dialect(sample, &table->dialect, SIZE_MAX, &with));
  LN_TRY(try_dialect(sample, &dialect, SIZE_MAX, &without));
  const bool alike = with.bad > 0U && without.mode == with.mode && without.good > with.good;
  const bool inner = dialect.delimiter == '\t' && with.quoted == 0U && with.stray > 0U;
  if (alike || inner) {
    table->dialect   = dialect;
    table->quoteless = true;
  }
  return LN_OK;
}

/* Lines above the header: fewer than all cells, one of them filled, and the header full. */
static ln_status
count_preamble(ln_table* const table, const size_t mode, uint32_t* const lines)
{
  const ln_row* row = NULL;
  ln_status     st  = LN_OK;
  for (uint32_t i = 0U; i <= PREAMBLE; ++i) {
    st = ln_table_next(table, &row);
    if (st != LN_OK || row->bad) {
      return st == LN_END ? LN_OK : st;
    }
    const size_t filled = count_filled(row);
    if (filled > 1U) {
      *lines = filled == mode ? i : 0U;
      return LN_OK;
    }
  }
  return st;
}

static ln_status
find_preamble(const ln_view sample, ln_guess_table* const table)
{
  tally     t     = {0};
  uint32_t  lines = 0U;
  ln_table* rows  = NULL;
  LN_TRY(try_dialect(sample, &table->dialect, ROWS, &t));
  if (t.mode < 3U) {
    return LN_OK;
  }
  LN_TRY(open_sample(sample, &table->dialect, &rows));
  const ln_status st       = count_preamble(rows, t.mode, &lines);
  table->dialect.skip_rows = lines;
  const ln_status closed   = ln_table_close(rows);
  return st == LN_OK ? closed : st;
}

/* Without its last line, which may be cut off. */
static ln_view
whole_lines(const ln_view sample)
{
  size_t n = sample.n;
  while (n > 0U && sample.s[n - 1U] != '\n') {
    --n;
  }
  return n > 0U ? ln_view_first(sample, n) : sample;
}

ln_status
ln_guess_dialect(const ln_view sample, const bool whole, ln_guess_table* const table)
{
  const ln_view lines = whole ? sample : whole_lines(sample);
  ln_dialect_default(&table->dialect);
  find_encoding(lines, table);
  LN_TRY(find_delimiter(lines, table));
  LN_TRY(find_quote(lines, table));
  return find_preamble(lines, table);
}
