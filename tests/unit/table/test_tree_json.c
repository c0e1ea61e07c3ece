/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   JSON: places, and what is no JSON, whatever pieces it comes in. */

#include "unit.h"

#include "table/tree_parser.h"

static ln_tree_step       steps[]   = {{.name = {"a", 1U}}, {.name = {"r", 1U}}};
static const ln_view      names[]   = {{"a", 1U}, {"r", 1U}};
static const ln_tree_spec every_row = {.format  = LN_TREE_JSON,
                                       .rows    = {.steps = steps, .n = 2U},
                                       .record  = 2U,
                                       .names   = names,
                                       .n_names = 2U};

typedef struct {
  ln_tree        tree;
  ln_tree_parser parser;
} both;

static ln_status
feed(both* const b, const char* const text, const size_t piece)
{
  const ln_view all = ln_view_of(text);
  ln_tree_init(&b->tree, &every_row, 1U << 20U);
  LN_TRY(ln_tree_json_open(&b->tree, &b->parser));
  for (size_t at = 0U; at < all.n; at += piece) {
    LN_TRY(b->parser.feed(b->parser.self, ln_view_first(ln_view_from(all, at), piece), false));
  }
  return b->parser.feed(b->parser.self, LN_V(""), true);
}

static void
clear(both* const b)
{
  ln_tree_parser_close(&b->parser);
  ln_tree_clear(&b->tree);
}

/* Line, column in bytes and column in characters of all records, by pieces of every size. */
static void
check_places(const char* const text, const ln_tree_place* const expected, const size_t n)
{
  for (size_t piece = 1U; piece <= strlen(text); ++piece) {
    both b = {.parser = {.self = NULL}};
    CU_ASSERT_EQUAL(feed(&b, text, piece), LN_OK);
    for (size_t i = 0U; i < n; ++i) {
      const ln_tree_record* const record = ln_tree_take(&b.tree);
      CU_ASSERT_PTR_NOT_NULL_FATAL(record);
      CU_ASSERT_EQUAL(record->root->place.line, expected[i].line);
      CU_ASSERT_EQUAL(record->root->place.column, expected[i].column);
      CU_ASSERT_EQUAL(record->root->place.letter, expected[i].letter);
    }
    CU_ASSERT_PTR_NULL(ln_tree_take(&b.tree));
    clear(&b);
  }
}

static void
check_problem(const char* const text, const char* const problem, const uint64_t column)
{
  for (size_t piece = 1U; piece <= strlen(text); ++piece) {
    both b = {.parser = {.self = NULL}};
    CU_ASSERT_EQUAL(feed(&b, text, piece), LN_USAGE);
    CU_ASSERT_STRING_EQUAL(b.parser.problem, problem);
    CU_ASSERT_EQUAL(b.parser.place.line, 1U);
    CU_ASSERT_EQUAL(b.parser.place.column, column);
    clear(&b);
  }
}

static void
test_places(void)
{
  static const ln_tree_place expected[] = {
    {2U, 18U, 17U}, {2U, 26U, 23U}, {3U, 1U, 1U}, {3U, 5U, 5U}};
  check_places(
    "{\"a\":{\n\"\xC3\xA9\":1,\"\\u0072\":[\"\xE2\x82\xAC\" , true,\n12,[{}]]}}", expected, 4U);
}

static void
test_problems(void)
{
  check_problem(
    "{\"a\" 1}", "parse error: object key and value must be separated by a colon (':')", 6U);
  check_problem("{\"a\":[1,]}", "parse error: unallowed token at this point in JSON text", 9U);
  check_problem("{\"a\":tru}", "lexical error: invalid string in json text.", 6U);
  check_problem("{ :,1}", "parse error: invalid object key (must be a string)", 3U);
  check_problem(
    "{\"a\":1 :,", "parse error: after key and value, inside map, I expect ',' or '}'", 8U);
  check_problem("{\"a\":?}", "lexical error: invalid char in json text.", 6U);
  check_problem("[1, ,:2]", "parse error: unallowed token at this point in JSON text", 5U);
  check_problem("{\"a\":1", "parse error: premature EOF", 7U);
}

/* Where `text` is NULL, the string is whole and its column that of its quote. */
static void
test_halves(void)
{
  static const struct {
    const char* text;
    uint64_t    column;
  } expected[] = {
    {NULL, 12U},
    {"\\ud800", 29U},
    {"\\uDC00", 39U},
    {NULL, 47U},
    {"\\ud800", 58U},
    {"\\uD83D", 79U},
    {"\\ud800", 94U},
  };
  const char* const text =
    "{\"a\":{\"r\":[\"\\ud83d\\ude00\",\"x\\ud800y\",\"\\uDC00\",\"\\\\ud800\","
    "\"\\ud800\\ud83d\\ude00\",\"\\uD83D\\u0041\",\"\\ud800\\n\"]}}";
  for (size_t piece = 1U; piece <= strlen(text); ++piece) {
    both b = {.parser = {.self = NULL}};
    CU_ASSERT_EQUAL(feed(&b, text, piece), LN_OK);
    for (size_t i = 0U; i < sizeof(expected) / sizeof(expected[0]); ++i) {
      const ln_tree_record* const record = ln_tree_take(&b.tree);
      CU_ASSERT_PTR_NOT_NULL_FATAL(record);
      CU_ASSERT_EQUAL(record->root->place.column, expected[i].column);
      CU_ASSERT_EQUAL(record->root->kind, expected[i].text ? LN_NODE_HALF : LN_NODE_STRING);
      if (expected[i].text) {
        CHECK_VIEW(record->root->text, expected[i].text);
      }
    }
    CU_ASSERT_PTR_NULL(ln_tree_take(&b.tree));
    clear(&b);
  }
}

/* A half in a name is one of no value, and no path leads there. */
static void
test_half_of_a_name(void)
{
  both b = {.parser = {.self = NULL}};
  CU_ASSERT_EQUAL(feed(&b, "{\"a\":{\"r\\ud800\":1,\"r\":\"x\"}}", 1U), LN_OK);
  const ln_tree_record* const record = ln_tree_take(&b.tree);
  CU_ASSERT_PTR_NOT_NULL_FATAL(record);
  CU_ASSERT_EQUAL(record->root->kind, LN_NODE_STRING);
  CHECK_VIEW(record->root->text, "x");
  CU_ASSERT_PTR_NULL(ln_tree_take(&b.tree));
  clear(&b);
}

static ln_status
feed_some(both* const b)
{
  return feed(b, "{\"a\":{\"r\":[{\"x\":[1,\"y\"]},null,1e400]}}", 3U);
}

/* yajl has memory of its own. */
static void
test_no_memory(void)
{
  both b = {.parser = {.self = NULL}};
  CHECK_ALLOC_FAILURES(feed_some(&b), clear(&b));
}

static const unit_test tests[] = {
  {"places", test_places},
  {"problems", test_problems},
  {"halves", test_halves},
  {"half of a name", test_half_of_a_name},
  {"no memory", test_no_memory},
};

UNIT_MAIN("tree_json", tests)
