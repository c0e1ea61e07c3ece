/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From what was counted to what is shown: sorted, with short names. Everything lies in one arena.
   Values of a property are listed only if they recur, which is what makes them worth a list: one of
   them at least as often as twice on the average, or, where the rare ones were forgotten, certainly
   more often than any that was. Cost: small beside the counting. */

#include "stats/figures.h"

#include "base/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static int
compare(const void* const a, const void* const b)
{
  const ln_figure* const x = a;
  const ln_figure* const y = b;
  if (x->n != y->n) {
    return x->n > y->n ? -1 : 1;
  }
  const size_t n    = x->name.n < y->name.n ? x->name.n : y->name.n;
  const int    sign = n > 0U ? memcmp(x->name.s, y->name.s, n) : 0;
  return sign != 0 ? sign : (x->name.n > y->name.n) - (x->name.n < y->name.n);
}

/* Where the name of a thing begins within its IRI: behind the last `/`, `#` or `:`. */
static size_t
name_start(const ln_view iri)
{
  size_t n = iri.n;
  while (n > 0U && iri.s[n - 1U] != '/' && iri.s[n - 1U] != '#' && iri.s[n - 1U] != ':') {
    --n;
  }
  return n;
}

/* The last segment in front of a name, if it can be a prefix: `role` of `https://e.org/role/`. */
static ln_view
prefix_name(const ln_view space)
{
  size_t end = space.n;
  while (end > 0U && (space.s[end - 1U] == '/' || space.s[end - 1U] == '#')) {
    --end;
  }
  size_t start = end;
  while (start > 0U && ((space.s[start - 1U] >= 'a' && space.s[start - 1U] <= 'z') ||
                        (space.s[start - 1U] >= 'A' && space.s[start - 1U] <= 'Z') ||
                        (space.s[start - 1U] >= '0' && space.s[start - 1U] <= '9') ||
                        space.s[start - 1U] == '-')) {
    --start;
  }
  const bool whole = start == 0U || space.s[start - 1U] == '/' || space.s[start - 1U] == '#' ||
                     space.s[start - 1U] == ':';
  while (start < end && (space.s[start] < 'A')) {
    ++start; /* a prefix begins with a letter */
  }
  return whole ? (ln_view){space.s + start, end - start} : LN_V("ns");
}

/* A prefix for an IRI that has none; NULL if none can be made. Two spaces never share a name. */
static const ln_prefix*
make_prefix(ln_figures* const f, const ln_tally* const tally, const ln_view iri)
{
  const size_t  start = name_start(iri);
  const ln_view space = ln_view_first(iri, start);
  const ln_view name  = prefix_name(space);
  for (size_t i = 0U; i < f->n_made; ++i) {
    if (ln_view_equals(f->made[i].iri, space)) {
      return &f->made[i];
    }
    if (ln_view_equals(f->made[i].name, name)) {
      return NULL;
    }
  }
  if (name.n == 0U || start == iri.n || f->n_made == LN_FIGURES_MADE ||
      ln_tally_has_prefix(tally, name)) {
    return NULL;
  }
  f->made[f->n_made] = (ln_prefix){name, space};
  return &f->made[f->n_made++];
}

/* `prefix:rest`, else the IRI as it stands. */
static ln_status
shorten(ln_figures* const f, const ln_tally* const tally, const ln_view iri, ln_view* const name)
{
  const ln_prefix* const known  = ln_tally_prefix_of(tally, iri);
  const ln_prefix* const prefix = known ? known : make_prefix(f, tally, iri);
  *name                         = iri;
  if (!prefix) {
    return LN_OK;
  }
  const ln_view rest = ln_view_from(iri, prefix->iri.n);
  char* const   s    = ln_arena_take(&f->arena, prefix->name.n + 1U + rest.n);
  if (!s) {
    return LN_NO_MEM;
  }
  if (prefix->name.n > 0U) {
    memcpy(s, prefix->name.s, prefix->name.n);
  }
  s[prefix->name.n] = ':';
  memcpy(s + prefix->name.n + 1U, rest.s, rest.n);
  *name = (ln_view){s, prefix->name.n + 1U + rest.n};
  return LN_OK;
}

static ln_status
figure_of(ln_figures* const     f,
          const ln_tally* const tally,
          const ln_view         iri,
          const uint64_t        n,
          ln_figure* const      figure)
{
  *figure = (ln_figure){.iri = iri, .n = n};
  return shorten(f, tally, iri, &figure->name);
}

static ln_figure*
take_figures(ln_figures* const f, const size_t n)
{
  return ln_arena_zero(&f->arena, n + 1U, sizeof(ln_figure));
}

/* ---- classes ---- */

/* How many things of a class, or of those without any, have a property. rdf:type goes without
   saying. */
static uint64_t
count_both(const ln_tally* const tally, const ln_trait* const class_of, const uint32_t number)
{
  const ln_outlines* const outlines = ln_tally_outlines(tally);
  const ln_trait           property = ln_trait_property(number);
  if (ln_tally_property_at(tally, number)->typing) {
    return 0U;
  }
  return class_of ? ln_outlines_both(outlines, *class_of, property)
                  : ln_outlines_classless_with(outlines, property);
}

/* `class_of` is NULL for things without. A vocabulary may be large, so room is taken only for the
   properties that the class has. */
static ln_status
fill_class(ln_figures* const       f,
           const ln_tally* const   tally,
           const ln_trait* const   class_of,
           ln_class_figures* const to)
{
  const ln_counter* const names = ln_tally_properties(tally);
  const size_t            n     = ln_counter_size(names);
  size_t                  had   = 0U;
  for (uint32_t i = 0U; i < n; ++i) {
    had += count_both(tally, class_of, i) > 0U ? 1U : 0U;
  }
  to->properties.v = take_figures(f, had);
  if (!to->properties.v) {
    return LN_NO_MEM;
  }
  for (uint32_t i = 0U; i < n; ++i) {
    const uint64_t both = count_both(tally, class_of, i);
    if (both > 0U) {
      ln_figure* const figure = &to->properties.v[to->properties.n++];
      LN_TRY(figure_of(f, tally, ln_counter_name(names, i), both, figure));
    }
  }
  qsort(to->properties.v, to->properties.n, sizeof(ln_figure), compare);
  return LN_OK;
}

static int
compare_classes(const void* const a, const void* const b)
{
  return compare(&((const ln_class_figures*)a)->things, &((const ln_class_figures*)b)->things);
}

static ln_status
fill_classes(ln_figures* const f, const ln_tally* const tally)
{
  const ln_outlines* const outlines = ln_tally_outlines(tally);
  const ln_counter* const  names    = ln_tally_classes(tally);
  f->n_classes                      = ln_counter_size(names);
  f->classes = ln_arena_zero(&f->arena, f->n_classes + 1U, sizeof(ln_class_figures));
  if (!f->classes) {
    return LN_NO_MEM;
  }
  for (uint32_t i = 0U; i < f->n_classes; ++i) {
    const ln_trait          class_of = ln_trait_class(i);
    ln_class_figures* const c        = &f->classes[i];
    const uint64_t          n        = ln_outlines_with(outlines, class_of);
    LN_TRY(figure_of(f, tally, ln_counter_name(names, i), n, &c->things));
    LN_TRY(fill_class(f, tally, &class_of, c));
  }
  qsort(f->classes, f->n_classes, sizeof(ln_class_figures), compare_classes);
  f->n_shown          = f->n_classes;
  const uint64_t rest = ln_outlines_classless(outlines);
  if (rest == 0U) {
    return LN_OK;
  }
  ln_class_figures* const c = &f->classes[f->n_shown++];
  c->classless              = true;
  c->things                 = (ln_figure){.name = LN_V("without a class"), .n = rest};
  return fill_class(f, tally, NULL, c);
}

/* ---- properties ---- */

/* Bytes up to the end of a letter: values are cut after LN_FREQUENT_KEPT bytes. */
static ln_view
whole_letters(ln_view v)
{
  size_t n = v.n;
  if (n + 1U < LN_FREQUENT_KEPT) {
    return v;
  }
  while (n > 0U && ((unsigned char)v.s[n - 1U] & 0xC0U) == 0x80U) {
    --n;
  }
  if (n > 0U && (unsigned char)v.s[n - 1U] >= 0xC0U) {
    const unsigned char lead = (unsigned char)v.s[n - 1U];
    const size_t        want = 2U + (lead >= 0xE0U ? 1U : 0U) + (lead >= 0xF0U ? 1U : 0U);
    v.n                      = v.n - (n - 1U) < want ? n - 1U : v.n;
  }
  return v;
}

static ln_status
fill_value(ln_figures* const       f,
           const ln_tally* const   tally,
           const ln_frequent_value value,
           ln_figure* const        figure)
{
  const ln_view text = whole_letters(ln_view_from(value.value, 1U));
  if (value.value.s[0] == '<') {
    return figure_of(f, tally, text, value.n, figure);
  }
  *figure = (ln_figure){.name = text, .n = value.n};
  return LN_OK;
}

static ln_status
fill_values(ln_figures* const          f,
            const ln_tally* const      tally,
            const ln_frequent* const   values,
            const size_t               top,
            ln_property_figures* const to)
{
  enum { RECURRING = 2 };
  ln_frequent_value* const list  = ln_arena_zero(&f->arena, top + 1U, sizeof(ln_frequent_value));
  const uint64_t           known = to->iris + to->literals;
  to->values.v                   = take_figures(f, top);
  if (!list || !to->values.v) {
    return LN_NO_MEM;
  }
  to->distinct = ln_frequent_size(values);
  to->cut      = ln_frequent_cut(values);
  to->all      = to->cut == 0U;
  if (to->all && known < RECURRING * to->distinct) {
    return LN_OK;
  }
  const size_t n = ln_frequent_top(values, list, top);
  for (size_t i = 0U; i < n && list[i].n > to->cut; ++i) {
    LN_TRY(fill_value(f, tally, list[i], &to->values.v[to->values.n++]));
  }
  return LN_OK;
}

static int
compare_properties(const void* const a, const void* const b)
{
  return compare(&((const ln_property_figures*)a)->triples,
                 &((const ln_property_figures*)b)->triples);
}

static ln_status
fill_properties(ln_figures* const f, const ln_tally* const tally, const size_t top)
{
  const ln_outlines* const outlines = ln_tally_outlines(tally);
  const ln_counter* const  names    = ln_tally_properties(tally);
  f->n_properties                   = ln_counter_size(names);
  f->properties = ln_arena_zero(&f->arena, f->n_properties + 1U, sizeof(ln_property_figures));
  if (!f->properties) {
    return LN_NO_MEM;
  }
  for (uint32_t i = 0U; i < f->n_properties; ++i) {
    const ln_tally_property* const p  = ln_tally_property_at(tally, i);
    ln_property_figures* const     to = &f->properties[i];
    LN_TRY(figure_of(f, tally, ln_counter_name(names, i), p->n, &to->triples));
    to->things   = ln_outlines_with(outlines, ln_trait_property(i));
    to->iris     = p->kinds[LN_IRI];
    to->literals = p->kinds[LN_LITERAL];
    to->blanks   = p->kinds[LN_BLANK];
    to->all      = true;
    to->distinct = p->typing ? f->n_classes : 0U;
    if (p->values) {
      LN_TRY(fill_values(f, tally, p->values, top, to));
    }
  }
  qsort(f->properties, f->n_properties, sizeof(ln_property_figures), compare_properties);
  return LN_OK;
}

/* Decades without dates are listed as well, unless there are too many. */
static ln_status
list_decades(ln_figures* const f, ln_decade_figures* const d)
{
  enum { MOST_EMPTY = 30, YEARS = 10 };
  ln_text   text = {0};
  ln_status st   = LN_OK;
  d->list.v      = take_figures(f, d->n);
  if (!d->list.v) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; st == LN_OK && i < d->n; ++i) {
    if (d->counts[i] > 0U || d->n <= MOST_EMPTY) {
      ln_figure* const figure = &d->list.v[d->list.n++];
      ln_text_reset(&text);
      st           = ln_text_format(&text, "%" PRId64 "s", d->first + ((int64_t)i * YEARS));
      figure->n    = d->counts[i];
      figure->name = ln_arena_copy(&f->arena, ln_text_view(&text));
      st           = st == LN_OK && !figure->name.s ? LN_NO_MEM : st;
    }
  }
  ln_text_clear(&text);
  return st;
}

static ln_status
fill_decade(ln_figures* const        f,
            const ln_tally* const    tally,
            const uint32_t           property,
            const ln_decades* const  decades,
            ln_decade_figures* const to)
{
  uint64_t dates = 0U;
  to->n          = ln_decades_span(decades, &to->first);
  to->open       = ln_decades_open(decades);
  to->counts     = ln_arena_zero(&f->arena, to->n + 1U, sizeof(uint64_t));
  if (!to->counts) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < to->n; ++i) {
    to->counts[i] = ln_decades_at(decades, i);
    dates += to->counts[i];
  }
  const ln_view iri = ln_counter_name(ln_tally_properties(tally), property);
  LN_TRY(figure_of(f, tally, iri, dates, &to->dates));
  return list_decades(f, to);
}

static int
compare_decades(const void* const a, const void* const b)
{
  return compare(&((const ln_decade_figures*)a)->dates, &((const ln_decade_figures*)b)->dates);
}

static ln_status
fill_decades(ln_figures* const f, const ln_tally* const tally)
{
  const size_t n = ln_counter_size(ln_tally_properties(tally));
  f->decades     = ln_arena_zero(&f->arena, n + 1U, sizeof(ln_decade_figures));
  if (!f->decades) {
    return LN_NO_MEM;
  }
  for (uint32_t i = 0U; i < n; ++i) {
    const ln_decades* const decades = ln_tally_property_at(tally, i)->decades;
    if (decades) {
      LN_TRY(fill_decade(f, tally, i, decades, &f->decades[f->n_decades++]));
    }
  }
  qsort(f->decades, f->n_decades, sizeof(ln_decade_figures), compare_decades);
  return LN_OK;
}

/* ---- the rest ---- */

typedef enum { NAMES_ARE_IRIS, NAMES_ARE_WORDS } name_kind;

static ln_status
fill_names(ln_figures* const       f,
           const ln_tally* const   tally,
           const ln_counter* const counter,
           const name_kind         kind,
           ln_figure_list* const   list)
{
  list->n = ln_counter_size(counter);
  list->v = take_figures(f, list->n);
  if (!list->v) {
    return LN_NO_MEM;
  }
  for (uint32_t i = 0U; i < list->n; ++i) {
    ln_figure* const figure = &list->v[i];
    const ln_view    name   = ln_counter_name(counter, i);
    if (kind == NAMES_ARE_IRIS && name.n > 0U) {
      LN_TRY(figure_of(f, tally, name, counter->counts[i], figure));
    } else {
      *figure = (ln_figure){.name = name.n > 0U ? name : LN_V("text"), .n = counter->counts[i]};
    }
  }
  qsort(list->v, list->n, sizeof(ln_figure), compare);
  return LN_OK;
}

static ln_status
fill_graphs(ln_figures* const f, const ln_tally* const tally, const size_t top)
{
  ln_frequent_value* const list = ln_arena_zero(&f->arena, top + 1U, sizeof(ln_frequent_value));
  f->graphs.v                   = take_figures(f, top);
  if (!list || !f->graphs.v) {
    return LN_NO_MEM;
  }
  const ln_frequent* const graphs = ln_tally_graphs(tally);
  const size_t             n      = ln_frequent_top(graphs, list, top);
  for (size_t i = 0U; i < n && list[i].n > ln_frequent_cut(graphs); ++i) {
    LN_TRY(
      figure_of(f, tally, whole_letters(list[i].value), list[i].n, &f->graphs.v[f->graphs.n++]));
  }
  return LN_OK;
}

/* Classes and properties alone, for lists of them. */
static ln_status
fill_lists(ln_figures* const f)
{
  f->class_list    = (ln_figure_list){take_figures(f, f->n_shown), f->n_shown};
  f->property_list = (ln_figure_list){take_figures(f, f->n_properties), f->n_properties};
  if (!f->class_list.v || !f->property_list.v) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < f->n_shown; ++i) {
    f->class_list.v[i] = f->classes[i].things;
  }
  for (size_t i = 0U; i < f->n_properties; ++i) {
    f->property_list.v[i] = f->properties[i].triples;
  }
  return LN_OK;
}

ln_status
ln_figures_init(ln_figures* const     figures,
                const ln_tally* const tally,
                const ln_view         title,
                const size_t          top)
{
  ln_figures* const f    = figures;
  const size_t      most = top < LN_FIGURES_MOST ? top : LN_FIGURES_MOST;
  *f                     = (ln_figures){.title = title, .triples = ln_tally_triples(tally)};
  f->things              = ln_outlines_things(ln_tally_outlines(tally));
  f->made                = ln_arena_zero(&f->arena, LN_FIGURES_MADE, sizeof(ln_prefix));
  if (!f->made) {
    return LN_NO_MEM;
  }
  LN_TRY(fill_classes(f, tally));
  LN_TRY(fill_properties(f, tally, most));
  LN_TRY(fill_decades(f, tally));
  LN_TRY(fill_names(f, tally, ln_tally_datatypes(tally), NAMES_ARE_IRIS, &f->datatypes));
  LN_TRY(fill_names(f, tally, ln_tally_languages(tally), NAMES_ARE_WORDS, &f->languages));
  LN_TRY(fill_graphs(f, tally, most));
  return fill_lists(f);
}

void
ln_figures_clear(ln_figures* const figures)
{
  ln_arena_clear(&figures->arena);
  *figures = (ln_figures){0};
}
