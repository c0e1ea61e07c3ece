/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner disagreements: tables are converted on the way, all layers of them, and what would be
   written is kept as far as rules ask for it. Rules are looked at while the tables can still be
   found, so that the report can name lines. The output is opened first, so that a path that cannot
   be written costs nothing. */

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "dispute/brief.h"
#include "dispute/inquiry.h"
#include "map/mapping.h"
#include "run/output.h"
#include "run/rules.h"
#include "run/run.h"
#include "run/validation.h"

typedef struct {
  const ln_job* job;
  ln_log*       log;
  ln_out*       out;
  ln_facts*     facts;
  ln_rulebook   book;
  ln_docket     docket;
} dispute_run;

/* Half of the facts would make wrong findings, so there are none. */
static ln_status
report_full(const dispute_run* const r)
{
  return ln_report(r->log,
                   LN_L0912,
                   LN_KEPT,
                   (ln_where){0},
                   LN_V(""),
                   "what the rules ask for needs more than %zu bytes of memory",
                   r->job->memory);
}

static ln_status
show(dispute_run* const r)
{
  typedef ln_status (*form)(const ln_brief* brief, ln_out* out);
  static const form forms[] = {
    ln_brief_text, ln_brief_markdown, ln_brief_json, ln_brief_html, ln_brief_rdf};
  const ln_view  input = ln_view_of(r->job->input);
  const ln_brief brief = {.facts  = r->facts,
                          .docket = &r->docket,
                          .log    = r->log,
                          .title  = ln_utf8_valid(input) == input.n ? input : LN_V("input")};
  return forms[r->job->form](&brief, r->out);
}

static ln_status
summarise(const dispute_run* const r)
{
  ln_text    text  = {0};
  ln_status  st    = LN_OK;
  const bool grave = ln_docket_count(&r->docket, LN_CONTRADICTION) > 0U ||
                     ln_docket_count(&r->docket, LN_IMPLAUSIBLE) > 0U ||
                     ln_docket_count(&r->docket, LN_TENSION) > 0U;
  if (grave) {
    st = ln_brief_counts(&r->docket, &text);
    st = st == LN_OK ? ln_report(r->log,
                                 LN_L0911,
                                 LN_KEPT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "what is said does not agree: %.*s",
                                 (int)text.n,
                                 text.s)
                     : st;
  }
  ln_text_clear(&text);
  return st;
}

/* Called when all rows are made, and the places of tables can still be found. */
static ln_status
judge(void* const self, ln_log* const log)
{
  dispute_run* const r = self;
  (void)log;
  if (ln_facts_full(r->facts)) {
    return r->out ? report_full(r) : LN_OK;
  }
  LN_TRY(ln_facts_seal(r->facts));
  LN_TRY(ln_inquire(r->facts, &r->book, &r->docket));
  return r->out ? show(r) : summarise(r);
}

static ln_status
run_watched(dispute_run* const r, const ln_job* const of, ln_summary* const summary)
{
  r->facts = ln_facts_new();
  if (!r->facts) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_rules_read(r->job, "disagreements.csv", r->facts, r->log, &r->book));
  const ln_watch watch = {.facts = r->facts, .judge = judge, .self = r, .grouped = r->out == NULL};
  ln_job         job   = *of;
  job.watch            = &watch;
  return job.validation ? ln_run_export_validated(&job, r->log, summary)
                        : ln_run_export(&job, r->log, summary);
}

static void
clear(dispute_run* const r)
{
  ln_docket_clear(&r->docket);
  ln_rulebook_clear(&r->book);
  ln_facts_free(r->facts);
}

ln_status
ln_run_disagreements(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  dispute_run r   = {.job = job, .log = log};
  ln_job      dry = *job;
  ln_status   st  = ln_output_open(log, job->output, &r.out);
  dry.dry         = true;
  dry.output      = NULL;
  dry.layers      = LN_LAYER_FACTS | LN_LAYER_EVIDENCE;
  st              = st == LN_OK ? run_watched(&r, &dry, summary) : st;
  st              = ln_output_close(log, job->output, r.out, st);
  clear(&r);
  return st;
}

ln_status
ln_run_watched(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  dispute_run     r  = {.job = job, .log = log};
  const ln_status st = run_watched(&r, job, summary);
  clear(&r);
  return st;
}
