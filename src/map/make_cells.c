/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* --provenance cell, and the rows of documents: behind each description, of which cells its triples
   were made, in the form that was asked for (docs/evidence.md). What a triple is called is a hash
   of it, so that the same triple of several cells is one statement. Invariant: the description is
   written already, and its terms and the row are still there. Cost: a triple or more for each
   triple, and a hash where it needs a name; no allocation once the texts have their size. */

#include "map/maker.h"

#include "base/sha256.h"

enum { HASH = 26, DIGITS = 20 };

/* ---- what a cell is called ---- */

static ln_status
add_number(ln_text* const out, uint64_t number)
{
  char   digits[DIGITS];
  size_t at = (size_t)DIGITS;
  do {
    digits[--at] = (char)('0' + (number % 10U));
    number /= 10U;
  } while (number > 0U);
  return ln_text_add(out, (ln_view){digits + at, (size_t)DIGITS - at});
}

/* One cell, or with field 0 the row, behind those that are there already. */
static ln_status
add_place(ln_maker* const maker, const uint32_t field)
{
  const ln_cell_plan* const plan = maker->plan->cells;
  ln_text* const            out  = &maker->place;
  LN_TRY(out->n > 0U ? ln_text_add(out, plan->between) : LN_OK);
  LN_TRY(ln_text_add(out, plan->before));
  LN_TRY(add_number(out, maker->row->number));
  return ln_text_add(out, plan->behind[field]);
}

/* The cells that gave the object or predicate, else those of the subject. */
static ln_status
add_origin(ln_maker* const maker, const unsigned parts)
{
  for (size_t i = 0U; i < maker->origin.n; ++i) {
    const ln_origin_cell* const cell = &maker->origin.cells[i];
    LN_TRY((cell->parts & parts) != 0U ? add_place(maker, cell->field) : LN_OK);
  }
  return LN_OK;
}

static ln_status
add_cells(ln_maker* const maker, const uint16_t column)
{
  const uint32_t only = maker->plan->cells->only[column];
  if (column == 0U || only > 0U) {
    return column > 0U ? add_place(maker, only) : LN_OK;
  }
  LN_TRY(ln_maker_origin(maker, column, &maker->origin));
  LN_TRY(add_origin(maker, LN_ORIGIN_OBJECT | LN_ORIGIN_PREDICATE));
  return maker->place.n > 0U ? LN_OK : add_origin(maker, LN_ORIGIN_SUBJECT);
}

static ln_status
add_lines(ln_maker* const maker)
{
  LN_TRY(add_number(&maker->place, maker->row->line - 1U));
  LN_TRY(ln_text_add_byte(&maker->place, ','));
  return add_number(&maker->place, maker->row->line);
}

/* What is told of the triples of a column: their cells if that is asked for and known, else the
   row, or the table. Valid until the next call. */
static ln_status
name_place(ln_maker* const maker, const uint16_t column, ln_term* const term)
{
  const ln_cell_plan* const plan = maker->plan->cells;
  const bool                deep = plan->level == LN_PROVENANCE_CELL && !plan->lines;
  ln_text_reset(&maker->place);
  LN_TRY(deep ? add_cells(maker, column) : LN_OK);
  const bool cells = maker->place.n > 0U;
  if (!cells && plan->level != LN_PROVENANCE_TABLE) {
    LN_TRY(plan->lines ? add_lines(maker) : add_place(maker, 0U));
  }
  LN_TRY(plan->level != LN_PROVENANCE_TABLE ? ln_text_add(&maker->place, plan->after) : LN_OK);
  *term = (ln_term){.s    = maker->place.s,
                    .n    = (uint32_t)maker->place.n,
                    .stem = cells ? plan->stem : plan->row_stem,
                    .kind = LN_IRI};
  return LN_OK;
}

static ln_pair
derived_from(const ln_cell_plan* const plan, const ln_term place)
{
  return (ln_pair){.object    = place,
                   .predicate = plan->derived,
                   .flags     = place.stem == plan->stem ? plan->lead : plan->lead_row};
}

/* ---- the forms ---- */

/* The subject and a blank, in front of what is said of it. */
static ln_status
begin_triples(ln_maker* const maker, const ln_term subject, size_t* const begin)
{
  ln_text_reset(&maker->triple);
  LN_TRY(ln_term_text(maker->plan->names, subject, &maker->triple));
  LN_TRY(ln_text_add_byte(&maker->triple, ' '));
  *begin = maker->triple.n;
  return LN_OK;
}

/* The predicate as something that can be spoken of. */
static ln_term
predicate_of(const ln_maker* const maker, const ln_desc* const desc, const ln_pair* const pair)
{
  const ln_view iri = pair->predicate < LN_PREDICATE_CELL
                        ? ln_names_predicate_at(maker->plan->names, pair->predicate)->iri
                        : desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
  return (ln_term){.s = iri.s, .n = (uint32_t)iri.n, .stem = LN_STEM_IRI, .kind = LN_IRI};
}

static ln_status
spell_triple(ln_maker* const maker, const ln_desc* const desc, const ln_pair* pair, size_t begin)
{
  ln_text* const text = &maker->triple;
  text->n             = begin;
  if (pair->predicate < LN_PREDICATE_CELL) {
    LN_TRY(ln_text_add(text, ln_names_predicate_at(maker->plan->names, pair->predicate)->nt));
  } else {
    LN_TRY(ln_term_text(maker->plan->names, predicate_of(maker, desc, pair), text));
  }
  LN_TRY(ln_text_add_byte(text, ' '));
  return ln_term_text(maker->plan->names, pair->object, text);
}

static ln_term
triple_term(const ln_maker* const maker)
{
  return (ln_term){.s     = maker->triple.s,
                   .n     = (uint32_t)maker->triple.n,
                   .stem  = maker->plan->cells->triple,
                   .kind  = LN_IRI,
                   .flags = LN_CLEAN};
}

/* `x` and a hash, as claims are called (map/make_claim.c). */
static ln_term
statement_term(const ln_maker* const maker, char name[HASH + 1])
{
  name[0] = 'x';
  ln_sha256_base32(ln_text_view(&maker->triple), name + 1, (size_t)HASH);
  return (ln_term){.s     = name,
                   .n     = HASH + 1U,
                   .stem  = maker->plan->cells->statement,
                   .kind  = LN_IRI,
                   .flags = LN_CLEAN};
}

/* One triple and its place, in a form that names it. */
static ln_status
tell_triple(ln_maker* const      maker,
            const ln_desc* const desc,
            const ln_pair* const pair,
            const ln_term        place,
            const ln_sink        sink)
{
  const ln_cell_plan* const plan  = maker->plan->cells;
  const ln_pair             from  = derived_from(plan, place);
  const ln_pair             parts = {
                .object = triple_term(maker), .predicate = plan->object, .flags = plan->lead_object};
  char    name[HASH + 1];
  ln_pair pairs[5] = {from};
  ln_desc out      = {.graph = plan->graph, .pairs = pairs, .n_pairs = 1U, .where = desc->where};
  if (plan->form == LN_EVIDENCE_STAR) {
    out.subject = triple_term(maker);
    return ln_sink_describe(sink, &out);
  }
  out.subject = statement_term(maker, name);
  if (plan->form == LN_EVIDENCE_REIFIERS) {
    pairs[0]    = parts;
    pairs[1]    = from;
    out.n_pairs = 2U;
    return ln_sink_describe(sink, &out);
  }
  pairs[0]    = (ln_pair){.object = plan->type, .predicate = LN_PREDICATE_TYPE};
  pairs[1]    = (ln_pair){.object = desc->subject, .predicate = plan->subject};
  pairs[2]    = (ln_pair){.object = predicate_of(maker, desc, pair), .predicate = plan->predicate};
  pairs[3]    = (ln_pair){.object = pair->object, .predicate = plan->object};
  pairs[4]    = from;
  out.n_pairs = 5U;
  return ln_sink_describe(sink, &out);
}

static ln_status
tell_triples(ln_maker* const maker, const ln_desc* const desc, const ln_sink sink)
{
  size_t begin = 0U;
  LN_TRY(begin_triples(maker, desc->subject, &begin));
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    ln_term place = {0};
    LN_TRY(name_place(maker, desc->pairs[i].column, &place));
    LN_TRY(spell_triple(maker, desc, &desc->pairs[i], begin));
    LN_TRY(tell_triple(maker, desc, &desc->pairs[i], place, sink));
  }
  return LN_OK;
}

/* The triples once more, in graphs that are their places: those of one column, or of one row, stand
   together. */
static ln_status
tell_graphs(ln_maker* const maker, const ln_desc* const desc, const ln_sink sink)
{
  const bool deep = maker->plan->cells->level == LN_PROVENANCE_CELL;
  ln_desc    out  = *desc;
  for (size_t i = 0U, end = 0U; i < desc->n_pairs; i = end) {
    for (end = i + 1U;
         end < desc->n_pairs && (!deep || desc->pairs[end].column == desc->pairs[i].column);
         ++end) {
    }
    LN_TRY(name_place(maker, desc->pairs[i].column, &out.graph));
    out.pairs   = desc->pairs + i;
    out.n_pairs = end - i;
    LN_TRY(ln_sink_describe(sink, &out));
  }
  return LN_OK;
}

static ln_status
tell_row(ln_maker* const maker, const ln_desc* const desc, const ln_sink sink)
{
  ln_term place = {0};
  LN_TRY(name_place(maker, 0U, &place));
  const ln_pair from = derived_from(maker->plan->cells, place);
  const ln_desc out  = {.subject = desc->subject,
                        .graph   = maker->plan->cells->graph,
                        .pairs   = &from,
                        .n_pairs = 1U,
                        .where   = desc->where};
  return ln_sink_describe(sink, &out);
}

ln_status
ln_maker_cells(ln_maker* const maker, const ln_desc* const desc, const ln_sink sink)
{
  const ln_cell_plan* const plan = maker->plan->cells;
  if (desc->n_pairs == 0U) {
    return LN_OK;
  }
  if (plan->form == LN_EVIDENCE_GRAPHS) {
    return tell_graphs(maker, desc, sink);
  }
  return plan->level == LN_PROVENANCE_CELL ? tell_triples(maker, desc, sink)
                                           : tell_row(maker, desc, sink);
}
