/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Many hands on one table. What a worker needs for itself it has: a part of the table, a maker, a
   fork of the sink, a log, the rows to be mended. Plan, names and indexes are shared and do not
   change. Invariant: what has been handed over is what one worker alone would have given up to the
   same row: bytes, findings with their places, rejected rows, counts. Once nobody looks at findings
   any more they are only counted; that is decided when something is handed over and may reach a
   worker late, never early. Memory: two stretches and their output for each worker. */

#include "run/crew.h"

#include "base/findings.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/worker.h"

#include <stdatomic.h>

enum { THREADS_MOST = 8 }; ///< unless more are asked for
enum { APART = 4096 };     ///< bytes between the things of two workers

typedef struct {
  const ln_run_table* run_table;
  ln_lane             lane;
  ln_findings*        findings;
  ln_text             rejected; ///< rows, one behind the other
  size_t*             ends;     ///< where each of them ends
  size_t              n_ends;
  size_t              cap_ends;
  ln_status           status; ///< of the stretch
  void*
    apart; ///< on the heap, before what the worker writes: no cache line is shared with another's
  char room[APART]; ///< the same in the list of workers
} worker;

struct ln_crew {
  ln_session*         session;
  const ln_run_table* table;
  ln_lane*            lane; ///< of the run
  void (*done)(void* self);
  void*       self;
  worker*     workers;
  size_t      n;
  uint64_t    number; ///< data rows taken
  atomic_bool mute;   ///< nobody looks at findings any more
};

static size_t
threads_of(const ln_job* const job)
{
  if (job->threads > 0U) {
    return job->threads;
  }
  const size_t n = ln_work_processors();
  return n < THREADS_MOST ? n : THREADS_MOST;
}

bool
ln_crew_possible(const ln_session* const s, const ln_run_table* const t, const ln_sink sink)
{
  /* Keys are gathered in one place. */
  return sink.ops->fork && t->n_sets == 0U && ln_plan_row_local(t->plan) && threads_of(s->job) > 1U;
}

static bool
locate(void* const self, const ln_where where, ln_place* const place)
{
  const worker* const w = self;
  if (ln_table_row_number(w->lane.table) != where.row) {
    return false;
  }
  ln_table_place(w->lane.table, where.field, place);
  place->name = ln_session_column(w->run_table, where.field);
  return true;
}

static ln_status
keep_rejected(void* const self, const ln_row* const row)
{
  worker* const w = self;
  if (w->n_ends == w->cap_ends) {
    const size_t  cap  = w->cap_ends ? 2U * w->cap_ends : 16U;
    size_t* const more = ln_realloc(w->ends, cap, sizeof(size_t));
    if (!more) {
      return LN_NO_MEM;
    }
    w->ends     = more;
    w->cap_ends = cap;
  }
  LN_TRY(ln_text_add(&w->rejected, row->raw));
  w->ends[w->n_ends++] = w->rejected.n;
  return LN_OK;
}

static ln_status
keep_none(void* const self, const ln_row* const row)
{
  (void)self;
  (void)row;
  return LN_OK;
}

static ln_status
equip(ln_crew* const c, worker* const w)
{
  ln_lane* const lane = &w->lane;
  w->run_table        = c->table;
  w->apart            = ln_alloc_zero(1U, APART);
  if (!w->apart) {
    return LN_NO_MEM;
  }
  lane->self   = w;
  lane->reject = c->session->job->reject ? keep_rejected : keep_none;
  LN_TRY(ln_findings_new(c->session->log, c->table->source, locate, w, &w->findings));
  lane->log = ln_findings_log(w->findings);
  LN_TRY(ln_table_part(c->table->table, lane->log, &lane->table));
  LN_TRY(c->lane->sink.ops->fork(c->lane->sink.self, &lane->sink));
  lane->maker = ln_maker_new(c->table->plan, lane->log);
  return lane->maker ? LN_OK : LN_NO_MEM;
}

ln_status
ln_crew_new(ln_session* const         s,
            const ln_run_table* const t,
            ln_lane* const            lane,
            void (*const done)(void* self),
            void* const     self,
            ln_crew** const crew)
{
  *crew            = NULL;
  const size_t   n = threads_of(s->job);
  ln_crew* const c = ln_alloc_zero(1U, sizeof(ln_crew));
  if (!c) {
    return LN_NO_MEM;
  }
  c->session   = s;
  c->table     = t;
  c->lane      = lane;
  c->done      = done;
  c->self      = self;
  c->workers   = ln_alloc_zero(n, sizeof(worker));
  ln_status st = c->workers ? LN_OK : LN_NO_MEM;
  while (st == LN_OK && c->n < n) {
    st = equip(c, &c->workers[c->n++]);
  }
  if (st != LN_OK) {
    ln_crew_free(c);
    return st;
  }
  *crew = c;
  return LN_OK;
}

static void
dismiss(worker* const w)
{
  ln_maker_free(w->lane.maker);
  ln_sink_free(w->lane.sink);
  // A part has no device of its own, so there is nothing to fail
  const ln_status closed = ln_table_close(w->lane.table);
  (void)closed;
  ln_findings_free(w->findings);
  ln_text_clear(&w->rejected);
  ln_free(w->ends);
  ln_free(w->apart);
}

void
ln_crew_free(ln_crew* const crew)
{
  if (crew) {
    for (size_t i = 0U; crew->workers && i < crew->n; ++i) {
      dismiss(&crew->workers[i]);
    }
    ln_free(crew->workers);
    ln_free(crew);
  }
}

/* ---- one stretch ---- */

static ln_status
take(void* const self, const size_t number)
{
  ln_crew* const c    = self;
  worker* const  w    = &c->workers[number];
  uint64_t       rows = 0U;
  if (ln_session_stopped(c->session)) {
    return LN_STOP;
  }
  LN_TRY(ln_table_cut(c->table->table, w->lane.table, &rows));
  w->lane.number = c->number;
  c->number += rows;
  return LN_OK;
}

/* How it ended is told when the turn comes, behind what was found up to there. */
static ln_status
work(void* const self, const size_t number)
{
  ln_crew* const c = self;
  worker* const  w = &c->workers[number];
  ln_findings_mute(w->findings, atomic_load(&c->mute));
  do {
    w->status = ln_lane_next(&w->lane);
  } while (w->status == LN_OK);
  return LN_OK;
}

static ln_status
give_rejected(const ln_crew* const c, worker* const w)
{
  size_t begin = 0U;
  for (size_t i = 0U; i < w->n_ends; ++i) {
    const ln_row row = {.raw = {w->rejected.s + begin, w->ends[i] - begin}};
    LN_TRY(c->lane->reject(c->lane->self, &row));
    begin = w->ends[i];
  }
  w->n_ends = 0U;
  ln_text_reset(&w->rejected);
  return LN_OK;
}

static ln_status
give(void* const self, const size_t number)
{
  ln_crew* const c  = self;
  worker* const  w  = &c->workers[number];
  ln_log* const  to = c->session->log;
  LN_TRY(ln_findings_hand_on(w->findings, to));
  LN_TRY(c->lane->sink.ops->join(c->lane->sink.self, w->lane.sink));
  LN_TRY(give_rejected(c, w));
  c->lane->rows += w->lane.rows;
  c->lane->reported += w->lane.reported;
  c->lane->nobody += ln_maker_take_placeholders(w->lane.maker);
  c->lane->lost += w->lane.lost;
  c->lane->number += w->lane.rows;
  w->lane.rows     = 0U;
  w->lane.reported = 0U;
  w->lane.lost     = 0U;
  atomic_store(&c->mute, !ln_log_wants(to));
  if (c->done) {
    c->done(c->self);
  }
  return w->status == LN_END ? LN_OK : w->status;
}

ln_status
ln_crew_make(ln_crew* const crew)
{
  static const ln_work PIECES = {take, work, give};
  crew->number                = crew->lane->number;
  return ln_work_share(&PIECES, crew, crew->n);
}
