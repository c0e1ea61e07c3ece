/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* SARIF 2.1.0, read back with jansson: required members, and values by hand from the specification.
 */

#include "report_unit.h"

#include <jansson.h>

static json_t* document;

static json_t*
load(const bool findings)
{
  json_error_t error;
  CU_ASSERT_EQUAL(report_to("sarif", report_path, findings), LN_OK);
  json_t* const root = json_load_file(report_path, JSON_REJECT_DUPLICATES, &error);
  CU_ASSERT_PTR_NOT_NULL_FATAL(root);
  CU_ASSERT_EQUAL(unlink(report_path), 0);
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(root, "version")), "2.1.0");
  document = root;
  return json_array_get(json_object_get(root, "runs"), 0U);
}

/* The whole of a result as JSON with sorted members, without its fingerprint. */
static void
check_result(json_t* const run, const size_t i, const char* const expected)
{
  json_t* const     result = json_array_get(json_object_get(run, "results"), i);
  json_t* const     prints = json_object_get(result, "partialFingerprints");
  const char* const print  = json_string_value(json_object_get(prints, "linerFinding/v1"));
  CU_ASSERT_PTR_NOT_NULL_FATAL(print);
  CU_ASSERT_EQUAL(strlen(print), 16U);
  CU_ASSERT_EQUAL(json_object_del(result, "partialFingerprints"), 0);
  char* const text = json_dumps(result, JSON_SORT_KEYS | JSON_COMPACT);
  CU_ASSERT_PTR_NOT_NULL_FATAL(text);
  CHECK_VIEW(ln_view_of(text), expected);
  free(text);
}

static void
results(void)
{
  json_t* const run = load(true);
  CU_ASSERT_EQUAL(json_array_size(json_object_get(run, "results")), 4U);
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(run, "columnKind")),
                         "unicodeCodePoints");
  char expected[1024];
  (void)snprintf(
    expected,
    sizeof(expected),
    "{\"level\":\"error\",\"locations\":[{\"logicalLocations\":[{\"name\":\"born\"}],"
    "\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"data/my%%20people.csv\",\"uriBaseId\":"
    "\"%%SRCROOT%%\"},\"region\":{\"startColumn\":4,\"startLine\":18}}}],\"message\":{\"text\":"
    "\"\\\"19\\t64\\\" is bad; the value was left out\"},\"properties\":{\"effect\":\"value left "
    "out\",\"hint\":\"Try 12.\",\"row\":17},\"ruleId\":\"L0201\",\"ruleIndex\":%d}",
    (int)LN_L0201);
  check_result(run, 0U, expected);
  (void)snprintf(expected,
                 sizeof(expected),
                 "{\"level\":\"warning\",\"message\":{\"text\":\"a <b> & "
                 "\\\"c\\\"\"},\"properties\":{\"effect\":"
                 "\"kept\",\"hint\":\"Correct the file name, or move the file "
                 "elsewhere.\"},\"ruleId\":\"L0504\","
                 "\"ruleIndex\":%d}",
                 (int)LN_L0504);
  check_result(run, 1U, expected);
  (void)snprintf(
    expected,
    sizeof(expected),
    "{\"level\":\"error\",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":"
    "\"file:///w.csv\"}}}],\"message\":{\"text\":\"short; the row was left out\"},\"properties\":"
    "{\"effect\":\"row left out\",\"hint\":\"Add the missing delimiters; an empty cell is fine, a "
    "missing one may have shifted the others.\",\"row\":2},\"ruleId\":\"L0106\",\"ruleIndex\":%d}",
    (int)LN_L0106);
  check_result(run, 2U, expected);
  json_decref(document);
}

/* Rules stand where ruleIndex says, and have what viewers show. */
static void
rules(void)
{
  json_t* const driver = json_object_get(json_object_get(load(false), "tool"), "driver");
  json_t* const list   = json_object_get(driver, "rules");
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(driver, "name")), "liner");
  CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(driver, "version")), "1.2.3");
  CU_ASSERT_EQUAL(json_array_size(list), (size_t)LN_CODE_COUNT);
  for (int i = 0; i < LN_CODE_COUNT; ++i) {
    const ln_code_info* const info = ln_code_about((ln_code)i);
    json_t* const             rule = json_array_get(list, (size_t)i);
    json_t* const             help = json_object_get(rule, "help");
    CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(rule, "id")), info->code);
    CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(help, "text")), info->remedy);
  }
  json_decref(document);
}

static void
invocations(void)
{
  for (int findings = 0; findings < 2; ++findings) {
    json_t* const run  = load(findings == 1);
    json_t* const call = json_array_get(json_object_get(run, "invocations"), 0U);
    CU_ASSERT(json_is_true(json_object_get(call, "executionSuccessful")));
    CU_ASSERT_EQUAL(json_integer_value(json_object_get(call, "exitCode")), findings);
    json_decref(document);
  }
}

static void
failures(void)
{
  check_report_failures("sarif");
}

static const unit_test tests[] = {
  {"results", results},
  {"rules", rules},
  {"invocations", invocations},
  {"failures", failures},
};

UNIT_MAIN("report_sarif", tests)
