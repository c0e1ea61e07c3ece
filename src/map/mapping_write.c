/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A mapping document made whole. The tree of the document itself is completed and printed, not the
   model that was made of it: then everything that it says is still there, whether liner knows it or
   not. What is put in says nothing that the reader would not have concluded. */

#include "map/mapping_write.h"

#include "base/dict.h"
#include "map/csvw_reader.h"
#include "map/json_print.h"

typedef struct {
  ln_csvw           r; ///< opens what the document refers to, as when it was read
  const ln_mapping* mapping;
  ln_json_document  document;
} writing;

/* Titles in the language of a schema of its own. */
static ln_status
mark_titles(json_t* const schema, const ln_view lang)
{
  json_t* const columns = json_object_get(schema, "columns");
  for (size_t i = 0U; i < json_array_size(columns); ++i) {
    json_t* const column = json_array_get(columns, i);
    json_t* const titles = json_object_get(column, "titles");
    if (!json_is_string(titles) && !json_is_array(titles)) {
      continue;
    }
    json_t* const marked = json_object();
    if (json_object_setn(marked, lang.n > 0U ? lang.s : "und", lang.n > 0U ? lang.n : 3U, titles) ||
        json_object_set_new(column, "titles", marked)) {
      return LN_NO_MEM;
    }
  }
  return LN_OK;
}

/* The file of a schema or dialect, ready to stand in the document. */
static ln_status
settle(writing* const          w,
       const ln_json_document* document,
       json_t* const           tree,
       const char* const       key,
       const char* const       url)
{
  const bool schema = ln_view_equals(ln_view_of(key), LN_V("tableSchema"));
  if (schema && !ln_view_equals(document->lang, w->document.lang)) {
    LN_TRY(mark_titles(tree, document->lang));
  }
  (void)json_object_del(tree, "@context");
  if (schema && !json_object_get(tree, "@id") &&
      json_object_set_new(tree, "@id", json_string(url))) {
    return LN_NO_MEM; /* foreign keys may name it so */
  }
  return LN_OK;
}

/* Put a file in the place of its URL. */
static ln_status
embed(writing* const w, const ln_json_node* const up, const char* const key)
{
  const ln_json_node node     = ln_json_member(up, key);
  ln_json_document   document = {0};
  json_t*            tree     = NULL;
  if (!json_is_string(node.value)) {
    return LN_OK;
  }
  ln_status st = ln_csvw_open(&w->r, &node, &document, &tree);
  if (st == LN_OK && json_is_object(tree)) {
    const ln_json_node root = ln_json_root(&document, tree);
    st                      = ln_csvw_context(&w->r, &root, &document);
    st = st == LN_OK ? settle(w, &document, tree, key, json_string_value(node.value)) : st;
    if (st == LN_OK && json_object_set(up->value, key, tree)) {
      st = LN_NO_MEM;
    }
  }
  ln_csvw_close(&document, tree);
  return st;
}

/* Where nothing is said of the dialect: what the file's name or the kind of mapping means. */
static ln_status
add_dialect(const ln_table_found* const found, json_t* const table)
{
  const ln_dialect* const d      = found->dialect;
  const char              sign[] = {d->delimiter, '\0'};
  if (d->delimiter == ',' && !d->skip_blank_rows) {
    return LN_OK;
  }
  json_t* const dialect = json_object();
  int           failed  = json_object_set_new(dialect, "delimiter", json_string(sign));
  if (d->skip_blank_rows) {
    failed |= json_object_set_new(dialect, "skipBlankRows", json_true());
  }
  return failed | json_object_set_new(table, "dialect", dialect) ? LN_NO_MEM : LN_OK;
}

/* A name that CSVW lets a column be given, and that no column before has. */
static ln_status
may_give(ln_dict* const names, const ln_view name, bool* const yes)
{
  uint32_t number = 0U;
  *yes            = false;
  return name.n == 0U || name.s[0] == '_' ? LN_OK : ln_dict_add(names, name, &number, yes);
}

static json_t*
string_of(const ln_view text)
{
  return json_stringn(text.s, text.n);
}

static ln_status
describe_columns(const ln_table_found* const found, ln_dict* const names, json_t* const columns)
{
  for (size_t i = 0U; i < found->n_columns; ++i) {
    bool give = false;
    LN_TRY(may_give(names, found->names[i], &give));
    json_t* const column = json_object();
    int           failed = 0;
    if (give) {
      failed |= json_object_set_new(column, "name", string_of(found->names[i]));
    }
    if (found->titles[i].n > 0U) {
      failed |= json_object_set_new(column, "titles", string_of(found->titles[i]));
    }
    if (failed | json_array_append_new(columns, column)) {
      return LN_NO_MEM;
    }
  }
  return LN_OK;
}

/* The columns of the header, where the document describes none. */
static ln_status
add_columns(const ln_table_found* const found, json_t* const table)
{
  json_t* schema = json_object_get(table, "tableSchema");
  if (!schema) {
    if (json_object_set_new(table, "tableSchema", json_object())) {
      return LN_NO_MEM;
    }
    schema = json_object_get(table, "tableSchema");
  }
  json_t* const columns = json_array();
  ln_dict*      names   = ln_dict_new();
  ln_status     st      = columns && names ? describe_columns(found, names, columns) : LN_NO_MEM;
  ln_dict_free(names);
  if (json_object_set_new(schema, "columns", columns) && st == LN_OK) {
    st = LN_NO_MEM;
  }
  return st;
}

static ln_status
complete_table(writing* const              w,
               const ln_json_node* const   group,
               const ln_json_node* const   node,
               const ln_table_found* const found)
{
  LN_TRY(embed(w, node, "tableSchema"));
  LN_TRY(embed(w, node, "dialect"));
  const bool handed_down = group && (json_object_get(group->value, "tableSchema") != NULL) &&
                           !json_object_get(node->value, "tableSchema");
  if (found->dialect) {
    LN_TRY(add_dialect(found, node->value));
  }
  return found->titles && !handed_down ? add_columns(found, node->value) : LN_OK;
}

static ln_status
complete(writing* const w, json_t* const tree, const ln_table_found* const found)
{
  const ln_json_node root = ln_json_root(&w->document, tree);
  const ln_json_node list = ln_json_member(&root, "tables");
  size_t             kept = 0U;
  LN_TRY(ln_csvw_context(&w->r, &root, &w->document));
  if (!list.value) {
    return complete_table(w, NULL, &root, &found[0]);
  }
  LN_TRY(embed(w, &root, "tableSchema"));
  LN_TRY(embed(w, &root, "dialect"));
  for (size_t i = 0U; i < json_array_size(list.value); ++i) {
    const ln_json_node item = ln_json_item(&list, i);
    if (json_is_object(item.value)) {
      LN_TRY(complete_table(w, &root, &item, &found[kept++]));
    }
  }
  return LN_OK;
}

ln_status
ln_mapping_write(const ln_mapping* const         mapping,
                 const ln_mapping_options* const options,
                 const ln_table_found* const     found,
                 ln_log* const                   log,
                 ln_out* const                   out)
{
  ln_mapping work = {.url = mapping->url, .json = mapping->json};
  writing    w    = {.mapping  = mapping,
                     .document = {.text = mapping->json, .url = mapping->url, .main = true}};
  json_t*    tree = NULL;
  w.r          = (ln_csvw){.mapping = &work, .arena = &work.arena, .log = log, .options = options};
  ln_status st = ln_csvw_parse(&w.r, &w.document, &tree);
  if (st == LN_OK && tree) {
    st = complete(&w, tree, found);
  }
  if (st == LN_OK && tree) {
    st = ln_json_print(tree, out);
  }
  json_decref(tree);
  ln_arena_clear(&work.arena);
  return st;
}
