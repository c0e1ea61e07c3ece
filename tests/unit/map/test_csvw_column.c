/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Columns: names, titles, order, and each inherited property ("Metadata Vocabulary for Tabular
   Data", sections 5.6 and 5.7; RFC 6570, section 2.3, for names). */

#include "csvw_unit.h"

static void
check_name(const char* const column, const char* const expected, const size_t findings)
{
  reading r                  = {0};
  char    json[MAX_KEPT * 2] = {0};
  CU_ASSERT_FATAL(snprintf(json, sizeof(json), COLUMNS("%s"), column) < (int)sizeof(json));
  CU_ASSERT_EQUAL(read_json(&r, json), LN_OK);
  CU_ASSERT_EQUAL(r.n, findings);
  if (r.mapping) {
    CHECK_VIEW(r.mapping->tables[0].columns[0].name, expected);
  }
  forget(&r);
}

static void
test_names(void)
{
  check_name("{'name': 'GID'}", "GID", 0U);
  check_name("{'name': 'a.b_1%20c'}", "a.b_1%20c", 0U);
  check_name("{'titles': 'On Street'}", "On%20Street", 0U);
  check_name("{'titles': ['Caf\xC3\xA9', 'b']}", "Caf%C3%A9", 0U);
  check_name("{'titles': {'und': 'a', 'en': 'b'}}", "a", 0U);
  check_name("{'titles': {'en': 'b'}}", "_col.1", 0U);
  check_name("{}", "_col.1", 0U);
  check_name("{'titles': []}", "_col.1", 0U);
  check_name("{'name': 1, 'titles': 'GID'}", "GID", 1U);
  check_name("{'name': 'G I D', 'titles': 'x'}", "x", 1U);
  check_name("{'name': '_a'}", "_col.1", 1U);
  check_name("{'name': ''}", "_col.1", 1U);
  check_name("{'name': '.a'}", "_col.1", 1U);
  check_name("{'name': 'a.'}", "_col.1", 1U);
  check_name("{'name': 'a..b'}", "_col.1", 1U);
  check_name("{'name': 'a%2'}", "_col.1", 1U);
  check_name("{'name': 'a-b'}", "_col.1", 1U);
}

/* The language of the document chooses the title that becomes the name. */
static void
test_titles(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 "{'@context': ['http://www.w3.org/ns/csvw', {'@language': 'de'}], 'url': 't.csv',"
                 " 'tableSchema': {'columns': ["
                 "{'titles': {'en': ['name', 'full name'], 'de': 'Name'}},"
                 "{'titles': 'Ort'}, {'virtual': true}]}}")) {
    const ln_column* const columns = r.mapping->tables[0].columns;
    CHECK_VIEW(r.mapping->lang, "de");
    CHECK_VIEW(columns[0].name, "Name");
    CU_ASSERT_EQUAL(columns[0].titles.n, 3U);
    CU_ASSERT_EQUAL(columns[0].title_langs.n, 3U);
    CHECK_VIEW(columns[0].titles.v[1], "full name");
    CHECK_VIEW(columns[0].title_langs.v[1], "en");
    CHECK_VIEW(columns[0].titles.v[2], "Name");
    CHECK_VIEW(columns[1].name, "Ort");
    CHECK_VIEW(columns[1].title_langs.v[0], "de");
    CHECK_VIEW(columns[2].name, "_col.3");
    CU_ASSERT(columns[2].is_virtual && !columns[1].is_virtual);
  }
  forget(&r);
  CHECK_FINDING(COLUMNS("{'name': 'a', 'titles': 1}"), LN_L0409, "tableSchema.columns[0].titles");
  CHECK_FINDING(COLUMNS("{'name': 'a', 'titles': {'en': ['a', 1]}}"),
                LN_L0409,
                "tableSchema.columns[0].titles.en[1]");
  CHECK_FINDING(COLUMNS("{'name': 'a', 'titles': {'not a tag': 'x'}}"),
                LN_L0409,
                "tableSchema.columns[0].titles.not a tag");
}

static void
test_list(void)
{
  reading r = {0};
  CHECK_FINDING(
    TABLE("'tableSchema': {'columns': {'name': 'a'}}"), LN_L0409, "tableSchema.columns");
  CHECK_FINDING(COLUMNS("{'name': 'a'}, 1"), LN_L0409, "tableSchema.columns[1]");
  CHECK_FINDING(COLUMNS("{'name': 'a'}, {'name': 'a'}"), LN_L0406, "tableSchema.columns[1].name");
  CHECK_FINDING(
    COLUMNS("{'name': 'a', 'virtual': true}, {'name': 'b'}"), LN_L0402, "tableSchema.columns[1]");
  CHECK_FINDING(
    COLUMNS("{'name': 'a', 'virtual': 'foo'}"), LN_L0409, "tableSchema.columns[0].virtual");
  CHECK_FINDING(
    COLUMNS("{'name': 'a', '@type': 'Table'}"), LN_L0402, "tableSchema.columns[0].@type");
  /* titles may be alike: only names that are given must differ */
  if (READ_CLEAN(&r, COLUMNS("{'titles': 'a'}, {'titles': 'a'}, {'name': 'b'}"))) {
    CHECK_VIEW(r.mapping->tables[0].columns[1].name, "a");
  }
  forget(&r);
}

static void
test_inherited(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 COLUMNS("{'name': 'a', 'aboutUrl': '', 'propertyUrl': 'p', 'valueUrl': 'v',"
                         " 'default': 'd', 'lang': 'pt-BR', 'null': 'n', 'ordered': true,"
                         " 'required': true, 'separator': ', ', 'textDirection': 'inherit',"
                         " 'datatype': 'gYear', 'suppressOutput': true},"
                         " {'name': 'b', 'null': [], 'lang': 'und'}, {'name': 'c'}"))) {
    const ln_column* const a = r.mapping->tables[0].columns;
    CU_ASSERT(a->about_url.s && a->about_url.n == 0U);
    CHECK_VIEW(a->property_url, "p");
    CHECK_VIEW(a->value_url, "v");
    CHECK_VIEW(a->fallback, "d");
    CHECK_VIEW(a->lang, "pt-BR");
    CU_ASSERT_EQUAL(a->nulls.n, 1U);
    CHECK_VIEW(a->nulls.v[0], "n");
    CU_ASSERT(a->ordered && a->required && a->suppress);
    CHECK_VIEW(a->separator, ", ");
    CHECK_VIEW(a->datatype.base, "gYear");
    CU_ASSERT_EQUAL(a[1].nulls.n, 0U);
    CU_ASSERT(!a[1].lang.s);
    CU_ASSERT_EQUAL(a[2].nulls.n, 1U);
    CHECK_VIEW(a[2].nulls.v[0], "");
    CU_ASSERT(!a[2].about_url.s && !a[2].fallback.s && !a[2].separator.s && !a[2].lang.s);
    CU_ASSERT(!a[2].ordered && !a[2].required && !a[2].suppress && !a[2].is_virtual);
    CU_ASSERT(!a[2].lookup && !a[2].value_map && a[2].values.n == 0U && a[2].n_whens == 0U);
    CU_ASSERT_EQUAL(a[2].layer, LN_LAYER_FACTS);
  }
  forget(&r);
}

/* A wrong value: the default, or the empty string for a template; in a list only the item. */
static void
test_wrong(void)
{
  reading r = {0};
  CHECK_FINDING(TABLE("'lang': 'a-bad-language'"), LN_L0409, "lang");
  CHECK_FINDING(TABLE("'lang': 1"), LN_L0409, "lang");
  CHECK_FINDING(TABLE("'separator': 1"), LN_L0409, "separator");
  CHECK_FINDING(TABLE("'separator': ''"), LN_L0409, "separator");
  CHECK_FINDING(TABLE("'textDirection': 'upside-down'"), LN_L0409, "textDirection");
  CHECK_FINDING(TABLE("'ordered': 'yes'"), LN_L0409, "ordered");
  CHECK_FINDING(TABLE("'required': 1"), LN_L0409, "required");
  CHECK_FINDING(TABLE("'default': 0"), LN_L0409, "default");
  CU_ASSERT_EQUAL(read_json(&r,
                            TABLE("'aboutUrl': true, 'null': ['NULL', 0], 'tableSchema':"
                                  " {'null': true, 'columns': [{'name': 'a'}]}")),
                  LN_OK);
  CU_ASSERT_EQUAL(r.n, 3U);
  CU_ASSERT_STRING_EQUAL(r.one[0].name, "aboutUrl");
  CU_ASSERT_STRING_EQUAL(r.one[1].name, "null[1]");
  CU_ASSERT_STRING_EQUAL(r.one[2].name, "tableSchema.null");
  if (r.mapping) {
    const ln_column* const a = r.mapping->tables[0].columns;
    CU_ASSERT(a->about_url.s && a->about_url.n == 0U);
    CU_ASSERT_EQUAL(a->nulls.n, 1U);
    CHECK_VIEW(a->nulls.v[0], "NULL");
  }
  forget(&r);
}

/* One column too many: the limit is 65535. */
static void
test_limit(void)
{
  enum { LIMIT = 65535 };
  static const char head[] = "{\"@context\":\"http://www.w3.org/ns/csvw\",\"url\":\"t\","
                             "\"tableSchema\":{\"columns\":[{}";
  char* const       text   = ln_alloc(sizeof(head) + 3U * LIMIT + 4U);
  reading           r      = {0};
  size_t            n      = sizeof(head) - 1U;
  CU_ASSERT_FATAL(text != NULL);
  memcpy(text, head, n);
  for (size_t i = 1U; i < LIMIT; ++i, n += 3U) {
    memcpy(text + n, ",{}", 3U);
  }
  memcpy(text + n, "]}}", 3U);
  CU_ASSERT_EQUAL(read_bytes(&r, (ln_view){text, n + 3U}, "m"), LN_OK);
  CU_ASSERT(r.mapping && r.mapping->tables[0].n_columns == LIMIT);
  forget(&r);
  memcpy(text + n, ",{}]}}", 6U);
  CU_ASSERT_EQUAL(read_bytes(&r, (ln_view){text, n + 6U}, "m"), LN_USAGE);
  CU_ASSERT_EQUAL(r.one[0].code, LN_L0402);
  forget(&r);
  ln_free(text);
}

static void
test_memory(void)
{
  check_memory(COLUMNS("{'name': 'a', 'titles': {'en': ['x', 'y'], 'not a tag': 'z'}},"
                       " {'titles': 'b', 'lang': 'x y', 'separator': ''}"),
               LN_OK);
  check_memory(COLUMNS("{'name': 'a'}, {'name': 'a'}"), LN_OK);
}

static const unit_test tests[] = {
  {"names", test_names},
  {"titles", test_titles},
  {"list", test_list},
  {"inherited", test_inherited},
  {"wrong", test_wrong},
  {"limit", test_limit},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_column", tests, sizeof(tests) / sizeof(tests[0]));
}
