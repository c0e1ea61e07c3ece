/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_SCAN_H
#define LN_TABLE_SCAN_H

#include <stdint.h>

/** Bytes looked at by one call. */
enum { LN_SCAN_SIZE = 64 };

/** What to look for. */
typedef struct {
  char    delimiter;
  char    quote;     ///< the delimiter again if the dialect has none
  char    escape;    ///< the delimiter again if the dialect has none
  uint8_t kind[256]; ///< the same for every byte, for the plain scan
} ln_scan_set;

/** What was found: bit i speaks of byte i. */
typedef struct {
  uint64_t marks; ///< delimiter, quote, escape, CR, LF
  uint64_t dirty; ///< below 0x20, `"`, `\`, 0x7F: not as it is in a literal
  uint64_t odd;   ///< U+0000 and bytes from 0x80: validity must be checked
} ln_scan;

/** `quote` and `escape` may be 0: none. */
void
ln_scan_init(ln_scan_set* set, char delimiter, char quote, char escape);

/** Look at LN_SCAN_SIZE bytes, by the widest means compiled in. */
void
ln_scan_block(const ln_scan_set* set, const char* s, ln_scan* scan);

/** The same in plain C: for other machines, and to test the other against. */
void
ln_scan_plain(const ln_scan_set* set, const char* s, ln_scan* scan);

#endif
