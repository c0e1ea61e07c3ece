/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Folded names: examples of the header, each kind of variation, and that folding twice changes
   nothing. Expected values are written by hand from the rules of the header. */

#include "unit.h"

#include "base/fold.h"

typedef struct {
  const char* name;
  const char* folded;
} example;

// clang-format off
static const example examples[] = {
  {"", ""},
  {"   ", ""},
  {"Maná", "mana"},
  {"mana", "mana"},
  {"O’Hara", "ohara"},
  {"o'hara", "ohara"},
  {"birth_place", "birth place"},
  {"Birth place", "birth place"},
  {"  Birth -- Place ", "birth place"},
  {"Tom\x09Jones", "tom jones"},
  {"Simon & Garfunkel", "simon & garfunkel"},
  {"AC/DC", "ac/dc"},
  {"Straße", "strasse"},
  {"STRASSE", "strasse"},
  {"Größe", "grosse"},
  {"Sigur Rós", "sigur ros"},
  {"Mötley Crüe", "motley crue"},
  {"Røyksopp", "royksopp"},
  {"Æsir", "aesir"},
  {"Œuvre", "oeuvre"},
  {"Łódź", "lodz"},
  {"Đorđe", "dorde"},
  {"Þór", "thor"},
  {"Ísafjörður", "isafjordur"},
  {"İstanbul", "istanbul"},
  {"ISTANBUL", "istanbul"},
  {"ılık", "ilik"},
  {"\"Weird Al\" Yankovic", "weird al yankovic"},
  {"“Weird Al” Yankovic", "weird al yankovic"},
  {"«Кино»", "кино"},
  {"КИНО", "кино"},
  {"Ёлка", "елка"},
  {"Βαγγέλης", "βαγγελησ"},
  {"ΒΑΓΓΕΛΗΣ", "βαγγελησ"},
  {"Ｔｏｋｙｏ", "tokyo"},
  {"ﬁn", "fin"},
  {"ガ", "\xE3\x82\xAB\xE3\x82\x99"},
  {"カ", "カ"},
  {"مُحَمَّد", "محمد"},
  {"محمد", "محمد"},
  {"नि", "नि"},
  {"Jean‐Luc", "jean luc"},
  {"Jean–Luc", "jean luc"},
  {"Jean\xC2\xA0Luc", "jean luc"},
  {"Jean\xC2\xADLuc", "jeanluc"},
  {"O´Hara", "ohara"},
  {"O`Hara", "ohara"},
  {"Oʼahu", "oahu"},
  {"ʻOkina", "okina"},
  {"P!nk", "p!nk"},
  {"$", "$"},
  {"-", ""},
  {"N.W.A", "n.w.a"},
  {"100%", "100%"},
};
// clang-format on

static void
check(const ln_view v, const char* const expected)
{
  ln_text out = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_text_add(&out, LN_V("- ")), LN_OK); // what stands before has no influence
  CU_ASSERT_EQUAL(ln_fold(v, &out), LN_OK);
  CHECK_VIEW(ln_view_from(ln_text_view(&out), 2U), expected);
  ln_text_clear(&out);
}

static void
by_example(void)
{
  for (size_t i = 0U; i < sizeof(examples) / sizeof(examples[0]); ++i) {
    check(ln_view_of(examples[i].name), examples[i].folded);
  }
  check((ln_view){NULL, 0U}, "");
}

static void
twice_is_once(void)
{
  for (size_t i = 0U; i < sizeof(examples) / sizeof(examples[0]); ++i) {
    check(ln_view_of(examples[i].folded), examples[i].folded);
  }
}

static void
rare_blanks(void)
{
  check(LN_V("5\xE2\x88\x92"
             "3"),
        "5 3"); // minus sign
  check(LN_V("a\xC2\x85"
             "b"),
        "a b"); // next line
  check(LN_V("a\xE2\x80\xA8\xE2\x80\xA9"
             "b"),
        "a b"); // line and paragraph separator
}

static void
composed_and_decomposed(void)
{
  check(LN_V("Bj\xC3\xB6rk"), "bjork");
  check(LN_V("Bjo\xCC\x88rk"), "bjork");
}

static void
ascii_as_the_rest(void)
{
  // ASCII has a way of its own; with a letter of another script behind, the same must come out
  for (unsigned c = 1U; c < 0x80U; ++c) {
    ln_text out  = {NULL, 0U, 0U};
    ln_text name = {NULL, 0U, 0U};
    CU_ASSERT_EQUAL(ln_text_format(&name, "X%cY%c", (int)c, (int)c), LN_OK);
    CU_ASSERT_EQUAL(ln_fold(ln_text_view(&name), &out), LN_OK);
    const bool blank_behind = out.n == 3U && out.s[1] == ' ';
    CU_ASSERT_EQUAL(ln_text_add(&out, blank_behind ? LN_V(" \xE2\x82\xAC") : LN_V("\xE2\x82\xAC")),
                    LN_OK);
    CU_ASSERT_EQUAL(ln_text_add(&name, LN_V("\xE2\x82\xAC")), LN_OK);
    check(ln_text_view(&name), out.s);
    ln_text_clear(&name);
    ln_text_clear(&out);
  }
}

static void
failing(void)
{
  ln_text out = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(ln_fold(LN_V("plain ASCII"), &out), ln_text_clear(&out));
  CHECK_ALLOC_FAILURES(ln_fold(LN_V("Bj\xC3\xB6rk Gu\xC3\xB0mundsd\xC3\xB3ttir"), &out),
                       ln_text_clear(&out));
}

static const unit_test tests[] = {
  {"by example", by_example},
  {"twice is once", twice_is_once},
  {"rare blanks", rare_blanks},
  {"composed and decomposed", composed_and_decomposed},
  {"ASCII as the rest", ascii_as_the_rest},
  {"failing allocator", failing},
};

UNIT_MAIN("base/fold", tests)
