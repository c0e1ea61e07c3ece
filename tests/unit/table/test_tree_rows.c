/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Rows of documents as others see them: a table like any other. Cells, lists and places are written
   down by hand, and are the same whatever the size of reads. */

#include "unit.h"

#include "table/table.h"
#include "table/tree_rows.h"

#include <stdint.h>

enum { MOST = 8 };

static ln_arena arena;

/* A spec of these paths; one that begins with `*` is a list. */
static ln_status
make_spec(const ln_tree_format format,
          const char* const    rows,
          const char* const*   columns,
          const size_t         n,
          ln_tree_spec* const  spec)
{
  const char*           problem = NULL;
  size_t                at      = 0U;
  ln_tree_column* const made    = ln_arena_zero(&arena, MOST, sizeof(ln_tree_column));
  *spec = (ln_tree_spec){.format = format, .n = n, .text = ln_view_of(rows)};
  if (!made) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_tree_path_read(&arena, spec->text, true, &spec->rows, &problem, &at));
  for (size_t i = 0U; i < n; ++i) {
    made[i].list = columns[i][0] == '*';
    made[i].text = ln_view_of(columns[i] + made[i].list);
    LN_TRY(ln_tree_path_read(&arena, made[i].text, false, &made[i].path, &problem, &at));
  }
  return ln_tree_spec_make(&arena, spec, made, &at);
}

typedef struct {
  ln_tree_format format;
  const char*    document;
  const char*    rows;
  size_t         n;
  const char*    columns[MOST];
  uint64_t       limit;
} source;

/* `1@2:3[a|b]`: row 1 begins on line 2, column 3; `-` has no value, `!` cannot be used. */
static ln_status
add_row(const ln_table* const table, const ln_row* const row, ln_text* const out)
{
  ln_place place;
  ln_table_place(table, 0U, &place);
  LN_TRY(ln_text_format(
    out, "%u@%u:%u[", (unsigned)row->number, (unsigned)place.line, (unsigned)place.column));
  for (size_t i = 0U; i < row->n; ++i) {
    const ln_cell* const c = &row->cells[i];
    LN_TRY(i > 0U ? ln_text_add_byte(out, '|') : LN_OK);
    LN_TRY(ln_text_add(out, (c->flags & LN_CELL_NULL) != 0U ? LN_V("-") : (ln_view){c->s, c->n}));
    LN_TRY((c->flags & LN_CELL_BAD) != 0U ? ln_text_add_byte(out, '!') : LN_OK);
  }
  return ln_text_add(out, LN_V("]"));
}

/* The rows and how it ended. */
static ln_status
dump(const source* const from, const size_t block, ln_log* const log, ln_text* const out)
{
  ln_in*        in    = NULL;
  ln_table*     table = NULL;
  const ln_row* row   = NULL;
  ln_tree_spec  spec;
  ln_dialect    dialect;
  ln_dialect_default(&dialect);
  LN_TRY(make_spec(from->format, from->rows, from->columns, from->n, &spec));
  dialect.tree        = &spec;
  dialect.header_rows = 0U;
  dialect.max_row     = from->limit;
  LN_TRY(ln_in_memory(ln_view_of(from->document), &in));
  LN_TRY(ln_table_open(in, &dialect, log, 0U, block, &table));
  ln_status st = LN_OK;
  while (st == LN_OK) {
    st = ln_table_next(table, &row);
    st = st == LN_OK ? add_row(table, row, out) : st;
  }
  bool divisible = true;
  if (st == LN_END || st == LN_IO) {
    CU_ASSERT_EQUAL(ln_table_divisible(table, &divisible), LN_OK);
    CU_ASSERT_FALSE(divisible);
    CU_ASSERT_TRUE(ln_table_bytes(table) <= strlen(from->document));
    st =
      ln_text_format(out, "%s%u", st == LN_IO ? "broken " : "", (unsigned)ln_table_given_up(table));
  }
  const ln_status closed = ln_table_close(table);
  return st == LN_OK ? closed : st;
}

static void
check_rows(const source* const from, const char* const expected)
{
  static const size_t blocks[] = {1U, 2U, 7U, 0U};
  for (size_t i = 0U; i < sizeof(blocks) / sizeof(blocks[0]); ++i) {
    ln_text out = {0};
    CU_ASSERT_EQUAL(dump(from, blocks[i], NULL, &out), LN_OK);
    CHECK_VIEW(ln_text_view(&out), expected);
    ln_text_clear(&out);
    ln_arena_clear(&arena);
  }
}

static void
test_xml(void)
{
  const source from = {
    LN_TREE_XML,
    "<a v='7'>\n <r id='1'><n>x</n><n>y</n><b><r/></b></r>\n<q><r/></q><r><n>\xC3\xA9</n></r></a>",
    "/a/r",
    5U,
    {"@id", "../@v", "*n", "position()", "n[2]"},
    0U};
  check_rows(&from,
             "1@2:2[1|7|[\"x\",\"y\"]|1|y]"
             "2@3:12[-|7|[\"\xC3\xA9\"]|2|-]0");
}

static void
test_parent_behind(void)
{
  const source from = {
    LN_TREE_JSON,
    "{\"p\":[{\"w\":[{\"t\":1.50},{\"t\":true}],\"id\":\"x\"},\n{\"w\":{\"t\":null}}]}",
    "/p/w",
    3U,
    {"../id", "t", "../position()"},
    0U};
  check_rows(&from, "1@1:13[x|1.50|1]2@1:24[x|true|1]3@2:6[-|-|2]0");
}

static void
test_lines(void)
{
  const source from = {LN_TREE_JSON,
                       "{\"a\":\"x\"}\n\n{\"a\":[]}\n[[{\"a\":[1,[2]]}],{}] 5",
                       "/",
                       2U,
                       {"*a", "position()"},
                       0U};
  check_rows(&from, "1@1:1[[\"x\"]|1]2@3:1[-|2]3@4:3[[1,2]|3]4@4:18[-|4]5@4:22[-|5]0");
}

static void
test_lists(void)
{
  const source from = {LN_TREE_XML,
                       "<a><r><p><n>1</n></p><p/><p><n>\"\\</n></p></r></a>",
                       "/a/r",
                       3U,
                       {"*p/n", "*p/n?", "*p/@k?"},
                       0U};
  check_rows(&from, "1@1:4[[\"1\",\"\\\"\\\\\"]|[\"1\",null,\"\\\"\\\\\"]|[null,null,null]]0");
}

static void
test_names(void)
{
  const source from = {
    LN_TREE_JSON, "{\"m\":{\"k 1\":1,\"k2\":{\"x\":2}}}", "/m/*", 3U, {"name()", ".", "x"}, 0U};
  check_rows(&from, "1@1:13[k 1|1|-]2@1:20[k2|-|2]0");
}

/* The second row is too large, whatever is read at once. */
static void
test_too_large(void)
{
  char document[4096] = "{\"a\":[{\"b\":1},{\"b\":[";
  for (size_t i = 0U; i < 300U; ++i) {
    strcat(document,
           "10,"); // NOLINT(clang-analyzer-security.insecureAPI.strcpy): it is long enough
  }
  strcat(document, "1]},{\"b\":2}]}"); // NOLINT(clang-analyzer-security.insecureAPI.strcpy)
  const source from = {LN_TREE_JSON, document, "/a", 1U, {"b"}, 4000U};
  check_rows(&from, "1@1:7[1]2@1:925[2]1");
}

/* A string that never ends is not waited for. */
static void
test_endless(void)
{
  char document[4096] = "{\"a\":\"";
  memset(document + 6, 'x', 4000U);
  const source from = {LN_TREE_JSON, document, "/a", 1U, {"."}, 1000U};
  check_rows(&from, "0");
}

static void
test_broken(void)
{
  const source xml  = {LN_TREE_XML, "<a><r id='1'/><r id='2'></a>", "/a/r", 1U, {"@id"}, 0U};
  const source json = {LN_TREE_JSON, "{\"a\":[{\"b\":1},{\"b\" 2}]}", "/a", 1U, {"b"}, 0U};
  const source none = {LN_TREE_JSON, "", "/a", 1U, {"b"}, 0U};
  const source mark = {LN_TREE_JSON, "\xEF\xBB\xBF{\"a\":{\"b\":1}}", "/a", 1U, {"b"}, 0U};
  check_rows(&xml, "1@1:4[1]0");
  check_rows(&json, "1@1:7[1]0");
  check_rows(&none, "0");
  check_rows(&mark, "1@1:6[1]0");
}

static void
test_bytes(void)
{
  const source from = {LN_TREE_JSON,
                       "[{\"a\":\"x\xFF\",\"b\":\"\\u0000\",\"c\":\"\xC3\xA9\"}]",
                       "/",
                       3U,
                       {"a", "b", "c"},
                       0U};
  check_rows(&from, "1@1:2[!|!|\xC3\xA9]0");
}

/* Half a surrogate pair makes the whole cell unusable, be it a list. */
static void
test_halves(void)
{
  const source from = {
    LN_TREE_JSON,
    "[{\"a\":\"x\\ud800\",\"b\":[\"\\ude00\",\"\\ud800\"],\"c\":\"\\ud83d\\ude00\"},\n"
    "{\"a\":[\"y\",\"\\ud800\"],\"k\":\"\\ud800\"},{\"a\":\"z\",\"k\":\"1\"}]",
    "/",
    3U,
    {"a", "*b", "c"},
    0U};
  check_rows(&from, "1@1:2[!|!|\xF0\x9F\x98\x80]2@2:1[y|-|-]3@2:35[z|-|-]0");
}

typedef struct {
  ln_code code;
  size_t  n;
  char    hint[200];
} heard;

static void
hear(void* const self, const ln_finding* const finding)
{
  heard* const h = self;
  h->code        = finding->code;
  if (finding->hint.n < sizeof(h->hint)) {
    memcpy(h->hint, finding->hint.s, finding->hint.n);
  }
  ++h->n;
}

static void
check_finding(const source* const from, const ln_code code, const char* const hint)
{
  const ln_log_policy policy = {.stream = NULL};
  ln_log* const       log    = ln_log_new(&policy);
  heard               h      = {.n = 0U};
  ln_text             out    = {0};
  ln_log_listen(log, hear, &h);
  CU_ASSERT_EQUAL(dump(from, 0U, log, &out), LN_OK);
  CU_ASSERT_EQUAL(h.n, 1U);
  CU_ASSERT_EQUAL(h.code, code);
  if (hint) {
    CU_ASSERT_STRING_EQUAL(h.hint, hint);
  }
  ln_text_clear(&out);
  ln_log_free(log);
  ln_arena_clear(&arena);
}

static void
test_findings(void)
{
  const char* const one   = "{\"a\":[{\"bb\":1,\"bb\":2,\"o\":{}}]}";
  const source      twice = {LN_TREE_JSON, one, "/a", 1U, {"bb"}, 0U};
  const source      near  = {LN_TREE_JSON, "{\"a\":{\"title\":1}}", "/a", 1U, {"titel"}, 0U};
  const source      rows  = {LN_TREE_XML, "<rows><row/></rows>", "/rows/rwo", 0U, {NULL}, 0U};
  const source      two   = {LN_TREE_XML, "<a><b/><b/></a>", "/a", 1U, {"b"}, 0U};
  const source      inner = {LN_TREE_JSON, "{\"o\":{\"x\":1}}", "/", 2U, {"o", "o/x"}, 0U};
  const source      away  = {LN_TREE_JSON, "[{\"o\":{}},{\"o\":1}]", "/", 1U, {"o"}, 0U};
  const source      half  = {LN_TREE_JSON, "{\"o\":[1,\"\\udc00\"]}", "/", 1U, {"*o"}, 0U};
  const source      odd   = {LN_TREE_JSON, "{\"o\\udc00\":1,\"o\xFF\":1}", "/", 1U, {"o"}, 0U};
  check_finding(&twice, LN_L0125, NULL);
  check_finding(&half, LN_L0129, NULL);
  check_finding(&near, LN_L0127, "did you mean \"title\"?");
  check_finding(&rows, LN_L0126, "did you mean \"row\"?");
  check_finding(&two, LN_L0122, NULL);
  check_finding(&inner, LN_L0127, NULL); /* `o` is never a value */
  check_finding(&away, LN_L0123, NULL);
  check_finding(&odd, LN_L0127, NULL);
}

static ln_status
run_once(void)
{
  const source from = {
    LN_TREE_XML,
    "<!DOCTYPE a [<!ENTITY e 'x'>]><a v='1'><r i='2'><b>x &e;<c/></b></r><r/></a>",
    "/a/r",
    3U,
    {"@i", "../@v", "*b"},
    0U};
  const source json = {LN_TREE_JSON, "{\"a\":[{\"b\":[1,\"x\"]},{}]}", "/a", 1U, {"*b"}, 0U};
  ln_text      out  = {0};
  ln_status    st   = dump(&from, 5U, NULL, &out);
  st                = st == LN_OK ? dump(&json, 5U, NULL, &out) : st;
  ln_text_clear(&out);
  return st;
}

static void
test_no_memory(void)
{
  CHECK_ALLOC_FAILURES(run_once(), ln_arena_clear(&arena));
}

static const unit_test tests[] = {
  {"xml", test_xml},
  {"parent behind", test_parent_behind},
  {"lines", test_lines},
  {"lists", test_lists},
  {"names", test_names},
  {"too large", test_too_large},
  {"endless", test_endless},
  {"broken", test_broken},
  {"bytes", test_bytes},
  {"halves", test_halves},
  {"findings", test_findings},
  {"no memory", test_no_memory},
};

UNIT_MAIN("tree_rows", tests)
