/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Guesses: what people type, and what is left alone. */

#include "unit.h"

#include "rdf/edtf.h"

static void
guessed(void)
{
  static const char* const CASES[][2] = {
    {"c. 1988", "1988~"},
    {"c.1988", "1988~"},
    {"c 1988", "1988~"},
    {"c1988", "1988~"},
    {"C. 1988", "1988~"},
    {"ca 1988", "1988~"},
    {"ca. 1988", "1988~"},
    {"ca.1988", "1988~"},
    {"circa 1988", "1988~"},
    {"Circa  1988", "1988~"},
    {"about 1988", "1988~"},
    {"approx. 1988", "1988~"},
    {"c. May 1988", "1988-05~"},
    {"c. 1988-05", "1988-05~"},
    {"c. 1988?", "1988%"},
    {"1988?", "1988?"},
    {"1988 ?", "1988?"},
    {"1985-04-12", "1985-04-12"},
    {"1990s", "199X"},
    {"1990's", "199X"},
    {"1990\xE2\x80\x99s", "199X"},
    {"the 1990s", "199X"},
    {"c. 1990s", "199X~"},
    {"19th century", "18XX"},
    {"the 21st century", "20XX"},
    {"1st century", "00XX"},
    {"12th Century", "11XX"},
    {"1988-89", "1988/1989"},
    {"1988/89", "1988/1989"},
    {"1988-1990", "1988/1990"},
    {"1988\xE2\x80\x93"
     "1990",
     "1988/1990"},
    {"1988\xE2\x80\x94"
     "1990",
     "1988/1990"},
    {"1988 \xE2\x80\x93 1990", "1988/1990"},
    {"1988\xE2\x80\x93"
     "89",
     "1988/1989"},
    {"1988 - 1990", "1988/1990"},
    {"1988 to 1990", "1988/1990"},
    {"c. 1988 - c. 1990", "1988~/1990~"},
    {"May 1988 - June 1990", "1988-05/1990-06"},
    {"1988-05-01 \xE2\x80\x93 1988-06-02", "1988-05-01/1988-06-02"},
    {"before 1990", "../1990"},
    {"Before May 1990", "../1990-05"},
    {"after 1990", "1990/.."},
    {"31 December 1969", "1969-12-31"},
    {"31 december 1969", "1969-12-31"},
    {"31. December 1969", "1969-12-31"},
    {"1st May 2001", "2001-05-01"},
    {"December 31, 1969", "1969-12-31"},
    {"Dec. 31, 1969", "1969-12-31"},
    {"December 31 1969", "1969-12-31"},
    {"31-Dec-1969", "1969-12-31"},
    {"31\xC2\xA0"
     "December\xC2\xA0"
     "1969",
     "1969-12-31"},
    {"Dec 1969", "1969-12"},
    {"Sept 1969", "1969-09"},
    {"December 1969", "1969-12"},
    {"February 29, 2024", "2024-02-29"},
    {" 1990s ", "199X"},
  };
  ln_text text = {NULL, 0U, 0U};
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    ln_text_reset(&text);
    const bool known = ln_edtf_guess(ln_view_of(CASES[i][0]), &text);
    if (!known) {
      (void)fprintf(stderr, "not guessed: %s\n", CASES[i][0]);
    }
    CU_ASSERT_TRUE(known);
    CHECK_VIEW(ln_text_view(&text), CASES[i][1]);
  }
  ln_text_clear(&text);
}

static void
left_alone(void)
{
  static const char* const CASES[] = {
    "",
    " ",
    "?",
    "c.",
    "circa",
    "before",
    "after ",
    "unknown",
    "n.d.",
    "2nd",
    "03/04/1970", // third of April or fourth of March
    "3.4.1970",
    "03-04-1970",
    "3/4/70",
    "1970/03/04",
    "1900s", // the decade or the century
    "2000s",
    "1995s",
    "90s",
    "1990z",
    "19st century",
    "11st century",
    "0th century",
    "100th century",
    "19th centuries",
    "1989-88", // backwards
    "1988-12-",
    "2001\xE2\x80\x93"
    "04",
    "1988-1985",
    "1990 - 1988",
    "c. 1988-1990",
    "c. 1988 - 1990", // is the end about as well?
    "31 February 1969",
    "February 29, 2023",
    "32 May 1969",
    "May 69",
    "31 12 1969",
    "1969 May",
    "31 Decembre 1969",
    "De 1969",
    "31 Dec 1969 AD",
    "0 May 1969",
    "2st May 1969",
    "May May 1969",
    "19880",
    "1988\n",
    "1988\xE2\x98\x85",
    "before about 1990",
    "before",
    "1988 1990",
    "-",
    "-89",
    "1988 - ",
    " - 1990",
    "from 1988",
    "1988-1990-1992",
    "circa 1988 circa 1988 circa 1988 circa 1988 circa 1988 circa 1988 circa 1988",
  };
  ln_text text = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_text_add(&text, LN_V("kept")), LN_OK);
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    const bool known = ln_edtf_guess(ln_view_of(CASES[i]), &text);
    if (known) {
      (void)fprintf(stderr, "guessed: %s\n", CASES[i]);
    }
    CU_ASSERT_FALSE(known);
    CHECK_VIEW(ln_text_view(&text), "kept");
    text.n = 4U;
  }
  ln_text_clear(&text);
}

static void
out_of_memory(void)
{
  ln_text text = {NULL, 0U, 0U};
  ln_alloc_fail_at(1U);
  CU_ASSERT_FALSE(ln_edtf_guess(LN_V("c. 1988"), &text));
  ln_alloc_fail_at(0U);
  CU_ASSERT_EQUAL(text.n, 0U);
  ln_text_clear(&text);
}

static const unit_test TESTS[] = {
  {"what people type", guessed},
  {"what is left alone", left_alone},
  {"out of memory", out_of_memory},
};

UNIT_MAIN("edtf_guess", TESTS)
