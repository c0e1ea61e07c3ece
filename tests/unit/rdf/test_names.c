/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Names: numbers, look-ups and terms before sealing. How they are rendered: test_names_seal.c. */

#include "unit.h"

#include "rdf/names.h"

static uint16_t
iri_stem(ln_names* const names, const char* const iri)
{
  uint16_t stem = UINT16_MAX;
  CU_ASSERT_EQUAL(ln_names_iri_stem(names, ln_view_of(iri), &stem), LN_OK);
  return stem;
}

static uint16_t
literal_stem(ln_names* const names, const char* const datatype, const char* const lang)
{
  uint16_t stem = UINT16_MAX;
  CU_ASSERT_EQUAL(ln_names_literal_stem(names, ln_view_of(datatype), ln_view_of(lang), &stem),
                  LN_OK);
  return stem;
}

static void
numbers(void)
{
  ln_names* const names = ln_names_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(names);
  CU_ASSERT_EQUAL(iri_stem(names, ""), LN_STEM_IRI);
  CU_ASSERT_EQUAL(literal_stem(names, "", ""), LN_STEM_STRING);
  CU_ASSERT_EQUAL(literal_stem(names, "http://www.w3.org/2001/XMLSchema#string", ""),
                  LN_STEM_STRING);
  const uint16_t a  = iri_stem(names, "https://example.org/a/");
  const uint16_t d  = literal_stem(names, "https://example.org/a/", "");
  const uint16_t en = literal_stem(names, "", "en-GB");
  CU_ASSERT_EQUAL(a, 2U);
  CU_ASSERT_EQUAL(d, 3U);
  CU_ASSERT_EQUAL(en, 4U);
  CU_ASSERT_EQUAL(iri_stem(names, "https://example.org/a/"), a);
  CU_ASSERT_EQUAL(literal_stem(names, "", "EN-gb"), en);

  uint16_t p = 1U;
  CU_ASSERT_EQUAL(
    ln_names_predicate(names, LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), &p), LN_OK);
  CU_ASSERT_EQUAL(p, LN_PREDICATE_TYPE);
  CU_ASSERT_EQUAL(ln_names_predicate(names, LN_V("http://p/1"), &p), LN_OK);
  CU_ASSERT_EQUAL(p, 1U);
  CU_ASSERT_EQUAL(ln_names_predicate(names, LN_V("http://p/1"), &p), LN_OK);
  CU_ASSERT_EQUAL(p, 1U);
  CU_ASSERT_EQUAL(ln_names_predicates(names), 2U);
  p = 7U;
  CU_ASSERT(!ln_names_predicate_find(names, LN_V("http://p/2"), &p));
  CU_ASSERT_EQUAL(p, 7U);
  CU_ASSERT(ln_names_predicate_find(names, LN_V("http://p/1"), &p));
  CU_ASSERT_EQUAL(p, 1U);
  ln_names_free(names);
}

static void
terms(void)
{
  ln_names* const names = ln_names_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(names);
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("e"), LN_V("http://e/")), LN_OK);
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("ex"), LN_V("http://e/x/")), LN_OK);
  ln_term term = {0};
  CU_ASSERT_EQUAL(ln_names_term(names, LN_V("http://e/x/tom"), &term), LN_OK);
  CHECK_VIEW(ln_term_bytes(term), "tom");
  CU_ASSERT_EQUAL(term.stem, iri_stem(names, "http://e/x/"));
  CU_ASSERT_EQUAL(term.kind, LN_IRI);
  CU_ASSERT_EQUAL(term.flags, LN_CLEAN);
  CU_ASSERT_EQUAL(ln_names_term(names, LN_V("http://e/x"), &term), LN_OK);
  CHECK_VIEW(ln_term_bytes(term), "x");
  CU_ASSERT_EQUAL(term.stem, iri_stem(names, "http://e/"));
  // Of two prefixes that cover it, the longer one.
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("en"), LN_V("http://e/n")), LN_OK);
  CU_ASSERT_EQUAL(ln_names_term(names, LN_V("http://e/nina"), &term), LN_OK);
  CHECK_VIEW(ln_term_bytes(term), "ina");
  // A known prefix counts although nobody declared it; a local name with a point is not simple.
  CU_ASSERT_EQUAL(ln_names_term(names, LN_V("http://www.w3.org/ns/prov#Entity"), &term), LN_OK);
  CHECK_VIEW(ln_term_bytes(term), "Entity");
  CU_ASSERT_EQUAL(ln_names_term(names, LN_V("http://e/x/tom.html"), &term), LN_OK);
  CHECK_VIEW(ln_term_bytes(term), "http://e/x/tom.html");
  CU_ASSERT_EQUAL(term.stem, LN_STEM_IRI);
  CU_ASSERT_EQUAL(term.flags, 0);
  ln_names_free(names);
}

static void
expand(void)
{
  ln_names* const names = ln_names_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(names);
  const uint16_t stem = iri_stem(names, "http://e/");
  ln_text        text = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_names_expand(names, (ln_term){"a", 1U, stem, LN_IRI, 0}, &text), LN_OK);
  CU_ASSERT_EQUAL(ln_text_add_byte(&text, ' '), LN_OK);
  const ln_term literal = {"b c", 3U, LN_STEM_STRING, LN_LITERAL, 0};
  CU_ASSERT_EQUAL(ln_names_expand(names, literal, &text), LN_OK);
  CU_ASSERT_EQUAL(ln_text_add_byte(&text, ' '), LN_OK);
  CU_ASSERT_EQUAL(ln_names_expand(names, (ln_term){"b1", 2U, 0U, LN_BLANK, 0}, &text), LN_OK);
  CHECK_VIEW(ln_text_view(&text), "http://e/a b c _:b1");
  ln_text_clear(&text);
  ln_names_free(names);
}

static void
limit(void)
{
  ln_names* const names = ln_names_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(names);
  ln_text  text = {NULL, 0U, 0U};
  uint16_t stem = 0U;
  for (unsigned i = 1U; i < 0x8000U; ++i) { // the empty stem is one already
    ln_text_reset(&text);
    CU_ASSERT_EQUAL_FATAL(ln_text_format(&text, "u:%u", i), LN_OK);
    CU_ASSERT_EQUAL_FATAL(ln_names_iri_stem(names, ln_text_view(&text), &stem), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_names_iri_stem(names, LN_V("u:more"), &stem), LN_NO_MEM);
  CU_ASSERT_EQUAL(ln_names_iri_stem(names, LN_V("u:1"), &stem), LN_OK);
  CU_ASSERT_EQUAL(stem, 2U);
  CU_ASSERT_EQUAL(ln_names_literal_stem(names, LN_V("u:d"), LN_V(""), &stem), LN_OK);
  CU_ASSERT_EQUAL(stem, 0x8001U);
  ln_text_clear(&text);
  ln_names_free(names);
}

static ln_status
build(ln_names** const names)
{
  *names = ln_names_new();
  if (!*names) {
    return LN_NO_MEM;
  }
  uint16_t n    = 0U;
  ln_term  term = {0};
  LN_TRY(ln_names_prefix(*names, LN_V("e"), LN_V("http://e/")));
  LN_TRY(ln_names_term(*names, LN_V("http://e/x"), &term));
  LN_TRY(ln_names_literal_stem(*names, LN_V(""), LN_V("en"), &n));
  return ln_names_predicate(*names, LN_V("http://e/p"), &n);
}

static void
out_of_memory(void)
{
  ln_names* names = NULL;
  CHECK_ALLOC_FAILURES(build(&names), ln_names_free(names));
  ln_names_free(NULL);
}

static const unit_test TESTS[] = {
  {"equal things, equal numbers", numbers},
  {"whole IRIs become terms", terms},
  {"terms expand", expand},
  {"at most 2^15 of a kind", limit},
  {"out of memory", out_of_memory},
};

UNIT_MAIN("names", TESTS)
