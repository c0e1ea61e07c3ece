/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Dates as people type them, rewritten into EDTF. The text is first brought into one shape (lower
   case, single blanks, one byte for every dash), then each habit has one small recogniser; the
   first that takes the whole text wins. Invariant: what is appended is EDTF, because it is parsed
   before it is given out; what could mean two things (`03/04/1970`, `1900s`) is left alone. Texts
   longer than a fixed buffer are no dates, so nothing is allocated but the result. */

#include "rdf/edtf.h"

#include "rdf/calendar.h"

#include <string.h>

enum {
  LONGEST = 64,   ///< bytes of a text that is looked at
  ROOM    = 96,   ///< bytes of a rewritten value
  DASH    = 0x01, ///< stands for en dash, em dash and minus sign
};

/** A value being rewritten. */
typedef struct {
  char   s[ROOM];
  size_t n;
} draft;

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static void
put(draft* const d, const ln_view v)
{
  // A text has at most LONGEST bytes and no recogniser adds more than a few, so this always fits.
  if (v.n <= ROOM - d->n) {
    memcpy(d->s + d->n, v.s, v.n);
    d->n += v.n;
  }
}

static size_t
digits(const ln_view v)
{
  size_t n = 0U;
  while (n < v.n && is_digit(v.s[n])) {
    ++n;
  }
  return n;
}

static unsigned
number(const ln_view v)
{
  unsigned value = 0U;
  for (size_t i = 0U; i < v.n; ++i) {
    value = value * 10U + (unsigned)(v.s[i] - '0');
  }
  return value;
}

/** Whether `v` begins with `word`; what follows it, without blanks, becomes `*rest`. */
static bool
skip(const ln_view v, const ln_view word, ln_view* const rest)
{
  if (!ln_view_starts(v, word)) {
    return false;
  }
  *rest = ln_view_trim(ln_view_from(v, word.n));
  return true;
}

/** Signs beyond ASCII that stand in dates, and what they become. */
static size_t
sign_at(const ln_view v, char* const to)
{
  static const struct {
    const char* from;
    char        to;
  } SIGNS[] = {
    {"\xE2\x80\x93", DASH},
    {"\xE2\x80\x94", DASH},
    {"\xE2\x88\x92", DASH},
    {"\xE2\x80\x90", '-'},
    {"\xE2\x80\x91", '-'},
    {"\xC2\xA0", ' '},
    {"\xE2\x80\x99", '\''},
  };
  for (size_t i = 0U; i < sizeof(SIGNS) / sizeof(SIGNS[0]); ++i) {
    if (ln_view_starts(v, ln_view_of(SIGNS[i].from))) {
      *to = SIGNS[i].to;
      return strlen(SIGNS[i].from);
    }
  }
  return 0U;
}

/** One character in the common shape; its length in the text, 0 if no date has it. */
static size_t
shape_at(const ln_view v, char* const to)
{
  const char c = v.s[0];
  if ((unsigned char)c >= 0x80U) {
    return sign_at(v, to);
  }
  *to = c;
  if (c == '\t') {
    *to = ' ';
  } else if (c >= 'A' && c <= 'Z') {
    *to = (char)(c + ('a' - 'A'));
  }
  return *to < ' ' ? 0U : 1U;
}

/** The shape in which everything is compared. Characters that no date has: false. */
static bool
normalise(const ln_view v, draft* const d)
{
  char c = '\0';
  for (size_t i = 0U; i < v.n;) {
    const size_t n = shape_at(ln_view_from(v, i), &c);
    if (n == 0U) {
      return false;
    }
    if (c != ' ' || (d->n > 0U && d->s[d->n - 1U] != ' ')) {
      d->s[d->n++] = c;
    }
    i += n;
  }
  return true;
}

/** `1990s`, `1990's`, with or without `the`. A round hundred could be the century as well. */
static bool
guess_decade(ln_view v, draft* const d)
{
  (void)skip(v, LN_V("the "), &v);
  const ln_view rest = ln_view_from(v, 4U);
  if (digits(v) != 4U || v.s[3] != '0' || v.s[2] == '0' ||
      !(ln_view_equals(rest, LN_V("s")) || ln_view_equals(rest, LN_V("'s")))) {
    return false;
  }
  put(d, ln_view_first(v, 3U));
  put(d, LN_V("X"));
  return true;
}

/** Whether `ending` is how English counts `n`: 1st, 2nd, 3rd, 4th, 11th … */
static bool
is_ordinal(const unsigned n, const ln_view ending)
{
  static const char* const ENDINGS[] = {"th", "st", "nd", "rd"};

  const bool     teen = n / 10U % 10U == 1U;
  const unsigned last = n % 10U;
  return ln_view_equals(ending, ln_view_of(ENDINGS[teen || last > 3U ? 0U : last]));
}

/** `19th century` */
static bool
guess_century(ln_view v, draft* const d)
{
  (void)skip(v, LN_V("the "), &v);
  const size_t   n       = digits(v);
  const unsigned century = n >= 1U && n <= 2U ? number(ln_view_first(v, n)) : 0U;
  ln_view        rest    = ln_view_from(v, n);
  if (century == 0U || !is_ordinal(century, ln_view_first(rest, 2U))) {
    return false;
  }
  rest = ln_view_from(rest, 2U);
  if (!ln_view_equals(rest, LN_V(" century")) && !ln_view_equals(rest, LN_V("-century"))) {
    return false;
  }
  const char text[] = {(char)('0' + (century - 1U) / 10U), (char)('0' + (century - 1U) % 10U)};
  put(d, (ln_view){text, sizeof(text)});
  put(d, LN_V("XX"));
  return true;
}

/** 1 to 12 for an English name of a month or its first three letters; else 0. */
static unsigned
month_of(const ln_view word)
{
  for (unsigned month = 1U; month <= 12U; ++month) {
    const ln_view name = ln_calendar_month(month);
    size_t        same = 0U;
    while (same < word.n && same < name.n && word.s[same] == (name.s[same] | 0x20)) {
      ++same;
    }
    if (same == word.n && (word.n == 3U || word.n == name.n)) {
      return month;
    }
  }
  return ln_view_equals(word, LN_V("sept")) ? 9U : 0U;
}

/** The parts of `31 december 1969`, whatever stands between them. */
typedef struct {
  ln_view word[4];
  size_t  n;
} words;

static bool
split_words(const ln_view v, words* const w)
{
  size_t i = 0U;
  while (i < v.n) {
    if (strchr(" ,.-", v.s[i])) {
      ++i;
      continue;
    }
    const size_t begin = i;
    while (i < v.n && !strchr(" ,.-", v.s[i])) {
      ++i;
    }
    if (w->n == 3U) {
      return false;
    }
    w->word[w->n++] = (ln_view){v.s + begin, i - begin};
  }
  return true;
}

/** One or two digits, with or without an ordinal ending; 0: not a day. */
static unsigned
day_of(const ln_view word)
{
  const size_t n = digits(word);
  if (n < 1U || n > 2U) {
    return 0U;
  }
  const unsigned day    = number(ln_view_first(word, n));
  const ln_view  ending = ln_view_from(word, n);
  return ending.n == 0U || is_ordinal(day, ending) ? day : 0U;
}

static void
put_two(draft* const d, const unsigned value)
{
  const char text[] = {'-', (char)('0' + value / 10U), (char)('0' + value % 10U)};
  put(d, (ln_view){text, sizeof(text)});
}

/** `31 December 1969`, `December 31, 1969`, `31-Dec-1969`, `Dec 1969` */
static bool
guess_named_month(const ln_view v, draft* const d)
{
  words w = {0};
  if (!split_words(v, &w) || w.n < 2U) {
    return false;
  }
  const ln_view  year  = w.word[w.n - 1U];
  const unsigned first = month_of(w.word[0]);
  const unsigned month = first > 0U ? first : month_of(w.word[1]);
  const unsigned day   = w.n == 2U ? 0U : day_of(w.word[first > 0U ? 1 : 0]);
  if (year.n != 4U || digits(year) != 4U || month == 0U || (w.n == 3U && day == 0U) ||
      (w.n == 2U && first == 0U)) {
    return false;
  }
  put(d, year);
  put_two(d, month);
  if (day > 0U) {
    put_two(d, day);
  }
  return true;
}

/** A date in figures as EDTF has it. */
static bool
guess_figures(const ln_view v, draft* const d)
{
  ln_edtf edtf = {0};
  for (size_t i = 0U; i < v.n; ++i) {
    if (!is_digit(v.s[i]) && v.s[i] != '-') {
      return false;
    }
  }
  if (!ln_edtf_parse(v, &edtf, NULL)) {
    return false;
  }
  put(d, v);
  return true;
}

/** Take a word for "about" off the front. */
static bool
skip_about(ln_view* const v)
{
  static const char* const WORDS[] = {"circa ",
                                      "about ",
                                      "approximately ",
                                      "approx. ",
                                      "approx ",
                                      "ca. ",
                                      "ca.",
                                      "ca ",
                                      "c. ",
                                      "c.",
                                      "c "};
  for (size_t i = 0U; i < sizeof(WORDS) / sizeof(WORDS[0]); ++i) {
    if (skip(*v, ln_view_of(WORDS[i]), v)) {
      return true;
    }
  }
  // `c1988`
  return v->n > 1U && is_digit(v->s[1]) && skip(*v, LN_V("c"), v);
}

/** One date, with its doubts. `*about` tells whether a word for "about" stood in front. */
static bool
guess_date(ln_view v, draft* const d, bool* const about)
{
  *about            = skip_about(&v);
  const bool unsure = v.n > 0U && v.s[v.n - 1U] == '?';
  if (unsure) {
    v = ln_view_trim(ln_view_first(v, v.n - 1U));
  }
  if (!guess_figures(v, d) && !guess_decade(v, d) && !guess_century(v, d) &&
      !guess_named_month(v, d)) {
    return false;
  }
  if (*about || unsure) {
    const ln_view sign = unsure ? LN_V("?") : LN_V("~");
    put(d, *about && unsure ? LN_V("%") : sign);
  }
  return true;
}

/** Where a range is divided: a dash, a hyphen between blanks, ` to `; a hyphen or slash between
   figures alone. `*n` is the length of the sign; 0: no range. */
static size_t
find_division(const ln_view v, size_t* const n)
{
  const size_t dash = ln_view_find(v, DASH);
  if (dash < v.n) {
    *n = 1U;
    return dash;
  }
  for (size_t i = 1U; i < v.n; ++i) {
    const ln_view rest = ln_view_from(v, i);
    if (ln_view_starts(rest, LN_V(" - ")) || ln_view_starts(rest, LN_V(" to "))) {
      *n = ln_view_starts(rest, LN_V(" - ")) ? 3U : 4U;
      return i;
    }
  }
  const size_t year   = digits(v);
  const bool   joined = year == 4U && v.n > 5U && (v.s[4] == '-' || v.s[4] == '/');
  const bool   bare   = joined && digits(ln_view_from(v, 5U)) == v.n - 5U;
  *n                  = bare ? 1U : 0U;
  return 4U;
}

/** `1988-89`: the second year begins as the first. Months and seasons are excluded by the caller,
   because they are EDTF already, and here by demanding more than 12 and more than the first year.
 */
static bool
put_short_year(draft* const d, const ln_view first, const ln_view second)
{
  if (first.n != 4U || digits(first) != 4U || second.n != 2U || digits(second) != 2U ||
      number(second) <= 12U || number(second) <= number(ln_view_from(first, 2U))) {
    return false;
  }
  put(d, ln_view_first(first, 2U));
  put(d, second);
  return true;
}

/** `1988-1990`, `1988–90`, `5 May 1988 to 1990` */
static bool
guess_range(const ln_view v, draft* const d)
{
  size_t       n  = 0U;
  const size_t at = find_division(v, &n);
  if (n == 0U || at == 0U) {
    return false;
  }
  const ln_view first        = ln_view_trim(ln_view_first(v, at));
  const ln_view second       = ln_view_trim(ln_view_from(v, at + n));
  bool          about_first  = false;
  bool          about_second = false;
  if (!guess_date(first, d, &about_first)) {
    return false;
  }
  put(d, LN_V("/"));
  if (put_short_year(d, first, second)) {
    return true;
  }
  return guess_date(second, d, &about_second) && about_first == about_second;
}

/** `before 1990`, `after 1990` */
static bool
guess_side(const ln_view v, draft* const d)
{
  ln_view    rest  = {NULL, 0U};
  bool       about = false;
  const bool after = skip(v, LN_V("after "), &rest);
  if (!after && !skip(v, LN_V("before "), &rest)) {
    return false;
  }
  put(d, after ? LN_V("") : LN_V("../"));
  const bool good = guess_date(rest, d, &about);
  put(d, after ? LN_V("/..") : LN_V(""));
  return good && !about;
}

static bool
guess(const ln_view v, draft* const d)
{
  bool    about = false;
  ln_edtf edtf  = {0};
  if (guess_date(v, d, &about) && ln_edtf_parse((ln_view){d->s, d->n}, &edtf, NULL)) {
    return true;
  }
  d->n = 0U;
  if (guess_side(v, d)) {
    return true;
  }
  d->n = 0U;
  return guess_range(v, d);
}

bool
ln_edtf_guess(const ln_view v, ln_text* const out)
{
  draft   shape  = {{0}, 0U};
  draft   result = {{0}, 0U};
  ln_edtf edtf   = {0};
  if (ln_edtf_parse(v, &edtf, NULL)) {
    return ln_text_add(out, v) == LN_OK;
  }
  if (v.n > LONGEST || !normalise(v, &shape)) {
    return false;
  }
  const ln_view text = ln_view_trim((ln_view){shape.s, shape.n});
  if (!guess(text, &result)) {
    return false;
  }
  const ln_view value = {result.s, result.n};
  return ln_edtf_parse(value, &edtf, NULL) && ln_text_add(out, value) == LN_OK;
}
