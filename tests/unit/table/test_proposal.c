/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#include "unit.h"

#include "table/proposal.h"

static void
check_windows(const ln_view text, const char* const expected)
{
  ln_text out    = {0};
  bool    likely = false;
  CU_ASSERT_EQUAL(ln_proposal_windows(text, &out, &likely), LN_OK);
  CU_ASSERT_EQUAL(likely, expected != NULL);
  CHECK_VIEW(ln_text_view(&out), expected ? expected : "");
  ln_text_clear(&out);
}

/* Letters, and what windows-1252 has where ISO-8859-1 has controls. */
static void
test_windows(void)
{
  check_windows(LN_V("Blach\xE9"), "Blach\xC3\xA9");
  check_windows(LN_V("\x93"
                     "a\x94 \x80"),
                "\xE2\x80\x9C"
                "a\xE2\x80\x9D \xE2\x82\xAC");
  check_windows(LN_V("\x9F"
                     "x\xFF"),
                "\xC5\xB8x\xC3\xBF");
  check_windows(LN_V("a\x81"), NULL);
  check_windows(LN_V("\xE9\xE8"), NULL);
  check_windows(LN_V("caf\xC3\xA9 \xE9"), NULL);
  check_windows(LN_V("x\xE2\x82"), "x\xC3\xA2\xE2\x80\x9A");
}

static void
test_wide(void)
{
  CU_ASSERT_STRING_EQUAL(ln_proposal_wide(LN_V("i\0d\0")), "utf-16le");
  CU_ASSERT_STRING_EQUAL(ln_proposal_wide(LN_V("\0i\0d")), "utf-16be");
  CU_ASSERT_PTR_NULL(ln_proposal_wide(LN_V("id,n")));
  CU_ASSERT_PTR_NULL(ln_proposal_wide(LN_V("i\0d")));
  CU_ASSERT_PTR_NULL(ln_proposal_wide(LN_V("i\0\0\0")));
  CU_ASSERT_PTR_NULL(ln_proposal_wide(LN_V("\0\0\0\0")));
}

static ln_status
propose(void)
{
  ln_text         out    = {0};
  bool            likely = false;
  const ln_status st     = ln_proposal_windows(LN_V("Blach\xE9"), &out, &likely);
  ln_text_clear(&out);
  return st;
}

static void
test_no_memory(void)
{
  CHECK_ALLOC_FAILURES(propose(), (void)0);
}

static const unit_test tests[] = {
  {"windows-1252", test_windows},
  {"UTF-16", test_wide},
  {"no memory", test_no_memory},
};

UNIT_MAIN("proposal", tests)
