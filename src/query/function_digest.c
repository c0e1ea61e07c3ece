/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Digests of strings (section 17.4.6), in hexadecimal; nettle does the work. */

#include "query/value.h"

#include <nettle/md5.h>
#include <nettle/nettle-meta.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

static const struct nettle_hash*
hash_of(const ln_function_id id)
{
  switch ((int)id) {
  case LN_F_MD5:
    return &nettle_md5;
  case LN_F_SHA1:
    return &nettle_sha1;
  case LN_F_SHA256:
    return &nettle_sha256;
  case LN_F_SHA384:
    return &nettle_sha384;
  default:
    return &nettle_sha512;
  }
}

ln_status
ln_function_digest(ln_evaluator* const   e,
                   const ln_function_id  id,
                   const ln_value* const arg,
                   ln_value* const       value)
{
  static const char               HEX[] = "0123456789abcdef";
  const struct nettle_hash* const hash  = hash_of(id);
  unsigned char                   digest[SHA512_DIGEST_SIZE];
  if (arg->kind != LN_VALUE_STRING) {
    return LN_OK;
  }
  void* const context = ln_arena_zero(&e->arena, 1U, hash->context_size);
  char* const text    = (char*)ln_arena_take(&e->arena, (size_t)2U * hash->digest_size);
  if (!context || !text) {
    return LN_NO_MEM;
  }
  hash->init(context);
  hash->update(context, arg->text.n, (const uint8_t*)arg->text.s);
  hash->digest(context, hash->digest_size, digest);
  for (size_t i = 0U; i < hash->digest_size; ++i) {
    text[2U * i]      = HEX[digest[i] >> 4U];
    text[2U * i + 1U] = HEX[digest[i] & 15U];
  }
  *value = ln_value_string((ln_view){text, (size_t)2U * hash->digest_size});
  return LN_OK;
}
