/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_BUNCH_H
#define LN_DISPUTE_BUNCH_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A growing list of numbers. Caller's struct; zero-initialised is valid and empty. */
typedef struct {
  uint32_t* v;
  size_t    n;
  size_t    cap;
} ln_bunch;

LN_MUST ln_status
ln_bunch_add(ln_bunch* numbers, uint32_t number);

/** Add it unless it is there; looks at all. */
LN_MUST ln_status
ln_bunch_join(ln_bunch* numbers, uint32_t number);

bool
ln_bunch_have(const ln_bunch* numbers, uint32_t number);

/** Ascending, each once. */
void
ln_bunch_sort(ln_bunch* numbers);

/** Two sorted lists, number by number. */
bool
ln_bunch_equal(const ln_bunch* a, const ln_bunch* b);

/** Empty, memory given back. */
void
ln_bunch_clear(ln_bunch* numbers);

#endif
