/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Changes as people see them: sorted by what they are about, in short names, up to a limit. */

#include "unit.h"

#include "base/out.h"
#include "run/diff_text.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static void
add(ln_diff_text* const text,
    const bool          added,
    const char* const   triple,
    const char* const   graph,
    const char* const   place)
{
  const ln_quad quad = {.triple = ln_view_of(triple), .graph = ln_view_of(graph)};
  CU_ASSERT_EQUAL_FATAL(ln_diff_text_add(text, added, &quad, ln_view_of(place)), LN_OK);
}

static void
check(ln_diff_text* const text, const char* const expected)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_diff_text_write(text, out), LN_OK);
  CHECK_VIEW(ln_out_bytes(out), expected);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_diff_text_clear(text);
}

static void
sorted(void)
{
  ln_diff_text text = {0};
  add(&text, false, "<x:b> <x:p> \"a b\"@en", "", "t:2");
  add(&text, false, "<x:a> <x:p> \"1\"^^<" XSD "integer>", "", "t:3:4");
  add(&text, false, "<x:a> <x:p> \"<x>\"", "<x:g>", "");
  add(&text, true, "<x:a> <x:p> <x:c>", "", "u:1");
  add(&text, true, "<x:a> <" XSD "p> _:b", "", "u:1");
  check(&text,
        "<x:a>\n"
        "  + xsd:p _:b  [u:1]\n"
        "  - <x:p> \"1\"^^xsd:integer  [t:3:4]\n"
        "  + <x:p> <x:c>  [u:1]\n"
        "<x:b>\n"
        "  - <x:p> \"a b\"@en  [t:2]\n"
        "<x:a> in <x:g>\n"
        "  - <x:p> \"<x>\"\n");
}

static void
limited(void)
{
  ln_diff_text text = {.most = 1U};
  CU_ASSERT(ln_diff_text_wants(&text, false));
  add(&text, false, "<x:a> <x:p> \"1\"", "", "");
  CU_ASSERT_FALSE(ln_diff_text_wants(&text, false));
  CU_ASSERT(ln_diff_text_wants(&text, true));
  add(&text, false, "<x:a> <x:p> \"2\"", "", "");
  add(&text, false, "<x:a> <x:p> \"3\"", "", "");
  check(&text, "<x:a>\n  - <x:p> \"1\"\n… and 2 more removed\n");
}

static void
none(void)
{
  ln_diff_text text = {.most = 1U};
  check(&text, "");
}

static ln_status
use(ln_diff_text* const text, ln_out* const out)
{
  const ln_quad quad = {.triple = LN_V("<x:a> <x:p> \"1\""), .graph = LN_V("<x:g>")};
  LN_TRY(ln_diff_text_add(text, true, &quad, LN_V("t:1")));
  return ln_diff_text_write(text, out);
}

static void
no_memory(void)
{
  ln_diff_text text = {0};
  ln_out*      out  = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CHECK_ALLOC_FAILURES(use(&text, out), ln_diff_text_clear(&text));
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static const unit_test tests[] = {
  {"sorted", sorted}, {"limited", limited}, {"none", none}, {"no memory", no_memory}};

UNIT_MAIN("diff_text", tests)
