/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Figures in words. */

#include "stats/wording.h"
#include "unit.h"

static void
check_share(const uint64_t n, const uint64_t of, const char* const expected)
{
  ln_text text = {0};
  CU_ASSERT_EQUAL(ln_wording_share(&text, n, of), LN_OK);
  CHECK_VIEW(ln_text_view(&text), expected);
  ln_text_clear(&text);
}

static void
shares(void)
{
  check_share(0U, 0U, "0 %");
  check_share(0U, 7U, "0 %");
  check_share(1U, 1000U, "<1 %");
  check_share(1U, 3U, "33 %");
  check_share(2U, 3U, "67 %");
  check_share(999U, 1000U, "99 %");
  check_share(7U, 7U, "100 %");
}

static ln_status
word_all(ln_text* const text)
{
  const ln_figures f = {.triples = 1234U, .things = 1U, .n_classes = 2U, .n_properties = 1U};
  const ln_property_figures p = {.triples = {.n = 5U}, .distinct = 1U, .all = true};
  const ln_property_figures q = {.triples = {.n = 9000U}, .distinct = 20U, .cut = 3U};
  const ln_decade_figures   d = {.dates = {.n = 1U}, .open = 2U};
  const ln_decade_figures   e = {.dates = {.n = 3U}};
  LN_TRY(ln_wording_whole(text, &f));
  LN_TRY(ln_text_add_byte(text, '\n'));
  LN_TRY(ln_wording_values(text, &p));
  LN_TRY(ln_text_add_byte(text, '\n'));
  LN_TRY(ln_wording_values(text, &q));
  LN_TRY(ln_text_add_byte(text, '\n'));
  LN_TRY(ln_wording_dates(text, &d));
  LN_TRY(ln_text_add_byte(text, '\n'));
  return ln_wording_dates(text, &e);
}

static void
sentences(void)
{
  ln_text text = {0};
  CU_ASSERT_EQUAL(word_all(&text), LN_OK);
  CHECK_VIEW(ln_text_view(&text),
             "1,234 triples about 1 thing, of 2 classes, with 1 property\n"
             "5 triples, 1 value\n"
             "9,000 triples, more than 20 different values; each count may be too low by up to 3\n"
             "1 date, 2 more without a decade\n"
             "3 dates");
  ln_text_clear(&text);
}

static void
no_memory(void)
{
  ln_text text = {0};
  CHECK_ALLOC_FAILURES(word_all(&text), ln_text_clear(&text));
}

static const unit_test tests[] = {
  {"shares", shares}, {"sentences", sentences}, {"no_memory", no_memory}};

UNIT_MAIN("wording", tests)
