/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* SHA-256 through libnettle, and its beginning in base32 for names that give no readable id. */

#include "base/sha256.h"

#include "base/memory.h"

#include <nettle/sha2.h>

#include <stddef.h>
#include <stdint.h>

void
ln_sha256(const ln_view v, unsigned char digest[LN_SHA256_SIZE])
{
  struct sha256_ctx context;
  sha256_init(&context);
  if (v.n > 0U) {
    sha256_update(&context, v.n, (const uint8_t*)v.s);
  }
  sha256_digest(&context, LN_SHA256_SIZE, digest);
}

void
ln_sha256_base32(const ln_view v, char* const out, const size_t n)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";

  // One zero byte behind the digest, so that the last group of five bits can be read like the
  // others
  unsigned char digest[LN_SHA256_SIZE + 1] = {0};
  ln_sha256(v, digest);
  for (size_t i = 0U; i < n && i < 52U; ++i) {
    const size_t   bit  = i * 5U;
    const unsigned pair = ((unsigned)digest[bit / 8U] << 8U) | digest[(bit / 8U) + 1U];
    out[i]              = alphabet[(pair >> (11U - bit % 8U)) & 31U];
  }
}

struct ln_digest {
  struct sha256_ctx context;
  uint64_t          n;
};

ln_digest*
ln_digest_new(void)
{
  ln_digest* const digest = ln_alloc_zero(1U, sizeof(ln_digest));
  if (digest) {
    sha256_init(&digest->context);
  }
  return digest;
}

void
ln_digest_free(ln_digest* const digest)
{
  ln_free(digest);
}

void
ln_digest_add(ln_digest* const digest, const ln_view bytes)
{
  if (bytes.n > 0U) {
    sha256_update(&digest->context, bytes.n, (const uint8_t*)bytes.s);
    digest->n += bytes.n;
  }
}

uint64_t
ln_digest_size(const ln_digest* const digest)
{
  return digest->n;
}

void
ln_digest_take(ln_digest* const digest, unsigned char out[LN_SHA256_SIZE])
{
  sha256_digest(&digest->context, LN_SHA256_SIZE, out);
  digest->n = 0U;
}
