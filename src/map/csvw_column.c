/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Columns of a schema ("Metadata Vocabulary for Tabular Data", section 5.6) and the properties that
   are handed down to them (section 5.7). A level takes a copy of what it inherits and overwrites
   what it says itself, so that each column ends with all that holds for it. */

#include "map/csvw_reader.h"

#include "base/dict.h"
#include "base/text.h"
#include "rdf/iri.h"

enum { MAX_COLUMNS = 65535 };

static ln_status
read_lang(ln_csvw* const r, const ln_json_node* const up, ln_view* const lang)
{
  const ln_json_node node = ln_json_member(up, "lang");
  const ln_view      tag  = ln_json_text(node.value);
  if (!node.value) {
    return LN_OK;
  }
  if (!tag.s || !ln_lang_valid(tag)) {
    return ln_csvw_ignored(r, &node, "a language tag such as \"en\"");
  }
  if (ln_view_equals(tag, LN_V("und"))) {
    *lang = (ln_view){0};
    return LN_OK;
  }
  return ln_csvw_copy(r, tag, lang);
}

/* A string; null, which means that there is none; an empty one would cut nowhere. */
static ln_status
read_separator(ln_csvw* const r, const ln_json_node* const up, ln_view* const separator)
{
  const ln_json_node node = ln_json_member(up, "separator");
  if (!node.value) {
    return LN_OK;
  }
  if (json_is_null(node.value)) {
    *separator = (ln_view){0};
    return LN_OK;
  }
  if (json_string_length(node.value) == 0U) {
    return ln_csvw_ignored(r, &node, "a string that is not empty, or null");
  }
  return ln_csvw_copy(r, ln_json_text(node.value), separator);
}

ln_status
ln_csvw_inherited(ln_csvw* const r, const ln_json_node* const node, ln_inherited* const inherited)
{
  static const char* const directions[] = {"ltr", "rtl", "auto", "inherit", NULL};
  const ln_json_node       datatype     = ln_json_member(node, "datatype");
  size_t                   direction    = 0U;
  LN_TRY(ln_csvw_url(r, node, "aboutUrl", &inherited->about_url));
  LN_TRY(ln_csvw_url(r, node, "propertyUrl", &inherited->property_url));
  LN_TRY(ln_csvw_url(r, node, "valueUrl", &inherited->value_url));
  LN_TRY(ln_csvw_text(r, node, "default", &inherited->fallback));
  LN_TRY(ln_csvw_texts(r, node, "null", &inherited->nulls));
  LN_TRY(ln_csvw_bool(r, node, "ordered", &inherited->ordered));
  LN_TRY(ln_csvw_bool(r, node, "required", &inherited->required));
  LN_TRY(ln_csvw_word(r, node, "textDirection", directions, &direction));
  LN_TRY(read_lang(r, node, &inherited->lang));
  LN_TRY(read_separator(r, node, &inherited->separator));
  return datatype.value ? ln_csvw_datatype(r, &datatype, &inherited->datatype) : LN_OK;
}

void
ln_csvw_inherit(const ln_inherited* const from, ln_column* const column)
{
  *column = (ln_column){
    .required     = from->required,
    .ordered      = from->ordered,
    .about_url    = from->about_url,
    .property_url = from->property_url,
    .value_url    = from->value_url,
    .lang         = from->lang,
    .separator    = from->separator,
    .nulls        = from->nulls,
    .fallback     = from->fallback,
    .datatype     = from->datatype,
    .layer        = LN_LAYER_FACTS,
  };
}

/* Titles of one language. */
typedef struct {
  ln_view* texts;
  ln_view* langs;
  size_t   n;
} title_list;

static ln_status
add_titles(ln_csvw* const            r,
           const ln_json_node* const node,
           const ln_view             lang,
           title_list* const         list)
{
  ln_views some = {0};
  LN_TRY(ln_csvw_texts_of(r, node, &some));
  for (size_t i = 0U; i < some.n; ++i) {
    list->texts[list->n]   = some.v[i];
    list->langs[list->n++] = lang;
  }
  return LN_OK;
}

/* At most so many titles are in a natural-language property. */
static size_t
count_titles(const ln_json_node* const node)
{
  size_t n = 1U + json_array_size(node->value);
  for (void* at = json_object_iter(node->value); at; at = json_object_iter_next(node->value, at)) {
    n += 1U + json_array_size(json_object_iter_value(at));
  }
  return n;
}

static ln_status
add_language(ln_csvw* const r, const ln_json_node* const node, title_list* const list)
{
  const ln_view tag  = ln_view_of(node->key);
  ln_view       lang = {0};
  if (!ln_lang_valid(tag)) {
    return ln_csvw_report(r,
                          node,
                          LN_L0409,
                          LN_V(""),
                          "%s is not a language tag; its titles were ignored",
                          ln_shown(r->log, tag));
  }
  if (!ln_view_equals(tag, LN_V("und"))) {
    LN_TRY(ln_csvw_copy(r, tag, &lang));
  }
  return add_titles(r, node, lang, list);
}

ln_status
ln_csvw_titles(ln_csvw* const            r,
               const ln_json_node* const up,
               ln_views* const           titles,
               ln_views* const           langs)
{
  const ln_json_node node = ln_json_member(up, "titles");
  if (!node.value) {
    return LN_OK;
  }
  const size_t most = count_titles(&node);
  title_list   list = {.texts = ln_arena_zero(r->arena, most, sizeof(ln_view)),
                       .langs = ln_arena_zero(r->arena, most, sizeof(ln_view))};
  if (!list.texts || !list.langs) {
    return LN_NO_MEM;
  }
  if (json_is_object(node.value)) {
    for (void* at = json_object_iter(node.value); at; at = json_object_iter_next(node.value, at)) {
      const ln_json_node member = ln_json_member(&node, json_object_iter_key(at));
      LN_TRY(add_language(r, &member, &list));
    }
  } else {
    LN_TRY(add_titles(r, &node, node.document->lang, &list));
  }
  *titles = (ln_views){list.texts, list.n};
  *langs  = (ln_views){list.langs, list.n};
  return LN_OK;
}

static bool
is_variable_char(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool
is_hex(const char c)
{
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/* RFC 6570, section 2.3: `varname`; names that begin with an underscore are the specification's. */
static bool
is_name(const ln_view name)
{
  bool dot = true; /* one would not be allowed here */
  if (name.n == 0U || name.s[0] == '_') {
    return false;
  }
  for (size_t i = 0U; i < name.n; ++i) {
    const bool percent =
      name.s[i] == '%' && i + 2U < name.n && is_hex(name.s[i + 1U]) && is_hex(name.s[i + 2U]);
    if (!percent && !is_variable_char(name.s[i]) && (name.s[i] != '.' || dot)) {
      return false;
    }
    dot = name.s[i] == '.';
    i += percent ? 2U : 0U;
  }
  return !dot;
}

ln_status
ln_csvw_encode_name(const ln_view title, ln_text* const out)
{
  bool dot = true; /* one would not be allowed here */
  for (size_t i = 0U; i < title.n; ++i) {
    const char c    = title.s[i];
    const bool last = i + 1U == title.n;
    const bool fits = (is_variable_char(c) && (i > 0U || c != '_')) || (c == '.' && !dot && !last);
    LN_TRY(fits ? ln_text_add_byte(out, c)
                : ln_text_format(out, "%%%02X", (unsigned)(unsigned char)c));
    dot = fits && c == '.';
  }
  return LN_OK;
}

/* The first title in the language of the document, percent-encoded; else the number. */
static ln_status
make_name(ln_csvw* const r, const ln_view lang, const size_t number, ln_column* const column)
{
  ln_text   name = {0};
  ln_status st   = LN_OK;
  for (size_t i = 0U; i < column->titles.n && name.n == 0U && st == LN_OK; ++i) {
    const ln_view of = column->title_langs.v[i];
    if (!of.s || ln_view_equals(of, lang)) {
      st = ln_csvw_encode_name(column->titles.v[i], &name);
    }
  }
  if (st == LN_OK && name.n == 0U) {
    st = ln_text_format(&name, "_col.%zu", number);
  }
  if (st == LN_OK) {
    st = ln_csvw_copy(r, ln_text_view(&name), &column->name);
  }
  ln_text_clear(&name);
  return st;
}

static ln_status
read_name(ln_csvw* const r, const ln_json_node* const up, ln_column* const column)
{
  const ln_json_node node = ln_json_member(up, "name");
  const ln_view      name = ln_json_text(node.value);
  if (node.value && (!name.s || !is_name(name))) {
    LN_TRY(ln_csvw_ignored(r, &node, "a name of letters, digits, `_` and single `.`"));
  } else if (node.value) {
    return ln_csvw_copy(r, name, &column->name);
  }
  return make_name(r, up->document->lang, up->index + 1U, column);
}

static ln_status
read_column(ln_csvw* const            r,
            const ln_json_node* const node,
            const ln_inherited* const from,
            ln_column* const          column)
{
  ln_inherited own = *from;
  LN_TRY(ln_csvw_object(r, node, LN_IN_COLUMN, "Column"));
  LN_TRY(ln_csvw_inherited(r, node, &own));
  ln_csvw_inherit(&own, column);
  LN_TRY(ln_csvw_path(r, node, &column->path));
  LN_TRY(ln_csvw_titles(r, node, &column->titles, &column->title_langs));
  LN_TRY(read_name(r, node, column));
  LN_TRY(ln_csvw_bool(r, node, "virtual", &column->is_virtual));
  LN_TRY(ln_csvw_bool(r, node, "suppressOutput", &column->suppress));
  return ln_csvw_column_extensions(r, node, column);
}

/* Virtual columns stand behind the others. */
static ln_status
check_order(ln_csvw* const            r,
            const ln_json_node* const node,
            const ln_column* const    before,
            const ln_column* const    column)
{
  if (!before || !before->is_virtual || column->is_virtual) {
    return LN_OK;
  }
  return ln_csvw_report(r,
                        node,
                        LN_L0402,
                        LN_V("put virtual columns behind all others"),
                        "the column %s stands behind a virtual one",
                        ln_shown(r->log, column->name));
}

/* No two columns are given the same name. Names made from titles may be alike. */
static ln_status
check_name(ln_csvw* const            r,
           const ln_json_node* const node,
           const ln_column* const    column,
           ln_dict* const            names)
{
  const ln_json_node name   = ln_json_member(node, "name");
  uint32_t           number = 0U;
  bool               added  = true;
  if (!ln_view_equals(ln_json_text(name.value), column->name)) {
    return LN_OK;
  }
  LN_TRY(ln_dict_add(names, column->name, &number, &added));
  return added ? LN_OK
               : ln_csvw_report(r,
                                &name,
                                LN_L0406,
                                LN_V(""),
                                "another column of the table has the name %s",
                                ln_shown(r->log, column->name));
}

static ln_status
read_items(ln_csvw* const            r,
           const ln_json_node* const list,
           const ln_inherited* const from,
           ln_dict* const            names,
           ln_table_map* const       table)
{
  const size_t     n       = json_array_size(list->value);
  ln_column* const columns = ln_arena_zero(r->arena, n, sizeof(ln_column));
  size_t           kept    = 0U;
  if (!columns) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_json_node item = ln_json_item(list, i);
    if (!json_is_object(item.value)) {
      LN_TRY(ln_csvw_ignored(r, &item, "an object"));
      continue;
    }
    LN_TRY(read_column(r, &item, from, &columns[kept]));
    LN_TRY(check_order(r, &item, kept > 0U ? &columns[kept - 1U] : NULL, &columns[kept]));
    LN_TRY(check_name(r, &item, &columns[kept], names));
    ++kept;
  }
  table->columns   = columns;
  table->n_columns = kept;
  return LN_OK;
}

ln_status
ln_csvw_columns(ln_csvw* const            r,
                const ln_json_node* const schema,
                const ln_inherited* const inherited,
                ln_table_map* const       table)
{
  const ln_json_node list = ln_json_member(schema, "columns");
  if (!list.value) {
    return LN_OK;
  }
  if (!json_is_array(list.value)) {
    table->no_schema = true;
    return ln_csvw_ignored(r, &list, "a list of columns");
  }
  if (json_array_size(list.value) > MAX_COLUMNS) {
    return ln_csvw_report(
      r, &list, LN_L0402, LN_V(""), "a table has at most %d columns", MAX_COLUMNS);
  }
  ln_dict* const  names = ln_dict_new();
  const ln_status st    = names ? read_items(r, &list, inherited, names, table) : LN_NO_MEM;
  ln_dict_free(names);
  return st;
}
