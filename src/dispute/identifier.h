/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_IDENTIFIER_H
#define LN_DISPUTE_IDENTIFIER_H

#include "base/view.h"
#include "dispute/fact_store.h"
#include "dispute/rulebook.h"

#include <stdbool.h>

/** An identifier in another system. */
typedef struct {
  ln_view authority; ///< the name of its rule; of others, the text in front of the value
  ln_view value;
  bool    known; ///< a rule names the authority
} ln_identifier;

/** Read an identifier that is written as an IRI or as `prefix:value`; false if it has no value. A
    rule of kind `authority` tells by its `forms` what may stand in front; else everything up to
    the last `/`, `#` or `:` does. `terms` are those of the book. Views are borrowed from all. */
bool
ln_identifier_read(const ln_rulebook* book,
                   const ln_facts*    terms,
                   ln_view            text,
                   ln_identifier*     identifier);

#endif
