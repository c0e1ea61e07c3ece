/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From a column to what is true of every value it makes. Only what holds for each row is said: a
   datatype that a cell chooses, a text that a template makes or a placeholder stands for may be
   anything. A bad cell of a mapping without extensions becomes a plain string; that is against the
   shape, as it should be. */

#include "run/shape_value.h"

#include "rdf/builtin.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_MOST = 200 }; ///< IRIs of a value map that are said one by one

ln_beginning
ln_shape_value_beginning(const ln_plan* const plan, const ln_iri_plan* const iri)
{
  const bool fixed = iri->n > 0U && !iri->parts[0].operator;
  return (ln_beginning){ln_names_stem_at(plan->names, iri->stem)->iri,
                        fixed ? iri->parts[0].text : LN_V("")};
}

static char
byte_at(const ln_beginning b, const size_t i)
{
  if (i < b.stem.n) {
    return b.stem.s[i];
  }
  return b.rest.s[i - b.stem.n];
}

bool
ln_beginning_meets(const ln_beginning a, const ln_beginning b)
{
  const size_t n_a = a.stem.n + a.rest.n;
  const size_t n_b = b.stem.n + b.rest.n;
  for (size_t i = 0U; i < n_a && i < n_b; ++i) {
    if (byte_at(a, i) != byte_at(b, i)) {
      return false;
    }
  }
  return true;
}

/* A literal of a stem. */
static ln_shape_value
literal_of(const ln_plan* const plan, const uint16_t number, const ln_datatype_spec* const spec)
{
  const ln_stem* const stem = ln_names_stem_at(plan->names, number);
  const bool           text = stem->iri.n == 0U && stem->lang.n == 0U;
  return (ln_shape_value){.kind = LN_W_KIND_LITERAL,
                          .datatype =
                            text ? LN_V("http://www.w3.org/2001/XMLSchema#string") : stem->iri,
                          .lang = stem->lang,
                          .spec = spec};
}

/* Whether cells become texts that no datatype has looked at. */
static bool
is_rewritten(const ln_column* const column)
{
  return column->extract || column->pad > 0U || column->fallback.n > 0U ||
         (column->placeholders && column->placeholders->instead.n > 0U);
}

static void
add_literals(const ln_plan* const  plan,
             const ln_variable*    v,
             ln_shape_value* const values,
             const size_t          most,
             size_t* const         n)
{
  const ln_column* const column = v->column;
  const bool open = v->lang != SIZE_MAX || v->type_column != SIZE_MAX || *n + v->n_types >= most ||
                    (plan->xsd_dates && (v->edtf || v->n_types > 0U));
  const ln_datatype_spec* const spec =
    is_rewritten(column) || v->n_values > 0U ? NULL : &column->datatype;
  if (open) {
    values[(*n)++] = (ln_shape_value){.kind = LN_W_KIND_LITERAL};
    return;
  }
  for (size_t i = 0U; i < v->n_types; ++i) {
    values[(*n)++] = literal_of(plan, v->types[i].stem, NULL);
  }
  if (v->n_types == 0U) {
    values[(*n)++] = literal_of(plan, v->literal_stem, spec);
  }
}

/* The value map that a reference takes its IRIs from, if it takes all of them from there. */
static const ln_reference_plan*
words_of(const ln_variable* const v)
{
  const ln_reference_plan* const r = v->reference;
  size_t                         n = 0U;
  for (size_t i = 0U; r && i < r->n; ++i) {
    n += r->indexes[i] ? ln_index_size(r->indexes[i]) : (size_t)WORDS_MOST + 1U;
  }
  const bool closed = r && r->is_map && r->mint.n == 0U && !is_rewritten(v->column);
  return closed && n > 0U && n <= (size_t)WORDS_MOST ? r : NULL;
}

void
ln_shape_value_of(const ln_plan* const   plan,
                  const ln_output* const output,
                  ln_shape_value* const  values,
                  const size_t           most,
                  size_t* const          n)
{
  if (*n >= most) {
    return;
  }
  if (output->list) {
    values[(*n)++] = (ln_shape_value){.kind = LN_W_KIND_BLANK_NODE_OR_IRI};
  } else if (output->kind == LN_OBJECT_LITERAL) {
    add_literals(plan, &plan->variables[output->variable], values, most, n);
  } else {
    values[*n] = (ln_shape_value){.kind = LN_W_KIND_IRI};
    if (output->kind == LN_OBJECT_URL) {
      values[*n].beginning = ln_shape_value_beginning(plan, output->url);
    } else {
      values[*n].words = words_of(&plan->variables[output->variable]);
    }
    ++*n;
  }
}

static bool
same_beginning(const ln_beginning a, const ln_beginning b)
{
  return a.stem.n + a.rest.n == b.stem.n + b.rest.n && ln_beginning_meets(a, b);
}

bool
ln_shape_value_same(const ln_shape_value* const a, const ln_shape_value* const b)
{
  return a->kind == b->kind && a->spec == b->spec && a->words == b->words &&
         ln_view_equals(a->datatype, b->datatype) && ln_view_equals(a->lang, b->lang) &&
         same_beginning(a->beginning, b->beginning);
}

/* Fixed text in a regular expression. */
static ln_status
add_escaped(ln_text* const out, const ln_view text)
{
  for (size_t i = 0U; i < text.n; ++i) {
    if (text.s[i] != '\0' && strchr("\\|.?*+(){}[]^$-", text.s[i])) {
      LN_TRY(ln_text_add_byte(out, '\\'));
    }
    LN_TRY(ln_text_add_byte(out, text.s[i]));
  }
  return LN_OK;
}

static ln_status
add_beginning(ln_shape_draft* const draft, const uint32_t shape, const ln_beginning beginning)
{
  if (beginning.stem.n + beginning.rest.n == 0U) {
    return LN_OK;
  }
  ln_text_reset(&draft->text);
  LN_TRY(ln_text_add_byte(&draft->text, '^'));
  LN_TRY(add_escaped(&draft->text, beginning.stem));
  LN_TRY(add_escaped(&draft->text, beginning.rest));
  return ln_shape_draft_add_text(draft, shape, LN_W_PATTERN, ln_text_view(&draft->text), LN_V(""));
}

static bool
is_word(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' ||
         c == '_' || c == '-' || (unsigned char)c >= 0x80U;
}

/* Whether a pattern is but a choice of words: `red|green`. */
static bool
is_choice(const ln_view pattern)
{
  bool several = false;
  for (size_t i = 0U; i < pattern.n; ++i) {
    several = several || pattern.s[i] == '|';
    if (pattern.s[i] != '|' && !is_word(pattern.s[i])) {
      return false;
    }
  }
  return several;
}

/* sh:in with the words of a choice. */
static ln_status
add_choice(ln_shape_draft* const draft, const uint32_t shape, ln_view rest, const ln_view datatype)
{
  uint32_t node = shape;
  ln_word  link = LN_W_IN;
  for (bool more = true; more; link = LN_W_REST) {
    const size_t  bar  = ln_view_find(rest, '|');
    const ln_view word = ln_view_first(rest, bar);
    uint32_t      next = 0U;
    more               = bar < rest.n;
    rest               = ln_view_from(rest, bar + 1U);
    LN_TRY(ln_shape_draft_blank(draft, &next));
    LN_TRY(ln_shape_draft_add(draft, node, link, next));
    LN_TRY(ln_shape_draft_add_text(draft, next, LN_W_FIRST, word, datatype));
    node = next;
  }
  return ln_shape_draft_add(draft, node, LN_W_REST, draft->words->term[LN_W_NIL]);
}

static int
compare_views(const void* const x, const void* const y)
{
  const ln_view a     = *(const ln_view*)x;
  const ln_view b     = *(const ln_view*)y;
  const int     order = memcmp(a.s, b.s, a.n < b.n ? a.n : b.n);
  return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

/* sh:in with the IRIs of a value map, in their order; several words may stand for one. */
static ln_status
add_words(ln_shape_draft* const draft, const uint32_t shape, const ln_reference_plan* const words)
{
  ln_view  iris[WORDS_MOST] = {{NULL, 0U}};
  uint32_t terms[WORDS_MOST];
  size_t   n  = 0U;
  size_t   to = 0U;
  for (size_t i = 0U; i < words->n; ++i) {
    for (size_t k = 0U; k < ln_index_size(words->indexes[i]); ++k) {
      iris[n++] = ln_index_entry(words->indexes[i], (uint32_t)k)->iri;
    }
  }
  qsort(iris, n, sizeof(*iris), compare_views);
  for (size_t i = 0U; i < n; ++i) {
    if (i == 0U || !ln_view_equals(iris[i], iris[i - 1U])) {
      LN_TRY(ln_term_table_add_iri(draft->terms, iris[i], &terms[to]));
      ++to;
    }
  }
  return ln_shape_draft_add_list(draft, shape, LN_W_IN, terms, to);
}

/* The format of a text is an expression of ECMAScript; what the two kinds of expressions do not
   share begins with `(?`, and is not said. */
static ln_status
add_format(ln_shape_draft* const draft, const uint32_t shape, const ln_shape_value* const value)
{
  const ln_view format = value->spec->format;
  if (is_choice(format) && value->lang.n == 0U) {
    return add_choice(draft, shape, format, value->datatype);
  }
  for (size_t i = 0U; i + 1U < format.n; ++i) {
    if (format.s[i] == '(' && format.s[i + 1U] == '?') {
      return LN_OK;
    }
  }
  ln_text_reset(&draft->text);
  LN_TRY(ln_text_add(&draft->text, LN_V("^(")));
  LN_TRY(ln_text_add(&draft->text, format));
  LN_TRY(ln_text_add(&draft->text, LN_V(")$")));
  return ln_shape_draft_add_text(draft, shape, LN_W_PATTERN, ln_text_view(&draft->text), LN_V(""));
}

static ln_status
add_facet(ln_shape_draft* const draft,
          const uint32_t        shape,
          const ln_word         word,
          const ln_view         text,
          const ln_view         datatype)
{
  return text.n > 0U ? ln_shape_draft_add_text(draft, shape, word, text, datatype) : LN_OK;
}

/* Lengths are those of characters, which only texts have. */
static ln_status
add_lengths(ln_shape_draft* const draft, const uint32_t shape, const ln_datatype_spec* const spec)
{
  const ln_view integer = LN_V("http://www.w3.org/2001/XMLSchema#integer");
  const ln_view least   = spec->length.n > 0U ? spec->length : spec->min_length;
  const ln_view most    = spec->length.n > 0U ? spec->length : spec->max_length;
  LN_TRY(add_facet(draft, shape, LN_W_MIN_LENGTH, least, integer));
  return add_facet(draft, shape, LN_W_MAX_LENGTH, most, integer);
}

static ln_status
add_range(ln_shape_draft* const draft, const uint32_t shape, const ln_shape_value* const value)
{
  const ln_datatype_spec* const spec     = value->spec;
  const ln_view                 datatype = value->datatype;
  LN_TRY(add_facet(draft, shape, LN_W_MIN_INCLUSIVE, spec->minimum, datatype));
  LN_TRY(add_facet(draft, shape, LN_W_MAX_INCLUSIVE, spec->maximum, datatype));
  LN_TRY(add_facet(draft, shape, LN_W_MIN_EXCLUSIVE, spec->min_exclusive, datatype));
  return add_facet(draft, shape, LN_W_MAX_EXCLUSIVE, spec->max_exclusive, datatype);
}

/* Whether every validator puts values of the datatype in order: numbers, and of dates those that
   SPARQL's implementations know. */
static bool
is_ordered(const ln_builtin* const builtin)
{
  const ln_view iri = ln_view_of(builtin->iri);
  return builtin->kind == LN_DT_INTEGER || builtin->kind == LN_DT_DECIMAL ||
         builtin->kind == LN_DT_FLOAT ||
         ln_view_equals(iri, LN_V("http://www.w3.org/2001/XMLSchema#date")) ||
         ln_view_equals(iri, LN_V("http://www.w3.org/2001/XMLSchema#dateTime"));
}

/* Facets as far as SHACL counts and compares as CSVW does ("Metadata Vocabulary", section 5.11.2):
   durations have no order in SPARQL, and a datatype of one's own has none either. */
static ln_status
add_facets(ln_shape_draft* const draft, const uint32_t shape, const ln_shape_value* const value)
{
  const ln_view           base    = value->spec->base;
  const ln_builtin* const builtin = ln_builtin_find(base.n > 0U ? base : LN_V("string"));
  if (!builtin) {
    return LN_OK;
  }
  if (builtin->kind <= LN_DT_URI) {
    LN_TRY(value->spec->format.n > 0U ? add_format(draft, shape, value) : LN_OK);
    return add_lengths(draft, shape, value->spec);
  }
  const bool ordered = is_ordered(builtin) && value->spec->id.n == 0U;
  return ordered ? add_range(draft, shape, value) : LN_OK;
}

ln_status
ln_shape_value_add(ln_shape_draft* const       draft,
                   const uint32_t              shape,
                   const ln_shape_value* const value)
{
  if (value->lang.n > 0U) {
    uint32_t           tag  = 0U;
    const ln_read_term term = {.kind = LN_LITERAL, .text = value->lang};
    LN_TRY(ln_term_table_add(draft->terms, &term, 0U, &tag));
    LN_TRY(ln_shape_draft_add(draft, shape, LN_W_DATATYPE, LN_TERM_RDF_LANG_STRING));
    LN_TRY(ln_shape_draft_add_list(draft, shape, LN_W_LANGUAGE_IN, &tag, 1U));
  } else if (value->datatype.n > 0U) {
    LN_TRY(ln_shape_draft_add_iri(draft, shape, LN_W_DATATYPE, value->datatype));
  } else {
    LN_TRY(ln_shape_draft_add(draft, shape, LN_W_NODE_KIND, draft->words->term[value->kind]));
  }
  LN_TRY(add_beginning(draft, shape, value->beginning));
  LN_TRY(value->words ? add_words(draft, shape, value->words) : LN_OK);
  return value->spec ? add_facets(draft, shape, value) : LN_OK;
}
