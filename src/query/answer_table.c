/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Answers for people: columns as wide as the widest of their cells, numbers to the right. A cell is
   the text alone, an IRI by its prefix; what is long is cut in the middle of the terminal's
   patience, at 60 letters, since --to csv has all of it. Two walks over the answer: widths, then
   rows. */

#include "base/memory.h"
#include "base/utf8.h"
#include "query/answer_inner.h"

enum { WIDEST = 60 };

static bool
is_plain(const ln_view local)
{
  for (size_t i = 0U; i < local.n; ++i) {
    const char c = local.s[i];
    if (c == '/' || c == '#' || c == ':' || c == '?') {
      return false;
    }
  }
  return true;
}

static ln_status
add_iri(const ln_answer_table* const t, const ln_view iri, ln_text* const cell)
{
  const ln_prefix* best = NULL;
  for (size_t i = 0U; i < t->n_prefixes; ++i) {
    const ln_prefix* const p = &t->prefixes[i];
    if (ln_view_starts(iri, p->iri) && is_plain(ln_view_from(iri, p->iri.n)) &&
        (!best || p->iri.n > best->iri.n)) {
      best = p;
    }
  }
  if (!best) {
    return ln_text_format(cell, "<%.*s>", (int)(iri.n < 4000U ? iri.n : 4000U), iri.s);
  }
  LN_TRY(ln_text_add(cell, best->name));
  LN_TRY(ln_text_add_byte(cell, ':'));
  return ln_text_add(cell, ln_view_from(iri, best->iri.n));
}

/* Letters of valid UTF-8 up to the widest cell; control characters are blanks. */
static ln_status
add_letters(const ln_view text, ln_text* const cell)
{
  size_t letters = 0U;
  for (size_t at = 0U; at < text.n; ++letters) {
    const size_t   from = at;
    const uint32_t code = ln_utf8_next(text, &at);
    if (letters + 1U == (size_t)WIDEST && at < text.n) {
      return ln_text_add(cell, LN_V("\xE2\x80\xA6"));
    }
    LN_TRY(code < 0x20U || code == 0x7FU ? ln_text_add_byte(cell, ' ')
                                         : ln_text_add(cell, (ln_view){text.s + from, at - from}));
  }
  return LN_OK;
}

static ln_status
make_cell(const ln_answer_table* const t,
          const size_t                 row,
          const size_t                 column,
          ln_text* const               cell)
{
  const ln_read_term term = ln_query_cell(t->q, row, column);
  ln_text_reset(cell);
  if (term.kind == LN_IRI) {
    return add_iri(t, term.text, cell);
  }
  LN_TRY(term.kind == LN_BLANK ? ln_text_add(cell, LN_V("_:")) : LN_OK);
  LN_TRY(add_letters(term.text, cell));
  if (term.lang.n > 0U) {
    LN_TRY(ln_text_add_byte(cell, '@'));
    return ln_text_add(cell, term.lang);
  }
  return LN_OK;
}

static bool
is_number(const ln_read_term* const term)
{
  static const char* const TYPES[] = {"integer", "decimal", "double", "float", "int", "long"};
  for (size_t i = 0U; i < sizeof(TYPES) / sizeof(TYPES[0]); ++i) {
    if (term->datatype.n == 33U + strlen(TYPES[i]) &&
        ln_view_starts(term->datatype, LN_V("http://www.w3.org/2001/XMLSchema#")) &&
        ln_view_ends(term->datatype, ln_view_of(TYPES[i]))) {
      return true;
    }
  }
  return false;
}

static void
put_padded(
  ln_out* const out, const ln_view cell, const size_t width, const bool right, const bool last)
{
  const size_t letters = ln_utf8_count(cell);
  size_t       pad     = letters < width ? width - letters : 0U;
  for (; right && pad > 0U; --pad) {
    ln_out_put_byte(out, ' ');
  }
  ln_out_put_view(out, cell);
  for (; !last && pad > 0U; --pad) {
    ln_out_put_byte(out, ' ');
  }
  ln_out_put_view(out, last ? LN_V("\n") : LN_V("  "));
}

typedef struct {
  size_t width;
  bool   number; ///< all cells are
} table_column;

static ln_status
measure(const ln_answer_table* const t, table_column* const columns, ln_text* const cell)
{
  for (size_t c = 0U; c < ln_query_columns(t->q); ++c) {
    columns[c] = (table_column){ln_utf8_count(ln_query_column(t->q, c)), ln_query_rows(t->q) > 0U};
  }
  for (size_t row = 0U; row < ln_query_rows(t->q); ++row) {
    for (size_t c = 0U; c < ln_query_columns(t->q); ++c) {
      const ln_read_term term = ln_query_cell(t->q, row, c);
      LN_TRY(make_cell(t, row, c, cell));
      const size_t width = ln_utf8_count(ln_text_view(cell));
      columns[c].width   = width > columns[c].width ? width : columns[c].width;
      columns[c].number  = columns[c].number && (term.kind == LN_NONE || is_number(&term));
    }
  }
  return LN_OK;
}

static void
put_head(const ln_answer_table* const t, const table_column* const columns)
{
  const size_t n = ln_query_columns(t->q);
  for (size_t c = 0U; c < n; ++c) {
    put_padded(t->out, ln_query_column(t->q, c), columns[c].width, columns[c].number, c + 1U == n);
  }
  for (size_t c = 0U; c < n; ++c) {
    for (size_t i = 0U; i < columns[c].width; ++i) {
      ln_out_put_byte(t->out, '-');
    }
    ln_out_put_view(t->out, c + 1U == n ? LN_V("\n") : LN_V("  "));
  }
}

static ln_status
put_rows(const ln_answer_table* const t, const table_column* const columns, ln_text* const cell)
{
  const size_t n = ln_query_columns(t->q);
  for (size_t row = 0U; row < ln_query_rows(t->q); ++row) {
    for (size_t c = 0U; c < n; ++c) {
      LN_TRY(make_cell(t, row, c, cell));
      put_padded(t->out, ln_text_view(cell), columns[c].width, columns[c].number, c + 1U == n);
    }
    LN_TRY(t->out->status);
  }
  return LN_OK;
}

ln_status
ln_answer_write_table(const ln_answer_table* const t)
{
  ln_text             cell = {0};
  table_column* const columns =
    (table_column*)ln_alloc_zero(ln_query_columns(t->q) + 1U, sizeof(table_column));
  ln_status st = columns ? measure(t, columns, &cell) : LN_NO_MEM;
  if (st == LN_OK) {
    put_head(t, columns);
    st = put_rows(t, columns, &cell);
  }
  ln_free(columns);
  ln_text_clear(&cell);
  return st == LN_OK ? t->out->status : st;
}
