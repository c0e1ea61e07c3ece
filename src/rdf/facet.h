/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_FACET_H
#define LN_RDF_FACET_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "rdf/builtin.h"
#include "rdf/datatype.h"
#include "rdf/datetime.h"
#include "rdf/duration.h"
#include "rdf/number.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Constraints of "Metadata Vocabulary for Tabular Data", section 5.11.2: lengths and ranges. */

/** A value that has an order; which member counts follows from the kind of the datatype. */
typedef union {
  ln_number   number;
  ln_datetime datetime;
  ln_duration duration;
} ln_value;

typedef struct {
  ln_view  text; ///< as declared; empty: no bound
  ln_value value;
  bool     exclusive;
} ln_bound;

typedef struct {
  bool     has_length;
  size_t   least, most; ///< characters, or octets of binary datatypes
  ln_bound minimum, maximum;
} ln_facets;

/** Whether datatypes of this kind can have a minimum and maximum. */
bool
ln_facet_ordered(ln_builtin_kind kind);

/** Read a value of an ordered datatype from its XSD form. NULL, or a static sentence part. */
const char*
ln_facet_value(const ln_builtin* builtin, ln_view text, ln_value* value);

/** LN_USAGE with a sentence in `problem` if the declaration is wrong. */
LN_MUST ln_status
ln_facets_new(ln_arena*               arena,
              const ln_datatype_spec* spec,
              const ln_builtin*       builtin,
              ln_facets*              facets,
              ln_text*                problem);

/** LN_OK; LN_END with a sentence part appended to `problem` if a facet is violated; LN_NO_MEM. */
LN_MUST ln_status
ln_facets_check_value(const ln_facets* facets,
                      ln_builtin_kind  kind,
                      const ln_value*  value,
                      ln_text*         problem);

/** As above, for a length; `unit` is `characters` or `octets`. */
LN_MUST ln_status
ln_facets_check_length(const ln_facets* facets, size_t length, const char* unit, ln_text* problem);

#endif
