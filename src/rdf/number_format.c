/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Number formats. A pattern is boiled down to a few counts when it is compiled; a cell is then cut
   into sign, whole digits, fraction, exponent and percent sign, and each part is held against its
   count. Writing the XSD form is the removal of group characters and, for % and per mille, moving
   the point in the digit string: no arithmetic, nothing is rounded. Costs one pass for cutting and
   one for writing; allocates only in the text appended to. */

#include "rdf/number_format.h"

static const ln_view PER_MILLE = {"\xE2\x80\xB0", 3U};

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

/** Take `word` off the front of `*v`. */
static bool
take(ln_view* const v, const ln_view word)
{
  if (word.n == 0U || !ln_view_starts(*v, word)) {
    return false;
  }
  *v = ln_view_from(*v, word.n);
  return true;
}

static unsigned
take_percent(ln_view* const v)
{
  if (take(v, LN_V("%"))) {
    return 2U;
  }
  return take(v, PER_MILLE) ? 3U : 0U;
}

/** Count `#` and `0` of one side of the point; `#` stands on the outside. */
typedef struct {
  size_t zeroes, hashes;
  size_t group, last_group; ///< digits since the last separator, and between the last two
  size_t separators;
  size_t first_group; ///< digits before the first separator
} side;

/** A group ends; false if it is empty. */
static bool
end_group(side* const s)
{
  s->first_group = s->separators == 0U ? s->group : s->first_group;
  s->last_group  = s->group;
  s->group       = 0U;
  ++s->separators;
  return s->last_group > 0U;
}

/** Read one side of a pattern: the integer part has `#` first, the fraction `0` first. */
static bool
parse_side(ln_view* const                v,
           const ln_number_format* const format,
           const bool                    integer,
           side* const                   s)
{
  bool good = true;
  while (good) {
    if (take(v, LN_V("#"))) {
      good = !integer || s->zeroes == 0U;
      ++s->hashes;
      ++s->group;
    } else if (take(v, LN_V("0"))) {
      good = integer || s->hashes == 0U;
      ++s->zeroes;
      ++s->group;
    } else if (take(v, format->group_char)) {
      good = end_group(s);
    } else {
      return s->separators == 0U || s->group > 0U;
    }
  }
  return false;
}

static const char*
parse_exponent(ln_view* const v, ln_number_format* const format)
{
  if (!take(v, LN_V("E"))) {
    return NULL;
  }
  format->exponent_plus = take(v, LN_V("+"));
  while (take(v, LN_V("0"))) {
    ++format->min_exponent;
  }
  return format->min_exponent == 0U ? "the exponent of a number pattern needs a 0" : NULL;
}

static const char*
parse_digits(ln_view* const v, ln_number_format* const format)
{
  side whole    = {0};
  side fraction = {0};
  if (!parse_side(v, format, true, &whole)) {
    return "in a number pattern # comes before 0, and a group is not empty";
  }
  const bool point = take(v, format->decimal_char);
  if (point && !parse_side(v, format, false, &fraction)) {
    return "behind the point of a number pattern 0 comes before #, and a group is not empty";
  }
  if (whole.zeroes + whole.hashes + fraction.zeroes + fraction.hashes == 0U ||
      (point && fraction.zeroes + fraction.hashes == 0U)) {
    return "a number pattern needs # or 0";
  }
  format->min_integer    = whole.zeroes;
  format->min_fraction   = fraction.zeroes;
  format->max_fraction   = fraction.zeroes + fraction.hashes;
  format->primary        = whole.separators > 0U ? whole.group : 0U;
  format->secondary      = whole.separators > 1U ? whole.last_group : format->primary;
  format->fraction_group = fraction.separators > 0U ? fraction.first_group : 0U;

  const char* const problem = parse_exponent(v, format);
  // Scientific patterns say how many digits stand before the point, others only how many at least.
  format->max_integer = format->min_exponent > 0U ? whole.zeroes + whole.hashes : 0U;
  return problem;
}

static ln_sign_rule
take_sign_rule(ln_view* const v)
{
  if (take(v, LN_V("+"))) {
    return LN_SIGN_PLUS;
  }
  return take(v, LN_V("-")) ? LN_SIGN_MINUS : LN_SIGN_ANY;
}

bool
ln_number_format_parse(const ln_view           pattern,
                       ln_number_format* const format,
                       const char** const      problem)
{
  *problem = NULL;
  if (format->decimal_char.n == 0U) {
    format->decimal_char = LN_V(".");
  }
  if (pattern.n == 0U) {
    return true;
  }
  if (format->group_char.n == 0U && !ln_view_equals(format->decimal_char, LN_V(","))) {
    format->group_char = LN_V(",");
  }
  ln_view v           = pattern;
  format->has_pattern = true;
  format->sign        = take_sign_rule(&v);
  format->percent     = take_percent(&v);
  *problem            = parse_digits(&v, format);
  if (*problem) {
    return false;
  }
  if (format->percent == 0U) {
    format->percent = take_percent(&v);
  }
  if (v.n > 0U) {
    *problem = "a number pattern holds a character that is not understood";
  } else if (format->percent > 0U && format->min_exponent > 0U) {
    *problem = "a number pattern has either an exponent or a percent sign";
  }
  return !*problem;
}

/** A cell cut into its parts; whole and fraction still have their group characters. */
typedef struct {
  bool     negative, plus;
  ln_view  whole, fraction;
  bool     point;
  ln_view  exponent; ///< with its sign
  bool     has_exponent;
  unsigned percent;
} pieces;

/** Digits and group characters off the front. */
static ln_view
take_grouped(ln_view* const v, const ln_view group_char)
{
  size_t n = 0U;
  while (n < v->n) {
    const bool digit = is_digit(v->s[n]);
    if (!digit && (group_char.n == 0U || !ln_view_starts(ln_view_from(*v, n), group_char))) {
      break;
    }
    n += digit ? 1U : group_char.n;
  }
  const ln_view taken = ln_view_first(*v, n);
  *v                  = ln_view_from(*v, n);
  return taken;
}

static const char*
cut(const ln_number_format* const format, ln_view v, pieces* const p)
{
  p->negative = take(&v, LN_V("-"));
  p->plus     = !p->negative && take(&v, LN_V("+"));
  p->percent  = format->has_pattern ? take_percent(&v) : 0U;
  p->whole    = take_grouped(&v, format->group_char);
  p->point    = take(&v, format->decimal_char);
  p->fraction = p->point ? take_grouped(&v, format->group_char) : (ln_view){v.s, 0U};
  if (take(&v, LN_V("E")) || take(&v, LN_V("e"))) {
    const ln_view exponent = v;
    const bool    has_sign = take(&v, LN_V("+")) || take(&v, LN_V("-"));
    const ln_view digits   = take_grouped(&v, (ln_view){NULL, 0U});
    p->has_exponent        = true;
    p->exponent            = ln_view_first(exponent, digits.n + (has_sign ? 1U : 0U));
    if (digits.n == 0U) {
      return "the exponent has no digits";
    }
  } else if (p->percent == 0U) {
    p->percent = take_percent(&v);
  }
  return v.n > 0U ? "it is not a number" : NULL;
}

/** Whether a group of `size` digits may stand there. Groups of the fraction count from the point,
   so that only the last may be short; those of the integer part to the point, so that only the
   first may. Without a pattern any group will do. */
static bool
group_fits(const ln_number_format* const format,
           const bool                    integer,
           const bool                    first,
           const bool                    last,
           const size_t                  size)
{
  const size_t before = last ? format->primary : format->secondary;
  const size_t full   = integer ? before : format->fraction_group;
  if (full == 0U) {
    return size > 0U && (!format->has_pattern || (first && last));
  }
  const bool may_be_short = integer ? first : last;
  return size == full || (may_be_short && size > 0U && size < full);
}

/** Walk the groups of one side; `*digits` gets the number of digits. */
static bool
check_groups(const ln_number_format* const format,
             ln_view                       v,
             const bool                    integer,
             size_t* const                 digits)
{
  const bool absent = v.n == 0U;
  bool       first  = true;
  size_t     size   = 0U;
  while (v.n > 0U) {
    if (take(&v, format->group_char)) {
      if (!group_fits(format, integer, first, false, size)) {
        return false;
      }
      first = false;
      size  = 0U;
    } else {
      v = ln_view_from(v, 1U);
      ++size;
      ++*digits;
    }
  }
  return absent || group_fits(format, integer, first, true, size);
}

static const char*
check_sign(const ln_number_format* const format, const pieces* const p)
{
  if (format->sign == LN_SIGN_PLUS && !p->plus && !p->negative) {
    return "the format demands a sign";
  }
  if (format->sign == LN_SIGN_MINUS && !p->negative) {
    return "the format demands a minus sign";
  }
  return NULL;
}

static const char*
check_exponent(const ln_number_format* const format, const pieces* const p)
{
  if ((format->min_exponent > 0U) != p->has_exponent) {
    return p->has_exponent ? "the format has no exponent" : "the format demands an exponent";
  }
  if (!p->has_exponent) {
    return NULL;
  }
  const bool has_sign = !is_digit(p->exponent.s[0]);
  if (format->exponent_plus && !has_sign) {
    return "the exponent needs a sign";
  }
  return p->exponent.n - (has_sign ? 1U : 0U) < format->min_exponent
           ? "the exponent has too few digits"
           : NULL;
}

/** Whether the pattern has room for so many digits. */
static const char*
check_digits(const ln_number_format* const format, const size_t whole, const size_t fraction)
{
  if (whole < format->min_integer) {
    return "it has too few digits before the point";
  }
  if (format->max_integer > 0U && whole > format->max_integer) {
    return "it has too many digits before the point";
  }
  if (fraction < format->min_fraction) {
    return "it has too few digits behind the point";
  }
  return fraction > format->max_fraction ? "it has too many digits behind the point" : NULL;
}

static const char*
check_percent(const ln_number_format* const format, const pieces* const p)
{
  if (p->percent == format->percent) {
    return NULL;
  }
  return p->percent > 0U ? "the format has no such percent sign" : "the percent sign is missing";
}

static const char*
check(const ln_number_format* const format, const pieces* const p)
{
  size_t whole    = 0U;
  size_t fraction = 0U;
  if (!check_groups(format, p->whole, true, &whole) ||
      !check_groups(format, p->fraction, false, &fraction)) {
    return "its digits are not grouped as the format demands";
  }
  if (whole + fraction == 0U) {
    return "it is not a number";
  }
  if ((p->point && fraction == 0U) || (!format->has_pattern && whole == 0U)) {
    return "digits are missing beside the point";
  }
  if (!format->has_pattern) {
    return NULL;
  }
  const char* problem = check_digits(format, whole, fraction);
  if (!problem) {
    problem = check_percent(format, p);
  }
  if (!problem) {
    problem = check_sign(format, p);
  }
  return problem ? problem : check_exponent(format, p);
}

/** Append digits, leaving out group characters, which hold no ASCII digits. */
static ln_status
add_digits(const ln_view v, ln_text* const out)
{
  for (size_t i = 0U; i < v.n; ++i) {
    if (is_digit(v.s[i])) {
      LN_TRY(ln_text_add_byte(out, v.s[i]));
    }
  }
  return LN_OK;
}

/** Append the digits of both sides with the point moved `places` to the left. */
static ln_status
add_shifted(const pieces* const p, const unsigned places, ln_text* const out)
{
  const size_t start = out->n;
  // Zeroes in front, so that there are always enough digits; superfluous ones are taken away.
  LN_TRY(ln_text_add(out, ln_view_first(LN_V("0000"), places + 1U)));
  LN_TRY(add_digits(p->whole, out));
  size_t point = out->n - places;
  LN_TRY(add_digits(p->fraction, out));
  LN_TRY(ln_text_add_byte(out, '\0')); // room for the point
  memmove(out->s + point + 1U, out->s + point, out->n - 1U - point);
  out->s[point] = '.';

  size_t zeroes = 0U;
  while (out->s[start + zeroes] == '0' && start + zeroes + 1U < point) {
    ++zeroes;
  }
  memmove(out->s + start, out->s + start + zeroes, out->n - start - zeroes);
  out->n -= zeroes;
  point -= zeroes;
  while (out->n > point + 1U && out->s[out->n - 1U] == '0') {
    --out->n;
  }
  out->n         = out->n == point + 1U ? point : out->n;
  out->s[out->n] = '\0';
  return LN_OK;
}

static ln_status
write_pieces(const pieces* const p, ln_text* const out)
{
  if (p->negative || p->plus) {
    LN_TRY(ln_text_add_byte(out, p->negative ? '-' : '+'));
  }
  if (p->percent > 0U) {
    return add_shifted(p, p->percent, out);
  }
  LN_TRY(add_digits(p->whole, out));
  if (p->point) {
    LN_TRY(ln_text_add_byte(out, '.'));
    LN_TRY(add_digits(p->fraction, out));
  }
  if (p->has_exponent) {
    LN_TRY(ln_text_add_byte(out, 'E'));
    LN_TRY(ln_text_add(out, p->exponent));
  }
  return LN_OK;
}

ln_status
ln_number_format_read(const ln_number_format* const format,
                      const ln_view                 cell,
                      ln_text* const                out,
                      const char** const            problem)
{
  pieces p = {0};
  *problem = NULL;
  if (!format->has_pattern &&
      (ln_view_equals(cell, LN_V("NaN")) || ln_view_equals(cell, LN_V("INF")) ||
       ln_view_equals(cell, LN_V("-INF")))) {
    return ln_text_add(out, cell);
  }
  *problem = cut(format, cell, &p);
  if (!*problem) {
    *problem = check(format, &p);
  }
  return *problem ? LN_END : write_pieces(&p, out);
}
