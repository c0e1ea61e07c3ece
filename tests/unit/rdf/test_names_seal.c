/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Names: prefixes and what is rendered for N-Triples and Turtle. */

#include "unit.h"

#include "rdf/names.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

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

static ln_names*
fresh(void)
{
  ln_names* const names = ln_names_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(names);
  return names;
}

static void
check_prefix(const ln_names* const names,
             const size_t          i,
             const char* const     name,
             const char* const     iri)
{
  size_t                 n    = 0U;
  const ln_prefix* const list = ln_names_prefixes(names, &n);
  CU_ASSERT_FATAL(i < n);
  CHECK_VIEW(list[i].name, name);
  CHECK_VIEW(list[i].iri, iri);
}

static void
declared(void)
{
  ln_names* const names = fresh();
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("credit"), LN_V("http://e/credit/")), LN_OK);
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("credit"), LN_V("http://other/")), LN_OK);
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("again"), LN_V("http://e/credit/")), LN_OK);
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("unused"), LN_V("http://unused/")), LN_OK);
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("not a name"), LN_V("http://n/")), LN_OK);
  const uint16_t exact = iri_stem(names, "http://e/credit/");
  const uint16_t begun = iri_stem(names, "http://e/credit/tt1--");
  const uint16_t deep  = iri_stem(names, "http://e/credit/a/b");
  const uint16_t named = iri_stem(names, "http://n/");
  CU_ASSERT_EQUAL_FATAL(ln_names_seal(names), LN_OK);
  const ln_stem* const s = ln_names_stem_at(names, exact);
  CU_ASSERT_EQUAL(s->kind, LN_IRI);
  CHECK_VIEW(s->iri, "http://e/credit/");
  CHECK_VIEW(s->nt_open, "<http://e/credit/");
  CHECK_VIEW(s->nt_close, ">");
  CHECK_VIEW(s->prefix, "credit:");
  CHECK_VIEW(ln_names_stem_at(names, begun)->prefix, "credit:tt1--");
  CHECK_VIEW(ln_names_stem_at(names, deep)->prefix, "");
  CHECK_VIEW(ln_names_stem_at(names, named)->prefix, "n:");
  CHECK_VIEW(ln_names_stem_at(names, LN_STEM_IRI)->nt_open, "<");
  CHECK_VIEW(ln_names_stem_at(names, LN_STEM_IRI)->prefix, "");
  size_t n = 0U;
  (void)ln_names_prefixes(names, &n);
  CU_ASSERT_EQUAL(n, 2U);
  check_prefix(names, 0U, "credit", "http://e/credit/");
  check_prefix(names, 1U, "n", "http://n/");
  ln_names_free(names);
}

static void
derived(void)
{
  ln_names* const          names      = fresh();
  static const char* const CASES[][2] = {
    {"https://e.org/person/", "person:"},
    {"https://f.org/person/", "person2:"},
    {"https://e.org/v#", "v:"},
    {"https://e.org/", "ns:"},
    {"https://f.org/", "ns2:"},
    {"urn:isbn:", "isbn:"},
    {"https://e.org/1st/", "ns3:"},
    {"https://e.org/prov/", "prov2:"},
    {"https://e.org/a-b/", "a-b:"},
    {"https://e.org/%20/", "ns4:"},
    {"https://e.org/x", "ns:x"},
    {"https://e.org/y?id=", ""},
    {"http://schema.org/", "schema:"},
    {"https://e.org/person/p-", "person:p-"},
  };
  enum { N = sizeof(CASES) / sizeof(CASES[0]) };
  uint16_t stems[N];
  for (size_t i = 0U; i < N; ++i) {
    stems[i] = iri_stem(names, CASES[i][0]);
  }
  CU_ASSERT_EQUAL_FATAL(ln_names_seal(names), LN_OK);
  for (size_t i = 0U; i < N; ++i) {
    CHECK_VIEW(ln_names_stem_at(names, stems[i])->prefix, CASES[i][1]);
  }
  size_t n = 0U;
  (void)ln_names_prefixes(names, &n);
  CU_ASSERT_EQUAL(n, 11U);
  check_prefix(names, 0U, "a-b", "https://e.org/a-b/");
  check_prefix(names, 2U, "ns", "https://e.org/");
  check_prefix(names, 10U, "v", "https://e.org/v#");
  ln_names_free(names);
}

static void
literals(void)
{
  ln_names* const names   = fresh();
  const uint16_t  date    = literal_stem(names, XSD "date", "");
  const uint16_t  integer = literal_stem(names, XSD "integer", "");
  const uint16_t  decimal = literal_stem(names, XSD "decimal", "");
  const uint16_t  twofold = literal_stem(names, XSD "double", "");
  const uint16_t  boolean = literal_stem(names, XSD "boolean", "");
  const uint16_t  other   = literal_stem(names, "http://o/t y", "");
  const uint16_t  lang    = literal_stem(names, "", "de-AT");
  CU_ASSERT_EQUAL_FATAL(ln_names_seal(names), LN_OK);
  const ln_stem* const s = ln_names_stem_at(names, date);
  CU_ASSERT_EQUAL(s->kind, LN_LITERAL);
  CHECK_VIEW(s->iri, XSD "date");
  CHECK_VIEW(s->nt_open, "\"");
  CHECK_VIEW(s->nt_close, "\"^^<" XSD "date>");
  CHECK_VIEW(s->ttl_close, "\"^^xsd:date");
  CU_ASSERT_EQUAL(s->bare, LN_BARE_NEVER);
  CU_ASSERT_EQUAL(ln_names_stem_at(names, integer)->bare, LN_BARE_INTEGER);
  CU_ASSERT_EQUAL(ln_names_stem_at(names, decimal)->bare, LN_BARE_DECIMAL);
  CU_ASSERT_EQUAL(ln_names_stem_at(names, twofold)->bare, LN_BARE_DOUBLE);
  CU_ASSERT_EQUAL(ln_names_stem_at(names, boolean)->bare, LN_BARE_BOOLEAN);
  CHECK_VIEW(ln_names_stem_at(names, other)->ttl_close, "\"^^<http://o/t\\u0020y>");
  CHECK_VIEW(ln_names_stem_at(names, lang)->lang, "de-at");
  CHECK_VIEW(ln_names_stem_at(names, lang)->iri, "");
  CHECK_VIEW(ln_names_stem_at(names, lang)->nt_close, "\"@de-at");
  CHECK_VIEW(ln_names_stem_at(names, lang)->ttl_close, "\"@de-at");
  CHECK_VIEW(ln_names_stem_at(names, LN_STEM_STRING)->nt_close, "\"");
  CHECK_VIEW(ln_names_stem_at(names, LN_STEM_STRING)->ttl_close, "\"");
  CHECK_VIEW(ln_names_stem_at(names, LN_STEM_STRING)->iri, "");
  size_t n = 0U;
  (void)ln_names_prefixes(names, &n);
  CU_ASSERT_EQUAL(n, 1U);
  check_prefix(names, 0U, "xsd", XSD);
  ln_names_free(names);
}

static void
predicates(void)
{
  ln_names* const names = fresh();
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("rdfs"), LN_V("http://mine/")), LN_OK);
  static const char* const CASES[][2] = {
    {"http://mine/p_1-x", "rdfs:p_1-x"},
    {"http://mine/1p", "<http://mine/1p>"},
    {"http://mine/", "<http://mine/>"},
    {"http://mine/a.b", "<http://mine/a.b>"},
    // The name is taken, so the usual prefix is not declared.
    {"http://www.w3.org/2000/01/rdf-schema#label", "<http://www.w3.org/2000/01/rdf-schema#label>"},
    {"http://www.w3.org/2004/02/skos/core#prefLabel", "skos:prefLabel"},
  };
  for (size_t i = 0U; i < 6U; ++i) {
    uint16_t p = 0U;
    CU_ASSERT_EQUAL(ln_names_predicate(names, ln_view_of(CASES[i][0]), &p), LN_OK);
    CU_ASSERT_EQUAL(p, i + 1U);
  }
  CU_ASSERT_EQUAL_FATAL(ln_names_seal(names), LN_OK);
  for (size_t i = 0U; i < 6U; ++i) {
    CHECK_VIEW(ln_names_predicate_at(names, (uint16_t)(i + 1U))->ttl, CASES[i][1]);
    CHECK_VIEW(ln_names_predicate_at(names, (uint16_t)(i + 1U))->iri, CASES[i][0]);
  }
  CHECK_VIEW(ln_names_predicate_at(names, 1U)->nt, "<http://mine/p_1-x>");
  CHECK_VIEW(ln_names_predicate_at(names, LN_PREDICATE_TYPE)->ttl, "a");
  CHECK_VIEW(ln_names_predicate_at(names, LN_PREDICATE_TYPE)->nt,
             "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>");
  size_t n = 0U;
  (void)ln_names_prefixes(names, &n);
  CU_ASSERT_EQUAL(n, 2U); // `a` needs no prefix
  ln_names_free(names);
}

static void
shorten(void)
{
  ln_names* const names = fresh();
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("e"), LN_V("http://e/")), LN_OK);
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("ex"), LN_V("http://e/x/")), LN_OK);
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("idle"), LN_V("http://e/x/idle/")), LN_OK);
  (void)iri_stem(names, "http://e/");
  (void)iri_stem(names, "http://e/x/");
  CU_ASSERT_EQUAL_FATAL(ln_names_seal(names), LN_OK);
  ln_prefix prefix = {{NULL, 0U}, {NULL, 0U}};
  ln_view   local  = {NULL, 0U};
  CU_ASSERT_TRUE(ln_names_shorten(names, LN_V("http://e/x/1-a_b"), &prefix, &local));
  CHECK_VIEW(prefix.name, "ex");
  CHECK_VIEW(local, "1-a_b");
  CU_ASSERT_TRUE(ln_names_shorten(names, LN_V("http://e/x"), &prefix, &local));
  CHECK_VIEW(prefix.name, "e");
  CHECK_VIEW(local, "x");
  CU_ASSERT_FALSE(ln_names_shorten(names, LN_V("http://e/x/idle/a"), &prefix, &local));
  CU_ASSERT_FALSE(ln_names_shorten(names, LN_V("http://e/x/"), &prefix, &local));
  CU_ASSERT_FALSE(ln_names_shorten(names, LN_V("http://e/x/-a"), &prefix, &local));
  CU_ASSERT_FALSE(ln_names_shorten(names, LN_V("http://e/x/a.b"), &prefix, &local));
  CU_ASSERT_FALSE(ln_names_shorten(names, LN_V("http://f/"), &prefix, &local));
  ln_names_free(names);
}

static ln_status
build(ln_names** const names)
{
  *names = ln_names_new();
  if (!*names) {
    return LN_NO_MEM;
  }
  uint16_t n = 0U;
  LN_TRY(ln_names_iri_stem(*names, LN_V("http://e/a/"), &n));
  LN_TRY(ln_names_iri_stem(*names, LN_V("http://f/a/"), &n));
  LN_TRY(ln_names_literal_stem(*names, LN_V(XSD "date"), LN_V(""), &n));
  LN_TRY(ln_names_predicate(*names, LN_V("http://e/a/p"), &n));
  return ln_names_seal(*names);
}

static void
out_of_memory(void)
{
  ln_names* names = NULL;
  CHECK_ALLOC_FAILURES(build(&names), ln_names_free(names));
}

static const unit_test TESTS[] = {
  {"declared prefixes", declared},
  {"derived prefixes", derived},
  {"literal stems", literals},
  {"predicates", predicates},
  {"shortening", shorten},
  {"out of memory", out_of_memory},
};

UNIT_MAIN("names_seal", TESTS)
