/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_QUIRK_SINK_H
#define LN_STORE_QUIRK_SINK_H

#include "base/diag.h"
#include "rdf/names.h"
#include "rdf/sink.h"
#include "store/quirk.h"

/** Looks at each term on its way to `next` and reports at its cell what a store will not give back
    as it is: L1060 if it alters the term, L1061 if it refuses it, L1062 once if it gives a datatype
    back as another, L1063 once if it will not find the term again. Everything goes on as it came.
   Does not own `next`; for one thread. */
LN_MUST ln_status
ln_quirk_sink_new(
  const ln_names* names, const ln_store_kind* kind, ln_log* log, ln_sink next, ln_sink* sink);

#endif
