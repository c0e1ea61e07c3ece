/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The form is sent as it stands by any browser, so that an address holds the whole question and can
   be kept and passed on. */

#include "serve/desk.h"

#include "base/text.h"
#include "rdf/iri.h"
#include "serve/sheet.h"

static const char* const START =
  "SELECT ?thing ?label WHERE {\n  ?thing rdfs:label ?label\n}\nORDER BY ?label\nLIMIT 100\n";

ln_status
ln_desk_begin(const ln_holdings* const holdings, const ln_view query, ln_out* const out)
{
  static const char* const FORMATS[][2] = {{"html", "as a page"},
                                           {"json", "JSON"},
                                           {"xml", "XML"},
                                           {"csv", "CSV"},
                                           {"tsv", "TSV"},
                                           {"turtle", "Turtle (CONSTRUCT, DESCRIBE)"},
                                           {"ntriples", "N-Triples (CONSTRUCT, DESCRIBE)"},
                                           {"jsonld", "JSON-LD (CONSTRUCT, DESCRIBE)"}};
  (void)holdings;
  ln_sheet_begin(out, LN_V("Query"));
  ln_out_put_view(out,
                  LN_V("<h1>Query</h1>\n<form action=\"/sparql\" method=\"get\">\n"
                       "<label for=\"query\">A query of SPARQL 1.1. The prefixes of the data and "
                       "of the ontology are known.</label>\n"
                       "<textarea id=\"query\" name=\"query\" spellcheck=\"false\" "
                       "autocapitalize=\"off\">\n"));
  ln_sheet_text(out, query.n > 0U ? query : ln_view_of(START));
  ln_out_put_view(out, LN_V("</textarea>\n<label>Answer <select name=\"format\">\n"));
  for (size_t i = 0U; i < sizeof(FORMATS) / sizeof(FORMATS[0]); ++i) {
    ln_out_put_view(out, LN_V("<option value=\""));
    ln_out_put_view(out, ln_view_of(FORMATS[i][0]));
    ln_out_put_view(out, LN_V("\">"));
    ln_out_put_view(out, ln_view_of(FORMATS[i][1]));
    ln_out_put_view(out, LN_V("</option>\n"));
  }
  ln_out_put_view(out, LN_V("</select></label><button>Ask</button>\n</form>\n"));
  return out->status;
}

ln_status
ln_desk_reply(const ln_holdings* const holdings, ln_reply* const reply)
{
  LN_TRY(ln_reply_begin(reply, LN_HTTP_OK, "text/html; charset=utf-8"));
  LN_TRY(ln_desk_begin(holdings, LN_V(""), reply->body));
  ln_sheet_end(reply->body);
  return reply->body->status;
}

ln_status
ln_desk_fault(const ln_holdings* const holdings,
              const ln_view            query,
              const unsigned           status,
              const ln_view            message,
              ln_reply* const          reply)
{
  LN_TRY(ln_reply_begin(reply, status, "text/html; charset=utf-8"));
  LN_TRY(ln_desk_begin(holdings, query, reply->body));
  ln_out_put_view(reply->body, LN_V("<h2>No answer</h2>\n<pre class=\"fault\" role=\"alert\">"));
  ln_sheet_text(reply->body, message);
  ln_out_put_view(reply->body, LN_V("</pre>\n"));
  ln_sheet_end(reply->body);
  return reply->body->status;
}

ln_status
ln_desk_description(ln_reply* const reply)
{
  LN_TRY(ln_reply_begin(reply, LN_HTTP_OK, "text/turtle; charset=utf-8"));
  ln_out_put_view(
    reply->body,
    LN_V("@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .\n"
         "@prefix formats: <http://www.w3.org/ns/formats/> .\n\n"
         "[] a sd:Service ;\n"
         "  sd:endpoint <> ;\n"
         "  sd:supportedLanguage sd:SPARQL11Query ;\n"
         "  sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML,\n"
         "    formats:SPARQL_Results_CSV, formats:SPARQL_Results_TSV, formats:Turtle,\n"
         "    formats:N-Triples, formats:JSON-LD .\n"));
  return reply->body->status;
}

/* A link to the things of a class, as a query. */
static ln_status
put_class(ln_out* const out, const ln_holdings* const h, const ln_holding* const class)
{
  const ln_view iri   = ln_dataset_term(ln_holdings_set(h), class->term).text;
  ln_text       query = {0};
  ln_text       link  = {0};
  ln_status     st    = ln_text_format(&query,
                                "SELECT ?thing ?label WHERE {\n  ?thing a <%.*s> .\n"
                                       "  OPTIONAL { ?thing rdfs:label ?label }\n}\n"
                                       "ORDER BY ?label ?thing\nLIMIT 1000\n",
                                (int)iri.n,
                                iri.s);
  st                  = st == LN_OK ? ln_text_add(&link, LN_V("/sparql?query=")) : st;
  st                  = st == LN_OK ? ln_iri_encode(ln_text_view(&query), &link) : st;
  ln_out_put_view(out, LN_V("<tr><td>"));
  st = st == LN_OK ? ln_sheet_term(out, h, class->term) : st;
  ln_out_put_view(out, LN_V("</td><td class=\"n\"><a href=\""));
  ln_sheet_text(out, ln_text_view(&link));
  ln_out_put_view(out, LN_V("&amp;format=html\">"));
  st = st == LN_OK ? ln_sheet_number(out, class->n) : st;
  ln_out_put_view(out, LN_V("</a></td></tr>\n"));
  ln_text_clear(&query);
  ln_text_clear(&link);
  return st;
}

static ln_status
put_classes(ln_out* const out, const ln_holdings* const h)
{
  enum { SHOWN = 100 };
  size_t                  n       = 0U;
  const ln_holding* const classes = ln_holdings_classes(h, &n);
  if (n == 0U) {
    return LN_OK;
  }
  ln_out_put_view(out,
                  LN_V("<h2>What there is</h2>\n<table>\n<tr><th scope=\"col\">Class</th>"
                       "<th scope=\"col\" class=\"n\">Things</th></tr>\n"));
  for (size_t i = 0U; i < n && i < SHOWN; ++i) {
    const bool named = ln_dataset_kind(ln_holdings_set(h), classes[i].term) == LN_IRI;
    LN_TRY(named ? put_class(out, h, &classes[i]) : LN_OK);
  }
  ln_out_put_view(out, LN_V("</table>\n"));
  return LN_OK;
}

ln_status
ln_desk_overview(const ln_holdings* const holdings, ln_reply* const reply)
{
  LN_TRY(ln_reply_begin(reply, LN_HTTP_OK, "text/html; charset=utf-8"));
  ln_out* const out = reply->body;
  ln_sheet_begin(out, LN_V("Overview"));
  ln_out_put_view(out, LN_V("<h1>Overview</h1>\n<p>"));
  LN_TRY(ln_sheet_number(out, ln_dataset_size(ln_holdings_set(holdings))));
  ln_out_put_view(out, LN_V(" triples about "));
  LN_TRY(ln_sheet_number(out, ln_holdings_subjects(holdings)));
  ln_out_put_view(out, LN_V(" things. Things whose addresses begin with <code>"));
  ln_sheet_text(out, ln_holdings_base(holdings));
  ln_out_put_view(out,
                  LN_V("</code> have pages here, under the rest of their addresses. "
                       "Programs ask at <a href=\"/sparql\"><code>/sparql</code></a>.</p>\n"));
  LN_TRY(put_classes(out, holdings));
  ln_sheet_end(out);
  return out->status;
}
