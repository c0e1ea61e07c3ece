/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_CLAIM_GRAPHS_H
#define LN_SINK_CLAIM_GRAPHS_H

#include "sink/testimony.h"

/** What is claimed, as triples in the graphs of the sources that say it: those of the citations of
    each claim, or a citation itself that names no source. A claim without citation is in none. For
    ln_testimony_new; `words` is borrowed. */
ln_teller
ln_claim_graphs(const ln_testimony_words* words);

#endif
