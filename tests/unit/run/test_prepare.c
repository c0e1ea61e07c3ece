/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Before the first row: bases, prefixes, headers, dialects, what is read twice, places of faults.
 */

#include "map/mapping.h"
#include "run/session.h"
#include "run_unit.h"

#define CONTEXT "{'@context': 'http://www.w3.org/ns/csvw',"

typedef struct {
  folder     f;
  char       input[PATH_SIZE];
  ln_job     job;
  ln_session s;
} binding;

static void
prepare(binding* const b, const char* const input)
{
  *b = (binding){0};
  set_up(&b->f);
  b->job.input  = *input ? path_to(&b->f, input, b->input) : b->f.path;
  b->job.layers = 7U;
}

static ln_status
start(binding* const b)
{
  LN_TRY(ln_session_open(&b->s, &b->job, b->f.log));
  return ln_session_bind(&b->s);
}

static void
finish(binding* const b)
{
  CU_ASSERT_EQUAL(ln_session_close(&b->s), LN_OK);
  tear_down(&b->f);
}

/* Without a base of its own, relative IRIs are those of the table's URL. */
static void
test_base(void)
{
  binding b;
  prepare(&b, "map.json");
  put_file(&b.f, "map.json", CONTEXT "'tables': [{'url': 'a.csv'}]}", true);
  put_file(&b.f, "a.csv", "x\n", false);
  CU_ASSERT_EQUAL(start(&b), LN_OK);
  CHECK_VIEW(b.s.tables[0].plan->base, "https://data.example.org/a.csv");
  CU_ASSERT_EQUAL(ln_session_close(&b.s), LN_OK);
  put_file(&b.f,
           "map.json",
           CONTEXT "'~base': 'http://e/d/', '~prefixes': {'t': 'things/'}, "
                   "'tables': [{'url': 'a.csv', 'aboutUrl': 'things/{x}'}]}",
           true);
  CU_ASSERT_EQUAL(start(&b), LN_OK);
  CHECK_VIEW(b.s.tables[0].plan->base, "http://e/d/");
  size_t                 n = 0U;
  const ln_prefix* const p = ln_names_prefixes(b.s.names, &n);
  bool                   t = false;
  for (size_t i = 0U; i < n; ++i) {
    t = t || (ln_view_equals(p[i].name, LN_V("t")) &&
              ln_view_equals(p[i].iri, LN_V("http://e/d/things/")));
  }
  CU_ASSERT_TRUE(t);
  CHECK_FINDINGS(&b.f, "");
  finish(&b);
}

static void
check_fields(const char* const name, const char* const text, const size_t fields)
{
  binding b;
  prepare(&b, name);
  put_file(&b.f, name, text, false);
  CU_ASSERT_EQUAL(start(&b), LN_OK);
  CU_ASSERT_PTR_NOT_NULL_FATAL(b.s.tables[0].plan);
  CU_ASSERT_EQUAL(b.s.tables[0].plan->n_fields, fields);
  finish(&b);
}

static void
test_dialects(void)
{
  check_fields("t.csv", "a,b\tc\n", 2U);
  check_fields("t.tsv", "a,b\tc\td\n", 3U);
}

/* Several header rows: the first names the columns, all are passed over. */
static void
test_header_rows(void)
{
  binding       b;
  const ln_row* row = NULL;
  prepare(&b, "t.csv");
  put_file(&b.f,
           "t.csv-metadata.json",
           CONTEXT "'url': 't.csv', 'dialect': {'headerRowCount': 2, 'commentPrefix': '#'}}",
           true);
  put_file(&b.f, "t.csv", "#c\na\n#d\nunit\n1\n", false);
  CU_ASSERT_EQUAL(start(&b), LN_OK);
  CU_ASSERT_PTR_NOT_NULL_FATAL(b.s.tables[0].plan);
  CHECK_VIEW(b.s.tables[0].plan->variables[0].column->name, "a");
  CU_ASSERT_EQUAL_FATAL(ln_table_next(b.s.tables[0].table, &row), LN_OK);
  CU_ASSERT_EQUAL(row->number, 5U);
  finish(&b);
}

#define SELF                                                                                       \
  CONTEXT "'~base': 'http://e/', 'tables': [{'url': 't.csv', 'tableSchema': {'aboutUrl': "         \
          "'w/{_key}', '~key': [['id']], '~names': ['id'], 'columns': [{'name': 'id'}, {'name': "  \
          "'up', '~lookup': {'tables': ['t.csv']}}]}}]}"

/* Tables that are referred to are read once before: every row has its entry then. */
static void
test_indexed(void)
{
  binding b;
  prepare(&b, "map.json");
  put_file(&b.f, "map.json", SELF, true);
  put_file(&b.f, "t.csv", "id,up\na,b\n\xFF,\nb,\nb,\n", false);
  CU_ASSERT_EQUAL(start(&b), LN_OK);
  const ln_index* const index = b.s.tables[0].index;
  CU_ASSERT_PTR_NOT_NULL_FATAL(index);
  CU_ASSERT_EQUAL(ln_index_size(index), 2U);
  CU_ASSERT_EQUAL(ln_index_at_row(index, 1U), LN_ENTRY_NONE);
  CU_ASSERT_EQUAL(ln_index_at_row(index, 2U), 1U);
  CHECK_FINDINGS(&b.f, "L0303 row 5:0 the id \"b\" is that of row 4 already\n");
  finish(&b);
}

/* What can be read only once cannot be referred to; it is not half read and half lost. */
static void
test_read_once(void)
{
  binding b;
  char    fifo[PATH_SIZE];
  prepare(&b, "map.json");
  put_file(&b.f, "map.json", SELF, true);
  CU_ASSERT_EQUAL_FATAL(mkfifo(path_to(&b.f, "t.csv", fifo), 0600U), 0);
  const pid_t child = fork();
  CU_ASSERT_FATAL(child >= 0);
  if (child == 0) {
    FILE* const file = fopen(fifo, "wb");
    _exit(file && fputs("id,up\na,b\nb,\n", file) >= 0 && fclose(file) == 0 ? 0 : 1);
  }
  CU_ASSERT_EQUAL(start(&b), LN_OK);
  CU_ASSERT_PTR_NULL(b.s.tables[0].plan);
  CHECK_FINDINGS(&b.f,
                 "L0109 table 0:0 its rows refer to each other, but it can be read only once\n");
  finish(&b);
}

/* Faults have their place: by line and column, with the column's name, also of rows long gone. */
typedef struct {
  uint64_t line;
  uint64_t column;
  char     name[32];
} spot;

static void
keep_place(void* const self, const ln_finding* const finding)
{
  spot* const s      = self;
  s->line            = finding->place.line;
  s->column          = finding->place.column;
  const ln_view name = ln_view_first(finding->place.name, sizeof(s->name) - 1U);
  memcpy(s->name, name.s ? name.s : "", name.n);
  s->name[name.n] = '\0';
}

static void
test_places(void)
{
  binding       b;
  spot          s   = {0};
  const ln_row* row = NULL;
  prepare(&b, "t.csv");
  put_file(&b.f, "t.csv", "a,b\n\"x\ny\",z\n1,2\n", false);
  CU_ASSERT_EQUAL_FATAL(start(&b), LN_OK);
  const uint32_t source = b.s.tables[0].source;
  ln_log_listen(b.f.log, keep_place, &s);
  CU_ASSERT_EQUAL(ln_table_next(b.s.tables[0].table, &row), LN_OK);
  for (int round = 0; round < 2; ++round) {
    const ln_where where = {source, 2U, 2U};
    CU_ASSERT_EQUAL(ln_report(b.f.log, LN_L0201, LN_KEPT, where, LN_V(""), "x"), LN_OK);
    CU_ASSERT_EQUAL(s.line, 3U);
    CU_ASSERT_EQUAL(s.column, 4U);
    CU_ASSERT_STRING_EQUAL(s.name, "b");
    CU_ASSERT_EQUAL(ln_table_next(b.s.tables[0].table, &row), round == 0 ? LN_OK : LN_END);
  }
  finish(&b);
}

static ln_status
bind_again(binding* const b)
{
  b->s = (ln_session){0};
  return start(b);
}

static void
test_no_memory(void)
{
  binding b;
  prepare(&b, "map.json");
  put_file(&b.f, "map.json", SELF, true);
  put_file(&b.f, "t.csv", "id,up\na,b\nb,\nb,\n", false);
  CHECK_ALLOC_FAILURES(bind_again(&b), CU_ASSERT_EQUAL(ln_session_close(&b.s), LN_OK));
  tear_down(&b.f);
}

static const unit_test tests[] = {
  {"base", test_base},
  {"dialects", test_dialects},
  {"header rows", test_header_rows},
  {"indexed", test_indexed},
  {"read once", test_read_once},
  {"places", test_places},
  {"no memory", test_no_memory},
};

UNIT_MAIN("prepare", tests)
