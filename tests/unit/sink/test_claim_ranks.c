/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Statements as in the RDF Dump Format of Wikibase: p: to the statement, ps: to the value, the
   rank, and BestRank for the preferred one of a property, or for all of normal rank where none is
   preferred; never for a deprecated one. */

#include "testimony_unit.h"

#include "sink/claim_ranks.h"

#define W(name) "<http://wikiba.se/ontology#" name "> "
#define FROM "<http://www.w3.org/ns/prov#wasDerivedFrom> "
#define PROPERTY(of, name)                                                                         \
  E(of)                                                                                            \
  R("type")                                                                                        \
  W("Property")                                                                                    \
  IN E(of) W("claim") E("prop/" name) IN E(of) W("statementProperty") E("prop/statement/" name)    \
    IN                                   E(of) W("directClaim") E(of) IN

static void
test_ranks(void)
{
  telling t;
  CU_ASSERT_EQUAL(tell_all(&t, LN_EVIDENCE_RANKS, ln_claim_ranks), LN_OK);
  CHECK_VIEW(ln_out_bytes(t.out),
             SAID PROPERTY("p/x", "x") E("s") E("prop/x") E("c1") IN E("s") E("prop/x") E("c2")
               IN E("s") E("prop/x-2") E("c3") IN E("c1") R("type") W("Statement") IN E("c1")
                 R("type") W("BestRank") IN E("c1") W("rank") W("PreferredRank") IN E("c1")
                   E("prop/statement/x") "\"v\" " IN E("c1") FROM E("q1") IN E("c2") R("type")
                     W("Statement") IN E("c2") W("rank") W("NormalRank") IN E("c2")
                       E("prop/statement/x") "\"w\" " IN E("c2") FROM E("q1") IN E("c2")
                         FROM E("q2") IN PROPERTY("other#x", "x-2") E("c3") R("type") W("Statement")
                           IN E("c3") W("rank") W("DeprecatedRank") IN E("c3")
                             E("prop/statement/x-2") E("o") IN E("c3") FROM E("page") IN);
  telling_end(&t);
}

static void
test_no_memory(void)
{
  telling t = {0};
  CHECK_ALLOC_FAILURES(tell_all(&t, LN_EVIDENCE_RANKS, ln_claim_ranks), telling_end(&t));
}

static const unit_test tests[] = {
  {"ranks", test_ranks},
  {"no memory", test_no_memory},
};

UNIT_MAIN("sink/claim_ranks", tests)
