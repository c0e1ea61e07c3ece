/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Laying out help. */

#include "cli/page.h"

#include "unit.h"

static void
lines_are_broken_at_blanks(void)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  /* 70 + 1 + 8 = 79 bytes fit, one more does not. */
  ln_page_wrap(out, "12345678 12345678 b", 61U, 4U);
  CHECK_VIEW(ln_out_bytes(out), "12345678 12345678\n    b\n");
  ln_out_rewind(out);
  ln_page_wrap(out, "12345678 1234567 b", 61U, 4U);
  CHECK_VIEW(ln_out_bytes(out), "12345678 1234567 b\n");
  ln_out_rewind(out);
  ln_page_wrap(out, "one\n\ntwo\nthree", 0U, 2U);
  CHECK_VIEW(ln_out_bytes(out), "one\n\n  two\n  three\n");
  ln_out_rewind(out);
  ln_page_wrap(out, "", 0U, 2U);
  CHECK_VIEW(ln_out_bytes(out), "\n");
  ln_out_abandon(out);
}

static void
items_stand_in_columns(void)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  ln_page_item(out, LN_V("abc"), "text", 8U);
  ln_page_item(out, LN_V("abcd"), "text", 8U);
  ln_page_item(out, LN_V("abcde"), "text", 8U);
  CHECK_VIEW(ln_out_bytes(out), "  abc   text\n  abcd  text\n  abcde\n        text\n");
  ln_out_abandon(out);
}

static bool
contains(const ln_view whole, const char* const part)
{
  const ln_view wanted = ln_view_of(part);
  for (size_t i = 0U; i < whole.n; ++i) {
    if (ln_view_starts(ln_view_from(whole, i), wanted)) {
      return true;
    }
  }
  return false;
}

static void
help_of_export(void)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_page_command(out, &ln_cmd_export), LN_OK);
  const ln_view page = ln_out_bytes(out);
  CU_ASSERT_TRUE(ln_view_starts(page, LN_V("liner export: ")));
  CU_ASSERT_TRUE(contains(page, "\n  -o, --output FILE "));
  CU_ASSERT_TRUE(contains(page, "\n      --frame "));
  CU_ASSERT_TRUE(contains(page, "Any of facts, evidence, shortcuts (default: facts)"));
  CU_ASSERT_TRUE(contains(page, "One of edtf, xsd (default: edtf)"));
  CU_ASSERT_TRUE(contains(page, "(default: 100)"));
  CU_ASSERT_TRUE(contains(page, "\n  liner export data/thom-russo\n"));
  CU_ASSERT_FALSE(contains(page, "block-size"));
  ln_out_abandon(out);
}

static void
overview_names_every_command(void)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  ln_page_overview(out);
  const ln_command* command = NULL;
  for (size_t i = 0U; (command = ln_command_at(i)) != NULL; ++i) {
    CU_ASSERT_TRUE(contains(ln_out_bytes(out), command->summary));
  }
  ln_out_abandon(out);
}

static ln_status
put_help(ln_out** const out)
{
  LN_TRY(ln_out_memory(out));
  LN_TRY(ln_page_command(*out, &ln_cmd_export));
  return (*out)->status;
}

static void
give_back(ln_out** const out)
{
  ln_out_abandon(*out);
  *out = NULL;
}

static void
memory_may_end(void)
{
  ln_out* out = NULL;
  CHECK_ALLOC_FAILURES(put_help(&out), give_back(&out));
}

static const unit_test tests[] = {
  {"lines are broken at blanks", lines_are_broken_at_blanks},
  {"items stand in columns", items_stand_in_columns},
  {"help of export", help_of_export},
  {"overview names every command", overview_names_every_command},
  {"memory may end", memory_may_end},
};

UNIT_MAIN("page", tests)
