/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_AGREEMENT_H
#define LN_DISPUTE_AGREEMENT_H

#include "dispute/inquiry.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Which of the values that are said are one. Private to dispute/. */

/** Whether two terms say the same: dates of which one lies inside the other, numbers of one value,
   texts that fold alike, things of one name, or of which one lies in the other by the ways of the
   parameter `within`. */
bool
ln_agree(ln_inquiry* q, uint32_t a, uint32_t b);

/** Group values that agree: `groups[i]` is the number of the group of `list->v[i]`. Returns how
   many groups there are; 0 without memory. A value goes to the first group of which it agrees with
   all. */
size_t
ln_agree_groups(ln_inquiry* q, const ln_said_list* list, size_t* groups);

/** A side for each group, shown by its first value, with all that say so. */
void
ln_agree_sides(ln_inquiry* q, const ln_said_list* list, const size_t* groups, size_t n);

#endif
