/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The straight way and the general one make the same of any row: of those written down here, and of
   thousands made at random of cells that are simple, odd or wrong. */

#include "map/fixture.h"
#include "map/straight.h"

#include <stdint.h>

/* Everything that goes straight, in one table. */
#define EVERYTHING                                                                                 \
  PLAIN("{'name': 'id', 'propertyUrl': 'p/id', 'valueUrl': 'same/{id}', 'required': true},"        \
        "{'name': 's', 'propertyUrl': 'p/s', 'null': ['-', 'none']},"                              \
        "{'name': 'i', 'propertyUrl': 'p/i', 'datatype': 'integer'},"                              \
        "{'name': 'd', 'propertyUrl': 'p/d', 'datatype': 'decimal'},"                              \
        "{'name': 'y', 'propertyUrl': 'p/y', 'datatype': 'gYear', 'null': 'none'},"                \
        "{'name': 't', 'propertyUrl': 'p/t', 'datatype': 'date'},"                                 \
        "{'name': 'e', 'propertyUrl': 'p/e', 'datatype': 'edtf'},"                                 \
        "{'name': 'b', 'propertyUrl': 'p/b', 'datatype': 'boolean'},"                              \
        "{'name': 'n', 'propertyUrl': 'p/n', 'datatype': {'base': 'integer', 'minimum': 3}},"      \
        "{'name': 'l', 'propertyUrl': 'p/l', 'separator': '|'},"                                   \
        "{'name': 'u', 'propertyUrl': 'p/u', 'separator': ',', '~each': true, 'valueUrl': "        \
        "'g/{u}'},"                                                                                \
        "{'name': 'j', 'propertyUrl': 'p/j', '~array': 'json'},"                                   \
        "{'name': 'a', 'propertyUrl': 'p/a', '~iri': true},"                                       \
        "{'name': 'w', 'suppressOutput': true, 'datatype': 'integer'},"                            \
        "{'name': 'type', 'virtual': true, 'propertyUrl': 'rdf:type', 'valueUrl': 'c/Thing'},"     \
        "{'name': 'both', 'virtual': true, 'propertyUrl': 'p/both', '~value': '{id}: {s}'},"       \
        "{'name': 'when', 'virtual': true, 'propertyUrl': 'p/when', 'valueUrl': "                  \
        "'http://x.org/y.z', '~when': [{'column': 's', 'in': ['x', 'A1']}, {'column': 'i', "       \
        "'present': true}]},"                                                                      \
        "{'name': 'other', 'virtual': true, 'aboutUrl': 'o/{id}-{_row}', 'propertyUrl': "          \
        "'p/of', 'valueUrl': 'r/{id}.{_sourceRow}'}")

#define HEADER "id,s,i,d,y,t,e,b,n,l,u,j,a,w\n"

/* What a cell may hold; quoted where CSV wants it. */
static const char* const CELLS[] = {
  "",
  "x",
  "A1",
  "tt0000001",
  "none",
  "-",
  "12",
  "007",
  "3",
  "-5",
  "1.50",
  ".5",
  "5.",
  "1e3",
  "1999",
  "0000",
  "12345",
  "1999-12-31",
  "2000-02-30",
  "2000-02-29",
  "1999-13-01",
  "1999-1-01",
  "true",
  "false",
  "1",
  "0",
  " x",
  "x ",
  "  ",
  "a|b",
  "a||b",
  "|",
  "a-b",
  "_a",
  "-a",
  "a b",
  "a.b",
  "caf\xC3\xA9",
  "a|-|b",
  "none|x",
  "tt1",
  "http://x.org/",
  "http://x y",
  "mailto:a",
  "1999-05",
  "1999~",
  "c. 1988",
  "\xEF\xBB\xBFx",
  "\"a,b\"",
  "\",\"",
  "\"a,,b\"",
  "\"a\"\"b\"",
  "\"a\nb\"",
  "\"a\tb\"",
  "\"a\\b\"",
  "\"[\"\"a\"\"]\"",
  "\"[\"\"a\"\",\"\"b\"\"]\"",
  "\"[\"\"a\\\"\"b\\\\c\"\"]\"",
  "[]",
  "[1]",
  "\"[\"\"\"\"]\"",
  "\"[\"\"a\"\", \"\"b\"\"]\"",
  "\"[\"\"a\"\"\"",
  "\"[\"\"\\u00e9\"\"]\"",
  "\"[\"\"a\"\"]x\"",
  "\"[\"\"none\"\"]\"",
  "[null]",
  "\"[\"\"a\\\"\"\"",
  "[",
  "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "12345678901234567890123456789012345678901234567890",
};

enum { N_CELLS = sizeof(CELLS) / sizeof(CELLS[0]), COLUMNS = 14 };

/* For each column, cells that it takes as they stand, so that most rows go straight. */
static const char* const GOOD[COLUMNS][3] = {
  {"tt1", "A1", "x9"},
  {"x", "caf\xC3\xA9", "a b"},
  {"12", "007", ""},
  {"1.50", "3", ""},
  {"1999", "none", "0001"},
  {"1999-12-30", "2000-02-28", ""},
  {"1988", "1988-05-12", ""},
  {"true", "", "false"},
  {"3", "44", ""},
  {"a|b", "a", ""},
  {"\"a,b\"", "a", ""},
  {"\"[\"\"a\"\",\"\"b c\"\"]\"", "\"[\"\"a\\\"\"b\\\\c\"\"]\"", ""},
  {"http://x.org/", "", "mailto:a"},
  {"1", "2", ""}};

static uint32_t
next(uint32_t* const seed)
{
  *seed = *seed * 1664525U + 1013904223U;
  return *seed >> 8U;
}

/* A table of `rows` rows; one cell in `odd` is any cell. */
static void
make_table(ln_text* const out, uint32_t seed, const size_t rows, const uint32_t odd)
{
  ln_status st = ln_text_add(out, LN_V(HEADER));
  for (size_t r = 0U; r < rows; ++r) {
    for (size_t c = 0U; c < COLUMNS && st == LN_OK; ++c) {
      const bool any = next(&seed) % odd == 0U;
      st             = ln_text_add(out,
                       ln_view_of(any ? CELLS[next(&seed) % N_CELLS] : GOOD[c][next(&seed) % 3U]));
      st             = st == LN_OK ? ln_text_add_byte(out, c + 1U < COLUMNS ? ',' : '\n') : st;
    }
  }
  CU_ASSERT_EQUAL_FATAL(st, LN_OK);
}

/* Both ways give the same bytes and findings. */
static void
check_same(const char* const json, const char* const table, const bool turtle)
{
  fixture   straight = {0};
  fixture   general  = {0};
  fix_input input    = {.json = json, .tables = {{"t.csv", table}}, .raw = true, .turtle = turtle};
  CU_ASSERT_EQUAL(fix_run(&straight, &input), LN_OK);
  input.general = true;
  CU_ASSERT_EQUAL(fix_run(&general, &input), LN_OK);
  CU_ASSERT_PTR_NOT_NULL(straight.plans[0]->straight);
  CU_ASSERT_PTR_NULL(general.plans[0]->straight);
  const bool same =
    ln_view_equals(ln_text_view(&straight.triples), ln_text_view(&general.triples)) &&
    ln_view_equals(ln_text_view(&straight.findings), ln_text_view(&general.findings)) &&
    straight.made == general.made && straight.faulty == general.faulty;
  if (!same) {
    fprintf(stderr,
            "%s--- straight\n%s%s--- general\n%s%s---\n",
            table,
            straight.triples.s ? straight.triples.s : "",
            straight.findings.s ? straight.findings.s : "",
            general.triples.s ? general.triples.s : "",
            general.findings.s ? general.findings.s : "");
  }
  CU_ASSERT_TRUE(same);
  fix_clear(&straight);
  fix_clear(&general);
}

/* One row at a time, so that a failure shows it. */
static void
test_random_rows(void)
{
  for (uint32_t i = 0U; i < 1500U; ++i) {
    ln_text table = {0};
    make_table(&table, 77U * i + 1U, 1U, 1U + i % 16U);
    check_same(EVERYTHING, table.s, i % 2U == 0U);
    ln_text_clear(&table);
  }
}

/* Many rows, so that what one leaves behind would be seen in the next. */
static void
test_random_tables(void)
{
  for (uint32_t i = 0U; i < 8U; ++i) {
    ln_text table = {0};
    make_table(&table, i, 400U, 4U + i * 8U);
    check_same(EVERYTHING, table.s, i % 2U == 0U);
    ln_text_clear(&table);
  }
}

/* What a simple row says, by hand. */
static void
test_simple_row(void)
{
  const fix_input input = {
    .json   = EVERYTHING,
    .tables = {
      {"t.csv",
       HEADER
       "A1,x,12,1.50,1999,1999-12-30,1988,true,3,a|b,\"g,h\",\"[\"\"a\\\"\"\"\",\"\"b\"\"]\","
       "http://x.org/,9\n"}}};
  CHECK_MAKE(&input,
             "<r/A1> a <c/Thing>\n<r/A1> <p/id> <same/A1>\n<r/A1> <p/s> 'x'\n"
             "<r/A1> <p/i> '12'^^<xsd:integer>\n<r/A1> <p/d> '1.50'^^<xsd:decimal>\n"
             "<r/A1> <p/y> '1999'^^<xsd:gYear>\n<r/A1> <p/t> '1999-12-30'^^<xsd:date>\n"
             "<r/A1> <p/e> '1988'^^<edtf>\n<r/A1> <p/b> 'true'^^<xsd:boolean>\n"
             "<r/A1> <p/n> '3'^^<xsd:integer>\n<r/A1> <p/l> 'a'\n<r/A1> <p/l> 'b'\n"
             "<r/A1> <p/u> <g/g>\n<r/A1> <p/u> <g/h>\n<r/A1> <p/j> 'a\\''\n<r/A1> <p/j> 'b'\n"
             "<r/A1> <p/a> 'http://x.org/'\n<r/A1> <p/both> 'A1: x'\n"
             "<r/A1> <p/when> <http://x.org/y.z>\n<o/A1-1> <p/of> <r/A1.2>\n",
             "");
}

/* Columns named by a table that describes none of them. */
static void
test_plain_tables(void)
{
  static const char TABLE[] = "a,b\n1,x\n,\n2,\"q \"\"r\"\"\"\n";
  check_same(CSVW "'url': 't.csv'}", TABLE, false);
  check_same(CSVW "'url': 't.csv', 'tableSchema': {'aboutUrl': '#row-{_row}'}}", TABLE, true);
  check_same(CSVW "'url': 't.csv', 'null': 'x', 'tableSchema': {'columns': [{'name': 'a', "
                  "'datatype': 'integer', 'required': true}, {'name': 'b', 'default': 'd'}]}}",
             TABLE,
             true);
}

/* Rows that are too short, too long or cannot be read, between good ones. */
static void
test_broken_rows(void)
{
  static const char JSON[] = PLAIN(MUTE("id") "," COL("a", "") "," COL("b", ""));
  check_same(JSON, "id,a,b\n1,x,y\n2,x\n3,x,y,z\n4,\"x\"y,z\n5,\xFF,y\n6,x,y\n7,\"x\n", false);
  check_same(JSON, "id,a,b\n\xFF,x,y\n\"\",x,y\n 1,x,y\n", false);
}

/* Texts that are put together and do not fit into the room for them. */
static void
test_long_joins(void)
{
  static const char JSON[] = PLAIN(MUTE("id") "," VIRT("v", ", '~value': '{id}/{id}'") "," VIRT(
    "u", ", 'valueUrl': 'x/{id}-{id}'"));
  for (size_t n = 1000U; n <= 9000U; n += 1000U) {
    ln_text table = {0};
    CU_ASSERT_EQUAL(ln_text_add(&table, LN_V("id\n")), LN_OK);
    for (size_t i = 0U; i < n; ++i) {
      CU_ASSERT_EQUAL(ln_text_add_byte(&table, 'k'), LN_OK);
    }
    CU_ASSERT_EQUAL(ln_text_add(&table, LN_V("\nshort\n")), LN_OK);
    check_same(JSON, table.s, n % 2000U == 0U);
    ln_text_clear(&table);
  }
}

/* Long lists grow the pairs. */
static void
test_long_lists(void)
{
  static const char JSON[] =
    PLAIN(MUTE("id") "," COL("l", ", 'separator': '|'") "," COL("m", ", 'separator': '|'"));
  ln_text table = {0};
  CU_ASSERT_EQUAL(ln_text_add(&table, LN_V("id,l,m\n1,")), LN_OK);
  for (size_t i = 0U; i < 3000U; ++i) {
    CU_ASSERT_EQUAL(ln_text_add(&table, i == 1500U ? LN_V(",") : LN_V("|ab")), LN_OK);
  }
  table.s[9] = 'x';
  CU_ASSERT_EQUAL(ln_text_add(&table, LN_V("\n")), LN_OK);
  check_same(JSON, table.s, false);
  ln_text_clear(&table);
}

static void
test_no_memory(void)
{
  static const fix_input input = {
    .json   = EVERYTHING,
    .tables = {
      {"t.csv", HEADER "A1,x,1,1,1999,1999-12-30,1988,true,3,a|b,\"g,h\",[],mailto:a,9\n"}}};
  fixture f = {0};
  CHECK_ALLOC_FAILURES(fix_run(&f, &input), fix_clear(&f));
}

static const unit_test tests[] = {
  {"random rows", test_random_rows},
  {"random tables", test_random_tables},
  {"simple row", test_simple_row},
  {"plain tables", test_plain_tables},
  {"broken rows", test_broken_rows},
  {"long joins", test_long_joins},
  {"long lists", test_long_lists},
  {"no memory", test_no_memory},
};

UNIT_MAIN("straight", tests)
