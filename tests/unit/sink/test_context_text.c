/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The normal form of a context as text: one term a line, the base last. */

#include "context_unit.h"

static void
text(void)
{
  ln_context* const c = context_of("{ \"@context\" :\n [{\"@version\":1.1,  "
                                   "\"b\":{\"@id\":\"x:\\u00e9/\\\"\",\n\"@type\":\"@id\"},"
                                   "\"a\":null},{}]}",
                                   "https://example.org/");
  CHECK_VIEW(ln_context_text(c),
             "[\n    {\n      \"@version\": 1.1,\n"
             "      \"b\": {\"@id\": \"x:\xc3\xa9/\\\"\", \"@type\": \"@id\"},\n"
             "      \"a\": null\n    },\n    {},\n    {\"@base\": \"https://example.org/\"}\n  ]");
  ln_context_free(c);
}

/** The text of a context is a context with the same text. */
static void
fixed_point(void)
{
  ln_context* const first = context_of(RICH_CONTEXT, "");
  ln_text           again = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_text_add(&again, LN_V("{\"@context\":")), LN_OK);
  CU_ASSERT_EQUAL(ln_text_add(&again, ln_context_text(first)), LN_OK);
  CU_ASSERT_EQUAL(ln_text_add(&again, LN_V("}")), LN_OK);
  ln_context* const second = context_of(again.s, "");
  CU_ASSERT(ln_view_equals(ln_context_text(first), ln_context_text(second)));
  CU_ASSERT_EQUAL(ln_context_terms(first), ln_context_terms(second));
  ln_context_free(first);
  ln_context_free(second);
  ln_text_clear(&again);
}

static const unit_test TESTS[] = {{"text", text}, {"fixed point", fixed_point}};

UNIT_MAIN("sink/context_text", TESTS)
