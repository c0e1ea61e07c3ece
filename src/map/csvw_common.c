/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Common properties (names of other vocabularies) mean nothing to liner, but the specification
   ("Metadata Vocabulary for Tabular Data", section 5.8) forbids some forms of their values, and a
   document that has them is refused. Values nest freely, so the walk keeps its own stack, of a
   depth that no honest document reaches. */

#include "map/csvw_reader.h"

#include "rdf/iri.h"

enum { MAX_DEPTH = 64 };

/* Where the walk stands in one object or list. */
typedef struct {
  json_t* value;
  void*   at;   ///< next property of an object
  size_t  next; ///< next item of a list
} level;

/* What is wrong with an object that holds @value; NULL if nothing. */
static const char*
value_problem(json_t* const object)
{
  const json_t* const value    = json_object_get(object, "@value");
  const json_t* const type     = json_object_get(object, "@type");
  const json_t* const language = json_object_get(object, "@language");
  const size_t        expected = 1U + (type ? 1U : 0U) + (language ? 1U : 0U);
  if (!json_is_string(value) && !json_is_number(value) && !json_is_boolean(value)) {
    return "@value must be a string, a number, true or false";
  }
  if (type && language) {
    return "@type and @language exclude each other";
  }
  if (json_object_size(object) != expected) {
    return "beside @value, only @type or @language is allowed";
  }
  if (language && !json_is_null(language) &&
      (!json_is_string(language) || !ln_lang_valid(ln_json_text(language)))) {
    return "@language must be a language tag or null";
  }
  return NULL;
}

/* The terms of the specification's context that name classes. */
static bool
is_term(const ln_view name)
{
  static const char* const terms[] = {"Cell",
                                      "Column",
                                      "Datatype",
                                      "Dialect",
                                      "Direction",
                                      "ForeignKey",
                                      "NumericFormat",
                                      "Row",
                                      "Schema",
                                      "Table",
                                      "TableGroup",
                                      "TableReference",
                                      "Transformation",
                                      "Template"};
  ln_view                  iri     = {0};
  for (size_t i = 0U; i < sizeof(terms) / sizeof(terms[0]); ++i) {
    if (ln_view_equals(name, ln_view_of(terms[i]))) {
      return true;
    }
  }
  return ln_datatype_builtin(name, &iri);
}

/* A type is a term of the context, a prefixed name or an absolute URL, and no blank node. */
static bool
is_type(const json_t* const value)
{
  const ln_view name = ln_json_text(value);
  return name.s && !ln_view_starts(name, LN_V("_:")) && (is_term(name) || ln_iri_valid(name, NULL));
}

static const char*
keyword_problem(json_t* const object)
{
  const json_t* const id   = json_object_get(object, "@id");
  const json_t* const type = json_object_get(object, "@type");
  if (id && (!json_is_string(id) || ln_view_starts(ln_json_text(id), LN_V("_:")))) {
    return "@id must be a URL and no blank node";
  }
  for (size_t i = 0U; i < (json_is_array(type) ? json_array_size(type) : (type ? 1U : 0U)); ++i) {
    if (!is_type(json_is_array(type) ? json_array_get(type, i) : type)) {
      return "@type must be a term of the context, a prefixed name or an absolute URL";
    }
  }
  return NULL;
}

/* What is wrong with one object, without what is in it; NULL if nothing. */
static const char*
object_problem(json_t* const object)
{
  for (void* at = json_object_iter(object); at; at = json_object_iter_next(object, at)) {
    const ln_view key = ln_view_of(json_object_iter_key(at));
    if (ln_view_starts(key, LN_V("@")) && !ln_view_equals(key, LN_V("@id")) &&
        !ln_view_equals(key, LN_V("@type")) && !ln_view_equals(key, LN_V("@value")) &&
        !ln_view_equals(key, LN_V("@language"))) {
      return "only @id, @type, @value and @language are allowed here";
    }
  }
  const char* const problem = keyword_problem(object);
  if (problem) {
    return problem;
  }
  if (json_object_get(object, "@value")) {
    return value_problem(object);
  }
  return json_object_get(object, "@language") ? "@language needs a @value beside it" : NULL;
}

/* The next value inside, or NULL when there are no more. */
static json_t*
step(level* const top)
{
  if (json_is_array(top->value)) {
    return json_array_get(top->value, top->next++);
  }
  json_t* const value = top->at ? json_object_iter_value(top->at) : NULL;
  top->at             = top->at ? json_object_iter_next(top->value, top->at) : NULL;
  return value;
}

static level
enter(json_t* const value)
{
  return (level){.value = value, .at = json_is_object(value) ? json_object_iter(value) : NULL};
}

static const char*
find_problem(json_t* const value)
{
  level       levels[MAX_DEPTH];
  size_t      depth   = 0U;
  const char* problem = json_is_object(value) ? object_problem(value) : NULL;
  levels[depth++]     = enter(value);
  while (depth > 0U && !problem) {
    json_t* const inner = step(&levels[depth - 1U]);
    if (!inner) {
      --depth;
    } else if (json_is_object(inner) || json_is_array(inner)) {
      problem = json_is_object(inner) ? object_problem(inner) : NULL;
      if (depth == MAX_DEPTH) {
        return "the value is nested too deeply";
      }
      levels[depth++] = enter(inner);
    }
  }
  return problem;
}

ln_status
ln_csvw_common(ln_csvw* const r, const ln_json_node* const node)
{
  const char* const problem = find_problem(node->value);
  return problem ? ln_csvw_report(r, node, LN_L0402, LN_V(""), "%s", problem) : LN_OK;
}
