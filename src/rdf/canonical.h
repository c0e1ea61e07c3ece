/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_CANONICAL_H
#define LN_RDF_CANONICAL_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "rdf/datatype.h"

/** Append bytes that are the same for the same value, whatever it is written like, and different
   for different values: keys are compared by value ("Model for Tabular Data", section 6.6). Numbers
   of all datatypes are compared with each other, by the number that is written, without rounding;
   dates and times with a zone by instant; all that is text by its characters. `lexical` is a
   lexical form of `datatype`; NULL stands for a plain string. These bytes are no lexical form. */
LN_MUST ln_status
ln_canonical_add(const ln_datatype* datatype, ln_view lexical, ln_text* out);

#endif
