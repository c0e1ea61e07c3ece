/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which of three types a header asks for (RFC 9110, section 12.5.1). */

#include "serve/accept.h"
#include "unit.h"

#include <stdint.h>

static void
test_best(void)
{
  static const char* const OFFERS[] = {"text/html", "text/turtle", "application/ld+json"};
  static const struct {
    const char* header;
    size_t      best;
  } CASES[] = {{"", 0U},
               {" ", 0U},
               {"*/*", 0U},
               {"text/turtle", 1U},
               {"Text/Turtle ; charset=utf-8", 1U},
               {"text/*", 0U},
               {"text/html;q=0.5, text/*", 1U},
               {"text/html;q=0, */*;q=0.1", 1U},
               {"text/*;q=0.3, application/ld+json;q=0.31", 2U},
               {"application/ld+json;profile=\"x\";q=1.000, text/html;q=0.999", 2U},
               {"text/html;q=0", SIZE_MAX},
               {"image/png", SIZE_MAX},
               {"text", SIZE_MAX},
               {"text/html;q=x", SIZE_MAX},
               {"text/html;q=7, text/turtle", 0U}};
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    const size_t best = ln_accept_best(ln_view_of(CASES[i].header), OFFERS, 3U);
    if (best != CASES[i].best) {
      fprintf(stderr, "%s: %zu\n", CASES[i].header, best);
    }
    CU_ASSERT_EQUAL(best, CASES[i].best);
  }
  CU_ASSERT_EQUAL(ln_accept_best(LN_V(""), OFFERS, 0U), SIZE_MAX);
}

static void
test_types(void)
{
  CHECK_VIEW(ln_accept_type(LN_V(" text/csv ; charset=x")), "text/csv");
  CU_ASSERT_TRUE(ln_accept_same(LN_V("TEXT/csv"), "text/csv"));
  CU_ASSERT_FALSE(ln_accept_same(LN_V("text/cs"), "text/csv"));
}

static const unit_test tests[] = {{"best", test_best}, {"types", test_types}};

UNIT_MAIN("serve/accept", tests)
