/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_DIAG_TEXT_H
#define LN_BASE_DIAG_TEXT_H

#include "base/diag.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>

/** `; the row was left out` and the like: what follows the message. Empty if nothing was lost. */
ln_view
ln_finding_effect(const ln_finding* finding);

/** As ln_finding_text, with ANSI colours if wanted: the place bold, the severity in its colour. */
LN_MUST ln_status
ln_finding_render(const ln_finding* finding, bool color, ln_text* out);

#endif
