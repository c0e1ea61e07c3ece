/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Findings as text: exact lines for what is known and what is not, and the table of codes. */

#include "unit.h"

#include "base/diag.h"
#include "base/diag_text.h"

static const ln_finding full = {
  .severity = LN_ERROR,
  .code     = LN_L0201,
  .effect   = LN_NO_VALUE,
  .where    = {1U, 3U, 17U},
  .source   = {"people.csv", 10U},
  .place    = {18U, 4U, {"born", 4U}},
  .message  = {"\"1964-13-01\" is not a date: the month must be 01 to 12", 54U},
  .hint     = {NULL, 0U},
};

static void
check(const ln_finding* const finding, const bool color, const char* const expected)
{
  ln_text out = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_finding_render(finding, color, &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out), expected);
  ln_text_clear(&out);
}

static void
whole(void)
{
  check(&full,
        false,
        "people.csv:18:4: error: \"1964-13-01\" is not a date: the month must be 01 to 12; the "
        "value was left out [L0201 born, row 17]\n");
  ln_finding hinted = full;
  hinted.hint       = LN_V("Write the value in the form named in the message.");
  check(&hinted,
        false,
        "people.csv:18:4: error: \"1964-13-01\" is not a date: the month must be 01 to 12; the "
        "value was left out [L0201 born, row 17]\n"
        "    hint: Write the value in the form named in the message.\n");
}

static void
less_known(void)
{
  ln_finding f   = full;
  f.message      = LN_V("m");
  f.effect       = LN_KEPT;
  f.place.column = 0U;
  check(&f, false, "people.csv:18: error: m [L0201 born, row 17]\n");
  f.place.line = 0U;
  check(&f, false, "people.csv: error: m [L0201 born, row 17]\n");
  f.place.name = (ln_view){NULL, 0U};
  check(&f, false, "people.csv: error: m [L0201, row 17]\n");
  f.where.row = 0U;
  check(&f, false, "people.csv: error: m [L0201]\n");
  f.source = (ln_view){NULL, 0U};
  check(&f, false, "liner: error: m [L0201]\n");
  f.place = (ln_place){18U, 4U, {"$.tables", 8U}, 4U};
  check(&f, false, "liner: error: m [L0201 $.tables]\n");
}

static void
effects_and_severities(void)
{
  ln_finding f = {.severity = LN_NOTE, .code = LN_L0111, .message = LN_V("m")};
  f.effect     = LN_NO_ROW;
  check(&f, false, "liner: note: m; the row was left out [L0111]\n");
  f.severity = LN_WARNING;
  f.effect   = LN_NO_TABLE;
  check(&f, false, "liner: warning: m; the table was left out [L0111]\n");
  f.effect = LN_NO_OUTPUT;
  check(&f, false, "liner: warning: m; nothing was written [L0111]\n");
}

static void
large_numbers(void)
{
  ln_finding f   = full;
  f.message      = LN_V("m");
  f.where.row    = UINT64_MAX;
  f.place.line   = UINT64_MAX;
  f.place.column = 4294967296U;
  check(&f,
        false,
        "people.csv:18446744073709551615:4294967296: error: m; the value was left out [L0201 born, "
        "row 18446744073709551615]\n");
}

static void
colors(void)
{
  ln_finding f = full;
  f.message    = LN_V("m");
  check(&f,
        true,
        "\033[1mpeople.csv:18:4:\033[0m \033[1;31merror:\033[0m m; the value was left out [L0201 "
        "born, row 17]\n");
  f.severity = LN_WARNING;
  check(&f,
        true,
        "\033[1mpeople.csv:18:4:\033[0m \033[1;35mwarning:\033[0m m; the value was left out "
        "[L0201 born, row 17]\n");
  f.severity = LN_NOTE;
  check(&f,
        true,
        "\033[1mpeople.csv:18:4:\033[0m \033[1;36mnote:\033[0m m; the value was left out [L0201 "
        "born, row 17]\n");
}

static void
codes(void)
{
  CU_ASSERT_STRING_EQUAL(ln_code_about(LN_L0101)->code, "L0101");
  CU_ASSERT_EQUAL(ln_code_about(LN_L0101)->severity, LN_ERROR);
  CU_ASSERT_STRING_EQUAL(ln_code_about(LN_L0202)->code, "L0202");
  CU_ASSERT_EQUAL(ln_code_about(LN_L0202)->severity, LN_NOTE);
  CU_ASSERT_EQUAL(ln_code_about(LN_L0111)->severity, LN_WARNING);
  for (int i = 0; i < LN_CODE_COUNT; ++i) {
    const ln_code_info* const info = ln_code_about((ln_code)i);
    CU_ASSERT_EQUAL(strlen(info->code), 5U);
    CU_ASSERT_EQUAL(info->code[0], 'L');
    CU_ASSERT(strlen(info->name) > 0U && strlen(info->cause) > 0U && strlen(info->remedy) > 0U);
    // In order, hence none twice
    CU_ASSERT(i == 0 || strcmp(ln_code_about((ln_code)(i - 1))->code, info->code) < 0);
  }
  CU_ASSERT_STRING_EQUAL(ln_code_about(LN_CODE_COUNT)->code, "L0000");
}

static void
failing(void)
{
  ln_finding f = full;
  f.hint       = LN_V("Do it in another way, of which there are many.");
  ln_text out  = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(ln_finding_text(&f, &out), ln_text_clear(&out));
}

static const unit_test tests[] = {
  {"whole", whole},
  {"less known", less_known},
  {"effects and severities", effects_and_severities},
  {"large numbers", large_numbers},
  {"colours", colors},
  {"codes", codes},
  {"failing allocator", failing},
};

UNIT_MAIN("base/diag_text", tests)
