/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Laying out the straight way (straight.h). Every part of the plan is asked whether it is one of
   the few simple kinds; the first that is not leaves the table to the general way, silently, for it
   is only slower. What depends on a value that may be missing is decided here once: either the
   output is left out with it, or the cell is needed and a row without it goes the general way. */

#include "map/binder.h"
#include "map/straight.h"
#include "rdf/iri.h"

enum { NO_TEXT = UINT16_MAX };

/* A layout in the making. */
typedef struct {
  const ln_binder*  b;
  const ln_plan*    plan;
  ln_straight*      out;
  ln_straight_cell* cells;
  ln_straight_join* joins;
  uint16_t*         numbers; ///< text of each variable, or NO_TEXT
  bool              fits;
} layout;

static ln_status
refuse(layout* const l)
{
  l->fits = false;
  return LN_OK;
}

/* Whether nothing is done with a value but what the straight way knows. What is added to columns
   must be added here, or be none of its business. */
static bool
is_untouched(const ln_variable* const v)
{
  return !v->reference && !v->prepared && v->n_types == 0U && !v->early && !v->placeholders &&
         !v->extract && !v->protect && !v->aligned && v->parent == LN_NO_GROUP &&
         v->column->separators.n == 0U && !v->column->brackets;
}

/* Whether a source column says no more than its cell does. */
static bool
is_simple(const ln_variable* const v)
{
  return !v->column->is_virtual && v->field > 0U && is_untouched(v) &&
         v->column->separator.n <= 1U && v->column->array != LN_ARRAY_POSTGRESQL;
}

static uint32_t
longest_of(const ln_views nulls)
{
  size_t longest = 0U;
  for (size_t i = 0U; i < nulls.n; ++i) {
    longest = nulls.v[i].n > longest ? nulls.v[i].n : longest;
  }
  return (uint32_t)longest;
}

/* A single short null is a word to compare with, whatever the order of bytes in it. */
static void
add_nulls(ln_straight_cell* const cell)
{
  const ln_views nulls = cell->column->nulls;
  cell->longest_null   = longest_of(nulls);
  if (nulls.n == 1U && nulls.v[0].n > 0U && nulls.v[0].n <= sizeof(cell->null_word)) {
    memcpy(&cell->null_word, nulls.v[0].s, nulls.v[0].n);
    memset(&cell->null_mask, 0xFF, nulls.v[0].n);
  }
}

/* The text of a source column: its cell is read from now on. */
static uint16_t
cell_of(layout* const l, const size_t variable)
{
  const ln_variable* const v = &l->plan->variables[variable];
  if (l->numbers[variable] != NO_TEXT) {
    return l->numbers[variable];
  }
  if (!is_simple(v)) {
    l->fits = false;
    return 0U;
  }
  const ln_column* const  column  = v->column;
  const bool              trivial = ln_datatype_trivial(v->datatype);
  ln_straight_cell* const cell    = &l->cells[l->out->n_cells];
  *cell                           = (ln_straight_cell){.column = column,
                                                       .field  = v->field - 1U,
                                                       .edges  = v->trims || v->blank || column->fallback.s,
                                                       .needed = v->vital || column->required,
                                                       .list   = ln_column_is_list(column)};
  add_nulls(cell);
  if (!trivial) {
    cell->datatype = v->datatype;
    cell->shapes   = ln_datatype_shapes(v->datatype);
  }
  cell->given      = column->fallback.s != NULL;
  cell->digits     = (cell->shapes & LN_SHAPE_DIGITS) != 0U && !column->is_iri && !column->is_id;
  cell->tested     = cell->edges || !trivial || column->is_iri || column->is_id;
  l->out->n_fields = v->field > l->out->n_fields ? v->field : l->out->n_fields;
  l->numbers[variable] = (uint16_t)l->out->n_cells++;
  return l->numbers[variable];
}

/* How the items of a list are found. */
static ln_straight_kind
list_kind(const ln_column* const column)
{
  return column->array == LN_ARRAY_JSON ? LN_STRAIGHT_ARRAY : LN_STRAIGHT_LIST;
}

/* The text of any column, but not of a list. */
static uint16_t
text_of(layout* const l, const size_t variable)
{
  const ln_variable* const v = &l->plan->variables[variable];
  if (ln_column_is_list(v->column) || (v->column->is_virtual && l->numbers[variable] == NO_TEXT)) {
    l->fits = false;
    return 0U;
  }
  return cell_of(l, variable);
}

/* The same where it stands in an IRI. `own`: without a value there is no such IRI. */
static uint16_t
word_of(layout* const l, const size_t variable, const bool own)
{
  const ln_column* const column = l->plan->variables[variable].column;
  const uint16_t         number = text_of(l, variable);
  if (column->is_virtual || column->slug) {
    l->fits = false;
  }
  if (l->fits) {
    l->cells[number].word   = true;
    l->cells[number].needed = l->cells[number].needed || !own;
  }
  return number;
}

/* An expression that puts a value where it stands and nothing else. */
static bool
is_plain_part(const ln_part* const part)
{
  return (part->operator== ' ' || part->operator== '+') && part->leads && part->length == 0U;
}

static bool
is_text_part(const ln_part* const part)
{
  return is_plain_part(part) && (part->source == LN_PART_VARIABLE || part->source == LN_PART_RAW);
}

/* Lay out a text that is put together. `value`: of this virtual column; NULL: an IRI. */
static ln_status
add_join(layout* const            l,
         const ln_part* const     parts,
         const size_t             n,
         const ln_variable* const value,
         uint16_t* const          number)
{
  ln_straight_piece* const pieces = ln_arena_zero(l->b->arena, n, sizeof(ln_straight_piece));
  ln_straight_join* const  join   = &l->joins[l->out->n_joins];
  if (!pieces) {
    return LN_NO_MEM;
  }
  *join = (ln_straight_join){.pieces = pieces, .n = n, .value = value, .clean = true};
  for (size_t i = 0U; i < n && l->fits; ++i) {
    const ln_part* const part = &parts[i];
    if (!part->operator) {
      pieces[i].fixed = ln_arena_slack(l->b->arena, part->text);
      join->clean     = join->clean && ln_straight_clean(part->text, !value, i == 0U);
      LN_TRY(pieces[i].fixed.s ? LN_OK : LN_NO_MEM);
    } else if (is_text_part(part)) {
      pieces[i].kind = LN_PIECE_TEXT;
      pieces[i].text = value ? text_of(l, part->variable) : word_of(l, part->variable, false);
    } else if (is_plain_part(part) &&
               (part->source == LN_PART_ROW || part->source == LN_PART_SOURCE_ROW)) {
      pieces[i].kind = part->source == LN_PART_ROW ? LN_PIECE_ROW : LN_PIECE_SOURCE_ROW;
    } else {
      return refuse(l);
    }
  }
  *number    = (uint16_t)(l->out->first_join + l->out->n_joins++);
  join->same = *number;
  return LN_OK;
}

static bool
same_pieces(const ln_straight_join* const a, const ln_straight_join* const b)
{
  bool same = a->n == b->n;
  for (size_t i = 0U; i < a->n && same; ++i) {
    same = a->pieces[i].kind == b->pieces[i].kind && a->pieces[i].text == b->pieces[i].text &&
           ln_view_equals(a->pieces[i].fixed, b->pieces[i].fixed);
  }
  return same;
}

/* Bytes that a join has at least: a text that stands in an IRI has one. */
static size_t
least_of(const layout* const l, const ln_straight_join* const join)
{
  size_t least = 0U;
  for (size_t i = 0U; i < join->n; ++i) {
    const ln_straight_piece* const piece = &join->pieces[i];
    if (piece->kind == LN_PIECE_TEXT) {
      least += piece->text < l->out->n_cells && l->cells[piece->text].word ? 1U : 0U;
    } else {
      least += piece->kind == LN_PIECE_FIXED ? piece->fixed.n : 1U;
    }
  }
  return least;
}

/* The row's IRI behind its stem is often the value of a virtual column, too, which comes first.
   Then it is made once: it is there if the value is, and that is longer than any null. */
static void
share_joins(layout* const l)
{
  for (size_t i = 0U; i < l->out->n_joins; ++i) {
    ln_straight_join* const join = &l->joins[i];
    for (size_t k = 0U; k < i; ++k) {
      const ln_straight_join* const value = &l->joins[k];
      if (!join->value && value->value && join->clean && same_pieces(join, value) &&
          least_of(l, join) > longest_of(value->value->column->nulls)) {
        join->same = value->same;
      }
    }
    join->nullable = join->value && least_of(l, join) <= longest_of(join->value->column->nulls);
  }
}

/* The text of an IRI behind its stem: of one cell, or put together. */
static ln_status
add_iri(layout* const l, const ln_iri_plan* const iri, const size_t own, uint16_t* const text)
{
  if (iri->stem == LN_STEM_IRI || iri->groups != 0U || iri->loose) {
    return refuse(l);
  }
  if (iri->n == 1U && is_text_part(&iri->parts[0])) {
    *text = word_of(l, iri->parts[0].variable, iri->parts[0].variable == own);
    return LN_OK;
  }
  return add_join(l, iri->parts, iri->n, NULL, text);
}

static bool
is_constant(const ln_iri_plan* const iri)
{
  return iri->n == 1U && !iri->parts[0].operator;
}

static ln_term
constant_of(const ln_iri_plan* const iri)
{
  const ln_view bytes = iri->parts[0].text;
  return (ln_term){.s     = bytes.s,
                   .n     = (uint32_t)bytes.n,
                   .stem  = iri->stem,
                   .kind  = LN_IRI,
                   .flags = ln_iri_clean(bytes) ? LN_CLEAN : 0};
}

/* Virtual columns that have a text, in their order, since later ones may be made of them. */
static ln_status
add_values(layout* const l)
{
  for (size_t i = 0U; i < l->plan->n_variables && l->fits; ++i) {
    const ln_variable* const v      = &l->plan->variables[i];
    const ln_column* const   column = v->column;
    if (!v->used || !column->is_virtual) {
      continue;
    }
    if (v->n_values == 0U) {
      l->fits = !(column->fallback.s && !column->value_url.s);
      continue;
    }
    if (v->n_values > 1U || v->group != LN_NO_GROUP || !is_untouched(v) || v->tests.n > 0U ||
        ln_column_is_list(column) || column->is_iri || column->is_id ||
        !ln_datatype_trivial(v->datatype)) {
      return refuse(l);
    }
    LN_TRY(add_join(l, v->values[0].parts, v->values[0].n, v, &l->numbers[i]));
  }
  return LN_OK;
}

static ln_status
add_tests(layout* const l, const ln_tests* const from, ln_straight_output* const out)
{
  ln_test* const  tests = ln_arena_zero(l->b->arena, from->n, sizeof(ln_test));
  ln_tests* const kept  = ln_arena_zero(l->b->arena, 1U, sizeof(ln_tests));
  if (!tests || !kept) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < from->n; ++i) {
    const ln_test* const test = &from->tests[i];
    if (test->when->many >= 0 || test->when->minted >= 0 ||
        (test->source != LN_PART_VARIABLE && test->source != LN_PART_RAW)) {
      return refuse(l);
    }
    tests[i]          = *test;
    tests[i].variable = text_of(l, test->variable);
  }
  *kept      = (ln_tests){tests, from->n};
  out->tests = from->n > 0U ? kept : NULL;
  return LN_OK;
}

static ln_status
add_literal(layout* const l, const ln_output* const output, ln_straight_output* const out)
{
  const ln_variable* const v     = &l->plan->variables[output->variable];
  const bool               dated = l->plan->xsd_dates && v->edtf;
  if (v->lang != SIZE_MAX || dated || (v->column->is_virtual && v->n_values == 0U)) {
    return refuse(l);
  }
  const bool list  = ln_column_is_list(v->column);
  out->kind        = list ? list_kind(v->column) : LN_STRAIGHT_TEXT;
  out->text        = list ? cell_of(l, output->variable) : text_of(l, output->variable);
  out->gate        = out->text;
  out->pair.object = (ln_term){.stem = v->literal_stem, .kind = LN_LITERAL};
  return LN_OK;
}

/* One IRI for each item of a list: the template names the list and nothing else. */
static ln_status
add_items(layout* const l, const ln_output* const output, ln_straight_output* const out)
{
  const ln_variable* const v    = &l->plan->variables[output->variable];
  const ln_iri_plan* const url  = output->url;
  const size_t             list = url->parts[0].variable;
  if (url->n != 1U || !is_text_part(&url->parts[0]) || url->stem == LN_STEM_IRI || url->loose ||
      l->plan->variables[list].group == LN_NO_GROUP || l->plan->variables[list].column->slug ||
      (!v->column->is_virtual && list != output->variable)) {
    return refuse(l);
  }
  out->kind        = list_kind(l->plan->variables[list].column);
  out->text        = cell_of(l, list);
  out->gate        = out->text;
  out->pair.object = (ln_term){.stem = url->stem, .kind = LN_IRI};
  if (l->fits) {
    l->cells[out->text].word = true;
  }
  return LN_OK;
}

static ln_status
add_url(layout* const l, const ln_output* const output, ln_straight_output* const out)
{
  const ln_variable* const v   = &l->plan->variables[output->variable];
  const ln_iri_plan* const url = output->url;
  if (url->groups != 0U) {
    return add_items(l, output, out);
  }
  if (ln_column_is_list(v->column)) {
    return refuse(l);
  }
  out->gate = v->column->is_virtual ? l->out->always : text_of(l, output->variable);
  if (is_constant(url)) {
    out->pair.object = constant_of(url);
    return LN_OK;
  }
  out->kind        = LN_STRAIGHT_TEXT;
  out->pair.object = (ln_term){.stem = url->stem, .kind = LN_IRI};
  return add_iri(l, url, output->variable, &out->text);
}

static ln_status
add_output(layout* const l, const ln_output* const output, ln_straight_output* const out)
{
  const ln_variable* const v = &l->plan->variables[output->variable];
  if (output->property || output->list || output->source || output->kind == LN_OBJECT_REFERENCE ||
      (v->column->is_virtual && v->column->required)) {
    return refuse(l);
  }
  LN_TRY(output->kind == LN_OBJECT_URL ? add_url(l, output, out) : add_literal(l, output, out));
  out->pair.predicate = output->predicate;
  out->pair.field     = (uint16_t)v->origin;
  out->pair.flags     = output->lead;
  if (out->kind != LN_STRAIGHT_CONSTANT) {
    out->pair.flags |= (uint32_t)LN_PAIR_SLACK;
  }
  LN_TRY(add_tests(l, &v->tests, out));
  out->plain = !out->tests && (out->kind == LN_STRAIGHT_CONSTANT ||
                               (out->kind == LN_STRAIGHT_TEXT && out->text == out->gate));
  return LN_OK;
}

static ln_status
add_subject(layout* const l, const ln_subject* const subject, ln_straight_subject* const out)
{
  ln_straight_output* const outputs =
    ln_arena_zero(l->b->arena, subject->n_outputs, sizeof(ln_straight_output));
  if (!outputs) {
    return LN_NO_MEM;
  }
  *out = (ln_straight_subject){.graph = subject->graph, .outputs = outputs};
  if (subject->groups != 0U || subject->graph_url || subject->once) {
    return refuse(l);
  }
  if (subject->iri.n == 0U && subject->iri.stem == LN_STEM_IRI) {
    out->blank = true;
    out->term  = (ln_term){.kind = LN_BLANK, .flags = LN_CLEAN};
  } else if (is_constant(&subject->iri)) {
    out->term = constant_of(&subject->iri);
  } else {
    out->kind = LN_STRAIGHT_TEXT;
    out->term = (ln_term){.stem = subject->iri.stem, .kind = LN_IRI};
    LN_TRY(add_iri(l, &subject->iri, SIZE_MAX, &out->text));
  }
  for (size_t i = 0U; i < subject->n_outputs && l->fits; ++i) {
    LN_TRY(add_output(l, &subject->outputs[i], &outputs[i]));
  }
  out->n_outputs = subject->n_outputs;
  l->out->n_outputs += subject->n_outputs;
  return LN_OK;
}

/* Columns that nothing is made of are read only if something may be wrong with them. */
static void
add_watched(layout* const l)
{
  for (size_t i = 0U; i < l->plan->n_variables && l->fits; ++i) {
    const ln_variable* const v      = &l->plan->variables[i];
    const ln_column* const   column = v->column;
    const bool quiet = ln_datatype_trivial(v->datatype) && !v->vital && !column->required &&
                       !column->is_iri && !column->is_id && is_untouched(v) &&
                       !ln_column_is_list(column);
    if (v->used && !column->is_virtual && l->numbers[i] == NO_TEXT && !quiet) {
      (void)cell_of(l, i);
      l->fits = l->fits && !ln_column_is_list(column);
    }
  }
}

static ln_status
lay_out(layout* const l, ln_straight_subject* const subjects)
{
  LN_TRY(add_values(l));
  for (size_t i = 0U; i < l->plan->n_subjects && l->fits; ++i) {
    LN_TRY(add_subject(l, &l->plan->subjects[i], &subjects[i]));
  }
  add_watched(l);
  share_joins(l);
  return LN_OK;
}

/* Joins there may be: one a virtual column, subject and output. */
static size_t
most_joins(const ln_plan* const plan)
{
  size_t n = plan->n_variables + plan->n_subjects;
  for (size_t i = 0U; i < plan->n_subjects; ++i) {
    n += plan->subjects[i].n_outputs;
  }
  return n;
}

ln_status
ln_bind_straight(ln_binder* const b)
{
  ln_plan* const plan = b->plan;
  const size_t   most = most_joins(plan);
  if (b->binding->general || b->binding->n_sets > 0U || plan->index || plan->n_keys > 0U ||
      plan->rows || plan->n_requirements > 0U || plan->n_variables + most >= (size_t)NO_TEXT) {
    return LN_OK;
  }
  layout                     l = {.b    = b,
                                  .plan = plan,
                                  .out  = ln_arena_zero(b->arena, 1U, sizeof(ln_straight)),
                                  .cells = ln_arena_zero(b->arena, plan->n_variables, sizeof(ln_straight_cell)),
                                  .joins = ln_arena_zero(b->arena, most, sizeof(ln_straight_join)),
                                  .numbers = ln_arena_zero(b->arena, plan->n_variables, sizeof(uint16_t)),
                                  .fits = true};
  ln_straight_subject* const subjects =
    ln_arena_zero(b->arena, plan->n_subjects, sizeof(ln_straight_subject));
  if (!l.out || !l.cells || !l.joins || !l.numbers || !subjects) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < plan->n_variables; ++i) {
    l.numbers[i] = NO_TEXT;
  }
  *l.out = (ln_straight){.cells      = l.cells,
                         .first_join = plan->n_variables,
                         .always     = (uint16_t)(plan->n_variables + most),
                         .joins      = l.joins,
                         .subjects   = subjects,
                         .n_subjects = plan->n_subjects};
  LN_TRY(lay_out(&l, subjects));
  plan->straight = l.fits ? l.out : NULL;
  return LN_OK;
}
