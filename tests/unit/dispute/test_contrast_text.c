/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The report for people. */

#include "contrast_unit.h"

#define A "ann a Person\nann label \"Ann *Lee*\nann id \"wd:Q1\nann born \"1900\n"
#define B "x a Person\nx label \"Ann Lee\nx id \"wd:Q1\nx born \"1901\n"

typedef ln_status (*report_func)(const ln_contrast_report* report, ln_out* out);

static ln_status
write(const report_func form, ln_text* const text)
{
  contrast_unit u   = {0};
  ln_out*       out = NULL;
  ln_status     st  = contrast_run(&u, A, B);
  st                = st == LN_OK ? ln_out_memory(&out) : st;
  if (st == LN_OK) {
    const ln_contrast_report report = {&u.book, &u.contrast, 1U, u.titles, u.remarks, u.log, true};
    st                              = form(&report, out);
    st                              = st == LN_OK ? out->status : st;
    st                              = st == LN_OK ? ln_text_add(text, ln_out_bytes(out)) : st;
  }
  ln_out_abandon(out);
  contrast_clear(&u);
  return st;
}

static void
text(void)
{
  ln_text found = {0};
  CU_ASSERT_EQUAL(write(ln_contrast_text, &found), LN_OK);
  CHECK_VIEW(ln_text_view(&found),
             "1 in A, 1 in B\n\n"
             "Pairs: 1 with one identifier\n\n"
             "                           agree      differ  first only second only\n"
             "name                           1           0           0           0\n"
             "birth                          0           1           0           0\n\n"
             "Found: 1 contradiction\n\n"
             "contradiction\n\n"
             "Ann *Lee*: birth is 1900 in A and 1901 in B (birth)\n"
             "  - A: Ann *Lee*, 1900 [:4]\n"
             "  - B: Ann Lee, 1901 [:4]\n\n");
  ln_text_clear(&found);
}

static void
markdown(void)
{
  ln_text found = {0};
  CU_ASSERT_EQUAL(write(ln_contrast_markdown, &found), LN_OK);
  CU_ASSERT(strstr(found.s, "### Ann \\*Lee\\*: birth is 1900 in A and 1901 in B (birth)\n") !=
            NULL);
  CU_ASSERT(strstr(found.s, "| birth | 0 | 1 | 0 | 0 |\n") != NULL);
  ln_text_clear(&found);
}

static ln_status
once(void)
{
  ln_text         found = {0};
  const ln_status st    = write(ln_contrast_text, &found);
  ln_text_clear(&found);
  return st;
}

static void
memory(void)
{
  CHECK_ALLOC_FAILURES(once(), (void)0);
}

static const unit_test tests[] = {{"text", text}, {"markdown", markdown}, {"memory", memory}};

UNIT_MAIN("contrast text", tests)
