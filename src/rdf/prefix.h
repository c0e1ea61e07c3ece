/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_PREFIX_H
#define LN_RDF_PREFIX_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>

/** Append a prefixed name (`schema:name`) whose prefix the context of CSVW knows as a whole IRI;
    else append nothing. */
LN_MUST ln_status
ln_prefix_expand(ln_view name, ln_text* out);

/** The i-th prefix that is known, or the empty view. Static. */
ln_view
ln_prefix_at(size_t i);

/** Whether IRIs begin so: a scheme that is registered (IANA, "Uniform Resource Identifier (URI)
    Schemes") and in use, without the colon; case counts not. */
bool
ln_scheme_known(ln_view scheme);

#endif
