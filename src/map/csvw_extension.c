/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner's extension properties (docs/mapping.md) on a document, a table and a column. Those that
   are lists of objects are read in csvw_condition.c and csvw_reference.c. A flag of the wrong kind
   is a warning as everywhere in CSVW; a wrong structure is an error, for without the property the
   output would be another one. */

#include "map/csvw_extension.h"

#include "rdf/iri.h"

ln_status
ln_csvw_names(ln_csvw* const r, const ln_json_node* const node, ln_views* const out)
{
  const size_t n = json_array_size(node->value);
  if (!json_is_string(node->value) && n == 0U) {
    return ln_csvw_wrong(r, node, "a string or a list of strings");
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_json_node item = ln_json_item(node, i);
    if (json_string_length(item.value) == 0U) {
      return ln_csvw_wrong(r, &item, "a string that is not empty");
    }
  }
  return ln_csvw_texts_of(r, node, out);
}

static ln_status
read_prefixes(ln_csvw* const r, const ln_json_node* const root)
{
  const ln_json_node node = ln_json_member(root, LN_EXTENSION "prefixes");
  const size_t       n    = json_object_size(node.value);
  size_t             kept = 0U;
  if (!node.value) {
    return LN_OK;
  }
  if (!json_is_object(node.value)) {
    return ln_csvw_wrong(r, &node, "an object from prefixes to IRIs");
  }
  ln_view(*const prefixes)[2] = ln_arena_zero(r->arena, n, sizeof(*prefixes));
  if (!prefixes) {
    return LN_NO_MEM;
  }
  for (void* at = json_object_iter(node.value); at; at = json_object_iter_next(node.value, at)) {
    const ln_json_node item = ln_json_member(&node, json_object_iter_key(at));
    if (!json_is_string(item.value)) {
      LN_TRY(ln_csvw_wrong(r, &item, "an IRI"));
      continue;
    }
    LN_TRY(ln_csvw_copy(r, ln_view_of(item.key), &prefixes[kept][0]));
    LN_TRY(ln_csvw_copy(r, ln_json_text(item.value), &prefixes[kept][1]));
    ++kept;
  }
  r->mapping->prefixes   = (const ln_view(*)[2])prefixes;
  r->mapping->n_prefixes = kept;
  return LN_OK;
}

static ln_status
read_base(ln_csvw* const r, const ln_json_node* const root)
{
  const ln_json_node node    = ln_json_member(root, LN_EXTENSION "base");
  const char*        problem = NULL;
  if (!node.value) {
    return LN_OK;
  }
  if (!json_is_string(node.value)) {
    return ln_csvw_wrong(r, &node, "an absolute IRI");
  }
  if (!ln_iri_valid(ln_json_text(node.value), &problem)) {
    return ln_csvw_report(r,
                          &node,
                          LN_L0402,
                          LN_V(""),
                          "%s is not an absolute IRI: %s",
                          ln_shown(r->log, ln_json_text(node.value)),
                          problem);
  }
  return ln_csvw_copy(r, ln_json_text(node.value), &r->mapping->base);
}

ln_status
ln_csvw_document_extensions(ln_csvw* const r, const ln_json_node* const root)
{
  static const char* const headers[] = {"byPosition", "byName", NULL};
  size_t                   header    = 0U;
  LN_TRY(read_base(r, root));
  LN_TRY(read_prefixes(r, root));
  LN_TRY(ln_csvw_word(r, root, LN_EXTENSION "headers", headers, &header));
  r->mapping->by_name = header == 1U;
  LN_TRY(ln_csvw_bool(r, root, LN_EXTENSION "group", &r->mapping->group));
  return ln_csvw_bool(r, root, LN_EXTENSION "layers", &r->mapping->layered);
}

/* A list of lists; a list of strings is one alternative. */
static ln_status
read_key(ln_csvw* const r, const ln_json_node* const up, ln_table_map* const table)
{
  const ln_json_node node  = ln_json_member(up, LN_EXTENSION "key");
  const bool         lists = json_is_array(json_array_get(node.value, 0U));
  const size_t       n     = lists ? json_array_size(node.value) : 1U;
  if (!node.value) {
    return LN_OK;
  }
  ln_key_choice* const keys = ln_arena_zero(r->arena, n, sizeof(ln_key_choice));
  if (!keys) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_json_node item = lists ? ln_json_item(&node, i) : node;
    if (!json_is_array(item.value)) {
      LN_TRY(ln_csvw_wrong(r, &item, "a list of column names"));
      continue;
    }
    LN_TRY(ln_csvw_names(r, &item, &keys[i].components));
  }
  table->keys   = keys;
  table->n_keys = n;
  return LN_OK;
}

/* A column name, a list of such names, or an object with `columns` and `unless`. */
static ln_status
read_unique(ln_csvw* const            r,
            const ln_json_node* const up,
            const ln_json_node* const node,
            ln_unique* const          out)
{
  const ln_json_node columns = ln_json_member(node, "columns");
  const ln_json_node unless  = ln_json_member(node, "unless");
  LN_TRY(ln_csvw_path(r, up, &out->path));
  if (!json_is_object(node->value)) {
    return ln_csvw_names(r, node, &out->columns);
  }
  LN_TRY(ln_csvw_object(r, node, LN_IN_UNIQUE, NULL));
  LN_TRY(columns.value ? ln_csvw_names(r, &columns, &out->columns)
                       : ln_csvw_wrong(r, &columns, "a list of column names"));
  return unless.value ? ln_csvw_names(r, &unless, &out->unless) : LN_OK;
}

static ln_status
read_uniques(ln_csvw* const r, const ln_json_node* const up, ln_table_map* const table)
{
  const ln_json_node node = ln_json_member(up, LN_EXTENSION "unique");
  const size_t       n    = json_array_size(node.value);
  if (!node.value) {
    return LN_OK;
  }
  if (n == 0U) {
    return ln_csvw_wrong(r, &node, "a list of column names or objects");
  }
  ln_unique* const made = ln_arena_zero(r->arena, n, sizeof(ln_unique));
  if (!made) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_json_node item = ln_json_item(&node, i);
    LN_TRY(read_unique(r, up, &item, &made[i]));
  }
  table->uniques   = made;
  table->n_uniques = n;
  return LN_OK;
}

ln_status
ln_csvw_table_extensions(ln_csvw* const            r,
                         const ln_json_node* const node,
                         ln_table_map* const       table)
{
  const ln_json_node names  = ln_json_member(node, LN_EXTENSION "names");
  const ln_json_node expose = ln_json_member(node, LN_EXTENSION "expose");
  const ln_json_node alike  = ln_json_member(node, LN_EXTENSION "alike");
  const ln_json_node files  = ln_json_member(node, LN_EXTENSION "files");
  LN_TRY(ln_csvw_bool(r, node, LN_EXTENSION "optional", &table->optional));
  LN_TRY(ln_csvw_bool(r, node, LN_EXTENSION "merge", &table->merge));
  LN_TRY(ln_csvw_filled(r, node, LN_EXTENSION "gather", "a string, not empty", &table->gather));
  if (names.value) {
    LN_TRY(ln_csvw_names(r, &names, &table->names));
  }
  if (files.value) {
    LN_TRY(ln_csvw_names(r, &files, &table->files));
  }
  if (alike.value) {
    LN_TRY(ln_csvw_names(r, &alike, &table->alike));
  }
  if (expose.value) {
    LN_TRY(ln_csvw_names(r, &expose, &table->expose));
  }
  LN_TRY(ln_csvw_filled(r, node, LN_EXTENSION "graph", "an IRI template", &table->graph));
  LN_TRY(ln_csvw_filled(r, node, LN_EXTENSION "source", "an IRI template", &table->source));
  LN_TRY(read_key(r, node, table));
  LN_TRY(read_uniques(r, node, table));
  LN_TRY(ln_csvw_comparisons(r, node, table));
  return ln_csvw_requirements(r, node, table);
}

/* A word, or a list of words: then the triples are in each of the layers. */
static ln_status
read_layer(ln_csvw* const r, const ln_json_node* const up, unsigned* const layer)
{
  static const struct {
    const char* word;
    unsigned    layer;
  } layers[] = {
    {"facts", LN_LAYER_FACTS}, {"evidence", LN_LAYER_EVIDENCE}, {"shortcuts", LN_LAYER_SHORTCUTS}};
  const ln_json_node node  = ln_json_member(up, LN_EXTENSION "layer");
  ln_views           words = {0};
  unsigned           found = 0U;
  if (!node.value) {
    return LN_OK;
  }
  LN_TRY(ln_csvw_names(r, &node, &words));
  for (size_t i = 0U; i < words.n; ++i) {
    unsigned one = 0U;
    for (size_t k = 0U; k < sizeof(layers) / sizeof(layers[0]); ++k) {
      one |= ln_view_equals(words.v[i], ln_view_of(layers[k].word)) ? layers[k].layer : 0U;
    }
    if (one == 0U) {
      return ln_csvw_wrong(r, &node, "\"facts\", \"evidence\" or \"shortcuts\"");
    }
    found |= one;
  }
  *layer = found != 0U ? found : *layer;
  return LN_OK;
}

/* True, or the name of the list that this one stands beside. */
static ln_status
read_each(ln_csvw* const r, const ln_json_node* const up, ln_column* const column)
{
  const ln_json_node node = ln_json_member(up, LN_EXTENSION "each");
  if (json_string_length(node.value) == 0U) {
    return ln_csvw_bool(r, up, LN_EXTENSION "each", &column->each);
  }
  if (!ln_column_is_list(column)) {
    return ln_csvw_report(
      r, &node, LN_L0402, LN_V(""), "a column that stands beside a list must be a list itself");
  }
  column->each = true;
  return ln_csvw_copy(r, ln_json_text(node.value), &column->beside);
}

ln_status
ln_csvw_column_extensions(ln_csvw* const r, const ln_json_node* const node, ln_column* const column)
{
  const ln_json_node value = ln_json_member(node, LN_EXTENSION "value");
  const ln_json_node when  = ln_json_member(node, LN_EXTENSION "when");
  if (value.value) {
    LN_TRY(ln_csvw_names(r, &value, &column->values));
  }
  LN_TRY(ln_csvw_whens(r, &when, &column->whens, &column->n_whens));
  LN_TRY(ln_csvw_cell(r, node, column));
  LN_TRY(ln_csvw_column_path(r, node, column));
  LN_TRY(read_each(r, node, column));
  LN_TRY(ln_csvw_filled(r, node, LN_EXTENSION "graph", "an IRI template", &column->graph));
  LN_TRY(ln_csvw_filled(r, node, LN_EXTENSION "source", "an IRI template", &column->source));
  LN_TRY(ln_csvw_bool(r, node, LN_EXTENSION "agree", &column->agree));
  LN_TRY(ln_csvw_bool(r, node, LN_EXTENSION "once", &column->once));
  LN_TRY(ln_csvw_bool(r, node, LN_EXTENSION "slug", &column->slug));
  LN_TRY(ln_csvw_bool(r, node, LN_EXTENSION "iri", &column->is_iri));
  LN_TRY(ln_csvw_bool(r, node, LN_EXTENSION "id", &column->is_id));
  LN_TRY(ln_csvw_text(r, node, LN_EXTENSION "langColumn", &column->lang_column));
  LN_TRY(ln_csvw_lookup(r, node, &column->lookup));
  LN_TRY(ln_csvw_value_map(r, node, &column->value_map));
  return read_layer(r, node, &column->layer);
}
