/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Scalars of JSON as literals (JSON-LD 1.1 API, sections 5.3 and 8.2), and any value as rdf:JSON in
   the form of RFC 8785. Numbers are never made into binary ones: their digits are rounded as text,
   to the 16 that the specification asks for. A number inside rdf:JSON with more digits than every
   binary number tells apart is refused, for its form would depend on that. */

#include "graph/jsonld_walk.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
  DIGITS        = 16, ///< of a canonical double
  DIGITS_SURE   = 15, ///< that binary numbers tell apart
  WHOLE_MOST    = 21, ///< digits of numbers that are written without an exponent
  FRACTION_MOST = 6,  ///< zeros, and the point, in front of the first digit
};

#define XSD "http://www.w3.org/2001/XMLSchema#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

/** A number as 0.d1d2d3… times ten to the power of `point`; no digits: zero. */
typedef struct {
  char    digits[DIGITS + 1];
  size_t  n;
  int64_t point;
  bool    negative;
  bool    rounded; ///< there were more digits
} decimal;

static void
add_digit(decimal* const d, const char digit, bool* const up)
{
  if (d->n == 0U && digit == '0') {
    --d->point; // a zero in front
  } else if (d->n < (size_t)DIGITS) {
    d->digits[d->n++] = digit;
  } else {
    *up        = *up || (!d->rounded && digit >= '5');
    d->rounded = true;
  }
}

static void
round_up(decimal* const d)
{
  size_t i = d->n;
  while (i > 0U && d->digits[i - 1U] == '9') {
    d->digits[--i] = '0';
  }
  if (i > 0U) {
    ++d->digits[i - 1U];
  } else {
    d->digits[0] = '1';
    ++d->point;
  }
}

static int64_t
exponent_of(const ln_view text)
{
  enum { MOST = 100000 };
  const bool minus = text.n > 0U && text.s[0] == '-';
  int64_t    value = 0;
  for (size_t i = 0U; i < text.n; ++i) {
    const bool digit = text.s[i] >= '0' && text.s[i] <= '9';
    value            = digit && value < MOST ? value * 10 + (text.s[i] - '0') : value;
  }
  return minus ? -value : value;
}

static decimal
decimal_of(const ln_view text)
{
  decimal d     = {.point = 0};
  bool    up    = false;
  bool    point = false;
  for (size_t i = 0U; i < text.n; ++i) {
    const char c = text.s[i];
    if (c == 'e' || c == 'E') {
      d.point += exponent_of(ln_view_from(text, i + 1U));
      break;
    }
    d.negative = d.negative || c == '-';
    point      = point || c == '.';
    if (c >= '0' && c <= '9') {
      d.point += point ? 0 : 1;
      add_digit(&d, c, &up);
    }
  }
  if (up) {
    round_up(&d);
  }
  while (d.n > 0U && d.digits[d.n - 1U] == '0') {
    --d.n;
  }
  d.point = d.n > 0U ? d.point : 0;
  return d;
}

/* Whether the value is whole, and small enough to be written as an integer. */
static bool
is_whole(const decimal* const d)
{
  return d->n == 0U || (d->point >= (int64_t)d->n && d->point <= WHOLE_MOST);
}

static ln_status
add_zeros(ln_text* const out, int64_t n)
{
  for (; n > 0; --n) {
    LN_TRY(ln_text_add_byte(out, '0'));
  }
  return LN_OK;
}

/* The digits of an integer that is written without an exponent, with zeros at most behind the
   point; else empty. */
static ln_view
whole_digits(const ln_view text)
{
  const size_t dot = ln_view_find(text, '.');
  for (size_t i = 0U; i < text.n; ++i) {
    if ((text.s[i] | 0x20) == 'e' || (i > dot && text.s[i] != '0')) {
      return ln_view_first(text, 0U);
    }
  }
  return ln_view_first(text, dot);
}

/* An integer: all its digits, as they are written where there are more than were kept. */
static ln_status
add_whole(const decimal* const d, const ln_view text, ln_text* const out)
{
  const ln_view written = whole_digits(text);
  if (d->rounded && written.n > 0U) {
    return ln_text_add(out, written);
  }
  if (d->n == 0U) {
    return ln_text_add_byte(out, '0');
  }
  LN_TRY(d->negative ? ln_text_add_byte(out, '-') : LN_OK);
  LN_TRY(ln_text_add(out, (ln_view){d->digits, d->n}));
  return add_zeros(out, d->point - (int64_t)d->n);
}

/* The canonical form of xsd:double: 5.3E0. */
static ln_status
add_double(const decimal* const d, ln_text* const out)
{
  if (d->n == 0U) {
    return ln_text_add(out, d->negative ? LN_V("-0.0E0") : LN_V("0.0E0"));
  }
  LN_TRY(d->negative ? ln_text_add_byte(out, '-') : LN_OK);
  LN_TRY(ln_text_add_byte(out, d->digits[0]));
  LN_TRY(ln_text_add_byte(out, '.'));
  LN_TRY(d->n > 1U ? ln_text_add(out, (ln_view){d->digits + 1, d->n - 1U})
                   : ln_text_add_byte(out, '0'));
  return ln_text_format(out, "E%lld", (long long)(d->point - 1));
}

static ln_status
keep(ln_ld_walk* const w, ln_text* const text, const ln_status st, ln_view* const out)
{
  if (st == LN_OK) {
    *out = ln_arena_copy(&w->arena, ln_text_view(text));
  }
  ln_text_clear(text);
  LN_TRY(st);
  return out->s ? LN_OK : LN_NO_MEM;
}

static ln_status
number_literal(ln_ld_walk* const          w,
               const ln_json_value* const value,
               const ln_view              datatype,
               ln_read_term* const        term)
{
  const decimal d     = decimal_of(value->text);
  const bool    typed = datatype.s && ln_view_equals(datatype, LN_V(XSD "double"));
  const bool    whole = is_whole(&d) && !typed;
  ln_text       text  = {0};
  const ln_view usual = whole ? LN_V(XSD "integer") : LN_V(XSD "double");
  term->datatype      = datatype.s ? datatype : usual;
  const ln_status st  = whole ? add_whole(&d, value->text, &text) : add_double(&d, &text);
  return keep(w, &text, st, &term->text);
}

ln_status
ln_ld_literal(ln_ld_walk* const          w,
              const ln_json_value* const value,
              const ln_view              datatype,
              ln_read_term* const        term)
{
  *term = (ln_read_term){.kind = LN_LITERAL, .text = value->text, .datatype = datatype};
  if (value->kind == LN_VALUE_NUMBER) {
    return number_literal(w, value, datatype, term);
  }
  if (value->kind == LN_VALUE_TRUE || value->kind == LN_VALUE_FALSE) {
    term->text     = value->kind == LN_VALUE_TRUE ? LN_V("true") : LN_V("false");
    term->datatype = datatype.s ? datatype : LN_V(XSD "boolean");
  }
  return LN_OK;
}

ln_status
ln_ld_scalar(ln_ld_walk* const          w,
             const ln_ld_way* const     way,
             const ln_json_value* const value,
             ln_read_term* const        term)
{
  const ln_view type  = way->term ? way->term->type : (ln_view){NULL, 0U};
  const bool    id    = type.s && ln_view_equals(type, LN_V("@id"));
  const bool    vocab = type.s && ln_view_equals(type, LN_V("@vocab"));
  const bool    none  = !type.s || ln_view_equals(type, LN_V("@none"));
  if ((id || vocab) && value->kind == LN_VALUE_STRING) {
    const unsigned how = (unsigned)LN_LD_RELATIVE | (vocab ? (unsigned)LN_LD_VOCAB : 0U);
    ln_view        iri = {NULL, 0U};
    LN_TRY(ln_ld_expand(&w->contexts, way->context, value->text, how, &iri));
    return ln_ld_node(w, iri, term);
  }
  const bool plain = none || id || vocab;
  LN_TRY(ln_ld_literal(w, value, plain ? (ln_view){NULL, 0U} : type, term));
  if (value->kind == LN_VALUE_STRING && none) {
    term->lang = way->term && way->term->has_lang ? way->term->lang : way->context->lang;
  }
  return LN_OK;
}

/* ---- rdf:JSON ---- */

/* Code units of UTF-16, one after the other. */
static uint32_t
next_unit(const ln_view text, size_t* const at, uint32_t* const pending)
{
  if (*pending != 0U) {
    const uint32_t low = *pending;
    *pending           = 0U;
    return low;
  }
  const uint32_t code = ln_utf8_next(text, at);
  if (code < 0x10000U) {
    return code;
  }
  *pending = 0xDC00U + ((code - 0x10000U) & 0x3FFU);
  return 0xD800U + ((code - 0x10000U) >> 10U);
}

static int
compare_members(const void* const x, const void* const y)
{
  const ln_view a  = (*(const ln_json_value* const*)x)->name;
  const ln_view b  = (*(const ln_json_value* const*)y)->name;
  size_t        i  = 0U;
  size_t        k  = 0U;
  uint32_t      pa = 0U;
  uint32_t      pb = 0U;
  while ((i < a.n || pa != 0U) && (k < b.n || pb != 0U)) {
    const uint32_t ua = next_unit(a, &i, &pa);
    const uint32_t ub = next_unit(b, &k, &pb);
    if (ua != ub) {
      return ua < ub ? -1 : 1;
    }
  }
  return (i < a.n || pa != 0U) - (k < b.n || pb != 0U);
}

static ln_status
add_string(const ln_view text, ln_text* const out)
{
  static const char SHORT[]   = "\"\\\b\f\n\r\t";
  static const char LETTERS[] = "\"\\bfnrt";
  LN_TRY(ln_text_add_byte(out, '"'));
  for (size_t i = 0U; i < text.n; ++i) {
    const char        c     = text.s[i];
    const char* const known = c != '\0' ? strchr(SHORT, c) : NULL;
    if (known) {
      LN_TRY(ln_text_add_byte(out, '\\'));
      LN_TRY(ln_text_add_byte(out, LETTERS[known - SHORT]));
    } else if ((unsigned char)c < ' ') {
      LN_TRY(ln_text_format(out, "\\u%04x", (unsigned)(unsigned char)c));
    } else {
      LN_TRY(ln_text_add_byte(out, c));
    }
  }
  return ln_text_add_byte(out, '"');
}

/* As ECMAScript writes numbers. */
static ln_status
add_number(const decimal* const d, ln_text* const out)
{
  const int64_t n      = (int64_t)d->n;
  const ln_view digits = {d->digits, d->n};
  if (d->n == 0U) {
    return ln_text_add_byte(out, '0');
  }
  LN_TRY(d->negative ? ln_text_add_byte(out, '-') : LN_OK);
  if (n <= d->point && d->point <= WHOLE_MOST) {
    LN_TRY(ln_text_add(out, digits));
    return add_zeros(out, d->point - n);
  }
  if (d->point > 0 && d->point <= WHOLE_MOST) {
    LN_TRY(ln_text_add(out, ln_view_first(digits, (size_t)d->point)));
    LN_TRY(ln_text_add_byte(out, '.'));
    return ln_text_add(out, ln_view_from(digits, (size_t)d->point));
  }
  if (d->point <= 0 && d->point > -FRACTION_MOST) {
    LN_TRY(ln_text_add(out, LN_V("0.")));
    LN_TRY(add_zeros(out, -d->point));
    return ln_text_add(out, digits);
  }
  LN_TRY(ln_text_add(out, ln_view_first(digits, 1U)));
  LN_TRY(n > 1 ? ln_text_add_byte(out, '.') : LN_OK);
  LN_TRY(ln_text_add(out, ln_view_from(digits, 1U)));
  return ln_text_format(out, "e%s%lld", d->point > 0 ? "+" : "", (long long)(d->point - 1));
}

static ln_status
add_scalar(ln_ld_walk* const w, const ln_json_value* const value, ln_text* const out)
{
  static const char* const WORDS[] = {
    [LN_VALUE_NULL] = "null", [LN_VALUE_FALSE] = "false", [LN_VALUE_TRUE] = "true"};
  if (value->kind == LN_VALUE_STRING) {
    return add_string(value->text, out);
  }
  if (value->kind != LN_VALUE_NUMBER) {
    return ln_text_add(out, ln_view_of(WORDS[value->kind]));
  }
  const decimal d = decimal_of(value->text);
  if (d.n > (size_t)DIGITS_SURE) {
    return ln_ld_refuse(
      &w->contexts, value->line, "a number of more than 15 digits in a value of the type @json");
  }
  return add_number(&d, out);
}

/* The parts of an array or object in the order in which they are written, and a mark behind. */
typedef struct {
  const ln_json_value** parts;
  size_t                n;
  size_t                at;
  bool                  object;
} opened;

static ln_status
open_value(ln_ld_walk* const w, const ln_json_value* const value, opened* const o)
{
  *o = (opened){.object = value->kind == LN_VALUE_OBJECT};
  for (const ln_json_value* v = value->first; v; v = v->next) {
    ++o->n;
  }
  o->parts = (const ln_json_value**)ln_arena_zero(&w->arena, o->n + 1U, sizeof(*o->parts));
  if (!o->parts) {
    return LN_NO_MEM;
  }
  size_t i = 0U;
  for (const ln_json_value* v = value->first; v; v = v->next) {
    o->parts[i++] = v;
  }
  if (o->object && o->n > 1U) {
    qsort((void*)o->parts, o->n, sizeof(*o->parts), compare_members);
  }
  return LN_OK;
}

/* Arrays and objects that are open are at most as many as a document may nest. */
static ln_status
add_json(ln_ld_walk* const          w,
         const ln_json_value* const value,
         opened* const              stack,
         ln_text* const             out)
{
  const ln_json_value* next  = value;
  size_t               depth = 0U;
  while (next || depth > 0U) {
    if (next && (next->kind == LN_VALUE_ARRAY || next->kind == LN_VALUE_OBJECT)) {
      LN_TRY(ln_text_add_byte(out, next->kind == LN_VALUE_ARRAY ? '[' : '{'));
      LN_TRY(open_value(w, next, &stack[depth]));
      ++depth;
    } else if (next) {
      LN_TRY(add_scalar(w, next, out));
    }
    opened* const top = depth > 0U ? &stack[depth - 1U] : NULL;
    next              = NULL;
    if (top && top->at == top->n) {
      LN_TRY(ln_text_add_byte(out, top->object ? '}' : ']'));
      --depth;
    } else if (top) {
      LN_TRY(top->at > 0U ? ln_text_add_byte(out, ',') : LN_OK);
      next = top->parts[top->at++];
      LN_TRY(top->object ? add_string(next->name, out) : LN_OK);
      LN_TRY(top->object ? ln_text_add_byte(out, ':') : LN_OK);
    }
  }
  return LN_OK;
}

ln_status
ln_ld_json(ln_ld_walk* const w, const ln_json_value* const value, ln_read_term* const term)
{
  opened* const stack = (opened*)ln_alloc_zero(LN_VALUE_DEPTH + 1U, sizeof(opened));
  ln_text       text  = {0};
  *term               = (ln_read_term){.kind = LN_LITERAL, .datatype = LN_V(RDF "JSON")};
  const ln_status st  = stack ? add_json(w, value, stack, &text) : LN_NO_MEM;
  ln_free(stack);
  return keep(w, &text, st, &term->text);
}
