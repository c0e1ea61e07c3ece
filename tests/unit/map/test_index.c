/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What can be referred to: by id, by IRI, by name. */

#include "map/index.h"
#include "unit.h"

static ln_status
add(ln_index* const index, const char* const key, const char* const iri, uint32_t* const number)
{
  const ln_entry entry = {.key = ln_view_of(key), .iri = ln_view_of(iri), .label = ln_view_of(key)};
  return ln_index_add(index, &entry, number);
}

static void
test_found(void)
{
  ln_index* const index = ln_index_new();
  uint32_t        a     = 9U;
  uint32_t        b     = 9U;
  CU_ASSERT_FATAL(index != NULL);
  CU_ASSERT_EQUAL(ln_index_by_key(index, LN_V("ada")), LN_ENTRY_NONE);
  CU_ASSERT_EQUAL(add(index, "ada", "http://e/ada", &a), LN_OK);
  CU_ASSERT_EQUAL(add(index, "bob", "http://e/bob", &b), LN_OK);
  CU_ASSERT_EQUAL(a, 0U);
  CU_ASSERT_EQUAL(b, 1U);
  CU_ASSERT_EQUAL(ln_index_size(index), 2U);
  CU_ASSERT_EQUAL(ln_index_by_key(index, LN_V("bob")), 1U);
  CU_ASSERT_EQUAL(ln_index_by_key(index, LN_V("Bob")), LN_ENTRY_NONE);
  CU_ASSERT_EQUAL(ln_index_by_iri(index, LN_V("http://e/ada")), 0U);
  CU_ASSERT_EQUAL(ln_index_by_iri(index, LN_V("http://e/")), LN_ENTRY_NONE);
  CHECK_VIEW(ln_index_entry(index, 1U)->key, "bob");
  CHECK_VIEW(ln_index_entry(index, 1U)->iri, "http://e/bob");
  CHECK_VIEW(ln_index_entry(index, 1U)->label, "bob");
  ln_index_free(index);
}

/* Two things with one IRI: it leads to the first, and those behind are still found. */
static void
test_shared_iri(void)
{
  ln_index* const index  = ln_index_new();
  uint32_t        number = 0U;
  CU_ASSERT_FATAL(index != NULL);
  CU_ASSERT_EQUAL(add(index, "name", "http://e/label", &number), LN_OK);
  CU_ASSERT_EQUAL(add(index, "title", "http://e/label", &number), LN_OK);
  CU_ASSERT_EQUAL(number, 1U);
  CU_ASSERT_EQUAL(add(index, "note", "http://e/note", &number), LN_OK);
  CU_ASSERT_EQUAL(number, 2U);
  CU_ASSERT_EQUAL(ln_index_by_iri(index, LN_V("http://e/label")), 0U);
  CU_ASSERT_EQUAL(ln_index_by_iri(index, LN_V("http://e/note")), 2U);
  CU_ASSERT_EQUAL(ln_index_by_key(index, LN_V("note")), 2U);
  ln_index_free(index);
}

static void
test_names(void)
{
  ln_index* const index  = ln_index_new();
  uint32_t        number = 0U;
  uint32_t        cursor = LN_ENTRY_NONE;
  CU_ASSERT_FATAL(index != NULL);
  CU_ASSERT_EQUAL(add(index, "a", "http://e/a", &number), LN_OK);
  CU_ASSERT_EQUAL(add(index, "b", "http://e/b", &number), LN_OK);
  CU_ASSERT_EQUAL(ln_index_name(index, 0U, LN_V("Man\xC3\xA1")), LN_OK);
  CU_ASSERT_EQUAL(ln_index_name(index, 1U, LN_V("mana")), LN_OK);
  CU_ASSERT_EQUAL(ln_index_name(index, 0U, LN_V("MANA")), LN_OK); // once more: nothing new
  CU_ASSERT_EQUAL(ln_index_name(index, 0U, LN_V(" ")), LN_OK);    // no name at all
  CU_ASSERT_EQUAL(ln_index_by_name(index, LN_V("mana"), &cursor), 0U);
  CU_ASSERT_EQUAL(ln_index_by_name(index, LN_V("mana"), &cursor), 1U);
  CU_ASSERT_EQUAL(ln_index_by_name(index, LN_V("mana"), &cursor), LN_ENTRY_NONE);
  cursor = LN_ENTRY_NONE;
  CU_ASSERT_EQUAL(ln_index_by_name(index, LN_V("manb"), &cursor), LN_ENTRY_NONE);
  cursor = LN_ENTRY_NONE;
  CU_ASSERT_EQUAL(ln_index_by_name(index, LN_V(""), &cursor), LN_ENTRY_NONE);
  ln_index_free(index);
}

static void
test_offers(void)
{
  ln_index* const index   = ln_index_new();
  uint32_t        number  = 0U;
  ln_nearest      nearest = {.word = LN_V("audioslav")};
  CU_ASSERT_FATAL(index != NULL);
  CU_ASSERT_EQUAL(add(index, "x", "http://e/x", &number), LN_OK);
  CU_ASSERT_EQUAL(ln_index_name(index, 0U, LN_V("Audioslave")), LN_OK);
  CU_ASSERT_EQUAL(ln_index_name(index, 0U, LN_V("Soundgarden")), LN_OK);
  ln_index_offer(index, &nearest);
  CU_ASSERT_EQUAL_FATAL(nearest.n, 1U);
  CHECK_VIEW(nearest.name[0], "Audioslave");
  ln_index_free(index);
}

static void
test_columns(void)
{
  ln_index* const index   = ln_index_new();
  const ln_view   names[] = {LN_V("notation"), LN_V("class")};
  const ln_view   cells[] = {LN_V("band"), LN_V("Group")};
  const ln_entry  entry   = {
       .key = cells[0], .iri = LN_V("http://e/band"), .label = LN_V(""), .cells = cells};
  uint32_t number = 0U;
  size_t   n      = 9U;
  CU_ASSERT_FATAL(index != NULL);
  (void)ln_index_columns(index, &n);
  CU_ASSERT_EQUAL(n, 0U);
  CU_ASSERT_EQUAL(ln_index_set_columns(index, names, 2U), LN_OK);
  CHECK_VIEW(ln_index_columns(index, &n)[1], "class");
  CU_ASSERT_EQUAL(n, 2U);
  CU_ASSERT_EQUAL(ln_index_column(index, LN_V("class")), 1U);
  CU_ASSERT_EQUAL(ln_index_column(index, LN_V("Class")), SIZE_MAX);
  CU_ASSERT_EQUAL(ln_index_add(index, &entry, &number), LN_OK);
  CHECK_VIEW(ln_index_entry(index, 0U)->cells[1], "Group");
  CU_ASSERT_PTR_NOT_EQUAL(ln_index_entry(index, 0U)->cells[1].s, cells[1].s);
  ln_index_free(index);
}

/* What was gathered stays while it grows, and is apart for each thing. */
static void
test_append(void)
{
  ln_index* const index   = ln_index_new();
  const ln_view   names[] = {LN_V("who"), LN_V("as")};
  const ln_view   one[]   = {LN_V("7"), LN_V("Ann")};
  const ln_view   two[]   = {LN_V("12"), LN_V("")};
  const ln_entry  first   = {.key = LN_V("a"), .iri = LN_V("http://e/a"), .cells = one};
  const ln_entry  second  = {.key = LN_V("b"), .iri = LN_V("http://e/b"), .cells = two};
  uint32_t        number  = 0U;
  CU_ASSERT_FATAL(index != NULL);
  CU_ASSERT_EQUAL(ln_index_set_columns(index, names, 2U), LN_OK);
  CU_ASSERT_EQUAL(ln_index_add(index, &first, &number), LN_OK);
  CU_ASSERT_EQUAL(ln_index_add(index, &second, &number), LN_OK);
  CU_ASSERT_EQUAL(ln_index_append(index, 0U, two, LN_V("; ")), LN_OK);
  CHECK_VIEW(ln_index_entry(index, 0U)->cells[0], "7; 12");
  CHECK_VIEW(ln_index_entry(index, 0U)->cells[1], "Ann; ");
  CHECK_VIEW(ln_index_entry(index, 1U)->cells[0], "12");
  for (size_t i = 0U; i < 1000U; ++i) {
    CU_ASSERT_EQUAL(ln_index_append(index, 0U, one, LN_V("|")), LN_OK);
  }
  const ln_view text = ln_index_entry(index, 0U)->cells[1];
  CU_ASSERT_EQUAL(text.n, 5U + 4000U);
  CU_ASSERT(ln_view_starts(text, LN_V("Ann; |Ann|Ann|")));
  CU_ASSERT(ln_view_ends(text, LN_V("|Ann|Ann")));
  ln_index_free(index);
}

static void
test_rows(void)
{
  ln_index* const index = ln_index_new();
  CU_ASSERT_FATAL(index != NULL);
  for (uint32_t i = 0U; i < 100U; ++i) {
    CU_ASSERT_EQUAL(ln_index_row(index, i == 7U ? LN_ENTRY_NONE : i + 5U), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_index_at_row(index, 0U), 5U);
  CU_ASSERT_EQUAL(ln_index_at_row(index, 7U), LN_ENTRY_NONE);
  CU_ASSERT_EQUAL(ln_index_at_row(index, 99U), 104U);
  CU_ASSERT_EQUAL(ln_index_at_row(index, 100U), LN_ENTRY_NONE);
  ln_index_free(index);
  ln_index_free(NULL);
}

static ln_status
fill(ln_index** const index)
{
  const ln_view names[] = {LN_V("notation")};
  uint32_t      number  = 0U;
  *index                = ln_index_new();
  LN_TRY(*index ? LN_OK : LN_NO_MEM);
  LN_TRY(ln_index_set_columns(*index, names, 1U));
  const ln_entry entry = {
    .key = LN_V("k"), .iri = LN_V("http://e/k"), .label = LN_V("K"), .cells = names};
  LN_TRY(ln_index_add(*index, &entry, &number));
  LN_TRY(ln_index_append(*index, number, names, LN_V("|")));
  LN_TRY(ln_index_append(*index, number, names, LN_V("|")));
  LN_TRY(ln_index_name(*index, number, LN_V("K")));
  ln_index_set_term(*index, number, (ln_term){.kind = LN_IRI});
  return ln_index_row(*index, number);
}

static void
test_no_memory(void)
{
  ln_index* index = NULL;
  CHECK_ALLOC_FAILURES(fill(&index), ln_index_free(index));
}

static const unit_test tests[] = {
  {"found", test_found},
  {"shared IRI", test_shared_iri},
  {"names", test_names},
  {"offers", test_offers},
  {"columns", test_columns},
  {"append", test_append},
  {"rows", test_rows},
  {"no memory", test_no_memory},
};

UNIT_MAIN("index", tests)
