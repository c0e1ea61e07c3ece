/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_NAME_KEY_H
#define LN_DISPUTE_NAME_KEY_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>

/** Append what ways to write one name have in common: folded (base/fold.h), letters and digits
   alone. With `turned`, what stands behind the first comma comes first: `Cozens, John-Robert` is
   turned as `John Robert Cozens` is. Nothing is appended if there are neither letters nor digits.
   `room` is used. */
LN_MUST ln_status
ln_name_key(ln_view name, bool turned, ln_text* room, ln_text* key);

/** Which words two texts share, once folded. */
typedef struct {
  bool first;  ///< all words of the first stand in the second
  bool second; ///< all words of the second stand in the first
  bool any;    ///< one of three letters or more stands in both
} ln_shared_words;

/** `x` and `y` are room for it. */
LN_MUST ln_status
ln_words_share(ln_view a, ln_view b, ln_text* x, ln_text* y, ln_shared_words* shared);

#endif
