/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Terms as N-Triples writes them (RDF 1.1 N-Triples, sections 2 and 4), one by itself. */

#include "sink_unit.h"

#include "sink/term_text.h"

static ln_status
add_all(ln_text* const out)
{
  ln_names* const names   = ln_names_new();
  uint16_t        person  = 0U;
  uint16_t        english = 0U;
  uint16_t        triple  = 0U;
  uint16_t        quoted  = 0U;
  ln_status       st      = names ? LN_OK : LN_NO_MEM;
  st = st == LN_OK ? ln_names_iri_stem(names, LN_V("http://e/p/"), &person) : st;
  st = st == LN_OK ? ln_names_literal_stem(names, (ln_view){0}, LN_V("en"), &english) : st;
  st = st == LN_OK ? ln_names_triple_stem(names, false, &triple) : st;
  CU_ASSERT(st != LN_OK || ln_names_star(names) == 0U);
  st = st == LN_OK ? ln_names_triple_stem(names, true, &quoted) : st;
  CU_ASSERT(st != LN_OK || ln_names_star(names) == quoted);
  st                    = st == LN_OK ? ln_names_seal(names) : st;
  const ln_term terms[] = {
    {.s = "ada", .n = 3U, .stem = person, .kind = LN_IRI, .flags = LN_CLEAN},
    {.s = "4,9", .n = 3U, .stem = person, .kind = LN_IRI},
    {.s = "t1r2", .n = 4U, .kind = LN_BLANK, .flags = LN_CLEAN},
    {.s = "a\"b\n", .n = 4U, .stem = english, .kind = LN_LITERAL},
    {.s = "<s> <p> \"o\"", .n = 11U, .stem = triple, .kind = LN_IRI, .flags = LN_CLEAN},
    {.s = "<s> <p> <o>", .n = 11U, .stem = quoted, .kind = LN_IRI, .flags = LN_CLEAN},
  };
  for (size_t i = 0U; st == LN_OK && i < sizeof(terms) / sizeof(terms[0]); ++i) {
    st = ln_term_text(names, terms[i], out);
    st = st == LN_OK ? ln_text_add_byte(out, '\n') : st;
  }
  ln_names_free(names);
  return st;
}

static void
test_terms(void)
{
  ln_text out = {0};
  CU_ASSERT_EQUAL(add_all(&out), LN_OK);
  CHECK_VIEW(ln_text_view(&out),
             "<http://e/p/ada>\n<http://e/p/4,9>\n_:t1r2\n\"a\\\"b\\n\"@en\n<<( <s> <p> \"o\" )>>\n"
             "<< <s> <p> <o> >>\n");
  ln_text_clear(&out);
}

static void
test_no_memory(void)
{
  ln_text out = {0};
  CHECK_ALLOC_FAILURES(add_all(&out), ln_text_clear(&out));
}

static const unit_test tests[] = {
  {"terms", test_terms},
  {"no memory", test_no_memory},
};

UNIT_MAIN("sink/term_text", tests)
