/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Lexical forms of texts and binary data. */

#include "unit.h"

#include "rdf/lexical.h"

typedef const char* (*check_func)(ln_view v);

static void
check_all(const check_func check, const char* const* const texts, const size_t n, const bool good)
{
  for (size_t i = 0U; i < n; ++i) {
    const bool passes = check(ln_view_of(texts[i])) == NULL;
    if (passes != good) {
      (void)fprintf(stderr, "\"%s\"\n", texts[i]);
    }
    CU_ASSERT_EQUAL(passes, good);
  }
}

static void
names(void)
{
  static const char* const NAMES[]    = {"a", "_a", ":a", "a-b.c1", "é", "\xC3\x80x", "a\xC2\xB7"};
  static const char* const NO_NAMES[] = {
    "", "1a", "-a", ".a", "a b", "a,b", "\xC3\x97", "a\xC3\xB7"};
  check_all(ln_lexical_name, NAMES, 7U, true);
  check_all(ln_lexical_name, NO_NAMES, 8U, false);
  static const char* const TOKENS[]    = {"1a", "-a", "foobar", "a:b"};
  static const char* const NO_TOKENS[] = {"", "a b", "a/b", "\xE2\x98\x85"};
  check_all(ln_lexical_nmtoken, TOKENS, 4U, true);
  check_all(ln_lexical_nmtoken, NO_TOKENS, 4U, false);
  static const char* const QNAMES[]    = {"dc:title", "title"};
  static const char* const NO_QNAMES[] = {"", ":a", "a:", "a:b:c", "1:a", "a:1"};
  check_all(ln_lexical_qname, QNAMES, 2U, true);
  check_all(ln_lexical_qname, NO_QNAMES, 6U, false);
}

static void
languages(void)
{
  static const char* const GOOD[] = {"en", "en-GB", "x-klingon", "abcdefgh-12345678"};
  static const char* const BAD[]  = {"", "-en", "en-", "en--GB", "abcdefghi", "e1", "en_GB", "1"};
  check_all(ln_lexical_language, GOOD, 4U, true);
  check_all(ln_lexical_language, BAD, 8U, false);
}

static void
addresses(void)
{
  static const char* const GOOD[] = {"http://example.org/a?b#c", "../x", "", "é"};
  static const char* const BAD[]  = {"a b", "<a>", "a\"", "{x}", "a|b", "a\\b", "a^b", "`", "\x01"};
  check_all(ln_lexical_uri, GOOD, 4U, true);
  check_all(ln_lexical_uri, BAD, 9U, false);
}

static void
binary(void)
{
  size_t n = 99U;
  CU_ASSERT_PTR_NULL(ln_lexical_hex(LN_V("0FB7"), &n));
  CU_ASSERT_EQUAL(n, 2U);
  CU_ASSERT_PTR_NULL(ln_lexical_hex(LN_V(""), &n));
  CU_ASSERT_EQUAL(n, 0U);
  CU_ASSERT_PTR_NOT_NULL(ln_lexical_hex(LN_V("0FB"), &n));
  CU_ASSERT_PTR_NOT_NULL(ln_lexical_hex(LN_V("0G"), &n));
  CU_ASSERT_PTR_NOT_NULL(ln_lexical_hex(LN_V("0 "), &n));

  // "Send reinforcements": 19 octets
  CU_ASSERT_PTR_NULL(ln_lexical_base64(LN_V("U2VuZCByZWluZm9yY2VtZW50cw=="), &n));
  CU_ASSERT_EQUAL(n, 19U);
  CU_ASSERT_PTR_NULL(ln_lexical_base64(LN_V("TWFu"), &n));
  CU_ASSERT_EQUAL(n, 3U);
  CU_ASSERT_PTR_NULL(ln_lexical_base64(LN_V("TWE="), &n));
  CU_ASSERT_EQUAL(n, 2U);
  CU_ASSERT_PTR_NULL(ln_lexical_base64(LN_V("TQ = ="), &n));
  CU_ASSERT_EQUAL(n, 1U);
  CU_ASSERT_PTR_NULL(ln_lexical_base64(LN_V("/+Z5"), &n));
  static const char* const BAD[] = {
    "TWF", "T===", "====", "TWE=TWE=", "TWF=", "TE==", "TW!u", "-_Z5"};
  for (size_t i = 0U; i < 8U; ++i) {
    CU_ASSERT_PTR_NOT_NULL(ln_lexical_base64(ln_view_of(BAD[i]), &n));
  }
}

static const unit_test TESTS[] = {
  {"names", names},
  {"languages", languages},
  {"addresses", addresses},
  {"binary data", binary},
};

UNIT_MAIN("lexical", TESTS)
