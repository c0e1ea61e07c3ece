/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The report for programs. */

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
json(void)
{
  ln_text found = {0};
  CU_ASSERT_EQUAL(write(ln_contrast_json, &found), LN_OK);
  CHECK_VIEW(
    ln_text_view(&found),
    "{\"compared\":[\n"
    "{\"first\":\"A\",\"second\":\"B\",\"pairs\":{\"identifier\":1,\"proposed\":0,\"ambiguous\":0,"
    "\"doubtful\":0,\"name_alone\":0,\"namesake\":0},\"properties\":{"
    "\"name\":{\"agree\":1,\"differ\":0,\"first_only\":0,\"second_only\":0},"
    "\"birth\":{\"agree\":0,\"differ\":1,\"first_only\":0,\"second_only\":0}}}],\n"
    "\"remarks\":[\n"
    "{\"severity\":\"contradiction\",\"rule\":\"birth\",\"says\":\"Ann *Lee*: birth is 1900 in A "
    "and 1901 in B\","
    "\"sides\":[{\"in\":\"A\",\"thing\":\"https://example.org/ann\",\"name\":\"Ann "
    "*Lee*\",\"value\":\"1900\","
    "\"file\":\"\",\"line\":4},{\"in\":\"B\",\"thing\":\"https://example.org/x\",\"name\":\"Ann "
    "Lee\","
    "\"value\":\"1901\",\"file\":\"\",\"line\":4}]},\n"
    "{\"severity\":\"match\",\"rule\":\"same-identifier\",\"says\":\"Ann *Lee*: one identifier in "
    "both\","
    "\"by\":[\"wd\"],\"agree\":[\"name\"],\"differ\":[\"birth\"],\"first_only\":[],\"second_only\":"
    "[],"
    "\"sides\":[{\"in\":\"A\",\"thing\":\"https://example.org/ann\",\"name\":\"Ann "
    "*Lee*\",\"file\":\"\","
    "\"line\":2},{\"in\":\"B\",\"thing\":\"https://example.org/x\",\"name\":\"Ann "
    "Lee\",\"file\":\"\",\"line\":2}]}]}\n");
  ln_text_clear(&found);
}

static void
csv(void)
{
  ln_text found = {0};
  CU_ASSERT_EQUAL(write(ln_contrast_csv, &found), LN_OK);
  CU_ASSERT(
    strstr(
      found.s,
      "contradiction,\"birth\",\"Ann *Lee*: birth is 1900 in A and 1901 in B\",\"A\","
      "\"https://example.org/ann\",\"Ann *Lee*\",\"1900\",\"\",,4,,\"B\","
      "\"https://example.org/x\",\"Ann Lee\",\"1901\",\"\",,4,,\"\",\"\",\"\",\"\",\"\"\r\n") !=
    NULL);
  CU_ASSERT(strstr(found.s, ",\"wd\",\"name\",\"birth\",\"\",\"\"\r\n") != NULL);
  ln_text_clear(&found);
}

static ln_status
once(void)
{
  ln_text   found = {0};
  ln_status st    = write(ln_contrast_json, &found);
  st              = st == LN_OK ? write(ln_contrast_csv, &found) : st;
  ln_text_clear(&found);
  return st;
}

static void
memory(void)
{
  CHECK_ALLOC_FAILURES(once(), (void)0);
}

static const unit_test tests[] = {{"json", json}, {"csv", csv}, {"memory", memory}};

UNIT_MAIN("contrast data", tests)
