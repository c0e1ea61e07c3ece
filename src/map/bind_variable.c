/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What becomes of one column: its datatype, the templates of a virtual one, the list or table its
   words are looked up in, and the conditions under which it counts. */

#include "map/binder.h"

#include "base/text.h"
#include "rdf/builtin.h"
#include "rdf/iri.h"

/* A column, or what an accessor takes of it, as a template of that alone would. */
static ln_status
bind_operand(ln_binder* const b, const ln_view name, const ln_view path, ln_operand* const out)
{
  ln_text   braces = {0};
  ln_status st     = ln_text_format(&braces, "{%.*s}", (int)name.n, name.s);
  ln_view   copy   = {0};
  if (st == LN_OK) {
    copy = ln_arena_copy(b->arena, ln_text_view(&braces));
    st   = copy.s ? LN_OK : LN_NO_MEM;
  }
  ln_text_clear(&braces);
  LN_TRY(st);
  ln_template t = {0};
  b->property   = LN_EXTENSION "when";
  LN_TRY(ln_bind_parts(b, copy, path, &t));
  const uint8_t source = t.n == 1U ? t.parts[0].source : (uint8_t)LN_PART_TEXT;
  if (source == LN_PART_TEXT) {
    return LN_OK; /* reported */
  }
  if (source != LN_PART_VARIABLE && source != LN_PART_RAW && source != LN_PART_CODE &&
      source != LN_PART_GROUP) {
    return ln_bind_fault(b, LN_L0405, path, "%s cannot be tested", ln_shown(b->log, name));
  }
  *out = (ln_operand){t.parts[0].variable, source, t.parts[0].column};
  return LN_OK;
}

static ln_status
bind_test(ln_binder* const b, const ln_when* const when, const ln_view path, ln_test* const out)
{
  out->when = when;
  LN_TRY(bind_operand(b, when->variable, path, &out->operand));
  return when->other.s ? bind_operand(b, when->other, path, &out->other) : LN_OK;
}

ln_status
ln_bind_tests(ln_binder* const     b,
              const ln_when* const whens,
              const size_t         n,
              const ln_view        path,
              ln_tests* const      out)
{
  ln_test* const tests = ln_arena_zero(b->arena, n, sizeof(ln_test));
  if (!tests) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    LN_TRY(bind_test(b, &whens[i], path, &tests[i]));
  }
  *out = (ln_tests){tests, n};
  return LN_OK;
}

static ln_status
bind_datatype(ln_binder* const b, ln_variable* const v)
{
  const ln_column* const column  = v->column;
  ln_text                problem = {0};
  ln_status              st = ln_datatype_new(b->arena, &column->datatype, &v->datatype, &problem);
  if (st == LN_USAGE) {
    st =
      ln_bind_fault(b, LN_L0408, column->path, "%.*s", (int)problem.n, problem.s ? problem.s : "");
  } else if (st == LN_OK) {
    const ln_view iri   = ln_datatype_iri(v->datatype);
    const bool    plain = ln_view_equals(iri, LN_V("http://www.w3.org/2001/XMLSchema#string"));
    st                  = ln_names_literal_stem(
      b->names, plain ? LN_V("") : iri, plain ? column->lang : LN_V(""), &v->literal_stem);
    /* What was kept as text though it is no value has a language only if text was asked for
       ("Model", section 6.4, step 8). */
    const bool text = ln_view_equals(column->datatype.base, LN_V("string"));
    if (st == LN_OK) {
      st = ln_names_literal_stem(b->names, LN_V(""), text ? column->lang : LN_V(""), &v->text_stem);
    }
    v->edtf = ln_view_equals(column->datatype.base, LN_V("edtf"));
  }
  ln_text_clear(&problem);
  return st;
}

static ln_status
bind_values(ln_binder* const b, ln_variable* const v)
{
  const ln_column* const column = v->column;
  ln_template* const     values = ln_arena_zero(b->arena, column->values.n, sizeof(ln_template));
  if (!values) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < column->values.n; ++i) {
    b->property = LN_EXTENSION "value";
    LN_TRY(ln_bind_parts(b, column->values.v[i], column->path, &values[i]));
    v->groups |= ln_bind_groups(b->plan, values[i].parts, values[i].n);
    for (size_t k = 0U; k < values[i].n && v->origin == 0U; ++k) {
      const ln_part* const part = &values[i].parts[k];
      if (part->operator&& part->source <= LN_PART_CODE) {
        v->origin = b->plan->variables[part->variable].origin;
      }
    }
  }
  v->values   = values;
  v->n_values = column->values.n;
  return v->n_values > 0U ? ln_bind_virtual_group(b, v) : LN_OK;
}

static ln_status
bind_mint(ln_binder* const b, const ln_column* const column, ln_reference_plan* const out)
{
  if (!out->reference->mint.s || (out->reference->may_mint && !b->plan->mint)) {
    return LN_OK;
  }
  b->minting         = true;
  b->property        = out->is_map ? LN_EXTENSION "valueMap" : LN_EXTENSION "lookup";
  const ln_status st = ln_bind_iri(b, out->reference->mint, column->path, &out->mint);
  b->minting         = false;
  return st;
}

static ln_status
bind_under(ln_binder* const b, ln_reference_plan* const out)
{
  if (!out->reference->under.s) {
    return LN_OK;
  }
  ln_text         whole = {0};
  const ln_status st    = ln_iri_resolve(b->plan->base, out->reference->under, &whole);
  if (st == LN_OK) {
    out->under = ln_arena_copy(b->arena, ln_text_view(&whole));
  }
  ln_text_clear(&whole);
  LN_TRY(st);
  return out->under.s ? LN_OK : LN_NO_MEM;
}

static ln_status
bind_reference(ln_binder* const b, ln_variable* const v)
{
  const ln_column* const    column    = v->column;
  const ln_reference* const reference = column->value_map ? column->value_map : column->lookup;
  if (!reference) {
    return LN_OK;
  }
  ln_reference_plan* const out = ln_arena_zero(b->arena, 1U, sizeof(ln_reference_plan));
  const ln_index** const   indexes =
    (const ln_index**)ln_arena_zero(b->arena, reference->tables.n, sizeof(ln_index*));
  if (!out || !indexes) {
    return LN_NO_MEM;
  }
  out->reference = reference;
  out->is_map    = column->value_map != NULL;
  for (size_t i = 0U; i < reference->tables.n; ++i) {
    indexes[out->n] =
      b->binding->find_index(b->binding->self, reference->tables.v[i], column->value_map);
    if (!indexes[out->n]) {
      b->property = out->is_map ? LN_EXTENSION "valueMap" : LN_EXTENSION "lookup";
      LN_TRY(ln_bind_fault(b,
                           LN_L0402,
                           column->path,
                           "there is no table %s to look words up in",
                           ln_shown(b->log, reference->tables.v[i])));
    } else {
      ++out->n;
    }
  }
  out->indexes = indexes;
  LN_TRY(bind_under(b, out));
  LN_TRY(bind_mint(b, column, out));
  v->reference = out;
  return LN_OK;
}

static ln_status
bind_language(ln_binder* const b, ln_variable* const v)
{
  const ln_view name = v->column->lang_column;
  v->lang            = SIZE_MAX;
  if (name.n > 0U) {
    v->lang = ln_bind_find(b, name);
    if (v->lang == SIZE_MAX) {
      b->property = LN_EXTENSION "langColumn";
      return ln_bind_unknown(b, LN_L0404, v->column->path, name);
    }
    b->plan->variables[v->lang].used = true;
  }
  return LN_OK;
}

/* White space (Model, section 6.4, steps 1, 2 and 5.3): data in text, but not around references,
   nor around items of lists where a curator types. */
static void
bind_space(const ln_binder* const b, ln_variable* const v)
{
  const ln_builtin* const builtin = ln_builtin_find(v->column->datatype.base);
  const bool              list    = ln_column_is_list(v->column);
  const bool              raw     = builtin && builtin->kind == LN_DT_RAW;
  const bool              typed   = b->binding->mapping->by_name;
  v->trims = v->reference || (list ? typed || !raw : !ln_datatype_keeps_space(v->datatype));
  v->blank = typed;
}

/* A text that must match is looked at even if nothing else is made of it: that is a check. */
static bool
must_match(const ln_column* const column)
{
  return column->values.n > 0U && column->extract && !column->extract->or_null;
}

static ln_status
bind_variable(ln_binder* const b, const size_t at)
{
  ln_variable* const     v      = &b->plan->variables[at];
  const ln_column* const column = v->column;
  v->origin                     = v->field;
  v->used                       = v->used || v->field != 0U || must_match(column);
  /* What a cell or a text is made of must have been made before it. */
  b->limit = at;
  LN_TRY(bind_datatype(b, v));
  LN_TRY(ln_bind_cell(b, v));
  LN_TRY(bind_values(b, v));
  LN_TRY(bind_reference(b, v));
  b->limit = v->n_values > 0U ? at : SIZE_MAX;
  LN_TRY(ln_bind_tests(b, column->whens, column->n_whens, column->path, &v->tests));
  b->limit = SIZE_MAX;
  bind_space(b, v);
  return bind_language(b, v);
}

/* Columns that the table's `property` lists. */
static ln_status
bind_list(ln_binder* const  b,
          const char* const property,
          const ln_views    names,
          const uint16_t**  out,
          size_t* const     n)
{
  uint16_t* const list = ln_arena_zero(b->arena, names.n, sizeof(uint16_t));
  if (!list) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < names.n; ++i) {
    const size_t at = ln_bind_find(b, names.v[i]);
    if (at == SIZE_MAX) {
      b->property = property;
      LN_TRY(ln_bind_unknown(b, LN_L0404, b->map->path, names.v[i]));
    } else {
      list[i]                     = (uint16_t)at;
      b->plan->variables[at].used = true;
    }
  }
  *out = list;
  *n   = names.n;
  return LN_OK;
}

ln_status
ln_bind_variables(ln_binder* const b)
{
  ln_plan* const plan = b->plan;
  for (size_t i = 0U; i < plan->n_variables; ++i) {
    LN_TRY(bind_variable(b, i));
  }
  LN_TRY(bind_list(b, LN_EXTENSION "names", b->map->names, &plan->labels, &plan->n_labels));
  return bind_list(b, LN_EXTENSION "expose", b->map->expose, &plan->exposed, &plan->n_exposed);
}
