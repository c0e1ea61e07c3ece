/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Language tags: the examples of RFC 5646, appendix A, and what its grammar refuses. */

#include "unit.h"

#include "rdf/iri.h"

static void
check_all(const char* const* const tags, const size_t n, const bool expected)
{
  for (size_t i = 0U; i < n; ++i) {
    const bool valid = ln_lang_valid(ln_view_of(tags[i]));
    if (valid != expected) {
      (void)fprintf(stderr, "tag \"%s\"\n", tags[i]);
    }
    CU_ASSERT_EQUAL(valid, expected);
  }
}

static void
well_formed(void)
{
  static const char* const TAGS[] = {
    // appendix A: simple, with script, region, variants, private use, extensions
    "de",
    "fr",
    "ja",
    "i-enochian",
    "zh-Hant",
    "zh-Hans",
    "sr-Cyrl",
    "sr-Latn",
    "zh-cmn-Hans-CN",
    "cmn-Hans-CN",
    "zh-yue-HK",
    "yue-HK",
    "zh-Hans-CN",
    "sr-Latn-RS",
    "sl-rozaj",
    "sl-rozaj-biske",
    "sl-nedis",
    "de-CH-1901",
    "sl-IT-nedis",
    "hy-Latn-IT-arevela",
    "de-DE",
    "en-US",
    "es-419",
    "de-CH-x-phonebk",
    "az-Arab-x-AZE-derbend",
    "x-whatever",
    "qaa-Qaaa-QM-x-southern",
    "de-Qaaa",
    "sr-Latn-QM",
    "sr-Qaaa-RS",
    "en-US-u-islamcal",
    "zh-CN-a-myext-x-private",
    "en-a-myext-b-another",
    // grandfathered, any case; lengths at their limits
    "en-GB-oed",
    "EN-gb-OED",
    "sgn-BE-FR",
    "art-lojban",
    "zh-min-nan",
    "i-KLINGON",
    "abcd",
    "abcdefgh",
    "EN",
    "x-a-b-c",
    "x-12345678",
    "de-1996",
    "de-1abc-abcde",
    "zh-gan-hak-yue",
    // well-formed though not valid: a variant or an extension twice
    "de-1901-1901",
    "en-a-bb-a-cc",
  };
  check_all(TAGS, sizeof(TAGS) / sizeof(TAGS[0]), true);
}

static void
ill_formed(void)
{
  static const char* const TAGS[] = {
    "",
    "-",
    "a",
    "1",
    "en-",
    "-en",
    "en--US",
    "en_US",
    "en US",
    "english-",
    "abcdefghi",
    "de-419-DE", // two regions (appendix A)
    "a-DE",      // a primary language of one letter (appendix A)
    "x",
    "x-",
    "x-123456789",
    "en-x",
    "en-a",
    "en-a-x-b",
    "en-u-a",
    "i-unknown",
    "i",
    "en-GB-oedx",
    "en-ab1",
    "12",
    "e1",
    "en-US-abcdefghi",
    "zh-aaa-bbb-ccc-ddd",
    "abcd-abc",
    "en-US-US",
    "\xC3\xA9n",
    "en-\xC3\xA9\xC3\xA9",
    "de-1ab",
    "sgn-be-f",
    "en\n",
  };
  check_all(TAGS, sizeof(TAGS) / sizeof(TAGS[0]), false);
}

static void
not_terminated(void)
{
  CU_ASSERT_TRUE(ln_lang_valid((ln_view){"en-USx", 5U}));
  CU_ASSERT_FALSE(ln_lang_valid((ln_view){"en\0US", 5U}));
  CU_ASSERT_FALSE(ln_lang_valid((ln_view){NULL, 0U}));
}

static const unit_test TESTS[] = {
  {"well-formed tags", well_formed},
  {"ill-formed tags", ill_formed},
  {"only the length counts", not_terminated},
};

UNIT_MAIN("lang", TESTS)
