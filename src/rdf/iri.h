/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_IRI_H
#define LN_RDF_IRI_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>

/** Whether `iri` is an absolute IRI (RFC 3987, with a scheme) that can stand between `<` and `>` in
   every RDF syntax as it is. If not, `*problem` (may be NULL) gets a static sentence part such as
   `it contains a blank`. */
bool
ln_iri_valid(ln_view iri, const char** problem);

/** Resolve a reference against an absolute base (RFC 3986, section 5.2, strict; on IRIs) and append
 * the result. */
LN_MUST ln_status
ln_iri_resolve(ln_view base, ln_view reference, ln_text* out);

/** Simple expansion of RFC 6570, section 3.2.2: every byte outside A-Z a-z 0-9 - . _ ~ as %XX.
 * Appends. */
LN_MUST ln_status
ln_iri_encode(ln_view value, ln_text* out);

/** Reserved expansion, section 3.2.3: reserved characters and percent-triplets stay. Appends. */
LN_MUST ln_status
ln_iri_encode_reserved(ln_view value, ln_text* out);

/** Append `iri` with what an IRIREF cannot hold (blanks, controls, `<>"{}|^\``) percent-encoded;
 * everything else stays. */
LN_MUST ln_status
ln_iri_mend(ln_view iri, ln_text* out);

/** Whether `tag` is a well-formed language tag (BCP 47, RFC 5646 section 2.2.9 well-formed). */
bool
ln_lang_valid(ln_view tag);

/** Whether bytes are LN_CLEAN as a local name (see rdf/term.h). */
bool
ln_iri_clean(ln_view local);

#endif
