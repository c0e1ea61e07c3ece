/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Laying out the straight way (straight.h). Every part of the plan is asked whether it is one of
   the few simple kinds; the first that is not leaves the table to the general way, silently, for it
   is only slower. What depends on a value that may be missing is decided here once: either the
   output is left out with it, or the cell is needed and a row without it goes the general way. */

#include "map/binder.h"
#include "map/straight.h"
#include "rdf/iri.h"

enum { NO_TEXT = UINT16_MAX, MOST_DIGITS = 20 };

/* A layout in the making. */
typedef struct {
  const ln_binder*  b;
  const ln_plan*    plan;
  ln_straight*      out;
  ln_straight_cell* cells;
  ln_straight_join* joins;
  ln_straight_list* lists;
  ln_straight_gate* gates;
  uint16_t*         numbers;      ///< text of each variable, or NO_TEXT
  uint16_t*         list_numbers; ///< list of each variable, or NO_TEXT
  uint16_t*         uses;         ///< slots of each text, and behind the texts of each list
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
         v->column->separators.n == 0U && !v->column->brackets && !v->column->fill_down;
}

/* Whether a source column says no more than its cell does. */
static bool
is_simple(const ln_variable* const v)
{
  return !v->column->is_virtual && v->field > 0U && is_untouched(v) &&
         v->column->separator.n <= 1U &&
         (v->column->array == LN_ARRAY_NONE || v->column->array == LN_ARRAY_JSON);
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

/* A single short null is a word to compare with, whatever the order of bytes in it; an empty one is
   told by its length. Where there is a default an empty cell is not simply null. */
static void
add_nulls(ln_straight_cell* const cell)
{
  const ln_views nulls = cell->column->nulls;
  cell->longest_null   = longest_of(nulls);
  if (nulls.n != 1U || nulls.v[0].n > sizeof(cell->null_word) || cell->column->fallback.s) {
    cell->nulls     = true;
    cell->null_word = 1U;
  } else if (nulls.v[0].n > 0U) {
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
  if (!is_simple(v) || v->column->nulls.n == 0U) { /* then an empty cell is an empty text */
    l->fits = false;
    return 0U;
  }
  const ln_column* const  column  = v->column;
  const bool              trivial = ln_datatype_trivial(v->datatype);
  ln_straight_cell* const cell    = &l->cells[l->out->n_cells];
  *cell                           = (ln_straight_cell){.column = column,
                                                       .field  = v->field - 1U,
                                                       .edges  = v->trims || v->blank || column->fallback.s,
                                                       .needed = v->vital || column->required ? 1U : 0U,
                                                       .list   = ln_column_is_list(column)};
  add_nulls(cell);
  if (!trivial) {
    cell->datatype = v->datatype;
    cell->shapes   = ln_datatype_shapes(v->datatype);
  }
  cell->given = column->fallback.s != NULL;
  if ((cell->shapes & (LN_SHAPE_DIGITS | LN_SHAPE_YEAR)) != 0U && !column->is_iri &&
      !column->is_id) {
    cell->digits = true;
    cell->length = (cell->shapes & LN_SHAPE_DIGITS) != 0U ? 0U : 4U;
  }
  cell->tested         = cell->edges || !trivial || column->is_iri || column->is_id;
  l->out->n_fields     = v->field > l->out->n_fields ? v->field : l->out->n_fields;
  l->numbers[variable] = (uint16_t)l->out->n_cells++;
  return l->numbers[variable];
}

/* The list that a column is cut into. */
static uint16_t
list_of(layout* const l, const size_t variable)
{
  const uint16_t cell = cell_of(l, variable);
  if (l->fits && l->list_numbers[variable] == NO_TEXT) {
    const ln_column* const column = l->plan->variables[variable].column;
    l->list_numbers[variable]     = (uint16_t)l->out->n_lists;
    l->lists[l->out->n_lists++] =
      (ln_straight_list){.cell = cell, .array = column->array == LN_ARRAY_JSON};
  }
  return l->list_numbers[variable];
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
    l->cells[number].word = true;
    l->cells[number].needed |= own ? 0U : 1U;
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
      least += piece->kind == LN_PIECE_FIXED ? piece->fixed.n : 1U; // a byte, or a number
    }
  }
  return least;
}

/* The number of a join that was laid out behind the others. The row's IRI behind its stem is often
   the value of a virtual column, too, which comes first. Then it is made once: it is there if the
   value is, and that is longer than any null. */
static uint16_t
number_join(layout* const l, const ln_straight_join* const join)
{
  for (size_t k = 0U; k < l->out->n_joins && !join->value; ++k) {
    const ln_straight_join* const other = &l->joins[k];
    const bool                    same =
      join->clean && same_pieces(join, other) &&
      (!other->value || least_of(l, join) > longest_of(other->value->column->nulls));
    if (same) {
      return (uint16_t)(l->out->first_join + k);
    }
  }
  return (uint16_t)(l->out->first_join + l->out->n_joins++);
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
      pieces[i].kind  = part->text.n == 1U ? LN_PIECE_BYTE : LN_PIECE_FIXED;
      join->bound += part->text.n;
      join->clean = join->clean && ln_straight_clean(part->text, !value, i == 0U);
      LN_TRY(pieces[i].fixed.s ? LN_OK : LN_NO_MEM);
    } else if (is_text_part(part)) {
      pieces[i].kind = LN_PIECE_TEXT;
      pieces[i].text = value ? text_of(l, part->variable) : word_of(l, part->variable, false);
    } else if (is_plain_part(part) &&
               (part->source == LN_PART_ROW || part->source == LN_PART_SOURCE_ROW)) {
      pieces[i].kind = part->source == LN_PART_ROW ? LN_PIECE_ROW : LN_PIECE_SOURCE_ROW;
      join->bound += MOST_DIGITS;
    } else {
      return refuse(l);
    }
  }
  *number = number_join(l, join);
  return LN_OK;
}

/* Values that may be short enough to be a null, once it is known where their texts stand. */
static void
find_nullable(layout* const l)
{
  for (size_t i = 0U; i < l->out->n_joins; ++i) {
    ln_straight_join* const join = &l->joins[i];
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

/* What must hold for a slot becomes its gate. */
static ln_status
add_gate(layout* const l, const ln_tests* const from, ln_slot* const slot)
{
  if (from->n == 0U) {
    return LN_OK;
  }
  ln_test* const tests = ln_arena_zero(l->b->arena, from->n, sizeof(ln_test));
  if (!tests) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < from->n; ++i) {
    const ln_test* const test = &from->tests[i];
    if (test->when->many >= 0 || test->when->minted >= 0 || test->when->other.s ||
        (test->operand.source != LN_PART_VARIABLE && test->operand.source != LN_PART_RAW)) {
      return refuse(l);
    }
    tests[i]                  = *test;
    tests[i].operand.variable = text_of(l, test->operand.variable);
  }
  const uint16_t text         = (uint16_t)(l->out->always + 1U + l->out->n_gates);
  l->gates[l->out->n_gates++] = (ln_straight_gate){text, slot->gate, {tests, from->n}};
  slot->gate                  = text;
  return LN_OK;
}

static ln_status
add_literal(layout* const l, const ln_output* const output, ln_slot* const slot)
{
  const ln_variable* const v     = &l->plan->variables[output->variable];
  const bool               dated = l->plan->xsd_dates && v->edtf;
  if (v->lang != SIZE_MAX || dated || (v->column->is_virtual && v->n_values == 0U)) {
    return refuse(l);
  }
  const bool list   = ln_column_is_list(v->column);
  slot->kind        = list ? LN_SLOT_ITEMS : LN_SLOT_TEXT;
  slot->text        = list ? list_of(l, output->variable) : text_of(l, output->variable);
  slot->gate        = list ? cell_of(l, output->variable) : slot->text;
  slot->pair.object = (ln_term){.stem = v->literal_stem, .kind = LN_LITERAL};
  return LN_OK;
}

/* One IRI for each item of a list: the template names the list and nothing else. */
static ln_status
add_items(layout* const l, const ln_output* const output, ln_slot* const slot)
{
  const ln_variable* const v    = &l->plan->variables[output->variable];
  const ln_iri_plan* const url  = output->url;
  const size_t             list = url->parts[0].variable;
  if (url->n != 1U || !is_text_part(&url->parts[0]) || url->stem == LN_STEM_IRI || url->loose ||
      l->plan->variables[list].group == LN_NO_GROUP || l->plan->variables[list].column->slug ||
      (!v->column->is_virtual && list != output->variable)) {
    return refuse(l);
  }
  slot->kind        = LN_SLOT_ITEMS;
  slot->text        = list_of(l, list);
  slot->gate        = cell_of(l, list);
  slot->pair.object = (ln_term){.stem = url->stem, .kind = LN_IRI};
  if (l->fits) {
    l->cells[slot->gate].word = true;
  }
  return LN_OK;
}

static ln_status
add_url(layout* const l, const ln_output* const output, ln_slot* const slot)
{
  const ln_variable* const v   = &l->plan->variables[output->variable];
  const ln_iri_plan* const url = output->url;
  if (url->groups != 0U) {
    return add_items(l, output, slot);
  }
  if (ln_column_is_list(v->column)) {
    return refuse(l);
  }
  slot->gate = v->column->is_virtual ? l->out->always : text_of(l, output->variable);
  if (is_constant(url)) {
    slot->pair.object = constant_of(url);
    return LN_OK;
  }
  slot->kind        = LN_SLOT_TEXT;
  slot->pair.object = (ln_term){.stem = url->stem, .kind = LN_IRI};
  return add_iri(l, url, output->variable, &slot->text);
}

static ln_status
add_output(layout* const l, const ln_output* const output, ln_slot* const slot)
{
  const ln_variable* const v = &l->plan->variables[output->variable];
  if (output->property || output->list || output->source || output->kind == LN_OBJECT_REFERENCE ||
      (v->column->is_virtual && v->column->required)) {
    return refuse(l);
  }
  LN_TRY(output->kind == LN_OBJECT_URL ? add_url(l, output, slot) : add_literal(l, output, slot));
  slot->pair.predicate = output->predicate;
  slot->pair.column    = (uint16_t)(output->variable + 1U);
  slot->pair.flags     = output->lead;
  if (slot->kind != LN_SLOT_CONSTANT) {
    slot->pair.flags |= (uint32_t)LN_PAIR_SLACK;
  }
  if (l->fits && slot->kind != LN_SLOT_CONSTANT) {
    ++l->uses[slot->text + (slot->kind == LN_SLOT_ITEMS ? l->out->always : 0U)];
  }
  return add_gate(l, &v->tests, slot);
}

/* How the subject is named. */
static ln_status
add_name(layout* const l, const ln_subject* const subject, ln_straight_subject* const out)
{
  ln_term* const term = &out->stencil.subject;
  if (subject->iri.n == 0U && subject->iri.stem == LN_STEM_IRI) {
    out->blank = true;
    *term      = (ln_term){.kind = LN_BLANK, .flags = LN_CLEAN};
    return LN_OK;
  }
  if (is_constant(&subject->iri)) {
    *term               = constant_of(&subject->iri);
    const ln_view bytes = ln_arena_slack(l->b->arena, ln_term_bytes(*term));
    term->s             = bytes.s;
    return bytes.s ? LN_OK : LN_NO_MEM;
  }
  out->varies = true;
  *term       = (ln_term){.stem = subject->iri.stem, .kind = LN_IRI};
  return add_iri(l, &subject->iri, SIZE_MAX, &out->text);
}

static ln_status
add_subject(layout* const l, const ln_subject* const subject, ln_straight_subject* const out)
{
  const size_t   n     = subject->n_outputs;
  ln_slot* const slots = ln_arena_zero(l->b->arena, n, sizeof(ln_slot));
  if (!slots) {
    return LN_NO_MEM;
  }
  if (subject->groups != 0U || subject->graph_url || subject->once) {
    return refuse(l);
  }
  LN_TRY(add_name(l, subject, out));
  for (size_t i = 0U; i < n && l->fits; ++i) {
    LN_TRY(add_output(l, &subject->outputs[i], &slots[i]));
  }
  out->stencil.graph = subject->graph;
  out->stencil.slots = slots;
  out->stencil.n     = n;
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

/* How often a text may be written. */
static void
set_uses(const layout* const l, ln_straight_subject* const subjects)
{
  const size_t n    = l->out->always + l->plan->n_variables;
  size_t       most = 1U;
  for (size_t i = 0U; i < n; ++i) {
    most = l->uses[i] > most ? l->uses[i] : most;
  }
  for (size_t i = 0U; i < l->plan->n_subjects; ++i) {
    subjects[i].stencil.uses = most;
  }
}

/* What must be known of a cell so that nobody looks at it. A word has no white space at its ends.
 */
static void
set_sure(ln_straight_cell* const cell)
{
  const ln_column* const column = cell->column;
  const bool checked = !cell->digits && (cell->datatype || column->is_iri || column->is_id);
  cell->span         = UINT32_MAX;
  if (cell->given || checked || cell->nulls) {
    cell->sure = LN_STRAIGHT_NEVER;
  } else if (cell->digits && !cell->list) {
    cell->sure  = LN_CELL_DIGITS;
    cell->least = cell->length > 0U ? cell->length : 1U;
    cell->span  = cell->length > 0U ? 0U : UINT32_MAX - 1U;
  } else if ((cell->word || cell->edges) && !cell->list) {
    cell->sure  = LN_CELL_WORD;
    cell->least = 1U;
    cell->span  = UINT32_MAX - 1U;
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
  for (size_t i = 0U; i < l->out->n_cells; ++i) {
    set_sure(&l->cells[i]);
  }
  find_nullable(l);
  set_uses(l, subjects);
  return LN_OK;
}

static size_t
count_outputs(const ln_plan* const plan)
{
  size_t n = 0U;
  for (size_t i = 0U; i < plan->n_subjects; ++i) {
    n += plan->subjects[i].n_outputs;
  }
  return n;
}

/* Room for all that may be laid out: a join a virtual column, subject and output, a gate an
   output. */
static ln_status
make_room(layout* const l)
{
  ln_arena* const arena   = l->b->arena;
  const size_t    n       = l->plan->n_variables;
  const size_t    outputs = count_outputs(l->plan);
  const size_t    joins   = n + l->plan->n_subjects + outputs;
  l->out                  = ln_arena_zero(arena, 1U, sizeof(ln_straight));
  l->cells                = ln_arena_zero(arena, n, sizeof(ln_straight_cell));
  l->joins                = ln_arena_zero(arena, joins, sizeof(ln_straight_join));
  l->lists                = ln_arena_zero(arena, n, sizeof(ln_straight_list));
  l->gates                = ln_arena_zero(arena, outputs, sizeof(ln_straight_gate));
  l->numbers              = ln_arena_zero(arena, n, sizeof(uint16_t));
  l->list_numbers         = ln_arena_zero(arena, n, sizeof(uint16_t));
  l->uses                 = ln_arena_zero(arena, joins + (2U * n), sizeof(uint16_t));
  if (!l->out || !l->cells || !l->joins || !l->lists || !l->gates || !l->numbers ||
      !l->list_numbers || !l->uses) {
    return LN_NO_MEM;
  }
  memset(l->numbers, 0xFF, n * sizeof(uint16_t));      // NO_TEXT
  memset(l->list_numbers, 0xFF, n * sizeof(uint16_t)); // NO_TEXT
  *l->out = (ln_straight){.cells      = l->cells,
                          .first_join = n,
                          .always     = (uint16_t)(n + joins),
                          .joins      = l->joins,
                          .lists      = l->lists,
                          .gates      = l->gates};
  l->fits = n + joins + outputs < (size_t)NO_TEXT;
  return LN_OK;
}

ln_status
ln_bind_straight(ln_binder* const b)
{
  ln_plan* const plan = b->plan;
  if (b->binding->general || b->binding->n_sets > 0U || plan->index || plan->n_keys > 0U ||
      plan->rows || plan->n_requirements > 0U || plan->n_comparisons > 0U || plan->agrees) {
    return LN_OK;
  }
  layout                     l = {.b = b, .plan = plan};
  ln_straight_subject* const subjects =
    ln_arena_zero(b->arena, plan->n_subjects, sizeof(ln_straight_subject));
  LN_TRY(subjects ? make_room(&l) : LN_NO_MEM);
  if (!l.fits) {
    return LN_OK;
  }
  l.out->subjects   = subjects;
  l.out->n_subjects = plan->n_subjects;
  LN_TRY(lay_out(&l, subjects));
  plan->straight = l.fits ? l.out : NULL;
  return LN_OK;
}
