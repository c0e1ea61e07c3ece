/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Paths into a JSON text, and the places they lead to; lines and columns are counted by hand. */

#include "map/csvw_reader.h"
#include "unit.h"

static const char text[] = "{ \"a\" : 1,\n"
                           "  \"b\": [10, {\"x\": \"}]\\\"\", \"y\": [[], {} , -2.50e+1]},\n"
                           "\t\"last\"],\n"
                           "  \"\": {\"b\": {\"c\":null}},\r\n"
                           "  \"\\u0064\": [true]}\n";

static ln_json_document document;
static json_t*          tree;

static void
open_tree(void)
{
  document.text = LN_V("");
  document.text = (ln_view){text, sizeof(text) - 1U};
  tree          = json_loadb(text, sizeof(text) - 1U, 0U, NULL);
  CU_ASSERT_FATAL(tree != NULL);
}

static void
check_node(const ln_json_node* const node,
           const char* const         path,
           const uint64_t            line,
           const uint64_t            column,
           const char* const         written)
{
  ln_text  out   = {0};
  ln_place place = {0};
  CU_ASSERT_EQUAL(ln_json_path(node, &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out), path);
  ln_json_place(node, &place);
  CU_ASSERT_EQUAL(place.line, line);
  CU_ASSERT_EQUAL(place.column, column);
  CHECK_VIEW(ln_json_written(node), written);
  ln_text_clear(&out);
}

static void
test_members(void)
{
  open_tree();
  const ln_json_node root  = ln_json_root(&document, tree);
  const ln_json_node a     = ln_json_member(&root, "a");
  const ln_json_node empty = ln_json_member(&root, "");
  const ln_json_node b     = ln_json_member(&empty, "b");
  const ln_json_node c     = ln_json_member(&b, "c");
  check_node(&a, "a", 1U, 3U, "1");
  check_node(&b, ".b", 4U, 8U, "{\"c\":null}");
  check_node(&c, ".b.c", 4U, 14U, "null");
  CU_ASSERT(json_is_null(c.value));
  json_decref(tree);
}

static void
test_items(void)
{
  open_tree();
  const ln_json_node root = ln_json_root(&document, tree);
  const ln_json_node b    = ln_json_member(&root, "b");
  const ln_json_node ten  = ln_json_item(&b, 0U);
  const ln_json_node one  = ln_json_item(&b, 1U);
  const ln_json_node x    = ln_json_member(&one, "x");
  const ln_json_node y    = ln_json_member(&one, "y");
  const ln_json_node y0   = ln_json_item(&y, 0U);
  const ln_json_node y1   = ln_json_item(&y, 1U);
  const ln_json_node y2   = ln_json_item(&y, 2U);
  const ln_json_node last = ln_json_item(&b, 2U);
  check_node(&ten, "b[0]", 2U, 9U, "10");
  check_node(&x, "b[1].x", 2U, 14U, "\"}]\\\"\"");
  check_node(&y0, "b[1].y[0]", 2U, 33U, "[]");
  check_node(&y1, "b[1].y[1]", 2U, 37U, "{}");
  check_node(&y2, "b[1].y[2]", 2U, 42U, "-2.50e+1");
  check_node(&last, "b[2]", 3U, 2U, "\"last\"");
  CHECK_VIEW(ln_json_text(x.value), "}]\"");
  CU_ASSERT_PTR_NULL(ln_json_text(ten.value).s);
  json_decref(tree);
}

/* What is missing is shown where it is missed; a name written with escapes is not found. */
static void
test_absent(void)
{
  open_tree();
  const ln_json_node root    = ln_json_root(&document, tree);
  const ln_json_node b       = ln_json_member(&root, "b");
  const ln_json_node nothing = ln_json_member(&b, "z");
  const ln_json_node more    = ln_json_item(&nothing, 4U);
  const ln_json_node d       = ln_json_member(&root, "d");
  const ln_json_node d0      = ln_json_item(&d, 0U);
  CU_ASSERT(!nothing.value && !more.value && json_is_true(d0.value));
  check_node(&nothing, "b.z", 2U, 3U, "");
  check_node(&more, "b.z[4]", 2U, 3U, "");
  check_node(&d0, "d[0]", 0U, 0U, "");
  check_node(&root,
             "",
             1U,
             1U,
             "{ \"a\" : 1,\n"
             "  \"b\": [10, {\"x\": \"}]\\\"\", \"y\": [[], {} , -2.50e+1]},\n"
             "\t\"last\"],\n"
             "  \"\": {\"b\": {\"c\":null}},\r\n"
             "  \"\\u0064\": [true]}");
  json_decref(tree);
}

/* A text that is not what was parsed must not be read beyond its end. */
static void
test_cut(void)
{
  open_tree();
  for (size_t n = 0U; n < sizeof(text) - 1U; ++n) {
    char* const        copy = ln_alloc(n > 0U ? n : 1U);
    const ln_json_node root = ln_json_root(&document, tree);
    const ln_json_node b    = ln_json_member(&root, "b");
    const ln_json_node last = ln_json_item(&b, 2U);
    ln_place           at   = {0};
    CU_ASSERT_FATAL(copy != NULL);
    memcpy(copy, text, n);
    document.text = (ln_view){copy, n};
    ln_json_place(&last, &at);
    CU_ASSERT(at.line <= 3U);
    CU_ASSERT(ln_json_written(&last).n <= n);
    ln_free(copy);
  }
  json_decref(tree);
}

static const unit_test tests[] = {
  {"members", test_members},
  {"items", test_items},
  {"absent", test_absent},
  {"cut", test_cut},
};

UNIT_MAIN("map/json_node", tests)
