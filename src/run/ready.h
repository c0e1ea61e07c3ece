/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_READY_H
#define LN_RUN_READY_H

#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>

/** Queries inside the program: the files of data/queries/. The first line of one is a comment that
   says what it answers; lines `# with: NAME: WHAT` name variables that must be given values. */
typedef struct {
  ln_view name;
  ln_view title;
  ln_view text;
} ln_ready;

/** The i-th, or false. Static. */
bool
ln_ready_at(size_t i, ln_ready* ready);

/** False if there is none of this name. */
bool
ln_ready_find(ln_view name, ln_ready* ready);

/** The i-th variable that it needs, and what it stands for; or false. */
bool
ln_ready_needs(const ln_ready* ready, size_t i, ln_view* variable, ln_view* what);

#endif
