/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Primary and foreign keys and row titles of a schema ("Metadata Vocabulary for Tabular Data",
   section 5.5). What they name in their own table is checked at once, while the place in the
   document is at hand; what they name in other tables only when all have been read. URLs are
   compared resolved, because a schema in a file of its own writes them as seen from there. */

#include "map/csvw_reader.h"

#include "base/dict.h"
#include "base/memory.h"
#include "base/text.h"
#include "rdf/iri.h"

enum { MAX_NAMES = 1024 };

struct ln_key_link {
  ln_key_link*        next;
  const ln_table_map* table; ///< whose schema or key it is
  ln_foreign_key*     key;   ///< NULL: `url` names the schema of `table`
  ln_view             written;
  ln_view             url; ///< the same, resolved
  bool                schema;
};

static bool
has_column(const ln_table_map* const table, const ln_view name)
{
  for (size_t i = 0U; i < table->n_columns; ++i) {
    if (ln_view_equals(table->columns[i].name, name)) {
      return true;
    }
  }
  return table->n_columns == 0U; /* then the header will say */
}

/* What is wrong with a column reference (section 5.1.4); NULL if nothing. */
static const char*
reference_problem(const ln_json_node* const node)
{
  const size_t n = json_array_size(node->value);
  if (json_is_string(node->value)) {
    return NULL;
  }
  if (n == 0U || n > MAX_NAMES) {
    return n == 0U ? "the name of a column, or a list of such names" : "a shorter list";
  }
  for (size_t i = 0U; i < n; ++i) {
    if (!json_is_string(json_array_get(node->value, i))) {
      return "the name of a column, or a list of such names";
    }
  }
  return NULL;
}

/* The columns that a foreign key needs. */
static ln_status
read_columns(ln_csvw* const            r,
             const ln_json_node* const node,
             const ln_table_map* const table,
             ln_views* const           out)
{
  const char* const problem = reference_problem(node);
  if (problem) {
    return ln_csvw_wrong(r, node, problem);
  }
  LN_TRY(ln_csvw_texts_of(r, node, out));
  for (size_t i = 0U; table && i < out->n; ++i) {
    if (!has_column(table, out->v[i])) {
      LN_TRY(ln_csvw_report(
        r, node, LN_L0404, LN_V(""), "the table has no column %s", ln_shown(r->log, out->v[i])));
    }
  }
  return LN_OK;
}

/* The columns of a primary key or of row titles: what is wrong with them makes no document useless;
   the property is as if it were not there. */
static ln_status
read_optional_columns(ln_csvw* const            r,
                      const ln_json_node* const node,
                      const ln_table_map* const table,
                      ln_views* const           out)
{
  const char* const problem = reference_problem(node);
  ln_views          names   = {0};
  if (!node->value) {
    return LN_OK;
  }
  if (problem) {
    return ln_csvw_ignored(r, node, problem);
  }
  LN_TRY(ln_csvw_texts_of(r, node, &names));
  for (size_t i = 0U; i < names.n; ++i) {
    if (!has_column(table, names.v[i])) {
      return ln_csvw_report(r,
                            node,
                            LN_L0411,
                            LN_V(""),
                            "the table has no column %s; the property was ignored",
                            ln_shown(r->log, names.v[i]));
    }
  }
  *out = names;
  return LN_OK;
}

ln_status
ln_csvw_resolve(const ln_csvw* const          r,
                const ln_json_document* const document,
                const ln_view                 url,
                ln_text* const                out)
{
  ln_text       place = {0};
  ln_text       base  = {0};
  const ln_view own   = document->url;
  ln_status     st    = ln_text_add(&place,
                             ln_iri_valid(own, NULL)
                                      ? LN_V("")
                                      : (ln_view){"file:///", ln_view_starts(own, LN_V("/")) ? 7U : 8U});
  st                  = st == LN_OK ? ln_text_add(&place, own) : st;
  if (st == LN_OK && document->main && r->mapping->url_base.s) {
    st = ln_iri_resolve(ln_text_view(&place), r->mapping->url_base, &base);
  } else if (st == LN_OK) {
    st = ln_text_add(&base, ln_text_view(&place));
  }
  st = st == LN_OK ? ln_iri_resolve(ln_text_view(&base), url, out) : st;
  ln_text_clear(&place);
  ln_text_clear(&base);
  return st;
}

static ln_status
add_link(ln_csvw* const                r,
         const ln_json_document* const document,
         const ln_view                 url,
         const ln_key_link* const      link)
{
  ln_key_link* const made = ln_arena_zero(r->arena, 1U, sizeof(ln_key_link));
  if (!made) {
    return LN_NO_MEM;
  }
  ln_text   resolved = {0};
  ln_status st       = ln_csvw_resolve(r, document, url, &resolved);
  *made              = *link;
  made->next         = r->links;
  if (st == LN_OK) {
    st = ln_csvw_copy(r, ln_text_view(&resolved), &made->url);
  }
  if (st == LN_OK) {
    st = ln_csvw_copy(r, url, &made->written);
  }
  ln_text_clear(&resolved);
  r->links = made;
  return st;
}

ln_status
ln_csvw_name_schema(ln_csvw* const                r,
                    const ln_json_document* const document,
                    const ln_view                 url,
                    const ln_table_map* const     table)
{
  const ln_key_link link = {.table = table};
  return add_link(r, document, url, &link);
}

/* Keys hold nothing but what the specification lists, not even common properties. */
static ln_status
check_properties(ln_csvw* const r, const ln_json_node* const node, const char* const names[])
{
  for (void* at = json_object_iter(node->value); at; at = json_object_iter_next(node->value, at)) {
    const ln_json_node member = ln_json_member(node, json_object_iter_key(at));
    size_t             i      = 0U;
    while (names[i] && strcmp(names[i], member.key) != 0) {
      ++i;
    }
    if (!names[i]) {
      LN_TRY(ln_csvw_report(r,
                            &member,
                            LN_L0402,
                            LN_V(""),
                            "the property %s cannot stand in a foreign key",
                            ln_shown(r->log, ln_view_of(member.key))));
    }
  }
  return LN_OK;
}

static ln_status
read_reference(ln_csvw* const            r,
               const ln_json_node* const node,
               const ln_table_map* const table,
               ln_foreign_key* const     key)
{
  static const char* const names[]  = {"resource", "schemaReference", "columnReference", NULL};
  const ln_json_node       resource = ln_json_member(node, names[0]);
  const ln_json_node       schema   = ln_json_member(node, names[1]);
  const ln_json_node       columns  = ln_json_member(node, names[2]);
  if (!json_is_object(node->value)) {
    return ln_csvw_wrong(r, node, "an object with resource and columnReference");
  }
  LN_TRY(check_properties(r, node, names));
  LN_TRY(read_columns(r, &columns, NULL, &key->referenced));
  if (key->referenced.n != key->columns.n && key->referenced.n > 0U && key->columns.n > 0U) {
    LN_TRY(ln_csvw_wrong(r, &columns, "as many columns as the key has"));
  }
  const bool    by_schema = schema.value;
  const ln_view url       = ln_json_text(by_schema ? schema.value : resource.value);
  if (!url.s || (schema.value && resource.value)) {
    return ln_csvw_wrong(r, &resource, "the URL of a table (or schemaReference that of a schema)");
  }
  const ln_key_link link = {.table = table, .key = key, .schema = by_schema};
  return add_link(r, node->document, url, &link);
}

static ln_status
read_foreign_key(ln_csvw* const            r,
                 const ln_json_node* const node,
                 const ln_table_map* const table,
                 ln_foreign_key* const     key)
{
  static const char* const names[]   = {"columnReference", "reference", NULL};
  const ln_json_node       columns   = ln_json_member(node, names[0]);
  const ln_json_node       reference = ln_json_member(node, names[1]);
  LN_TRY(check_properties(r, node, names));
  LN_TRY(ln_csvw_path(r, node, &key->path));
  LN_TRY(read_columns(r, &columns, table, &key->columns));
  return read_reference(r, &reference, table, key);
}

static ln_status
read_foreign_keys(ln_csvw* const r, const ln_json_node* const list, ln_table_map* const table)
{
  const size_t          n    = json_array_size(list->value);
  ln_foreign_key* const keys = ln_arena_zero(r->arena, n, sizeof(ln_foreign_key));
  size_t                kept = 0U;
  if (!keys) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_json_node item = ln_json_item(list, i);
    LN_TRY(json_is_object(item.value) ? read_foreign_key(r, &item, table, &keys[kept++])
                                      : ln_csvw_ignored(r, &item, "an object"));
  }
  table->foreign_keys   = keys;
  table->n_foreign_keys = kept;
  return LN_OK;
}

ln_status
ln_csvw_keys(ln_csvw* const r, const ln_json_node* const schema, ln_table_map* const table)
{
  const ln_json_node primary = ln_json_member(schema, "primaryKey");
  const ln_json_node titles  = ln_json_member(schema, "rowTitles");
  const ln_json_node foreign = ln_json_member(schema, "foreignKeys");
  LN_TRY(read_optional_columns(r, &primary, table, &table->primary_key));
  LN_TRY(read_optional_columns(r, &titles, table, &table->row_titles));
  if (!foreign.value) {
    return LN_OK;
  }
  return json_is_array(foreign.value) ? read_foreign_keys(r, &foreign, table)
                                      : ln_csvw_ignored(r, &foreign, "a list of foreign keys");
}

/* Tables by the URLs of their files and of their schemas. */
typedef struct {
  ln_dict*             urls;
  const ln_table_map** tables; ///< by number of the URL
  bool*                many;   ///< whether several tables have it
} table_index;

static ln_status
add_table(table_index* const        index,
          const bool                schema,
          const ln_view             url,
          const ln_table_map* const table)
{
  ln_text   key    = {0};
  uint32_t  number = 0U;
  bool      added  = false;
  ln_status st     = ln_text_add(&key, schema ? LN_V("schema ") : LN_V("table "));
  st               = st == LN_OK ? ln_text_add(&key, url) : st;
  st = st == LN_OK ? ln_dict_add(index->urls, ln_text_view(&key), &number, &added) : st;
  if (added) {
    index->tables[number] = table;
  } else if (st == LN_OK) {
    index->many[number] = index->many[number] || index->tables[number] != table;
  }
  ln_text_clear(&key);
  return st;
}

static ln_status
fill_index(ln_csvw* const r, const ln_json_document* const document, table_index* const index)
{
  ln_text   url = {0};
  ln_status st  = LN_OK;
  for (size_t i = 0U; i < r->mapping->n_tables && st == LN_OK; ++i) {
    const ln_table_map* const table = &r->mapping->tables[i];
    ln_text_reset(&url);
    st = ln_csvw_resolve(r, document, table->url, &url);
    st = st == LN_OK ? add_table(index, false, ln_text_view(&url), table) : st;
  }
  for (const ln_key_link* link = r->links; link && st == LN_OK; link = link->next) {
    st = link->key ? LN_OK : add_table(index, true, link->url, link->table);
  }
  ln_text_clear(&url);
  return st;
}

/* The nodes of a key are gone by now; its path is left. `what` stands in front of the name. */
static ln_status
report_key(ln_csvw* const           r,
           const ln_key_link* const link,
           const uint32_t           source,
           const ln_code            code,
           const char* const        what,
           const ln_view            name)
{
  const ln_spot spot = {source, {.name = link->key->path}};
  r->failed          = true;
  return ln_report_at(
    r->log, code, LN_NO_OUTPUT, &spot, LN_V(""), "%s %s", what, ln_shown(r->log, name));
}

static ln_status
bind_key(ln_csvw* const           r,
         const ln_key_link* const link,
         const uint32_t           source,
         const table_index* const index)
{
  ln_text   key         = {0};
  ln_status st          = ln_text_add(&key, link->schema ? LN_V("schema ") : LN_V("table "));
  st                    = st == LN_OK ? ln_text_add(&key, link->url) : st;
  const uint32_t number = st == LN_OK ? ln_dict_find(index->urls, ln_text_view(&key)) : 0U;
  ln_text_clear(&key);
  LN_TRY(st);
  if (number == LN_DICT_NONE) {
    return report_key(
      r, link, source, LN_L0402, "no table or schema of this document is", link->written);
  }
  if (link->schema && index->many[number]) { /* section 5.5.2.1 */
    return report_key(r, link, source, LN_L0402, "several tables have the schema", link->written);
  }
  const ln_table_map* const table = index->tables[number];
  link->key->table                = (size_t)(table - r->mapping->tables);
  for (size_t i = 0U; i < link->key->referenced.n; ++i) {
    if (!has_column(table, link->key->referenced.v[i])) {
      LN_TRY(report_key(r,
                        link,
                        source,
                        LN_L0404,
                        "the table referred to has no column",
                        link->key->referenced.v[i]));
    }
  }
  return LN_OK;
}

ln_status
ln_csvw_bind_keys(ln_csvw* const r, const ln_json_document* const document)
{
  size_t keys  = 0U;
  size_t names = r->mapping->n_tables;
  for (const ln_key_link* link = r->links; link; link = link->next) {
    keys += link->key ? 1U : 0U;
    names += link->key ? 0U : 1U;
  }
  if (keys == 0U) {
    return LN_OK;
  }
  table_index index = {.urls   = ln_dict_new(),
                       .tables = (const ln_table_map**)ln_alloc_zero(names, sizeof(ln_table_map*)),
                       .many   = ln_alloc_zero(names, sizeof(bool))};
  ln_status   st =
    index.urls && index.tables && index.many ? fill_index(r, document, &index) : LN_NO_MEM;
  for (const ln_key_link* link = r->links; link && st == LN_OK; link = link->next) {
    st = link->key ? bind_key(r, link, document->source, &index) : LN_OK;
  }
  ln_dict_free(index.urls);
  ln_free((void*)index.tables);
  ln_free(index.many);
  return st;
}
