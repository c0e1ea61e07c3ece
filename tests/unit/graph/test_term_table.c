/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which terms are equal (RDF 1.1 Concepts, section 3). */

#include "unit.h"

#include "graph/term_table.h"

static uint32_t
add(ln_term_table* const table, const ln_read_term term, const uint32_t file)
{
  uint32_t number = 0U;
  uint32_t again  = 0U;
  CU_ASSERT_EQUAL(ln_term_table_add(table, &term, file, &number), LN_OK);
  CU_ASSERT_EQUAL(ln_term_table_find(table, &term, file, &again), LN_OK);
  CU_ASSERT_EQUAL(number, again);
  return number;
}

static ln_read_term
literal(const char* const text, const char* const datatype, const char* const lang)
{
  return (ln_read_term){LN_LITERAL, ln_view_of(text), ln_view_of(datatype), ln_view_of(lang)};
}

static ln_read_term
node(const ln_kind kind, const char* const text)
{
  return (ln_read_term){.kind = kind, .text = ln_view_of(text)};
}

static void
equality(void)
{
  ln_term_table* const t = ln_term_table_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(t);
  const uint32_t plain = add(t, literal("a", "", ""), 1U);
  CU_ASSERT_EQUAL(add(t, literal("a", "http://www.w3.org/2001/XMLSchema#string", ""), 2U), plain);
  CU_ASSERT_NOT_EQUAL(add(t, literal("a", "http://e/d", ""), 1U), plain);
  CU_ASSERT_NOT_EQUAL(add(t, literal("a", "", "en"), 1U), plain);
  CU_ASSERT_EQUAL(add(t, literal("a", "", "EN-gb"), 1U), add(t, literal("a", "", "en-GB"), 1U));
  CU_ASSERT_NOT_EQUAL(add(t, literal("na", "", "e"), 1U), add(t, literal("a", "", "en"), 1U));
  CU_ASSERT_NOT_EQUAL(add(t, node(LN_IRI, "a"), 1U), add(t, node(LN_BLANK, "a"), 1U));
  CU_ASSERT_NOT_EQUAL(add(t, node(LN_BLANK, "a"), 1U), add(t, node(LN_BLANK, "a"), 2U));
  CU_ASSERT_EQUAL(add(t, node(LN_IRI, "a"), 1U), add(t, node(LN_IRI, "a"), 2U));
  ln_term_table_free(t);
}

static void
parts(void)
{
  ln_term_table* const t = ln_term_table_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(t);
  const uint32_t typed  = add(t, literal("1", "http://e/d", ""), 1U);
  const uint32_t tagged = add(t, literal("x", "", "De"), 1U);
  const uint32_t blank  = add(t, node(LN_BLANK, "b"), 7U);
  const uint32_t empty  = add(t, literal("", "", ""), 1U);
  CHECK_VIEW(ln_term_table_at(t, typed).datatype, "http://e/d");
  CHECK_VIEW(ln_term_table_text(t, typed), "1");
  CHECK_VIEW(ln_term_table_lang(t, tagged), "de");
  CHECK_VIEW(ln_term_table_text(t, tagged), "x");
  CU_ASSERT_EQUAL(ln_term_table_datatype(t, tagged), LN_TERM_RDF_LANG_STRING);
  CU_ASSERT_EQUAL(ln_term_table_datatype(t, empty), LN_TERM_XSD_STRING);
  CHECK_VIEW(ln_term_table_text(t, empty), "");
  CHECK_VIEW(ln_term_table_at(t, tagged).datatype, "");
  CHECK_VIEW(ln_term_table_text(t, blank), "b");
  CU_ASSERT_EQUAL(ln_term_table_file(t, blank), 7U);
  CU_ASSERT_EQUAL(ln_term_table_kind(t, blank), LN_BLANK);
  CU_ASSERT_EQUAL(ln_term_table_datatype(t, blank), LN_NO_TERM);
  CU_ASSERT_EQUAL(ln_term_table_size(t), 7U); // two of its own, four, and the datatype
  uint32_t           number = 0U;
  const ln_read_term other  = node(LN_IRI, "nowhere");
  CU_ASSERT_EQUAL(ln_term_table_find(t, &other, 1U, &number), LN_OK);
  CU_ASSERT_EQUAL(number, LN_NO_TERM);
  ln_term_table_free(t);
  ln_term_table_free(NULL);
}

/* A table of the first terms gives them their numbers, and goes on by itself. */
static void
first(void)
{
  ln_term_table* const t     = ln_term_table_new();
  const ln_read_term   tag   = literal("x", "", "de");
  const ln_read_term   typed = literal("1", "http://e/d", "");
  uint32_t             x     = 0U;
  uint32_t             one   = 0U;
  uint32_t             again = 0U;
  CU_ASSERT_PTR_NOT_NULL_FATAL(t);
  CU_ASSERT_EQUAL(ln_term_table_add(t, &tag, 1U, &x), LN_OK);
  const size_t n = ln_term_table_size(t);
  CU_ASSERT_EQUAL(ln_term_table_add(t, &typed, 1U, &one), LN_OK);
  ln_term_table* const part = ln_term_table_first(t, n);
  CU_ASSERT_PTR_NOT_NULL_FATAL(part);
  CU_ASSERT_EQUAL(ln_term_table_size(part), n);
  CU_ASSERT_EQUAL(ln_term_table_find(part, &tag, 1U, &again), LN_OK);
  CU_ASSERT_EQUAL(again, x);
  CU_ASSERT_EQUAL(ln_term_table_hash(part, x), ln_term_table_hash(t, x));
  CU_ASSERT_NOT_EQUAL(ln_term_table_hash(t, one), ln_term_table_hash(t, x));
  CU_ASSERT_EQUAL(ln_term_table_find(part, &typed, 1U, &again), LN_OK);
  CU_ASSERT_EQUAL(again, LN_NO_TERM);
  ln_term_table_free(part);
  ln_term_table_free(t);
}

static ln_status
fill(void)
{
  uint32_t             number  = 0U;
  const ln_read_term   terms[] = {literal("1", "http://e/d", ""),
                                  literal("x", "", "de"),
                                  node(LN_BLANK, "b"),
                                  node(LN_IRI, "http://e/a")};
  ln_term_table* const t       = ln_term_table_new();
  ln_status            st      = t ? LN_OK : LN_NO_MEM;
  for (size_t i = 0U; st == LN_OK && i < sizeof(terms) / sizeof(terms[0]); ++i) {
    st = ln_term_table_add(t, &terms[i], 1U, &number);
  }
  if (st == LN_OK) {
    ln_term_table* const part = ln_term_table_first(t, 3U);
    st                        = part ? LN_OK : LN_NO_MEM;
    ln_term_table_free(part);
  }
  ln_term_table_free(t);
  return st;
}

static void
no_memory(void)
{
  CHECK_ALLOC_FAILURES(fill(), (void)0);
}

static const unit_test TESTS[] = {
  {"equality", equality}, {"parts", parts}, {"first", first}, {"no memory", no_memory}};

UNIT_MAIN("graph/term_table", TESTS)
