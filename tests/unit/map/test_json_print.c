/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON trees as text: order, lines, numbers, depth. */

#include "map/json_print.h"

#include "base/text.h"
#include "unit.h"

static void
check_print(const char* const json, const char* const expected)
{
  ln_out*       out  = NULL;
  json_t* const tree = json_loads(json, 0U, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL(tree);
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_json_print(tree, out), LN_OK);
  CHECK_VIEW(ln_out_bytes(out), expected);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  json_decref(tree);
}

static void
values(void)
{
  check_print("{\"b\":1,\"a\":[true,false,null,\"x\\ny\"]}",
              "{\n  \"b\": 1,\n  \"a\": [true, false, null, \"x\\ny\"]\n}\n");
  check_print("[]", "[]\n");
  check_print("[{}]", "[\n  {}\n]\n");
}

static void
numbers(void)
{
  check_print(
    "[0.1,100.0,1e300,-2.5,12345678901234567,3.141592653589793]",
    "[\n  0.1,\n  100.0,\n  1e300,\n  -2.5,\n  12345678901234567,\n  3.141592653589793\n]\n");
}

static void
long_lines(void)
{
  enum { LENGTH = 200 };
  char long_text[LENGTH + 1];
  memset(long_text, 'x', LENGTH);
  long_text[LENGTH] = '\0';
  ln_text json      = {0};
  ln_text expected  = {0};
  CU_ASSERT_EQUAL(
    ln_text_format(&json, "{\"a\":{\"b\":{\"c\":\"%s\"},\"d\":{\"e\":1}}}", long_text), LN_OK);
  CU_ASSERT_EQUAL(ln_text_format(&expected,
                                 "{\n  \"a\": {\n    \"b\": {\n      \"c\": \"%s\"\n    },\n    "
                                 "\"d\": {\"e\": 1}\n  }\n}\n",
                                 long_text),
                  LN_OK);
  check_print(json.s, expected.s);
  ln_text_clear(&json);
  ln_text_clear(&expected);
}

static void
deep(void)
{
  enum { DEPTH = 2000 };
  char json[2 * DEPTH + 1];
  memset(json, '[', DEPTH);
  memset(json + DEPTH, ']', DEPTH);
  json[2 * DEPTH]    = '\0';
  ln_out*       out  = NULL;
  json_t* const tree = json_loads(json, 0U, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL(tree);
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_json_print(tree, out), LN_OK);
  json_t* const again = json_loadb(ln_out_bytes(out).s, ln_out_bytes(out).n, 0U, NULL);
  CU_ASSERT_TRUE(json_equal(tree, again));
  json_decref(again);
  json_decref(tree);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static void
failing(void)
{
  ln_out*       out  = NULL;
  json_t* const tree = json_loads("{\"a\": 1}", 0U, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL(tree);
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CHECK_ALLOC_FAILURES(ln_json_print(tree, out), (void)0);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  json_decref(tree);
}

static const unit_test tests[] = {
  {"values", values},
  {"numbers", numbers},
  {"long lines", long_lines},
  {"deep", deep},
  {"failing allocator", failing},
};

UNIT_MAIN("map/json_print", tests)
