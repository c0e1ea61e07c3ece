/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Templates meet the items of a row. A list that is not taken item by item is expanded as RFC 6570
   expands lists; a variable without a value expands to nothing, and the caller is told. */

#include "map/maker.h"

#include "base/fold.h"
#include "rdf/edtf.h"
#include "rdf/iri.h"

#include <inttypes.h>

const ln_item*
ln_maker_items(const ln_maker* const maker, const size_t variable, size_t* const n)
{
  const ln_variable* const v     = &maker->plan->variables[variable];
  const ln_value* const    value = &maker->values[variable];
  size_t                   first = 0U;
  *n                             = ln_maker_span(maker, variable, &first);
  if (v->group != LN_NO_GROUP && (maker->bound_set & (1U << v->group)) != 0U) {
    const bool there = maker->bound[v->group] < *n;
    first += there ? maker->bound[v->group] : 0U;
    *n = there ? 1U : 0U;
  }
  return *n > 0U ? value->items + first : NULL;
}

static bool
list_has(const ln_views list, const ln_view word)
{
  for (size_t i = 0U; i < list.n; ++i) {
    if (ln_view_equals(list.v[i], word)) {
      return true;
    }
  }
  return false;
}

static ln_view
item_text(const ln_item* const item, const uint8_t source, const uint16_t column)
{
  if (source == LN_PART_RAW) {
    return item->raw;
  }
  if (source == LN_PART_GROUP) {
    return item->groups ? item->groups[column] : LN_V("");
  }
  if (source == LN_PART_CODE) {
    return item->entry && item->entry->cells ? item->entry->cells[column] : LN_V("");
  }
  return item->text;
}

/* Whether a good item of the operand has this text. */
static bool
operand_has(const ln_maker* const maker, const ln_operand* const operand, const ln_view text)
{
  size_t               n     = 0U;
  const ln_item* const items = ln_maker_items(maker, operand->variable, &n);
  for (size_t i = 0U; i < n; ++i) {
    if (items[i].state == LN_ITEM_GOOD &&
        ln_view_equals(item_text(&items[i], operand->source, operand->column), text)) {
      return true;
    }
  }
  return false;
}

/* One condition. Of several items one that fits is enough; for "not" all must differ. */
static bool
test_holds(const ln_maker* const maker, const ln_test* const test)
{
  const ln_when* const when    = test->when;
  size_t               n       = 0U;
  const ln_operand     operand = test->operand;
  const ln_item* const items   = ln_maker_items(maker, operand.variable, &n);
  size_t               present = 0U;
  bool                 in      = when->in.n == 0U;
  bool                 not_in  = true;
  bool                 same    = false;
  bool                 minted  = false;
  for (size_t i = 0U; i < n; ++i) {
    if (items[i].state == LN_ITEM_GOOD) {
      const ln_view text = item_text(&items[i], operand.source, operand.column);
      const bool    own  = operand.source == LN_PART_VARIABLE || operand.source == LN_PART_RAW;
      present += own || text.n > 0U;
      minted = minted || items[i].minted;
      in     = in || list_has(when->in, text);
      not_in = not_in && !list_has(when->not_in, text);
      same   = same || (when->other.s && operand_has(maker, &test->other, text));
    }
  }
  const bool many = maker->values[operand.variable].n > 1U;
  return in && not_in && (!when->other.s || same != when->differs) &&
         (when->present < 0 || (when->present == 1) == (present > 0U)) &&
         (when->many < 0 || (when->many == 1) == many) &&
         (when->minted < 0 || (when->minted == 1) == minted);
}

bool
ln_maker_holds(const ln_maker* const maker, const ln_tests* const tests)
{
  for (size_t i = 0U; i < tests->n; ++i) {
    if (!test_holds(maker, &tests->tests[i])) {
      return false;
    }
  }
  return true;
}

/* Where a template is written to, and how far an expression has come. */
typedef struct {
  ln_text* out;
  bool     iri;   ///< percent-encode, and join as the operator says
  bool     open;  ///< the expression has a value already
  bool     alone; ///< the value at hand is no part of a list
  size_t   at;    ///< its place in its list, from 1
} writing;

static ln_status
add_encoded(const writing* const w, const ln_part* const part, const ln_view text)
{
  return w->iri ? ln_template_value(part, text, w->alone, w->out) : ln_text_add(w->out, text);
}

/* What stands before a value; in plain text only a comma between several. */
static ln_status
add_joint(writing* const w, const ln_part* const part, const size_t shown)
{
  if (w->iri) {
    return ln_template_joint(part, shown, &w->open, w->out);
  }
  const bool comma = shown > 0U || w->open;
  w->open          = true;
  return comma ? ln_text_add_byte(w->out, ',') : LN_OK;
}

static ln_status
add_year(const ln_item* const item, ln_text* const out, ln_filling* const filling)
{
  ln_edtf edtf = {0};
  int64_t year = 0;
  if (!ln_edtf_parse(item->lexical, &edtf, NULL) || !ln_edtf_year(&edtf, &year)) {
    *filling = *filling == LN_FILLED ? LN_ABSENT : *filling;
    return LN_OK;
  }
  return ln_text_format(out, "%" PRId64, year);
}

static ln_status
add_item(ln_maker* const      maker,
         const ln_part* const part,
         const ln_item* const item,
         const writing* const w,
         ln_filling* const    filling)
{
  const ln_column* const column = maker->plan->variables[part->variable].column;
  if (part->source == LN_PART_YEAR) {
    return add_year(item, w->out, filling);
  }
  if (part->source == LN_PART_POSITION) {
    return ln_text_format(w->out, "%zu", w->at);
  }
  if (part->source == LN_PART_IRI) {
    return ln_names_expand(maker->plan->names, item->term, w->out);
  }
  if (part->source == LN_PART_VARIABLE && w->iri && column->slug) {
    return w->out->n > 0U ? ln_slug_inner(item->text, w->out) : ln_slug(item->text, w->out);
  }
  const ln_view text = item_text(item, part->source, part->column);
  if (text.n == 0U && (part->source == LN_PART_CODE || part->source == LN_PART_GROUP)) {
    *filling = *filling == LN_FILLED ? LN_ABSENT : *filling;
  }
  return add_encoded(w, part, text);
}

/* The place in its list, from 1, of the first item that counts now. */
static size_t
first_place(const ln_maker* const maker, const size_t variable)
{
  const uint8_t group = maker->plan->variables[variable].group;
  const bool    bound = group != LN_NO_GROUP && (maker->bound_set & (1U << group)) != 0U;
  return bound ? maker->bound[group] + 1U : 1U;
}

static ln_status
add_variable(ln_maker* const      maker,
             const ln_part* const part,
             writing* const       w,
             ln_filling* const    filling)
{
  size_t               n     = 0U;
  const ln_item* const items = ln_maker_items(maker, part->variable, &n);
  size_t               shown = 0U;
  w->alone                   = n == 1U;
  for (size_t i = 0U; i < n; ++i) {
    w->at = first_place(maker, part->variable) + i;
    if (items[i].state == LN_ITEM_BAD) {
      *filling = LN_BROKEN;
    }
    if (items[i].state != LN_ITEM_GOOD) {
      continue;
    }
    LN_TRY(add_joint(w, part, shown++));
    LN_TRY(add_item(maker, part, &items[i], w, filling));
    ln_template_close(part, w->out);
  }
  if (shown == 0U && *filling == LN_FILLED) {
    *filling = maker->values[part->variable].bad ? LN_BROKEN : LN_ABSENT;
  }
  return LN_OK;
}

static unsigned
digit_of(const char c)
{
  const size_t at = ln_view_find(LN_V("0123456789abcdef"), (char)(c | 0x20));
  return (unsigned)at; /* 16 for what is no digit */
}

/* The name of a column as people read it, without its %XX. */
static ln_status
add_name(ln_maker* const      maker,
         const ln_part* const part,
         const ln_view        name,
         const writing* const w)
{
  ln_text_reset(&maker->folded);
  for (size_t i = 0U; i < name.n; ++i) {
    unsigned high = 16U;
    unsigned low  = 16U;
    if (name.s[i] == '%' && i + 2U < name.n) {
      high = digit_of(name.s[i + 1U]);
      low  = digit_of(name.s[i + 2U]);
    }
    const bool coded = high < 16U && low < 16U;
    LN_TRY(ln_text_add_byte(&maker->folded, coded ? (char)(high * 16U + low) : name.s[i]));
    i += coded ? 2U : 0U;
  }
  return add_encoded(w, part, ln_text_view(&maker->folded));
}

/* The number of the column in its table, or in the file. */
static ln_status
add_column_number(const ln_maker* const  maker,
                  const uint8_t          source,
                  const ln_column* const column,
                  ln_text* const         out)
{
  const ln_table_map* const map = maker->plan->map;
  for (size_t i = 0U; column && i < map->n_columns; ++i) {
    if (column == &map->columns[i]) {
      const size_t skipped = source == LN_PART_COLUMN ? 0U : map->dialect.skip_columns;
      return ln_text_format(out, "%zu", i + 1U + skipped);
    }
  }
  return LN_OK;
}

static ln_status
add_special(ln_maker* const        maker,
            const ln_part* const   part,
            const ln_column* const column,
            writing* const         w,
            ln_filling* const      filling)
{
  ln_text* const out = w->out;
  w->alone           = true;
  LN_TRY(add_joint(w, part, 0U));
  if (part->source == LN_PART_KEY) {
    return ln_maker_key(maker, out, filling);
  }
  if (part->source == LN_PART_ROW) {
    return ln_text_format(out, "%" PRIu64, maker->number + 1U);
  }
  if (part->source == LN_PART_SOURCE_ROW) {
    return ln_text_format(out, "%" PRIu64, maker->row->number);
  }
  if (part->source == LN_PART_SLUG) {
    return ln_text_add(out, maker->word);
  }
  if (part->source == LN_PART_NAME) {
    return add_name(maker, part, column ? column->name : LN_V(""), w);
  }
  return add_column_number(maker, part->source, column, out);
}

/* A virtual column stands nowhere in the file, so it has no number there ("Model", section 4.3). */
static bool
is_undefined(const ln_part* const part, const ln_column* const column)
{
  return part->source == LN_PART_SOURCE_COLUMN && column && column->is_virtual;
}

ln_status
ln_maker_fill(ln_maker* const        maker,
              const ln_part* const   parts,
              const size_t           n,
              const ln_column* const column,
              const bool             iri,
              ln_filling* const      filling)
{
  writing w = {.out = &maker->text, .iri = iri};
  ln_text_reset(w.out);
  for (size_t i = 0U; i < n; ++i) {
    const ln_part* const part = &parts[i];
    w.open                    = w.open && !part->leads;
    if (!part->operator) {
      LN_TRY(ln_text_add(w.out, part->text));
    } else if (is_undefined(part, column)) {
      continue;
    } else if (part->source <= LN_PART_CODE) {
      LN_TRY(add_variable(maker, part, &w, filling));
    } else {
      LN_TRY(add_special(maker, part, column, &w, filling));
    }
  }
  return LN_OK;
}

/* Whether something is made of what was filled: without a key, CSVW has it that a name without a
   value expands to nothing. */
static bool
is_used(const ln_maker* const maker, const ln_filling filling)
{
  return filling == LN_FILLED || (filling == LN_ABSENT && maker->plan->n_keys == 0U);
}

/* A template that begins with an expression may give a prefixed name, a relative IRI, or none at
   all
   ("Metadata Vocabulary", section 5.1.3). */
static ln_status
finish_open(ln_maker* const maker, ln_view* const bytes, ln_filling* const filling)
{
  ln_text_reset(&maker->slug);
  LN_TRY(ln_mapping_expand(maker->plan->mapping, maker->plan->base, *bytes, &maker->slug));
  if (maker->slug.n == 0U && ln_iri_valid(*bytes, NULL)) {
    return LN_OK;
  }
  if (maker->slug.n == 0U) {
    LN_TRY(ln_iri_resolve(maker->plan->base, *bytes, &maker->slug));
  }
  LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->slug), bytes));
  if (is_used(maker, *filling) && !ln_iri_valid(*bytes, NULL)) {
    *filling = LN_UNFIT;
  }
  return LN_OK;
}

/* A template with a fixed beginning whose values may make it no IRI. */
static ln_status
finish_loose(ln_maker* const maker, ln_term* const term, ln_filling* const filling)
{
  ln_view whole = {0};
  ln_text_reset(&maker->slug);
  LN_TRY(ln_names_expand(maker->plan->names, *term, &maker->slug));
  if (!is_used(maker, *filling) || ln_iri_valid(ln_text_view(&maker->slug), NULL)) {
    return LN_OK;
  }
  LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->slug), &whole));
  *term    = (ln_term){.s = whole.s, .n = (uint32_t)whole.n, .stem = LN_STEM_IRI, .kind = LN_IRI};
  *filling = LN_UNFIT;
  return LN_OK;
}

/* The usual template: a stem and one cell that needs no encoding. Its bytes are used where they
 * are. */
static bool
is_plain_cell(const ln_maker* const maker, const ln_iri_plan* const iri, ln_view* const bytes)
{
  const ln_part* const part = &iri->parts[0];
  if (iri->n != 1U || iri->loose ||
      part->operator!= ' ' || part->length> 0U || part->source != LN_PART_VARIABLE ||
      iri->stem == LN_STEM_IRI || maker->plan->variables[part->variable]
        .column->slug) {
    return false;
  }
  size_t               n     = 0U;
  const ln_item* const items = ln_maker_items(maker, part->variable, &n);
  if (n != 1U || items->state != LN_ITEM_GOOD || !ln_iri_clean(items->text)) {
    return false;
  }
  *bytes = items->text;
  return true;
}

ln_status
ln_maker_iri(ln_maker* const          maker,
             const ln_iri_plan* const iri,
             const ln_column* const   column,
             ln_term* const           term,
             ln_filling* const        filling)
{
  ln_view bytes = {0};
  *filling      = LN_FILLED;
  if (iri->n == 1U && !iri->parts[0].operator) {
    bytes = iri->parts[0].text;
  } else if (is_plain_cell(maker, iri, &bytes)) {
    *term = (ln_term){bytes.s, (uint32_t)bytes.n, iri->stem, LN_IRI, LN_CLEAN};
    return LN_OK;
  } else {
    LN_TRY(ln_maker_fill(maker, iri->parts, iri->n, column, true, filling));
    LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->text), &bytes));
    if (iri->stem == LN_STEM_IRI) {
      LN_TRY(finish_open(maker, &bytes, filling));
    }
  }
  *term = (ln_term){.s     = bytes.s,
                    .n     = (uint32_t)bytes.n,
                    .stem  = iri->stem,
                    .kind  = LN_IRI,
                    .flags = ln_iri_clean(bytes) ? LN_CLEAN : 0};
  return iri->loose ? finish_loose(maker, term, filling) : LN_OK;
}
