/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Functions on terms (section 17.4.2), and the way to all others. Arguments are never errors here.
 */

#include "query/value.h"

#include "rdf/iri.h"

static bool
is_literal(const ln_value* const v)
{
  return v->kind != LN_VALUE_IRI && v->kind != LN_VALUE_BLANK;
}

static ln_status
lexical(ln_evaluator* const e, const ln_value* const v, ln_view* const text)
{
  LN_TRY(ln_value_lexical(v, &e->text, text));
  if (!v->text.s) {
    *text = ln_arena_copy(&e->arena, *text);
  }
  return text->s || text->n == 0U ? LN_OK : LN_NO_MEM;
}

static ln_status
do_str(ln_evaluator* const e, const ln_value* const v, ln_value* const value)
{
  ln_view text = {NULL, 0U};
  if (v->kind == LN_VALUE_BLANK) {
    return LN_OK;
  }
  LN_TRY(lexical(e, v, &text));
  *value = ln_value_string(text.s ? text : LN_V(""));
  return LN_OK;
}

static void
do_lang(const ln_value* const v, ln_value* const value)
{
  if (is_literal(v)) {
    *value = ln_value_string(v->lang.n > 0U ? v->lang : LN_V(""));
  }
}

static ln_status
do_datatype(ln_evaluator* const e, const ln_value* const v, ln_value* const value)
{
  uint32_t term = LN_ABSENT;
  if (!is_literal(v)) {
    return LN_OK;
  }
  LN_TRY(ln_value_term(e->pool, v, &term));
  *value = (ln_value){
    .kind = LN_VALUE_IRI, .term = LN_ABSENT, .text = ln_pool_term(e->pool, term).datatype};
  return LN_OK;
}

static ln_status
do_iri(ln_evaluator* const e, const ln_value* const v, ln_value* const value)
{
  if (v->kind == LN_VALUE_IRI) {
    *value = *v;
    return LN_OK;
  }
  if (v->kind != LN_VALUE_STRING) {
    return LN_OK;
  }
  ln_text_reset(&e->text);
  LN_TRY(e->base.n > 0U ? ln_iri_resolve(e->base, v->text, &e->text)
                        : ln_text_add(&e->text, v->text));
  if (!ln_iri_valid(ln_text_view(&e->text), NULL)) {
    return LN_OK;
  }
  *value = (ln_value){.kind = LN_VALUE_IRI,
                      .term = LN_ABSENT,
                      .text = ln_arena_copy(&e->arena, ln_text_view(&e->text))};
  return value->text.s ? LN_OK : LN_NO_MEM;
}

static ln_status
do_typed(ln_evaluator* const e, const ln_value* const args, ln_value* const value)
{
  (void)e;
  if (args[0].kind == LN_VALUE_STRING && args[1].kind == LN_VALUE_IRI) {
    *value          = ln_value_literal(args[0].text, args[1].text);
    value->datatype = args[1].text;
    // The lexical form stays as it is, whatever it means.
    const ln_read_term read = {.kind = LN_LITERAL, .text = args[0].text, .datatype = args[1].text};
    return ln_pool_add(e->pool, &read, &value->term);
  }
  return LN_OK;
}

static void
do_tagged(const ln_value* const args, ln_value* const value)
{
  if (args[0].kind == LN_VALUE_STRING && args[1].kind == LN_VALUE_STRING &&
      ln_lang_valid(args[1].text)) {
    *value = (ln_value){
      .kind = LN_VALUE_TAGGED, .term = LN_ABSENT, .text = args[0].text, .lang = args[1].text};
  }
}

static ln_status
do_same(ln_evaluator* const e, const ln_value* const args, ln_value* const value)
{
  uint32_t a = LN_ABSENT;
  uint32_t b = LN_ABSENT;
  LN_TRY(ln_value_term(e->pool, &args[0], &a));
  LN_TRY(ln_value_term(e->pool, &args[1], &b));
  *value = ln_value_boolean(a == b);
  return LN_OK;
}

static char
lower(const char c)
{
  if (c >= 'A' && c <= 'Z') {
    return (char)(c - 'A' + 'a');
  }
  return c;
}

/* Basic filtering of RFC 4647, section 3.3.1: the range is the tag, or the beginning of it before a
   hyphen; `*` is any tag that there is. */
static void
do_lang_matches(const ln_value* const args, ln_value* const value)
{
  const ln_view tag   = args[0].text;
  const ln_view range = args[1].text;
  if (args[0].kind != LN_VALUE_STRING || args[1].kind != LN_VALUE_STRING) {
    return;
  }
  bool fits = range.n > 0U && tag.n >= range.n && (tag.n == range.n || tag.s[range.n] == '-');
  for (size_t i = 0U; fits && i < range.n; ++i) {
    fits = lower(tag.s[i]) == lower(range.s[i]);
  }
  *value = ln_value_boolean(ln_view_equals(range, LN_V("*")) ? tag.n > 0U : fits);
}

static bool
ask_kind(const ln_function_id id, const ln_value* const v, ln_value* const value)
{
  switch ((int)id) {
  case LN_F_IS_IRI:
  case LN_F_IS_URI:
    *value = ln_value_boolean(v->kind == LN_VALUE_IRI);
    return true;
  case LN_F_IS_BLANK:
    *value = ln_value_boolean(v->kind == LN_VALUE_BLANK);
    return true;
  case LN_F_IS_LITERAL:
    *value = ln_value_boolean(is_literal(v));
    return true;
  case LN_F_IS_NUMERIC:
    *value = ln_value_boolean(ln_value_is_numeric(v));
    return true;
  default:
    return false;
  }
}

static ln_status
call_term(ln_evaluator* const   e,
          const ln_function_id  id,
          const ln_value* const args,
          ln_value* const       value)
{
  switch ((int)id) {
  case LN_F_STR:
    return do_str(e, &args[0], value);
  case LN_F_LANG:
    do_lang(&args[0], value);
    return LN_OK;
  case LN_F_DATATYPE:
    return do_datatype(e, &args[0], value);
  case LN_F_IRI:
  case LN_F_URI:
    return do_iri(e, &args[0], value);
  case LN_F_STR_DT:
    return do_typed(e, args, value);
  case LN_F_STR_LANG:
    do_tagged(args, value);
    return LN_OK;
  case LN_F_SAME_TERM:
    return do_same(e, args, value);
  case LN_F_LANG_MATCHES:
    do_lang_matches(args, value);
    return LN_OK;
  default:
    return LN_OK;
  }
}

typedef enum {
  ON_TERMS,
  ON_NUMBERS,
  ON_STRINGS,
  ON_CASE,
  ON_REGEX,
  ON_TIMES,
  ON_DIGESTS,
  ON_CASTS
} area;

static area
area_of(const ln_function_id id)
{
  switch ((int)id) {
  case LN_F_ABS:
  case LN_F_CEIL:
  case LN_F_FLOOR:
  case LN_F_ROUND:
    return ON_NUMBERS;
  case LN_F_CONCAT:
  case LN_F_CONTAINS:
  case LN_F_ENCODE:
  case LN_F_STR_AFTER:
  case LN_F_STR_BEFORE:
  case LN_F_STR_ENDS:
  case LN_F_STR_STARTS:
  case LN_F_STR_LEN:
  case LN_F_SUBSTR:
    return ON_STRINGS;
  case LN_F_LCASE:
  case LN_F_UCASE:
    return ON_CASE;
  case LN_F_REGEX:
  case LN_F_REPLACE:
    return ON_REGEX;
  case LN_F_NOW:
  case LN_F_YEAR:
  case LN_F_MONTH:
  case LN_F_DAY:
  case LN_F_HOURS:
  case LN_F_MINUTES:
  case LN_F_SECONDS:
  case LN_F_TIMEZONE:
  case LN_F_TZ:
    return ON_TIMES;
  case LN_F_MD5:
  case LN_F_SHA1:
  case LN_F_SHA256:
  case LN_F_SHA384:
  case LN_F_SHA512:
    return ON_DIGESTS;
  default:
    return id >= LN_F_TO_BOOLEAN ? ON_CASTS : ON_TERMS;
  }
}

ln_status
ln_function_call(ln_evaluator* const   e,
                 const ln_function_id  id,
                 const ln_value* const args,
                 const size_t          n,
                 ln_value* const       value)
{
  switch (area_of(id)) {
  case ON_NUMBERS:
    *value = ln_value_round(id, &args[0]);
    return LN_OK;
  case ON_STRINGS:
    return ln_function_string(e, id, args, n, value);
  case ON_CASE:
    return ln_function_case(e, id == LN_F_UCASE, &args[0], value);
  case ON_REGEX:
    return ln_function_regex(e, id, args, n, value);
  case ON_TIMES:
    return ln_function_time(e, id, args, value);
  case ON_DIGESTS:
    return ln_function_digest(e, id, &args[0], value);
  case ON_CASTS:
    return ln_function_cast(e, id, &args[0], value);
  case ON_TERMS:
    break;
  }
  return ask_kind(id, &args[0], value) ? LN_OK : call_term(e, id, args, value);
}
