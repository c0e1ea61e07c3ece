/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_PROPOSAL_H
#define LN_TABLE_PROPOSAL_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>

/** What a text that is not UTF-8 would be in windows-1252, appended to `out`. `*likely`: it looks
   so, because there are letters of ASCII beside bytes that windows-1252 has and none that only
   UTF-8 would put so; else nothing is appended. Only a proposal: no table is read by it. */
LN_MUST ln_status
ln_proposal_windows(ln_view text, ln_text* out, bool* likely);

/** The name of the encoding of which the first bytes of a table look, though it has no byte order
   mark: "utf-16le" or "utf-16be"; NULL: they do not. */
const char*
ln_proposal_wide(ln_view head);

#endif
