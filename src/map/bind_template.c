/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Names in templates become numbers of variables, the fixed beginning of a URI template becomes a
   stem. A template that is all fixed is one term, split where a prefix ends, so that writers find
   nothing to do. */

#include "map/binder.h"

#include "base/fold.h"
#include "base/text.h"
#include "rdf/iri.h"
#include "rdf/prefix.h"

#include <string.h>

typedef struct {
  ln_view name;
  uint8_t source;
} special;

static const special specials[] = {
  {{"_key", 4U}, LN_PART_KEY},
  {{"_row", 4U}, LN_PART_ROW},
  {{"_sourceRow", 10U}, LN_PART_SOURCE_ROW},
  {{"_name", 5U}, LN_PART_NAME},
  {{"_column", 7U}, LN_PART_COLUMN},
  {{"_sourceColumn", 13U}, LN_PART_SOURCE_COLUMN},
  {{"_slug", 5U}, LN_PART_SLUG},
};

static bool
bind_special(ln_part* const part)
{
  for (size_t i = 0U; i < sizeof(specials) / sizeof(specials[0]); ++i) {
    if (part->accessor.n == 0U && ln_view_equals(part->text, specials[i].name)) {
      part->source = specials[i].source;
      return true;
    }
  }
  return false;
}

/* The index whose rows have a column of this name, among those that a variable's words are looked
 * up in; NULL if there is none. */
static const ln_index*
find_column(const ln_binder* const b, const size_t variable, const ln_view name)
{
  const ln_column* const    column    = &b->map->columns[variable];
  const ln_reference* const reference = column->value_map ? column->value_map : column->lookup;
  for (size_t i = 0U; reference && i < reference->tables.n; ++i) {
    const ln_index* const index =
      b->binding->find_index(b->binding->self, reference->tables.v[i], column->value_map);
    if (index && ln_index_column(index, name) != SIZE_MAX) {
      return index;
    }
  }
  return NULL;
}

/* Whether the rows that a variable's words lead to have IRIs: a code list without `value` has none.
 */
static bool
has_iri(const ln_column* const column)
{
  return column->lookup || (column->value_map && column->value_map->value.n > 0U);
}

/* The number of a member of the column's objects, or SIZE_MAX. */
static size_t
find_member(const ln_column* const column, const ln_view name)
{
  for (size_t i = 0U; i < column->n_members; ++i) {
    if (ln_view_equals(column->members[i].name, name)) {
      return i;
    }
  }
  return SIZE_MAX;
}

/* Whether a variable has items, which have places; of any other, `position` is a column of the row
   it leads to. */
static bool
has_positions(const ln_binder* const b, const size_t variable)
{
  return ln_column_is_list(&b->map->columns[variable]) ||
         b->plan->variables[variable].group != LN_NO_GROUP;
}

static bool
bind_accessor(const ln_binder* const b, ln_part* const part)
{
  const ln_view         a       = part->accessor;
  const ln_regex* const extract = b->plan->variables[part->variable].extract;
  const size_t          group   = extract ? ln_regex_group(extract, a)
                                          : find_member(b->plan->variables[part->variable].column, a);
  if (group != SIZE_MAX) {
    part->source = LN_PART_GROUP;
    part->column = (uint16_t)group;
    return true;
  }
  if (ln_view_equals(a, LN_V("text"))) {
    part->source = LN_PART_RAW;
    return true;
  }
  if (ln_view_equals(a, LN_V("year"))) {
    part->source = LN_PART_YEAR;
    return true;
  }
  if (ln_view_equals(a, LN_V("position")) && has_positions(b, part->variable)) {
    part->source = LN_PART_POSITION;
    return true;
  }
  if (ln_view_equals(a, LN_V("iri"))) {
    part->source = LN_PART_IRI;
    return has_iri(&b->map->columns[part->variable]);
  }
  const ln_index* const list = find_column(b, part->variable, a);
  part->source               = LN_PART_CODE;
  part->column               = (uint16_t)(list ? ln_index_column(list, a) : 0U);
  return list != NULL;
}

/* The column that an expression names: by all of it, since names may hold dots, else by what stands
   before the last dot. */
static size_t
find_variable(const ln_binder* const b, ln_part* const part)
{
  const size_t  n     = part->accessor.n > 0U ? part->accessor.n + 1U : 0U;
  const ln_view whole = {part->text.s, part->text.n + n};
  const size_t  at    = ln_bind_find(b, whole);
  if (at == SIZE_MAX) {
    return ln_bind_find(b, part->text);
  }
  part->text     = whole;
  part->accessor = ln_view_first(whole, 0U);
  return at;
}

static ln_status
bind_part(ln_binder* const b, ln_part* const part, const ln_view path)
{
  if (bind_special(part)) {
    b->plan->numbered =
      b->plan->numbered || part->source == LN_PART_ROW || part->source == LN_PART_SOURCE_ROW;
    return part->source != LN_PART_SLUG || b->minting
             ? LN_OK
             : ln_bind_fault(b, LN_L0405, path, "{_slug} has a meaning only where IRIs are minted");
  }
  const size_t variable = find_variable(b, part);
  if (variable == SIZE_MAX) {
    return ln_bind_unknown(b, LN_L0405, path, part->text);
  }
  if (variable >= b->limit) {
    return ln_bind_fault(b,
                         LN_L0405,
                         path,
                         "the column %s must stand in front of the one that is made of it",
                         ln_shown(b->log, part->text));
  }
  part->variable = (uint16_t)variable;
  part->source   = LN_PART_VARIABLE;
  if (part->accessor.n > 0U && !bind_accessor(b, part)) {
    return ln_bind_fault(b,
                         LN_L0405,
                         path,
                         "%s has no %s",
                         ln_shown(b->log, part->text),
                         ln_shown(b->log, part->accessor));
  }
  b->plan->variables[variable].used = true;
  return LN_OK;
}

ln_status
ln_bind_parts(ln_binder* const b, const ln_view text, const ln_view path, ln_template* const out)
{
  size_t          at = 0U;
  const ln_status st = ln_template_parse(b->arena, text, out, &at);
  if (st == LN_USAGE) {
    *out = (ln_template){0};
    return ln_bind_fault(b,
                         LN_L0407,
                         path,
                         "the template %s cannot be read at character %zu",
                         ln_shown(b->log, text),
                         at + 1U);
  }
  LN_TRY(st);
  for (size_t i = 0U; i < out->n; ++i) {
    if (out->parts[i].operator) {
      LN_TRY(bind_part(b, &out->parts[i], path));
    }
  }
  return LN_OK;
}

uint32_t
ln_bind_groups(const ln_plan* const plan, const ln_part* const parts, const size_t n)
{
  uint32_t groups = 0U;
  for (size_t i = 0U; i < n; ++i) {
    const uint8_t source = parts[i].source;
    if (!parts[i].operator|| source> LN_PART_KEY) {
      continue; /* it is the same for all items */
    }
    if (source == LN_PART_KEY) {
      groups |= plan->key_groups;
    } else {
      const ln_variable* const v = &plan->variables[parts[i].variable];
      groups |= v->groups | (v->group != LN_NO_GROUP ? 1U << v->group : 0U);
    }
  }
  return groups;
}

/* `ex:name` where nobody knows what ex is: an IRI by its form, but hardly by its meaning. */
static ln_status
watch_prefix(ln_binder* const b, const ln_view text, const ln_view path)
{
  const ln_mapping* const mapping = b->binding->mapping;
  const ln_view           scheme  = ln_view_first(text, ln_view_find(text, ':'));
  const ln_view           rest    = ln_view_from(text, scheme.n + 1U);
  ln_nearest              nearest = {.word = scheme};
  ln_text                 hint    = {0};
  ln_text                 message = {0};
  if (scheme.n == text.n || ln_view_starts(rest, LN_V("//")) || !ln_iri_valid(text, NULL) ||
      ln_scheme_known(scheme)) {
    return LN_OK;
  }
  for (size_t i = 0U; i < mapping->n_prefixes; ++i) {
    ln_nearest_offer(&nearest, mapping->prefixes[i][0], mapping->prefixes[i][0]);
  }
  for (size_t i = 0U; ln_prefix_at(i).n > 0U; ++i) {
    ln_nearest_offer(&nearest, ln_prefix_at(i), ln_prefix_at(i));
  }
  ln_status st = ln_nearest_text(&nearest, &hint);
  if (st == LN_OK) {
    st = ln_text_format(&message, "%s is no prefix that is known", ln_shown(b->log, scheme));
  }
  if (st == LN_OK) {
    st = ln_bind_report(b, LN_L0412, path, ln_text_view(&hint), ln_text_view(&message));
  }
  ln_text_clear(&hint);
  ln_text_clear(&message);
  return st;
}

/* Resolve text that a value goes on, without an end of the segment between: with a letter for the
   value, so that a dot at its end is the beginning of a name and no segment of its own (RFC 3986,
   section 5.2.4). */
static ln_status
resolve_open(const ln_binder* const b, const ln_view text, ln_text* const whole)
{
  ln_text   open = {0};
  ln_status st   = ln_text_add(&open, text);
  st             = st == LN_OK ? ln_text_add_byte(&open, 'x') : st;
  st             = st == LN_OK ? ln_iri_resolve(b->plan->base, ln_text_view(&open), whole) : st;
  whole->n -= st == LN_OK ? 1U : 0U;
  ln_text_clear(&open);
  return st;
}

/* The fixed beginning of a template, absolute; `open` if a value follows. */
static ln_status
resolve_beginning(
  ln_binder* const b, const ln_view text, const bool open, const ln_view path, ln_view* const out)
{
  ln_text   whole = {0};
  ln_status st    = ln_mapping_expand(b->binding->mapping, b->plan->base, text, &whole);
  if (st == LN_OK && whole.n == 0U) {
    st = watch_prefix(b, text, path);
  }
  if (st == LN_OK && whole.n == 0U) {
    st = open ? resolve_open(b, text, &whole) : ln_iri_resolve(b->plan->base, text, &whole);
  }
  if (st == LN_OK) {
    *out = ln_arena_copy(b->arena, ln_text_view(&whole));
    st   = out->s ? LN_OK : LN_NO_MEM;
  }
  ln_text_clear(&whole);
  return st;
}

/* A template without expressions: one term. */
static ln_status
bind_constant(ln_binder* const b, const ln_view iri, const ln_view path, ln_iri_plan* const out)
{
  ln_term term = {0};
  LN_TRY(ln_bind_term(b, iri, path));
  LN_TRY(ln_names_term(b->names, iri, &term));
  ln_part* const part = ln_arena_zero(b->arena, 1U, sizeof(ln_part));
  if (!part) {
    return LN_NO_MEM;
  }
  part->text = ln_term_bytes(term);
  out->stem  = term.stem;
  out->parts = part;
  out->n     = 1U;
  return LN_OK;
}

/* Fixed text between expressions, with what an IRI cannot hold percent-encoded (RFC 6570,
   section 3.1). */
static ln_status
mend_parts(ln_binder* const b, const ln_template* const t)
{
  ln_text   mended = {0};
  ln_status st     = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < t->n; ++i) {
    ln_part* const part = &t->parts[i];
    if (!part->operator) {
      ln_text_reset(&mended);
      st = ln_iri_mend(part->text, &mended);
    }
    if (!part->operator&& st == LN_OK) {
      part->text = ln_arena_copy(b->arena, ln_text_view(&mended));
      st         = part->text.s ? LN_OK : LN_NO_MEM;
    }
  }
  ln_text_clear(&mended);
  return st;
}

/* The template with every value `1`, which can stand anywhere in an IRI: what is no IRI now is none
   whatever the values are, as long as none is missing. */
static ln_status
check_fixed(ln_binder* const b, const ln_iri_plan* const iri, const ln_view path)
{
  ln_text     sample  = {0};
  ln_text     whole   = {0};
  const char* problem = NULL;
  ln_status   st      = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < iri->n; ++i) {
    const ln_part* const part = &iri->parts[i];
    if (part->operator== '#' && part->leads) {
      st = ln_text_add_byte(&sample, '#');
    }
    st = st == LN_OK ? ln_text_add(&sample, part->operator? LN_V("1") : part->text) : st;
  }
  st = st == LN_OK ? ln_iri_resolve(b->plan->base, ln_text_view(&sample), &whole) : st;
  if (st == LN_OK && !ln_iri_valid(ln_text_view(&whole), &problem)) {
    st =
      ln_bind_fault(b, LN_L0407, path, "%s makes no IRI: %s", ln_shown(b->log, iri->text), problem);
  }
  ln_text_clear(&sample);
  ln_text_clear(&whole);
  return st;
}

/* Whether fixed text ends within a percent-triplet, so that the value behind it completes it. */
static bool
ends_in_triplet(const ln_view text)
{
  return (text.n > 0U && text.s[text.n - 1U] == '%') || (text.n > 1U && text.s[text.n - 2U] == '%');
}

/* Whether values that are percent-encoded where they must be can still make no IRI: a reserved
   character in the wrong place, a port that is no number, a triplet with something else in it. */
static bool
is_loose(const ln_iri_plan* const iri, const ln_view stem)
{
  const size_t colon = ln_view_find(stem, ':');
  ln_view      rest  = ln_view_from(stem, colon + 1U);
  if (ln_view_starts(rest, LN_V("//"))) {
    rest = ln_view_from(rest, 2U);
    if (ln_view_find(rest, '/') == rest.n) {
      return true;
    }
  }
  for (size_t i = 0U; i < iri->n; ++i) {
    const ln_part* const part = &iri->parts[i];
    if (!part->operator&& ends_in_triplet(part->text)) {
      return true;
    }
    if (part->operator== '+' ||
        part->operator== '#' ||(part->operator&& part->source == LN_PART_IRI)) {
      return true;
    }
  }
  return false;
}

ln_status
ln_bind_iri(ln_binder* const b, const ln_view text, const ln_view path, ln_iri_plan* const out)
{
  ln_template parsed = {0};
  *out               = (ln_iri_plan){.text = text, .stem = LN_STEM_IRI};
  LN_TRY(ln_bind_parts(b, text, path, &parsed));
  LN_TRY(mend_parts(b, &parsed));
  out->parts  = parsed.parts;
  out->n      = parsed.n;
  out->groups = ln_bind_groups(b->plan, parsed.parts, parsed.n);
  if (parsed.n > 0U && parsed.parts[0].operator) {
    return check_fixed(b, out, path);
  }
  ln_view       iri       = {0};
  const ln_view beginning = parsed.n > 0U ? parsed.parts[0].text : LN_V("");
  const bool    open      = parsed.n > 1U && !strchr("?#/", parsed.parts[1].operator);
  LN_TRY(resolve_beginning(b, beginning, open, path, &iri));
  const char* problem = NULL;
  if (!ln_iri_valid(iri, &problem)) {
    return ln_bind_fault(
      b, LN_L0407, path, "%s does not begin like an IRI: %s", ln_shown(b->log, text), problem);
  }
  if (parsed.n <= 1U) {
    return bind_constant(b, iri, path, out);
  }
  LN_TRY(check_fixed(b, out, path));
  ++out->parts;
  --out->n;
  out->loose = is_loose(out, iri);
  return ln_names_iri_stem(b->names, iri, &out->stem);
}
