/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* N-Triples 1.1, N-Quads 1.1, and RDF Patch, which is N-Quads behind a letter; a line at a time. A
   graph is read twice where it has faults, once for its triples and once for their lines, and these
   two syntaxes are what large graphs come in; here lines are known anyway, and a term without
   escapes is handed over where it stands. The grammar is followed to the letter (sections 7 and 5):
   what no other reader need accept is not accepted here. Invariant: between lines nothing is kept
   but the bytes that were read ahead. One look at each byte, through a table; memory for the
   longest line. */

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "graph/read_inner.h"
#include "rdf/lexical.h"

#include <string.h>

enum {
  BUFFER_FIRST = 1 << 18,
  LINE_MOST    = 1 << 30,
  PLACES       = 5, ///< subject, predicate, object, graph, datatype
};

/* What a byte means in an IRI (production 8) and in a literal (production 9). */
enum {
  NO_IRI     = 1, ///< ends an IRI, or is wrong in it
  NO_LITERAL = 2, ///< ends a literal, begins an escape, or is wrong in it
  NO_ASCII   = 4,
  LABEL      = 8, ///< may stand in the label of a blank node
};

typedef struct {
  ln_read_job* job;
  char*        buffer;
  size_t       cap;
  size_t       n;
  uint64_t     line;  ///< at hand
  const char*  begin; ///< of it
  const char*  at;
  const char*  end;
  bool         graphs; ///< N-Quads
  bool         patch;  ///< RDF Patch
  bool         open;   ///< a transaction was begun and not ended
  ln_text      scratch[PLACES];
  uint8_t      meaning[256];
} line_reading;

static bool
is_letter(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static void
set_meanings(line_reading* const r)
{
  static const char in_no_iri[] = "<>\"{}|^`\\";
  for (unsigned i = 0U; i < sizeof(r->meaning); ++i) {
    const char c     = (char)i;
    const bool wrong = i <= ' ' || (i < 0x80U && strchr(in_no_iri, c));
    const bool name  = is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.';
    r->meaning[i] =
      (uint8_t)((wrong ? NO_IRI : 0) | (i >= 0x80U ? NO_ASCII | LABEL : 0) | (name ? LABEL : 0));
  }
  r->meaning['"'] |= NO_LITERAL;
  r->meaning['\\'] |= NO_LITERAL;
  r->meaning['\r'] |= NO_LITERAL;
}

/* False, so that it can be returned. */
static bool
fault(line_reading* const r, const char* const why)
{
  const uint64_t column = (uint64_t)(r->at - r->begin) + 1U;
  if (!r->job->faulty) {
    ln_read_fault(r->job, r->line, column, ln_view_of(why));
  }
  return false;
}

static bool
fail(line_reading* const r)
{
  if (r->job->status == LN_OK) {
    r->job->status = LN_NO_MEM;
  }
  return false;
}

static void
skip_blanks(line_reading* const r)
{
  while (r->at < r->end && (*r->at == ' ' || *r->at == '\t')) {
    ++r->at;
  }
}

static bool
is_next(const line_reading* const r, const char c)
{
  return r->at < r->end && *r->at == c;
}

/* The bytes from `at` on that lack all of these meanings; `*met` gets what else they mean. */
static const char*
pass_over(const line_reading* const r, const char* at, const uint8_t stop, uint8_t* const met)
{
  uint8_t seen = *met;
  while (at < r->end) {
    const uint8_t meaning = r->meaning[(unsigned char)*at];
    if ((meaning & stop) != 0U) {
      break;
    }
    seen |= meaning;
    ++at;
  }
  *met = seen;
  return at;
}

static unsigned
hex_of(const char c)
{
  if (is_digit(c)) {
    return (unsigned)(c - '0');
  }
  if (c >= 'a' && c <= 'f') {
    return (unsigned)(c - 'a') + 10U;
  }
  return c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10U : 16U;
}

/* UCHAR (production 10), from its letter on. A surrogate is no character. */
static bool
read_code(line_reading* const r, ln_text* const out)
{
  const size_t digits   = *r->at == 'u' ? 4U : 8U;
  uint32_t     code     = 0U;
  char         bytes[4] = {0};
  if ((size_t)(r->end - r->at) <= digits) {
    return fault(r, "an escape is cut off");
  }
  for (size_t i = 1U; i <= digits; ++i) {
    const unsigned hex = hex_of(r->at[i]);
    if (hex > 15U || code > (0x10FFFFU >> 4U)) {
      return fault(r, "an escape is not the number of a character");
    }
    code = (code << 4U) | hex;
  }
  if (code > 0x10FFFFU || (code >= 0xD800U && code <= 0xDFFFU)) {
    return fault(r, "an escape is not the number of a character");
  }
  const size_t n = ln_utf8_put(code, bytes);
  r->at += digits + 1U;
  return ln_text_add(out, (ln_view){bytes, n}) == LN_OK ? true : fail(r);
}

/* An escape, from behind its backslash on. ECHAR (production 153) stands in literals only. */
static bool
read_escape(line_reading* const r, const bool literal, ln_text* const out)
{
  static const char letters[] = "tbnrf\"'\\";
  static const char meant[]   = "\t\b\n\r\f\"'\\";
  if (r->at == r->end) {
    return fault(r, "an escape is cut off");
  }
  const char c = *r->at;
  if (c == 'u' || c == 'U') {
    return read_code(r, out);
  }
  const char* const found = literal && c > ' ' ? strchr(letters, c) : NULL;
  if (!found) {
    return fault(r, "there is no such escape");
  }
  ++r->at;
  return ln_text_add_byte(out, meant[found - letters]) == LN_OK ? true : fail(r);
}

/* What lies between two marks, in `*text`: where it stands if nothing in it is escaped, else in
   `out`. Ends at what is neither an escape nor passed over. */
static bool
read_between(line_reading* const r, const uint8_t stop, ln_text* const out, ln_view* const text)
{
  uint8_t           met   = 0U;
  const char* const first = r->at;
  r->at                   = pass_over(r, r->at, stop, &met);
  *text                   = (ln_view){first, (size_t)(r->at - first)};
  if (is_next(r, '\\')) {
    ln_text_reset(out);
    if (ln_text_add(out, *text) != LN_OK) {
      return fail(r);
    }
    while (is_next(r, '\\')) {
      ++r->at;
      if (!read_escape(r, stop == NO_LITERAL, out)) {
        return false;
      }
      const char* const rest = r->at;
      r->at                  = pass_over(r, r->at, stop, &met);
      if (ln_text_add(out, (ln_view){rest, (size_t)(r->at - rest)}) != LN_OK) {
        return fail(r);
      }
    }
    *text = ln_text_view(out);
  }
  if ((met & NO_ASCII) != 0U && ln_utf8_valid(*text) < text->n) {
    return fault(r, "the text is not UTF-8");
  }
  return true;
}

/* Whether an IRI has a scheme (RFC 3987, section 2.2). */
static bool
is_absolute(const ln_view iri)
{
  size_t i = 0U;
  while (i < iri.n && (is_letter(iri.s[i]) || (i > 0U && (is_digit(iri.s[i]) || iri.s[i] == '+' ||
                                                          iri.s[i] == '-' || iri.s[i] == '.')))) {
    ++i;
  }
  return i > 0U && i < iri.n && iri.s[i] == ':';
}

/* Characters that were escaped must be allowed in an IRI, too. */
static bool
is_clean(const line_reading* const r, const ln_view iri)
{
  for (size_t i = 0U; i < iri.n; ++i) {
    if ((r->meaning[(unsigned char)iri.s[i]] & NO_IRI) != 0U) {
      return false;
    }
  }
  return true;
}

/* IRIREF, from its bracket on. */
static bool
read_iri(line_reading* const r, ln_text* const out, ln_view* const iri)
{
  ++r->at;
  if (!read_between(r, NO_IRI, out, iri)) {
    return false;
  }
  if (!is_next(r, '>')) {
    return fault(r,
                 r->at < r->end ? "this character cannot stand in an IRI" : "an IRI is not closed");
  }
  if (!is_absolute(*iri)) {
    return fault(r, "an IRI is not absolute");
  }
  if (iri->s == out->s && !is_clean(r, *iri)) {
    return fault(r, "an IRI holds an escaped character that cannot stand in it");
  }
  ++r->at;
  return true;
}

/* BLANK_NODE_LABEL (production 141; by the errata, without colons). The point that ends the triple
 * may follow at once. */
static bool
read_label(line_reading* const r, ln_view* const label)
{
  const char* to = r->at + 2;
  if (r->end - r->at < 3 || r->at[1] != ':') {
    return fault(r, "a blank node is written _:label");
  }
  while (to < r->end && (r->meaning[(unsigned char)*to] & LABEL) != 0U) {
    ++to;
  }
  while (to > r->at + 2 && to[-1] == '.') {
    --to;
  }
  *label            = (ln_view){r->at + 2, (size_t)(to - r->at) - 2U};
  const bool number = label->n > 0U && is_digit(label->s[0]);
  if (ln_utf8_valid(*label) < label->n) {
    return fault(r, "the text is not UTF-8");
  }
  if (number ? ln_lexical_nmtoken(*label) : ln_lexical_name(*label)) {
    return fault(r, "this is no label of a blank node");
  }
  r->at = to;
  return true;
}

/* LANGTAG (production 144), from its sign on. */
static bool
read_tag(line_reading* const r, ln_view* const tag)
{
  const char* const first = r->at + 1;
  const char*       part  = first;
  r->at                   = first;
  while (r->at < r->end && (is_letter(*r->at) || (part != first && is_digit(*r->at)))) {
    ++r->at;
    if (is_next(r, '-') && r->at > part) {
      part = ++r->at;
    }
  }
  *tag = (ln_view){first, (size_t)(r->at - first)};
  return r->at > part ? true : fault(r, "this is no language tag");
}

/* literal (production 6), from its first quote on. */
static bool
read_literal(line_reading* const r, ln_read_term* const term)
{
  ++r->at;
  if (!read_between(r, NO_LITERAL, &r->scratch[2], &term->text)) {
    return false;
  }
  if (!is_next(r, '"')) {
    return fault(r, "a literal is not closed");
  }
  ++r->at;
  term->kind = LN_LITERAL;
  if (is_next(r, '@')) {
    return read_tag(r, &term->lang);
  }
  if (!is_next(r, '^')) {
    return true;
  }
  if (r->end - r->at < 3 || r->at[1] != '^' || r->at[2] != '<') {
    return fault(r, "expected ^^ and the IRI of a datatype");
  }
  r->at += 2;
  return read_iri(r, &r->scratch[4], &term->datatype);
}

/* In a patch a blank node may also be written as <_:label>. */
static bool
read_bracketed(line_reading* const r, ln_view* const label)
{
  ++r->at;
  if (!read_label(r, label)) {
    return false;
  }
  if (!is_next(r, '>')) {
    return fault(r, "this is no label of a blank node");
  }
  ++r->at;
  return true;
}

/* An IRI or a blank node; `why` if it is none. */
static bool
read_node(line_reading* const r,
          ln_text* const      out,
          ln_read_term* const term,
          const char* const   why)
{
  if (r->patch && r->end - r->at > 1 && r->at[0] == '<' && r->at[1] == '_') {
    term->kind = LN_BLANK;
    return read_bracketed(r, &term->text);
  }
  if (is_next(r, '<')) {
    term->kind = LN_IRI;
    return read_iri(r, out, &term->text);
  }
  if (is_next(r, '_')) {
    term->kind = LN_BLANK;
    return read_label(r, &term->text);
  }
  return fault(r, why);
}

/* triple or statement (production 2), and the point behind it. */
static bool
read_statement(line_reading* const r, ln_read_triple* const t)
{
  if (!read_node(r, &r->scratch[0], &t->subject, "expected a subject: an IRI or a blank node")) {
    return false;
  }
  skip_blanks(r);
  if (!is_next(r, '<')) {
    return fault(r, "expected a predicate: an IRI");
  }
  t->predicate.kind = LN_IRI;
  if (!read_iri(r, &r->scratch[1], &t->predicate.text)) {
    return false;
  }
  skip_blanks(r);
  if (is_next(r, '"') ? !read_literal(r, &t->object)
                      : !read_node(r, &r->scratch[2], &t->object, "expected an object")) {
    return false;
  }
  skip_blanks(r);
  if (r->graphs && (is_next(r, '<') || is_next(r, '_'))) {
    if (!read_node(r, &r->scratch[3], &t->graph, "")) {
      return false;
    }
    skip_blanks(r);
  }
  if (!is_next(r, '.')) {
    return fault(r, "expected a point");
  }
  ++r->at;
  return true;
}

/* The letters that begin a row of a patch. */
static ln_view
read_word(line_reading* const r)
{
  const char* const first = r->at;
  while (r->at < r->end && *r->at >= 'A' && *r->at <= 'Z') {
    ++r->at;
  }
  return (ln_view){first, (size_t)(r->at - first)};
}

/* TX begins a transaction, TC ends it, TA gives it up: then nothing of it may happen, but it was
   handed over already, so the patch is refused. */
static bool
read_transaction(line_reading* const r, const char what)
{
  const bool begins = what == 'X';
  if (what == 'A') {
    return fault(r, "this patch was given up (TA)");
  }
  if (begins == r->open) {
    return fault(r, begins ? "a transaction begins in another one" : "no transaction was begun");
  }
  r->open = begins;
  skip_blanks(r);
  if (!is_next(r, '.')) {
    return fault(r, "expected a point");
  }
  ++r->at;
  return true;
}

/* What stands before a statement of a patch; `*says` is false if none follows. Headers and the
   declarations of prefixes change no triple. */
static bool
read_row(line_reading* const r, bool* const removed, bool* const says)
{
  const ln_view word = read_word(r);
  *removed           = ln_view_equals(word, LN_V("D"));
  *says              = *removed || ln_view_equals(word, LN_V("A"));
  if (*says) {
    skip_blanks(r);
    return true;
  }
  if (word.n == 2U && word.s[0] == 'T' && strchr("XCA", word.s[1])) {
    return read_transaction(r, word.s[1]);
  }
  if (ln_view_equals(word, LN_V("H")) || ln_view_equals(word, LN_V("PA")) ||
      ln_view_equals(word, LN_V("PD"))) {
    r->at = r->end;
    return true;
  }
  r->at = word.s;
  return fault(r, "expected a row of a patch: A, D, TX, TC, TA, PA, PD or H");
}

/* A statement, or what else a patch has. */
static bool
take_row(line_reading* const r)
{
  ln_read_triple t    = {.line = r->job->lines ? r->line : 0U};
  bool           says = true;
  if (r->patch && !read_row(r, &t.removed, &says)) {
    return false;
  }
  return !says || (read_statement(r, &t) && ln_read_take(r->job, &t));
}

/* A line up to its line feed. A carriage return ends a line as well (production 7). */
static bool
read_line(line_reading* const r)
{
  for (;;) {
    skip_blanks(r);
    if (is_next(r, '#')) {
      const char* const end = (const char*)memchr(r->at, '\r', (size_t)(r->end - r->at));
      r->at                 = end ? end : r->end;
    }
    if (r->at == r->end) {
      return true;
    }
    if (*r->at == '\r') {
      ++r->at;
      continue;
    }
    if (!take_row(r)) {
      return false;
    }
    skip_blanks(r);
    if (r->at < r->end && *r->at != '#' && *r->at != '\r') {
      return fault(r, "expected the end of the line");
    }
  }
}

/* A byte order mark at the very beginning means nothing. */
static void
skip_mark(line_reading* const r)
{
  if (r->line == 1U && r->end - r->at >= 3 && memcmp(r->at, "\xEF\xBB\xBF", 3U) == 0) {
    r->at += 3;
  }
}

/* The lines that are there as a whole; at the end of the input, also the last one. What is left
   moves to the front. */
static bool
read_buffer(line_reading* const r, const bool last)
{
  const char* const all  = r->buffer + r->n;
  const char*       next = r->buffer;
  bool              good = true;
  while (good && next < all) {
    const char* const feed = (const char*)memchr(next, '\n', (size_t)(all - next));
    if (!feed && !last) {
      break;
    }
    r->begin = next;
    r->at    = next;
    r->end   = feed ? feed : all;
    skip_mark(r);
    good = read_line(r);
    next = feed ? feed + 1 : all;
    ++r->line;
  }
  r->n = (size_t)(all - next);
  memmove(r->buffer, next, r->n);
  return good;
}

/* Room for more: a line that fills the buffer makes it grow. */
static ln_status
make_room(line_reading* const r)
{
  if (r->n < r->cap) {
    return LN_OK;
  }
  if (r->cap >= LINE_MOST) {
    r->begin = r->at = r->buffer;
    (void)fault(r, "a line has more than 1 GiB");
    return LN_END;
  }
  const size_t cap    = r->cap > 0U ? r->cap * 2U : BUFFER_FIRST;
  char* const  buffer = (char*)ln_realloc(r->buffer, cap, 1U);
  if (!buffer) {
    return LN_NO_MEM;
  }
  r->buffer = buffer;
  r->cap    = cap;
  return LN_OK;
}

static ln_status
read_all(line_reading* const r)
{
  ln_status st = LN_OK;
  while (st == LN_OK) {
    size_t got = 0U;
    st         = make_room(r);
    st         = st == LN_OK ? ln_in_read(r->job->in, r->buffer + r->n, r->cap - r->n, &got) : st;
    r->n += got;
    if ((st == LN_OK || st == LN_END) && !r->job->faulty && !read_buffer(r, st == LN_END)) {
      break;
    }
  }
  return r->job->status != LN_OK || st == LN_END ? r->job->status : st;
}

ln_status
ln_read_lines(ln_read_job* const job)
{
  const bool   patch = strcmp(job->syntax, "rdfpatch") == 0;
  line_reading r     = {
        .job = job, .line = 1U, .patch = patch, .graphs = patch || strcmp(job->syntax, "nquads") == 0};
  set_meanings(&r);
  ln_status st = read_all(&r);
  if (st == LN_OK && r.open) {
    r.begin = r.at;
    (void)fault(&r, "the patch is cut off: a transaction is not ended (TC)");
    st = job->status;
  }
  ln_free(r.buffer);
  for (size_t i = 0U; i < PLACES; ++i) {
    ln_text_clear(&r.scratch[i]);
  }
  return st;
}
