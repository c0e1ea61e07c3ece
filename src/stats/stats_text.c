/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Lists for a terminal: a name, a number, perhaps a share, and a bar that takes what is left of the
   line. Bars are drawn with eighths of a letter, or with # where letters beyond ASCII cannot be
   shown. What comes from the data is shown without control characters, so that it cannot play with
   the terminal. Widths are counted in letters. */

#include "stats/show.h"

#include "base/text.h"
#include "base/utf8.h"
#include "stats/wording.h"

#include <inttypes.h>

enum {
  LEAST_BAR    = 10,
  LEAST_NAME   = 26,
  MOST_NAME    = 48,
  LEAST_NUMBER = 6,
  INDENT       = 2,
  SHARE_WIDTH  = 6
};

/* A list on its way to the page. */
typedef struct {
  const ln_show_style*  style;
  ln_out*               out;
  const ln_figure_list* list;
  uint64_t              of; ///< shares of this; 0: none are shown
  ln_text               text;
  size_t                name_width;
  size_t                number_width;
} text_list;

static void
put_heading(const ln_show_style* const style, ln_out* const out, const ln_view heading)
{
  ln_out_put_view(out, style->bold ? LN_V("\033[1m") : LN_V(""));
  ln_out_put_view(out, heading);
  ln_out_put_view(out, style->bold ? LN_V("\033[0m") : LN_V(""));
}

static void
put_blanks(ln_out* const out, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    ln_out_put_byte(out, ' ');
  }
}

/* A letter of the data as it can be shown. */
static ln_status
add_letter(ln_text* const text, const uint32_t code, const bool ascii)
{
  if (code < 0x20U || (code >= 0x7FU && code < 0xA0U)) {
    return ln_text_add_byte(text, ' ');
  }
  if (ascii && code >= 0x7FU) {
    return ln_text_format(text, "\\u%04" PRIX32, code);
  }
  char         bytes[4] = {0};
  const size_t n        = ln_utf8_put(code, bytes);
  return ln_text_add(text, (ln_view){bytes, n});
}

/* A name, cut to the width. */
static ln_status
show_name(ln_text* const text, const ln_view name, const size_t width, const bool ascii)
{
  static const size_t dots = 3U;
  size_t              fits = 0U; /* bytes that leave room for the dots */
  size_t              n    = 0U;
  ln_text_reset(text);
  for (size_t at = 0U; at < name.n;) {
    const size_t before = text->n;
    LN_TRY(add_letter(text, ln_utf8_next(name, &at), ascii));
    n += ln_utf8_count(ln_view_from(ln_text_view(text), before));
    fits = n + dots <= width ? text->n : fits;
    if (n > width) {
      text->n = fits;
      return ln_text_add(text, LN_V("..."));
    }
  }
  return LN_OK;
}

/* At least an eighth of something that is not nothing. */
static void
put_bar(const text_list* const l, const uint64_t n, const uint64_t of, const size_t width)
{
  static const char* const parts[] = {
    "", "\u258F", "\u258E", "\u258D", "\u258C", "\u258B", "\u258A", "\u2589"};
  enum { EIGHTHS = 8 };
  const size_t   steps = l->style->ascii ? 1U : EIGHTHS;
  const double   exact = of > 0U ? (double)n * (double)(width * steps) / (double)of : 0.0;
  const uint64_t units = (uint64_t)(exact + 0.5);
  const uint64_t drawn = units == 0U && n > 0U ? 1U : units;
  for (uint64_t i = 0U; i < drawn / steps; ++i) {
    ln_out_put_view(l->out, l->style->ascii ? LN_V("#") : LN_V("\u2588"));
  }
  ln_out_put_view(l->out, ln_view_of(parts[drawn % steps]));
}

static size_t
count_shown(const ln_figure_list* const list, const ln_show_style* const style)
{
  return list->n < style->top ? list->n : style->top;
}

static ln_status
measure(text_list* const l)
{
  const size_t n    = count_shown(l->list, l->style);
  const size_t most = l->style->width / 2U < MOST_NAME ? l->style->width / 2U : MOST_NAME;
  l->name_width     = most < LEAST_NAME ? most : LEAST_NAME;
  l->number_width   = LEAST_NUMBER;
  for (size_t i = 0U; i < n; ++i) {
    LN_TRY(show_name(&l->text, l->list->v[i].name, most, l->style->ascii));
    const size_t width = ln_utf8_count(ln_text_view(&l->text));
    l->name_width      = width > l->name_width ? width : l->name_width;
    ln_text_reset(&l->text);
    LN_TRY(ln_text_add_number(&l->text, l->list->v[i].n));
    l->number_width = l->text.n > l->number_width ? l->text.n : l->number_width;
  }
  return LN_OK;
}

/* Right-aligned, with two blanks in front. */
static void
put_number(const text_list* const l, const size_t width)
{
  put_blanks(l->out, INDENT + (width > l->text.n ? width - l->text.n : 0U));
  ln_out_put_view(l->out, ln_text_view(&l->text));
}

static ln_status
put_line(text_list* const l, const ln_figure* const figure, const uint64_t full)
{
  LN_TRY(show_name(&l->text, figure->name, l->name_width, l->style->ascii));
  put_blanks(l->out, INDENT);
  ln_out_put_view(l->out, ln_text_view(&l->text));
  put_blanks(l->out, l->name_width - ln_utf8_count(ln_text_view(&l->text)));
  ln_text_reset(&l->text);
  LN_TRY(ln_text_add_number(&l->text, figure->n));
  put_number(l, l->number_width);
  size_t used = INDENT + l->name_width + INDENT + l->number_width + INDENT;
  if (l->of > 0U) {
    ln_text_reset(&l->text);
    LN_TRY(ln_wording_share(&l->text, figure->n, l->of));
    put_number(l, SHARE_WIDTH - 1U);
    used += INDENT + SHARE_WIDTH - 1U;
  }
  put_blanks(l->out, INDENT);
  const size_t left = l->style->width > used + LEAST_BAR ? l->style->width - used : LEAST_BAR;
  put_bar(l, figure->n, full, left);
  ln_out_put_byte(l->out, '\n');
  return LN_OK;
}

/* A list; with `of`, shares of it, and full bars are all of it. */
static ln_status
put_list(const ln_show_style* const  style,
         ln_out* const               out,
         const ln_figure_list* const list,
         const uint64_t              of)
{
  text_list    l    = {.style = style, .out = out, .list = list, .of = of};
  const size_t n    = count_shown(list, style);
  uint64_t     full = of;
  ln_status    st   = measure(&l);
  for (size_t i = 0U; i < n && of == 0U; ++i) {
    full = list->v[i].n > full ? list->v[i].n : full;
  }
  for (size_t i = 0U; i < n && st == LN_OK; ++i) {
    st = put_line(&l, &list->v[i], full);
  }
  if (st == LN_OK && n < list->n) {
    ln_text_reset(&l.text);
    st = ln_text_format(&l.text, "  and %zu more\n", list->n - n);
    ln_out_put_view(out, ln_text_view(&l.text));
  }
  ln_text_clear(&l.text);
  return st;
}

static ln_status
put_section(const ln_show_style* const  style,
            ln_out* const               out,
            const char* const           heading,
            const ln_figure_list* const list)
{
  if (list->n == 0U) {
    return LN_OK;
  }
  ln_out_put_byte(out, '\n');
  put_heading(style, out, ln_view_of(heading));
  ln_out_put_byte(out, '\n');
  return put_list(style, out, list, 0U);
}

/* A heading from the data, and what is known of it: `ln:role: 41 triples, 12 different values`. */
static ln_status
put_title(const ln_show_style* const style,
          ln_out* const              out,
          const ln_view              name,
          const ln_text* const       rest)
{
  ln_text         text = {0};
  const ln_status st   = show_name(&text, name, style->width, style->ascii);
  ln_out_put_byte(out, '\n');
  put_heading(style, out, ln_text_view(&text));
  ln_out_put_view(out, LN_V(": "));
  ln_out_put_view(out, ln_text_view(rest));
  ln_out_put_byte(out, '\n');
  ln_text_clear(&text);
  return st;
}

static ln_status
put_class(const ln_show_style* const style, ln_out* const out, const ln_class_figures* const c)
{
  ln_text   text = {0};
  ln_status st   = ln_wording_count(&text, c->things.n, "thing", "things");
  st             = st == LN_OK ? put_title(style, out, c->things.name, &text) : st;
  st             = st == LN_OK ? put_list(style, out, &c->properties, c->things.n) : st;
  ln_text_clear(&text);
  return st;
}

static ln_status
put_values(const ln_show_style* const style, ln_out* const out, const ln_property_figures* const p)
{
  ln_text   text      = {0};
  ln_status st        = ln_wording_values(&text, p);
  st                  = st == LN_OK ? put_title(style, out, p->triples.name, &text) : st;
  st                  = st == LN_OK ? put_list(style, out, &p->values, 0U) : st;
  const uint64_t more = p->distinct - p->values.n;
  if (st == LN_OK && p->all && more > 0U) {
    ln_text_reset(&text);
    st = ln_text_format(&text, "  and %" PRIu64 " more\n", more);
    ln_out_put_view(out, ln_text_view(&text));
  }
  ln_text_clear(&text);
  return st;
}

static ln_status
put_decades(const ln_show_style* const style, ln_out* const out, const ln_decade_figures* const d)
{
  ln_show_style whole = *style;
  ln_text       text  = {0};
  whole.top           = SIZE_MAX;
  ln_status st        = ln_wording_dates(&text, d);
  st                  = st == LN_OK ? put_title(style, out, d->dates.name, &text) : st;
  st                  = st == LN_OK ? put_list(&whole, out, &d->list, 0U) : st;
  ln_text_clear(&text);
  return st;
}

static ln_status
put_head(const ln_figures* const f, const ln_show_style* const style, ln_out* const out)
{
  ln_text   text = {0};
  ln_status st   = show_name(&text, f->title, SIZE_MAX, style->ascii);
  put_heading(style, out, ln_text_view(&text));
  ln_out_put_byte(out, '\n');
  ln_text_reset(&text);
  st = st == LN_OK ? ln_wording_whole(&text, f) : st;
  ln_out_put_view(out, ln_text_view(&text));
  ln_out_put_byte(out, '\n');
  ln_text_clear(&text);
  return st;
}

/* Names that were made here say nothing unless it is told what they stand for. */
static ln_status
put_made(const ln_figures* const f, const ln_show_style* const style, ln_out* const out)
{
  ln_text   text = {0};
  ln_status st   = LN_OK;
  if (f->n_made > 0U) {
    ln_out_put_byte(out, '\n');
    put_heading(style, out, LN_V("Short names"));
    ln_out_put_byte(out, '\n');
  }
  for (size_t i = 0U; i < f->n_made && st == LN_OK; ++i) {
    st = show_name(&text, f->made[i].iri, SIZE_MAX, style->ascii);
    put_blanks(out, INDENT);
    ln_out_put_view(out, f->made[i].name);
    ln_out_put_view(out, LN_V(": "));
    ln_out_put_view(out, ln_text_view(&text));
    ln_out_put_byte(out, '\n');
  }
  ln_text_clear(&text);
  return st;
}

ln_status
ln_show_text(const ln_figures* const figures, const ln_show_style* const style, ln_out* const out)
{
  const ln_figures* const f = figures;
  LN_TRY(put_head(f, style, out));
  LN_TRY(put_section(style, out, "Classes", &f->class_list));
  for (size_t i = 0U; i < f->n_shown && i < style->top; ++i) {
    LN_TRY(put_class(style, out, &f->classes[i]));
  }
  LN_TRY(put_section(style, out, "Properties", &f->property_list));
  for (size_t i = 0U, shown = 0U; i < f->n_properties && shown < style->top; ++i) {
    if (f->properties[i].values.n > 0U) {
      LN_TRY(put_values(style, out, &f->properties[i]));
      ++shown;
    }
  }
  for (size_t i = 0U; i < f->n_decades && i < style->top; ++i) {
    LN_TRY(put_decades(style, out, &f->decades[i]));
  }
  LN_TRY(put_section(style, out, "Languages", &f->languages));
  LN_TRY(put_section(style, out, "Datatypes", &f->datatypes));
  LN_TRY(put_section(style, out, "Graphs", &f->graphs));
  return put_made(f, style, out);
}
