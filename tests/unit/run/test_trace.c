/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Where triples come from: file, line and column of the cells, and the place in the mapping. */

#include "map/mapping.h"
#include "run/trace.h"
#include "run_unit.h"

typedef struct {
  ln_wanted* wanted;
  ln_text    text;
} tracer;

static ln_status
add_cell(const ln_trace_hit* const hit, const ln_origin_cell* const cell, ln_text* const out)
{
  ln_place place = {0};
  ln_trace_place(hit, cell->field, &place);
  return ln_text_format(out,
                        " [%u %llu:%llu %.*s=%.*s]",
                        cell->parts,
                        (unsigned long long)place.line,
                        (unsigned long long)place.column,
                        (int)place.name.n,
                        place.name.s,
                        (int)cell->text.n,
                        cell->text.s);
}

static ln_status
found(void* const self, const ln_trace_hit* const hit)
{
  tracer* const t       = self;
  ln_place      mapping = {0};
  ln_trace_mapping_place(hit, &mapping);
  LN_TRY(ln_text_format(&t->text,
                        "%.*s row %llu field %u, map %llu:",
                        (int)hit->triple->object.text.n,
                        hit->triple->object.text.s,
                        (unsigned long long)hit->where.row,
                        hit->where.field,
                        (unsigned long long)mapping.line));
  for (size_t i = 0U; i < hit->origin->n; ++i) {
    LN_TRY(add_cell(hit, &hit->origin->cells[i], &t->text));
  }
  return ln_text_add_byte(&t->text, '\n');
}

static ln_status
run(const folder* const f, tracer* const t, const char* const name, const bool general)
{
  char         path[PATH_SIZE];
  const ln_job job = {
    .input = path_to(f, name, path), .layers = LN_LAYER_FACTS, .general = general};
  const ln_read_term subject = {.kind = LN_IRI, .text = LN_V("http://e/r/2")};
  const ln_trace     trace   = {.job = &job, .wanted = t->wanted, .found = found, .self = t};
  uint32_t           number  = 0U;
  LN_TRY(ln_wanted_add(t->wanted, &subject, NULL, NULL, &number));
  return ln_run_trace(&trace, f->log);
}

static void
check(const folder* const f, const char* const name, const char* const expected)
{
  for (int general = 0; general < 2; ++general) {
    tracer t = {.wanted = ln_wanted_new()};
    CU_ASSERT_EQUAL(run(f, &t, name, general == 1), LN_OK);
    CHECK_VIEW(ln_text_view(&t.text), expected);
    ln_wanted_free(t.wanted);
    ln_text_clear(&t.text);
  }
}

static void
tables(void)
{
  folder f;
  set_up(&f);
  put_file(&f, "t.csv", "id,a,b\n1,x,y\n\"2\",\"line\nline\",z\n2,q\n2,,w\n", false);
  put_file(&f,
           "map.json",
           "{'@context': 'http://www.w3.org/ns/csvw',\n '~base': 'http://e/', 'url': 't.csv', "
           "'tableSchema': {'aboutUrl': 'r/{id}', 'columns': [\n{'name': 'id', 'suppressOutput': "
           "true},\n{'name': 'a', 'propertyUrl': 'p/a'},\n{'name': 'b', 'propertyUrl': 'p/b'},\n"
           "{'name': 'c', 'virtual': true, 'propertyUrl': 'p/c', 'valueUrl': 'u/{a}/{b}'},\n"
           "{'name': 'd', 'virtual': true, 'propertyUrl': 'p/d', 'valueUrl': 'K'}]}}",
           true);
  check(&f,
        "map.json",
        "line\nline row 3 field 2, map 4: [1 3:1 id=2] [4 3:5 a=line\nline]\n"
        "z row 3 field 3, map 5: [1 3:1 id=2] [4 4:7 b=z]\n"
        "http://e/u/line%0Aline/z row 3 field 0, map 6: [1 3:1 id=2] [4 3:5 a=line\nline] [4 4:7 "
        "b=z]\n"
        "http://e/K row 3 field 0, map 7: [1 3:1 id=2]\n"
        "w row 5 field 3, map 5: [1 6:1 id=2] [4 6:4 b=w]\n"
        "http://e/u//w row 5 field 0, map 6: [1 6:1 id=2] [4 6:4 b=w]\n"
        "http://e/K row 5 field 0, map 7: [1 6:1 id=2]\n");
  tear_down(&f);
}

/* Values of JSON stand where their first character is. */
static void
trees(void)
{
  folder f;
  set_up(&f);
  put_file(&f, "t.json", "[{\"id\": 1, \"a\": \"x\"},\n {\"id\": 2,\n  \"a\": \"y\"}]\n", false);
  put_file(&f,
           "map.json",
           "{'@context': 'http://www.w3.org/ns/csvw',\n '~base': 'http://e/', 'url': 't.json', "
           "'~format': 'json', '~rows': '/',\n"
           "'tableSchema': {'aboutUrl': 'r/{id}', 'columns': [\n{'name': 'id', 'suppressOutput': "
           "true},\n{'name': 'a', 'propertyUrl': 'p/a'}]}}",
           true);
  check(&f, "map.json", "y row 2 field 2, map 5: [1 2:9 id=2] [4 3:8 a=y]\n");
  tear_down(&f);
}

static ln_status
once(const folder* const f, tracer* const t)
{
  t->wanted = ln_wanted_new();
  return t->wanted ? run(f, t, "map.json", false) : LN_NO_MEM;
}

static void
start_over(folder* const f, tracer* const t)
{
  ln_wanted_free(t->wanted);
  ln_text_clear(&t->text);
  *t = (tracer){0};
  new_log(f);
}

static void
no_memory(void)
{
  folder f;
  tracer t = {0};
  set_up(&f);
  put_file(&f, "t.csv", "id,a\n2,x\n", false);
  put_file(&f,
           "map.json",
           "{'@context': 'http://www.w3.org/ns/csvw', '~base': 'http://e/', 'url': 't.csv', "
           "'tableSchema': {'aboutUrl': 'r/{id}', 'columns': [{'name': 'id', 'suppressOutput': "
           "true}, {'name': 'a', 'propertyUrl': 'p/a'}]}}",
           true);
  CHECK_ALLOC_FAILURES(once(&f, &t), start_over(&f, &t));
  tear_down(&f);
}

static const unit_test TESTS[] = {{"tables", tables}, {"trees", trees}, {"no memory", no_memory}};

UNIT_MAIN("run/trace", TESTS)
