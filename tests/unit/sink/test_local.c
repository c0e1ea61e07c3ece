/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* PN_LOCAL and the bare literals, by the grammar of Turtle 1.1, section 6.5. */

#include "unit.h"

#include "sink/local.h"

static void
check_local(const char* const local, const char* const expected)
{
  char          to[256];
  const ln_view v = ln_view_of(local);
  CU_ASSERT(ln_local_possible(v));
  CU_ASSERT_FATAL(2U * v.n <= sizeof(to));
  const char* const end = ln_local_put(to, v);
  CHECK_VIEW(((ln_view){to, (size_t)(end - to)}), expected);
}

static void
locals(void)
{
  check_local("", "");
  check_local("ada-quill_2", "ada-quill_2");
  check_local("9x", "9x");
  check_local("a:b", "a:b");
  check_local("-a", "\\-a");
  check_local("a.b", "a.b");
  check_local(".a.b", "\\.a.b");
  check_local("..", "\\.\\.");
  check_local(".", "\\.");
  check_local("a%20b", "a%20b");
  check_local("a%2", "a\\%2");
  check_local("a%zz%", "a\\%zz\\%");
  check_local("~!$&'()*+,;=/?#@", "\\~\\!\\$\\&\\'\\(\\)\\*\\+\\,\\;\\=\\/\\?\\#\\@");
  check_local("Zo\xc3\xab", "Zo\xc3\xab"); // U+00EB
  check_local("a\xc2\xb7"
              "b",
              "a\xc2\xb7"
              "b");                                    // U+00B7 behind the first
  check_local("\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80"); // U+1F600
}

static void
impossible(void)
{
  static const char* const LOCALS[] = {"[",
                                       "a]",
                                       "\xc2\xb7"
                                       "a",
                                       "\xc3\x97",
                                       "\xe2\x80\xa8",
                                       "a\xef\xbb\xbf",
                                       "\xcc\x80",
                                       "a\xe2\x80\xa6",
                                       "a b",
                                       "Inc."};
  for (size_t i = 0U; i < sizeof(LOCALS) / sizeof(LOCALS[0]); ++i) {
    CU_ASSERT_FALSE(ln_local_possible(ln_view_of(LOCALS[i])));
  }
}

static void
check_bare(const ln_bare bare, const char* const lexical, const bool expected)
{
  if (ln_local_bare(bare, ln_view_of(lexical)) != expected) {
    fprintf(stderr, "kind %d: %s\n", (int)bare, lexical);
    CU_FAIL("bare");
  }
}

static void
bare(void)
{
  static const char* const INTEGERS[] = {"0", "12", "+5", "-07"};
  static const char* const DECIMALS[] = {"1.0", ".5", "-.5", "+00.10"};
  static const char* const DOUBLES[]  = {"1e5", "1.5E0", "-1.E+2", ".5e-1"};
  static const char* const NEITHER[]  = {"",
                                         "+",
                                         ".",
                                         "1.",
                                         "e5",
                                         ".e1",
                                         "1e",
                                         "1e+",
                                         "1 ",
                                         " 1",
                                         "1a",
                                         "0x1",
                                         "--1",
                                         "1.2.3",
                                         "INF",
                                         "TRUE"};
  for (size_t i = 0U; i < 4U; ++i) {
    check_bare(LN_BARE_INTEGER, INTEGERS[i], true);
    check_bare(LN_BARE_DECIMAL, INTEGERS[i], false);
    check_bare(LN_BARE_DOUBLE, INTEGERS[i], false);
    check_bare(LN_BARE_INTEGER, DECIMALS[i], false);
    check_bare(LN_BARE_DECIMAL, DECIMALS[i], true);
    check_bare(LN_BARE_DOUBLE, DECIMALS[i], false);
    check_bare(LN_BARE_INTEGER, DOUBLES[i], false);
    check_bare(LN_BARE_DECIMAL, DOUBLES[i], false);
    check_bare(LN_BARE_DOUBLE, DOUBLES[i], true);
    check_bare(LN_BARE_NEVER, INTEGERS[i], false);
  }
  for (size_t i = 0U; i < sizeof(NEITHER) / sizeof(NEITHER[0]); ++i) {
    check_bare(LN_BARE_INTEGER, NEITHER[i], false);
    check_bare(LN_BARE_DECIMAL, NEITHER[i], false);
    check_bare(LN_BARE_DOUBLE, NEITHER[i], false);
    check_bare(LN_BARE_BOOLEAN, NEITHER[i], false);
  }
  check_bare(LN_BARE_BOOLEAN, "true", true);
  check_bare(LN_BARE_BOOLEAN, "false", true);
  check_bare(LN_BARE_BOOLEAN, "1", false);
}

static const unit_test TESTS[] = {
  {"local names", locals}, {"impossible local names", impossible}, {"bare literals", bare}};

UNIT_MAIN("sink/local", TESTS)
