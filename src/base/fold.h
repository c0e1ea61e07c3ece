/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_FOLD_H
#define LN_BASE_FOLD_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>

/** How people write the same name differently, and how names become ids. All input is valid UTF-8;
 * output is appended. */

/** The form in which names are compared: NFKD, case folded, special letters spelt out (ß ss, ø o,
   æ ae, ł l …), apostrophes and quotation marks dropped, hyphens, dashes, underscores and white
   space each run one blank, trimmed. Marks of Latin, Greek, Cyrillic, Hebrew and Arabic are
   removed; those of other scripts are as good as letters. `Maná` and `mana`, `O’Hara` and `o'hara`,
   `birth_place` and `Birth place` fold alike; `&` and other signs stay. */
LN_MUST ln_status
ln_fold(ln_view v, ln_text* out);

/** An id made of a name: ASCII lower-case letters and digits, runs of anything else one `-`, none
   at the ends, never `--`; Greek and Cyrillic letters are transliterated, apostrophes vanish.
   Starts with a letter (`x` is put before a digit). A name without any such letter or digit, or
   whose slug is longer than 120 bytes, becomes `x` and the first 26 base32 characters (lower case)
   of the SHA-256 of its NFC form. Empty input gives the empty slug. */
LN_MUST ln_status
ln_slug(ln_view name, ln_text* out);

/** An id typed by a person or given by another system: ASCII letters (case kept), digits, `-` and
   `_` stay, `:` `/` and blanks become `-`, anything else is transliterated as in ln_slug without
   changing case; runs of `-` become one, `x` is put before a non-letter at the start. White space
   at the ends is dropped. Text without any ASCII letter or digit is hashed as in ln_slug.
    `imdb:nm0001104` gives `imdb-nm0001104`. */
LN_MUST ln_status
ln_id(ln_view text, ln_text* out);

/** The same, for what stands behind another component of an id (`grammy--2007`): may begin with a
    digit. */
LN_MUST ln_status
ln_slug_inner(ln_view name, ln_text* out);

LN_MUST ln_status
ln_id_inner(ln_view text, ln_text* out);

/** Whether `v` has the form of an id as it stands: ASCII letters, digits, `-`, `_`, starts with a
 * letter, no `--`. */
bool
ln_is_id(ln_view v);

/** Edits (insert, delete, replace, swap of neighbours, in bytes) between two folded names, at most
   `limit + 1`. Limits beyond LN_DISTANCE_MAX count as that. */
enum { LN_DISTANCE_MAX = 64 };

size_t
ln_distance(ln_view a, ln_view b, size_t limit);

/** For "did you mean": offer candidates one by one, read the best few. Only candidates within a
   third of the word's length (at least 1, at most 4 edits) count, or that begin with or contain the
   whole word when it has 4 bytes or more. Ties keep the order of offering. */
enum { LN_NEAREST_MAX = 3 };

typedef struct {
  ln_view word;                 ///< folded
  ln_view name[LN_NEAREST_MAX]; ///< as offered, best first
  size_t  distance[LN_NEAREST_MAX];
  size_t  n;
} ln_nearest;

/** `folded` is compared; `name` is what will be shown. Both borrowed until the caller has read the
 * result. */
void
ln_nearest_offer(ln_nearest* nearest, ln_view folded, ln_view name);

/** Append `did you mean "x", "y" or "z"?`, or nothing if there are no candidates. */
LN_MUST ln_status
ln_nearest_text(const ln_nearest* nearest, ln_text* out);

#endif
