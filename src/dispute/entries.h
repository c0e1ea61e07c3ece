/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_ENTRIES_H
#define LN_DISPUTE_ENTRIES_H

#include "dispute/inquiry.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The entries of a list that rules about numbers count: nodes of `class` that lead by `of` to who
   is meant, and by `where` to a value. Private to dispute/. */

typedef struct {
  uint32_t node;
  bool     certain; ///< by `of`; else only by `possible`
  uint32_t copy_of; ///< an earlier entry that is the same by `distinct`, else LN_NO_FACT
} ln_entry_found;

typedef struct {
  ln_entry_found* v;
  size_t          n;
} ln_entries;

/** To be given back with ln_entries_clear. */
void
ln_entries_find(ln_inquiry* q, uint32_t subject, ln_entries* entries);

void
ln_entries_clear(ln_entries* entries);

/** Whether two nodes lead to one value by some way of a parameter. */
bool
ln_entries_share(ln_inquiry* q, uint32_t a, uint32_t b, const char* parameter);

/** Whether a node leads by a parameter to something of this name. */
bool
ln_entries_lead(ln_inquiry* q, uint32_t node, const char* parameter, ln_view name);

/** The first number at the end of a parameter, or `otherwise`. */
int64_t
ln_entries_number(ln_inquiry* q, uint32_t node, const char* parameter, int64_t otherwise);

/** A term as a whole number without sign, or `otherwise`; a sign behind the digits may follow. */
int64_t
ln_entries_value(const ln_inquiry* q, uint32_t term, int64_t otherwise);

#endif
