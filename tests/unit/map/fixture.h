/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_MAP_FIXTURE_H
#define LN_TESTS_MAP_FIXTURE_H

/* What the tests of plans and makers share: a mapping, tables and code lists given as text go
   through all of map/, and what comes out is text again. In mappings ' stands for " and ~ for the
   namespace of the extension properties. Triples are shown one a line, sorted, with ' for ", `a`
   for rdf:type, without `http://e/` (the base of everything here) and without the final point;
   findings one a line as `code effect row:field message`. */

#include "base/in.h"
#include "base/memory.h"
#include "map/plan.h"
#include "rdf/iri.h"
#include "sink/writers.h"
#include "table/table.h"
#include "unit.h"

#include <CUnit/CUnit.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIX_TABLES = 6, FIX_LISTS = 3 };

typedef struct {
  const char*         json;
  const char*         tables[FIX_TABLES][2]; ///< URL, text
  const char*         lists[FIX_LISTS][2];   ///< URL, text
  unsigned            layers;                ///< 0: all
  bool                named;                 ///< layers are named graphs, and so on: N-Quads
  bool                mint;
  bool                xsd;
  bool                validating;
  bool                raw;        ///< in the order of making, whole
  bool                turtle;     ///< written as Turtle
  bool                general;    ///< no row goes the straight way
  ln_provenance       provenance; ///< of `http://e/t`
  ln_evidence         evidence;
  const ln_id_book*   book;
  const ln_set_names* sets; ///< of every table
  size_t              n_sets;
  void (*look)(void* self, const ln_maker* maker); ///< after each row; may be NULL
  void* self;
} fix_input;

typedef struct {
  ln_log*     log;
  ln_mapping* mapping;
  ln_names*   names;
  ln_arena    arena;
  ln_index*   indexes[FIX_TABLES];
  ln_index*   lists[FIX_LISTS];
  ln_plan*    plans[FIX_TABLES];
  ln_out*     out;
  ln_sink     sink;
  ln_text     triples;
  ln_text     findings;
  uint64_t    rows;
  uint64_t    made;
  uint64_t    faulty;
} fixture;

typedef struct {
  fixture*         f;
  const fix_input* input;
} fix_query;

/** A text with the shorthands of mappings spelt out. */
static inline ln_status
fix_spell(const char* const text, ln_text* const out)
{
  for (size_t i = 0U; text[i] != '\0'; ++i) {
    if (text[i] == '~') {
      LN_TRY(ln_text_add(out, LN_V(LN_EXTENSION)));
    } else {
      LN_TRY(ln_text_add_byte(out, text[i] == '\'' ? '"' : text[i]));
    }
  }
  return LN_OK;
}

static inline void
fix_listen(void* const self, const ln_finding* const finding)
{
  static const char* const effects[] = {"kept", "value", "row", "table", "output"};
  ln_text* const           out       = self;
  if (ln_text_format(out,
                     "%s %s %llu:%u %.*s\n",
                     ln_code_about(finding->code)->code,
                     effects[finding->effect],
                     (unsigned long long)finding->where.row,
                     finding->where.field,
                     (int)finding->message.n,
                     finding->message.s) != LN_OK) {
    ln_text_reset(out); /* in tests without memory nobody looks */
  }
}

static inline ln_index*
fix_index(void* const self, const ln_view table, const ln_reference* const reference)
{
  const fix_query* const q = self;
  for (size_t i = 0U; reference && i < FIX_LISTS; ++i) {
    if (q->input->lists[i][0] && ln_view_equals(ln_view_of(q->input->lists[i][0]), table)) {
      return q->f->lists[i];
    }
  }
  for (size_t i = 0U; !reference && i < q->f->mapping->n_tables; ++i) {
    if (ln_view_equals(q->f->mapping->tables[i].url, table)) {
      return q->f->indexes[i];
    }
  }
  return NULL;
}

static inline ln_view
fix_cell(const ln_row* const row, const size_t at)
{
  return at < row->n ? (ln_view){row->cells[at].s, row->cells[at].n} : LN_V("");
}

/** One row of a code list: notation, label, aliases, then others. Its IRI is `http://v/NOTATION`.
 */
static inline ln_status
fix_word(fixture* const f, ln_index* const index, const ln_row* const row)
{
  ln_view  cells[8] = {{0}};
  ln_text  iri      = {0};
  ln_term  term     = {0};
  uint32_t number   = 0U;
  for (size_t i = 0U; i < row->n && i < 8U; ++i) {
    cells[i] = fix_cell(row, i);
  }
  ln_status st = ln_text_add(&iri, LN_V("http://v/"));
  st           = st == LN_OK ? ln_iri_encode(cells[0], &iri) : st;
  if (st == LN_OK) {
    const ln_entry entry = {
      .key = cells[0], .iri = ln_text_view(&iri), .label = cells[1], .cells = cells};
    st = ln_index_add(index, &entry, &number);
  }
  ln_text_clear(&iri);
  LN_TRY(st);
  LN_TRY(ln_names_term(f->names, ln_index_entry(index, number)->iri, &term));
  ln_index_set_term(index, number, term);
  LN_TRY(ln_index_name(index, number, cells[0]));
  LN_TRY(ln_index_name(index, number, cells[1]));
  return ln_index_name(index, number, cells[2]);
}

static inline ln_status
fix_open(const char* const text, const ln_dialect* const dialect, ln_log* log, ln_table** table)
{
  ln_in* in = NULL;
  LN_TRY(ln_in_memory(ln_view_of(text), &in));
  return ln_table_open(in, dialect, log, 0U, 0U, table);
}

static inline ln_status
fix_list(fixture* const f, const char* const text, ln_index* const index)
{
  ln_dialect    dialect;
  ln_table*     table = NULL;
  const ln_row* row   = NULL;
  ln_view       names[8];
  ln_dialect_default(&dialect);
  LN_TRY(fix_open(text, &dialect, f->log, &table));
  ln_status st = ln_table_next(table, &row);
  if (st == LN_OK) {
    for (size_t i = 0U; i < row->n && i < 8U; ++i) {
      names[i] = fix_cell(row, i);
    }
    st = ln_index_set_columns(index, names, row->n);
  }
  while (st == LN_OK) {
    st = ln_table_next(table, &row);
    st = st == LN_OK ? fix_word(f, index, row) : st;
  }
  const ln_status closed = ln_table_close(table);
  return st == LN_END ? closed : st;
}

static inline const char*
fix_text(const fix_input* const input, const ln_view url)
{
  for (size_t i = 0U; i < FIX_TABLES && input->tables[i][0]; ++i) {
    if (ln_view_equals(ln_view_of(input->tables[i][0]), url)) {
      return input->tables[i][1];
    }
  }
  return NULL;
}

static inline ln_status
fix_bind(fixture* const f, const fix_input* const input, const size_t at, const ln_row* header)
{
  fix_query  query   = {f, input};
  ln_text    base    = {0};
  ln_binding binding = {.mapping      = f->mapping,
                        .names        = f->names,
                        .arena        = &f->arena,
                        .log          = f->log,
                        .layers       = input->layers ? input->layers : 7U,
                        .named_layers = input->named,
                        .graphs       = input->named,
                        .mint         = input->mint,
                        .xsd_dates    = input->xsd,
                        .validating   = input->validating,
                        .general      = input->general,
                        .provenance   = input->provenance,
                        .evidence     = input->evidence,
                        .address      = LN_V("http://e/t"),
                        .sets         = input->sets,
                        .n_sets       = input->n_sets,
                        .find_index   = fix_index,
                        .self         = &query};
  ln_status  st      = ln_iri_resolve(
    LN_V("http://e/"), f->mapping->base.s ? LN_V("") : f->mapping->tables[at].url, &base);
  if (st == LN_OK) {
    binding.base = ln_arena_copy(&f->arena, ln_text_view(&base));
    st           = binding.base.s ? LN_OK : LN_NO_MEM;
  }
  ln_text_clear(&base);
  LN_TRY(st);
  return ln_plan_bind(&binding, &f->mapping->tables[at], header, 0U, &f->plans[at]);
}

typedef enum { FIX_BIND, FIX_ENTER, FIX_MAKE } fix_step;

static inline ln_status
fix_row(fixture* const         f,
        const fix_input* const input,
        ln_maker* const        maker,
        const ln_row* const    row,
        const fix_step         step)
{
  bool made = false;
  if (step == FIX_ENTER) {
    return ln_maker_index(maker, row, f->names, input->book);
  }
  LN_TRY(ln_maker_row(maker, row, f->rows, f->sink, &made));
  ++f->rows;
  f->made += made;
  f->faulty += ln_maker_faulty(maker);
  if (input->look) {
    input->look(input->self, maker);
  }
  return LN_OK;
}

static inline ln_status
fix_rows(fixture* const         f,
         const fix_input* const input,
         const size_t           at,
         ln_table* const        table,
         const fix_step         step)
{
  const ln_row*   row   = NULL;
  ln_maker* const maker = f->plans[at] ? ln_maker_new(f->plans[at], f->log) : NULL;
  ln_status       st    = maker ? ln_table_next(table, &row) : LN_NO_MEM;
  f->rows               = 0U;
  while (st == LN_OK) {
    st = ln_table_next(table, &row);
    st = st == LN_OK ? fix_row(f, input, maker, row, step) : st;
  }
  ln_maker_free(maker);
  return st == LN_END ? LN_OK : st;
}

static inline ln_status
fix_table(fixture* const f, const fix_input* const input, const size_t at, const fix_step step)
{
  const ln_table_map* const map     = &f->mapping->tables[at];
  const char* const         text    = fix_text(input, map->url);
  ln_dialect                dialect = map->dialect;
  ln_table*                 table   = NULL;
  const ln_row*             row     = NULL;
  if (!text || (step != FIX_BIND && !f->plans[at]) || (step == FIX_ENTER && !f->indexes[at])) {
    return LN_OK;
  }
  if (!map->has_dialect) {
    ln_dialect_default(&dialect);
  }
  LN_TRY(fix_open(text, &dialect, NULL, &table));
  ln_status st = LN_OK;
  if (step == FIX_BIND) {
    st = ln_table_next(table, &row);
    st = st == LN_OK || st == LN_END ? fix_bind(f, input, at, st == LN_OK ? row : NULL) : st;
  } else {
    st = fix_rows(f, input, at, table, step);
  }
  const ln_status closed = ln_table_close(table);
  return st == LN_OK ? closed : st;
}

/** Tables that lookups name get an index. */
static inline ln_status
fix_indexes(fixture* const f, const fix_input* const input)
{
  for (size_t i = 0U; i < f->mapping->n_tables; ++i) {
    const ln_table_map* const map = &f->mapping->tables[i];
    for (size_t k = 0U; k < map->n_columns; ++k) {
      const ln_reference* const lookup = map->columns[k].lookup;
      for (size_t j = 0U; lookup && j < lookup->tables.n; ++j) {
        for (size_t t = 0U; t < f->mapping->n_tables; ++t) {
          if (!f->indexes[t] && ln_view_equals(f->mapping->tables[t].url, lookup->tables.v[j])) {
            f->indexes[t] = ln_index_new();
            LN_TRY(f->indexes[t] ? LN_OK : LN_NO_MEM);
            LN_TRY(f->mapping->tables[t].expose.n > 0U
                     ? ln_index_set_columns(f->indexes[t],
                                            f->mapping->tables[t].expose.v,
                                            f->mapping->tables[t].expose.n)
                     : LN_OK);
          }
        }
      }
    }
  }
  for (size_t i = 0U; i < FIX_LISTS && input->lists[i][0]; ++i) {
    f->lists[i] = ln_index_new();
    LN_TRY(f->lists[i] ? fix_list(f, input->lists[i][1], f->lists[i]) : LN_NO_MEM);
  }
  return LN_OK;
}

static inline ln_status
fix_steps(fixture* const f, const fix_input* const input)
{
  ln_text             json  = {0};
  const ln_log_policy quiet = {0};
  f->log                    = ln_log_new(&quiet);
  ln_status st              = f->log ? fix_spell(input->json, &json) : LN_NO_MEM;
  if (st == LN_OK) {
    ln_log_listen(f->log, fix_listen, &f->findings);
    st = ln_mapping_read(ln_text_view(&json), LN_V("map.json"), f->log, 0U, &f->mapping);
  }
  ln_text_clear(&json);
  LN_TRY(st);
  CU_ASSERT_FATAL(f->mapping->n_tables <= FIX_TABLES);
  f->names = ln_names_new();
  LN_TRY(f->names ? fix_indexes(f, input) : LN_NO_MEM);
  for (size_t i = 0U; i < f->mapping->n_tables; ++i) {
    LN_TRY(fix_table(f, input, i, FIX_BIND));
  }
  for (size_t i = 0U; i < f->mapping->n_tables; ++i) {
    LN_TRY(fix_table(f, input, i, FIX_ENTER));
  }
  LN_TRY(ln_names_seal(f->names));
  LN_TRY(ln_out_memory(&f->out));
  LN_TRY(input->turtle ? ln_turtle_new(f->names, f->out, input->named, &f->sink)
                       : ln_ntriples_new(f->names, f->out, input->named, &f->sink));
  for (size_t i = 0U; i < f->mapping->n_tables; ++i) {
    LN_TRY(fix_table(f, input, i, FIX_MAKE));
  }
  return ln_sink_finish(f->sink);
}

static inline int
fix_compare(const void* const a, const void* const b)
{
  const ln_view x = *(const ln_view*)a;
  const ln_view y = *(const ln_view*)b;
  const int     c = memcmp(x.s, y.s, x.n < y.n ? x.n : y.n);
  return c != 0 ? c : (x.n > y.n) - (x.n < y.n);
}

/** The lines of a text, sorted. */
static inline ln_status
fix_sort(const ln_view text, ln_text* const out)
{
  ln_view* const lines = ln_alloc_zero(text.n + 1U, sizeof(ln_view));
  size_t         n     = 0U;
  ln_status      st    = lines ? LN_OK : LN_NO_MEM;
  for (ln_view rest = text; lines && rest.n > 0U;) {
    const size_t end = ln_view_find(rest, '\n');
    lines[n++]       = ln_view_first(rest, end);
    rest             = ln_view_from(rest, end + 1U);
  }
  if (n > 1U) {
    qsort(lines, n, sizeof(ln_view), fix_compare);
  }
  for (size_t i = 0U; st == LN_OK && i < n; ++i) {
    st = ln_text_add(out, lines[i]);
    st = st == LN_OK ? ln_text_add_byte(out, '\n') : st;
  }
  ln_free(lines);
  return st;
}

static inline ln_status
fix_shorten(const ln_view text, ln_text* const out)
{
  static const char* const words[][2] = {
    {"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "a"},
    {"<http://www.w3.org/2001/XMLSchema#", "<xsd:"},
    {"<http://id.loc.gov/datatypes/edtf/EDTF>", "<edtf>"},
    {"<http://e/", "<"},
    {" .\n", "\n"},
    {"\"", "'"},
  };
  for (size_t i = 0U; i < text.n;) {
    const ln_view rest = ln_view_from(text, i);
    size_t        at   = 0U;
    while (at < sizeof(words) / sizeof(words[0]) &&
           !ln_view_starts(rest, ln_view_of(words[at][0]))) {
      ++at;
    }
    if (at < sizeof(words) / sizeof(words[0])) {
      LN_TRY(ln_text_add(out, ln_view_of(words[at][1])));
      i += strlen(words[at][0]);
    } else {
      LN_TRY(ln_text_add_byte(out, text.s[i++]));
    }
  }
  return LN_OK;
}

static inline ln_status
fix_show(fixture* const f, const fix_input* const input)
{
  ln_text   text = {0};
  ln_status st   = LN_OK;
  if (input->raw) {
    return ln_text_add(&f->triples, ln_out_bytes(f->out));
  }
  st = fix_shorten(ln_out_bytes(f->out), &text);
  st = st == LN_OK ? fix_sort(ln_text_view(&text), &f->triples) : st;
  ln_text_clear(&text);
  return st;
}

static inline void
fix_clear(fixture* const f)
{
  ln_sink_free(f->sink);
  ln_out_abandon(f->out);
  for (size_t i = 0U; i < FIX_TABLES; ++i) {
    ln_plan_clear(f->plans[i]);
    ln_index_free(f->indexes[i]);
  }
  for (size_t i = 0U; i < FIX_LISTS; ++i) {
    ln_index_free(f->lists[i]);
  }
  ln_names_free(f->names);
  ln_mapping_free(f->mapping);
  ln_log_free(f->log);
  ln_text_clear(&f->triples);
  ln_text_clear(&f->findings);
  ln_arena_clear(&f->arena);
  *f = (fixture){0};
}

/** Read, bind, index, make. The fixture is to be cleared in any case. */
static inline ln_status
fix_run(fixture* const f, const fix_input* const input)
{
  *f                 = (fixture){0};
  const ln_status st = fix_steps(f, input);
  return st == LN_OK ? fix_show(f, input) : st;
}

static inline bool
fix_same(const ln_text* const got, const char* const expected)
{
  return ln_view_equals(ln_text_view(got), ln_view_of(expected));
}

/** Check the triples (any order of lines) and the findings (in order) of a run. */
static inline void
fix_check_way(const fix_input* const input,
              const char* const      triples,
              const char* const      findings,
              const char* const      file,
              const int              line)
{
  fixture         f      = {0};
  ln_text         sorted = {0};
  const ln_status st     = fix_run(&f, input);
  CU_ASSERT_EQUAL_FATAL(input->raw ? ln_text_add(&sorted, ln_view_of(triples))
                                   : fix_sort(ln_view_of(triples), &sorted),
                        LN_OK);
  const bool same = ln_view_equals(ln_text_view(&f.triples), ln_text_view(&sorted)) &&
                    fix_same(&f.findings, findings);
  if (!same) {
    fprintf(stderr,
            "%s:%d: status %d\n--- got\n%s%s--- expected\n%s%s---\n",
            file,
            line,
            (int)st,
            f.triples.s ? f.triples.s : "",
            f.findings.s ? f.findings.s : "",
            sorted.s ? sorted.s : "",
            findings);
  }
  CU_assertImplementation(same, (unsigned)line, "triples and findings", file, "", CU_FALSE);
  CU_assertImplementation(
    st == LN_OK || st == LN_USAGE, (unsigned)line, "status", file, "", CU_FALSE);
  ln_text_clear(&sorted);
  fix_clear(&f);
}

/** The same both ways: the straight one where a row can go it, and the general one. */
static inline void
fix_check(const fix_input* const input,
          const char* const      triples,
          const char* const      findings,
          const char* const      file,
          const int              line)
{
  fix_input general = *input;
  general.general   = true;
  fix_check_way(input, triples, findings, file, line);
  fix_check_way(&general, triples, findings, file, line);
}

#define CHECK_MAKE(input, triples, findings)                                                       \
  fix_check((input), (triples), (findings), __FILE__, __LINE__)

/** The beginning of every mapping here; tables follow. */
#define MAP "{'@context': 'http://www.w3.org/ns/csvw', '~base': 'http://e/', '~headers': 'byName',"
#define CSVW "{'@context': 'http://www.w3.org/ns/csvw',"

/** One table with a schema that names its rows by `key`, which is JSON. */
#define KEYED(key, columns)                                                                        \
  MAP "'url': 't.csv', 'tableSchema': {'aboutUrl': 'r/{_key}', '~key': " key                       \
      ", 'columns': [" columns "]}}"

/** The same without a key: rows are `r/ID`. */
#define PLAIN(columns)                                                                             \
  MAP "'url': 't.csv', 'tableSchema': {'aboutUrl': 'r/{id}', 'columns': [" columns "]}}"

/** A column of the table that is not written. */
#define MUTE(name) "{'name': '" name "', 'suppressOutput': true}"

/** A column that becomes the property p/NAME. */
#define COL(name, more) "{'name': '" name "', 'propertyUrl': 'p/" name "'" more "}"

/** A virtual column that becomes the property p/NAME. */
#define VIRT(name, more)                                                                           \
  "{'name': '" name "', 'virtual': true, 'propertyUrl': 'p/" name "'" more "}"

#endif
