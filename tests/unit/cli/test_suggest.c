/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* "Did you mean" for words of the command line. */

#include "cli/suggest.h"

#include "unit.h"

static ln_status
suggest_for(const ln_view word, ln_text* const out)
{
  ln_suggest suggest;
  ln_status  status = ln_suggest_init(&suggest, word);
  ln_suggest_offer(&suggest, LN_V("export"), LN_V("export"));
  ln_suggest_offer(&suggest, LN_V("frame"), LN_V("--frame"));
  if (status == LN_OK) {
    status = ln_suggest_text(&suggest, out);
  }
  ln_suggest_clear(&suggest);
  return status;
}

static void
near_words_are_offered(void)
{
  ln_text out = {0};
  CU_ASSERT_EQUAL(suggest_for(LN_V("exprot"), &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out), "; did you mean \"export\"?");
  ln_text_reset(&out);
  CU_ASSERT_EQUAL(suggest_for(LN_V("FRAMES"), &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out), "; did you mean \"--frame\"?");
  ln_text_clear(&out);
}

static void
far_words_are_not(void)
{
  ln_text out = {0};
  CU_ASSERT_EQUAL(suggest_for(LN_V("qqqqqqqq"), &out), LN_OK);
  CU_ASSERT_EQUAL(suggest_for(LN_V(""), &out), LN_OK);
  CU_ASSERT_EQUAL(suggest_for(LN_V("\xff\xfe\x80"), &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out), "");
  ln_text_clear(&out);
}

static void
controls_are_shown_as_numbers(void)
{
  ln_text out = {0};
  CU_ASSERT_EQUAL(ln_suggest_shown(LN_V("a\x1b\x7f\nz\xc3\xa9"), &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out), "a\\x1B\\x7F\\x0Az\xc3\xa9");
  ln_text_clear(&out);
}

static void
complaints_are_usage(void)
{
  ln_text out = {0};
  CU_ASSERT_EQUAL(ln_suggest_complain(&out, "no \"", LN_V("a\x1b"), "\" here"), LN_USAGE);
  CHECK_VIEW(ln_text_view(&out), "no \"a\\x1B\" here");
  ln_text_clear(&out);
}

static void
memory_may_end(void)
{
  ln_text out = {0};
  CHECK_ALLOC_FAILURES(suggest_for(LN_V("exprot"), &out), ln_text_clear(&out));
  CHECK_ALLOC_FAILURES(ln_suggest_shown(LN_V("\n"), &out), ln_text_clear(&out));
}

static const unit_test tests[] = {
  {"near words are offered", near_words_are_offered},
  {"far words are not", far_words_are_not},
  {"controls are shown as numbers", controls_are_shown_as_numbers},
  {"complaints are usage", complaints_are_usage},
  {"memory may end", memory_may_end},
};

UNIT_MAIN("suggest", tests)
