/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Bytes to rows. The first six bytes of an input choose the dialect (letters and digits, so that
   cases can be read and typed), the rest is the table. What must hold: every size of read gives the
   same rows, places and findings, and so do stretches that are cut from the table and read apart;
   texts are UTF-8 and flags say the truth; no row is bad without a finding; and the same cells
   written again with every one in quotes are read again as they were.

     delimiter quote escape flags counts encoding        e.g.  a a a a a a  is RFC 4180 */

#include "fuzz.h"

#include "base/diag.h"
#include "base/in.h"
#include "table/table.h"

#include <inttypes.h>

/* A size of read that takes most inputs at once, and costs less to make than the usual one. */
enum { WHOLE = 1 << 16 };

typedef struct {
  ln_text         text;
  const ln_table* table;
  uint64_t        findings;
} dump;

static bool
locate(void* const self, const ln_where where, ln_place* const place)
{
  const dump* const d = self;
  if (!d->table || where.row == 0U) {
    return false;
  }
  ln_table_place(d->table, where.field, place);
  return true;
}

static void
listen(void* const self, const ln_finding* const finding)
{
  dump* const d = self;
  ++d->findings;
  FUZZ_CHECK(fuzz_utf8(finding->message), "a message that is no text");
  FUZZ_CHECK(ln_text_format(&d->text,
                            "!%s %" PRIu64 ".%u %" PRIu64 ":%" PRIu64 "\n",
                            ln_code_about(finding->code)->code,
                            finding->where.row,
                            finding->where.field,
                            finding->place.line,
                            finding->place.column) == LN_OK,
             "no memory");
}

/* No byte below 0x20, no 0x7F, no `"`, no `\`. */
static bool
is_clean(const ln_view text)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const unsigned char c = (unsigned char)text.s[i];
    if (c < 0x20U || c == 0x7FU || c == '"' || c == '\\') {
      return false;
    }
  }
  return true;
}

/* Whether a text is what a kind says: digits alone, or a word (table/table.h). */
static bool
is_word(const ln_view text, const bool digits)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const char c     = text.s[i];
    const bool digit = c >= '0' && c <= '9';
    const bool other =
      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (i > 0U && (c == '-' || c == '_'));
    if (!digit && (digits || !other)) {
      return false;
    }
  }
  return true;
}

/* Kinds say the truth or nothing. */
static void
check_kinds(const ln_cell* const cell, const ln_view text)
{
  FUZZ_CHECK(((cell->flags & LN_CELL_CLEAN) != 0U) <= is_clean(text), "clean");
  FUZZ_CHECK(((cell->flags & LN_CELL_DIGITS) != 0U) <= is_word(text, true), "digits");
  FUZZ_CHECK(((cell->flags & LN_CELL_WORD) != 0U) <= is_word(text, false), "word");
}

static void
check_row(const ln_row* const row, const uint64_t number, const uint64_t line)
{
  uint64_t offset = 0U;
  FUZZ_CHECK(row->number > number, "row %" PRIu64 " after %" PRIu64, row->number, number);
  FUZZ_CHECK(row->line > line, "line %" PRIu64 " after %" PRIu64, row->line, line);
  FUZZ_CHECK(!row->comment || row->n == 1U, "a comment of %zu cells", row->n);
  for (size_t i = 0U; i < row->n; ++i) {
    const ln_cell* const cell = &row->cells[i];
    const ln_view        text = {cell->s, cell->n};
    FUZZ_CHECK(fuzz_utf8(text), "cell %zu of row %" PRIu64, i + 1U, row->number);
    check_kinds(cell, text);
    FUZZ_CHECK(cell->offset <= row->raw.n && (i == 0U || cell->offset > offset),
               "cell %zu at %" PRIu64 ", the one before at %" PRIu64 ", row of %zu bytes",
               i + 1U,
               cell->offset,
               offset,
               row->raw.n);
    offset = cell->offset;
  }
}

static void
dump_row(dump* const d, const ln_row* const row)
{
  FUZZ_CHECK(ln_text_format(&d->text,
                            "[%" PRIu64 " %" PRIu64 "]%s%s",
                            row->number,
                            row->line,
                            row->comment ? "#" : "",
                            row->bad ? "!" : "") == LN_OK,
             "no memory");
  for (size_t i = 0U; i < row->n; ++i) {
    const ln_cell* const cell = &row->cells[i];
    /* The other kinds may be known or not, by how the bytes came. */
    const unsigned flags = LN_CELL_CLEAN | LN_CELL_QUOTED | LN_CELL_NULL | LN_CELL_BAD;
    FUZZ_CHECK(ln_text_format(&d->text, "|%u@%" PRIu64 ":", cell->flags & flags, cell->offset) ==
                 LN_OK,
               "no memory");
    fuzz_add(&d->text, (ln_view){cell->s, cell->n});
  }
  fuzz_add(&d->text, LN_V("|"));
  fuzz_add(&d->text, row->raw);
  fuzz_add_byte(&d->text, '\n');
}

/* The cells once more, for RFC 4180 with every cell in quotes. */
static void
quote_row(ln_text* const out, const ln_row* const row)
{
  for (size_t i = 0U; i < row->n; ++i) {
    fuzz_add(out, i > 0U ? LN_V(",\"") : LN_V("\""));
    for (size_t k = 0U; k < row->cells[i].n; ++k) {
      const char c = row->cells[i].s[k];
      fuzz_add(out, c == '"' ? LN_V("\"\"") : (ln_view){&c, 1U});
    }
    fuzz_add_byte(out, '"');
  }
  fuzz_add_byte(out, '\n');
}

/* A table that is being read. */
typedef struct {
  dump*     d;
  ln_log*   log;
  ln_table* table;
  uint64_t  number; ///< of the row before
  uint64_t  line;
  ln_text*  quoted; ///< gets the good rows, or NULL
} reading;

static void
open_table(reading* const          r,
           const ln_view           bytes,
           const ln_dialect* const dialect,
           const size_t            block)
{
  const ln_log_policy policy = {0};
  ln_in*              in     = NULL;
  uint32_t            source = 0U;
  r->log                     = ln_log_new(&policy);
  FUZZ_CHECK(r->log && ln_log_source(r->log, LN_V("t"), locate, r->d, &source) == LN_OK,
             "no memory");
  ln_log_listen(r->log, listen, r->d);
  FUZZ_CHECK(ln_in_memory(bytes, &in) == LN_OK, "no memory");
  FUZZ_CHECK(ln_table_open(in, dialect, r->log, source, block, &r->table) == LN_OK,
             "cannot be opened");
  r->d->table = r->table;
}

static void
close_table(reading* const r)
{
  FUZZ_CHECK(ln_table_close(r->table) == LN_OK, "cannot be closed");
  ln_log_free(r->log);
}

/* The next row of the table, or of a part of it; false at the end. */
static bool
take_row(reading* const r, ln_table* const table)
{
  const ln_row*   row = NULL;
  const ln_status st  = ln_table_next(table, &row);
  FUZZ_CHECK(st == LN_OK || st == LN_END, "status %d", (int)st);
  if (st == LN_END) {
    return false;
  }
  check_row(row, r->number, r->line);
  r->number = row->number;
  r->line   = row->line;
  FUZZ_CHECK(!row->bad || r->d->findings > 0U, "row %" PRIu64 " is bad in silence", r->number);
  dump_row(r->d, row);
  if (r->quoted && !row->bad && !row->comment && row->n > 0U) {
    quote_row(r->quoted, row);
  }
  return true;
}

/* Read all of `bytes`; `quoted` (may be NULL) gets the good rows. */
static void
read_table(dump* const             d,
           const ln_view           bytes,
           const ln_dialect* const dialect,
           const size_t            block,
           ln_text* const          quoted)
{
  reading r = {.d = d, .quoted = quoted};
  open_table(&r, bytes, dialect, block);
  while (take_row(&r, r.table)) {
  }
  close_table(&r);
}

/* The same as several threads do: stretches are cut from the table, and their rows read apart. */
static void
read_parts(dump* const d, const ln_view bytes, const ln_dialect* const dialect, const size_t block)
{
  reading   r    = {.d = d};
  ln_table* part = NULL;
  uint64_t  rows = 0U;
  bool      yes  = false;
  bool      more = true;
  open_table(&r, bytes, dialect, block);
  while (more && !yes) {
    FUZZ_CHECK(ln_table_divisible(r.table, &yes) == LN_OK, "no memory");
    more = yes || take_row(&r, r.table);
  }
  FUZZ_CHECK(ln_table_part(r.table, r.log, &part) == LN_OK, "no memory");
  while (yes && ln_table_cut(r.table, part, &rows) == LN_OK) {
    d->table = part;
    while (take_row(&r, part)) {
    }
  }
  d->table = r.table;
  while (more && take_row(&r, r.table)) {
  }
  FUZZ_CHECK(ln_table_close(part) == LN_OK, "cannot be closed");
  close_table(&r);
}

static void
read_dialect(ln_view* const input, ln_dialect* const dialect)
{
  static const char        delimiters[] = ",;\t| a";
  static const char        quotes[]     = "\"'\0";
  static const char* const encodings[]  = {"utf-8", "utf-16", "iso-8859-1", "windows-1252"};
  static const char* const comments[]   = {"", "#", "//"};
  ln_dialect_default(dialect);
  dialect->delimiter          = delimiters[fuzz_byte(input) % 'a' % (sizeof(delimiters) - 1U)];
  dialect->quote              = quotes[fuzz_byte(input) % 'a' % 3U];
  dialect->escape             = fuzz_byte(input) % 'a' % 2U == 0U ? dialect->quote : '\\';
  const unsigned flags        = fuzz_byte(input) % 'a';
  const unsigned counts       = fuzz_byte(input) % 'a';
  dialect->backslash          = (flags & 1U) != 0U ? LN_BACKSLASH_POSTGRESQL : LN_BACKSLASH_NONE;
  dialect->skip_blank_rows    = (flags & 2U) != 0U;
  dialect->skip_initial_space = (flags & 4U) != 0U;
  dialect->trim               = (ln_trim)((flags >> 3U) & 3U);
  dialect->skip_rows          = counts % 3U;
  dialect->skip_columns       = counts / 3U % 3U;
  dialect->comment_prefix     = ln_view_of(comments[counts / 9U % 3U]);
  dialect->encoding           = ln_view_of(encodings[fuzz_byte(input) % 'a' % 4U]);
}

/* What was read must be read again from a table that is written as plainly as can be. */
static void
check_again(const ln_view quoted)
{
  ln_dialect plain;
  dump       first = {0};
  ln_text    again = {0};
  ln_dialect_default(&plain);
  read_table(&first, quoted, &plain, WHOLE, &again);
  FUZZ_CHECK(first.findings == 0U, "%" PRIu64 " findings", first.findings);
  FUZZ_SAME("cells read again", ln_text_view(&again), quoted);
  ln_text_clear(&again);
  ln_text_clear(&first.text);
}

int
LLVMFuzzerTestOneInput(const uint8_t* const data, const size_t size)
{
  static const size_t blocks[] = {1U, 3U, 64U, 100U};
  ln_view             input    = {(const char*)data, size};
  ln_dialect          dialect;
  dump                whole  = {0};
  ln_text             quoted = {0};
  read_dialect(&input, &dialect);
  read_table(&whole, input, &dialect, WHOLE, &quoted);
  for (size_t i = 0U; i < sizeof(blocks) / sizeof(blocks[0]); ++i) {
    dump part = {0};
    read_table(&part, input, &dialect, blocks[i], NULL);
    FUZZ_SAME("read in pieces", ln_text_view(&part.text), ln_text_view(&whole.text));
    ln_text_clear(&part.text);
    part = (dump){0};
    read_parts(&part, input, &dialect, blocks[i]);
    FUZZ_SAME("read in parts", ln_text_view(&part.text), ln_text_view(&whole.text));
    ln_text_clear(&part.text);
  }
  check_again(ln_text_view(&quoted));
  ln_text_clear(&quoted);
  ln_text_clear(&whole.text);
  return 0;
}
