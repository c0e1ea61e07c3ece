/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_ROSTER_H
#define LN_DISPUTE_ROSTER_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/spill.h"
#include "base/status.h"
#include "dispute/card.h"
#include "dispute/fact_store.h"
#include "dispute/rulebook.h"
#include "graph/read.h"
#include "rdf/names.h"
#include "rdf/sink.h"

#include <stddef.h>
#include <stdint.h>

/** The entities of one input, in a temporary file: only the order of their facts takes memory, and
    that has a bound. First filled, through a sink or triple by triple, then sealed, then read. */
typedef struct ln_roster ln_roster;

/** `book` and `terms`, which the book was read with, are borrowed. LN_IO if no temporary file can
    be made. */
LN_MUST ln_status
ln_roster_new(const ln_rulebook* book, ln_facts* terms, size_t memory, ln_roster** roster);

/** NULL is allowed. */
void
ln_roster_free(ln_roster* roster);

/** A sink that takes what the rules ask for; `log` finds the places of cells. */
LN_MUST ln_status
ln_roster_sink(ln_roster* roster, const ln_names* names, ln_log* log, ln_sink* sink);

/** Take one triple of a file, whose number in the log is `source`. */
LN_MUST ln_status
ln_roster_triple(ln_roster* roster, uint32_t source, const ln_read_triple* triple);

/** Put all facts of a thing together; what no rule calls an entity is forgotten. */
LN_MUST ln_status
ln_roster_seal(ln_roster* roster);

/** Entities there are, after sealing. */
uint64_t
ln_roster_size(const ln_roster* roster);

/** The next card and where it lies, in an order that is always the same; LN_END after the last. To
    begin with, `*at` is 0; the card is in the arena. */
LN_MUST ln_status
ln_roster_next(ln_roster* roster, uint64_t* at, ln_arena* arena, ln_card* card);

/** The card that lies there. */
LN_MUST ln_status
ln_roster_card(ln_roster* roster, uint64_t at, ln_arena* arena, ln_card* card);

/** Why a call gave LN_IO, as a sentence for people; empty if none did. */
const char*
ln_roster_error(const ln_roster* roster);

#endif
