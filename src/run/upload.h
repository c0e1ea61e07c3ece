/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_UPLOAD_H
#define LN_RUN_UPLOAD_H

#include "base/diag.h"
#include "base/status.h"
#include "run/run.h"
#include "store/store.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** How it is proven that the store has what was sent. */
typedef enum {
  LN_VERIFY_COUNT, ///< its number of triples
  LN_VERIFY_DUMP,  ///< each triple, in value space
  LN_VERIFY_NONE,
} ln_verify;

/** What liner load is told beside the rest. Texts are borrowed. */
typedef struct {
  const ln_job*     job;   ///< how inputs are converted
  ln_store_settings store; ///< `gzip` asks for it; it is used if the store understands it
  bool              replace;
  ln_verify         verify;
  size_t            parallel; ///< requests under way
  uint64_t          chunk;    ///< triples of a request; 0: as is usual for the way
  const char*       journal;  ///< --resume FILE, or NULL
  const char*       skolem;   ///< what becomes of blank nodes begins with it; NULL: they stay
} ln_upload;

typedef struct {
  uint64_t triples;  ///< sent, or found to be there from an earlier run
  uint64_t distinct; ///< of these
  uint64_t expected; ///< as the store will count them
  uint64_t before;   ///< triples that the store had in the graph
  uint64_t after;    ///< and has
  bool     counted;  ///< `before` and `after` are known
  bool     sent;     ///< all of it
  uint64_t bytes;    ///< of triples
  uint64_t requests;
  uint64_t repeated;   ///< of these
  uint64_t earlier;    ///< pieces that an earlier run had sent
  double   converting; ///< seconds
  double   sending;
} ln_uploaded;

/** Load inputs into the graph of a store, and look whether they are there. LN_OK if they are, also
    if data was faulty (then the log has errors); LN_STOP if the user ended it; else what went
   wrong, reported. `*uploaded` is filled as far as it came. */
LN_MUST ln_status
ln_run_upload(const ln_upload* upload, ln_log* log, ln_uploaded* uploaded);

#endif
