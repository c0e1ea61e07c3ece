/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A small graph in each syntax. */

#include "serve/excerpt.h"
#include "serve_unit.h"

static ln_status
write(const ln_excerpt_syntax syntax, ln_out* const out)
{
  ln_term_table* const terms = ln_term_table_new();
  ln_triple_set* const set   = ln_triple_set_new();
  uint32_t             s     = 0U;
  uint32_t             p     = 0U;
  ln_status            st =
    terms && set ? ln_term_table_add_iri(terms, LN_V("http://t.example/s"), &s) : LN_NO_MEM;
  st = st == LN_OK
         ? ln_term_table_add_iri(terms, LN_V("http://www.w3.org/2000/01/rdf-schema#seeAlso"), &p)
         : st;
  st = st == LN_OK ? ln_triple_set_add(set, s, p, s) : st;
  st = st == LN_OK ? ln_triple_set_seal(set) : st;
  st = st == LN_OK ? ln_excerpt_write(set, terms, syntax, out) : st;
  ln_triple_set_free(set);
  ln_term_table_free(terms);
  return st;
}

static void
test_syntaxes(void)
{
  ln_reply reply = {.body = NULL};
  CU_ASSERT_EQUAL_FATAL(ln_reply_begin(&reply, LN_HTTP_OK, ""), LN_OK);
  CU_ASSERT_EQUAL(write(LN_EXCERPT_NTRIPLES, reply.body), LN_OK);
  CHECK_VIEW(
    ln_out_bytes(reply.body),
    "<http://t.example/s> <http://www.w3.org/2000/01/rdf-schema#seeAlso> <http://t.example/s> .\n");
  ln_out_rewind(reply.body);
  CU_ASSERT_EQUAL(write(LN_EXCERPT_TURTLE, reply.body), LN_OK);
  CHECK_HAS(&reply, "rdfs:seeAlso <http://t.example/s> .");
  ln_out_rewind(reply.body);
  CU_ASSERT_EQUAL(write(LN_EXCERPT_JSONLD, reply.body), LN_OK);
  CHECK_HAS(&reply, "\"@context\"");
  ln_out_rewind(reply.body);
  CHECK_ALLOC_FAILURES(write(LN_EXCERPT_NTRIPLES, reply.body), ln_out_rewind(reply.body));
  ln_reply_clear(&reply);
}

static const unit_test tests[] = {{"syntaxes", test_syntaxes}};

UNIT_MAIN("serve/excerpt", tests)
