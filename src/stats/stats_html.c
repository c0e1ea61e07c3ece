/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One page: plots, and beside each the table of what it shows, for those who want the numbers or do
   not see plots. Nothing is fetched and no script runs, so that it can be kept and sent; colours
   follow the setting of the reader, light or dark. */

#include "stats/show.h"

#include "base/markup.h"
#include "base/text.h"
#include "stats/plot.h"
#include "stats/wording.h"

#include <inttypes.h>

typedef struct {
  const ln_show_style* style;
  ln_out*              out;
  ln_text              text;  ///< scratch
  unsigned             plots; ///< so far
} html_page;

/* What a section shows. */
typedef struct {
  ln_view               heading; ///< of the data
  const char*           before;  ///< words in front of it
  const ln_figure_list* list;
  uint64_t              of;    ///< shares of this; 0: none
  const char*           name;  ///< head of the first column
  const char*           count; ///< of the second
} html_list;

static const char HEAD[] =
  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
  "<style>\n"
  ":root { color-scheme: light dark; --paper: #fff; --ink: #1c2227; --faint: #5a6670; "
  "--line: #d5dce2; --track: #e9eef2; --bar: #1f6f8b }\n"
  "@media (prefers-color-scheme: dark) { :root { --paper: #14181c; --ink: #e6eaee; "
  "--faint: #a3afb9; --line: #39434c; --track: #262e35; --bar: #58b3cf } }\n"
  "body { margin: 0 auto; max-width: 68rem; padding: 1.5rem; background: var(--paper); "
  "color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }\n"
  "h1 { margin: 0; font-size: 1.7rem; overflow-wrap: anywhere }\n"
  "h2 { margin: 3rem 0 1rem; padding-top: .75rem; border-top: 1px solid var(--line); "
  "font-size: 1.35rem }\n"
  "h3 { margin: 2rem 0 0; font-size: 1.05rem; overflow-wrap: anywhere }\n"
  "p { margin: .25rem 0 1rem; color: var(--faint) }\n"
  ".pair { display: grid; grid-template-columns: minmax(0, 8fr) minmax(0, 5fr); gap: 2rem; "
  "align-items: start }\n"
  "@media (max-width: 50rem) { .pair { grid-template-columns: minmax(0, 1fr) } }\n"
  "svg { display: block; width: 100%; height: auto; font-size: 14px }\n"
  "svg text { fill: var(--ink); font-variant-numeric: tabular-nums }\n"
  ".name { text-anchor: end } .year { text-anchor: middle }\n"
  ".bar { fill: var(--bar) } .track { fill: var(--track) } .axis { stroke: var(--line) }\n"
  "table { width: 100%; border-collapse: collapse; font-size: .875rem; "
  "font-variant-numeric: tabular-nums }\n"
  "caption { padding-bottom: .25rem; text-align: left; color: var(--faint) }\n"
  "th, td { padding: .15rem .5rem .15rem 0; border-top: 1px solid var(--line); text-align: right; "
  "vertical-align: top; font-weight: normal }\n"
  "thead th { border-top: 0; color: var(--faint) }\n"
  "th:first-child { text-align: left; overflow-wrap: anywhere }\n"
  "</style>\n";

static void
put(const html_page* const p, const char* const text)
{
  ln_out_put_view(p->out, ln_view_of(text));
}

static void
put_text(const html_page* const p, const ln_view text)
{
  ln_markup_xml(p->out, text);
}

/* What `p->text` holds, between tags. */
static void
put_words(const html_page* const p, const char* const open, const char* const close)
{
  put(p, open);
  put_text(p, ln_text_view(&p->text));
  put(p, close);
}

static ln_status
put_row(html_page* const p, const ln_figure* const figure, const uint64_t of)
{
  put(p, "<tr><th scope=\"row\"");
  if (figure->iri.n > 0U) {
    put(p, " title=\"");
    put_text(p, figure->iri);
    put(p, "\"");
  }
  put(p, ">");
  put_text(p, figure->name);
  ln_text_reset(&p->text);
  LN_TRY(ln_text_add_number(&p->text, figure->n));
  put_words(p, "</th><td>", "</td>");
  if (of > 0U) {
    ln_text_reset(&p->text);
    LN_TRY(ln_wording_share(&p->text, figure->n, of));
    put_words(p, "<td>", "</td>");
  }
  put(p, "</tr>\n");
  return LN_OK;
}

static ln_status
put_table(html_page* const p, const html_list* const list, const size_t n)
{
  put(p, "<table>\n<caption>");
  put(p, list->before);
  put_text(p, list->heading);
  if (n < list->list->n) {
    ln_text_reset(&p->text);
    LN_TRY(ln_text_format(&p->text, ", the first %zu of %zu", n, list->list->n));
    put_words(p, "", "");
  }
  put(p, "</caption>\n<thead><tr><th scope=\"col\">");
  put(p, list->name);
  put(p, "</th><th scope=\"col\">");
  put(p, list->count);
  put(p, list->of > 0U ? "</th><th scope=\"col\">share" : "");
  put(p, "</th></tr></thead>\n<tbody>\n");
  for (size_t i = 0U; i < n; ++i) {
    LN_TRY(put_row(p, &list->list->v[i], list->of));
  }
  put(p, "</tbody></table>\n");
  return LN_OK;
}

/* The words of a plot: `Classes by things`, and the most of it: `ln:Credit has most: 112`. */
static ln_status
word_plot(html_page* const       p,
          const html_list* const list,
          ln_text* const         title,
          ln_text* const         most)
{
  const ln_figure* first = &list->list->v[0];
  for (size_t i = 1U; i < list->list->n; ++i) {
    first = list->list->v[i].n > first->n ? &list->list->v[i] : first;
  }
  LN_TRY(ln_text_format(title, "%s", list->before));
  LN_TRY(ln_text_add(title, list->heading));
  LN_TRY(ln_text_format(most, "The most %s: ", list->count));
  LN_TRY(ln_text_add(most, first->name));
  LN_TRY(ln_text_add(most, LN_V(", ")));
  ++p->plots;
  return ln_text_add_number(most, first->n);
}

/* Plot and table; with decades, columns are plotted instead of bars. */
static ln_status
put_pair(html_page* const p, const html_list* const list, const ln_decade_figures* const decades)
{
  const size_t top   = decades ? SIZE_MAX : p->style->top;
  const size_t n     = list->list->n < top ? list->list->n : top;
  ln_text      title = {0};
  ln_text      most  = {0};
  if (n == 0U) {
    return LN_OK;
  }
  put(p, "<div class=\"pair\">\n");
  ln_status st = word_plot(p, list, &title, &most);
  if (st == LN_OK) {
    const ln_plot_words words = {ln_text_view(&title), ln_text_view(&most), p->plots};
    st                        = decades ? ln_plot_columns(p->out, &words, decades)
                                        : ln_plot_bars(p->out, &words, list->list, n, list->of);
  }
  st = st == LN_OK ? put_table(p, list, n) : st;
  put(p, "</div>\n");
  ln_text_clear(&title);
  ln_text_clear(&most);
  return st;
}

static ln_status
put_section(html_page* const            p,
            const char* const           heading,
            const ln_figure_list* const list,
            const char* const           name,
            const char* const           count)
{
  const html_list section = {
    .heading = ln_view_of(heading), .before = "", .list = list, .name = name, .count = count};
  if (list->n == 0U) {
    return LN_OK;
  }
  put(p, "<section>\n<h2>");
  put(p, heading);
  put(p, "</h2>\n");
  LN_TRY(put_pair(p, &section, NULL));
  put(p, "</section>\n");
  return LN_OK;
}

/* A heading of the data and, below, the words in `p->text`. */
static void
put_title(const html_page* const p, const ln_view name)
{
  put(p, "<h3>");
  put_text(p, name);
  put_words(p, "</h3>\n<p>", "</p>\n");
}

static ln_status
put_classes(html_page* const p, const ln_figures* const f)
{
  put(p, "<section>\n<h2>What things have</h2>\n");
  for (size_t i = 0U; i < f->n_shown && i < p->style->top; ++i) {
    const ln_class_figures* const c    = &f->classes[i];
    const html_list               list = {.heading = c->things.name,
                                          .before  = "Things with each property: ",
                                          .list    = &c->properties,
                                          .of      = c->things.n,
                                          .name    = "property",
                                          .count   = "things"};
    ln_text_reset(&p->text);
    LN_TRY(ln_wording_count(&p->text, c->things.n, "thing", "things"));
    put_title(p, c->things.name);
    LN_TRY(put_pair(p, &list, NULL));
  }
  put(p, "</section>\n");
  return LN_OK;
}

static ln_status
put_values(html_page* const p, const ln_figures* const f)
{
  size_t shown = 0U;
  for (size_t i = 0U; i < f->n_properties && shown < p->style->top; ++i) {
    const ln_property_figures* const v    = &f->properties[i];
    const html_list                  list = {.heading = v->triples.name,
                                             .before  = "The most frequent values: ",
                                             .list    = &v->values,
                                             .name    = "value",
                                             .count   = "triples"};
    if (v->values.n > 0U) {
      put(p, shown == 0U ? "<section>\n<h2>Values that recur</h2>\n" : "");
      ln_text_reset(&p->text);
      LN_TRY(ln_wording_values(&p->text, v));
      put_title(p, v->triples.name);
      LN_TRY(put_pair(p, &list, NULL));
      ++shown;
    }
  }
  put(p, shown > 0U ? "</section>\n" : "");
  return LN_OK;
}

static ln_status
put_decades(html_page* const p, const ln_figures* const f)
{
  for (size_t i = 0U; i < f->n_decades && i < p->style->top; ++i) {
    const ln_decade_figures* const d    = &f->decades[i];
    const html_list                list = {.heading = d->dates.name,
                                           .before  = "Dates by decade: ",
                                           .list    = &d->list,
                                           .name    = "decade",
                                           .count   = "dates"};
    put(p, i == 0U ? "<section>\n<h2>Decades</h2>\n" : "");
    ln_text_reset(&p->text);
    LN_TRY(ln_wording_dates(&p->text, d));
    put_title(p, d->dates.name);
    LN_TRY(put_pair(p, &list, d));
  }
  put(p, f->n_decades > 0U ? "</section>\n" : "");
  return LN_OK;
}

static ln_status
put_all(html_page* const p, const ln_figures* const f)
{
  put(p, "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>");
  put_text(p, f->title);
  put(p, "</title>\n");
  put(p, HEAD);
  put(p, "<h1>");
  put_text(p, f->title);
  LN_TRY(ln_wording_whole(&p->text, f));
  put_words(p, "</h1>\n<p>", "</p>\n<main>\n");
  LN_TRY(put_section(p, "Classes", &f->class_list, "class", "things"));
  LN_TRY(put_classes(p, f));
  LN_TRY(put_section(p, "Properties", &f->property_list, "property", "triples"));
  LN_TRY(put_values(p, f));
  LN_TRY(put_decades(p, f));
  LN_TRY(put_section(p, "Languages", &f->languages, "language", "literals"));
  LN_TRY(put_section(p, "Datatypes", &f->datatypes, "datatype", "literals"));
  LN_TRY(put_section(p, "Graphs", &f->graphs, "graph", "triples"));
  put(p, "</main>\n</html>\n");
  return LN_OK;
}

ln_status
ln_show_html(const ln_figures* const figures, const ln_show_style* const style, ln_out* const out)
{
  html_page       page = {.style = style, .out = out};
  const ln_status st   = put_all(&page, figures);
  ln_text_clear(&page.text);
  return st;
}
