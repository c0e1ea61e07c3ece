/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Tables that are cut from XML and JSON (docs/mapping.md): a table says what its file is and where
   rows are, each column where its cell is. All of it goes into the dialect of the table, so that
   whoever reads tables needs to know nothing else. A column without a path is at an element or
   member of its first title or its name. */

#include "map/csvw_extension.h"

#include "table/tree_path.h"

#include <stdint.h>

static ln_status
report_path(ln_csvw* const            r,
            const ln_json_node* const node,
            const ln_view             text,
            const char* const         problem,
            const size_t              at)
{
  return ln_csvw_report(r,
                        node,
                        LN_L0450,
                        LN_V(""),
                        "the path %s cannot be read: character %zu: %s",
                        ln_shown(r->log, text),
                        at + 1U,
                        problem);
}

/* `*good`: the path, which is kept, can be read; else that is reported. */
static ln_status
read_path(ln_csvw* const            r,
          const ln_json_node* const node,
          const ln_view             text,
          const bool                absolute,
          ln_tree_path* const       path,
          bool* const               good)
{
  const char* problem = NULL;
  size_t      at      = 0U;
  LN_TRY(ln_tree_path_read(r->arena, text, absolute, path, &problem, &at));
  *good = !problem;
  return problem ? report_path(r, node, text, problem, at) : LN_OK;
}

ln_status
ln_csvw_column_path(ln_csvw* const r, const ln_json_node* const up, ln_column* const column)
{
  const ln_json_node node = ln_json_member(up, LN_EXTENSION "path");
  LN_TRY(ln_csvw_filled(r, up, LN_EXTENSION "path", "a path", &column->tree));
  if (!column->tree.s) {
    return LN_OK;
  }
  ln_tree_path path;
  bool         good = false;
  if (column->is_virtual) {
    return ln_csvw_report(r, &node, LN_L0402, LN_V(""), "a virtual column has no path");
  }
  return read_path(r, &node, column->tree, false, &path, &good);
}

/* The element or member of this name, whatever is in the name. */
static ln_status
path_of_name(ln_csvw* const r, const ln_view name, ln_tree_column* const column)
{
  ln_tree_step* const step = ln_arena_zero(r->arena, 1U, sizeof(ln_tree_step));
  if (!step) {
    return LN_NO_MEM;
  }
  step->name   = name;
  column->path = (ln_tree_path){.steps = step, .n = 1U};
  column->text = name;
  return LN_OK;
}

/* A path that cannot be read was reported with its column. */
static ln_status
make_column(ln_csvw* const r, const ln_column* const from, ln_tree_column* const column)
{
  const char* problem = NULL;
  size_t      at      = 0U;
  column->list        = from->array == LN_ARRAY_JSON;
  if (!from->tree.s) {
    return path_of_name(r, from->titles.n > 0U ? from->titles.v[0] : from->name, column);
  }
  column->text = from->tree;
  return ln_tree_path_read(r->arena, from->tree, false, &column->path, &problem, &at);
}

/* The columns that are cut from the file, in their order. */
static ln_status
make_spec(ln_csvw* const            r,
          const ln_json_node* const node,
          ln_table_map* const       table,
          ln_tree_spec* const       spec)
{
  const ln_column** const from =
    (const ln_column**)ln_arena_zero(r->arena, table->n_columns, sizeof(ln_column*));
  ln_tree_column* const columns = ln_arena_zero(r->arena, table->n_columns, sizeof(*columns));
  size_t                beyond  = SIZE_MAX;
  if (!from || !columns) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < table->n_columns; ++i) {
    if (!table->columns[i].is_virtual) {
      from[spec->n] = &table->columns[i];
      LN_TRY(make_column(r, &table->columns[i], &columns[spec->n++]));
    }
  }
  LN_TRY(ln_tree_spec_make(r->arena, spec, columns, &beyond));
  if (beyond != SIZE_MAX) {
    ln_spot spot = {.source = node->document->source};
    ln_mapping_locate(r->mapping, from[beyond]->path, LN_V(LN_EXTENSION "path"), &spot.place);
    spot.place.name = from[beyond]->path;
    r->failed       = true;
    return ln_report_at(r->log,
                        LN_L0450,
                        LN_NO_OUTPUT,
                        &spot,
                        LN_V(""),
                        "the path %s goes up %zu steps, but rows are only %zu below the document",
                        ln_shown(r->log, columns[beyond].text),
                        columns[beyond].path.up,
                        spec->rows.n);
  }
  return LN_OK;
}

/* Paths have no meaning in a table of lines. */
static ln_status
refuse_paths(ln_csvw* const r, const ln_json_node* const node, const ln_table_map* const table)
{
  for (size_t i = 0U; i < table->n_columns; ++i) {
    if (table->columns[i].tree.s) {
      return ln_csvw_report(r,
                            node,
                            LN_L0451,
                            LN_V("add `format` and `rows` to the table"),
                            "the column %s has a path, but the table is neither XML nor JSON",
                            ln_shown(r->log, table->columns[i].name));
    }
  }
  return LN_OK;
}

ln_status
ln_csvw_tree(ln_csvw* const r, const ln_json_node* const node, ln_table_map* const table)
{
  const ln_json_node format = ln_json_member(node, LN_EXTENSION "format");
  const ln_json_node rows   = ln_json_member(node, LN_EXTENSION "rows");
  const ln_view      word   = ln_json_text(format.value);
  const bool         xml    = word.s && ln_view_equals(word, LN_V("xml"));
  ln_view            text   = {0};
  bool               good   = false;
  if (!format.value && !rows.value) {
    return refuse_paths(r, node, table);
  }
  if (!format.value || !rows.value) {
    return ln_csvw_report(
      r, format.value ? &format : &rows, LN_L0451, LN_V(""), "`format` and `rows` belong together");
  }
  if (!xml && !(word.s && ln_view_equals(word, LN_V("json")))) {
    return ln_csvw_wrong(r, &format, "\"xml\" or \"json\"");
  }
  ln_tree_spec* const spec = ln_arena_zero(r->arena, 1U, sizeof(ln_tree_spec));
  if (!spec) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_csvw_filled(r, node, LN_EXTENSION "rows", "a path", &text));
  spec->format = xml ? LN_TREE_XML : LN_TREE_JSON;
  spec->text   = text;
  LN_TRY(text.s ? read_path(r, &rows, text, true, &spec->rows, &good) : LN_OK);
  if (!good) {
    return LN_OK;
  }
  LN_TRY(make_spec(r, node, table, spec));
  table->dialect.tree        = spec;
  table->dialect.header_rows = 0U;
  table->has_dialect         = true;
  return spec->n > 0U ? LN_OK
                      : ln_csvw_report(r,
                                       node,
                                       LN_L0451,
                                       LN_V("list them under tableSchema"),
                                       "a table of XML or JSON has no columns but those described");
}
