/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which triples are the same in value space (XML Schema 1.1, part 2; RDF 1.1 Concepts,
 * section 3.3). */

#include "store/value_key.h"

#include "unit.h"

#define XSD(name) "http://www.w3.org/2001/XMLSchema#" name

typedef struct {
  const char* text;
  const char* datatype;
  const char* lang;
} literal;

typedef struct {
  literal a;
  literal b;
  bool    same;
} pair;

static const pair PAIRS[] = {
  {{"1.0", XSD("decimal"), ""}, {"1", XSD("integer"), ""}, true},
  {{"007", XSD("int"), ""}, {"7", XSD("integer"), ""}, true},
  {{"7", XSD("integer"), ""}, {"8", XSD("integer"), ""}, false},
  {{"7", XSD("integer"), ""}, {"7", "", ""}, false},
  {{"1", XSD("boolean"), ""}, {"true", XSD("boolean"), ""}, true},
  {{"PT2H5M", XSD("duration"), ""}, {"PT7500S", XSD("duration"), ""}, true},
  {{"2001-01-01T24:00:00Z", XSD("dateTime"), ""},
   {"2001-01-02T00:00:00Z", XSD("dateTime"), ""},
   true},
  {{"2001", XSD("gYear"), ""}, {"2001", "", ""}, false},
  {{"x", "", "en-US"}, {"x", "", "en-us"}, true},
  {{"x", "", "en"}, {"x", "", ""}, false},
  {{"x", "", "en"}, {"x", "", "de"}, false},
  {{"x", XSD("string"), ""}, {"x", "", ""}, true},
  {{"1.50", "a:own", ""}, {"1.5", "a:own", ""}, false},
  {{"1.50", "a:own", ""}, {"1.50", "a:other", ""}, false},
  {{"1.50", "a:own", ""}, {"1.50", "a:own", ""}, true},
  {{"abc", XSD("integer"), ""}, {"0", XSD("integer"), ""}, false},
};

static ln_read_triple
triple_of(const literal* const l)
{
  return (ln_read_triple){.subject   = {.kind = LN_IRI, .text = LN_V("a:s")},
                          .predicate = {.kind = LN_IRI, .text = LN_V("a:p")},
                          .object    = {.kind     = LN_LITERAL,
                                        .text     = ln_view_of(l->text),
                                        .datatype = ln_view_of(l->datatype),
                                        .lang     = ln_view_of(l->lang)}};
}

static void
values(void)
{
  ln_value_keys keys = {.datatypes = {NULL}};
  for (size_t i = 0U; i < sizeof(PAIRS) / sizeof(PAIRS[0]); ++i) {
    ln_text              a     = {0};
    ln_text              b     = {0};
    const ln_read_triple first = triple_of(&PAIRS[i].a);
    const ln_read_triple other = triple_of(&PAIRS[i].b);
    CU_ASSERT_EQUAL(ln_value_key_add(&keys, &first, &a), LN_OK);
    CU_ASSERT_EQUAL(ln_value_key_add(&keys, &other, &b), LN_OK);
    const bool same = ln_view_equals(ln_text_view(&a), ln_text_view(&b));
    if (same != PAIRS[i].same) {
      fprintf(stderr, "pair %zu\n", i);
    }
    CU_ASSERT_EQUAL(same, PAIRS[i].same);
    ln_text_clear(&a);
    ln_text_clear(&b);
  }
  ln_value_keys_clear(&keys);
}

/* An IRI is not a text, and where one part ends is told. */
static void
terms(void)
{
  ln_value_keys  keys = {.datatypes = {NULL}};
  ln_text        a    = {0};
  ln_text        b    = {0};
  const literal  text = {"a:o", "", ""};
  ln_read_triple one  = triple_of(&text);
  ln_read_triple two  = triple_of(&text);
  two.object.kind     = LN_IRI;
  CU_ASSERT_EQUAL(ln_value_key_add(&keys, &one, &a), LN_OK);
  CU_ASSERT_EQUAL(ln_value_key_add(&keys, &two, &b), LN_OK);
  CU_ASSERT(!ln_view_equals(ln_text_view(&a), ln_text_view(&b)));
  ln_text_reset(&a);
  ln_text_reset(&b);
  one                = two;
  one.subject.text   = LN_V("a:sa");
  two.subject.text   = LN_V("a:s");
  two.predicate.text = LN_V("aa:p");
  CU_ASSERT_EQUAL(ln_value_key_add(&keys, &one, &a), LN_OK);
  CU_ASSERT_EQUAL(ln_value_key_add(&keys, &two, &b), LN_OK);
  CU_ASSERT(!ln_view_equals(ln_text_view(&a), ln_text_view(&b)));
  ln_text_clear(&a);
  ln_text_clear(&b);
  const literal number = {"1.0", XSD("decimal"), ""};
  one                  = triple_of(&number);
  CHECK_ALLOC_FAILURES(ln_value_key_add(&keys, &one, &a), {
    ln_text_clear(&a);
    ln_value_keys_clear(&keys);
  });
}

static const unit_test TESTS[] = {{"values", values}, {"terms", terms}};

UNIT_MAIN("store/value_key", TESTS)
