/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_ONTOLOGY_SHAPES_H
#define LN_CHECK_ONTOLOGY_SHAPES_H

#include "base/status.h"
#include "check/shape_draft.h"
#include "graph/triple_set.h"

/** Write what an ontology says as shapes, as far as SHACL Core can say it: domains, ranges,
    functional and inverse functional properties, disjoint classes, keys of one property, and
    cardinalities. What is said of blank nodes is passed over. `ontology` is sealed, over the terms
    of the draft. */
LN_MUST ln_status
ln_ontology_shapes(const ln_triple_set* ontology, ln_shape_draft* draft);

#endif
