/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Each offer is held against each range of the header; the most specific one that fits tells its
   weight. Parameters of media types other than the weight are passed over: what is served has no
   variants by them. Weights are thousandths. */

#include "serve/accept.h"

#include <stdint.h>

static char
lower(const char c)
{
  return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool
same(const ln_view a, const ln_view b)
{
  if (a.n != b.n) {
    return false;
  }
  for (size_t i = 0U; i < a.n; ++i) {
    if (lower(a.s[i]) != lower(b.s[i])) {
      return false;
    }
  }
  return true;
}

bool
ln_accept_same(const ln_view type, const char* const other)
{
  return same(type, ln_view_of(other));
}

ln_view
ln_accept_type(const ln_view header)
{
  return ln_view_trim(ln_view_first(header, ln_view_find(header, ';')));
}

/* "0.8" as 800; what cannot be read is 0, so that it does not win. */
static unsigned
read_weight(const ln_view text)
{
  unsigned weight = 0U;
  unsigned unit   = 1000U;
  for (size_t i = 0U; i < text.n && unit > 0U; ++i) {
    if (i == 1U && text.s[i] == '.') {
      continue;
    }
    if (text.s[i] < '0' || text.s[i] > '9') {
      return 0U;
    }
    weight += unit * (unsigned)(text.s[i] - '0');
    unit /= 10U;
  }
  return weight > 1000U ? 1000U : weight;
}

static unsigned
weight_of(ln_view parameters)
{
  while (parameters.n > 0U) {
    const ln_view part = ln_view_first(parameters, ln_view_find(parameters, ';'));
    const size_t  name = ln_view_find(part, '=');
    parameters         = ln_view_from(parameters, part.n + 1U);
    if (same(ln_view_trim(ln_view_first(part, name)), LN_V("q"))) {
      return read_weight(ln_view_trim(ln_view_from(part, name + 1U)));
    }
  }
  return 1000U;
}

/* How exactly a range of types fits: 3 the type itself, 2 `text` of `text/…`, 1 any, 0 not. */
static unsigned
fits(const ln_view range, const ln_view type)
{
  const size_t slash = ln_view_find(type, '/');
  if (same(range, type)) {
    return 3U;
  }
  if (ln_view_ends(range, LN_V("/*")) && range.n == slash + 2U &&
      same(ln_view_first(range, slash), ln_view_first(type, slash))) {
    return 2U;
  }
  return ln_view_equals(range, LN_V("*/*")) || ln_view_equals(range, LN_V("*")) ? 1U : 0U;
}

static unsigned
wanted(ln_view header, const ln_view type)
{
  unsigned best   = 0U;
  unsigned weight = 0U;
  while (header.n > 0U) {
    const ln_view  part = ln_view_first(header, ln_view_find(header, ','));
    const unsigned fit  = fits(ln_accept_type(part), type);
    header              = ln_view_from(header, part.n + 1U);
    if (fit > best) {
      best   = fit;
      weight = weight_of(ln_view_from(part, ln_view_find(part, ';') + 1U));
    }
  }
  return weight;
}

size_t
ln_accept_best(const ln_view header, const char* const* const offers, const size_t n)
{
  size_t   best   = SIZE_MAX;
  unsigned weight = 0U;
  if (ln_view_trim(header).n == 0U) {
    return n > 0U ? 0U : SIZE_MAX;
  }
  for (size_t i = 0U; i < n; ++i) {
    const unsigned w = wanted(header, ln_view_of(offers[i]));
    if (w > weight) {
      weight = w;
      best   = i;
    }
  }
  return best;
}
