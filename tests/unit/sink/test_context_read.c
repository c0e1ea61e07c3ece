/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Term definitions, by JSON-LD 1.1 API, section 4.2. */

#include "context_unit.h"

static const ln_context_term*
find(const ln_context* const context, const char* const name)
{
  for (uint32_t i = 0U; i < ln_context_terms(context); ++i) {
    if (ln_view_equals(ln_context_term_at(context, i)->name, ln_view_of(name))) {
      return ln_context_term_at(context, i);
    }
  }
  CU_FAIL_FATAL("no such term");
  return NULL;
}

static void
definitions(void)
{
  ln_context* const            c       = context_of(RICH_CONTEXT, "");
  const ln_context_term* const name    = find(c, "name");
  const ln_context_term* const label   = find(c, "label");
  const ln_context_term* const de      = find(c, "nameDe");
  const ln_context_term* const knows   = find(c, "knows");
  const ln_context_term* const role    = find(c, "role");
  const ln_context_term* const ex      = find(c, "ex");
  const ln_context_term* const friends = find(c, "friends");
  CHECK_VIEW(name->iri, "http://www.w3.org/2000/01/rdf-schema#label");
  CU_ASSERT(name->usable && !name->map && !name->set && !name->prefix && name->type.n == 0U);
  CU_ASSERT(label->usable && label->map);
  CHECK_VIEW(de->language, "de");
  CHECK_VIEW(knows->type, "@id");
  CU_ASSERT(knows->usable && knows->set && !knows->reverse);
  CHECK_VIEW(find(c, "born")->type, XSD "date");
  CHECK_VIEW(role->type, "@vocab");
  CHECK_VIEW(role->vocab, EX "role/");
  CU_ASSERT(role->usable && role->scope == LN_SCOPE_VOCAB);
  CU_ASSERT(ex->prefix);
  CU_ASSERT(friends->reverse && friends->usable && friends->set);
  CHECK_VIEW(friends->iri, EX "knows");
  CU_ASSERT(!find(c, "list")->usable);
  CU_ASSERT(!find(c, "nothing")->usable);
  CU_ASSERT(!find(c, "id")->usable);
  CU_ASSERT(find(c, "Scoped")->scope == LN_SCOPE_OTHER && !find(c, "Scoped")->usable);

  // The three terms of rdfs:label in order, without the reverse term of ex:knows.
  const uint32_t first = ln_context_find(c, LN_V("http://www.w3.org/2000/01/rdf-schema#label"));
  CU_ASSERT_FATAL(first != LN_CONTEXT_NONE);
  CU_ASSERT_PTR_EQUAL(ln_context_term_at(c, first), name);
  CU_ASSERT_PTR_EQUAL(ln_context_term_at(c, name->next), label);
  CU_ASSERT_PTR_EQUAL(ln_context_term_at(c, label->next), de);
  CU_ASSERT_EQUAL(de->next, LN_CONTEXT_NONE);
  CU_ASSERT_PTR_EQUAL(ln_context_term_at(c, ln_context_find(c, LN_V(EX "knows"))), knows);
  CU_ASSERT_EQUAL(knows->next, LN_CONTEXT_NONE);
  CU_ASSERT_EQUAL(ln_context_find(c, LN_V(EX "none")), LN_CONTEXT_NONE);
  ln_context_free(c);
}

/** Later contexts redefine; the language of the last is that of all terms without their own. */
static void
several(void)
{
  ln_context* const c = context_of("{\"@context\":["
                                   "{\"p\":\"http://one.org/\",\"a\":\"p:a\",\"b\":\"p:b\"},"
                                   "{\"p\":\"http://two.org/\",\"b\":\"p:b\",\"@language\":\"fr\","
                                   "\"c\":{\"@id\":\"p:c\",\"@language\":null}}]}",
                                   "");
  CHECK_VIEW(find(c, "a")->iri, "http://one.org/a");
  CHECK_VIEW(find(c, "b")->iri, "http://two.org/b");
  CHECK_VIEW(find(c, "a")->language, "fr");
  CHECK_VIEW(find(c, "c")->language, "");
  ln_context_free(c);
}

/** Prefixes: simple terms that end in a delimiter, or what says so (section 4.2.2, step 15). */
static void
prefixes(void)
{
  ln_context* const c = context_of(
    "{\"@context\":{\"a\":\"http://a.org/\",\"b\":\"http://b.org/x\","
    "\"c\":{\"@id\":\"http://c.org/\"},\"d\":{\"@id\":\"http://d.org/x\",\"@prefix\":true},"
    "\"e/f\":\"http://e.org/\",\"g\":\"urn:g:\",\"h\":\"b:y\",\"i\":\"c:y\"}}",
    "");
  CU_ASSERT(find(c, "a")->prefix);
  CU_ASSERT_FALSE(find(c, "b")->prefix);
  CU_ASSERT_FALSE(find(c, "c")->prefix);
  CU_ASSERT(find(c, "d")->prefix);
  CU_ASSERT_FALSE(find(c, "e/f")->prefix);
  CU_ASSERT(find(c, "g")->prefix);
  CHECK_VIEW(find(c, "h")->iri, "b:y"); // not a prefix, so an IRI of its own
  CHECK_VIEW(find(c, "i")->iri, "c:y");
  ln_context_free(c);
}

static void
vocabulary(void)
{
  ln_context* const c =
    context_of("{\"@context\":{\"@vocab\":\"https://v.org/\",\"a\":{\"@type\":\"@id\"},"
               "\"b\":\"c\",\"ex:x\":{\"@type\":\"xsd:int\"},\"xsd\":\"" XSD "\"}}",
               "");
  CHECK_VIEW(find(c, "a")->iri, "https://v.org/a");
  CHECK_VIEW(find(c, "b")->iri, "https://v.org/c");
  CHECK_VIEW(find(c, "ex:x")->iri, "ex:x");
  CHECK_VIEW(find(c, "ex:x")->type, XSD "int");
  ln_context_free(c);
}

/** What is not understood makes a term unusable, not the context wrong. */
static void
odd(void)
{
  ln_context* const c = context_of(
    "{\"@context\":{\"a\":{\"@id\":\"x:a\",\"@container\":\"@index\"},"
    "\"b\":{\"@id\":\"x:b\",\"@container\":[\"@set\",\"@graph\"]},\"c\":{\"@id\":\"x:c\",\"@nest\":"
    "\"n\"},"
    "\"d\":{\"@id\":\"x:d\",\"@type\":\"@json\"},\"e\":{\"@id\":\"x:e\",\"@direction\":\"rtl\"},"
    "\"f\":{\"@id\":\"x:f\",\"@container\":\"@language\",\"@type\":\"@id\"},"
    "\"g\":{\"@id\":\"x:g\",\"@context\":{\"@vocab\":\"rel/\"}},\"h\":{\"@id\":\"@odd\"},"
    "\"i\":{\"@id\":\"x:i\",\"@type\":\"@none\",\"@container\":[\"@language\",\"@set\"]}}}",
    "");
  static const char* const NAMES[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
  for (size_t i = 0U; i < sizeof(NAMES) / sizeof(NAMES[0]); ++i) {
    CU_ASSERT_FALSE(find(c, NAMES[i])->usable);
  }
  CU_ASSERT(find(c, "i")->usable);
  ln_context_free(c);
}

static const unit_test TESTS[] = {{"definitions", definitions},
                                  {"several contexts", several},
                                  {"prefixes", prefixes},
                                  {"vocabulary", vocabulary},
                                  {"odd terms", odd}};

UNIT_MAIN("sink/context_read", TESTS)
