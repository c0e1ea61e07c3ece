/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON texts (RFC 8259): what they say, on which lines, and where they are none. */

#include "unit.h"

#include "graph/json_value.h"

static ln_json_value*
read_good(const char* const text, ln_arena* const arena)
{
  ln_json_value* value = NULL;
  ln_json_fault  fault = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL_FATAL(ln_json_value_read(ln_view_of(text), arena, &value, &fault), LN_OK);
  return value;
}

static void
values(void)
{
  ln_arena                   arena = {0};
  const ln_json_value* const v     = read_good(
    " {\"a\": [1, -2.5e+3, true,\n false, null], \"b\\u0041\": \"\\n\\ud83d\\ude00/\"} ", &arena);
  CU_ASSERT_EQUAL(v->kind, LN_VALUE_OBJECT);
  const ln_json_value* const a = ln_json_value_member(v, LN_V("a"));
  CU_ASSERT_PTR_NOT_NULL_FATAL(a);
  CU_ASSERT_EQUAL(a->kind, LN_VALUE_ARRAY);
  CHECK_VIEW(a->first->text, "1");
  CHECK_VIEW(a->first->next->text, "-2.5e+3");
  CU_ASSERT_EQUAL(a->first->next->next->kind, LN_VALUE_TRUE);
  CU_ASSERT_EQUAL(a->last->kind, LN_VALUE_NULL);
  CU_ASSERT_EQUAL(a->last->line, 2U);
  CU_ASSERT_PTR_EQUAL(a->last->up, a);
  const ln_json_value* const b = ln_json_value_member(v, LN_V("bA"));
  CU_ASSERT_PTR_NOT_NULL_FATAL(b);
  CHECK_VIEW(b->text, "\n\xF0\x9F\x98\x80/");
  CU_ASSERT_PTR_NULL(ln_json_value_member(v, LN_V("c")));
  CU_ASSERT_PTR_NULL(ln_json_value_member(a, LN_V("a")));
  ln_arena_clear(&arena);
}

/* Of members of one name the later counts: among few, and among many. */
static void
repeated(void)
{
  ln_arena             arena = {0};
  const ln_json_value* few =
    read_good("{\"a\": 1, \"b\": 2, \"a\": [3], \"a\": {\"c\": 4}}", &arena);
  const ln_json_value* a = ln_json_value_member(few, LN_V("a"));
  CU_ASSERT_EQUAL(a->kind, LN_VALUE_OBJECT);
  CU_ASSERT_PTR_EQUAL(a->next, few->last);
  CHECK_VIEW(few->last->name, "b");
  const ln_json_value* many = read_good(
    "{\"a\":0,\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0,\"7\":0,\"8\":0,\"9\":0,\"10\":0,"
    "\"11\":0,\"12\":0,\"13\":0,\"14\":0,\"15\":0,\"16\":0,\"a\":7}",
    &arena);
  CHECK_VIEW(ln_json_value_member(many, LN_V("a"))->text, "7");
  CHECK_VIEW(many->last->name, "16");
  ln_arena_clear(&arena);
}

static void
check_fault(const char* const text, const uint64_t line, const uint64_t column)
{
  ln_arena        arena = {0};
  ln_json_value*  value = NULL;
  ln_json_fault   fault = {NULL, 0U, 0U};
  const ln_status st    = ln_json_value_read(ln_view_of(text), &arena, &value, &fault);
  if (st != LN_USAGE || fault.line != line || fault.column != column) {
    fprintf(stderr, "%s: %d:%d %s\n", text, (int)fault.line, (int)fault.column, fault.problem);
  }
  CU_ASSERT_EQUAL(st, LN_USAGE);
  CU_ASSERT_EQUAL(fault.line, line);
  CU_ASSERT_EQUAL(fault.column, column);
  ln_arena_clear(&arena);
}

static void
faults(void)
{
  check_fault("", 1U, 1U);
  check_fault("[1,\n 2", 2U, 3U);
  check_fault("[1 2]", 1U, 4U);
  check_fault("[1,]", 1U, 4U);
  check_fault("{\"a\" 1}", 1U, 6U);
  check_fault("{a: 1}", 1U, 2U);
  check_fault("[01]", 1U, 3U);
  check_fault("[1.]", 1U, 2U);
  check_fault("[+1]", 1U, 2U);
  check_fault("[nul]", 1U, 2U);
  check_fault("\"\\x\"", 1U, 2U);
  check_fault("\"\\ud800\"", 1U, 2U);
  check_fault("\"a\tb\"", 1U, 3U);
  check_fault("\"a", 1U, 2U);
  check_fault("[1]]", 1U, 4U);
  check_fault("[\"\xFF\"]", 1U, 5U);
}

static void
deep(void)
{
  char           text[LN_VALUE_DEPTH + 2];
  ln_arena       arena = {0};
  ln_json_value* value = NULL;
  ln_json_fault  fault = {NULL, 0U, 0U};
  memset(text, '[', sizeof(text));
  CU_ASSERT_EQUAL(ln_json_value_read((ln_view){text, sizeof(text)}, &arena, &value, &fault),
                  LN_USAGE);
  CU_ASSERT_PTR_NOT_NULL_FATAL(fault.problem);
  CU_ASSERT_PTR_NOT_NULL(strstr(fault.problem, "1000"));
  ln_arena_clear(&arena);
}

static ln_status
read_again(void)
{
  ln_arena        arena = {0};
  ln_json_value*  value = NULL;
  ln_json_fault   fault = {NULL, 0U, 0U};
  const ln_status st =
    ln_json_value_read(LN_V("{\"a\":\"\\n\",\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0,\"7\":"
                            "0,\"8\":0,\"9\":0,\"10\":0,"
                            "\"11\":0,\"12\":0,\"13\":0,\"14\":0,\"15\":0,\"16\":0}"),
                       &arena,
                       &value,
                       &fault);
  ln_arena_clear(&arena);
  return st;
}

static void
no_memory(void)
{
  CHECK_ALLOC_FAILURES(read_again(), (void)0);
}

static const unit_test TESTS[] = {{"values", values},
                                  {"repeated", repeated},
                                  {"faults", faults},
                                  {"deep", deep},
                                  {"no memory", no_memory}};

UNIT_MAIN("graph/json_value", TESTS)
