/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Counts open brackets of Turtle (1.1, section 6.5) and TriG without understanding more than where
   IRIs, literals and comments begin and end, since a bracket in them means nothing; most bytes are
   passed over. It stands between a file and a reader that calls itself for every bracket. Wrong
   text may be misunderstood, but the reader ends at the first fault. One look at each byte, no
   memory. */

#include "graph/depth.h"

static void
step_nothing(ln_depth* const d, const char c)
{
  switch (c) {
  case '<':
    d->inside = LN_IN_IRI;
    break;
  case '#':
    d->inside = LN_IN_COMMENT;
    break;
  case '"':
  case '\'':
    d->inside = LN_IN_QUOTE;
    d->quote  = c;
    break;
  case '[':
  case '(':
  case '{':
    ++d->depth;
    break;
  case ']':
  case ')':
  case '}':
    d->depth -= d->depth > 0U;
    break;
  case '\\':
    d->escaped = true;
    break; // in a local name
  default:
    break;
  }
}

static void
step_literal(ln_depth* const d, const char c)
{
  if (c == '\\') {
    d->escaped = true;
  } else if (c == d->quote) {
    d->inside = LN_IN_NOTHING;
  }
}

static void
step_long_literal(ln_depth* const d, const char c)
{
  d->escaped = c == '\\';
  d->quotes  = c == d->quote ? d->quotes + 1U : 0U;
  if (d->quotes == 3U) {
    d->inside = LN_IN_NOTHING;
  }
}

/* Behind one or two quotes: is the literal long, or empty? */
static void
step_quotes(ln_depth* const d, const char c)
{
  const bool first = d->inside == LN_IN_QUOTE;
  if (c == d->quote) {
    d->inside = first ? LN_IN_QUOTES : LN_IN_LONG_LITERAL;
    d->quotes = 0U;
  } else if (first) {
    d->inside = LN_IN_LITERAL;
    step_literal(d, c);
  } else {
    d->inside = LN_IN_NOTHING;
    step_nothing(d, c);
  }
}

static void
step(ln_depth* const d, const char c)
{
  if (d->escaped) {
    d->escaped = false;
    return;
  }
  switch (d->inside) {
  case LN_IN_NOTHING:
    step_nothing(d, c);
    break;
  case LN_IN_IRI:
    d->inside = c == '>' ? LN_IN_NOTHING : LN_IN_IRI;
    break;
  case LN_IN_COMMENT:
    d->inside = c == '\n' || c == '\r' ? LN_IN_NOTHING : LN_IN_COMMENT;
    break;
  case LN_IN_QUOTE:
  case LN_IN_QUOTES:
    step_quotes(d, c);
    break;
  case LN_IN_LITERAL:
    step_literal(d, c);
    break;
  case LN_IN_LONG_LITERAL:
    step_long_literal(d, c);
    break;
  }
}

/* Bytes that mean something where nothing surrounds them. */
static bool
is_mark(const char c)
{
  return c == '<' || c == '#' || c == '"' || c == '\'' || c == '[' || c == ']' || c == '(' ||
         c == ')' || c == '{' || c == '}' || c == '\\';
}

/* The next byte that may change anything; most are passed over here. */
static size_t
next_mark(const ln_depth* const d, const ln_view bytes, size_t i)
{
  const ln_view rest = ln_view_from(bytes, i);
  if (d->escaped) {
    return i;
  }
  if (d->inside == LN_IN_IRI) {
    return i + ln_view_find(rest, '>');
  }
  while (d->inside == LN_IN_COMMENT && i < bytes.n && bytes.s[i] != '\n' && bytes.s[i] != '\r') {
    ++i;
  }
  while (d->inside == LN_IN_NOTHING && i < bytes.n && !is_mark(bytes.s[i])) {
    ++i;
  }
  while (d->inside == LN_IN_LITERAL && i < bytes.n && bytes.s[i] != d->quote &&
         bytes.s[i] != '\\') {
    ++i;
  }
  return i;
}

static void
count_lines(ln_depth* const d, const ln_view bytes)
{
  for (size_t i = ln_view_find(bytes, '\n'); i < bytes.n;
       i += 1U + ln_view_find(ln_view_from(bytes, i + 1U), '\n')) {
    ++d->newlines;
  }
}

const char*
ln_depth_scan(ln_depth* const d, const ln_view bytes)
{
  const size_t zero = ln_view_find(bytes, '\0');
  size_t       i    = d->flat ? bytes.n : next_mark(d, bytes, 0U);
  while (i < zero && d->depth <= LN_DEPTH_MOST) {
    step(d, bytes.s[i]);
    i = next_mark(d, bytes, i + 1U);
  }
  if (d->depth > LN_DEPTH_MOST) {
    count_lines(d, ln_view_first(bytes, i));
    return "more than 1000 brackets are open one in another";
  }
  count_lines(d, ln_view_first(bytes, zero));
  return zero < bytes.n ? "the text holds a character U+0000" : NULL;
}
