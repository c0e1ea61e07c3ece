/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A counter of two bits for each of a power of two of residues, which goes from 0 over 1 to 3 and
   stays there. Two hashes of one residue are taken for one that came twice: with as many hashes as
   counters, that happens to about every third. Cost: one byte is read and written a hash. */

#include "base/repeats.h"

#include "base/memory.h"

enum { LEAST_BYTES = 64, PER_BYTE = 4 };

struct ln_repeats {
  uint8_t* counters;
  uint64_t mask; ///< of residues
};

ln_status
ln_repeats_new(const size_t memory, ln_repeats** const repeats)
{
  size_t            bytes = LEAST_BYTES;
  ln_repeats* const r     = ln_alloc_zero(1U, sizeof(ln_repeats));
  *repeats                = r;
  if (!r) {
    return LN_NO_MEM;
  }
  while (bytes <= memory / 2U) {
    bytes *= 2U;
  }
  *r = (ln_repeats){ln_alloc_zero(bytes, 1U), ((uint64_t)bytes * PER_BYTE) - 1U};
  if (!r->counters) {
    ln_free(r);
    *repeats = NULL;
    return LN_NO_MEM;
  }
  return LN_OK;
}

void
ln_repeats_free(ln_repeats* const repeats)
{
  if (repeats) {
    ln_free(repeats->counters);
    ln_free(repeats);
  }
}

static unsigned
shift_of(const uint64_t residue)
{
  return (unsigned)(residue % PER_BYTE) * 2U;
}

void
ln_repeats_add(ln_repeats* const repeats, const uint64_t hash)
{
  const uint64_t residue = hash & repeats->mask;
  uint8_t* const byte    = &repeats->counters[residue / PER_BYTE];
  const unsigned shift   = shift_of(residue);
  const unsigned met     = (unsigned)(*byte >> shift) & 1U;
  *byte                  = (uint8_t)(*byte | ((met << 1U | 1U) << shift));
}

bool
ln_repeats_has(const ln_repeats* const repeats, const uint64_t hash)
{
  const uint64_t residue = hash & repeats->mask;
  return ((unsigned)(repeats->counters[residue / PER_BYTE] >> shift_of(residue)) & 2U) != 0U;
}
