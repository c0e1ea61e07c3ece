/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The report as one page of HTML that needs nothing beside it: each finding is a card, its sides
   are columns, so that the quotations which do not go together stand side by side. Colours follow
   the reader's choice of light or dark; severities are told by words, not by colour alone. */

#include "base/markup.h"
#include "base/text.h"
#include "dispute/brief.h"

#include <inttypes.h>

static const char HEAD[] =
  "<meta name=\"viewport\" content=\"width=device-width\">\n"
  "<style>\n"
  ":root { color-scheme: light dark; --ink: #1c1c1c; --paper: #fbfaf7; --card: #fff; --line: "
  "#d9d6cd; "
  "--faint: #66645e; --mark: #9a3412 }\n"
  "@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #191917; --card: "
  "#22221f; "
  "--line: #44423c; --faint: #a5a29a; --mark: #fdba74 } }\n"
  "body { margin: 0 auto; padding: 1.5rem; max-width: 76rem; background: var(--paper); "
  "color: var(--ink); font: 1rem/1.5 Georgia, serif }\n"
  "h1 { font-size: 1.6rem; margin: 0 } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; "
  "text-transform: capitalize }\n"
  "nav a { margin-right: 1rem; color: var(--mark) }\n"
  "article { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; "
  "padding: .9rem 1.1rem; margin: 0 0 1rem }\n"
  "h3 { font-size: 1.05rem; margin: 0 0 .7rem; overflow-wrap: anywhere }\n"
  ".rule { color: var(--faint); font: .8rem/1.4 system-ui, sans-serif; float: right; "
  "margin-left: 1rem }\n"
  ".sides { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)) "
  "}\n"
  ".side { border-top: 3px solid var(--line); padding-top: .4rem; min-width: 0; "
  "overflow-wrap: anywhere }\n"
  "h4 { font-size: .95rem; margin: 0 0 .4rem }\n"
  "blockquote { margin: 0 0 .1rem; padding-left: .7rem; border-left: 2px solid var(--mark) }\n"
  ".at { color: var(--faint); font: .78rem/1.4 system-ui, sans-serif; margin: 0 0 .7rem }\n"
  "details > summary { cursor: pointer; color: var(--faint); font: .85rem system-ui, sans-serif }\n"
  "</style>\n";

enum { SIDES_SHOWN = 8, ITEMS_SHOWN = 6 };

typedef struct {
  const ln_brief* brief;
  ln_out*         out;
  ln_text         text;
} page;

static void
put(const page* const p, const char* const text)
{
  ln_out_put_view(p->out, ln_view_of(text));
}

static void
put_in(const page* const p, const char* const open, const ln_view text, const char* const close)
{
  if (text.n > 0U) {
    put(p, open);
    ln_markup_xml(p->out, text);
    put(p, close);
  }
}

static ln_status
put_item(page* const p, const size_t at)
{
  ln_brief_item item = {0};
  LN_TRY(ln_brief_item_at(p->brief, at, &item));
  put_in(p, "<blockquote>", item.quote, "</blockquote>\n");
  put(p, "<p class=\"at\">");
  put_in(p, "", item.source, " · ");
  put_in(p, "", item.locator, " · ");
  put_in(p, "citing ", item.references, " · ");
  put_in(p, "", item.name, " · ");
  put(p, item.preferred ? "preferred · " : "");
  ln_text_reset(&p->text);
  LN_TRY(ln_text_add(&p->text, item.path));
  if (item.place.line > 0U) {
    LN_TRY(ln_text_format(&p->text, ":%" PRIu64 ":%" PRIu64, item.place.line, item.place.column));
  } else if (item.row > 0U) {
    LN_TRY(ln_text_format(&p->text, ", row %" PRIu64, item.row));
  }
  put_in(p, "<code>", ln_text_view(&p->text), "</code>");
  put(p, "</p>\n");
  return LN_OK;
}

static ln_status
put_side(page* const p, const ln_side* const side)
{
  put(p, "<div class=\"side\">\n");
  put_in(p, "<h4>", side->says, "</h4>\n");
  for (size_t k = 0U; k < side->n; ++k) {
    if (k == ITEMS_SHOWN) {
      ln_text_reset(&p->text);
      LN_TRY(ln_text_format(&p->text, "%zu more", side->n - ITEMS_SHOWN));
      put_in(p, "<details><summary>", ln_text_view(&p->text), "</summary>\n");
    }
    LN_TRY(put_item(p, side->first + k));
  }
  put(p, side->n > ITEMS_SHOWN ? "</details>\n</div>\n" : "</div>\n");
  return LN_OK;
}

static ln_status
put_dispute(page* const p, const ln_dispute* const d)
{
  put(p, "<article>\n");
  put_in(p, "<span class=\"rule\">", d->rule->name, "</span>\n");
  put_in(p, "<h3>", d->says, "</h3>\n");
  put(p, "<div class=\"sides\">\n");
  for (size_t i = 0U; i < d->n; ++i) {
    if (i == SIDES_SHOWN) {
      ln_text_reset(&p->text);
      LN_TRY(ln_text_format(&p->text, "%zu more", d->n - SIDES_SHOWN));
      put_in(p,
             "</div>\n<details><summary>",
             ln_text_view(&p->text),
             "</summary>\n<div class=\"sides\">\n");
    }
    LN_TRY(put_side(p, &p->brief->docket->sides[d->first + i]));
  }
  put(p, d->n > SIDES_SHOWN ? "</div>\n</details>\n</article>\n" : "</div>\n</article>\n");
  return LN_OK;
}

static void
put_links(page* const p)
{
  put(p, "<nav>");
  for (size_t g = 0U; g < LN_GRAVITIES; ++g) {
    if (ln_docket_count(p->brief->docket, (ln_gravity)g) > 0U) {
      const ln_view name = ln_view_of(ln_gravity_name((ln_gravity)g));
      put_in(p, "<a href=\"#", name, "\">");
      put_in(p, "", name, "</a>");
    }
  }
  put(p, "</nav>\n");
}

static ln_status
put_all(page* const p)
{
  const ln_docket* const docket  = p->brief->docket;
  ln_gravity             current = LN_GRAVITIES;
  put(p, "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
  put_in(p, "<title>Disagreements: ", p->brief->title, "</title>\n");
  put(p, HEAD);
  put_in(p, "<h1>", p->brief->title, "</h1>\n");
  LN_TRY(ln_brief_counts(docket, &p->text));
  put_in(p, "<p>", ln_text_view(&p->text), "</p>\n");
  put_links(p);
  put(p, "<main>\n");
  for (size_t i = 0U; i < docket->n; ++i) {
    const ln_dispute* const d = &docket->disputes[i];
    if (d->gravity != current) {
      put(p, current == LN_GRAVITIES ? "" : "</section>\n");
      current = d->gravity;
      put_in(p, "<section id=\"", ln_view_of(ln_gravity_name(current)), "\">\n");
      put_in(p, "<h2>", ln_view_of(ln_gravity_name(current)), "</h2>\n");
    }
    LN_TRY(put_dispute(p, d));
  }
  put(p, current == LN_GRAVITIES ? "</main>\n</html>\n" : "</section>\n</main>\n</html>\n");
  return LN_OK;
}

ln_status
ln_brief_html(const ln_brief* const brief, ln_out* const out)
{
  page            p  = {.brief = brief, .out = out};
  const ln_status st = put_all(&p);
  ln_text_clear(&p.text);
  return st;
}
