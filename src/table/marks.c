/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   From bits to a list of marks. The splitter walks this list at the pace of rows, over the ends of
   blocks, which the processor's forecast of jumps learns; walking the bits it would miss one at
   every block. */

#include "table/marks.h"

#if defined(__x86_64__)
#  include "table/marks_avx512.h"
#endif

static void
find(ln_marks* const marks, const ln_scan* const scans, const size_t n)
{
  ln_mark* to = marks->v;
  for (size_t block = 0U; block < n; ++block) {
    const ln_scan* const scan   = &scans[block];
    const uint64_t       clean  = ~ln_marks_behind(scan->marks, scan->dirty, &marks->dirty);
    const uint64_t       odd    = ln_marks_behind(scan->marks, scan->odd, &marks->odd);
    const uint64_t       word   = ~ln_marks_behind(scan->marks, scan->nonword, &marks->nonword);
    const uint64_t       digits = ~ln_marks_behind(scan->marks, scan->nondigit, &marks->nondigit);
    const unsigned       from   = (unsigned)block * (unsigned)LN_SCAN_SIZE;
    for (uint64_t left = scan->marks; left != 0U; left &= left - 1U) {
      const unsigned i     = (unsigned)__builtin_ctzll(left);
      const unsigned flags = (unsigned)((clean >> i) & 1U) + (2U * (unsigned)((digits >> i) & 1U)) +
                             (4U * (unsigned)((word >> i) & 1U)) +
                             (8U * (unsigned)((odd >> i) & 1U));
      *to++ = (ln_mark)((from + i) | (flags << 12U));
    }
  }
  marks->n = (size_t)(to - marks->v);
}

ln_marks_way
ln_marks_of(const ln_width width)
{
#if defined(__x86_64__)
  if (width == LN_WIDTH_AVX512) {
    return ln_marks_avx512;
  }
#endif
  (void)width;
  return find;
}
