/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* "Did you mean": the distance of Damerau and Levenshtein in its simple form (no part is edited
   twice), computed only in the band around the diagonal that the limit leaves open, so that
   offering a hundred thousand names stays cheap. Three rows of the band are all the memory. */

#include "base/fold.h"
#include "base/quote.h"

#include <stdint.h>
#include <string.h>

enum { BAND = (2 * LN_DISTANCE_MAX) + 1, CONTAINS_MIN = 4, LIMIT_MAX = 4 };

static size_t
least(const size_t a, const size_t b)
{
  return a < b ? a : b;
}

/** The rows of the table that are still needed, each shifted so that the diagonal is at `limit`:
 * column j of row i is at j + limit - i. Outside the band every distance is beyond the limit. */
typedef struct {
  size_t row[3][BAND + 2]; ///< one more place at both ends
  size_t limit;
} band;

static size_t*
cell(band* const b, const size_t i, const size_t j)
{
  return &b->row[i % 3U][j + b->limit + 1U - i];
}

/** Edits between the first `i` bytes of `x` and the first `j` of `y`, from the cells before. */
static size_t
edits(band* const b, const ln_view x, const ln_view y, const size_t i, const size_t j)
{
  size_t n = *cell(b, i - 1U, j - 1U) + (x.s[i - 1U] != y.s[j - 1U]);
  n        = least(n, *cell(b, i - 1U, j) + 1U);
  n        = least(n, *cell(b, i, j - 1U) + 1U);
  if (i > 1U && j > 1U && x.s[i - 1U] == y.s[j - 2U] && x.s[i - 2U] == y.s[j - 1U]) {
    n = least(n, *cell(b, i - 2U, j - 2U) + 1U);
  }
  return n;
}

size_t
ln_distance(const ln_view a, const ln_view b, const size_t limit)
{
  const size_t most   = least(limit, LN_DISTANCE_MAX);
  const size_t beyond = most + 1U;
  if ((a.n > b.n ? a.n - b.n : b.n - a.n) > most) {
    return beyond;
  }
  band table = {.limit = most};
  for (size_t i = 0U; i <= a.n; ++i) {
    for (size_t k = 0U; k < (2U * most) + 3U; ++k) {
      table.row[i % 3U][k] = beyond;
    }
    const size_t first = i > most ? i - most : 0U;
    const size_t last  = least(b.n, i + most);
    size_t       best  = beyond;
    for (size_t j = first; j <= last; ++j) {
      const size_t n      = i == 0U || j == 0U ? i + j : edits(&table, a, b, i, j);
      *cell(&table, i, j) = least(n, beyond);
      best                = least(best, n);
    }
    // A swap may pass over one row, but never without a cost seen in the row between
    if (best > most) {
      return beyond;
    }
  }
  return *cell(&table, a.n, b.n);
}

static bool
contains(const ln_view v, const ln_view part)
{
  for (size_t at = 0U; v.n - at >= part.n; ++at) {
    if (ln_view_starts(ln_view_from(v, at), part)) {
      return true;
    }
  }
  return false;
}

/** Rank of a candidate: its edits, or if it holds the whole word, just behind those. SIZE_MAX: does
 * not count. */
static size_t
rank(const ln_view word, const ln_view folded)
{
  const size_t third = word.n / 3U;
  const size_t limit = least(third > 0U ? third : 1U, LIMIT_MAX);
  const size_t n     = ln_distance(word, folded, limit);
  if (n <= limit) {
    return n;
  }
  if (word.n < CONTAINS_MIN || folded.n < word.n) {
    return SIZE_MAX;
  }
  if (ln_view_starts(folded, word)) {
    return limit + 1U;
  }
  return contains(folded, word) ? limit + 2U : SIZE_MAX;
}

void
ln_nearest_offer(ln_nearest* const nearest, const ln_view folded, const ln_view name)
{
  const size_t n = nearest->word.n > 0U ? rank(nearest->word, folded) : SIZE_MAX;
  if (n == SIZE_MAX) {
    return;
  }
  // Behind all that are as good; the same name twice would help nobody
  size_t at = 0U;
  while (at < nearest->n && nearest->distance[at] <= n) {
    if (ln_view_equals(nearest->name[at], name)) {
      return;
    }
    ++at;
  }
  size_t end = at;
  while (end < nearest->n && !ln_view_equals(nearest->name[end], name)) {
    ++end;
  }
  if (end == nearest->n && nearest->n < LN_NEAREST_MAX) {
    ++nearest->n;
  }
  for (size_t i = least(end, LN_NEAREST_MAX - 1U); i > at; --i) {
    nearest->name[i]     = nearest->name[i - 1U];
    nearest->distance[i] = nearest->distance[i - 1U];
  }
  if (at < LN_NEAREST_MAX) {
    nearest->name[at]     = name;
    nearest->distance[at] = n;
  }
}

ln_status
ln_nearest_text(const ln_nearest* const nearest, ln_text* const out)
{
  for (size_t i = 0U; i < nearest->n; ++i) {
    if (i == 0U) {
      LN_TRY(ln_text_add(out, LN_V("did you mean ")));
    } else {
      LN_TRY(ln_text_add(out, i + 1U == nearest->n ? LN_V(" or ") : LN_V(", ")));
    }
    LN_TRY(ln_quote(nearest->name[i], out));
  }
  return nearest->n > 0U ? ln_text_add_byte(out, '?') : LN_OK;
}
