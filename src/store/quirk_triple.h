/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_QUIRK_TRIPLE_H
#define LN_STORE_QUIRK_TRIPLE_H

#include "base/status.h"
#include "base/text.h"
#include "graph/read.h"
#include "store/quirk.h"

/** What ln_quirk_key and ln_quirk_shown say of terms, of whole triples; graphs do not count. Both
    append. */
LN_MUST ln_status
ln_quirk_triple_key(const ln_store_kind* kind, const ln_read_triple* triple, ln_text* key);

LN_MUST ln_status
ln_quirk_triple_shown(const ln_store_kind* kind, const ln_read_triple* triple, ln_text* key);

#endif
