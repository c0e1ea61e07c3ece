/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_UTF8_H
#define LN_BASE_UTF8_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdint.h>

/** Offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7), or
 * `v.n`. */
size_t
ln_utf8_valid(ln_view v);

/** Decode one code point of *valid* UTF-8 at `*at` and step behind it. */
uint32_t
ln_utf8_next(ln_view v, size_t* at);

/** Write a code point (not a surrogate, at most U+10FFFF); returns the number of bytes, 1 to 4. */
size_t
ln_utf8_put(uint32_t code, char out[4]);

/** Number of code points in valid UTF-8. */
size_t
ln_utf8_count(ln_view v);

/** Append `v` in NFC (UAX 15). `v` is valid UTF-8. */
LN_MUST ln_status
ln_utf8_nfc(ln_view v, ln_text* out);

#endif
