/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner compare: each input is converted, or read, into a roster of its entities; then each two are
   held beside each other. An input is a path, or PROFILE=PATH, whose tables are laid out as those
   of the profile. Nothing of the inputs stays in memory but what sorting needs: half of --memory is
   for rosters, the rest for pairs and remarks. */

#include "base/memory.h"
#include "base/text.h"
#include "dispute/contrast.h"
#include "dispute/contrast_report.h"
#include "graph/read.h"
#include "map/mapping.h"
#include "run/output.h"
#include "run/rules.h"
#include "run/run.h"

#include <string.h>
#include <sys/stat.h>

enum { PAIRS_MOST = LN_COMPARE_INPUTS * (LN_COMPARE_INPUTS - 1) / 2 };

/* One input. */
typedef struct {
  char*      path;
  ln_text    profile; ///< empty: that of the job, if there is one
  ln_roster* roster;
  uint32_t   source; ///< of a file of RDF
} compare_side;

typedef struct {
  const ln_job* job;
  ln_log*       log;
  ln_out*       out;
  ln_facts*     terms;
  ln_rulebook   book;
  compare_side  sides[LN_COMPARE_INPUTS];
  ln_view       titles[LN_COMPARE_INPUTS];
  size_t        n;
  compare_side* at; ///< the one that is read
  ln_remarks*   remarks;
  ln_contrast   comparisons[PAIRS_MOST];
  size_t        n_pairs;
  const char*   error;
} compare_run;

/* ---- inputs ---- */

static bool
is_profile(const ln_view name)
{
  ln_view found = {0};
  ln_view title = {0};
  for (size_t i = 0U; ln_run_profile(i, &found, &title); ++i) {
    if (ln_view_equals(found, name)) {
      return true;
    }
  }
  return ln_view_find(name, '/') < name.n;
}

/* What the word in front of `=` says, unless there is a file of the whole name. */
static ln_status
split_input(compare_side* const side, char* const input, ln_view* const title)
{
  const ln_view whole  = ln_view_of(input);
  const size_t  equals = ln_view_find(whole, '=');
  const ln_view name   = ln_view_first(whole, equals);
  struct stat   found;
  side->path = input;
  *title     = whole;
  if (equals == whole.n || stat(input, &found) == 0 || !is_profile(name)) {
    return LN_OK;
  }
  side->path = input + equals + 1U;
  *title     = name;
  return ln_text_add(&side->profile, name);
}

static ln_status
split_inputs(compare_run* const r)
{
  for (size_t i = 0U; i < r->job->n_inputs && i < LN_COMPARE_INPUTS; ++i) {
    LN_TRY(split_input(&r->sides[i], r->job->inputs[i], &r->titles[i]));
    r->n = i + 1U;
  }
  for (size_t i = 1U; i < r->n; ++i) {
    if (ln_view_equals(r->titles[i], r->titles[i - 1U])) {
      r->titles[i]      = ln_view_of(r->job->inputs[i]);
      r->titles[i - 1U] = ln_view_of(r->job->inputs[i - 1U]);
    }
  }
  return LN_OK;
}

/* ---- reading ---- */

static ln_status
take_triple(void* const self, const ln_read_triple* const triple)
{
  const compare_side* const side = self;
  return ln_roster_triple(side->roster, side->source, triple);
}

static ln_status
read_graph(const compare_run* const r, compare_side* const side)
{
  const ln_reading reading = {
    .path = side->path, .base = r->job->base, .lines = true, .stop = r->job->stop};
  bool whole = false;
  LN_TRY(ln_log_source(r->log, ln_view_of(side->path), NULL, NULL, &side->source));
  return ln_read_triples(&reading, side->source, r->log, take_triple, side, &whole);
}

static ln_status
make_sink(void* const self, const ln_names* const names, ln_sink* const sink)
{
  const compare_run* const r = self;
  return ln_roster_sink(r->at->roster, names, r->log, sink);
}

static ln_status
convert(compare_run* const r, compare_side* const side, ln_summary* const summary)
{
  ln_job     job     = *r->job;
  ln_summary own     = {0};
  r->at              = side;
  job.input          = side->path;
  job.inputs         = &side->path;
  job.n_inputs       = 1U;
  job.output         = NULL;
  job.layers         = LN_LAYER_FACTS;
  job.profile        = side->profile.n > 0U ? side->profile.s : job.profile;
  job.tap            = (ln_tap){make_sink, r, true};
  const ln_status st = ln_run_export(&job, r->log, &own);
  summary->rows += own.rows;
  summary->rows_reported += own.rows_reported;
  summary->descriptions += own.descriptions;
  summary->triples += own.triples;
  return st;
}

static ln_status
note_empty(const compare_run* const r, const size_t i)
{
  return ln_roster_size(r->sides[i].roster) > 0U
           ? LN_OK
           : ln_report(r->log,
                       LN_L0930,
                       LN_KEPT,
                       (ln_where){0},
                       LN_V(""),
                       "%s has nothing that the rules call an entity",
                       ln_shown(r->log, r->titles[i]));
}

static ln_status
read_side(compare_run* const r, const size_t i, ln_summary* const summary)
{
  compare_side* const side   = &r->sides[i];
  const bool          given  = side->profile.n > 0U || r->job->profile;
  const size_t        memory = r->job->memory / (2U * r->n);
  LN_TRY(ln_roster_new(&r->book, r->terms, memory, &side->roster));
  LN_TRY(!given && ln_run_is_graph(side->path) ? read_graph(r, side) : convert(r, side, summary));
  LN_TRY(ln_roster_seal(side->roster));
  return note_empty(r, i);
}

/* ---- comparing ---- */

static ln_status
compare_all(compare_run* const r)
{
  LN_TRY(ln_remarks_new(r->job->memory / 8U, &r->remarks));
  for (size_t i = 0U; i < r->n; ++i) {
    for (size_t k = i + 1U; k < r->n; ++k) {
      ln_contrast* const c = &r->comparisons[r->n_pairs++];
      *c                   = (ln_contrast){.book    = &r->book,
                                           .terms   = r->terms,
                                           .rosters = {r->sides[i].roster, r->sides[k].roster},
                                           .sides   = {i, k},
                                           .titles  = r->titles,
                                           .memory  = r->job->memory / 4U,
                                           .remarks = r->remarks};
      LN_TRY(ln_contrast_run(c, &r->error));
    }
  }
  return LN_OK;
}

static ln_status
show(compare_run* const r)
{
  typedef ln_status (*form)(const ln_contrast_report* report, ln_out* out);
  static const form        forms[] = {[LN_FORM_TEXT]     = ln_contrast_text,
                                      [LN_FORM_MARKDOWN] = ln_contrast_markdown,
                                      [LN_FORM_JSON]     = ln_contrast_json,
                                      [LN_FORM_CSV]      = ln_contrast_csv,
                                      [LN_FORM_RDF]      = ln_contrast_rdf};
  const ln_contrast_report report  = {.book        = &r->book,
                                      .comparisons = r->comparisons,
                                      .n           = r->n_pairs,
                                      .titles      = r->titles,
                                      .remarks     = r->remarks,
                                      .log         = r->log,
                                      .verbose     = r->job->verbosity > 0};
  return forms[r->job->form](&report, r->out);
}

/* Why a temporary file failed; a fault of an input was told already. */
static ln_status
report_spill(const compare_run* const r)
{
  const char* error = r->error ? r->error : "";
  for (size_t i = 0U; i < r->n && !*error; ++i) {
    error = r->sides[i].roster ? ln_roster_error(r->sides[i].roster) : "";
  }
  error              = !*error && r->remarks ? ln_remarks_error(r->remarks) : error;
  const ln_status st = *error ? ln_report(r->log,
                                          LN_L0605,
                                          LN_NO_OUTPUT,
                                          (ln_where){0},
                                          LN_V(""),
                                          "what is compared needs a temporary file: %s",
                                          error)
                              : LN_OK;
  return st == LN_NO_MEM ? st : LN_IO;
}

static ln_status
run_all(compare_run* const r, ln_summary* const summary)
{
  r->terms = ln_facts_new();
  if (!r->terms) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_rules_read(r->job, "comparisons.csv", r->terms, r->log, &r->book));
  LN_TRY(split_inputs(r));
  for (size_t i = 0U; i < r->n; ++i) {
    LN_TRY(read_side(r, i, summary));
  }
  LN_TRY(compare_all(r));
  return show(r);
}

static void
clear(compare_run* const r)
{
  for (size_t i = 0U; i < r->n_pairs; ++i) {
    ln_contrast_clear(&r->comparisons[i]);
  }
  for (size_t i = 0U; i < r->n; ++i) {
    ln_roster_free(r->sides[i].roster);
    ln_text_clear(&r->sides[i].profile);
  }
  ln_remarks_free(r->remarks);
  ln_rulebook_clear(&r->book);
  ln_facts_free(r->terms);
  ln_free(r);
}

ln_status
ln_run_compare(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  compare_run* const r = ln_alloc_zero(1U, sizeof(compare_run));
  if (!r) {
    return LN_NO_MEM;
  }
  r->job       = job;
  r->log       = log;
  ln_status st = ln_output_open(log, job->output, &r->out);
  if (st == LN_OK) {
    st = run_all(r, summary);
    st = st == LN_IO ? report_spill(r) : st;
  }
  st = ln_output_close(log, job->output, r->out, st);
  clear(r);
  return st;
}
