/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_ORDER_H
#define LN_RDF_ORDER_H

#include "base/view.h"
#include "rdf/datatype.h"

#include <stdbool.h>

/** Which of two values comes first, also of different datatypes (`compare`, docs/mapping.md):
   numbers by value, durations and times as XML Schema has it, dates by the days that they can mean.
   A year may be an integer. */

/** Whether values of the two datatypes have an order at all. */
bool
ln_order_exists(const ln_datatype* a, const ln_datatype* b);

/** Whether `x` certainly comes before `y`, both in their lexical forms: 1969 before 1970-05, but
   196X not before 1965. `or_same`: or at the very same point. False where nothing is certain. */
bool
ln_order_before(const ln_datatype* a, ln_view x, const ln_datatype* b, ln_view y, bool or_same);

#endif
