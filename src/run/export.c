/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The main loop. Rows go down: table -> maker -> [group] -> count -> writer -> out; a status and
   findings come back. Output is opened before anything is read, so that a path that cannot be
   written costs nothing, and takes its name only if all went well. */

#include "run/session.h"

#include "base/text.h"
#include "run/alone.h"
#include "run/annotations.h"
#include "run/crew.h"
#include "run/quotes.h"
#include "run/reject.h"
#include "run/shard.h"
#include "run/void_description.h"
#include "sink/distinct.h"
#include "sink/writers.h"
#include "store/quirk_sink.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

typedef struct {
  ln_session    session;
  ln_summary*   summary;
  ln_out*       out;
  ln_reject*    reject;
  ln_counts     counts;
  ln_sink       writer;
  ln_sink       collect;
  ln_sink       count;
  ln_headcount* headcount;
  ln_sink       counting;
  ln_sink       group;
  ln_sink       testimony;
  ln_annotating annotations;
  ln_sink       distinct;
  ln_sink       quirks;
  ln_sink       quotes;
  ln_sink       descent;
  ln_sink       watch;
  ln_sink       gate;
  ln_sink       head; ///< what makers describe to
  double        start;
  double        shown; ///< when the progress line was drawn last
} export_run;

enum { PROGRESS_ROWS = LN_LANE_ROWS };

static double
now(void)
{
  struct timespec t = {0};
  return clock_gettime(CLOCK_MONOTONIC, &t) == 0 ? (double)t.tv_sec + ((double)t.tv_nsec / 1e9)
                                                 : 0.0;
}

static ln_status
open_output(export_run* const r)
{
  const ln_job* const job   = r->session.job;
  const char*         error = NULL;
  const char* const   path  = job->output ? job->output : "-";
  ln_status           st    = job->dry || job->tap.make ? ln_out_null(&r->out)
                                                        : ln_out_open(path, LN_PACK_BY_NAME, &r->out, &error);
  if (st == LN_IO) {
    const ln_status reported = ln_report(r->session.log,
                                         LN_L0601,
                                         LN_NO_OUTPUT,
                                         (ln_where){0},
                                         LN_V(""),
                                         "%s cannot be written: %s",
                                         path,
                                         error ? error : "unknown reason");
    return reported == LN_OK ? LN_IO : reported;
  }
  LN_TRY(st);
  return job->reject ? ln_reject_open(job->reject, r->session.log, &r->reject) : LN_OK;
}

static bool
is_watched(const export_run* const r)
{
  const ln_watch* const watch = r->session.job->watch;
  return watch && (!watch->grouped || r->session.mapping->group);
}

/* The end of the chain: what writes, and what is kept or counted right before it. */
static ln_status
build_end(export_run* const r)
{
  ln_session* const s = &r->session;
  if (s->job->tap.make) {
    LN_TRY(s->job->tap.make(s->job->tap.self, s->names, &r->writer));
  } else if (!s->job->dry) {
    LN_TRY(ln_session_writer(s, r->out, &r->writer));
  }
  if (s->job->collection) {
    ln_collection to = *s->job->collection;
    to.room          = ln_alone_reason(s) ? 0U : to.room;
    LN_TRY(ln_collect_new(s->names, &to, r->writer, &r->collect));
  }
  ln_sink next = r->collect.ops ? r->collect : r->writer;
  if (s->job->description && next.ops) {
    r->headcount = ln_headcount_new(s->names);
    LN_TRY(r->headcount ? ln_headcount_sink(r->headcount, next, &r->counting) : LN_NO_MEM);
    next = r->counting;
  }
  LN_TRY(ln_count_new(&r->counts, next, &r->count));
  r->head = r->count;
  return LN_OK;
}

/* What changes the graph itself on the way. */
static ln_status
build_middle(export_run* const r)
{
  ln_session* const s = &r->session;
  if (ln_session_retells(s)) {
    LN_TRY(ln_session_retelling(s, &r->annotations, r->head, &r->testimony));
    r->head = r->testimony;
  }
  if ((s->mapping->group && !s->job->tap.scattered) || s->job->frame) {
    LN_TRY(ln_group_new(s->names, r->head, &r->group));
    r->head = r->group;
  } else if (s->job->distinct) {
    LN_TRY(ln_distinct_new(s->names, s->job->memory, r->head, &r->distinct));
    r->head = r->distinct;
  }
  return LN_OK;
}

/* What looks at the graph, adds to it, or holds something back, as the rows give it. */
static ln_status
build_beginning(export_run* const r)
{
  ln_session* const          s     = &r->session;
  const ln_store_kind* const store = ln_session_store(s);
  if (store) {
    LN_TRY(ln_quirk_sink_new(s->names, store, s->log, r->head, &r->quirks));
    r->head = r->quirks;
  }
  if (s->provenance) {
    LN_TRY(ln_descent_new(s->provenance, r->head, &r->descent));
    r->head = r->descent;
  }
  if (s->job->dry && ln_quotes_possible(s)) {
    LN_TRY(ln_quotes_new(s, r->head, &r->quotes));
    r->head = r->quotes;
  }
  if (s->job->gate.make) {
    LN_TRY(s->job->gate.make(s->job->gate.self, s->names, r->head, &r->gate));
    r->head = r->gate;
  }
  if (is_watched(r)) {
    LN_TRY(ln_facts_sink(s->job->watch->facts, s->names, s->job->memory, r->head, &r->watch));
    r->head = r->watch;
  }
  return LN_OK;
}

/* From the end to the beginning: each sink hands on to one that is there already. */
static ln_status
build_chain(export_run* const r)
{
  LN_TRY(build_end(r));
  LN_TRY(build_middle(r));
  return build_beginning(r);
}

static void
show_progress(export_run* const r, const ln_run_table* const t)
{
  const double at = now();
  if (!r->session.job->progress || at - r->shown < 0.2) {
    return;
  }
  r->shown = at;
  (void)fprintf(stderr,
                "\r\033[K%.*s: %" PRIu64 " rows, %.0f rows/s",
                (int)t->path.n,
                t->path.s,
                r->summary->rows,
                (double)r->summary->rows / (at - r->start + 1e-9));
  (void)fflush(stderr);
}

static void
clear_progress(const export_run* const r)
{
  if (r->shown > 0.0) {
    (void)fputs("\r\033[K", stderr);
    (void)fflush(stderr);
  }
}

/* Rows of one table on their way. */
typedef struct {
  export_run*   run;
  ln_run_table* table;
  ln_lane       lane;
} table_run;

static ln_status
reject_row(void* const self, const ln_row* const row)
{
  const table_run* const t = self;
  return t->run->reject ? ln_reject_row(t->run->reject, t->table->table, row->raw) : LN_OK;
}

/* Of a row that is too long to be seen as a whole. */
static ln_status
reject_piece(void* const self, const ln_view piece, const bool begins)
{
  const table_run* const t = self;
  return ln_reject_piece(t->run->reject, t->table->table, piece, begins);
}

static ln_status
take_keys(void* const self, const ln_row* const row)
{
  const table_run* const t = self;
  return ln_session_keys_row(&t->run->session, t->table, t->lane.maker, row);
}

/* Take over what the lane has counted since. */
static void
take_counts(void* const self)
{
  table_run* const t = self;
  t->run->summary->rows += t->lane.rows + t->lane.lost;
  t->run->summary->rows_reported += t->lane.reported + t->lane.lost;
  t->run->summary->placeholders += t->lane.nobody + ln_maker_take_placeholders(t->lane.maker);
  t->lane.nobody   = 0U;
  t->lane.rows     = 0U;
  t->lane.reported = 0U;
  t->lane.lost     = 0U;
  show_progress(t->run, t->table);
}

/* Rows that several workers can make; what they leave is made here, row by row. */
static ln_status
make_shared(table_run* const t, ln_crew** const crew, bool* const shared)
{
  LN_TRY(ln_table_divisible(t->table->table, shared));
  if (!*shared) {
    return LN_OK;
  }
  if (!*crew) {
    LN_TRY(ln_crew_new(&t->run->session, t->table, &t->lane, take_counts, t, crew));
  }
  return ln_crew_make(*crew);
}

/* The first row is made here in any case: behind it the form of the table is certain. */
static ln_status
make_rows(table_run* const t, ln_crew** const crew)
{
  ln_session* const s      = &t->run->session;
  const uint64_t    first  = t->lane.number;
  bool              shared = ln_crew_possible(s, t->table, t->lane.sink);
  t->lane.most             = shared ? 1U : 0U;
  ln_status st             = ln_lane_next(&t->lane);
  while (st == LN_OK) {
    if (shared && t->lane.number > first) {
      LN_TRY(make_shared(t, crew, &shared));
    }
    t->lane.most = shared ? 1U : 0U;
    st           = ln_lane_next(&t->lane);
    if (t->lane.rows >= PROGRESS_ROWS) {
      take_counts(t);
    }
    if (t->lane.number % PROGRESS_ROWS == 0U && ln_session_stopped(s)) {
      return LN_STOP;
    }
  }
  take_counts(t);
  if (st == LN_END && t->lane.number == 0U && t->table->map->optional && !t->table->is_part) {
    return ln_report(s->log,
                     LN_L0111,
                     LN_KEPT,
                     (ln_where){t->table->source, 0U, 0U},
                     LN_V(""),
                     "the table has no rows");
  }
  return st == LN_END ? LN_OK : st;
}

/* With --verbose: what a table gave. */
static void
tell_table(const export_run* const r, const ln_run_table* const t, const ln_summary* const before)
{
  if (r->session.job->verbosity > 0) {
    (void)fprintf(stderr,
                  "liner: %.*s: %" PRIu64 " rows, %" PRIu64 " reported\n",
                  (int)t->path.n,
                  t->path.s,
                  r->summary->rows - before->rows,
                  r->summary->rows_reported - before->rows_reported);
  }
}

static ln_status
make_table(export_run* const r, ln_run_table* const t)
{
  ln_maker* const maker = ln_maker_new(t->plan, r->session.log);
  ln_crew*        crew  = NULL;
  table_run       on    = {.run   = r,
                           .table = t,
                           .lane  = {.table  = t->table,
                                     .maker  = maker,
                                     .log    = r->session.log,
                                     .sink   = r->head,
                                     .number = t->passed,
                                     .reject = reject_row,
                                     .made   = t->n_sets > 0U ? take_keys : NULL}};
  if (!maker) {
    return LN_NO_MEM;
  }
  on.lane.self       = &on;
  const ln_status st = make_rows(&on, &crew);
  ln_crew_free(crew);
  ln_maker_free(maker);
  return st;
}

/* The rows of a table that cannot be made are left out with it. */
static ln_status
count_rows(export_run* const r, ln_run_table* const t)
{
  table_run     on  = {.run = r, .table = t};
  const ln_row* row = NULL;
  ln_status     st  = LN_OK;
  while (st == LN_OK && !ln_session_stopped(&r->session)) {
    st = ln_table_next(t->table, &row);
    if (st == LN_OK && !row->comment) {
      ++r->summary->rows;
      ++r->summary->rows_reported;
      st = reject_row(&on, row);
    }
  }
  r->summary->rows += ln_table_given_up(t->table);
  r->summary->rows_reported += ln_table_given_up(t->table);
  return st == LN_END ? LN_OK : st;
}

/* An input that fails when it is closed was not read to its end, and nothing is to appear. */
static ln_status
close_table(ln_run_table* const t)
{
  ln_table* const table = t->table;
  t->table              = NULL;
  return ln_table_close(table);
}

/* What a row of XML or JSON is made of may stand all over the file: no piece of it could be mended
   and read again by itself. */
static ln_status
check_reject(const export_run* const r)
{
  const ln_session* const s = &r->session;
  for (size_t i = 0U; r->reject && i < s->n_tables; ++i) {
    const ln_run_table* const t = &s->tables[i];
    if (t->present && t->wanted && t->map->dialect.tree) {
      const ln_status st = ln_report(s->log,
                                     LN_L0128,
                                     LN_NO_OUTPUT,
                                     (ln_where){t->source, 0U, 0U},
                                     LN_V(""),
                                     "--reject cannot write rows of XML and JSON");
      return st == LN_OK ? LN_USAGE : st;
    }
  }
  return LN_OK;
}

/* One table from its first row to its last, rejected rows included. */
static ln_status
go_through(export_run* const r, ln_run_table* const t)
{
  const ln_summary before = *r->summary;
  table_run        on     = {.run = r, .table = t};
  if (r->reject) {
    LN_TRY(ln_reject_table(r->reject, t->path));
    ln_table_give_up_to(t->table, reject_piece, &on);
  }
  LN_TRY(t->plan ? make_table(r, t) : count_rows(r, t));
  if (r->reject) {
    ln_reject_end(r->reject, t->table);
  }
  tell_table(r, t, &before);
  return close_table(t);
}

static ln_status
make_tables(export_run* const r)
{
  ln_session* const s = &r->session;
  LN_TRY(ln_shard_is_first(s->job) ? ln_session_describe(s, r->head) : LN_OK);
  for (size_t i = 0U; i < s->n_tables; ++i) {
    ln_run_table* const t = &s->tables[i];
    LN_TRY(t->present && t->wanted ? go_through(r, t) : LN_OK);
  }
  LN_TRY(ln_session_stopped(s) ? LN_STOP : ln_session_keys_finish(s));
  return ln_sink_finish(r->head);
}

static ln_status
report_output(const export_run* const r, const ln_where where, const char* const error)
{
  const char* const path = r->session.job->output;
  return ln_report(r->session.log,
                   LN_L0601,
                   LN_NO_OUTPUT,
                   where,
                   LN_V(""),
                   "%s cannot be written%s%s",
                   path && strcmp(path, "-") != 0 ? path : "standard output",
                   *error ? ": " : "",
                   error);
}

/* Why a run failed that was to be written: the device, or a writer that cannot say a triple. */
static ln_status
report_failure(export_run* const r)
{
  if (r->out && r->out->status == LN_IO) {
    return report_output(r, (ln_where){0}, ln_out_error(r->out));
  }
  const char* error = r->distinct.ops ? ln_distinct_error(r->distinct) : "";
  if (*error) {
    return ln_report(r->session.log,
                     LN_L0605,
                     LN_NO_OUTPUT,
                     (ln_where){0},
                     LN_V(""),
                     "--distinct needs a temporary file: %s",
                     error);
  }
  ln_where where = {0};
  error          = ln_session_writer_error(&r->session, r->writer, &where);
  return *error ? report_output(r, where, error) : LN_OK;
}

static void
free_chain(export_run* const r)
{
  ln_sink_free(r->quotes);
  ln_sink_free(r->descent);
  ln_sink_free(r->watch);
  ln_sink_free(r->quirks);
  ln_sink_free(r->gate);
  ln_sink_free(r->distinct);
  ln_sink_free(r->group);
  ln_sink_free(r->testimony);
  ln_sink_free(r->count);
  ln_sink_free(r->counting);
  ln_headcount_free(r->headcount);
  ln_sink_free(r->collect);
  ln_sink_free(r->writer);
}

/* The rejected rows first: without them the graph would be taken for the whole. */
static ln_status
finish_output(export_run* const r)
{
  LN_TRY(r->reject ? ln_reject_finish(r->reject) : LN_OK);
  const ln_status st = r->out ? ln_out_finish(r->out) : LN_OK;
  if (st == LN_IO) {
    const ln_status reported = report_output(r, (ln_where){0}, ln_out_error(r->out));
    return reported == LN_NO_MEM ? reported : st;
  }
  return st;
}

/* Output takes its name, or nothing appears. Sinks go before the devices they write to. */
static ln_status
close_output(export_run* const r, ln_status st)
{
  if (st == LN_IO && report_failure(r) == LN_NO_MEM) {
    st = LN_NO_MEM;
  }
  free_chain(r);
  st = st == LN_OK ? finish_output(r) : st;
  ln_reject_free(r->reject);
  if (st != LN_OK) {
    ln_out_abandon(r->out);
    return st;
  }
  return ln_out_close(r->out);
}

/* Things that have names, and ids that were settled. */
static ln_status
register_table(ln_register* const ids, const ln_run_table* const t)
{
  const size_t n = t->index && t->map->names.n > 0U ? ln_index_size(t->index) : 0U;
  for (size_t i = 0U; i < n; ++i) {
    const ln_entry* const e = ln_index_entry(t->index, (uint32_t)i);
    LN_TRY(e->label.n > 0U ? ln_register_add(ids, t->map->url, e->key, e->label) : LN_OK);
  }
  return LN_OK;
}

static ln_status
save_ids(export_run* const r)
{
  ln_session* const s = &r->session;
  if (!s->job->register_ids || !s->ids || s->job->dry) {
    return LN_OK;
  }
  for (size_t i = 0U; i < s->n_tables; ++i) {
    LN_TRY(register_table(s->ids, &s->tables[i]));
  }
  ln_text   path = {0};
  ln_status st   = ln_text_add(&path, s->folder);
  st             = st == LN_OK ? ln_text_add(&path, LN_V("ids.csv")) : st;
  st             = st == LN_OK ? ln_register_save(s->ids, path.s, s->log) : st;
  ln_text_clear(&path);
  return st;
}

static ln_status
run(export_run* const r)
{
  LN_TRY(ln_session_bind(&r->session));
  LN_TRY(check_reject(r));
  LN_TRY(ln_shard_take(&r->session));
  LN_TRY(build_chain(r));
  LN_TRY(make_tables(r));
  LN_TRY(r->headcount ? ln_void_write(&r->session, r->headcount, &r->counts) : LN_OK);
  const ln_watch* const watch = r->session.job->watch;
  LN_TRY(is_watched(r) ? watch->judge(watch->self, r->session.log) : LN_OK);
  return save_ids(r);
}

static void
fill_summary(export_run* const r)
{
  ln_log* const log        = r->session.log;
  r->summary->descriptions = r->counts.descriptions;
  r->summary->triples      = r->counts.triples;
  r->summary->notes        = ln_log_count(log, LN_NOTE);
  r->summary->warnings     = ln_log_count(log, LN_WARNING);
  r->summary->errors       = ln_log_count(log, LN_ERROR);
  r->summary->seconds      = now() - r->start;
}

ln_status
ln_run_export(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  export_run r = {.summary = summary, .start = now()};
  *summary     = (ln_summary){0};
  ln_status st = ln_session_open(&r.session, job, log);
  if (st == LN_OK) {
    st = open_output(&r);
  }
  if (st == LN_OK) {
    st = run(&r);
  }
  st = close_output(&r, st);
  clear_progress(&r);
  const ln_status closed = ln_session_close(&r.session);
  fill_summary(&r);
  return st != LN_OK ? st : closed;
}
