/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_PASSAGE_H
#define LN_BASE_PASSAGE_H

#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Quotations in a text. Both are compared in normal form KD (UAX 15: the same as if both were in
   KC), with invisible characters dropped, white space of any length as one blank and none at the
   ends of a quotation, typographic quotation marks and apostrophes as the plain ones, and dashes
   and hyphens as `-`. Case counts. Positions are counted in code points of the text as it stands,
    from 0. A quotation begins and ends with whole characters of the text. */
typedef struct ln_passages ln_passages;

/** Take over a text, which is valid UTF-8; 8 bytes of memory for each of its characters. */
LN_MUST ln_status
ln_passages_new(ln_view text, ln_passages** passages);

/** NULL is allowed. */
void
ln_passages_free(ln_passages* passages);

/** Code points of the text. */
uint64_t
ln_passages_size(const ln_passages* passages);

/** Whether a quotation stands at `start`; `*end` is then the position behind it. A quotation in
    which nothing is left to compare stands nowhere. */
LN_MUST ln_status
ln_passages_at(
  const ln_passages* passages, ln_view quote, uint64_t start, uint64_t* end, bool* yes);

/** Look for a quotation with the others that are added, as near to `near` as it can be had; numbers
    count from 0. */
LN_MUST ln_status
ln_passages_add(ln_passages* passages, ln_view quote, uint64_t near, uint32_t* number);

/** Look for all that was added, in one pass over the text: time grows with the text, the quotations
    and the places, not with their product. */
LN_MUST ln_status
ln_passages_find(ln_passages* passages);

typedef struct {
  uint64_t n;     ///< places where it stands
  uint64_t start; ///< of the nearest
  uint64_t end;
} ln_passage;

/** What was found of a quotation. */
ln_passage
ln_passages_found(const ln_passages* passages, uint32_t number);

#endif
