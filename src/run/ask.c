/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One query: load, read, run, write. A query that cannot be read is told at its own line and
   column, as a source like others. The query is read before the output is opened, so that a mistake
   leaves nothing behind. */

#include "run/ask.h"

#include "base/memory.h"
#include "query/store_file.h"
#include "run/output.h"
#include "run/oxigraph.h"
#include "run/session.h"

static ln_status
report_problem(const ln_asking* const        asking,
               ln_log* const                 log,
               const ln_query_problem* const problem,
               const ln_status               st)
{
  ln_spot spot = {
    .place = {.line = problem->line, .column = problem->column, .letter = problem->column}};
  if (st == LN_NO_MEM) {
    return st;
  }
  LN_TRY(ln_log_source(log, ln_view_of(asking->name), NULL, NULL, &spot.source));
  const ln_status told = ln_report_at(log,
                                      problem->code,
                                      LN_NO_OUTPUT,
                                      &spot,
                                      ln_text_view(&problem->hint),
                                      "%s",
                                      problem->message.s);
  return told == LN_NO_MEM ? told : st;
}

/* ---- values ---- */

/* `<IRI>`, an address, or a prefixed name whose prefix is known; anything else is a text. */
static ln_status
read_value(const ln_source_data* const data,
           const ln_view               value,
           ln_text* const              text,
           ln_read_term* const         term)
{
  const size_t colon = ln_view_find(value, ':');
  *term              = (ln_read_term){.kind = LN_LITERAL, .text = value};
  if (value.n > 2U && value.s[0] == '<' && value.s[value.n - 1U] == '>') {
    *term = (ln_read_term){.kind = LN_IRI, .text = {value.s + 1U, value.n - 2U}};
  } else if (ln_view_starts(value, LN_V("http://")) || ln_view_starts(value, LN_V("https://"))) {
    term->kind = LN_IRI;
  }
  for (size_t i = 0U; term->kind == LN_LITERAL && colon < value.n && i < data->n_prefixes; ++i) {
    if (ln_view_equals(data->prefixes[i].name, ln_view_first(value, colon))) {
      LN_TRY(ln_text_add(text, data->prefixes[i].iri));
      LN_TRY(ln_text_add(text, ln_view_from(value, colon + 1U)));
      *term = (ln_read_term){.kind = LN_IRI, .text = ln_text_view(text)};
    }
  }
  return LN_OK;
}

static ln_status
bind_values(const ln_asking* const asking, const ln_source_data* const data, ln_query* const q)
{
  for (size_t i = 0U; i < asking->n_values; ++i) {
    ln_text      text = {0};
    ln_read_term term = {.kind = LN_NONE};
    ln_status    st   = read_value(data, asking->values[i].value, &text, &term);
    st                = st == LN_OK ? ln_query_bind(q, i, &term) : st;
    ln_text_clear(&text);
    LN_TRY(st);
  }
  return LN_OK;
}

/* ---- writing ---- */

static ln_status
write_store(const ln_asking* const asking, ln_log* const log, const ln_source_data* const data)
{
  ln_out* out = NULL;
  LN_TRY(ln_output_open(log, asking->store, &out));
  return ln_output_close(log, asking->store, out, ln_dataset_write(data->set, out));
}

static ln_status
write_graph(const ln_asking* const asking, ln_log* const log, ln_query* const q, ln_out* const out)
{
  ln_session       s     = {.job = asking->job, .log = log, .base = LN_V("")};
  ln_answer_graph* graph = NULL;
  ln_sink          sink  = {NULL, NULL};
  s.names                = ln_names_new();
  ln_status st           = s.names ? ln_answer_graph_new(q, s.names, &graph) : LN_NO_MEM;
  st                     = st == LN_OK ? ln_names_seal(s.names) : st;
  st                     = st == LN_OK ? ln_session_writer(&s, out, &sink) : st;
  st                     = st == LN_OK ? ln_answer_graph_write(graph, sink) : st;
  st                     = st == LN_OK ? ln_sink_finish(sink) : st;
  ln_sink_free(sink);
  ln_answer_graph_free(graph);
  ln_names_free(s.names);
  return st;
}

static ln_status
write_answer(const ln_asking* const      asking,
             ln_log* const               log,
             const ln_source_data* const data,
             ln_query* const             q)
{
  ln_out*             out   = NULL;
  const ln_query_form form  = ln_query_form_of(q);
  const bool          graph = form == LN_QUERY_CONSTRUCT || form == LN_QUERY_DESCRIBE;
  LN_TRY(ln_output_open(log, asking->job->output, &out));
  const ln_status st = graph && !asking->form_given
                         ? write_graph(asking, log, q, out)
                         : ln_answer_write(q, asking->form, data->prefixes, data->n_prefixes, out);
  return ln_output_close(log, asking->job->output, out, st);
}

/* Read, run, write. */
static ln_status
answer_here(const ln_asking* const         asking,
            ln_log* const                  log,
            const ln_source_data* const    data,
            const ln_query_settings* const settings,
            ln_asked* const                asked)
{
  const ln_query_limits limits = {
    .seconds = asking->seconds, .memory = asking->memory, .stop = asking->job->stop};
  ln_query_problem problem = {.code = LN_L1000};
  ln_query*        q       = NULL;
  ln_status        st      = ln_query_new(data->set, asking->text, settings, &q, &problem);
  st                       = st == LN_OK ? bind_values(asking, data, q) : st;
  st                       = st == LN_OK ? ln_query_run(q, &limits, &problem) : st;
  if (st != LN_OK) {
    st = report_problem(asking, log, &problem, st);
  } else {
    asked->rows = ln_query_rows(q);
    asked->yes  = ln_query_form_of(q) != LN_QUERY_ASK || asked->rows > 0U;
    st          = write_answer(asking, log, data, q);
  }
  ln_query_free(q);
  ln_query_problem_clear(&problem);
  return st;
}

static ln_status
answer(const ln_asking* const      asking,
       ln_log* const               log,
       const ln_source_data* const data,
       ln_asked* const             asked)
{
  ln_query_settings settings = {.prefixes = data->prefixes, .n_prefixes = data->n_prefixes};
  ln_view* const    names    = (ln_view*)ln_alloc_zero(asking->n_values + 1U, sizeof(ln_view));
  if (!names) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < asking->n_values; ++i) {
    names[i] = asking->values[i].name;
  }
  settings.variables   = names;
  settings.n_variables = asking->n_values;
  const ln_status st   = asking->engine == LN_ENGINE_OXIGRAPH
                           ? ln_oxigraph_ask(asking, log, data)
                           : answer_here(asking, log, data, &settings, asked);
  ln_free(names);
  return st;
}

ln_status
ln_run_ask(const ln_asking* const asking, ln_log* const log, ln_asked* const asked)
{
  ln_source_data data = {.set = NULL};
  ln_status      st   = ln_source_load(&data, asking->job, log);
  st                  = st == LN_OK && asking->store ? write_store(asking, log, &data) : st;
  st                  = st == LN_OK && asking->text.n > 0U ? answer(asking, log, &data, asked) : st;
  ln_source_clear(&data);
  return st;
}
