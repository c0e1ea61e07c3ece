/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Whether text can be written at all. Marks are ASCII, so a text is valid if and only if its cells
   are; many blocks are proven together, and nobody asks about their cells again. A proof that fails
   says nothing: the cells of those blocks are looked at one by one, and only there a fault gets its
   name and place. Blocks of ASCII are not looked at: a run of other blocks cannot end within a
   character unless the text does. */

#include "table/validity.h"

#include "base/utf8.h"

#include <stdbool.h>

/* U+FFFE or U+FFFF, which XML and many readers refuse. */
static bool
is_noncharacter(const ln_view text, const size_t at)
{
  return at + 2U < text.n && (unsigned char)text.s[at + 1U] == 0xBFU &&
         (unsigned char)text.s[at + 2U] >= 0xBEU;
}

static size_t
find_noncharacter(const ln_view valid)
{
  size_t at = ln_view_find(valid, (char)0xEF);
  while (at < valid.n && !is_noncharacter(valid, at)) {
    const ln_view rest = ln_view_from(valid, at + 1U);
    at                 = at + 1U + ln_view_find(rest, (char)0xEF);
  }
  return at;
}

size_t
ln_validity_fault(const ln_view text)
{
  const ln_view valid = ln_view_first(text, ln_utf8_valid(text));
  return find_noncharacter(ln_view_first(valid, ln_view_find(valid, '\0')));
}

static bool
is_inner(const char c)
{
  return ((unsigned char)c & 0xC0U) == 0x80U;
}

/* Bytes at the start that belong to a character before it. */
static size_t
foreign_start(const ln_view text)
{
  size_t n = 0U;
  while (n < text.n && n < 3U && is_inner(text.s[n])) {
    ++n;
  }
  return n;
}

/* Bytes at the end of a character that goes on behind it. */
static size_t
foreign_end(const ln_view text)
{
  size_t n = 0U;
  while (n < text.n && n < 3U && is_inner(text.s[text.n - 1U - n])) {
    ++n;
  }
  if (n == text.n) {
    return 0U;
  }
  const unsigned char lead  = (unsigned char)text.s[text.n - 1U - n];
  const size_t        whole = lead >= 0xF0U ? 4U : (lead >= 0xE0U ? 3U : 2U);
  return lead >= 0xC0U && n + 1U < whole ? n + 1U : 0U;
}

/* The blocks from `first` to before `end` hold bytes to be proven. */
static void
prove_run(const ln_view text, ln_scan* const scans, size_t first, size_t end)
{
  const ln_view run =
    ln_view_from(ln_view_first(text, end * (size_t)LN_SCAN_SIZE), first * (size_t)LN_SCAN_SIZE);
  const size_t start = first == 0U ? foreign_start(run) : 0U;
  const size_t cut   = first * (size_t)LN_SCAN_SIZE + run.n == text.n ? foreign_end(run) : 0U;
  if (start + cut >= run.n) {
    return;
  }
  const ln_view inner = {run.s + start, run.n - start - cut};
  if (ln_validity_fault(inner) < inner.n) {
    return;
  }
  first += start > 0U ? 1U : 0U;
  end -= cut > 0U ? 1U : 0U;
  for (size_t i = first; i < end; ++i) {
    scans[i].odd = 0U;
  }
}

void
ln_validity_prove(const ln_view text, ln_scan* const scans, const size_t n)
{
  size_t i = 0U;
  while (i < n) {
    const size_t first = i;
    while (i < n && scans[i].odd != 0U) {
      ++i;
    }
    if (i > first) {
      prove_run(text, scans, first, i);
    }
    ++i;
  }
}
