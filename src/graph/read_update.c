/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* INSERT DATA and DELETE DATA of SPARQL 1.1 Update (sections 3.1.1 and 3.1.2). What stands between
   their braces is nearly TriG: each operation is handed to the reader of TriG as a document of its
   own, behind the declarations that came before it, with the points put in that TriG asks for and
   SPARQL does not. Invariant: every line end of the update is handed on, so that lines are those of
   the file. Only strings, IRIs, comments and braces are told apart here; nothing is kept but one
   buffer and the declarations of one operation. */

#include "base/memory.h"
#include "base/text.h"
#include "graph/read_inner.h"

#include <string.h>

enum { BUFFER = 1 << 16, PEEK = 4096, WORD_MOST = 64, LOOK_AHEAD = 8 };

/* What a byte stands in. */
typedef enum { IN_NOTHING, IN_IRI, IN_STRING, IN_LONG_STRING, IN_COMMENT } place;

struct ln_update_text {
  ln_read_job* job;
  char*        buffer;
  size_t       at;
  size_t       n;
  ln_status    status; ///< LN_END: nothing more can be read
  uint64_t     line;   ///< line ends taken so far
  uint64_t     first;  ///< of them, those before the operation at hand
  ln_text      ready;  ///< declarations, to be handed on first
  size_t       given;  ///< of them
  size_t       depth;  ///< of braces: 1 in the data, 2 in a graph
  place        in;
  char         quote;  ///< that ends the string
  char         last;   ///< the last byte that is no blank, outside a graph
  char         before; ///< the last byte
};

/* At least LOOK_AHEAD bytes, if there are as many. */
static void
refill(ln_update_text* const u)
{
  memmove(u->buffer, u->buffer + u->at, u->n - u->at);
  u->n -= u->at;
  u->at = 0U;
  while (u->status == LN_OK && u->n < LOOK_AHEAD) {
    size_t got = 0U;
    u->status  = ln_in_read(u->job->in, u->buffer + u->n, BUFFER - u->n, &got);
    u->n += got;
  }
}

/* The byte `ahead` of the next one; 0 at the end. */
static char
look(ln_update_text* const u, const size_t ahead)
{
  if (u->n - u->at <= ahead) {
    refill(u);
  }
  if (u->n - u->at > ahead) {
    return u->buffer[u->at + ahead];
  }
  return '\0';
}

static bool
is_ended(ln_update_text* const u)
{
  (void)look(u, 0U);
  return u->at == u->n;
}

static char
take(ln_update_text* const u)
{
  const char c = u->buffer[u->at++];
  u->line += c == '\n' ? 1U : 0U;
  return c;
}

static bool
is_blank(const char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Part of a word: all that is neither blank nor punctuation. */
static bool
is_word(const char c)
{
  return c != '\0' && !is_blank(c) && !strchr("{}<>;.,\"'#()[]", c);
}

static char
lower(const char c)
{
  if (c >= 'A' && c <= 'Z') {
    return (char)(c - 'A' + 'a');
  }
  return c;
}

static bool
is_keyword(const ln_view word, const char* const keyword)
{
  const ln_view wanted = ln_view_of(keyword);
  size_t        i      = 0U;
  while (i < word.n && i < wanted.n && lower(word.s[i]) == wanted.s[i]) {
    ++i;
  }
  return i == word.n && i == wanted.n;
}

static ln_status
fault(ln_update_text* const u, const char* const why)
{
  ln_read_fault(u->job, u->line + 1U, 0U, ln_view_of(why));
  return u->job->status == LN_OK ? LN_END : u->job->status;
}

/* Blanks and comments between operations; line ends are kept. */
static ln_status
skip_blanks(ln_update_text* const u)
{
  bool comment = false;
  while (!is_ended(u) && (comment || is_blank(look(u, 0U)) || look(u, 0U) == '#')) {
    const char c = take(u);
    comment      = c == '#' || (comment && c != '\n' && c != '\r');
    LN_TRY(c == '\n' ? ln_text_add_byte(&u->ready, c) : LN_OK);
  }
  return u->status == LN_OK || u->status == LN_END ? LN_OK : u->status;
}

static ln_view
take_word(ln_update_text* const u, char* const word)
{
  size_t n = 0U;
  while (n < WORD_MOST && is_word(look(u, 0U))) {
    word[n++] = take(u);
  }
  return (ln_view){word, n};
}

/* PREFIX name: <iri> or BASE <iri>, handed on as it is. */
static ln_status
take_declaration(ln_update_text* const u, const ln_view keyword)
{
  LN_TRY(ln_text_add(&u->ready, keyword));
  LN_TRY(ln_text_add_byte(&u->ready, ' '));
  while (!is_ended(u) && look(u, 0U) != '<') {
    LN_TRY(ln_text_add_byte(&u->ready, take(u)));
  }
  while (!is_ended(u) && look(u, 0U) != '>' && !is_blank(look(u, 0U))) {
    LN_TRY(ln_text_add_byte(&u->ready, take(u)));
  }
  if (look(u, 0U) != '>') {
    return fault(u, "an IRI is not closed");
  }
  return ln_text_add_byte(&u->ready, take(u));
}

/* DATA { */
static ln_status
take_opening(ln_update_text* const u)
{
  char word[WORD_MOST];
  LN_TRY(skip_blanks(u));
  if (!is_keyword(take_word(u, word), "data")) {
    return fault(u, "only INSERT DATA and DELETE DATA can be read");
  }
  LN_TRY(skip_blanks(u));
  if (look(u, 0U) != '{') {
    return fault(u, "expected { behind DATA");
  }
  (void)take(u);
  u->depth = 1U;
  u->last  = '{';
  return LN_OK;
}

ln_status
ln_update_next(ln_update_text* const u, bool* const removed)
{
  char word[WORD_MOST];
  ln_text_reset(&u->ready);
  u->given = 0U;
  u->first = u->line;
  for (;;) {
    LN_TRY(skip_blanks(u));
    if (is_ended(u)) {
      return LN_END;
    }
    if (look(u, 0U) == ';') {
      (void)take(u);
      continue;
    }
    const ln_view keyword = take_word(u, word);
    *removed              = is_keyword(keyword, "delete");
    if (*removed || is_keyword(keyword, "insert")) {
      return take_opening(u);
    }
    if (!is_keyword(keyword, "prefix") && !is_keyword(keyword, "base")) {
      return fault(u, "only INSERT DATA and DELETE DATA can be read");
    }
    LN_TRY(take_declaration(u, keyword));
  }
}

/* What a quote begins: one mark, or three that are no empty string. */
static void
begin_string(ln_update_text* const u, const char quote)
{
  u->quote = quote;
  u->in    = look(u, 0U) == quote && look(u, 1U) == quote ? IN_LONG_STRING : IN_STRING;
}

/* Whether a byte that was taken is the last of the place it stands in. The three marks of a long
   string count from the first one. */
static bool
ends_place(ln_update_text* const u, const char c)
{
  switch (u->in) {
  case IN_IRI:
    return c == '>';
  case IN_COMMENT:
    return c == '\n' || c == '\r';
  case IN_STRING:
    return c == u->quote || c == '\n';
  case IN_LONG_STRING:
  case IN_NOTHING:
  default:
    return false;
  }
}

static bool
is_long_end(ln_update_text* const u)
{
  return u->in == IN_LONG_STRING && look(u, 0U) == u->quote && look(u, 1U) == u->quote &&
         look(u, 2U) == u->quote;
}

/* GRAPH, where the triples before it may lack their point. */
static bool
is_graph(ln_update_text* const u)
{
  char word[6] = {0};
  for (size_t i = 0U; i < sizeof(word); ++i) {
    word[i] = look(u, i);
  }
  return u->depth == 1U && !is_word(u->before) && !is_word(word[5]) &&
         is_keyword((ln_view){word, 5U}, "graph");
}

/* Whether TriG asks for a point here. */
static bool
lacks_point(const ln_update_text* const u)
{
  return u->depth == 1U && u->last != '.' && u->last != '}' && u->last != '{';
}

/* A byte of the data outside strings, IRIs and comments, as TriG has it. */
static char
change_byte(ln_update_text* const u, const char c)
{
  if (c == '"' || c == '\'') {
    begin_string(u, c);
  } else if (c == '<' || c == '#') {
    u->in = c == '<' ? IN_IRI : IN_COMMENT;
  } else if (c == '{') {
    ++u->depth;
  } else if (c == '}') {
    --u->depth;
  }
  const bool second = c == '.' && u->depth == 1U && u->last == '}'; // behind a graph it may stand
  if (!is_blank(c) && c != '#' && u->depth == 1U && !second) {
    u->last = c;
  }
  return (char)(second || u->depth == 0U ? ' ' : c);
}

/* One step: at most LOOK_AHEAD bytes go to `to`. */
static size_t
step(ln_update_text* const u, char* const to)
{
  size_t n = 0U;
  if (u->in == IN_NOTHING && lacks_point(u) && (look(u, 0U) == '}' || is_graph(u))) {
    u->last = '.';
    to[n++] = ' ';
    to[n++] = '.';
    to[n++] = ' ';
  }
  const bool marks = is_long_end(u);
  const char c     = take(u);
  u->before        = c;
  if (u->in == IN_NOTHING) {
    to[n++] = change_byte(u, c);
    if (u->in == IN_LONG_STRING) {
      to[n++] = take(u);
      to[n++] = take(u);
    }
    return n;
  }
  to[n++] = c;
  if (c == '\\' && (u->in == IN_STRING || u->in == IN_LONG_STRING) && !is_ended(u)) {
    to[n++] = take(u);
  } else if (marks) {
    to[n++] = take(u);
    to[n++] = take(u);
    u->in   = IN_NOTHING;
  } else if (ends_place(u, c)) {
    u->in = IN_NOTHING;
  }
  return n;
}

/* What was put aside, as much of it as there is room for. */
static size_t
give_ready(ln_update_text* const u, char* const buffer, const size_t size)
{
  const size_t left = u->ready.n - u->given;
  const size_t n    = left < size ? left : size;
  if (n > 0U) {
    memcpy(buffer, u->ready.s + u->given, n);
    u->given += n;
  }
  return n;
}

static bool
is_in_data(ln_update_text* const u)
{
  return u->depth > 0U && !is_ended(u);
}

ln_status
ln_update_read(ln_update_text* const u, char* const buffer, const size_t size, size_t* const got)
{
  *got = give_ready(u, buffer, size);
  if (*got == 0U && size < LOOK_AHEAD && is_in_data(u)) {
    char bytes[LOOK_AHEAD] = {0};
    ln_text_reset(&u->ready);
    u->given       = 0U;
    const size_t n = step(u, bytes);
    LN_TRY(ln_text_add(&u->ready, (ln_view){bytes, n}));
    *got = give_ready(u, buffer, size);
  }
  if (*got > 0U) {
    return LN_OK;
  }
  while (is_in_data(u) && size - *got >= LOOK_AHEAD) {
    *got += step(u, buffer + *got);
  }
  if (*got == 0U && u->depth > 0U && u->status == LN_END) {
    (void)fault(u, "the update is cut off: a brace is not closed");
  }
  if (*got > 0U) {
    return LN_OK;
  }
  return u->status == LN_OK ? LN_END : u->status;
}

uint64_t
ln_update_line(const ln_update_text* const u)
{
  return u->first;
}

static ln_status
read_update(ln_read_job* const job)
{
  ln_update_text update = {.job = job, .buffer = (char*)ln_alloc(BUFFER)};
  if (!update.buffer) {
    return LN_NO_MEM;
  }
  job->update        = &update;
  job->syntax        = "update";
  const ln_status st = ln_read_serd(job);
  job->update        = NULL;
  ln_text_clear(&update.ready);
  ln_free(update.buffer);
  return st;
}

/* Whether the first word is that of a row of RDF Patch. */
static bool
is_patch(ln_view text)
{
  static const char* const ROWS[] = {"A", "D", "H", "TX", "TC", "TA", "PA", "PD"};
  const ln_view            mark   = LN_V("\xEF\xBB\xBF");
  text = ln_view_trim(ln_view_from(text, ln_view_starts(text, mark) ? mark.n : 0U));
  while (text.n > 0U && text.s[0] == '#') {
    text = ln_view_trim(ln_view_from(text, ln_view_find(text, '\n')));
  }
  size_t n = 0U;
  while (n < text.n && is_word(text.s[n])) {
    ++n;
  }
  for (size_t i = 0U; i < sizeof(ROWS) / sizeof(ROWS[0]); ++i) {
    if (ln_view_equals(ln_view_first(text, n), ln_view_of(ROWS[i]))) {
      return true;
    }
  }
  return false;
}

ln_status
ln_read_changes(ln_read_job* const job)
{
  ln_view text = {0};
  LN_TRY(ln_in_peek(job->in, PEEK, &text));
  if (!is_patch(text)) {
    return read_update(job);
  }
  job->syntax = "rdfpatch";
  return ln_read_lines(job);
}
