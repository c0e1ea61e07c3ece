/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A Bloom filter in blocks, each half a cache line: the upper bits of a hash tell the block, and
   the whole of it one bit in each of the block's eight words. Blocks are in the order of hashes, so
   that adding what is sorted goes through memory once. Cost: one cache miss a question, however
   many bits are looked at. */

#include "base/filter.h"

#include "base/memory.h"

enum { WORDS = 8 };

typedef struct {
  uint32_t words[WORDS];
} block;

struct ln_filter {
  block* blocks;
  size_t n;
};

ln_status
ln_filter_new(const size_t memory, ln_filter** const filter)
{
  ln_filter* const f = ln_alloc_zero(1U, sizeof(ln_filter));
  *filter            = f;
  if (!f) {
    return LN_NO_MEM;
  }
  f->n      = memory < sizeof(block) ? 1U : memory / sizeof(block);
  f->n      = f->n < UINT32_MAX ? f->n : UINT32_MAX;
  f->blocks = ln_alloc_zero(f->n, sizeof(block));
  if (!f->blocks) {
    ln_free(f);
    *filter = NULL;
    return LN_NO_MEM;
  }
  return LN_OK;
}

void
ln_filter_free(ln_filter* const filter)
{
  if (filter) {
    ln_free(filter->blocks);
    ln_free(filter);
  }
}

static block*
block_of(const ln_filter* const filter, const uint32_t hash)
{
  return &filter->blocks[((uint64_t)hash * filter->n) >> 32U];
}

/* The bit of each word: odd multipliers, so that words do not agree with each other. */
static block
bits_of(const uint32_t hash)
{
  static const uint32_t odd[WORDS] = {0x47B6137BU,
                                      0x44974D91U,
                                      0x8824AD5BU,
                                      0xA2B7289DU,
                                      0x705495C7U,
                                      0x2DF1424BU,
                                      0x9EFC4947U,
                                      0x5C6BFB31U};
  /* Hashes of one block have the same upper bits, and the multipliers bring the lower ones up. */
  block bits;
  for (size_t i = 0U; i < WORDS; ++i) {
    bits.words[i] = (uint32_t)1U << ((hash * odd[i]) >> 27U);
  }
  return bits;
}

void
ln_filter_add(ln_filter* const filter, const uint32_t hash)
{
  block* const to   = block_of(filter, hash);
  const block  bits = bits_of(hash);
  for (size_t i = 0U; i < WORDS; ++i) {
    to->words[i] |= bits.words[i];
  }
}

bool
ln_filter_has(const ln_filter* const filter, const uint32_t hash)
{
  const block* const in      = block_of(filter, hash);
  const block        bits    = bits_of(hash);
  uint32_t           missing = 0U;
  for (size_t i = 0U; i < WORDS; ++i) {
    missing |= bits.words[i] & ~in->words[i];
  }
  return missing == 0U;
}

void
ln_filter_prefetch(const ln_filter* const filter, const uint32_t hash)
{
  __builtin_prefetch(block_of(filter, hash));
}
