/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_MEMORY_H
#define LN_BASE_MEMORY_H

#include <stddef.h>

/** The only doors to the heap: malloc, realloc and free with overflow checks, and the point where
   tests inject failure. All return NULL when out of memory. */
void*
ln_alloc(size_t size) __attribute__((warn_unused_result, alloc_size(1)));

void*
ln_alloc_zero(size_t count, size_t size) __attribute__((warn_unused_result, alloc_size(1, 2)));

/** As realloc for `count` elements of `size`; on failure the old block stays valid. */
void*
ln_realloc(void* block, size_t count, size_t size)
  __attribute__((warn_unused_result, alloc_size(2, 3)));

void
ln_free(void* block);

/** For tests: let the n-th allocation from now (counted from 1) and all later ones fail; 0 switches
 * this off. */
void
ln_alloc_fail_at(size_t n);

/** For tests: allocations made since the last call of `ln_alloc_fail_at`. */
size_t
ln_alloc_count(void);

#endif
