/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_VALIDATING_H
#define LN_RUN_VALIDATING_H

#include "check/ontology.h"
#include "check/shapes.h"
#include "check/validate.h"
#include "graph/load.h"
#include "run/validation.h"

#include <stdbool.h>

/* What the steps of a validation share. Private to run/. */

typedef struct {
  const ln_validation* job;
  ln_log*              log;
  ln_term_table*       terms;
  ln_triple_set*       shapes_graph;
  ln_triple_set*       data;
  ln_triple_set*       outside; ///< what is read beside the graphs; it is in `data` too
  ln_shapes            shapes;
  ln_results           results;
  ln_axiom_policy      axioms;
  ln_ontology          ontology;
  ln_breaches          breaches;
  uint32_t             shapes_source; ///< the first file of shapes
  uint32_t             first_source;  ///< the first graph; the others follow
  uint32_t             first_term;    ///< that is in none of the files read before
  bool                 whole;         ///< all files were read to their ends
} ln_validating;

/** Hold the graphs against the ontology, if one is read beside them. */
LN_MUST ln_status
ln_validation_ontology(ln_validating* v);

/** Report results and breaches as findings, each at its line, in the order of files and lines. */
LN_MUST ln_status
ln_validation_tell(ln_validating* v);

#endif
