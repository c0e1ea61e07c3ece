/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Common properties and notes of a group or table as statements ("Generating RDF from Tabular
   Data", section 4.5; "Metadata Vocabulary", section 6.1). Values nest freely: what is found inside
   one is put behind a queue, so that depth costs nothing. */

#include "map/csvw_reader.h"

#include "base/memory.h"
#include "base/text.h"

#include <inttypes.h>

#define CSVW "http://www.w3.org/ns/csvw#"
#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
#define XSD "http://www.w3.org/2001/XMLSchema#"

enum { MOST_DIGITS = 16 }; /* behind the first one */

static const double LARGEST_WHOLE =
  9007199254740992.0; ///< 2^53: all whole numbers up to it are exact

/* A value that is said of something. */
typedef struct {
  json_t* value;
  ln_node about;
  ln_view predicate;
} task;

typedef struct {
  ln_csvw*       r;
  ln_view        lang; ///< of plain strings
  task*          tasks;
  size_t         n;
  size_t         cap;
  ln_annotation* made;
  size_t         n_made;
  size_t         cap_made;
} walk;

static ln_status
push(walk* const w, json_t* const value, const ln_node about, const ln_view predicate)
{
  if (w->n == w->cap) {
    const size_t cap  = w->cap ? w->cap * 2U : 16U;
    task* const  more = ln_realloc(w->tasks, cap, sizeof(task));
    if (!more) {
      return LN_NO_MEM;
    }
    w->tasks = more;
    w->cap   = cap;
  }
  w->tasks[w->n++] = (task){value, about, predicate};
  return LN_OK;
}

static ln_status
add(walk* const w, const ln_annotation annotation)
{
  if (w->n_made == w->cap_made) {
    const size_t         cap  = w->cap_made ? w->cap_made * 2U : 16U;
    ln_annotation* const more = ln_realloc(w->made, cap, sizeof(ln_annotation));
    if (!more) {
      return LN_NO_MEM;
    }
    w->made     = more;
    w->cap_made = cap;
  }
  w->made[w->n_made++] = annotation;
  return LN_OK;
}

/* A name as an IRI: prefixed, a term of the vocabulary if it has no colon, else as it is. */
static ln_status
expand(const walk* const w, const ln_view name, const bool term, ln_view* const iri)
{
  ln_text   text = {0};
  ln_status st   = ln_mapping_expand(w->r->mapping, w->r->mapping->base, name, &text);
  if (st == LN_OK && text.n == 0U && term && ln_view_find(name, ':') == name.n) {
    st = ln_text_add(&text, LN_V(CSVW));
  }
  if (st == LN_OK && (text.n == 0U || ln_view_equals(ln_text_view(&text), LN_V(CSVW)))) {
    st = ln_text_add(&text, name);
  }
  st = st == LN_OK ? ln_csvw_copy(w->r, ln_text_view(&text), iri) : st;
  ln_text_clear(&text);
  return st;
}

static bool
is_same(const double a, const double b)
{
  return a <= b && a >= b;
}

/* The canonical form of a double (XSD 1.1, part 2, section 3.3.5.2), with as few digits as tell it
   from all others; so none is 0 at the end but the one that must be there. What is read back is
   read by the reader of JSON, which knows no locale. */
static ln_status
write_double(const double value, ln_text* const out)
{
  ln_text   shortest = {0};
  ln_status st       = LN_OK;
  bool      same     = false;
  for (int digits = 1; st == LN_OK && !same && digits <= MOST_DIGITS; ++digits) {
    ln_text_reset(&shortest);
    st                  = ln_text_format(&shortest, "%.*e", digits, value);
    json_error_t  error = {0};
    json_t* const read =
      st == LN_OK ? json_loadb(shortest.s, shortest.n, JSON_DECODE_ANY, &error) : NULL;
    const double back = json_number_value(read);
    const bool   lack = !read && json_error_code(&error) == json_error_out_of_memory;
    same              = is_same(back, value);
    st                = st == LN_OK && lack ? LN_NO_MEM : st;
    json_decref(read); /* NULL, too, if the digits are beyond the largest number */
  }
  const ln_view all      = ln_text_view(&shortest);
  const size_t  e        = ln_view_find(all, 'e');
  ln_view       exponent = ln_view_from(all, e + 2U);
  const bool    small    = ln_view_starts(ln_view_from(all, e), LN_V("e-"));
  while (exponent.n > 1U && exponent.s[0] == '0') {
    exponent = ln_view_from(exponent, 1U);
  }
  st = st == LN_OK ? ln_text_add(out, ln_view_first(all, e)) : st;
  st = st == LN_OK ? ln_text_add(out, small ? LN_V("E-") : LN_V("E")) : st;
  st = st == LN_OK ? ln_text_add(out, exponent) : st;
  ln_text_clear(&shortest);
  return st;
}

/* A number without a fraction is a whole one, however it is written ("Generating RDF", section
   4.5). */
static ln_status
read_number(const walk* const   w,
            const json_t* const value,
            ln_view* const      text,
            ln_view* const      type)
{
  ln_text      bytes  = {0};
  ln_status    st     = LN_OK;
  const double number = json_number_value(value);
  const bool   small  = number >= -LARGEST_WHOLE && number <= LARGEST_WHOLE;
  const bool   whole  = small && is_same(number, (double)(int64_t)number);
  *type               = json_is_integer(value) || whole ? LN_V(XSD "integer") : LN_V(XSD "double");
  if (json_is_integer(value)) {
    st = ln_text_format(&bytes, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
  } else {
    st = whole ? ln_text_format(&bytes, "%" PRId64, (int64_t)number) : write_double(number, &bytes);
  }
  st = st == LN_OK ? ln_csvw_copy(w->r, ln_text_view(&bytes), text) : st;
  ln_text_clear(&bytes);
  return st;
}

/* The text of a number, a string or a boolean, and the datatype that JSON gives it. */
static ln_status
read_scalar(const walk* const   w,
            const json_t* const value,
            ln_view* const      text,
            ln_view* const      type)
{
  *type = (ln_view){0};
  if (json_is_string(value)) {
    return ln_csvw_copy(w->r, ln_json_text(value), text);
  }
  if (json_is_boolean(value)) {
    *type = LN_V(XSD "boolean");
    *text = json_is_true(value) ? LN_V("true") : LN_V("false");
    return LN_OK;
  }
  return read_number(w, value, text, type);
}

/* A number whose datatype is given stands as people write it, for that may be a decimal one. */
static ln_status
copy_written(const walk* const w, const json_t* const number, ln_view* const text)
{
  enum { DIGITS = 15 };
  char         bytes[64];
  const size_t n =
    json_dumpb(number, bytes, sizeof(bytes), JSON_ENCODE_ANY | JSON_REAL_PRECISION(DIGITS));
  return n > 0U && n <= sizeof(bytes) ? ln_csvw_copy(w->r, (ln_view){bytes, n}, text) : LN_NO_MEM;
}

/* An object with @value. */
static ln_status
add_literal(walk* const w, const task* const t)
{
  ln_annotation       a    = {.about = t->about, .predicate = t->predicate, .literal = true};
  const json_t* const type = json_object_get(t->value, "@type");
  const json_t* const lang = json_object_get(t->value, "@language");
  LN_TRY(read_scalar(w, json_object_get(t->value, "@value"), &a.text, &a.datatype));
  if (json_is_string(lang)) {
    LN_TRY(ln_csvw_copy(w->r, ln_json_text(lang), &a.lang));
  }
  if (json_is_string(type) && json_is_real(json_object_get(t->value, "@value"))) {
    LN_TRY(copy_written(w, json_object_get(t->value, "@value"), &a.text));
  }
  if (json_is_string(type)) {
    ln_view    iri  = {0};
    const bool name = ln_datatype_builtin(ln_json_text(type), &iri);
    LN_TRY(name ? ln_csvw_copy(w->r, iri, &a.datatype)
                : expand(w, ln_json_text(type), true, &a.datatype));
  }
  return add(w, a);
}

/* Any other object is a thing of its own. */
static ln_status
add_object(walk* const w, const task* const t)
{
  ln_annotation       a  = {.about = t->about, .predicate = t->predicate};
  const json_t* const id = json_object_get(t->value, "@id");
  if (json_is_string(id)) {
    LN_TRY(expand(w, ln_json_text(id), false, &a.object.iri));
  } else {
    a.object.number = ++w->r->mapping->n_nodes;
  }
  LN_TRY(add(w, a));
  for (void* at = json_object_iter(t->value); at; at = json_object_iter_next(t->value, at)) {
    const ln_view key  = ln_view_of(json_object_iter_key(at));
    const bool    type = ln_view_equals(key, LN_V("@type"));
    ln_view       iri  = LN_V(RDF_TYPE);
    if (!type && ln_view_starts(key, LN_V("@"))) {
      continue;
    }
    LN_TRY(type ? LN_OK : expand(w, key, true, &iri));
    LN_TRY(push(w, json_object_iter_value(at), a.object, iri));
  }
  return LN_OK;
}

static ln_status
take(walk* const w, const task t)
{
  ln_annotation a = {.about = t.about, .predicate = t.predicate, .literal = true};
  if (json_is_object(t.value)) {
    return json_object_get(t.value, "@value") ? add_literal(w, &t) : add_object(w, &t);
  }
  for (size_t i = 0U; i < json_array_size(t.value); ++i) {
    LN_TRY(push(w, json_array_get(t.value, i), t.about, t.predicate));
  }
  if (json_is_array(t.value) || json_is_null(t.value)) {
    return LN_OK;
  }
  if (ln_view_equals(t.predicate, LN_V(RDF_TYPE)) && json_is_string(t.value)) {
    a.literal = false;
    LN_TRY(expand(w, ln_json_text(t.value), true, &a.object.iri));
    return add(w, a);
  }
  LN_TRY(read_scalar(w, t.value, &a.text, &a.datatype));
  a.lang = json_is_string(t.value) ? w->lang : (ln_view){0};
  return add(w, a);
}

static ln_status
take_all(walk* const w, const ln_json_node* const node)
{
  const ln_node self = {0};
  for (void* at = json_object_iter(node->value); at; at = json_object_iter_next(node->value, at)) {
    const ln_view key = ln_view_of(json_object_iter_key(at));
    ln_view       iri = LN_V(CSVW "note");
    if (ln_view_equals(key, LN_V("notes")) && json_is_array(json_object_iter_value(at))) {
      LN_TRY(push(w, json_object_iter_value(at), self, iri));
    } else if (ln_view_find(key, ':') < key.n && !ln_view_starts(key, LN_V(LN_EXTENSION))) {
      LN_TRY(expand(w, key, false, &iri));
      LN_TRY(push(w, json_object_iter_value(at), self, iri));
    }
  }
  for (size_t i = 0U; i < w->n; ++i) {
    LN_TRY(take(w, w->tasks[i]));
  }
  return LN_OK;
}

ln_status
ln_csvw_annotations(ln_csvw* const r, const ln_json_node* const node, ln_annotations* const out)
{
  walk      w  = {.r = r, .lang = node->document->lang};
  ln_status st = take_all(&w, node);
  if (st == LN_OK && w.n_made > 0U) {
    ln_annotation* const kept = ln_arena_zero(r->arena, w.n_made, sizeof(ln_annotation));
    st                        = kept ? LN_OK : LN_NO_MEM;
    if (kept) {
      memcpy(kept, w.made, w.n_made * sizeof(ln_annotation));
      *out = (ln_annotations){kept, w.n_made};
    }
  }
  ln_free(w.tasks);
  ln_free(w.made);
  return st;
}
