/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Paths over a small tree made by hand: where they lead, in which order, and the text that they
   take. */

#include "unit.h"

#include "table/tree_walk.h"

static ln_arena arena;

/* <r><n k="1">x</n><m/><n k="2"> y <b>z</b></n></r>, a node a name, and a row of JSON's kinds. */
static ln_tree_node row  = {.kind = LN_NODE_ELEMENT, .name = {"r", 1U}};
static ln_tree_node n1   = {.kind = LN_NODE_ELEMENT, .name = {"n", 1U}};
static ln_tree_node k1   = {.kind = LN_NODE_ATTRIBUTE, .name = {"k", 1U}, .text = {"1", 1U}};
static ln_tree_node x    = {.kind = LN_NODE_TEXT, .text = {"x", 1U}};
static ln_tree_node m    = {.kind = LN_NODE_ELEMENT, .name = {"m", 1U}};
static ln_tree_node n2   = {.kind = LN_NODE_ELEMENT, .name = {"n", 1U}};
static ln_tree_node k2   = {.kind = LN_NODE_ATTRIBUTE, .name = {"k", 1U}, .text = {"2", 1U}};
static ln_tree_node y    = {.kind = LN_NODE_TEXT, .text = {" y ", 3U}};
static ln_tree_node b    = {.kind = LN_NODE_ELEMENT, .name = {"b", 1U}};
static ln_tree_node z    = {.kind = LN_NODE_TEXT, .text = {"z", 1U}};
static ln_tree_node word = {.kind = LN_NODE_WORD, .text = {"1.50", 4U}};
static ln_tree_node none = {.kind = LN_NODE_NULL};
static ln_tree_node map  = {.kind = LN_NODE_OBJECT};
static ln_tree_node half = {.kind = LN_NODE_HALF, .name = {"h", 1U}, .text = {"\\ud800", 6U}};
static ln_tree_node top  = {
   .kind = LN_NODE_OBJECT, .name = {"n", 1U}, .first = &half, .last = &half};
static ln_tree_node all = {.kind = LN_NODE_OBJECT, .first = &top, .last = &top};

static void
put(ln_tree_node* const up, ln_tree_node* const node)
{
  node->up = up;
  if (up->last) {
    up->last->next = node;
  } else {
    up->first = node;
  }
  up->last = node;
}

static void
build(void)
{
  if (row.first) {
    return;
  }
  put(&row, &n1);
  put(&row, &m);
  put(&row, &n2);
  put(&n1, &k1);
  put(&n1, &x);
  put(&n2, &k2);
  put(&n2, &y);
  put(&n2, &b);
  put(&b, &z);
}

static ln_tree_path
path_of(const char* const text)
{
  ln_tree_path path;
  const char*  problem = NULL;
  size_t       at      = 0U;
  CU_ASSERT_EQUAL(ln_tree_path_read(&arena, ln_view_of(text), false, &path, &problem, &at), LN_OK);
  CU_ASSERT_PTR_NULL(problem);
  return path;
}

/* All texts, `,` behind each; `-` where there is none. */
static void
check(const char* const text, ln_tree_node* const from, const char* const expected)
{
  const ln_tree_path path = path_of(text);
  ln_text            out  = {0};
  ln_tree_node*      node = NULL;
  ln_tree_walk       walk;
  build();
  ln_tree_walk_start(&walk, &path, from);
  while (ln_tree_walk_next(&walk, &node)) {
    const ln_tree_node* at    = NULL;
    ln_taken            taken = LN_TAKEN_NULL;
    CU_ASSERT_EQUAL(ln_tree_text_of(&path, node, &out, &taken, &at), LN_OK);
    CU_ASSERT_EQUAL(ln_text_add(&out, taken > LN_TAKEN_WORD ? LN_V("-,") : LN_V(",")), LN_OK);
  }
  CHECK_VIEW(ln_text_view(&out), expected);
  ln_text_clear(&out);
  ln_arena_clear(&arena);
}

static void
test_steps(void)
{
  check("n", &row, "x,y z,");
  check("*", &row, "x,,y z,");
  check("n[2]", &row, "y z,");
  check("n[@k='1']", &row, "x,");
  check("n[b='z']", &row, "y z,");
  check("n[b='q']", &row, "");
  check("n/b", &row, "z,");
  check("..", &b, "y z,");
  check("../../m", &b, ",");
  check("../../../..", &b, "");
}

static void
test_ends(void)
{
  check("n/@k", &row, "1,2,");
  check("*/@k", &row, "1,-,2,");
  check("n/text()", &row, "x,y,");
  check("n/position()", &row, "1,2,");
  check("*/position()", &row, "1,2,3,");
  check("*/name()", &row, "n,m,n,");
  check(".", &word, "1.50,");
  check(".", &none, "-,");
  check(".", &map, "-,");
  check(".", &half, "\\ud800-,");
  check("n[h='\\ud800']/h", &all, "");
  check("n/h", &all, "\\ud800-,");
}

static void
test_places(void)
{
  check("*/b", &row, "z,");
  check("*/b?", &row, "-,-,z,");
  check("*/@k?", &row, "1,-,2,");
}

static const unit_test tests[] = {
  {"steps", test_steps},
  {"ends", test_ends},
  {"places", test_places},
};

UNIT_MAIN("tree_walk", tests)
