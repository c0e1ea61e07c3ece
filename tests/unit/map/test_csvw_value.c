/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How a wrong value is named in messages, and the limits of the typed getters. */

#include "csvw_unit.h"

static void
check_message(const char* const json, const char* const expected)
{
  reading r = {0};
  CU_ASSERT_NOT_EQUAL(read_json(&r, json), LN_NO_MEM);
  CU_ASSERT_EQUAL(r.n, 1U);
  if (strcmp(r.one[0].message, expected) != 0) {
    fprintf(stderr, "got: %s\n", r.one[0].message);
  }
  CU_ASSERT_STRING_EQUAL(r.one[0].message, expected);
  forget(&r);
}

static void
test_messages(void)
{
  check_message(TABLE("'default': 1.50"),
                "default must be a string, not the number 1.50; it was ignored");
  check_message(TABLE("'default': null"), "default must be a string, not null; it was ignored");
  check_message(TABLE("'default': true"), "default must be a string, not true; it was ignored");
  check_message(TABLE("'default': false"), "default must be a string, not false; it was ignored");
  check_message(TABLE("'default': {}"), "default must be a string, not an object; it was ignored");
  check_message(TABLE("'default': []"),
                "default must be a string, not an empty list; it was ignored");
  check_message(TABLE("'default': [1]"), "default must be a string, not a list; it was ignored");
  check_message(TABLE("'ordered': 'x'"),
                "ordered must be true or false, not \"x\"; it was ignored");
  check_message(TABLE("'null': ['a', 7]"),
                "item 2 of null must be a string, not the number 7; it was ignored");
  check_message(TABLE("'aboutUrl': 1"),
                "aboutUrl must be a string, not the number 1; the empty string was used");
  check_message(
    TABLE("'textDirection': 'x'"),
    "textDirection must be one of \"ltr\", \"rtl\", \"auto\", \"inherit\", not \"x\"; it "
    "was ignored");
  check_message(TABLE("'" EXT "names': 1"),
                "names must be a string or a list of strings, not the number 1");
  check_message("{" CTX "}", "url is missing: it must be the URL of a table");
  check_message("[]", "the document must be an object, not an empty list");
}

static void
test_counts(void)
{
  reading r = {0};
  if (READ_CLEAN(&r, TABLE("'dialect': {'skipRows': 4294967295}"))) {
    CU_ASSERT_EQUAL(r.mapping->tables->dialect.skip_rows, 4294967295U);
  }
  forget(&r);
  CHECK_FINDING(TABLE("'dialect': {'skipRows': 1.0}"), LN_L0409, "dialect.skipRows");
}

/* Line and column are looked for a thousand times at most; counting goes on. */
static void
test_many_reports(void)
{
  enum { N = 1100 };
  static const char head[] = "{\"@context\":\"http://www.w3.org/ns/csvw\",\"url\":\"t\","
                             "\"null\":[1";
  char* const       text   = ln_alloc(sizeof(head) + 2U * N + 2U);
  reading           r      = {0};
  size_t            n      = sizeof(head) - 1U;
  CU_ASSERT_FATAL(text != NULL);
  memcpy(text, head, n);
  for (size_t i = 1U; i < N; ++i, n += 2U) {
    memcpy(text + n, ",1", 2U);
  }
  memcpy(text + n, "]}", 2U);
  CU_ASSERT_EQUAL(read_bytes(&r, (ln_view){text, n + 2U}, "m"), LN_OK);
  CU_ASSERT_EQUAL(r.n, N);
  CU_ASSERT_STRING_EQUAL(r.one[1].name, "null[1]");
  CU_ASSERT_EQUAL(r.one[1].column, sizeof(head) + 1U);
  forget(&r);
  ln_free(text);
}

static void
test_memory(void)
{
  check_memory(TABLE("'null': ['a', 7], 'default': 1.5, 'textDirection': 'x'"), LN_OK);
}

static const unit_test tests[] = {
  {"messages", test_messages},
  {"counts", test_counts},
  {"many reports", test_many_reports},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_value", tests, sizeof(tests) / sizeof(tests[0]));
}
