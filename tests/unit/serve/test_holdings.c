/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What pages need to know of a graph: names, classes, paths. */

#include "serve_unit.h"

static void
test_names(void)
{
  stock  s;
  size_t n = 0U;
  set_up(&s, STOCK_SMALL);
  CHECK_VIEW(ln_holdings_base(s.holdings), "http://t.example/");
  CHECK_VIEW(ln_holdings_name(s.holdings, term_of(&s, "http://t.example/a")), "A & <A>");
  CHECK_VIEW(ln_holdings_name(s.holdings, term_of(&s, "http://t.example/b")), "the b");
  CHECK_VIEW(ln_holdings_name(s.holdings, term_of(&s, "http://t.example/c")), "c");
  CHECK_VIEW(ln_holdings_name(s.holdings, term_of(&s, "http://v.example/#C")), "C");
  CU_ASSERT_EQUAL(ln_holdings_subjects(s.holdings), 3U);
  const ln_holding* const classes = ln_holdings_classes(s.holdings, &n);
  CU_ASSERT_EQUAL_FATAL(n, 1U);
  CU_ASSERT_EQUAL(classes[0].n, 2U);
  CU_ASSERT_EQUAL(classes[0].term, term_of(&s, "http://v.example/#C"));
  CU_ASSERT_TRUE(ln_holdings_describes(s.holdings, term_of(&s, "http://t.example/c")));
  CU_ASSERT_FALSE(ln_holdings_describes(s.holdings, term_of(&s, "http://v.example/#C")));
  CU_ASSERT_FALSE(ln_holdings_has_label(s.holdings, term_of(&s, "http://t.example/c")));
  tear_down(&s);
}

static void
check_link(const stock* const s, const char* const iri, const char* const expected)
{
  ln_text link = {0};
  CU_ASSERT_EQUAL(ln_holdings_link(s->holdings, term_of(s, iri), &link), LN_OK);
  CHECK_VIEW(ln_text_view(&link), expected);
  ln_text_clear(&link);
}

static void
check_at(const stock* const s, const char* const path, const char* const iri)
{
  uint32_t term = 0U;
  CU_ASSERT_EQUAL(ln_holdings_at(s->holdings, ln_view_of(path), &term), LN_OK);
  CU_ASSERT_EQUAL(term, iri ? term_of(s, iri) : LN_ABSENT);
}

static void
test_paths(void)
{
  stock s;
  set_up(&s,
         "<http://t.example/x/\xC3\xA9> <p:p> 1 . <http://t.example/%20> <p:p> 1 . "
         "<http://t.example//e> <p:p> 1 . <http://t.example/sparql> <p:p> 1 . "
         "<http://t.example/d#f> <p:p> 1 . <http://t.example/../u> <p:p> 1 . <http://u.example/> "
         "<p:p> 1 .");
  check_link(&s, "http://t.example/x/\xC3\xA9", "/x/%C3%A9");
  check_link(&s, "http://t.example/%20", "/%20");
  check_link(&s, "http://t.example//e", "/describe?iri=http%3A%2F%2Ft.example%2F%2Fe");
  check_link(&s, "http://t.example/sparql", "/describe?iri=http%3A%2F%2Ft.example%2Fsparql");
  check_link(&s, "http://t.example/d#f", "/describe?iri=http%3A%2F%2Ft.example%2Fd%23f");
  check_link(&s, "http://u.example/", "/describe?iri=http%3A%2F%2Fu.example%2F");
  check_at(&s, "/x/%C3%A9", "http://t.example/x/\xC3\xA9");
  check_at(&s, "/%20", "http://t.example/%20");
  check_at(&s, "/", NULL);
  check_at(&s, "/%", NULL);
  check_at(&s, "/x", NULL);
  tear_down(&s);
}

static void
test_match(void)
{
  stock        s;
  ln_arena     arena = {0};
  ln_fact_list found = {.n = 0U};
  set_up(&s, STOCK_SMALL);
  const ln_fact_pattern of = {term_of(&s, "http://t.example/a"), LN_ABSENT, LN_ABSENT};
  CU_ASSERT_EQUAL(ln_holdings_match(s.holdings, &of, 9U, &arena, &found), LN_OK);
  CU_ASSERT_EQUAL(found.n, 4U);
  CU_ASSERT_EQUAL(found.all, 4U);
  CU_ASSERT_EQUAL(ln_holdings_match(s.holdings, &of, 2U, &arena, &found), LN_OK);
  CU_ASSERT_EQUAL(found.n, 2U);
  CU_ASSERT_EQUAL(found.all, 4U);
  ln_arena_clear(&arena);
  tear_down(&s);
}

static void
test_no_memory(void)
{
  stock        s;
  ln_holdings* other = NULL;
  set_up(&s, STOCK_SMALL);
  CHECK_ALLOC_FAILURES(ln_holdings_new(s.set, LN_V(""), &other), ln_holdings_free(other);
                       other = NULL);
  tear_down(&s);
}

static const unit_test tests[] = {{"names", test_names},
                                  {"paths", test_paths},
                                  {"match", test_match},
                                  {"no_memory", test_no_memory}};

UNIT_MAIN("serve/holdings", tests)
