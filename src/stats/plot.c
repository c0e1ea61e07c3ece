/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Plots are written as they are drawn, from top to bottom, in a space of 640 units that the page
   scales. Lengths are whole units or tenths, printed from integers, so that the same figures give
   the same bytes. Names that are too long for their column are cut; a title holds them whole. */

#include "stats/plot.h"

#include "base/markup.h"
#include "base/text.h"
#include "base/utf8.h"
#include "stats/wording.h"

#include <inttypes.h>

enum {
  WIDTH      = 640,
  NAMES      = 218, ///< right end of the names
  BARS       = 228, ///< left end of the bars
  BARS_WIDTH = 320,
  ROW        = 26,
  BAR        = 16,
  LETTERS    = 28, ///< of a name
  TENTHS     = 10,
};

static ln_status
put(ln_out* out, ln_text* text, const char* format, ...) LN_PRINTF(3, 4);

static ln_status
put(ln_out* const out, ln_text* const text, const char* const format, ...)
{
  va_list args;
  ln_text_reset(text);
  va_start(args, format);
  const ln_status st = ln_text_vformat(text, format, args);
  va_end(args);
  ln_out_put_view(out, ln_text_view(text));
  return st;
}

static ln_status
put_start(ln_out* const              out,
          ln_text* const             text,
          const ln_plot_words* const words,
          const unsigned             height)
{
  LN_TRY(put(out,
             text,
             "<svg viewBox=\"0 0 %d %u\" role=\"img\" aria-labelledby=\"t%u d%u\">\n"
             "<title id=\"t%u\">",
             WIDTH,
             height,
             words->number,
             words->number,
             words->number));
  ln_markup_xml(out, words->title);
  LN_TRY(put(out, text, "</title>\n<desc id=\"d%u\">", words->number));
  ln_markup_xml(out, words->description);
  ln_out_put_view(out, LN_V("</desc>\n"));
  return LN_OK;
}

/* Letters that fit; the rest are three dots. */
static void
put_cut(ln_out* const out, const ln_view name)
{
  size_t at = 0U;
  for (size_t n = 0U; n < LETTERS && at < name.n; ++n) {
    (void)ln_utf8_next(name, &at);
  }
  ln_markup_xml(out, ln_view_first(name, at));
  ln_out_put_view(out, at < name.n ? LN_V("\u2026") : LN_V(""));
}

/* A length in tenths, at least one if there is anything. */
static unsigned
length_of(const uint64_t n, const uint64_t of, const unsigned full)
{
  const double   exact = of > 0U ? (double)n * (double)(full * TENTHS) / (double)of : 0.0;
  const unsigned tenth = (unsigned)(exact + 0.5);
  return tenth == 0U && n > 0U ? TENTHS : tenth;
}

static ln_status
put_bar(ln_out* const          out,
        ln_text* const         text,
        const ln_figure* const figure,
        const unsigned         y,
        const uint64_t         full,
        const bool             share)
{
  const unsigned length = length_of(figure->n, full, BARS_WIDTH);
  ln_out_put_view(out, LN_V("<g><title>"));
  ln_markup_xml(out, figure->name);
  ln_text_reset(text);
  LN_TRY(ln_text_add(text, LN_V(": ")));
  LN_TRY(ln_text_add_number(text, figure->n));
  ln_out_put_view(out, ln_text_view(text));
  LN_TRY(put(out, text, "</title><text x=\"%d\" y=\"%u\" class=\"name\">", NAMES, y + BAR - 3U));
  put_cut(out, figure->name);
  ln_out_put_view(out, LN_V("</text>"));
  if (share) {
    LN_TRY(put(out,
               text,
               "<rect class=\"track\" x=\"%d\" y=\"%u\" width=\"%d\" height=\"%d\"/>",
               BARS,
               y,
               BARS_WIDTH,
               BAR));
  }
  LN_TRY(put(out,
             text,
             "<rect class=\"bar\" x=\"%d\" y=\"%u\" width=\"%u.%u\" height=\"%d\"/>"
             "<text x=\"%u\" y=\"%u\">",
             BARS,
             y,
             length / TENTHS,
             length % TENTHS,
             BAR,
             BARS + (share ? (unsigned)BARS_WIDTH : length / TENTHS) + 8U,
             y + BAR - 3U));
  ln_text_reset(text);
  LN_TRY(share ? ln_wording_share(text, figure->n, full) : ln_text_add_number(text, figure->n));
  ln_markup_xml(out, ln_text_view(text));
  ln_out_put_view(out, LN_V("</text></g>\n"));
  return LN_OK;
}

ln_status
ln_plot_bars(ln_out* const               out,
             const ln_plot_words* const  words,
             const ln_figure_list* const list,
             const size_t                n,
             const uint64_t              of)
{
  ln_text   text = {0};
  uint64_t  full = of;
  ln_status st   = put_start(out, &text, words, ((unsigned)n * ROW) + 4U);
  for (size_t i = 0U; i < n && of == 0U; ++i) {
    full = list->v[i].n > full ? list->v[i].n : full;
  }
  for (size_t i = 0U; i < n && st == LN_OK; ++i) {
    st = put_bar(out, &text, &list->v[i], ((unsigned)i * ROW) + 4U, full, of > 0U);
  }
  ln_out_put_view(out, LN_V("</svg>\n"));
  ln_text_clear(&text);
  return st;
}

/* ---- columns ---- */

enum {
  LEFT        = 60,
  TOP         = 12,
  HEIGHT      = 180,
  FOOT        = 30,
  PLOT_WIDTH  = WIDTH - LEFT - 10,
  COLUMN      = 60, ///< widest
  MOST_LABELS = 11
};

/* The least of 1, 2, 5, 10, 20 … that is not below n. */
static uint64_t
round_up(const uint64_t n)
{
  static const unsigned steps[] = {1U, 2U, 5U};
  for (uint64_t unit = 1U;; unit *= TENTHS) {
    for (size_t i = 0U; i < sizeof(steps) / sizeof(steps[0]); ++i) {
      if (steps[i] * unit >= n || unit > UINT64_MAX / 100U) {
        return steps[i] * unit;
      }
    }
  }
}

/* Lines across, at nothing, half and full, or only at both ends if half is not whole. */
static ln_status
put_lines(ln_out* const out, ln_text* const text, const uint64_t full)
{
  const unsigned parts = full % 2U == 0U ? 2U : 1U;
  for (unsigned i = 0U; i <= parts; ++i) {
    const unsigned y = TOP + HEIGHT - (HEIGHT * i / parts);
    LN_TRY(put(out,
               text,
               "<line class=\"axis\" x1=\"%d\" y1=\"%u\" x2=\"%d\" y2=\"%u\"/>"
               "<text class=\"name\" x=\"%d\" y=\"%u\">",
               LEFT,
               y,
               LEFT + PLOT_WIDTH,
               y,
               LEFT - 8,
               y + 5U));
    ln_text_reset(text);
    LN_TRY(ln_text_add_number(text, full * i / parts));
    ln_out_put_view(out, ln_text_view(text));
    ln_out_put_view(out, LN_V("</text>\n"));
  }
  return LN_OK;
}

static ln_status
put_column(ln_out* const                  out,
           ln_text* const                 text,
           const ln_decade_figures* const decades,
           const size_t                   i,
           const uint64_t                 full)
{
  enum { YEARS = 10 };
  const int64_t  year   = decades->first + ((int64_t)i * YEARS);
  const unsigned left   = (unsigned)((uint64_t)PLOT_WIDTH * TENTHS * i / decades->n);
  const unsigned right  = (unsigned)((uint64_t)PLOT_WIDTH * TENTHS * (i + 1U) / decades->n);
  const unsigned room   = (right - left) / 4U * 3U;
  const unsigned width  = room < COLUMN * TENTHS ? room : COLUMN * TENTHS;
  const unsigned height = length_of(decades->counts[i], full, HEIGHT);
  const unsigned x      = (LEFT * TENTHS) + ((left + right - width) / 2U);
  const unsigned y      = ((TOP + HEIGHT) * TENTHS) - height;
  const size_t   every  = (decades->n + MOST_LABELS - 1U) / MOST_LABELS;
  if (height > 0U) {
    LN_TRY(put(out,
               text,
               "<rect class=\"bar\" x=\"%u.%u\" y=\"%u.%u\" width=\"%u.%u\" height=\"%u.%u\">"
               "<title>%" PRId64 "s: %" PRIu64 "</title></rect>\n",
               x / TENTHS,
               x % TENTHS,
               y / TENTHS,
               y % TENTHS,
               width / TENTHS,
               width % TENTHS,
               height / TENTHS,
               height % TENTHS,
               year,
               decades->counts[i]));
  }
  if (i % every != 0U) {
    return LN_OK;
  }
  return put(out,
             text,
             "<text class=\"year\" x=\"%u\" y=\"%d\">%" PRId64 "s</text>\n",
             LEFT + ((left + right) / 2U / TENTHS),
             TOP + HEIGHT + 20,
             year);
}

ln_status
ln_plot_columns(ln_out* const                  out,
                const ln_plot_words* const     words,
                const ln_decade_figures* const decades)
{
  ln_text  text = {0};
  uint64_t most = 0U;
  for (size_t i = 0U; i < decades->n; ++i) {
    most = decades->counts[i] > most ? decades->counts[i] : most;
  }
  const uint64_t full = round_up(most);
  ln_status      st   = put_start(out, &text, words, TOP + HEIGHT + FOOT);
  st                  = st == LN_OK ? put_lines(out, &text, full) : st;
  for (size_t i = 0U; i < decades->n && st == LN_OK; ++i) {
    st = put_column(out, &text, decades, i, full);
  }
  ln_out_put_view(out, LN_V("</svg>\n"));
  ln_text_clear(&text);
  return st;
}
