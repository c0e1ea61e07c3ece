/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Datatype descriptions: their forms, and what becomes of wrong ones ("Metadata Vocabulary for
   Tabular Data", section 5.11; W3C tests 046, 151, 153, 184, 199, 216, 222, 244, 268, 308). */

#include "csvw_unit.h"

#define EDTF "http://id.loc.gov/datatypes/edtf/"
#define PATH "tableSchema.columns[0].datatype"

static void
check_datatype(const char* const datatype, ln_datatype_spec* const out, reading* const r)
{
  char json[2 * MAX_KEPT] = {0};
  CU_ASSERT_FATAL(snprintf(json, sizeof(json), COLUMNS("{'name': 'a', 'datatype': %s}"), datatype) <
                  (int)sizeof(json));
  CU_ASSERT_EQUAL(read_json(r, json), LN_OK);
  *out = r->mapping ? r->mapping->tables[0].columns[0].datatype : (ln_datatype_spec){0};
}

static void
test_forms(void)
{
  reading          r = {0};
  ln_datatype_spec d = {0};
  check_datatype("'gMonthDay'", &d, &r);
  CHECK_VIEW(d.base, "gMonthDay");
  CU_ASSERT(r.n == 0U && !d.id.s && !d.format.s && !d.length.s && !d.minimum.s);
  forget(&r);
  check_datatype("{}", &d, &r);
  CHECK_VIEW(d.base, "string");
  forget(&r);
  check_datatype("{'base': 'date', 'format': 'M/d/yyyy', '@type': 'Datatype',"
                 " '@id': 'http://example.org/d', 'dc:title': 'x'}",
                 &d,
                 &r);
  CHECK_VIEW(d.base, "date");
  CHECK_VIEW(d.format, "M/d/yyyy");
  CHECK_VIEW(d.id, "http://example.org/d");
  CU_ASSERT_EQUAL(r.n, 0U);
  forget(&r);
  check_datatype("{'base': 'decimal', 'format': {'pattern': '#.##0,0', 'decimalChar': ',',"
                 " 'groupChar': '.'}}",
                 &d,
                 &r);
  CHECK_VIEW(d.decimal_char, ",");
  CHECK_VIEW(d.group_char, ".");
  forget(&r);
}

/* Numbers are kept as they are written. */
static void
test_facets(void)
{
  reading          r = {0};
  ln_datatype_spec d = {0};
  check_datatype("{'base': 'decimal', 'minimum': 0.1, 'maximum': 9223372036854775807}", &d, &r);
  CHECK_VIEW(d.minimum, "0.1");
  CHECK_VIEW(d.maximum, "9223372036854775807");
  forget(&r);
  check_datatype(
    "{'base': 'date', 'minInclusive': '1969-01-01', 'maxExclusive':'1970-01-01'}", &d, &r);
  CHECK_VIEW(d.minimum, "1969-01-01");
  CHECK_VIEW(d.max_exclusive, "1970-01-01");
  forget(&r);
  check_datatype("{'base': 'integer', 'minExclusive': -5 , 'maxInclusive':7}", &d, &r);
  CHECK_VIEW(d.min_exclusive, "-5");
  CHECK_VIEW(d.maximum, "7");
  forget(&r);
  check_datatype("{'length': 4}", &d, &r);
  CHECK_VIEW(d.length, "4");
  forget(&r);
  check_datatype("{'minLength': 2, 'maxLength': 30}", &d, &r);
  CHECK_VIEW(d.min_length, "2");
  CHECK_VIEW(d.max_length, "30");
  forget(&r);
}

static void
check_edtf(const char* const datatype, const char* const id)
{
  reading          r = {0};
  ln_datatype_spec d = {0};
  check_datatype(datatype, &d, &r);
  CU_ASSERT_EQUAL(r.n, 0U);
  CHECK_VIEW(d.base, "edtf");
  CHECK_VIEW(d.id, id);
  forget(&r);
}

static void
test_edtf(void)
{
  reading          r = {0};
  ln_datatype_spec d = {0};
  check_edtf("{'base': 'string', '@id': '" EDTF "EDTF'}", EDTF "EDTF");
  check_edtf("{'@id': '" EDTF "edtf'}", EDTF "edtf");
  check_edtf("{'@id': '" EDTF "EDTF-level0'}", EDTF "EDTF-level0");
  check_edtf("{'base': '" EDTF "EDTF-level1'}", EDTF "EDTF-level1");
  check_edtf("{'base': '" EDTF "EDTF', '@id': 'http://example.org/d'}", "http://example.org/d");
  check_edtf("'" EDTF "EDTF'", EDTF "EDTF");
  check_datatype("{'@id': '" EDTF "EDTF-level2'}", &d, &r);
  CHECK_VIEW(d.base, "string");
  forget(&r);
}

static void
test_wrong(void)
{
  CHECK_FINDING(TABLE("'datatype': 'anySimpleType'"), LN_L0409, "datatype");
  CHECK_FINDING(TABLE("'datatype': 'http://example.org/bad'"), LN_L0409, "datatype");
  CHECK_FINDING(TABLE("'datatype': null"), LN_L0409, "datatype");
  CHECK_FINDING(TABLE("'datatype': {'base': 'foo'}"), LN_L0409, "datatype.base");
  CHECK_FINDING(TABLE("'datatype': {'base': 1}"), LN_L0409, "datatype.base");
  CHECK_FINDING(TABLE("'datatype': {'format': 1}"), LN_L0409, "datatype.format");
  CHECK_FINDING(TABLE("'datatype': {'base': 'boolean', 'format': {'pattern': 'Y|N'}}"),
                LN_L0409,
                "datatype.format");
  CHECK_FINDING(TABLE("'datatype': {'format': '('}"), LN_L0409, "datatype.format");
  CHECK_FINDING(TABLE("'datatype': {'length': '4'}"), LN_L0409, "datatype.length");
  CHECK_FINDING(TABLE("'datatype': {'length': -4}"), LN_L0409, "datatype.length");
  CHECK_FINDING(
    TABLE("'datatype': {'base': 'date', 'minimum': true}"), LN_L0409, "datatype.minimum");
  CHECK_FINDING(COLUMNS("{'name': 'a', 'datatype': {'@id':"
                        " 'http://www.w3.org/2001/XMLSchema#string'}}"),
                LN_L0408,
                PATH ".@id");
  CHECK_FINDING(
    TABLE("'datatype': {'@id': 'http://www.w3.org/ns/csvw#JSON'}"), LN_L0408, "datatype.@id");
  CHECK_FINDING(TABLE("'datatype': {'@id': 'htp//:e/d'}"), LN_L0409, "datatype.@id");
  CHECK_FINDING(TABLE("'datatype': {'length': 1, 'minLength': 2}"), LN_L0408, "datatype");
  CHECK_FINDING(TABLE("'datatype': {'base': 'integer', 'minInclusive': 1, 'minExclusive': 1}"),
                LN_L0408,
                "datatype");
  CHECK_FINDING(COLUMNS("{'name': 'a', 'datatype': {'minimum': '1'}}"), LN_L0408, PATH);
  CHECK_FINDING(TABLE("'datatype': {'base': 'integer', 'minimum': 1, 'minInclusive': 2}"),
                LN_L0408,
                "datatype.minInclusive");
  CHECK_FINDING(TABLE("'datatype': {'base': 'integer', 'maximum': 1, 'maxInclusive': 2}"),
                LN_L0408,
                "datatype.maxInclusive");
}

/* What is ignored leaves the rest as it is. */
static void
test_defaults(void)
{
  reading          r = {0};
  ln_datatype_spec d = {0};
  check_datatype("{'base': 'foo', 'length': 3}", &d, &r);
  CHECK_VIEW(d.base, "string");
  CHECK_VIEW(d.length, "3");
  forget(&r);
  check_datatype("{'base': 'token', 'format': '(', 'maxLength': 3}", &d, &r);
  CHECK_VIEW(d.base, "token");
  CHECK_VIEW(d.max_length, "3");
  CU_ASSERT(r.n == 1U && !d.format.s);
  forget(&r);
}

static void
test_memory(void)
{
  check_memory(TABLE("'datatype': {'base': 'decimal', 'format': {'pattern': '0.0'},"
                     " '@id': 'http://e.org/d', 'minimum': 1, 'maximum': '2'}"),
               LN_OK);
  check_memory(TABLE("'datatype': {'base': 'x', 'format': '('}"), LN_OK);
  check_memory(TABLE("'datatype': {'length': 1, 'minLength': 2}"), LN_USAGE);
}

static const unit_test tests[] = {
  {"forms", test_forms},
  {"facets", test_facets},
  {"EDTF", test_edtf},
  {"wrong", test_wrong},
  {"defaults", test_defaults},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_datatype", tests, sizeof(tests) / sizeof(tests[0]));
}
