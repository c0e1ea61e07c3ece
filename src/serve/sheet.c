/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Pages are plain: one column, the fonts and colours of the reader's system, light or dark as the
   reader likes it. They work without scripts, and nothing is fetched from elsewhere. */

#include "serve/sheet.h"

#include "base/markup.h"
#include "base/text.h"

static const char STYLE[] =
  ":root{color-scheme:light dark;--line:#8884;--dim:#777;--link:#0a58ca;--box:#8881}"
  "@media(prefers-color-scheme:dark){:root{--dim:#aaa;--link:#8ab4f8}}"
  "*{box-sizing:border-box}"
  "body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:64rem;padding:0 1rem 3rem}"
  "header{border-bottom:1px solid var(--line);padding:.75rem 0;margin-bottom:1.5rem}"
  "header a{margin-right:1.25rem}"
  "a{color:var(--link);text-decoration:none}a:hover,a:focus{text-decoration:underline}"
  "h1{font-size:1.7rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.2rem;margin:2rem 0 .5rem}"
  "code,textarea,pre{font:.9rem/1.5 ui-monospace,monospace}"
  "code{overflow-wrap:anywhere}"
  "small,.dim{color:var(--dim)}small{font-size:.8rem}"
  ".wide{overflow-x:auto}"
  "table{border-collapse:collapse;width:100%}"
  "th,td{border-bottom:1px solid var(--line);padding:.35rem .75rem .35rem 0;text-align:left;"
  "vertical-align:top;overflow-wrap:anywhere}"
  "table.facts th{width:14rem;font-weight:normal;color:var(--dim)}"
  "th.n,td.n{text-align:right;white-space:nowrap}"
  "ul{margin:0;padding:0;list-style:none}li+li{margin-top:.15rem}"
  "textarea{width:100%;min-height:14rem;padding:.6rem;border:1px solid var(--line);"
  "border-radius:4px;background:var(--box);color:inherit}"
  "select,button{font:inherit;padding:.3rem .8rem;margin:.6rem .6rem 0 0}"
  "pre{background:var(--box);padding:.75rem;overflow-x:auto;white-space:pre-wrap}"
  ".fault{border-left:4px solid #c33;padding:.5rem .75rem;background:var(--box)}"
  "nav.formats a{margin-right:.75rem}";

ln_view
ln_sheet_style(void)
{
  return (ln_view){STYLE, sizeof(STYLE) - 1U};
}

void
ln_sheet_text(ln_out* const out, const ln_view text)
{
  ln_markup_xml(out, text);
}

void
ln_sheet_begin(ln_out* const out, const ln_view title)
{
  ln_out_put_view(out,
                  LN_V("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<title>"));
  ln_sheet_text(out, title);
  ln_out_put_view(out, LN_V("</title>\n<style>"));
  ln_out_put_view(out, ln_sheet_style());
  ln_out_put_view(out,
                  LN_V("</style>\n</head>\n<body>\n<header><nav aria-label=\"Pages\">"
                       "<a href=\"/\">Overview</a><a href=\"/sparql\">Query</a></nav></header>\n"
                       "<main>\n"));
}

void
ln_sheet_end(ln_out* const out)
{
  ln_out_put_view(out, LN_V("</main>\n</body>\n</html>\n"));
}

ln_status
ln_sheet_number(ln_out* const out, const uint64_t n)
{
  ln_text         text = {0};
  const ln_status st   = ln_text_add_number(&text, n);
  ln_out_put_view(out, ln_text_view(&text));
  ln_text_clear(&text);
  return st;
}

static void
put_link(ln_out* const out, const ln_view link, const ln_view title, const ln_view name)
{
  ln_out_put_view(out, LN_V("<a href=\""));
  ln_sheet_text(out, link);
  ln_out_put_view(out, LN_V("\" title=\""));
  ln_sheet_text(out, title);
  ln_out_put_view(out, LN_V("\">"));
  ln_sheet_text(out, name);
  ln_out_put_view(out, LN_V("</a>"));
}

/* Only what a browser fetches becomes a link: never a script or a file. */
static void
put_elsewhere(ln_out* const out, const ln_view iri, const ln_view name)
{
  if (ln_view_starts(iri, LN_V("http://")) || ln_view_starts(iri, LN_V("https://"))) {
    put_link(out, iri, iri, name);
  } else {
    ln_out_put_view(out, LN_V("<code>"));
    ln_sheet_text(out, iri);
    ln_out_put_view(out, LN_V("</code>"));
  }
}

static ln_view
last_part(const ln_view iri)
{
  size_t at = iri.n;
  while (at > 0U && iri.s[at - 1U] != '/' && iri.s[at - 1U] != '#' && iri.s[at - 1U] != ':') {
    --at;
  }
  return at < iri.n ? ln_view_from(iri, at) : iri;
}

static void
put_literal(ln_out* const out, const ln_read_term* const term)
{
  const ln_view type  = last_part(term->datatype);
  const bool    plain = term->datatype.n == 0U || ln_view_ends(term->datatype, LN_V("#string"));
  ln_out_put_view(out, LN_V("<span"));
  if (term->lang.n > 0U) {
    ln_out_put_view(out, LN_V(" lang=\""));
    ln_sheet_text(out, term->lang);
    ln_out_put_byte(out, '"');
  }
  ln_out_put_byte(out, '>');
  ln_sheet_text(out, term->text);
  ln_out_put_view(out, LN_V("</span>"));
  if (term->lang.n > 0U || !plain) {
    ln_out_put_view(out, LN_V(" <small>"));
    ln_sheet_text(out, term->lang.n > 0U ? term->lang : type);
    ln_out_put_view(out, LN_V("</small>"));
  }
}

ln_status
ln_sheet_term(ln_out* const out, const ln_holdings* const holdings, const uint32_t term)
{
  const ln_read_term t    = ln_dataset_term(ln_holdings_set(holdings), term);
  ln_text            link = {0};
  ln_status          st   = LN_OK;
  if (t.kind == LN_LITERAL) {
    put_literal(out, &t);
  } else if (t.kind == LN_BLANK) {
    ln_out_put_view(out, LN_V("<span class=\"dim\">without a name</span>"));
  } else if (ln_holdings_describes(holdings, term)) {
    st = ln_holdings_link(holdings, term, &link);
    put_link(out, ln_text_view(&link), t.text, ln_holdings_name(holdings, term));
  } else {
    put_elsewhere(out, t.text, ln_holdings_name(holdings, term));
  }
  ln_text_clear(&link);
  return st == LN_OK ? out->status : st;
}

ln_status
ln_sheet_read_term(ln_out* const             out,
                   const ln_holdings* const  holdings,
                   const ln_read_term* const term)
{
  const uint32_t known =
    term->kind == LN_IRI ? ln_dataset_find(ln_holdings_set(holdings), term) : LN_ABSENT;
  if (known != LN_ABSENT) {
    return ln_sheet_term(out, holdings, known);
  }
  if (term->kind == LN_LITERAL) {
    put_literal(out, term);
  } else if (term->kind == LN_IRI) {
    put_elsewhere(out, term->text, last_part(term->text));
  } else if (term->kind == LN_BLANK) {
    ln_out_put_view(out, LN_V("<span class=\"dim\">_:"));
    ln_sheet_text(out, term->text);
    ln_out_put_view(out, LN_V("</span>"));
  }
  return out->status;
}
