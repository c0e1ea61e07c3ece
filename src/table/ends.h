/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_ENDS_H
#define LN_TABLE_ENDS_H

#include <stddef.h>
#include <stdint.h>

/** What decides where rows end, in 64 bytes: bit i speaks of byte i. */
typedef struct {
  uint64_t lf;
  uint64_t cr;
  uint64_t quotes;
  uint64_t delimiters;
} ln_ends;

/** Look at 64 bytes. `quote` is the delimiter again if there is none. */
void
ln_ends_block(const char* s, char delimiter, char quote, ln_ends* ends);

/** How many LF there are in `n` bytes, each of which ends a row and a line if nothing else matters;
    SIZE_MAX if there is a CR or a `mark`. */
size_t
ln_ends_simple(const char* s, size_t n, char mark);

/** The same as ln_ends_block in plain C: for other machines, and to test the other against. */
void
ln_ends_plain(const char* s, char delimiter, char quote, ln_ends* ends);

#endif
