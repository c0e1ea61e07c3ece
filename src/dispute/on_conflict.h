/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_ON_CONFLICT_H
#define LN_DISPUTE_ON_CONFLICT_H

/** What is asserted of a property that can have one value and is given several that do not agree.
 */
typedef enum {
  LN_CONFLICT_ALL,       ///< every value
  LN_CONFLICT_PREFERRED, ///< values that agree with a claim whose rank is preferred
  LN_CONFLICT_NONE,      ///< no value
} ln_on_conflict;

#endif
