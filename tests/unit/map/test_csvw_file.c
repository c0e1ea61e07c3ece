/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON texts: faults of syntax with their place, the context ("Metadata Vocabulary for Tabular
   Data", section 5.2), and schemas and dialects in files of their own. */

#include "csvw_unit.h"

#include <unistd.h>

static void
check_syntax(const char* const json, const uint64_t line, const uint64_t column)
{
  reading r = {0};
  CU_ASSERT_EQUAL(read_json(&r, json), LN_USAGE);
  CU_ASSERT_EQUAL_FATAL(r.n, 1U);
  CU_ASSERT_EQUAL(r.one[0].code, LN_L0401);
  CU_ASSERT_EQUAL(r.one[0].line, line);
  CU_ASSERT_EQUAL(r.one[0].column, column);
  CU_ASSERT_PTR_NULL(r.mapping);
  forget(&r);
}

/* The column counts bytes, and is that of the last byte of the token that does not fit. */
static void
test_syntax(void)
{
  reading r = {0};
  check_syntax("{'a':1,\n '\xC3\xA9': [1,,]}", 2U, 11U);
  check_syntax("", 1U, 1U);
  check_syntax("{} x", 1U, 4U);
  check_syntax("{\n\n'a' 1}", 3U, 5U);
  CU_ASSERT_EQUAL(read_json(&r, "{'a': 'x\xFFy'}"), LN_USAGE);
  CU_ASSERT_EQUAL(r.one[0].code, LN_L0401);
  forget(&r);
  CU_ASSERT_EQUAL(read_json(&r, "{'a': '\\u0000'}"), LN_USAGE);
  CU_ASSERT_EQUAL(r.one[0].code, LN_L0401);
  forget(&r);
  (void)READ_CLEAN(&r, "\xEF\xBB\xBF" TABLE("'lang': 'en'"));
  forget(&r);
}

/* JSON allows a property to be given twice (RFC 8259, section 4); the last one counts. */
static void
test_twice(void)
{
  reading r = {0};
  CU_ASSERT_EQUAL(read_json(&r,
                            TABLE("'lang': 'en', 'lang': 'de', 'tableSchema': {'columns': "
                                  "[{'name': 'a'}]}")),
                  LN_OK);
  CU_ASSERT_EQUAL_FATAL(r.n, 1U);
  CU_ASSERT_EQUAL(r.one[0].code, LN_L0409);
  CU_ASSERT_EQUAL(r.one[0].line, 1U);
  CHECK_VIEW(r.mapping->tables[0].columns[0].lang, "de");
  forget(&r);
  CU_ASSERT_EQUAL(read_json(&r, "{'a': 1, 'a': 2, }"), LN_USAGE);
  CU_ASSERT_EQUAL(r.one[r.n - 1U].code, LN_L0401);
  forget(&r);
}

/* jansson's own limit of nesting, and liner's of size. */
static void
test_limits(void)
{
  enum { SIZE = 16 * 1024 * 1024 };
  static const char document[] = "{\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"t\"}";
  char* const       text       = ln_alloc(SIZE + 1U);
  reading           r          = {0};
  CU_ASSERT_FATAL(text != NULL);
  memset(text, '[', 100000U);
  CU_ASSERT_EQUAL(read_bytes(&r, (ln_view){text, 100000U}, "m"), LN_USAGE);
  CU_ASSERT_EQUAL(r.one[0].code, LN_L0401);
  forget(&r);
  memset(text, ' ', SIZE + 1U);
  memcpy(text, document, sizeof(document) - 1U);
  CU_ASSERT_EQUAL(read_bytes(&r, (ln_view){text, SIZE}, "m"), LN_OK);
  forget(&r);
  CU_ASSERT_EQUAL(read_bytes(&r, (ln_view){text, SIZE + 1U}, "m"), LN_USAGE);
  CU_ASSERT_EQUAL(r.one[0].code, LN_L0401);
  forget(&r);
  ln_free(text);
}

#define W3C "'http://www.w3.org/ns/csvw'"

static void
test_context(void)
{
  reading r = {0};
  if (READ_CLEAN(&r, "{'@context': [" W3C ", {'@base': 'd/', '@language': 'en'}], 'url': 't'}")) {
    CHECK_VIEW(r.mapping->lang, "en");
    CHECK_VIEW(r.mapping->url_base, "d/");
  }
  forget(&r);
  if (READ_CLEAN(&r, "{'@context': [" W3C ", {'@language': 'und'}], 'url': 't'}")) {
    CU_ASSERT(!r.mapping->lang.s);
  }
  forget(&r);
  (void)READ_CLEAN(&r, "{'@context': [" W3C "], 'url': 't'}");
  forget(&r);
  CHECK_FINDING("{'url': 't'}", LN_L0402, "");
  CHECK_FINDING("{'@context': 'http://schema.org/', 'url': 't'}", LN_L0402, "@context");
  CHECK_FINDING("{'@context': 1, 'url': 't'}", LN_L0402, "@context");
  CHECK_FINDING("{'@context': [], 'url': 't'}", LN_L0402, "@context");
  CHECK_FINDING("{'@context': [" W3C ", {'@language': 'a-bad-language'}], 'url': 't'}",
                LN_L0409,
                "@context[1].@language");
  CHECK_FINDING("{'@context': [" W3C ", {'@base': 1}], 'url': 't'}", LN_L0409, "@context[1].@base");
  CHECK_FINDING(
    "{'@context': [" W3C ", {'ex': 'http://e.org/'}], 'url': 't'}", LN_L0402, "@context[1].ex");
  CHECK_FINDING("{'@context': [" W3C ", 'x'], 'url': 't'}", LN_L0402, "@context[1]");
  CHECK_FINDING("{'@context': [" W3C ", {}, {}], 'url': 't'}", LN_L0402, "@context");
}

/* A folder for files beside a document that is only in memory. */
typedef struct {
  char folder[32];
  char document[48];
  char file[48];
} place;

static void
make_place(place* const p)
{
  *p = (place){.folder = "/tmp/liner-test-XXXXXX"};
  CU_ASSERT_FATAL(mkdtemp(p->folder) != NULL);
  CU_ASSERT(snprintf(p->document, sizeof(p->document), "%s/map.json", p->folder) > 0);
  CU_ASSERT(snprintf(p->file, sizeof(p->file), "%s/part.json", p->folder) > 0);
}

static void
clear_place(const place* const p)
{
  CU_ASSERT_EQUAL(unlink(p->file), 0);
  CU_ASSERT_EQUAL(rmdir(p->folder), 0);
}

static void
put_file(const place* const p, const char* const json)
{
  FILE* const file = fopen(p->file, "w");
  CU_ASSERT_FATAL(file != NULL);
  for (size_t i = 0U; json[i]; ++i) {
    CU_ASSERT(fputc(json[i] == '\'' ? '"' : json[i], file) != EOF);
  }
  CU_ASSERT_EQUAL(fclose(file), 0);
}

static void
check_path(const ln_view actual, const place* const p, const char* const tail)
{
  char expected[MAX_KEPT] = {0};
  CU_ASSERT(snprintf(expected, sizeof(expected), "%s%s", p->file, tail) > 0);
  CHECK_VIEW(actual, expected);
}

/* Own context, own place for messages; keys are written as seen from the schema. */
static void
test_schema_file(void)
{
  place   p = {0};
  reading r = {0};
  make_place(&p);
  put_file(&p,
           "{'@context': [" W3C ", {'@language': 'de'}], '@id': 'part.json', 'aboutUrl': 's',"
           " 'columns': [{'name': 'a'}, {'titles': 'B'}], 'foreignKeys': [{'columnReference': 'a',"
           " 'reference': {'schemaReference': 'part.json', 'columnReference': 'B'}}]}");
  CU_ASSERT_EQUAL(read_at(&r, TABLE("'tableSchema': 'part.json', 'lang': 'en'"), p.document),
                  LN_OK);
  CU_ASSERT_EQUAL(r.n, 0U);
  if (r.mapping) {
    const ln_table_map* const table = r.mapping->tables;
    CU_ASSERT_EQUAL_FATAL(table->n_columns, 2U);
    CHECK_VIEW(table->about_url, "s");
    CHECK_VIEW(table->columns[1].lang, "en");
    CHECK_VIEW(table->columns[1].title_langs.v[0], "de");
    CHECK_VIEW(table->columns[1].name, "B");
    check_path(table->columns[1].path, &p, "#columns[1]");
    CU_ASSERT_EQUAL(table->n_foreign_keys, 1U);
  }
  forget(&r);
  clear_place(&p);
}

static void
test_dialect_file(void)
{
  place   p = {0};
  reading r = {0};
  make_place(&p);
  put_file(&p, "{'@context': " W3C ", 'delimiter': ';'}");
  CU_ASSERT_EQUAL(read_at(&r, TABLE("'dialect': 'part.json'"), p.document), LN_OK);
  CU_ASSERT(r.n == 0U && r.mapping && r.mapping->tables->dialect.delimiter == ';');
  forget(&r);
  CU_ASSERT_EQUAL(read_at(&r,
                          "{'@context': [" W3C ", {'@base': 'none/'}], 'url': 't',"
                          " 'dialect': 'part.json'}",
                          p.document),
                  LN_USAGE);
  CU_ASSERT(r.n == 1U && r.one[0].code == LN_L0402);
  forget(&r);
  clear_place(&p);
}

static void
check_file(const place* const p, const char* const json, const ln_code code, const char* const name)
{
  reading r = {0};
  put_file(p, json);
  CU_ASSERT_EQUAL(read_at(&r, TABLE("'tableSchema': 'part.json'"), p->document),
                  code == LN_L0403 ? LN_OK : LN_USAGE);
  CU_ASSERT_EQUAL_FATAL(r.n, 1U);
  CU_ASSERT_EQUAL(r.one[0].code, code);
  CU_ASSERT_STRING_EQUAL(r.one[0].name, name);
  CU_ASSERT_EQUAL(r.one[0].line, 1U);
  forget(&r);
}

static void
test_file_faults(void)
{
  place p = {0};
  make_place(&p);
  check_file(&p, "[]", LN_L0402, "");
  check_file(&p, "{", LN_L0401, "");
  check_file(&p, "{'columsn': []}", LN_L0403, "columsn");
  check_file(&p, "{'@type': 'Table'}", LN_L0402, "@type");
  clear_place(&p);
}

static void
test_not_opened(void)
{
  reading r = {0};
  CHECK_FINDING(TABLE("'tableSchema': 'no-such-file.json'"), LN_L0402, "tableSchema");
  CHECK_FINDING(TABLE("'tableSchema': 'http://e.org/s.json'"), LN_L0402, "tableSchema");
  CHECK_FINDING(TABLE("'dialect': ''"), LN_L0402, "dialect");
  CU_ASSERT_EQUAL(read_at(&r, TABLE("'dialect': 'x.json'"), "builtin:catalogue.json"), LN_USAGE);
  CU_ASSERT(r.n == 1U && r.one[0].code == LN_L0402);
  forget(&r);
}

static void
test_memory(void)
{
  place     p  = {0};
  reading   r  = {0};
  ln_status st = LN_NO_MEM;
  make_place(&p);
  put_file(&p, "{'columns': [{'name': 'a'}]}");
  for (size_t n = 1U; st == LN_NO_MEM && n < 10000U; ++n) {
    ln_alloc_fail_at(n);
    st = read_at(&r, TABLE("'tableSchema': 'part.json'"), p.document);
    ln_alloc_fail_at(0U);
    CU_ASSERT((r.mapping != NULL) == (st == LN_OK));
    forget(&r);
  }
  CU_ASSERT_EQUAL(st, LN_OK);
  clear_place(&p);
  check_memory("{'@context': [" W3C ", {'@base': 'd/', '@language': 'en'}], 'url': 't'}", LN_OK);
  check_memory("{'a':", LN_USAGE);
}

static const unit_test tests[] = {
  {"syntax", test_syntax},
  {"twice", test_twice},
  {"limits", test_limits},
  {"context", test_context},
  {"schema file", test_schema_file},
  {"dialect file", test_dialect_file},
  {"faults in files", test_file_faults},
  {"not opened", test_not_opened},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_file", tests, sizeof(tests) / sizeof(tests[0]));
}
