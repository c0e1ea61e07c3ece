/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The plan runs again, and what was asked for is told. Rows go down: table -> maker -> match; the
   matching sink takes stamps, so a row that nobody asks about is read and its subjects looked at,
   no more. Invariant: while a match is told, its row is the one at hand in table and maker, so its
   cells and their places are there without reading anything again. One thread: matches come in the
   order of the rows. */

#include "run/trace.h"

#include "base/text.h"
#include "run/lane.h"

typedef struct {
  const ln_trace*     trace;
  ln_session          session;
  const ln_run_table* table;
  ln_maker*           maker;
  ln_sink             sink;
  ln_origin           origin;
  ln_text             texts[4]; ///< subject, predicate, object, graph, spelt out
} tracing;

enum { SUBJECT, PREDICATE, OBJECT, GRAPH };

/* A term as it stands in files. */
static ln_status
spell(tracing* const t, const ln_term term, const size_t which, ln_read_term* const out)
{
  ln_text* const       text  = &t->texts[which];
  const ln_names*      names = t->session.names;
  const ln_stem* const stem  = ln_names_stem_at(names, term.stem);
  ln_text_reset(text);
  *out = (ln_read_term){.kind = (ln_kind)term.kind};
  if (term.kind == LN_NONE) {
    return LN_OK;
  }
  LN_TRY(term.kind == LN_BLANK ? ln_text_add(text, ln_term_bytes(term))
                               : ln_names_expand(names, term, text));
  out->text = ln_text_view(text);
  if (term.kind == LN_LITERAL) {
    out->datatype = stem->iri;
    out->lang     = stem->lang;
  }
  return LN_OK;
}

static ln_view
predicate_of(const tracing* const t, const ln_desc* const desc, const ln_pair* const pair)
{
  return pair->predicate < LN_PREDICATE_CELL
           ? ln_names_predicate_at(t->session.names, pair->predicate)->iri
           : desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
}

static ln_status
tell(void* const self, const ln_desc* const desc, const size_t at, const uint32_t number)
{
  tracing* const       t      = self;
  const ln_pair* const pair   = &desc->pairs[at];
  ln_read_triple       triple = {.line = 0U};
  LN_TRY(spell(t, desc->subject, SUBJECT, &triple.subject));
  LN_TRY(spell(t, pair->object, OBJECT, &triple.object));
  LN_TRY(spell(t, desc->graph, GRAPH, &triple.graph));
  triple.predicate = (ln_read_term){.kind = LN_IRI, .text = predicate_of(t, desc, pair)};
  t->origin.n      = 0U;
  t->origin.column = NULL;
  if (t->maker) {
    LN_TRY(ln_maker_origin(t->maker, pair->column, &t->origin));
  }
  const ln_trace_hit hit = {.session = &t->session,
                            .table   = t->table,
                            .triple  = &triple,
                            .number  = number,
                            .where   = ln_desc_where(desc, at),
                            .origin  = &t->origin};
  return t->trace->found(t->trace->self, &hit);
}

/* Rows that are to be mended are told of in the log. */
static ln_status
pass_over(void* const self, const ln_row* const row)
{
  (void)self;
  (void)row;
  return LN_OK;
}

static ln_status
make_rows(tracing* const t, ln_run_table* const table)
{
  ln_lane   lane = {.table  = table->table,
                    .maker  = t->maker,
                    .log    = t->session.log,
                    .sink   = t->sink,
                    .reject = pass_over};
  ln_status st   = LN_OK;
  while (st == LN_OK) {
    st = ln_lane_next(&lane);
    if (lane.number % LN_LANE_ROWS == 0U && ln_session_stopped(&t->session)) {
      return LN_STOP;
    }
  }
  return st == LN_END ? LN_OK : st;
}

static ln_status
make_table(tracing* const t, ln_run_table* const table)
{
  t->table = table;
  t->maker = ln_maker_new(table->plan, t->session.log);
  if (!t->maker) {
    return LN_NO_MEM;
  }
  const ln_status st = make_rows(t, table);
  ln_maker_free(t->maker);
  t->maker              = NULL;
  t->table              = NULL;
  ln_table* const input = table->table;
  table->table          = NULL;
  const ln_status end   = ln_table_close(input);
  return st == LN_OK ? end : st;
}

static ln_status
run(tracing* const t)
{
  ln_session* const s = &t->session;
  s->explains         = true; // nothing is written, so every graph can be named
  LN_TRY(ln_session_bind(s));
  LN_TRY(t->trace->begin ? t->trace->begin(t->trace->self, s) : LN_OK);
  LN_TRY(ln_match_new(s->names, t->trace->wanted, tell, t, &t->sink));
  LN_TRY(ln_session_describe(s, t->sink));
  for (size_t i = 0U; i < s->n_tables; ++i) {
    ln_run_table* const table = &s->tables[i];
    if (table->present && table->wanted && table->plan) {
      LN_TRY(make_table(t, table));
    }
  }
  return ln_session_stopped(s) ? LN_STOP : ln_sink_finish(t->sink);
}

ln_status
ln_run_trace(const ln_trace* const trace, ln_log* const log)
{
  tracing   t  = {.trace = trace};
  ln_status st = ln_session_open(&t.session, trace->job, log);
  st           = st == LN_OK ? run(&t) : st;
  ln_sink_free(t.sink);
  ln_origin_clear(&t.origin);
  for (size_t i = 0U; i < sizeof(t.texts) / sizeof(t.texts[0]); ++i) {
    ln_text_clear(&t.texts[i]);
  }
  const ln_status closed = ln_session_close(&t.session);
  return st != LN_OK ? st : closed;
}

void
ln_trace_place(const ln_trace_hit* const hit, const uint32_t field, ln_place* const place)
{
  *place = (ln_place){0};
  if (hit->table && hit->table->table) {
    ln_table_place(hit->table->table, field, place);
    place->name = ln_session_column(hit->table, field);
  }
}

void
ln_trace_mapping_place(const ln_trace_hit* const hit, ln_place* const place)
{
  *place = (ln_place){0};
  if (hit->origin->column) {
    ln_mapping_locate(hit->session->mapping, hit->origin->column->path, LN_V(""), place);
    place->name = hit->origin->column->path;
  }
}
