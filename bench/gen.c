/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* gen ROWS [triples]: a table of credits in the shape of IMDb's title.principals as CSV on standard
   output, or the N-Triples that it must become by bench/credits-metadata.json. The same bytes on
   every machine: the random numbers are its own. About one row in six has a job, one in three
   characters, of which some are several; names hold letters beyond ASCII, quotes and commas. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ID "https://example.org/id/"
#define ONTO "https://example.org/onto#"
#define XSD "http://www.w3.org/2001/XMLSchema#"

enum { PEOPLE = 14000000, MAX_TEXT = 64 };

typedef struct {
  uint64_t state;
  uint64_t title;
  unsigned ordering;
  unsigned cast; ///< credits of the present title
} generator;

typedef struct {
  char        title[32];
  unsigned    ordering;
  uint32_t    person;
  const char* category;
  char        job[MAX_TEXT]; ///< empty: none
  char        characters[2][MAX_TEXT];
  size_t      n_characters;
} credit;

static uint32_t
draw(generator* const g, const uint32_t below)
{
  g->state = (g->state * 6364136223846793005U) + 1442695040888963407U;
  return (uint32_t)((g->state >> 33U) % below);
}

static const char*
pick(generator* const g, const char* const* const words, const uint32_t n)
{
  return words[draw(g, n)];
}

static void
make_name(generator* const g, char* const out, const size_t size)
{
  static const char* const first[] = {"Ada",
                                      "Bj\xC3\xB6rn",
                                      "Chlo\xC3\xA9",
                                      "Dmitri",
                                      "\xC3\x89mile",
                                      "Fatima",
                                      "G\xC3\xBCnter",
                                      "Hedda",
                                      "Ioana",
                                      "Jos\xC3\xA9",
                                      "Kenji",
                                      "Lu\xC3\xADsa",
                                      "\xE4\xB8\x89\xE8\x88\xB9",
                                      "Mary"};
  static const char* const last[]  = {"Quill",
                                      "Ojo",
                                      "N\xC3\xBA\xC3\xB1"
                                       "ez",
                                      "O'Shea",
                                      "van der Berg",
                                      "M\xC3\xBCller",
                                      "Smith",
                                      "Kowalski",
                                      "\xC5\x81uczak",
                                      "Brown \"Junior\"",
                                      "King, Jr.",
                                      "\xE6\x95\x8F\xE9\x83\x8E",
                                      "Doe"};
  (void)snprintf(out,
                 size,
                 "%s %s",
                 pick(g, first, sizeof(first) / sizeof(first[0])),
                 pick(g, last, sizeof(last) / sizeof(last[0])));
}

static void
make_characters(generator* const g, credit* const c)
{
  c->n_characters = draw(g, 8U) == 0U ? 2U : 1U;
  for (size_t i = 0U; i < c->n_characters; ++i) {
    make_name(g, c->characters[i], sizeof(c->characters[i]));
  }
}

static void
make_credit(generator* const g, credit* const c)
{
  static const char* const categories[] = {"actor",
                                           "actress",
                                           "self",
                                           "director",
                                           "writer",
                                           "producer",
                                           "composer",
                                           "cinematographer",
                                           "editor",
                                           "production_designer"};
  if (g->ordering == g->cast) {
    ++g->title;
    g->cast     = 5U + draw(g, 11U);
    g->ordering = 0U;
  }
  const uint32_t category = draw(g, sizeof(categories) / sizeof(categories[0]));
  *c                      = (credit){
                         .ordering = ++g->ordering, .person = 1U + draw(g, PEOPLE), .category = categories[category]};
  (void)snprintf(c->title, sizeof(c->title), "tt%07llu", (unsigned long long)g->title);
  if (category < 3U) {
    make_characters(g, c);
  } else if (draw(g, 4U) == 0U) {
    (void)snprintf(c->job, sizeof(c->job), "based on \"Tale no. %u\"", draw(g, 1000U));
  }
}

/* ---- as a row ---- */

static bool
needs_quotes(const char* const s)
{
  return strpbrk(s, "\",\n") != NULL;
}

static void
put_inside(const char* s)
{
  for (; *s != '\0'; ++s) {
    if (*s == '"') {
      (void)putchar('"');
    }
    (void)putchar(*s);
  }
}

/* A cell of up to two items. */
static void
put_cell(const char* const first, const char* const second)
{
  const char* const quote = needs_quotes(first) || needs_quotes(second) ? "\"" : "";
  (void)printf(",%s", quote);
  put_inside(first);
  (void)fputs(second[0] != '\0' ? "|" : "", stdout);
  put_inside(second);
  (void)fputs(quote, stdout);
}

static void
put_row(const credit* const c)
{
  (void)printf("%s,%u,nm%07u,%s", c->title, c->ordering, (unsigned)c->person, c->category);
  put_cell(c->job, "");
  put_cell(c->characters[0], c->characters[1]);
  (void)putchar('\n');
}

/* ---- as triples ---- */

static void
put_subject(const credit* const c, const char* const predicate)
{
  (void)printf("<" ID "credit/%s-%u> <%s> ", c->title, c->ordering, predicate);
}

static void
put_literal(const credit* const c, const char* const predicate, const char* s)
{
  put_subject(c, predicate);
  (void)putchar('"');
  for (; *s != '\0'; ++s) {
    if (*s == '"' || *s == '\\') {
      (void)putchar('\\');
    }
    (void)putchar(*s);
  }
  (void)fputs("\" .\n", stdout);
}

static void
put_triples(const credit* const c)
{
  put_subject(c, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  (void)puts("<" ONTO "Credit> .");
  put_subject(c, ONTO "work");
  (void)printf("<" ID "work/%s> .\n", c->title);
  put_subject(c, ONTO "order");
  (void)printf("\"%u\"^^<" XSD "integer> .\n", c->ordering);
  put_subject(c, ONTO "person");
  (void)printf("<" ID "person/nm%07u> .\n", (unsigned)c->person);
  put_subject(c, ONTO "role");
  (void)printf("<" ID "role/%s> .\n", c->category);
  if (c->job[0] != '\0') {
    put_literal(c, ONTO "job", c->job);
  }
  for (size_t i = 0U; i < c->n_characters; ++i) {
    put_literal(c, ONTO "character", c->characters[i]);
  }
}

int
main(const int argc, char** const argv)
{
  const bool               triples = argc == 3 && strcmp(argv[2], "triples") == 0;
  const unsigned long long rows    = argc > 1 ? strtoull(argv[1], NULL, 10) : 0U;
  generator                g       = {.state = 42U};
  if (rows == 0U || (argc != 2 && !triples)) {
    (void)fputs("usage: gen ROWS [triples]\n", stderr);
    return 2;
  }
  if (!triples) {
    (void)puts("tconst,ordering,nconst,category,job,characters");
  }
  for (unsigned long long i = 0U; i < rows; ++i) {
    credit c;
    make_credit(&g, &c);
    (triples ? put_triples : put_row)(&c);
  }
  return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
