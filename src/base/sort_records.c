/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Records in place: quicksort with its own stack (no recursion), the middle of three as pivot, and
   insertion for what is small. The larger part waits on the stack, so that the stack stays below
   the logarithm of the number; a part that is split badly too often is finished by heapsort, so
   that no order of the input costs more than n log n. Nothing is allocated. */

#include "base/sort.h"

#include <stdbool.h>
#include <string.h>

enum { SMALL = 16, STACK = 64 };

typedef struct {
  uint64_t* first;
  size_t    n;
  unsigned  splits; ///< that may still be bad
} part;

static inline bool
is_less(const uint64_t* const a, const uint64_t* const b, const size_t words)
{
  for (size_t i = 0U; i < words; ++i) {
    if (a[i] != b[i]) {
      return a[i] < b[i];
    }
  }
  return false;
}

static inline void
swap(uint64_t* const a, uint64_t* const b, const size_t words)
{
  for (size_t i = 0U; i < words; ++i) {
    const uint64_t word = a[i];
    a[i]                = b[i];
    b[i]                = word;
  }
}

static void
insert_all(uint64_t* const first, const size_t n, const size_t words)
{
  uint64_t record[LN_SORT_MAX_WORDS];
  for (size_t i = 1U; i < n; ++i) {
    size_t at = i;
    memcpy(record, first + (i * words), words * sizeof(uint64_t));
    while (at > 0U && is_less(record, first + ((at - 1U) * words), words)) {
      memcpy(first + (at * words), first + ((at - 1U) * words), words * sizeof(uint64_t));
      --at;
    }
    memcpy(first + (at * words), record, words * sizeof(uint64_t));
  }
}

static void
sift_down(uint64_t* const first, size_t at, const size_t n, const size_t words)
{
  for (size_t child = (2U * at) + 1U; child < n; child = (2U * at) + 1U) {
    if (child + 1U < n && is_less(first + (child * words), first + ((child + 1U) * words), words)) {
      ++child;
    }
    if (!is_less(first + (at * words), first + (child * words), words)) {
      return;
    }
    swap(first + (at * words), first + (child * words), words);
    at = child;
  }
}

static void
heap_sort(uint64_t* const first, const size_t n, const size_t words)
{
  for (size_t i = n / 2U; i > 0U; --i) {
    sift_down(first, i - 1U, n, words);
  }
  for (size_t i = n; i > 1U; --i) {
    swap(first, first + ((i - 1U) * words), words);
    sift_down(first, 0U, i - 1U, words);
  }
}

/* The middle one of first, middle and last becomes the first. */
static void
choose_pivot(uint64_t* const first, const size_t n, const size_t words)
{
  uint64_t* const middle = first + ((n / 2U) * words);
  uint64_t* const last   = first + ((n - 1U) * words);
  if (is_less(middle, first, words)) {
    swap(middle, first, words);
  }
  if (is_less(last, middle, words)) {
    swap(last, middle, words);
  }
  if (is_less(middle, first, words)) {
    swap(middle, first, words);
  }
  swap(first, middle, words);
}

/* Split around the first record; its place is returned. Both ends stop at equal records, so that
   many of them still split in the middle. */
static size_t
split(uint64_t* const first, const size_t n, const size_t words)
{
  uint64_t pivot[LN_SORT_MAX_WORDS];
  memcpy(pivot, first, words * sizeof(uint64_t));
  size_t low  = 0U;
  size_t high = n;
  for (;;) {
    do {
      ++low;
    } while (low < n && is_less(first + (low * words), pivot, words));
    do {
      --high;
    } while (is_less(pivot, first + (high * words), words));
    if (low >= high) {
      break;
    }
    swap(first + (low * words), first + (high * words), words);
  }
  swap(first, first + (high * words), words);
  return high;
}

static unsigned
log_of(size_t n)
{
  unsigned log = 0U;
  for (; n > 1U; n /= 2U) {
    ++log;
  }
  return log;
}

void
ln_sort_records(uint64_t* const records, const size_t n, const size_t words)
{
  part   stack[STACK];
  size_t depth = 0U;
  part   p     = {records, n, 2U * log_of(n)};
  for (;;) {
    while (p.n > SMALL && p.splits > 0U) {
      choose_pivot(p.first, p.n, words);
      const size_t at     = split(p.first, p.n, words);
      const part   before = {p.first, at, p.splits - 1U};
      const part   behind = {p.first + ((at + 1U) * words), p.n - at - 1U, p.splits - 1U};
      stack[depth++]      = before.n > behind.n ? before : behind;
      p                   = before.n > behind.n ? behind : before;
    }
    if (p.n > SMALL) {
      heap_sort(p.first, p.n, words);
    } else {
      insert_all(p.first, p.n, words);
    }
    if (depth == 0U) {
      return;
    }
    p = stack[--depth];
  }
}
