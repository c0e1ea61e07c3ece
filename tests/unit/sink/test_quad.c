/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Quads as text, of rows and of files. Expected lines follow RDF 1.1 N-Triples, section 4. */

#include "sink_unit.h"

#include "base/text.h"
#include "sink/quad.h"

#define STRING "http://www.w3.org/2001/XMLSchema#string"

static ln_status
note(void* const self, const ln_quad* const quad)
{
  LN_TRY(ln_text_format(self,
                        "%.*s|%.*s|%.*s|%s\n",
                        (int)quad->triple.n,
                        quad->triple.s,
                        (int)quad->graph.n,
                        quad->graph.n > 0U ? quad->graph.s : "",
                        (int)quad->key.n,
                        quad->key.s,
                        quad->blank ? "blank" : ""));
  return LN_OK;
}

/* Two triples in a graph, one in none; the key has the graph behind the triple. */
static void
rows(void)
{
  const sample  s       = sample_new();
  const ln_pair pairs[] = {pair_of(s.age, string_of("a\nb")), pair_of(s.knows, blank_of("n"))};
  ln_desc       named   = DESC(term_of(LN_IRI, s.person, "ada"), pairs);
  const ln_desc plain   = desc_of(term_of(LN_IRI, s.person, "ben"), pairs, 1U);
  ln_text       got     = {0};
  ln_sink       sink    = {NULL, NULL};
  named.graph           = term_of(LN_IRI, s.person, "g");
  CU_ASSERT_EQUAL_FATAL(ln_quad_sink_new(s.names, note, &got, &sink), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &named), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &plain), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
  CHECK_VIEW(ln_text_view(&got),
             "<https://example.org/person/ada> <https://example.org/age> \"a\\nb\"|"
             "<https://example.org/person/g>|"
             "<https://example.org/person/ada> <https://example.org/age> \"a\\nb\" "
             "<https://example.org/person/g>|\n"
             "<https://example.org/person/ada> <https://example.org/knows> _:n|"
             "<https://example.org/person/g>|"
             "<https://example.org/person/ada> <https://example.org/knows> _:n "
             "<https://example.org/person/g>|blank\n"
             "<https://example.org/person/ben> <https://example.org/age> \"a\\nb\"||"
             "<https://example.org/person/ben> <https://example.org/age> \"a\\nb\"|\n");
  ln_sink_free(sink);
  ln_text_clear(&got);
  ln_names_free(s.names);
}

static ln_read_term
iri(const char* const text)
{
  return (ln_read_term){.kind = LN_IRI, .text = ln_view_of(text)};
}

static ln_read_term
literal(const char* const text, const char* const datatype, const char* const lang)
{
  return (ln_read_term){.kind     = LN_LITERAL,
                        .text     = ln_view_of(text),
                        .datatype = ln_view_of(datatype),
                        .lang     = ln_view_of(lang)};
}

static void
check_read(const ln_read_triple* const triple, const char* const expected)
{
  ln_quad_text text = {0};
  ln_text      got  = {0};
  ln_quad      quad;
  CU_ASSERT_EQUAL_FATAL(ln_quad_of(triple, 7U, &text, &quad), LN_OK);
  CU_ASSERT_EQUAL(note(&got, &quad), LN_OK);
  CHECK_VIEW(ln_text_view(&got), expected);
  CU_ASSERT_EQUAL(quad.where.source, 7U);
  CU_ASSERT_EQUAL(quad.line, triple->line);
  ln_text_clear(&got);
  ln_quad_text_clear(&text);
}

static void
files(void)
{
  ln_read_triple t = {.subject = iri("x:s"), .predicate = iri("x:p"), .line = 3U};
  t.object         = literal("\"", STRING, "");
  check_read(&t, "<x:s> <x:p> \"\\\"\"||<x:s> <x:p> \"\\\"\"|\n");
  t.object = literal("1", "x:d", "");
  check_read(&t, "<x:s> <x:p> \"1\"^^<x:d>||<x:s> <x:p> \"1\"^^<x:d>|\n");
  t.object = literal("B", "", "en-GB");
  t.graph  = iri("x:g");
  check_read(&t, "<x:s> <x:p> \"B\"@en-GB|<x:g>|<x:s> <x:p> \"B\"@en-gb <x:g>|\n");
  t.object = literal("B", "", "en");
  t.graph  = (ln_read_term){.kind = LN_BLANK, .text = LN_V("B0")};
  check_read(&t, "<x:s> <x:p> \"B\"@en|_:B0|<x:s> <x:p> \"B\"@en _:B0|blank\n");
}

static ln_status
use(const sample* const s, ln_text* const got, ln_sink* const sink)
{
  const ln_pair pair = pair_of(s->age, string_of("a"));
  ln_desc       desc = desc_of(term_of(LN_IRI, s->person, "ada"), &pair, 1U);
  desc.graph         = term_of(LN_IRI, s->person, "g");
  LN_TRY(ln_quad_sink_new(s->names, note, got, sink));
  return ln_sink_describe(*sink, &desc);
}

static ln_status
use_file(ln_quad_text* const text)
{
  ln_quad              quad;
  const ln_read_triple t = {
    .subject = iri("x:s"), .predicate = iri("x:p"), .object = literal("B", "", "en-GB")};
  return ln_quad_of(&t, 1U, text, &quad);
}

static void
no_memory(void)
{
  const sample s    = sample_new();
  ln_text      got  = {0};
  ln_sink      sink = {NULL, NULL};
  ln_quad_text text = {0};
  CHECK_ALLOC_FAILURES(use(&s, &got, &sink), ln_sink_free(sink); ln_text_clear(&got);
                       sink = ((ln_sink){NULL, NULL}));
  CHECK_ALLOC_FAILURES(use_file(&text), ln_quad_text_clear(&text));
  ln_names_free(s.names);
}

static const unit_test tests[] = {{"rows", rows}, {"files", files}, {"no memory", no_memory}};

UNIT_MAIN("quad", tests)
