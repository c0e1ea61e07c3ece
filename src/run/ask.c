/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One query: load, read, run, write. A query that cannot be read is told at its own line and
   column, as a source like others. The query is read before the output is opened, so that a mistake
   leaves nothing behind. */

#include "run/ask.h"

#include "run/output.h"
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

static ln_status
answer(const ln_asking* const      asking,
       ln_log* const               log,
       const ln_source_data* const data,
       ln_asked* const             asked)
{
  const ln_query_settings settings = {.prefixes = data->prefixes, .n_prefixes = data->n_prefixes};
  const ln_query_limits   limits   = {
        .seconds = asking->seconds, .memory = asking->job->memory, .stop = asking->job->stop};
  ln_query_problem problem = {.code = LN_L1000};
  ln_query*        q       = NULL;
  ln_status        st      = ln_query_new(data->set, asking->text, &settings, &q, &problem);
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

ln_status
ln_run_ask(const ln_asking* const asking, ln_log* const log, ln_asked* const asked)
{
  ln_source_data data = {.set = NULL};
  ln_status      st   = ln_source_load(&data, asking->job, log);
  st                  = st == LN_OK ? answer(asking, log, &data, asked) : st;
  ln_source_clear(&data);
  return st;
}
