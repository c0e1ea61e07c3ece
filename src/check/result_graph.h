/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_RESULT_GRAPH_H
#define LN_CHECK_RESULT_GRAPH_H

#include "base/status.h"
#include "check/ontology.h"
#include "check/shapes.h"
#include "check/validate.h"
#include "graph/term_table.h"
#include "graph/triple_set.h"
#include "rdf/names.h"
#include "rdf/sink.h"

/** What the constraint components of breaches begin with; their names follow (axiom.def). */
#define LN_BREACH_NAMESPACE "https://w3id.org/liner/check#"

/** Results as an sh:ValidationReport (section 3.6). Everything is borrowed until it is written. */
typedef struct {
  const ln_shapes*       shapes;
  const ln_triple_set*   graph; ///< of the shapes, for paths
  const ln_term_table*   terms;
  const ln_results*      results;
  const ln_breaches*     breaches; ///< or NULL. Each is a result too, without a shape
  const ln_axiom_policy* axioms;   ///< with breaches
  ln_view                lang;     ///< write messages in this language only; empty: in all
  const ln_view* cells; ///< of each result, then of each breach, the IRI of the cell that it
                        ///< comes from, perhaps empty; or NULL
} ln_result_graph;

/** Declare all that the report needs, before names are sealed. */
LN_MUST ln_status
ln_result_graph_declare(const ln_result_graph* report, ln_names* names);

/** Describe the report, its results, and the paths that are no IRIs. Does not finish `sink`. */
LN_MUST ln_status
ln_result_graph_write(const ln_result_graph* report, const ln_names* names, ln_sink sink);

#endif
