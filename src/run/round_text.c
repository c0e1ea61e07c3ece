/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What a round of liner watch tells: one line with the time and the numbers, then what changed
   thing by thing, then findings that are new, then those that are mended. */

#include "run/round.h"

#include "base/text.h"

#include <time.h>

/* Findings that are shown. */
enum { NEW = 100, MENDED = 20 };

/* The time of day where the user is. */
static ln_status
add_time(ln_text* const line)
{
  const time_t now  = time(NULL);
  struct tm    here = {0};
  if (!localtime_r(&now, &here)) {
    return LN_OK;
  }
  return ln_text_format(line, "%02d:%02d:%02d ", here.tm_hour, here.tm_min, here.tm_sec);
}

static ln_status
add_count(ln_text* const line, const uint64_t n, const char* const noun, const char* const behind)
{
  LN_TRY(ln_text_add_number(line, n));
  return ln_text_format(line, " %s%s%s", noun, n == 1U ? "" : "s", behind);
}

static ln_status
add_rows(const ln_rounds* const rounds, const ln_round* const round, ln_text* const line)
{
  const uint64_t rows   = round->summary.rows;
  const uint64_t before = rounds->rows;
  LN_TRY(add_count(line, rows, "row", ""));
  if (!rounds->known || rows == before) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(line, rows > before ? LN_V(" (+") : LN_V(" (-")));
  LN_TRY(ln_text_add_number(line, rows > before ? rows - before : before - rows));
  return ln_text_add_byte(line, ')');
}

static ln_status
add_triples(const ln_round* const round, ln_text* const line)
{
  const uint64_t removed = round->lines.n_side[0];
  const uint64_t added   = round->lines.n_side[1];
  const uint64_t all     = ln_snapshot_size(round->now);
  if (round->first) {
    return add_count(line, all, "triple", "");
  }
  if (removed + added == 0U) {
    LN_TRY(add_count(line, all, "triple", ""));
    return ln_text_add(line, LN_V(" as before"));
  }
  LN_TRY(add_count(line, removed, "triple", " removed, "));
  LN_TRY(ln_text_add_number(line, added));
  LN_TRY(ln_text_add(line, LN_V(" added, ")));
  LN_TRY(ln_text_add_number(line, all - added));
  return ln_text_add(line, LN_V(" the same"));
}

static ln_status
add_targets(const ln_rounds* const rounds, const ln_round* const round, ln_text* const line)
{
  const ln_job* const job  = rounds->job;
  const char* const   path = job->output ? job->output : job->follow.patch;
  if (round->written) {
    return ln_text_format(line, "; %s is written", path);
  }
  if (path && (round->kept || !round->ended)) {
    return ln_text_format(line, "; %s stays as it was", path);
  }
  return LN_OK;
}

static ln_status
add_head(const ln_rounds* const rounds,
         const ln_round* const  round,
         const ln_view          changed,
         ln_text* const         line)
{
  LN_TRY(add_time(line));
  if (changed.n > 0U) {
    LN_TRY(ln_text_add(line, changed));
    LN_TRY(ln_text_add(line, LN_V(": ")));
  }
  if (!round->ended) {
    LN_TRY(ln_text_add(line, LN_V("cannot be read")));
    return add_targets(rounds, round, line);
  }
  LN_TRY(add_rows(rounds, round, line));
  LN_TRY(ln_text_add(line, LN_V(", ")));
  if (round->now) {
    LN_TRY(add_triples(round, line));
    LN_TRY(ln_text_add(line, LN_V(", ")));
  }
  LN_TRY(add_count(line, round->summary.warnings, "warning", ", "));
  LN_TRY(add_count(line, round->summary.errors, "error", ""));
  return add_targets(rounds, round, line);
}

/* Whether there is anything to tell but that a file was saved. */
static bool
is_new(const ln_rounds* const rounds, const ln_round* const round)
{
  return !round->ended || !rounds->known || round->written ||
         round->lines.n_side[0] + round->lines.n_side[1] > 0U ||
         ln_finding_set_lacking(round->found, rounds->known, LN_V(""), 0U, NULL) > 0U ||
         ln_finding_set_lacking(rounds->known, round->found, LN_V(""), 0U, NULL) > 0U;
}

ln_status
ln_round_tell(const ln_rounds* const rounds,
              ln_round* const        round,
              const ln_view          changed,
              ln_out* const          out)
{
  const ln_round_names names = {rounds->before, round->now};
  ln_text              line  = {0};
  if (changed.n == 0U && !is_new(rounds, round)) {
    return LN_OK;
  }
  ln_status st = add_head(rounds, round, changed, &line);
  ln_out_put_view(out, ln_text_view(&line));
  ln_out_put_byte(out, '\n');
  ln_text_clear(&line);
  LN_TRY(st);
  if (round->ended && round->now && !round->first) {
    round->lines.self = &names;
    st                = ln_diff_text_write(&round->lines, out);
    round->lines.self = NULL;
  }
  (void)ln_finding_set_lacking(round->found, rounds->known, LN_V(""), NEW, out);
  if (round->ended && rounds->known) {
    (void)ln_finding_set_lacking(rounds->known, round->found, LN_V("mended: "), MENDED, out);
  }
  return st == LN_OK ? out->status : st;
}
