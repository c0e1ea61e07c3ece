/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The numbers are the examples of the standards and of the agencies that give them. */

#include "rdf/check_digit.h"

#include "unit.h"

#include <CUnit/CUnit.h>

#define RIGHT(kind, text) CU_ASSERT_TRUE(ln_check_digit_right(kind, LN_V(text)))
#define WRONG(kind, text) CU_ASSERT_FALSE(ln_check_digit_right(kind, LN_V(text)))

static void
test_isbn(void)
{
  RIGHT(LN_CHECK_ISBN, "0-306-40615-2");
  RIGHT(LN_CHECK_ISBN, "0306406152");
  RIGHT(LN_CHECK_ISBN, "080442957X");
  RIGHT(LN_CHECK_ISBN, "080442957x");
  RIGHT(LN_CHECK_ISBN, "978-0-306-40615-7");
  WRONG(LN_CHECK_ISBN, "0306406153");
  WRONG(LN_CHECK_ISBN, "9780306406158");
  WRONG(LN_CHECK_ISBN, "030640615");
  WRONG(LN_CHECK_ISBN, "03064061525");
  WRONG(LN_CHECK_ISBN, "0X06406152");
  WRONG(LN_CHECK_ISBN, "978030640615X");
  WRONG(LN_CHECK_ISBN, "");
  WRONG(LN_CHECK_ISBN, "ISBN");
}

static void
test_issn(void)
{
  RIGHT(LN_CHECK_ISSN, "0378-5955");
  RIGHT(LN_CHECK_ISSN, "2434-561X");
  WRONG(LN_CHECK_ISSN, "0378-5956");
  WRONG(LN_CHECK_ISSN, "0378-595");
}

static void
test_isni(void)
{
  RIGHT(LN_CHECK_ISNI, "0000-0002-1825-0097");
  RIGHT(LN_CHECK_ISNI, "0000 0002 1694 233X");
  WRONG(LN_CHECK_ISNI, "0000-0002-1825-0098");
  WRONG(LN_CHECK_ISNI, "0000-0002-1825-009");
  WRONG(LN_CHECK_ISNI, "0000-0002-1825-00970");
}

static void
test_ean(void)
{
  RIGHT(LN_CHECK_EAN, "4006381333931");
  RIGHT(LN_CHECK_EAN, "73513537");
  RIGHT(LN_CHECK_EAN, "036000291452");
  WRONG(LN_CHECK_EAN, "4006381333932");
  WRONG(LN_CHECK_EAN, "400638133");
  RIGHT(LN_CHECK_NONE, "anything");
}

static const unit_test tests[] = {
  {"ISBN", test_isbn},
  {"ISSN", test_issn},
  {"ISNI", test_isni},
  {"EAN", test_ean},
};

UNIT_MAIN("rdf/check_digit", tests)
