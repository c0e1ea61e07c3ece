/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Datatype descriptions ("Metadata Vocabulary for Tabular Data", section 5.11). Here only the form
   is looked at; whether facets fit the base is said by ln_datatype_new. Numbers are taken over as
   they are written, so that 0.1 stays 0.1 and no locale has a say. */

#include "map/csvw_reader.h"

#include "base/text.h"
#include "rdf/iri.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

/* The IRIs by which EDTF is named, here and there. */
static bool
is_edtf(const ln_view iri)
{
  static const char* const ends[] = {"EDTF", "edtf", "EDTF-level0", "EDTF-level1"};
  const ln_view            stem   = LN_V("http://id.loc.gov/datatypes/edtf/");
  for (size_t i = 0U; ln_view_starts(iri, stem) && i < sizeof(ends) / sizeof(ends[0]); ++i) {
    if (ln_view_equals(ln_view_from(iri, stem.n), ln_view_of(ends[i]))) {
      return true;
    }
  }
  return false;
}

/* A name that section 5.11.1 lists; EDTF's IRI stands for liner's own. */
static ln_status
read_base(ln_csvw* const r, const ln_json_node* const node, ln_datatype_spec* const datatype)
{
  const ln_view name = ln_json_text(node->value);
  ln_view       iri  = {0};
  if (is_edtf(name)) {
    datatype->base = LN_V("edtf");
    return datatype->id.s ? LN_OK : ln_csvw_copy(r, name, &datatype->id);
  }
  if (name.s && ln_datatype_builtin(name, &iri)) {
    return ln_csvw_copy(r, name, &datatype->base);
  }
  if (r->options && r->options->validating && ln_iri_valid(name, NULL)) {
    return ln_csvw_report(r,
                          node,
                          LN_L0408,
                          LN_V("name a built-in datatype, and the other by `@id`"),
                          "%s is no built-in datatype",
                          ln_shown(r->log, name));
  }
  return ln_csvw_ignored(r, node, "the name of a built-in datatype");
}

static bool
is_builtin_iri(const ln_view iri)
{
  const ln_view xsd     = LN_V(XSD);
  ln_view       builtin = {0};
  return (ln_view_starts(iri, xsd) && ln_datatype_builtin(ln_view_from(iri, xsd.n), &builtin)) ||
         ln_view_equals(iri, LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral")) ||
         ln_view_equals(iri, LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML")) ||
         ln_view_equals(iri, LN_V("http://www.w3.org/ns/csvw#JSON"));
}

/* The whole IRI: a prefixed name is expanded, a relative reference resolved against the address of
   the document. Empty where there is none: one that begins with the folder at hand would say
   something else on every machine. */
static ln_status
whole_iri(const ln_csvw* const      r,
          const ln_json_node* const node,
          const ln_view             iri,
          ln_text* const            whole)
{
  if (ln_iri_valid(iri, NULL)) {
    LN_TRY(r->mapping->n_prefixes > 0U ? ln_mapping_expand(r->mapping, r->mapping->base, iri, whole)
                                       : LN_OK);
    return whole->n > 0U ? LN_OK : ln_text_add(whole, iri);
  }
  LN_TRY(ln_csvw_resolve(r, node->document, iri, whole));
  if (ln_view_starts(ln_text_view(whole), LN_V("file:")) ||
      !ln_iri_valid(ln_text_view(whole), NULL)) {
    ln_text_reset(whole);
  }
  return LN_OK;
}

static ln_status
read_id(ln_csvw* const r, const ln_json_node* const up, ln_datatype_spec* const datatype)
{
  const ln_json_node node = ln_json_member(up, "@id");
  const ln_view      iri  = ln_json_text(node.value);
  if (!iri.s || ln_view_starts(iri, LN_V("_:"))) {
    return LN_OK; /* absent, or reported already */
  }
  if (is_builtin_iri(iri)) {
    return ln_csvw_report(r,
                          &node,
                          LN_L0408,
                          LN_V("name a built-in datatype by `base`"),
                          "%s is a built-in datatype",
                          ln_shown(r->log, iri));
  }
  if (is_edtf(iri)) {
    datatype->base = LN_V("edtf");
  }
  ln_text   whole = {0};
  ln_status st    = whole_iri(r, &node, iri, &whole);
  if (st == LN_OK) {
    st = whole.n > 0U ? ln_csvw_copy(r, ln_text_view(&whole), &datatype->id)
                      : ln_csvw_ignored(r, &node, "an absolute IRI");
  }
  ln_text_clear(&whole);
  return st;
}

static bool
is_numeric(const ln_view base)
{
  static const char* const names[] = {"byte",
                                      "decimal",
                                      "double",
                                      "float",
                                      "int",
                                      "integer",
                                      "long",
                                      "number",
                                      "short",
                                      "negativeInteger",
                                      "unsignedByte",
                                      "nonNegativeInteger",
                                      "unsignedInt",
                                      "unsignedLong",
                                      "unsignedShort",
                                      "positiveInteger",
                                      "nonPositiveInteger"};
  for (size_t i = 0U; i < sizeof(names) / sizeof(names[0]); ++i) {
    if (ln_view_equals(base, ln_view_of(names[i]))) {
      return true;
    }
  }
  return false;
}

/* A pattern, or an object for numbers. */
static ln_status
read_format(ln_csvw* const r, const ln_json_node* const up, ln_datatype_spec* const datatype)
{
  const ln_json_node node = ln_json_member(up, "format");
  if (!node.value) {
    return LN_OK;
  }
  if (json_is_string(node.value)) {
    return ln_csvw_copy(r, ln_json_text(node.value), &datatype->format);
  }
  if (!json_is_object(node.value) || !is_numeric(datatype->base)) {
    return ln_csvw_ignored(
      r, &node, is_numeric(datatype->base) ? "a string or an object" : "a string");
  }
  LN_TRY(ln_csvw_object(r, &node, LN_IN_FORMAT, NULL));
  LN_TRY(ln_csvw_text(r, &node, "pattern", &datatype->format));
  LN_TRY(ln_csvw_text(r, &node, "decimalChar", &datatype->decimal_char));
  return ln_csvw_text(r, &node, "groupChar", &datatype->group_char);
}

static ln_status
copy_integer(ln_csvw* const r, const json_t* const value, ln_view* const out)
{
  ln_text   text = {0};
  ln_status st   = ln_text_format(&text, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
  st             = st == LN_OK ? ln_csvw_copy(r, ln_text_view(&text), out) : st;
  ln_text_clear(&text);
  return st;
}

/* A bound: a number, or a text such as a date. */
static ln_status
read_bound(ln_csvw* const            r,
           const ln_json_node* const up,
           const char* const         key,
           ln_view* const            out)
{
  const ln_json_node node = ln_json_member(up, key);
  if (json_is_string(node.value)) {
    return ln_csvw_copy(r, ln_json_text(node.value), out);
  }
  if (json_is_integer(node.value)) {
    return copy_integer(r, node.value, out);
  }
  const ln_view written = json_is_real(node.value) ? ln_json_written(&node) : LN_V("");
  if (written.n > 0U) {
    return ln_csvw_copy(r, written, out);
  }
  return node.value ? ln_csvw_ignored(r, &node, "a number or a string") : LN_OK;
}

static ln_status
read_length(ln_csvw* const            r,
            const ln_json_node* const up,
            const char* const         key,
            ln_view* const            out)
{
  const ln_json_node node = ln_json_member(up, key);
  if (json_is_integer(node.value) && json_integer_value(node.value) >= 0) {
    return copy_integer(r, node.value, out);
  }
  return node.value ? ln_csvw_ignored(r, &node, "a whole number, 0 or more") : LN_OK;
}

/* A bound that has two names: given by both, it must be the same. */
static ln_status
read_either(ln_csvw* const            r,
            const ln_json_node* const node,
            const char* const         name,
            const char* const         other,
            ln_view* const            out)
{
  ln_view second = {0};
  LN_TRY(read_bound(r, node, name, out));
  LN_TRY(read_bound(r, node, other, &second));
  if (out->s && second.s && !ln_view_equals(*out, second)) {
    const ln_json_node at = ln_json_member(node, other);
    return ln_csvw_report(
      r, &at, LN_L0408, LN_V(""), "%s and %s are two names of one bound, but differ", name, other);
  }
  *out = second.s ? second : *out;
  return LN_OK;
}

static ln_status
read_facets(ln_csvw* const r, const ln_json_node* const node, ln_datatype_spec* const datatype)
{
  LN_TRY(read_length(r, node, "length", &datatype->length));
  LN_TRY(read_length(r, node, "minLength", &datatype->min_length));
  LN_TRY(read_length(r, node, "maxLength", &datatype->max_length));
  LN_TRY(read_either(r, node, "minimum", "minInclusive", &datatype->minimum));
  LN_TRY(read_either(r, node, "maximum", "maxInclusive", &datatype->maximum));
  LN_TRY(read_bound(r, node, "minExclusive", &datatype->min_exclusive));
  return read_bound(r, node, "maxExclusive", &datatype->max_exclusive);
}

/* Compile it for a trial: a format that cannot be read is dropped with a warning, as the
   specification says; facets that do not fit are an error. */
static ln_status
try_out(ln_csvw* const r, const ln_json_node* const node, ln_datatype_spec* const datatype)
{
  ln_arena           arena    = {0};
  ln_text            problem  = {0};
  const ln_datatype* compiled = NULL;
  ln_datatype_spec   plain    = *datatype;
  ln_status          st       = ln_datatype_new(&arena, datatype, &compiled, &problem);
  plain.format                = (ln_view){0};
  plain.decimal_char          = (ln_view){0};
  plain.group_char            = (ln_view){0};
  if (st == LN_USAGE) {
    ln_text            other  = {0};
    const ln_json_node format = ln_json_member(node, "format");
    st                        = ln_datatype_new(&arena, &plain, &compiled, &other);
    ln_text_clear(&other);
    if (st == LN_OK && format.value) {
      *datatype = plain;
      st        = ln_csvw_report(r,
                          &format,
                          LN_L0409,
                          LN_V(""),
                          "%s; the format was ignored",
                          problem.n > 0U ? problem.s : "it cannot be read");
    } else if (st == LN_USAGE) {
      st = ln_csvw_report(r,
                          node,
                          LN_L0408,
                          LN_V(""),
                          "%s",
                          problem.n > 0U ? problem.s : "the parts do not fit each other");
    }
  }
  ln_datatype_clear(compiled);
  ln_text_clear(&problem);
  ln_arena_clear(&arena);
  return st;
}

ln_status
ln_csvw_datatype(ln_csvw* const r, const ln_json_node* const node, ln_datatype_spec* const datatype)
{
  ln_datatype_spec own = {.base = LN_V("string")};
  if (json_is_string(node->value)) {
    LN_TRY(read_base(r, node, &own));
  } else if (json_is_object(node->value)) {
    const ln_json_node base = ln_json_member(node, "base");
    LN_TRY(ln_csvw_object(r, node, LN_IN_DATATYPE, "Datatype"));
    if (base.value) {
      LN_TRY(read_base(r, &base, &own));
    }
    LN_TRY(read_id(r, node, &own));
    LN_TRY(read_format(r, node, &own));
    LN_TRY(read_facets(r, node, &own));
  } else {
    return ln_csvw_ignored(r, node, "the name of a datatype or an object");
  }
  LN_TRY(try_out(r, node, &own));
  *datatype = own;
  return LN_OK;
}
