/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_KNOWN_H
#define LN_SINK_KNOWN_H

#include "base/status.h"
#include "base/text.h"
#include "rdf/desc.h"
#include "rdf/names.h"
#include "rdf/stencil.h"
#include "sink/imprint.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The triples that were described so far, each with its graph. Exact: hashes find candidates,
   bytes decide. Any number of them within a bound of memory; what does not fit is spilled
   (base/slots.h, base/tape.h). */
typedef struct ln_known ln_known;

/** `names` are sealed and outlive it. About `memory` bytes are used, taken as they are needed, but
   never less than some ten thousand. */
LN_MUST ln_status
ln_known_new(const ln_names* names, size_t memory, ln_known** known);

/** NULL is allowed. */
void
ln_known_free(ln_known* known);

/** Tell which pairs of a description are known: said before, in this description or an earlier one,
   by whatever stems. All others are remembered. LN_IO if a file cannot be written or read. */
LN_MUST ln_status
ln_known_meet(ln_known* known, const ln_desc* desc);

/** An imprint that will be met. Caller's struct, of zeroes at first. */
typedef struct {
  ln_imprint imprint;
  ln_text    key; ///< its subject and graph, packed
  uint32_t   tag;
} ln_expected;

/** Take the imprint of a stamp and fetch what is needed to meet it, which takes a while; if it has
   no pairs then, what the stamp says can only be met as a description. The stencil must stay. */
LN_MUST ln_status
ln_known_expect(ln_known* known, const ln_stamp* stamp, ln_expected* expected);

void
ln_expected_clear(ln_expected* expected);

typedef enum {
  LN_KNOWN_NONE, ///< of its pairs; they are remembered
  LN_KNOWN_ALL,
  LN_KNOWN_PERHAPS, ///< nothing was done: its pairs are to be met as a description
} ln_known_answer;

/** Meet an imprint. */
LN_MUST ln_status
ln_known_meet_imprint(ln_known* known, const ln_expected* expected, ln_known_answer* answer);

/** Whether pair number `i` of the description met last was known. */
bool
ln_known_has(const ln_known* known, size_t i);

/** How many pairs of the description met last were new. */
size_t
ln_known_fresh(const ln_known* known);

/** Why a call gave LN_IO, as a sentence for people; empty if none did. */
const char*
ln_known_error(const ln_known* known);

#endif
