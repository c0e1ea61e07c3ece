/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The bound plan in words. Nothing here knows what a row means: subjects, properties and columns
   are told as they were bound, so that what is printed is what will be done. */

#include "run/session.h"

#include "base/text.h"
#include "map/mapping_write.h"
#include "run/explain_shapes.h"

static void
put(ln_out* const out, const char* const text)
{
  ln_out_put(out, text, strlen(text));
}

static void
put_quoted(ln_out* const out, const ln_view text)
{
  ln_out_put_byte(out, '"');
  ln_out_put_view(out, text);
  ln_out_put_byte(out, '"');
}

static bool
is_fixed(const ln_iri_plan* const iri)
{
  return iri->n == 0U || (iri->n == 1U && !iri->parts[0].operator);
}

/* An IRI as people write it: with a prefix where there is one. */
static void
put_iri(ln_out* const out, const ln_names* const names, const ln_view iri)
{
  ln_prefix prefix = {0};
  ln_view   local  = {0};
  if (ln_names_shorten(names, iri, &prefix, &local)) {
    ln_out_put_view(out, prefix.name);
    ln_out_put_byte(out, ':');
    ln_out_put_view(out, local);
  } else {
    ln_out_put_byte(out, '<');
    ln_out_put_view(out, iri);
    ln_out_put_byte(out, '>');
  }
}

static void
put_list(ln_out* const out, const ln_views list, const char* const between)
{
  for (size_t i = 0U; i < list.n; ++i) {
    put(out, i > 0U ? between : "");
    ln_out_put_view(out, list.v[i]);
  }
}

static void
put_key(ln_out* const out, const ln_table_map* const map)
{
  for (size_t i = 0U; i < map->n_keys; ++i) {
    put(out, i == 0U ? "  named by " : ", else by ");
    put_list(out, map->keys[i].components, " -- ");
  }
  put(out, map->n_keys > 0U ? "\n" : "");
}

/* One of two texts, or none if nothing is tested. */
static void
put_test(ln_out* const out, const int test, const char* const yes, const char* const no)
{
  if (test >= 0) {
    put(out, test == 1 ? yes : no);
  }
}

static void
put_when(ln_out* const out, const ln_when* const when)
{
  ln_out_put_view(out, when->variable);
  if (when->in.n > 0U) {
    put(out, " is ");
    put_list(out, when->in, " or ");
  }
  if (when->not_in.n > 0U) {
    put(out, " is not ");
    put_list(out, when->not_in, " or ");
  }
  if (when->other.s) {
    put(out, when->differs ? " differs from " : " equals ");
    ln_out_put_view(out, when->other);
  }
  put_test(out, when->present, " is filled", " is empty");
  put_test(out, when->many, " has several items", " has one item");
  put_test(out, when->minted, " is new", " is known");
}

static void
put_conditions(ln_out* const out, const ln_column* const column)
{
  for (size_t i = 0U; i < column->n_whens; ++i) {
    put(out, i == 0U ? ", if " : " and ");
    put_when(out, &column->whens[i]);
  }
}

/* A template: with the prefix of its stem, or as it was written. */
static void
put_template(ln_out* const out, const ln_plan* const plan, const ln_iri_plan* const iri)
{
  const ln_stem* const stem = ln_names_stem_at(plan->names, iri->stem);
  if (is_fixed(iri) && stem->prefix.n > 0U) {
    ln_out_put_view(out, stem->prefix);
    ln_out_put_view(out, iri->n > 0U ? iri->parts[0].text : LN_V(""));
  } else {
    ln_out_put_view(out, iri->text);
  }
}

/* The datatype of a literal: one, several of which the first that fits, or what another column
   says. */
static void
put_datatype(ln_out* const out, const ln_plan* const plan, const ln_variable* const v)
{
  for (size_t i = 0U; i < v->column->n_datatypes; ++i) {
    put(out, i == 0U ? " as the first that fits of " : ", ");
    put_iri(out, plan->names, ln_datatype_iri(v->types[i].datatype));
  }
  if (v->column->n_datatypes > 0U) {
    return;
  }
  if (!ln_datatype_trivial(v->datatype)) {
    put(out, " as ");
    put_iri(out, plan->names, ln_datatype_iri(v->datatype));
  }
  if (v->type_column != SIZE_MAX) {
    put(out, " as the datatype in ");
    put_quoted(out, plan->variables[v->type_column].column->name);
  }
}

/* How the cell is read, beyond its datatype. */
static void
put_reading(ln_out* const out, const ln_column* const column)
{
  if (column->beside.s) {
    put(out, ", beside ");
    put_quoted(out, column->beside);
  }
  put(out, column->protect ? ", protected items whole" : "");
  put(out, column->placeholders ? ", placeholders apart" : "");
  if (column->extract) {
    put(out, ", matched with ");
    put_quoted(out, column->extract->pattern);
  }
  put(out, column->n_members > 0U ? ", an object of JSON" : "");
}

static void
put_value(ln_out* const out, const ln_plan* const plan, const ln_output* const output)
{
  const ln_variable* const v      = &plan->variables[output->variable];
  const ln_column* const   column = v->column;
  if (output->kind == LN_OBJECT_URL) {
    put(out, is_fixed(output->url) ? "" : "the IRI ");
    put_template(out, plan, output->url);
  } else if (v->n_values > 0U) {
    put(out, "the text ");
    put_list(out, column->values, " or ");
  } else {
    put(out, ln_column_is_list(column) ? "each item of " : "");
    put_quoted(out, column->name);
  }
  if (v->reference) {
    put(out, v->reference->is_map ? ", a word of " : ", looked up in ");
    put_list(out, v->reference->reference->tables, ", ");
  } else if (output->kind == LN_OBJECT_LITERAL) {
    put_datatype(out, plan, v);
  }
  put_reading(out, column);
  if (output->source) {
    put(out, ", backed by ");
    put_template(out, plan, output->source);
  }
  put_conditions(out, column);
  put(out, v->column->required ? " (required)" : "");
  ln_out_put_byte(out, '\n');
}

static void
put_output(ln_out* const out, const ln_plan* const plan, const ln_output* const output)
{
  put(out, "      ");
  if (output->property) {
    ln_out_put_view(out, output->property->text);
  } else if (output->predicate == LN_PREDICATE_TYPE) {
    put(out, "a");
  } else {
    put_iri(out, plan->names, ln_names_predicate_at(plan->names, output->predicate)->iri);
  }
  put(out, " <- ");
  put_value(out, plan, output);
}

static void
put_subject(ln_out* const out, const ln_plan* const plan, const ln_subject* const subject)
{
  put(out, "    ");
  if (subject->iri.text.n > 0U) {
    ln_out_put_view(out, subject->iri.text);
  } else {
    put(out, "a blank node");
  }
  put(out, subject->layer == LN_LAYER_EVIDENCE ? "  (evidence)" : "");
  put(out, subject->layer == LN_LAYER_SHORTCUTS ? "  (shortcuts)" : "");
  if (subject->graph_url) {
    put(out, "  in the graph ");
    put_template(out, plan, subject->graph_url);
  }
  put(out, subject->groups != 0U ? ", once for each item\n" : "\n");
  for (size_t i = 0U; i < subject->n_outputs; ++i) {
    put_output(out, plan, &subject->outputs[i]);
  }
}

static void
put_missing(ln_out* const out, const ln_plan* const plan)
{
  size_t n = 0U;
  for (size_t i = 0U; i < plan->n_variables; ++i) {
    const ln_variable* const v = &plan->variables[i];
    if (!v->column->is_virtual && v->field == 0U) {
      put(out, n++ == 0U ? "  columns the table does not have: " : ", ");
      ln_out_put_view(out, v->column->name);
    }
  }
  put(out, n > 0U ? "\n" : "");
}

/* What others may make of the table; nothing here does. */
static void
put_transformations(ln_out* const out, const ln_transformations list)
{
  for (size_t i = 0U; i < list.n; ++i) {
    const ln_transformation* const t = &list.v[i];
    put(out, "  can be made into ");
    ln_out_put_view(out, t->target);
    put(out, " by ");
    ln_out_put_view(out, t->url);
    put(out, ", a script of the kind ");
    ln_out_put_view(out, t->script);
    if (t->source.n > 0U) {
      put(out, ", from its ");
      put(out, ln_view_equals(t->source, LN_V("rdf")) ? "RDF" : "JSON");
    }
    put(out, t->titles.n > 0U ? ": " : "");
    put_list(out, t->titles, "; ");
    ln_out_put_byte(out, '\n');
  }
}

static void
put_table(ln_out* const out, const ln_run_table* const t)
{
  ln_out_put_view(out, t->path);
  put(out, t->plan ? ": each row\n" : ": left out\n");
  if (!t->plan) {
    return;
  }
  put_key(out, t->map);
  put_missing(out, t->plan);
  for (size_t i = 0U; i < t->plan->n_subjects; ++i) {
    put_subject(out, t->plan, &t->plan->subjects[i]);
  }
  put_transformations(out, t->map->transformations);
}

/* The header of a table that its document does not describe, as it was bound. */
static ln_status
find_columns(ln_session* const s, const ln_run_table* const t, ln_table_found* const found)
{
  const size_t   n      = t->plan->n_variables;
  ln_view* const titles = ln_arena_zero(&s->arena, n, sizeof(ln_view));
  ln_view* const names  = ln_arena_zero(&s->arena, n, sizeof(ln_view));
  if (!titles || !names) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_column* const column = t->plan->variables[i].column;
    names[i]                      = column->name;
    titles[i]                     = column->titles.n > 0U ? column->titles.v[0] : LN_V("");
  }
  found->names     = names;
  found->titles    = titles;
  found->n_columns = n;
  return LN_OK;
}

/* The mapping in force as a document of its own. */
static ln_status
put_document(ln_session* const s, ln_out* const out)
{
  const ln_mapping_options options = {
    .find = ln_session_find, .self = s, .validating = s->job->dry};
  ln_table_found* const found = ln_arena_zero(&s->arena, s->n_tables, sizeof(ln_table_found));
  if (!found) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < s->n_tables; ++i) {
    const ln_run_table* const t = &s->tables[i];
    if (!t->present || !(t->wanted || t->referred)) {
      continue;
    }
    found[i].dialect = t->map->has_dialect ? NULL : &t->dialect;
    if (t->plan && t->map->n_columns == 0U && !t->map->no_schema) {
      LN_TRY(find_columns(s, t, &found[i]));
    }
  }
  return ln_mapping_write(s->mapping, &options, found, s->silent, out);
}

static void
put_plans(ln_out* const out, const ln_session* const s)
{
  for (size_t i = 0U; i < s->n_tables; ++i) {
    if (s->tables[i].present && s->tables[i].wanted) {
      put_table(out, &s->tables[i]);
      ln_out_put_byte(out, '\n');
    }
  }
  if (s->mapping->group) {
    put(out, "All descriptions of one subject are joined; repeated triples are written once.\n");
  }
}

ln_status
ln_run_explain(const ln_job* const job, ln_log* const log, ln_out* const out)
{
  ln_session s;
  ln_status  st = ln_session_open(&s, job, log);
  if (st == LN_OK) {
    s.explains = true;
    st         = ln_session_bind(&s);
  }
  if (st == LN_OK && job->csvw) {
    st = put_document(&s, out);
  } else if (st == LN_OK) {
    put_plans(out, &s);
    st = job->validation ? ln_explain_shapes(&s, out) : LN_OK;
  }
  const ln_status closed = ln_session_close(&s);
  st                     = st == LN_OK ? closed : st;
  return st == LN_OK ? out->status : st;
}
