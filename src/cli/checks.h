/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_CHECKS_H
#define LN_CLI_CHECKS_H

#include "base/status.h"
#include "base/text.h"
#include "check/axiom.h"
#include "cli/args.h"
#include "run/validation.h"

/** What options say of shapes and ontologies; not to be moved, since parts point at each other. */
typedef struct {
  ln_axiom_policy axioms;
  ln_validation   validation;
} ln_checks;

/** LN_USAGE with a reason if a setting of --check is none. */
LN_MUST ln_status
ln_checks_read(const ln_args* args, ln_checks* checks, ln_text* error);

/** Whether a command that makes a graph is to hold it against them. */
bool
ln_checks_wanted(const ln_args* args);

#endif
