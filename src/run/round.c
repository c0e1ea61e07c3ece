/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The input is gone through twice, first as liner check does, in all layers, then as liner export
   does, quad by quad, and a third time to write it if there is something new. It may be saved again
   in between; then the next round is due already and puts it right. Invariant: `before` is what the
   output says, as far as one was written; a round that must not be written leaves it alone, so that
   no change is ever lost. At first it is read from the output that is there. */

#include "run/round.h"

#include "base/text.h"
#include "graph/read.h"
#include "map/mapping.h"
#include "run/output.h"
#include "sink/changes.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* A pass over the input, quad by quad. */
typedef struct {
  ln_round*          round;
  const ln_snapshot* before;
  ln_log*            log;
  ln_text            place;
} passing;

static bool
has_target(const ln_job* const job)
{
  return job->output || job->follow.patch;
}

static ln_log*
silent_log(ln_finding_set* const findings)
{
  static const ln_log_policy POLICY = {0};
  ln_log* const              log    = ln_log_new(&POLICY);
  if (log && findings) {
    ln_log_listen(log, ln_finding_set_take, findings);
  }
  return log;
}

/* Sources are numbered from 1 as they are opened. */
static ln_status
keep_sources(const ln_log* const log, ln_dict* const sources)
{
  ln_view path = {0};
  for (uint32_t i = 1U; (path = ln_log_path(log, i)).s != NULL; ++i) {
    uint32_t number = 0U;
    LN_TRY(ln_dict_add(sources, path, &number, NULL));
  }
  return LN_OK;
}

static bool
is_stopped(const ln_job* const job)
{
  return job->stop && *job->stop != 0;
}

static ln_status
check(const ln_job* const job, ln_round* const round)
{
  ln_job        dry = *job;
  ln_log* const log = silent_log(round->found);
  if (!log) {
    return LN_NO_MEM;
  }
  dry.dry      = true;
  dry.keys     = true;
  dry.layers   = LN_LAYER_FACTS | LN_LAYER_EVIDENCE | LN_LAYER_SHORTCUTS;
  dry.output   = NULL;
  ln_status st = ln_run_watched(&dry, log, &round->summary);

  round->summary.errors   = ln_log_count(log, LN_ERROR);
  round->summary.warnings = ln_log_count(log, LN_WARNING);
  const ln_status kept    = keep_sources(log, round->sources);
  ln_log_free(log);
  st           = st == LN_OK ? kept : st;
  round->ended = st == LN_OK;
  return st;
}

static ln_status
find_place(passing* const p, const ln_where where)
{
  const ln_place place = ln_log_place(p->log, where);
  ln_text_reset(&p->place);
  LN_TRY(ln_text_add(&p->place, ln_log_path(p->log, where.source)));
  return place.line == 0U ? LN_OK
                          : ln_text_format(&p->place,
                                           place.column > 0U ? ":%llu:%llu" : ":%llu",
                                           (unsigned long long)place.line,
                                           (unsigned long long)place.column);
}

static ln_status
take_quad(void* const self, const ln_quad* const quad)
{
  passing* const p     = self;
  bool           added = false;
  LN_TRY(ln_snapshot_add(p->round->now, quad, &added));
  if (!added || !p->before || ln_snapshot_has(p->before, quad->key)) {
    return LN_OK;
  }
  LN_TRY(ln_diff_text_wants(&p->round->lines, true) ? find_place(p, quad->where) : LN_OK);
  return ln_diff_text_add(&p->round->lines, true, quad, ln_text_view(&p->place));
}

static ln_status
make_sink(void* const self, const ln_names* const names, ln_sink* const sink)
{
  return ln_quad_sink_new(names, take_quad, self, sink);
}

static ln_status
add_removed(const ln_snapshot* const before, ln_round* const round)
{
  for (size_t i = 0U; i < ln_snapshot_size(before); ++i) {
    const ln_quad quad = ln_snapshot_at(before, i);
    if (!ln_snapshot_has(round->now, quad.key)) {
      LN_TRY(ln_diff_text_add(&round->lines, false, &quad, LN_V("")));
    }
  }
  return LN_OK;
}

/* Make the input into quads, and tell those that come and go. */
static ln_status
compare(const ln_rounds* const rounds, ln_round* const round)
{
  ln_job     job     = *rounds->job;
  ln_summary summary = {0};
  passing    p       = {.round = round, .before = rounds->before, .log = silent_log(NULL)};
  round->now         = ln_snapshot_new();
  job.output         = NULL;
  job.validation     = NULL;
  job.tap            = (ln_tap){make_sink, &p, true};
  ln_status st       = p.log && round->now ? ln_run_export(&job, p.log, &summary) : LN_NO_MEM;
  st                 = st == LN_OK ? add_removed(rounds->before, round) : st;
  round->ended       = st == LN_OK;
  ln_log_free(p.log);
  ln_text_clear(&p.place);
  return st;
}

/* What is said of the output goes to the user; the rest was told by the check. */
static void
pass_on(void* const self, const ln_finding* const finding)
{
  ln_rounds* const rounds = self;
  if (finding->code == LN_L0601) {
    rounds->failed = ln_log_add(rounds->log, finding) == LN_OK ? LN_IO : LN_NO_MEM;
  }
}

/* What could be read a moment ago may be being saved again: then this is not the last round. */
static ln_status
write_output(ln_rounds* const rounds, ln_round* const round)
{
  ln_job        job     = *rounds->job;
  ln_summary    summary = {0};
  ln_log* const log     = silent_log(NULL);
  job.validation        = NULL;
  if (!log) {
    return LN_NO_MEM;
  }
  ln_log_listen(log, pass_on, rounds);
  const ln_status st = ln_run_export(&job, log, &summary);
  round->written     = st == LN_OK;
  ln_log_free(log);
  LN_TRY(rounds->failed);
  return st == LN_NO_MEM || is_stopped(&job) ? st : LN_OK;
}

static void
put_changes(const ln_rounds* const rounds, const ln_round* const round, ln_out* const out)
{
  ln_changes changes = {.form = LN_CHANGES_PATCH, .out = out};
  ln_status  st      = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < ln_snapshot_size(rounds->before); ++i) {
    const ln_quad quad = ln_snapshot_at(rounds->before, i);
    st = ln_snapshot_has(round->now, quad.key) ? st : ln_changes_put(&changes, false, &quad);
  }
  for (size_t i = 0U; st == LN_OK && i < ln_snapshot_size(round->now); ++i) {
    const ln_quad quad = ln_snapshot_at(round->now, i);
    st = ln_snapshot_has(rounds->before, quad.key) ? st : ln_changes_put(&changes, true, &quad);
  }
  ln_changes_end(&changes);
  ln_changes_clear(&changes);
  out->status = out->status == LN_OK ? st : out->status;
}

static bool
write_all(const int fd, ln_view bytes)
{
  while (bytes.n > 0U) {
    const ssize_t n = write(fd, bytes.s, bytes.n);
    if (n < 0 && errno != EINTR) {
      return false;
    }
    bytes = ln_view_from(bytes, n > 0 ? (size_t)n : 0U);
  }
  return true;
}

/* One transaction behind those that are there. One that was not written whole is taken away again,
   so that the file can be read. */
static bool
append(const char* const path, const ln_view bytes)
{
  const int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0) {
    return false;
  }
  const off_t end   = lseek(fd, 0, SEEK_END);
  const bool  done  = write_all(fd, bytes) && (fsync(fd) == 0 || errno == EINVAL);
  const int   error = errno;
  const bool  back  = done || end < 0 || ftruncate(fd, end) == 0;
  const bool  whole = close(fd) == 0 && done && back;
  errno             = done ? errno : error;
  return whole;
}

static ln_status
write_patch(const ln_rounds* const rounds, const ln_round* const round)
{
  const char* const path = rounds->job->follow.patch;
  ln_out*           out  = NULL;
  LN_TRY(ln_out_memory(&out));
  put_changes(rounds, round, out);
  ln_status st = out->status;
  if (st == LN_OK && !append(path, ln_out_bytes(out))) {
    st = ln_output_unwritable(rounds->log, path, ln_errno_text(errno));
  }
  ln_out_abandon(out);
  return st;
}

static ln_status
write_targets(ln_rounds* const rounds, ln_round* const round)
{
  const bool changed = round->lines.n_side[0] + round->lines.n_side[1] > 0U;
  if (rounds->job->output && (changed || rounds->stale)) {
    rounds->stale = true;
    LN_TRY(write_output(rounds, round));
    rounds->stale = !round->written;
  }
  const bool patch = rounds->job->follow.patch && changed && rounds->before;
  return patch ? write_patch(rounds, round) : LN_OK;
}

static ln_status
take_triple(void* const self, const ln_read_triple* const triple)
{
  ln_snapshot* const snapshot = self;
  ln_quad_text       text     = {{0}, {0}};
  ln_quad            quad;
  bool               added = false;
  ln_status          st    = ln_quad_of(triple, 1U, &text, &quad);
  st                       = st == LN_OK ? ln_snapshot_add(snapshot, &quad, &added) : st;
  ln_quad_text_clear(&text);
  return st;
}

static bool
can_be_read(const char* const path)
{
  return path && strcmp(path, "-") != 0 && ln_run_is_graph(path) && access(path, R_OK) == 0;
}

/* What the last run left is what the first round is compared with, if it can be read. */
static ln_status
read_output(ln_rounds* const rounds)
{
  const ln_job* const job     = rounds->job;
  const ln_reading    reading = {.path = job->output, .base = job->base, .stop = job->stop};
  ln_log* const       log     = silent_log(NULL);
  ln_snapshot* const  before  = ln_snapshot_new();
  bool                whole   = false;
  uint32_t            source  = 0U;
  ln_status           st      = log && before ? LN_OK : LN_NO_MEM;
  st = st == LN_OK ? ln_log_source(log, ln_view_of(job->output), NULL, NULL, &source) : st;
  st = st == LN_OK ? ln_read_triples(&reading, source, log, take_triple, before, &whole) : st;
  ln_log_free(log);
  if (st == LN_OK && whole) {
    rounds->before = before;
    return LN_OK;
  }
  ln_snapshot_free(before);
  return st == LN_NO_MEM || is_stopped(job) ? st : LN_OK;
}

static ln_view
name_of(const void* const self, const ln_view subject)
{
  const ln_round_names* const names = self;
  const ln_view               now   = ln_snapshot_name(names->now, subject);
  return now.n > 0U ? now : ln_snapshot_name(names->before, subject);
}

static ln_status
begin(ln_rounds* const rounds, ln_round* const round)
{
  *round         = (ln_round){.found = ln_finding_set_new(), .sources = ln_dict_new()};
  rounds->stale  = rounds->stale || !rounds->known;
  const bool old = !rounds->before && !rounds->known && can_be_read(rounds->job->output);
  LN_TRY(old ? read_output(rounds) : LN_OK);
  round->first = !rounds->before;
  round->lines = (ln_diff_text){.most = rounds->job->follow.most, .name = name_of};
  return round->found && round->sources ? LN_OK : LN_NO_MEM;
}

/* A run that could not come to its end is a matter of the input, which is told with the findings;
   the rest ends everything. */
static ln_status
forgive(const ln_rounds* const rounds, const ln_round* const round, const ln_status st)
{
  const ln_status kept = round->found ? ln_finding_set_status(round->found) : LN_OK;
  if (kept != LN_OK || st == LN_NO_MEM) {
    return LN_NO_MEM;
  }
  return is_stopped(rounds->job) ? LN_STOP : LN_OK;
}

ln_status
ln_round_make(ln_rounds* const rounds, ln_round* const round)
{
  LN_TRY(begin(rounds, round));
  ln_status st = check(rounds->job, round);
  LN_TRY(forgive(rounds, round, st));
  const bool faulty = round->summary.errors > 0U && !rounds->job->follow.despite_errors;
  round->kept       = has_target(rounds->job) && (!round->ended || faulty);
  if (!round->ended || round->kept) {
    return LN_OK;
  }
  st = compare(rounds, round);
  LN_TRY(forgive(rounds, round, st));
  return round->ended ? write_targets(rounds, round) : LN_OK;
}

void
ln_round_keep(ln_rounds* const rounds, ln_round* const round)
{
  if (round->now && round->ended) {
    ln_snapshot_free(rounds->before);
    rounds->before = round->now;
    round->now     = NULL;
  }
  if (round->ended) {
    ln_finding_set_free(rounds->known);
    ln_dict_free(rounds->sources);
    rounds->known   = round->found;
    rounds->sources = round->sources;
    rounds->rows    = round->summary.rows;
    round->found    = NULL;
    round->sources  = NULL;
  }
  ln_round_clear(round);
}

void
ln_round_clear(ln_round* const round)
{
  ln_snapshot_free(round->now);
  ln_finding_set_free(round->found);
  ln_dict_free(round->sources);
  ln_diff_text_clear(&round->lines);
  *round = (ln_round){0};
}

void
ln_rounds_clear(ln_rounds* const rounds)
{
  ln_snapshot_free(rounds->before);
  ln_finding_set_free(rounds->known);
  ln_dict_free(rounds->sources);
}
