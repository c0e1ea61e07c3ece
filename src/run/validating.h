/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_VALIDATING_H
#define LN_RUN_VALIDATING_H

#include "base/arena.h"
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
  ln_validated*        summary;
  uint32_t             shapes_source; ///< the first file of shapes
  uint32_t             first_source;  ///< the first graph; the others follow
  uint32_t             first_term;    ///< that is in none of the files read before
  bool                 whole;         ///< all files were read to their ends
  ln_shape_reach*      reaches;       ///< of the shapes
  uint64_t             passed;        ///< triples that were held against shapes and are gone
  ln_view*             cells;    ///< for the report: IRIs of the cells of results, then of breaches
  ln_arena             arena;    ///< theirs
  bool                 streamed; ///< shapes that look near have been held against the input
} ln_validating;

/** Make the input into a graph, and hold shapes that look near against its rows on the way, if that
    comes to the same; then only what the others look at is in `data`. */
LN_MUST ln_status
ln_validation_input(ln_validating* v);

/** Hold the graphs against the ontology, if one is read beside them. */
LN_MUST ln_status
ln_validation_ontology(ln_validating* v);

/** The file that blank nodes of the input are of; no graph has this number. */
enum { LN_INPUT_FILE = 0 };

/** A triple, whose predicate and object may be LN_NO_TERM. */
typedef struct {
  uint32_t subject;
  uint32_t predicate;
  uint32_t object;
} ln_about;

/** Beside the line: the place in a table. */
typedef struct {
  uint64_t row;
  uint32_t column;
  uint32_t letter;
  uint32_t name; ///< number of the column's name, plus one; 0: none
  uint32_t field;
} ln_in_table;

/** Where the triples stand that results and breaches are about. */
typedef struct {
  ln_traced*   traced;
  ln_in_table* tables; ///< of each; NULL without an input
  size_t       n;
  ln_arena     arena; ///< of names
  ln_view*     names;
  size_t       n_names;
  size_t       cap_names;
} ln_places;

/** Results count first, then breaches. */
size_t
ln_validation_findings(const ln_validating* v);

/** The breach of a number, or NULL: it is that of a result. */
const ln_breach*
ln_validation_breach(const ln_validating* v, size_t number);

/** The triple that is against that of a breach; false: there is none. */
bool
ln_validation_rival(const ln_breach* breach, ln_about* rival);

/** Read the graphs once more, and make the input once more, to find all places. */
LN_MUST ln_status
ln_places_find(const ln_validating* v, ln_places* places);

void
ln_places_clear(ln_places* places);

/** Where a result or breach stands, into `source`, `where` and `place` of a finding. False:
 * nowhere. */
bool
ln_places_of(const ln_validating* v, const ln_places* places, size_t number, ln_finding* finding);

/** Where a triple stands. */
bool
ln_places_of_triple(const ln_places* places, const ln_about* about, ln_finding* finding);

/** Fill the places of what comes of the input. Part of ln_places_find. */
LN_MUST ln_status
ln_places_trace_input(const ln_validating* v, ln_places* places);

/** Report results and breaches as findings, each at its line, in the order of files and lines. */
LN_MUST ln_status
ln_validation_tell(ln_validating* v);

#endif
