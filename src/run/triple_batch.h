/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_TRIPLE_BATCH_H
#define LN_RUN_TRIPLE_BATCH_H

#include "base/diag.h"
#include "base/spill.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "graph/read.h"

#include <signal.h>
#include <stdint.h>

/** Reads N-Triples that come in pieces, cut anywhere, as soon as there are some megabytes of whole
    lines. Private to run/. Caller's struct; set all but `batch`, which is zero. */
typedef struct {
  ln_log*                      log;
  uint32_t                     source; ///< their number in `log`
  ln_triple_func               take;
  void*                        self;
  const volatile sig_atomic_t* stop; ///< may be NULL
  ln_text                      batch;
} ln_triple_batch;

/** The next piece. LN_STOP, reported, if a line is no triple. */
LN_MUST ln_status
ln_triple_batch_add(ln_triple_batch* batch, ln_view bytes);

/** What is left, the last line perhaps without an end. */
LN_MUST ln_status
ln_triple_batch_end(ln_triple_batch* batch);

/** All of a file, to its end. */
LN_MUST ln_status
ln_triple_batch_spill(ln_triple_batch* batch, ln_spill* spill);

void
ln_triple_batch_clear(ln_triple_batch* batch);

#endif
