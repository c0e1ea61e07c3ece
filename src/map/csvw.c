/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Reads a mapping document: CSVW metadata with liner's extensions become a ln_mapping. The levels
   of the document are the functions of this file and its neighbours, from the outside in; what is
   inherited goes down by value. A wrong value costs a warning and the default, a wrong structure an
   error; reading goes on after both, so that one run shows all faults, and only then the mapping is
   refused. No function here calls itself: the format has a fixed number of levels. */

#include "map/csvw_reader.h"

#include "base/memory.h"
#include "rdf/iri.h"

enum { MAX_TABLES = 65535 };

/* What a group hands down to its tables; `node` is NULL for a table that stands alone. */
typedef struct {
  const ln_json_node* node;
  ln_inherited        inherited;
  ln_dialect          dialect;
  bool                has_dialect;
  ln_transformations  transformations;
} group_level;

/* The dialect of a table or group; `*has` tells whether there is one. */
static ln_status
read_dialect(ln_csvw* const            r,
             const ln_json_node* const up,
             ln_dialect* const         dialect,
             bool* const               has)
{
  const ln_json_node node = ln_json_member(up, "dialect");
  if (!node.value) {
    return LN_OK;
  }
  if (json_is_object(node.value)) {
    *has = true;
    return ln_csvw_dialect(r, &node, dialect);
  }
  if (!json_is_string(node.value)) {
    return ln_csvw_ignored(r, &node, "an object or the URL of one");
  }
  ln_json_document document = {0};
  json_t*          tree     = NULL;
  ln_status        st       = ln_csvw_open(r, &node, &document, &tree);
  if (st == LN_OK && tree) {
    const ln_json_node root = ln_json_root(&document, tree);
    *has                    = true;
    st                      = json_is_object(tree) ? ln_csvw_dialect(r, &root, dialect)
                                                   : ln_csvw_wrong(r, &root, "an object");
  }
  ln_csvw_close(&document, tree);
  return st;
}

/* Everything of a schema that is an object. */
static ln_status
read_schema_object(ln_csvw* const            r,
                   const ln_json_node* const node,
                   ln_inherited* const       inherited,
                   ln_table_map* const       table)
{
  const unsigned top = node->up ? 0U : (unsigned)LN_IN_FILE;
  const ln_view  id  = ln_json_text(json_object_get(node->value, "@id"));
  LN_TRY(ln_csvw_object(r, node, LN_IN_SCHEMA | top, "Schema"));
  LN_TRY(ln_csvw_inherited(r, node, inherited));
  LN_TRY(ln_csvw_columns(r, node, inherited, table));
  if (id.s) {
    LN_TRY(ln_csvw_name_schema(r, node->document, id, table));
  }
  LN_TRY(ln_csvw_keys(r, node, table));
  return ln_csvw_table_extensions(r, node, table);
}

static ln_status
read_schema_file(ln_csvw* const            r,
                 const ln_json_node* const node,
                 ln_inherited* const       inherited,
                 ln_table_map* const       table)
{
  ln_json_document document = {0};
  json_t*          tree     = NULL;
  ln_status        st       = ln_csvw_open(r, node, &document, &tree);
  if (st == LN_OK && tree) {
    const ln_json_node root = ln_json_root(&document, tree);
    if (json_is_object(tree)) {
      st = ln_csvw_context(r, &root, &document);
      st =
        st == LN_OK ? ln_csvw_name_schema(r, node->document, ln_json_text(node->value), table) : st;
      st = st == LN_OK ? read_schema_object(r, &root, inherited, table) : st;
    } else {
      st = ln_csvw_wrong(r, &root, "an object");
    }
  }
  ln_csvw_close(&document, tree);
  return st;
}

static ln_status
read_schema(ln_csvw* const            r,
            const ln_json_node* const node,
            ln_inherited* const       inherited,
            ln_table_map* const       table)
{
  if (json_is_string(node->value)) {
    return read_schema_file(r, node, inherited, table);
  }
  if (json_is_object(node->value)) {
    return read_schema_object(r, node, inherited, table);
  }
  table->no_schema = node->value;
  return node->value ? ln_csvw_ignored(r, node, "an object or the URL of one") : LN_OK;
}

/* How others may go on from the table (section 5.10): liner names scripts and runs none. */
static ln_status
read_transformation(ln_csvw* const r, const ln_json_node* const node, ln_transformation* const out)
{
  static const char* const needed[]  = {"url", "scriptFormat", "targetFormat"};
  static const char* const sources[] = {"json", "rdf", NULL};
  ln_view* const           kept[]    = {&out->url, &out->script, &out->target};
  const ln_json_node       source    = ln_json_member(node, "source");
  size_t                   which     = sizeof(sources) / sizeof(sources[0]) - 1U;
  ln_views                 langs     = {0};
  LN_TRY(ln_csvw_object(r, node, LN_IN_TRANSFORM, "Template"));
  for (size_t i = 0U; i < sizeof(needed) / sizeof(needed[0]); ++i) {
    const ln_json_node member = ln_json_member(node, needed[i]);
    LN_TRY(!member.value ? ln_csvw_wrong(r, &member, "a URL")
                         : ln_csvw_url(r, node, needed[i], kept[i]));
  }
  LN_TRY(ln_csvw_titles(r, node, &out->titles, &langs));
  LN_TRY(json_is_null(source.value) ? LN_OK : ln_csvw_word(r, node, "source", sources, &which));
  out->source = sources[which] ? ln_view_of(sources[which]) : (ln_view){0};
  return LN_OK;
}

static ln_status
read_transformations(ln_csvw* const r, const ln_json_node* const up, ln_transformations* const out)
{
  const ln_json_node list = ln_json_member(up, "transformations");
  const size_t       n    = json_array_size(list.value);
  size_t             kept = 0U;
  if (!list.value) {
    return LN_OK;
  }
  if (!json_is_array(list.value)) {
    return ln_csvw_ignored(r, &list, "a list");
  }
  ln_transformation* const made = ln_arena_zero(r->arena, n, sizeof(ln_transformation));
  if (!made) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_json_node item = ln_json_item(&list, i);
    LN_TRY(json_is_object(item.value) ? read_transformation(r, &item, &made[kept++])
                                      : ln_csvw_ignored(r, &item, "an object"));
  }
  *out = (ln_transformations){made, kept};
  return LN_OK;
}

/* Properties that mean nothing to liner but must be right. */
static ln_status
check_unused(ln_csvw* const r, const ln_json_node* const node)
{
  static const char* const directions[] = {"ltr", "rtl", "auto", NULL};
  const ln_json_node       notes        = ln_json_member(node, "notes");
  size_t                   direction    = 0U;
  LN_TRY(ln_csvw_word(r, node, "tableDirection", directions, &direction));
  if (notes.value) {
    LN_TRY(json_is_array(notes.value) ? ln_csvw_common(r, &notes)
                                      : ln_csvw_ignored(r, &notes, "a list"));
  }
  return LN_OK;
}

static ln_status
read_id(ln_csvw* const r, const ln_json_node* const node, ln_view* const id)
{
  const ln_view text = ln_json_text(json_object_get(node->value, "@id"));
  return text.s ? ln_csvw_copy(r, text, id) : LN_OK;
}

static ln_status
read_url(ln_csvw* const r, const ln_json_node* const table, ln_view* const url)
{
  const ln_json_node node = ln_json_member(table, "url");
  return json_string_length(node.value) > 0U ? ln_csvw_copy(r, ln_json_text(node.value), url)
                                             : ln_csvw_wrong(r, &node, "the URL of a table");
}

/* `where` says as what else the table's object stands here. */
static ln_status
read_table(ln_csvw* const            r,
           const ln_json_node* const node,
           const group_level* const  group,
           const unsigned            where,
           ln_table_map* const       table)
{
  const ln_json_node own = ln_json_member(node, "tableSchema");
  const ln_json_node schema =
    own.value || !group->node ? own : ln_json_member(group->node, "tableSchema");
  ln_inherited inherited = group->inherited;
  table->dialect         = group->dialect;
  table->has_dialect     = group->has_dialect;
  LN_TRY(ln_csvw_object(r, node, LN_IN_TABLE | where, "Table"));
  LN_TRY(read_url(r, node, &table->url));
  LN_TRY(ln_csvw_path(r, node, &table->path));
  LN_TRY(ln_csvw_bool(r, node, "suppressOutput", &table->suppress));
  LN_TRY(read_dialect(r, node, &table->dialect, &table->has_dialect));
  table->transformations = group->transformations;
  LN_TRY(check_unused(r, node));
  LN_TRY(read_transformations(r, node, &table->transformations));
  LN_TRY(read_id(r, node, &table->id));
  LN_TRY(ln_csvw_annotations(r, node, &table->annotations));
  LN_TRY(ln_csvw_inherited(r, node, &inherited));
  LN_TRY(ln_csvw_table_extensions(r, node, table));
  LN_TRY(read_schema(r, &schema, &inherited, table));
  ln_csvw_inherit(&inherited, &table->undescribed);
  table->undescribed.path = table->path;
  table->about_url        = inherited.about_url;
  return ln_csvw_tree(r, node, table);
}

static ln_status
read_group(ln_csvw* const r, const ln_json_node* const root, group_level* const group)
{
  const ln_json_node list   = ln_json_member(root, "tables");
  const size_t       n      = json_array_size(list.value);
  ln_table_map*      tables = NULL;
  size_t             kept   = 0U;
  group->node               = root;
  LN_TRY(ln_csvw_object(r, root, LN_IN_GROUP | LN_IN_DOCUMENT | LN_IN_FILE, "TableGroup"));
  LN_TRY(ln_csvw_inherited(r, root, &group->inherited));
  LN_TRY(read_dialect(r, root, &group->dialect, &group->has_dialect));
  LN_TRY(check_unused(r, root));
  LN_TRY(read_transformations(r, root, &group->transformations));
  LN_TRY(read_id(r, root, &r->mapping->id));
  LN_TRY(ln_csvw_annotations(r, root, &r->mapping->annotations));
  if (n == 0U || n > MAX_TABLES) {
    return ln_csvw_wrong(r, &list, "a list of 1 to 65535 tables");
  }
  tables = ln_arena_zero(r->arena, n, sizeof(ln_table_map));
  if (!tables) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_json_node item = ln_json_item(&list, i);
    if (json_is_object(item.value)) {
      LN_TRY(read_table(r, &item, group, 0U, &tables[kept++]));
    } else {
      LN_TRY(ln_csvw_ignored(r, &item, "an object"));
    }
  }
  r->mapping->tables   = tables;
  r->mapping->n_tables = kept;
  return kept > 0U ? LN_OK : ln_csvw_wrong(r, &list, "a list of 1 to 65535 tables");
}

/* A document that describes one table is a group of one. */
static ln_status
read_single(ln_csvw* const r, const ln_json_node* const root, const group_level* const group)
{
  ln_table_map* const table = ln_arena_zero(r->arena, 1U, sizeof(ln_table_map));
  if (!table) {
    return LN_NO_MEM;
  }
  r->mapping->tables   = table;
  r->mapping->n_tables = 1U;
  return read_table(r, root, group, LN_IN_DOCUMENT | LN_IN_FILE, table);
}

/* Whether a document has extension properties is known before its first property is read, since
   then misspelt ones are no trifle. */
static bool
names_extension(const ln_view json)
{
  const ln_view stem = LN_V("\"" LN_EXTENSION);
  for (size_t at = ln_view_find(json, '"'); at < json.n;) {
    if (ln_view_starts(ln_view_from(json, at), stem)) {
      return true;
    }
    at += 1U + ln_view_find(ln_view_from(json, at + 1U), '"');
  }
  return false;
}

static ln_status
read_root(ln_csvw* const r, ln_json_document* const document, json_t* const tree)
{
  const ln_json_node root    = ln_json_root(document, tree);
  ln_view* const     no_text = ln_arena_zero(r->arena, 1U, sizeof(ln_view));
  group_level group = {.inherited = {.nulls = {no_text, 1U}, .datatype = {.base = LN_V("string")}}};
  if (!no_text) {
    return LN_NO_MEM;
  }
  no_text[0] = LN_V("");
  ln_dialect_default(&group.dialect);
  if (!json_is_object(tree)) {
    return ln_csvw_wrong(r, &root, "an object");
  }
  r->mapping->extended = names_extension(document->text);
  LN_TRY(ln_csvw_context(r, &root, document));
  r->mapping->lang = document->lang;
  LN_TRY(ln_csvw_document_extensions(r, &root));
  const ln_view type = ln_json_text(json_object_get(tree, "@type"));
  if (json_object_get(tree, "tables") || ln_view_equals(type, LN_V("TableGroup"))) {
    LN_TRY(read_group(r, &root, &group));
  } else {
    LN_TRY(read_single(r, &root, &group));
  }
  return ln_csvw_bind_keys(r, document);
}

static ln_status
read_mapping(ln_csvw* const r, const ln_view json, const ln_view url, const uint32_t source)
{
  ln_json_document document = {.text = json, .source = source, .main = true};
  json_t*          tree     = NULL;
  LN_TRY(ln_csvw_copy(r, url, &r->mapping->url));
  LN_TRY(ln_csvw_copy(r, json, &r->mapping->json));
  document.url = r->mapping->url;
  LN_TRY(ln_csvw_parse(r, &document, &tree));
  const ln_status st = tree ? read_root(r, &document, tree) : LN_OK;
  json_decref(tree);
  return st == LN_OK && r->failed ? LN_USAGE : st;
}

ln_status
ln_mapping_read(const ln_view      json,
                const ln_view      url,
                ln_log* const      log,
                const uint32_t     source,
                ln_mapping** const mapping)
{
  static const ln_mapping_options none = {0};
  return ln_mapping_read_with(json, url, &none, log, source, mapping);
}

ln_status
ln_mapping_read_with(const ln_view                   json,
                     const ln_view                   url,
                     const ln_mapping_options* const options,
                     ln_log* const                   log,
                     const uint32_t                  source,
                     ln_mapping** const              mapping)
{
  ln_mapping* const made = ln_alloc_zero(1U, sizeof(ln_mapping));
  *mapping               = NULL;
  if (!made) {
    return LN_NO_MEM;
  }
  ln_csvw         r  = {.mapping = made, .arena = &made->arena, .log = log, .options = options};
  const ln_status st = read_mapping(&r, json, url, source);
  if (st == LN_OK) {
    *mapping = made;
  } else {
    ln_mapping_free(made);
  }
  return st;
}

void
ln_mapping_locate(const ln_mapping* const mapping,
                  const ln_view           path,
                  const ln_view           property,
                  ln_place* const         place)
{
  ln_json_locate(mapping->json, path, property, place);
}

void
ln_mapping_free(ln_mapping* const mapping)
{
  if (mapping) {
    ln_arena_clear(&mapping->arena);
    ln_free(mapping);
  }
}
