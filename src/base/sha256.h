/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_SHA256_H
#define LN_BASE_SHA256_H

#include "base/view.h"

#include <stdint.h>

enum { LN_SHA256_SIZE = 32 };

/** SHA-256 (FIPS 180-4) of `v`; libnettle does the work. */
void
ln_sha256(ln_view v, unsigned char digest[LN_SHA256_SIZE]);

/** The digest of bytes that come one after the other, and how many they are. */
typedef struct ln_digest ln_digest;

/** NULL when out of memory. */
ln_digest*
ln_digest_new(void);

/** NULL is allowed. */
void
ln_digest_free(ln_digest* digest);

void
ln_digest_add(ln_digest* digest, ln_view bytes);

/** Bytes so far. */
uint64_t
ln_digest_size(const ln_digest* digest);

/** The digest of all; the next byte begins anew. */
void
ln_digest_take(ln_digest* digest, unsigned char out[LN_SHA256_SIZE]);

/** The first `n` characters (at most 52) of the digest in base32 (RFC 4648, lower case, no
 * padding). */
void
ln_sha256_base32(ln_view v, char* out, size_t n);

#endif
