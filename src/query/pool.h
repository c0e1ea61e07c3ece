/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_POOL_H
#define LN_QUERY_POOL_H

#include "base/status.h"
#include "query/dataset.h"

#include <stddef.h>
#include <stdint.h>

/** The terms of one query: those of the data set under their numbers, and behind them those that
   the query names or computes, each once. Two terms are the same if their numbers are. */
typedef struct ln_pool ln_pool;

/** NULL when out of memory. Borrows the data set. */
ln_pool*
ln_pool_new(const ln_dataset* set);

/** NULL is allowed. */
void
ln_pool_free(ln_pool* pool);

/** The number of an IRI or literal. Bytes are copied; a language tag is taken in lower case.
   LN_NO_MEM also where numbers end. */
LN_MUST ln_status
ln_pool_add(ln_pool* pool, const ln_read_term* term, uint32_t* number);

/** A new blank node. */
LN_MUST ln_status
ln_pool_blank(ln_pool* pool, uint32_t* number);

/** Keep what is there now, and forget all later terms whenever ln_pool_reset is called. */
void
ln_pool_mark(ln_pool* pool);

void
ln_pool_reset(ln_pool* pool);

/** The term of a number; borrowed until it is forgotten. */
ln_read_term
ln_pool_term(const ln_pool* pool, uint32_t number);

ln_kind
ln_pool_kind(const ln_pool* pool, uint32_t number);

/** The data set, which has the terms below ln_dataset_terms. */
const ln_dataset*
ln_pool_set(const ln_pool* pool);

/** Bytes that terms of the query's own take. */
size_t
ln_pool_used(const ln_pool* pool);

#endif
