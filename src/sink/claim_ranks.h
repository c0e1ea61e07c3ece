/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_CLAIM_RANKS_H
#define LN_SINK_CLAIM_RANKS_H

#include "sink/testimony.h"

/** Claims as statements of Wikibase (mediawiki.org, Wikibase/Indexing/RDF Dump Format, "Statement
    representation"): the thing `prop/NAME` the claim, the claim `prop/statement/NAME` the value,
   and `wikibase:rank`, `wikibase:BestRank` for the best of a thing and property, and
    prov:wasDerivedFrom its citations. The properties are told of with wikibase:claim and its like.
    For ln_testimony_new, for whose names ln_claim_ranks_declare was called. */
ln_teller
ln_claim_ranks(const ln_testimony_words* words);

/** What the statements need of names, before they are sealed. */
LN_MUST ln_status
ln_claim_ranks_declare(ln_names* names, ln_view base);

#endif
