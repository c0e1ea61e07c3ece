/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Plots: lengths by hand, names escaped and cut, words for those who do not see them. */

#include "stats/plot.h"
#include "unit.h"

static const ln_plot_words words = {{"A & B", 5U}, {"What is seen.", 13U}, 3U};

static ln_status
plot_bars(const ln_figure_list* const list, const uint64_t of, ln_out** const out)
{
  LN_TRY(ln_out_memory(out));
  return ln_plot_bars(*out, &words, list, list->n, of);
}

static void
bars(void)
{
  ln_figure            figures[] = {{LN_V("ex:a<b"), LN_V(""), 4U},
                                    {LN_V("a name of more than 28 letters"), LN_V(""), 1U},
                                    {LN_V("none"), LN_V(""), 0U}};
  const ln_figure_list list      = {figures, 3U};
  ln_out*              out       = NULL;
  CU_ASSERT_EQUAL_FATAL(plot_bars(&list, 0U, &out), LN_OK);
  CHECK_VIEW(
    ln_out_bytes(out),
    "<svg viewBox=\"0 0 640 82\" role=\"img\" aria-labelledby=\"t3 d3\">\n"
    "<title id=\"t3\">A &amp; B</title>\n"
    "<desc id=\"d3\">What is seen.</desc>\n"
    "<g><title>ex:a&lt;b: 4</title><text x=\"218\" y=\"17\" class=\"name\">ex:a&lt;b</text>"
    "<rect class=\"bar\" x=\"228\" y=\"4\" width=\"320.0\" height=\"16\"/>"
    "<text x=\"556\" y=\"17\">4</text></g>\n"
    "<g><title>a name of more than 28 letters: 1</title>"
    "<text x=\"218\" y=\"43\" class=\"name\">a name of more than 28 lette\u2026</text>"
    "<rect class=\"bar\" x=\"228\" y=\"30\" width=\"80.0\" height=\"16\"/>"
    "<text x=\"316\" y=\"43\">1</text></g>\n"
    "<g><title>none: 0</title><text x=\"218\" y=\"69\" class=\"name\">none</text>"
    "<rect class=\"bar\" x=\"228\" y=\"56\" width=\"0.0\" height=\"16\"/>"
    "<text x=\"236\" y=\"69\">0</text></g>\n"
    "</svg>\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static void
shares(void)
{
  ln_figure            figures[] = {{LN_V("a"), LN_V(""), 1U}};
  const ln_figure_list list      = {figures, 1U};
  ln_out*              out       = NULL;
  CU_ASSERT_EQUAL_FATAL(plot_bars(&list, 3U, &out), LN_OK);
  CHECK_VIEW(ln_out_bytes(out),
             "<svg viewBox=\"0 0 640 30\" role=\"img\" aria-labelledby=\"t3 d3\">\n"
             "<title id=\"t3\">A &amp; B</title>\n"
             "<desc id=\"d3\">What is seen.</desc>\n"
             "<g><title>a: 1</title><text x=\"218\" y=\"17\" class=\"name\">a</text>"
             "<rect class=\"track\" x=\"228\" y=\"4\" width=\"320\" height=\"16\"/>"
             "<rect class=\"bar\" x=\"228\" y=\"4\" width=\"106.7\" height=\"16\"/>"
             "<text x=\"556\" y=\"17\">33 %</text></g>\n"
             "</svg>\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static ln_status
plot_columns(ln_out** const out)
{
  uint64_t                counts[] = {3U, 0U};
  const ln_decade_figures decades  = {.first = 1980, .counts = counts, .n = 2U};
  LN_TRY(ln_out_memory(out));
  return ln_plot_columns(*out, &words, &decades);
}

/* Of 5, the first round number above 3; the axis has no half, as that is not whole. */
static void
columns(void)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(plot_columns(&out), LN_OK);
  CHECK_VIEW(ln_out_bytes(out),
             "<svg viewBox=\"0 0 640 222\" role=\"img\" aria-labelledby=\"t3 d3\">\n"
             "<title id=\"t3\">A &amp; B</title>\n"
             "<desc id=\"d3\">What is seen.</desc>\n"
             "<line class=\"axis\" x1=\"60\" y1=\"192\" x2=\"630\" y2=\"192\"/>"
             "<text class=\"name\" x=\"52\" y=\"197\">0</text>\n"
             "<line class=\"axis\" x1=\"60\" y1=\"12\" x2=\"630\" y2=\"12\"/>"
             "<text class=\"name\" x=\"52\" y=\"17\">5</text>\n"
             "<rect class=\"bar\" x=\"172.5\" y=\"84.0\" width=\"60.0\" height=\"108.0\">"
             "<title>1980s: 3</title></rect>\n"
             "<text class=\"year\" x=\"202\" y=\"212\">1980s</text>\n"
             "<text class=\"year\" x=\"487\" y=\"212\">1990s</text>\n"
             "</svg>\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static void
no_memory(void)
{
  ln_figure            figures[] = {{LN_V("a"), LN_V(""), 1U}};
  const ln_figure_list list      = {figures, 1U};
  ln_out*              out       = NULL;
  CHECK_ALLOC_FAILURES(plot_bars(&list, 0U, &out), (ln_out_abandon(out), out = NULL));
  CHECK_ALLOC_FAILURES(plot_columns(&out), (ln_out_abandon(out), out = NULL));
}

static const unit_test tests[] = {
  {"bars", bars}, {"shares", shares}, {"columns", columns}, {"no_memory", no_memory}};

UNIT_MAIN("plot", tests)
