/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which mappings let each thing be described by one row. */

#include "run/alone.h"
#include "run_unit.h"

#define COLUMNS "'columns': [{'name': 'id'}, {'name': 'n', 'propertyUrl': 'https://e.org/n'}]"

/* The reason of a mapping of two tables, as the text between `tableSchema` and the columns says. */
static void
check_reason(const char* const before,
             const char* const one,
             const char* const other,
             const char* const expected)
{
  folder     f;
  ln_session s;
  char       path[PATH_SIZE];
  ln_text    map = {0};
  set_up(&f);
  CU_ASSERT_EQUAL(ln_text_format(&map,
                                 "{'@context': 'http://www.w3.org/ns/csvw', %s 'tables': [{'url': "
                                 "'a.csv', 'tableSchema': {%s, %s}}, {'url': 'b.csv', "
                                 "'tableSchema': {%s, %s}}]}",
                                 before,
                                 one,
                                 COLUMNS,
                                 other,
                                 COLUMNS),
                  LN_OK);
  put_file(&f, "map.json", map.s, true);
  put_file(&f, "a.csv", "id,n\n", false);
  put_file(&f, "b.csv", "id,n\n", false);
  const ln_job job = {.input = path_to(&f, "map.json", path), .layers = 1U, .dry = true};
  CU_ASSERT_EQUAL_FATAL(ln_session_open(&s, &job, f.log), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_session_bind(&s), LN_OK);
  const char* const reason = ln_alone_reason(&s);
  CHECK_VIEW(ln_view_first(ln_view_of(reason ? reason : ""), strlen(expected)), expected);
  CU_ASSERT_EQUAL(reason == NULL, *expected == '\0');
  CU_ASSERT_EQUAL(ln_session_close(&s), LN_OK);
  ln_text_clear(&map);
  tear_down(&f);
}

static void
reasons(void)
{
  static const char A[] = "'aboutUrl': 'https://e.org/a/{id}', 'primaryKey': 'id'";
  static const char B[] = "'aboutUrl': 'https://e.org/b/{id}', 'primaryKey': 'id'";
  check_reason("", A, B, "");
  check_reason("", A, A, "rows of two tables");
  check_reason("", A, "'aboutUrl': 'https://e.org/b/{id}'", "some thing is not named");
  check_reason("", A, "'aboutUrl': 'https://e.org/b/{n}', 'primaryKey': 'id'", "some thing is not");
  check_reason("", A, "'primaryKey': 'id'", ""); // blank nodes
  check_reason("'~group': true,", A, A, "");
}

static const unit_test TESTS[] = {{"reasons", reasons}};

UNIT_MAIN("run/alone", TESTS)
