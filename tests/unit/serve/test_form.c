/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Fields of forms: cut, unescaped, refused. */

#include "serve/form.h"
#include "unit.h"

#include <stdint.h>

static void
test_fields(void)
{
  ln_form  form  = {.n = 0U};
  ln_arena arena = {0};
  ln_view  value;
  CU_ASSERT_EQUAL(ln_form_add(&form, LN_V("a=1+2&&b%3D=%c3%A9%26&a=x=y&c"), &arena), LN_OK);
  CU_ASSERT_EQUAL(form.n, 4U);
  CU_ASSERT_TRUE(ln_form_value(&form, LN_V("a"), 0U, &value));
  CHECK_VIEW(value, "1 2");
  CU_ASSERT_TRUE(ln_form_value(&form, LN_V("a"), 1U, &value));
  CHECK_VIEW(value, "x=y");
  CU_ASSERT_FALSE(ln_form_value(&form, LN_V("a"), 2U, &value));
  CU_ASSERT_TRUE(ln_form_value(&form, LN_V("b="), 0U, &value));
  CHECK_VIEW(value, "\xC3\xA9&");
  CU_ASSERT_TRUE(ln_form_value(&form, LN_V("c"), 0U, &value));
  CHECK_VIEW(value, "");
  ln_arena_clear(&arena);
}

static void
test_refused(void)
{
  static const char* const BAD[] = {"a=%", "a=%4", "a=%zz", "%00=a", "a=%ff", "a=%ed%a0%80"};
  ln_arena                 arena = {0};
  for (size_t i = 0U; i < sizeof(BAD) / sizeof(BAD[0]); ++i) {
    ln_form form = {.n = 0U};
    CU_ASSERT_EQUAL(ln_form_add(&form, ln_view_of(BAD[i]), &arena), LN_USAGE);
  }
  ln_form form = {.n = LN_FORM_FIELDS};
  CU_ASSERT_EQUAL(ln_form_add(&form, LN_V("a"), &arena), LN_USAGE);
  ln_arena_clear(&arena);
}

static void
test_unescape(void)
{
  char out[16];
  CU_ASSERT_EQUAL(ln_form_unescape(LN_V("a%20%C3%A9+"), LN_UNESCAPE_HIGH, out), 7U);
  CHECK_VIEW(((ln_view){out, 7U}), "a%20\xC3\xA9+");
  CU_ASSERT_EQUAL(ln_form_unescape(LN_V("a%20+"), LN_UNESCAPE_ALL, out), 3U);
  CHECK_VIEW(((ln_view){out, 3U}), "a +");
  CU_ASSERT_EQUAL(ln_form_unescape(LN_V("a%2"), LN_UNESCAPE_ALL, out), SIZE_MAX);
}

static void
test_no_memory(void)
{
  ln_form  form  = {.n = 0U};
  ln_arena arena = {0};
  CHECK_ALLOC_FAILURES(ln_form_add(&form, LN_V("a=b"), &arena), ln_arena_clear(&arena);
                       form.n = 0U);
}

static const unit_test tests[] = {{"fields", test_fields},
                                  {"refused", test_refused},
                                  {"unescape", test_unescape},
                                  {"no_memory", test_no_memory}};

UNIT_MAIN("serve/form", tests)
