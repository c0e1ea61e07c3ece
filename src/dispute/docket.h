/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_DOCKET_H
#define LN_DISPUTE_DOCKET_H

#include "base/arena.h"
#include "base/status.h"
#include "base/view.h"
#include "dispute/rulebook.h"

#include <stddef.h>
#include <stdint.h>

/** What backs one side of a finding: a fact, whose cell is the place, and one citation of it. */
typedef struct {
  uint32_t fact;
  uint32_t citation; ///< term; LN_NO_FACT: it cites nothing
} ln_exhibit;

/** One side: what it says, in a few words, and what backs it. */
typedef struct {
  ln_view says;
  size_t  first; ///< exhibit
  size_t  n;
} ln_side;

/** A place where what is said does not go together, or should be seen together. */
typedef struct {
  const ln_rule* rule;
  ln_gravity     gravity;
  uint32_t       subject; ///< term; LN_NO_FACT: it is about no single thing
  ln_view        says;    ///< one sentence
  size_t         first;   ///< side
  size_t         n;
} ln_dispute;

/** Everything that was found. Caller's struct; zero-initialised is valid and empty. */
typedef struct {
  ln_dispute* disputes;
  size_t      n;
  size_t      cap;
  ln_side*    sides;
  size_t      n_sides;
  size_t      cap_sides;
  ln_exhibit* exhibits;
  size_t      n_exhibits;
  size_t      cap_exhibits;
  ln_arena    arena;
} ln_docket;

void
ln_docket_clear(ln_docket* docket);

/** Room for one more of each. */
LN_MUST ln_status
ln_docket_grow(ln_docket* docket);

/** The gravest first; within a severity in the order in which they were found. */
void
ln_docket_sort(ln_docket* docket);

size_t
ln_docket_count(const ln_docket* docket, ln_gravity gravity);

#endif
