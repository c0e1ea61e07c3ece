/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Ids from names: examples of the header, one or more names for each script and each special
   letter, hashes computed with other programs (coreutils' sha256sum and base32), and the form of
   every result. */

#include "unit.h"

#include "base/fold.h"

typedef struct {
  const char* name;
  const char* id;
} example;

// clang-format off
static const example names[] = {
  {"", ""},
  {"Thom Russo", "thom-russo"},
  {"Maná", "mana"},
  {"O’Hara", "ohara"},
  {"O'Hara", "ohara"},
  {"O´Hara", "ohara"},
  {"O`Hara", "ohara"},
  {"Oʼahu", "oahu"},
  {"Hawaiʻi", "hawaii"},
  {"O‛Hara", "ohara"},
  {"O＇Hara", "ohara"},
  {"AC/DC", "ac-dc"},
  {"P!nk", "p-nk"},
  {"2Pac", "x2pac"},
  {"311", "x311"},
  {"10,000 Maniacs", "x10-000-maniacs"},
  {"...And Justice for All", "and-justice-for-all"},
  {"Help!", "help"},
  {"The Who", "the-who"},
  {"snake_case name", "snake-case-name"},
  {"a -- b", "a-b"},
  {"Björk Guðmundsdóttir", "bjork-gudmundsdottir"},
  {"Sigur Rós", "sigur-ros"},
  {"Mötley Crüe", "motley-crue"},
  {"Motörhead", "motorhead"},
  {"Røyksopp", "royksopp"},
  {"Ærøskøbing", "aeroskobing"},
  {"Weiß", "weiss"},
  {"Cœur de pirate", "coeur-de-pirate"},
  {"Łona", "lona"},
  {"Witold Lutosławski", "witold-lutoslawski"},
  {"Đorđe Balašević", "dorde-balasevic"},
  {"Þeyr", "theyr"},
  {"Aşık Veysel Şatıroğlu", "asik-veysel-satiroglu"},
  {"İbrahim", "ibrahim"},
  {"Antonín Dvořák", "antonin-dvorak"},
  {"György Ligeti", "gyorgy-ligeti"},
  {"Ștefan", "stefan"},
  {"Nguyễn Văn", "nguyen-van"},
  {"Heydər Əliyev", "heydar-aliyev"},
  {"Ħamrun", "hamrun"},
  {"Μίκης Θεοδωράκης", "mikis-theodorakis"},
  {"Βαγγέλης Παπαθανασίου", "vangelis-papathanasiou"},
  {"Ελευθερία Αρβανιτάκη", "eleftheria-arvanitaki"},
  {"Σταύρος Ξαρχάκος", "stavros-xarchakos"},
  {"Άγγελος", "angelos"},
  {"Πραΰς", "prays"},
  {"Ψυχή", "psychi"},
  {"Ευτυχία", "eftychia"},
  {"Σφίγξ", "sfinx"},
  {"Пётр Чайковский", "petr-chaikovskii"},
  {"Кино", "kino"},
  {"Борис Гребенщиков", "boris-grebenshchikov"},
  {"Юрий Шевчук", "iurii-shevchuk"},
  {"Объект", "obekt"},
  {"Їжак", "izhak"},
  {"Љубав", "ljubav"},
  {"東京 Tokyo", "tokyo"},
  {"Ｔｏｋｙｏ", "tokyo"},
  {"№ 5", "no-5"},
  {"Beyoncé & Jay‐Z", "beyonce-jay-z"},
  {"Jean–Luc Ponty", "jean-luc-ponty"},
  {"soft\xC2\xADhyphen", "softhyphen"},
  {"¿Qué?", "que"},
};

// Without any letter or digit that could be spelt: x and base32(sha256(NFC))
static const example hashed[] = {
  {"東京事変", "xoherr4l6fd4cda3hlgbrbbntma"},
  {"フィッシュマンズ", "xb6vyp3utlpemoz2f3zwjbp2t7c"},
  {"فيروز", "xkjiuqy24mfsvl3ozaq2t2xlv2d"},
  {"שלום", "xw6wahghpoqmtvnzywio7bejdfe"},
  {"한글", "xxwd7to3iwz6s7iolqk3hkgba5f"},
  {"😀", "x6bcdunbml32upa5bcg2rxjlmso"},
  {"!!!", "x5bgfhdt74jihgdxwfxrcbran7k"},
  {"???", "xua5sehdmn2xhciwkkfuv2rlnki"},
  {"'", "xezp5uf5diyi3cuz5riub75ua3r"},
  {" ", "xg2u6p4ojlobp7omxipqmlrgosx"},
  {"—", "xxwqfawc2adypns2qeniflhlvkm"},
  {"ガ", "xbtskhxn5aaba7sfozs4ayfzito"},
};

static const example ids[] = {
  {"", ""},
  {"nm0001104", "nm0001104"},
  {"imdb:nm0001104", "imdb-nm0001104"},
  {"Q42", "Q42"},
  {"group/audioslave", "group-audioslave"},
  {"snake_case", "snake_case"},
  {"MixedCase", "MixedCase"},
  {"a b", "a-b"},
  {"  a b  ", "a-b"},
  {"a::b", "a-b"},
  {"a--b", "a-b"},
  {"a-:- b", "a-b"},
  {"42", "x42"},
  {"_x", "x_x"},
  {"-x", "x-x"},
  {":x", "x-x"},
  {"imdb:", "imdb-"},
  {"O'Hara", "OHara"},
  {"Ørsted", "Orsted"},
  {"Æsir", "Aesir"},
  {"Straße", "Strasse"},
  {"Щука", "Shchuka"},
  {"Ψ", "Ps"},
  {"Élan", "Elan"},
  {"a.b", "a-b"},
  {"a__b", "a__b"},
  {"__", "xtei7juvrqrl4i4tgmtjqsocqol"},
  {"-", "xhfz6aixjgiqpsijmddinbrkdvz"},
  {"東京", "xcmabnmsztp36lf4mvz4okkggp4"},
};
// clang-format on

typedef ln_status (*maker)(ln_view v, ln_text* out);

static void
check(const maker make, const ln_view v, const char* const expected)
{
  ln_text out = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_text_add(&out, LN_V("9-")), LN_OK); // what stands before has no influence
  CU_ASSERT_EQUAL(make(v, &out), LN_OK);
  const ln_view id = ln_view_from(ln_text_view(&out), 2U);
  CHECK_VIEW(id, expected);
  CU_ASSERT(id.n == 0U || ln_is_id(id));
  ln_text_clear(&out);
}

static void
slugs(void)
{
  for (size_t i = 0U; i < sizeof(names) / sizeof(names[0]); ++i) {
    check(ln_slug, ln_view_of(names[i].name), names[i].id);
  }
  for (size_t i = 0U; i < sizeof(hashed) / sizeof(hashed[0]); ++i) {
    check(ln_slug, ln_view_of(hashed[i].name), hashed[i].id);
  }
}

static void
composed_and_decomposed(void)
{
  check(ln_slug, LN_V("Bj\xC3\xB6rk"), "bjork");
  check(ln_slug, LN_V("Bjo\xCC\x88rk"), "bjork");
  // GA composed, and KA with the voicing mark, have one hash
  check(ln_slug, LN_V("\xE3\x82\xAB\xE3\x82\x99"), "xbtskhxn5aaba7sfozs4ayfzito");
}

static void
long_names(void)
{
  char name[200];
  memset(name, 'a', sizeof(name));
  char expected[121] = "";
  memset(expected, 'a', 120U);
  check(ln_slug, (ln_view){name, 120U}, expected);
  check(ln_slug, (ln_view){name, 121U}, "x5fqvgiasrtd2hvqhr2npavqddc");
  check(ln_slug, (ln_view){name, 200U}, "xykuqrwmplx4yplpednp44ijqm7");
}

static void
typed_ids(void)
{
  for (size_t i = 0U; i < sizeof(ids) / sizeof(ids[0]); ++i) {
    check(ln_id, ln_view_of(ids[i].name), ids[i].id);
  }
}

static void
form_of_ids(void)
{
  static const char* const good[] = {"a", "Z9", "a-b", "a_b", "a__b", "a-", "imdb-nm0001104"};
  static const char* const bad[]  = {
    "", "9", "-a", "_a", "a--b", "a b", "a:b", "a/b", "\xC3\xB8", "a."};
  for (size_t i = 0U; i < sizeof(good) / sizeof(good[0]); ++i) {
    CU_ASSERT_TRUE(ln_is_id(ln_view_of(good[i])));
  }
  for (size_t i = 0U; i < sizeof(bad) / sizeof(bad[0]); ++i) {
    CU_ASSERT_FALSE(ln_is_id(ln_view_of(bad[i])));
  }
  CU_ASSERT_FALSE(ln_is_id(LN_V("a\0")));
}

static void
failing(void)
{
  ln_text out = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(ln_slug(LN_V("plain ASCII"), &out), ln_text_clear(&out));
  CHECK_ALLOC_FAILURES(ln_slug(LN_V("\xE6\x9D\xB1\xE4\xBA\xAC"), &out), ln_text_clear(&out));
  CHECK_ALLOC_FAILURES(ln_id(LN_V("\xE6\x9D\xB1"), &out), ln_text_clear(&out));
}

static const unit_test tests[] = {
  {"slugs", slugs},
  {"composed and decomposed", composed_and_decomposed},
  {"long names", long_names},
  {"typed ids", typed_ids},
  {"form of ids", form_of_ids},
  {"failing allocator", failing},
};

UNIT_MAIN("base/slug", tests)
