/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_FINDING_SET_H
#define LN_RUN_FINDING_SET_H

#include "base/diag.h"
#include "base/out.h"
#include "base/status.h"
#include "base/view.h"

#include <stddef.h>

/** The findings of one run, to be compared with those of another. Two are the same if code, file,
    column and message are: not the line, which changes with every row that is added above. Private
    to run/. */
typedef struct ln_finding_set ln_finding_set;

/** NULL when out of memory. */
ln_finding_set*
ln_finding_set_new(void);

/** NULL is allowed. */
void
ln_finding_set_free(ln_finding_set* set);

/** Take a finding; `self` is the set. Made for ln_log_listen: what goes wrong is said by
    ln_finding_set_status. */
void
ln_finding_set_take(void* self, const ln_finding* finding);

/** LN_NO_MEM if a finding could not be kept. */
ln_status
ln_finding_set_status(const ln_finding_set* set);

/** Write the text of each finding that the other set has not, or not so often, in the order they
    came; behind `lead`, if there is one, and then without hints. At most `most` are written, and
    how many more there are; gives the number of all. Without `out` they are only counted. `other`
    may be NULL: then all. */
size_t
ln_finding_set_lacking(
  const ln_finding_set* set, const ln_finding_set* other, ln_view lead, size_t most, ln_out* out);

#endif
