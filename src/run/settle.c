/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* --on-conflict: the input is gone through twice. The first time all layers are made and nothing is
   written, so that the values of every property that can have one are heard, as facts and as
   claims; then what does not agree is known, and the second time it stays out. Faults are told the
   second time only. */

#include "dispute/settled.h"
#include "map/mapping.h"
#include "run/rules.h"
#include "run/run.h"

typedef struct {
  ln_log*     log; ///< of the user
  ln_facts*   terms;
  ln_rulebook book;
  ln_settled* settled;
} settle_run;

static ln_status
make_hearing(void* const self, const ln_names* const names, ln_sink* const sink)
{
  const settle_run* const r = self;
  return ln_settled_sink(r->settled, names, sink);
}

static ln_status
make_gate(void* const self, const ln_names* const names, const ln_sink next, ln_sink* const sink)
{
  const settle_run* const r = self;
  return ln_settled_gate(r->settled, names, r->log, next, sink);
}

/* What ends the first reading ends the second, which tells why. */
static ln_status
listen(settle_run* const r, const ln_job* const job)
{
  static const ln_log_policy policy = {0};
  ln_log* const              silent = ln_log_new(&policy);
  ln_job                     dry    = *job;
  ln_summary                 unseen = {0};
  dry.output                        = NULL;
  dry.reject                        = NULL;
  dry.layers                        = LN_LAYER_FACTS | LN_LAYER_EVIDENCE;
  dry.keys                          = false;
  dry.frame                         = false;
  dry.progress                      = false;
  dry.register_ids                  = false;
  dry.shards                        = 0U;
  dry.collection                    = NULL;
  dry.validation                    = NULL;
  dry.tap                           = (ln_tap){make_hearing, r, true};
  const ln_status st                = silent ? ln_run_export(&dry, silent, &unseen) : LN_NO_MEM;
  ln_log_free(silent);
  return st == LN_NO_MEM || (st == LN_STOP && job->stop && *job->stop != 0) ? st : LN_OK;
}

static ln_status
prepare(settle_run* const r, const ln_job* const job)
{
  r->terms = ln_facts_new();
  if (!r->terms) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_rules_read(job, "disagreements.csv", r->terms, r->log, &r->book));
  LN_TRY(ln_settled_new(&r->book, r->terms, job->memory / 2U, &r->settled));
  LN_TRY(listen(r, job));
  return ln_settled_seal(r->settled, job->on_conflict);
}

static ln_status
report_spill(const settle_run* const r)
{
  const char* const error = r->settled ? ln_settled_error(r->settled) : "";
  const ln_status   st    = *error ? ln_report(r->log,
                                          LN_L0605,
                                          LN_NO_OUTPUT,
                                          (ln_where){0},
                                          LN_V(""),
                                          "--on-conflict needs a temporary file: %s",
                                          error)
                                   : LN_OK;
  return st == LN_NO_MEM ? st : LN_IO;
}

ln_status
ln_run_settled(const ln_job* const job,
               ln_log* const       log,
               ln_summary* const   summary,
               const ln_run_func   run)
{
  settle_run r    = {.log = log};
  ln_job     then = *job;
  if (job->on_conflict == LN_CONFLICT_ALL) {
    return run(job, log, summary);
  }
  ln_status st = prepare(&r, job);
  st           = st == LN_IO ? report_spill(&r) : st;
  then.gate    = (ln_gate){make_gate, &r};
  st           = st == LN_OK ? run(&then, log, summary) : st;
  ln_settled_free(r.settled);
  ln_rulebook_clear(&r.book);
  ln_facts_free(r.terms);
  return st;
}
