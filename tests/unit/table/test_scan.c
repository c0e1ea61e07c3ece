/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Both scans against the definition of their three words, byte by byte. */

#include "unit.h"

#include "table/scan.h"

#include <stdbool.h>

static uint64_t
next_random(uint64_t* const state)
{
  *state ^= *state << 13U;
  *state ^= *state >> 7U;
  *state ^= *state << 17U;
  return *state;
}

static bool
bit(const uint64_t word, const size_t i)
{
  return ((word >> i) & 1U) != 0U;
}

static bool
is_right(const ln_scan* const scan, const char* const s, const char* const sought)
{
  bool right = true;
  for (size_t i = 0U; i < LN_SCAN_SIZE; ++i) {
    const unsigned char c    = (unsigned char)s[i];
    const bool          mark = s[i] == '\r' || s[i] == '\n' || s[i] == sought[0] ||
                      (sought[1] && s[i] == sought[1]) || (sought[2] && s[i] == sought[2]);
    const bool dirty = c < 32U || c == 127U || c == 34U || c == 92U;
    const bool odd   = c == 0U || c > 127U;
    right            = right && bit(scan->marks, i) == mark && bit(scan->dirty, i) == dirty &&
            bit(scan->odd, i) == odd;
  }
  return right;
}

static void
check_both(const char* const s, const char* const sought)
{
  ln_scan_set set;
  ln_scan     block;
  ln_scan     plain;
  ln_scan_init(&set, sought[0], sought[1], sought[2]);
  ln_scan_block(&set, s, &block);
  ln_scan_plain(&set, s, &plain);
  CU_ASSERT(is_right(&plain, s, sought));
  CU_ASSERT(is_right(&block, s, sought));
}

/* Delimiter, quote, escape. */
static const char sets[][3] = {{',', '"', 0}, {'\t', 0, 0}, {';', '\'', '\\'}, {'|', 0, '\\'}};

enum { SETS = sizeof(sets) / sizeof(sets[0]) };

static void
test_every_byte(void)
{
  char s[LN_SCAN_SIZE + 256];
  for (size_t i = 0U; i < sizeof(s); ++i) {
    s[i] = (char)(unsigned char)(i & 0xFFU);
  }
  for (size_t set = 0U; set < SETS; ++set) {
    for (size_t i = 0U; i <= 256U; ++i) {
      check_both(s + i, sets[set]);
    }
  }
}

static void
test_random(void)
{
  static const char likely[] = ",\t;|\"'\\\r\n\x1F !\x7F\x80";
  uint64_t          state    = UINT64_C(0x9E3779B97F4A7C15);
  char              s[LN_SCAN_SIZE];
  for (size_t round = 0U; round < 4000U; ++round) {
    for (size_t i = 0U; i < sizeof(s); ++i) {
      const uint64_t r = next_random(&state);
      s[i]             = likely[r % sizeof(likely)];
      if ((r & 0x300U) == 0U) {
        s[i] = (char)(unsigned char)(r & 0xFFU);
      }
    }
    check_both(s, sets[round % SETS]);
  }
}

static void
test_hand_made(void)
{
  ln_scan_set set;
  ln_scan     scan;
  const char  block[] = "a,b\n\"\x80\\"
                        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,";
  CU_ASSERT_EQUAL_FATAL(sizeof(block) - 1U, (size_t)LN_SCAN_SIZE);
  ln_scan_init(&set, ',', '"', 0);
  ln_scan_block(&set, block, &scan);
  CU_ASSERT_EQUAL(scan.marks, UINT64_C(0x800000000000001A));
  CU_ASSERT_EQUAL(scan.dirty, UINT64_C(0x58));
  CU_ASSERT_EQUAL(scan.odd, UINT64_C(0x20));
}

static const unit_test tests[] = {
  {"every byte value", test_every_byte},
  {"random blocks", test_random},
  {"by hand", test_hand_made},
};

UNIT_MAIN("scan", tests)
