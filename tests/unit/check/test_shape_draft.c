/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The triples of shapes, built and read back through the graph's own writer. */

#include "unit.h"

#include "base/out.h"
#include "check/shape_draft.h"
#include "graph/triple_writer.h"
#include "sink/writers.h"

#define S "<http://www.w3.org/ns/shacl#"
#define RDF "<http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define INTEGER "\"^^<http://www.w3.org/2001/XMLSchema#integer>"

typedef struct {
  ln_term_table* terms;
  ln_triple_set* set;
  ln_vocabulary  words;
  ln_shape_draft draft;
} sample;

static ln_status
start(sample* const s)
{
  *s = (sample){.terms = ln_term_table_new(), .set = ln_triple_set_new()};
  if (!s->terms || !s->set) {
    return LN_NO_MEM;
  }
  s->draft = (ln_shape_draft){
    .terms = s->terms, .set = s->set, .words = &s->words, .space = LN_V("http://e/shapes#")};
  return ln_vocabulary_add(s->terms, &s->words);
}

static void
end(sample* const s)
{
  ln_shape_draft_clear(&s->draft);
  ln_triple_set_free(s->set);
  ln_term_table_free(s->terms);
}

static ln_status
write(const sample* const s, ln_out* const out)
{
  ln_sink           sink    = {0};
  ln_triple_writer* triples = NULL;
  ln_names* const   names   = ln_names_new();
  ln_status         st      = names ? ln_triple_set_seal(s->set) : LN_NO_MEM;
  st = st == LN_OK ? ln_triple_writer_new(s->set, s->terms, names, &triples) : st;
  st = st == LN_OK ? ln_names_seal(names) : st;
  st = st == LN_OK ? ln_ntriples_new(names, out, false, &sink) : st;
  st = st == LN_OK ? ln_triple_writer_write(triples, sink) : st;
  st = st == LN_OK ? ln_sink_finish(sink) : st;
  ln_sink_free(sink);
  ln_triple_writer_free(triples);
  ln_names_free(names);
  return st;
}

static ln_status
draw(sample* const s, ln_text* const text)
{
  uint32_t        shape   = 0U;
  uint32_t        other   = 0U;
  uint32_t        list[2] = {LN_TERM_XSD_STRING, 0U};
  ln_out*         out     = NULL;
  ln_shape_draft* d       = &s->draft;
  LN_TRY(start(s));
  LN_TRY(ln_shape_draft_named(d, LN_V("a b"), LN_W_NODE_SHAPE, &shape));
  LN_TRY(ln_shape_draft_named(d, LN_V("a.b"), LN_W_PROPERTY_SHAPE, &other)); // the same name
  LN_TRY(ln_shape_draft_add(d, shape, LN_W_PROPERTY, other));
  LN_TRY(ln_shape_draft_add_iri(d, other, LN_W_PATH, LN_V("http://e/p")));
  LN_TRY(ln_shape_draft_add_number(d, other, LN_W_MIN_COUNT, 12U));
  LN_TRY(ln_shape_draft_add_text(d, other, LN_W_PATTERN, LN_V("^a"), LN_V("")));
  LN_TRY(ln_shape_draft_add_true(d, shape, LN_W_CLOSED));
  LN_TRY(ln_shape_draft_blank(d, &list[1]));
  LN_TRY(ln_shape_draft_add_list(d, shape, LN_W_IGNORED_PROPERTIES, list, 2U));
  LN_TRY(ln_shape_draft_add_list(d, other, LN_W_IN, NULL, 0U));
  LN_TRY(ln_out_memory(&out));
  ln_status st = write(s, out);
  st           = st == LN_OK ? ln_text_add(text, ln_out_bytes(out)) : st;
  ln_out_abandon(out);
  return st;
}

static void
triples(void)
{
  sample  s;
  ln_text text = {0};
  CU_ASSERT_EQUAL_FATAL(draw(&s, &text), LN_OK);
  CHECK_VIEW(ln_text_view(&text),
             "<http://e/shapes#a-b> " RDF "type> " S "NodeShape> .\n"
             "<http://e/shapes#a-b> " S "property> <http://e/shapes#a-b-2> .\n"
             "<http://e/shapes#a-b> " S "closed> \"true\"^^"
             "<http://www.w3.org/2001/XMLSchema#boolean> .\n"
             "<http://e/shapes#a-b> " S "ignoredProperties> _:b2 .\n"
             "<http://e/shapes#a-b-2> " RDF "type> " S "PropertyShape> .\n"
             "<http://e/shapes#a-b-2> " S "path> <http://e/p> .\n"
             "<http://e/shapes#a-b-2> " S "minCount> \"12" INTEGER " .\n"
             "<http://e/shapes#a-b-2> " S "pattern> \"^a\" .\n"
             "<http://e/shapes#a-b-2> " S "in> " RDF "nil> .\n"
             "_:b2 " RDF "first> <http://www.w3.org/2001/XMLSchema#string> .\n"
             "_:b2 " RDF "rest> _:b3 .\n"
             "_:b3 " RDF "first> _:b1 .\n"
             "_:b3 " RDF "rest> " RDF "nil> .\n");
  ln_text_clear(&text);
  end(&s);
}

static void
locals(void)
{
  CHECK_VIEW(ln_shape_draft_local(LN_V("http://e/a#b")), "b");
  CHECK_VIEW(ln_shape_draft_local(LN_V("http://e/a")), "a");
  CHECK_VIEW(ln_shape_draft_local(LN_V("urn:x")), "x");
  CHECK_VIEW(ln_shape_draft_local(LN_V("x")), "x");
  CHECK_VIEW(ln_shape_draft_local(LN_V("http://e/")), "");
}

static void
no_memory(void)
{
  sample  s    = {0};
  ln_text text = {0};
  CHECK_ALLOC_FAILURES(draw(&s, &text), (end(&s), ln_text_reset(&text)));
  ln_text_clear(&text);
}

static const unit_test TESTS[] = {
  {"triples", triples}, {"locals", locals}, {"no memory", no_memory}};

UNIT_MAIN("check/shape_draft", TESTS)
