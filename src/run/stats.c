/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner stats: tables are converted on the way, and what would be written is counted instead; the
   rest is the same run as that of export, so figures are those of its graph. A graph is read triple
   by triple. What is shown is opened first, so that a path that cannot be written costs nothing. */

#include "base/utf8.h"
#include "graph/read.h"
#include "rdf/prefix.h"
#include "run/output.h"
#include "run/run.h"
#include "stats/figures.h"
#include "stats/show.h"
#include "stats/tally.h"

#include <string.h>

typedef struct {
  const ln_job* job;
  ln_log*       log;
  ln_out*       out;  ///< NULL: nothing is printed
  ln_out*       page; ///< NULL: no page
  ln_tally*     tally;
} stats_run;

static const char*
text_path(const ln_job* const job)
{
  return job->output ? job->output : "-";
}

/* The page takes the place of the text where both would go to standard output. */
static ln_status
open_outputs(stats_run* const r)
{
  const char* const page  = r->job->stats.page;
  const bool        taken = page && strcmp(page, "-") == 0 && strcmp(text_path(r->job), "-") == 0;
  if (page) {
    LN_TRY(ln_output_open(r->log, page, &r->page));
  }
  return taken ? LN_OK : ln_output_open(r->log, text_path(r->job), &r->out);
}

static ln_status
show(stats_run* const r)
{
  const ln_stats_job* const form  = &r->job->stats;
  const ln_show_style       style = {form->width, form->top, form->ascii, form->bold};
  const ln_view             input = ln_view_of(r->job->input);
  const ln_view             title = ln_utf8_valid(input) == input.n ? input : LN_V("input");
  ln_figures                f     = {0};
  ln_status                 st    = ln_figures_init(&f, r->tally, title, form->top);
  if (st == LN_OK && r->out) {
    st = form->json ? ln_show_json(&f, r->out) : ln_show_text(&f, &style, r->out);
  }
  if (st == LN_OK && r->page) {
    st = ln_show_html(&f, &style, r->page);
  }
  ln_figures_clear(&f);
  return st;
}

/* Names of vocabularies that graphs are full of, as their files' own prefixes are not told. */
static ln_status
name_vocabularies(ln_tally* const tally)
{
  ln_text   name = {0};
  ln_text   iri  = {0};
  ln_status st   = ln_tally_prefix(tally, LN_V("ln"), LN_V("https://w3id.org/liner/ns#"));
  for (size_t i = 0U; st == LN_OK && ln_prefix_at(i).n > 0U; ++i) {
    ln_text_reset(&name);
    ln_text_reset(&iri);
    st = ln_text_add(&name, ln_prefix_at(i));
    st = st == LN_OK ? ln_text_add_byte(&name, ':') : st;
    st = st == LN_OK ? ln_prefix_expand(ln_text_view(&name), &iri) : st;
    st = st == LN_OK ? ln_tally_prefix(tally, ln_prefix_at(i), ln_text_view(&iri)) : st;
  }
  ln_text_clear(&name);
  ln_text_clear(&iri);
  return st;
}

typedef struct {
  const stats_run* run;
  ln_summary*      summary;
} graph_run;

static ln_status
take_triple(void* const self, const ln_read_triple* const triple)
{
  const graph_run* const g = self;
  ++g->summary->triples;
  return ln_tally_add(g->run->tally, triple);
}

static ln_status
count_graph(stats_run* const r, ln_summary* const summary)
{
  const ln_reading reading = {.path = r->job->input, .base = r->job->base, .stop = r->job->stop};
  graph_run        g       = {r, summary};
  uint32_t         source  = 0U;
  bool             whole   = false;
  LN_TRY(ln_log_source(r->log, ln_view_of(r->job->input), NULL, NULL, &source));
  LN_TRY(name_vocabularies(r->tally));
  const ln_status st = ln_read_triples(&reading, source, r->log, take_triple, &g, &whole);
  summary->errors    = ln_log_count(r->log, LN_ERROR);
  summary->warnings  = ln_log_count(r->log, LN_WARNING);
  return st;
}

static ln_status
make_tally(void* const self, const ln_names* const names, ln_sink* const sink)
{
  const stats_run* const r = self;
  return ln_tally_sink(r->tally, names, sink);
}

static ln_status
count_tables(stats_run* const r, ln_summary* const summary)
{
  ln_job job = *r->job;
  job.tap    = (ln_tap){make_tally, r, false};
  return ln_run_export(&job, r->log, summary);
}

static ln_status
count(stats_run* const r, ln_summary* const summary)
{
  LN_TRY(!r->job->profile && ln_run_is_graph(r->job->input) ? count_graph(r, summary)
                                                            : count_tables(r, summary));
  const ln_status st = ln_tally_finish(r->tally);
  if (st != LN_IO) {
    return st;
  }
  const ln_status reported = ln_report(r->log,
                                       LN_L0605,
                                       LN_NO_OUTPUT,
                                       (ln_where){0},
                                       LN_V(""),
                                       "what was counted needs a temporary file: %s",
                                       ln_tally_error(r->tally));
  return reported == LN_OK ? LN_IO : reported;
}

ln_status
ln_run_stats(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  stats_run r  = {.job = job, .log = log};
  ln_status st = open_outputs(&r);
  st           = st == LN_OK ? ln_tally_new(job->memory, &r.tally) : st;
  st           = st == LN_OK ? count(&r, summary) : st;
  st           = st == LN_OK ? show(&r) : st;
  st           = ln_output_close(log, job->stats.page, r.page, st);
  st           = ln_output_close(log, job->output, r.out, st);
  ln_tally_free(r.tally);
  return st;
}
