/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_KEYSET_H
#define LN_BASE_KEYSET_H

#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A set of byte strings that takes no more memory than it is given. Exact: hashes find candidates,
   bytes decide. */
typedef struct ln_keyset ln_keyset;

/** At most `memory` bytes are used, taken as they are needed, but never less than some thousand. */
LN_MUST ln_status
ln_keyset_new(size_t memory, ln_keyset** set);

/** NULL is allowed. */
void
ln_keyset_free(ln_keyset* set);

/** The hash of a key in this set; it differs from run to run. */
uint64_t
ln_keyset_hash(const ln_keyset* set, ln_view key);

/** Whether `keys` keys of `bytes` bytes in all still fit; always in an empty set. */
bool
ln_keyset_fits(const ln_keyset* set, size_t keys, size_t bytes);

bool
ln_keyset_has(const ln_keyset* set, ln_view key, uint64_t hash);

/** Add a key that fits; `*fresh` says whether it was not there. */
LN_MUST ln_status
ln_keyset_add(ln_keyset* set, ln_view key, uint64_t hash, bool* fresh);

/** Forget all keys; the memory is kept. */
void
ln_keyset_reset(ln_keyset* set);

#endif
