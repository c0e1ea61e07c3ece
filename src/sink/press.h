/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_PRESS_H
#define LN_SINK_PRESS_H

#include "base/status.h"
#include "rdf/stencil.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Stencils whose stamps are kept for a while (sink/imprint.h). */

/** A stencil that says the same as another, whose slot number i has text, list and gate number i,
   each its own. */
typedef struct ln_press {
  const ln_stencil* of;
  ln_stencil        stencil;
  uint16_t          number; ///< from 1
  bool              usable; ///< no two slots can say the same, and no predicate comes from a cell
  struct ln_press*  next;
  ln_slot           slots[];
} ln_press;

/** All presses of a sink. Caller's struct, of zeroes at first. */
typedef struct {
  ln_press* first;
  ln_press* last;
} ln_presses;

/** The press of a stencil, made if there is none; lent. The stencil must stay. */
LN_MUST ln_status
ln_presses_find(ln_presses* presses, const ln_stencil* stencil, const ln_press** press);

/** The press of a number; lent. */
const ln_press*
ln_presses_at(const ln_presses* presses, uint16_t number);

void
ln_presses_clear(ln_presses* presses);

#endif
