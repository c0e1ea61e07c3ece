/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_SETTLED_H
#define LN_DISPUTE_SETTLED_H

#include "base/diag.h"
#include "base/status.h"
#include "dispute/fact_store.h"
#include "dispute/on_conflict.h"
#include "dispute/rulebook.h"
#include "rdf/names.h"
#include "rdf/sink.h"

#include <stddef.h>

/** Which plain triples are left out for that. First everything is heard, then settled, then the
   same goes through a gate. The properties are those of the rules of kind `values` that have no
   `per`; only literals are compared, since whether two things are one another cannot be told from
   one place of the input. Claims say what they are about with rdf:subject, rdf:predicate and
    rdf:object; deprecated ones do not count. */
typedef struct ln_settled ln_settled;

/** `book` and `terms`, which the book was read with, are borrowed. LN_IO if no temporary file can
   be made. */
LN_MUST ln_status
ln_settled_new(const ln_rulebook* book, ln_facts* terms, size_t memory, ln_settled** settled);

/** NULL is allowed. */
void
ln_settled_free(ln_settled* settled);

/** A sink that hears. */
LN_MUST ln_status
ln_settled_sink(ln_settled* settled, const ln_names* names, ln_sink* sink);

/** All was heard: find what does not agree. */
LN_MUST ln_status
ln_settled_seal(ln_settled* settled, ln_on_conflict choice);

/** A sink that hands on to `next`, which is not owned, all but what is left out; each triple of
   that is told to `log` (L0931). It cannot be shared out. */
LN_MUST ln_status
ln_settled_gate(
  ln_settled* settled, const ln_names* names, ln_log* log, ln_sink next, ln_sink* gate);

/** Why a call gave LN_IO, as a sentence for people; empty if none did. */
const char*
ln_settled_error(const ln_settled* settled);

#endif
