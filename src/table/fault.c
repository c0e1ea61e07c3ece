/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   What can be wrong with a table, in words. A cell gets one finding: the first thing a person would
   mend (its quotes before its bytes), since the others often vanish with it. A cell whose text
   cannot be trusted is marked, never passed on as if it were right. Without a log the marks are set
   all the same: looking up a place reads a table again in silence. */

#include "table/fault.h"

#include "base/utf8.h"
#include "table/proposal.h"
#include "table/split.h"
#include "table/validity.h"

static ln_where
place_of(const ln_fault_sink* const sink, const uint64_t row, const uint32_t field)
{
  return (ln_where){.source = sink->source, .field = field, .row = row};
}

/* The byte at `at` is not UTF-8. */
static ln_status
report_foreign(const ln_fault_sink* const sink,
               const ln_where             where,
               const ln_view              text,
               const size_t               at)
{
  ln_text   words  = {0};
  bool      likely = false;
  ln_status st     = ln_proposal_windows(text, &words, &likely);
  if (st == LN_OK) {
    st = ln_report(sink->log,
                   LN_L0101,
                   LN_NO_VALUE,
                   where,
                   (ln_view){NULL, 0U},
                   "byte 0x%02X at position %zu of the cell is not UTF-8%s%s",
                   (unsigned)(unsigned char)text.s[at],
                   at + 1U,
                   likely ? "; in windows-1252 the cell is " : "",
                   likely ? ln_shown(sink->log, ln_text_view(&words)) : "");
  }
  ln_text_clear(&words);
  return st;
}

static ln_status
report_byte(const ln_fault_sink* const sink,
            const ln_where             where,
            const ln_view              text,
            const size_t               at)
{
  const unsigned byte = (unsigned char)text.s[at];
  const ln_view  none = {NULL, 0U};
  if (!sink->log) {
    return LN_OK;
  }
  if (byte == 0U) {
    return ln_report(sink->log,
                     LN_L0102,
                     LN_NO_VALUE,
                     where,
                     none,
                     "byte 0x00 at position %zu of the cell",
                     at + 1U);
  }
  if (ln_utf8_valid(text) > at) {
    return ln_report(sink->log,
                     LN_L0102,
                     LN_NO_VALUE,
                     where,
                     none,
                     "U+FFF%c at position %zu of the cell",
                     (unsigned char)text.s[at + 2U] == 0xBEU ? 'E' : 'F',
                     at + 1U);
  }
  if (sink->encoding.n > 0U) {
    return ln_report(sink->log,
                     LN_L0101,
                     LN_NO_VALUE,
                     where,
                     none,
                     "the character at position %zu of the cell is not %.*s",
                     at + 1U,
                     (int)sink->encoding.n,
                     sink->encoding.s);
  }
  return report_foreign(sink, where, text, at);
}

static ln_status
report_quote(const ln_fault_sink* const sink, const ln_where where, const ln_cell* const cell)
{
  const ln_view none = {NULL, 0U};
  if (!sink->log) {
    return LN_OK;
  }
  if (cell->flags & LN_SPLIT_OPEN) {
    return ln_report(sink->log,
                     LN_L0104,
                     LN_NO_ROW,
                     where,
                     none,
                     "the quote that opens this cell is never closed; the cell runs to the end of "
                     "the file");
  }
  const char* const shown = ln_shown(sink->log, (ln_view){cell->s, cell->n});
  if (cell->flags & LN_SPLIT_REST) {
    return ln_report(
      sink->log, LN_L0103, LN_NO_ROW, where, none, "text behind the closing quote: %s", shown);
  }
  return ln_report(sink->log,
                   LN_L0110,
                   LN_KEPT,
                   where,
                   none,
                   "the cell holds a quote but does not begin with one: %s",
                   shown);
}

ln_status
ln_fault_cell(const ln_fault_sink* const sink,
              const uint64_t             row,
              const uint32_t             field,
              ln_cell* const             cell)
{
  const ln_where where = place_of(sink, row, field);
  const ln_view  text  = {cell->s, cell->n};
  const bool     check = (cell->flags & (LN_SPLIT_ODD | LN_SPLIT_ESCAPED)) != 0U;
  const size_t   at    = check ? ln_validity_fault(text) : text.n;
  const bool     bytes = at < text.n;
  ln_status      st    = LN_OK;
  if (bytes && (cell->flags & LN_FAULT_ROW) == 0U) {
    st = report_byte(sink, where, text, at);
  } else if (cell->flags & (LN_FAULT_ROW | LN_SPLIT_STRAY)) {
    st = report_quote(sink, where, cell);
  }
  if (bytes) {
    cell->n = 0U;
  } else if (check && ln_validity_marked(text)) {
    cell->flags &= ~(uint32_t)LN_CELL_CLEAN;
  }
  if (bytes || (cell->flags & LN_FAULT_ROW) != 0U) {
    cell->flags |= LN_CELL_BAD;
  }
  return st;
}

ln_status
ln_fault_long(const ln_fault_sink* const sink,
              const uint64_t             row,
              const uint32_t             field,
              const uint64_t             limit)
{
  const ln_view  none  = {NULL, 0U};
  const ln_where where = place_of(sink, row, field);
  if (!sink->log) {
    return LN_OK;
  }
  if (limit == 0U) {
    return ln_report(sink->log,
                     LN_L0105,
                     LN_NO_ROW,
                     where,
                     none,
                     "the row has more than %d cells; reading goes on with the next line",
                     LN_SPLIT_MAX_CELLS);
  }
  return ln_report(sink->log,
                   LN_L0105,
                   LN_NO_ROW,
                   where,
                   none,
                   "the row is longer than %llu bytes; reading goes on with the line behind them",
                   (unsigned long long)limit);
}

ln_status
ln_fault_encoding(const ln_fault_sink* const sink,
                  const ln_view              encoding,
                  const char* const          problem)
{
  const ln_view none = {NULL, 0U};
  if (!sink->log) {
    return LN_OK;
  }
  return ln_report(sink->log,
                   LN_L0108,
                   LN_NO_TABLE,
                   place_of(sink, 0U, 0U),
                   none,
                   "the table cannot be read as %.*s: %s",
                   encoding.n > 0U ? (int)encoding.n : 5,
                   encoding.n > 0U ? encoding.s : "UTF-8",
                   problem);
}

ln_status
ln_fault_device(const ln_fault_sink* const sink, const uint64_t row, const char* const error)
{
  const ln_view none = {NULL, 0U};
  if (!sink->log) {
    return LN_IO;
  }
  const ln_status st = ln_report(sink->log,
                                 LN_L0109,
                                 LN_NO_TABLE,
                                 place_of(sink, 0U, 0U),
                                 none,
                                 "reading failed behind row %llu: %s",
                                 (unsigned long long)row,
                                 error);
  return st == LN_NO_MEM ? st : LN_IO;
}
