/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The input is made into triples twice. The first time their hashes go to a census (base/census.h),
   beside those of the state; then it is known by their numbers which triples are wanted, and the
   second time they are written as they pass. What a changed thing had before is not known any more,
   so it is cleared as a whole; all clearing comes before all inserting, for which the triples wait
   in a temporary file. Graphs are named as in the
   export that left the state. Invariant: a thing is cleared and inserted as a whole or not at all.
   Memory has a bound at any size, but for the largest thing. */

#include "run/since.h"

#include "base/census.h"
#include "base/pack.h"
#include "base/spill.h"
#include "run/output.h"
#include "run/state_file.h"
#include "sink/changes.h"
#include "sink/quad.h"

#include <xxhash.h>

#include <inttypes.h>
#include <string.h>

typedef enum { FORM_UPDATE, FORM_QUADS, FORM_TRIPLES } since_form;

typedef struct {
  const ln_job*   job;
  ln_log*         loud;
  ln_census*      census;
  uint64_t        number;  ///< of the next triple
  uint64_t        counted; ///< triples of the first pass
  uint64_t        wanted;  ///< number of the next triple to write
  uint64_t        gone;    ///< number of the next memory that is gone
  ln_out*         out;
  ln_out*         state;
  ln_out*         cleared;
  ln_spill*       lines; ///< of what is inserted: lengths of triple and graph, then both
  const char*     error; ///< why a temporary file failed
  size_t          n_clearing;
  ln_census_owner owner; ///< the next one
  ln_text         graph; ///< of what is being cleared
  ln_text         name;
  ln_state_writer writer;
  ln_changes      changes;
  since_form      form;
  bool            telling; ///< the second pass
  bool            owners_ended;
  bool            wanted_ended;
  bool            gone_ended;
} since_run;

static ln_status
stop(ln_log* const log, const ln_code code, const char* const message)
{
  const ln_status st = ln_report(log, code, LN_NO_OUTPUT, (ln_where){0}, LN_V(""), "%s", message);
  return st == LN_OK ? LN_STOP : st;
}

/* `<iri>`, or `<iri> <graph>`. */
static ln_status
name_of(since_run* const r, const ln_quad* const quad)
{
  ln_text_reset(&r->name);
  LN_TRY(ln_text_add(&r->name, ln_view_first(quad->triple, ln_view_find(quad->triple, ' '))));
  if (quad->graph.n > 0U) {
    LN_TRY(ln_text_add_byte(&r->name, ' '));
    LN_TRY(ln_text_add(&r->name, quad->graph));
  }
  return LN_OK;
}

static uint64_t
hash_of(const ln_view v)
{
  return XXH3_64bits(v.n > 0U ? v.s : "", v.n);
}

/* Up to LN_CHANGES_OPERATION things of one graph are cleared at once. */
static void
end_clearing(since_run* const r)
{
  if (r->n_clearing == 0U) {
    return;
  }
  ln_out_put_view(r->out, LN_V("  }\n  "));
  if (r->graph.n > 0U) {
    ln_out_put_view(r->out, LN_V("GRAPH "));
    ln_out_put_view(r->out, ln_text_view(&r->graph));
    ln_out_put_view(r->out, LN_V(" { ?s ?p ?o }\n} ;\n"));
  } else {
    ln_out_put_view(r->out, LN_V("?s ?p ?o\n} ;\n"));
  }
  r->n_clearing = 0U;
}

static ln_status
begin_clearing(since_run* const r, const ln_view graph)
{
  ln_text_reset(&r->graph);
  LN_TRY(ln_text_add(&r->graph, graph));
  ln_out_put_view(r->out, LN_V("DELETE { "));
  if (graph.n > 0U) {
    ln_out_put_view(r->out, LN_V("GRAPH "));
    ln_out_put_view(r->out, graph);
    ln_out_put_view(r->out, LN_V(" { ?s ?p ?o } "));
  } else {
    ln_out_put_view(r->out, LN_V("?s ?p ?o "));
  }
  ln_out_put_view(r->out, LN_V("}\nWHERE {\n  VALUES ?s {\n"));
  return LN_OK;
}

/* A name that is gone, or what has it has changed. */
static ln_status
clear(since_run* const r, const ln_view name)
{
  if (r->cleared) {
    ln_out_put_view(r->cleared, name);
    ln_out_put_byte(r->cleared, '\n');
    LN_TRY(r->cleared->status);
  }
  if (r->form != FORM_UPDATE || !r->job->since) {
    return LN_OK;
  }
  const size_t  end   = ln_view_find(name, ' ');
  const ln_view graph = ln_view_from(name, end + 1U);
  if (r->n_clearing == LN_CHANGES_OPERATION || !ln_view_equals(graph, ln_text_view(&r->graph))) {
    end_clearing(r);
  }
  LN_TRY(r->n_clearing == 0U ? begin_clearing(r, graph) : LN_OK);
  ++r->n_clearing;
  ln_out_put_view(r->out, LN_V("    "));
  ln_out_put_view(r->out, ln_view_first(name, end));
  ln_out_put_byte(r->out, '\n');
  return r->out->status;
}

static ln_status
keep_error(since_run* const r, const ln_status st)
{
  if (st == LN_IO && r->lines) {
    r->error = ln_spill_error(r->lines);
  }
  return st;
}

/* For the end, behind all that is cleared. */
static ln_status
keep_line(since_run* const r, const ln_quad* const quad)
{
  const uint32_t lengths[2] = {(uint32_t)quad->triple.n, (uint32_t)quad->graph.n};
  LN_TRY(r->lines ? LN_OK : ln_spill_open(0U, &r->lines, &r->error));
  LN_TRY(keep_error(r, ln_spill_put(r->lines, lengths, sizeof(lengths))));
  LN_TRY(keep_error(r, ln_spill_put(r->lines, quad->triple.s, quad->triple.n)));
  return quad->graph.n > 0U ? keep_error(r, ln_spill_put(r->lines, quad->graph.s, quad->graph.n))
                            : LN_OK;
}

static ln_status
write_quad(since_run* const r, const ln_quad* const quad)
{
  if (r->form == FORM_UPDATE) {
    return keep_line(r, quad);
  }
  ln_out_put_view(r->out, quad->triple);
  if (r->form == FORM_QUADS && quad->graph.n > 0U) {
    ln_out_put_byte(r->out, ' ');
    ln_out_put_view(r->out, quad->graph);
  }
  ln_out_put_view(r->out, LN_V(" .\n"));
  return r->out->status;
}

static ln_status
write_lines(since_run* const r)
{
  ln_spill_reader reader = {.spill = r->lines};
  const char*     bytes  = NULL;
  ln_status       st     = r->lines ? LN_OK : LN_END;
  while (st == LN_OK) {
    uint32_t lengths[2] = {0U, 0U};
    st                  = ln_spill_next(&reader, sizeof(lengths), &bytes);
    if (st != LN_OK) {
      break;
    }
    memcpy(lengths, bytes, sizeof(lengths));
    st = ln_spill_next(&reader, (size_t)lengths[0] + lengths[1], &bytes);
    if (st == LN_OK) {
      const ln_view both = {bytes, (size_t)lengths[0] + lengths[1]};
      const ln_quad quad = {.triple = ln_view_first(both, lengths[0]),
                            .graph  = ln_view_from(both, lengths[0])};
      st                 = ln_changes_put(&r->changes, true, &quad);
    }
  }
  ln_spill_reader_clear(&reader);
  LN_TRY(st == LN_END ? LN_OK : keep_error(r, st));
  ln_changes_end(&r->changes);
  return r->out->status;
}

static ln_status
next_owner(since_run* const r)
{
  const ln_status st = ln_census_next_owner(r->census, &r->owner);
  r->owners_ended    = st == LN_END;
  return st == LN_END ? LN_OK : st;
}

static ln_status
next_wanted(since_run* const r)
{
  const ln_status st = ln_census_next_fact(r->census, &r->wanted);
  r->wanted_ended    = st == LN_END;
  return st == LN_END ? LN_OK : st;
}

/* The first triple of a thing: now its name is known. */
static ln_status
tell_owner(since_run* const r, const ln_quad* const quad)
{
  LN_TRY(name_of(r, quad));
  const ln_view name = ln_text_view(&r->name);
  if (r->state) {
    ln_state_put(&r->writer, r->owner.content, name);
    LN_TRY(r->state->status);
  }
  LN_TRY(r->owner.verdict == LN_CENSUS_CHANGED ? clear(r, name) : LN_OK);
  return next_owner(r);
}

static ln_status
tell_quad(since_run* const r, const ln_quad* const quad)
{
  const uint64_t number = r->number++;
  if (!r->owners_ended && number == r->owner.number) {
    LN_TRY(tell_owner(r, quad));
  }
  if (r->wanted_ended || number != r->wanted) {
    return LN_OK;
  }
  LN_TRY(r->job->since ? write_quad(r, quad) : LN_OK);
  return next_wanted(r);
}

static ln_status
take_quad(void* const self, const ln_quad* const quad)
{
  since_run* const r = self;
  if (r->telling) {
    return tell_quad(r, quad);
  }
  if (quad->blank) {
    LN_TRY(ln_report(r->loud,
                     LN_L0761,
                     LN_NO_OUTPUT,
                     (ln_where){0},
                     LN_V("Use liner diff with the graph of before."),
                     "what changed of %s cannot be told by name",
                     ln_shown(r->loud, quad->triple)));
    return LN_STOP;
  }
  ++r->counted;
  LN_TRY(name_of(r, quad));
  return ln_census_add(r->census, hash_of(ln_text_view(&r->name)), hash_of(quad->key));
}

static ln_status
make_sink(void* const self, const ln_names* const names, ln_sink* const sink)
{
  return ln_quad_sink_new(names, take_quad, self, sink);
}

static ln_status
remember(void* const self, const uint64_t content, const ln_view name)
{
  since_run* const r = self;
  return ln_census_remember(r->census, hash_of(name), content);
}

static ln_status
take_gone(void* const self, const uint64_t content, const ln_view name)
{
  since_run* const r = self;
  (void)content;
  if (r->gone_ended || r->number++ != r->gone) {
    return LN_OK;
  }
  LN_TRY(clear(r, name));
  const ln_status st = ln_census_next_gone(r->census, &r->gone);
  r->gone_ended      = st == LN_END;
  return st == LN_END ? LN_OK : st;
}

static ln_status
tell_gone(since_run* const r)
{
  if (!r->job->since) {
    return LN_OK;
  }
  const ln_status st = ln_census_next_gone(r->census, &r->gone);
  r->gone_ended      = st == LN_END;
  LN_TRY(st == LN_END ? LN_OK : st);
  LN_TRY(r->gone_ended ? LN_OK
                       : ln_state_read(r->job->since, r->loud, take_gone, r, &r->writer.graphs));
  return r->gone_ended ? LN_OK : stop(r->loud, LN_L0762, "the state changed while it was read");
}

/* Make triples of the input; told of is only what nobody has heard yet. */
static ln_status
convert(since_run* const r, ln_summary* const summary)
{
  static const ln_log_policy SILENT = {0};
  const bool                 heard  = r->telling || !r->job->since;
  ln_summary                 unseen = {0};
  ln_job                     job    = *r->job;
  ln_log* const              silent = heard ? ln_log_new(&SILENT) : NULL;
  if (heard && !silent) {
    return LN_NO_MEM;
  }
  job.output         = NULL;
  job.to             = r->writer.graphs ? "nquads" : NULL;
  job.validation     = NULL;
  job.tap            = (ln_tap){make_sink, r, true};
  job.reject         = heard ? NULL : job.reject;
  job.progress       = job.progress && !heard;
  const ln_status st = ln_run_export(&job, heard ? silent : r->loud, heard ? &unseen : summary);
  ln_log_free(silent);
  return st;
}

/* What was left out would look as if it were gone. */
static ln_status
check_whole(const since_run* const r)
{
  return ln_log_count(r->loud, LN_ERROR) == 0U
           ? LN_OK
           : stop(r->loud, LN_L0763, "what was left out would look as if it were gone");
}

static ln_status
tell_input(since_run* const r)
{
  r->telling = true;
  r->number  = 0U;
  LN_TRY(next_owner(r));
  LN_TRY(next_wanted(r));
  LN_TRY(convert(r, NULL));
  return r->number == r->counted && r->owners_ended && r->wanted_ended
           ? LN_OK
           : stop(r->loud, LN_L0762, "the input changed while it was compared");
}

static ln_status
open_outputs(since_run* const r)
{
  const ln_job* const job   = r->job;
  const char*         error = NULL;
  LN_TRY(job->since ? ln_output_open(r->loud, job->output, &r->out) : LN_OK);
  LN_TRY(job->cleared ? ln_output_open(r->loud, job->cleared, &r->cleared) : LN_OK);
  const ln_status st =
    job->state ? ln_out_open(job->state, LN_PACK_ZSTD, &r->state, &error) : LN_OK;
  LN_TRY(st == LN_IO ? ln_output_unwritable(r->loud, job->state, error) : st);
  r->changes.out = r->out;
  r->writer.out  = r->state;
  if (r->state) {
    ln_state_begin(&r->writer);
  }
  return LN_OK;
}

static ln_status
say_counts(const since_run* const r)
{
  const ln_census_counts n = ln_census_count(r->census);
  return r->job->since ? ln_report(r->loud,
                                   LN_L1088,
                                   LN_KEPT,
                                   (ln_where){0},
                                   LN_V(""),
                                   "things that changed: %" PRIu64 ", new: %" PRIu64
                                   ", gone: %" PRIu64 ", the same: %" PRIu64,
                                   n.changed,
                                   n.fresh,
                                   n.gone,
                                   n.same)
                       : LN_OK;
}

static ln_status
export_since(since_run* const r, ln_summary* const summary)
{
  LN_TRY(ln_census_new(r->job->memory, &r->census));
  LN_TRY(r->job->since ? ln_state_read(r->job->since, r->loud, remember, r, &r->writer.graphs)
                       : LN_OK);
  LN_TRY(convert(r, summary));
  LN_TRY(check_whole(r));
  LN_TRY(ln_census_seal(r->census));
  LN_TRY(open_outputs(r));
  LN_TRY(tell_gone(r));
  LN_TRY(tell_input(r));
  if (r->state) {
    LN_TRY(ln_state_end(&r->writer));
    LN_TRY(r->state->status);
  }
  if (r->out && r->form == FORM_UPDATE) {
    end_clearing(r);
    LN_TRY(write_lines(r));
  }
  return say_counts(r);
}

static ln_status
find_form(since_run* const r)
{
  const ln_job* const job  = r->job;
  const ln_view       path = ln_view_of(job->output);
  r->writer.graphs = job->to ? strcmp(job->to, "nquads") == 0 || strcmp(job->to, "trig") == 0
                             : ln_pack_ends(path, LN_V(".nq .trig"));
  if (job->to ? strcmp(job->to, "ntriples") == 0 : ln_pack_ends(path, LN_V(".nt"))) {
    r->form = FORM_TRIPLES;
  } else if (job->to ? strcmp(job->to, "nquads") == 0 : ln_pack_ends(path, LN_V(".nq"))) {
    r->form = FORM_QUADS;
  } else if (r->job->since && job->to) {
    LN_TRY(ln_report(r->loud,
                     LN_L1087,
                     LN_NO_OUTPUT,
                     (ln_where){0},
                     LN_V(""),
                     "changes cannot be written as %s",
                     ln_shown(r->loud, ln_view_of(job->to))));
    return LN_USAGE;
  }
  return LN_OK;
}

static ln_status
report_spill(const since_run* const r)
{
  const char* const counting = r->census ? ln_census_error(r->census) : "";
  const char* const error    = *counting ? counting : r->error;
  const ln_status   st       = error && *error ? ln_report(r->loud,
                                                   LN_L0605,
                                                   LN_NO_OUTPUT,
                                                   (ln_where){0},
                                                   LN_V(""),
                                                   "what was compared needs a temporary file: %s",
                                                   error)
                                               : LN_OK;
  return st == LN_NO_MEM ? st : LN_IO;
}

ln_status
ln_run_since(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  since_run r  = {.job = job, .loud = log, .error = "", .changes = {.form = LN_CHANGES_UPDATE}};
  ln_status st = find_form(&r);
  st           = st == LN_OK ? export_since(&r, summary) : st;
  st           = st == LN_IO ? report_spill(&r) : st;
  st           = ln_output_close(log, job->cleared, r.cleared, st);
  st           = ln_output_close(log, job->output, r.out, st);
  st           = ln_output_close(log, job->state, r.state, st);
  ln_changes_clear(&r.changes);
  ln_spill_close(r.lines);
  ln_text_clear(&r.graph);
  ln_text_clear(&r.name);
  ln_census_free(r.census);
  return st;
}
