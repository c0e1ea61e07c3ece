/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Before the first row is made: every table is opened and its header bound to the mapping; tables
   that others refer to are read once for their ids and names, in the order of the mapping, so that
   an id may be made of things in earlier tables; then the names are sealed and nothing constant is
   ever rendered again. */

#include "run/session.h"

#include "base/memory.h"
#include "base/text.h"
#include "rdf/iri.h"
#include "run/void_description.h"

/* A name that was made from a title has everything beyond ASCII encoded; people know the title. */
static ln_view
shown_name(const ln_column* const column)
{
  const bool encoded = ln_view_find(column->name, '%') < column->name.n;
  return encoded && column->titles.n > 0U ? column->titles.v[0] : column->name;
}

ln_view
ln_session_column(const ln_run_table* const t, const uint32_t field)
{
  for (size_t i = 0U; field > 0U && t->plan && i < t->plan->n_variables; ++i) {
    if (t->plan->variables[i].field == field) {
      return shown_name(t->plan->variables[i].column);
    }
  }
  return (ln_view){NULL, 0U};
}

/* Where a field stands: from the row at hand if it is that, else by reading the file again. */
static bool
locate(void* const self, const ln_where where, ln_place* const place)
{
  const ln_run_table* const t    = self;
  const ln_view             name = ln_session_column(t, where.field);
  if (t->table && ln_table_row_number(t->table) == where.row) {
    ln_table_place(t->table, where.field, place);
    place->name = name;
    return true;
  }
  const bool found = !t->relative && !ln_view_equals(t->path, LN_V("-")) &&
                     ln_table_locate(t->path.s, &t->dialect, where, place);
  place->name = name;
  return found;
}

ln_status
ln_session_table(ln_session* const   s,
                 ln_run_table* const t,
                 ln_log* const       log,
                 ln_table** const    table)
{
  ln_in*          in    = s->pipe;
  const char*     error = NULL;
  const bool      kept  = in && ln_view_equals(t->path, LN_V("-"));
  const ln_status st    = kept ? LN_OK : ln_in_open(t->path.s, &in, &error);
  s->pipe               = kept ? NULL : s->pipe;
  if (st == LN_IO) {
    const ln_status reported = ln_report(s->log,
                                         LN_L0109,
                                         LN_NO_OUTPUT,
                                         (ln_where){0},
                                         LN_V(""),
                                         "%.*s cannot be read: %s",
                                         (int)t->path.n,
                                         t->path.s,
                                         error);
    return reported == LN_OK ? LN_IO : reported;
  }
  LN_TRY(st);
  if (kept && !t->digest) {
    t->digest      = s->pipe_digest;
    s->pipe_digest = NULL;
  }
  const ln_status watched = ln_void_watch(s, t, in);
  if (watched != LN_OK) {
    const ln_status closed = ln_in_close(in);
    return watched != LN_OK ? watched : closed;
  }
  t->again = ln_in_again(in);
  return ln_table_open(in, &t->dialect, log, t->source, s->job->block, table);
}

static ln_run_table*
find_table(const ln_session* const s, const ln_view url)
{
  for (size_t i = 0U; i < s->n_tables; ++i) {
    if (ln_view_equals(s->tables[i].map->url, url)) {
      return &s->tables[i];
    }
  }
  return NULL;
}

static ln_index*
find_index(void* const self, const ln_view table, const ln_reference* const reference)
{
  ln_session* const s     = self;
  ln_index*         index = NULL;
  if (reference) {
    const ln_status st = ln_session_list(s, table, reference, &index);
    s->status          = s->status == LN_OK ? st : s->status;
    return index;
  }
  const ln_run_table* const t = find_table(s, table);
  return t ? t->index : NULL;
}

static void
mark_referred(const ln_session* const s, const ln_table_map* const map)
{
  for (size_t i = 0U; i < map->n_columns; ++i) {
    const ln_reference* const lookup = map->columns[i].lookup;
    for (size_t k = 0U; lookup && k < lookup->tables.n; ++k) {
      ln_run_table* const t = find_table(s, lookup->tables.v[k]);
      if (t) {
        t->referred = true;
      }
    }
  }
}

/* Tables that lookups name get an index, present or not: a missing table has no rows to refer to.
 */
static ln_status
make_indexes(ln_session* const s)
{
  for (size_t i = 0U; i < s->n_tables; ++i) {
    mark_referred(s, s->tables[i].map);
  }
  for (size_t i = 0U; i < s->n_tables; ++i) {
    ln_run_table* const t = &s->tables[i];
    if (!t->referred) {
      continue;
    }
    t->index = ln_index_new();
    if (!t->index) {
      return LN_NO_MEM;
    }
    if (t->map->expose.n > 0U) {
      LN_TRY(ln_index_set_columns(t->index, t->map->expose.v, t->map->expose.n));
    }
  }
  return LN_OK;
}

ln_status
ln_session_base(ln_session* const s, const ln_run_table* const t, ln_view* const base)
{
  *base = s->base;
  if (s->mapping->base.s) {
    return LN_OK;
  }
  if (t->url.n > 0U && !s->job->base) {
    *base = t->url;
    return LN_OK;
  }
  ln_text       place = {0};
  ln_text       text  = {0};
  const ln_view at    = s->mapping->url_base;
  ln_status     st    = at.s ? ln_iri_resolve(s->base, at, &place) : ln_text_add(&place, s->base);
  st                  = st == LN_OK ? ln_iri_resolve(ln_text_view(&place), t->map->url, &text) : st;
  ln_text_clear(&place);
  if (st == LN_OK) {
    *base = ln_arena_copy(&s->arena, ln_text_view(&text));
    st    = base->s ? LN_OK : LN_NO_MEM;
  }
  ln_text_clear(&text);
  return st;
}

static ln_status
declare_prefixes(ln_session* const s)
{
  for (size_t i = 0U; i < s->mapping->n_prefixes; ++i) {
    ln_text   iri = {0};
    ln_status st  = ln_iri_resolve(s->base, s->mapping->prefixes[i][1], &iri);
    if (st == LN_OK) {
      st = ln_names_prefix(s->names, s->mapping->prefixes[i][0], ln_text_view(&iri));
    }
    ln_text_clear(&iri);
    LN_TRY(st);
  }
  return LN_OK;
}

/* Bind to the first header row; NULL if there is none. A code list that cannot be read is a fault
   of its own. */
static ln_status
bind_row(ln_session* const       s,
         ln_run_table* const     t,
         const ln_binding* const binding,
         const ln_row* const     header)
{
  s->status          = LN_OK;
  const ln_status st = ln_plan_bind(binding, t->map, header, t->source, &t->plan);
  return s->status != LN_OK ? s->status : st;
}

/* The next row that is not a comment. */
static ln_status
next_row(ln_session* const s, const ln_run_table* const t, const ln_row** const row)
{
  ln_status st = ln_table_next(t->table, row);
  while (st == LN_OK && (*row)->comment) {
    LN_TRY(ln_session_comment(s, t, *row));
    st = ln_table_next(t->table, row);
  }
  return st;
}

/* Titles are taken of so many header rows; more are passed over. */
enum { MOST_HEADERS = 64 };

/* A table without header has as many columns as its first row, which is given again; one that is
   cut from a tree has those that its mapping names. */
static ln_status
bind_headless(ln_session* const s, ln_run_table* const t, const ln_binding* const binding)
{
  const ln_row*   row  = NULL;
  const bool      told = s->mapping->by_name || t->dialect.tree;
  const ln_status st   = told ? LN_END : next_row(s, t, &row);
  if (st == LN_END) {
    return bind_row(s, t, binding, NULL);
  }
  LN_TRY(st);
  ln_cell* const cells = ln_arena_zero(&s->arena, row->n, sizeof(ln_cell));
  if (!cells) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < row->n; ++i) {
    cells[i].s = "";
  }
  ln_table_again(t->table);
  const ln_row empty = {.cells = cells, .n = row->n, .number = row->number};
  return bind_row(s, t, binding, &empty);
}

static ln_status
keep_row(ln_session* const s, const ln_row* const row, ln_row* const kept)
{
  ln_cell* const cells = ln_arena_zero(&s->arena, row->n, sizeof(ln_cell));
  if (!cells) {
    return LN_NO_MEM;
  }
  *kept       = *row;
  kept->cells = cells;
  for (size_t i = 0U; i < row->n; ++i) {
    const ln_view text = ln_arena_copy(&s->arena, (ln_view){row->cells[i].s, row->cells[i].n});
    cells[i]           = row->cells[i];
    cells[i].s         = text.s;
    if (!text.s) {
      return LN_NO_MEM;
    }
  }
  return LN_OK;
}

/* Several header rows: all of them give titles. LN_END: the table ended within. */
static ln_status
bind_headers(ln_session* const       s,
             ln_run_table* const     t,
             const ln_binding* const binding,
             const ln_row* const     first)
{
  ln_row*       kept = ln_arena_zero(&s->arena, MOST_HEADERS, sizeof(ln_row));
  ln_binding    with = *binding;
  const ln_row* row  = first;
  ln_status     st   = kept ? keep_row(s, first, &kept[0]) : LN_NO_MEM;
  for (uint32_t i = 1U; st == LN_OK && i < t->dialect.header_rows; ++i) {
    st = next_row(s, t, &row);
    if (st == LN_OK && i < (uint32_t)MOST_HEADERS) {
      st = keep_row(s, row, &kept[i]);
      ++with.n_more_headers;
    }
  }
  if (st != LN_OK && st != LN_END) {
    return st;
  }
  with.more_headers = kept + 1;
  return bind_row(s, t, &with, &kept[0]);
}

/* Read the header rows and bind the table to them. `errors` were counted before the table was
   opened. */
static ln_status
bind_header(ln_session* const       s,
            ln_run_table* const     t,
            const ln_binding* const binding,
            const uint64_t          errors)
{
  const ln_row* row = NULL;
  if (t->dialect.header_rows == 0U) {
    return bind_headless(s, t, binding);
  }
  const ln_status st = next_row(s, t, &row);
  if (st == LN_END && ln_log_count(s->log, LN_ERROR) > errors) {
    return LN_USAGE; /* the reader has said why there is nothing */
  }
  if (st == LN_OK && t->dialect.header_rows > 1U) {
    return bind_headers(s, t, binding, row);
  }
  return st == LN_OK || st == LN_END ? bind_row(s, t, binding, st == LN_OK ? row : NULL) : st;
}

/* The first place of a table that puts triples into named graphs; absent: there is none. */
static ln_view
graph_path(const ln_table_map* const map)
{
  if (map->graph.s) {
    return map->path;
  }
  for (size_t i = 0U; i < map->n_columns; ++i) {
    if (map->columns[i].graph.s) {
      return map->columns[i].path;
    }
  }
  return (ln_view){0};
}

/* Told once, at the first place. */
static ln_status
check_graphs(ln_session* const s)
{
  for (size_t i = 0U; i < s->n_tables && !ln_session_names_graphs(s); ++i) {
    const ln_view path = graph_path(s->tables[i].map);
    ln_spot       spot = {.source = s->mapping_source};
    if (path.s) {
      ln_mapping_locate(s->mapping, path, LN_V(LN_EXTENSION "graph"), &spot.place);
      return ln_report_at(s->log,
                          LN_L0422,
                          LN_KEPT,
                          &spot,
                          LN_V(""),
                          "the syntax has no named graphs, so all triples stand in one");
    }
  }
  return LN_OK;
}

static ln_status
bind_table(ln_session* const s, ln_run_table* const t)
{
  const char* syntax  = NULL;
  bool        graphs  = false;
  ln_binding  binding = {.source    = s->mapping_source,
                         .number    = (uint32_t)(t - s->tables) + 1U,
                         .mapping   = s->mapping,
                         .names     = s->names,
                         .arena     = &s->arena,
                         .log       = s->log,
                         .layers    = s->job->layers,
                         .mint      = s->job->mint_roles,
                         .xsd_dates = s->job->xsd_dates,
                         .standard =
                          s->job->standard && t->wanted && !t->map->suppress ? &t->node : NULL,
                         .validating = s->job->dry,
                         /* What a store makes of a term is told on the way, and a row of which an
                            error is told counts, and may be put aside. */
                         .general    = s->job->general || ln_session_store(s),
                         .sets       = t->sets,
                         .n_sets     = t->n_sets,
                         .provenance = s->job->provenance,
                         .evidence   = s->job->evidence,
                         .find_index = find_index,
                         .self       = s};
  LN_TRY(ln_session_syntax(s, &syntax, &graphs));
  if (s->job->provenance != LN_PROVENANCE_NONE) {
    LN_TRY(ln_session_whence(s, t, &binding.address));
  }
  binding.named_layers = graphs && s->mapping->layered;
  binding.graphs       = ln_session_names_graphs(s);
  LN_TRY(ln_session_base(s, t, &binding.base));
  t->dialect = t->map->dialect;
  if (!t->map->has_dialect) {
    ln_dialect_default(&t->dialect);
    if (ln_view_ends(t->path, LN_V(".tsv")) || ln_view_ends(t->path, LN_V(".tsv.gz"))) {
      ln_dialect_tsv(&t->dialect);
    }
    t->dialect.skip_blank_rows = s->mapping->by_name; /* spreadsheets leave them behind */
  }
  t->dialect.shows_skipped = s->job->standard;
  LN_TRY(ln_log_source(
    s->log, ln_view_equals(t->path, LN_V("-")) ? LN_V("stdin") : t->path, locate, t, &t->source));
  const uint64_t errors = ln_log_count(s->log, LN_ERROR);
  LN_TRY(ln_session_table(s, t, s->log, &t->table));
  const ln_status st = bind_header(s, t, &binding, errors);
  if (st == LN_USAGE) {
    ln_plan_clear(t->plan);
    t->plan = NULL;
    return LN_OK; /* reported; the other tables are still looked at */
  }
  return st;
}

typedef struct {
  ln_register* ids;
  ln_view      table;
} register_query;

static ln_status
find_registered(void* const self, const ln_view name, ln_view* const id)
{
  const register_query* const q = self;
  return ln_register_find(q->ids, q->table, name, id);
}

static ln_status
is_registered(void* const self, const ln_view id, bool* const yes)
{
  const register_query* const q = self;
  return ln_register_taken(q->ids, q->table, id, yes);
}

static ln_status
index_rows(ln_session* const s, const ln_run_table* const t, ln_maker* const maker)
{
  register_query   query = {s->ids, t->map->url};
  const ln_id_book book  = {find_registered, is_registered, &query};
  const ln_row*    row   = NULL;
  ln_status        st    = LN_OK;
  for (uint64_t rows = 0U; st == LN_OK && !ln_session_stopped(s);) {
    st = ln_table_next(t->table, &row);
    if (st != LN_OK || row->comment) {
      continue;
    }
    if (++rows > t->dialect.header_rows) {
      st = ln_maker_index(maker, row, s->names, s->ids ? &book : NULL);
    }
  }
  return st == LN_END ? LN_OK : st;
}

static ln_status
report_once(ln_session* const s, ln_run_table* const t)
{
  ln_plan_clear(t->plan);
  t->plan = NULL;
  return ln_report(s->log,
                   LN_L0109,
                   LN_NO_TABLE,
                   (ln_where){t->source, 0U, 0U},
                   LN_V("save it as a file"),
                   "its rows refer to each other, but it can be read only once");
}

/* The first reading: with a silent log, since the second will say what is wrong with cells. What is
   reported about ids stands in this reading. */
static ln_status
index_table(ln_session* const s, ln_run_table* const t)
{
  ln_table* const second = t->table;
  ln_table*       first  = NULL;
  if (!t->again) {
    return report_once(s, t);
  }
  ln_maker* const maker = ln_maker_new(t->plan, s->log);
  if (!maker) {
    return LN_NO_MEM;
  }
  ln_status st = ln_session_table(s, t, s->silent, &first);
  if (st == LN_OK) {
    t->table               = first;
    st                     = index_rows(s, t, maker);
    t->table               = second;
    const ln_status closed = ln_table_close(first);
    st                     = st == LN_OK ? closed : st;
  }
  ln_maker_free(maker);
  return st;
}

ln_status
ln_session_bind(ln_session* const s)
{
  s->names = ln_names_new();
  if (!s->names) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_session_evidence(s));
  LN_TRY(declare_prefixes(s));
  LN_TRY(make_indexes(s));
  LN_TRY(ln_session_keys_open(s));
  if (s->job->standard) {
    LN_TRY(ln_session_standard(s));
  }
  for (size_t i = 0U; i < s->n_tables; ++i) {
    const ln_run_table* const t = &s->tables[i];
    if (t->present && (t->wanted || t->referred || t->n_sets > 0U)) {
      LN_TRY(bind_table(s, &s->tables[i]));
    }
  }
  LN_TRY(ln_session_provenance(s));
  LN_TRY(ln_session_testimony(s));
  LN_TRY(check_graphs(s));
  if (s->mapping->flawed) {
    return LN_USAGE;
  }
  for (size_t i = 0U; i < s->n_tables; ++i) {
    if (s->tables[i].index && s->tables[i].plan) {
      LN_TRY(index_table(s, &s->tables[i]));
    }
  }
  return ln_names_seal(s->names);
}

ln_status
ln_session_close(ln_session* const s)
{
  ln_status st = LN_OK;
  for (size_t i = 0U; i < s->n_tables; ++i) {
    ln_run_table* const t = &s->tables[i];
    ln_log_locator(s->log, t->source, NULL, NULL);
    const ln_status closed = ln_table_close(t->table);
    st                     = st == LN_OK ? closed : st;
    ln_plan_clear(t->plan);
    ln_index_free(t->index);
    ln_digest_free(t->digest);
  }
  for (size_t i = 0U; i < s->n_lists; ++i) {
    ln_index_free(s->lists[i].index);
  }
  const ln_status piped = ln_in_close(s->pipe);
  st                    = st == LN_OK ? piped : st;
  ln_digest_free(s->pipe_digest);
  ln_free(s->lists);
  ln_free(s->statements);
  ln_session_keys_free(s);
  ln_register_free(s->ids);
  ln_names_free(s->names);
  ln_mapping_free(s->mapping);
  ln_log_free(s->silent);
  ln_arena_clear(&s->arena);
  return st;
}
