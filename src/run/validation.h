/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_VALIDATION_H
#define LN_RUN_VALIDATION_H

#include "base/diag.h"
#include "base/status.h"
#include "check/axiom.h"
#include "run/run.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What liner validate is told. Texts are borrowed until it returns. */
typedef struct ln_validation {
  char* const*  graphs; ///< files that are validated, together; "-" is standard input
  size_t        n_graphs;
  const ln_job* input;       ///< a catalogue or tables that are validated with them, made into a
                             ///< graph as export does (and written, unless it is dry); or NULL
  const char* const* shapes; ///< files of shapes; none, and no ontologies: the shapes of
                             ///< the ontology
  size_t             n_shapes;
  const char* const* ontologies; ///< files read with the graphs, of which nothing is reported, and
                                 ///< which the graphs are held against; none, and no shapes: the
                                 ///< ontology
  size_t                 n_ontologies;
  const ln_axiom_policy* axioms; ///< how grave it is to break what an ontology says; NULL: as usual
  const char* base; ///< what relative IRIs are resolved against; NULL: each file's address
  const char* lang; ///< language of messages; NULL: any
  const char* to;   ///< syntax of the report; NULL: by the ending of `output`, else none is
                    ///< written
  const char*                  output; ///< NULL or "-": standard output
  uint64_t                     most;   ///< results that are kept; 0: all
  const volatile sig_atomic_t* stop;
} ln_validation;

typedef struct {
  ln_summary made;    ///< of the input
  uint64_t   triples; ///< of the graphs, each once
  uint64_t   shapes;
  uint64_t   results; ///< also breaches of the ontology
  bool       whole;   ///< nothing was left out: all files were read, all constraints looked at
} ln_validated;

/** Validate graphs against shapes (https://www.w3.org/TR/shacl/) and an ontology: every result is a
   finding with the line it comes from, and the report is written as RDF if that is asked for and
   the validation was whole: a report that says less than it should would be taken for one that
   conforms. LN_OK also if the graphs do not conform. Of an input every result names the cell that
   it comes from; of what cannot be made of it findings tell as with export; LN_STOP if policy says
   so; else what went wrong, already reported. */
LN_MUST ln_status
ln_run_validate(const ln_validation* job, ln_log* log, ln_validated* summary);

/** Export, or check, what `job->validation` says, and validate what is made: ln_run_export, then as
    above with the job as input. */
LN_MUST ln_status
ln_run_export_validated(const ln_job* job, ln_log* log, ln_summary* summary);

#endif
