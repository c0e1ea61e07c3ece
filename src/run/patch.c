/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The changes are read once: their hashes go to a changeset (base/changeset.h), the lines that may
   be added to a temporary file, so that they may come through a pipe. The target is read twice, for
   hashes and to be copied, so that it is known what does not fit before anything is written.
   Invariant: the file is there as it was, or with all changes done. Memory has a bound at any size
   of either. */

#include "run/patch.h"

#include "base/pack.h"
#include "base/spill.h"
#include "base/text.h"
#include "graph/read.h"
#include "run/output.h"
#include "sink/quad.h"

#include <inttypes.h>
#include <string.h>

typedef struct {
  const ln_patch* patch;
  ln_log*         log;  ///< of the pass at hand
  ln_log*         loud; ///< of the user
  ln_changeset*   changeset;
  ln_spill*       lines;    ///< of what may be added: their length in 4 bytes, then the line
  bool            removing; ///< a graph of what is to be removed is read
  bool            blank;    ///< some change has a blank node
  bool            copying;  ///< the second pass
  bool            triples;  ///< the output is N-Triples
  uint64_t        number;   ///< of the next quad of the target
  uint64_t        counted;  ///< quads of the target, the first time
  uint64_t        left_out; ///< number of the next quad that is left out
  bool            ended;    ///< there is none
  const char*     error;    ///< why a temporary file failed; empty: it did not
  ln_out*         out;
  ln_quad_text    text;
  ln_text         line;
} patch_run;

static ln_status
keep_error(patch_run* const r, const ln_status st)
{
  if (st == LN_IO) {
    r->error = r->lines ? ln_spill_error(r->lines) : r->error;
  }
  return st;
}

static ln_status
make_line(ln_text* const line, const ln_quad* const quad)
{
  ln_text_reset(line);
  LN_TRY(ln_text_add(line, quad->triple));
  if (quad->graph.n > 0U) {
    LN_TRY(ln_text_add_byte(line, ' '));
    LN_TRY(ln_text_add(line, quad->graph));
  }
  return ln_text_add(line, LN_V(" .\n"));
}

/* Put aside what may have to be written; `*place` is where. */
static ln_status
keep_line(patch_run* const r, const ln_quad* const quad, uint64_t* const place)
{
  LN_TRY(r->lines ? LN_OK : ln_spill_open(0U, &r->lines, &r->error));
  LN_TRY(make_line(&r->line, quad));
  const uint32_t n = (uint32_t)r->line.n;
  *place           = ln_spill_size(r->lines);
  LN_TRY(keep_error(r, ln_spill_put(r->lines, &n, sizeof(n))));
  return keep_error(r, ln_spill_put(r->lines, r->line.s, r->line.n));
}

static ln_status
report(ln_log* const log, const ln_code code, const char* const what)
{
  const ln_status st = ln_report(log, code, LN_NO_OUTPUT, (ln_where){0}, LN_V(""), "%s", what);
  return st == LN_OK ? LN_STOP : st;
}

/* A graph in a file of N-Triples would be lost without a word. */
static ln_status
check_graph(const patch_run* const r, const ln_quad* const quad)
{
  if (!r->triples || quad->graph.n == 0U) {
    return LN_OK;
  }
  const ln_status st = ln_report(r->loud,
                                 LN_L1085,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "N-Triples cannot say that a triple stands in the graph %s",
                                 ln_shown(r->loud, quad->graph));
  return st == LN_OK ? LN_STOP : st;
}

static ln_status
take_change(void* const self, const ln_read_triple* const triple)
{
  patch_run* const r     = self;
  const bool       added = !triple->removed && !r->removing;
  uint64_t         place = 0U;
  ln_quad          quad;
  LN_TRY(ln_quad_of(triple, 1U, &r->text, &quad));
  LN_TRY(added ? check_graph(r, &quad) : LN_OK);
  LN_TRY(added ? keep_line(r, &quad, &place) : LN_OK);
  r->blank = r->blank || quad.blank;
  return ln_changeset_put(r->changeset, quad.key, added, place);
}

/* The second pass. */
static ln_status
copy_quad(patch_run* const r, const ln_quad* const quad)
{
  if (!r->ended && r->number - 1U == r->left_out) {
    const ln_status st = ln_changeset_next_removed(r->changeset, &r->left_out);
    r->ended           = st == LN_END;
    return st == LN_END ? LN_OK : st;
  }
  LN_TRY(make_line(&r->line, quad));
  ln_out_put_view(r->out, ln_text_view(&r->line));
  return r->out->status;
}

static ln_status
take_target(void* const self, const ln_read_triple* const triple)
{
  patch_run* const r = self;
  ln_quad          quad;
  LN_TRY(ln_quad_of(triple, 1U, &r->text, &quad));
  ++r->number;
  if (r->copying) {
    return copy_quad(r, &quad);
  }
  LN_TRY(check_graph(r, &quad));
  return ln_changeset_meet(r->changeset, quad.key);
}

/* Nothing is done of half a patch, and nothing to half a graph. */
static ln_status
read_whole(patch_run* const     r,
           const char* const    path,
           const char* const    syntax,
           const ln_triple_func take)
{
  const ln_reading reading = {
    .path = path, .base = r->patch->base, .syntax = syntax, .stop = r->patch->stop};
  uint32_t source = 0U;
  bool     whole  = false;
  LN_TRY(ln_log_source(r->log, ln_view_of(path), NULL, NULL, &source));
  LN_TRY(ln_read_triples(&reading, source, r->log, take, r, &whole));
  return whole ? LN_OK : report(r->loud, LN_L1083, "a file was not read to its end");
}

static ln_status
read_changes(patch_run* const r)
{
  const ln_patch* const p = r->patch;
  r->removing             = true;
  LN_TRY(p->removed ? read_whole(r, p->removed, NULL, take_change) : LN_OK);
  r->removing = false;
  LN_TRY(p->added ? read_whole(r, p->added, NULL, take_change) : LN_OK);
  return p->changes ? read_whole(r, p->changes, LN_READ_CHANGES, take_change) : LN_OK;
}

/* What the path of the output means: only what needs no prefixes can be written as it is read. */
static ln_status
check_output(patch_run* const r)
{
  const char* const path = r->patch->output ? r->patch->output : r->patch->target;
  r->triples             = ln_pack_ends(ln_view_of(path), LN_V(".nt"));
  if (r->triples || ln_pack_ends(ln_view_of(path), LN_V(".nq")) || strcmp(path, "-") == 0) {
    return LN_OK;
  }
  LN_TRY(ln_report(r->loud,
                   LN_L1084,
                   LN_NO_OUTPUT,
                   (ln_where){0},
                   LN_V(""),
                   "%s would have to be written as N-Triples or N-Quads",
                   ln_shown(r->loud, ln_view_of(path))));
  return LN_USAGE;
}

static ln_status
report_misfit(ln_log* const     log,
              const ln_code     code,
              const uint64_t    n,
              const uint64_t    all,
              const char* const what)
{
  return n == 0U ? LN_OK
                 : ln_report(log,
                             code,
                             LN_KEPT,
                             (ln_where){0},
                             LN_V(""),
                             "triples to be %s: %" PRIu64 " of %" PRIu64,
                             what,
                             n,
                             all);
}

static bool
is_done(const ln_changeset_counts* const n)
{
  return n->removed + n->added == 0U;
}

ln_status
ln_patch_report_fit(ln_log* const log, const ln_changeset_counts* const n)
{
  if (is_done(n)) {
    const bool empty = n->absent + n->present == 0U;
    return ln_report(log,
                     LN_L1082,
                     LN_KEPT,
                     (ln_where){0},
                     LN_V(""),
                     empty ? "the patch changes nothing" : "the patch was applied before");
  }
  LN_TRY(
    report_misfit(log, LN_L1080, n->absent, n->absent + n->removed, "removed that are not there"));
  return report_misfit(
    log, LN_L1081, n->present, n->present + n->added, "added that are there already");
}

static ln_status
warn_of_blanks(const patch_run* const r)
{
  return r->blank ? ln_report(r->loud,
                              LN_L0760,
                              LN_KEPT,
                              (ln_where){0},
                              LN_V(""),
                              "blank nodes were taken for the same where their labels are")
                  : LN_OK;
}

static ln_status
copy_target(patch_run* const r)
{
  static const ln_log_policy SILENT = {0};
  ln_log* const              silent = ln_log_new(&SILENT);
  if (!silent) {
    return LN_NO_MEM;
  }
  r->counted   = r->number;
  r->number    = 0U;
  r->copying   = true;
  r->log       = silent;
  ln_status st = ln_changeset_next_removed(r->changeset, &r->left_out);
  r->ended     = st == LN_END;
  st           = st == LN_END ? LN_OK : st;
  st           = st == LN_OK ? read_whole(r, r->patch->target, NULL, take_target) : st;
  r->log       = r->loud;
  ln_log_free(silent);
  LN_TRY(st);
  return r->number == r->counted && r->ended
           ? LN_OK
           : report(r->loud, LN_L0762, "the graph changed while it was patched");
}

static ln_status
write_added(patch_run* const r)
{
  uint64_t  place = 0U;
  ln_status st    = ln_changeset_next_added(r->changeset, &place);
  for (; st == LN_OK; st = ln_changeset_next_added(r->changeset, &place)) {
    uint32_t n = 0U;
    LN_TRY(keep_error(r, ln_spill_get(r->lines, place, &n, sizeof(n))));
    ln_text_reset(&r->line);
    LN_TRY(ln_text_reserve(&r->line, n));
    LN_TRY(keep_error(r, ln_spill_get(r->lines, place + sizeof(n), r->line.s, n)));
    ln_out_put(r->out, r->line.s, n);
  }
  return st == LN_END ? r->out->status : st;
}

static ln_status
apply(patch_run* const r, ln_changeset_counts* const counts)
{
  const char* const output = r->patch->output ? r->patch->output : r->patch->target;
  LN_TRY(check_output(r));
  LN_TRY(ln_changeset_new(r->patch->memory, &r->changeset));
  LN_TRY(read_changes(r));
  LN_TRY(read_whole(r, r->patch->target, NULL, take_target));
  LN_TRY(ln_changeset_seal(r->changeset));
  *counts = ln_changeset_count(r->changeset);
  LN_TRY(warn_of_blanks(r));
  LN_TRY(ln_patch_report_fit(r->loud, counts));
  if (is_done(counts) && !r->patch->output) {
    return LN_OK;
  }
  LN_TRY(ln_output_open(r->loud, output, &r->out));
  LN_TRY(copy_target(r));
  return write_added(r);
}

/* Temporary files have no path of which something was reported. */
static ln_status
report_spill(patch_run* const r)
{
  const char* const sorting = r->changeset ? ln_changeset_error(r->changeset) : "";
  const char* const error   = *sorting ? sorting : r->error;
  const ln_status   st      = error && *error ? ln_report(r->loud,
                                                   LN_L0605,
                                                   LN_NO_OUTPUT,
                                                   (ln_where){0},
                                                   LN_V(""),
                                                   "the patch needs a temporary file: %s",
                                                   error)
                                              : LN_OK;
  return st == LN_NO_MEM ? st : LN_IO;
}

ln_status
ln_run_patch(const ln_patch* const patch, ln_log* const log, ln_changeset_counts* const counts)
{
  patch_run r  = {.patch = patch, .log = log, .loud = log, .error = ""};
  *counts      = (ln_changeset_counts){0};
  ln_status st = apply(&r, counts);
  st           = st == LN_IO ? report_spill(&r) : st;
  st           = ln_output_close(log, patch->output ? patch->output : patch->target, r.out, st);
  ln_spill_close(r.lines);
  ln_changeset_free(r.changeset);
  ln_quad_text_clear(&r.text);
  ln_text_clear(&r.line);
  return st;
}
