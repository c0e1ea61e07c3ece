/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_BASE_PACKED_H
#define LN_TESTS_BASE_PACKED_H

/* Packed bytes as the tools wrote them: `printf 'hello\\n' | gzip -n`, `... | zstd`. */

#define GZIP_HELLO                                                                                 \
  "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcb\x48\xcd\xc9\xc9\xe7\x02\x00\x20\x30\x3a\x36\x06"   \
  "\x00"                                                                                           \
  "\x00\x00"
#define GZIP_WORLD                                                                                 \
  "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x2b\xcf\x2f\xca\x49\xe1\x02\x00\xa8\x61\x38\xdd\x06"   \
  "\x00"                                                                                           \
  "\x00\x00"
#define GZIP_NOTHING                                                                               \
  "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x03\x00\x00\x00\x00\x00\x00\x00\x00\x00"
#define ZSTD_HELLO "\x28\xb5\x2f\xfd\x04\x58\x31\x00\x00\x68\x65\x6c\x6c\x6f\x0a\x53\x88\xbd\x91"
#define ZSTD_WORLD "\x28\xb5\x2f\xfd\x04\x58\x31\x00\x00\x77\x6f\x72\x6c\x64\x0a\xaa\x6e\x56\x9f"
#define ZSTD_SKIPPED "\x50\x2a\x4d\x18\x03\x00\x00\x00xyz"

#endif
