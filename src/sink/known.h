/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_KNOWN_H
#define LN_SINK_KNOWN_H

#include "base/status.h"
#include "base/text.h"
#include "rdf/desc.h"
#include "rdf/names.h"

#include <stdbool.h>
#include <stddef.h>

/** The triples that were described so far, each with its graph, as many as a bound of memory holds.
   Exact: hashes find candidates, bytes decide. */
typedef struct ln_known ln_known;

/** `names` are sealed and outlive it. About `memory` bytes are used, taken as they are needed, but
   never less than some thousand. */
LN_MUST ln_status
ln_known_new(const ln_names* names, size_t memory, ln_known** known);

/** NULL is allowed. */
void
ln_known_free(ln_known* known);

/** Tell which pairs of a description are known: it was said before, in this description or an
   earlier one, by whatever stems. If `*add`, all others are remembered; it becomes false if they do
   not fit, and then none is. Without it, a repetition within one long description may be missed. */
LN_MUST ln_status
ln_known_meet(ln_known* known, const ln_desc* desc, bool* add);

/** Whether pair number `i` of the description met last was known. */
bool
ln_known_has(const ln_known* known, size_t i);

/** Set `key` to the triple of pair `i` of the description met last, in as few bytes as it takes:
    keys are equal exactly if triples and graphs are. */
LN_MUST ln_status
ln_known_key(const ln_known* known, size_t i, ln_text* key);

/** How many pairs of the description met last were new. */
size_t
ln_known_fresh(const ln_known* known);

#endif
