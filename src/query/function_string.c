/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Functions on strings (section 17.4.3). Lengths and places are in characters. What comes out has
   the language of what went in; two strings go together if the second has no language or the same
   (section 17.4.3.1.2). */

#include "query/value.h"

#include "base/utf8.h"
#include "rdf/iri.h"

#include <math.h>

static bool
is_string(const ln_value* const v)
{
  return v->kind == LN_VALUE_STRING || v->kind == LN_VALUE_TAGGED;
}

static bool
go_together(const ln_value* const a, const ln_value* const b)
{
  return is_string(a) && is_string(b) &&
         (b->kind == LN_VALUE_STRING || ln_view_equals(a->lang, b->lang));
}

/* A string like another one, with its language. */
static ln_value
string_like(const ln_value* const v, const ln_view text)
{
  ln_value made = ln_value_string(text);
  made.kind     = v->kind;
  made.lang     = v->lang;
  return made;
}

/* Where one text stands in another; `v.n + 1` if it does not. */
static size_t
find(const ln_view v, const ln_view part)
{
  for (size_t i = 0U; i + part.n <= v.n; ++i) {
    if (ln_view_starts(ln_view_from(v, i), part)) {
      return i;
    }
  }
  return part.n == 0U ? 0U : v.n + 1U;
}

static ln_status
keep(ln_evaluator* const e, ln_view* const text)
{
  *text = ln_arena_copy(&e->arena, ln_text_view(&e->text));
  return text->s ? LN_OK : LN_NO_MEM;
}

/* The language stays if all have it. */
static ln_status
do_concat(ln_evaluator* const e, const ln_value* const args, const size_t n, ln_value* const value)
{
  ln_view text = {NULL, 0U};
  bool    same = n > 0U && args[0].kind == LN_VALUE_TAGGED;
  ln_text_reset(&e->text);
  for (size_t i = 0U; i < n; ++i) {
    if (!is_string(&args[i])) {
      return LN_OK;
    }
    same = same && args[i].kind == LN_VALUE_TAGGED && ln_view_equals(args[i].lang, args[0].lang);
    LN_TRY(ln_text_add(&e->text, args[i].text));
  }
  LN_TRY(keep(e, &text));
  *value = same ? string_like(&args[0], text) : ln_value_string(text);
  return LN_OK;
}

static void
do_before(const ln_value* const args, const bool before, ln_value* const value)
{
  const size_t at = find(args[0].text, args[1].text);
  if (at > args[0].text.n) {
    *value = ln_value_string(LN_V(""));
    return;
  }
  *value        = string_like(&args[0],
                       before ? ln_view_first(args[0].text, at)
                                     : ln_view_from(args[0].text, at + args[1].text.n));
  value->text.s = value->text.s ? value->text.s : "";
}

/* A number of characters, rounded as XPath does. */
static bool
as_place(const ln_value* const v, double* const place)
{
  const ln_value number = ln_value_convert(v, LN_VALUE_DOUBLE);
  *place                = number.kind == LN_VALUE_DOUBLE ? floor(number.number + 0.5) : 0.0;
  return number.kind == LN_VALUE_DOUBLE;
}

/* Characters at places that are not before the first and are before the second (XPath
 * fn:substring).
 */
static void
do_substr(const ln_value* const args, const size_t n, ln_value* const value)
{
  double first = 0.0;
  double count = (double)INFINITY;
  if (!is_string(&args[0]) || !as_place(&args[1], &first) ||
      (n > 2U && !as_place(&args[2], &count))) {
    return;
  }
  const ln_view text  = args[0].text;
  size_t        begin = text.n;
  size_t        end   = 0U;
  size_t        place = 1U;
  for (size_t at = 0U; at < text.n; ++place) {
    const size_t from = at;
    (void)ln_utf8_next(text, &at);
    if ((double)place >= first && (double)place < first + count) {
      begin = from < begin ? from : begin;
      end   = at;
    }
  }
  *value = string_like(&args[0], begin < end ? (ln_view){text.s + begin, end - begin} : LN_V(""));
}

static ln_status
do_pair(const ln_function_id id, const ln_value* const args, ln_value* const value)
{
  if (!go_together(&args[0], &args[1])) {
    return LN_OK;
  }
  const ln_view a = args[0].text;
  const ln_view b = args[1].text;
  if (id == LN_F_CONTAINS) {
    *value = ln_value_boolean(find(a, b) <= a.n);
  } else if (id == LN_F_STR_STARTS) {
    *value = ln_value_boolean(ln_view_starts(a, b));
  } else if (id == LN_F_STR_ENDS) {
    *value = ln_value_boolean(ln_view_ends(a, b));
  } else {
    do_before(args, id == LN_F_STR_BEFORE, value);
  }
  return LN_OK;
}

ln_status
ln_function_string(ln_evaluator* const   e,
                   const ln_function_id  id,
                   const ln_value* const args,
                   const size_t          n,
                   ln_value* const       value)
{
  ln_view text = {NULL, 0U};
  switch ((int)id) {
  case LN_F_CONCAT:
    return do_concat(e, args, n, value);
  case LN_F_SUBSTR:
    do_substr(args, n, value);
    return LN_OK;
  case LN_F_STR_LEN:
    if (is_string(&args[0])) {
      *value = ln_value_integer((int64_t)ln_utf8_count(args[0].text));
    }
    return LN_OK;
  case LN_F_ENCODE:
    if (is_string(&args[0])) {
      ln_text_reset(&e->text);
      LN_TRY(ln_iri_encode(args[0].text, &e->text));
      LN_TRY(keep(e, &text));
      *value = ln_value_string(text);
    }
    return LN_OK;
  default:
    return do_pair(id, args, value);
  }
}
