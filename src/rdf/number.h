/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_NUMBER_H
#define LN_RDF_NUMBER_H

#include "base/view.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum { LN_FINITE, LN_INF, LN_NAN } ln_number_class;

/** A number in its XSD lexical form, cut into its parts; exact, whatever its length. Borrows. */
typedef struct {
  ln_view         integer;  ///< digits before the point, maybe none
  ln_view         fraction; ///< digits behind it, maybe none
  int64_t         exponent;
  ln_number_class kind;
  bool            negative;
  bool            has_point;
  bool            has_exponent;
} ln_number;

/** Read `[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?`, `INF`, `+INF`, `-INF`, `NaN`. */
bool
ln_number_parse(ln_view v, ln_number* number);

/** -1, 0, 1 by exact value. Neither is NaN. */
int
ln_number_compare(const ln_number* a, const ln_number* b);

/** Whether the value is a whole number (finite, no exponent, nothing but zeroes behind the point).
 */
bool
ln_number_whole(const ln_number* number);

#endif
