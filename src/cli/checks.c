/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The options that validate, check and export share. Whoever names shapes, an ontology or the level
   of a check wants to validate. */

#include "cli/checks.h"

#include "cli/interrupt.h"

ln_status
ln_checks_read(const ln_args* const args, ln_checks* const checks, ln_text* const error)
{
  size_t                   n        = 0U;
  const char* const* const settings = ln_args_many(args, LN_OPT_CHECK, &n);
  ln_validation* const     v        = &checks->validation;
  checks->axioms                    = ln_axiom_policy_usual();
  for (size_t i = 0U; i < n; ++i) {
    LN_TRY(ln_axiom_policy_set(&checks->axioms, ln_view_of(settings[i]), error));
  }
  *v            = (ln_validation){.axioms = &checks->axioms,
                                  .base   = args->values[LN_OPT_BASE],
                                  .lang   = args->values[LN_OPT_LANG],
                                  .most   = ln_args_number(args, LN_OPT_MAX_RESULTS),
                                  .stop   = ln_interrupt_flag()};
  v->shapes     = ln_args_many(args, LN_OPT_SHAPES, &v->n_shapes);
  v->ontologies = ln_args_many(args, LN_OPT_ONTOLOGY, &v->n_ontologies);
  return LN_OK;
}

bool
ln_checks_wanted(const ln_args* const args)
{
  return ln_args_has(args, LN_OPT_VALIDATE) || ln_args_has(args, LN_OPT_SHAPES) ||
         ln_args_has(args, LN_OPT_ONTOLOGY) || ln_args_has(args, LN_OPT_CHECK);
}
