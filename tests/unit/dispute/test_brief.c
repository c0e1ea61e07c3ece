/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The report of one finding in each form, and that no form needs memory that it does not check. */

#include "base/out.h"
#include "dispute/brief.h"
#include "dispute_unit.h"

#define FACTS                                                                                      \
  "ann born \"1948\nc about ann\nc property born\nc value \"1949\nc cites q\nq quote \"in 1949 "   \
  "<&>\n"                                                                                          \
  "q source s\ns label \"A life\nq locator \"p1"

typedef ln_status (*form)(const ln_brief* brief, ln_out* out);

static ln_status
print(const form print_form, char* const text, const size_t size)
{
  const ln_log_policy policy = {0};
  ln_log* const       log    = ln_log_new(&policy);
  ln_facts* const     facts  = ln_facts_new();
  ln_rulebook         book   = {0};
  ln_docket           docket = {0};
  ln_in*              in     = NULL;
  ln_out*             out    = NULL;
  ln_status           st     = log && facts ? ln_out_memory(&out) : LN_NO_MEM;
  st =
    st == LN_OK ? ln_in_memory(LN_V(RULES "r,values,contradiction,property=x:born,\n"), &in) : st;
  st = st == LN_OK ? ln_rulebook_read(&book, in, LN_V("rules.csv"), facts, log) : st;
  st = st == LN_OK ? unit_fill(facts, FACTS) : st;
  st = st == LN_OK ? ln_inquire(facts, &book, &docket) : st;
  const ln_brief brief = {facts, &docket, log, LN_V("t")};
  st                   = st == LN_OK ? print_form(&brief, out) : st;
  if (st == LN_OK) {
    const ln_view bytes = ln_out_bytes(out);
    memcpy(text, bytes.s, bytes.n < size ? bytes.n : size - 1U);
    text[bytes.n < size ? bytes.n : size - 1U] = '\0';
  }
  ln_out_abandon(out);
  ln_docket_clear(&docket);
  ln_rulebook_clear(&book);
  ln_facts_free(facts);
  ln_log_free(log);
  return st;
}

static void
forms(void)
{
  static const form all[] = {
    ln_brief_text, ln_brief_markdown, ln_brief_json, ln_brief_html, ln_brief_rdf};
  static const char* const wanted[] = {
    "t: 1 contradiction\n\ncontradiction\n\nann can have one born, and is given several: 1948 and "
    "1949 (r)\n"
    "  - 1948\n       [, row 1]\n  - 1949\n      \"in 1949 <&>\" q, p1  [, row 4]\n",
    "    - \"in 1949 \\<&>\" q, p1",
    "\"value\":\"1949\",\"citation\":\"" EX "q\",\"quote\":\"in 1949 <&>\",\"source\":\"A life\"",
    "<blockquote>in 1949 &lt;&amp;&gt;</blockquote>",
    "<" EX "ann#disagreement-r> <http://www.w3.org/ns/oa#hasTarget> <" EX "c> .\n"};
  char text[8192];
  for (size_t i = 0U; i < sizeof(all) / sizeof(all[0]); ++i) {
    CU_ASSERT_EQUAL_FATAL(print(all[i], text, sizeof(text)), LN_OK);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, wanted[i]));
    CHECK_ALLOC_FAILURES(print(all[i], text, sizeof(text)), (void)0);
  }
}

static const unit_test tests[] = {{"forms", forms}};

UNIT_MAIN("brief", tests)
