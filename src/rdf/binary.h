/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_BINARY_H
#define LN_RDF_BINARY_H

#include "rdf/number.h"

#include <stdbool.h>
#include <stdint.h>

/** The two binary types of XML Schema 1.1, part 2, sections 3.3.4 and 3.3.5. */
typedef enum { LN_BINARY_FLOAT, LN_BINARY_DOUBLE } ln_binary_type;

/** A value of one of them: mantissa times two to the power of exponent. The mantissa is odd; of
    zero both are 0. */
typedef struct {
  ln_number_class kind;
  bool            negative;
  uint64_t        mantissa;
  int             exponent;
} ln_binary;

/** The value that is nearest to a number, of two the one with an even last bit (IEEE 754, 4.3.1);
    infinite if it is too large. */
void
ln_binary_round(const ln_number* number, ln_binary_type type, ln_binary* binary);

#endif
