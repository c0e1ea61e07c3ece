/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   64 bytes become six words of 64 bits, so that the splitter steps from mark to mark and never
   looks at the bytes between. One pass answers all questions (where to stop, where to stop and
   think, what needs an escape, what needs a check for validity, what is a word or a number),
   because the bytes are loaded once. Here is the scan in plain C, one look into a table a byte,
   against which the others are tested, and the choice between them. */

#include "table/scan.h"

#include "table/scan_ways.h"

enum {
  KIND_MARK     = 1,
  KIND_HARD     = 2,
  KIND_DIRTY    = 4,
  KIND_ODD      = 8,
  KIND_NONWORD  = 16,
  KIND_NONDIGIT = 32,
  KIND_DASH     = 64,
};

static void
add_kind(ln_scan_set* const set, const char c, const int kind)
{
  uint8_t* const of = &set->kind[(unsigned char)c];
  *of               = (uint8_t)(*of | kind);
}

static bool
is_dirty(const unsigned c)
{
  return c < 0x20U || c == 0x7FU || c == (unsigned)'"' || c == (unsigned)'\\';
}

/* What a byte is in words and numbers. */
static int
word_kind(const unsigned c)
{
  const unsigned small = c | 0x20U;
  if (c >= (unsigned)'0' && c <= (unsigned)'9') {
    return 0;
  }
  if (c == (unsigned)'-' || c == (unsigned)'_') {
    return KIND_NONDIGIT | KIND_DASH;
  }
  return small >= (unsigned)'a' && small <= (unsigned)'z' ? KIND_NONDIGIT
                                                          : KIND_NONDIGIT | KIND_NONWORD;
}

void
ln_scan_init(ln_scan_set* const set, const char delimiter, const char quote, const char escape)
{
  const char first = (char)(quote ? quote : escape);
  *set             = (ln_scan_set){.bytes = {delimiter, delimiter, delimiter, '\n', '\r'}};
  for (unsigned c = 0U; c < 256U; ++c) {
    set->kind[c] = (uint8_t)(word_kind(c) | (is_dirty(c) ? KIND_DIRTY : 0) |
                             (c == 0U || c >= 0x80U ? KIND_ODD : 0));
  }
  add_kind(set, delimiter, KIND_MARK);
  add_kind(set, '\n', KIND_MARK);
  add_kind(set, '\r', KIND_MARK);
  if (first) {
    const char second = (char)(escape ? escape : first);
    set->hard_mask    = UINT64_MAX;
    set->bytes[1]     = first;
    set->bytes[2]     = second;
    add_kind(set, first, KIND_MARK | KIND_HARD);
    add_kind(set, second, KIND_MARK | KIND_HARD);
  }
}

void
ln_scan_harden(ln_scan_set* const set)
{
  set->all_hard = UINT64_MAX;
  for (unsigned c = 0U; c < 256U; ++c) {
    const int mark = set->kind[c] & KIND_MARK;
    add_kind(set, (char)(unsigned char)c, mark ? KIND_HARD : 0);
  }
}

/* Whether the byte was a mark before it was to begin a line end. */
static bool
is_mark(const ln_scan_set* const set, const char c)
{
  return (set->kind[(unsigned char)c] & KIND_MARK) != 0;
}

void
ln_scan_ends(ln_scan_set* const set, const char* const bytes, const size_t n)
{
  set->kind[(unsigned char)'\n'] &= (uint8_t)~(KIND_MARK | KIND_HARD);
  set->kind[(unsigned char)'\r'] &= (uint8_t)~(KIND_MARK | KIND_HARD);
  set->bytes[3] = set->bytes[0];
  set->bytes[4] = set->bytes[0];
  for (size_t i = 0U, used = 3U; i < n; ++i) {
    if (!is_mark(set, bytes[i]) && used < (size_t)LN_SCAN_BYTES) {
      set->bytes[used++] = bytes[i];
    } else if (!is_mark(set, bytes[i])) {
      set->many = true;
    }
    add_kind(set, bytes[i], KIND_MARK);
  }
  /* The delimiter, quote and escape may have been one of the two. */
  add_kind(set, set->bytes[0], KIND_MARK);
  add_kind(set, set->bytes[1], KIND_MARK);
  add_kind(set, set->bytes[2], KIND_MARK);
  ln_scan_harden(set);
}

static uint64_t
scan_plain(const ln_scan_set* const set, const char* const s, const size_t n, ln_scan* const scans)
{
  uint64_t odd = 0U;
  for (size_t i = 0U; i < n; ++i) {
    const char* const block  = s + (i * (size_t)LN_SCAN_SIZE);
    ln_scan           found  = {0};
    uint64_t          dashes = 0U;
    for (size_t k = 0U; k < (size_t)LN_SCAN_SIZE; ++k) {
      const unsigned kind = set->kind[(unsigned char)block[k]];
      found.marks |= (uint64_t)(kind & 1U) << k;
      found.hard |= (uint64_t)((kind >> 1U) & 1U) << k;
      found.dirty |= (uint64_t)((kind >> 2U) & 1U) << k;
      found.odd |= (uint64_t)((kind >> 3U) & 1U) << k;
      found.nonword |= (uint64_t)((kind >> 4U) & 1U) << k;
      found.nondigit |= (uint64_t)((kind >> 5U) & 1U) << k;
      dashes |= (uint64_t)(kind >> 6U) << k;
    }
    found.nonword |= dashes & ((found.marks << 1U) | 1U);
    odd |= found.odd;
    scans[i] = found;
  }
  return odd;
}

ln_scan_way
ln_scan_of(const ln_scan_set* const set, const ln_width width)
{
  static const ln_scan_way ways[LN_WIDTHS] = {
    [LN_WIDTH_PLAIN] = scan_plain,
#if defined(__x86_64__)
    [LN_WIDTH_SSE2]   = ln_scan_sse2,
    [LN_WIDTH_AVX2]   = ln_scan_avx2,
    [LN_WIDTH_AVX512] = ln_scan_avx512,
#elif defined(__aarch64__)
    [LN_WIDTH_NEON] = ln_scan_neon,
#endif
  };
  const bool there = width == LN_WIDTH_PLAIN || (!set->many && ln_cpu_has(width));
  return there ? ways[width] : NULL;
}
