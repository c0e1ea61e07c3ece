/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Dialect descriptions ("Metadata Vocabulary for Tabular Data", section 5.9; W3C tests 059 to 072).
 */

#include "csvw_unit.h"

static ln_dialect
read_dialect(reading* const r, const char* const dialect)
{
  char json[3 * MAX_KEPT] = {0};
  CU_ASSERT_FATAL(snprintf(json, sizeof(json), TABLE("'dialect': %s"), dialect) <
                  (int)sizeof(json));
  CU_ASSERT_EQUAL(read_json(r, json), LN_OK);
  CU_ASSERT_EQUAL(r->n, 0U);
  CU_ASSERT_FATAL(r->mapping && r->mapping->tables[0].has_dialect);
  return r->mapping->tables[0].dialect;
}

static void
test_defaults(void)
{
  ln_dialect plain = {0};
  reading    r     = {0};
  ln_dialect d     = read_dialect(&r, "{}");
  ln_dialect_default(&plain);
  CHECK_VIEW(d.encoding, "utf-8");
  CU_ASSERT(d.delimiter == ',' && d.quote == '"' && d.escape == '"' && !d.backslash);
  CU_ASSERT(d.header_rows == 1U && d.skip_rows == 0U && d.skip_columns == 0U);
  CU_ASSERT(!d.skip_blank_rows && !d.skip_initial_space);
  CU_ASSERT(d.trim == plain.trim && d.max_row == plain.max_row);
  CU_ASSERT_EQUAL(d.comment_prefix.n, plain.comment_prefix.n);
  forget(&r);
}

static void
test_all(void)
{
  reading    r = {0};
  ln_dialect d = read_dialect(&r,
                              "{'@type': 'Dialect', 'encoding': 'iso-8859-1', 'delimiter': '\\t',"
                              " 'quoteChar': '|', 'doubleQuote': false, 'commentPrefix': '//',"
                              " 'headerRowCount': 2, 'skipRows': 3, 'skipColumns': 4,"
                              " 'skipBlankRows': true, 'skipInitialSpace': true, 'trim': 'end',"
                              " 'lineTerminators': ['\\r\\n', '\\n']}");
  CHECK_VIEW(d.encoding, "iso-8859-1");
  CU_ASSERT(d.delimiter == '\t' && d.quote == '|' && d.escape == '\\');
  CHECK_VIEW(d.comment_prefix, "//");
  CU_ASSERT(d.header_rows == 2U && d.skip_rows == 3U && d.skip_columns == 4U);
  CU_ASSERT(d.skip_blank_rows && d.skip_initial_space);
  CU_ASSERT_EQUAL(d.trim, LN_TRIM_END);
  forget(&r);
}

static void
test_quotes(void)
{
  reading r = {0};
  CU_ASSERT_EQUAL(read_dialect(&r, "{'quoteChar': null}").quote, '\0');
  forget(&r);
  CU_ASSERT_EQUAL(read_dialect(&r, "{'quoteChar': '|'}").escape, '|');
  forget(&r);
  CU_ASSERT_EQUAL(read_dialect(&r, "{'doubleQuote': false}").escape, '\\');
  forget(&r);
}

static void
test_header(void)
{
  reading r = {0};
  CU_ASSERT_EQUAL(read_dialect(&r, "{'header': false}").header_rows, 0U);
  forget(&r);
  CU_ASSERT_EQUAL(read_dialect(&r, "{'header': true}").header_rows, 1U);
  forget(&r);
  CU_ASSERT_EQUAL(read_dialect(&r, "{'header': false, 'headerRowCount': 3}").header_rows, 3U);
  forget(&r);
  CU_ASSERT_EQUAL(read_dialect(&r, "{'headerRowCount': 0}").header_rows, 0U);
  forget(&r);
}

static void
test_trim(void)
{
  static const struct {
    const char* dialect;
    ln_trim     trim;
  } cases[] = {{"{'trim': true}", LN_TRIM_BOTH},
               {"{'trim': false}", LN_TRIM_NONE},
               {"{'trim': 'true'}", LN_TRIM_BOTH},
               {"{'trim': 'false'}", LN_TRIM_NONE},
               {"{'trim': 'start'}", LN_TRIM_START},
               {"{'trim': 'end'}", LN_TRIM_END}};
  for (size_t i = 0U; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    reading r = {0};
    CU_ASSERT_EQUAL(read_dialect(&r, cases[i].dialect).trim, cases[i].trim);
    forget(&r);
  }
}

static void
test_wrong(void)
{
  CHECK_FINDING(TABLE("'dialect': {'commentPrefix': 1}"), LN_L0409, "dialect.commentPrefix");
  CHECK_FINDING(TABLE("'dialect': {'delimiter': 1}"), LN_L0409, "dialect.delimiter");
  CHECK_FINDING(TABLE("'dialect': {'delimiter': ''}"), LN_L0409, "dialect.delimiter");
  CHECK_FINDING(TABLE("'dialect': {'delimiter': null}"), LN_L0409, "dialect.delimiter");
  CHECK_FINDING(TABLE("'dialect': {'doubleQuote': 'x'}"), LN_L0409, "dialect.doubleQuote");
  CHECK_FINDING(TABLE("'dialect': {'encoding': 'foo'}"), LN_L0409, "dialect.encoding");
  CHECK_FINDING(TABLE("'dialect': {'header': 0}"), LN_L0409, "dialect.header");
  CHECK_FINDING(TABLE("'dialect': {'headerRowCount': '0'}"), LN_L0409, "dialect.headerRowCount");
  CHECK_FINDING(TABLE("'dialect': {'headerRowCount': -1}"), LN_L0409, "dialect.headerRowCount");
  CHECK_FINDING(TABLE("'dialect': {'skipRows': 4294967296}"), LN_L0409, "dialect.skipRows");
  CHECK_FINDING(TABLE("'dialect': {'lineTerminators': true}"), LN_L0409, "dialect.lineTerminators");
  CHECK_FINDING(TABLE("'dialect': {'quoteChar': true}"), LN_L0409, "dialect.quoteChar");
  CHECK_FINDING(TABLE("'dialect': {'skipColumns': true}"), LN_L0409, "dialect.skipColumns");
  CHECK_FINDING(TABLE("'dialect': {'skipBlankRows': 1}"), LN_L0409, "dialect.skipBlankRows");
  CHECK_FINDING(TABLE("'dialect': {'skipInitialSpace': 1}"), LN_L0409, "dialect.skipInitialSpace");
  CHECK_FINDING(TABLE("'dialect': {'trim': 1}"), LN_L0409, "dialect.trim");
  CHECK_FINDING(TABLE("'dialect': {'trim': 'both'}"), LN_L0409, "dialect.trim");
  CHECK_FINDING(TABLE("'dialect': {'@type': 'Table'}"), LN_L0402, "dialect.@type");
}

/* What liner cannot read is refused, not guessed. */
static void
test_refused(void)
{
  CHECK_FINDING(
    TABLE("'dialect': {'delimiter': '12345678901234567'}"), LN_L0402, "dialect.delimiter");
  CHECK_FINDING(TABLE("'dialect': {'quoteChar': '\xC2\xAB'}"), LN_L0402, "dialect.quoteChar");
  CHECK_FINDING(TABLE("'dialect': {'delimiter': '|', 'quoteChar': '|'}"), LN_L0402, "dialect");
  CHECK_FINDING(TABLE("'dialect': {'lineTerminators': ''}"), LN_L0402, "dialect.lineTerminators");
  CHECK_FINDING(TABLE("'dialect': {'lineTerminators': '1234567890123456'}"),
                LN_L0402,
                "dialect.lineTerminators");
  CHECK_FINDING(
    TABLE("'dialect': {'lineTerminators': ['1', '2', '3', '4', '5', '6', '7', '8', '9']}"),
    LN_L0402,
    "dialect.lineTerminators");
  CHECK_FINDING(TABLE("'dialect': {'" EXT "escapes': 'copy'}"), LN_L0402, "dialect." EXT "escapes");
}

static void
test_delimiter(void)
{
  reading    r = {0};
  ln_dialect d = read_dialect(&r, "{'delimiter': '\xC2\xA7|'}");
  CU_ASSERT_EQUAL(d.delimiter, '\xC2');
  CHECK_VIEW(d.delimiter_rest, "\xA7|");
  forget(&r);
  d = read_dialect(&r, "{'delimiter': ';'}");
  CU_ASSERT(d.delimiter == ';' && d.delimiter_rest.n == 0U);
  forget(&r);
}

/* LF and CRLF together are what is read without a word; anything else is taken by the letter. */
static void
test_line_ends(void)
{
  reading    r = {0};
  ln_dialect d = read_dialect(&r, "{'lineTerminators': ['\\n', '\\r\\n', '\\r']}");
  CU_ASSERT_EQUAL(d.n_line_ends, 0U);
  forget(&r);
  d = read_dialect(&r, "{'lineTerminators': ['|', '||', '\\n']}");
  CU_ASSERT_EQUAL_FATAL(d.n_line_ends, 3U);
  CHECK_VIEW(d.line_ends[0], "||");
  CHECK_VIEW(d.line_ends[1], "|");
  CHECK_VIEW(d.line_ends[2], "\n");
  forget(&r);
  d = read_dialect(&r, "{'lineTerminators': '\\n'}");
  CU_ASSERT_EQUAL(d.n_line_ends, 1U);
  forget(&r);
}

static void
test_short_rows(void)
{
  reading r = {0};
  CU_ASSERT_TRUE(read_dialect(&r, "{'" EXT "shortRows': true}").short_rows);
  forget(&r);
  CU_ASSERT_FALSE(read_dialect(&r, "{}").short_rows);
  forget(&r);
}

static void
test_max_row(void)
{
  reading r = {0};
  CU_ASSERT_EQUAL(read_dialect(&r, "{'" EXT "maxRow': 4294967294}").max_row, UINT64_C(4294967294));
  forget(&r);
  CHECK_FINDING(
    TABLE("'dialect': {'" EXT "maxRow': 4294967295}"), LN_L0402, "dialect." EXT "maxRow");
  CHECK_FINDING(TABLE("'dialect': {'" EXT "maxRow': 0}"), LN_L0402, "dialect." EXT "maxRow");
  CHECK_FINDING(TABLE("'dialect': {'" EXT "maxRow': '9'}"), LN_L0402, "dialect." EXT "maxRow");
}

static void
test_escapes(void)
{
  reading r = {0};
  CU_ASSERT_EQUAL(read_dialect(&r, "{'" EXT "escapes': 'mysql'}").backslash, LN_BACKSLASH_MYSQL);
  forget(&r);
  CU_ASSERT_EQUAL(read_dialect(&r, "{'" EXT "escapes': 'postgresql'}").backslash,
                  LN_BACKSLASH_POSTGRESQL);
  forget(&r);
}

static void
test_memory(void)
{
  check_memory(TABLE("'dialect': {'encoding': 'utf-8', 'commentPrefix': '#', 'trim': 'both',"
                     " 'lineTerminators': ['\\n']}"),
               LN_OK);
}

static const unit_test tests[] = {
  {"defaults", test_defaults},
  {"all", test_all},
  {"quotes", test_quotes},
  {"header", test_header},
  {"trim", test_trim},
  {"wrong", test_wrong},
  {"refused", test_refused},
  {"delimiter", test_delimiter},
  {"line ends", test_line_ends},
  {"escapes", test_escapes},
  {"maxRow", test_max_row},
  {"shortRows", test_short_rows},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_dialect", tests, sizeof(tests) / sizeof(tests[0]));
}
