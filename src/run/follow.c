/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner watch: wait, settle, look again. Watched are the folders of the input, those of all files
   that were read, and what they stand in, so that a folder that is replaced is found again. Editors
   save in several steps; a round begins when nothing has happened for a while after the last of
   them. What is read is read anew each time: a round knows of the one before only what it said. */

#include "run/follow.h"

#include "base/dict.h"
#include "base/notify.h"
#include "base/text.h"
#include "run/round.h"

#include <errno.h>
#include <string.h>
#include <time.h>

enum {
  SETTLE      = 150,  ///< milliseconds without a change after which files are whole
  SETTLE_MOST = 2000, ///< but no longer than that after the first change
  FOLDERS     = 500,
  NAMES       = 3, ///< of files that are told
};

typedef struct {
  const ln_job* job;
  ln_log*       log;
  FILE*         screen;
  ln_notify*    notify;
  ln_rounds     rounds;
  ln_text       changed; ///< names of files that were saved, for people
  size_t        n_changed;
  ln_text       path;
  bool          due; ///< something that can be read was saved
  bool          told_folders;
} follower;

static ln_status
unwatchable(follower* const f, const char* const path)
{
  const ln_status st = ln_report(f->log,
                                 LN_L1020,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "%s cannot be watched: %s",
                                 path,
                                 ln_errno_text(errno));
  return st == LN_OK ? LN_IO : st;
}

/* The folder of a path, to be had from the system. */
static ln_status
set_folder(ln_text* const text, ln_view path)
{
  while (path.n > 1U && path.s[path.n - 1U] == '/') {
    --path.n;
  }
  size_t n = path.n;
  while (n > 0U && path.s[n - 1U] != '/') {
    --n;
  }
  ln_text_reset(text);
  if (n == 0U) {
    return ln_text_add_byte(text, '.');
  }
  return ln_text_add(text, ln_view_first(path, n > 1U ? n - 1U : n));
}

/* Folders are watched under the names that sources have, without a slash behind. */
static ln_status
watch_input(follower* const f, const char* const input, const bool first)
{
  bool    all  = true;
  ln_view path = ln_view_of(input);
  LN_TRY(set_folder(&f->path, path));
  ln_status st = ln_notify_folder(f->notify, f->path.s);
  if (st == LN_IO && first) {
    return unwatchable(f, f->path.s);
  }
  LN_TRY(st == LN_IO ? LN_OK : st);
  while (path.n > 1U && path.s[path.n - 1U] == '/') {
    --path.n;
  }
  ln_text_reset(&f->path);
  LN_TRY(ln_text_add(&f->path, path));
  st = ln_notify_tree(f->notify, f->path.s, FOLDERS, &all);
  if (st == LN_IO) { /* a file, or nothing yet */
    return LN_OK;
  }
  LN_TRY(st);
  if (all || f->told_folders) {
    return LN_OK;
  }
  f->told_folders = true;
  return ln_report(f->log,
                   LN_L1021,
                   LN_KEPT,
                   (ln_where){0},
                   LN_V(""),
                   "%s has more than %d folders inside; only so many are watched",
                   input,
                   FOLDERS);
}

static ln_status
watch_inputs(follower* const f, const bool first)
{
  for (size_t i = 0U; i < f->job->n_inputs; ++i) {
    LN_TRY(watch_input(f, f->job->inputs[i], first));
  }
  return LN_OK;
}

/* Files may be read from anywhere; a place that does not exist is inside the program. */
static ln_status
watch_sources(follower* const f)
{
  const ln_dict* const sources = f->rounds.sources;
  for (uint32_t i = 0U; sources && i < ln_dict_size(sources); ++i) {
    LN_TRY(set_folder(&f->path, ln_dict_key(sources, i)));
    const ln_status st = ln_notify_folder(f->notify, f->path.s);
    LN_TRY(st == LN_IO ? LN_OK : st);
  }
  return LN_OK;
}

static bool
is_output(const char* const output, const ln_view name)
{
  const char* const slash = output ? strrchr(output, '/') : NULL;
  return output && ln_view_equals(name, ln_view_of(slash ? slash + 1 : output));
}

/* What editors leave beside a file, and what is written here. */
static bool
is_passing(const follower* const f, const ln_view name)
{
  return ln_view_starts(name, LN_V(".")) || ln_view_ends(name, LN_V("~")) ||
         is_output(f->job->output, name) || is_output(f->job->follow.patch, name);
}

/* Only files that were read are named: the others are looked for all the same. */
static ln_status
name_change(follower* const f, const ln_view folder, const ln_view name)
{
  const ln_dict* const sources = f->rounds.sources;
  ln_text_reset(&f->path);
  if (!ln_view_equals(folder, LN_V("."))) {
    LN_TRY(ln_text_add(&f->path, folder));
    LN_TRY(ln_text_add_byte(&f->path, '/'));
  }
  LN_TRY(ln_text_add(&f->path, name));
  const ln_view path = ln_text_view(&f->path);
  if (!sources || ln_dict_find(sources, path) == LN_DICT_NONE ||
      strstr(f->changed.s ? f->changed.s : "", f->path.s)) {
    return LN_OK;
  }
  ++f->n_changed;
  if (f->n_changed > NAMES) {
    return f->n_changed == NAMES + 1U ? ln_text_add(&f->changed, LN_V(" …")) : LN_OK;
  }
  LN_TRY(f->changed.n > 0U ? ln_text_add(&f->changed, LN_V(", ")) : LN_OK);
  return ln_text_add(&f->changed, path);
}

static ln_status
take_change(void* const self, const ln_view folder, const ln_view name, const bool done)
{
  follower* const f = self;
  if (is_passing(f, name)) {
    return LN_OK;
  }
  f->due = f->due || done;
  return done && name.n > 0U ? name_change(f, folder, name) : LN_OK;
}

static int64_t
milliseconds(void)
{
  struct timespec t = {0};
  return clock_gettime(CLOCK_MONOTONIC, &t) == 0
           ? ((int64_t)t.tv_sec * 1000) + (t.tv_nsec / 1000000)
           : 0;
}

static ln_status
wait_for_change(follower* const f)
{
  ln_status st = LN_OK;
  f->due       = false;
  f->n_changed = 0U;
  ln_text_reset(&f->changed);
  while (st == LN_OK && !f->due) {
    st = ln_notify_wait(f->notify, -1, f->job->stop, take_change, f);
  }
  const int64_t end = milliseconds() + SETTLE_MOST;
  while (st == LN_OK && milliseconds() < end) {
    st = ln_notify_wait(f->notify, SETTLE, f->job->stop, take_change, f);
  }
  return st == LN_END ? LN_OK : st;
}

static ln_status
show(const follower* const f, const ln_view text)
{
  if (text.n == 0U) {
    return LN_OK;
  }
  if (fwrite(text.s, 1U, text.n, f->screen) == text.n && fflush(f->screen) == 0) {
    return LN_OK;
  }
  const ln_status st = ln_report(f->log,
                                 LN_L0601,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "standard output cannot be written: %s",
                                 ln_errno_text(errno));
  return st == LN_NO_MEM ? st : LN_IO;
}

static ln_status
do_round(follower* const f)
{
  ln_round  round = {0};
  ln_out*   out   = NULL;
  ln_status st    = ln_round_make(&f->rounds, &round);
  st              = st == LN_OK ? ln_out_memory(&out) : st;
  st = st == LN_OK ? ln_round_tell(&f->rounds, &round, ln_text_view(&f->changed), out) : st;
  st = st == LN_OK ? show(f, ln_out_bytes(out)) : st;
  if (st == LN_OK) {
    ln_round_keep(&f->rounds, &round);
  }
  ln_round_clear(&round);
  ln_out_abandon(out);
  return st;
}

static ln_status
follow(follower* const f)
{
  const ln_status st = ln_notify_new(&f->notify);
  if (st != LN_OK) {
    return st == LN_IO ? unwatchable(f, f->job->input) : st;
  }
  /* Watched first: what is saved during a round is not missed. */
  for (bool first = true;; first = false) {
    LN_TRY(watch_inputs(f, first));
    LN_TRY(do_round(f));
    LN_TRY(watch_sources(f));
    const ln_status waited = wait_for_change(f);
    if (waited != LN_OK) {
      return waited == LN_IO ? unwatchable(f, f->job->input) : waited;
    }
  }
}

ln_status
ln_run_follow(const ln_job* const job, ln_log* const log, FILE* const screen)
{
  follower f         = {.job = job, .log = log, .screen = screen};
  f.rounds.job       = job;
  f.rounds.log       = log;
  const ln_status st = follow(&f);
  ln_rounds_clear(&f.rounds);
  ln_notify_free(f.notify);
  ln_text_clear(&f.changed);
  ln_text_clear(&f.path);
  return st;
}
