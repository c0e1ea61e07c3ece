/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which of two values comes first, by the definitions of XML Schema 1.1 and of EDTF. */

#include "unit.h"

#include "rdf/order.h"

/* 1 if `x` is before `y` only if the same counts, 2 if it is in any case, 0 else, -1 if there is no
   order. */
static int
order(const char* const type_x, const char* const x, const char* const type_y, const char* const y)
{
  ln_arena           arena   = {0};
  ln_text            problem = {NULL, 0U, 0U};
  const ln_datatype* a       = NULL;
  const ln_datatype* b       = NULL;
  int                result  = -1;
  CU_ASSERT_EQUAL_FATAL(
    ln_datatype_new(&arena, &(ln_datatype_spec){.base = ln_view_of(type_x)}, &a, &problem), LN_OK);
  CU_ASSERT_EQUAL_FATAL(
    ln_datatype_new(&arena, &(ln_datatype_spec){.base = ln_view_of(type_y)}, &b, &problem), LN_OK);
  CU_ASSERT_EQUAL(ln_order_exists(a, b), ln_order_exists(b, a));
  const bool before = ln_order_before(a, ln_view_of(x), b, ln_view_of(y), false);
  const bool same   = ln_order_before(a, ln_view_of(x), b, ln_view_of(y), true);
  CU_ASSERT_TRUE(same || !before);
  CU_ASSERT_TRUE(!before || !ln_order_before(b, ln_view_of(y), a, ln_view_of(x), true));
  if (ln_order_exists(a, b)) {
    result = (before ? 1 : 0) + (same ? 1 : 0);
  } else {
    CU_ASSERT_FALSE(same);
  }
  ln_datatype_clear(a);
  ln_datatype_clear(b);
  ln_text_clear(&problem);
  ln_arena_clear(&arena);
  return result;
}

#define CHECK_ORDER(type_x, x, type_y, y, wanted)                                                  \
  CU_ASSERT_EQUAL(order(type_x, x, type_y, y), (wanted))
#define BEFORE(type, x, y) CHECK_ORDER(type, x, type, y, 2)
#define SAME(type, x, y) CHECK_ORDER(type, x, type, y, 1)
#define NOT_BEFORE(type, x, y) CHECK_ORDER(type, x, type, y, 0)

static void
test_numbers(void)
{
  BEFORE("integer", "9", "10");
  BEFORE("decimal", "-10", "9.5");
  SAME("decimal", "4.0", "4");
  NOT_BEFORE("decimal", "10", "9.99");
  CHECK_ORDER("integer", "9007199254740992", "double", "9007199254740993", 2);
  CHECK_ORDER("integer", "5", "decimal", "5.0", 1);
  NOT_BEFORE("double", "NaN", "1");
  NOT_BEFORE("double", "1", "NaN");
  BEFORE("double", "-INF", "INF");
}

/* Only what is wholly before is before. */
static void
test_dates(void)
{
  BEFORE("date", "1969-12-31", "1970-01-01");
  SAME("date", "1969-12-31", "1969-12-31");
  BEFORE("gYear", "1969", "1970");
  NOT_BEFORE("gYear", "1969", "1969");
  BEFORE("gYear", "-0044", "-0043");
  BEFORE("edtf", "1949", "1950/1960");
  NOT_BEFORE("edtf", "1955", "1950/1960");
  NOT_BEFORE("edtf", "196X", "1965");
  BEFORE("edtf", "196X", "1970");
  NOT_BEFORE("edtf", "../1960", "1950");
  BEFORE("edtf", "../1960", "1961");
  NOT_BEFORE("edtf", "1960/..", "2030");
  NOT_BEFORE("edtf", "2030", "../1960");
  BEFORE("edtf", "2030", "2031/..");
  BEFORE("edtf", "1849", "1850~");
  SAME("edtf", "1988-02-29", "1988-02-29?");
}

static void
test_dates_of_several_kinds(void)
{
  CHECK_ORDER("gYear", "1969", "date", "1970-01-01", 2);
  CHECK_ORDER("gYear", "1970", "gYearMonth", "1970-05", 0);
  CHECK_ORDER("gYearMonth", "1970-02", "date", "1970-03-01", 2);
  CHECK_ORDER("date", "1970-02-28", "gYearMonth", "1970-02", 0);
  CHECK_ORDER("integer", "1969", "edtf", "1970", 2);
  CHECK_ORDER("edtf", "1970-01-01", "integer", "1970", 1);
  CHECK_ORDER("integer", "-44", "edtf", "-0043", 2);
  CHECK_ORDER("integer", "1234567890123456789", "edtf", "1970", 0);
  CHECK_ORDER("integer", "1", "edtf", "Y123456", 2);
  CHECK_ORDER("dateTime", "1970-01-01T23:00:00Z", "date", "1970-01-02", 2);
  CHECK_ORDER("edtf", "1970-01-01T10:00:00", "edtf", "1970-01-01T11:00:00", 1);
}

static void
test_times(void)
{
  BEFORE("time", "09:59:59", "10:00:00");
  BEFORE("dateTime", "1970-01-01T10:00:00", "1970-01-01T10:00:00.5");
  SAME("dateTime", "1970-01-01T10:00:00Z", "1970-01-01T11:00:00+01:00");
  NOT_BEFORE("dateTime", "1970-01-01T10:00:00", "1970-01-01T11:00:00Z");
  CHECK_ORDER("dateTime", "1970-01-01T10:00:00Z", "dateTimeStamp", "1970-01-01T10:00:01Z", 2);
  BEFORE("gMonthDay", "--02-28", "--03-01");
}

/* The partial order of durations: a month is 28 to 31 days. */
static void
test_durations(void)
{
  BEFORE("duration", "P1M", "P32D");
  NOT_BEFORE("duration", "P30D", "P1M");
  BEFORE("dayTimeDuration", "PT59M", "PT1H");
  SAME("duration", "P12M", "P1Y");
}

static void
test_without_order(void)
{
  CHECK_ORDER("string", "a", "string", "b", -1);
  CHECK_ORDER("decimal", "1969.5", "edtf", "1970", -1);
  CHECK_ORDER("boolean", "false", "integer", "1", -1);
  CHECK_ORDER("time", "10:00:00", "date", "1970-01-01", -1);
  CHECK_ORDER("duration", "P1Y", "integer", "1", -1);
  CHECK_ORDER("gMonth", "--05", "gMonthDay", "--05-01", -1);
}

static const unit_test tests[] = {
  {"numbers", test_numbers},
  {"dates", test_dates},
  {"dates of several kinds", test_dates_of_several_kinds},
  {"times", test_times},
  {"durations", test_durations},
  {"without order", test_without_order},
};

UNIT_MAIN("rdf/order", tests)
