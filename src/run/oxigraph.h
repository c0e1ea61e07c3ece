/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_OXIGRAPH_H
#define LN_RUN_OXIGRAPH_H

#include "run/ask.h"

/** Hand data and query to the program `oxigraph` (of PyPI or crates.io), found on the PATH, and
   pass its answer on. The data go through a temporary folder in TMPDIR. LN_USAGE, reported (L1006),
   if there is no such program or it cannot answer; LN_STOP, reported (L1003), if it takes too long.
 */
LN_MUST ln_status
ln_oxigraph_ask(const ln_asking* asking, ln_log* log, const ln_source_data* data);

#endif
