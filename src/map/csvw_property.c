/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which properties an object of a mapping document may have. One table says where each name may
   stand; what is not in it is a mistake, unless it belongs to another vocabulary. Unknown names are
   met with the nearest known one. */

#include "map/csvw_reader.h"

#include "base/fold.h"
#include "base/text.h"

enum {
  HERITABLE = LN_IN_GROUP | LN_IN_TABLE | LN_IN_SCHEMA | LN_IN_COLUMN,
  TABULAR   = LN_IN_GROUP | LN_IN_TABLE,
  EXTENDED  = LN_IN_TABLE | LN_IN_SCHEMA,
  NODES     = HERITABLE | LN_IN_DIALECT | LN_IN_DATATYPE | LN_IN_TRANSFORM,
};

static const struct {
  const char* name;
  unsigned    where;
} properties[] = {
  {"$schema", LN_IN_FILE},
  {"@context", LN_IN_FILE},
  {"@id", NODES},
  {"@type", NODES},
  {"tables", LN_IN_GROUP},
  {"dialect", TABULAR},
  {"notes", TABULAR},
  {"tableDirection", TABULAR},
  {"tableSchema", TABULAR},
  {"transformations", TABULAR},
  {"url", LN_IN_TABLE | LN_IN_TRANSFORM},
  {"suppressOutput", LN_IN_TABLE | LN_IN_COLUMN},
  {"columns", LN_IN_SCHEMA | LN_IN_UNIQUE},
  {"foreignKeys", LN_IN_SCHEMA},
  {"primaryKey", LN_IN_SCHEMA},
  {"rowTitles", LN_IN_SCHEMA},
  {"name", LN_IN_COLUMN},
  {"titles", LN_IN_COLUMN | LN_IN_TRANSFORM},
  {"virtual", LN_IN_COLUMN},
  {"aboutUrl", HERITABLE},
  {"datatype", HERITABLE},
  {"default", HERITABLE},
  {"lang", HERITABLE},
  {"null", HERITABLE},
  {"ordered", HERITABLE},
  {"propertyUrl", HERITABLE},
  {"required", HERITABLE},
  {"separator", HERITABLE},
  {"textDirection", HERITABLE},
  {"valueUrl", HERITABLE},
  {"base", LN_IN_DATATYPE},
  {"format", LN_IN_DATATYPE},
  {"length", LN_IN_DATATYPE},
  {"minLength", LN_IN_DATATYPE},
  {"maxLength", LN_IN_DATATYPE},
  {"minimum", LN_IN_DATATYPE},
  {"maximum", LN_IN_DATATYPE},
  {"minInclusive", LN_IN_DATATYPE},
  {"maxInclusive", LN_IN_DATATYPE},
  {"minExclusive", LN_IN_DATATYPE},
  {"maxExclusive", LN_IN_DATATYPE},
  {"decimalChar", LN_IN_FORMAT},
  {"groupChar", LN_IN_FORMAT},
  {"pattern", LN_IN_FORMAT},
  {"commentPrefix", LN_IN_DIALECT},
  {"delimiter", LN_IN_DIALECT},
  {"doubleQuote", LN_IN_DIALECT},
  {"encoding", LN_IN_DIALECT},
  {"header", LN_IN_DIALECT},
  {"headerRowCount", LN_IN_DIALECT},
  {"lineTerminators", LN_IN_DIALECT},
  {"quoteChar", LN_IN_DIALECT},
  {"skipBlankRows", LN_IN_DIALECT},
  {"skipColumns", LN_IN_DIALECT},
  {"skipInitialSpace", LN_IN_DIALECT},
  {"skipRows", LN_IN_DIALECT},
  {"trim", LN_IN_DIALECT},
  {"scriptFormat", LN_IN_TRANSFORM},
  {"source", LN_IN_TRANSFORM},
  {"targetFormat", LN_IN_TRANSFORM},
  {"columnReference", LN_IN_FOREIGN_KEY | LN_IN_REFERENCE},
  {"reference", LN_IN_FOREIGN_KEY},
  {"resource", LN_IN_REFERENCE},
  {"schemaReference", LN_IN_REFERENCE},
  {LN_EXTENSION "escapes", LN_IN_DIALECT},
  {LN_EXTENSION "maxRow", LN_IN_DIALECT},
  {LN_EXTENSION "shortRows", LN_IN_DIALECT},
  {LN_EXTENSION "base", LN_IN_DOCUMENT},
  {LN_EXTENSION "prefixes", LN_IN_DOCUMENT},
  {LN_EXTENSION "headers", LN_IN_DOCUMENT},
  {LN_EXTENSION "group", LN_IN_DOCUMENT},
  {LN_EXTENSION "layers", LN_IN_DOCUMENT},
  {LN_EXTENSION "files", EXTENDED},
  {LN_EXTENSION "optional", EXTENDED},
  {LN_EXTENSION "names", EXTENDED},
  {LN_EXTENSION "expose", EXTENDED},
  {LN_EXTENSION "key", EXTENDED},
  {LN_EXTENSION "alike", EXTENDED},
  {LN_EXTENSION "merge", EXTENDED},
  {LN_EXTENSION "gather", EXTENDED},
  {LN_EXTENSION "require", EXTENDED},
  {LN_EXTENSION "compare", EXTENDED},
  {LN_EXTENSION "format", LN_IN_TABLE},
  {LN_EXTENSION "rows", LN_IN_TABLE},
  {LN_EXTENSION "path", LN_IN_COLUMN},
  {LN_EXTENSION "unique", EXTENDED},
  {LN_EXTENSION "array", LN_IN_COLUMN},
  {LN_EXTENSION "graph", EXTENDED | LN_IN_COLUMN},
  {LN_EXTENSION "source", EXTENDED | LN_IN_COLUMN},
  {LN_EXTENSION "datatypes", LN_IN_COLUMN},
  {LN_EXTENSION "datatypeColumn", LN_IN_COLUMN},
  {LN_EXTENSION "placeholders", LN_IN_COLUMN},
  {LN_EXTENSION "protect", LN_IN_COLUMN},
  {LN_EXTENSION "separators", LN_IN_COLUMN},
  {LN_EXTENSION "brackets", LN_IN_COLUMN},
  {LN_EXTENSION "pad", LN_IN_COLUMN},
  {LN_EXTENSION "checkDigit", LN_IN_COLUMN},
  {LN_EXTENSION "warn", LN_IN_COLUMN},
  {LN_EXTENSION "extract", LN_IN_COLUMN},
  {LN_EXTENSION "members", LN_IN_COLUMN},
  {LN_EXTENSION "fillDown", LN_IN_COLUMN},
  {LN_EXTENSION "each", LN_IN_COLUMN},
  {LN_EXTENSION "agree", LN_IN_COLUMN},
  {LN_EXTENSION "once", LN_IN_COLUMN},
  {LN_EXTENSION "value", LN_IN_COLUMN},
  {LN_EXTENSION "when", LN_IN_COLUMN},
  {LN_EXTENSION "slug", LN_IN_COLUMN},
  {LN_EXTENSION "iri", LN_IN_COLUMN},
  {LN_EXTENSION "id", LN_IN_COLUMN},
  {LN_EXTENSION "lookup", LN_IN_COLUMN},
  {LN_EXTENSION "valueMap", LN_IN_COLUMN},
  {LN_EXTENSION "layer", LN_IN_COLUMN},
  {LN_EXTENSION "langColumn", LN_IN_COLUMN},
  {"anyOf", LN_IN_REQUIRE},
  {"when", LN_IN_REQUIRE | LN_IN_COMPARE},
  {"notBefore", LN_IN_COMPARE},
  {"after", LN_IN_COMPARE},
  {"warn", LN_IN_COMPARE},
  {"unless", LN_IN_UNIQUE},
  {"column", LN_IN_WHEN | LN_IN_COMPARE},
  {"equals", LN_IN_WHEN},
  {"in", LN_IN_WHEN},
  {"notEquals", LN_IN_WHEN},
  {"notIn", LN_IN_WHEN},
  {"equalsColumn", LN_IN_WHEN},
  {"notEqualsColumn", LN_IN_WHEN},
  {"present", LN_IN_WHEN},
  {"many", LN_IN_WHEN},
  {"minted", LN_IN_WHEN},
  {"words", LN_IN_PLACEHOLDERS | LN_IN_PROTECT},
  {"pattern", LN_IN_EXTRACT},
  {"noMatch", LN_IN_EXTRACT},
  {"table", LN_IN_LOOKUP | LN_IN_VALUE_MAP | LN_IN_PLACEHOLDERS | LN_IN_PROTECT},
  {"tables", LN_IN_LOOKUP | LN_IN_VALUE_MAP},
  {"under", LN_IN_LOOKUP},
  {"paths", LN_IN_LOOKUP},
  {"mint", LN_IN_LOOKUP | LN_IN_VALUE_MAP},
  {"value", LN_IN_VALUE_MAP | LN_IN_PLACEHOLDERS},
  {"mintOnRequest", LN_IN_LOOKUP | LN_IN_VALUE_MAP},
};

static const size_t n_properties = sizeof(properties) / sizeof(properties[0]);

/* Where a name may stand; 0 if it is not known. */
static unsigned
places_of(const ln_view name)
{
  unsigned places = 0U;
  for (size_t i = 0U; i < n_properties; ++i) {
    if (ln_view_equals(ln_view_of(properties[i].name), name)) {
      places |= properties[i].where;
    }
  }
  return places;
}

/* Whether a name is meant as an extension: a slip of the scheme or of the folder must not turn it
   into a property of another vocabulary, which would be passed over in silence. */
static bool
is_extension(const ln_view name)
{
  const ln_view stem   = LN_V(LN_EXTENSION);
  const ln_view secure = LN_V("https://w3id.org/liner/");
  const ln_view plain  = LN_V("http://w3id.org/liner/");
  const ln_view local  = ln_view_from(name, ln_view_find(name, '#') + 1U);
  if (ln_view_starts(name, stem)) {
    return true;
  }
  for (size_t i = 0U; i < n_properties; ++i) {
    const ln_view known = ln_view_of(properties[i].name);
    if (ln_view_starts(known, stem) && ln_view_equals(ln_view_from(known, stem.n), local)) {
      return ln_view_starts(name, secure) || ln_view_starts(name, plain);
    }
  }
  return false;
}

/* The name as people compare it: without the namespace of the extensions, folded. */
static ln_status
fold_name(const ln_view name, ln_text* const out)
{
  const size_t skipped = is_extension(name) ? ln_view_find(name, '#') + 1U : 0U;
  ln_text_reset(out);
  return ln_fold(ln_view_from(name, skipped), out);
}

static ln_status
nearest_names(ln_nearest* const nearest, const unsigned where, ln_arena* const arena)
{
  ln_text   folded = {0};
  ln_status st     = LN_OK;
  for (size_t i = 0U; i < n_properties && st == LN_OK; ++i) {
    if ((properties[i].where & where) == 0U) {
      continue;
    }
    const ln_view name = ln_view_of(properties[i].name);
    st                 = fold_name(name, &folded);
    if (st == LN_OK) {
      const ln_view copy = ln_arena_copy(arena, ln_text_view(&folded));
      if (copy.s) {
        ln_nearest_offer(nearest, copy, name);
      } else {
        st = LN_NO_MEM;
      }
    }
  }
  ln_text_clear(&folded);
  return st;
}

static ln_status
report_unknown(ln_csvw* const r, const ln_json_node* const node, const unsigned where)
{
  ln_arena   arena   = {0};
  ln_text    word    = {0};
  ln_text    hint    = {0};
  ln_nearest nearest = {0};
  ln_status  st      = fold_name(ln_view_of(node->key), &word);
  if (st == LN_OK) {
    nearest.word = ln_text_view(&word);
    st           = nearest_names(&nearest, where, &arena);
  }
  if (st == LN_OK) {
    st = ln_nearest_text(&nearest, &hint);
  }
  const bool known = places_of(ln_view_of(node->key)) != 0U;
  const bool grave = r->mapping->extended; /* plain CSVW has it that unknown names are ignored */
  if (st == LN_OK) {
    st = ln_csvw_report(r,
                        node,
                        grave ? LN_L0424 : LN_L0403,
                        ln_text_view(&hint),
                        "the property %s %s%s",
                        ln_shown(r->log, ln_view_of(node->key)),
                        known ? "does not belong here" : "is not known",
                        grave ? "" : "; it was ignored");
  }
  ln_text_clear(&hint);
  ln_text_clear(&word);
  ln_arena_clear(&arena);
  return st;
}

static ln_status
check_id(ln_csvw* const r, const ln_json_node* const object, const char* const type)
{
  const ln_json_node id   = ln_json_member(object, "@id");
  const ln_json_node kind = ln_json_member(object, "@type");
  if (id.value && !json_is_string(id.value)) {
    LN_TRY(ln_csvw_ignored(r, &id, "a string"));
  } else if (ln_view_starts(ln_json_text(id.value), LN_V("_:"))) {
    LN_TRY(ln_csvw_wrong(r, &id, "a URL"));
  }
  if (type && kind.value && !ln_view_equals(ln_json_text(kind.value), ln_view_of(type))) {
    LN_TRY(ln_csvw_wrong(r, &kind, type));
  }
  return LN_OK;
}

ln_status
ln_csvw_object(ln_csvw* const            r,
               const ln_json_node* const node,
               const unsigned            where,
               const char* const         type)
{
  LN_TRY(check_id(r, node, type));
  for (void* at = json_object_iter(node->value); at; at = json_object_iter_next(node->value, at)) {
    const ln_json_node member = ln_json_member(node, json_object_iter_key(at));
    const ln_view      name   = ln_view_of(member.key);
    r->mapping->extended      = r->mapping->extended || is_extension(name);
    if ((places_of(name) & where) != 0U) {
      continue;
    }
    if (ln_view_equals(name, LN_V("@context"))) { /* appendix A */
      LN_TRY(ln_csvw_report(
        r, &member, LN_L0402, LN_V(""), "@context can stand only at the top of a document"));
      continue;
    }
    if (ln_view_find(name, ':') < name.n && !is_extension(name)) {
      LN_TRY(ln_csvw_common(r, &member));
    } else {
      LN_TRY(report_unknown(r, &member, where));
    }
  }
  return LN_OK;
}
