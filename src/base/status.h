/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_STATUS_H
#define LN_BASE_STATUS_H

/** Why control flow unwinds. A fault in the *data* is a diagnostic (base/diag.h), never a status.
 */
typedef enum {
  LN_OK,     ///< done
  LN_END,    ///< nothing more to read
  LN_STOP,   ///< policy (--strict, --max-errors) or the user asked to stop; already reported
  LN_NO_MEM, ///< out of memory
  LN_IO,     ///< input or output failed; already reported where a path is known
  LN_USAGE,  ///< the caller asked for something impossible; already reported
} ln_status;

/** Result must be looked at. */
#define LN_MUST __attribute__((warn_unused_result))

/** printf-like, for compile-time checks; parameter numbers from 1. */
#define LN_PRINTF(position, first) __attribute__((format(printf, position, first)))

/** Return from the enclosing function if `expression` is not LN_OK. */
#define LN_TRY(expression)                                                                         \
  do {                                                                                             \
    const ln_status ln_try_status_ = (expression);                                                 \
    if (ln_try_status_ != LN_OK) {                                                                 \
      return ln_try_status_;                                                                       \
    }                                                                                              \
  } while (0)

/** A short English description, static storage. */
const char*
ln_status_text(ln_status status);

/** What an errno means, static storage. */
const char*
ln_errno_text(int code);

#endif
