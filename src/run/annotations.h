/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_ANNOTATIONS_H
#define LN_RUN_ANNOTATIONS_H

#include "run/session.h"
#include "sink/testimony.h"

/** Citations as Web Annotations (W3C Web Annotation Data Model and Vocabulary, 23 February 2017): a
    citation is an oa:SpecificResource of its source, with an oa:TextQuoteSelector and an
    oa:TextPositionSelector (sections 4.2.4 and 4.2.5), and the target of an annotation whose bodies
   are the claims and things that cite it. Where the text of the source is at hand, prefix and
   suffix are taken from it, and the position is where the quotation stands; else it is the stated
   one. */

/** What the annotations need of names, before they are sealed. */
LN_MUST ln_status
ln_annotations_declare(ln_names* names);

typedef struct {
  const ln_session*         session;
  const ln_testimony_words* words;
} ln_annotating;

/** The sink for the form of the job; see sink/claim_terms.h, claim_graphs.h, claim_ranks.h. `words`
   is filled here and borrowed by the sink, which does not own `next`. */
LN_MUST ln_status
ln_session_retelling(const ln_session* s, ln_annotating* words, ln_sink next, ln_sink* sink);

#endif
