/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Common properties (names of other vocabularies) mean nothing to liner, but the specification
   ("Metadata Vocabulary for Tabular Data", section 5.8) forbids some forms of their values, and a
   document that has them is refused. Values nest freely, so the walk keeps its own stack, of a
   depth that no honest document reaches. */

#include "map/csvw_reader.h"

#include "base/fold.h"
#include "base/text.h"
#include "rdf/iri.h"
#include "rdf/prefix.h"

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

/* A type is a term of the context, a prefixed name or an absolute URL, and no blank node; of a
   value it is a datatype. */
static bool
is_type(const json_t* const value, const bool of_value)
{
  const ln_view name = ln_json_text(value);
  ln_view       iri  = {0};
  const bool    term = of_value ? ln_datatype_builtin(name, &iri) : is_term(name);
  return name.s && !ln_view_starts(name, LN_V("_:")) && (term || ln_iri_valid(name, NULL));
}

/* @type has one value or a list of them. */
static size_t
n_types(const json_t* const type)
{
  const size_t one = type ? 1U : 0U;
  return json_is_array(type) ? json_array_size(type) : one;
}

static const json_t*
type_at(const json_t* const type, const size_t i)
{
  return json_is_array(type) ? json_array_get(type, i) : type;
}

static const char*
keyword_problem(json_t* const object)
{
  const json_t* const id   = json_object_get(object, "@id");
  const json_t* const type = json_object_get(object, "@type");
  if (id && (!json_is_string(id) || ln_view_starts(ln_json_text(id), LN_V("_:")))) {
    return "@id must be a URL and no blank node";
  }
  if (json_object_get(object, "@value")) {
    return !type || is_type(type, true) ? NULL : "@type beside @value must be a datatype";
  }
  for (size_t i = 0U; i < n_types(type); ++i) {
    if (!is_type(type_at(type, i), false)) {
      return "@type must be a term of the context, a prefixed name or an absolute URL";
    }
  }
  return NULL;
}

/* Appendix A of the specification: names of properties are neither keywords but four, nor terms,
   nor blank nodes. */
static const char*
key_problem(const ln_view key)
{
  static const char* const keywords[] = {"@id", "@type", "@value", "@language"};
  for (size_t i = 0U; i < sizeof(keywords) / sizeof(keywords[0]); ++i) {
    if (ln_view_equals(key, ln_view_of(keywords[i]))) {
      return NULL;
    }
  }
  if (ln_view_starts(key, LN_V("@"))) {
    return "only @id, @type, @value and @language are allowed here";
  }
  return ln_view_starts(key, LN_V("_:")) || ln_view_find(key, ':') == key.n
           ? "a property must have a prefixed name or an absolute URL here"
           : NULL;
}

/* What is wrong with one object, without what is in it; NULL if nothing. */
static const char*
object_problem(json_t* const object)
{
  const char* problem = NULL;
  for (void* at = json_object_iter(object); at && !problem;
       at       = json_object_iter_next(object, at)) {
    problem = key_problem(ln_view_of(json_object_iter_key(at)));
  }
  problem = problem ? problem : keyword_problem(object);
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

/* Whether the prefix of a name is neither known nor declared nor that of an address. */
static bool
is_strange(const ln_csvw* const r, const ln_view name)
{
  const ln_view prefix = ln_view_first(name, ln_view_find(name, ':'));
  const ln_view rest   = ln_view_from(name, prefix.n + 1U);
  if (prefix.n == name.n || ln_view_starts(name, LN_V("@")) || ln_view_starts(rest, LN_V("//")) ||
      ln_scheme_known(prefix)) {
    return false;
  }
  for (size_t i = 0U; i < r->mapping->n_prefixes; ++i) {
    if (ln_view_equals(prefix, r->mapping->prefixes[i][0])) {
      return false;
    }
  }
  for (size_t i = 0U; ln_prefix_at(i).n > 0U; ++i) {
    if (ln_view_equals(prefix, ln_prefix_at(i))) {
      return false;
    }
  }
  return true;
}

static ln_status
report_strange(ln_csvw* const r, const ln_json_node* const node, const ln_view name)
{
  const ln_view prefix  = ln_view_first(name, ln_view_find(name, ':'));
  ln_nearest    nearest = {.word = prefix};
  ln_text       hint    = {0};
  for (size_t i = 0U; i < r->mapping->n_prefixes; ++i) {
    ln_nearest_offer(&nearest, r->mapping->prefixes[i][0], r->mapping->prefixes[i][0]);
  }
  for (size_t i = 0U; ln_prefix_at(i).n > 0U; ++i) {
    ln_nearest_offer(&nearest, ln_prefix_at(i), ln_prefix_at(i));
  }
  ln_status st = ln_nearest_text(&nearest, &hint);
  st           = st == LN_OK ? ln_csvw_report(r,
                                    node,
                                    LN_L0412,
                                    ln_text_view(&hint),
                                    "%s is no prefix that is known",
                                    ln_shown(r->log, prefix))
                             : st;
  ln_text_clear(&hint);
  return st;
}

/* The first name in an object whose prefix nobody knows; empty if there is none. */
static ln_view
strange_in(const ln_csvw* const r, json_t* const object)
{
  const json_t* const type = json_object_get(object, "@type");
  for (void* at = json_object_iter(object); at; at = json_object_iter_next(object, at)) {
    if (is_strange(r, ln_view_of(json_object_iter_key(at)))) {
      return ln_view_of(json_object_iter_key(at));
    }
  }
  for (size_t i = 0U; i < n_types(type); ++i) {
    if (is_strange(r, ln_json_text(type_at(type, i)))) {
      return ln_json_text(type_at(type, i));
    }
  }
  return LN_V("");
}

/* What is wrong somewhere in a value, NULL if nothing; `*strange` is the first name with an unknown
   prefix. */
static const char*
find_problem(const ln_csvw* const r, json_t* const value, ln_view* const strange)
{
  level       levels[MAX_DEPTH];
  size_t      depth   = 0U;
  const char* problem = json_is_object(value) ? object_problem(value) : NULL;
  *strange            = strange_in(r, value);
  levels[depth++]     = enter(value);
  while (depth > 0U && !problem) {
    json_t* const inner = step(&levels[depth - 1U]);
    if (!inner) {
      --depth;
    } else if (json_is_object(inner) || json_is_array(inner)) {
      problem  = json_is_object(inner) ? object_problem(inner) : NULL;
      *strange = strange->n > 0U ? *strange : strange_in(r, inner);
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
  ln_view           strange = {0};
  const char* const problem = find_problem(r, node->value, &strange);
  if (problem) {
    return ln_csvw_report(r, node, LN_L0402, LN_V(""), "%s", problem);
  }
  strange = is_strange(r, ln_view_of(node->key)) ? ln_view_of(node->key) : strange;
  return strange.n > 0U ? report_strange(r, node, strange) : LN_OK;
}
