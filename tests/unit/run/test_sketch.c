/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The shape of documents: what has one path is one, with how often it stands where. */

#include "unit.h"

#include "run/sketch.h"

/* `name n/most` of each node, `@` in front of attributes, `~` of text, then `[` in arrays, `*` if
   complex. */
static ln_status
show(const char* const text, const ln_tree_format format, ln_text* const out)
{
  ln_arena  arena  = {0};
  ln_sketch sketch = {0};
  ln_status st     = ln_sketch_make(&arena, ln_view_of(text), format, &sketch);
  for (size_t i = 0U; st == LN_OK && i < sketch.n; ++i) {
    const ln_sketch_node* const node = &sketch.nodes[i];
    CU_ASSERT_TRUE(node->up == SIZE_MAX ? i == 0U : node->up < i);
    st = ln_text_format(out,
                        "%s%.*s %u/%u%s%s ",
                        node->attribute ? "@"
                        : node->name.s  ? ""
                                        : "~",
                        (int)node->name.n,
                        node->name.s ? node->name.s : "",
                        (unsigned)node->n,
                        (unsigned)node->most,
                        node->array ? "[" : "",
                        ln_sketch_complex(node) ? "*" : "");
  }
  ln_sketch_clear(&sketch);
  ln_arena_clear(&arena);
  return st;
}

static void
check_shape(const char* const text, const ln_tree_format format, const char* const expected)
{
  ln_text out = {0};
  CU_ASSERT_EQUAL(show(text, format, &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out), expected);
  ln_text_clear(&out);
}

static void
test_xml(void)
{
  check_shape("<a><b i='1'>x</b><b/><c><b/></c></a>",
              LN_TREE_XML,
              " 1/1* a 1/1* b 2/2* @i 1/1 ~ 1/1 c 1/1* b 1/1 ");
}

/* Only the top of an array is told from one member; members of several objects are counted apart.
 */
static void
test_json(void)
{
  check_shape("{\"a\":[{\"b\":1},{\"b\":[2]}],\"c\":[],\"d\":null}",
              LN_TREE_JSON,
              " 1/1* a 2/2[* b 2/1[ d 1/1 ");
  check_shape("[1,2]", LN_TREE_JSON, " 2/1[ ");
  check_shape("{\"a\":1}\n{]\n{\"a\":2}", LN_TREE_JSON, " 2/1* a 2/1 ");
}

/* What is cut off or broken is as far as it goes. */
static void
test_cut(void)
{
  check_shape("<a><b>x</b><c", LN_TREE_XML, " 1/1* a 1/1* b 1/1 ~ 1/1 ");
  check_shape("{\"a\":[{\"b\":", LN_TREE_JSON, " 1/1* a 1/1[ ");
  check_shape("", LN_TREE_JSON, "");
  check_shape("<a></b>", LN_TREE_XML, " 1/1* a 1/1 ");
}

/* Names that are data do not take all memory. */
static void
test_many_names(void)
{
  ln_arena  arena  = {0};
  ln_sketch sketch = {0};
  ln_text   text   = {0};
  CU_ASSERT_EQUAL(ln_text_add_byte(&text, '{'), LN_OK);
  for (unsigned i = 0U; i < 3000U; ++i) {
    CU_ASSERT_EQUAL(ln_text_format(&text, "%s\"k%u\":{\"a\":1}", i > 0U ? "," : "", i), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_sketch_make(&arena, ln_text_view(&text), LN_TREE_JSON, &sketch), LN_OK);
  CU_ASSERT_TRUE(sketch.full && sketch.n == 2000U);
  ln_sketch_clear(&sketch);
  ln_text_clear(&text);
  ln_arena_clear(&arena);
}

static void
test_no_memory(void)
{
  ln_text out = {0};
  CHECK_ALLOC_FAILURES(show("<a><b i='1'>x</b><b/></a>", LN_TREE_XML, &out), ln_text_clear(&out));
}

static const unit_test tests[] = {
  {"XML", test_xml},
  {"JSON", test_json},
  {"cut", test_cut},
  {"many names", test_many_names},
  {"no memory", test_no_memory},
};

UNIT_MAIN("run/sketch", tests)
