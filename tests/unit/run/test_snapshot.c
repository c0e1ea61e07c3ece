/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Each quad once, with its graph, and what things are called. */

#include "run/snapshot.h"
#include "unit.h"

#define RDFS_LABEL "<http://www.w3.org/2000/01/rdf-schema#label>"

static ln_quad
quad(const char* const triple, const char* const graph, const char* const key)
{
  return (ln_quad){
    .triple = ln_view_of(triple), .graph = ln_view_of(graph), .key = ln_view_of(key)};
}

static void
add(ln_snapshot* const s, const ln_quad q, const bool is_new)
{
  bool added = !is_new;
  CU_ASSERT_EQUAL(ln_snapshot_add(s, &q, &added), LN_OK);
  CU_ASSERT_EQUAL(added, is_new);
}

static void
test_quads(void)
{
  ln_snapshot* const s = ln_snapshot_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(s);
  add(s, quad("<x:a> <x:p> \"1 2\"", "", "<x:a> <x:p> \"1 2\""), true);
  add(s, quad("<x:a> <x:p> \"1 2\"", "<x:g>", "<x:a> <x:p> \"1 2\" <x:g>"), true);
  add(s, quad("<x:a> <x:p> \"1 2\"", "", "<x:a> <x:p> \"1 2\""), false);
  CU_ASSERT_EQUAL(ln_snapshot_size(s), 2U);
  CHECK_VIEW(ln_snapshot_at(s, 0U).triple, "<x:a> <x:p> \"1 2\"");
  CHECK_VIEW(ln_snapshot_at(s, 0U).graph, "");
  CHECK_VIEW(ln_snapshot_at(s, 1U).triple, "<x:a> <x:p> \"1 2\"");
  CHECK_VIEW(ln_snapshot_at(s, 1U).graph, "<x:g>");
  CU_ASSERT_TRUE(ln_snapshot_has(s, LN_V("<x:a> <x:p> \"1 2\" <x:g>")));
  CU_ASSERT_FALSE(ln_snapshot_has(s, LN_V("<x:a> <x:p> \"1 2\" <x:h>")));
  CU_ASSERT_FALSE(ln_snapshot_has(NULL, LN_V("")));
  CU_ASSERT_EQUAL(ln_snapshot_size(NULL), 0U);
  ln_snapshot_free(s);
  ln_snapshot_free(NULL);
}

static void
test_names(void)
{
  ln_snapshot* const s       = ln_snapshot_new();
  const char* const  named[] = {"<x:a> " RDFS_LABEL " \"Ada\"@en",
                                "<x:a> " RDFS_LABEL " \"Augusta\"",
                                "<x:b> <https://schema.org/name> \"\\\"B\\\"\"^^<x:\"t>",
                                "<x:c> " RDFS_LABEL " <x:d>",
                                "<x:e> <x:p> \"E\""};
  CU_ASSERT_PTR_NOT_NULL_FATAL(s);
  for (size_t i = 0U; i < sizeof(named) / sizeof(named[0]); ++i) {
    add(s, quad(named[i], "", named[i]), true);
  }
  CHECK_VIEW(ln_snapshot_name(s, LN_V("<x:a>")), "Ada");
  CHECK_VIEW(ln_snapshot_name(s, LN_V("<x:c>")), "");
  CHECK_VIEW(ln_snapshot_name(s, LN_V("<x:e>")), "");
  CHECK_VIEW(ln_snapshot_name(NULL, LN_V("<x:e>")), "");
  ln_snapshot_free(s);
}

static ln_status
fill(void)
{
  bool               added = false;
  const ln_quad      q     = quad("<x:a> " RDFS_LABEL " \"A\"", "", "<x:a> " RDFS_LABEL " \"A\"");
  ln_snapshot* const s     = ln_snapshot_new();
  const ln_status    st    = s ? ln_snapshot_add(s, &q, &added) : LN_NO_MEM;
  ln_snapshot_free(s);
  return st;
}

static void
test_no_memory(void)
{
  CHECK_ALLOC_FAILURES(fill(), (void)0);
}

static const unit_test tests[] = {
  {"quads", test_quads}, {"names", test_names}, {"no_memory", test_no_memory}};

UNIT_MAIN("run/snapshot", tests)
