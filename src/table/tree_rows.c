/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Rows of a document: its bytes go to a parser, a piece at a time; the records that are whole then
   are walked row by row, and the cells of a row are gathered in one text. Only when all of them are
   done with is more read, so that the faults of a document are told in its order. Invariant: the
   row given last, its cells and their places stay until the next call. A tag or string that does
   not end makes the pieces grow with it, so that it is not looked at again and again. */

#include "table/tree_rows.h"

#include "base/fold.h"
#include "base/memory.h"
#include "table/cell.h"
#include "table/tree.h"
#include "table/tree_parser.h"
#include "table/tree_walk.h"

enum { PIECE = 16 * 1024, LONGEST_TOKEN = 64 << 20 };

struct ln_tree_rows {
  ln_in*              in;
  const ln_tree_spec* spec;
  ln_fault_sink       faults;
  size_t              limit;
  size_t              block;
  ln_tree             tree;
  ln_tree_parser      parser;
  ln_tree_path        inner;  ///< from a record to its rows
  ln_tree_record*     record; ///< being walked
  ln_tree_walk        walk;
  ln_status           status; ///< of reading: LN_OK while more may come
  char*               buffer;
  size_t              cap;
  uint64_t            bytes;
  uint64_t            number;
  uint64_t            given_up;
  ln_tree_place       place; ///< of the row
  ln_cell*            cells;
  ln_tree_place*      places; ///< of the cells
  bool*               met;    ///< columns that have had a value
  ln_text             text;   ///< of all cells
};

/* ---- opening ---- */

/* One more, for a table without columns. */
static ln_status
make_cells(ln_tree_rows* const rows)
{
  const size_t n = rows->spec->n + 1U;
  rows->cells    = ln_alloc_zero(n, sizeof(ln_cell));
  rows->places   = ln_alloc_zero(n, sizeof(ln_tree_place));
  rows->met      = ln_alloc_zero(n, sizeof(bool));
  rows->cap      = rows->block;
  rows->buffer   = ln_alloc(rows->cap);
  return rows->cells && rows->places && rows->met && rows->buffer ? LN_OK : LN_NO_MEM;
}

static ln_status
skip_mark(ln_tree_rows* const rows)
{
  char    mark[3] = {0};
  size_t  got     = 0U;
  ln_view head    = {0};
  LN_TRY(ln_in_peek(rows->in, sizeof(mark), &head));
  if (rows->spec->format == LN_TREE_JSON && ln_view_starts(head, LN_V("\xEF\xBB\xBF"))) {
    LN_TRY(ln_in_read(rows->in, mark, sizeof(mark), &got));
    rows->bytes = got;
  }
  return LN_OK;
}

static ln_status
init(ln_tree_rows* const rows)
{
  const ln_tree_spec* const spec = rows->spec;
  ln_tree_init(&rows->tree, spec, rows->limit);
  rows->inner =
    (ln_tree_path){.steps = spec->rows.steps + spec->record, .n = spec->rows.n - spec->record};
  LN_TRY(make_cells(rows));
  return spec->format == LN_TREE_XML ? ln_tree_xml_open(&rows->tree, &rows->parser)
                                     : ln_tree_lines_open(&rows->tree, &rows->parser);
}

ln_status
ln_tree_rows_new(ln_in* const               in,
                 const ln_tree_spec* const  spec,
                 const ln_fault_sink* const faults,
                 const size_t               limit,
                 const size_t               block,
                 ln_tree_rows** const       rows)
{
  ln_tree_rows* const made = ln_alloc_zero(1U, sizeof(ln_tree_rows));
  *rows                    = NULL;
  if (!made) {
    return LN_NO_MEM;
  }
  made->in           = in;
  made->spec         = spec;
  made->faults       = *faults;
  made->limit        = limit;
  made->block        = block > 0U && block < (size_t)PIECE ? block : (size_t)PIECE;
  const ln_status st = init(made);
  if (st != LN_OK) {
    ln_tree_rows_free(made);
    return st;
  }
  *rows = made;
  return LN_OK;
}

void
ln_tree_rows_free(ln_tree_rows* const rows)
{
  if (!rows) {
    return;
  }
  ln_tree_parser_close(&rows->parser);
  ln_tree_clear(&rows->tree);
  ln_text_clear(&rows->text);
  ln_free(rows->cells);
  ln_free(rows->places);
  ln_free(rows->met);
  ln_free(rows->buffer);
  ln_free(rows);
}

/* ---- findings ---- */

static ln_spot
spot_of(const ln_tree_rows* const rows, const ln_tree_place* const place)
{
  return (ln_spot){rows->faults.source,
                   {.line = place->line, .column = place->column, .letter = place->letter}};
}

static ln_where
where_of(const ln_tree_rows* const rows, const size_t column)
{
  return (ln_where){
    .source = rows->faults.source, .field = (uint32_t)column + 1U, .row = rows->number};
}

static ln_status
report_broken(const ln_tree_rows* const rows)
{
  const ln_spot spot = spot_of(rows, &rows->parser.place);
  return rows->faults.log
           ? ln_report_at(rows->faults.log,
                          LN_L0120,
                          LN_KEPT,
                          &spot,
                          LN_V(""),
                          "the file is not well-formed %s: %s; it was read up to here",
                          rows->spec->format == LN_TREE_XML ? "XML" : "JSON",
                          rows->parser.problem)
           : LN_OK;
}

/* A line of JSON lines; the others are read. */
static ln_status
report_line(const ln_tree_rows* const rows, const ln_tree_record* const record)
{
  const ln_spot spot = spot_of(rows, &record->place);
  return rows->faults.log ? ln_report_at(rows->faults.log,
                                         LN_L0131,
                                         LN_NO_ROW,
                                         &spot,
                                         LN_V(""),
                                         "the line is not well-formed JSON: %.*s",
                                         (int)record->refused.n,
                                         record->refused.s)
                          : LN_OK;
}

static ln_status
report_record(ln_tree_rows* const rows, const ln_tree_record* const record)
{
  ln_log* const log = rows->faults.log;
  if (record->refused.n > 0U) {
    return report_line(rows, record);
  }
  if (log && record->lost) {
    const ln_spot spot = spot_of(rows, &record->root->place);
    LN_TRY(ln_report_at(log,
                        LN_L0121,
                        LN_NO_ROW,
                        &spot,
                        LN_V(""),
                        "what stands here takes more than %zu bytes of memory",
                        rows->limit));
  }
  if (log && record->twice) {
    const ln_spot spot = spot_of(rows, &record->twice->place);
    LN_TRY(ln_report_at(log,
                        LN_L0125,
                        LN_NO_VALUE,
                        &spot,
                        LN_V(""),
                        "the object has a member %s already, which counts",
                        ln_shown(log, record->twice->name)));
  }
  if (log && record->unknown.n > 0U) {
    const ln_spot spot = spot_of(rows, &record->unknown_place);
    LN_TRY(ln_report_at(log,
                        LN_L0124,
                        LN_NO_VALUE,
                        &spot,
                        LN_V(""),
                        "the entity %s is not declared in the file; its text is missing",
                        ln_shown(log, record->unknown)));
  }
  return LN_OK;
}

/* The name that a path ends with. */
static ln_view
last_name(const ln_tree_path* const path)
{
  if (path->attribute.s) {
    return path->attribute;
  }
  return path->n > 0U ? path->steps[path->n - 1U].name : (ln_view){NULL, 0U};
}

static ln_status
offer_names(const ln_tree_rows* const rows,
            const ln_view             name,
            ln_arena* const           arena,
            ln_text* const            hint)
{
  ln_text    folded  = {0};
  ln_nearest nearest = {.n = 0U};
  ln_status  st      = ln_fold(name, &folded);
  nearest.word       = ln_arena_copy(arena, ln_text_view(&folded));
  for (size_t i = 0U; st == LN_OK && nearest.word.s && i < rows->tree.n_strangers; ++i) {
    ln_text_reset(&folded);
    st                 = ln_fold(rows->tree.strangers[i], &folded);
    const ln_view copy = ln_arena_copy(arena, ln_text_view(&folded));
    if (st == LN_OK && copy.s) {
      ln_nearest_offer(&nearest, copy, rows->tree.strangers[i]);
    }
  }
  ln_text_clear(&folded);
  return st == LN_OK ? ln_nearest_text(&nearest, hint) : st;
}

/* A path that led nowhere is most often misspelt. */
static ln_status
report_unmet(const ln_tree_rows* const rows,
             const ln_code             code,
             const ln_tree_path* const path,
             const ln_view             text)
{
  const ln_spot spot  = {rows->faults.source, {.line = 0U}};
  ln_arena      arena = {0};
  ln_text       hint  = {0};
  ln_status     st    = offer_names(rows, last_name(path), &arena, &hint);
  if (st == LN_OK) {
    st = ln_report_at(rows->faults.log,
                      code,
                      LN_KEPT,
                      &spot,
                      ln_text_view(&hint),
                      code == LN_L0126 ? "the path of rows %s leads to nothing"
                                       : "the path %s leads to nothing in any row",
                      ln_shown(rows->faults.log, text));
  }
  ln_text_clear(&hint);
  ln_arena_clear(&arena);
  return st;
}

static ln_status
report_end(const ln_tree_rows* const rows)
{
  const ln_tree_spec* const spec = rows->spec;
  if (!rows->faults.log || rows->given_up > 0U) {
    return LN_OK;
  }
  if (rows->number == 0U) {
    return report_unmet(rows, LN_L0126, &spec->rows, spec->text);
  }
  for (size_t i = 0U; i < spec->n; ++i) {
    if (!rows->met[i]) {
      LN_TRY(report_unmet(rows, LN_L0127, &spec->columns[i].path, spec->columns[i].text));
    }
  }
  return LN_OK;
}

/* ---- cells ---- */

static ln_status
add_escaped(const ln_view text, ln_text* const out)
{
  LN_TRY(ln_text_add_byte(out, '"'));
  for (size_t i = 0U; i < text.n; ++i) {
    const char c = text.s[i];
    if (c == '"' || c == '\\') {
      LN_TRY(ln_text_add_byte(out, '\\'));
    }
    LN_TRY((unsigned char)c < 0x20U ? ln_text_format(out, "\\u%04x", (unsigned)(unsigned char)c)
                                    : ln_text_add_byte(out, c));
  }
  return ln_text_add_byte(out, '"');
}

/* What a column has found so far in a row. */
typedef struct {
  size_t  n;      ///< values
  size_t  items;  ///< with those that are null
  size_t  begin;  ///< of the cell's text
  bool    object; ///< an object stood where a value is expected
  bool    half;   ///< the cell cannot be used, since half a surrogate pair is in it
  ln_text item;
} found;

static ln_status
add_item(found* const f, const ln_taken taken, ln_text* const out)
{
  LN_TRY(ln_text_add_byte(out, f->items == 0U ? '[' : ','));
  ++f->items;
  if (taken == LN_TAKEN_NULL) {
    return ln_text_add(out, LN_V("null"));
  }
  return taken == LN_TAKEN_WORD ? ln_text_add(out, ln_text_view(&f->item))
                                : add_escaped(ln_text_view(&f->item), out);
}

/* The cell is treated as one whose bytes are no text; the first half is told, at its place. */
static ln_status
take_half(ln_tree_rows* const rows, const size_t i, const ln_tree_node* const node, found* const f)
{
  ln_log* const log = rows->faults.log;
  const bool new    = !f->half;
  f->half           = true;
  ++f->n;
  ++f->items;
  if (!new) {
    return LN_OK;
  }
  rows->places[i] = node->place;
  return log ? ln_report(log,
                         LN_L0129,
                         LN_NO_VALUE,
                         where_of(rows, i),
                         LN_V(""),
                         "the escape %.*s is half a surrogate pair, which is no character",
                         (int)node->text.n,
                         node->text.s)
             : LN_OK;
}

static ln_status
take_node(ln_tree_rows* const rows, const size_t i, const ln_tree_node* const node, found* const f)
{
  const ln_tree_column* const column = &rows->spec->columns[i];
  const ln_tree_node*         from   = NULL;
  ln_taken                    taken  = LN_TAKEN_NULL;
  ln_text* const              out    = column->list || f->n > 0U ? &f->item : &rows->text;
  ln_text_reset(&f->item);
  LN_TRY(ln_tree_text_of(&column->path, node, out, &taken, &from));
  if (taken == LN_TAKEN_OBJECT || taken == LN_TAKEN_ABSENT) {
    f->object       = f->object || taken == LN_TAKEN_OBJECT;
    rows->places[i] = f->n == 0U && from ? from->place : rows->places[i];
    return LN_OK;
  }
  rows->met[i] = rows->met[i] || node;
  if (taken == LN_TAKEN_HALF && (column->list || f->n == 0U)) {
    return take_half(rows, i, from, f);
  }
  if (f->n == 0U && from && taken != LN_TAKEN_NULL) {
    rows->places[i] = from->place;
  }
  f->n += taken != LN_TAKEN_NULL;
  return column->list ? add_item(f, taken, &rows->text) : LN_OK;
}

static ln_status
report_cell(ln_tree_rows* const rows, const size_t i, const found* const f)
{
  const ln_tree_column* const column = &rows->spec->columns[i];
  ln_log* const               log    = rows->faults.log;
  if (log && f->object && !column->inner) {
    LN_TRY(ln_report(log,
                     LN_L0123,
                     LN_NO_VALUE,
                     where_of(rows, i),
                     LN_V(""),
                     "the path %s leads to an object, which is no value",
                     ln_shown(log, column->text)));
  }
  if (log && f->n > 1U && !column->list) {
    return ln_report(log,
                     LN_L0122,
                     LN_KEPT,
                     where_of(rows, i),
                     LN_V(""),
                     "the path %s leads to %zu values; all but the first were left out",
                     ln_shown(log, column->text),
                     f->n);
  }
  return LN_OK;
}

/* The text of a cell, at the end of the text of the row; `offset` is where it begins. */
static ln_status
read_cell(ln_tree_rows* const rows, const size_t i, ln_tree_node* const row)
{
  const ln_tree_column* const column = &rows->spec->columns[i];
  found                       f      = {.begin = rows->text.n};
  ln_tree_node*               node   = NULL;
  ln_tree_walk                walk;
  ln_status                   st = LN_OK;
  rows->places[i]                = rows->place;
  ln_tree_walk_start(&walk, &column->path, row);
  while (st == LN_OK && ln_tree_walk_next(&walk, &node)) {
    st = take_node(rows, i, node, &f);
  }
  if (st == LN_OK && column->list && f.items > 0U) {
    st = ln_text_add_byte(&rows->text, ']');
  }
  ln_text_clear(&f.item);
  LN_TRY(st);
  const bool none = column->list ? f.items == 0U : f.n == 0U;
  rows->text.n    = f.half ? f.begin : rows->text.n;
  rows->cells[i]  = (ln_cell){.n      = (uint32_t)(rows->text.n - f.begin),
                              .offset = f.begin,
                              .flags  = (none ? (uint32_t)LN_CELL_NULL : 0U) |
                                       (f.half ? (uint32_t)LN_CELL_BAD : 0U)};
  return report_cell(rows, i, &f);
}

/* Now that the text does not move any more. */
static ln_status
point_cells(ln_tree_rows* const rows, ln_row* const row)
{
  LN_TRY(ln_text_reserve(&rows->text, LN_CELL_SLACK));
  for (size_t i = 0U; i < rows->spec->n; ++i) {
    ln_cell* const cell = &rows->cells[i];
    cell->s             = rows->text.s + cell->offset;
    cell->offset        = 0U;
    if (ln_cell_clean((ln_view){cell->s, cell->n})) {
      cell->flags |= (uint32_t)LN_CELL_CLEAN;
    }
    cell->flags |= (uint32_t)LN_SPLIT_ODD;
    LN_TRY(ln_fault_cell(&rows->faults, rows->number, (uint32_t)i + 1U, cell));
    cell->flags &= ~(uint32_t)LN_SPLIT_ODD;
    row->faulty = row->faulty || (cell->flags & LN_CELL_BAD) != 0U;
  }
  return LN_OK;
}

static ln_status
make_row(ln_tree_rows* const rows, ln_tree_node* const node, ln_row* const row)
{
  ++rows->number;
  rows->place = node->place;
  *row        = (ln_row){.cells  = rows->cells,
                         .n      = rows->spec->n,
                         .number = rows->number,
                         .line   = node->place.line,
                         .raw    = LN_V("")};
  ln_text_reset(&rows->text);
  for (size_t i = 0U; i < rows->spec->n; ++i) {
    LN_TRY(read_cell(rows, i, node));
  }
  return point_cells(rows, row);
}

/* ---- reading ---- */

static ln_status
make_room(ln_tree_rows* const rows, const size_t size)
{
  if (rows->cap >= size) {
    return LN_OK;
  }
  char* const grown = ln_realloc(rows->buffer, size, 1U);
  if (!grown) {
    return LN_NO_MEM;
  }
  rows->buffer = grown;
  rows->cap    = size;
  return LN_OK;
}

/* Fill the buffer as far as the input goes. */
static ln_status
fill(ln_tree_rows* const rows, const size_t size, size_t* const n)
{
  ln_status st = LN_OK;
  for (*n = 0U; st == LN_OK && *n < size;) {
    size_t got = 0U;
    st         = ln_in_read(rows->in, rows->buffer + *n, size - *n, &got);
    *n += got;
  }
  return st;
}

/* Give the parser the next piece. LN_END: that was the last. */
static ln_status
read_piece(ln_tree_rows* const rows)
{
  const size_t pending = rows->parser.pending;
  const size_t size    = pending > rows->block ? pending : rows->block;
  const size_t longest = rows->limit < (size_t)LONGEST_TOKEN ? rows->limit : LONGEST_TOKEN;
  size_t       n       = 0U;
  if (rows->bytes == 0U) {
    LN_TRY(skip_mark(rows));
  }
  if (pending > longest) {
    rows->parser.problem = "a tag, comment or string is too long";
    return LN_USAGE;
  }
  LN_TRY(make_room(rows, size));
  const ln_status st = fill(rows, size, &n);
  rows->bytes += n;
  if (st != LN_OK && st != LN_END) {
    return st;
  }
  LN_TRY(rows->parser.feed(rows->parser.self, (ln_view){rows->buffer, n}, st == LN_END));
  return st;
}

/* The next record that has rows, LN_END behind the last. */
static ln_status
next_record(ln_tree_rows* const rows)
{
  for (;;) {
    rows->record = ln_tree_take(&rows->tree);
    if (rows->record) {
      LN_TRY(report_record(rows, rows->record));
      if (!rows->record->lost && rows->record->root) {
        ln_tree_walk_start(&rows->walk, &rows->inner, rows->record->root);
        return LN_OK;
      }
      ++rows->given_up;
      continue;
    }
    LN_TRY(rows->status);
    ln_tree_settle(&rows->tree);
    rows->status = read_piece(rows);
  }
}

ln_status
ln_tree_rows_next(ln_tree_rows* const rows, ln_row* const row)
{
  ln_tree_node* node = NULL;
  while (!rows->record || !ln_tree_walk_next(&rows->walk, &node)) {
    const ln_status st = next_record(rows);
    if (st == LN_END) {
      LN_TRY(report_end(rows));
    }
    if (st == LN_USAGE) {
      rows->status = LN_END; /* what there was before is there */
      LN_TRY(report_broken(rows));
      return LN_END;
    }
    LN_TRY(st);
  }
  return make_row(rows, node, row);
}

void
ln_tree_rows_place(const ln_tree_rows* const rows, const uint32_t field, ln_place* const place)
{
  const bool          cell = field > 0U && field <= rows->spec->n;
  const ln_tree_place at   = cell ? rows->places[field - 1U] : rows->place;
  *place                   = (ln_place){.line = at.line, .column = at.column, .letter = at.letter};
}

uint64_t
ln_tree_rows_number(const ln_tree_rows* const rows)
{
  return rows->number;
}

uint64_t
ln_tree_rows_given_up(const ln_tree_rows* const rows)
{
  return rows->given_up;
}

uint64_t
ln_tree_rows_bytes(const ln_tree_rows* const rows)
{
  return rows->bytes;
}
