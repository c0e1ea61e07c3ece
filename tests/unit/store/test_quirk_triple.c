/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triples as a store takes them. */

#include "store/quirk_triple.h"

#include "unit.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static ln_read_triple
triple_of(const char* const text, const char* const datatype)
{
  return (ln_read_triple){
    .subject   = {.kind = LN_BLANK, .text = LN_V("b")},
    .predicate = {.kind = LN_IRI, .text = LN_V("a:p")},
    .object    = {.kind = LN_LITERAL, .text = ln_view_of(text), .datatype = ln_view_of(datatype)}};
}

/* For Virtuoso 1 and 1.0 are one, for Fuseki in memory they are two. */
static void
kinds(void)
{
  static const char* const NAMES[] = {"virtuoso", "fuseki"};
  const ln_read_triple     whole   = triple_of("1", XSD "integer");
  const ln_read_triple     decimal = triple_of("1.0", XSD "decimal");
  for (size_t i = 0U; i < 2U; ++i) {
    const ln_store_kind* const kind = ln_store_kind_find(ln_view_of(NAMES[i]));
    ln_text                    a    = {0};
    ln_text                    b    = {0};
    CU_ASSERT_PTR_NOT_NULL_FATAL(kind);
    CU_ASSERT_EQUAL(ln_quirk_triple_key(kind, &whole, &a), LN_OK);
    CU_ASSERT_EQUAL(ln_quirk_triple_key(kind, &decimal, &b), LN_OK);
    CU_ASSERT_EQUAL(ln_view_equals(ln_text_view(&a), ln_text_view(&b)), i == 0U);
    ln_text_reset(&a);
    ln_text_reset(&b);
    CU_ASSERT_EQUAL(ln_quirk_triple_shown(kind, &whole, &a), LN_OK);
    CU_ASSERT_EQUAL(ln_quirk_triple_shown(kind, &whole, &b), LN_OK);
    CU_ASSERT(ln_view_equals(ln_text_view(&a), ln_text_view(&b)));
    ln_text_clear(&a);
    ln_text_clear(&b);
  }
}

/* A text is no IRI, and a blank node is its label. */
static void
terms(void)
{
  const ln_store_kind* const kind  = ln_store_kind_find(LN_V("fuseki"));
  ln_text                    a     = {0};
  ln_text                    b     = {0};
  ln_read_triple             one   = triple_of("b", "");
  ln_read_triple             other = one;
  other.object                     = other.subject;
  CU_ASSERT_EQUAL(ln_quirk_triple_key(kind, &one, &a), LN_OK);
  CU_ASSERT_EQUAL(ln_quirk_triple_key(kind, &other, &b), LN_OK);
  CU_ASSERT(!ln_view_equals(ln_text_view(&a), ln_text_view(&b)));
  ln_text_clear(&b);
  ln_text_clear(&a);
  CHECK_ALLOC_FAILURES(ln_quirk_triple_key(kind, &one, &a), ln_text_clear(&a));
}

static const unit_test TESTS[] = {{"kinds", kinds}, {"terms", terms}};

UNIT_MAIN("store/quirk_triple", TESTS)
