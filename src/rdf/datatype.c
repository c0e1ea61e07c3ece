/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Compiling datatypes. What a declaration says is checked here once, so that parsing a cell
   (datatype_parse.c) meets nothing but well-formed formats and bounds. Everything is copied into
   the arena; only a regular expression owns memory of its own, which is why there is a clear. */

#include "rdf/datatype.h"

#include "rdf/datatype_inner.h"

bool
ln_datatype_builtin(const ln_view name, ln_view* const iri)
{
  const ln_builtin* const builtin = ln_builtin_find(name);
  if (builtin && iri) {
    *iri = ln_view_of(builtin->iri);
  }
  return builtin != NULL;
}

static ln_status
wrong(ln_text* const problem, const char* const sentence)
{
  LN_TRY(ln_text_add(problem, ln_view_of(sentence)));
  return LN_USAGE;
}

static ln_status
copy(ln_arena* const arena, const ln_view v, ln_view* const kept)
{
  *kept = ln_arena_copy(arena, v);
  return kept->s ? LN_OK : LN_NO_MEM;
}

static ln_status
set_base(const ln_datatype_spec* const spec, ln_datatype* const datatype, ln_text* const problem)
{
  datatype->builtin = ln_builtin_find(spec->base.n > 0U ? spec->base : LN_V("string"));
  if (datatype->builtin) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(problem, spec->base));
  return wrong(problem, " is not a built-in datatype");
}

static ln_status
set_iri(ln_arena* const               arena,
        const ln_datatype_spec* const spec,
        ln_datatype* const            datatype,
        ln_text* const                problem)
{
  datatype->iri = ln_view_of(datatype->builtin->iri);
  if (spec->id.n == 0U) {
    return LN_OK;
  }
  const ln_builtin* const same = ln_builtin_of(spec->id);
  if (same && same->kind != LN_DT_EDTF) {
    return wrong(problem, "the id of a datatype must not be that of a built-in datatype");
  }
  return copy(arena, spec->id, &datatype->iri);
}

static bool
has_digit(const ln_view v)
{
  for (size_t i = 0U; i < v.n; ++i) {
    if (v.s[i] >= '0' && v.s[i] <= '9') {
      return true;
    }
  }
  return false;
}

static ln_status
set_number_format(ln_arena* const               arena,
                  const ln_datatype_spec* const spec,
                  ln_datatype* const            datatype,
                  ln_text* const                problem)
{
  ln_number_format* const format = &datatype->as.number;
  const char*             found  = NULL;
  if (spec->format.n + spec->decimal_char.n + spec->group_char.n == 0U) {
    return LN_OK;
  }
  datatype->form = LN_AS_NUMBER;
  *format        = (ln_number_format){0};
  LN_TRY(copy(arena, spec->decimal_char, &format->decimal_char));
  LN_TRY(copy(arena, spec->group_char, &format->group_char));
  if (has_digit(format->decimal_char) || has_digit(format->group_char)) {
    return wrong(problem, "decimalChar and groupChar cannot be digits");
  }
  const bool good = ln_number_format_parse(datatype->format, format, &found);
  if (good && ln_view_equals(format->decimal_char, format->group_char)) {
    return wrong(problem, "decimalChar and groupChar must differ");
  }
  return good ? LN_OK : wrong(problem, found);
}

static ln_status
set_words(ln_datatype* const datatype, ln_text* const problem)
{
  const ln_view format  = datatype->format;
  const size_t  bar     = ln_view_find(format, '|');
  const ln_view second  = ln_view_from(format, bar + 1U);
  datatype->form        = LN_AS_WORDS;
  datatype->as.words[0] = ln_view_first(format, bar);
  datatype->as.words[1] = second;
  if (bar == 0U || second.n == 0U || ln_view_find(second, '|') < second.n ||
      ln_view_equals(datatype->as.words[0], second)) {
    return wrong(problem, "the format of a boolean is two different words with | between, as Y|N");
  }
  return LN_OK;
}

static ln_status
set_datetime_format(ln_datatype* const datatype, ln_text* const problem)
{
  const char* found = NULL;
  datatype->form    = LN_AS_DATETIME;
  return ln_datetime_format_parse(
           datatype->format, datatype->builtin->flags, &datatype->as.datetime, &found)
           ? LN_OK
           : wrong(problem, found);
}

static ln_status
set_regex(ln_datatype* const datatype, ln_text* const problem)
{
  LN_TRY(ln_regex_new(datatype->format, &datatype->as.regex, problem));
  datatype->form = LN_AS_REGEX;
  return LN_OK;
}

static ln_status
set_format(ln_arena* const               arena,
           const ln_datatype_spec* const spec,
           ln_datatype* const            datatype,
           ln_text* const                problem)
{
  const ln_builtin_kind kind = datatype->builtin->kind;
  LN_TRY(copy(arena, spec->format, &datatype->format));
  if (kind == LN_DT_INTEGER || kind == LN_DT_DECIMAL || kind == LN_DT_FLOAT) {
    return set_number_format(arena, spec, datatype, problem);
  }
  if (spec->format.n == 0U) {
    return LN_OK;
  }
  if (kind == LN_DT_BOOLEAN) {
    return set_words(datatype, problem);
  }
  return kind == LN_DT_DATETIME ? set_datetime_format(datatype, problem)
                                : set_regex(datatype, problem);
}

ln_status
ln_datatype_new(ln_arena* const               arena,
                const ln_datatype_spec* const spec,
                const ln_datatype** const     datatype,
                ln_text* const                problem)
{
  *datatype                = NULL;
  ln_datatype* const fresh = (ln_datatype*)ln_arena_zero(arena, 1U, sizeof(ln_datatype));
  if (!fresh) {
    return LN_NO_MEM;
  }
  LN_TRY(set_base(spec, fresh, problem));
  LN_TRY(set_iri(arena, spec, fresh, problem));
  LN_TRY(ln_facets_new(arena, spec, fresh->builtin, &fresh->facets, problem));
  LN_TRY(set_format(arena, spec, fresh, problem)); // last, because it may own memory
  fresh->trivial =
    fresh->builtin->kind == LN_DT_RAW && fresh->form == LN_AS_XSD && !fresh->facets.has_length;
  *datatype = fresh;
  return LN_OK;
}

void
ln_datatype_clear(const ln_datatype* const datatype)
{
  if (datatype && datatype->form == LN_AS_REGEX) {
    ln_regex_free(datatype->as.regex);
  }
}

ln_view
ln_datatype_iri(const ln_datatype* const datatype)
{
  return datatype->iri;
}

bool
ln_datatype_trivial(const ln_datatype* const datatype)
{
  return datatype->trivial;
}

static unsigned
date_shapes(const unsigned fields)
{
  enum { DAY = LN_HAS_YEAR | LN_HAS_MONTH | LN_HAS_DAY };
  if (fields == DAY) {
    return LN_SHAPE_DAY;
  }
  return fields == LN_HAS_YEAR ? LN_SHAPE_YEAR : 0U;
}

unsigned
ln_datatype_shapes(const ln_datatype* const datatype)
{
  const ln_facets* const f = &datatype->facets;
  if (datatype->form != LN_AS_XSD || f->minimum.text.n > 0U || f->maximum.text.n > 0U) {
    return 0U;
  }
  const ln_builtin_kind kind = datatype->builtin->kind;
  if (kind == LN_DT_INTEGER) {
    return LN_SHAPE_DIGITS;
  }
  if (kind == LN_DT_DECIMAL || kind == LN_DT_FLOAT) {
    return LN_SHAPE_DIGITS | LN_SHAPE_POINT;
  }
  if (kind == LN_DT_EDTF) {
    return LN_SHAPE_YEAR | LN_SHAPE_DAY;
  }
  return kind == LN_DT_DATETIME ? date_shapes(datatype->builtin->flags) : 0U;
}

bool
ln_datatype_keeps_space(const ln_datatype* const datatype)
{
  return datatype->builtin->kind == LN_DT_RAW || datatype->builtin->kind == LN_DT_NORMALIZED;
}

/** Append `, at least 1` and the like. `*first` is what joins the first bound. */
static ln_status
add_bound(const ln_bound* const bound,
          const char* const     words,
          const char** const    join,
          ln_text* const        out)
{
  if (bound->text.n == 0U) {
    return LN_OK;
  }
  LN_TRY(ln_text_format(out, "%s%s ", *join, words));
  *join = " and ";
  return ln_text_add(out, bound->text);
}

static ln_status
add_length(const ln_facets* const facets, const char* const unit, ln_text* const out)
{
  if (!facets->has_length) {
    return LN_OK;
  }
  if (facets->least == facets->most) {
    return ln_text_format(out, " of %zu %s", facets->least, unit);
  }
  if (facets->most == SIZE_MAX) {
    return ln_text_format(out, " of at least %zu %s", facets->least, unit);
  }
  return ln_text_format(out, " of %zu to %zu %s", facets->least, facets->most, unit);
}

static ln_status
add_format(const ln_datatype* const datatype, ln_text* const out)
{
  if (datatype->form == LN_AS_REGEX) {
    LN_TRY(ln_text_add(out, LN_V(" that matches the regular expression ")));
    return ln_text_add(out, datatype->format);
  }
  if (datatype->format.n > 0U) {
    LN_TRY(ln_text_add(out, LN_V(" in the format ")));
    return ln_text_add(out, datatype->format);
  }
  const char* const example = datatype->builtin->example;
  return example && datatype->form == LN_AS_XSD ? ln_text_format(out, " such as %s", example)
                                                : LN_OK;
}

ln_status
ln_datatype_expected(const ln_datatype* const datatype, ln_text* const out)
{
  const ln_builtin* const builtin = datatype->builtin;
  const ln_facets* const  facets  = &datatype->facets;
  const bool              binary  = builtin->kind == LN_DT_HEX || builtin->kind == LN_DT_BASE64;
  if (datatype->form == LN_AS_WORDS) {
    LN_TRY(ln_text_add(out, datatype->as.words[0]));
    LN_TRY(ln_text_add(out, LN_V(" or ")));
    return ln_text_add(out, datatype->as.words[1]);
  }
  const size_t start = out->n;
  LN_TRY(ln_text_add(out, ln_view_of(builtin->noun)));
  const size_t noun = out->n - start;
  LN_TRY(add_length(facets, binary ? "octets" : "characters", out));
  LN_TRY(add_format(datatype, out));
  const char* join = out->n - start == noun ? " of " : ", ";
  LN_TRY(
    add_bound(&facets->minimum, facets->minimum.exclusive ? "more than" : "at least", &join, out));
  return add_bound(
    &facets->maximum, facets->maximum.exclusive ? "less than" : "at most", &join, out);
}
