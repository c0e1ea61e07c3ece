/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_REMARK_H
#define LN_DISPUTE_REMARK_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "dispute/card.h"
#include "dispute/rulebook.h"

#include <stddef.h>
#include <stdint.h>

/** A thing that a remark is about, or one value of it, and its cell. */
typedef struct {
  size_t   side; ///< number of the input
  ln_view  thing;
  ln_view  name;
  ln_view  value; ///< empty: the thing alone
  uint64_t row;
  uint64_t line;
  uint64_t column;
  uint32_t source;
  uint32_t field;
} ln_remark_item;

/** What the words of a remark about a pair are about. */
typedef enum {
  LN_NOTED_BY,     ///< what the pair is known by
  LN_NOTED_AGREE,  ///< rules of properties that agree
  LN_NOTED_DIFFER, ///< that do not
  LN_NOTED_FIRST,  ///< that only the first has
  LN_NOTED_SECOND, ///< that only the second has
  LN_NOTES
} ln_noted;

/** One thing that a comparison has found; gravity LN_GRAVITIES: that two things are one, or may be.
 */
typedef struct {
  size_t                gravity;
  uint64_t              order; ///< those of one gravity are told by this, then as they came
  ln_view               rule;
  ln_view               says;
  ln_view               notes[LN_NOTES]; ///< words with blanks between; empty for other remarks
  const ln_remark_item* items;
  size_t                n;
} ln_remark;

/** Remarks in a temporary file, and their order: the gravest first. */
typedef struct ln_remarks ln_remarks;

LN_MUST ln_status
ln_remarks_new(size_t memory, ln_remarks** remarks);

/** NULL is allowed. */
void
ln_remarks_free(ln_remarks* remarks);

/** Add one; everything is copied. */
LN_MUST ln_status
ln_remarks_add(ln_remarks* remarks, const ln_remark* remark);

/** How many there are of one gravity. */
uint64_t
ln_remarks_count(const ln_remarks* remarks, size_t gravity);

/** The next, in order, borrowed until the next call; LN_END after the last. */
LN_MUST ln_status
ln_remarks_next(ln_remarks* remarks, const ln_remark** remark);

/** Why a call gave LN_IO, as a sentence for people; empty if none did. */
const char*
ln_remarks_error(const ln_remarks* remarks);

#endif
