/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_NAMESAKE_H
#define LN_DISPUTE_NAMESAKE_H

#include "dispute/card.h"
#include "dispute/rulebook.h"

/** How two dates stand to each other. */
typedef enum {
  LN_DATES_NONE,  ///< one of them is not told
  LN_DATES_AGREE, ///< one lies inside the other
  LN_DATES_NEAR,  ///< no more years apart than the rule's `near`
  LN_DATES_APART,
  LN_DATES_FAR, ///< more years apart than its `far`
} ln_dates;

/** What the dates of two things of one name tell, the likeliest first. */
typedef enum {
  LN_LIKE_EXACTLY, ///< begin and end agree, as far as they are told, and one of them is
  LN_LIKE_CLOSELY, ///< one of them agrees, or the begin is near
  LN_LIKE_DOUBTFUL,
  LN_LIKE_UNTOLD, ///< there is nothing to tell by
  LN_LIKE_OTHER,  ///< they are far apart: two things
} ln_likeness;

/** By the parameter `from` or `to` of a rule of kind `entity`. */
ln_dates
ln_namesake_dates(const ln_rule* rule, const char* parameter, const ln_card* a, const ln_card* b);

ln_likeness
ln_namesake_judge(const ln_rule* rule, const ln_card* a, const ln_card* b);

#endif
