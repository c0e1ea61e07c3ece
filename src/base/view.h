/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_VIEW_H
#define LN_BASE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/** Borrowed bytes. Never NUL-terminated: the length is always used. `s` may be NULL only if `n` is
   0. Valid as long as what it was taken from. */
typedef struct {
  const char* s;
  size_t      n;
} ln_view;

_Static_assert(sizeof(ln_view) == 2 * sizeof(void*), "a view is two words");

/** A view of a string literal. */
#define LN_V(literal) ((ln_view){"" literal, sizeof(literal) - 1U})

/** A view of a NUL-terminated string; NULL gives the empty view. */
static inline ln_view
ln_view_of(const char* const s)
{
  return (ln_view){s, s ? strlen(s) : 0U};
}

static inline bool
ln_view_equals(const ln_view a, const ln_view b)
{
  return a.n == b.n && (a.n == 0U || memcmp(a.s, b.s, a.n) == 0);
}

static inline bool
ln_view_starts(const ln_view v, const ln_view prefix)
{
  return v.n >= prefix.n && (prefix.n == 0U || memcmp(v.s, prefix.s, prefix.n) == 0);
}

static inline bool
ln_view_ends(const ln_view v, const ln_view suffix)
{
  return v.n >= suffix.n &&
         (suffix.n == 0U || memcmp(v.s + v.n - suffix.n, suffix.s, suffix.n) == 0);
}

/** The part from byte `at` to the end; `at` beyond the end gives the empty view. */
static inline ln_view
ln_view_from(const ln_view v, const size_t at)
{
  return at < v.n ? (ln_view){v.s + at, v.n - at} : (ln_view){v.s, 0U};
}

/** The first `n` bytes, or all if there are fewer. */
static inline ln_view
ln_view_first(const ln_view v, const size_t n)
{
  return (ln_view){v.s, n < v.n ? n : v.n};
}

/** Without ASCII blanks, tabs and line ends at both ends. */
static inline ln_view
ln_view_trim(ln_view v)
{
  while (v.n > 0U && (v.s[0] == ' ' || (v.s[0] >= '\t' && v.s[0] <= '\r'))) {
    ++v.s;
    --v.n;
  }
  while (v.n > 0U && (v.s[v.n - 1U] == ' ' || (v.s[v.n - 1U] >= '\t' && v.s[v.n - 1U] <= '\r'))) {
    --v.n;
  }
  return v;
}

/** Position of the first byte `c`, or `v.n` if there is none. */
static inline size_t
ln_view_find(const ln_view v, const char c)
{
  const char* const p = v.n > 0U ? memchr(v.s, (unsigned char)c, v.n) : NULL;
  return p ? (size_t)(p - v.s) : v.n;
}

#endif
