/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The row itself in standard mode: a node with number, address and titles that describes each
   subject made of the row, also those without a triple ("Generating RDF from Tabular Data", section
   4.2). Nothing is reported here: the cells were evaluated before. */

#include "map/maker.h"

#include "base/memory.h"

#include <inttypes.h>

static bool
same_term(const ln_term a, const ln_term b)
{
  return a.kind == b.kind && a.stem == b.stem && ln_view_equals(ln_term_bytes(a), ln_term_bytes(b));
}

ln_status
ln_maker_described(ln_maker* const maker, const ln_term subject)
{
  for (size_t i = 0U; i < maker->n_described; ++i) {
    if (same_term(maker->described[i], subject)) {
      return LN_OK;
    }
  }
  if (maker->n_described == maker->cap_described) {
    const size_t   cap  = maker->cap_described ? maker->cap_described * 2U : 8U;
    ln_term* const more = ln_realloc(maker->described, cap, sizeof(ln_term));
    if (!more) {
      return LN_NO_MEM;
    }
    maker->described     = more;
    maker->cap_described = cap;
  }
  maker->described[maker->n_described++] = subject;
  return LN_OK;
}

/* A term whose bytes are a number or a label made for this row. */
static ln_status
make_term(ln_maker* const maker, const ln_kind kind, const uint16_t stem, ln_term* const term)
{
  ln_view kept = {0};
  LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->text), &kept));
  *term = (ln_term){.s = kept.s, .n = (uint32_t)kept.n, .stem = stem, .kind = (uint8_t)kind};
  return LN_OK;
}

static ln_status
make_row_node(ln_maker* const maker, ln_term* const row)
{
  ln_text_reset(&maker->text);
  LN_TRY(
    ln_text_format(&maker->text, "t%ur%" PRIu64 "row", maker->plan->number, maker->row->number));
  return make_term(maker, LN_BLANK, 0U, row);
}

static ln_status
make_fixed(ln_maker* const maker, ln_pair* const pairs, size_t* const n)
{
  const ln_row_plan* const plan = maker->plan->rows;
  ln_term                  term = {0};
  pairs[(*n)++]                 = (ln_pair){plan->type, LN_PREDICATE_TYPE, 0U, 0U};
  ln_text_reset(&maker->text);
  LN_TRY(ln_text_format(&maker->text, "%" PRIu64, maker->number + 1U));
  LN_TRY(make_term(maker, LN_LITERAL, plan->integer, &term));
  pairs[(*n)++] = (ln_pair){term, plan->rownum, 0U, 0U};
  ln_text_reset(&maker->text);
  LN_TRY(ln_text_format(&maker->text, "%" PRIu64, maker->row->number));
  LN_TRY(make_term(maker, LN_IRI, plan->address, &term));
  pairs[(*n)++] = (ln_pair){term, plan->url, 0U, 0U};
  return LN_OK;
}

/* What is no string is taken for one in an undefined language ("Metadata Vocabulary", section 5.5,
   rowTitles). */
static void
make_titles(const ln_maker* const maker, ln_pair* const pairs, size_t* const n)
{
  const ln_row_plan* const plan = maker->plan->rows;
  for (size_t i = 0U; i < plan->n_titles; ++i) {
    const ln_value* const    value = &maker->values[plan->titles[i]];
    const ln_variable* const v     = &maker->plan->variables[plan->titles[i]];
    for (size_t k = 0U; k < value->n; ++k) {
      const ln_item* const item = &value->items[k];
      if (item->state == LN_ITEM_GOOD && item->lexical.n <= UINT32_MAX) {
        const ln_term term = {.s    = item->lexical.s,
                              .n    = (uint32_t)item->lexical.n,
                              .stem = v->text_stem,
                              .kind = LN_LITERAL};
        pairs[(*n)++]      = (ln_pair){term, plan->title, (uint16_t)(plan->titles[i] + 1U), 0U};
      }
    }
  }
}

static size_t
count_titles(const ln_maker* const maker)
{
  size_t n = 0U;
  for (size_t i = 0U; i < maker->plan->rows->n_titles; ++i) {
    n += maker->values[maker->plan->rows->titles[i]].n;
  }
  return n;
}

ln_status
ln_maker_standard(ln_maker* const maker, const ln_sink sink)
{
  enum { FIXED = 3 };
  const ln_row_plan* const plan  = maker->plan->rows;
  const ln_where           where = {maker->plan->source, 0U, maker->row->number};
  const size_t             most  = FIXED + count_titles(maker) + maker->n_described;
  ln_pair* const           pairs = ln_arena_zero(&maker->arena, most, sizeof(ln_pair));
  ln_pair                  link  = {.predicate = plan->row};
  size_t                   n     = 0U;
  if (!pairs) {
    return LN_NO_MEM;
  }
  LN_TRY(make_row_node(maker, &link.object));
  LN_TRY(make_fixed(maker, pairs, &n));
  make_titles(maker, pairs, &n);
  for (size_t i = 0U; i < maker->n_described; ++i) {
    pairs[n++] = (ln_pair){maker->described[i], plan->describes, 0U, 0U};
  }
  const ln_desc of_table = {.subject = plan->table, .pairs = &link, .n_pairs = 1U, .where = where};
  const ln_desc of_row   = {.subject = link.object,
                            .pairs   = pairs,
                            .n_pairs = n,
                            .where   = where,
                            .fields  = maker->plan->fields};
  LN_TRY(ln_sink_describe(sink, &of_table));
  return ln_sink_describe(sink, &of_row);
}

ln_status
ln_maker_comment(const ln_maker* const maker, const ln_row* const row, const ln_sink sink)
{
  const ln_row_plan* const plan = maker->plan->rows;
  const ln_cell* const     cell = row->cells;
  if (!plan || row->n == 0U || (cell->flags & LN_CELL_BAD) != 0U) {
    return LN_OK;
  }
  const ln_view text = ln_view_trim((ln_view){cell->s, cell->n});
  const ln_pair pair = {
    .object    = {.s = text.s, .n = (uint32_t)text.n, .stem = plan->text, .kind = LN_LITERAL},
    .predicate = plan->comment};
  const ln_desc desc = {.subject = plan->table,
                        .pairs   = &pair,
                        .n_pairs = 1U,
                        .where   = {maker->plan->source, 0U, row->number}};
  return text.n > 0U ? ln_sink_describe(sink, &desc) : LN_OK;
}
