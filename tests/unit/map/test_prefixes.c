/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Prefixes of a mapping go before those that need no declaration. */

#include "map/fixture.h"

static void
check_name(const ln_mapping* const mapping, const char* const name, const char* const expected)
{
  ln_text iri = {0};
  CU_ASSERT_EQUAL(ln_mapping_expand(mapping, LN_V("http://e/d/"), ln_view_of(name), &iri), LN_OK);
  CHECK_VIEW(ln_text_view(&iri), expected);
  ln_text_clear(&iri);
}

static void
test_expand(void)
{
  static const ln_view prefixes[][2] = {{{"my", 2U}, {"http://o/#", 10U}},
                                        {{"dc", 2U}, {"http://dc/", 10U}},
                                        {{"rel", 3U}, {"terms/", 6U}}};
  const ln_mapping     mapping       = {.prefixes = prefixes, .n_prefixes = 3U};
  const ln_mapping     plain         = {.n_prefixes = 0U};
  check_name(&mapping, "my:a", "http://o/#a");
  check_name(&mapping, "my:", "http://o/#");
  check_name(&mapping, "dc:title", "http://dc/title");
  check_name(&mapping, "rel:a", "http://e/d/terms/a");
  check_name(&mapping, "schema:name", "http://schema.org/name");
  check_name(&mapping, "my://a", "");
  check_name(&mapping, "my", "");
  check_name(&mapping, "your:a", "");
  check_name(&plain, "my:a", "");
  check_name(&plain, "dc:title", "http://purl.org/dc/terms/title");
}

/* Where templates begin, what cells say, and what datatypes are called. */
static void
test_used(void)
{
  const fix_input input = {
    .json   = MAP "'~prefixes': {'my': 'http://o/#'}, 'url': 't.csv', 'tableSchema': {'aboutUrl': "
                  "'my:{id}', 'columns': [{'name': 'id', 'propertyUrl': 'my:id', 'datatype': "
                  "{'base': 'integer', '@id': 'my:int'}}, {'name': 'k', 'propertyUrl': 'rdf:type', "
                  "'valueUrl': '{+k}'}]}}",
    .tables = {{"t.csv", "id,k\n1,my:K\n"}}};
  CHECK_MAKE(&input,
             "<http://o/#1> <http://o/#id> '1'^^<http://o/#int>\n<http://o/#1> a <http://o/#K>\n",
             "");
}

/* What looks like a prefix and is none. */
static void
test_unknown(void)
{
  const fix_input input = {
    .json   = CSVW "'url': 'http://e/t.csv', 'tableSchema': {'aboutUrl': 'urn:x:{a}', 'columns': "
                   "[{'name': 'a', 'propertyUrl': 'foaf2:name'}]}}",
    .tables = {{"http://e/t.csv", "a\n1\n"}}};
  CHECK_MAKE(&input,
             "<urn:x:1> <foaf2:name> '1'\n",
             "L0412 kept 0:0 propertyUrl: \"foaf2\" is no prefix that is known\n");
}

static ln_status
expand_once(ln_text* const iri)
{
  static const ln_view prefixes[][2] = {{{"my", 2U}, {"terms#", 6U}}};
  const ln_mapping     mapping       = {.prefixes = prefixes, .n_prefixes = 1U};
  return ln_mapping_expand(&mapping, LN_V("http://e/"), LN_V("my:a"), iri);
}

static void
test_no_memory(void)
{
  ln_text iri = {0};
  CHECK_ALLOC_FAILURES(expand_once(&iri), ln_text_clear(&iri));
}

static const unit_test tests[] = {
  {"expand", test_expand},
  {"used", test_used},
  {"unknown", test_unknown},
  {"no memory", test_no_memory},
};

UNIT_MAIN("prefixes", tests)
