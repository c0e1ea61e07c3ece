/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Figures for a terminal: lines of a width, bars in two alphabets, nothing that plays with it. */

#include "stats/show.h"
#include "stats_unit.h"

static ln_status
show(const ln_show_style* const style, const char* const value, ln_out** const out)
{
  ln_tally*  t  = NULL;
  ln_figures f  = {0};
  ln_status  st = ln_tally_new(1U << 20U, &t);
  for (int i = 0; i < 8 && st == LN_OK; ++i) {
    const char subject[] = {(char)('a' + i), '\0'};
    st = add_triple(t, iri_of(subject), EX "p", text_of(i == 7 ? "z" : value, "", ""));
  }
  st = st == LN_OK ? ln_tally_finish(t) : st;
  st = st == LN_OK ? ln_figures_init(&f, t, LN_V("title"), style->top) : st;
  st = st == LN_OK ? ln_out_memory(out) : st;
  st = st == LN_OK ? ln_show_text(&f, style, *out) : st;
  ln_figures_clear(&f);
  ln_tally_free(t);
  return st;
}

/* The lines behind the heading of the values, which come last but the datatypes. */
static void
check_values(const ln_show_style* const style, const char* const value, const char* const expected)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(show(style, value, &out), LN_OK);
  ln_view    v      = ln_out_bytes(out);
  const char head[] = "different values\n";
  const char tail[] = "\nDatatypes";
  while (v.n > 0U && !ln_view_starts(v, ln_view_of(head))) {
    v = ln_view_from(v, 1U);
  }
  v        = ln_view_from(v, sizeof(head) - 1U);
  size_t n = 0U;
  while (n < v.n && !ln_view_starts(ln_view_from(v, n), ln_view_of(tail))) {
    ++n;
  }
  CHECK_VIEW(ln_view_first(v, n), expected);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static void
bars(void)
{
  const ln_show_style letters = {.width = 48U, .top = 10U};
  const ln_show_style ascii   = {.width = 48U, .top = 10U, .ascii = true};
  /* 48 - 2 - 24 - 2 - 6 - 2 leaves 12 for the bar; a seventh of it is 1.71, or 13.7 eighths */
  check_values(
    &letters,
    "x",
    "  x                              7  \u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588"
    "\u2588\u2588\u2588\u2588\n"
    "  z                              1  \u2588\u258a\n");
  check_values(&ascii,
               "x",
               "  x                              7  ############\n"
               "  z                              1  ##\n");
}

static void
letters(void)
{
  const ln_show_style plain = {.width = 48U, .top = 1U};
  const ln_show_style ascii = {.width = 48U, .top = 1U, .ascii = true};
  check_values(&plain,
               "\u00e9\033[31m\n",
               "  \u00e9 [31m                         7  \u2588\u2588\u2588\u2588\u2588\u2588\u2588"
               "\u2588\u2588\u2588\u2588\u2588\n  and 1 more\n");
  check_values(
    &ascii, "\u00e9", "  \\u00E9                         7  ############\n  and 1 more\n");
  check_values(&ascii,
               "a name that is longer than its column is",
               "  a name that is longer...       7  ############\n  and 1 more\n");
}

static void
whole(void)
{
  ln_tally*           t     = NULL;
  ln_figures          f     = {0};
  ln_out*             out   = NULL;
  const ln_show_style style = {.width = 44U, .top = 10U, .ascii = true, .bold = true};
  CU_ASSERT_EQUAL_FATAL(count_small(&t), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_figures_init(&f, t, LN_V("small"), 10U), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_show_text(&f, &style, out), LN_OK);
  static const char start[] = "\033[1msmall\033[0m\n"
                              "13 triples about 4 things, of 2 classes, with 5 properties\n"
                              "\n"
                              "\033[1mClasses\033[0m\n"
                              "  ex:Person                    3  ##########\n"
                              "  ex:Artist                    1  ###\n"
                              "  without a class              1  ###\n"
                              "\n"
                              "\033[1mex:Person\033[0m: 3 things\n"
                              "  ex:role                      3  100 %  ##########\n"
                              "  ex:name                      2   67 %  #######\n"
                              "  ex:born                      1   33 %  ###\n"
                              "  ex:knows                     1   33 %  ###\n";
  CHECK_VIEW(ln_view_first(ln_out_bytes(out), sizeof(start) - 1U), start);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_figures_clear(&f);
  ln_tally_free(t);
}

static void
no_memory(void)
{
  const ln_show_style style = {.width = 60U, .top = 10U};
  ln_out*             out   = NULL;
  CHECK_ALLOC_FAILURES(show(&style, "x", &out), (ln_out_abandon(out), out = NULL));
}

static const unit_test tests[] = {
  {"bars", bars}, {"letters", letters}, {"whole", whole}, {"no_memory", no_memory}};

UNIT_MAIN("stats_text", tests)
