/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The table of options and its lists of words. */

#include "cli/option.h"

#include "unit.h"

static void
words_are_cut_at_commas(void)
{
  ln_view word = {NULL, 0U};
  CU_ASSERT_TRUE(ln_option_word("edtf,xsd", 0U, &word));
  CHECK_VIEW(word, "edtf");
  CU_ASSERT_TRUE(ln_option_word("edtf,xsd", 1U, &word));
  CHECK_VIEW(word, "xsd");
  CU_ASSERT_FALSE(ln_option_word("edtf,xsd", 2U, &word));
  CU_ASSERT_FALSE(ln_option_word("", 0U, &word));
  CU_ASSERT_TRUE(ln_option_word("a,", 1U, &word));
  CHECK_VIEW(word, "");
}

static void
words_are_found_whole(void)
{
  size_t at = 99U;
  CU_ASSERT_TRUE(ln_option_find("auto,always,never", LN_V("never"), &at));
  CU_ASSERT_EQUAL(at, 2U);
  CU_ASSERT_FALSE(ln_option_find("auto,always,never", LN_V("al"), &at));
  CU_ASSERT_FALSE(ln_option_find("auto,always,never", LN_V(""), &at));
  CU_ASSERT_FALSE(ln_option_find("auto,always,never", LN_V("auto,always"), &at));
}

static bool
is_number(const char* const text)
{
  return text[0] != '\0' && strspn(text, "0123456789") == strlen(text);
}

/* What the table promises to those who read it: defaults are valid. */
static void
table_is_sound(void)
{
  for (int i = 0; i < (int)LN_OPT_COUNT; ++i) {
    const ln_option* const option = ln_option_about((ln_option_id)i);
    ln_view                first  = {NULL, 0U};
    CU_ASSERT_EQUAL(strncmp(option->flag, "--", 2U), 0);
    CU_ASSERT_EQUAL(option->kind == LN_OPTION_FLAG, option->value[0] == '\0');
    if (option->kind == LN_OPTION_CHOICE) {
      CU_ASSERT_TRUE(ln_option_word(option->words, 0U, &first));
      CHECK_VIEW(first, option->fallback);
    }
    if (option->kind == LN_OPTION_NUMBER) {
      CU_ASSERT_TRUE(is_number(option->fallback));
    }
  }
}

static const unit_test tests[] = {
  {"words are cut at commas", words_are_cut_at_commas},
  {"words are found whole", words_are_found_whole},
  {"table is sound", table_is_sound},
};

UNIT_MAIN("option", tests)
