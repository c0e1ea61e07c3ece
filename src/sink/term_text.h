/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_TERM_TEXT_H
#define LN_SINK_TERM_TEXT_H

#include "base/status.h"
#include "base/text.h"
#include "rdf/names.h"
#include "rdf/term.h"

/** Append a term as canonical N-Triples has it (RDF 1.1 N-Triples, section 4): it means the same in
    N-Quads, Turtle and TriG. LN_NO_MEM. */
LN_MUST ln_status
ln_term_text(const ln_names* names, ln_term term, ln_text* out);

#endif
