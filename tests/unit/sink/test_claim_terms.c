/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Claims with triples that are terms: RDF 1.2 (`<<( … )>>`) and RDF-star (`<< … >>`), in one thread
   and in chunks of workers; what is no claim stays as it is. */

#include "testimony_unit.h"

#include "sink/claim_terms.h"

#define REST1                                                                                      \
  E("c1")                                                                                          \
  LN("rank") "<https://w3id.org/liner/vocab/rank/preferred> " IN E("c1") LN("citation") E("q1") IN
#define REST2 E("c2") LN("citation") E("q1") IN E("c2") LN("citation") E("q2") IN
#define REST3                                                                                      \
  E("c3")                                                                                          \
  LN("rank")                                                                                       \
  "<https://w3id.org/liner/vocab/rank/deprecated> " IN E("c3") LN("citation") E("page") IN E("q1") \
    LN("source") E("S") IN E("q2") LN("source") E("S") IN
#define ALL(open, close)                                                                           \
  E("c1")                                                                                          \
  R("reifies")                                                                                     \
  open E("s") E("p/x") "\"v\"" close IN REST1 E("c2") R("reifies") open E("s")                     \
    E("p/x") "\"w\"" close IN REST2 E("c3") R("reifies") open E("s")                               \
      E("other#x") "<http://e/o>" close IN                    REST3

static ln_status
run(telling* const t, const ln_evidence form, const bool worker)
{
  ln_sink fork = {NULL, NULL};
  LN_TRY(telling_begin(t, form));
  LN_TRY(ln_claim_terms_new(&t->words, t->writer, &t->sink));
  LN_TRY(worker ? t->sink.ops->fork(t->sink.self, &fork) : LN_OK);
  ln_status st = tell_claims(t, worker ? fork : t->sink);
  st           = st == LN_OK && worker ? t->sink.ops->join(t->sink.self, fork) : st;
  ln_sink_free(fork);
  LN_TRY(st);
  return ln_sink_finish(t->sink);
}

static void
test_forms(void)
{
  for (int worker = 0; worker < 2; ++worker) {
    telling t;
    CU_ASSERT_EQUAL(run(&t, LN_EVIDENCE_REIFIERS, worker != 0), LN_OK);
    CHECK_VIEW(ln_out_bytes(t.out), ALL("<<( ", " )>> "));
    telling_end(&t);
    CU_ASSERT_EQUAL(run(&t, LN_EVIDENCE_STAR, worker != 0), LN_OK);
    CHECK_VIEW(ln_out_bytes(t.out), ALL("<< ", " >> "));
    telling_end(&t);
  }
}

/* Several objects are several triples; without one of the parts nothing is told otherwise. */
static void
test_parts(void)
{
  telling t;
  CU_ASSERT_EQUAL(telling_begin(&t, LN_EVIDENCE_REIFIERS), LN_OK);
  CU_ASSERT_EQUAL(ln_claim_terms_new(&t.words, t.writer, &t.sink), LN_OK);
  const uint16_t* const w     = t.words.words;
  const ln_pair         two[] = {pair_of(w[LN_SAYING_OBJECT], string_of("v")),
                                 pair_of(w[LN_SAYING_OBJECT], blank_of("b")),
                                 pair_of(w[LN_SAYING_PREDICATE], thing("http://e/p")),
                                 pair_of(w[LN_SAYING_SUBJECT], thing("http://e/s"))};
  CU_ASSERT_EQUAL(tell_of(&t, t.sink, "http://e/c", two, 4U), LN_OK);
  CU_ASSERT_EQUAL(tell_of(&t, t.sink, "http://e/d", two, 1U), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_finish(t.sink), LN_OK);
  CHECK_VIEW(ln_out_bytes(t.out),
             E("c") R("reifies") "<<( " E("s") E("p") "\"v\" )>> " IN E("c")
               R("reifies") "<<( " E("s") E("p") "_:b )>> " IN E("d") R("object") "\"v\" " IN);
  telling_end(&t);
}

static void
test_no_memory(void)
{
  telling t = {0};
  CHECK_ALLOC_FAILURES(run(&t, LN_EVIDENCE_REIFIERS, true), telling_end(&t));
}

static const unit_test tests[] = {
  {"forms", test_forms},
  {"parts", test_parts},
  {"no memory", test_no_memory},
};

UNIT_MAIN("sink/claim_terms", tests)
