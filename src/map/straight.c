/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A row on the straight way. Its cells are tested and become texts, texts are joined, pairs are
   laid out for all subjects, and only then is anything described: until then any doubt sends the
   whole row the general way, as if nothing had been. So nothing here reports, guesses or mends.
   Invariant: what is described is what make.c would describe, byte for byte
   (tests/unit/map/test_straight.c). Cost: a test of 16 bytes a cell and three stores a pair;
   nothing is allocated once the pairs have their size. */

#include "map/straight.h"

#include "base/bytes.h"
#include "base/fold.h"
#include "base/memory.h"
#include "map/maker.h"
#include "rdf/iri.h"

_Static_assert((unsigned)LN_CELL_SLACK >= (unsigned)LN_SLACK,
               "cells may be read and copied in blocks");

ln_status
ln_straight_state_new(const ln_straight* const straight, ln_straight_state* const state)
{
  state->texts = ln_alloc_zero((size_t)straight->always + 1U, sizeof(ln_straight_text));
  state->ends  = ln_alloc_zero(straight->n_subjects + 1U, sizeof(size_t));
  state->room  = ln_alloc_zero(1U, LN_STRAIGHT_ROOM + LN_SLACK);
  if (!state->texts || !state->ends || !state->room) {
    return LN_NO_MEM;
  }
  state->texts[straight->always].there = true;
  return LN_OK;
}

void
ln_straight_state_clear(ln_straight_state* const state)
{
  ln_free(state->texts);
  ln_free(state->ends);
  ln_free(state->room);
  *state = (ln_straight_state){0};
}

bool
ln_straight_clean(const ln_view text, const bool iri, const bool begins)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const char c      = text.s[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool low    = (unsigned char)c < 0x20U || c == 0x7F || c == '"' || c == '\\';
    if (iri ? !letter && ((c != '-' && c != '_') || (begins && i == 0U)) : low) {
      return false;
    }
  }
  return true;
}

/* ---- cells ---- */

static __attribute__((noinline)) bool
is_one_of(const ln_views nulls, const char* const s, const size_t n)
{
  for (size_t i = 0U; i < nulls.n; ++i) {
    if (ln_view_equals(nulls.v[i], (ln_view){s, n})) {
      return true;
    }
  }
  return nulls.n == 0U && n == 0U;
}

/* Most tables have one null, and it is short. */
static inline bool
is_null(const ln_straight_cell* const cell, const char* const s, const size_t n)
{
  if (cell->null_mask != 0U) {
    uint64_t word = 0U;
    memcpy(&word, s, sizeof(word));
    return n == cell->longest_null && (word & cell->null_mask) == cell->null_word;
  }
  return n <= cell->longest_null && is_one_of(cell->column->nulls, s, n);
}

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

/* [0-9]+\.[0-9]+, short enough for one look. */
static bool
is_point_number(const char* const s, const size_t n)
{
  if (n < 3U || n > LN_BYTES) {
    return false;
  }
  const ln_bytes v     = ln_bytes_load(s);
  const unsigned all   = ln_bytes_first(n);
  const unsigned point = ln_bytes_bits((ln_bytes)(v == '.')) & all;
  const unsigned digit = ln_bytes_bits(ln_bytes_digit(v)) & all;
  return (point | digit) == all && point != 0U && (point & (point - 1U)) == 0U && is_digit(s[0]) &&
         is_digit(s[n - 1U]);
}

/* A day that every month has, or nearly every one. */
static bool
is_day(const char* const s, const size_t n)
{
  static const unsigned dashes = (1U << 4U) | (1U << 7U);
  if (n != 10U) {
    return false;
  }
  const ln_bytes v = ln_bytes_load(s);
  const unsigned d = ln_bytes_bits(ln_bytes_digit(v)) & ln_bytes_first(n);
  if ((d | dashes) != ln_bytes_first(n) || s[4] != '-' || s[7] != '-') {
    return false;
  }
  const int month = (s[5] - '0') * 10 + (s[6] - '0');
  const int day   = (s[8] - '0') * 10 + (s[9] - '0');
  return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || (day <= 30 && month != 2));
}

/* Whether a text has one of the shapes. */
static bool
has_shape(const unsigned shapes, const char* const s, const size_t n, uint8_t* const flags)
{
  const bool digits = ln_bytes_are_digits(s, n);
  if (digits) {
    *flags |= (uint8_t)LN_DIGITS;
    return (shapes & LN_SHAPE_DIGITS) != 0U || ((shapes & LN_SHAPE_YEAR) != 0U && n == 4U);
  }
  return ((shapes & LN_SHAPE_POINT) != 0U && is_point_number(s, n)) ||
         ((shapes & LN_SHAPE_DAY) != 0U && is_day(s, n));
}

/* Whether the datatype takes the text as it stands. */
static bool
parses(ln_maker* const maker, const ln_straight_cell* const cell, const ln_view text)
{
  ln_view lexical = {0};
  ln_view problem = {0};
  ln_text_reset(&maker->scratch);
  return ln_datatype_parse(cell->datatype, text, &maker->scratch, &lexical, &problem) ==
           LN_VALUE_OK &&
         lexical.s == text.s && lexical.n == text.n;
}

static bool
is_space(const char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The tests that most columns do not need. */
static __attribute__((noinline)) bool
passes(ln_maker* const               maker,
       const ln_straight_cell* const cell,
       const char* const             s,
       const size_t                  n,
       uint8_t* const                flags)
{
  const ln_view text = {s, n};
  if (cell->edges && (n == 0U || is_space(s[0]) || is_space(s[n - 1U]))) {
    return false;
  }
  if (cell->datatype && !has_shape(cell->shapes, s, n, flags) && !parses(maker, cell, text)) {
    return false;
  }
  return (!cell->column->is_iri || ln_iri_valid(text, NULL)) &&
         (!cell->column->is_id || ln_is_id(text));
}

/* Whether a cell or an item of one goes straight. */
static inline bool
is_straight(ln_maker* const               maker,
            const ln_straight_cell* const cell,
            const char* const             s,
            const size_t                  n,
            uint8_t* const                flags)
{
  if (cell->word && (!ln_bytes_are_wordly(s, n) || s[0] == '-' || s[0] == '_')) {
    return false;
  }
  if (cell->digits && ln_bytes_are_digits(s, n)) {
    *flags |= (uint8_t)LN_DIGITS;
    return true;
  }
  return !cell->tested || passes(maker, cell, s, n, flags);
}

static bool
read_cells(ln_maker* const maker)
{
  const ln_straight_cell* const list  = maker->plan->straight->cells;
  const size_t                  n     = maker->plan->straight->n_cells;
  const ln_cell* const          cells = maker->row->cells;
  ln_straight_text* const       texts = maker->straight.texts;
  for (size_t i = 0U; i < n; ++i) {
    const ln_straight_cell* const cell = &list[i];
    const ln_cell* const          from = &cells[cell->field];
    uint8_t flags = (from->flags & LN_CELL_CLEAN) != 0U ? (uint8_t)LN_CLEAN : (uint8_t)0U;
    if ((from->flags & LN_CELL_BAD) != 0U || (from->n == 0U && cell->given)) {
      return false;
    }
    const bool there = (from->flags & LN_CELL_NULL) == 0U && !is_null(cell, from->s, from->n);
    if (there ? !cell->list && !is_straight(maker, cell, from->s, from->n, &flags) : cell->needed) {
      return false;
    }
    texts[i] = (ln_straight_text){from->s, from->n, flags, there};
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

/* Bytes that a join may need at most; 0: one of its texts is not there. */
static size_t
join_bound(const ln_maker* const maker, const ln_straight_join* const join)
{
  size_t bound = LN_SLACK;
  for (size_t i = 0U; i < join->n; ++i) {
    const ln_straight_piece* const piece = &join->pieces[i];
    const ln_straight_text* const  text  = &maker->straight.texts[piece->text];
    if (piece->kind == LN_PIECE_TEXT && !text->there) {
      return 0U;
    }
    bound += piece->kind == LN_PIECE_TEXT ? text->n : piece->fixed.n + 20U;
  }
  return bound;
}

/* Put a join together; its flags are what all of its pieces are. */
static ln_straight_text
make_join(ln_maker* const maker, const ln_straight_join* const join)
{
  char* const begin = maker->straight.room + maker->straight.used;
  char*       to    = begin;
  uint8_t     clean = join->clean ? (uint8_t)LN_CLEAN : (uint8_t)0U;
  for (size_t i = 0U; i < join->n; ++i) {
    const ln_straight_piece* const piece = &join->pieces[i];
    const ln_straight_text* const  text  = &maker->straight.texts[piece->text];
    if (piece->kind == LN_PIECE_TEXT) {
      to = ln_wide_copy(to, text->s, text->n, LN_WIDTH_SSE2);
      clean &= text->flags;
    } else if (piece->kind == LN_PIECE_FIXED) {
      to = ln_wide_copy(to, piece->fixed.s, piece->fixed.n, LN_WIDTH_SSE2);
    } else {
      to += write_number(to, piece->kind == LN_PIECE_ROW ? maker->number + 1U : maker->row->number);
    }
  }
  maker->straight.used += (size_t)(to - begin);
  return (ln_straight_text){begin, (uint32_t)(to - begin), clean, true};
}

static bool
make_joins(ln_maker* const maker)
{
  const ln_straight* const straight = maker->plan->straight;
  maker->straight.used              = 0U;
  for (size_t i = 0U; i < straight->n_joins; ++i) {
    const ln_straight_join* const join  = &straight->joins[i];
    ln_straight_text* const       text  = &maker->straight.texts[straight->first_join + i];
    const size_t                  bound = join_bound(maker, join);
    if (join->same != straight->first_join + i) {
      *text = maker->straight.texts[join->same];
      continue;
    }
    *text = (ln_straight_text){0};
    if (bound > LN_STRAIGHT_ROOM - maker->straight.used || (bound == 0U && !join->value)) {
      return false;
    }
    if (bound > 0U) {
      *text       = make_join(maker, join);
      text->there = !join->nullable || !is_one_of(join->value->column->nulls, text->s, text->n);
    }
  }
  return true;
}

/* ---- pairs ---- */

static bool
list_has(const ln_views list, const ln_straight_text* const text)
{
  for (size_t i = 0U; i < list.n; ++i) {
    if (ln_view_equals(list.v[i], (ln_view){text->s, text->n})) {
      return true;
    }
  }
  return false;
}

static bool
holds(const ln_maker* const maker, const ln_tests* const tests)
{
  for (size_t i = 0U; i < tests->n; ++i) {
    const ln_when* const          when = tests->tests[i].when;
    const ln_straight_text* const text = &maker->straight.texts[tests->tests[i].variable];
    const bool in     = when->in.n == 0U || (text->there && list_has(when->in, text));
    const bool not_in = !text->there || !list_has(when->not_in, text);
    if (!in || !not_in || (when->present >= 0 && (when->present == 1) != text->there)) {
      return false;
    }
  }
  return true;
}

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

/* A pair with the bytes of a text. */
static inline void
set_pair(ln_pair* const       to,
         const ln_pair* const pair,
         const char* const    s,
         const uint32_t       n,
         const unsigned       flags)
{
  *to              = *pair;
  to->object.s     = s;
  to->object.n     = n;
  to->object.flags = (uint8_t)(pair->object.flags | flags);
}

/* One item of a list. The room for the pairs of what follows is kept. */
static ln_status
add_item(ln_maker* const                 maker,
         const ln_straight_output* const output,
         const ln_view                   item,
         uint8_t                         flags,
         bool* const                     gone)
{
  const ln_straight_cell* const cell = &maker->plan->straight->cells[output->text];
  if (item.n == 0U || is_null(cell, item.s, item.n) ||
      !is_straight(maker, cell, item.s, item.n, &flags)) {
    *gone = false;
    return LN_OK;
  }
  LN_TRY(have_pairs(maker, maker->plan->straight->n_outputs + 1U));
  set_pair(&maker->pairs[maker->n_pairs++], &output->pair, item.s, (uint32_t)item.n, flags);
  return LN_OK;
}

/* A pair for each item between separators. */
static ln_status
add_list(ln_maker* const maker, const ln_straight_output* const output, bool* const gone)
{
  const ln_straight_cell* const cell = &maker->plan->straight->cells[output->text];
  const ln_straight_text* const text = &maker->straight.texts[output->text];
  const char                    mark = cell->column->separator.s[0];
  const char* const             end  = text->s + text->n;
  for (const char* s = text->s; s <= end && *gone;) {
    const char* const found = memchr(s, mark, (size_t)(end - s));
    const char* const stop  = found ? found : end;
    LN_TRY(add_item(maker, output, (ln_view){s, (size_t)(stop - s)}, text->flags, gone));
    s = stop + 1;
  }
  return LN_OK;
}

/* Where a string of a JSON array that begins at `s` ends: at its quote, or `end` if it has anything
   that cannot stand in a literal but escapes of a quote or a backslash (U+FEFF begins with EF). */
static const char*
string_end(const char* s, const char* const end, bool* const escaped)
{
  while (s < end) {
    const ln_bytes v     = ln_bytes_load(s);
    const ln_bytes found = (ln_bytes)(v == '"') | (ln_bytes)(v == '\\') | (ln_bytes)(v < 0x20U) |
                           (ln_bytes)(v == 0x7FU) | (ln_bytes)(v == 0xEFU);
    const unsigned bits = ln_bytes_bits(found);
    if (bits == 0U) {
      s += LN_BYTES;
      continue;
    }
    s += __builtin_ctz(bits);
    if (s >= end || *s == '"') {
      break;
    }
    if (*s != '\\' || (s[1] != '"' && s[1] != '\\')) {
      return end;
    }
    *escaped = true;
    s += 2;
  }
  return s < end ? s : end;
}

/* The text of a string without its escapes, in the room of the row; NULL if there is not enough. */
static const char*
decode(ln_maker* const maker, const ln_view string, size_t* const n)
{
  char* const to = maker->straight.room + maker->straight.used;
  if (string.n > LN_STRAIGHT_ROOM - maker->straight.used) {
    return NULL;
  }
  *n = ln_array_decode(LN_ARRAY_JSON, string, to);
  maker->straight.used += *n;
  return to;
}

/* A pair for each string of a JSON array without blanks: `["a","b"]`. */
static ln_status
add_array(ln_maker* const maker, const ln_straight_output* const output, bool* const gone)
{
  const ln_straight_text* const text = &maker->straight.texts[output->text];
  const char* const             end  = text->s + text->n;
  const char*                   s    = text->s;
  *gone                              = text->n > 3U && s[0] == '[';
  while (*gone) {
    bool              escaped = false;
    const char* const stop    = s[1] == '"' ? string_end(s + 2, end, &escaped) : end;
    ln_view           item    = {s + 2, (size_t)(stop - s) - 2U};
    if (stop == end || (stop[1] != ',' && (stop[1] != ']' || stop + 2 != end))) {
      *gone = false;
      break;
    }
    if (escaped) {
      item.s = decode(maker, item, &item.n);
    }
    *gone = item.s != NULL;
    if (*gone) {
      LN_TRY(add_item(maker, output, item, escaped ? (uint8_t)0U : (uint8_t)LN_CLEAN, gone));
    }
    if (stop[1] == ']') {
      break;
    }
    s = stop + 1;
  }
  return LN_OK;
}

/* What is rarer: lists, arrays, tests, objects that are made of other texts than their gate. */
static __attribute__((noinline)) ln_status
add_output(ln_maker* const maker, const ln_straight_output* const output, bool* const gone)
{
  const ln_straight_text* const text = &maker->straight.texts[output->text];
  if (output->tests && !holds(maker, output->tests)) {
    return LN_OK;
  }
  if (output->kind == LN_STRAIGHT_LIST) {
    return add_list(maker, output, gone);
  }
  if (output->kind == LN_STRAIGHT_ARRAY) {
    return add_array(maker, output, gone);
  }
  const bool    same   = output->kind == LN_STRAIGHT_CONSTANT;
  const ln_term object = output->pair.object;
  set_pair(&maker->pairs[maker->n_pairs++],
           &output->pair,
           same ? object.s : text->s,
           same ? object.n : text->n,
           same ? 0U : text->flags);
  return LN_OK;
}

/* Lay out the pairs of one subject. */
static ln_status
add_outputs(ln_maker* const maker, const ln_straight_subject* const subject, bool* const gone)
{
  const ln_straight_text* const   texts = maker->straight.texts;
  const ln_straight_output* const end   = subject->outputs + subject->n_outputs;
  ln_pair*                        to    = maker->pairs + maker->n_pairs;
  for (const ln_straight_output* output = subject->outputs; output < end; ++output) {
    const ln_straight_text* const text = &texts[output->gate];
    if (!text->there) {
      continue;
    }
    if (!output->plain) {
      maker->n_pairs = (size_t)(to - maker->pairs);
      LN_TRY(add_output(maker, output, gone));
      if (!*gone) {
        return LN_OK;
      }
      to = maker->pairs + maker->n_pairs;
    } else if (output->kind == LN_STRAIGHT_TEXT) {
      set_pair(to++, &output->pair, text->s, text->n, text->flags);
    } else {
      *to++ = output->pair;
    }
  }
  maker->n_pairs = (size_t)(to - maker->pairs);
  return LN_OK;
}

/* Lay out the pairs of all subjects. */
static ln_status
add_subjects(ln_maker* const maker, bool* const gone)
{
  const ln_straight* const straight = maker->plan->straight;
  maker->n_pairs                    = 0U;
  LN_TRY(have_pairs(maker, straight->n_outputs));
  for (size_t i = 0U; i < straight->n_subjects; ++i) {
    LN_TRY(add_outputs(maker, &straight->subjects[i], gone));
    maker->straight.ends[i] = maker->n_pairs;
  }
  return LN_OK;
}

/* ---- descriptions ---- */

/* `tTABLErROW`; joins leave room enough for it. */
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

static void
name_subject(ln_maker* const maker, const ln_straight_subject* const subject, ln_term* const term)
{
  *term = subject->term;
  if (subject->blank) {
    label_blank(maker, term);
  } else if (subject->kind == LN_STRAIGHT_TEXT) {
    term->s = maker->straight.texts[subject->text].s;
    term->n = maker->straight.texts[subject->text].n;
    term->flags |= maker->straight.texts[subject->text].flags;
  }
}

static ln_status
describe_all(ln_maker* const maker, const ln_sink sink, bool* const made)
{
  const ln_straight* const straight = maker->plan->straight;
  size_t                   begin    = 0U;
  for (size_t i = 0U; i < straight->n_subjects; ++i) {
    const size_t end = maker->straight.ends[i];
    if (end > begin) {
      ln_desc desc = {.graph   = straight->subjects[i].graph,
                      .pairs   = maker->pairs + begin,
                      .n_pairs = end - begin,
                      .where   = {maker->plan->source, 0U, maker->row->number}};
      name_subject(maker, &straight->subjects[i], &desc.subject);
      *made = true;
      LN_TRY(ln_sink_describe(sink, &desc));
    }
    begin = end;
  }
  return LN_OK;
}

ln_status
ln_straight_row(ln_maker* const maker, const ln_sink sink, bool* const gone, bool* const made)
{
  const ln_straight* const straight = maker->plan->straight;
  const ln_row* const      row      = maker->row;
  *gone = !row->bad && row->n >= straight->n_fields && read_cells(maker) && make_joins(maker);
  if (*gone) {
    LN_TRY(add_subjects(maker, gone));
  }
  return *gone ? describe_all(maker, sink, made) : LN_OK;
}
