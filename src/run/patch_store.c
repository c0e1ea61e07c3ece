/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* All changes are read first, and of several changes of one triple only the last stays: two
   changesets, of which one takes removing for adding, give the places of both kinds. These triples
   lie in two temporary files, which are gone through three times: to count which the store has, to
   send them, and to count again. Invariant: no triple is on both sides, so any part of the update,
   in any order and repeated, leads towards the new graph. Memory: --memory, and one request. */

#include "run/patch.h"

#include "base/spill.h"
#include "base/text.h"
#include "graph/read.h"
#include "run/output.h"
#include "sink/changes.h"
#include "sink/quad.h"

#include <inttypes.h>
#include <string.h>

enum {
  REQUEST_BYTES = 1 << 22, ///< of an update that is sent at once
  REQUEST_LEAST = 1 << 16,
  ASKED         = 500, ///< triples counted with one query
  SIDES         = 2,   ///< removed, added
};

typedef struct {
  const ln_patch* patch;
  ln_log*         log;
  ln_store*       store;
  ln_text         home;          ///< `<iri>` of the endpoint's graph; empty: the default graph
  ln_changeset*   nets[SIDES];   ///< which changes of a side stay
  ln_spill*       all;           ///< every change, with its lengths in front
  ln_spill*       sides[SIDES];  ///< those that stay
  uint64_t        counts[SIDES]; ///< of them
  uint64_t        there[SIDES];  ///< of them, those that the store has
  bool            removing;
  const char*     error;
  ln_store_result result;
  ln_out*         body;
  ln_changes      changes;
  ln_text         text; ///< of a query
  ln_text         graph;
  ln_quad_text    quad;
  uint64_t        requests;
} store_run;

/* What a temporary file has failed of. */
static ln_status
keep_error(store_run* const r, const ln_spill* const spill, const ln_status st)
{
  if (st == LN_IO) {
    r->error = ln_spill_error(spill);
  }
  return st;
}

static ln_status
put_quad(store_run* const r, ln_spill* const spill, const ln_quad* const quad)
{
  const uint32_t lengths[2] = {(uint32_t)quad->triple.n, (uint32_t)quad->graph.n};
  LN_TRY(keep_error(r, spill, ln_spill_put(spill, lengths, sizeof(lengths))));
  LN_TRY(keep_error(r, spill, ln_spill_put(spill, quad->triple.s, quad->triple.n)));
  return quad->graph.n > 0U
           ? keep_error(r, spill, ln_spill_put(spill, quad->graph.s, quad->graph.n))
           : LN_OK;
}

/* The next quad of a side; LN_END behind the last. */
static ln_status
next_quad(store_run* const r, ln_spill_reader* const reader, ln_quad* const quad)
{
  const char* bytes      = NULL;
  uint32_t    lengths[2] = {0U, 0U};
  LN_TRY(keep_error(r, reader->spill, ln_spill_next(reader, sizeof(lengths), &bytes)));
  memcpy(lengths, bytes, sizeof(lengths));
  const size_t n = (size_t)lengths[0] + lengths[1];
  LN_TRY(keep_error(r, reader->spill, ln_spill_next(reader, n, &bytes)));
  *quad = (ln_quad){.triple = {bytes, lengths[0]},
                    .graph  = ln_view_from((ln_view){bytes, n}, lengths[0])};
  return LN_OK;
}

static ln_status
stop(const store_run* const r, const ln_code code, const char* const message)
{
  const ln_status st =
    ln_report(r->log, code, LN_NO_OUTPUT, (ln_where){0}, LN_V(""), "%s", message);
  return st == LN_OK ? LN_STOP : st;
}

/* Of the patch, in the graph that it is meant for. */
static ln_status
take_change(void* const self, const ln_read_triple* const triple)
{
  store_run* const r     = self;
  const bool       added = !triple->removed && !r->removing;
  const uint64_t   place = ln_spill_size(r->all);
  ln_quad          quad;
  LN_TRY(ln_quad_of(triple, 1U, &r->quad, &quad));
  if (quad.blank) {
    return stop(r, LN_L0761, "a store cannot be told which of its blank nodes is meant");
  }
  quad.graph = quad.graph.n > 0U ? quad.graph : ln_text_view(&r->home);
  ln_text_reset(&r->text);
  LN_TRY(ln_text_add(&r->text, quad.key));
  if (quad.graph.s == r->home.s) {
    LN_TRY(ln_text_add_byte(&r->text, ' '));
    LN_TRY(ln_text_add(&r->text, quad.graph));
  }
  LN_TRY(put_quad(r, r->all, &quad));
  LN_TRY(ln_changeset_put(r->nets[0], ln_text_view(&r->text), !added, place));
  return ln_changeset_put(r->nets[1], ln_text_view(&r->text), added, place);
}

static ln_status
read_whole(store_run* const r, const char* const path, const char* const syntax)
{
  const ln_reading reading = {
    .path = path, .base = r->patch->base, .syntax = syntax, .stop = r->patch->stop};
  uint32_t source = 0U;
  bool     whole  = false;
  LN_TRY(ln_log_source(r->log, ln_view_of(path), NULL, NULL, &source));
  LN_TRY(ln_read_triples(&reading, source, r->log, take_change, r, &whole));
  return whole ? LN_OK : stop(r, LN_L1083, "a file was not read to its end");
}

static ln_status
read_changes(store_run* const r)
{
  const ln_patch* const p = r->patch;
  r->removing             = true;
  LN_TRY(p->removed ? read_whole(r, p->removed, NULL) : LN_OK);
  r->removing = false;
  LN_TRY(p->added ? read_whole(r, p->added, NULL) : LN_OK);
  return p->changes ? read_whole(r, p->changes, LN_READ_CHANGES) : LN_OK;
}

/* Copy what stays of a side. */
static ln_status
keep_side(store_run* const r, const size_t side)
{
  uint64_t place = 0U;
  LN_TRY(ln_changeset_seal(r->nets[side]));
  ln_status st = ln_changeset_next_added(r->nets[side], &place);
  for (; st == LN_OK; st = ln_changeset_next_added(r->nets[side], &place)) {
    ln_spill_reader reader = {.spill = r->all, .offset = place};
    ln_quad         quad;
    st = next_quad(r, &reader, &quad);
    st = st == LN_OK ? put_quad(r, r->sides[side], &quad) : st;
    ln_spill_reader_clear(&reader);
    LN_TRY(st);
    ++r->counts[side];
  }
  return st == LN_END ? LN_OK : st;
}

/* What a store answered that did not do what it was asked. */
static ln_status
report_store(const store_run* const r, const char* const what)
{
  if (r->result.end == LN_STORE_STOPPED) {
    return LN_STOP;
  }
  const ln_status st = ln_report(r->log,
                                 LN_L0766,
                                 LN_KEPT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "the store did not %s: %s",
                                 what,
                                 ln_shown(r->log, ln_text_view(&r->result.said)));
  return st == LN_NO_MEM ? st : LN_IO;
}

/* Ask for the triples of the query at hand. */
static ln_status
ask(store_run* const r, uint64_t* const there)
{
  uint64_t n = 0U;
  LN_TRY(ln_text_add(&r->text, LN_V("} ")));
  if (r->graph.n > 0U) {
    LN_TRY(ln_text_add(&r->text, LN_V("GRAPH ")));
    LN_TRY(ln_text_add(&r->text, ln_text_view(&r->graph)));
  }
  LN_TRY(ln_text_add(&r->text, LN_V(" { ?s ?p ?o } ")));
  LN_TRY(ln_store_count_where(r->store, ln_text_view(&r->text), &n, &r->result));
  *there += n;
  return r->result.end == LN_STORE_DONE ? LN_OK : report_store(r, "count triples");
}

/* How many triples of a side the store has; each query is for one graph. */
static ln_status
count_side(store_run* const r, const size_t side)
{
  ln_spill_reader reader = {.spill = r->sides[side]};
  ln_quad         quad;
  size_t          n  = 0U;
  ln_status       st = LN_OK;
  r->there[side]     = 0U;
  while (st == LN_OK) {
    st               = next_quad(r, &reader, &quad);
    const bool other = st == LN_OK && !ln_view_equals(quad.graph, ln_text_view(&r->graph));
    if (n > 0U && (st == LN_END || n == ASKED || other)) {
      const ln_status asked = ask(r, &r->there[side]);
      st                    = asked == LN_OK ? st : asked;
      n                     = 0U;
    }
    if (st == LN_OK && n == 0U) {
      ln_text_reset(&r->graph);
      ln_text_reset(&r->text);
      st = ln_text_add(&r->graph, quad.graph);
      st = st == LN_OK ? ln_text_add(&r->text, LN_V("VALUES (?s ?p ?o) { ")) : st;
    }
    if (st == LN_OK) {
      st = ln_text_format(&r->text, "(%.*s) ", (int)quad.triple.n, quad.triple.s);
      ++n;
    }
  }
  ln_spill_reader_clear(&reader);
  return st == LN_END ? LN_OK : st;
}

static ln_status
count_sides(store_run* const r)
{
  LN_TRY(count_side(r, 0U));
  return count_side(r, 1U);
}

static ln_status
send(store_run* const r)
{
  ln_changes_end(&r->changes);
  const ln_view update = ln_out_bytes(r->body);
  LN_TRY(r->body->status);
  ++r->requests;
  LN_TRY(ln_store_update(r->store, update, LN_REPEAT_HARMLESS, &r->result));
  ln_out_rewind(r->body);
  return r->result.end == LN_STORE_DONE ? LN_OK : LN_END;
}

static ln_status
send_side(store_run* const r, const size_t side, const size_t most)
{
  ln_spill_reader reader = {.spill = r->sides[side]};
  ln_quad         quad;
  ln_status       st = next_quad(r, &reader, &quad);
  while (st == LN_OK) {
    st = ln_changes_put(&r->changes, side == 1U, &quad);
    st = st == LN_OK && ln_out_bytes(r->body).n >= most ? send(r) : st;
    if (r->result.end != LN_STORE_DONE) {
      break;
    }
    st = st == LN_OK ? next_quad(r, &reader, &quad) : st;
  }
  ln_spill_reader_clear(&reader);
  return st == LN_END ? LN_OK : st;
}

/* Everything from the beginning, in requests of at least so many bytes. */
static ln_status
send_all(store_run* const r, const size_t most)
{
  r->requests   = 0U;
  r->result.end = LN_STORE_DONE;
  ln_out_rewind(r->body);
  for (size_t side = 0U; side < SIDES && r->result.end == LN_STORE_DONE; ++side) {
    LN_TRY(send_side(r, side, most));
  }
  const bool      left = r->result.end == LN_STORE_DONE && ln_out_bytes(r->body).n > 0U;
  const ln_status st   = left ? send(r) : LN_OK;
  ln_changes_end(&r->changes);
  return st == LN_END ? LN_OK : st;
}

/* What the store finds too large is sent in smaller requests; what of it was done before does no
   harm. */
static ln_status
send_changes(store_run* const r)
{
  size_t most = REQUEST_BYTES;
  LN_TRY(send_all(r, most));
  while (r->result.end == LN_STORE_TOO_LARGE && most > REQUEST_LEAST) {
    most /= 4U;
    LN_TRY(send_all(r, most));
  }
  if (r->result.end != LN_STORE_DONE) {
    return report_store(r, "take the update");
  }
  return r->requests > 1U ? ln_report(r->log,
                                      LN_L0765,
                                      LN_KEPT,
                                      (ln_where){0},
                                      LN_V(""),
                                      "the patch was sent in %" PRIu64 " requests",
                                      r->requests)
                          : LN_OK;
}

static ln_status
check_done(store_run* const r)
{
  LN_TRY(count_sides(r));
  if (r->there[0] == 0U && r->there[1] == r->counts[1]) {
    return LN_OK;
  }
  const ln_status st =
    ln_report(r->log,
              LN_L0766,
              LN_KEPT,
              (ln_where){0},
              LN_V(""),
              "the store says that it has done the update, and has %" PRIu64
              " triples that were removed, and %" PRIu64 " of %" PRIu64 " that were added",
              r->there[0],
              r->there[1],
              r->counts[1]);
  return st == LN_OK ? LN_STOP : st;
}

/* Without a way to ask, everything is sent. */
static ln_status
apply_blindly(store_run* const r, ln_changeset_counts* const counts)
{
  *counts = (ln_changeset_counts){.removed = r->counts[0], .added = r->counts[1]};
  LN_TRY(ln_report(
    r->log, LN_L0767, LN_KEPT, (ln_where){0}, LN_V(""), "the store cannot be asked what it has"));
  return send_changes(r);
}

static ln_status
apply(store_run* const r, const bool asks, ln_changeset_counts* const counts)
{
  LN_TRY(read_changes(r));
  LN_TRY(keep_side(r, 0U));
  LN_TRY(keep_side(r, 1U));
  if (!asks) {
    return apply_blindly(r, counts);
  }
  LN_TRY(count_sides(r));
  *counts = (ln_changeset_counts){.removed = r->there[0],
                                  .absent  = r->counts[0] - r->there[0],
                                  .added   = r->counts[1] - r->there[1],
                                  .present = r->there[1]};
  LN_TRY(ln_patch_report_fit(r->log, counts));
  if (counts->removed + counts->added == 0U) {
    return LN_OK;
  }
  LN_TRY(send_changes(r));
  return check_done(r);
}

static ln_status
prepare(store_run* const r, const ln_store_settings* const settings)
{
  const char* const graph   = settings->endpoint->graph;
  const char*       problem = "";
  if (!settings->endpoint->update) {
    LN_TRY(ln_report(r->log,
                     LN_L0766,
                     LN_NO_OUTPUT,
                     (ln_where){0},
                     LN_V("Give --update URL, or save it with the target."),
                     "a patch is sent as SPARQL Update, and no URL is known for that"));
    return LN_USAGE;
  }
  LN_TRY(graph ? ln_text_format(&r->home, "<%s>", graph) : LN_OK);
  LN_TRY(ln_spill_open(0U, &r->all, &r->error));
  for (size_t i = 0U; i < SIDES; ++i) {
    LN_TRY(ln_changeset_new(r->patch->memory / SIDES, &r->nets[i]));
    LN_TRY(ln_spill_open(0U, &r->sides[i], &r->error));
  }
  LN_TRY(ln_out_memory(&r->body));
  r->changes.out     = r->body;
  const ln_status st = ln_store_open(settings, &r->store, &problem);
  return st == LN_IO ? stop(r, LN_L0766, problem) : st;
}

static ln_status
report_spill(const store_run* const r)
{
  const char* error = r->error;
  for (size_t i = 0U; i < SIDES; ++i) {
    const char* const sorting = r->nets[i] ? ln_changeset_error(r->nets[i]) : "";
    error                     = *sorting ? sorting : error;
  }
  const ln_status st = error && *error ? ln_report(r->log,
                                                   LN_L0605,
                                                   LN_NO_OUTPUT,
                                                   (ln_where){0},
                                                   LN_V(""),
                                                   "the patch needs a temporary file: %s",
                                                   error)
                                       : LN_OK;
  return st == LN_NO_MEM ? st : LN_IO;
}

static void
clear(store_run* const r)
{
  for (size_t i = 0U; i < SIDES; ++i) {
    ln_changeset_free(r->nets[i]);
    ln_spill_close(r->sides[i]);
  }
  ln_spill_close(r->all);
  ln_store_result_clear(&r->result);
  ln_store_close(r->store);
  ln_out_abandon(r->body);
  ln_changes_clear(&r->changes);
  ln_quad_text_clear(&r->quad);
  ln_text_clear(&r->home);
  ln_text_clear(&r->text);
  ln_text_clear(&r->graph);
}

ln_status
ln_run_patch_store(const ln_patch* const          patch,
                   const ln_store_settings* const settings,
                   ln_log* const                  log,
                   ln_changeset_counts* const     counts)
{
  store_run r  = {.patch = patch, .log = log, .error = "", .changes = {.form = LN_CHANGES_UPDATE}};
  *counts      = (ln_changeset_counts){0};
  ln_status st = prepare(&r, settings);
  st           = st == LN_OK ? apply(&r, settings->endpoint->query != NULL, counts) : st;
  st           = st == LN_IO ? report_spill(&r) : st;
  clear(&r);
  return st;
}
