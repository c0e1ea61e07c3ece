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
#include "run/validating.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Results count first, then breaches. A result or breach, and where it stands. */
typedef struct {
  uint32_t source;
  uint32_t number;
  uint64_t line;
} placed;

typedef struct {
  uint32_t subject;
  uint32_t predicate;
  uint32_t object;
} wanted;

enum { TRACES = 4 }; ///< of one result or breach at most

static size_t
total_of(const ln_validating* const v)
{
  return v->results.n + v->breaches.n;
}

/* The breach of a number, or NULL: it is that of a result. */
static const ln_breach*
breach_at(const ln_validating* const v, const size_t number)
{
  return number < v->results.n ? NULL : &v->breaches.v[number - v->results.n];
}

static uint32_t
focus_of(const ln_validating* const v, const size_t number)
{
  const ln_breach* const breach = breach_at(v, number);
  return breach ? breach->focus : v->results.v[number].focus;
}

/* The triple that a result is about: (focus, path, value), or backwards. */
static bool
triple_of_result(const ln_validating* const v, const ln_result* const result, wanted* const triple)
{
  const uint32_t path = v->shapes.shapes[result->shape].path;
  if (result->value == LN_NO_TERM) {
    return false;
  }
  if (result->predicate != LN_NO_TERM) {
    *triple = (wanted){result->focus, result->predicate, result->value};
    return true;
  }
  if (path == LN_NO_PATH || v->shapes.paths[path].steps.n != 1U) {
    return false;
  }
  const ln_step* const step = &v->shapes.steps[v->shapes.paths[path].steps.first];
  *triple = step->kind == LN_STEP_BACK ? (wanted){result->value, step->predicate, result->focus}
                                       : (wanted){result->focus, step->predicate, result->value};
  return true;
}

static bool
triple_of(const ln_validating* const v, const size_t number, wanted* const triple)
{
  const ln_breach* const breach = breach_at(v, number);
  if (breach) {
    *triple = (wanted){breach->focus, breach->predicate, breach->value};
    return true;
  }
  return triple_of_result(v, &v->results.v[number], triple);
}

/* The triple that is against that of a breach. */
static bool
rival_of(const ln_breach* const breach, wanted* const triple)
{
  if (breach->axiom == LN_A_FUNCTIONAL || breach->axiom == LN_A_DISJOINT) {
    *triple = (wanted){breach->focus, breach->predicate, breach->other};
  } else if (breach->axiom == LN_A_KEY) {
    *triple = (wanted){breach->other, breach->predicate, breach->value};
  } else {
    return false;
  }
  return true;
}

/* Whether no triple of the graphs may begin with this term. What ontologies say of one they name
   may be all that is said of it. */
static bool
may_be_object_only(const ln_validating* const v, const uint32_t term)
{
  return term < v->first_term || ln_triple_set_of(v->data, term).n == 0U;
}

static size_t
gather(const ln_validating* const v, ln_traced* const traced)
{
  size_t n = 0U;
  for (size_t i = 0U; i < total_of(v); ++i) {
    const ln_breach* const breach = breach_at(v, i);
    const uint32_t         focus  = focus_of(v, i);
    wanted                 triple = {0U, 0U, 0U};
    traced[n++]                   = (ln_traced){focus, LN_NO_TERM, LN_NO_TERM, 0U, 0U};
    if (may_be_object_only(v, focus)) {
      traced[n++] = (ln_traced){LN_NO_TERM, LN_NO_TERM, focus, 0U, 0U};
    }
    if (triple_of(v, i, &triple)) {
      traced[n++] = (ln_traced){triple.subject, triple.predicate, triple.object, 0U, 0U};
    }
    if (breach && rival_of(breach, &triple)) {
      traced[n++] = (ln_traced){triple.subject, triple.predicate, triple.object, 0U, 0U};
    }
  }
  return ln_traced_sort(traced, n);
}

/* Standard input cannot be read again. */
static ln_status
trace(const ln_validating* const v, ln_traced* const traced, const size_t n)
{
  for (size_t i = 0U; i < v->job->n_graphs; ++i) {
    const ln_reading reading = {
      .path = v->job->graphs[i], .base = v->job->base, .stop = v->job->stop};
    if (strcmp(reading.path, "-") != 0) {
      LN_TRY(ln_load_trace(&reading, v->first_source + (uint32_t)i, v->log, v->terms, traced, n));
    }
  }
  return LN_OK;
}

static placed
place_of(const ln_validating* const v,
         const ln_traced* const     traced,
         const size_t               n,
         const size_t               number)
{
  const uint32_t   focus  = focus_of(v, number);
  wanted           triple = {0U, 0U, 0U};
  const ln_traced* found  = NULL;
  if (triple_of(v, number, &triple)) {
    found = ln_traced_find(traced, n, triple.subject, triple.predicate, triple.object);
  }
  if (!found || found->source == 0U) {
    found = ln_traced_find(traced, n, focus, LN_NO_TERM, LN_NO_TERM);
  }
  if (!found || found->source == 0U) {
    found = ln_traced_find(traced, n, LN_NO_TERM, LN_NO_TERM, focus);
  }
  return (placed){found ? found->source : 0U, (uint32_t)number, found ? found->line : 0U};
}

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
  const ln_traced*  traced;
  size_t            n_traced;
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
  wanted triple = {0U, 0U, 0U};
  if (!rival_of(breach, &triple)) {
    return LN_OK;
  }
  const ln_traced* const found =
    ln_traced_find(t->traced, t->n_traced, triple.subject, triple.predicate, triple.object);
  if (!found || found->source == 0U) {
    return LN_OK;
  }
  const ln_view path = ln_log_path(t->v->log, found->source);
  return ln_text_format(&t->elsewhere, "%.*s:%" PRIu64, (int)path.n, path.s, found->line);
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

static ln_status
tell(telling* const t, const placed* const p)
{
  const ln_breach* const breach  = breach_at(t->v, p->number);
  ln_finding             finding = {
                .effect = LN_KEPT, .where = {.source = p->source}, .place = {.line = p->line}};
  ln_text_reset(&t->message);
  ln_text_reset(&t->hint);
  LN_TRY(breach ? word_breach(t, breach, &finding)
                : word_result(t, &t->v->results.v[p->number], &finding));
  finding.source  = p->source > 0U ? ln_log_path(t->v->log, p->source) : LN_V("");
  finding.message = ln_text_view(&t->message);
  finding.hint    = ln_text_view(&t->hint);
  return ln_log_add(t->v->log, &finding);
}

static ln_status
tell_all(ln_validating* const v, ln_traced* const traced, placed* const places)
{
  const size_t n  = gather(v, traced);
  telling      t  = {.v        = v,
                     .traced   = traced,
                     .n_traced = n,
                     .wording  = {.ontology = &v->ontology, .terms = v->terms, .data = v->data}};
  ln_status    st = trace(v, traced, n);
  for (size_t i = 0U; i < total_of(v); ++i) {
    places[i] = place_of(v, traced, n, i);
  }
  qsort(places, total_of(v), sizeof(*places), compare);
  for (size_t i = 0U; st == LN_OK && i < total_of(v); ++i) {
    st = tell(&t, &places[i]);
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
  const size_t n = total_of(v);
  if (n == 0U) {
    return LN_OK;
  }
  ln_traced* const traced = (ln_traced*)ln_alloc_zero(TRACES * n, sizeof(ln_traced));
  placed* const    places = (placed*)ln_alloc_zero(n, sizeof(placed));
  const ln_status  st     = traced && places ? tell_all(v, traced, places) : LN_NO_MEM;
  ln_free(traced);
  ln_free(places);
  return st;
}
