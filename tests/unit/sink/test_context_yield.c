/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A prefix makes way for an IRI whose scheme has its name (JSON-LD 1.1, sections 4.1.5 and 9.15.1).
 */

#include "context_unit.h"

#define JSON                                                                                       \
  "{\"@context\":{\"urn\":\"https://u.example/\",\"Thing\":\"urn:Thing\",\"word\":\"https://w/"    \
  "\"}}"

static bool
yields(ln_context* const context, const char* const iri)
{
  bool changed = false;
  CU_ASSERT_EQUAL(ln_context_yield(context, ln_view_of(iri), &changed), LN_OK);
  return changed;
}

static void
test_prefix(void)
{
  ln_context* const c       = context_of(JSON, "https://b.example/");
  ln_compact        compact = {{NULL, 0U}, {NULL, 0U}, false};
  CU_ASSERT_FALSE(ln_context_id(c, LN_V("urn:x"), &compact));
  CU_ASSERT_TRUE(yields(c, "urn:x"));
  CU_ASSERT_TRUE(ln_context_id(c, LN_V("urn:x"), &compact));
  check_compact(compact, "urn:x");
  CU_ASSERT_TRUE(ln_context_id(c, LN_V("https://u.example/a"), &compact));
  check_compact(compact, "https://u.example/a");
  /* What was defined by way of it stays. */
  CU_ASSERT_TRUE(
    ln_context_word(c, (ln_view){NULL, 0U}, LN_V("https://u.example/Thing"), &compact));
  check_compact(compact, "Thing");
  CHECK_VIEW(ln_context_text(c),
             "[\n    {\n      \"urn\": \"https://u.example/\",\n      \"Thing\": \"urn:Thing\",\n"
             "      \"word\": \"https://w/\"\n    },\n    {\"@base\": \"https://b.example/\"},\n"
             "    {\"urn\": null}\n  ]");
  CU_ASSERT_FALSE(yields(c, "urn:x"));
  ln_context_free(c);
}

static void
test_none(void)
{
  ln_context* const c = context_of(JSON, "");
  CU_ASSERT_FALSE(yields(c, "mailto:x"));
  CU_ASSERT_FALSE(yields(c, "Thing"));
  CU_ASSERT_FALSE(yields(c, "urn"));
  ln_context_free(c);
}

static ln_status
yield_once(ln_context** const context)
{
  bool            changed = false;
  const ln_status st      = ln_context_new(NULL, LN_V(JSON), LN_V(""), context);
  return st == LN_OK ? ln_context_yield(*context, LN_V("urn:x"), &changed) : st;
}

static void
test_no_memory(void)
{
  ln_context* context = NULL;
  CHECK_ALLOC_FAILURES(yield_once(&context), (ln_context_free(context), context = NULL));
}

static const unit_test tests[] = {
  {"prefix", test_prefix},
  {"none", test_none},
  {"no memory", test_no_memory},
};

UNIT_MAIN("sink/context_yield", tests)
