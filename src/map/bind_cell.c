/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How the cells of a column are read beyond what CSVW can say (docs/mapping.md): several datatypes,
   a datatype named by another column, placeholders, protected items, groups of a regular
   expression. All is compiled here, so that rows only look. */

#include "map/binder.h"

#include "base/fold.h"
#include "base/text.h"

#define XSD_STRING "http://www.w3.org/2001/XMLSchema#string"

/* Compile one datatype, with the column's language for strings. */
static ln_status
bind_type(ln_binder* const              b,
          const ln_column* const        column,
          const ln_datatype_spec* const spec,
          ln_value_type* const          out)
{
  ln_text   problem = {0};
  ln_status st      = ln_datatype_new(b->arena, spec, &out->datatype, &problem);
  if (st == LN_USAGE) {
    st = ln_bind_fault(b, LN_L0408, column->path, "%.*s", (int)problem.n, problem.s);
  } else if (st == LN_OK) {
    const ln_view iri   = ln_datatype_iri(out->datatype);
    const bool    plain = ln_view_equals(iri, LN_V(XSD_STRING));
    out->edtf           = ln_view_equals(spec->base, LN_V("edtf"));
    st                  = ln_names_literal_stem(
      b->names, plain ? LN_V("") : iri, plain ? column->lang : LN_V(""), &out->stem);
  }
  ln_text_clear(&problem);
  return st;
}

static ln_status
bind_types(ln_binder* const b, ln_variable* const v)
{
  const ln_column* const column = v->column;
  ln_value_type* const types = ln_arena_zero(b->arena, column->n_datatypes, sizeof(ln_value_type));
  if (!types) {
    return LN_NO_MEM;
  }
  v->types    = types;
  b->property = LN_EXTENSION "datatypes";
  for (size_t i = 0U; i < column->n_datatypes; ++i) {
    LN_TRY(bind_type(b, column, &column->datatypes[i], &types[i]));
    v->n_types = i + 1U;
  }
  return LN_OK;
}

/* Every built-in datatype behind the column's own. */
static ln_status
bind_builtins(ln_binder* const b, ln_variable* const v)
{
  size_t n = 0U;
  while (ln_builtin_at(n)) {
    ++n;
  }
  ln_value_type* const types = ln_arena_zero(b->arena, n + 1U, sizeof(ln_value_type));
  if (!types) {
    return LN_NO_MEM;
  }
  types[0]   = (ln_value_type){.datatype = v->datatype, .stem = v->literal_stem, .edtf = v->edtf};
  v->types   = types;
  v->n_types = 1U;
  for (size_t i = 0U; i < n; ++i) {
    const ln_builtin* const builtin = ln_builtin_at(i);
    const ln_datatype_spec  spec    = {.base = ln_view_of(builtin->name)};
    LN_TRY(bind_type(b, v->column, &spec, &types[i + 1U]));
    types[i + 1U].builtin = builtin;
    v->n_types            = i + 2U;
  }
  return LN_OK;
}

/* The column that names the datatype must be one of the table: it is read before all others. */
static ln_status
bind_type_column(ln_binder* const b, ln_variable* const v)
{
  const ln_view name = v->column->datatype_column;
  const size_t  at   = ln_bind_find(b, name);
  b->property        = LN_EXTENSION "datatypeColumn";
  if (at == SIZE_MAX) {
    return ln_bind_unknown(b, LN_L0404, v->column->path, name);
  }
  ln_variable* const other = &b->plan->variables[at];
  if (other->column->is_virtual || other->column->datatype_column.s || other->column->lookup ||
      other->column->value_map) {
    return ln_bind_fault(b,
                         LN_L0402,
                         v->column->path,
                         "the column %s must be one of the table, with the datatype as it stands",
                         ln_shown(b->log, name));
  }
  v->type_column     = at;
  other->early       = true;
  other->used        = true;
  b->plan->has_early = true;
  return bind_builtins(b, v);
}

/* A word as it is compared. A star behind it stays, and so does the blank in front of the star,
   which tells `unknown *` from `unknown*`. */
static ln_status
fold_word(const ln_view word, const bool patterns, ln_text* const out)
{
  const bool   begins = patterns && ln_view_ends(word, LN_V("*"));
  const size_t n      = begins ? word.n - 1U : word.n;
  const bool   apart  = begins && n > 0U && word.s[n - 1U] == ' ';
  LN_TRY(ln_fold(ln_view_first(word, n), out));
  return begins ? ln_text_add(out, apart ? LN_V(" *") : LN_V("*")) : LN_OK;
}

static ln_status
fold_words(ln_binder* const b, const ln_views words, ln_words_plan* const out)
{
  ln_view* const folded = ln_arena_zero(b->arena, words.n, sizeof(ln_view));
  ln_text        text   = {0};
  ln_status      st     = folded ? LN_OK : LN_NO_MEM;
  for (size_t i = 0U; st == LN_OK && i < words.n; ++i) {
    ln_text_reset(&text);
    st = fold_word(words.v[i], out->patterns, &text);
    if (st == LN_OK) {
      folded[i] = ln_arena_copy(b->arena, ln_text_view(&text));
      st        = folded[i].s ? LN_OK : LN_NO_MEM;
    }
  }
  ln_text_clear(&text);
  out->folded = folded;
  out->n      = words.n;
  return st;
}

static ln_status
bind_words(ln_binder* const            b,
           const ln_column* const      column,
           const ln_words* const       words,
           const ln_words_plan** const out)
{
  if (!words) {
    return LN_OK;
  }
  ln_words_plan* const made = ln_arena_zero(b->arena, 1U, sizeof(ln_words_plan));
  if (!made) {
    return LN_NO_MEM;
  }
  *out           = made;
  made->instead  = words->instead;
  made->patterns = words == column->placeholders;
  LN_TRY(fold_words(b, words->words, made));
  if (!words->table.s) {
    return LN_OK;
  }
  const ln_reference reference = {.tables = {&words->table, 1U}};
  made->list                   = b->binding->find_index(b->binding->self, words->table, &reference);
  return made->list ? LN_OK
                    : ln_bind_fault(b,
                                    LN_L0402,
                                    column->path,
                                    "there is no table %s to look words up in",
                                    ln_shown(b->log, words->table));
}

static ln_status
bind_extract(ln_binder* const b, ln_variable* const v)
{
  ln_text   problem = {0};
  ln_status st      = ln_regex_new(v->column->extract->pattern, &v->extract, &problem);
  b->property       = LN_EXTENSION "extract";
  if (st == LN_USAGE) {
    st = ln_bind_fault(b, LN_L0421, v->column->path, "%.*s", (int)problem.n, problem.s);
  }
  ln_text_clear(&problem);
  return st;
}

ln_status
ln_bind_cell(ln_binder* const b, ln_variable* const v)
{
  const ln_column* const column = v->column;
  v->type_column                = SIZE_MAX;
  LN_TRY(column->n_datatypes > 0U ? bind_types(b, v) : LN_OK);
  LN_TRY(column->datatype_column.s ? bind_type_column(b, v) : LN_OK);
  b->property = LN_EXTENSION "placeholders";
  LN_TRY(bind_words(b, column, column->placeholders, &v->placeholders));
  b->property = LN_EXTENSION "protect";
  LN_TRY(bind_words(b, column, column->protect, &v->protect));
  LN_TRY(column->extract ? bind_extract(b, v) : LN_OK);
  v->prepared = v->placeholders || v->extract || column->n_members > 0U ||
                v->type_column != SIZE_MAX || column->pad > 0U ||
                column->check_digit != LN_CHECK_NONE || column->warning.s;
  v->used = v->used || column->warning.s;
  return LN_OK;
}
