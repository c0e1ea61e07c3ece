/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The doors to the heap. Every allocation passes `refused`, so a test can let the n-th one fail and
   walk through all paths of lost memory. The two counters are the only mutable statics of the
   program; they are atomic because workers allocate too, and relaxed because nothing is ordered by
   them. Cost: one atomic addition per allocation, and the inner loops allocate nothing. */

#include "base/memory.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

static atomic_size_t made;    // since the last ln_alloc_fail_at
static atomic_size_t fail_at; // 0: never

static bool
refused(void)
{
  const size_t number = atomic_fetch_add_explicit(&made, 1U, memory_order_relaxed) + 1U;
  const size_t limit  = atomic_load_explicit(&fail_at, memory_order_relaxed);
  return limit != 0U && number >= limit;
}

/** False if the product does not fit. Nothing asked for is one byte, so that NULL always means
 * failure. */
static bool
product(const size_t count, const size_t size, size_t* const bytes)
{
  if (size != 0U && count > (size_t)PTRDIFF_MAX / size) {
    return false;
  }
  *bytes = count * size;
  *bytes += *bytes == 0U;
  return true;
}

void*
ln_alloc(const size_t size)
{
  size_t bytes = 0U;
  return product(size, 1U, &bytes) && !refused() ? malloc(bytes) : NULL;
}

void*
ln_alloc_zero(const size_t count, const size_t size)
{
  size_t bytes = 0U;
  return product(count, size, &bytes) && !refused() ? calloc(1U, bytes) : NULL;
}

void*
ln_realloc(void* const block, const size_t count, const size_t size)
{
  size_t bytes = 0U;
  return product(count, size, &bytes) && !refused() ? realloc(block, bytes) : NULL;
}

void
ln_free(void* const block)
{
  free(block);
}

void
ln_alloc_fail_at(const size_t n)
{
  atomic_store_explicit(&made, 0U, memory_order_relaxed);
  atomic_store_explicit(&fail_at, n, memory_order_relaxed);
}

size_t
ln_alloc_count(void)
{
  return atomic_load_explicit(&made, memory_order_relaxed);
}
