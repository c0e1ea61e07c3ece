/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_SHARD_H
#define LN_RUN_SHARD_H

#include "run/session.h"

/** Leave of all tables only the part that the job asks for: their rows, one table behind the other,
   are cut into `shards` parts of about the same number of bytes, at rows that begin. What the parts
   give, one behind the other, is what the whole gives. Tables are bound already. LN_USAGE with a
   report if a table cannot be cut. */
LN_MUST ln_status
ln_shard_take(ln_session* s);

/** Whether the job's part is the first one, or the whole. */
static inline bool
ln_shard_is_first(const ln_job* const job)
{
  return job->shards == 0U || job->shard == 1U;
}

#endif
