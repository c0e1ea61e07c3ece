/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A row on the straight way. Its cells are tested and become texts, texts are joined, lists are
   cut, and only then is anything described: until then any doubt sends the whole row the general
   way, as if nothing had been. So nothing here reports, guesses or mends. A sink that knows
   stencils is given the texts as they are; any other is given pairs. Invariant: what is described
   is what make.c would describe, byte for byte (tests/unit/map/test_straight.c). Cost: a test of 16
   bytes a cell; nothing is allocated once lists have their size. */

#include "map/straight.h"

#include "base/memory.h"
#include "map/maker.h"
#include "map/straight_text.h"

_Static_assert((unsigned)LN_CELL_SLACK >= (unsigned)LN_SLACK,
               "cells may be read and copied in blocks");
_Static_assert((unsigned)LN_CELL_CLEAN == (unsigned)LN_CLEAN &&
                 (unsigned)LN_CELL_DIGITS == (unsigned)LN_DIGITS,
               "what is known of a cell is known of a term");

enum { KNOWN = LN_CLEAN | LN_DIGITS };

ln_status
ln_straight_state_new(const ln_straight* const straight, ln_straight_state* const state)
{
  const size_t n = (size_t)straight->always + 1U + straight->n_gates;
  state->texts   = ln_alloc_zero(n, sizeof(ln_slot_text));
  state->lists   = ln_alloc_zero(straight->n_lists + 1U, sizeof(ln_slot_list));
  state->room    = ln_alloc_zero(1U, LN_STRAIGHT_ROOM + (2U * (size_t)LN_SLACK));
  if (!state->texts || !state->lists || !state->room) {
    return LN_NO_MEM;
  }
  state->texts[straight->always].there = true;
  state->stamp                         = (ln_stamp){.texts = state->texts, .lists = state->lists};
  return LN_OK;
}

void
ln_straight_state_clear(ln_straight_state* const state)
{
  ln_free(state->texts);
  ln_free(state->lists);
  ln_free(state->items);
  ln_free(state->room);
  *state = (ln_straight_state){0};
}

/* ---- cells ---- */

/* Not 0: what the reader knows does not settle it. */
LN_INLINE uint32_t
doubts(const ln_straight_cell* const cell, const uint32_t n, const uint32_t flags)
{
  const bool length = n - cell->least > cell->span;
  return (cell->sure & ~flags) | (flags & (uint32_t)LN_CELL_NULL) | (uint32_t)length;
}

static bool
read_cells(ln_maker* const maker)
{
  const ln_straight_cell*       cell  = maker->plan->straight->cells;
  const ln_straight_cell* const end   = cell + maker->plan->straight->n_cells;
  const ln_cell* const          cells = maker->row->cells;
  ln_slot_text*                 text  = maker->straight.texts;
  for (; cell < end; ++cell, ++text) {
    const ln_cell* const from  = &cells[cell->field];
    const uint32_t       n     = from->n;
    const uint32_t       flags = from->flags;
    const bool           null  = ln_straight_is_null(cell, from->s, n);
    const uint32_t       ask   = null ? cell->needed : doubts(cell, n, flags);
    *text = (ln_slot_text){from->s, n, (uint8_t)(flags & (uint32_t)KNOWN), !null};
    if (ask != 0U && !ln_straight_looks(maker, cell, flags, text)) {
      return false;
    }
  }
  return true;
}

/* ---- joins ---- */

static size_t
write_number(char* const to, uint64_t number)
{
  char   digits[20];
  size_t n = 0U;
  do {
    digits[n++] = (char)('0' + (char)(number % 10U));
    number /= 10U;
  } while (number > 0U);
  for (size_t i = 0U; i < n; ++i) {
    to[i] = digits[n - 1U - i];
  }
  return n;
}

/* Put a join together; its flags are what all of its pieces are. False: there is not room enough.
 */
static bool
make_join(ln_maker* const maker, const ln_straight_join* const join, ln_slot_text* const made)
{
  char* const begin = maker->straight.room + maker->straight.used;
  char*       to    = begin;
  size_t      left  = (size_t)LN_STRAIGHT_ROOM - maker->straight.used;
  uint8_t     clean = join->clean ? (uint8_t)LN_CLEAN : (uint8_t)0U;
  *made             = (ln_slot_text){0};
  if (join->bound > left) {
    return false;
  }
  left -= join->bound;
  for (const ln_straight_piece* piece = join->pieces; piece < join->pieces + join->n; ++piece) {
    if (piece->kind == LN_PIECE_TEXT) {
      const ln_slot_text* const text = &maker->straight.texts[piece->text];
      if (!text->there || text->n > left) {
        return !text->there;
      }
      left -= text->n;
      to = ln_wide_copy_short(to, text->s, text->n);
      clean &= text->flags;
    } else if (piece->kind == LN_PIECE_BYTE) {
      *to++ = piece->fixed.s[0];
    } else if (piece->kind == LN_PIECE_FIXED) {
      to = ln_wide_copy_short(to, piece->fixed.s, piece->fixed.n);
    } else {
      to += write_number(to, piece->kind == LN_PIECE_ROW ? maker->number + 1U : maker->row->number);
    }
  }
  maker->straight.used += (size_t)(to - begin);
  *made = (ln_slot_text){begin, (uint32_t)(to - begin), clean, true};
  return true;
}

static bool
make_joins(ln_maker* const maker)
{
  const ln_straight* const straight = maker->plan->straight;
  ln_slot_text* const      texts    = maker->straight.texts;
  maker->straight.used              = 0U;
  for (size_t i = 0U; i < straight->n_joins; ++i) {
    const ln_straight_join* const join = &straight->joins[i];
    ln_slot_text* const           text = &texts[straight->first_join + i];
    if (!make_join(maker, join, text) || (!text->there && !join->value)) {
      return false;
    }
    if (join->nullable && text->there) {
      text->there = !ln_straight_is_one_of(join->value->column->nulls, text->s, text->n);
    }
  }
  return true;
}

/* ---- gates ---- */

static bool
list_has(const ln_views list, const ln_slot_text* const text)
{
  for (size_t i = 0U; i < list.n; ++i) {
    if (ln_view_equals(list.v[i], (ln_view){text->s, text->n})) {
      return true;
    }
  }
  return false;
}

static bool
holds(const ln_slot_text* const texts, const ln_tests tests)
{
  for (size_t i = 0U; i < tests.n; ++i) {
    const ln_when* const      when = tests.tests[i].when;
    const ln_slot_text* const text = &texts[tests.tests[i].operand.variable];
    const bool                in   = when->in.n == 0U || (text->there && list_has(when->in, text));
    const bool                not_in = !text->there || !list_has(when->not_in, text);
    if (!in || !not_in || (when->present >= 0 && (when->present == 1) != text->there)) {
      return false;
    }
  }
  return true;
}

static void
set_gates(ln_maker* const maker)
{
  const ln_straight* const straight = maker->plan->straight;
  ln_slot_text* const      texts    = maker->straight.texts;
  for (size_t i = 0U; i < straight->n_gates; ++i) {
    const ln_straight_gate* const gate = &straight->gates[i];
    texts[gate->text].there            = texts[gate->gate].there && holds(texts, gate->tests);
  }
}

/* ---- pairs, for sinks that know no stencils ---- */

static ln_status
have_pairs(ln_maker* const maker, const size_t n)
{
  if (maker->cap_pairs - maker->n_pairs >= n) {
    return LN_OK;
  }
  const size_t   wanted = maker->n_pairs + n;
  const size_t   cap    = 2U * maker->cap_pairs > wanted ? 2U * maker->cap_pairs : wanted;
  ln_pair* const pairs  = ln_realloc(maker->pairs, cap, sizeof(ln_pair));
  if (!pairs) {
    return LN_NO_MEM;
  }
  maker->pairs     = pairs;
  maker->cap_pairs = cap;
  return LN_OK;
}

static void
add_pair(ln_maker* const maker, const ln_slot* const slot, const ln_slot_text* const text)
{
  ln_pair* const to = &maker->pairs[maker->n_pairs++];
  *to               = slot->pair;
  to->object.s      = text->s;
  to->object.n      = text->n;
  to->object.flags  = (uint8_t)(slot->pair.object.flags | text->flags);
}

static void
add_slot(ln_maker* const maker, const ln_stamp* const stamp, const ln_slot* const slot)
{
  if (slot->kind == LN_SLOT_CONSTANT) {
    maker->pairs[maker->n_pairs++] = slot->pair;
  } else if (slot->kind == LN_SLOT_TEXT) {
    add_pair(maker, slot, &stamp->texts[slot->text]);
  } else {
    const ln_slot_list list = stamp->lists[slot->text];
    for (uint32_t i = 0U; i < list.n; ++i) {
      add_pair(maker, slot, &stamp->items[list.first + i]);
    }
  }
}

/* Describe what the stamp would make, or has made (`told`), and what is to be said behind it. */
static ln_status
describe(ln_maker* const maker, const ln_stamp* const stamp, const ln_sink sink, const bool told)
{
  const ln_stencil* const stencil = stamp->stencil;
  maker->n_pairs                  = 0U;
  LN_TRY(have_pairs(maker, ln_stamp_pairs(stamp)));
  for (size_t i = 0U; i < stencil->n; ++i) {
    if (stamp->texts[stencil->slots[i].gate].there) {
      add_slot(maker, stamp, &stencil->slots[i]);
    }
  }
  const ln_desc desc = {.subject = stamp->subject,
                        .graph   = stencil->graph,
                        .pairs   = maker->pairs,
                        .n_pairs = maker->n_pairs,
                        .where   = stamp->where,
                        .fields  = maker->plan->fields};
  LN_TRY(desc.n_pairs > 0U && !told ? ln_sink_describe(sink, &desc) : LN_OK);
  return maker->plan->cells ? ln_maker_cells(maker, &desc, sink) : LN_OK;
}

/* ---- descriptions ---- */

/* `tTABLErROW`; the slack behind joins and items is room enough for it. */
static void
label_blank(ln_maker* const maker, ln_term* const term)
{
  char* const begin = maker->straight.room + maker->straight.used;
  char*       to    = begin;
  *to++             = 't';
  to += write_number(to, maker->plan->number);
  *to++ = 'r';
  to += write_number(to, maker->row->number);
  term->s = begin;
  term->n = (uint32_t)(to - begin);
}

static inline void
name_subject(ln_maker* const maker, const ln_straight_subject* const subject, ln_term* const term)
{
  *term = subject->stencil.subject;
  if (subject->blank) {
    label_blank(maker, term);
  } else if (subject->varies) {
    const ln_slot_text* const text = &maker->straight.texts[subject->text];
    term->s                        = text->s;
    term->n                        = text->n;
    term->flags                    = (uint8_t)(term->flags | text->flags);
  }
}

static ln_status
stamp_all(ln_maker* const maker, const ln_sink sink, bool* const made)
{
  const ln_straight* const straight = maker->plan->straight;
  ln_stamp* const          stamp    = &maker->straight.stamp;
  stamp->items                      = maker->straight.items;
  stamp->n_items                    = maker->straight.n_items;
  stamp->n_bytes                    = maker->row->raw.n + maker->straight.used;
  stamp->where                      = (ln_where){maker->plan->source, 0U, maker->row->number};
  for (size_t i = 0U; i < straight->n_subjects; ++i) {
    size_t n       = 0U;
    stamp->stencil = &straight->subjects[i].stencil;
    name_subject(maker, &straight->subjects[i], &stamp->subject);
    LN_TRY(ln_sink_stamp(sink, stamp, &n));
    if (n == LN_UNSTAMPED || maker->plan->cells) {
      LN_TRY(describe(maker, stamp, sink, n != LN_UNSTAMPED));
      n = maker->n_pairs;
    }
    *made = *made || n > 0U;
  }
  return LN_OK;
}

/* Whether the row at hand can go straight; then its texts are there. */
static inline ln_status
take_row(ln_maker* const maker, bool* const gone)
{
  const ln_row* const row = maker->row;
  *gone = !row->faulty && !row->bad && row->n >= maker->plan->straight->n_fields &&
          read_cells(maker) && make_joins(maker);
  LN_TRY(*gone ? ln_straight_cut(maker, gone) : LN_OK);
  if (*gone) {
    set_gates(maker);
  }
  return LN_OK;
}

ln_status
ln_straight_row(ln_maker* const maker, const ln_sink sink, bool* const gone, bool* const made)
{
  *gone = maker->in_doubt != maker->row->number;
  LN_TRY(*gone ? take_row(maker, gone) : LN_OK);
  return *gone ? stamp_all(maker, sink, made) : LN_OK;
}

ln_status
ln_maker_ahead(ln_maker* const maker,
               ln_table* const table,
               const ln_sink   sink,
               ln_ahead* const ahead)
{
  bool made = false;
  ahead->n  = 0U;
  while (ahead->n < ahead->most) {
    LN_TRY(ln_table_next(table, &ahead->row));
    const ln_row* const row = ahead->row;
    bool                gone =
      maker->plan->straight && !row->comment && !row->faulty && ln_maker_whole(maker->plan, row->n);
    maker->row    = row;
    maker->number = ahead->number;
    if (gone) {
      LN_TRY(take_row(maker, &gone));
      maker->in_doubt = gone ? 0U : row->number;
    }
    if (!gone) {
      return LN_OK;
    }
    ++ahead->number;
    ++ahead->n;
    LN_TRY(stamp_all(maker, sink, &made));
  }
  ahead->row = NULL;
  return LN_OK;
}
