/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Contexts: what is refused, what is made of prefixes, aliases. */

#include "context_unit.h"

static void
refused(void)
{
  static const char* const WRONG[] = {
    "x",
    "[]",
    "{}",
    "{\"@context\":1}",
    "{\"@context\":\"https://schema.org/\"}",
    "{\"@context\":[{},\"https://schema.org/\"]}",
    "{\"@context\":{\"@import\":\"x\"}}",
    "{\"@context\":{\"a\":1}}",
    "{\"@context\":{\"a\":\"b:x\",\"b\":\"a:y\"}}",
    "{\"@context\":{\"a\":{\"@id\":\"\"}}}",
    "{\"@context\":{\"a\":\"x:a\",\"a\":\"x:b\"}}",
    "{\"@context\":{\"@direction\":\"ltr\"}}",
  };
  for (size_t i = 0U; i < sizeof(WRONG) / sizeof(WRONG[0]); ++i) {
    ln_context*     context = NULL;
    const ln_status status  = ln_context_new(NULL, ln_view_of(WRONG[i]), LN_V(""), &context);
    if (status != LN_USAGE) {
      fprintf(stderr, "accepted: %s\n", WRONG[i]);
      ln_context_free(context);
    }
    CU_ASSERT_EQUAL(status, LN_USAGE);
  }
  ln_context_free(NULL);
}

static void
made(void)
{
  ln_names* const names   = ln_names_new();
  ln_context*     context = NULL;
  uint16_t        stem    = 0U;
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("ex"), LN_V(EX)), LN_OK);
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("odd"), LN_V("https://odd.org/x")), LN_OK);
  CU_ASSERT_EQUAL(ln_names_iri_stem(names, LN_V(EX), &stem), LN_OK);
  CU_ASSERT_EQUAL(ln_names_iri_stem(names, LN_V("https://odd.org/x"), &stem), LN_OK);
  CU_ASSERT_EQUAL(ln_names_seal(names), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_context_new(names, LN_V(""), LN_V(""), &context), LN_OK);
  CHECK_VIEW(ln_context_text(context),
             "[\n    {\n      \"@version\": 1.1,\n      \"ex\": \"https://example.org/\",\n"
             "      \"odd\": {\"@prefix\": true, \"@id\": \"https://odd.org/x\"}\n    }\n  ]");
  ln_compact compact;
  CU_ASSERT(ln_context_id(context, LN_V("https://odd.org/xyz"), &compact));
  check_compact(compact, "odd:yz");
  bool set = true;
  CHECK_VIEW(ln_context_id_key(context), "@id");
  CHECK_VIEW(ln_context_type_key(context, &set), "@type");
  CU_ASSERT_FALSE(set);
  CU_ASSERT(ln_context_plain(context));
  CHECK_VIEW(ln_context_vocab(context), "");
  ln_context_free(context);
  ln_names_free(names);
}

static void
aliases(void)
{
  ln_context* const context =
    context_of("{\"@context\":[{\"id\":\"@id\",\"uri\":\"@id\",\"@language\":\"de\"},"
               "{\"t\":{\"@id\":\"@type\",\"@container\":\"@set\"},\"@vocab\":\"x:\"}]}",
               "");
  bool set = false;
  CHECK_VIEW(ln_context_id_key(context), "id");
  CHECK_VIEW(ln_context_type_key(context, &set), "t");
  CU_ASSERT(set);
  CU_ASSERT_FALSE(ln_context_plain(context));
  CHECK_VIEW(ln_context_vocab(context), "x:");
  ln_context_free(context);

  ln_context* const keyword =
    context_of("{\"@context\":{\"@type\":{\"@container\":\"@set\"}}}", "");
  set = false;
  CHECK_VIEW(ln_context_type_key(keyword, &set), "@type");
  CU_ASSERT(set);
  ln_context_free(keyword);
}

static ln_status
make_and_free(void)
{
  ln_context*     context = NULL;
  const ln_status status =
    ln_context_new(NULL, LN_V(RICH_CONTEXT), LN_V("https://example.org/"), &context);
  if (status == LN_OK) {
    ln_context_free(context);
  }
  return status;
}

static void
no_memory(void)
{
  CHECK_ALLOC_FAILURES(make_and_free(), (void)0);
}

static const unit_test TESTS[] = {
  {"refused", refused}, {"made of prefixes", made}, {"aliases", aliases}, {"no memory", no_memory}};

UNIT_MAIN("sink/context", TESTS)
