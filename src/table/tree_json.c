/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   JSON (RFC 8259) by way of yajl, one value or many behind each other, as in JSON lines. The
   members of an array stand for it, each under its name. Numbers are taken as they are written.
   Bytes that are not UTF-8 are left for the check of cells, which names the cell. yajl tells where
   a token ends; where it begins is found from the end of the one before it, by a cursor that passes
   each byte once. What stands for half a surrogate pair becomes `?` in yajl, and what follows it
   may be lost; so the cursor looks at the escapes that it passes. */

#include "base/memory.h"
#include "base/text.h"
#include "table/tree_parser.h"

#include <yajl/yajl_parse.h>

/* What a value is called: a name in `names`, and which member of its object it is. Those of one
   array have one slot. */
typedef struct {
  size_t   at;
  size_t   n;
  uint32_t key;
} slot;

/* An open object or array. */
typedef struct {
  bool     is_array;
  slot     own;
  uint32_t keys; ///< of an object: members so far
} frame;

/* An escape as it is written, and where. */
typedef struct {
  char          text[6]; ///< \uD800
  size_t        n;       ///< characters passed; 0: there is none
  ln_tree_place place;
} escape;

typedef struct {
  ln_tree*        tree;
  ln_tree_parser* parser;
  yajl_handle     yajl;
  ln_status       status; ///< of a callback
  frame*          frames;
  size_t          depth;
  size_t          cap;
  ln_text         names;
  slot            member; ///< of the innermost object, named last
  ln_view         bytes;  ///< given last
  size_t          pos;    ///< of the cursor in them
  ln_tree_place   cursor;
  bool            begun; ///< a token that is not whole began at `begin`
  ln_tree_place   begin;
  escape          open; ///< being passed
  escape          high; ///< first half of a pair, whose second must come next
  escape          half; ///< the first in this token that is no pair
  char            problem[160];
} json;

/* ---- halves of surrogate pairs ---- */

static bool
is_half(const escape* const e, const char* const letters)
{
  return (e->text[2] == 'd' || e->text[2] == 'D') && strchr(letters, e->text[3]);
}

static void
keep_half(json* const j, const escape* const e)
{
  if (j->half.n == 0U) {
    j->half = *e;
  }
}

/* `high` is followed by something else than the other half. */
static void
end_high(json* const j)
{
  if (j->high.n > 0U) {
    keep_half(j, &j->high);
    j->high.n = 0U;
  }
}

static void
end_escape(json* const j)
{
  const escape e = j->open;
  j->open.n      = 0U;
  if (is_half(&e, "CDEFcdef")) {
    if (j->high.n == 0U) {
      keep_half(j, &e);
    }
    j->high.n = 0U;
    return;
  }
  end_high(j);
  if (is_half(&e, "89ABab")) {
    j->high = e;
  }
}

/* A character that is part of an escape, or stands behind one. */
static void
pass_escape(json* const j, const char c)
{
  escape* const e = &j->open;
  if (e->n == 0U && c == '\\') {
    *e = (escape){.text = {c}, .n = 1U, .place = j->cursor};
    return;
  }
  if (e->n == 0U || (e->n == 1U && c != 'u')) {
    e->n = 0U;
    end_high(j);
    return;
  }
  e->text[e->n++] = c;
  if (e->n == sizeof(e->text)) {
    end_escape(j);
  }
}

/* The half that the token that ends here has, if any; it is forgotten. */
static escape
take_half(json* const j)
{
  const escape half = j->half;
  j->half.n         = 0U;
  return half;
}

/* ---- places ---- */

static void
pass(json* const j, const size_t end)
{
  for (; j->pos < end; ++j->pos) {
    const unsigned char c = (unsigned char)j->bytes.s[j->pos];
    if (c == '\\' || j->open.n > 0U || j->high.n > 0U) {
      pass_escape(j, (char)c);
    }
    if (c == '\n') {
      j->cursor = (ln_tree_place){j->cursor.line + 1U, 1U, 1U};
    } else {
      ++j->cursor.column;
      j->cursor.letter += (c & 0xC0U) != 0x80U;
    }
  }
}

static void
pass_signs(json* const j, const char* const signs, const size_t end)
{
  size_t at = j->pos;
  while (at < end && j->bytes.s[at] != '\0' && strchr(signs, j->bytes.s[at])) {
    ++at;
  }
  pass(j, at);
}

static void
pass_separators(json* const j, const size_t end)
{
  pass_signs(j, " \t\r\n,:", end);
}

/* Behind the token that yajl has taken last, in the bytes given last. */
static size_t
token_end(const json* const j)
{
  const size_t consumed = yajl_get_bytes_consumed(j->yajl);
  return consumed < j->bytes.n ? consumed : j->bytes.n;
}

/* The token that ends here. */
static ln_tree_place
place_token(json* const j)
{
  const size_t  end   = token_end(j);
  ln_tree_place place = j->begin;
  if (!j->begun) {
    pass_separators(j, end);
    place = j->cursor;
  }
  j->begun = false;
  pass(j, end);
  return place;
}

/* What is left of the bytes belongs to a token that goes on in the next. */
static void
pass_rest(json* const j)
{
  if (!j->begun) {
    pass_separators(j, j->bytes.n);
    j->begun           = j->pos < j->bytes.n;
    j->begin           = j->cursor;
    j->parser->pending = 0U;
  }
  j->parser->pending += j->begun ? j->bytes.n - j->pos : 0U;
  pass(j, j->bytes.n);
  j->pos = 0U;
}

/* ---- what is found ---- */

static int
keep(json* const j, const ln_status status)
{
  j->status = status;
  return status == LN_OK;
}

static int
fail(json* const j, const char* const problem, const ln_tree_place* const place)
{
  j->parser->problem = problem;
  j->parser->place   = *place;
  return keep(j, LN_USAGE);
}

/* Of the value that begins. */
static slot
slot_now(const json* const j)
{
  const frame* const up = j->depth > 0U ? &j->frames[j->depth - 1U] : NULL;
  if (!up) {
    return (slot){.key = 1U}; /* the document */
  }
  return up->is_array ? up->own : j->member;
}

static ln_status
enter(const json* const j, const ln_node_kind kind, const ln_tree_place* const place)
{
  const slot    own   = slot_now(j);
  const ln_view name  = own.n > 0U ? (ln_view){j->names.s + own.at, own.n} : LN_V("");
  const bool    array = j->depth > 0U && j->frames[j->depth - 1U].is_array;
  return ln_tree_enter(j->tree, kind, name, own.key | (array ? LN_TREE_IN_ARRAY : 0U), place);
}

static int
on_value_at(json* const                j,
            const ln_node_kind         kind,
            const ln_view              text,
            const ln_tree_place* const place)
{
  if (!ln_tree_wants(j->tree)) {
    return 1;
  }
  ln_status st = enter(j, kind, place);
  st           = st == LN_OK ? ln_tree_text(j->tree, text, place) : st;
  return keep(j, st == LN_OK ? ln_tree_leave(j->tree) : st);
}

static int
on_value(json* const j, const ln_node_kind kind, const ln_view text)
{
  const ln_tree_place place = place_token(j);
  return on_value_at(j, kind, text, &place);
}

static int
on_null(void* const self)
{
  return on_value(self, LN_NODE_NULL, LN_V(""));
}

static int
on_boolean(void* const self, const int yes)
{
  return on_value(self, LN_NODE_WORD, yes ? LN_V("true") : LN_V("false"));
}

static int
on_number(void* const self, const char* const text, const size_t n)
{
  return on_value(self, LN_NODE_WORD, (ln_view){text, n});
}

static int
on_string(void* const self, const unsigned char* const text, const size_t n)
{
  json* const         j     = self;
  const ln_tree_place place = place_token(j);
  const escape        half  = take_half(j);
  return half.n > 0U ? on_value_at(j, LN_NODE_HALF, (ln_view){half.text, half.n}, &half.place)
                     : on_value_at(j, LN_NODE_STRING, (ln_view){(const char*)text, n}, &place);
}

static ln_status
push(json* const j, const bool is_array)
{
  if (j->depth == j->cap) {
    const size_t cap    = j->cap > 0U ? 2U * j->cap : 16U;
    frame* const frames = ln_realloc(j->frames, cap, sizeof(frame));
    if (!frames) {
      return LN_NO_MEM;
    }
    j->frames = frames;
    j->cap    = cap;
  }
  const slot own        = slot_now(j);
  j->frames[j->depth++] = (frame){.is_array = is_array, .own = own};
  return LN_OK;
}

static int
on_open(json* const j, const bool is_array)
{
  const ln_tree_place place = place_token(j);
  if (j->depth == (size_t)LN_TREE_DEPTH) {
    return fail(j, "more than 1000 objects and arrays stand inside each other", &place);
  }
  const ln_status st = is_array ? LN_OK : enter(j, LN_NODE_OBJECT, &place);
  return keep(j, st == LN_OK ? push(j, is_array) : st);
}

static int
on_close(json* const j, const bool is_array)
{
  (void)place_token(j);
  --j->depth;
  return is_array ? 1 : keep(j, ln_tree_leave(j->tree));
}

static int
on_start_map(void* const self)
{
  return on_open(self, false);
}

static int
on_end_map(void* const self)
{
  return on_close(self, false);
}

static int
on_start_array(void* const self)
{
  return on_open(self, true);
}

static int
on_end_array(void* const self)
{
  return on_close(self, true);
}

static int
on_key(void* const self, const unsigned char* const text, const size_t n)
{
  json* const   j    = self;
  frame* const  up   = &j->frames[j->depth - 1U];
  const ln_view name = {(const char*)text, n};
  (void)place_token(j);
  const escape half = take_half(j);
  if (!ln_tree_wants(j->tree)) {
    return 1;
  }
  j->names.n = up->own.at + up->own.n;
  /* Bytes that are no text, so that no path names it and no cell holds it. */
  const ln_view shown = half.n > 0U ? LN_V("\xED\xA0\x80") : name;
  j->member           = (slot){.at = j->names.n, .n = shown.n, .key = ++up->keys};
  return keep(j, ln_text_add(&j->names, shown));
}

/* ---- bytes come in ---- */

/* The first line of what yajl says. */
static void
explain(json* const j)
{
  unsigned char* const said = yajl_get_error(j->yajl, 0, NULL, 0U);
  const ln_view        text = ln_view_of((const char*)said);
  const size_t         end  = ln_view_find(text, '\n');
  const size_t         n    = end < sizeof(j->problem) ? end : sizeof(j->problem) - 1U;
  memcpy(j->problem, text.n > 0U ? text.s : "", n);
  j->problem[n]    = '\0';
  const bool token = !ln_view_starts(text, LN_V("lexical"));
  yajl_free_error(j->yajl, said);
  if (!j->begun) {
    /* yajl stands behind what is wrong, or sometimes in front of it. It may be a separator, unless
       it is no token at all. */
    const size_t behind = token_end(j);
    const size_t last   = behind > 0U ? behind - 1U : 0U;
    pass_separators(j, token ? last : j->bytes.n);
    pass_signs(j, " \t\r\n", j->bytes.n);
    j->begin = j->cursor;
  }
  j->parser->problem = j->problem;
  j->parser->place   = j->begin;
}

static ln_status
feed(void* const self, const ln_view bytes, const bool last)
{
  json* const j  = self;
  j->bytes       = bytes;
  j->pos         = 0U;
  yajl_status st = yajl_status_ok;
  if (bytes.n > 0U) {
    st = yajl_parse(j->yajl, (const unsigned char*)bytes.s, bytes.n);
  }
  if (st == yajl_status_ok) {
    pass_rest(j);
    j->bytes = LN_V("");
    st       = last ? yajl_complete_parse(j->yajl) : st;
  }
  LN_TRY(j->status);
  if (st != yajl_status_ok) {
    explain(j);
    j->status = LN_USAGE;
    return LN_USAGE;
  }
  return LN_OK;
}

static void
free_json(void* const self)
{
  json* const j = self;
  if (j->yajl) {
    yajl_free(j->yajl);
  }
  ln_text_clear(&j->names);
  ln_free(j->frames);
  ln_free(j);
}

bool
ln_tree_json_idle(const ln_tree_parser* const parser)
{
  const json* const j = parser->self;
  return j->depth == 0U && !j->begun;
}

static ln_status
begin(json* const j, const uint64_t line)
{
  static const yajl_callbacks callbacks = {.yajl_null        = on_null,
                                           .yajl_boolean     = on_boolean,
                                           .yajl_number      = on_number,
                                           .yajl_string      = on_string,
                                           .yajl_start_map   = on_start_map,
                                           .yajl_map_key     = on_key,
                                           .yajl_end_map     = on_end_map,
                                           .yajl_start_array = on_start_array,
                                           .yajl_end_array   = on_end_array};
  j->cursor                             = (ln_tree_place){line, 1U, 1U};
  j->yajl                               = yajl_alloc(&callbacks, NULL, j);
  if (!j->yajl) {
    return LN_NO_MEM;
  }
  (void)yajl_config(j->yajl, yajl_allow_multiple_values, 1);
  (void)yajl_config(j->yajl, yajl_dont_validate_strings, 1);
  return LN_OK;
}

ln_status
ln_tree_json_restart(ln_tree_parser* const parser, const uint64_t line)
{
  json* const j   = parser->self;
  parser->pending = 0U;
  j->status       = LN_OK;
  j->depth        = 0U;
  j->begun        = false;
  j->open.n       = 0U;
  j->high.n       = 0U;
  j->half.n       = 0U;
  j->pos          = 0U;
  ln_text_reset(&j->names);
  if (j->yajl) {
    yajl_free(j->yajl);
  }
  return begin(j, line);
}

ln_status
ln_tree_json_open(ln_tree* const tree, ln_tree_parser* const parser)
{
  json* const j = ln_alloc_zero(1U, sizeof(json));
  *parser       = (ln_tree_parser){.feed = feed, .free = free_json, .self = j};
  if (!j) {
    return LN_NO_MEM;
  }
  j->tree   = tree;
  j->parser = parser;
  return begin(j, 1U);
}
