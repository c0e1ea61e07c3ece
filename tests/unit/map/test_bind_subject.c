/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Columns that speak of one thing are gathered. */

#include "map/fixture.h"

/* Bind and look at the plan. */
static const ln_plan*
bound(fixture* const f, const char* const json, const char* const text, const unsigned layers)
{
  const fix_input input = {.json = json, .tables = {{"t.csv", text}}, .layers = layers};
  CU_ASSERT_EQUAL_FATAL(fix_run(f, &input), LN_OK);
  return f->plans[0];
}

/* One subject a thing and layer; the row itself goes first. */
static void
test_gathered(void)
{
  fixture              f = {0};
  const ln_plan* const plan =
    bound(&f,
          PLAIN(MUTE("id") "," COL("a", ", 'aboutUrl': 'w/{id}'") "," COL("b", "") "," COL(
            "c", ", '~layer': 'evidence'") "," COL("d", ", 'aboutUrl': 'w/{id}'") "," COL("e", "")),
          "id,a,b,c,d,e\n",
          7U);
  CU_ASSERT_EQUAL_FATAL(plan->n_subjects, 3U);
  CHECK_VIEW(plan->subjects[0].iri.text, "r/{id}");
  CU_ASSERT_TRUE(plan->subjects[0].main);
  CU_ASSERT_EQUAL(plan->subjects[0].n_outputs, 2U);
  CHECK_VIEW(plan->subjects[1].iri.text, "w/{id}");
  CU_ASSERT_FALSE(plan->subjects[1].main);
  CU_ASSERT_EQUAL(plan->subjects[1].n_outputs, 2U);
  CU_ASSERT_EQUAL(plan->subjects[2].layer, LN_LAYER_EVIDENCE);
  CU_ASSERT_FALSE(plan->subjects[2].main);
  fix_clear(&f);
}

/* Columns that the table does not have, that are not written, or of layers nobody wants. */
static void
test_left_out(void)
{
  fixture              f = {0};
  const ln_plan* const plan =
    bound(&f,
          PLAIN(MUTE("id") "," COL("a", "") "," COL("missing", "") "," COL(
            "given", ", 'default': 'x'") "," COL("e", ", '~layer': 'evidence'")),
          "id,a,e\n",
          1U);
  CU_ASSERT_EQUAL_FATAL(plan->n_subjects, 1U);
  CU_ASSERT_EQUAL(plan->subjects[0].n_outputs, 2U);
  CHECK_VIEW(plan->variables[plan->subjects[0].outputs[0].variable].column->name, "a");
  CHECK_VIEW(plan->variables[plan->subjects[0].outputs[1].variable].column->name, "given");
  fix_clear(&f);
}

static void
test_suppressed_table(void)
{
  const fix_input input = {.json   = MAP "'url': 't.csv', 'suppressOutput': true, 'tableSchema': "
                                         "{'columns': [" COL("a", "") "]}}",
                           .tables = {{"t.csv", "a\n1\n"}}};
  CHECK_MAKE(&input, "", "");
}

/* A property without a URL is the column's name behind the table's URL. */
static void
test_properties(void)
{
  const fix_input input = {
    .json   = CSVW "'url': 'd/t.csv', 'tableSchema': {'aboutUrl': 'http://e/s', 'columns': "
                   "[{'titles': 'On Street'}, {'name': 'b', 'propertyUrl': 'x/y z'}, {'name': 'c', "
                   "'propertyUrl': 'schema:name'}, {'name': 'd', 'propertyUrl': '#{_name}'}]}}",
    .tables = {{"d/t.csv", "On Street,b,c,d\n1,2,3,4\n"}}};
  CHECK_MAKE(&input,
             "<s> <d/t.csv#On%20Street> '1'\n<s> <d/x/y%20z> '2'\n"
             "<s> <http://schema.org/name> '3'\n<s> <d/t.csv#d> '4'\n",
             "");
}

/* Types come first, one predicate stands together. */
static void
test_order(void)
{
  fixture              f          = {0};
  static const char    expected[] = "tuacb";
  const ln_plan* const plan =
    bound(&f,
          PLAIN(MUTE("id") ",{'name': 'a', 'propertyUrl': 'p'},{'name': 'b', 'propertyUrl': 'q'},"
                           "{'name': 'c', 'propertyUrl': 'p'},{'name': 't', 'virtual': true, "
                           "'propertyUrl': 'rdf:type', 'valueUrl': 'T'},{'name': 'u', 'virtual': "
                           "true, 'propertyUrl': 'rdf:type', 'valueUrl': 'U'}"),
          "id,a,b,c\n",
          7U);
  CU_ASSERT_EQUAL_FATAL(plan->n_subjects, 1U);
  CU_ASSERT_EQUAL_FATAL(plan->subjects[0].n_outputs, 5U);
  for (size_t i = 0U; i < 5U; ++i) {
    const ln_variable* const v = &plan->variables[plan->subjects[0].outputs[i].variable];
    CU_ASSERT_EQUAL(v->column->name.s[0], expected[i]);
  }
  fix_clear(&f);
}

static ln_status
run_all(fixture* const f)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") ",{'name': 'a'},{'name': 'b', 'propertyUrl': 'q/{a}', 'valueUrl': "
                               "'x/{b}'},{'name': 'c', 'aboutUrl': '{_name}', '~layer': 'evidence'}"),
    .tables = {{"t.csv", "id,a,b,c\n1,2,3,4\n"}},
    .named  = true};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_all(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"gathered", test_gathered},
  {"left out", test_left_out},
  {"suppressed table", test_suppressed_table},
  {"properties", test_properties},
  {"order", test_order},
  {"no memory", test_no_memory},
};

UNIT_MAIN("bind_subject", tests)
