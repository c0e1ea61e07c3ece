/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_CONTRAST_H
#define LN_DISPUTE_CONTRAST_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "dispute/fact_store.h"
#include "dispute/pairing.h"
#include "dispute/remark.h"
#include "dispute/roster.h"
#include "dispute/rulebook.h"

#include <stddef.h>
#include <stdint.h>

/** How a property did in the pairs that are taken for one thing. */
typedef struct {
  uint64_t agree;
  uint64_t differ;
  uint64_t first;  ///< only the first side has it
  uint64_t second; ///< only the second side has it
} ln_property_count;

/** Two inputs held beside each other. Caller's struct; what stands first is set by the caller and
    borrowed, the rest is zero. */
typedef struct {
  const ln_rulebook* book;
  const ln_facts*    terms;
  ln_roster*         rosters[2];
  size_t             sides[2]; ///< numbers of the inputs
  const ln_view*     titles;   ///< of all inputs
  size_t             memory;
  ln_remarks*        remarks; ///< get what is found

  uint64_t           matches[LN_MATCHES];
  ln_property_count* properties; ///< by number of the rule
  uint64_t           wrong;      ///< pairs with one identifier that are not the same
  ln_arena           arena;
  ln_text            x;
  ln_text            y;
  ln_text            says;
  ln_text            notes[LN_NOTES];
} ln_contrast;

/** Find pairs, compare them, remark what is found. */
LN_MUST ln_status
ln_contrast_run(ln_contrast* comparison, const char** error);

void
ln_contrast_clear(ln_contrast* comparison);

#endif
