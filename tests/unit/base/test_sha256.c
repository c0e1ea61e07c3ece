/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The examples of FIPS 180-2, and base32 of their digests as coreutils' base32 writes them. */

#include "unit.h"

#include "base/sha256.h"

static void
check_digest(const ln_view v, const char* const expected)
{
  unsigned char digest[LN_SHA256_SIZE];
  char          hex[2 * LN_SHA256_SIZE + 1];
  ln_sha256(v, digest);
  for (size_t i = 0U; i < LN_SHA256_SIZE; ++i) {
    (void)snprintf(hex + (2U * i), 3U, "%02x", (unsigned)digest[i]);
  }
  CU_ASSERT_STRING_EQUAL(hex, expected);
}

static void
fips_180(void)
{
  check_digest((ln_view){NULL, 0U},
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  check_digest(LN_V("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  check_digest(LN_V("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

/* In pieces, and anew. */
static void
pieces(void)
{
  static const unsigned char abc[]  = {0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea};
  ln_digest* const           digest = ln_digest_new();
  unsigned char              out[LN_SHA256_SIZE];
  CU_ASSERT_PTR_NOT_NULL_FATAL(digest);
  for (size_t round = 0U; round < 2U; ++round) {
    ln_digest_add(digest, LN_V("a"));
    ln_digest_add(digest, (ln_view){NULL, 0U});
    ln_digest_add(digest, LN_V("bc"));
    CU_ASSERT_EQUAL(ln_digest_size(digest), 3U);
    ln_digest_take(digest, out);
    CU_ASSERT_EQUAL(memcmp(out, abc, sizeof(abc)), 0);
    CU_ASSERT_EQUAL(ln_digest_size(digest), 0U);
  }
  ln_digest_free(digest);
  ln_digest_free(NULL);
  ln_alloc_fail_at(1U);
  CU_ASSERT_PTR_NULL(ln_digest_new());
  ln_alloc_fail_at(0U);
}

static void
base32(void)
{
  static const char abc[] = "xj4bnp4pahh6uqkbidpf3lrceoyagyndsylxvhfucd7wd4qacwwq";
  CU_ASSERT_EQUAL(sizeof(abc), 53U);
  for (size_t n = 0U; n <= 60U; ++n) {
    char out[64];
    memset(out, '#', sizeof(out));
    ln_sha256_base32(LN_V("abc"), out, n);
    const size_t written = n < 52U ? n : 52U;
    CU_ASSERT_EQUAL(memcmp(out, abc, written), 0);
    CU_ASSERT_EQUAL(out[written], '#'); // no NUL, nothing behind
  }
}

static const unit_test tests[] = {
  {"FIPS 180", fips_180},
  {"pieces", pieces},
  {"base32", base32},
};

UNIT_MAIN("base/sha256", tests)
