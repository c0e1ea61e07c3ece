/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_CHECK_DIGIT_H
#define LN_RDF_CHECK_DIGIT_H

#include "base/view.h"

#include <stdbool.h>

/** Numbers whose last character is computed from the others. */
typedef enum {
  LN_CHECK_NONE,
  LN_CHECK_EAN,  ///< bar codes of 8, 12, 13 or 14 digits (GS1 General Specifications, 7.9)
  LN_CHECK_ISBN, ///< 10 characters (ISO 2108:1972) or 13 digits, as EAN
  LN_CHECK_ISNI, ///< 16 characters (ISO 27729; ISO/IEC 7064, MOD 11-2); ORCID, too
  LN_CHECK_ISSN, ///< 8 characters (ISO 3297)
} ln_check_digit;

/** Whether a text is such a number and its last character is right. Hyphens and blanks do not
   count. LN_CHECK_NONE: any text is. */
bool
ln_check_digit_right(ln_check_digit kind, ln_view text);

#endif
