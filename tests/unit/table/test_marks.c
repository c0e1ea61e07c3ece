/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Lists of marks in every width, against what a loop over the bits says. */

#include "unit.h"

#include "table/marks.h"

#include <stdbool.h>

static uint64_t
next_random(uint64_t* const state)
{
  *state ^= *state << 13U;
  *state ^= *state >> 7U;
  *state ^= *state << 17U;
  return *state;
}

/* What the list must be. */
typedef struct {
  size_t  n;
  bool    dirty;
  bool    odd;
  bool    nonword;
  bool    nondigit;
  ln_mark v[LN_MARKS_BLOCKS * LN_SCAN_SIZE];
} wanted;

static void
add_block(wanted* const w, const ln_scan* const scan, const size_t block)
{
  for (size_t i = 0U; i < (size_t)LN_SCAN_SIZE; ++i) {
    if (((scan->marks >> i) & 1U) != 0U) {
      const unsigned flags =
        (w->dirty ? 0U : (unsigned)LN_MARK_CLEAN) | (w->odd ? (unsigned)LN_MARK_ODD : 0U) |
        (w->nonword ? 0U : (unsigned)LN_MARK_WORD) | (w->nondigit ? 0U : (unsigned)LN_MARK_DIGITS);
      w->v[w->n++] = (ln_mark)((block * (size_t)LN_SCAN_SIZE + i) | flags);
      w->dirty     = false;
      w->odd       = false;
      w->nonword   = false;
      w->nondigit  = false;
    } else {
      w->dirty    = w->dirty || ((scan->dirty >> i) & 1U) != 0U;
      w->odd      = w->odd || ((scan->odd >> i) & 1U) != 0U;
      w->nonword  = w->nonword || ((scan->nonword >> i) & 1U) != 0U;
      w->nondigit = w->nondigit || ((scan->nondigit >> i) & 1U) != 0U;
    }
  }
}

static void
check_blocks(const ln_scan* const scans, const size_t n, const bool dirty, const bool odd)
{
  wanted w = {.dirty = dirty, .odd = odd, .nonword = odd, .nondigit = dirty};
  for (size_t i = 0U; i < n; ++i) {
    add_block(&w, &scans[i], i);
  }
  for (int width = 0; width < LN_WIDTHS; ++width) {
    if (ln_cpu_has((ln_width)width)) {
      ln_marks marks = {.dirty    = dirty ? 16U : 0U,
                        .odd      = odd ? UINT64_MAX : 0U,
                        .nonword  = odd ? 1U : 0U,
                        .nondigit = dirty ? UINT64_MAX : 0U};
      ln_marks_of((ln_width)width)(&marks, scans, n);
      CU_ASSERT_EQUAL_FATAL(marks.n, w.n);
      CU_ASSERT(memcmp(marks.v, w.v, w.n * sizeof(ln_mark)) == 0);
      CU_ASSERT_EQUAL(marks.dirty != 0U, w.dirty);
      CU_ASSERT_EQUAL(marks.odd != 0U, w.odd);
      CU_ASSERT_EQUAL(marks.nonword != 0U, w.nonword);
      CU_ASSERT_EQUAL(marks.nondigit != 0U, w.nondigit);
    }
  }
}

/* Few bits, many, none, all. */
static uint64_t
random_bits(uint64_t* const state)
{
  const uint64_t a = next_random(state);
  const uint64_t b = next_random(state);
  switch (next_random(state) % 6U) {
  case 0U:
    return 0U;
  case 1U:
    return UINT64_MAX;
  case 2U:
    return a | b;
  case 3U:
    return a & b & next_random(state);
  default:
    return a & b;
  }
}

static void
test_random(void)
{
  uint64_t state = UINT64_C(0x9E3779B97F4A7C15);
  ln_scan  scans[LN_MARKS_BLOCKS];
  for (size_t round = 0U; round < 3000U; ++round) {
    const size_t n = 1U + (size_t)(next_random(&state) % (uint64_t)LN_MARKS_BLOCKS);
    for (size_t i = 0U; i < n; ++i) {
      scans[i] = (ln_scan){.marks    = random_bits(&state),
                           .dirty    = random_bits(&state),
                           .odd      = random_bits(&state),
                           .nonword  = random_bits(&state),
                           .nondigit = random_bits(&state)};
    }
    check_blocks(scans, n, round % 2U != 0U, round % 3U == 0U);
  }
}

static void
test_hand_made(void)
{
  const ln_scan scans[] = {{.marks = 0x88U, .dirty = 0x41U, .nonword = 0x20U, .nondigit = 0x100U},
                           {.marks = 1U, .odd = 4U, .nondigit = 8U}};
  ln_marks      marks   = {0};
  ln_marks_of(ln_cpu_width())(&marks, scans, 2U);
  CU_ASSERT_EQUAL_FATAL(marks.n, 3U);
  CU_ASSERT_EQUAL(marks.v[0], 3U | (unsigned)LN_MARK_WORD | (unsigned)LN_MARK_DIGITS);
  CU_ASSERT_EQUAL(marks.v[1], 7U | (unsigned)LN_MARK_DIGITS);
  CU_ASSERT_EQUAL(marks.v[2], 64U | (unsigned)LN_MARK_CLEAN | (unsigned)LN_MARK_WORD);
  CU_ASSERT_EQUAL(marks.dirty, 0U);
  CU_ASSERT_NOT_EQUAL(marks.odd, 0U);
  CU_ASSERT_EQUAL(marks.nonword, 0U);
  CU_ASSERT_NOT_EQUAL(marks.nondigit, 0U);
}

static const unit_test tests[] = {
  {"random", test_random},
  {"by hand", test_hand_made},
};

UNIT_MAIN("marks", tests)
