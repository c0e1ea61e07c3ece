/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_LITERAL_H
#define LN_CHECK_LITERAL_H

#include "base/view.h"
#include "graph/term_table.h"
#include "rdf/builtin.h"
#include "rdf/duration.h"

#include <stdbool.h>
#include <stdint.h>

/** The built-in datatype of an IRI of XML Schema, if its lexical forms are known; else NULL. */
const ln_builtin*
ln_literal_builtin(ln_view iri);

/** Whether a lexical form is one of the datatype (XML Schema 1.1, part 2, section 3): an ill-typed
 * literal (RDF 1.1 Concepts, section 3.3) is none. */
bool
ln_literal_valid(const ln_builtin* builtin, ln_view lexical);

/** The order of two terms by SPARQL's operator `<` (SPARQL 1.1, section 17.3), and that of XML
    Schema for dates, times and durations: LN_UNORDERED unless both are literals of the same kind
    that have an order. Of two dates of which one has a time zone, one is earlier only if it is so
    in every zone (XML Schema 1.1, part 2, section D.2.1). */
ln_order
ln_literal_compare(const ln_term_table* terms, uint32_t a, uint32_t b);

/** Characters. */
size_t
ln_literal_length(ln_view text);

#endif
