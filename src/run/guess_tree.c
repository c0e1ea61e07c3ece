/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `liner init` of XML and JSON: which elements or members are rows, and which their cells. The
   outermost thing that is repeated and holds others is a row; so is each such thing inside a row,
   whose own rows then name the one they stand in. All else below a row is a column, a list if it is
   repeated. Then the rows are read as any table's, by the very paths that will be written. */

#include "run/guess.h"

#include "run/sketch.h"
#include "table/tree_guess.h"

enum { SAMPLE = 1 << 20, NOWHERE = 255 };

/* The tables of one file in the making. */
typedef struct {
  ln_guesser*     g;
  ln_sketch       sketch;
  ln_tree_format  format;
  ln_guess_table* tables;
  size_t          n;
  size_t          rows[LN_GUESS_TREES];   ///< the node of each table
  size_t          around[LN_GUESS_TREES]; ///< the table it stands in, or SIZE_MAX
  uint8_t*        owners;                 ///< the table that each node is in, or NOWHERE
} planting;

/* ---- rows ---- */

static bool
is_row(const planting* const p, const size_t i, const bool scalars)
{
  const ln_sketch_node* const node = &p->sketch.nodes[i];
  if (node->attribute || !node->name.s) {
    return false;
  }
  if (i == 0U) { /* JSON lines, or an array at the top */
    return p->format == LN_TREE_JSON && (node->array || node->n > 1U);
  }
  return ln_sketch_repeats(node) && (scalars || ln_sketch_complex(node));
}

static void
add_table(planting* const p, const size_t i)
{
  const size_t up  = p->sketch.nodes[i].up;
  const size_t own = up != SIZE_MAX ? p->owners[up] : (size_t)NOWHERE;
  p->around[p->n]  = own != (size_t)NOWHERE ? own : SIZE_MAX;
  p->rows[p->n]    = i;
  p->owners[i]     = (uint8_t)p->n++;
}

/* What stands in a list that is no table, or inside text, belongs to no table. */
static void
find_owner(planting* const p, const size_t i)
{
  const ln_sketch_node* const node = &p->sketch.nodes[i];
  const ln_sketch_node* const up   = node->up != SIZE_MAX ? &p->sketch.nodes[node->up] : NULL;
  const bool                  row =
    up && p->owners[node->up] != (uint8_t)NOWHERE && p->rows[p->owners[node->up]] == node->up;
  const bool closed = up && ((ln_sketch_repeats(up) && !row) || (up->text && up->inner));
  p->owners[i]      = !up || (closed && !node->attribute) ? (uint8_t)NOWHERE : p->owners[node->up];
}

static void
find_rows(planting* const p, const bool scalars)
{
  p->n = 0U;
  for (size_t i = 0U; i < p->sketch.n; ++i) {
    find_owner(p, i);
    if (p->n < (size_t)LN_GUESS_TREES && is_row(p, i, scalars && p->n == 0U)) {
      add_table(p, i);
    }
  }
}

/* One thing alone: the object at the top, or the root element. */
static void
take_whole(planting* const p)
{
  const size_t root = p->format == LN_TREE_XML ? 1U : 0U;
  for (size_t i = 0U; i < p->sketch.n; ++i) {
    find_owner(p, i);
    if (i == root) {
      add_table(p, i);
    }
  }
}

/* ---- paths ---- */

static bool
is_plain(const ln_view name)
{
  for (size_t i = 0U; i < name.n; ++i) {
    if (strchr("/[]'\"=()*?@ \t\r\n", name.s[i])) {
      return false;
    }
  }
  return name.n > 0U && name.s[0] != '.';
}

static ln_status
add_name(const ln_view name, ln_text* const out)
{
  if (is_plain(name)) {
    return ln_text_add(out, name);
  }
  LN_TRY(ln_text_add_byte(out, '\''));
  for (size_t i = 0U; i < name.n; ++i) {
    LN_TRY(name.s[i] == '\'' ? ln_text_add_byte(out, '\'') : LN_OK);
    LN_TRY(ln_text_add_byte(out, name.s[i]));
  }
  return ln_text_add_byte(out, '\'');
}

/* The nodes from below `top` down to one, at most so many; how many there are. */
static size_t
way_to(const planting* const p, const size_t top, size_t at, size_t way[LN_TREE_STEPS + 1])
{
  size_t n = 0U;
  for (; at != top && at != SIZE_MAX && n <= (size_t)LN_TREE_STEPS; at = p->sketch.nodes[at].up) {
    way[n++] = at;
  }
  return n;
}

/* The steps from one node to another, or their names alone, for a title. */
static ln_status
add_steps(
  const planting* const p, const size_t top, const size_t at, const bool title, ln_text* const out)
{
  size_t way[LN_TREE_STEPS + 1];
  for (size_t i = way_to(p, top, at, way); i-- > 0U;) {
    const ln_sketch_node* const node = &p->sketch.nodes[way[i]];
    if (title) {
      LN_TRY(out->n > 0U ? ln_text_add_byte(out, ' ') : LN_OK);
      LN_TRY(ln_text_add(out, node->name));
      continue;
    }
    LN_TRY(out->n > 0U && out->s[out->n - 1U] != '/' ? ln_text_add_byte(out, '/') : LN_OK);
    LN_TRY(node->attribute ? ln_text_add_byte(out, '@') : LN_OK);
    LN_TRY(node->attribute ? ln_text_add(out, node->name) : add_name(node->name, out));
  }
  return LN_OK;
}

static ln_status
keep(planting* const p, ln_text* const text, ln_view* const out)
{
  *out = ln_arena_copy(&p->g->arena, ln_text_view(text));
  ln_text_reset(text);
  return out->s ? LN_OK : LN_NO_MEM;
}

/* ---- columns ---- */

static ln_guess_column*
next_column(ln_guess_table* const table)
{
  return &table->columns[table->n++];
}

static bool
is_column(const planting* const p, const size_t t, const size_t i)
{
  const ln_sketch_node* const node = &p->sketch.nodes[i];
  if (p->owners[i] != (uint8_t)t || !node->name.s) {
    return false;
  }
  const bool leaf = node->attribute || !ln_sketch_complex(node) || node->text;
  size_t     way[LN_TREE_STEPS + 1];
  return leaf && (node->name.n > 0U || i == p->rows[t]) &&
         (i != p->rows[t] || node->text || !ln_sketch_complex(node)) &&
         way_to(p, p->rows[t], i, way) <= (size_t)LN_TREE_STEPS;
}

static ln_status
add_column(planting* const p, const size_t t, const size_t i, ln_text* const text)
{
  ln_guess_table* const       table  = &p->tables[t];
  ln_guess_column* const      column = next_column(table);
  const ln_sketch_node* const node   = &p->sketch.nodes[i];
  const size_t                row    = p->rows[t];
  LN_TRY(i == row ? ln_text_add_byte(text, '.') : add_steps(p, row, i, false, text));
  LN_TRY(keep(p, text, &column->path));
  LN_TRY(i == row ? ln_text_add(text, node->name.n > 0U ? node->name : LN_V("value"))
                  : add_steps(p, row, i, true, text));
  LN_TRY(keep(p, text, &column->title));
  column->list = i != row && !node->attribute && ln_sketch_repeats(node);
  return LN_OK;
}

/* The key of the row that this one stands in; else its place there. */
static ln_status
add_parent(planting* const p, const size_t t, ln_text* const text)
{
  const size_t                 top    = p->around[t];
  const ln_guess_table* const  above  = &p->tables[top];
  const ln_guess_column* const key    = above->key != SIZE_MAX ? &above->columns[above->key] : NULL;
  ln_guess_table* const        table  = &p->tables[t];
  ln_guess_column* const       column = next_column(table);
  const ln_view                name   = above->stem;
  size_t                       way[LN_TREE_STEPS + 1];
  for (size_t i = way_to(p, p->rows[top], p->rows[t], way); i > 0U; --i) {
    LN_TRY(ln_text_add(text, LN_V("../")));
  }
  if (key && ln_view_equals(key->path, LN_V("."))) {
    --text->n;
  } else {
    LN_TRY(ln_text_add(text, key ? key->path : LN_V("position()")));
  }
  LN_TRY(keep(p, text, &column->path));
  LN_TRY(ln_text_format(text, "%.*s ", (int)name.n, name.s));
  LN_TRY(ln_text_add(text, key ? key->title : LN_V("position")));
  LN_TRY(keep(p, text, &column->title));
  table->parent = above;
  return LN_OK;
}

static ln_status
make_columns(planting* const p, const size_t t, ln_text* const text)
{
  ln_guess_table* const table = &p->tables[t];
  size_t                n     = 2U; /* of a row inside another */
  for (size_t i = 0U; i < p->sketch.n; ++i) {
    n += is_column(p, t, i) ? 1U : 0U;
  }
  table->columns = ln_arena_zero(&p->g->arena, n, sizeof(ln_guess_column));
  table->guesses = ln_arena_zero(&p->g->arena, n, sizeof(ln_guess));
  if (!table->columns || !table->guesses) {
    return LN_NO_MEM;
  }
  if (p->around[t] != SIZE_MAX) {
    LN_TRY(add_parent(p, t, text));
    ln_guess_column* const place = next_column(table);
    place->path                  = LN_V("position()");
    place->title                 = LN_V("position");
  }
  for (size_t i = 0U; i < p->sketch.n; ++i) {
    LN_TRY(is_column(p, t, i) ? add_column(p, t, i, text) : LN_OK);
  }
  return ln_guess_names(p->g, table);
}

/* ---- rows are read ---- */

static ln_status
make_spec(planting* const p, const ln_guess_table* const table, ln_tree_spec* const spec)
{
  const char*           problem = NULL;
  size_t                at      = 0U;
  ln_arena* const       arena   = &p->g->arena;
  ln_tree_column* const columns = ln_arena_zero(arena, table->n + 1U, sizeof(ln_tree_column));
  *spec = (ln_tree_spec){.format = p->format, .text = table->rows_path, .n = table->n};
  if (!columns) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_tree_path_read(arena, table->rows_path, true, &spec->rows, &problem, &at));
  for (size_t i = 0U; i < table->n && !problem; ++i) {
    columns[i].text = table->columns[i].path;
    columns[i].list = table->columns[i].list;
    LN_TRY(ln_tree_path_read(arena, columns[i].text, false, &columns[i].path, &problem, &at));
  }
  spec->columns = columns;
  return problem ? LN_USAGE : ln_tree_spec_make(arena, spec, columns, &at);
}

static ln_status
take_row(ln_guesser* const g, const ln_row* const row, ln_guess_table* const table)
{
  ++table->rows;
  for (size_t i = 0U; i < table->n; ++i) {
    const ln_cell* const   cell   = &row->cells[i];
    ln_guess_column* const column = &table->columns[i];
    const bool             none   = (cell->flags & (LN_CELL_NULL | LN_CELL_BAD)) != 0U;
    if (column->list) {
      column->values += none ? 0U : 1U;
    } else {
      LN_TRY(ln_guess_cell(
        g, column, none ? LN_V("") : (ln_view){cell->s, cell->n}, (uint32_t)row->number));
    }
  }
  return LN_OK;
}

static ln_status
read_rows(ln_guesser* const g, ln_in* const in, ln_guess_table* const table)
{
  ln_table*       rows = NULL;
  const ln_row*   row  = NULL;
  const ln_status open = ln_table_open(in, &table->dialect, NULL, 0U, 0U, &rows);
  LN_TRY(open);
  ln_status st = LN_OK;
  for (uint64_t seen = 0U; st == LN_OK && seen < g->rows; ++seen) {
    st = ln_table_next(rows, &row);
    st = st == LN_OK ? take_row(g, row, table) : st;
  }
  st                     = st == LN_OK ? ln_table_next(rows, &row) : st;
  table->whole           = st == LN_END;
  st                     = st == LN_END ? LN_OK : st;
  const ln_status closed = ln_table_close(rows);
  return st == LN_OK ? closed : st;
}

/* A file is read from its beginning for each table; of a pipe there is only what was looked at. */
static ln_status
open_again(const ln_guess_table* const table, const ln_view head, ln_in** const in)
{
  const char* error = NULL;
  return ln_view_equals(ln_view_of(table->path), LN_V("-")) ? ln_in_memory(head, in)
                                                            : ln_in_open(table->path, in, &error);
}

static void
decide(ln_guess_table* const table)
{
  for (size_t i = 0U; i < table->n; ++i) {
    ln_guess* const guess = &table->guesses[i];
    if (!table->columns[i].list) {
      ln_guess_decide(&table->columns[i], table, guess);
    }
    guess->required  = false; /* a row that lacks it would be left out */
    guess->separator = NULL;
  }
  ln_guess_find_key(table);
}

static ln_status
grow_table(planting* const p, const size_t t, const ln_view head)
{
  ln_guess_table* const       table = &p->tables[t];
  const ln_sketch_node* const row   = &p->sketch.nodes[p->rows[t]];
  const ln_guess_table        first = p->tables[0];
  ln_text                     text  = {0};
  ln_in*                      in    = NULL;
  ln_tree_spec* const         spec  = ln_arena_zero(&p->g->arena, 1U, sizeof(ln_tree_spec));
  *table =
    (ln_guess_table){.path = first.path, .url = first.url, .stem = first.stem, .key = SIZE_MAX};
  table->stem   = row->name.n > 0U ? row->name : table->stem;
  table->format = p->format == LN_TREE_XML ? "xml" : "json";
  ln_status st  = spec ? ln_text_add_byte(&text, '/') : LN_NO_MEM;
  st            = st == LN_OK ? add_steps(p, 0U, p->rows[t], false, &text) : st;
  st            = st == LN_OK ? keep(p, &text, &table->rows_path) : st;
  st            = st == LN_OK ? make_columns(p, t, &text) : st;
  st            = st == LN_OK ? make_spec(p, table, spec) : st;
  ln_text_clear(&text);
  LN_TRY(st);
  ln_dialect_default(&table->dialect);
  table->dialect.header_rows = 0U;
  table->dialect.tree        = spec;
  LN_TRY(open_again(table, head, &in));
  LN_TRY(read_rows(p->g, in, table));
  decide(table);
  return LN_OK;
}

static ln_status
grow_tables(planting* const p, const ln_view head)
{
  LN_TRY(ln_sketch_make(&p->g->arena, head, p->format, &p->sketch));
  p->owners = ln_arena_zero(&p->g->arena, p->sketch.n + 1U, sizeof(uint8_t));
  if (!p->owners) {
    return LN_NO_MEM;
  }
  find_rows(p, false);
  if (p->n == 0U) {
    find_rows(p, true);
  }
  if (p->n == 0U) {
    take_whole(p);
  }
  for (size_t t = 0U; t < p->n; ++t) {
    LN_TRY(grow_table(p, t, head));
  }
  return LN_OK;
}

ln_status
ln_guess_trees(ln_guesser* const g, ln_in* const in, ln_guess_table* const tables, size_t* const n)
{
  planting        p      = {.g = g, .tables = tables};
  ln_view         head   = {0};
  ln_status       st     = ln_in_peek(in, SAMPLE, &head);
  const ln_view   copy   = st == LN_OK ? ln_arena_copy(&g->arena, head) : head;
  const ln_status closed = ln_in_close(in);
  (void)closed; /* it was read as far as it was wanted */
  *n = 0U;
  LN_TRY(st);
  if (!copy.s) {
    return LN_NO_MEM;
  }
  (void)ln_tree_guess(copy, &p.format);
  tables[0].format = p.format == LN_TREE_XML ? "xml" : "json"; /* also if there is none */
  st               = grow_tables(&p, copy);
  ln_sketch_clear(&p.sketch);
  *n = p.n;
  return st;
}
