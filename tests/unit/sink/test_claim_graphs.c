/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Each claimed triple once in the graph of each source; what is cited but not described is a graph
   itself. */

#include "testimony_unit.h"

#include "sink/claim_graphs.h"

static void
test_graphs(void)
{
  telling t;
  CU_ASSERT_EQUAL(tell_all(&t, LN_EVIDENCE_GRAPHS, ln_claim_graphs), LN_OK);
  CHECK_VIEW(ln_out_bytes(t.out),
             SAID E("s") E("p/x") "\"v\" " E("S") ".\n" E("s") E("p/x") "\"w\" " E("S") ".\n" E("s")
               E("other#x") E("o") E("page") ".\n");
  telling_end(&t);
}

static void
test_no_memory(void)
{
  telling t = {0};
  CHECK_ALLOC_FAILURES(tell_all(&t, LN_EVIDENCE_GRAPHS, ln_claim_graphs), telling_end(&t));
}

static const unit_test tests[] = {
  {"graphs", test_graphs},
  {"no memory", test_no_memory},
};

UNIT_MAIN("sink/claim_graphs", tests)
