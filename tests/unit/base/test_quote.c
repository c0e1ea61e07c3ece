/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Values as shown: what is escaped, and how long ones are shortened. */

#include "unit.h"

#include "base/quote.h"

static void
check(const ln_view v, const char* const expected)
{
  ln_text out = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_quote(v, &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out), expected);
  ln_text_clear(&out);
}

static void
escapes(void)
{
  check((ln_view){NULL, 0U}, "\"\"");
  check(LN_V("plain"), "\"plain\"");
  check(LN_V("say \"so\""), "\"say \\\"so\\\"\"");
  check(LN_V("\\N"), "\"\\\\N\"");
  check(LN_V("a\nb\rc\td"), "\"a\\nb\\rc\\td\"");
  check(LN_V("\0\x1B\x7F"), "\"\\x00\\x1B\\x7F\"");
  check(LN_V("Bj\xC3\xB6rk"), "\"Bj\xC3\xB6rk\"");
  // Latin-1 in place of UTF-8, and a sequence cut short
  check(LN_V("Bj\xF6rk"), "\"Bj\\xF6rk\"");
  check(LN_V("x\xE2\x82"), "\"x\\xE2\\x82\"");
  // C1 control, right-to-left override, zero width space, line separator, byte order mark
  check(LN_V("\xC2\x85\xE2\x80\xAE\xE2\x80\x8B\xE2\x80\xA8\xEF\xBB\xBF"),
        "\"\\u0085\\u202E\\u200B\\u2028\\uFEFF\"");
}

static void
shortens(void)
{
  char text[300];
  memset(text, 'a', sizeof(text));
  ln_text expected = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_text_format(&expected, "\"%.200s\"", text), LN_OK);
  check((ln_view){text, 200U}, expected.s);

  text[119] = 'H';
  text[120] = 'x';
  text[240] = 'T';
  text[239] = 'x';
  ln_text_reset(&expected);
  CU_ASSERT_EQUAL(
    ln_text_format(&expected, "\"%.119sH\xE2\x80\xA6T%.59s\" (300 bytes)", text, text), LN_OK);
  check((ln_view){text, 300U}, expected.s);

  // A letter of two bytes across each cut: neither half is shown
  memcpy(text + 119, "\xC3\xB8", 2U);
  memcpy(text + 239, "\xC3\xB8", 2U);
  ln_text_reset(&expected);
  CU_ASSERT_EQUAL(ln_text_format(&expected, "\"%.119s\xE2\x80\xA6%.59s\" (300 bytes)", text, text),
                  LN_OK);
  check((ln_view){text, 300U}, expected.s);
  ln_text_clear(&expected);
}

static void
failing(void)
{
  char text[300];
  memset(text, '"', sizeof(text));
  ln_text out = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(ln_quote((ln_view){text, sizeof(text)}, &out), ln_text_clear(&out));
}

static const unit_test tests[] = {
  {"escapes", escapes},
  {"shortens", shortens},
  {"failing allocator", failing},
};

UNIT_MAIN("base/quote", tests)
