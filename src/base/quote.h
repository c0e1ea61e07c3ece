/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_QUOTE_H
#define LN_BASE_QUOTE_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

/** Append a value as shown to people: in double quotes; controls, double quotes and backslashes
   escaped as in C, invisible direction marks as \uXXXX, bytes that are not UTF-8 as \xHH. More than
   200 bytes become head, an ellipsis, tail, and behind the closing quote the length. */
LN_MUST ln_status
ln_quote(ln_view value, ln_text* out);

#endif
