/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The first reading: ids, numbers where names meet, ids of earlier runs, names, exposed cells. */

#include "map/fixture.h"

#define THINGS(more)                                                                               \
  "{'url': 'things.csv'" more ", 'tableSchema': {'aboutUrl': 'thing/{_key}', '~key': [['id'], "    \
  "['name']], '~names': ['name', 'aliases'], 'columns': [" MUTE(                                   \
    "id") ",{'name': 'name', "                                                                     \
          "'propertyUrl': 'p/name', '~slug': true},{'name': 'aliases', 'suppressOutput': true, "   \
          "'separator': ';'}]}}"

#define REFERS                                                                                     \
  "{'url': 't.csv', '~optional': true, 'tableSchema': {'aboutUrl': 'r/{id}', 'columns': [" MUTE(   \
    "id") ",{'name': 'who', 'propertyUrl': 'p', '~lookup': {'tables': ['things.csv']}}]}}"

#define BOTH(more) MAP "'tables': [" THINGS(more) "," REFERS "]}"

static void
test_numbers(void)
{
  const fix_input input = {
    .json   = BOTH(""),
    .tables = {{"things.csv", "id,name,aliases\n,Moon,\nx,Moon,\n,Moon!,\n,moon,Luna\n"},
               {"t.csv", "id,who\n1,moon-3\n2,Luna\n3,thing/moon-2\n"}}};
  CHECK_MAKE(&input,
             "<thing/moon> <p/name> 'Moon'\n<thing/x> <p/name> 'Moon'\n"
             "<thing/moon-2> <p/name> 'Moon!'\n<thing/moon-3> <p/name> 'moon'\n"
             "<r/1> <p> <thing/moon-3>\n<r/2> <p> <thing/moon-3>\n<r/3> <p> <thing/moon-2>\n",
             "L0304 kept 4:0 the name makes the id moon, which is that of row 2 already; this row "
             "got moon-2\n"
             "L0304 kept 5:0 the name makes the id moon, which is that of row 2 already; this row "
             "got moon-3\n");
}

/* Typed ids must differ: the second row is left out, and said once. */
static void
test_used_twice(void)
{
  const fix_input input = {.json   = BOTH(""),
                           .tables = {{"things.csv", "id,name,aliases\na,One,\na,Two,\n"}}};
  CHECK_MAKE(
    &input, "<thing/a> <p/name> 'One'\n", "L0303 row 3:0 the id \"a\" is that of row 2 already\n");
}

static void
test_merged(void)
{
  const fix_input input = {.json   = BOTH(", '~merge': true"),
                           .tables = {{"things.csv", "id,name,aliases\na,One,\na,Two,\n"},
                                      {"t.csv", "id,who\n1,two\n2,one\n"}}};
  CHECK_MAKE(&input,
             "<thing/a> <p/name> 'One'\n<thing/a> <p/name> 'Two'\n<r/1> <p> <thing/a>\n"
             "<r/2> <p> <thing/a>\n",
             "");
}

static void
test_unnamed(void)
{
  const fix_input input = {.json   = BOTH(""),
                           .tables = {{"things.csv", "id,name,aliases\n,,Nobody\nb,B,\n"}}};
  CHECK_MAKE(&input,
             "<thing/b> <p/name> 'B'\n",
             "L0308 row 2:0 the row cannot be named: the cells its id is made of are empty\n");
}

/* Rows that are left out cannot be referred to. */
static void
test_left_out(void)
{
  const fix_input input = {.json   = BOTH(""),
                           .tables = {{"things.csv", "id,name,aliases\na,One\nb,Two,\n"},
                                      {"t.csv", "id,who\n1,a\n2,b\n"}}};
  CHECK_MAKE(&input,
             "<thing/b> <p/name> 'Two'\n<r/2> <p> <thing/b>\n",
             "L0106 row 2:3 the row has 2 cells, the header 3\n"
             "L0301 value 2:2 nothing is called \"a\"\n");
}

/* A book of earlier ids. */
typedef struct {
  const char* name;
  const char* id;
} page;

static const page pages[] = {{"Old Name", "old"}, {"Gone", "moon"}, {"Sun", "sun-9"}};

static ln_status
find_id(void* const self, const ln_view name, ln_view* const id)
{
  (void)self;
  for (size_t i = 0U; i < sizeof(pages) / sizeof(pages[0]); ++i) {
    if (ln_view_equals(name, ln_view_of(pages[i].name))) {
      *id = ln_view_of(pages[i].id);
    }
  }
  return LN_OK;
}

static ln_status
is_taken(void* const self, const ln_view id, bool* const yes)
{
  (void)self;
  *yes = false;
  for (size_t i = 0U; i < sizeof(pages) / sizeof(pages[0]); ++i) {
    *yes = *yes || ln_view_equals(id, ln_view_of(pages[i].id));
  }
  return LN_OK;
}

/* A thing keeps its id when it is renamed, as long as the old name is an alias; an id that was
   another thing's is not given again. */
static void
test_book(void)
{
  const ln_id_book book  = {find_id, is_taken, NULL};
  const fix_input  input = {
     .json   = BOTH(""),
     .tables = {{"things.csv",
                 "id,name,aliases\n,New Name,Old Name\n,Moon,\n,Sun,\ntyped,Old Name,\n"}},
     .book   = &book};
  CHECK_MAKE(&input,
             "<thing/old> <p/name> 'New Name'\n<thing/moon-2> <p/name> 'Moon'\n"
             "<thing/sun-9> <p/name> 'Sun'\n<thing/typed> <p/name> 'Old Name'\n",
             "L0304 kept 3:0 the name makes the id moon, which had another name in an earlier run; "
             "this row got moon-2\n");
}

/* Cells that other tables ask of a row, as slugs where they are slugs in templates. */
static void
test_exposed(void)
{
  static const char json[] = MAP
    "'tables': [{'url': 'things.csv', '~expose': ['award', 'plain'], "
    "'tableSchema': "
    "{'aboutUrl': 'thing/{_key}', '~key': [['id']], 'columns': [" MUTE(
      "id") ",{'name': 'award', 'suppressOutput': true, '~slug': "
            "true}," MUTE(
              "plain") "]}},"
                       "{'url': 't.csv', 'tableSchema': "
                       "{'aboutUrl': 'r/{id}', 'columns': "
                       "[" MUTE("id") ",{'name': 'of', "
                                      "'suppressOutput': "
                                      "true, '~lookup': "
                                      "{'tables': "
                                      "['things.csv']}}"
                                      "," VIRT(
                                        "t",
                                        ", '~value': "
                                        "'{of.award} "
                                        "{of.plain}', "
                                        "'~when': "
                                        "'of.plain'") "," VIRT("u",
                                                               ", 'valueUrl': 'award/{of.award}', "
                                                               "'~when': 'of'") "]}}]}";
  const fix_input input = {
    .json   = json,
    .tables = {{"things.csv", "id,award,plain\na,Latin Grammy,A B\nb,MTV,\n"},
               {"t.csv", "id,of\n1,a\n2,b\n"}}};
  CHECK_MAKE(&input,
             "<r/1> <p/t> 'latin-grammy A B'\n<r/1> <p/u> <award/latin-grammy>\n"
             "<r/2> <p/u> <award/mtv>\n",
             "");
}

/* Rows that make several things: an entry for each. */
static void
test_each(void)
{
  static const char json[] =
    MAP "'tables': [{'url': 'things.csv', 'tableSchema': {'aboutUrl': 'thing/{_key}', '~key': "
        "[['id', 'v*']], 'columns': [" MUTE(
          "id") ",{'name': 'v', 'propertyUrl': 'p', 'separator': ';'}]}}," REFERS "]}";
  const fix_input input = {.json   = json,
                           .tables = {{"things.csv", "id,v\na,x;y\na,x\n"},
                                      {"t.csv", "id,who\n1,a--y\n2,thing/a--x\n3,a\n"}}};
  CHECK_MAKE(&input,
             "<thing/a--x> <p> 'x'\n<thing/a--y> <p> 'y'\n<thing/a--x> <p> 'x'\n"
             "<r/1> <p> <thing/a--y>\n<r/2> <p> <thing/a--x>\n",
             "L0306 kept 3:0 the row describes thing/a--x, as row 2 does; they were joined\n"
             "L0301 value 4:2 nothing is called \"a\"\n");
}

/* An id made of things that are known only later: said, not lost. */
static void
test_later(void)
{
  static const char json[] =
    MAP "'tables': [{'url': 'things.csv', 'tableSchema': {'aboutUrl': 'thing/{_key}', '~key': "
        "[['up', 'name']], '~names': ['name'], 'columns': [" COL(
          "name",
          "") ",{'name': 'up', 'suppressOutput': true, '~lookup': {'tables': ['more.csv']}}]}},"
              "{'url': 'more.csv', 'tableSchema': {'aboutUrl': 'more/{_key}', '~key': [['id']], "
              "'columns': [" MUTE("id") "]}}," REFERS "]}";
  const fix_input input = {.json   = json,
                           .tables = {{"things.csv", "name,up\none,m\n"}, {"more.csv", "id\nm\n"}}};
  CHECK_MAKE(&input,
             "",
             "L0308 row 2:0 the row cannot be named: its id is made of things in tables that are "
             "read later\n");
}

/* Things refer to each other, whatever their order. */
static void
test_itself(void)
{
  static const char json[] =
    MAP "'url': 't.csv', 'tableSchema': {'aboutUrl': 'w/{_key}', '~key': [['title']], '~names': "
        "['title'], 'columns': [{'name': 'title', 'suppressOutput': true, '~slug': true},"
        "{'name': 'part', 'propertyUrl': 'p', 'separator': ';', '~lookup': {'tables': "
        "['t.csv']}}]}}";
  const fix_input input = {.json   = json,
                           .tables = {{"t.csv", "title,part\nSong,Album;Box\nAlbum,Box\nBox,\n"}}};
  CHECK_MAKE(&input, "<w/song> <p> <w/album>\n<w/song> <p> <w/box>\n<w/album> <p> <w/box>\n", "");
}

/* A row's number is the same in both readings. */
static void
test_row_numbers(void)
{
  static const char json[] =
    MAP "'url': 't.csv', 'tableSchema': {'aboutUrl': 'w/{_key}-{_row}', '~key': [['id']], "
        "'columns': [" MUTE("id") ",{'name': 'up', 'propertyUrl': 'p', '~lookup': {'tables': "
                                  "['t.csv']}}]}}";
  const fix_input input = {.json = json, .tables = {{"t.csv", "id,up\na,b\nb,\nc,b\n"}}};
  CHECK_MAKE(&input, "<w/a-1> <p> <w/b-2>\n<w/c-3> <p> <w/b-2>\n", "");
}

/* Without a log nothing is said, and nothing else differs. */
static void
test_silent(void)
{
  const fix_input   input  = {.json = BOTH(""),
                              .tables = {{"things.csv", "id,name,aliases\n"}, {"t.csv", "id,who\n"}}};
  static const char text[] = "id,name,aliases\n,A,\n,a,\nx,B,\nx,C,\n,,\n";
  fixture           f      = {0};
  ln_table*         table  = NULL;
  const ln_row*     row    = NULL;
  ln_dialect        dialect;
  ln_dialect_default(&dialect);
  CU_ASSERT_EQUAL_FATAL(fix_run(&f, &input), LN_OK);
  ln_maker* const maker = ln_maker_new(f.plans[0], NULL);
  CU_ASSERT_FATAL(maker != NULL);
  CU_ASSERT_EQUAL_FATAL(fix_open(text, &dialect, NULL, &table), LN_OK);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  while (ln_table_next(table, &row) == LN_OK) {
    CU_ASSERT_EQUAL(ln_maker_index(maker, row, f.names, NULL), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_index_size(f.indexes[0]), 3U);
  CU_ASSERT_EQUAL(ln_index_at_row(f.indexes[0], 1U), 1U);
  CU_ASSERT_EQUAL(ln_index_at_row(f.indexes[0], 3U), LN_ENTRY_NONE);
  CU_ASSERT_EQUAL(ln_index_at_row(f.indexes[0], 4U), LN_ENTRY_NONE);
  CHECK_VIEW(ln_index_entry(f.indexes[0], 1U)->key, "a-2");
  CHECK_VIEW(ln_text_view(&f.findings), "");
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
  ln_maker_free(maker);
  ln_maker_free(NULL);
  fix_clear(&f);
}

static ln_status
run_all(fixture* const f)
{
  const ln_id_book book  = {find_id, is_taken, NULL};
  const fix_input  input = {
     .json   = BOTH(", '~expose': ['name']"),
     .tables = {{"things.csv", "id,name,aliases\n,Moon,M\n,Moon,\nq,Q,\nq,R,\n"},
                {"t.csv", "id,who\n1,m\n"}},
     .book   = &book};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_all(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"numbers", test_numbers},
  {"used twice", test_used_twice},
  {"merged", test_merged},
  {"unnamed", test_unnamed},
  {"left out", test_left_out},
  {"book", test_book},
  {"exposed", test_exposed},
  {"each", test_each},
  {"later", test_later},
  {"itself", test_itself},
  {"row numbers", test_row_numbers},
  {"silent", test_silent},
  {"no memory", test_no_memory},
};

UNIT_MAIN("make_index", tests)
