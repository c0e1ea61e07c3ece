/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Quotations in a text. Normal form KD is made a code point at a time, so that each piece remembers
   the character it came from; equivalence under KC is the same. Quotations are looked for all
   together, with the automaton of Aho and Corasick (CACM 18, 1975): its states are the numbers that
   a dictionary gives to pairs of a state and a code point, so no table of the alphabet is needed.
   Invariant: a state has a greater number than the one it goes on from. Cost: a look-up or two for
   each code point. */

#include "base/passage.h"

#include "base/dict.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <utf8proc.h>

#include <string.h>

/* Code points that are compared, and the character that each comes from. */
typedef struct {
  int32_t*  code;
  uint32_t* from;
  size_t    n;
  size_t    cap;
} folded;

typedef struct {
  uint32_t   length; ///< in folded code points
  uint32_t   next;   ///< another quotation that is the same, or NONE
  uint64_t   near;
  ln_passage found;
} wanted;

typedef struct {
  uint32_t fail;   ///< the longest end of this state that is a state, too
  uint32_t before; ///< the state it goes on from
  int32_t  code;
  uint32_t depth;
  uint32_t ends;    ///< the first quotation that ends here, or NONE
  uint32_t shorter; ///< the nearest state on the way of `fail` where one ends, or 0
} state;

struct ln_passages {
  folded   text;
  uint64_t size;
  ln_dict* steps;  ///< state and code point; the number is that of the state behind, less 1
  state*   states; ///< the first is that of nothing
  size_t   n_states;
  size_t   cap_states;
  wanted*  wanted;
  size_t   n_wanted;
  size_t   cap_wanted;
};

enum { NONE = UINT32_MAX, PIECES = 32 };

/* ---- folding ---- */

static int32_t
fold_code(const int32_t code)
{
  switch (code) {
  case 0x2018: /* quotation marks and apostrophes */
  case 0x2019:
  case 0x201A:
  case 0x201B:
  case 0x2032:
  case 0x2039:
  case 0x203A:
  case 0x02BC:
  case 0x00B4:
  case 0x0060:
    return '\'';
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x201F:
  case 0x2033:
  case 0x00AB:
  case 0x00BB:
    return '"';
  case 0x2010: /* dashes; U+2011 is U+2010 in form KD */
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2014:
  case 0x2015:
  case 0x2212:
    return '-';
  default:
    return code;
  }
}

static bool
is_blank(const int32_t code)
{
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0x2028 ||
         code == 0x2029 || code == 0x1680;
}

static ln_status
have_room(folded* const f, const size_t more)
{
  if (f->cap - f->n >= more) {
    return LN_OK;
  }
  const size_t   cap   = (2U * f->cap) + more + 64U;
  int32_t* const code  = ln_realloc(f->code, cap, sizeof(int32_t));
  f->code              = code ? code : f->code;
  uint32_t* const from = code ? ln_realloc(f->from, cap, sizeof(uint32_t)) : NULL;
  if (!from) {
    return LN_NO_MEM;
  }
  f->from = from;
  f->cap  = cap;
  return LN_OK;
}

/* A mark goes in front of those of a higher class behind the same base (UAX 15, D109). */
static void
put_in_order(folded* const f)
{
  const utf8proc_property_t* const own = utf8proc_get_property(f->code[f->n - 1U]);
  for (size_t i = f->n - 1U; own->combining_class != 0 && i > 0U; --i) {
    const utf8proc_property_t* const before = utf8proc_get_property(f->code[i - 1U]);
    if (before->combining_class <= own->combining_class) {
      return;
    }
    const int32_t  code = f->code[i];
    const uint32_t from = f->from[i];
    f->code[i]          = f->code[i - 1U];
    f->from[i]          = f->from[i - 1U];
    f->code[i - 1U]     = code;
    f->from[i - 1U]     = from;
  }
}

static void
add_code(folded* const f, const int32_t code, const uint32_t from)
{
  const int32_t c = is_blank(code) ? ' ' : fold_code(code);
  if (c == ' ' && f->n > 0U && f->code[f->n - 1U] == ' ') {
    return;
  }
  f->code[f->n] = c;
  f->from[f->n] = from;
  ++f->n;
  put_in_order(f);
}

/* The options of utf8proc are bits of an enumeration, hence the cast. */
static utf8proc_option_t
decomposing(void)
{
  const int bits = UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_IGNORE;
  return (utf8proc_option_t)bits; // NOLINT(clang-analyzer-optin.core.EnumCastOutOfRange)
}

/* A spacing accent would fall apart into a blank and a mark, so signs are folded before. */
static ln_status
add_character(folded* const f, const uint32_t character, const uint32_t from)
{
  utf8proc_int32_t       pieces[PIECES];
  int                    last  = 0;
  const int32_t          first = fold_code((int32_t)character);
  const utf8proc_ssize_t n = utf8proc_decompose_char(first, pieces, PIECES, decomposing(), &last);
  LN_TRY(have_room(f, n > 0 ? (size_t)n : 1U));
  for (utf8proc_ssize_t i = 0; i < n && i < PIECES; ++i) {
    add_code(f, pieces[i], from);
  }
  return LN_OK;
}

static ln_status
fold_text(const ln_view text, folded* const f, uint64_t* const size)
{
  size_t at = 0U;
  *size     = 0U;
  while (at < text.n && *size < UINT32_MAX) {
    const uint32_t character = ln_utf8_next(text, &at);
    LN_TRY(add_character(f, character, (uint32_t)*size));
    ++*size;
  }
  return LN_OK;
}

/* A quotation, without blanks at its ends. */
static ln_status
fold_quote(const ln_view quote, folded* const f, size_t* const first)
{
  uint64_t size = 0U;
  LN_TRY(fold_text(quote, f, &size));
  *first = f->n > 0U && f->code[0] == ' ' ? 1U : 0U;
  f->n -= f->n > *first && f->code[f->n - 1U] == ' ' ? 1U : 0U;
  return LN_OK;
}

static void
clear_folded(folded* const f)
{
  ln_free(f->code);
  ln_free(f->from);
  *f = (folded){0};
}

/* ---- places ---- */

/* Whether no character of the text is cut at this place. A mark belongs to what is before it. */
static bool
is_edge(const folded* const text, const size_t at)
{
  return at == 0U || at == text->n ||
         (text->from[at] != text->from[at - 1U] &&
          utf8proc_get_property(text->code[at])->combining_class == 0);
}

/* The position behind the character that stands before this place. Its marks may have changed their
   order. */
static uint64_t
end_of(const folded* const text, const size_t at)
{
  uint32_t last = text->from[at - 1U];
  for (size_t i = at - 1U; i > 0U && utf8proc_get_property(text->code[i])->combining_class != 0;
       --i) {
    last = text->from[i - 1U] > last ? text->from[i - 1U] : last;
  }
  return (uint64_t)last + 1U;
}

/* The first place that comes from this character or one behind it. */
static size_t
place_of(const folded* const text, const uint64_t position)
{
  size_t low  = 0U;
  size_t high = text->n;
  while (low < high) {
    const size_t middle = low + ((high - low) / 2U);
    if (text->from[middle] < position) {
      low = middle + 1U;
    } else {
      high = middle;
    }
  }
  return low;
}

ln_status
ln_passages_at(const ln_passages* const passages,
               const ln_view            quote,
               const uint64_t           start,
               uint64_t* const          end,
               bool* const              yes)
{
  const folded* const text  = &passages->text;
  folded              f     = {0};
  size_t              first = 0U;
  ln_status           st    = fold_quote(quote, &f, &first);
  size_t              at    = place_of(text, start);
  const size_t        n     = f.n - first;
  *yes = st == LN_OK && f.n > first && at < text->n && text->from[at] == start &&
         text->n - at >= n && memcmp(text->code + at, f.code + first, n * sizeof(int32_t)) == 0 &&
         is_edge(text, at) && is_edge(text, at + n);
  *end = *yes ? end_of(text, at + n) : 0U;
  clear_folded(&f);
  return st;
}

/* ---- the automaton ---- */

static uint32_t
step(const ln_passages* const p, const uint32_t from, const int32_t code)
{
  const uint32_t key[2] = {from, (uint32_t)code};
  const uint32_t number = ln_dict_find(p->steps, (ln_view){(const char*)key, sizeof(key)});
  return number == LN_DICT_NONE ? 0U : number + 1U;
}

static ln_status
add_state(ln_passages* const p, const uint32_t before, const int32_t code, uint32_t* const to)
{
  const uint32_t key[2] = {before, (uint32_t)code};
  bool           added  = false;
  if (p->n_states == p->cap_states) {
    const size_t cap  = p->cap_states > 0U ? 2U * p->cap_states : 256U;
    state* const more = ln_realloc(p->states, cap, sizeof(state));
    if (!more) {
      return LN_NO_MEM;
    }
    p->states     = more;
    p->cap_states = cap;
  }
  LN_TRY(ln_dict_add(p->steps, (ln_view){(const char*)key, sizeof(key)}, to, &added));
  ++*to;
  if (added) {
    p->states[p->n_states++] =
      (state){.before = before, .code = code, .depth = p->states[before].depth + 1U, .ends = NONE};
  }
  return LN_OK;
}

static ln_status
add_path(ln_passages* const p, const folded* const f, const size_t first, const uint32_t number)
{
  uint32_t at = 0U;
  for (size_t i = first; i < f->n; ++i) {
    LN_TRY(add_state(p, at, f->code[i], &at));
  }
  if (at != 0U) {
    p->wanted[number].length = (uint32_t)(f->n - first);
    p->wanted[number].next   = p->states[at].ends;
    p->states[at].ends       = number;
  }
  return LN_OK;
}

ln_status
ln_passages_add(ln_passages* const passages,
                const ln_view      quote,
                const uint64_t     near,
                uint32_t* const    number)
{
  folded f     = {0};
  size_t first = 0U;
  if (passages->n_wanted == passages->cap_wanted) {
    const size_t  cap  = passages->cap_wanted > 0U ? 2U * passages->cap_wanted : 64U;
    wanted* const more = ln_realloc(passages->wanted, cap, sizeof(wanted));
    if (!more) {
      return LN_NO_MEM;
    }
    passages->wanted     = more;
    passages->cap_wanted = cap;
  }
  *number                   = (uint32_t)passages->n_wanted++;
  passages->wanted[*number] = (wanted){.next = NONE, .near = near};
  ln_status st              = fold_quote(quote, &f, &first);
  st                        = st == LN_OK ? add_path(passages, &f, first, *number) : st;
  clear_folded(&f);
  return st;
}

/* The longest end of what was read that some quotation begins with. */
static uint32_t
go_on(const ln_passages* const p, uint32_t at, const int32_t code)
{
  uint32_t to = step(p, at, code);
  while (to == 0U && at != 0U) {
    at = p->states[at].fail;
    to = step(p, at, code);
  }
  return to;
}

static void
link_state(ln_passages* const p, const uint32_t number)
{
  state* const s       = &p->states[number];
  s->fail              = s->depth > 1U ? go_on(p, p->states[s->before].fail, s->code) : 0U;
  const state* const f = &p->states[s->fail];
  s->shorter           = f->ends != NONE ? s->fail : f->shorter;
}

/* States that are nearer to the beginning come first: theirs are the ends of those behind. */
static ln_status
link_states(ln_passages* const p)
{
  uint32_t deepest = 0U;
  for (size_t i = 0U; i < p->n_states; ++i) {
    deepest = p->states[i].depth > deepest ? p->states[i].depth : deepest;
  }
  size_t* const   begins = ln_alloc_zero((size_t)deepest + 2U, sizeof(size_t));
  uint32_t* const order  = ln_alloc_zero(p->n_states, sizeof(uint32_t));
  if (!begins || !order) {
    ln_free(begins);
    ln_free(order);
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < p->n_states; ++i) {
    ++begins[p->states[i].depth + 1U];
  }
  for (size_t i = 1U; i <= deepest; ++i) {
    begins[i] += begins[i - 1U];
  }
  for (size_t i = 0U; i < p->n_states; ++i) {
    order[begins[p->states[i].depth]++] = (uint32_t)i;
  }
  for (size_t i = 1U; i < p->n_states; ++i) {
    link_state(p, order[i]);
  }
  ln_free(begins);
  ln_free(order);
  return LN_OK;
}

static uint64_t
distance(const uint64_t a, const uint64_t b)
{
  return a > b ? a - b : b - a;
}

/* A quotation ends before place `at` of the text. */
static void
meet(const ln_passages* const p, wanted* const w, const size_t at)
{
  const folded* const text  = &p->text;
  const size_t        first = at - w->length;
  if (!is_edge(text, first) || !is_edge(text, at)) {
    return;
  }
  const uint64_t start = text->from[first];
  if (w->found.n == 0U || distance(start, w->near) < distance(w->found.start, w->near)) {
    w->found.start = start;
    w->found.end   = end_of(text, at);
  }
  ++w->found.n;
}

ln_status
ln_passages_find(ln_passages* const passages)
{
  uint32_t at = 0U;
  LN_TRY(link_states(passages));
  for (size_t i = 0U; i < passages->text.n; ++i) {
    at = go_on(passages, at, passages->text.code[i]);
    for (uint32_t s = at; s != 0U; s = passages->states[s].shorter) {
      for (uint32_t q = passages->states[s].ends; q != NONE; q = passages->wanted[q].next) {
        meet(passages, &passages->wanted[q], i + 1U);
      }
    }
  }
  return LN_OK;
}

ln_passage
ln_passages_found(const ln_passages* const passages, const uint32_t number)
{
  return passages->wanted[number].found;
}

/* ---- the whole ---- */

ln_status
ln_passages_new(const ln_view text, ln_passages** const passages)
{
  ln_passages* const p = ln_alloc_zero(1U, sizeof(ln_passages));
  *passages            = NULL;
  if (!p) {
    return LN_NO_MEM;
  }
  p->steps     = ln_dict_new();
  p->states    = ln_alloc_zero(1U, sizeof(state));
  ln_status st = p->steps && p->states ? fold_text(text, &p->text, &p->size) : LN_NO_MEM;
  if (st != LN_OK) {
    ln_passages_free(p);
    return st;
  }
  p->states[0]  = (state){.ends = NONE};
  p->n_states   = 1U;
  p->cap_states = 1U;
  *passages     = p;
  return LN_OK;
}

void
ln_passages_free(ln_passages* const passages)
{
  if (passages) {
    clear_folded(&passages->text);
    ln_dict_free(passages->steps);
    ln_free(passages->states);
    ln_free(passages->wanted);
    ln_free(passages);
  }
}

uint64_t
ln_passages_size(const ln_passages* const passages)
{
  return passages->size;
}
