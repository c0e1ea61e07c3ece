/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Bytes to rows of XML and of JSON: any input is read as both, along a few paths that between them
   go up, down, over lists, attributes, texts and names. What must hold: every size of read gives
   the same rows, places and findings; texts are UTF-8; nothing is broken, and no cell unusable,
   without a finding; and a row is not much larger than the limit of what it is made of. */

#include "fuzz.h"

#include "base/diag.h"
#include "base/in.h"
#include "table/table.h"
#include "table/tree_path.h"

#include <inttypes.h>

/* A size of read that takes most inputs at once; what a record may take; columns at most. */
enum { WHOLE = 1 << 14, RECORD = 1 << 16, MOST = 6 };

/* A list begins with `+`. */
typedef struct {
  const char* rows;
  const char* columns[MOST];
} layout;

static const layout layouts[] = {
  {"/", {".", "+a", "a[2]", "name()", "+*/b?", "b[a='x']/a"}},
  {"/a/r", {"@id", "../@id", "+n", "text()", "n[@k='1']/text()", "../x"}},
  {"/*/*", {"+.", "name()", "position()", "../position()", "+*/name()", "+../*/@id?"}},
};

typedef struct {
  ln_text         text;
  const ln_table* table;
  uint64_t        findings;
  bool            columns; ///< in bytes, which are not known of every place in XML
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
add_place(dump* const d, const ln_place* const place)
{
  FUZZ_CHECK(ln_text_format(&d->text,
                            "@%" PRIu64 ":%" PRIu64 ":%" PRIu64,
                            place->line,
                            place->letter,
                            d->columns ? place->column : 0U) == LN_OK,
             "no memory");
}

static void
listen(void* const self, const ln_finding* const finding)
{
  dump* const d = self;
  ++d->findings;
  FUZZ_CHECK(fuzz_utf8(finding->message), "a message that is no text");
  fuzz_add_byte(&d->text, '!');
  fuzz_add(&d->text, ln_view_of(ln_code_about(finding->code)->code));
  /* Where bytes are no XML, expat counts characters by what it has seen of them. */
  if (d->columns || finding->code != LN_L0120) {
    add_place(d, &finding->place);
  }
  fuzz_add_byte(&d->text, '\n');
}

static void
dump_row(dump* const d, const ln_row* const row)
{
  size_t size = 0U;
  for (size_t i = 0U; i < row->n; ++i) {
    const ln_cell* const cell  = &row->cells[i];
    const ln_view        text  = {cell->s, cell->n};
    ln_place             place = {0};
    FUZZ_CHECK(fuzz_utf8(text), "cell %zu of row %" PRIu64, i + 1U, row->number);
    FUZZ_CHECK((cell->flags & LN_CELL_BAD) == 0U || (row->faulty && d->findings > 0U),
               "cell %zu of row %" PRIu64 " is bad in silence",
               i + 1U,
               row->number);
    ln_table_place(d->table, (uint32_t)i + 1U, &place);
    add_place(d, &place);
    FUZZ_CHECK(ln_text_format(&d->text, "%u|", cell->flags & 7U) == LN_OK, "no memory");
    fuzz_add(&d->text, text);
    size += text.n;
  }
  fuzz_add_byte(&d->text, '\n');
  /* A column takes all of a record at most, of which each byte becomes six in a list. */
  FUZZ_CHECK(size <= (size_t)MOST * 6U * (size_t)RECORD, "a row of %zu bytes", size);
}

static void
read_rows(dump* const d, ln_table* const table)
{
  const ln_row* row    = NULL;
  uint64_t      number = 0U;
  ln_status     st     = LN_OK;
  while (st == LN_OK) {
    st = ln_table_next(table, &row);
    if (st == LN_OK) {
      FUZZ_CHECK(row->number == number + 1U, "row %" PRIu64, row->number);
      number = row->number;
      dump_row(d, row);
    }
  }
  FUZZ_CHECK(st == LN_END || (st == LN_IO && d->findings > 0U), "status %d", (int)st);
  FUZZ_CHECK(ln_text_format(&d->text,
                            "%s, %" PRIu64 " given up",
                            st == LN_END ? "end" : "broken",
                            ln_table_given_up(d->table)) == LN_OK,
             "no memory");
}

static void
read_table(dump* const d, const ln_view bytes, const ln_dialect* const dialect, const size_t block)
{
  const ln_log_policy policy = {0};
  ln_in*              in     = NULL;
  ln_table*           table  = NULL;
  uint32_t            source = 0U;
  ln_log* const       log    = ln_log_new(&policy);
  FUZZ_CHECK(log && ln_log_source(log, LN_V("t"), locate, d, &source) == LN_OK, "no memory");
  ln_log_listen(log, listen, d);
  FUZZ_CHECK(ln_in_memory(bytes, &in) == LN_OK, "no memory");
  FUZZ_CHECK(ln_table_open(in, dialect, log, source, block, &table) == LN_OK, "cannot be opened");
  d->table = table;
  read_rows(d, table);
  FUZZ_CHECK(ln_table_close(table) == LN_OK, "cannot be closed");
  ln_log_free(log);
}

static void
make_spec(ln_arena* const      arena,
          const ln_tree_format format,
          const layout* const  from,
          ln_tree_spec* const  spec)
{
  const char*           problem = NULL;
  size_t                at      = 0U;
  ln_tree_column* const columns = ln_arena_zero(arena, MOST, sizeof(ln_tree_column));
  *spec = (ln_tree_spec){.format = format, .n = MOST, .text = ln_view_of(from->rows)};
  FUZZ_CHECK(columns &&
               ln_tree_path_read(arena, spec->text, true, &spec->rows, &problem, &at) == LN_OK,
             "no memory");
  for (size_t i = 0U; i < (size_t)MOST && !problem; ++i) {
    columns[i].list = from->columns[i][0] == '+';
    columns[i].text = ln_view_of(from->columns[i] + columns[i].list);
    FUZZ_CHECK(ln_tree_path_read(arena, columns[i].text, false, &columns[i].path, &problem, &at) ==
                 LN_OK,
               "no memory");
  }
  FUZZ_CHECK(!problem, "%s at %zu: %s", from->rows, at, problem);
  FUZZ_CHECK(ln_tree_spec_make(arena, spec, columns, &at) == LN_OK && at == SIZE_MAX,
             "a column goes up too far");
}

static void
check(const ln_view input, const ln_tree_format format, const layout* const from)
{
  static const size_t blocks[] = {1U, 3U, 64U};
  ln_arena            arena    = {0};
  dump                whole    = {.columns = format == LN_TREE_JSON};
  ln_tree_spec        spec;
  ln_dialect          dialect;
  make_spec(&arena, format, from, &spec);
  ln_dialect_default(&dialect);
  dialect.tree        = &spec;
  dialect.header_rows = 0U;
  dialect.max_row     = RECORD;
  read_table(&whole, input, &dialect, WHOLE);
  for (size_t i = 0U; i < sizeof(blocks) / sizeof(blocks[0]); ++i) {
    dump part = {.columns = whole.columns};
    read_table(&part, input, &dialect, blocks[i]);
    FUZZ_SAME("read in pieces", ln_text_view(&part.text), ln_text_view(&whole.text));
    ln_text_clear(&part.text);
  }
  ln_text_clear(&whole.text);
  ln_arena_clear(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t* const data, const size_t size)
{
  const ln_view input = {(const char*)data, size};
  for (size_t i = 0U; i < sizeof(layouts) / sizeof(layouts[0]); ++i) {
    check(input, LN_TREE_XML, &layouts[i]);
    check(input, LN_TREE_JSON, &layouts[i]);
  }
  return 0;
}
