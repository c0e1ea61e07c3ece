/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which cells made a triple. The plan knows it of every column, so nothing is written down while
   rows are made; it is worked out for the few triples that somebody asks about. Variables are
   marked with the part of the triple that they have to do with, and hand their marks on to those
   that they are made of, until nothing changes: what a text is made of stands before it, so one
   round from the last variable to the first is as a rule enough. */

#include "map/origin.h"

#include "base/memory.h"
#include "map/maker.h"

#include <string.h>

/* Whether the part of a template takes something of a variable. */
static bool
names_variable(const ln_part* const part)
{
  return part->operator!= 0 && part->source <= LN_PART_CODE;
}

static ln_view
cell_text(const ln_maker* const maker, const ln_variable* const v)
{
  const ln_row* const row = maker->row;
  return v->field > 0U && v->field <= row->n
           ? (ln_view){row->cells[v->field - 1U].s, row->cells[v->field - 1U].n}
           : LN_V("");
}

typedef enum {
  HAS_NONE,
  HAS_SOME, ///< of several items that are looked at together not all have a value
  HAS_ALL,
} holding;

/* The values of a variable in what is described now. On the straight way nobody has looked at
   virtual ones; there they have one, or the row would not have gone it. */
static holding
holds(const ln_maker* const maker, const size_t variable)
{
  const ln_variable* const v = &maker->plan->variables[variable];
  if (!maker->evaluated) {
    const bool there = v->field == 0U ? v->n_values > 0U : cell_text(maker, v).n > 0U;
    return there ? HAS_ALL : HAS_NONE;
  }
  size_t               n     = 0U;
  size_t               good  = 0U;
  const ln_item* const items = ln_maker_items(maker, variable, &n);
  for (size_t i = 0U; i < n; ++i) {
    good += items[i].state == LN_ITEM_GOOD;
  }
  if (good == 0U) {
    return HAS_NONE;
  }
  return good < n ? HAS_SOME : HAS_ALL;
}

/* Whether a component of a key has a value: one of its columns is filled, or made of others. */
static bool
is_filled(const ln_maker* const maker, const ln_component* const c)
{
  for (uint8_t i = 0U; i < c->n; ++i) {
    if (holds(maker, c->choices[i]) != HAS_NONE) {
      return true;
    }
  }
  return c->optional;
}

/* The first column of a component that has a value is its value. */
static void
mark_component(const ln_maker* const     maker,
               const ln_component* const c,
               const unsigned char       parts,
               unsigned char* const      marks)
{
  for (uint8_t i = 0U; i < c->n; ++i) {
    if (holds(maker, c->choices[i]) != HAS_NONE) {
      marks[c->choices[i]] |= parts;
      return;
    }
  }
}

static void
mark_key(const ln_maker* const maker, const unsigned char parts, unsigned char* const marks)
{
  const ln_plan* const plan = maker->plan;
  for (size_t i = 0U; i < plan->n_keys; ++i) {
    const ln_key_plan* const key  = &plan->keys[i];
    bool                     good = true;
    for (size_t k = 0U; k < key->n; ++k) {
      good = good && is_filled(maker, &key->components[k]);
    }
    for (size_t k = 0U; good && k < key->n; ++k) {
      mark_component(maker, &key->components[k], parts, marks);
    }
    if (good) {
      return;
    }
  }
}

static void
mark_parts(const ln_maker* const maker,
           const ln_part* const  list,
           const size_t          n,
           const unsigned char   parts,
           unsigned char* const  marks)
{
  for (size_t i = 0U; i < n; ++i) {
    if (names_variable(&list[i])) {
      marks[list[i].variable] |= parts;
    } else if (list[i].operator!= 0 && list[i].source == LN_PART_KEY) {
      mark_key(maker, parts, marks);
    }
  }
}

static void
mark_iri(const ln_maker* const    maker,
         const ln_iri_plan* const iri,
         const unsigned char      parts,
         unsigned char* const     marks)
{
  if (iri) {
    mark_parts(maker, iri->parts, iri->n, parts, marks);
  }
}

/* Whether all that the template names has a value. If it has for all items, those behind it do not
   count. */
static holding
takes(const ln_maker* const maker, const ln_template* const alternative)
{
  holding all = HAS_ALL;
  for (size_t i = 0U; i < alternative->n; ++i) {
    const ln_part* const part = &alternative->parts[i];
    const holding        one  = names_variable(part) ? holds(maker, part->variable) : HAS_ALL;
    all                       = one < all ? one : all;
  }
  return all;
}

/* What a variable is made of has to do with the same parts. Conditions only decide. */
static void
hand_on(const ln_maker* const    maker,
        const ln_variable* const v,
        const unsigned char      parts,
        unsigned char* const     marks)
{
  holding taken = HAS_NONE;
  for (size_t i = 0U; i < v->n_values && taken != HAS_ALL; ++i) {
    taken = takes(maker, &v->values[i]);
    if (taken != HAS_NONE || i + 1U == v->n_values) {
      mark_parts(maker, v->values[i].parts, v->values[i].n, parts, marks);
    }
  }
  if (v->reference) {
    mark_iri(maker, &v->reference->mint, parts, marks);
  }
  if (v->lang != SIZE_MAX) {
    marks[v->lang] |= parts;
  }
  if (v->type_column != SIZE_MAX) {
    marks[v->type_column] |= parts;
  }
}

static bool
go_round(const ln_maker* const maker, unsigned char* const marks)
{
  const size_t n      = maker->plan->n_variables;
  bool         behind = false;
  for (size_t i = n; i > 0U; --i) {
    const ln_variable* const v = &maker->plan->variables[i - 1U];
    if (marks[i - 1U] != 0U) {
      hand_on(maker, v, marks[i - 1U], marks);
    }
    behind = behind || (v->lang != SIZE_MAX && v->lang >= i) ||
             (v->type_column != SIZE_MAX && v->type_column >= i);
  }
  return behind;
}

/* The output that has the variable, and its subject; NULL if there is none. */
static const ln_output*
find_output(const ln_plan* const plan, const size_t variable, const ln_subject** const subject)
{
  for (size_t i = 0U; i < plan->n_subjects; ++i) {
    const ln_subject* const s = &plan->subjects[i];
    for (size_t k = 0U; k < s->n_outputs; ++k) {
      if (s->outputs[k].variable == variable) {
        *subject = s;
        return &s->outputs[k];
      }
    }
  }
  return NULL;
}

bool
ln_plan_predicate(const ln_plan* const plan, const size_t variable, uint16_t* const predicate)
{
  const ln_subject*      subject = NULL;
  const ln_output* const out     = find_output(plan, variable, &subject);
  *predicate                     = out ? out->predicate : 0U;
  return out && !out->property;
}

/* A variable with a template for its object gives only what the template names of it. */
static void
mark_output(const ln_maker* const maker, const size_t variable, unsigned char* const marks)
{
  const ln_subject*        subject = NULL;
  const ln_variable* const v       = &maker->plan->variables[variable];
  const ln_output* const   out     = find_output(maker->plan, variable, &subject);
  if (out && out->kind == LN_OBJECT_URL) {
    mark_iri(maker, out->url, LN_ORIGIN_OBJECT, marks);
  } else {
    marks[variable] |= LN_ORIGIN_OBJECT;
  }
  if (out) {
    mark_iri(maker, out->property, LN_ORIGIN_PREDICATE, marks);
    mark_iri(maker, &subject->iri, LN_ORIGIN_SUBJECT, marks);
  }
  for (size_t i = 0U; i < v->tests.n; ++i) {
    marks[v->tests.tests[i].operand.variable] |= LN_ORIGIN_CONDITION;
    if (v->tests.tests[i].when->other.s) {
      marks[v->tests.tests[i].other.variable] |= LN_ORIGIN_CONDITION;
    }
  }
  if (v->field != 0U && marks[variable] == 0U) {
    marks[variable] |= LN_ORIGIN_CONDITION; // without a value the column says nothing
  }
}

static ln_status
have_marks(ln_origin* const origin, const size_t n)
{
  if (origin->cap_marks < n) {
    unsigned char* const more = ln_realloc(origin->marks, n, 1U);
    if (!more) {
      return LN_NO_MEM;
    }
    origin->marks     = more;
    origin->cap_marks = n;
  }
  memset(origin->marks, 0, n);
  return LN_OK;
}

static ln_status
add_cell(ln_origin* const origin, const ln_origin_cell* const cell)
{
  if (origin->n == origin->cap) {
    const size_t          cap  = origin->cap > 0U ? 2U * origin->cap : 8U;
    ln_origin_cell* const more = ln_realloc(origin->cells, cap, sizeof(ln_origin_cell));
    if (!more) {
      return LN_NO_MEM;
    }
    origin->cells = more;
    origin->cap   = cap;
  }
  size_t at = origin->n++;
  for (; at > 0U && origin->cells[at - 1U].field > cell->field; --at) {
    origin->cells[at] = origin->cells[at - 1U];
  }
  origin->cells[at] = *cell;
  return LN_OK;
}

/* An empty cell made something only if its column says what stands for it. */
static ln_status
take_cells(const ln_maker* const maker, ln_origin* const origin)
{
  for (size_t i = 0U; i < maker->plan->n_variables; ++i) {
    const ln_variable* const v = &maker->plan->variables[i];
    const ln_origin_cell cell  = {v->field, origin->marks[i], v->column->name, cell_text(maker, v)};
    const bool           made =
      cell.text.n > 0U || v->column->fallback.n > 0U || (cell.parts & LN_ORIGIN_CONDITION) != 0U;
    if (cell.parts != 0U && cell.field != 0U && made) {
      LN_TRY(add_cell(origin, &cell));
    }
  }
  return LN_OK;
}

ln_status
ln_maker_origin(const ln_maker* const maker, const uint16_t column, ln_origin* const origin)
{
  const size_t n = maker->plan->n_variables;
  origin->n      = 0U;
  origin->column = NULL;
  if (column == 0U || column > n || !maker->row) {
    return LN_OK;
  }
  LN_TRY(have_marks(origin, n));
  origin->column = maker->plan->variables[column - 1U].column;
  mark_output(maker, column - 1U, origin->marks);
  if (go_round(maker, origin->marks)) {
    (void)go_round(maker, origin->marks);
  }
  return take_cells(maker, origin);
}

void
ln_origin_clear(ln_origin* const origin)
{
  ln_free(origin->cells);
  ln_free(origin->marks);
  *origin = (ln_origin){0};
}
