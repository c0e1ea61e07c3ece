/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON as a tree with lines, which jansson does not keep. One pass, in which the container at hand
   is a pointer and not a call, so that nesting costs no stack. Strings are checked and, if they
   hold escapes, spelt out; numbers stay as they are written. Members of one name are looked for
   only when their object is closed and small ones by comparing, so that reading stays linear. */

#include "graph/json_value.h"

#include "base/dict.h"
#include "base/utf8.h"

#include <string.h>

enum { FEW_MEMBERS = 16 };

typedef struct {
  ln_view        text;
  size_t         at;
  uint64_t       line;
  size_t         line_start;
  ln_arena*      arena;
  ln_json_value* open; ///< innermost container; NULL: none
  size_t         depth;
  ln_json_value* root;
  ln_json_fault* fault;
} parser;

static ln_status
fail(const parser* const p, const char* const problem)
{
  *p->fault = (ln_json_fault){problem, p->line, p->at - p->line_start + 1U};
  return LN_USAGE;
}

static void
skip_blanks(parser* const p)
{
  for (; p->at < p->text.n; ++p->at) {
    const char c = p->text.s[p->at];
    if (c == '\n') {
      ++p->line;
      p->line_start = p->at + 1U;
    } else if (c != ' ' && c != '\t' && c != '\r') {
      return;
    }
  }
}

static char
peek(const parser* const p)
{
  if (p->at < p->text.n) {
    return p->text.s[p->at];
  }
  return '\0';
}

static ln_json_value*
add_value(parser* const p, const ln_value_kind kind, const ln_view name)
{
  ln_json_value* const v = (ln_json_value*)ln_arena_zero(p->arena, 1U, sizeof(*v));
  if (!v) {
    return NULL;
  }
  *v = (ln_json_value){.up = p->open, .name = name, .kind = kind, .line = p->line};
  if (!p->open) {
    p->root = v;
  } else if (p->open->last) {
    p->open->last->next = v;
    p->open->last       = v;
  } else {
    p->open->first = v;
    p->open->last  = v;
  }
  return v;
}

static int
hex_of(const char c)
{
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char lower = (char)(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* Four digits at `at`. */
static bool
read_unit(const ln_view text, const size_t at, uint32_t* const unit)
{
  *unit = 0U;
  for (size_t i = 0U; i < 4U; ++i) {
    const int digit = at + i < text.n ? hex_of(text.s[at + i]) : -1;
    if (digit < 0) {
      return false;
    }
    *unit = (*unit << 4U) | (uint32_t)digit;
  }
  return true;
}

/* What stands behind `\u`, maybe as a pair; `*at` is behind the u and moves behind the digits. */
static bool
read_code(const ln_view text, size_t* const at, uint32_t* const code)
{
  uint32_t low = 0U;
  if (!read_unit(text, *at, code)) {
    return false;
  }
  *at += 4U;
  if (*code < 0xD800U || *code > 0xDFFFU) {
    return true;
  }
  if (*code > 0xDBFFU || *at + 2U > text.n || text.s[*at] != '\\' || text.s[*at + 1U] != 'u' ||
      !read_unit(text, *at + 2U, &low) || low < 0xDC00U || low > 0xDFFFU) {
    return false;
  }
  *at += 6U;
  *code = 0x10000U + ((*code - 0xD800U) << 10U) + (low - 0xDC00U);
  return true;
}

/* The end of the string whose first byte is at hand, and whether it holds escapes. */
static ln_status
find_end(parser* const p, size_t* const end, bool* const escaped)
{
  *escaped = false;
  for (*end = p->at; *end < p->text.n && p->text.s[*end] != '"'; ++*end) {
    if ((unsigned char)p->text.s[*end] < ' ') {
      p->at = *end;
      return fail(p, "a string holds a control character");
    }
    if (p->text.s[*end] == '\\') {
      *escaped = true;
      ++*end;
    }
  }
  return *end < p->text.n ? LN_OK : fail(p, "a string is not closed");
}

/* Spell out the escapes of a string; what is meant is never longer than what is written. */
static ln_status
spell_out(parser* const p, const size_t end, ln_view* const out)
{
  static const char LETTERS[] = "\"\\/bfnrt";
  static const char MEANT[]   = "\"\\/\b\f\n\r\t";
  char* const       s         = (char*)ln_arena_take(p->arena, end - p->at + 1U);
  size_t            n         = 0U;
  if (!s) {
    return LN_NO_MEM;
  }
  for (size_t i = p->at; i < end;) {
    if (p->text.s[i] != '\\') {
      s[n++] = p->text.s[i++];
      continue;
    }
    const char        c     = p->text.s[i + 1U];
    const char* const known = c != '\0' ? strchr(LETTERS, c) : NULL;
    uint32_t          code  = 0U;
    const size_t      begin = i;
    i += 2U;
    if (known) {
      s[n++] = MEANT[known - LETTERS];
    } else if (c == 'u' && read_code(p->text, &i, &code) && i <= end) {
      n += ln_utf8_put(code, s + n);
    } else {
      p->at = begin;
      return fail(p, "a string holds an escape that stands for nothing");
    }
  }
  *out = (ln_view){s, n};
  return LN_OK;
}

static ln_status
read_string(parser* const p, ln_view* const out)
{
  size_t end     = 0U;
  bool   escaped = false;
  ++p->at;
  LN_TRY(find_end(p, &end, &escaped));
  *out = (ln_view){p->text.s + p->at, end - p->at};
  if (escaped) {
    LN_TRY(spell_out(p, end, out));
  }
  p->at = end + 1U;
  return LN_OK;
}

static size_t
skip_digits(const parser* const p, size_t at)
{
  while (at < p->text.n && p->text.s[at] >= '0' && p->text.s[at] <= '9') {
    ++at;
  }
  return at;
}

/* Behind a fraction or an exponent that may stand at `at`; 0 if it has no digits. */
static size_t
skip_part(const parser* const p, size_t at, const bool exponent)
{
  const bool there =
    at < p->text.n && (exponent ? (p->text.s[at] | 0x20) == 'e' : p->text.s[at] == '.');
  if (!there) {
    return at;
  }
  ++at;
  if (exponent && at < p->text.n && (p->text.s[at] == '+' || p->text.s[at] == '-')) {
    ++at;
  }
  const size_t end = skip_digits(p, at);
  return end > at ? end : 0U;
}

static ln_status
read_number(parser* const p, ln_view* const out)
{
  const size_t begin = p->at + (peek(p) == '-' ? 1U : 0U);
  const bool   zero  = begin < p->text.n && p->text.s[begin] == '0';
  size_t       end   = zero ? begin + 1U : skip_digits(p, begin);
  const bool   whole = end > begin;
  end                = whole ? skip_part(p, end, false) : 0U;
  end                = end > 0U ? skip_part(p, end, true) : 0U;
  if (end == 0U) {
    return fail(p, "this is no value");
  }
  *out  = (ln_view){p->text.s + p->at, end - p->at};
  p->at = end;
  return LN_OK;
}

static bool
take_word(parser* const p, const char* const word)
{
  const bool is = ln_view_starts(ln_view_from(p->text, p->at), ln_view_of(word));
  p->at += is ? strlen(word) : 0U;
  return is;
}

static ln_status
read_scalar(parser* const p, const ln_view name)
{
  static const char* const WORDS[] = {"null", "false", "true"};
  ln_json_value* const     v       = add_value(p, LN_VALUE_NULL, name);
  if (!v) {
    return LN_NO_MEM;
  }
  if (peek(p) == '"') {
    v->kind = LN_VALUE_STRING;
    return read_string(p, &v->text);
  }
  for (int i = 0; i < 3; ++i) {
    if (take_word(p, WORDS[i])) {
      v->kind = (ln_value_kind)i;
      return LN_OK;
    }
  }
  v->kind = LN_VALUE_NUMBER;
  return read_number(p, &v->text);
}

static ln_status
open_container(parser* const p, const ln_view name)
{
  ln_json_value* const v = add_value(p, peek(p) == '[' ? LN_VALUE_ARRAY : LN_VALUE_OBJECT, name);
  if (!v) {
    return LN_NO_MEM;
  }
  if (++p->depth > LN_VALUE_DEPTH) {
    return fail(p, "more than 1000 arrays and objects stand in each other");
  }
  p->open = v;
  ++p->at;
  return LN_OK;
}

/* `later` counts instead of `earlier`, which takes its content. */
static void
replace(ln_json_value* const earlier, const ln_json_value* const later)
{
  earlier->kind  = later->kind;
  earlier->text  = later->text;
  earlier->first = later->first;
  earlier->last  = later->last;
  earlier->line  = later->line;
  for (ln_json_value* v = earlier->first; v; v = v->next) {
    v->up = earlier;
  }
}

static void
unlink_behind(ln_json_value* const object, ln_json_value* const before)
{
  const ln_json_value* const gone = before->next;
  before->next                    = gone->next;
  object->last                    = object->last == gone ? before : object->last;
}

static void
join_few(ln_json_value* const object)
{
  for (ln_json_value* a = object->first; a; a = a->next) {
    for (ln_json_value* before = a; before->next;) {
      if (ln_view_equals(before->next->name, a->name)) {
        replace(a, before->next);
        unlink_behind(object, before);
      } else {
        before = before->next;
      }
    }
  }
}

static ln_status
join_many(parser* const p, ln_json_value* const object, const size_t n)
{
  ln_dict* const        names  = ln_dict_new();
  ln_json_value** const by     = (ln_json_value**)ln_arena_zero(p->arena, n, sizeof(*by));
  ln_json_value*        before = object->first;
  uint32_t              number = 0U;
  ln_status             st     = names && by ? LN_OK : LN_NO_MEM;
  if (st == LN_OK) {
    by[0] = before;
    st    = ln_dict_add(names, before->name, &number, NULL);
  }
  while (st == LN_OK && before->next) {
    ln_json_value* const v     = before->next;
    bool                 fresh = false;
    st                         = ln_dict_add(names, v->name, &number, &fresh);
    if (st == LN_OK && !fresh) {
      replace(by[number], v);
      unlink_behind(object, before);
    } else if (st == LN_OK) {
      by[number] = v;
      before     = v;
    }
  }
  ln_dict_free(names);
  return st;
}

static ln_status
close_container(parser* const p)
{
  ln_json_value* const v = p->open;
  size_t               n = 0U;
  for (const ln_json_value* m = v->kind == LN_VALUE_OBJECT ? v->first : NULL; m; m = m->next) {
    ++n;
  }
  ++p->at;
  p->open = v->up;
  --p->depth;
  if (n > FEW_MEMBERS) {
    return join_many(p, v, n);
  }
  if (n > 1U) {
    join_few(v);
  }
  return LN_OK;
}

static ln_status
read_name(parser* const p, ln_view* const name)
{
  if (peek(p) != '"') {
    return fail(p, "the name of a member is missing, in quotes");
  }
  LN_TRY(read_string(p, name));
  if (!name->s) {
    name->s = "";
  }
  skip_blanks(p);
  if (peek(p) != ':') {
    return fail(p, "a colon is missing");
  }
  ++p->at;
  skip_blanks(p);
  return LN_OK;
}

static ln_status
read_value(parser* const p)
{
  ln_view name = {NULL, 0U};
  if (p->open && p->open->kind == LN_VALUE_OBJECT) {
    LN_TRY(read_name(p, &name));
  }
  return peek(p) == '{' || peek(p) == '[' ? open_container(p, name) : read_scalar(p, name);
}

/* Behind a value: a comma and another one, or the end of what it stands in. */
static ln_status
go_on(parser* const p, bool* const ended)
{
  for (;;) {
    skip_blanks(p);
    if (!p->open) {
      *ended = true;
      return p->at == p->text.n ? LN_OK : fail(p, "something stands behind the end");
    }
    const char close = p->open->kind == LN_VALUE_OBJECT ? '}' : ']';
    const char c     = peek(p);
    if (c == ',' && p->open->first) {
      ++p->at;
      skip_blanks(p);
      return LN_OK;
    }
    if (c != close) {
      if (!p->open->first) {
        return LN_OK;
      }
      return fail(p, p->at == p->text.n ? "the text ends too early" : "a comma is missing");
    }
    LN_TRY(close_container(p));
  }
}

ln_status
ln_json_value_read(const ln_view         text,
                   ln_arena* const       arena,
                   ln_json_value** const value,
                   ln_json_fault* const  fault)
{
  parser       p     = {.text = text, .line = 1U, .arena = arena, .fault = fault};
  const size_t good  = ln_utf8_valid(text);
  bool         ended = false;
  if (ln_view_starts(text, LN_V("\xEF\xBB\xBF"))) {
    p.at = 3U;
  }
  skip_blanks(&p);
  while (!ended) {
    LN_TRY(read_value(&p));
    if (p.at > good) {
      return fail(&p, "this is not UTF-8");
    }
    LN_TRY(go_on(&p, &ended));
  }
  *value = p.root;
  return LN_OK;
}

const ln_json_value*
ln_json_value_member(const ln_json_value* const object, const ln_view name)
{
  if (!object || object->kind != LN_VALUE_OBJECT) {
    return NULL;
  }
  for (const ln_json_value* v = object->first; v; v = v->next) {
    if (ln_view_equals(v->name, name)) {
      return v;
    }
  }
  return NULL;
}
