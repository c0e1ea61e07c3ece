/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Facets. Bounds are parsed once, when the datatype is compiled, with the readers that read cells;
   a derived integer's own range and a declared range become one pair of bounds, the narrower of
   both. Checking a cell is then at most two exact comparisons. What is violated is said with the
   bound as it was declared. */

#include "rdf/facet.h"

bool
ln_facet_ordered(const ln_builtin_kind kind)
{
  return kind == LN_DT_INTEGER || kind == LN_DT_DECIMAL || kind == LN_DT_FLOAT ||
         kind == LN_DT_DATETIME || kind == LN_DT_DURATION;
}

static const char*
number_problem(const ln_builtin_kind kind, const ln_number* const number)
{
  if (kind == LN_DT_FLOAT) {
    return NULL;
  }
  if (number->kind != LN_FINITE) {
    return "INF and NaN are floating-point numbers only";
  }
  if (number->has_exponent) {
    return kind == LN_DT_INTEGER ? "an integer has no exponent"
                                 : "a decimal number has no exponent";
  }
  return kind == LN_DT_INTEGER && number->has_point ? "an integer has no decimal point" : NULL;
}

const char*
ln_facet_value(const ln_builtin* const builtin, const ln_view text, ln_value* const value)
{
  const char* problem = NULL;
  if (builtin->kind == LN_DT_DATETIME) {
    (void)ln_datetime_parse(text, builtin->flags, &value->datetime, &problem);
    return problem;
  }
  if (builtin->kind == LN_DT_DURATION) {
    (void)ln_duration_parse(text, builtin->flags, &value->duration, &problem);
    return problem;
  }
  return ln_number_parse(text, &value->number) ? number_problem(builtin->kind, &value->number)
                                               : "it is not a number";
}

static bool
is_nan(const ln_builtin_kind kind, const ln_value* const value)
{
  return kind == LN_DT_FLOAT && value->number.kind == LN_NAN;
}

static ln_order
compare(const ln_builtin_kind kind, const ln_value* const a, const ln_value* const b)
{
  if (kind == LN_DT_DURATION) {
    return ln_duration_compare(&a->duration, &b->duration);
  }
  if (is_nan(kind, a) || is_nan(kind, b)) {
    return LN_UNORDERED;
  }
  const int order = kind == LN_DT_DATETIME ? ln_datetime_compare(&a->datetime, &b->datetime)
                                           : ln_number_compare(&a->number, &b->number);
  return (ln_order)((order > 0) - (order < 0));
}

static ln_status
wrong(ln_text* const problem, const char* const sentence)
{
  LN_TRY(ln_text_add(problem, ln_view_of(sentence)));
  return LN_USAGE;
}

/** A declared length; `*given` tells whether there is one. */
static ln_status
read_length(const ln_view text, size_t* const length, bool* const given, ln_text* const problem)
{
  *given  = text.n > 0U;
  *length = 0U;
  for (size_t i = 0U; i < text.n; ++i) {
    if (text.s[i] < '0' || text.s[i] > '9' || i == 15U) {
      return wrong(problem, "a length must be a non-negative integer");
    }
    *length = *length * 10U + (size_t)(text.s[i] - '0');
  }
  return LN_OK;
}

static ln_status
set_lengths(const ln_datatype_spec* const spec,
            const ln_builtin* const       builtin,
            ln_facets* const              facets,
            ln_text* const                problem)
{
  size_t length    = 0U;
  bool   has_exact = false;
  bool   has_least = false;
  bool   has_most  = false;
  LN_TRY(read_length(spec->length, &length, &has_exact, problem));
  LN_TRY(read_length(spec->min_length, &facets->least, &has_least, problem));
  LN_TRY(read_length(spec->max_length, &facets->most, &has_most, problem));
  facets->has_length = has_exact || has_least || has_most;
  if (!facets->has_length) {
    return LN_OK;
  }
  if ((builtin->flags & LN_DT_LENGTH) == 0U || ln_facet_ordered(builtin->kind)) {
    return wrong(problem, "only texts and binary data have a length");
  }
  facets->most = has_most ? facets->most : SIZE_MAX;
  if (facets->least > facets->most) {
    return wrong(problem, "minLength is greater than maxLength");
  }
  if (has_exact && length < facets->least) {
    return wrong(problem, "length is less than minLength");
  }
  if (has_exact && length > facets->most) {
    return wrong(problem, "length is greater than maxLength");
  }
  facets->least = has_exact ? length : facets->least;
  facets->most  = has_exact ? length : facets->most;
  return LN_OK;
}

/** Copy and parse one declared bound. */
static ln_status
set_bound(ln_arena* const         arena,
          const ln_builtin* const builtin,
          const ln_view           inclusive,
          const ln_view           exclusive,
          ln_bound* const         bound,
          ln_text* const          problem)
{
  if (inclusive.n > 0U && exclusive.n > 0U) {
    return wrong(problem, "a bound is either inclusive or exclusive, not both");
  }
  bound->exclusive   = exclusive.n > 0U;
  const ln_view text = bound->exclusive ? exclusive : inclusive;
  if (text.n == 0U) {
    return LN_OK;
  }
  if (!ln_facet_ordered(builtin->kind)) {
    return wrong(problem, "only numbers, dates, times and durations have a minimum or maximum");
  }
  bound->text = ln_arena_copy(arena, text);
  if (!bound->text.s) {
    return LN_NO_MEM;
  }
  const char* const found = ln_facet_value(builtin, bound->text, &bound->value);
  if (!found && is_nan(builtin->kind, &bound->value)) {
    return wrong(problem, "NaN cannot be a minimum or maximum");
  }
  if (!found) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(problem, LN_V("a minimum or maximum is not a value of the datatype: ")));
  return wrong(problem, found);
}

static ln_status
check_bounds(const ln_facets* const facets, const ln_builtin_kind kind, ln_text* const problem)
{
  const ln_bound* const low  = &facets->minimum;
  const ln_bound* const high = &facets->maximum;
  if (low->text.n == 0U || high->text.n == 0U) {
    return LN_OK;
  }
  const ln_order order = compare(kind, &low->value, &high->value);
  if (order == LN_GREATER) {
    return wrong(problem, "the minimum is greater than the maximum");
  }
  // Both exclusive and equal is allowed by the specification, though nothing fits between.
  if (order == LN_EQUAL && low->exclusive != high->exclusive) {
    return wrong(problem, "the minimum and the maximum leave no value between them");
  }
  return LN_OK;
}

/** Take the range of a derived integer where no narrower bound was declared. */
static void
narrow(ln_bound* const         bound,
       const ln_builtin* const builtin,
       const char* const       own,
       const ln_order          keep)
{
  if (!own) {
    return;
  }
  ln_bound limit = {.text = ln_view_of(own)};
  if (!ln_number_parse(limit.text, &limit.value.number)) {
    return; // not reached: the table holds numbers
  }
  if (bound->text.n == 0U || (compare(builtin->kind, &bound->value, &limit.value) != keep &&
                              compare(builtin->kind, &bound->value, &limit.value) != LN_EQUAL)) {
    *bound = limit;
  }
}

ln_status
ln_facets_new(ln_arena* const               arena,
              const ln_datatype_spec* const spec,
              const ln_builtin* const       builtin,
              ln_facets* const              facets,
              ln_text* const                problem)
{
  *facets = (ln_facets){0};
  LN_TRY(set_lengths(spec, builtin, facets, problem));
  LN_TRY(set_bound(arena, builtin, spec->minimum, spec->min_exclusive, &facets->minimum, problem));
  LN_TRY(set_bound(arena, builtin, spec->maximum, spec->max_exclusive, &facets->maximum, problem));
  LN_TRY(check_bounds(facets, builtin->kind, problem));
  narrow(&facets->minimum, builtin, builtin->minimum, LN_GREATER);
  narrow(&facets->maximum, builtin, builtin->maximum, LN_LESS);
  return LN_OK;
}

/** LN_END with `words` and the bound. */
static ln_status
violated(const char* const words, const ln_bound* const bound, ln_text* const problem)
{
  LN_TRY(ln_text_add(problem, ln_view_of(words)));
  LN_TRY(ln_text_add(problem, bound->text));
  return LN_END;
}

ln_status
ln_facets_check_value(const ln_facets* const facets,
                      const ln_builtin_kind  kind,
                      const ln_value* const  value,
                      ln_text* const         problem)
{
  const ln_bound* const low  = &facets->minimum;
  const ln_bound* const high = &facets->maximum;
  if (low->text.n > 0U) {
    const ln_order order = compare(kind, value, &low->value);
    if (order != LN_GREATER && (low->exclusive || order != LN_EQUAL)) {
      return violated(
        low->exclusive ? "it must be greater than " : "it must be at least ", low, problem);
    }
  }
  if (high->text.n > 0U) {
    const ln_order order = compare(kind, value, &high->value);
    if (order != LN_LESS && (high->exclusive || order != LN_EQUAL)) {
      return violated(
        high->exclusive ? "it must be less than " : "it must be at most ", high, problem);
    }
  }
  return LN_OK;
}

ln_status
ln_facets_check_length(const ln_facets* const facets,
                       const size_t           length,
                       const char* const      unit,
                       ln_text* const         problem)
{
  if (!facets->has_length || (length >= facets->least && length <= facets->most)) {
    return LN_OK;
  }
  const bool   few   = length < facets->least;
  const size_t limit = few ? facets->least : facets->most;
  LN_TRY(ln_text_format(problem,
                        "it has %zu %s; it must have %s %zu",
                        length,
                        unit,
                        few ? "at least" : "at most",
                        limit));
  return LN_END;
}
