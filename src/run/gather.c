/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Inputs become lines of N-Triples on disk. Lines with blank nodes stand apart, since all that
   hangs together by them must be sent at once. A label means a node of its own in each input, so it
   is made longer by the number of the input. Invariant: the same inputs give the same bytes, on
   which going on after a crash rests. Cost: the disk space of the graph, 24 bytes of memory (or
   disk, in sorted runs) for each triple to know how many are distinct. */

#include "run/gather.h"

#include "graph/read.h"
#include "sink/quad.h"

typedef struct {
  const ln_job* job;
  const char*   skolem;
  ln_log*       log;
  ln_gathered*  to;
  size_t        input; ///< at hand, from 1
  ln_quad_text  text;
  ln_text       line;
  ln_text       key;
  bool          whole;
} gathering;

/* A term, or the new name of a blank node. */
static ln_status
add_term(const gathering* const g, const ln_view term, ln_text* const out)
{
  if (!ln_view_starts(term, LN_V("_:"))) {
    return ln_text_add(out, term);
  }
  LN_TRY(g->skolem ? ln_text_format(out, "<%s", g->skolem) : ln_text_add(out, LN_V("_:")));
  LN_TRY(ln_text_format(out, "i%zu-", g->input));
  LN_TRY(ln_text_add(out, ln_view_from(term, 2U)));
  return g->skolem ? ln_text_add_byte(out, '>') : LN_OK;
}

/* A triple with new names: terms are apart by one blank, and only the last one can hold any. */
static ln_status
rename_blanks(const gathering* const g, const ln_view triple, ln_text* const out)
{
  const size_t  subject   = ln_view_find(triple, ' ');
  const ln_view rest      = ln_view_from(triple, subject + 1U);
  const size_t  predicate = ln_view_find(rest, ' ');
  ln_text_reset(out);
  LN_TRY(add_term(g, ln_view_first(triple, subject), out));
  LN_TRY(ln_text_add_byte(out, ' '));
  LN_TRY(ln_text_add(out, ln_view_first(rest, predicate + 1U)));
  return add_term(g, ln_view_from(rest, predicate + 1U), out);
}

static ln_status
put_line(ln_spill* const spill, const ln_view triple)
{
  LN_TRY(ln_spill_put(spill, triple.s, triple.n));
  return ln_spill_put(spill, " .\n", 3U);
}

static ln_status
take_quad(void* const self, const ln_quad* const quad)
{
  gathering* const   g      = self;
  ln_gathered* const to     = g->to;
  const ln_view      key    = ln_view_first(quad->key, quad->triple.n);
  const bool         rename = quad->blank;
  const bool         apart  = rename && !g->skolem;
  if (rename) {
    LN_TRY(rename_blanks(g, quad->triple, &g->line));
    LN_TRY(rename_blanks(g, key, &g->key));
  }
  LN_TRY(put_line(apart ? to->blank : to->ground, rename ? ln_text_view(&g->line) : quad->triple));
  to->named = to->named || quad->graph.n > 0U;
  to->blanks += apart ? 1U : 0U;
  ++to->triples;
  return ln_difference_add(to->met, LN_SIDE_OLD, rename ? ln_text_view(&g->key) : key);
}

static ln_status
take_triple(void* const self, const ln_read_triple* const triple)
{
  gathering* const g = self;
  ln_quad          quad;
  LN_TRY(ln_quad_of(triple, 1U, &g->text, &quad));
  return take_quad(g, &quad);
}

static ln_status
make_sink(void* const self, const ln_names* const names, ln_sink* const sink)
{
  return ln_quad_sink_new(names, take_quad, self, sink);
}

static ln_status
read_graph(gathering* const g, const char* const path)
{
  const ln_reading reading = {.path = path, .base = g->job->base, .stop = g->job->stop};
  uint32_t         source  = 0U;
  bool             whole   = false;
  LN_TRY(ln_log_source(g->log, ln_view_of(path), NULL, NULL, &source));
  LN_TRY(ln_read_triples(&reading, source, g->log, take_triple, g, &whole));
  g->whole = g->whole && whole;
  return LN_OK;
}

/* Inputs of a profile are the tables of one conversion. */
static ln_status
convert(gathering* const g, char* const* const inputs, const size_t n)
{
  ln_job     job     = *g->job;
  ln_summary summary = {0};
  job.input          = inputs[0];
  job.inputs         = inputs;
  job.n_inputs       = n;
  job.output         = NULL;
  job.tap            = (ln_tap){make_sink, g, true};
  return ln_run_export(&job, g->log, &summary);
}

static ln_status
go_through(gathering* const g)
{
  const ln_job* const job = g->job;
  if (job->profile) {
    g->input = 1U;
    return convert(g, job->inputs, job->n_inputs);
  }
  for (size_t i = 0U; i < job->n_inputs; ++i) {
    g->input = i + 1U;
    LN_TRY(ln_run_is_graph(job->inputs[i]) ? read_graph(g, job->inputs[i])
                                           : convert(g, &job->inputs[i], 1U));
  }
  return LN_OK;
}

static ln_status
report_disk(ln_log* const log, const char* const error)
{
  const ln_status st = ln_report(log,
                                 LN_L0605,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "what is to be sent needs a temporary file: %s",
                                 error);
  return st == LN_NO_MEM ? st : LN_IO;
}

static ln_status
open_files(ln_gathered* const to, const size_t memory, ln_log* const log)
{
  const char* error = "";
  ln_status   st    = ln_spill_open(0U, &to->ground, &error);
  st                = st == LN_OK ? ln_spill_open(0U, &to->blank, &error) : st;
  LN_TRY(st == LN_IO ? report_disk(log, error) : st);
  return ln_difference_new(memory, &to->met);
}

/* The first file that failed, if that was why. */
static ln_status
explain(const ln_gathered* const to, ln_log* const log, const ln_status st)
{
  const char* error = ln_spill_error(to->ground);
  error             = *error ? error : ln_spill_error(to->blank);
  error             = *error ? error : ln_difference_error(to->met);
  return st == LN_IO && *error ? report_disk(log, error) : st;
}

ln_status
ln_gather(const ln_job* const job,
          const char* const   skolem,
          ln_log* const       log,
          ln_gathered* const  gathered,
          bool* const         whole)
{
  gathering      g      = {.job = job, .skolem = skolem, .log = log, .to = gathered, .whole = true};
  const uint64_t errors = ln_log_count(log, LN_ERROR);
  *gathered             = (ln_gathered){0};
  LN_TRY(open_files(gathered, job->memory, log));
  ln_status st       = go_through(&g);
  st                 = st == LN_OK ? ln_difference_seal(gathered->met) : st;
  st                 = explain(gathered, log, st);
  gathered->distinct = st == LN_OK ? ln_difference_items(gathered->met, LN_SIDE_OLD) : 0U;
  *whole             = g.whole && ln_log_count(log, LN_ERROR) == errors;
  ln_quad_text_clear(&g.text);
  ln_text_clear(&g.line);
  ln_text_clear(&g.key);
  return st;
}

void
ln_gathered_clear(ln_gathered* const gathered)
{
  ln_spill_close(gathered->ground);
  ln_spill_close(gathered->blank);
  ln_difference_free(gathered->met);
  *gathered = (ln_gathered){0};
}
