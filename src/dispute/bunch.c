/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Lists of numbers: of terms, of facts. Rules make many short ones, so they grow by doubling and
   are searched from end to end; long ones are sorted first by whoever needs them so. */

#include "dispute/bunch.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

ln_status
ln_bunch_add(ln_bunch* const numbers, const uint32_t number)
{
  if (numbers->n == numbers->cap) {
    const size_t    cap = numbers->cap > 0U ? numbers->cap * 2U : 8U;
    uint32_t* const v   = ln_realloc(numbers->v, cap, sizeof(uint32_t));
    if (!v) {
      return LN_NO_MEM;
    }
    numbers->v   = v;
    numbers->cap = cap;
  }
  numbers->v[numbers->n++] = number;
  return LN_OK;
}

bool
ln_bunch_have(const ln_bunch* const numbers, const uint32_t number)
{
  for (size_t i = 0U; i < numbers->n; ++i) {
    if (numbers->v[i] == number) {
      return true;
    }
  }
  return false;
}

ln_status
ln_bunch_join(ln_bunch* const numbers, const uint32_t number)
{
  return ln_bunch_have(numbers, number) ? LN_OK : ln_bunch_add(numbers, number);
}

static int
compare(const void* const a, const void* const b)
{
  const uint32_t x = *(const uint32_t*)a;
  const uint32_t y = *(const uint32_t*)b;
  return (x > y) - (x < y);
}

void
ln_bunch_sort(ln_bunch* const numbers)
{
  size_t kept = 0U;
  if (numbers->n == 0U) {
    return;
  }
  qsort(numbers->v, numbers->n, sizeof(uint32_t), compare);
  for (size_t i = 1U; i < numbers->n; ++i) {
    if (numbers->v[i] != numbers->v[kept]) {
      numbers->v[++kept] = numbers->v[i];
    }
  }
  numbers->n = kept + 1U;
}

bool
ln_bunch_equal(const ln_bunch* const a, const ln_bunch* const b)
{
  return a->n == b->n && (a->n == 0U || memcmp(a->v, b->v, a->n * sizeof(uint32_t)) == 0);
}

void
ln_bunch_clear(ln_bunch* const numbers)
{
  ln_free(numbers->v);
  *numbers = (ln_bunch){0};
}
