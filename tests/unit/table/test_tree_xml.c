/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   XML: places, and what is no XML, whatever pieces it comes in. */

#include "unit.h"

#include "table/tree_parser.h"

static ln_tree_step       steps[]   = {{.name = {"a", 1U}}, {.name = {"r", 1U}}};
static const ln_view      names[]   = {{"a", 1U}, {"r", 1U}};
static const ln_tree_spec every_row = {.format  = LN_TREE_XML,
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
  LN_TRY(ln_tree_xml_open(&b->tree, &b->parser));
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
  static const ln_tree_place expected[] = {{2U, 4U, 3U}, {2U, 15U, 12U}, {4U, 1U, 1U}};
  check_places("<a>\n\xC3\xA9 <r>\xE2\x82\xAC</r> <r/>\n\n<r b='\n'/></a>", expected, 3U);
}

static void
test_encodings(void)
{
  static const ln_tree_place expected[] = {{1U, 48U, 48U}};
  check_places("<?xml version='1.0' encoding='iso-8859-1'?><a>\xE9<r/></a>", expected, 1U);
}

static void
test_problems(void)
{
  check_problem("<a><r></a>", "mismatched tag", 9U);
  check_problem("<a/><a/>", "junk after document element", 5U);
  check_problem("<?xml version='1.0' encoding='klingon'?><a/>",
                "its encoding is none of UTF-8, UTF-16, ISO-8859-1 and US-ASCII",
                31U);
}

static void
test_deep(void)
{
  char text[(3 * (LN_TREE_DEPTH + 1)) + 1] = {0};
  for (size_t i = 0U; i <= (size_t)LN_TREE_DEPTH; ++i) {
    memcpy(text + (3U * i), "<b>", 3U);
  }
  both b = {.parser = {.self = NULL}};
  CU_ASSERT_EQUAL(feed(&b, text, 100U), LN_USAGE);
  CU_ASSERT_EQUAL(b.parser.place.column, (3U * LN_TREE_DEPTH) + 1U);
  clear(&b);
}

/* Each a hundred of those before it. */
static void
test_laughter(void)
{
  static const char text[] =
    "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>"
    "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
    "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>"
    "<!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"
    "<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'>]><a>&g;</a>";
  both b = {.parser = {.self = NULL}};
  CU_ASSERT_EQUAL(feed(&b, text, 100U), LN_USAGE);
  clear(&b);
}

static ln_status
feed_some(both* const b)
{
  return feed(b, "<!DOCTYPE a [<!ENTITY e 'x'>]><a><r k='1'>&e;<s/></r></a>", 3U);
}

static void
test_no_memory(void)
{
  both b = {.parser = {.self = NULL}};
  CHECK_ALLOC_FAILURES(feed_some(&b), clear(&b));
}

static const unit_test tests[] = {
  {"places", test_places},
  {"encodings", test_encodings},
  {"problems", test_problems},
  {"deep", test_deep},
  {"laughter", test_laughter},
  {"no memory", test_no_memory},
};

UNIT_MAIN("tree_xml", tests)
