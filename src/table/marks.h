/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_MARKS_H
#define LN_TABLE_MARKS_H

#include "base/cpu.h"
#include "table/scan.h"

#include <stddef.h>
#include <stdint.h>

/** Blocks of one stretch at most: so many that few rows reach from one into the next. */
enum { LN_MARKS_BLOCKS = 64 };

/** A mark: in the low 12 bits how far it is from the start of the stretch, in the four highest what
   is known of the cell that ends there: that it needs no escape, has only digits, only what stands
   in words, something that must be checked. */
typedef uint16_t ln_mark;

enum {
  LN_MARK_AT     = 0x0FFF,
  LN_MARK_CLEAN  = 0x1000,
  LN_MARK_DIGITS = 0x2000,
  LN_MARK_WORD   = 0x4000,
  LN_MARK_ODD    = 0x8000,
};

_Static_assert((unsigned)LN_MARKS_BLOCKS*(unsigned)LN_SCAN_SIZE <= (unsigned)LN_MARK_AT + 1U,
               "a mark has room for every place of a stretch");

/** Entries that may be written behind the last mark, whatever they hold. */
enum { LN_MARKS_SLACK = 64 };

/** The marks of a stretch of blocks, in order. Caller's struct. */
typedef struct {
  uint64_t dirty; ///< not 0: before the next mark there are such bytes already
  uint64_t odd;   ///< the same, as are the next two
  uint64_t nonword;
  uint64_t nondigit;
  size_t   n;
  ln_mark  v[(LN_MARKS_BLOCKS * LN_SCAN_SIZE) + LN_MARKS_SLACK];
} ln_marks;

/** Add the marks of `n` blocks, at most LN_MARKS_BLOCKS; on entry `dirty`, `odd`, `nonword` and
   `nondigit` tell of the bytes before, on return of those behind the last mark. Replaces what was
   there. */
typedef void (*ln_marks_way)(ln_marks* marks, const ln_scan* scans, size_t n);

/** The way of that width, or of the next narrower one that is made for it. */
ln_marks_way
ln_marks_of(ln_width width);

/** The marks of which the cells that end there hold one of the bits `of`. Added to the bits between
   marks, each of them carries up to the next mark and stops there. `*carry` (0 or not) goes on from
   the block before and into the next one. */
static inline uint64_t
ln_marks_behind(const uint64_t marks, const uint64_t of, uint64_t* const carry)
{
  const uint64_t between = ~marks;
  const uint64_t some    = between + (of & between);
  const uint64_t all     = some + (uint64_t)(*carry != 0U);
  *carry                 = (uint64_t)(some < between || all < some);
  return all & marks;
}

#endif
