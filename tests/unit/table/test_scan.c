/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   The scan in every width the machine has, against the definition of its words, byte by byte. */

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

enum { BLOCKS = 5, BYTES = BLOCKS * LN_SCAN_SIZE };

/* Delimiter, quote, escape; 0: none. */
typedef struct {
  char        bytes[3];
  const char* ends; ///< NULL: CR and LF
} sought;

static bool
is_end(const sought* const w, const char c)
{
  return strchr(w->ends ? w->ends : "\r\n", c) != NULL && c != '\0';
}

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_letter(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Nothing is known of what stands in front of the block. */
static bool
is_word(const ln_scan* const scan, const char* const s, const size_t i)
{
  const bool begins = i == 0U || bit(scan->marks, i - 1U);
  return is_letter(s[i]) || is_digit(s[i]) || (!begins && (s[i] == '-' || s[i] == '_'));
}

static bool
is_right(const ln_scan* const scan, const char* const s, const sought* const w)
{
  bool right = true;
  for (size_t i = 0U; i < (size_t)LN_SCAN_SIZE; ++i) {
    const unsigned char c = (unsigned char)s[i];
    const bool quote = (w->bytes[1] && s[i] == w->bytes[1]) || (w->bytes[2] && s[i] == w->bytes[2]);
    const bool mark  = is_end(w, s[i]) || s[i] == w->bytes[0] || quote;
    const bool dirty = c < 32U || c == 127U || c == 34U || c == 92U;
    const bool odd   = c == 0U || c > 127U;
    right            = right && bit(scan->marks, i) == mark && bit(scan->dirty, i) == dirty &&
            bit(scan->odd, i) == odd && bit(scan->hard, i) == (quote || (mark && w->ends)) &&
            bit(scan->nonword, i) != is_word(scan, s, i) &&
            bit(scan->nondigit, i) != is_digit(s[i]);
  }
  return right;
}

static void
check_width(const ln_scan_set* const set,
            const ln_width           width,
            const char* const        s,
            const sought* const      w)
{
  ln_scan           scans[BLOCKS];
  const ln_scan_way way = ln_scan_of(set, width);
  uint64_t          odd = 0U;
  if (!way) {
    CU_ASSERT(set->many || !ln_cpu_has(width));
    return;
  }
  const uint64_t joined = way(set, s, BLOCKS, scans);
  for (size_t i = 0U; i < (size_t)BLOCKS; ++i) {
    CU_ASSERT(is_right(&scans[i], s + (i * (size_t)LN_SCAN_SIZE), w));
    odd |= scans[i].odd;
  }
  CU_ASSERT_EQUAL(joined, odd);
}

static void
check_all(const char* const s, const sought* const w)
{
  ln_scan_set set;
  ln_scan_init(&set, w->bytes[0], w->bytes[1], w->bytes[2]);
  if (w->ends) {
    ln_scan_ends(&set, w->ends, strlen(w->ends));
  }
  for (int width = 0; width < LN_WIDTHS; ++width) {
    check_width(&set, (ln_width)width, s, w);
  }
}

static const sought sets[] = {
  {{',', '"', 0}, NULL},
  {{'\t', 0, 0}, NULL},
  {{';', '\'', '\\'}, NULL},
  {{'|', 0, '\\'}, NULL},
  {{',', '"', 0}, "\n"},
  {{'\n', 0, '\\'}, "|;"},
  {{',', '"', 0}, "\n;|"},
};

enum { SETS = sizeof(sets) / sizeof(sets[0]) };

static void
test_every_byte(void)
{
  char s[BYTES + 256];
  for (size_t i = 0U; i < sizeof(s); ++i) {
    s[i] = (char)(unsigned char)(i & 0xFFU);
  }
  for (size_t set = 0U; set < (size_t)SETS; ++set) {
    for (size_t i = 0U; i <= 256U; ++i) {
      check_all(s + i, &sets[set]);
    }
  }
}

static void
test_random(void)
{
  static const char likely[] = ",\t;|\"'\\\r\n\x1F !\x7F\x80-_@`Zz/09:";
  uint64_t          state    = UINT64_C(0x9E3779B97F4A7C15);
  char              s[BYTES];
  for (size_t round = 0U; round < 2000U; ++round) {
    for (size_t i = 0U; i < sizeof(s); ++i) {
      const uint64_t r = next_random(&state);
      s[i]             = likely[r % sizeof(likely)];
      if ((r & 0x300U) == 0U) {
        s[i] = (char)(unsigned char)(r & 0xFFU);
      }
    }
    check_all(s, &sets[round % (size_t)SETS]);
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
  CU_ASSERT_EQUAL(ln_scan_of(&set, ln_cpu_width())(&set, block, 1U, &scan), UINT64_C(0x20));
  CU_ASSERT_EQUAL(scan.marks, UINT64_C(0x800000000000001A));
  CU_ASSERT_EQUAL(scan.hard, UINT64_C(0x10));
  CU_ASSERT_EQUAL(scan.dirty, UINT64_C(0x58));
  CU_ASSERT_EQUAL(scan.odd, UINT64_C(0x20));
  CU_ASSERT_EQUAL(scan.nonword, UINT64_C(0x800000000000007A));
  CU_ASSERT_EQUAL(scan.nondigit, UINT64_MAX);
}

static const unit_test tests[] = {
  {"every byte value", test_every_byte},
  {"random blocks", test_random},
  {"by hand", test_hand_made},
};

UNIT_MAIN("scan", tests)
