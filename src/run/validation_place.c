/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Where results and breaches stand. Each is about a triple: that of the value, else one of the
   focus node and the path, else any of the focus node, else one that leads to it. Graphs are read
   and tables are made once more for the places of these triples alone, so no triple needs memory
   for its place. */

#include "base/memory.h"
#include "run/validating.h"

#include <string.h>

enum { TRACES = 5 }; ///< of one result or breach at most

size_t
ln_validation_findings(const ln_validating* const v)
{
  return v->results.n + v->breaches.n;
}

const ln_breach*
ln_validation_breach(const ln_validating* const v, const size_t number)
{
  return number < v->results.n ? NULL : &v->breaches.v[number - v->results.n];
}

static uint32_t
focus_of(const ln_validating* const v, const size_t number)
{
  const ln_breach* const breach = ln_validation_breach(v, number);
  return breach ? breach->focus : v->results.v[number].focus;
}

/* The triple that a result is about: (focus, path, value), or backwards; without a value, that of
   any. */
static bool
triple_of_result(const ln_validating* const v,
                 const ln_result* const     result,
                 ln_about* const            triple)
{
  const uint32_t path = v->shapes.shapes[result->shape].path;
  if (result->predicate != LN_NO_TERM) {
    *triple = (ln_about){result->focus, result->predicate, result->value};
    return true;
  }
  if (path == LN_NO_PATH || v->shapes.paths[path].steps.n != 1U) {
    return false;
  }
  const ln_step* const step = &v->shapes.steps[v->shapes.paths[path].steps.first];
  if (step->kind == LN_STEP_BACK) {
    *triple = (ln_about){result->value, step->predicate, result->focus};
    return result->value != LN_NO_TERM;
  }
  *triple = (ln_about){result->focus, step->predicate, result->value};
  return true;
}

static bool
triple_of(const ln_validating* const v, const size_t number, ln_about* const triple)
{
  const ln_breach* const breach = ln_validation_breach(v, number);
  if (breach) {
    *triple = (ln_about){breach->focus, breach->predicate, breach->value};
    return true;
  }
  return triple_of_result(v, &v->results.v[number], triple);
}

bool
ln_validation_rival(const ln_breach* const breach, ln_about* const rival)
{
  if (breach->axiom == LN_A_FUNCTIONAL || breach->axiom == LN_A_DISJOINT) {
    *rival = (ln_about){breach->focus, breach->predicate, breach->other};
  } else if (breach->axiom == LN_A_KEY) {
    *rival = (ln_about){breach->other, breach->predicate, breach->value};
  } else {
    return false;
  }
  return true;
}

/* What leads to a node that is not described: the first such triple. */
static bool
leading_to(const ln_validating* const v, const uint32_t node, ln_about* const triple)
{
  const ln_halves to = ln_triple_set_to(v->data, node);
  if (to.n == 0U || ln_triple_set_of(v->data, node).n > 0U) {
    return false;
  }
  *triple = (ln_about){ln_half_node(to.v[0]), ln_half_predicate(to.v[0]), node};
  return true;
}

static ln_traced
traced_of(const ln_about* const about)
{
  return (ln_traced){about->subject, about->predicate, about->object, 0U, 0U};
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
  for (size_t i = 0U; i < ln_validation_findings(v); ++i) {
    const ln_breach* const breach = ln_validation_breach(v, i);
    const uint32_t         focus  = focus_of(v, i);
    ln_about               triple = {0U, 0U, 0U};
    traced[n++]                   = (ln_traced){focus, LN_NO_TERM, LN_NO_TERM, 0U, 0U};
    if (may_be_object_only(v, focus)) {
      traced[n++] = (ln_traced){LN_NO_TERM, LN_NO_TERM, focus, 0U, 0U};
    }
    if (triple_of(v, i, &triple)) {
      traced[n++] = traced_of(&triple);
    }
    if (v->job->input && leading_to(v, focus, &triple)) {
      traced[n++] = traced_of(&triple);
    }
    if (breach && ln_validation_rival(breach, &triple)) {
      traced[n++] = traced_of(&triple);
    }
  }
  return ln_traced_sort(traced, n);
}

/* Standard input cannot be read again. */
static ln_status
trace_graphs(const ln_validating* const v, const ln_places* const places)
{
  for (size_t i = 0U; i < v->job->n_graphs; ++i) {
    const ln_reading reading = {
      .path = v->job->graphs[i], .base = v->job->base, .stop = v->job->stop};
    const uint32_t source = v->first_source + (uint32_t)i;
    if (strcmp(reading.path, "-") != 0) {
      LN_TRY(ln_load_trace(&reading, source, v->log, v->terms, places->traced, places->n));
    }
  }
  return LN_OK;
}

ln_status
ln_places_find(const ln_validating* const v, ln_places* const places)
{
  places->traced = (ln_traced*)ln_alloc_zero(TRACES * ln_validation_findings(v), sizeof(ln_traced));
  if (!places->traced) {
    return LN_NO_MEM;
  }
  places->n = gather(v, places->traced);
  LN_TRY(trace_graphs(v, places));
  if (!v->job->input || strcmp(v->job->input->input, "-") == 0) {
    return LN_OK;
  }
  places->tables = (ln_in_table*)ln_alloc_zero(places->n, sizeof(ln_in_table));
  return places->tables ? ln_places_trace_input(v, places) : LN_NO_MEM;
}

void
ln_places_clear(ln_places* const places)
{
  ln_free(places->traced);
  ln_free(places->tables);
  ln_free(places->names);
  ln_arena_clear(&places->arena);
  *places = (ln_places){.n = 0U};
}

bool
ln_places_of_triple(const ln_places* const places, const ln_about* const about, ln_finding* const f)
{
  const ln_traced* const found =
    ln_traced_find(places->traced, places->n, about->subject, about->predicate, about->object);
  if (!found || found->source == 0U) {
    return false;
  }
  f->where = (ln_where){.source = found->source};
  f->place = (ln_place){.line = found->line};
  if (places->tables) {
    const ln_in_table* const in = &places->tables[found - places->traced];
    f->where.row                = in->row;
    f->where.field              = in->field;
    f->place.column             = in->column;
    f->place.letter             = in->letter;
    f->place.name               = in->name > 0U ? places->names[in->name - 1U] : LN_V("");
  }
  return true;
}

bool
ln_places_of(const ln_validating* const v,
             const ln_places* const     places,
             const size_t               number,
             ln_finding* const          finding)
{
  const uint32_t focus   = focus_of(v, number);
  const ln_about any     = {focus, LN_NO_TERM, LN_NO_TERM};
  const ln_about leading = {LN_NO_TERM, LN_NO_TERM, focus};
  ln_about       triple  = {0U, 0U, 0U};
  if (triple_of(v, number, &triple) && ln_places_of_triple(places, &triple, finding)) {
    return true;
  }
  if (ln_places_of_triple(places, &any, finding) ||
      ln_places_of_triple(places, &leading, finding)) {
    return true;
  }
  return leading_to(v, focus, &triple) && ln_places_of_triple(places, &triple, finding);
}
