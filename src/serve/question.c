/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A question becomes a reply: the query is read, the form of the answer chosen, the query run, the
   answer written. Runs in a process of its own, so that it may take all its time. */

#include "serve/question.h"

#include "query/answer.h"
#include "query/query.h"
#include "serve/accept.h"
#include "serve/desk.h"
#include "serve/excerpt.h"
#include "serve/sheet.h"

#include <stdint.h>
#include <stdio.h>

enum { FORMS_MOST = 5 };

/* A form of an answer: its media type and its short name. */
typedef struct {
  const char* type;
  const char* name;
} wording;

/* Those of solutions, then those of graphs. */
static const wording FORMS[2][FORMS_MOST] = {{{"application/sparql-results+json", "json"},
                                              {"application/sparql-results+xml", "xml"},
                                              {"text/csv", "csv"},
                                              {"text/tab-separated-values", "tsv"},
                                              {"text/html", "html"}},
                                             {{"text/turtle", "turtle"},
                                              {"application/n-triples", "ntriples"},
                                              {"application/ld+json", "jsonld"},
                                              {"text/html", "html"}}};

enum { HTML_ROWS = 1000 };

static size_t
forms_of(const wording* const forms)
{
  size_t n = 0U;
  while (n < FORMS_MOST && forms[n].type) {
    ++n;
  }
  return n;
}

/* Which form is wanted: the one named, else by the Accept header. SIZE_MAX: none. */
static size_t
choose(const ln_question* const question, const wording* const forms)
{
  const char*  types[FORMS_MOST] = {NULL};
  const size_t n                 = forms_of(forms);
  for (size_t i = 0U; i < n; ++i) {
    types[i] = forms[i].type;
    if (ln_view_equals(question->format, ln_view_of(forms[i].name))) {
      return i;
    }
  }
  return question->format.n > 0U ? SIZE_MAX : ln_accept_best(question->accept, types, n);
}

/* Whether the client would rather see a page: then faults are shown on it. */
static bool
wants_page(const ln_question* const question)
{
  static const char* const TYPES[] = {"application/json", "text/html"};
  return question->format.n > 0U ? ln_view_equals(question->format, LN_V("html"))
                                 : ln_accept_best(question->accept, TYPES, 2U) == 1U;
}

static ln_status
refuse(const ln_question* const question,
       const unsigned           status,
       const ln_view            words,
       ln_reply* const          reply)
{
  if (wants_page(question)) {
    return ln_desk_fault(question->holdings, question->query, status, words, reply);
  }
  return ln_reply_words(reply, status, "%.*s", (int)words.n, words.s);
}

/* What is wrong, with its place in the query. */
static ln_status
explain(const ln_question* const      question,
        const unsigned                status,
        const ln_query_problem* const problem,
        ln_reply* const               reply)
{
  ln_text   words = {0};
  ln_status st    = LN_OK;
  if (problem->line > 0U) {
    st = ln_text_format(&words, "line %zu, column %zu: ", problem->line, problem->column);
  }
  st = st == LN_OK ? ln_text_add(&words, ln_text_view(&problem->message)) : st;
  if (st == LN_OK && problem->hint.n > 0U) {
    st = ln_text_format(&words, "\n%s", problem->hint.s);
  }
  st = st == LN_OK ? refuse(question, status, ln_text_view(&words), reply) : st;
  ln_text_clear(&words);
  return st;
}

static ln_status
write_graph(ln_query* const query, const size_t syntax, ln_out* const out)
{
  ln_term_table* const terms = ln_term_table_new();
  ln_triple_set* const set   = ln_triple_set_new();
  ln_status            st    = terms && set ? LN_OK : LN_NO_MEM;
  for (size_t row = 0U; st == LN_OK && row < ln_query_rows(query); ++row) {
    uint32_t numbers[3] = {0U, 0U, 0U};
    for (size_t i = 0U; st == LN_OK && i < 3U; ++i) {
      const ln_read_term term = ln_query_cell(query, row, i);
      st                      = ln_term_table_add(terms, &term, 1U, &numbers[i]);
    }
    st = st == LN_OK ? ln_triple_set_add(set, numbers[0], numbers[1], numbers[2]) : st;
  }
  st = st == LN_OK ? ln_triple_set_seal(set) : st;
  st = st == LN_OK ? ln_excerpt_write(set, terms, (ln_excerpt_syntax)syntax, out) : st;
  ln_triple_set_free(set);
  ln_term_table_free(terms);
  return st;
}

static ln_status
write_solutions(ln_query* const query, const size_t form, ln_out* const out)
{
  static const ln_answer_form WRITTEN[] = {
    LN_ANSWER_JSON, LN_ANSWER_XML, LN_ANSWER_CSV, LN_ANSWER_TSV};
  return ln_answer_write(query, WRITTEN[form], NULL, 0U, out);
}

static ln_status
put_row(const ln_question* const question,
        ln_query* const          query,
        const size_t             row,
        ln_out* const            out)
{
  ln_out_put_view(out, LN_V("<tr>"));
  for (size_t i = 0U; i < ln_query_columns(query); ++i) {
    const ln_read_term term = ln_query_cell(query, row, i);
    ln_out_put_view(out, LN_V("<td>"));
    LN_TRY(ln_sheet_read_term(out, question->holdings, &term));
    ln_out_put_view(out, LN_V("</td>"));
  }
  ln_out_put_view(out, LN_V("</tr>\n"));
  return out->status;
}

static ln_status
put_table(const ln_question* const question, ln_query* const query, ln_out* const out)
{
  const size_t rows = ln_query_rows(query);
  ln_out_put_view(out, LN_V("<div class=\"wide\"><table>\n<tr>"));
  for (size_t i = 0U; i < ln_query_columns(query); ++i) {
    ln_out_put_view(out, LN_V("<th scope=\"col\">"));
    ln_sheet_text(out, ln_query_column(query, i));
    ln_out_put_view(out, LN_V("</th>"));
  }
  ln_out_put_view(out, LN_V("</tr>\n"));
  for (size_t row = 0U; row < rows && row < HTML_ROWS; ++row) {
    LN_TRY(put_row(question, query, row, out));
  }
  ln_out_put_view(out, LN_V("</table></div>\n"));
  return out->status;
}

static ln_status
write_page(const ln_question* const question, ln_query* const query, ln_out* const out)
{
  const size_t rows = ln_query_rows(query);
  LN_TRY(ln_desk_begin(question->holdings, question->query, out));
  if (ln_query_form_of(query) == LN_QUERY_ASK) {
    ln_out_put_view(out, rows > 0U ? LN_V("<h2>Yes</h2>\n") : LN_V("<h2>No</h2>\n"));
  } else {
    ln_out_put_view(out, LN_V("<h2>"));
    LN_TRY(ln_sheet_number(out, rows));
    ln_out_put_view(out, rows == 1U ? LN_V(" row") : LN_V(" rows"));
    ln_out_put_view(out,
                    rows > HTML_ROWS ? LN_V(", of which the first 1,000 are shown</h2>\n")
                                     : LN_V("</h2>\n"));
    LN_TRY(put_table(question, query, out));
  }
  ln_sheet_end(out);
  return out->status;
}

static ln_status
write_answer(const ln_question* const question, ln_query* const query, ln_reply* const reply)
{
  const bool           graph = ln_query_form_of(query) >= LN_QUERY_CONSTRUCT;
  const wording* const forms = FORMS[graph ? 1 : 0];
  const size_t         at    = choose(question, forms);
  char                 type[LN_REPLY_TYPE];
  if (at == SIZE_MAX) {
    return refuse(question,
                  LN_HTTP_NOT_ACCEPTABLE,
                  graph ? LN_V("triples can be had as Turtle, N-Triples, JSON-LD and HTML")
                        : LN_V("solutions can be had as JSON, XML, CSV, TSV and HTML"),
                  reply);
  }
  const bool text = ln_view_starts(ln_view_of(forms[at].type), LN_V("text/"));
  (void)snprintf(type, sizeof(type), "%s%s", forms[at].type, text ? "; charset=utf-8" : "");
  LN_TRY(ln_reply_begin(reply, LN_HTTP_OK, type));
  if (at + 1U == forms_of(forms)) {
    return write_page(question, query, reply->body);
  }
  return graph ? write_graph(query, at, reply->body) : write_solutions(query, at, reply->body);
}

static ln_status
run(const ln_question* const question, ln_query* const query, ln_reply* const reply)
{
  const ln_query_limits limits  = {.seconds = question->seconds, .memory = question->memory};
  ln_query_problem      problem = {.line = 0U};
  ln_status             st      = ln_query_run(query, &limits, &problem);
  if (st == LN_STOP) {
    st = explain(question, LN_HTTP_UNAVAILABLE, &problem, reply);
  } else if (st == LN_USAGE) {
    st = explain(question, LN_HTTP_BAD, &problem, reply);
  } else if (st == LN_OK) {
    st = write_answer(question, query, reply);
  }
  ln_query_problem_clear(&problem);
  return st;
}

ln_status
ln_question_answer(const ln_question* const question, ln_reply* const reply)
{
  const ln_query_settings settings = {.prefixes   = question->prefixes,
                                      .n_prefixes = question->n_prefixes,
                                      .base       = ln_holdings_base(question->holdings)};
  ln_query_problem        problem  = {.line = 0U};
  ln_query*               query    = NULL;
  const ln_dataset* const set      = ln_holdings_set(question->holdings);
  ln_status               st = ln_query_new(set, question->query, &settings, &query, &problem);
  if (st == LN_USAGE) {
    st = explain(question, LN_HTTP_BAD, &problem, reply);
  } else if (st == LN_OK) {
    st = run(question, query, reply);
  }
  ln_query_free(query);
  ln_query_problem_clear(&problem);
  return st;
}
