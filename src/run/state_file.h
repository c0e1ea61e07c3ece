/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_STATE_FILE_H
#define LN_RUN_STATE_FILE_H

#include "base/diag.h"
#include "base/out.h"
#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stdint.h>

/* What an export leaves for the next one: of each thing its name and a hash of what was written of
   it. Lines of text, packed with zstd: first the version, then the hash in 16 digits and the name,
   at last the number of things and a checksum of all before. Private to run/. */

/** Caller's struct. Set `out`, which is borrowed, and `graphs`, and call ln_state_begin. */
typedef struct {
  ln_out*  out;
  bool     graphs; ///< layers were written as named graphs
  uint64_t sum;
  uint64_t n;
} ln_state_writer;

void
ln_state_begin(ln_state_writer* writer);

/** The next thing. `name` is `<iri>`, or `<iri> <graph>`. Errors are sticky in the device. */
void
ln_state_put(ln_state_writer* writer, uint64_t content, ln_view name);

/** The last line. LN_NO_MEM. */
LN_MUST ln_status
ln_state_end(ln_state_writer* writer);

typedef ln_status (*ln_state_func)(void* self, uint64_t content, ln_view name);

/** Read all things in order; `*graphs` is set before the first one. A file that is no state, of
   another version, cut off or changed is reported (L1086), LN_STOP; that may show at its end only.
   Else what `take` returned. */
LN_MUST ln_status
ln_state_read(const char* path, ln_log* log, ln_state_func take, void* self, bool* graphs);

#endif
