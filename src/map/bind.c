/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Binding: a mapping meets the header of a table, and every question that does not depend on a row
   is answered once. The steps build on each other: fields of the header, groups (which columns are
   taken item by item), keys, variables, subjects. All faults of one table are reported before it is
   given up. */

#include "map/binder.h"

#include "base/dict.h"
#include "base/fold.h"
#include "base/text.h"
#include "map/csvw_reader.h"

#include <stdarg.h>

/* As many as there can be different predicates, and a few to spare. */
enum { MAX_COLUMNS = 32000 };

/* What is bound several times is told once at its place. */
static ln_status
is_news(ln_binder* const b, const ln_spot* const spot, const ln_view message, bool* const news)
{
  ln_text   key    = {0};
  uint32_t  number = 0U;
  ln_status st     = LN_OK;
  *news            = true;
  if (spot->place.line == 0U) {
    return LN_OK;
  }
  if (!b->told) {
    b->told = ln_dict_new();
  }
  st = b->told ? ln_text_format(&key,
                                "%llu:%llu %s %.*s",
                                (unsigned long long)spot->place.line,
                                (unsigned long long)spot->place.column,
                                b->property ? b->property : "",
                                (int)message.n,
                                message.s)
               : LN_NO_MEM;
  st = st == LN_OK ? ln_dict_add(b->told, ln_text_view(&key), &number, news) : st;
  ln_text_clear(&key);
  return st;
}

ln_status
ln_bind_report(ln_binder* const b,
               const ln_code    code,
               const ln_view    path,
               const ln_view    hint,
               const ln_view    message)
{
  const ln_view property = ln_view_of(b->property);
  const ln_view local    = ln_view_starts(property, LN_V(LN_EXTENSION))
                             ? ln_view_from(property, sizeof(LN_EXTENSION) - 1U)
                             : property;
  const bool    grave    = ln_code_about(code)->severity == LN_ERROR;
  ln_spot       spot     = {.source = b->binding->source};
  ln_text       name     = {0};
  bool          news     = false;
  ln_status     st       = ln_text_format(&name,
                                "%.*s%s%.*s",
                                (int)path.n,
                                path.s ? path.s : "",
                                path.n > 0U && local.n > 0U ? "." : "",
                                (int)local.n,
                                local.n > 0U ? local.s : "");
  b->failed              = b->failed || grave;
  if (st == LN_OK) {
    ln_json_locate(b->binding->mapping->json, path, property, &spot.place);
    spot.place.name = ln_text_view(&name);
    st              = is_news(b, &spot, message, &news);
  }
  if (st == LN_OK && news) {
    st = ln_report_at(b->log,
                      code,
                      grave ? LN_NO_TABLE : LN_KEPT,
                      &spot,
                      hint,
                      "%.*s%s%.*s",
                      (int)local.n,
                      local.n > 0U ? local.s : "",
                      local.n > 0U ? ": " : "",
                      (int)message.n,
                      message.s);
  }
  ln_text_clear(&name);
  return st;
}

ln_status
ln_bind_fault(
  ln_binder* const b, const ln_code code, const ln_view path, const char* const format, ...)
{
  ln_text message = {0};
  va_list args;
  va_start(args, format);
  ln_status st = ln_text_vformat(&message, format, args);
  va_end(args);
  if (st == LN_OK) {
    st = ln_bind_report(b, code, path, LN_V(""), ln_text_view(&message));
  }
  ln_text_clear(&message);
  return st;
}

ln_status
ln_bind_remark(ln_binder* const  b,
               const ln_code     code,
               const ln_view     path,
               const ln_view     hint,
               const char* const format,
               ...)
{
  ln_text message = {0};
  va_list args;
  va_start(args, format);
  ln_status st = ln_text_vformat(&message, format, args);
  va_end(args);
  if (st == LN_OK) {
    st = ln_bind_report(b, code, path, hint, ln_text_view(&message));
  }
  ln_text_clear(&message);
  return st;
}

ln_status
ln_bind_unknown(ln_binder* const b, const ln_code code, const ln_view path, const ln_view name)
{
  ln_text    message = {0};
  ln_text    hint    = {0};
  ln_nearest nearest = {.word = name};
  for (size_t i = 0U; i < b->map->n_columns; ++i) {
    ln_nearest_offer(&nearest, b->map->columns[i].name, b->map->columns[i].name);
  }
  ln_status st = ln_nearest_text(&nearest, &hint);
  if (st == LN_OK) {
    st = ln_text_format(&message, "no column is called %s", ln_shown(b->log, name));
  }
  if (st == LN_OK) {
    st = ln_bind_report(b, code, path, ln_text_view(&hint), ln_text_view(&message));
  }
  ln_text_clear(&message);
  ln_text_clear(&hint);
  return st;
}

size_t
ln_bind_find(const ln_binder* const b, const ln_view name)
{
  for (size_t i = 0U; i < b->map->n_columns; ++i) {
    if (ln_view_equals(b->map->columns[i].name, name)) {
      return i;
    }
  }
  return SIZE_MAX;
}

/* In plain CSVW only names that metadata give must differ ("Metadata Vocabulary", section 5.6),
   which was looked at when they were read; those made from titles may be alike. */
static ln_status
report_twice(ln_binder* const b, const size_t at)
{
  const ln_column* const column = &b->map->columns[at];
  ln_where               where  = b->where;
  where.field                   = b->plan->variables[at].field;
  if (b->binding->mapping->extended) {
    return ln_bind_fault(
      b, LN_L0406, column->path, "a second column is called %s", ln_shown(b->log, column->name));
  }
  return ln_report(b->log,
                   LN_L0440,
                   LN_KEPT,
                   where,
                   LN_V(""),
                   "a second column is called %s",
                   ln_shown(b->log, column->titles.n > 0U ? column->titles.v[0] : column->name));
}

static ln_status
find_twice(ln_binder* const b)
{
  ln_dict* const names = ln_dict_new();
  ln_status      st    = names ? LN_OK : LN_NO_MEM;
  const bool     told  = b->binding->mapping->flawed; /* maybe of this */
  for (size_t i = 0U; st == LN_OK && !told && i < b->map->n_columns; ++i) {
    const ln_column* const column = &b->map->columns[i];
    uint32_t               number = 0U;
    bool                   added  = false;
    st                            = ln_dict_add(names, column->name, &number, &added);
    if (st == LN_OK && !added) {
      st = report_twice(b, i);
    }
  }
  ln_dict_free(names);
  return st;
}

/* The parts of a component: `a|b`, then any of `[0]`, `*` and `?`. */
static ln_status
bind_component(ln_binder* const b, ln_view text, ln_component* const out)
{
  const ln_view whole = text;
  for (bool more = true; more;) {
    const bool first = ln_view_ends(text, LN_V("[0]"));
    const bool last  = ln_view_ends(text, LN_V("?"));
    const bool star  = ln_view_ends(text, LN_V("*"));
    out->first       = out->first || first;
    out->optional    = out->optional || last;
    out->spread      = out->spread || star;
    more             = first || last || star;
    text             = ln_view_first(text, text.n - (first ? 3U : (size_t)more));
  }
  do {
    const size_t  bar  = ln_view_find(text, '|');
    const ln_view name = ln_view_first(text, bar);
    const size_t  at   = ln_bind_find(b, name);
    text               = ln_view_from(text, bar + 1U);
    if (at == SIZE_MAX || out->n == sizeof(out->choices) / sizeof(out->choices[0])) {
      b->property = LN_EXTENSION "key";
      return at == SIZE_MAX
               ? ln_bind_unknown(b, LN_L0405, b->map->path, name)
               : ln_bind_fault(
                   b, LN_L0405, b->map->path, "%s has too many choices", ln_shown(b->log, whole));
    }
    out->choices[out->n++]      = (uint16_t)at;
    b->plan->variables[at].used = true;
  } while (text.n > 0U);
  return LN_OK;
}

static ln_status
bind_components(ln_binder* const b, const ln_views texts, ln_key_plan* const out)
{
  ln_component* const components = ln_arena_zero(b->arena, texts.n, sizeof(ln_component));
  if (!components) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < texts.n; ++i) {
    LN_TRY(bind_component(b, texts.v[i], &components[i]));
  }
  *out = (ln_key_plan){components, texts.n};
  return LN_OK;
}

ln_status
ln_bind_keys(ln_binder* const b)
{
  ln_plan* const     plan = b->plan;
  ln_key_plan* const keys = ln_arena_zero(b->arena, b->map->n_keys, sizeof(ln_key_plan));
  if (!keys) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < b->map->n_keys; ++i) {
    LN_TRY(bind_components(b, b->map->keys[i].components, &keys[i]));
  }
  plan->keys   = keys;
  plan->n_keys = b->map->n_keys;
  return bind_components(b, b->map->alike, &plan->alike);
}

/* The groups that the starred components of the key stand for; after the variables are bound, since
 * virtual ones follow others. */
static void
gather_key_groups(ln_plan* const plan)
{
  for (size_t i = 0U; i < plan->n_variables; ++i) {
    const ln_variable* const v = &plan->variables[i];
    if (ln_bind_is_spread(plan, i) && v->group != LN_NO_GROUP) {
      plan->key_groups |= 1U << v->group; /* of a virtual column, its list's */
    }
  }
}

static ln_status
bind_date_stems(ln_binder* const b)
{
  static const char* const names[LN_DATE_STEMS] = {"date", "dateTime", "gYear", "gYearMonth"};
  for (size_t i = 0U; i < LN_DATE_STEMS; ++i) {
    ln_view iri = {0};
    if (!ln_datatype_builtin(ln_view_of(names[i]), &iri)) {
      return LN_USAGE;
    }
    LN_TRY(ln_names_literal_stem(b->names, iri, LN_V(""), &b->plan->date_stems[i]));
  }
  return LN_OK;
}

static void
mark(ln_plan* const       plan,
     const ln_part* const parts,
     const size_t         n,
     const bool           vital,
     const uint32_t       key_choices)
{
  for (size_t i = 0U; i < n; ++i) {
    if (parts[i].operator&& parts[i].source <= LN_PART_CODE) {
      ln_variable* const v = &plan->variables[parts[i].variable];
      v->vital             = v->vital || vital;
      v->key_choices |= key_choices;
    }
  }
}

static void
mark_key(ln_plan* const plan, const size_t choice)
{
  const ln_key_plan* const key = &plan->keys[choice];
  for (size_t i = 0U; i < key->n; ++i) {
    for (uint8_t k = 0U; k < key->components[i].n; ++k) {
      ln_variable* const v = &plan->variables[key->components[i].choices[k]];
      v->key_first         = key->components[i].first && (v->key_first || v->key_choices == 0U);
      v->key_choices |= 1U << (choice % 32U);
    }
  }
}

/* What a row cannot do without: required single values, and whatever names it, also through virtual
   columns. Items that each make a thing of their own are not vital: the others still can. */
static void
find_vital(ln_plan* const plan)
{
  for (size_t i = 0U; i < plan->n_keys; ++i) {
    mark_key(plan, i);
  }
  mark(plan, plan->about.parts, plan->about.n, true, 0U);
  for (size_t i = plan->n_variables; i-- > 0U;) {
    ln_variable* const v = &plan->variables[i];
    v->vital             = v->vital || (v->column->required && !ln_column_is_list(v->column) &&
                            !v->column->is_virtual && !plan->plain);
    for (size_t k = 0U; k < v->n_values; ++k) {
      mark(plan, v->values[k].parts, v->values[k].n, v->vital, v->key_choices);
    }
  }
  for (size_t i = 0U; i < plan->n_variables; ++i) {
    ln_variable* const v = &plan->variables[i];
    if (v->group != LN_NO_GROUP || v->parent != LN_NO_GROUP) {
      v->vital       = false;
      v->key_choices = 0U;
    }
  }
}

/* `require`: which columns, and when. */
static ln_status
bind_requirements(ln_binder* const b)
{
  ln_requirement_plan* const out =
    ln_arena_zero(b->arena, b->map->n_requirements, sizeof(ln_requirement_plan));
  if (!out) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < b->map->n_requirements; ++i) {
    const ln_requirement* const r         = &b->map->requirements[i];
    uint16_t* const             variables = ln_arena_zero(b->arena, r->any_of.n, sizeof(uint16_t));
    if (!variables) {
      return LN_NO_MEM;
    }
    for (size_t k = 0U; k < r->any_of.n; ++k) {
      const size_t at = ln_bind_find(b, r->any_of.v[k]);
      if (at == SIZE_MAX) {
        b->property = LN_EXTENSION "require";
        return ln_bind_unknown(b, LN_L0404, b->map->path, r->any_of.v[k]);
      }
      variables[k]                = (uint16_t)at;
      b->plan->variables[at].used = true;
    }
    out[i].variables = variables;
    out[i].n         = r->any_of.n;
    LN_TRY(ln_bind_tests(b, r->whens, r->n_whens, b->map->path, &out[i].tests));
  }
  b->plan->requirements   = out;
  b->plan->n_requirements = b->map->n_requirements;
  return LN_OK;
}

/* Where the cells of variables stand, for those who are told only numbers of columns. */
static ln_status
list_fields(ln_binder* const b)
{
  const size_t    n    = b->plan->n_variables;
  uint32_t* const list = ln_arena_zero(b->arena, n + 1U, sizeof(uint32_t));
  if (!list) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    list[i + 1U] = b->plan->variables[i].origin;
  }
  b->plan->fields = list;
  return LN_OK;
}

/* The steps that follow the header. */
static ln_status
bind_rest(ln_binder* const b)
{
  if (b->plan->xsd_dates) {
    LN_TRY(bind_date_stems(b));
  }
  LN_TRY(find_twice(b));
  LN_TRY(ln_bind_keys(b));
  LN_TRY(ln_bind_groups_of_columns(b));
  LN_TRY(ln_bind_variables(b));
  LN_TRY(list_fields(b));
  gather_key_groups(b->plan);
  if (b->map->about_url.s) {
    b->property = "aboutUrl";
    LN_TRY(ln_bind_iri(b, b->map->about_url, b->map->path, &b->plan->about));
  }
  find_vital(b->plan);
  LN_TRY(bind_requirements(b));
  LN_TRY(ln_bind_comparisons(b));
  LN_TRY(ln_bind_sets(b));
  if (b->binding->standard) {
    LN_TRY(ln_bind_standard(b));
  }
  LN_TRY(ln_bind_subjects(b)); /* also after faults, for there may be more */
  LN_TRY(b->failed ? LN_OK : ln_bind_cells(b));
  return b->failed ? LN_OK : ln_bind_straight(b);
}

/* A table whose columns are not all described gets a description of its own, with the columns that
   the header tells of. */
static ln_status
complete_columns(ln_binder* const b, const ln_row* const header)
{
  for (size_t i = 0U; i < b->map->n_columns; ++i) {
    b->described += !b->map->columns[i].is_virtual;
  }
  const bool none = b->map->n_columns == 0U;
  const bool few  = header && header->n > b->described && !b->binding->mapping->extended;
  if (!none && !few) {
    return LN_OK;
  }
  ln_table_map* const map = ln_arena_zero(b->arena, 1U, sizeof(ln_table_map));
  if (!map) {
    return LN_NO_MEM;
  }
  *map = *b->map;
  if (none) {
    LN_TRY(ln_bind_columns_of_header(b, header, &map->columns, &map->n_columns));
    b->described = b->map->no_schema ? 0U : map->n_columns;
  } else {
    LN_TRY(ln_bind_more_columns(b, header, &map->columns, &map->n_columns));
  }
  b->map       = map;
  b->plan->map = map;
  return LN_OK;
}

static ln_status
bind_table(ln_binder* const b, const ln_row* const header)
{
  LN_TRY(complete_columns(b, header));
  if (b->map->n_columns > MAX_COLUMNS) {
    return ln_bind_fault(b,
                         LN_L0402,
                         b->map->path,
                         "the table has %zu columns, which is more than %d",
                         b->map->n_columns,
                         MAX_COLUMNS);
  }
  b->plan->variables = ln_arena_zero(b->arena, b->map->n_columns, sizeof(ln_variable));
  if (!b->plan->variables) {
    return LN_NO_MEM;
  }
  b->plan->n_variables = b->map->n_columns;
  for (size_t i = 0U; i < b->map->n_columns; ++i) {
    b->plan->variables[i].column = &b->map->columns[i];
  }
  LN_TRY(ln_bind_header(b, header));
  return bind_rest(b);
}

ln_status
ln_plan_bind(const ln_binding* const   binding,
             const ln_table_map* const map,
             const ln_row* const       header,
             const uint32_t            source,
             ln_plan** const           plan)
{
  *plan = ln_arena_zero(binding->arena, 1U, sizeof(ln_plan));
  if (!*plan) {
    return LN_NO_MEM;
  }
  (*plan)->map        = map;
  (*plan)->mapping    = binding->mapping;
  (*plan)->names      = binding->names;
  (*plan)->base       = binding->base;
  (*plan)->source     = source;
  (*plan)->number     = binding->number;
  (*plan)->mint       = binding->mint;
  (*plan)->xsd_dates  = binding->xsd_dates;
  (*plan)->plain      = !binding->mapping->extended;
  (*plan)->validating = binding->validating;
  (*plan)->index      = binding->find_index(binding->self, map->url, NULL);

  ln_binder b        = {.binding = binding, .map = map, .plan = *plan};
  b.names            = binding->names;
  b.arena            = binding->arena;
  b.log              = binding->log;
  b.where            = (ln_where){source, 0U, header ? header->number : 0U};
  b.limit            = SIZE_MAX;
  const ln_status st = bind_table(&b, header);
  ln_dict_free(b.terms);
  ln_dict_free(b.told);
  return st == LN_OK && b.failed ? LN_USAGE : st;
}

void
ln_plan_clear(ln_plan* const plan)
{
  for (size_t i = 0U; plan && i < plan->n_variables; ++i) {
    ln_variable* const v = &plan->variables[i];
    ln_datatype_clear(v->datatype);
    for (size_t k = 0U; k < v->n_types; ++k) {
      ln_datatype_clear(v->types[k].datatype == v->datatype ? NULL : v->types[k].datatype);
    }
    ln_regex_free(v->extract);
    v->datatype = NULL;
    v->n_types  = 0U;
    v->extract  = NULL;
  }
}
