/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_SCAN_H
#define LN_TABLE_SCAN_H

#include "base/cpu.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Bytes of one block. */
enum { LN_SCAN_SIZE = 64 };

/** Bytes that can be looked for: delimiter, quote, escape, two for line ends. */
enum { LN_SCAN_BYTES = 5 };

/** What to look for. */
typedef struct {
  char     bytes[LN_SCAN_BYTES]; ///< the marks; the delimiter again where there are fewer
  bool     many;                 ///< there are more marks than that: `kind` has them
  uint64_t hard_mask;            ///< all bits if the second and third are marks of their own
  uint64_t all_hard;             ///< all bits if every mark is hard
  uint8_t  kind[256];            ///< the same for every byte, for the plain scan
} ln_scan_set;

/** What was found: bit i speaks of byte i. */
typedef struct {
  uint64_t marks;    ///< delimiter, line ends, quote, escape
  uint64_t hard;     ///< those marks that need more than a look at the byte: quote, escape
  uint64_t dirty;    ///< below 0x20, `"`, `\`, 0x7F: not as it is in a literal
  uint64_t odd;      ///< U+0000 and bytes from 0x80: validity must be checked
  uint64_t nonword;  ///< neither ASCII letters, digits, `-` nor `_`, or one of these two behind a
                     ///< mark or at the beginning of the block
  uint64_t nondigit; ///< no ASCII digits
} ln_scan;

/** The part of a scan that speaks of the bytes of `of`. */
static inline ln_scan
ln_scan_part(const ln_scan* const scan, const uint64_t of)
{
  return (ln_scan){.marks    = scan->marks & of,
                   .hard     = scan->hard & of,
                   .dirty    = scan->dirty & of,
                   .odd      = scan->odd & of,
                   .nonword  = scan->nonword & of,
                   .nondigit = scan->nondigit & of};
}

/** What a scan does: look at `n` blocks and write as many scans. Returns all bits of `odd` joined.
 */
typedef uint64_t (*ln_scan_way)(const ln_scan_set* set, const char* s, size_t n, ln_scan* scans);

/** `quote` and `escape` may be 0: none. Line ends are CR and LF. */
void
ln_scan_init(ln_scan_set* set, char delimiter, char quote, char escape);

/** Every mark is hard: delimiters or line ends have more than one byte, or are unusual. */
void
ln_scan_harden(ln_scan_set* set);

/** These `n` bytes begin line ends, in place of CR and LF; all marks become hard. */
void
ln_scan_ends(ln_scan_set* set, const char* bytes, size_t n);

/** The scan of that width for this set; NULL if the machine does not have it, or if the set has too
   many marks for it, which the plain scan never has. */
ln_scan_way
ln_scan_of(const ln_scan_set* set, ln_width width);

#endif
