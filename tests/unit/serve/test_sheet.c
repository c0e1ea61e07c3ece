/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How terms look on a page, and that nothing of them is taken for markup. */

#include "serve/sheet.h"
#include "serve_unit.h"

static void
check_term(const stock* const s, const ln_read_term* const term, const char* const expected)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_sheet_read_term(out, s->holdings, term), LN_OK);
  CHECK_VIEW(ln_out_bytes(out), expected);
  ln_out_abandon(out);
}

static void
check_iri(const stock* const s, const char* const iri, const char* const expected)
{
  const ln_read_term term = {.kind = LN_IRI, .text = ln_view_of(iri)};
  check_term(s, &term, expected);
}

static void
test_terms(void)
{
  stock s;
  set_up(&s, STOCK_SMALL);
  check_iri(
    &s, "http://t.example/a", "<a href=\"/a\" title=\"http://t.example/a\">A &amp; &lt;A&gt;</a>");
  check_iri(&s,
            "http://v.example/#C",
            "<a href=\"http://v.example/#C\" title=\"http://v.example/#C\">C</a>");
  check_iri(&s,
            "https://w.example/w'",
            "<a href=\"https://w.example/w'\" title=\"https://w.example/w'\">w'</a>");
  check_iri(&s, "javascript:alert(1)", "<code>javascript:alert(1)</code>");
  const ln_read_term tagged = {.kind = LN_LITERAL, .text = LN_V("<x>"), .lang = LN_V("en")};
  check_term(&s, &tagged, "<span lang=\"en\">&lt;x&gt;</span> <small>en</small>");
  const ln_read_term typed = {.kind     = LN_LITERAL,
                              .text     = LN_V("1"),
                              .datatype = LN_V("http://www.w3.org/2001/XMLSchema#integer")};
  check_term(&s, &typed, "<span>1</span> <small>integer</small>");
  const ln_read_term blank = {.kind = LN_BLANK, .text = LN_V("b0")};
  check_term(&s, &blank, "<span class=\"dim\">_:b0</span>");
  const ln_read_term none = {.kind = LN_NONE};
  check_term(&s, &none, "");
  tear_down(&s);
}

static void
test_frame(void)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  ln_sheet_begin(out, LN_V("</title><script>"));
  CU_ASSERT_EQUAL(ln_sheet_number(out, 1234U), LN_OK);
  ln_sheet_end(out);
  const ln_view page = ln_out_bytes(out);
  CU_ASSERT_FALSE(has_text(page, "<script"));
  CU_ASSERT_TRUE(has_text(page, "<main>\n1,234</main>"));
  CU_ASSERT_TRUE(ln_view_starts(page, LN_V("<!DOCTYPE html>\n")));
  CU_ASSERT_TRUE(ln_sheet_style().n > 100U);
  ln_out_abandon(out);
}

static const unit_test tests[] = {{"terms", test_terms}, {"frame", test_frame}};

UNIT_MAIN("serve/sheet", tests)
