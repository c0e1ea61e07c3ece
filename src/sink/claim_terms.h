/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_CLAIM_TERMS_H
#define LN_SINK_CLAIM_TERMS_H

#include "sink/testimony.h"

/** A sink that passes everything on, and says of claims what they claim with rdf:reifies and
   triples that are terms, in the place of rdf:subject, rdf:predicate and rdf:object. A claim is a
    description with all three; one with several objects reifies several triples. `next` is not
    owned, but a fork of it is; `words` is borrowed. */
LN_MUST ln_status
ln_claim_terms_new(const ln_testimony_words* words, ln_sink next, ln_sink* sink);

#endif
