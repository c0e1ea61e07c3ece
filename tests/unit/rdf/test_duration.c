/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Durations: forms, and the partial order of XML Schema. */

#include "unit.h"

#include "rdf/duration.h"

enum { BOTH = LN_HAS_MONTHS | LN_HAS_SECONDS };

static void
forms(void)
{
  static const char* const GOOD[]  = {"P1Y",
                                      "PT1S",
                                      "P1Y2M3DT4H5M6.789S",
                                      "-P60D",
                                      "P0Y",
                                      "PT130S",
                                      "PT0.5S",
                                      "P1M",
                                      "PT1M",
                                      "P1DT1S"};
  static const char* const BAD[]   = {"",
                                      "P",
                                      "PT",
                                      "1Y",
                                      "P1",
                                      "P1S",
                                      "PT1D",
                                      "P1Y1Y",
                                      "P1M1Y",
                                      "P1DT",
                                      "P-1Y",
                                      "+P1Y",
                                      "P1.5Y",
                                      "PT1.S",
                                      "PT.5S",
                                      "P1YT",
                                      "Foo",
                                      "P1Y ",
                                      "PT1S1M",
                                      "PT1.5M",
                                      "P1W",
                                      "P1H",
                                      "P1234567890123456Y",
                                      "--P1Y"};
  ln_duration              d       = {0};
  const char*              problem = NULL;
  for (size_t i = 0U; i < sizeof(GOOD) / sizeof(GOOD[0]); ++i) {
    CU_ASSERT_TRUE(ln_duration_parse(ln_view_of(GOOD[i]), BOTH, &d, &problem));
    CU_ASSERT_PTR_NULL(problem);
  }
  for (size_t i = 0U; i < sizeof(BAD) / sizeof(BAD[0]); ++i) {
    if (ln_duration_parse(ln_view_of(BAD[i]), BOTH, &d, &problem)) {
      (void)fprintf(stderr, "accepted: %s\n", BAD[i]);
      CU_FAIL("accepted");
    }
    CU_ASSERT_PTR_NOT_NULL(problem);
  }
}

static void
parts(void)
{
  ln_duration d       = {0};
  const char* problem = NULL;
  CU_ASSERT_TRUE(ln_duration_parse(LN_V("-P1Y2M3DT25H5M6.50S"), BOTH, &d, &problem));
  CU_ASSERT_EQUAL(d.months, 14);
  CU_ASSERT_EQUAL(d.days, 4);
  CU_ASSERT_EQUAL(d.seconds, 3906);
  CHECK_VIEW(d.fraction, "50");
  CU_ASSERT_TRUE(d.negative);
  CU_ASSERT_TRUE(ln_duration_parse(LN_V("P0Y20M"), LN_HAS_MONTHS, &d, &problem));
  CU_ASSERT_FALSE(ln_duration_parse(LN_V("P1D"), LN_HAS_MONTHS, &d, &problem));
  CU_ASSERT_FALSE(ln_duration_parse(LN_V("P1YT1S"), LN_HAS_MONTHS, &d, &problem));
  CU_ASSERT_TRUE(ln_duration_parse(LN_V("P1DT2H"), LN_HAS_SECONDS, &d, &problem));
  CU_ASSERT_FALSE(ln_duration_parse(LN_V("P1M"), LN_HAS_SECONDS, &d, &problem));
}

typedef struct {
  const char* a;
  const char* b;
  ln_order    order;
} row;

static void
order(void)
{
  static const row ROWS[] = {
    {"P1Y", "P12M", LN_EQUAL},       {"PT60M", "PT1H", LN_EQUAL},
    {"P1D", "PT24H", LN_EQUAL},      {"P1D", "PT23H", LN_GREATER},
    {"P1M", "P30D", LN_UNORDERED},   {"P1M", "P27D", LN_GREATER},
    {"P1M", "P28D", LN_UNORDERED},   {"P1M", "P31D", LN_UNORDERED},
    {"P1M", "P32D", LN_LESS},        {"P5M", "P149D", LN_GREATER},
    {"P5M", "P150D", LN_UNORDERED},  {"P5M", "P153D", LN_UNORDERED},
    {"P5M", "P154D", LN_LESS},       {"-P1D", "P1D", LN_LESS},
    {"-P2D", "-P1D", LN_LESS},       {"-P13M", "-P1Y", LN_LESS},
    {"PT0.5S", "PT0.50S", LN_EQUAL}, {"PT0.5S", "PT0.4S", LN_GREATER},
    {"-PT0.5S", "PT0.4S", LN_LESS},  {"-PT0.5S", "-PT0.4S", LN_LESS},
    {"-PT1S", "-PT2S", LN_GREATER},  {"P1Y", "P364D", LN_GREATER},
    {"P1Y", "P365D", LN_UNORDERED},  {"P1Y", "P367D", LN_LESS},
    {"-P0D", "P0D", LN_EQUAL},
  };
  for (size_t i = 0U; i < sizeof(ROWS) / sizeof(ROWS[0]); ++i) {
    ln_duration a       = {0};
    ln_duration b       = {0};
    const char* problem = NULL;
    CU_ASSERT_TRUE(ln_duration_parse(ln_view_of(ROWS[i].a), BOTH, &a, &problem));
    CU_ASSERT_TRUE(ln_duration_parse(ln_view_of(ROWS[i].b), BOTH, &b, &problem));
    const ln_order found = ln_duration_compare(&a, &b);
    if (found != ROWS[i].order) {
      (void)fprintf(stderr, "%s %s: %d\n", ROWS[i].a, ROWS[i].b, (int)found);
    }
    CU_ASSERT_EQUAL(found, ROWS[i].order);
    const ln_order back = ln_duration_compare(&b, &a);
    CU_ASSERT_TRUE(found == LN_UNORDERED ? back == LN_UNORDERED : (int)back == -(int)found);
  }
}

static const unit_test TESTS[] = {
  {"forms", forms},
  {"parts", parts},
  {"order", order},
};

UNIT_MAIN("duration", TESTS)
