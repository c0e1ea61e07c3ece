/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `members` (docs/mapping.md): what is asked of objects of JSON in cells. */

#include "map/fixture.h"

#define ONE(more)                                                                                  \
  PLAIN(MUTE("id") ",{'name': 'o', 'suppressOutput': true" more "}," VIRT(                         \
    "n", ", '~value': '{o.name}|{o.order}'") "," VIRT("c", ", '~value': '{o.city}'"))

#define LIST ", '~array': 'json', '~each': true, '~members': ['name', 'order', 'place/city']"

static void
check_one(const char* const json,
          const char* const text,
          const char* const triples,
          const char* const findings,
          const int         line)
{
  const fix_input input = {.json = json, .tables = {{"t.csv", text}}};
  fix_check(&input, triples, findings, __FILE__, line);
}

static void
test_array(void)
{
  check_one(
    ONE(LIST),
    "id,o\n1,\"[{\"\"name\"\": \"\"Ann\"\", \"\"order\"\": 1.50, \"\"place\"\": {\"\"x\"\": "
    "[\"\"]\"\"], "
    "\"\"city\"\": \"\"Ulm\"\"}}, {\"\"order\"\":2,\"\"n\\u0061me\"\":\"\"B\\\"\"ob\"\"}]\"\n"
    "2,[]\n3,\n",
    "<r/1> <p/c> 'Ulm'\n<r/1> <p/n> 'Ann|1.50'\n<r/1> <p/n> 'B\\'ob|2'\n",
    "",
    __LINE__);
}

/* Null is absent, and so is what would be inside of it; of two members of one name the first
   counts; an array or object stands as it is written. */
static void
test_absent(void)
{
  check_one(
    ONE(", '~members': {'name': 'a', 'order': 'b', 'city': 'c/d'}"),
    "id,o\n1,\"{\"\"a\"\": [1, {}], \"\"b\"\": true, \"\"a\"\": 2, \"\"c\"\": null}\"\n"
    "2,\"{\"\"a\"\": null, \"\"b\"\": 1}\"\n3,{}\n4,\"{\"\"c\"\":{\"\"d\"\":\"\"e\"\"}}\"\n",
    "<r/1> <p/n> '[1, {}]|true'\n<r/4> <p/c> 'e'\n",
    "",
    __LINE__);
}

static void
test_bad(void)
{
  check_one(ONE(LIST),
            "id,o\n1,\"[1, {\"\"name\"\": \"\"A\"\", \"\"order\"\": 2}]\"\n",
            "<r/1> <p/n> 'A|2'\n",
            "L0219 value 2:2 \"1\" is not a JSON object: at character 1 there must be {\n",
            __LINE__);
  check_one(
    ONE(", '~members': ['name', 'order', 'place/city']"),
    "id,o\n1,\"{\"\"name\"\": \"\"A\"\", \"\"order\"\": 2} x\"\n2,\"{\"\"place\"\": "
    "\"\"Ulm\"\"}\"\n",
    "",
    "L0219 value 2:2 \"{\\\"name\\\": \\\"A\\\", \\\"order\\\": 2} x\" is not a JSON object: at "
    "character 27 there must be nothing more\n"
    "L0219 value 3:2 \"Ulm\" is not a JSON object: at character 1 there must be {\n",
    __LINE__);
}

static ln_status
run_everything(fixture* const f)
{
  const fix_input input = {
    .json   = ONE(LIST),
    .tables = {
      {"t.csv", "id,o\n1,\"[{\"\"n\\u0061me\"\": \"\"\\n\"\", \"\"order\"\": 1}]\"\n2,[1]\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_everything(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"array", test_array},
  {"absent", test_absent},
  {"bad", test_bad},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/cell_object", tests)
