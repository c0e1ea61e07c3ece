/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner validate against an ontology. What results may still be kept is left to breaches, so that
   both together stay within the limit. */

#include "run/validating.h"

ln_status
ln_validation_ontology(ln_validating* const v)
{
  const ln_ontology_check check = {.ontology = &v->ontology,
                                   .terms    = v->terms,
                                   .data     = v->data,
                                   .outside  = v->outside,
                                   .policy   = &v->axioms,
                                   .stop     = v->job->stop};
  v->breaches.most              = v->results.most - v->results.n;
  if (ln_triple_set_size(v->outside) == 0U) {
    return LN_OK;
  }
  LN_TRY(ln_ontology_read(v->data, v->terms, &v->ontology));
  return ln_ontology_breaches(&check, &v->breaches);
}
