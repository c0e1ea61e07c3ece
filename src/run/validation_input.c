/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Places in tables. The plan runs again (run/trace.h) and tells of each triple of the nodes in
   question while its row is at hand: a value stands in the cell that it was made of, a thing in the
   first cell that names it, and what is missing in the cell that would have made it. Where a thing
   has a property twice, the later cell is the one to look at. */

#include "base/memory.h"
#include "run/trace.h"
#include "run/validating.h"

typedef struct {
  const ln_validating* v;
  ln_places*           places;
  ln_log*              log;     ///< of the second run: what it finds was told in the first one
  uint32_t*            sources; ///< numbers in the log of the first run, by those of the second
  size_t               n_sources;
} placing;

/* The number of a table in the log that findings go to. */
static ln_status
source_of(placing* const p, const uint32_t there, uint32_t* const here)
{
  while (p->n_sources <= there) {
    uint32_t* const v = (uint32_t*)ln_realloc(p->sources, p->n_sources + 1U, sizeof(uint32_t));
    if (!v) {
      return LN_NO_MEM;
    }
    p->sources                 = v;
    p->sources[p->n_sources++] = 0U;
  }
  if (p->sources[there] == 0U) {
    LN_TRY(ln_log_source(p->v->log, ln_log_path(p->log, there), NULL, NULL, &p->sources[there]));
  }
  *here = p->sources[there];
  return LN_OK;
}

static ln_status
add_name(ln_places* const places, const ln_view name, uint32_t* const number)
{
  for (size_t i = 0U; i < places->n_names; ++i) {
    if (ln_view_equals(places->names[i], name)) {
      *number = (uint32_t)i + 1U;
      return LN_OK;
    }
  }
  if (places->n_names == places->cap_names) {
    const size_t   cap = places->cap_names > 0U ? places->cap_names * 2U : 16U;
    ln_view* const v   = (ln_view*)ln_realloc(places->names, cap, sizeof(ln_view));
    if (!v) {
      return LN_NO_MEM;
    }
    places->names     = v;
    places->cap_names = cap;
  }
  const ln_view copy = ln_arena_copy(&places->arena, name);
  if (!copy.s) {
    return LN_NO_MEM;
  }
  places->names[places->n_names++] = copy;
  *number                          = (uint32_t)places->n_names;
  return LN_OK;
}

static ln_status
set_place(placing* const p, const size_t at, const ln_trace_hit* const hit, const uint32_t field)
{
  ln_traced* const   traced = &p->places->traced[at];
  ln_in_table* const in     = &p->places->tables[at];
  ln_place           place  = {0};
  ln_trace_place(hit, field, &place);
  LN_TRY(source_of(p, hit->where.source, &traced->source));
  traced->line = place.line;
  *in          = (ln_in_table){.row    = hit->where.row,
                               .column = (uint32_t)place.column,
                               .letter = (uint32_t)place.letter,
                               .field  = field};
  return place.name.n > 0U ? add_name(p->places, place.name, &in->name) : LN_OK;
}

/* The first cell that has some part in the triple; 0: none. */
static uint32_t
field_of(const ln_trace_hit* const hit, const unsigned part)
{
  for (size_t i = 0U; i < hit->origin->n; ++i) {
    if ((hit->origin->cells[i].parts & part) != 0U) {
      return hit->origin->cells[i].field;
    }
  }
  return 0U;
}

static uint32_t
subject_field(const ln_trace_hit* const hit)
{
  return field_of(hit, LN_ORIGIN_SUBJECT);
}

/* A cell of the object, else of the predicate, else what decided, else of the subject. */
static uint32_t
value_field(const ln_trace_hit* const hit)
{
  static const unsigned PARTS[] = {
    LN_ORIGIN_OBJECT, LN_ORIGIN_PREDICATE, LN_ORIGIN_CONDITION, LN_ORIGIN_SUBJECT};
  uint32_t field = hit->where.field;
  for (size_t i = 0U; field == 0U && i < sizeof(PARTS) / sizeof(PARTS[0]); ++i) {
    field = field_of(hit, PARTS[i]);
  }
  return field;
}

static ln_view
predicate_at(const ln_trace_hit* const hit, const ln_output* const output)
{
  return output->property ? LN_V("")
                          : ln_names_predicate_at(hit->session->names, output->predicate)->iri;
}

/* The thing of a row that the triple is about: that with the column which made it. */
static const ln_subject*
subject_of(const ln_trace_hit* const hit)
{
  const ln_plan* const plan = hit->table ? hit->table->plan : NULL;
  for (size_t i = 0U; plan && hit->origin->column && i < plan->n_subjects; ++i) {
    const ln_subject* const subject = &plan->subjects[i];
    for (size_t k = 0U; k < subject->n_outputs; ++k) {
      const ln_output* const output = &subject->outputs[k];
      if (plan->variables[output->variable].column == hit->origin->column &&
          ln_view_equals(predicate_at(hit, output), hit->triple->predicate.text)) {
        return subject;
      }
    }
  }
  return NULL;
}

/* The field to fill: that of a column; of a virtual one, that which decides whether it says
   anything, else the first that it names. */
static uint32_t
field_to_fill(const ln_plan* const plan, const ln_variable* const v)
{
  if (v->field != 0U || v->tests.n == 0U) {
    return v->origin;
  }
  const uint32_t decides = plan->variables[v->tests.tests[0].operand.variable].origin;
  return decides != 0U ? decides : v->origin;
}

/* The field that would have made a property of this thing; 0: no column of the table does. */
static uint32_t
field_for(const ln_trace_hit* const hit, const ln_view predicate)
{
  const ln_subject* const subject = subject_of(hit);
  for (size_t i = 0U; subject && i < subject->n_outputs; ++i) {
    const ln_output* const output = &subject->outputs[i];
    if (ln_view_equals(predicate_at(hit, output), predicate)) {
      const ln_plan* const plan = hit->table->plan;
      return field_to_fill(plan, &plan->variables[output->variable]);
    }
  }
  return 0U;
}

/* The first traced triple of a subject, or where it would be. */
static size_t
first_of(const ln_places* const places, const uint32_t subject)
{
  size_t low  = 0U;
  size_t high = places->n;
  while (low < high) {
    const size_t middle = low + (high - low) / 2U;
    if (places->traced[middle].subject < subject) {
      low = middle + 1U;
    } else {
      high = middle;
    }
  }
  return low;
}

/* Any value of a property: the cells that have one, the later counts, but not beyond the second;
   before there is one, the empty cell that stands for it. */
static ln_status
note_any_value(placing* const            p,
               const size_t              at,
               const ln_trace_hit* const hit,
               const uint32_t            predicate)
{
  ln_traced* const traced = &p->places->traced[at];
  if (traced->predicate == predicate) {
    return set_place(p, at, hit, value_field(hit));
  }
  const ln_view  iri   = ln_term_table_text(p->v->terms, traced->predicate);
  const uint32_t field = traced->source == 0U ? field_for(hit, iri) : 0U;
  return field > 0U ? set_place(p, at, hit, field) : LN_OK;
}

static ln_status
note(placing* const            p,
     const size_t              at,
     const ln_trace_hit* const hit,
     const uint32_t            predicate,
     const uint32_t            object)
{
  const ln_traced* const traced = &p->places->traced[at];
  if (traced->predicate == LN_NO_TERM) {
    return traced->source == 0U ? set_place(p, at, hit, subject_field(hit)) : LN_OK;
  }
  if (traced->object == LN_NO_TERM) {
    return note_any_value(p, at, hit, predicate);
  }
  const bool same = traced->predicate == predicate && traced->object == object;
  return same && traced->source == 0U ? set_place(p, at, hit, value_field(hit)) : LN_OK;
}

static ln_status
found(void* const self, const ln_trace_hit* const hit)
{
  placing* const       p         = (placing*)self;
  ln_term_table* const terms     = p->v->terms;
  uint32_t             subject   = LN_NO_TERM;
  uint32_t             predicate = LN_NO_TERM;
  uint32_t             object    = LN_NO_TERM;
  LN_TRY(ln_term_table_find(terms, &hit->triple->subject, LN_INPUT_FILE, &subject));
  LN_TRY(ln_term_table_find(terms, &hit->triple->predicate, LN_INPUT_FILE, &predicate));
  LN_TRY(ln_term_table_find(terms, &hit->triple->object, LN_INPUT_FILE, &object));
  if (subject == LN_NO_TERM) {
    return LN_OK;
  }
  for (size_t i = first_of(p->places, subject);
       i < p->places->n && p->places->traced[i].subject == subject;
       ++i) {
    LN_TRY(note(p, i, hit, predicate, object));
  }
  return LN_OK;
}

/* Whole things where anything of them is asked for; else single triples. */
static ln_status
add_wanted(const placing* const p, ln_wanted* const wanted)
{
  const ln_term_table* const terms  = p->v->terms;
  uint32_t                   number = 0U;
  for (size_t i = 0U; i < p->places->n; ++i) {
    const ln_traced* const t = &p->places->traced[i];
    if (t->subject == LN_NO_TERM) {
      continue;
    }
    const ln_read_term subject = ln_term_table_at(terms, t->subject);
    if (t->object == LN_NO_TERM) {
      LN_TRY(ln_wanted_add(wanted, &subject, NULL, NULL, &number));
      continue;
    }
    const ln_read_term predicate = ln_term_table_at(terms, t->predicate);
    const ln_read_term object    = ln_term_table_at(terms, t->object);
    LN_TRY(ln_wanted_add(wanted, &subject, &predicate, &object, &number));
  }
  return LN_OK;
}

static ln_status
run(placing* const p, ln_wanted* const wanted)
{
  const ln_trace trace = {.job = p->v->job->input, .wanted = wanted, .found = found, .self = p};
  LN_TRY(add_wanted(p, wanted));
  return ln_run_trace(&trace, p->log);
}

ln_status
ln_places_trace_input(const ln_validating* const v, ln_places* const places)
{
  const ln_log_policy silent = {.quiet = true};
  placing             p      = {.v = v, .places = places, .log = ln_log_new(&silent)};
  ln_wanted* const    wanted = ln_wanted_new();
  const ln_status     st     = p.log && wanted ? run(&p, wanted) : LN_NO_MEM;
  ln_wanted_free(wanted);
  ln_free(p.sources);
  ln_log_free(p.log);
  return st;
}
