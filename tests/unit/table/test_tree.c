/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Records are built node by node here, as a parser would: what is kept, what is passed over, and
   when. */

#include "unit.h"

#include "table/tree.h"

static const ln_tree_place place = {3U, 4U, 4U};

static ln_tree_step  rows_steps[] = {{.name = {"a", 1U}}, {.name = {"r", 1U}}};
static const ln_view names[]      = {{"a", 1U}, {"r", 1U}, {"v", 1U}, {"k", 1U}};

static ln_tree_spec
spec_of(const size_t record, const size_t up)
{
  return (ln_tree_spec){.rows    = {.steps = rows_steps, .n = 2U},
                        .record  = record,
                        .up      = up,
                        .names   = names,
                        .n_names = 4U};
}

static ln_status
element(ln_tree* const tree, const char* const name, const char* const text)
{
  LN_TRY(ln_tree_enter(tree, LN_NODE_ELEMENT, ln_view_of(name), 0U, &place));
  LN_TRY(text ? ln_tree_text(tree, ln_view_of(text), &place) : LN_OK);
  return ln_tree_leave(tree);
}

/* <a k="1"><x><r/></x><r k="2"><v>one</v> <w/></r><r/></a> */
static ln_status
fill(ln_tree* const tree)
{
  LN_TRY(ln_tree_enter(tree, LN_NODE_ELEMENT, LN_V(""), 0U, &place));
  LN_TRY(ln_tree_enter(tree, LN_NODE_ELEMENT, LN_V("a"), 0U, &place));
  LN_TRY(ln_tree_attribute(tree, LN_V("k"), LN_V("1"), &place));
  LN_TRY(ln_tree_attribute(tree, LN_V("other"), LN_V("1"), &place));
  LN_TRY(ln_tree_enter(tree, LN_NODE_ELEMENT, LN_V("x"), 0U, &place));
  LN_TRY(element(tree, "r", NULL));
  LN_TRY(ln_tree_leave(tree));
  LN_TRY(ln_tree_enter(tree, LN_NODE_ELEMENT, LN_V("r"), 0U, &place));
  LN_TRY(ln_tree_attribute(tree, LN_V("k"), LN_V("2"), &place));
  LN_TRY(element(tree, "v", "one"));
  LN_TRY(ln_tree_text(tree, LN_V("\n \n"), &place));
  LN_TRY(element(tree, "w", " "));
  LN_TRY(ln_tree_leave(tree));
  LN_TRY(element(tree, "r", NULL));
  LN_TRY(ln_tree_leave(tree));
  return ln_tree_leave(tree);
}

static void
test_records(void)
{
  const ln_tree_spec spec = spec_of(2U, 1U);
  ln_tree            tree;
  ln_tree_init(&tree, &spec, 1U << 20U);
  CU_ASSERT_EQUAL(fill(&tree), LN_OK);
  const ln_tree_record* const first = ln_tree_take(&tree);
  CU_ASSERT_PTR_NOT_NULL_FATAL(first);
  CU_ASSERT_EQUAL(first->root->position, 1U);
  CHECK_VIEW(first->root->name, "r");
  CHECK_VIEW(first->root->first->text, "2");
  const ln_tree_node* const v = first->root->first->next;
  CHECK_VIEW(v->name, "v");
  CHECK_VIEW(v->first->text, "one");
  CU_ASSERT_EQUAL(v->place.line, 3U);
  CHECK_VIEW(v->next->text, " "); /* layout */
  CU_ASSERT_PTR_NULL(v->next->next->name.s);
  CHECK_VIEW(v->next->next->first->text, " "); /* all that is in the element */
  CHECK_VIEW(first->root->up->first->text, "1");
  CU_ASSERT_PTR_NULL(first->root->up->up);
  const ln_tree_record* const second = ln_tree_take(&tree);
  CU_ASSERT_PTR_NOT_NULL_FATAL(second);
  CU_ASSERT_EQUAL(second->root->position, 2U);
  CU_ASSERT_PTR_NULL(ln_tree_take(&tree));
  CU_ASSERT_EQUAL(tree.n_strangers, 3U); /* other, x, w */
  ln_tree_settle(&tree);
  ln_tree_clear(&tree);
}

/* What rows stand in is kept, too, if a column goes up for an element. */
static void
test_record_above(void)
{
  const ln_tree_spec spec = spec_of(1U, 1U);
  ln_tree            tree;
  ln_tree_init(&tree, &spec, 1U << 20U);
  CU_ASSERT_EQUAL(fill(&tree), LN_OK);
  const ln_tree_record* const record = ln_tree_take(&tree);
  CU_ASSERT_PTR_NOT_NULL_FATAL(record);
  CHECK_VIEW(record->root->name, "a");
  CU_ASSERT_PTR_NULL(ln_tree_take(&tree));
  ln_tree_clear(&tree);
}

static void
test_too_large(void)
{
  const ln_tree_spec spec = spec_of(2U, 0U);
  ln_tree            tree;
  ln_tree_init(&tree, &spec, 300U);
  CU_ASSERT_EQUAL(fill(&tree), LN_OK);
  const ln_tree_record* const first = ln_tree_take(&tree);
  CU_ASSERT_PTR_NOT_NULL_FATAL(first);
  CU_ASSERT_TRUE(first->lost);
  CU_ASSERT_PTR_NULL(first->root->first);
  const ln_tree_record* const second = ln_tree_take(&tree);
  CU_ASSERT_PTR_NOT_NULL_FATAL(second);
  CU_ASSERT_FALSE(second->lost);
  ln_tree_clear(&tree);
}

/* Members of one array have one key; a name that comes again has another. */
static void
test_twice(void)
{
  const ln_tree_spec spec = spec_of(0U, 0U);
  ln_tree            tree;
  ln_tree_init(&tree, &spec, 1U << 20U);
  CU_ASSERT_EQUAL(ln_tree_enter(&tree, LN_NODE_OBJECT, LN_V(""), 1U, &place), LN_OK);
  for (uint32_t key = 1U; key <= 3U; ++key) {
    CU_ASSERT_EQUAL(ln_tree_enter(&tree, LN_NODE_WORD, LN_V("v"), key / 2U + 1U, &place), LN_OK);
    CU_ASSERT_EQUAL(ln_tree_text(&tree, LN_V("1"), &place), LN_OK);
    CU_ASSERT_EQUAL(ln_tree_leave(&tree), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_tree_leave(&tree), LN_OK);
  const ln_tree_record* const record = ln_tree_take(&tree);
  CU_ASSERT_PTR_NOT_NULL_FATAL(record);
  CU_ASSERT_PTR_NOT_NULL(record->twice);
  CU_ASSERT_PTR_NULL(record->root->first->next);
  ln_tree_clear(&tree);
}

static ln_status
fill_once(ln_tree* const tree)
{
  static ln_tree_spec spec;
  spec = spec_of(2U, 1U);
  ln_tree_init(tree, &spec, 1U << 20U);
  return fill(tree);
}

static void
test_no_memory(void)
{
  ln_tree tree;
  CHECK_ALLOC_FAILURES(fill_once(&tree), ln_tree_clear(&tree));
}

static const unit_test tests[] = {
  {"records", test_records},
  {"record above", test_record_above},
  {"too large", test_too_large},
  {"twice", test_twice},
  {"no memory", test_no_memory},
};

UNIT_MAIN("tree", tests)
