/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The tables of letters: sorted (else the search would miss some), lower case, and by example. */

#include "unit.h"

#include "base/letters.h"

static void
latin(void)
{
  CU_ASSERT_STRING_EQUAL(ln_letter_latin(0xDFU), "ss");
  CU_ASSERT_STRING_EQUAL(ln_letter_latin(0xE6U), "ae");
  CU_ASSERT_STRING_EQUAL(ln_letter_latin(0xF8U), "o");
  CU_ASSERT_STRING_EQUAL(ln_letter_latin(0x111U), "d");
  CU_ASSERT_STRING_EQUAL(ln_letter_latin(0x131U), "i");
  CU_ASSERT_STRING_EQUAL(ln_letter_latin(0x142U), "l");
  CU_ASSERT_STRING_EQUAL(ln_letter_latin(0x153U), "oe");
  CU_ASSERT_STRING_EQUAL(ln_letter_latin(0xFEU), "th");
  CU_ASSERT_PTR_NULL(ln_letter_latin('a'));
  CU_ASSERT_PTR_NULL(ln_letter_latin(0x3B1U));
}

static void
greek_and_cyrillic(void)
{
  CU_ASSERT_STRING_EQUAL(ln_letter_ascii(0xF8U), "o");
  CU_ASSERT_STRING_EQUAL(ln_letter_ascii(0x3B1U), "a");
  CU_ASSERT_STRING_EQUAL(ln_letter_ascii(0x3C8U), "ps");
  CU_ASSERT_STRING_EQUAL(ln_letter_ascii(0x436U), "zh");
  CU_ASSERT_STRING_EQUAL(ln_letter_ascii(0x449U), "shch");
  CU_ASSERT_STRING_EQUAL(ln_letter_ascii(0x44CU), "");
  CU_ASSERT_STRING_EQUAL(ln_letter_ascii(0x457U - 1U), "i");
  CU_ASSERT_PTR_NULL(ln_letter_ascii(0x4E00U));
}

static void
all_found(void)
{
  // 32 letters of the Russian alphabet without й, 25 of the Greek with final sigma: a table out of
  // order would lose some of them
  unsigned russian = 0U;
  for (uint32_t c = 0x430U; c <= 0x44FU; ++c) {
    russian += ln_letter_ascii(c) != NULL;
  }
  CU_ASSERT_EQUAL(russian, 31U);
  unsigned greek = 0U;
  for (uint32_t c = 0x3B1U; c <= 0x3C9U; ++c) {
    greek += ln_letter_ascii(c) != NULL;
  }
  CU_ASSERT_EQUAL(greek, 25U);
  for (uint32_t c = 0U; c < 0x20000U; ++c) {
    const char* const ascii = ln_letter_ascii(c);
    for (size_t i = 0U; ascii && ascii[i] != '\0'; ++i) {
      CU_ASSERT(ascii[i] >= 'a' && ascii[i] <= 'z');
    }
  }
}

static void
marks(void)
{
  CU_ASSERT_TRUE(ln_is_apostrophe('\''));
  CU_ASSERT_TRUE(ln_is_apostrophe('`'));
  CU_ASSERT_TRUE(ln_is_apostrophe(0x2BCU));
  CU_ASSERT_TRUE(ln_is_apostrophe(0x2019U));
  CU_ASSERT_TRUE(ln_is_apostrophe(0xA78CU));
  CU_ASSERT_FALSE(ln_is_apostrophe('a'));
  CU_ASSERT_FALSE(ln_is_apostrophe('"'));
  CU_ASSERT_FALSE(ln_is_apostrophe(0x201AU));
  CU_ASSERT_FALSE(ln_is_apostrophe(0x10FFFFU));
  CU_ASSERT_TRUE(ln_is_quote('"'));
  CU_ASSERT_TRUE(ln_is_quote(0x201CU));
  CU_ASSERT_TRUE(ln_is_quote(0xABU));
  CU_ASSERT_FALSE(ln_is_quote('\''));
  CU_ASSERT_FALSE(ln_is_quote(0x2018U));
}

static const unit_test tests[] = {
  {"Latin", latin},
  {"Greek and Cyrillic", greek_and_cyrillic},
  {"all found", all_found},
  {"apostrophes and quotation marks", marks},
};

UNIT_MAIN("base/letters", tests)
