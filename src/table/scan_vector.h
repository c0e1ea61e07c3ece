/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_SCAN_VECTOR_H
#define LN_TABLE_SCAN_VECTOR_H

/* The scan, written once for vectors of any width: the files that include this say which. The bytes
   are loaded once and compared with everything sought; the constants stay in registers over all
   blocks of a call. */

#include "base/vector.h"
#include "table/scan.h"

#if defined(LN_VECTOR_TARGET)

/* What is compared with, one vector each. */
typedef struct {
  ln_vector bytes[LN_SCAN_BYTES];
  ln_vector control;
  ln_vector del;
  ln_vector quote;
  ln_vector backslash;
  ln_vector zero;
  ln_vector nine; ///< how far the last digit is from the first
  ln_vector a;
  ln_vector z;     ///< how far the last letter is from the first
  ln_vector small; ///< makes a letter small, and no other byte a letter
  ln_vector dash;
  ln_vector line;
} scan_sought;

static inline LN_VECTOR_TARGET scan_sought
scan_seek(const ln_scan_set* const set)
{
  scan_sought sought = {.control   = ln_vector_of(0x1F),
                        .del       = ln_vector_of(0x7F),
                        .quote     = ln_vector_of('"'),
                        .backslash = ln_vector_of('\\'),
                        .zero      = ln_vector_of('0'),
                        .nine      = ln_vector_of(9),
                        .a         = ln_vector_of('a'),
                        .z         = ln_vector_of('z' - 'a'),
                        .small     = ln_vector_of(0x20),
                        .dash      = ln_vector_of('-'),
                        .line      = ln_vector_of('_')};
  for (int i = 0; i < LN_SCAN_BYTES; ++i) {
    sought.bytes[i] = ln_vector_of(set->bytes[i]);
  }
  return sought;
}

static inline LN_VECTOR_TARGET ln_hits
scan_either(const ln_vector v, const ln_vector a, const ln_vector b)
{
  return ln_hits_or(ln_vector_equal(v, a), ln_vector_equal(v, b));
}

/* Add the bits of the vector that stands `shift` bytes behind the start of the block. Here `marks`
   lacks quote and escape, and `odd` and the last two are the opposite of what they will be, and
   dashes are told apart. */
static inline LN_VECTOR_TARGET void
scan_look(const scan_sought* const w,
          const char* const        s,
          const unsigned           shift,
          ln_scan* const           to,
          uint64_t* const          dashes)
{
  const ln_vector v      = ln_vector_load(s + shift);
  const ln_hits   ends   = scan_either(v, w->bytes[3], w->bytes[4]);
  const ln_hits   marks  = ln_hits_or(ln_vector_equal(v, w->bytes[0]), ends);
  const ln_hits   low    = ln_hits_or(ln_vector_at_most(v, w->control), ln_vector_equal(v, w->del));
  const ln_hits   dirty  = ln_hits_or(scan_either(v, w->quote, w->backslash), low);
  const ln_hits   digit  = ln_vector_at_most(ln_vector_minus(v, w->zero), w->nine);
  const ln_vector small  = ln_vector_or(v, w->small);
  const ln_hits   letter = ln_vector_at_most(ln_vector_minus(small, w->a), w->z);
  const ln_hits   dash   = scan_either(v, w->dash, w->line);
  to->marks |= ln_hits_bits(marks) << shift;
  to->hard |= ln_hits_bits(scan_either(v, w->bytes[1], w->bytes[2])) << shift;
  to->dirty |= ln_hits_bits(dirty) << shift;
  to->odd |= ln_hits_bits(ln_vector_positive(v)) << shift;
  to->nonword |= ln_hits_bits(ln_hits_or(ln_hits_or(digit, letter), dash)) << shift;
  *dashes |= ln_hits_bits(dash) << shift;
  to->nondigit |= ln_hits_bits(digit) << shift;
}

static inline LN_VECTOR_TARGET uint64_t
scan_all(const ln_scan_set* const set, const char* const s, const size_t n, ln_scan* const scans)
{
  const scan_sought sought = scan_seek(set);
  uint64_t          odd    = 0U;
  for (size_t i = 0U; i < n; ++i) {
    ln_scan  found  = {0};
    uint64_t dashes = 0U;
#  pragma GCC unroll 4
    for (unsigned shift = 0U; shift < (unsigned)LN_SCAN_SIZE; shift += (unsigned)LN_VECTOR) {
      scan_look(&sought, s + (i * (size_t)LN_SCAN_SIZE), shift, &found, &dashes);
    }
    const uint64_t hard  = found.hard & set->hard_mask;
    const uint64_t marks = found.marks | hard;
    scans[i]             = (ln_scan){.marks    = marks,
                                     .hard     = hard | (marks & set->all_hard),
                                     .dirty    = found.dirty,
                                     .odd      = ~found.odd,
                                     .nonword  = ~found.nonword | (dashes & ((marks << 1U) | 1U)),
                                     .nondigit = ~found.nondigit};
    odd |= ~found.odd;
  }
  return odd;
}

#endif

#endif
