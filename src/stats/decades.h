/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STATS_DECADES_H
#define LN_STATS_DECADES_H

#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** How many dates fall into each decade. */
typedef struct ln_decades ln_decades;

/** What a literal may say of a year. */
typedef enum {
  LN_YEAR_NONE,   ///< no date
  LN_YEAR_EDTF,   ///< EDTF
  LN_YEAR_FIRST,  ///< the year comes first: xsd:date, dateTime, gYear, gYearMonth
  LN_YEAR_NUMBER, ///< an integer, which is a year if the property says so
} ln_year_kind;

/** By the IRI of a datatype. */
ln_year_kind
ln_year_kind_of(ln_view datatype);

/** Whether the name of a property tells that its numbers are years: it ends in `year`, in any case
   of letters. */
bool
ln_year_property(ln_view iri);

LN_MUST ln_status
ln_decades_new(ln_decades** decades);

/** NULL is allowed. */
void
ln_decades_free(ln_decades* decades);

/** Count a date. Of an interval that of its beginning, unless its decade is the same all through;
   where the decade is open (`18XX`, `../1990`) or the year beyond 20000, it counts as open. */
void
ln_decades_add(ln_decades* decades, ln_year_kind kind, ln_view value);

/** Dates without a decade. */
uint64_t
ln_decades_open(const ln_decades* decades);

/** Number of decades from the first that has dates to the last; `*first` gets the first year of
   the first. 0: there are none. */
size_t
ln_decades_span(const ln_decades* decades, int64_t* first);

/** Dates of the i-th decade of the span. */
uint64_t
ln_decades_at(const ln_decades* decades, size_t i);

#endif
