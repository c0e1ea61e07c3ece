/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Paths into XML and JSON: what they mean, and where they are wrong. */

#include "unit.h"

#include "table/tree_path.h"

#include <stdint.h>

static ln_arena arena;

static const char*
read(const char* const text, const bool absolute, ln_tree_path* const path, size_t* const at)
{
  const char* problem = NULL;
  CU_ASSERT_EQUAL(ln_tree_path_read(&arena, ln_view_of(text), absolute, path, &problem, at), LN_OK);
  return problem;
}

static void
test_rows(void)
{
  ln_tree_path path;
  size_t       at = 0U;
  CU_ASSERT_PTR_NULL(read("/", true, &path, &at));
  CU_ASSERT_EQUAL(path.n, 0U);
  CU_ASSERT_PTR_NULL(read("/a/*/'b c''/d'/x:y", true, &path, &at));
  CU_ASSERT_EQUAL_FATAL(path.n, 4U);
  CHECK_VIEW(path.steps[0].name, "a");
  CU_ASSERT_PTR_NULL(path.steps[1].name.s);
  CHECK_VIEW(path.steps[2].name, "b c'/d");
  CHECK_VIEW(path.steps[3].name, "x:y");
  ln_arena_clear(&arena);
}

static void
test_columns(void)
{
  ln_tree_path path;
  size_t       at = 0U;
  CU_ASSERT_PTR_NULL(read(".", false, &path, &at));
  CU_ASSERT_EQUAL(path.n + path.up, 0U);
  CU_ASSERT_EQUAL(path.end, LN_TREE_VALUE);
  CU_ASSERT_PTR_NULL(read("../..", false, &path, &at));
  CU_ASSERT_EQUAL(path.up, 2U);
  CU_ASSERT_PTR_NULL(read("../a[3]/b[@k='v']/c[d='e f']/@id?", false, &path, &at));
  CU_ASSERT_EQUAL(path.up, 1U);
  CU_ASSERT_EQUAL_FATAL(path.n, 3U);
  CU_ASSERT_EQUAL(path.steps[0].nth, 3U);
  CU_ASSERT_TRUE(path.steps[1].by_attribute);
  CHECK_VIEW(path.steps[1].key, "k");
  CHECK_VIEW(path.steps[1].equals, "v");
  CU_ASSERT_FALSE(path.steps[2].by_attribute);
  CHECK_VIEW(path.steps[2].equals, "e f");
  CU_ASSERT_EQUAL(path.end, LN_TREE_ATTRIBUTE);
  CHECK_VIEW(path.attribute, "id");
  CU_ASSERT_TRUE(path.places);
  CU_ASSERT_PTR_NULL(read("text()", false, &path, &at));
  CU_ASSERT_EQUAL(path.end, LN_TREE_TEXT);
  CU_ASSERT_PTR_NULL(read("../position()", false, &path, &at));
  CU_ASSERT_EQUAL(path.end, LN_TREE_POSITION);
  CU_ASSERT_PTR_NULL(read("a/name()", false, &path, &at));
  CU_ASSERT_EQUAL(path.end, LN_TREE_NAME);
  ln_arena_clear(&arena);
}

/* Each with the byte, from 0, at which it is seen to be wrong. */
static void
test_wrong(void)
{
  static const struct {
    const char* text;
    bool        absolute;
    size_t      at;
  } wrong[] = {
    {"", false, 0U},    {"a", true, 0U},         {"/a/", true, 3U},    {"/a[1]", true, 3U},
    {"//a", true, 1U},  {"a/", false, 2U},       {"/a", false, 0U},    {"a//b", false, 2U},
    {"a[", false, 2U},  {"a[1", false, 3U},      {"a[0]", false, 3U},  {"a[@k=v]", false, 4U},
    {"'a", false, 2U},  {"a b", false, 1U},      {"@id/b", false, 3U}, {"a/..", false, 4U},
    {"./a", false, 1U}, {"text()/a", false, 6U}, {"@", false, 1U},     {"a?/b", false, 2U},
  };
  ln_tree_path path;
  for (size_t i = 0U; i < sizeof(wrong) / sizeof(wrong[0]); ++i) {
    size_t            at      = 0U;
    const char* const problem = read(wrong[i].text, wrong[i].absolute, &path, &at);
    CU_ASSERT_PTR_NOT_NULL(problem);
    CU_ASSERT_EQUAL(at, wrong[i].at);
    if (!problem || at != wrong[i].at) {
      fprintf(stderr, "%s: %zu: %s\n", wrong[i].text, at, problem ? problem : "nothing");
    }
  }
  ln_arena_clear(&arena);
}

static void
test_too_long(void)
{
  char         text[2 * (LN_TREE_STEPS + 1) + 1] = {0};
  ln_tree_path path;
  size_t       at = 0U;
  for (size_t i = 0U; i <= (size_t)LN_TREE_STEPS; ++i) {
    text[2U * i]        = '/';
    text[(2U * i) + 1U] = 'a';
  }
  CU_ASSERT_PTR_NOT_NULL(read(text, true, &path, &at));
  text[2U * LN_TREE_STEPS] = '\0';
  CU_ASSERT_PTR_NULL(read(text, true, &path, &at));
  CU_ASSERT_EQUAL(path.n, (size_t)LN_TREE_STEPS);
  ln_arena_clear(&arena);
}

enum { COLUMNS = 4 };

static ln_status
make(const ln_tree_format format,
     const char* const    rows,
     const char* const    columns[COLUMNS],
     ln_tree_spec* const  spec,
     size_t* const        beyond)
{
  const char*           problem = NULL;
  size_t                at      = 0U;
  ln_tree_column* const made    = ln_arena_zero(&arena, COLUMNS, sizeof(ln_tree_column));
  *spec                         = (ln_tree_spec){.format = format, .n = COLUMNS};
  if (!made) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_tree_path_read(&arena, ln_view_of(rows), true, &spec->rows, &problem, &at));
  for (size_t i = 0U; i < (size_t)COLUMNS; ++i) {
    LN_TRY(ln_tree_path_read(&arena, ln_view_of(columns[i]), false, &made[i].path, &problem, &at));
  }
  return ln_tree_spec_make(&arena, spec, made, beyond);
}

static void
test_spec(void)
{
  static const char* const early[COLUMNS]  = {"@id", "../@id", "../../position()", "b/c"};
  static const char* const late[COLUMNS]   = {"@id", "../id", "b", "../../name()"};
  static const char* const beyond[COLUMNS] = {".", "../../../..", "b", "c"};
  ln_tree_spec             spec;
  size_t                   at = 0U;
  CU_ASSERT_EQUAL(make(LN_TREE_XML, "/x/y/z", early, &spec, &at), LN_OK);
  CU_ASSERT_EQUAL(at, SIZE_MAX);
  CU_ASSERT_EQUAL(spec.record, 3U);
  CU_ASSERT_EQUAL(spec.up, 2U);
  CU_ASSERT_EQUAL(spec.n_names, 6U); /* x y z id b c */
  CU_ASSERT_FALSE(spec.any);
  CU_ASSERT_EQUAL(make(LN_TREE_JSON, "/x/y/z", early, &spec, &at), LN_OK);
  CU_ASSERT_EQUAL(spec.record, 2U); /* @id is a member here */
  CHECK_VIEW(spec.columns[0].path.steps[0].name, "@id");
  CU_ASSERT_EQUAL(make(LN_TREE_XML, "/x/y/z", late, &spec, &at), LN_OK);
  CU_ASSERT_EQUAL(spec.record, 2U);
  CU_ASSERT_TRUE(spec.any);
  CU_ASSERT_EQUAL(make(LN_TREE_XML, "/x/y/z", beyond, &spec, &at), LN_OK);
  CU_ASSERT_EQUAL(at, 1U);
  ln_arena_clear(&arena);
}

static void
test_inner(void)
{
  static const char* const columns[COLUMNS] = {"m", "m/_", "n", "m/_/x"};
  ln_tree_spec             spec;
  size_t                   at = 0U;
  CU_ASSERT_EQUAL(make(LN_TREE_JSON, "/", columns, &spec, &at), LN_OK);
  CU_ASSERT_TRUE(spec.columns[0].inner);
  CU_ASSERT_TRUE(spec.columns[1].inner);
  CU_ASSERT_FALSE(spec.columns[2].inner);
  CU_ASSERT_FALSE(spec.columns[3].inner);
  ln_arena_clear(&arena);
}

static void
test_no_memory(void)
{
  static const char* const columns[COLUMNS] = {"'a b'", "@x[", "../@c", "d[e='f']"};
  ln_tree_spec             spec;
  size_t                   at = 0U;
  CHECK_ALLOC_FAILURES(make(LN_TREE_JSON, "/a/b", columns, &spec, &at), ln_arena_clear(&arena));
}

static const unit_test tests[] = {
  {"rows", test_rows},
  {"columns", test_columns},
  {"wrong", test_wrong},
  {"too long", test_too_long},
  {"spec", test_spec},
  {"inner", test_inner},
  {"no memory", test_no_memory},
};

UNIT_MAIN("tree_path", tests)
