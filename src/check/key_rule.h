/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_KEY_RULE_H
#define LN_CHECK_KEY_RULE_H

#include "base/status.h"
#include "base/view.h"

#include <stddef.h>
#include <stdint.h>

/** One primary or foreign key of a table: whether it holds ("Model for Tabular Data", section 6.6,
   and "Metadata Vocabulary", section 5.5.2.1); or one of liner's unique keys. Keys are added in any
   order from all rows that have some, then the faults are read. Any number of keys is held within a
   bound of memory, at 24 bytes (unique ones: 32); what does not fit is spilled (base/sort.h). */
typedef struct ln_key_rule ln_key_rule;

typedef enum {
  LN_KEY_PRIMARY, ///< no two owners have the same
  LN_KEY_FOREIGN, ///< every reference has exactly one owner
  LN_KEY_UNIQUE,  ///< no two owners should have the same; both are told
} ln_key_kind;

typedef enum {
  LN_KEY_OWNER,     ///< the row that has this key
  LN_KEY_REFERENCE, ///< a row that refers to it
  LN_KEY_BESIDE,    ///< what a row has beside a unique key
} ln_key_side;

typedef enum {
  LN_KEY_TWICE,   ///< an earlier row has this primary key
  LN_KEY_MISSING, ///< no row has the key that is referred to
  LN_KEY_SEVERAL, ///< several rows have it
  LN_KEY_SHARED,  ///< another row has this unique key
  LN_KEY_ALIKE,   ///< another row has this unique key, and agrees in all that was asked
} ln_key_fault_kind;

typedef struct {
  uint64_t          row;   ///< which is wrong: an owner of a primary rule, or a reference
  uint64_t          first; ///< the first owner, of that itself the second; 0: there is none
  ln_key_fault_kind kind;
} ln_key_fault;

/** At most `memory` bytes are used, but not less than base/sort.h needs. */
LN_MUST ln_status
ln_key_rule_new(ln_key_kind kind, size_t memory, ln_key_rule** rule);

/** Add the key of a row, as bytes that are equal for equal keys only. `row` is below 2^63. LN_IO if
   the disk failed. */
LN_MUST ln_status
ln_key_rule_add(ln_key_rule* rule, ln_key_side side, ln_view value, uint64_t row);

/** Add an owner of a unique key. Rows of one key whose `rest` is the same, too, are alike; an empty
   one is like no other. */
LN_MUST ln_status
ln_key_rule_share(ln_key_rule* rule, ln_view value, ln_view rest, uint64_t row);

/** The next fault; those of one value follow each other in the order of their rows, values come in
   no order that means anything, but always in the same. LN_END after the last. Nothing can be added
   any more. */
LN_MUST ln_status
ln_key_rule_next(ln_key_rule* rule, ln_key_fault* fault);

/** Why a call gave LN_IO, as a sentence; else empty. */
const char*
ln_key_rule_error(const ln_key_rule* rule);

/** NULL is allowed. */
void
ln_key_rule_free(ln_key_rule* rule);

#endif
