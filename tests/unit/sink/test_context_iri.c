/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* IRIs under a context. Each expectation is one that JSON-LD 1.1 API, section 5.2 (IRI expansion)
   and RFC 3986, section 5.2 lead back to the IRI. */

#include "context_unit.h"

static void
check_id(const ln_context* const c, const char* const iri, const char* const expected)
{
  ln_compact compact;
  CU_ASSERT(ln_context_id(c, ln_view_of(iri), &compact));
  check_compact(compact, expected);
}

static void
check_word(const ln_context* const c,
           const char* const       vocab,
           const char* const       iri,
           const char* const       expected)
{
  ln_compact compact;
  CU_ASSERT(ln_context_word(c, ln_view_of(vocab), ln_view_of(iri), &compact));
  check_compact(compact, expected);
}

static void
check_key(const ln_context* const c, const char* const iri, const char* const expected)
{
  ln_compact compact;
  CU_ASSERT(ln_context_key(c, ln_view_of(iri), &compact));
  check_compact(compact, expected);
}

static void
relative(void)
{
  static const char JSON[] = "{\"@context\":{\"d\":\"https://data.org/a/d/\"}}";
  ln_context* const c      = context_of(JSON, "https://data.org/a/doc");
  check_id(c, "https://data.org/a/b", "b");
  check_id(c, "https://data.org/a/b/c?d#e", "b/c?d#e");
  check_id(c, "https://data.org/a/d/x", "d/x");
  check_id(c, "https://data.org/a/", "https://data.org/a/");
  check_id(c, "https://data.org/a", "https://data.org/a");
  check_id(c, "https://data.org/a//b", "https://data.org/a//b");
  check_id(c, "https://data.org/a/?b", "https://data.org/a/?b");
  check_id(c, "https://data.org/a/#b", "https://data.org/a/#b");
  check_id(c, "https://data.org/a/@b", "https://data.org/a/@b");
  check_id(c, "https://data.org/a/b:c", "https://data.org/a/b:c");
  check_id(c, "https://data.org/a/b/../c", "https://data.org/a/b/../c");
  check_id(c, "https://data.org/a/.", "https://data.org/a/.");
  check_id(c, "https://data.org/a/b?../c", "b?../c");
  check_id(c, "https://data.org/a/..b", "..b");
  check_id(c, "https://data.org/a/d/x:y", "d:x:y");
  check_id(c, "https://data.org/b", "https://data.org/b");
  ln_context_free(c);
}

static void
bases(void)
{
  static const char* const BASES[] = {"",
                                      "urn:x:",
                                      "https://data.org",
                                      "https://data.org/a/../",
                                      "https://data.org/a/?q",
                                      "https://data.org/#f"};
  for (size_t i = 0U; i < sizeof(BASES) / sizeof(BASES[0]); ++i) {
    ln_context* const c = context_of("{\"@context\":{}}", BASES[i]);
    char              iri[64];
    (void)snprintf(iri, sizeof(iri), "%sx", i == 0U ? "https://data.org/" : BASES[i]);
    check_id(c, iri, iri);
    check_id(c, "https://data.org/x", "https://data.org/x");
    ln_context_free(c);
  }
}

static void
prefixes(void)
{
  static const char JSON[] = "{\"@context\":{\"a\":\"https://x.org/\",\"b\":\"https://x.org/y/\","
                             "\"a:taken\":\"https://x.org/taken\",\"http\":\"https://h.org/\","
                             "\"urn\":\"https://u.org/\"}}";
  ln_context* const c      = context_of(JSON, "");
  ln_compact        compact;
  check_id(c, "https://x.org/z", "a:z");
  check_id(c, "https://x.org/y/z", "b:z");
  check_id(c, "https://x.org/y/", "a:y/");
  check_id(c, "https://x.org/", "https://x.org/");
  check_id(c, "https://x.org///z", "https://x.org///z"); // a:// would be an authority
  check_key(c, "https://x.org/z?q#f", "a:z?q#f");
  check_key(c, "https://x.org/taken", "https://x.org/taken");
  check_key(c, "http://other.org/", "http://other.org/");
  CU_ASSERT_FALSE(ln_context_id(c, LN_V("urn:x:y"), &compact)); // read as https://u.org/x:y
  CU_ASSERT_FALSE(ln_context_key(c, LN_V("urn:x:y"), &compact));
  CU_ASSERT_FALSE(ln_context_word(c, LN_V(""), LN_V("urn:x:y"), &compact));
  ln_context_free(c);
}

static void
words(void)
{
  ln_context* const c = context_of(RICH_CONTEXT, "");
  check_word(c, "", EX "Person", "Person");
  check_word(c, "", EX "Scoped", "ex:Scoped"); // its own context would change the node
  check_word(c, "", EX "knows", "knows");
  check_word(c, EX "role/", EX "role/mixer", "mixer");
  check_word(c, EX "role/", EX "role/name", "ex:role/name"); // `name` is a term
  check_word(c, EX "role/", EX "role/nothing", "ex:role/nothing");
  check_word(c, EX "role/", EX "role/a:b", "ex:role/a:b");
  check_word(c, EX "role/", EX "role/@a", "ex:role/@a");
  check_word(c, EX "role/", EX "role/", "ex:role/");
  check_word(c, EX "role/", "http://other.org/x", "http://other.org/x");
  ln_context_free(c);
}

static void
keys(void)
{
  static const char JSON[] =
    "{\"@context\":{\"@vocab\":\"https://v.org/\",\"a\":\"https://other.org/\","
    "\"http://t.org/t\":{\"@type\":\"@id\"},\"n\":null}}";
  ln_context* const c = context_of(JSON, "");
  ln_compact        compact;
  check_key(c, "https://v.org/x", "x");
  check_key(c, "https://v.org/a", "https://v.org/a");
  check_key(c, "https://v.org/n", "https://v.org/n");
  check_key(c, "https://v.org/@x", "https://v.org/@x");
  CU_ASSERT_FALSE(ln_context_key(c, LN_V("http://t.org/t"), &compact));
  check_word(c, "", "http://t.org/t", "http://t.org/t");
  ln_context_free(c);
}

static const unit_test TESTS[] = {{"relative ids", relative},
                                  {"bases", bases},
                                  {"prefixes", prefixes},
                                  {"words", words},
                                  {"keys", keys}};

UNIT_MAIN("sink/context_iri", TESTS)
