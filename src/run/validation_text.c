/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Results and breaches as findings. Each names a triple: that of the value, else any of the focus
   node, else one that leads to it. The files are read once more for the lines of these triples
   alone, so no triple needs memory for its line; then findings come in the order of files and
   lines, and those that stand in no file, such as a target node that is nowhere described, come
   first. */

#include "base/memory.h"
#include "base/text.h"
#include "check/breach_text.h"
#include "check/phrase.h"
#include "rdf/iri.h"
#include "run/validating.h"

#include <inttypes.h>
#include <stdlib.h>

/* A result or breach, and where it stands. */
typedef struct {
  uint32_t source;
  uint32_t number;
  uint64_t line;
  uint64_t column;
} placed;

static int
compare(const void* const x, const void* const y)
{
  const placed* const a = (const placed*)x;
  const placed* const b = (const placed*)y;
  if (a->source != b->source) {
    return a->source < b->source ? -1 : 1;
  }
  if (a->line != b->line) {
    return a->line < b->line ? -1 : 1;
  }
  if (a->column != b->column) {
    return a->column < b->column ? -1 : 1;
  }
  return (a->number > b->number) - (a->number < b->number);
}

static ln_code
code_of(const ln_validating* const v, const ln_shape* const shape)
{
  if (shape->severity == v->shapes.words.term[LN_W_WARNING]) {
    return LN_L0721;
  }
  return shape->severity == v->shapes.words.term[LN_W_INFO] ? LN_L0722 : LN_L0720;
}

/* What is wrong: the shape's own words; without any, that it does not conform. */
static ln_status
add_message(const ln_validating* const v, const ln_shape* const shape, ln_text* const out)
{
  const uint32_t message = ln_phrase_message(&v->shapes, v->terms, shape, ln_view_of(v->job->lang));
  if (message == LN_NO_TERM) {
    return ln_text_add(out, LN_V("does not conform"));
  }
  return ln_text_add(out, ln_term_table_text(v->terms, message));
}

static ln_status
add_named(const ln_validating* const v,
          const char* const          name,
          const uint32_t             term,
          ln_text* const             out)
{
  LN_TRY(ln_text_add(out, ln_view_of(name)));
  return ln_phrase_term(v->terms, term, out);
}

static ln_status
add_subject(const ln_validating* const v, const ln_result* const result, ln_text* const out)
{
  const ln_shape* const shape = &v->shapes.shapes[result->shape];
  const bool            path  = result->predicate != LN_NO_TERM || shape->path != LN_NO_PATH;
  LN_TRY(add_named(v, ": ", result->focus, out));
  if (path) {
    const uint32_t node =
      result->predicate != LN_NO_TERM ? result->predicate : v->shapes.paths[shape->path].node;
    LN_TRY(add_named(v, ", ", node, out));
  }
  if (result->value != LN_NO_TERM && (path || result->value != result->focus)) {
    LN_TRY(add_named(v, ", ", result->value, out));
  }
  return LN_OK;
}

static ln_status
add_expected(const ln_validating* const v, const ln_result* const result, ln_text* const out)
{
  const ln_constraint* const c     = &v->shapes.constraints[result->constraint];
  const ln_view              local = ln_word_local(ln_component_word(c->component));
  LN_TRY(ln_text_add(out, LN_V("expected ")));
  LN_TRY(ln_phrase_expected(&v->shapes, v->terms, c, out));
  LN_TRY(ln_text_format(out, " (sh:%.*s of ", (int)local.n, local.s));
  LN_TRY(ln_phrase_term(v->terms, v->shapes.shapes[result->shape].node, out));
  return ln_text_add_byte(out, ')');
}

/* What is written for one finding, again and again. */
typedef struct {
  ln_validating*    v;
  const ln_places*  places;
  ln_breach_wording wording;
  ln_text           message;
  ln_text           hint;
  ln_text           elsewhere;
} telling;

static ln_status
word_result(telling* const t, const ln_result* const result, ln_finding* const finding)
{
  const ln_shape* const shape = &t->v->shapes.shapes[result->shape];
  finding->code               = code_of(t->v, shape);
  finding->severity           = ln_code_about(finding->code)->severity;
  LN_TRY(add_message(t->v, shape, &t->message));
  LN_TRY(add_subject(t->v, result, &t->message));
  return add_expected(t->v, result, &t->hint);
}

/* The place of what is against a breach, if that stands in a file. */
static ln_status
add_rival(telling* const t, const ln_breach* const breach)
{
  ln_about   rival = {0U, 0U, 0U};
  ln_finding there = {.effect = LN_KEPT};
  if (!ln_validation_rival(breach, &rival) || !ln_places_of_triple(t->places, &rival, &there)) {
    return LN_OK;
  }
  const ln_view path = ln_log_path(t->v->log, there.where.source);
  LN_TRY(ln_text_format(&t->elsewhere, "%.*s:%" PRIu64, (int)path.n, path.s, there.place.line));
  return there.place.column > 0U ? ln_text_format(&t->elsewhere, ":%" PRIu64, there.place.column)
                                 : LN_OK;
}

static ln_status
word_breach(telling* const t, const ln_breach* const breach, ln_finding* const finding)
{
  ln_text_reset(&t->elsewhere);
  finding->code     = ln_axiom_code(breach->axiom);
  finding->severity = ln_axiom_severity(t->v->axioms.level[breach->axiom]);
  LN_TRY(ln_breach_message(&t->wording, breach, &t->message));
  LN_TRY(add_rival(t, breach));
  return ln_breach_hint(&t->wording, breach, ln_text_view(&t->elsewhere), &t->hint);
}

static ln_severity
severity_of(const ln_validating* const v, const size_t number)
{
  const ln_breach* const breach = ln_validation_breach(v, number);
  if (breach) {
    return ln_axiom_severity(v->axioms.level[breach->axiom]);
  }
  return ln_code_about(code_of(v, &v->shapes.shapes[v->results.v[number].shape]))->severity;
}

/* What nobody will see is counted and not worded. */
static ln_status
tell(telling* const t, const size_t number)
{
  const ln_breach* const breach  = ln_validation_breach(t->v, number);
  ln_finding             finding = {.effect = LN_KEPT};
  if (!ln_log_wants(t->v->log)) {
    return ln_log_add_unseen(t->v->log, severity_of(t->v, number), 1U);
  }
  ln_text_reset(&t->message);
  ln_text_reset(&t->hint);
  LN_TRY(breach ? word_breach(t, breach, &finding)
                : word_result(t, &t->v->results.v[number], &finding));
  (void)ln_places_of(t->v, t->places, number, &finding); // without a place it still counts
  finding.message = ln_text_view(&t->message);
  finding.hint    = ln_text_view(&t->hint);
  return ln_log_add(t->v->log, &finding);
}

static placed
placed_of(const ln_validating* const v, const ln_places* const places, const size_t number)
{
  ln_finding finding = {.effect = LN_KEPT};
  (void)ln_places_of(v, places, number, &finding);
  return (placed){finding.where.source, (uint32_t)number, finding.place.line, finding.place.column};
}

/* The address of a cell (RFC 7111): that of its table, as --provenance says it of a table that no
   document gives one, and its row, the header being the first, and field. */
static ln_status
address_cell(ln_validating* const v, const ln_finding* const finding, ln_view* const cell)
{
  const char* const base  = v->job->base ? v->job->base : "https://data.example.org/";
  const ln_view     path  = ln_log_path(v->log, finding->where.source);
  ln_text           iri   = {0};
  size_t            begin = path.n;
  while (begin > 0U && path.s[begin - 1U] != '/') {
    --begin;
  }
  ln_status st = ln_iri_resolve(ln_view_of(base), LN_V("input/"), &iri);
  st           = st == LN_OK ? ln_iri_encode(ln_view_from(path, begin), &iri) : st;
  if (st == LN_OK) {
    st =
      ln_text_format(&iri, "#cell=%" PRIu64 ",%" PRIu32, finding->where.row, finding->where.field);
  }
  *cell = st == LN_OK ? ln_arena_copy(&v->arena, ln_text_view(&iri)) : LN_V("");
  ln_text_clear(&iri);
  LN_TRY(st);
  return cell->s ? LN_OK : LN_NO_MEM;
}

/* For a report in RDF, which has no other way to say where something stands. */
static ln_status
keep_cells(ln_validating* const v, const ln_places* const places)
{
  const size_t n = ln_validation_findings(v);
  if (!places->tables || (!v->job->to && !v->job->output)) {
    return LN_OK;
  }
  v->cells = (ln_view*)ln_alloc_zero(n, sizeof(ln_view));
  if (!v->cells) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    ln_finding finding = {.effect = LN_KEPT};
    const bool known   = ln_places_of(v, places, i, &finding) && finding.where.field > 0U;
    LN_TRY(known ? address_cell(v, &finding, &v->cells[i]) : LN_OK);
  }
  return LN_OK;
}

static ln_status
tell_all(ln_validating* const v, const ln_places* const places, placed* const order)
{
  const size_t n  = ln_validation_findings(v);
  telling      t  = {.v       = v,
                     .places  = places,
                     .wording = {.ontology = &v->ontology, .terms = v->terms, .data = v->data}};
  ln_status    st = LN_OK;
  for (size_t i = 0U; i < n; ++i) {
    order[i] = placed_of(v, places, i);
  }
  qsort(order, n, sizeof(*order), compare);
  for (size_t i = 0U; st == LN_OK && i < n; ++i) {
    st = tell(&t, order[i].number);
  }
  ln_breach_wording_clear(&t.wording);
  ln_text_clear(&t.message);
  ln_text_clear(&t.hint);
  ln_text_clear(&t.elsewhere);
  return st;
}

ln_status
ln_validation_tell(ln_validating* const v)
{
  ln_places    places = {.n = 0U};
  const size_t n      = ln_validation_findings(v);
  if (n == 0U) {
    return LN_OK;
  }
  ln_status     st    = ln_places_find(v, &places);
  placed* const order = st == LN_OK ? (placed*)ln_alloc_zero(n, sizeof(placed)) : NULL;
  st                  = st == LN_OK ? keep_cells(v, &places) : st;
  if (st == LN_OK) {
    st = order ? tell_all(v, &places, order) : LN_NO_MEM;
  }
  ln_free(order);
  ln_places_clear(&places);
  return st;
}
