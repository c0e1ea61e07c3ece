/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Prefixes that need no declaration. */

#include "rdf/prefix.h"

#include "unit.h"

static void
prefixed_names(void)
{
  static const char* const pairs[][2] = {
    {"schema:name", "http://schema.org/name"},
    {"dc:title", "http://purl.org/dc/terms/title"},
    {"as:actor", "https://www.w3.org/ns/activitystreams#actor"},
    {"xsd:", "http://www.w3.org/2001/XMLSchema#"},
    {"schema://x", ""},
    {"Schema:name", ""},
    {"name", ""},
    {"http://schema.org/", ""},
  };
  ln_text iri = {0};
  for (size_t i = 0U; i < sizeof(pairs) / sizeof(pairs[0]); ++i) {
    ln_text_reset(&iri);
    CU_ASSERT_EQUAL(ln_prefix_expand(ln_view_of(pairs[i][0]), &iri), LN_OK);
    CHECK_VIEW(ln_text_view(&iri), pairs[i][1]);
  }
  ln_text_clear(&iri);
  CHECK_ALLOC_FAILURES(ln_prefix_expand(LN_V("schema:name"), &iri), ln_text_clear(&iri));
}

static void
all_prefixes(void)
{
  size_t n = 0U;
  while (ln_prefix_at(n).n > 0U) {
    ++n;
  }
  CU_ASSERT(n > 40U);
  CHECK_VIEW(ln_prefix_at(0U), "as");
  CHECK_VIEW(ln_prefix_at(n + 1U), "");
}

static void
schemes(void)
{
  CU_ASSERT(ln_scheme_known(LN_V("http")));
  CU_ASSERT(ln_scheme_known(LN_V("HTTPS")));
  CU_ASSERT(ln_scheme_known(LN_V("urn")));
  CU_ASSERT(ln_scheme_known(LN_V("mailto")));
  CU_ASSERT(ln_scheme_known(LN_V("tel")));
  CU_ASSERT(ln_scheme_known(LN_V("data")));
  CU_ASSERT(ln_scheme_known(LN_V("info")));
  CU_ASSERT(!ln_scheme_known(LN_V("htt")));
  CU_ASSERT(!ln_scheme_known(LN_V("httpx")));
  CU_ASSERT(!ln_scheme_known(LN_V("dct")));
  CU_ASSERT(!ln_scheme_known(LN_V("")));
}

static const unit_test tests[] = {
  {"prefixed names", prefixed_names},
  {"all prefixes", all_prefixes},
  {"schemes", schemes},
};

UNIT_MAIN("prefix", tests)
