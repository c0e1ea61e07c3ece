/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Distances by hand and against the plain table of the textbook; the choice of candidates. */

#include "unit.h"

#include "base/fold.h"

#include <stdint.h>

static size_t
distance(const char* const a, const char* const b, const size_t limit)
{
  return ln_distance(ln_view_of(a), ln_view_of(b), limit);
}

static void
by_hand(void)
{
  CU_ASSERT_EQUAL(distance("", "", 3U), 0U);
  CU_ASSERT_EQUAL(distance("abc", "abc", 0U), 0U);
  CU_ASSERT_EQUAL(distance("abc", "abd", 0U), 1U);
  CU_ASSERT_EQUAL(distance("kitten", "sitting", 9U), 3U);
  CU_ASSERT_EQUAL(distance("kitten", "sitting", 3U), 3U);
  CU_ASSERT_EQUAL(distance("kitten", "sitting", 2U), 3U); // limit + 1
  CU_ASSERT_EQUAL(distance("kitten", "sitting", 1U), 2U);
  CU_ASSERT_EQUAL(distance("", "abcd", 9U), 4U);
  CU_ASSERT_EQUAL(distance("abcd", "", 2U), 3U);
  CU_ASSERT_EQUAL(distance("borm", "brom", 4U), 1U); // neighbours swapped
  CU_ASSERT_EQUAL(distance("ca", "abc", 4U), 3U);    // no part is edited twice
  CU_ASSERT_EQUAL(distance("ab", "ba", 1U), 1U);
  CU_ASSERT_EQUAL(distance("xxab", "xxba", 1U), 1U);
}

/** The textbook's whole table, for words of up to seven letters. */
static size_t
plain(const ln_view a, const ln_view b)
{
  size_t d[8][8];
  for (size_t i = 0U; i <= a.n; ++i) {
    for (size_t j = 0U; j <= b.n; ++j) {
      if (i == 0U || j == 0U) {
        d[i][j] = i + j;
        continue;
      }
      size_t n = d[i - 1U][j - 1U] + (a.s[i - 1U] != b.s[j - 1U]);
      n        = d[i - 1U][j] + 1U < n ? d[i - 1U][j] + 1U : n;
      n        = d[i][j - 1U] + 1U < n ? d[i][j - 1U] + 1U : n;
      if (i > 1U && j > 1U && a.s[i - 1U] == b.s[j - 2U] && a.s[i - 2U] == b.s[j - 1U] &&
          d[i - 2U][j - 2U] + 1U < n) {
        n = d[i - 2U][j - 2U] + 1U;
      }
      d[i][j] = n;
    }
  }
  return d[a.n][b.n];
}

static void
against_the_plain_table(void)
{
  uint32_t random = 12345U;
  for (unsigned round = 0U; round < 20000U; ++round) {
    char   letters[14];
    size_t n[2];
    for (size_t i = 0U; i < 14U; ++i) {
      random     = (random * 1664525U) + 1013904223U;
      letters[i] = (char)('a' + ((random >> 24U) % 3U));
    }
    for (size_t i = 0U; i < 2U; ++i) {
      random = (random * 1664525U) + 1013904223U;
      n[i]   = (random >> 24U) % 8U;
    }
    const ln_view a     = {letters, n[0]};
    const ln_view b     = {letters + 7, n[1]};
    const size_t  limit = round % 6U;
    const size_t  whole = plain(a, b);
    CU_ASSERT_EQUAL(ln_distance(a, b, limit), whole > limit ? limit + 1U : whole);
  }
}

static void
long_words(void)
{
  char a[500];
  char b[500];
  memset(a, 'a', sizeof(a));
  memset(b, 'a', sizeof(b));
  memset(b + 200, 'b', 70U);
  CU_ASSERT_EQUAL(ln_distance((ln_view){a, 500U}, (ln_view){b, 260U}, 1000U), 65U);
  CU_ASSERT_EQUAL(ln_distance((ln_view){a, 500U}, (ln_view){b, 500U}, SIZE_MAX), 65U);
  CU_ASSERT_EQUAL(ln_distance((ln_view){a, 250U}, (ln_view){b, 250U}, SIZE_MAX), 50U);
}

static void
check(const char* const word, const char* const* const names, const char* const expected)
{
  ln_nearest nearest = {.word = ln_view_of(word)};
  for (size_t i = 0U; names[i]; ++i) {
    ln_nearest_offer(&nearest, ln_view_of(names[i]), ln_view_of(names[i]));
  }
  ln_text out = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_nearest_text(&nearest, &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out), expected);
  ln_text_clear(&out);
}

static void
did_you_mean(void)
{
  const char* const none[]   = {NULL};
  const char* const fields[] = {"name", "birth place", "birthday", "born", "died", NULL};
  check("born", none, "");
  check("zzzz", fields, "");
  check("brn", fields, "did you mean \"born\"?");
  check("birth plase", fields, "did you mean \"birth place\"?");
  // Begins with the word; contains it
  check("birth", fields, "did you mean \"birth place\" or \"birthday\"?");
  check("place", fields, "did you mean \"birth place\"?");
  check("day", fields, ""); // three bytes are too few for that
  check("", fields, "");
  // What begins with the word goes before what only contains it
  const char* const both[] = {"the audioslave", "audioslave live", NULL};
  check("audioslave", both, "did you mean \"audioslave live\" or \"the audioslave\"?");
  const char* const short_words[] = {"ac", "xyz", NULL};
  check("ab", short_words, "did you mean \"ac\"?");
}

static void
best_first(void)
{
  const char* const names[] = {"audioslaves x", "audioslaces", "audioslaves", "audioslave", NULL};
  check("audioslave", names, "did you mean \"audioslave\", \"audioslaves\" or \"audioslaces\"?");
  const char* const ties[] = {"bat", "cat", "rat", "hat", NULL};
  check("mat", ties, "did you mean \"bat\", \"cat\" or \"rat\"?");
  const char* const twice[] = {"bat", "bat", "mat", "bat", NULL};
  check("mat", twice, "did you mean \"mat\" or \"bat\"?");
}

static void
limits(void)
{
  // A third of the length: 1 for up to five bytes, 2 for six, at most 4
  const char* const five[] = {"axxde", "abxde", NULL};
  check("abcde", five, "did you mean \"abxde\"?");
  const char* const six[] = {"axxdef", "axxxef", NULL};
  check("abcdef", six, "did you mean \"axxdef\"?");
  const char* const long_one[] = {"xxxxxfghijklmnopqrst", "xxxxefghijklmnopqrst", NULL};
  check("abcdefghijklmnopqrst", long_one, "did you mean \"xxxxefghijklmnopqrst\"?");
}

static void
better_spelling_of_same(void)
{
  // The same name under two folded forms: shown once, at its better place
  ln_nearest nearest = {.word = LN_V("mat")};
  ln_nearest_offer(&nearest, LN_V("bat"), LN_V("Bat"));
  ln_nearest_offer(&nearest, LN_V("cat"), LN_V("Mat"));
  ln_nearest_offer(&nearest, LN_V("rat"), LN_V("Rat"));
  ln_nearest_offer(&nearest, LN_V("mat"), LN_V("Mat"));
  CU_ASSERT_EQUAL(nearest.n, 3U);
  CHECK_VIEW(nearest.name[0], "Mat");
  CU_ASSERT_EQUAL(nearest.distance[0], 0U);
  CHECK_VIEW(nearest.name[1], "Bat");
  CHECK_VIEW(nearest.name[2], "Rat");
}

static ln_status
three(ln_text* const out)
{
  ln_nearest nearest = {.word = LN_V("mat")};
  ln_nearest_offer(&nearest, LN_V("bat"), LN_V("a bat of some length"));
  ln_nearest_offer(&nearest, LN_V("cat"), LN_V("a cat of some length"));
  return ln_nearest_text(&nearest, out);
}

static void
failing(void)
{
  ln_text out = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(three(&out), ln_text_clear(&out));
}

static const unit_test tests[] = {
  {"by hand", by_hand},
  {"against the plain table", against_the_plain_table},
  {"long words", long_words},
  {"did you mean", did_you_mean},
  {"best first", best_first},
  {"limits", limits},
  {"better spelling of the same", better_spelling_of_same},
  {"failing allocator", failing},
};

UNIT_MAIN("base/nearest", tests)
