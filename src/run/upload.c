/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner load: look what the store has, gather, send, look again. The graph is gathered on disk
   before a byte of it is sent, so that a fault of the data leaves the store as it was, and every
   body has a known length. Invariant: what is told as loaded was counted in the store afterwards.
   Never is a graph moved or copied within a store. */

#include "run/upload.h"

#include "base/random.h"
#include "run/upload_inner.h"

#include <stdio.h>
#include <time.h>

double
ln_upload_now(void)
{
  struct timespec t = {0};
  return clock_gettime(CLOCK_MONOTONIC, &t) == 0 ? (double)t.tv_sec + ((double)t.tv_nsec / 1e9)
                                                 : 0.0;
}

static uint64_t
total_bytes(const ln_gathered* const gathered)
{
  return ln_spill_size(gathered->ground) + ln_spill_size(gathered->blank);
}

void
ln_upload_progress(ln_upload_run* const run, const uint64_t bytes)
{
  const double now = ln_upload_now();
  if (!run->upload->job->progress || now - run->shown < 0.2) {
    return;
  }
  run->shown              = now;
  const uint64_t all      = total_bytes(&run->gathered);
  const double   part     = (double)bytes / ((double)all + 1e-9);
  const double   triples  = part * (double)run->gathered.triples;
  const double   rate     = triples / (now - run->start + 1e-9);
  const double   expected = part > 0.0 ? (now - run->start) * (1.0 - part) / part : 0.0;
  (void)fprintf(stderr,
                "\r\033[K%.0f of %llu triples, %.0f/s, %.0f s left",
                triples,
                (unsigned long long)run->gathered.triples,
                rate,
                expected);
  (void)fflush(stderr);
}

static void
clear_progress(const ln_upload_run* const run)
{
  if (run->shown > 0.0) {
    (void)fputs("\r\033[K", stderr);
    (void)fflush(stderr);
  }
}

static ln_code
code_of(const ln_store_end end)
{
  switch (end) {
  case LN_STORE_UNREACHED:
    return LN_L1030;
  case LN_STORE_DENIED:
    return LN_L1031;
  case LN_STORE_TOO_LARGE:
    return LN_L1034;
  case LN_STORE_UNSURE:
    return LN_L1033;
  case LN_STORE_DONE:
  case LN_STORE_STOPPED:
  case LN_STORE_FAILED:
    break;
  }
  return LN_L1032;
}

static ln_status
report_end(const ln_upload_run* const   run,
           const char* const            what,
           const ln_store_result* const result)
{
  const char*     said   = ln_shown(run->log, ln_text_view(&result->said));
  const ln_code   code   = code_of(result->end);
  const ln_effect effect = run->sending ? LN_KEPT : LN_NO_OUTPUT;
  const ln_where  none   = {0};
  const ln_status st =
    result->status == 0
      ? ln_report(run->log, code, effect, none, LN_V(""), "cannot %s: %s", what, said)
      : ln_report(run->log,
                  code,
                  effect,
                  none,
                  LN_V(""),
                  "cannot %s: the store answers with status %d: %s",
                  what,
                  result->status,
                  said);
  return st == LN_OK ? LN_IO : st;
}

static ln_status
report_disk(const ln_upload_run* const run)
{
  const char* const error = ln_spill_error(run->gathered.ground);
  const ln_status   st    = ln_report(run->log,
                                 LN_L0605,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "what is to be sent cannot be read from its temporary file: %s",
                                 *error ? error : ln_spill_error(run->gathered.blank));
  return st == LN_OK ? LN_IO : st;
}

ln_status
ln_upload_judge(ln_upload_run* const run, const char* const what, ln_store_result* const result)
{
  run->done->requests += result->requests;
  run->done->repeated += result->repeated;
  result->requests = 0U;
  result->repeated = 0U;
  if (result->end == LN_STORE_DONE) {
    return LN_OK;
  }
  clear_progress(run);
  if (result->end == LN_STORE_STOPPED || result->failure == LN_STOP) {
    return LN_STOP;
  }
  return result->failure == LN_IO ? report_disk(run) : report_end(run, what, result);
}

static ln_status
open_store(ln_upload_run* const run)
{
  const char*     problem = "";
  const ln_status st      = ln_store_open(&run->upload->store, &run->store, &problem);
  if (st != LN_IO) {
    return st;
  }
  const ln_status reported =
    ln_report(run->log, LN_L1030, LN_NO_OUTPUT, (ln_where){0}, LN_V(""), "%s", problem);
  return reported == LN_OK ? LN_IO : reported;
}

static ln_status
count(ln_upload_run* const run, uint64_t* const n)
{
  LN_TRY(ln_store_count(run->store, n, &run->result));
  return ln_upload_judge(run, "count the triples of the graph", &run->result);
}

/* What was said, else what the store calls itself. Fuseki calls itself the same whether it has
   graphs in memory, where they stay as they are, or in TDB2, where they do not; so that tells
   nothing. */
static void
set_kind(ln_upload_run* const run)
{
  const char* const    said = run->upload->store.endpoint->kind;
  const ln_store_kind* kind = said ? ln_store_kind_find(ln_view_of(said))
                                   : ln_store_kind_of_server(ln_text_view(&run->result.server));
  const bool           two  = !said && kind == ln_store_kind_find(LN_V("fuseki"));
  run->kind                 = two || kind == ln_store_kind_at(0U) ? NULL : kind;
  run->job.store            = run->kind ? run->kind->name : NULL;
}

/* All that can be known of the store before anything is sent. */
static ln_status
look_before(ln_upload_run* const run)
{
  LN_TRY(ln_store_greet(run->store, &run->result));
  LN_TRY(ln_upload_judge(run, "begin", &run->result));
  set_kind(run);
  if (run->upload->verify == LN_VERIFY_NONE) {
    return LN_OK;
  }
  if (!ln_store_can_read(run->store)) {
    const ln_status st = ln_report(run->log,
                                   LN_L1035,
                                   LN_NO_OUTPUT,
                                   (ln_where){0},
                                   LN_V(""),
                                   "the store cannot be asked how many triples it has");
    return st == LN_OK ? LN_IO : st;
  }
  LN_TRY(count(run, &run->done->before));
  run->done->counted = true;
  return LN_OK;
}

static ln_status
gather(ln_upload_run* const run)
{
  const ln_upload* const upload = run->upload;
  const double           start  = ln_upload_now();
  bool                   whole  = false;
  LN_TRY(ln_gather(&run->job, upload->skolem, run->log, &run->gathered, &whole));
  run->done->converting = ln_upload_now() - start;
  run->done->triples    = run->gathered.triples;
  run->done->distinct   = run->gathered.distinct;
  run->done->bytes      = total_bytes(&run->gathered);
  LN_TRY(ln_upload_expect(run));
  if (!whole && upload->replace) {
    const ln_status st = ln_report(run->log,
                                   LN_L1036,
                                   LN_NO_OUTPUT,
                                   (ln_where){0},
                                   LN_V(""),
                                   "the graph in the store would be replaced by less than all");
    return st == LN_OK ? LN_STOP : st;
  }
  return run->gathered.named ? ln_report(run->log,
                                         LN_L1037,
                                         LN_KEPT,
                                         (ln_where){0},
                                         LN_V(""),
                                         "graphs that the inputs name all go into the one graph")
                             : LN_OK;
}

/* Both files, one behind the other. */
static ln_status
read_all(void* const self, const uint64_t offset, char* const bytes, const size_t n)
{
  ln_upload_run* const run   = self;
  const uint64_t       first = ln_spill_size(run->gathered.ground);
  const uint64_t       left  = offset < first ? first - offset : 0U;
  const size_t         here  = left < n ? (size_t)left : n;
  ln_upload_progress(run, offset);
  LN_TRY(here > 0U ? ln_spill_get(run->gathered.ground, offset, bytes, here) : LN_OK);
  const uint64_t behind = offset + here - first;
  return here < n ? ln_spill_get(run->gathered.blank, behind, bytes + here, n - here) : LN_OK;
}

/* Nobody knows whether it was done, and the store may be at it still: count now and then until
   there is all, or patience ends. */
static ln_status
wait_for_count(ln_upload_run* const run)
{
  const ln_retry* const retry  = &run->upload->store.retry;
  ln_store_result       result = {.end = LN_STORE_FAILED};
  ln_status             st     = LN_OK;
  for (unsigned i = 0U; st == LN_OK && i < retry->most; ++i) {
    uint64_t              n    = 0U;
    const uint64_t        ms   = ln_retry_wait(retry, i, 0.0, ln_random());
    const struct timespec wait = {(time_t)(ms / 1000U), (long)(ms % 1000U) * 1000000L};
    (void)nanosleep(&wait, NULL);
    st = ln_store_count(run->store, &n, &result);
    if (result.end == LN_STORE_DONE && n == run->done->expected) {
      run->result.end = LN_STORE_DONE;
      break;
    }
  }
  run->done->requests += result.requests;
  ln_store_result_clear(&result);
  return st;
}

/* Whether the old graph has to go first, since triples of it would stay among the new ones. */
static bool
leaves_old(const ln_upload_run* const run)
{
  return run->kind && (run->kind->traits & LN_TRAIT_LEAVES) != 0U;
}

/* There are stores that have neither the old graph nor the new one if they fail in the middle. */
static ln_status
tell_steps(const ln_upload_run* const run)
{
  return leaves_old(run) || (run->kind && (run->kind->traits & LN_TRAIT_ATOMIC_PUT) == 0U)
           ? ln_report(run->log,
                       LN_L1038,
                       LN_KEPT,
                       (ln_where){0},
                       LN_V("Load again if it fails on the way; what is there then is counted."),
                       "%s replaces a graph step by step",
                       run->kind->title)
           : LN_OK;
}

static ln_status
put(ln_upload_run* const run)
{
  const ln_http_source source = {read_all, run, total_bytes(&run->gathered)};
  LN_TRY(tell_steps(run));
  if (leaves_old(run)) {
    LN_TRY(ln_store_empty(run->store, &run->result));
    LN_TRY(ln_upload_judge(run, "empty the graph", &run->result));
  }
  LN_TRY(ln_store_put(run->store, &source, &run->result));
  if (run->result.end == LN_STORE_UNSURE && run->upload->verify != LN_VERIFY_NONE) {
    LN_TRY(wait_for_count(run));
  }
  return ln_upload_judge(run, "replace the graph", &run->result);
}

/* By Update alone: emptied, then filled, between which others see less than all. */
static ln_status
empty_and_fill(ln_upload_run* const run)
{
  const bool begun = run->journal && ln_journal_earlier(run->journal) > 0U;
  LN_TRY(ln_report(run->log,
                   LN_L1038,
                   LN_KEPT,
                   (ln_where){0},
                   LN_V(""),
                   "the graph is emptied and filled in several requests"));
  if (!begun) {
    LN_TRY(ln_store_empty(run->store, &run->result));
    LN_TRY(ln_upload_judge(run, "empty the graph", &run->result));
  }
  return ln_upload_chunks(run);
}

/* What makes this load what it is. */
static ln_status
describe(const ln_upload* const upload, ln_text* const text)
{
  const ln_endpoint* const endpoint = upload->store.endpoint;
  const char* const        parts[]  = {endpoint->graph_store,
                                       endpoint->update,
                                       endpoint->graph,
                                       upload->skolem,
                               upload->replace ? "replace" : "add"};
  for (size_t i = 0U; i < sizeof(parts) / sizeof(parts[0]); ++i) {
    LN_TRY(ln_text_add(text, ln_view_of(parts[i])));
    LN_TRY(ln_text_add_byte(text, '\n'));
  }
  return ln_text_format(text, "%llu", (unsigned long long)upload->chunk);
}

static ln_status
open_journal(ln_upload_run* const run)
{
  const char* const path    = run->upload->journal;
  const char*       problem = "";
  ln_text           load    = {0};
  ln_status         st      = path ? describe(run->upload, &load) : LN_OK;
  if (path && st == LN_OK) {
    st = ln_journal_open(path, ln_text_view(&load), &run->done->before, &run->journal, &problem);
  }
  ln_text_clear(&load);
  if (st == LN_USAGE || st == LN_IO) {
    const ln_status reported = ln_report(run->log,
                                         LN_L1039,
                                         LN_NO_OUTPUT,
                                         (ln_where){0},
                                         LN_V(""),
                                         "%s cannot be used: %s",
                                         path,
                                         problem);
    return reported == LN_OK ? LN_IO : reported;
  }
  return st;
}

static ln_status
send_all(ln_upload_run* const run)
{
  const bool whole = run->upload->replace && ln_store_can_put(run->store);
  run->start       = ln_upload_now();
  run->sending     = true;
  if (whole) {
    LN_TRY(put(run));
  } else {
    LN_TRY(open_journal(run));
    LN_TRY(run->upload->replace ? empty_and_fill(run) : ln_upload_chunks(run));
  }
  run->done->sending = ln_upload_now() - run->start;
  run->done->sent    = true;
  clear_progress(run);
  return LN_OK;
}

static ln_status
report_count(const ln_upload_run* const run, const char* const format, const uint64_t wanted)
{
  const ln_status st = ln_report(run->log,
                                 LN_L1040,
                                 LN_KEPT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "the store has %llu triples in the graph, and %s %llu",
                                 (unsigned long long)run->done->after,
                                 format,
                                 (unsigned long long)wanted);
  return st == LN_OK ? LN_IO : st;
}

/* What was added to a graph that had triples may have been there in part, so that the number says
   only so much. */
static ln_status
check_added(const ln_upload_run* const run)
{
  const ln_uploaded* const d     = run->done;
  const uint64_t           least = d->before > d->expected ? d->before : d->expected;
  if (d->after < least) {
    return report_count(run, "should have at least", least);
  }
  if (d->after > d->before + d->expected) {
    return report_count(run, "should have at most", d->before + d->expected);
  }
  return run->upload->verify == LN_VERIFY_DUMP
           ? LN_OK
           : ln_report(run->log,
                       LN_L1041,
                       LN_KEPT,
                       (ln_where){0},
                       LN_V(""),
                       "the graph had %llu triples before, so the number now proves less",
                       (unsigned long long)d->before);
}

static ln_status
look_after(ln_upload_run* const run)
{
  const bool fresh = run->upload->replace || run->done->before == 0U;
  if (run->upload->verify == LN_VERIFY_NONE) {
    return LN_OK;
  }
  LN_TRY(count(run, &run->done->after));
  if (fresh && run->done->after != run->done->expected) {
    return report_count(run, "should have", run->done->expected);
  }
  LN_TRY(fresh ? LN_OK : check_added(run));
  return run->upload->verify == LN_VERIFY_DUMP ? ln_upload_compare(run, !fresh) : LN_OK;
}

ln_status
ln_run_upload(const ln_upload* const upload, ln_log* const log, ln_uploaded* const uploaded)
{
  ln_upload_run run = {.upload = upload, .job = *upload->job, .log = log, .done = uploaded};
  *uploaded         = (ln_uploaded){0};
  ln_status st      = open_store(&run);
  st                = st == LN_OK ? look_before(&run) : st;
  st                = st == LN_OK ? gather(&run) : st;
  st                = st == LN_OK ? send_all(&run) : st;
  st                = st == LN_OK ? look_after(&run) : st;
  clear_progress(&run);
  const ln_status closed = ln_journal_close(run.journal, st == LN_OK);
  ln_gathered_clear(&run.gathered);
  ln_store_close(run.store);
  ln_store_result_clear(&run.result);
  return st == LN_OK ? closed : st;
}
