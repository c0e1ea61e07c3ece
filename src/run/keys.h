/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_KEYS_H
#define LN_RUN_KEYS_H

#include "base/sort.h"
#include "check/key_rule.h"
#include "run/session.h"

/* Primary, foreign and unique keys of a run, shared by those who gather and those who report.
   Private to run/. */

/** One key of one table. */
typedef struct {
  ln_key_rule*          rule;
  const ln_foreign_key* foreign; ///< NULL: it is the primary key, or unique
  const ln_unique*      unique;  ///< NULL: it is not; what `unless` names is the next set
  ln_run_table*         table;   ///< whose rows are wrong if it does not hold
  ln_run_table*         owner;   ///< of the rows referred to; of a primary key the same table
  size_t                set;     ///< of the table's sets
} ln_key_check;

struct ln_key_checks {
  ln_key_check* v;
  size_t        n;
  ln_text       value; ///< of the row at hand
  ln_text       rest;  ///< what it has beside a unique key
};

/** What a set of columns is to a key. */
struct ln_key_use {
  size_t      check;
  ln_key_side side;
};

/** Report the faults of one table, given as records of row, number of the check and kind, first
    row; in the order of rows. */
LN_MUST ln_status
ln_session_key_faults(ln_session* s, ln_run_table* t, ln_sort* faults);

enum {
  LN_KEY_FAULT_WORDS = 3,
  LN_KEY_KIND_BITS   = 3, ///< of the second word
};

#endif
