/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Ways to write an identifier. */

#include "contrast_unit.h"
#include "dispute/identifier.h"

static void
check(const contrast_unit* const u,
      const char* const          text,
      const char* const          authority,
      const char* const          value,
      const bool                 known)
{
  ln_identifier id = {0};
  CU_ASSERT(ln_identifier_read(&u->book, u->terms, ln_view_of(text), &id));
  CHECK_VIEW(id.authority, authority);
  CHECK_VIEW(id.value, value);
  CU_ASSERT_EQUAL(id.known, known);
}

static void
forms(void)
{
  contrast_unit u  = {0};
  ln_identifier id = {0};
  CU_ASSERT_EQUAL(contrast_open(&u), LN_OK);
  check(&u, EX "wd/Q5", "wd", "Q5", true);
  check(&u, "wd:Q5", "wd", "Q5", true);
  check(&u, EX "wd/Q5/", "wd", "Q5", true);
  check(&u, "ulan:500", "ulan", "500", true);
  check(&u, "https://other.example/page/7", "https://other.example/page/", "7", false);
  check(&u, "local:7", "local:", "7", false);
  CU_ASSERT(!ln_identifier_read(&u.book, u.terms, LN_V("seven"), &id));
  CU_ASSERT(!ln_identifier_read(&u.book, u.terms, LN_V(""), &id));
  CU_ASSERT(!ln_identifier_read(&u.book, u.terms, LN_V("a:"), &id));
  contrast_clear(&u);
}

static const unit_test tests[] = {{"forms", forms}};

UNIT_MAIN("identifier", tests)
