/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   JSON as it may be cut into lines. What a file is shows itself: if its first line is a whole
   value, it is JSON lines, and then a line that is broken costs no other. A first line that is
   broken is told from the beginning of a document by what stands below: `{` where no document could
   go on. Invariant: the parser inside is at the beginning of a value whenever a line of JSON lines
   begins. Bytes are looked at once more for their line ends; a document is handed on whole. */

#include "base/memory.h"
#include "table/tree_parser.h"

typedef enum {
  FIRST,    ///< nothing is known
  BELOW,    ///< the first line ended inside a value: what stands below it tells
  REFUSED,  ///< the first line is broken: the same
  LINES,    ///< JSON lines
  SKIPPING, ///< the rest of a line of them that is broken
  DOCUMENT, ///< one value, or several that do not keep to lines
} mode;

typedef struct {
  ln_tree*        tree;
  ln_tree_parser* parser;
  ln_tree_parser  inner;
  mode            mode;
  bool            object; ///< the first line begins with `{`
  bool            blank;  ///< the line at hand is, so far
  bool            passed; ///< REFUSED: the rest of the first line is
  uint64_t        line;   ///< at hand, from 1
  ln_tree_place   begin;  ///< of it; BELOW: of the one that is open
} lines;

static bool
is_space(const char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The parser inside has failed: so has this one. */
static ln_status
fail(lines* const l)
{
  l->parser->problem = l->inner.problem;
  l->parser->place   = l->inner.place;
  return LN_USAGE;
}

/* Leave the line at hand out, and begin anew with the line of that number. */
static ln_status
refuse(lines* const l, const char* const problem, const ln_tree_place* const place, uint64_t line)
{
  LN_TRY(ln_tree_refuse(l->tree, ln_view_of(problem), place));
  return ln_tree_json_restart(&l->inner, line);
}

static ln_status
refuse_open(lines* const l, const uint64_t line)
{
  return refuse(l, "the line ends before its value does", &l->begin, line);
}

/* Bytes of the line at hand, its end among them if `ends`. */
static ln_status
take(lines* const l, const ln_view bytes, const bool ends)
{
  const ln_status st = l->inner.feed(l->inner.self, bytes, false);
  if (st == LN_USAGE && l->mode == FIRST && l->object) {
    l->mode   = REFUSED;
    l->passed = ends;
    return LN_OK;
  }
  if (st == LN_USAGE && l->mode == LINES) {
    l->mode = ends ? LINES : SKIPPING;
    return refuse(l, l->inner.problem, &l->inner.place, l->line + 1U);
  }
  if (st != LN_OK || !ends || l->blank) {
    return st == LN_USAGE ? fail(l) : st;
  }
  if (l->mode == FIRST) {
    l->mode = ln_tree_json_idle(&l->inner) ? LINES : BELOW;
  } else if (l->mode == LINES && !ln_tree_json_idle(&l->inner)) {
    return refuse_open(l, l->line + 1U);
  }
  return LN_OK;
}

/* The first byte below the first line, which may tell that it was one of several. */
static ln_status
decide(lines* const l, const ln_view byte)
{
  const bool      begins = l->object && byte.s[0] == '{';
  const ln_status st     = l->mode == BELOW ? l->inner.feed(l->inner.self, byte, false) : LN_USAGE;
  if (st == LN_USAGE && begins) {
    LN_TRY(l->mode == BELOW ? refuse_open(l, l->line)
                            : refuse(l, l->inner.problem, &l->inner.place, l->line));
    l->mode  = LINES;
    l->begin = (ln_tree_place){l->line, 1U, 1U};
    return l->inner.feed(l->inner.self, byte, false);
  }
  l->mode = DOCUMENT;
  return st == LN_USAGE ? fail(l) : st;
}

static void
look_at(lines* const l, const ln_view bytes)
{
  size_t at = 0U;
  while (l->blank && at < bytes.n && is_space(bytes.s[at])) {
    ++at;
  }
  if (l->blank && at < bytes.n) {
    l->blank  = false;
    l->object = l->mode == FIRST ? bytes.s[at] == '{' : l->object;
  }
}

static void
next_line(lines* const l)
{
  ++l->line;
  l->begin = l->mode == BELOW ? l->begin : (ln_tree_place){l->line, 1U, 1U};
  l->blank = true;
}

/* Bytes up to the end of a line. */
static ln_status
take_piece(lines* const l, const ln_view bytes, const bool ends)
{
  look_at(l, bytes);
  if (l->mode == FIRST || l->mode == LINES) {
    return take(l, bytes, ends);
  }
  if (l->mode == SKIPPING && ends) {
    l->mode = LINES;
  }
  l->passed = l->passed || ends;
  return LN_OK;
}

/* While it is open what stands below the first line, one byte at a time is taken: few are. */
static bool
is_open(const lines* const l)
{
  return l->mode == BELOW || (l->mode == REFUSED && l->passed);
}

static ln_status
take_open(lines* const l, const ln_view byte)
{
  if (!is_space(byte.s[0])) {
    l->blank = false;
    return decide(l, byte);
  }
  const ln_status st = l->mode == BELOW ? l->inner.feed(l->inner.self, byte, false) : LN_OK;
  if (byte.s[0] == '\n') {
    next_line(l);
  }
  return st == LN_USAGE ? fail(l) : st;
}

static ln_status
finish(lines* const l)
{
  if (l->mode == REFUSED) {
    return fail(l);
  }
  if (l->mode == SKIPPING || (l->mode == LINES && l->blank)) {
    return LN_OK;
  }
  const ln_status st = l->inner.feed(l->inner.self, LN_V(""), true);
  if (st == LN_USAGE) {
    return l->mode == LINES ? refuse_open(l, l->line) : fail(l);
  }
  return st;
}

static ln_status
feed(void* const self, const ln_view bytes, const bool last)
{
  lines* const l  = self;
  ln_status    st = LN_OK;
  for (size_t at = 0U; st == LN_OK && at < bytes.n;) {
    const ln_view rest  = ln_view_from(bytes, at);
    const size_t  end   = ln_view_find(rest, '\n');
    const bool    ends  = end < rest.n;
    ln_view       piece = ln_view_first(rest, ends ? end + 1U : rest.n);
    if (l->mode == DOCUMENT) {
      piece = rest;
      st    = l->inner.feed(l->inner.self, rest, false);
      st    = st == LN_USAGE ? fail(l) : st;
    } else if (is_open(l)) {
      piece = ln_view_first(rest, 1U);
      st    = take_open(l, piece);
    } else {
      st = take_piece(l, piece, ends);
      if (st == LN_OK && ends) {
        next_line(l);
      }
    }
    at += piece.n;
  }
  l->parser->pending = l->inner.pending;
  return st == LN_OK && last ? finish(l) : st;
}

static void
free_lines(void* const self)
{
  lines* const l = self;
  ln_tree_parser_close(&l->inner);
  ln_free(l);
}

ln_status
ln_tree_lines_open(ln_tree* const tree, ln_tree_parser* const parser)
{
  lines* const l = ln_alloc_zero(1U, sizeof(lines));
  *parser        = (ln_tree_parser){.feed = feed, .free = free_lines, .self = l};
  if (!l) {
    return LN_NO_MEM;
  }
  l->tree   = tree;
  l->parser = parser;
  l->line   = 1U;
  l->blank  = true;
  l->begin  = (ln_tree_place){1U, 1U, 1U};
  return ln_tree_json_open(tree, &l->inner);
}
