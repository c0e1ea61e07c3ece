/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_VALIDITY_H
#define LN_TABLE_VALIDITY_H

#include "base/view.h"
#include "table/scan.h"

#include <stdbool.h>
#include <stddef.h>

/** Clear the bits `odd` of those of `n` blocks whose text is proven to be what any output can hold:
   UTF-8 without U+0000, U+FEFF, U+FFFE and U+FFFF. The text is that of the blocks, the last one may
   be cut short; 3 bytes behind it can be read. It may begin and end within a character. What is not
   cleared is to be checked cell by cell. */
void
ln_validity_prove(ln_view text, ln_scan* scans, size_t n);

/** Offset of the first byte that no output can hold, or `text.n`: not UTF-8, U+0000, or the first
   of U+FFFE or U+FFFF. */
size_t
ln_validity_fault(ln_view text);

/** Whether valid text holds U+FEFF: it can be written, but only as an escape. */
bool
ln_validity_marked(ln_view text);

#endif
