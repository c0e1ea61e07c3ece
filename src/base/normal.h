/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_NORMAL_H
#define LN_BASE_NORMAL_H

#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The normal forms of UAX 15 that are needed here. */
typedef enum {
  LN_NORMAL_NFC,       ///< composed
  LN_NORMAL_NFKD,      ///< decomposed, compatibility; invisible characters dropped
  LN_NORMAL_NFKD_FOLD, ///< the same, case folded as well
} ln_normal;

/** Code points; the block is to be given back with ln_free. */
typedef struct {
  int32_t* s;
  size_t   n;
} ln_codes;

/** The code points of valid UTF-8 in a normal form. LN_USAGE if it is not valid after all. */
LN_MUST ln_status
ln_normal_codes(ln_view v, ln_normal form, ln_codes* codes);

/** Whether a blank and the accent behind it stand for an accent typed as an apostrophe: normal form
 * KD takes `´` apart like this. */
bool
ln_is_spacing_accent(const ln_codes* codes, size_t at);

/** Whether normal forms have nothing to do. */
bool
ln_is_ascii(ln_view v);

#endif
