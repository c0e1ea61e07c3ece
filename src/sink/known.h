/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_KNOWN_H
#define LN_SINK_KNOWN_H

#include "base/status.h"
#include "rdf/desc.h"
#include "rdf/names.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The triples that were described so far, each with its graph. Exact: hashes find candidates,
   bytes decide. Memory bounds how many subjects there may be, not how much is said of them, which
   is spilled (base/tape.h). */
typedef struct ln_known ln_known;

/** `names` are sealed and outlive it. About `memory` bytes are used, taken as they are needed, but
   never less than some ten thousand. */
LN_MUST ln_status
ln_known_new(const ln_names* names, size_t memory, ln_known** known);

/** NULL is allowed. */
void
ln_known_free(ln_known* known);

/** Take up a description; `*hash` is its subject's and graph's, and differs from run to run. */
LN_MUST ln_status
ln_known_begin(ln_known* known, const ln_desc* desc, uint64_t* hash);

/** Tell which pairs of the description taken up last are known: it was said before, in this
   description or an earlier one, by whatever stems. If `*add`, all others are remembered; it
   becomes false if they do not fit, and then none is; where nothing is remembered, everything fits.
   Without it, a repetition within a description of more than LN_KNOWN_FEW pairs may be missed.
   LN_IO if the file cannot be written or read. */
LN_MUST ln_status
ln_known_meet(ln_known* known, const ln_desc* desc, bool* add);

enum { LN_KNOWN_FEW = 32 };

/** Whether pair number `i` of the description met last was known. */
bool
ln_known_has(const ln_known* known, size_t i);

/** How many pairs of the description met last were new. */
size_t
ln_known_fresh(const ln_known* known);

/** Forget everything; hashes stay the same. */
void
ln_known_reset(ln_known* known);

/** Why a call gave LN_IO, as a sentence for people; empty if none did. */
const char*
ln_known_error(const ln_known* known);

#endif
