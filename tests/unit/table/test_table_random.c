/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Random tables, read in every way, against a second reader written as plainly as can be: it has
   the whole table in memory, looks at one byte after the other and knows nothing of blocks. Texts,
   flags, places, numbers, raw bytes and findings must be the same for reads of 1 to 64 bytes and of
   64 KiB. */

#include "table_unit.h"

typedef struct {
  const ln_dialect* d;
  const char*       s;
  size_t            n;
  ln_text           out;  ///< rows and findings
  ln_text           row;  ///< cells of the current row
  ln_text           cell; ///< text of the current cell
  uint64_t          number;
  size_t            start; ///< of the current row
  size_t            cells;
  bool              blank;
  bool              bad;
  bool              open;
  bool              failed;
} naive;

static void
must(naive* const p, const ln_status st)
{
  p->failed |= st != LN_OK;
}

static bool
line_end(const char c)
{
  return c == '\r' || c == '\n';
}

static bool
space(const char c)
{
  return c == ' ' || c == '\t' || line_end(c);
}

static bool
trims_start(const ln_dialect* const d)
{
  return d->trim == LN_TRIM_START || d->trim == LN_TRIM_BOTH ||
         (d->trim == LN_TRIM_NONE && d->skip_initial_space);
}

static bool
trims_end(const ln_dialect* const d)
{
  return d->trim == LN_TRIM_END || d->trim == LN_TRIM_BOTH;
}

static bool
doubles(const ln_dialect* const d)
{
  return d->quote && d->quote == d->escape;
}

static bool
escapes(const ln_dialect* const d, const char c)
{
  return (d->backslash && c == '\\') ||
         (!d->backslash && d->quote && !doubles(d) && d->escape && c == d->escape);
}

static char
meaning(const ln_dialect* const d, const char c)
{
  const char* const letters  = "bnrtZ0";
  const char        values[] = "\b\n\r\t\x1A";
  const char* const found    = d->backslash && c ? strchr(letters, c) : NULL;
  if (!found) {
    return c;
  }
  return values[found - letters];
}

/* Line ends before `at`: CR, LF, CRLF. */
static void
place(const naive* const p, const size_t at, uint64_t* const line, uint64_t* const column)
{
  *line        = 1U;
  size_t begin = 0U;
  for (size_t i = 0U; i < at; ++i) {
    if (line_end(p->s[i])) {
      *line += p->s[i] == '\r' || i == 0U || p->s[i - 1U] != '\r' ? 1U : 0U;
      begin = i + 1U;
    }
  }
  *column = at - begin + 1U;
}

/* Length of the well-formed UTF-8 character at the start, or 0 (Unicode, table 3-7). */
static size_t
character(const unsigned char* const s, const size_t n)
{
  if (s[0] < 0x80U) {
    return 1U;
  }
  static const uint32_t least[] = {0U, 0U, 0x80U, 0x800U, 0x10000U};
  const size_t          size    = 2U + (s[0] >= 0xE0U ? 1U : 0U) + (s[0] >= 0xF0U ? 1U : 0U);
  if (s[0] < 0xC2U || s[0] > 0xF4U || n < size) {
    return 0U;
  }
  uint32_t code = s[0] & (0x7FU >> size);
  for (size_t i = 1U; i < size; ++i) {
    if ((s[i] & 0xC0U) != 0x80U) {
      return 0U;
    }
    code = (code << 6U) | (s[i] & 0x3FU);
  }
  return code < least[size] || code > 0x10FFFFU || (code >= 0xD800U && code <= 0xDFFFU) ? 0U : size;
}

static const char*
byte_fault(const ln_view text)
{
  size_t i = 0U;
  while (i < text.n) {
    const size_t size = character((const unsigned char*)text.s + i, text.n - i);
    if (size == 0U) {
      return "L0101";
    }
    if (text.s[i] == '\0') {
      return "L0102";
    }
    i += size;
  }
  return NULL;
}

static bool
clean(const ln_view text)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const unsigned c = (unsigned char)text.s[i];
    if (c < 32U || c == 34U || c == 92U || c == 127U) {
      return false;
    }
  }
  return true;
}

typedef struct {
  size_t      first; ///< of the raw cell: the quote, if any
  bool        quoted;
  bool        null;
  const char* fault; ///< of its quotes
} naive_cell;

static void
add_cell(naive* const p, const naive_cell* const cell, ln_view text, const bool hidden)
{
  const char* fault = cell->fault;
  const char* bytes = byte_fault(text);
  uint32_t    flags =
    (cell->quoted ? (uint32_t)LN_CELL_QUOTED : 0U) | (clean(text) ? (uint32_t)LN_CELL_CLEAN : 0U);
  flags |= cell->null ? (uint32_t)LN_CELL_NULL : 0U;
  p->blank = p->blank && text.n == 0U;
  if (bytes && (!fault || strcmp(fault, "L0110") == 0)) {
    fault = bytes;
  }
  if (fault && strcmp(fault, "L0110") != 0) {
    flags |= (uint32_t)LN_CELL_BAD;
  }
  text.n = bytes ? 0U : text.n;
  ++p->cells;
  if (p->cells <= p->d->skip_columns) {
    return;
  }
  const size_t field = p->cells - p->d->skip_columns;
  p->bad             = p->bad || (cell->fault && strcmp(cell->fault, "L0110") != 0);
  if (fault && !hidden) {
    uint64_t line   = 0U;
    uint64_t column = 0U;
    place(p, cell->first, &line, &column);
    must(p,
         ln_text_format(&p->out,
                        "!%s %" PRIu64 ".%zu %" PRIu64 ":%" PRIu64 " \n",
                        fault,
                        p->number,
                        field,
                        line,
                        column));
  }
  must(p,
       ln_text_format(&p->row, "%c%u@%zu:", field > 1U ? '|' : ' ', flags, cell->first - p->start));
  must(p, ln_text_add(&p->row, text));
}

static ln_view
trim(const ln_dialect* const d, ln_view text)
{
  while (trims_start(d) && text.n > 0U && space(text.s[0])) {
    text = ln_view_from(text, 1U);
  }
  while (trims_end(d) && text.n > 0U && space(text.s[text.n - 1U])) {
    --text.n;
  }
  return text;
}

/* Behind the last byte of an unquoted stretch. */
static size_t
stretch(const naive* const p, size_t i)
{
  while (i < p->n && p->s[i] != p->d->delimiter && !line_end(p->s[i])) {
    i += escapes(p->d, p->s[i]) && i + 1U < p->n ? 2U : 1U;
  }
  return i;
}

static size_t
plain_cell(naive* const p, const size_t at, const bool hidden)
{
  const size_t  end  = stretch(p, at);
  const ln_view raw  = {p->s + at, end - at};
  naive_cell    cell = {.first = at};
  for (size_t i = at; i < end; ++i) {
    char c = p->s[i];
    if (escapes(p->d, c) && i + 1U < end) {
      c = meaning(p->d, p->s[++i]);
    } else if (p->d->quote && c == p->d->quote) {
      cell.fault = "L0110";
    }
    must(p, ln_text_add_byte(&p->cell, c));
  }
  const ln_view seen = trim(p->d, raw);
  cell.first += seen.n > 0U ? (size_t)(seen.s - raw.s) : 0U;
  const bool null = p->d->backslash && ln_view_equals(seen, LN_V("\\N"));
  cell.null       = null;
  add_cell(p, &cell, trim(p->d, null ? raw : ln_text_view(&p->cell)), hidden);
  return end;
}

static bool
blanks(const char* const s, const size_t n)
{
  size_t i = 0U;
  while (i < n && (s[i] == ' ' || s[i] == '\t')) {
    ++i;
  }
  return i == n;
}

/* Text up to behind the closing quote; `*open` if there is none. */
static size_t
between_quotes(naive* const p, size_t i, bool* const open)
{
  const char q = p->d->quote;
  *open        = false;
  while (i < p->n) {
    char c = p->s[i];
    if (c == q && doubles(p->d) && i + 1U < p->n && p->s[i + 1U] == q) {
      ++i;
    } else if (c == q) {
      return i + 1U;
    } else if (escapes(p->d, c) && i + 1U < p->n) {
      c = meaning(p->d, p->s[++i]);
    }
    must(p, ln_text_add_byte(&p->cell, c));
    ++i;
  }
  *open = true;
  return i;
}

static size_t
quoted_cell(naive* const p, const size_t at, const bool hidden)
{
  naive_cell   cell  = {.first = at, .quoted = true};
  bool         open  = false;
  const size_t close = between_quotes(p, at + 1U, &open);
  const size_t end   = open ? close : stretch(p, close);
  const bool   rest  = end > close && !(trims_end(p->d) && blanks(p->s + close, end - close));
  if (open) {
    p->open    = true;
    cell.fault = "L0104";
  }
  if (rest) {
    cell.quoted = false;
    cell.fault  = "L0103";
    add_cell(p, &cell, (ln_view){p->s + at, end - at}, hidden);
  } else {
    add_cell(p, &cell, trim(p->d, ln_text_view(&p->cell)), hidden);
  }
  return end;
}

/* Where a cell's opening quote stands, or where the cell begins. */
static size_t
opening(const naive* const p, const size_t at)
{
  size_t i = at;
  while (trims_start(p->d) && i < p->n && p->s[i] != p->d->delimiter &&
         (p->s[i] == ' ' || p->s[i] == '\t')) {
    ++i;
  }
  return p->d->quote && i < p->n && p->s[i] == p->d->quote ? i : at;
}

static size_t
cells(naive* const p, size_t at, const bool hidden)
{
  for (;;) {
    const size_t first = opening(p, at);
    ln_text_reset(&p->cell);
    const bool quoted = p->d->quote && first < p->n && p->s[first] == p->d->quote;
    at                = quoted ? quoted_cell(p, first, hidden) : plain_cell(p, at, hidden);
    if (at >= p->n || p->s[at] != p->d->delimiter) {
      return at;
    }
    ++at;
  }
}

static size_t
comment(naive* const p)
{
  const size_t prefix = p->d->comment_prefix.n;
  size_t       end    = p->start;
  while (end < p->n && !line_end(p->s[end])) {
    ++end;
  }
  const naive_cell cell     = {.first = p->start + prefix};
  const uint32_t   columns  = p->d->skip_columns;
  ln_dialect       all      = *p->d;
  all.skip_columns          = 0U;
  const ln_dialect* const d = p->d;
  p->d                      = &all;
  add_cell(p, &cell, (ln_view){p->s + cell.first, end - cell.first}, false);
  p->d = d;
  CU_ASSERT_EQUAL(columns, d->skip_columns);
  return end;
}

static size_t
one_row(naive* const p, const bool hidden, bool* const is_comment)
{
  p->cells = 0U;
  p->blank = true;
  p->bad   = false;
  p->open  = false;
  ln_text_reset(&p->row);
  const ln_view prefix = p->d->comment_prefix;
  *is_comment =
    prefix.n > 0U && ln_view_starts((ln_view){p->s + p->start, p->n - p->start}, prefix);
  return *is_comment ? comment(p) : cells(p, p->start, hidden);
}

static void
show_row(naive* const p, const size_t end, const bool is_comment)
{
  uint64_t line   = 0U;
  uint64_t column = 0U;
  place(p, p->start, &line, &column);
  must(p,
       ln_text_format(&p->out,
                      "[%" PRIu64 " %" PRIu64 "]%s%s",
                      p->number,
                      line,
                      is_comment ? "#" : "",
                      p->bad ? "!" : ""));
  must(p, ln_text_add(&p->out, ln_text_view(&p->row)));
  must(p, ln_text_add(&p->out, LN_V(" <")));
  must(p, ln_text_add(&p->out, (ln_view){p->s + p->start, end - p->start}));
  must(p, ln_text_add(&p->out, LN_V(">\n")));
}

static void
read_plainly(naive* const p)
{
  size_t at = 0U;
  while (at < p->n) {
    bool is_comment = false;
    ++p->number;
    p->start            = at;
    const size_t before = p->out.n;
    const size_t end    = one_row(p, false, &is_comment);
    const bool   hidden = p->number <= p->d->skip_rows && !is_comment;
    const bool   shown  = !hidden && !(p->d->skip_blank_rows && p->blank && !is_comment);
    if (shown) {
      show_row(p, end, is_comment);
    } else if (!p->open) {
      p->out.n = before; /* nothing is said of rows that are not shown */
    } else if (p->cells <= p->d->skip_columns) {
      p->failed = true; /* not generated */
    }
    at = end;
    at += at < p->n && p->s[at] == '\r' && at + 1U < p->n && p->s[at + 1U] == '\n' ? 2U : 1U;
  }
}

static uint64_t
next_random(uint64_t* const state)
{
  *state ^= *state << 13U;
  *state ^= *state >> 7U;
  *state ^= *state << 17U;
  return *state;
}

/* Pieces that meet in ways that matter. */
static const char* const pieces[] = {
  "a",
  "b c",
  ",",
  ",",
  ",",
  "\t",
  "\t",
  ";",
  "\"",
  "\"",
  "\"",
  "\"\"",
  "'",
  "\n",
  "\n",
  "\r\n",
  "\r\n",
  "\r",
  "\\",
  "\\N",
  "\\n",
  " ",
  "  ",
  "#",
  "\xC3\xA9",
  "\xE9",
  "\xE2",
  "\x7F",
  ",\"x\",",
  "\"\n",
  "long enough to reach over the end of a block of sixty-four bytes, or nearly",
  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
};

static ln_status
make_table(ln_text* const table, uint64_t* const state)
{
  const size_t n = (size_t)(next_random(state) % 120U);
  ln_text_reset(table);
  for (size_t i = 0U; i < n; ++i) {
    const uint64_t r = next_random(state) >> 7U;
    if (r % 101U == 0U) {
      LN_TRY(ln_text_add_byte(table, '\0'));
    } else if (r % 101U < 40U) {
      LN_TRY(ln_text_add_byte(table, (char)('a' + (char)(r % 7U))));
    } else {
      LN_TRY(ln_text_add(table, ln_view_of(pieces[r % (sizeof(pieces) / sizeof(pieces[0]))])));
    }
  }
  return LN_OK;
}

static void
compare(const ln_view bytes, const ln_dialect* const dialect)
{
  naive plain = {.d = dialect, .s = bytes.s, .n = bytes.n};
  read_plainly(&plain);
  CU_ASSERT_FALSE(plain.failed);
  for (size_t block = 1U; block <= 65U; ++block) {
    table_dump      dump = {.full = true};
    const ln_status st   = dump_bytes(&dump, bytes, dialect, block <= 64U ? block : 65536U);
    CU_ASSERT_EQUAL(st, LN_OK);
    const bool same = ln_view_equals(ln_text_view(&dump.text), ln_text_view(&plain.out));
    CU_ASSERT(same);
    if (!same) {
      (void)fprintf(stderr,
                    "block %zu of\n%.*s\n--- gave\n%.*s--- expected\n%.*s---\n",
                    block,
                    (int)bytes.n,
                    bytes.s,
                    (int)dump.text.n,
                    dump.text.s ? dump.text.s : "",
                    (int)plain.out.n,
                    plain.out.s ? plain.out.s : "");
      block = 65U;
    }
    ln_text_clear(&dump.text);
  }
  ln_text_clear(&plain.out);
  ln_text_clear(&plain.row);
  ln_text_clear(&plain.cell);
}

static void
check_dialect(const ln_dialect* const dialect, const uint64_t seed, const size_t rounds)
{
  uint64_t state = seed;
  ln_text  table = {0};
  for (size_t i = 0U; i < rounds; ++i) {
    CU_ASSERT_EQUAL(make_table(&table, &state), LN_OK);
    compare(ln_text_view(&table), dialect);
  }
  ln_text_clear(&table);
}

enum { ROUNDS = 150 };

static void
test_csv(void)
{
  ln_dialect d;
  ln_dialect_default(&d);
  check_dialect(&d, 1U, ROUNDS);
  d.trim = LN_TRIM_BOTH;
  check_dialect(&d, 2U, ROUNDS);
  d.trim           = LN_TRIM_END;
  d.comment_prefix = LN_V("#");
  check_dialect(&d, 3U, ROUNDS);
}

static void
test_tsv(void)
{
  ln_dialect d;
  ln_dialect_tsv(&d);
  d.quote = '\0';
  check_dialect(&d, 4U, ROUNDS);
  d.backslash = LN_BACKSLASH_MYSQL;
  check_dialect(&d, 5U, ROUNDS);
  d.trim           = LN_TRIM_START;
  d.comment_prefix = LN_V("a\"");
  check_dialect(&d, 6U, ROUNDS);
}

static void
test_escapes(void)
{
  ln_dialect d;
  ln_dialect_default(&d);
  d.escape = '\\';
  check_dialect(&d, 7U, ROUNDS);
  d.skip_initial_space = true;
  d.backslash          = LN_BACKSLASH_MYSQL;
  check_dialect(&d, 8U, ROUNDS);
  d.escape    = '"';
  d.delimiter = ';';
  check_dialect(&d, 9U, ROUNDS);
  d.quote = d.escape = '\'';
  d.trim             = LN_TRIM_BOTH;
  check_dialect(&d, 10U, ROUNDS);
}

static void
test_rows_not_shown(void)
{
  ln_dialect d;
  ln_dialect_default(&d);
  d.skip_blank_rows = true;
  check_dialect(&d, 11U, ROUNDS);
  d.skip_rows      = 2U;
  d.comment_prefix = LN_V("#");
  check_dialect(&d, 12U, ROUNDS);
  d.quote        = '\0';
  d.skip_columns = 1U;
  check_dialect(&d, 13U, ROUNDS);
}

static const unit_test tests[] = {
  {"csv", test_csv},
  {"tsv", test_tsv},
  {"escapes", test_escapes},
  {"rows not shown", test_rows_not_shown},
};

UNIT_MAIN("random tables", tests)
