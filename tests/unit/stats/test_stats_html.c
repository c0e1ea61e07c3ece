/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The page: its parts, with what comes from the data escaped. The whole of one is a case. */

#include "stats/show.h"
#include "stats_unit.h"

static ln_status
show(ln_out** const out)
{
  ln_tally*           t     = NULL;
  ln_figures          f     = {0};
  const ln_show_style style = {.top = 2U};
  ln_status           st    = count_small(&t);
  st                        = st == LN_OK ? ln_figures_init(&f, t, LN_V("a<b"), style.top) : st;
  st                        = st == LN_OK ? ln_out_memory(out) : st;
  st                        = st == LN_OK ? ln_show_html(&f, &style, *out) : st;
  ln_figures_clear(&f);
  ln_tally_free(t);
  return st;
}

static size_t
count_of(ln_view v, const char* const part)
{
  size_t n = 0U;
  for (; v.n > 0U; v = ln_view_from(v, 1U)) {
    n += ln_view_starts(v, ln_view_of(part)) ? 1U : 0U;
  }
  return n;
}

/* Classes, the two shown classes, properties, dates, languages, datatypes: seven plots, each with a
   table. The values of no property recur. */
static void
parts(void)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(show(&out), LN_OK);
  const ln_view v = ln_out_bytes(out);
  CU_ASSERT(ln_view_starts(
    v,
    LN_V(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>a&lt;b</title>\n")));
  CU_ASSERT(ln_view_ends(v, LN_V("</main>\n</html>\n")));
  CU_ASSERT_EQUAL(count_of(v, "<svg "), 7U);
  CU_ASSERT_EQUAL(count_of(v, "</svg>"), 7U);
  CU_ASSERT_EQUAL(count_of(v, "<table>"), 7U);
  CU_ASSERT_EQUAL(count_of(v, "<section>"), count_of(v, "</section>"));
  CU_ASSERT_EQUAL(count_of(v, "id=\"t7\""), 1U);
  CU_ASSERT_EQUAL(count_of(v, "id=\"t8\""), 0U);
  CU_ASSERT_EQUAL(count_of(v, "Classes, the first 2 of 3</caption>"), 1U);
  CU_ASSERT_EQUAL(
    count_of(v, "<tr><th scope=\"row\" title=\"" EX "Person\">ex:Person</th><td>3</td></tr>"), 1U);
  CU_ASSERT_EQUAL(count_of(v, "<desc id=\"d1\">The most things: ex:Person, 3</desc>"), 1U);
  CU_ASSERT_EQUAL(count_of(v, "href=") + count_of(v, "src=") + count_of(v, "url("), 0U);
  CU_ASSERT_EQUAL(count_of(v, "<script"), 0U);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static void
no_memory(void)
{
  ln_out* out = NULL;
  CHECK_ALLOC_FAILURES(show(&out), (ln_out_abandon(out), out = NULL));
}

static const unit_test tests[] = {{"parts", parts}, {"no_memory", no_memory}};

UNIT_MAIN("stats_html", tests)
