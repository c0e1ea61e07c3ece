/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_AXIOM_H
#define LN_CHECK_AXIOM_H

#include "base/diag.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

/** The axioms of axiom.def, and how grave it is to break them. */
typedef enum {
#define LN_AXIOM(id, name, code, words) LN_A_##id,
#include "check/axiom.def"
#undef LN_AXIOM
  LN_AXIOMS
} ln_axiom;

typedef enum {
  LN_LEVEL_OFF, ///< not looked at
  LN_LEVEL_INFO,
  LN_LEVEL_WARNING,
  LN_LEVEL_ERROR,
} ln_axiom_level;

typedef struct {
  ln_axiom_level level[LN_AXIOMS];
} ln_axiom_policy;

/** As the codes say. */
ln_axiom_policy
ln_axiom_policy_usual(void);

/** `NAME=off`, `info`, `warning` or `error`; the name `all` is every one of them. LN_USAGE: no such
   name or word, with a reason appended to `error`. */
LN_MUST ln_status
ln_axiom_policy_set(ln_axiom_policy* policy, ln_view setting, ln_text* error);

/** `undeclared-class`. Static. */
ln_view
ln_axiom_name(ln_axiom axiom);

ln_code
ln_axiom_code(ln_axiom axiom);

/** What is wrong, in a few words. Static. */
ln_view
ln_axiom_words(ln_axiom axiom);

/** The severity of a level other than LN_LEVEL_OFF. */
ln_severity
ln_axiom_severity(ln_axiom_level level);

#endif
