/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Code lists: small tables of words (`notation`, `label`, `aliases` and whatever else a mapping
   asks for), from inside the program for the built-in mapping or from beside the mapping; a
   catalogue folder may hold a table of the same name, whose rows are added. */

#include "run/session.h"

#include "base/memory.h"
#include "base/text.h"
#include "map/embedded.h"
#include "rdf/iri.h"

/* One source of words while it is read. */
typedef struct {
  ln_session*        session;
  ln_index*          index;
  const ln_template* value;
  const size_t*      fields; ///< of the index's columns in this file; SIZE_MAX: it has none
  const ln_row*      row;
  uint32_t           source;
  bool               usable; ///< this file has the columns it needs
} reading;

/* The cell of the row at hand under a column of the list, whatever its place in this file. */
static ln_view
cell_of(const reading* const r, const ln_view name)
{
  const size_t column = ln_index_column(r->index, name);
  const size_t at     = column == SIZE_MAX ? SIZE_MAX : r->fields[column];
  return at < r->row->n ? (ln_view){r->row->cells[at].s, r->row->cells[at].n} : LN_V("");
}

static ln_status
add_part(const reading* const r, const ln_part* const part, bool* const open, ln_text* const out)
{
  if (!part->operator) {
    return ln_iri_mend(part->text, out);
  }
  const ln_view cell = cell_of(r, part->name);
  *open              = *open && !part->leads;
  if (cell.n == 0U) {
    return LN_OK;
  }
  LN_TRY(ln_template_joint(part, 0U, open, out));
  return ln_template_value(part, cell, true, out);
}

/* Fill the value map's template from the columns of a row; without one the word itself is what
   tells things apart. */
static ln_status
make_iri(const reading* const r, const ln_view key, ln_text* const out)
{
  if (r->value->n == 0U) {
    return ln_text_add(out, key);
  }
  ln_text   text = {0};
  ln_status st   = LN_OK;
  bool      open = false;
  for (size_t i = 0U; st == LN_OK && i < r->value->n; ++i) {
    st = add_part(r, &r->value->parts[i], &open, &text);
  }
  if (st == LN_OK) {
    st = ln_iri_resolve(r->session->base, ln_text_view(&text), out);
  }
  ln_text_clear(&text);
  return st;
}

static ln_status
add_names(const reading* const r, const uint32_t number)
{
  ln_view aliases = cell_of(r, LN_V("aliases"));
  LN_TRY(ln_index_name(r->index, number, cell_of(r, LN_V("notation"))));
  LN_TRY(ln_index_name(r->index, number, cell_of(r, LN_V("label"))));
  while (aliases.n > 0U) {
    const size_t end = ln_view_find(aliases, ';');
    LN_TRY(ln_index_name(r->index, number, ln_view_first(aliases, end)));
    aliases = ln_view_from(aliases, end + 1U);
  }
  return LN_OK;
}

static ln_status
add_entry(const reading* const r, const ln_entry* const entry)
{
  ln_term  term   = {0};
  uint32_t number = 0U;
  LN_TRY(ln_index_add(r->index, entry, &number));
  LN_TRY(ln_names_term(r->session->names, ln_index_entry(r->index, number)->iri, &term));
  ln_index_set_term(r->index, number, term);
  return add_names(r, number);
}

static ln_status
add_word(const reading* const r, ln_view* const cells, ln_text* const iri)
{
  size_t               n     = 0U;
  const ln_view        key   = cell_of(r, LN_V("notation"));
  const ln_view* const names = ln_index_columns(r->index, &n);
  const ln_where       where = {r->source, 0U, r->row->number};
  const uint32_t       known = ln_index_by_key(r->index, key);
  const char*          bad   = NULL;
  if (known != LN_ENTRY_NONE) {
    return add_names(r, known); /* a word may be given more names */
  }
  if (key.n == 0U) {
    return ln_report(
      r->session->log, LN_L0203, LN_NO_ROW, where, LN_V(""), "the word has no notation");
  }
  for (size_t i = 0U; i < n; ++i) {
    cells[i] = cell_of(r, names[i]);
  }
  ln_text_reset(iri);
  LN_TRY(make_iri(r, key, iri));
  if (r->value->n > 0U && !ln_iri_valid(ln_text_view(iri), &bad)) {
    return ln_report(r->session->log,
                     LN_L0204,
                     LN_NO_ROW,
                     where,
                     LN_V(""),
                     "%s cannot be used as an IRI: %s",
                     ln_shown(r->session->log, ln_text_view(iri)),
                     bad);
  }
  const ln_entry entry = {.key   = key,
                          .iri   = ln_text_view(iri),
                          .label = cell_of(r, LN_V("label")),
                          .where = where,
                          .cells = cells};
  return add_entry(r, &entry);
}

/* The first source of a list says which columns it has. */
static ln_status
set_columns(const reading* const r)
{
  size_t n = 0U;
  (void)ln_index_columns(r->index, &n);
  if (n > 0U) {
    return LN_OK;
  }
  n                    = r->row->n;
  ln_view* const names = ln_alloc_zero(n + 1U, sizeof(ln_view));
  for (size_t i = 0U; names && i < n; ++i) {
    names[i] = ln_view_trim((ln_view){r->row->cells[i].s, r->row->cells[i].n});
  }
  const ln_status st = names ? ln_index_set_columns(r->index, names, n) : LN_NO_MEM;
  ln_free(names);
  return st;
}

static ln_status
require_column(reading* const r, const ln_view name)
{
  const size_t at = ln_index_column(r->index, name);
  if (at != SIZE_MAX && r->fields[at] != SIZE_MAX) {
    return LN_OK;
  }
  r->usable = false;
  return ln_report(r->session->log,
                   LN_L0502,
                   LN_NO_TABLE,
                   (ln_where){r->source, 0U, r->row->number},
                   LN_V(""),
                   "the column %s is missing",
                   ln_shown(r->session->log, name));
}

static ln_status
read_header(reading* const r, size_t* const fields)
{
  size_t n = 0U;
  LN_TRY(set_columns(r));
  const ln_view* const names = ln_index_columns(r->index, &n);
  for (size_t i = 0U; i < n; ++i) {
    fields[i] = SIZE_MAX;
    for (size_t k = r->row->n; k-- > 0U;) {
      const ln_view title = ln_view_trim((ln_view){r->row->cells[k].s, r->row->cells[k].n});
      fields[i]           = ln_view_equals(title, names[i]) ? k : fields[i];
    }
  }
  r->fields = fields;
  r->usable = true;
  LN_TRY(require_column(r, LN_V("notation")));
  for (size_t i = 0U; i < r->value->n; ++i) {
    const ln_part* const part = &r->value->parts[i];
    LN_TRY(part->operator? require_column(r, part->name) : LN_OK);
  }
  return LN_OK;
}

/* How many columns the list will have at most. */
static size_t
count_columns(const reading* const r)
{
  size_t n = 0U;
  (void)ln_index_columns(r->index, &n);
  return n > 0U ? n : r->row->n;
}

static ln_status
read_words(reading* const r, ln_table* const table)
{
  ln_status st = ln_table_next(table, &r->row);
  if (st != LN_OK) {
    return st == LN_END ? LN_OK : st;
  }
  const size_t   n      = count_columns(r) + 1U;
  size_t* const  fields = ln_alloc_zero(n, sizeof(size_t));
  ln_view* const cells  = ln_alloc_zero(n, sizeof(ln_view));
  ln_text        iri    = {0};
  st                    = fields && cells ? read_header(r, fields) : LN_NO_MEM;
  while (st == LN_OK && r->usable) {
    st = ln_table_next(table, &r->row);
    if (st == LN_OK && !r->row->bad) {
      st = add_word(r, cells, &iri);
    }
  }
  ln_free(fields);
  ln_free(cells);
  ln_text_clear(&iri);
  return st == LN_END ? LN_OK : st;
}

/* Findings are about the row at hand. */
static bool
locate(void* const self, const ln_where where, ln_place* const place)
{
  const ln_table* const table = self;
  if (ln_table_row_number(table) != where.row) {
    return false;
  }
  ln_table_place(table, where.field, place);
  return true;
}

/* One source of words: takes `in`. */
static ln_status
read_list(reading* const r, ln_in* const in, const ln_view name)
{
  ln_dialect      dialect;
  ln_table*       table = NULL;
  ln_log* const   log   = r->session->log;
  const ln_status named = ln_log_source(log, name, NULL, NULL, &r->source);
  if (named != LN_OK) {
    const ln_status closed = ln_in_close(in);
    return closed == LN_NO_MEM ? closed : named;
  }
  ln_dialect_default(&dialect);
  LN_TRY(ln_table_open(in, &dialect, log, r->source, 0U, &table));
  ln_log_locator(log, r->source, locate, table);
  const ln_status st = read_words(r, table);
  ln_log_locator(log, r->source, NULL, NULL);
  const ln_status closed = ln_table_close(table);
  return st != LN_OK ? st : closed;
}

/* Words inside the program, under the name of the file in ontology/ or data/. */
static ln_status
read_embedded(reading* const r, const ln_view path, bool* const found)
{
  const ln_embedded* const file = ln_embedded_find(path);
  ln_in*                   in   = NULL;
  ln_view                  name = {0};
  if (!file) {
    return LN_OK;
  }
  *found = true;
  LN_TRY(ln_session_join(r->session, LN_V("builtin:"), path, &name));
  LN_TRY(ln_in_memory(file->bytes, &in));
  return read_list(r, in, name);
}

/* Words of a profile inside the program. */
static ln_status
read_inside(reading* const r, const ln_view table, bool* const found)
{
  ln_view path = {0};
  LN_TRY(ln_session_join(r->session, r->session->lists_inside, table, &path));
  return read_embedded(r, path, found);
}

/* Words in a file beside the mapping or in the catalogue folder. */
static ln_status
read_beside(reading* const r, const ln_view table, bool* const found)
{
  ln_in*      in    = NULL;
  const char* error = NULL;
  ln_view     path  = {0};
  LN_TRY(ln_session_join(r->session, r->session->folder, table, &path));
  const ln_status st = ln_in_open(path.s, &in, &error);
  if (st != LN_OK) {
    return st == LN_IO ? LN_OK : st;
  }
  *found = true;
  return read_list(r, in, path);
}

static ln_status
read_sources(reading* const r, const ln_view table, bool* const found)
{
  const ln_session* const s = r->session;
  *found                    = false;
  LN_TRY(s->folder_input ? read_embedded(r, table, found) : LN_OK);
  return s->lists_inside.n > 0U ? read_inside(r, table, found) : read_beside(r, table, found);
}

static ln_status
add_list(ln_session* const s, const ln_code_list* const list)
{
  if (s->n_lists == s->cap_lists) {
    const size_t        cap   = s->cap_lists ? s->cap_lists * 2U : 8U;
    ln_code_list* const lists = ln_realloc(s->lists, cap, sizeof(ln_code_list));
    if (!lists) {
      return LN_NO_MEM;
    }
    s->lists     = lists;
    s->cap_lists = cap;
  }
  s->lists[s->n_lists++] = *list;
  return LN_OK;
}

static ln_status
parse_value(ln_session* const s, const ln_view text, ln_template* const value)
{
  size_t at = 0U;
  if (text.n == 0U) {
    return LN_OK;
  }
  const ln_status st = ln_template_parse(&s->arena, text, value, &at);
  if (st != LN_USAGE) {
    return st;
  }
  const ln_status reported = ln_report(s->log,
                                       LN_L0407,
                                       LN_NO_TABLE,
                                       (ln_where){s->mapping_source, 0U, 0U},
                                       LN_V(""),
                                       "the template %s cannot be read at character %zu",
                                       ln_shown(s->log, text),
                                       at + 1U);
  return reported == LN_OK ? LN_USAGE : reported;
}

ln_status
ln_session_list(ln_session* const         s,
                const ln_view             table,
                const ln_reference* const reference,
                ln_index** const          index)
{
  *index = NULL;
  for (size_t i = 0U; i < s->n_lists; ++i) {
    if (ln_view_equals(s->lists[i].table, table) &&
        ln_view_equals(s->lists[i].value, reference->value)) {
      *index = s->lists[i].index;
      return LN_OK;
    }
  }
  ln_template  value = {0};
  bool         found = false;
  ln_code_list list  = {table, reference->value, NULL};
  LN_TRY(parse_value(s, reference->value, &value));
  list.index   = ln_index_new();
  reading   r  = {.session = s, .index = list.index, .value = &value};
  ln_status st = list.index ? read_sources(&r, table, &found) : LN_NO_MEM;
  if (!found) {
    ln_index_free(list.index);
    list.index = NULL;
  }
  st = st == LN_OK ? add_list(s, &list) : st;
  if (st != LN_OK) {
    ln_index_free(list.index);
    return st;
  }
  *index = list.index;
  return LN_OK;
}
