/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Both inputs are gone through twice. The first time only hashes of their quads are kept, with
   their numbers (base/difference.h); then the numbers of those that one side lacks are known, in
   order, and the second time these quads are written as they pass, each still with its cell. So no
   text is ever sorted, and memory has a bound at any size. What is wrong with the data is reported
   the first time only. */

#include "run/diff.h"

#include "base/difference.h"
#include "base/pack.h"
#include "graph/read.h"
#include "run/diff_text.h"
#include "run/output.h"
#include "run/spool.h"
#include "sink/changes.h"
#include "sink/quad.h"

#include <string.h>

typedef struct {
  const ln_diff* diff;
  ln_log*        log;  ///< of the pass at hand
  ln_log*        loud; ///< of the user
  ln_difference* difference;
  ln_side        side;       ///< that is gone through
  uint64_t       number;     ///< of the next quad
  uint64_t       counted[2]; ///< quads of each side, the first time
  ln_side        wanted_side;
  uint64_t       wanted;  ///< number of the next quad that the other side lacks
  bool           ended;   ///< there is none
  bool           partial; ///< some file of RDF was not read to its end
  bool           blank;   ///< some quad has a blank node
  bool           telling; ///< the second pass
  ln_quad_text   text;
  ln_out*        out;
  ln_out*        lists[2]; ///< N-Quads of each side, or NULL
  ln_changes     changes;
  ln_diff_text   lines;
  ln_text        place;
  ln_spool       copies[2]; ///< of what can be read once only
} diff_run;

static ln_status
open_outputs(diff_run* const r)
{
  LN_TRY(ln_output_open(r->loud, r->diff->job->output, &r->out));
  r->changes.out = r->out;
  LN_TRY(r->diff->removed ? ln_output_open(r->loud, r->diff->removed, &r->lists[0]) : LN_OK);
  return r->diff->added ? ln_output_open(r->loud, r->diff->added, &r->lists[1]) : LN_OK;
}

static ln_status
next_wanted(diff_run* const r)
{
  const ln_status st = ln_difference_next(r->difference, &r->wanted_side, &r->wanted);
  r->ended           = st == LN_END;
  return st == LN_END ? LN_OK : st;
}

/* `people.csv:4:3`, or the line of a file. */
static ln_status
find_place(diff_run* const r, const ln_quad* const quad)
{
  const ln_view path  = ln_log_path(r->log, quad->where.source);
  ln_place      place = {.line = quad->line};
  if (quad->line == 0U) {
    place = ln_log_place(r->log, quad->where);
  }
  ln_text_reset(&r->place);
  LN_TRY(ln_text_add(&r->place, path));
  if (place.line > 0U) {
    LN_TRY(ln_text_format(&r->place, ":%llu", (unsigned long long)place.line));
  }
  return place.column > 0U ? ln_text_format(&r->place, ":%llu", (unsigned long long)place.column)
                           : LN_OK;
}

/* In Update a blank node is a new one, or none at all. */
static ln_status
refuse_blank(const diff_run* const r, const ln_quad* const quad)
{
  return ln_report(r->loud,
                   LN_L0761,
                   LN_NO_VALUE,
                   (ln_where){0},
                   LN_V(""),
                   "SPARQL Update cannot name the blank node of %s",
                   ln_shown(r->loud, quad->key));
}

static ln_status
write_quad(diff_run* const r, const bool added, const ln_quad* const quad)
{
  if (r->diff->form == LN_DIFF_TEXT) {
    const bool wanted = ln_diff_text_wants(&r->lines, added);
    LN_TRY(wanted ? find_place(r, quad) : LN_OK);
    return ln_diff_text_add(&r->lines, added, quad, ln_text_view(&r->place));
  }
  if (r->diff->form == LN_DIFF_UPDATE && quad->blank) {
    return refuse_blank(r, quad);
  }
  LN_TRY(ln_changes_put(&r->changes, added, quad));
  return r->out->status;
}

static ln_status
list_quad(ln_out* const out, const ln_quad* const quad)
{
  ln_out_put_view(out, quad->triple);
  if (quad->graph.n > 0U) {
    ln_out_put_byte(out, ' ');
    ln_out_put_view(out, quad->graph);
  }
  ln_out_put_view(out, LN_V(" .\n"));
  return out->status;
}

/* The second pass: the next quad is either the one that is wanted or none of interest. */
static ln_status
tell_quad(diff_run* const r, const ln_quad* const quad)
{
  const uint64_t number = r->number++;
  if (r->ended || r->wanted_side != r->side || number != r->wanted) {
    return LN_OK;
  }
  ln_out* const list = r->lists[r->side];
  LN_TRY(write_quad(r, r->side == LN_SIDE_NEW, quad));
  LN_TRY(list ? list_quad(list, quad) : LN_OK);
  return next_wanted(r);
}

static ln_status
take_quad(void* const self, const ln_quad* const quad)
{
  diff_run* const r = self;
  if (r->telling) {
    return tell_quad(r, quad);
  }
  r->blank = r->blank || quad->blank;
  ++r->counted[r->side];
  return ln_difference_add(r->difference, r->side, quad->key);
}

static ln_status
take_triple(void* const self, const ln_read_triple* const triple)
{
  diff_run* const r = self;
  ln_quad         quad;
  LN_TRY(ln_quad_of(triple, 1U, &r->text, &quad));
  return take_quad(r, &quad);
}

static ln_status
make_sink(void* const self, const ln_names* const names, ln_sink* const sink)
{
  return ln_quad_sink_new(names, take_quad, self, sink);
}

static bool
is_input(const char* const path)
{
  return strcmp(path, "-") == 0;
}

/* What is read only once is read from its copy. */
static ln_status
read_graph(diff_run* const r, const char* const path)
{
  const ln_job* const job     = r->diff->job;
  const char* const   copy    = r->copies[r->side].path.s;
  const bool          stored  = r->diff->stores[r->side] != NULL;
  const ln_reading    reading = {.path   = copy ? copy : path,
                                 .base   = job->base,
                                 .syntax = copy ? "nquads" : NULL,
                                 .lines  = r->telling && r->diff->form == LN_DIFF_TEXT && !stored,
                                 .stop   = job->stop};
  uint32_t            source  = 0U;
  bool                whole   = false;
  const ln_view       name    = is_input(path) && !stored ? LN_V("stdin") : ln_view_of(path);
  LN_TRY(ln_log_source(r->log, name, NULL, NULL, &source));
  LN_TRY(ln_read_triples(&reading, source, r->log, take_triple, r, &whole));
  r->partial = r->partial || !whole;
  return LN_OK;
}

/* Layers are named graphs where the other side can have some. */
static const char*
syntax_like(const char* const other)
{
  return ln_pack_ends(ln_view_of(other), LN_V(".nq .trig")) ? "nquads" : NULL;
}

static ln_status
convert(diff_run* const r, char* const* const input)
{
  ln_job     job     = *r->diff->job;
  ln_summary summary = {0};
  job.to             = syntax_like(job.inputs[r->side == LN_SIDE_OLD ? LN_SIDE_NEW : LN_SIDE_OLD]);
  job.input          = *input;
  job.inputs         = input;
  job.n_inputs       = 1U;
  job.output         = NULL;
  job.tap            = (ln_tap){make_sink, r, true};
  return ln_run_export(&job, r->log, &summary);
}

static ln_status
check_count(const diff_run* const r)
{
  if (r->number == r->counted[r->side]) {
    return LN_OK;
  }
  const ln_status st = ln_report(r->loud,
                                 LN_L0762,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "%s changed while it was compared",
                                 r->diff->job->inputs[r->side]);
  return st == LN_OK ? LN_STOP : st;
}

/* Each input has a log of its own when it is told of, so that places are those of its own files. */
static ln_status
go_through(diff_run* const r, const ln_side side)
{
  static const ln_log_policy SILENT = {0};
  char* const* const         input  = &r->diff->job->inputs[side];
  ln_log* const              silent = r->telling ? ln_log_new(&SILENT) : NULL;
  if (r->telling && !silent) {
    return LN_NO_MEM;
  }
  r->log               = r->telling ? silent : r->loud;
  r->side              = side;
  r->number            = 0U;
  const bool      once = r->copies[side].path.n > 0U;
  const bool      is   = once || (!r->diff->job->profile && ln_run_is_graph(*input));
  const ln_status st   = is ? read_graph(r, *input) : convert(r, input);
  ln_log_free(silent);
  return st == LN_OK && r->telling ? check_count(r) : st;
}

static ln_status
warn_of_blanks(const diff_run* const r)
{
  return r->blank ? ln_report(r->loud,
                              LN_L0760,
                              LN_KEPT,
                              (ln_where){0},
                              LN_V(""),
                              "blank nodes were taken for the same where their labels are")
                  : LN_OK;
}

/* What could not be read would count as removed, and whoever applies the patch would lose it. */
static ln_status
check_whole(const diff_run* const r)
{
  const bool faulty = ln_log_count(r->loud, LN_ERROR) > 0U;
  if (!r->partial && (r->diff->form == LN_DIFF_TEXT || !faulty)) {
    return LN_OK;
  }
  const ln_status st = ln_report(r->loud,
                                 LN_L0763,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "what could not be read would look as if it had been removed");
  return st == LN_OK ? LN_STOP : st;
}

static ln_status
copy_inputs(diff_run* const r)
{
  for (size_t i = 0U; i < 2U; ++i) {
    const ln_store_settings* const store = r->diff->stores[i];
    if (store) {
      LN_TRY(ln_spool_store(&r->copies[i], store, r->loud));
    } else if (is_input(r->diff->job->inputs[i])) {
      LN_TRY(ln_spool_input(&r->copies[i], r->loud));
    }
  }
  return LN_OK;
}

static ln_status
compare(diff_run* const r)
{
  LN_TRY(copy_inputs(r));
  LN_TRY(go_through(r, LN_SIDE_OLD));
  LN_TRY(go_through(r, LN_SIDE_NEW));
  LN_TRY(check_whole(r));
  LN_TRY(warn_of_blanks(r));
  LN_TRY(ln_difference_seal(r->difference));
  r->telling = true;
  LN_TRY(next_wanted(r));
  for (size_t side = 0U; side < 2U; ++side) {
    if (!r->ended && r->wanted_side == (ln_side)side) {
      LN_TRY(go_through(r, (ln_side)side));
    }
  }
  if (r->diff->form == LN_DIFF_TEXT) {
    return ln_diff_text_write(&r->lines, r->out);
  }
  ln_changes_end(&r->changes);
  return r->out->status;
}

static ln_status
report_spill(const diff_run* const r)
{
  const char* const error = ln_difference_error(r->difference);
  const ln_status   st    = *error ? ln_report(r->loud,
                                          LN_L0605,
                                          LN_NO_OUTPUT,
                                          (ln_where){0},
                                          LN_V(""),
                                          "what was compared needs a temporary file: %s",
                                          error)
                                   : LN_OK;
  return st == LN_NO_MEM ? st : LN_IO;
}

static void
count(const diff_run* const r, ln_differed* const differed)
{
  differed->removed = ln_difference_lacking(r->difference, LN_SIDE_OLD);
  differed->added   = ln_difference_lacking(r->difference, LN_SIDE_NEW);
  differed->same    = ln_difference_items(r->difference, LN_SIDE_OLD) - differed->removed;
}

ln_status
ln_run_diff(const ln_diff* const diff, ln_log* const log, ln_differed* const differed)
{
  diff_run r = {
    .diff    = diff,
    .loud    = log,
    .changes = {.form = diff->form == LN_DIFF_UPDATE ? LN_CHANGES_UPDATE : LN_CHANGES_PATCH},
    .lines   = {.most = diff->most}};
  *differed    = (ln_differed){0U, 0U, 0U};
  ln_status st = ln_difference_new(diff->job->memory, &r.difference);
  st           = st == LN_OK ? open_outputs(&r) : st;
  st           = st == LN_OK ? compare(&r) : st;
  if (st == LN_OK) {
    count(&r, differed);
  } else if (st == LN_IO && r.difference) {
    st = report_spill(&r);
  }
  st = ln_output_close(log, diff->removed, r.lists[0], st);
  st = ln_output_close(log, diff->added, r.lists[1], st);
  st = ln_output_close(log, diff->job->output, r.out, st);
  ln_changes_clear(&r.changes);
  ln_diff_text_clear(&r.lines);
  ln_quad_text_clear(&r.text);
  ln_text_clear(&r.place);
  ln_spool_clear(&r.copies[LN_SIDE_OLD]);
  ln_spool_clear(&r.copies[LN_SIDE_NEW]);
  ln_difference_free(r.difference);
  return st;
}
