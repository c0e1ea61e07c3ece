/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* nasty DIR: writes tables of everything that is hard to carry from a cell to a literal or an IRI,
   and the N-Triples they must become, by rules of its own: nothing of liner is used here, so that
   the two can only agree by both being right. Always the same bytes.

   DIR/text.csv, text.nt     each text as a plain literal, one with a language and one with a
                             datatype (tests/nasty/text.json is the mapping)
   DIR/plain.csv, plain.nt   of these the texts that XML can hold, too
   DIR/iri.csv, iri.nt       each text percent-encoded in an IRI; IRIs with what IRIs cannot hold
   DIR/catalogue/people.csv, catalogue.nt   the texts as notes of a catalogue

   N-Triples are written with the four escapes that N-Triples demands and no other, language tags in
   lower case, as RDF 1.1 compares them. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXAMPLE "https://example.org/"
#define DATA "https://data.example.org/"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"

enum { N_RANDOM = 400, LONGEST_RANDOM = 60, LONG = 70000, VERY_LONG = 1200000 };

typedef struct {
  FILE* text_csv;
  FILE* text_nt;
  FILE* plain_csv;
  FILE* plain_nt;
  FILE* iri_csv;
  FILE* iri_nt;
  FILE* people_csv;
  FILE* people_nt;
  long  n;
} files;

static void
fail(const char* const what)
{
  perror(what);
  exit(EXIT_FAILURE);
}

/* ---- the two ways of writing a text ---- */

static void
put_cell(FILE* const out, const char* const s, const size_t n)
{
  (void)fputc('"', out);
  for (size_t i = 0U; i < n; ++i) {
    if (s[i] == '"') {
      (void)fputc('"', out);
    }
    (void)fputc(s[i], out);
  }
  (void)fputc('"', out);
}

static void
put_literal(FILE* const out, const char* const s, const size_t n)
{
  (void)fputc('"', out);
  for (size_t i = 0U; i < n; ++i) {
    if (s[i] == '"' || s[i] == '\\') {
      (void)fprintf(out, "\\%c", s[i]);
    } else if (s[i] == '\n') {
      (void)fputs("\\n", out);
    } else if (s[i] == '\r') {
      (void)fputs("\\r", out);
    } else {
      (void)fputc(s[i], out);
    }
  }
  (void)fputc('"', out);
}

static bool
is_unreserved(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c != '\0' && strchr("-._~", c));
}

/* RFC 6570, section 3.2.2: simple expansion. */
static void
put_encoded(FILE* const out, const char* const s, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    (void)fprintf(out, is_unreserved(s[i]) ? "%c" : "%%%02X", (unsigned char)s[i]);
  }
}

static bool
is_hex(const char c)
{
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* RFC 6570, section 3.2.3: reserved expansion. */
static void
put_reserved(FILE* const out, const char* const s, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    const bool triplet = s[i] == '%' && i + 2U < n && is_hex(s[i + 1U]) && is_hex(s[i + 2U]);
    const bool kept    = triplet || is_unreserved(s[i]) || strchr(":/?#[]@!$&'()*+,;=", s[i]);
    (void)fprintf(out, kept ? "%c" : "%%%02X", (unsigned char)s[i]);
  }
}

/* ---- one text in all tables ---- */

/* XML 1.0 cannot hold control characters but three, and takes a carriage return for a line feed
   unless it is escaped; raptor refuses U+007F as well. */
static bool
is_xml(const char* const s, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    const unsigned char c = (unsigned char)s[i];
    if ((c < 0x20U && c != '\t' && c != '\n') || c == 0x7FU) {
      return false;
    }
  }
  return true;
}

/* In a catalogue, a cell of white space alone is an empty one. */
static bool
is_blank(const char* const s, const size_t n)
{
  size_t i = 0U;
  while (i < n && strchr(" \t\r\n\v\f", s[i])) {
    ++i;
  }
  return i == n;
}

static void
put_table(FILE* const csv, FILE* const nt, const char* const s, const size_t n, const long id)
{
  static const char* const tails[] = {"", "@de-ch", "^^<" RDF "HTML>"};
  (void)fprintf(csv, "%ld", id);
  for (size_t i = 0U; i < 3U; ++i) {
    (void)fputc(',', csv);
    put_cell(csv, s, n);
    (void)fprintf(nt, "<" EXAMPLE "text/%ld> <" EXAMPLE "p%zu> ", id, i);
    put_literal(nt, s, n);
    (void)fprintf(nt, "%s .\n", tails[i]);
  }
  (void)fputc('\n', csv);
}

static void
put_iri(files* const f, const char* const s, const size_t n)
{
  put_cell(f->iri_csv, s, n);
  (void)fprintf(f->iri_csv, ",%ld\n", f->n);
  (void)fputs("<" EXAMPLE "thing/", f->iri_nt);
  put_encoded(f->iri_nt, s, n);
  (void)fprintf(f->iri_nt, "> <" EXAMPLE "n> \"%ld\" .\n", f->n);
}

static void
put_note(files* const f, const char* const s, const size_t n)
{
  (void)fprintf(f->people_csv, "p%ld,P%ld,", f->n, f->n);
  put_cell(f->people_csv, s, n);
  (void)fputc('\n', f->people_csv);
  (void)fprintf(f->people_nt,
                "<" DATA "person/p%ld> <" RDF "type> <https://w3id.org/liner/ns#Person> .\n"
                "<" DATA "person/p%ld> <" RDFS "label> \"P%ld\" .\n",
                f->n,
                f->n,
                f->n);
  if (!is_blank(s, n)) {
    (void)fprintf(f->people_nt, "<" DATA "person/p%ld> <" RDFS "comment> ", f->n);
    put_literal(f->people_nt, s, n);
    (void)fputs(" .\n", f->people_nt);
  }
}

static void
add(files* const f, const char* const s, const size_t n)
{
  ++f->n;
  put_table(f->text_csv, f->text_nt, s, n, f->n);
  if (is_xml(s, n)) {
    put_table(f->plain_csv, f->plain_nt, s, n, f->n);
  }
  if (n < LONG) {
    put_iri(f, s, n);
  }
  put_note(f, s, n);
}

/* ---- texts ---- */

static size_t
encode(const uint32_t c, char* const out)
{
  if (c < 0x80U) {
    out[0] = (char)c;
    return 1U;
  }
  static const unsigned leads[] = {0U, 0xC0U, 0xE0U, 0xF0U};
  const size_t          tail    = c < 0x800U ? 1U : c < 0x10000U ? 2U : 3U;
  out[0]                        = (char)(leads[tail] | (c >> (6U * tail)));
  for (size_t i = 1U; i <= tail; ++i) {
    out[i] = (char)(0x80U | (c >> (6U * (tail - i)) & 0x3FU));
  }
  return tail + 1U;
}

/* A character alone, in the middle, at the end, and twice at the beginning. */
static void
add_character(files* const f, const uint32_t c)
{
  char         one[4];
  char         text[16];
  const size_t n = encode(c, one);
  add(f, one, n);
  (void)memcpy(text, "a", 1U);
  (void)memcpy(text + 1U, one, n);
  add(f, text, n + 1U);
  (void)memcpy(text + 1U + n, "b", 1U);
  add(f, text, n + 2U);
  (void)memcpy(text, one, n);
  (void)memcpy(text + n, one, n);
  (void)memcpy(text + (2U * n), "b", 1U);
  add(f, text, (2U * n) + 1U);
}

static void
add_characters(files* const f)
{
  static const uint32_t codes[] = {
    0x20,    0x22,    0x23,    0x25,    0x26,     0x27,     0x2C,    0x2D,    0x3B,    0x3C,
    0x3E,    0x40,    0x5C,    0x5E,    0x60,     0x7B,     0x7C,    0x7D,    0x7E,    0x7F,
    0x80,    0x85,    0x9F,    0xA0,    0xAD,     0x301,    0x5D0,   0x627,   0x61C,   0x7FF,
    0x800,   0x1680,  0x180E,  0x200B,  0x200C,   0x200D,   0x200E,  0x200F,  0x2028,  0x2029,
    0x202A,  0x202E,  0x2060,  0x2066,  0x212B,   0x2126,   0x3000,  0xD7FF,  0xE000,  0xF8FF,
    0xFB01,  0xFDD0,  0xFEFF,  0xFFF9,  0xFFFC,   0xFFFD,   0x10000, 0x1D11E, 0x1F3B5, 0x1F468,
    0x1FFFE, 0x2F800, 0xE0001, 0xFFFFF, 0x10FFFD, 0x10FFFF,
  };
  for (uint32_t c = 1U; c < 0x20U; ++c) {
    add_character(f, c);
  }
  for (size_t i = 0U; i < sizeof(codes) / sizeof(codes[0]); ++i) {
    add_character(f, codes[i]);
  }
}

static void
add_sayings(files* const f)
{
  static const char* const texts[] = {
    "\"",
    "\"\"\"",
    "a\"\"\"\"b",
    "ends with a quote\"",
    "'''",
    "\\",
    "\\\\",
    "\\\"",
    "ends with a backslash\\",
    "\\n \\t \\u0041 \\U0001F3B5 \\x41",
    "\n",
    "\r\n",
    "\n\r",
    "one\ntwo\r\nthree\rfour",
    "\n begins and ends with a line end \n",
    " blanks around ",
    "\ttabs\taround\t",
    "caf\xC3\xA9",
    "cafe\xCC\x81",
    "e\xCC\x81\xCC\xA3 e\xCC\xA3\xCC\x81 \xE1\xBA\xB9\xCC\x81",
    "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB \xED\x95\x9C",
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\xAE"
    "abc\xE2\x80\xAC \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85",
    "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
    "<https://example.org/>",
    "_:b0",
    "\"x\"@en",
    "\"1\"^^xsd:integer",
    "@prefix ex: <https://example.org/> .",
    "# no comment",
    "a . b ; c , d [ ] ( ) { }",
    "&amp; &#10; <b>bold</b> <![CDATA[ x ]]> <!-- y --> ]]>",
    "%41 %zz %",
    "{id} {+id} {",
    "true",
    "-1.5e7",
    "1969-12-31",
    "null",
    "https://example.org/a b?c=d#e",
    "a;b|c\td",
    "$1 ${HOME} `id` $(id) *",
    "%s%n",
  };
  for (size_t i = 0U; i < sizeof(texts) / sizeof(texts[0]); ++i) {
    add(f, texts[i], strlen(texts[i]));
  }
}

/* A text again and again, up to the length, without cutting it in the middle. */
static void
add_long(files* const f, const char* const unit, const size_t length)
{
  const size_t n    = strlen(unit);
  char* const  text = malloc(length + n);
  size_t       used = 0U;
  if (!text) {
    fail("nasty");
  }
  while (used + n <= length) {
    (void)memcpy(text + used, unit, n);
    used += n;
  }
  add(f, text, used);
  free(text);
}

static uint32_t
next_random(uint32_t* const state)
{
  *state = (*state * 1664525U) + 1013904223U;
  return *state >> 8U;
}

/* Characters drawn so that what matters meets often. U+0000 and surrogates are not characters of
   tables, U+FFFE and U+FFFF not of RDF documents as liner writes them. */
static uint32_t
random_character(uint32_t* const state)
{
  static const char often[] = "\"\"\"'\\\\\n\r\t ,;<>{}|^`%#@.:-_/ab1";
  uint32_t          c       = 0U;
  switch (next_random(state) % 8U) {
  case 0:
    return 1U + (next_random(state) % 0x7FU);
  case 1:
    return 0x80U + (next_random(state) % 0x780U);
  case 2:
    c = 0x800U + (next_random(state) % 0xF7FEU);
    return c >= 0xD800U && c <= 0xDFFFU ? 0x2028U : c;
  case 3:
    return 0x10000U + (next_random(state) % 0x100000U);
  default:
    return (uint32_t)(unsigned char)often[next_random(state) % (sizeof(often) - 1U)];
  }
}

static void
add_random(files* const f)
{
  uint32_t state = 20261121U;
  for (int i = 0; i < N_RANDOM; ++i) {
    char           text[4 * LONGEST_RANDOM];
    const uint32_t length = 1U + (next_random(&state) % LONGEST_RANDOM);
    size_t         n      = 0U;
    for (uint32_t k = 0U; k < length; ++k) {
      n += encode(random_character(&state), text + n);
    }
    add(f, text, n);
  }
}

/* Whole IRIs with what an IRI cannot hold. */
static void
add_links(files* const f, const char* const dir)
{
  static const char* const links[] = {
    "https://example.org/a b",
    "https://example.org/\"quoted\"",
    "https://example.org/<angle>",
    "https://example.org/{brace}|bar\\back^caret`tick",
    "https://example.org/%41%e9%zz%",
    "https://example.org/path?q=a&b=c;d#frag",
    "https://example.org/caf\xC3\xA9/\xF0\x9F\x8E\xB5",
    "https://example.org/(paren)'quote'!*~$,",
    "urn:isbn:0-395-36341-1",
    "mailto:ada@example.org",
  };
  char path[1024];
  (void)snprintf(path, sizeof(path), "%s/link.csv", dir);
  FILE* const csv = fopen(path, "wb");
  (void)snprintf(path, sizeof(path), "%s/link.nt", dir);
  FILE* const nt = fopen(path, "wb");
  if (!csv || !nt) {
    fail(path);
  }
  (void)fputs("id,link\n", csv);
  for (size_t i = 0U; i < sizeof(links) / sizeof(links[0]); ++i) {
    (void)fprintf(csv, "%zu,", i);
    put_cell(csv, links[i], strlen(links[i]));
    (void)fputc('\n', csv);
    (void)fprintf(nt, "<" EXAMPLE "link/%zu> <" EXAMPLE "see> <", i);
    put_reserved(nt, links[i], strlen(links[i]));
    (void)fputs("> .\n", nt);
  }
  f->n += (long)(sizeof(links) / sizeof(links[0]));
  if (fclose(csv) != 0 || fclose(nt) != 0) {
    fail(path);
  }
}

/* ---- files ---- */

static FILE*
open_in(const char* const dir, const char* const name, const char* const header)
{
  char path[1024];
  (void)snprintf(path, sizeof(path), "%s/%s", dir, name);
  FILE* const out = fopen(path, "wb");
  if (!out || fputs(header, out) < 0) {
    fail(path);
  }
  return out;
}

int
main(const int argc, char** const argv)
{
  if (argc != 2) {
    (void)fputs("usage: nasty DIR\n", stderr);
    return 2;
  }
  const char* const dir = argv[1];
  files             f   = {
                  .text_csv   = open_in(dir, "text.csv", "id,plain,tagged,typed\n"),
                  .text_nt    = open_in(dir, "text.nt", ""),
                  .plain_csv  = open_in(dir, "plain.csv", "id,plain,tagged,typed\n"),
                  .plain_nt   = open_in(dir, "plain.nt", ""),
                  .iri_csv    = open_in(dir, "iri.csv", "id,n\n"),
                  .iri_nt     = open_in(dir, "iri.nt", ""),
                  .people_csv = open_in(dir, "catalogue/people.csv", "id,name,note\n"),
                  .people_nt  = open_in(dir, "catalogue.nt", ""),
  };
  add_characters(&f);
  add_sayings(&f);
  add_random(&f);
  add_long(&f, "x", LONG);
  add_long(&f, "\"", LONG);
  add_long(&f, "\\\"\n", LONG);
  add_long(&f, "\xE2\x82\xAC\xF0\x9F\x8E\xB5", LONG);
  add_long(&f, "long cell, ", VERY_LONG);
  add_links(&f, dir);
  FILE* const all[] = {
    f.text_csv, f.text_nt, f.plain_csv, f.plain_nt, f.iri_csv, f.iri_nt, f.people_csv, f.people_nt};
  for (size_t i = 0U; i < sizeof(all) / sizeof(all[0]); ++i) {
    if (fclose(all[i]) != 0) {
      fail(dir);
    }
  }
  return f.n > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
