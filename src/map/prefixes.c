/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Prefixed names in a mapping. What the extension `prefixes` declares goes before what every CSVW
   document may use (rdf/prefix.h): whoever declares a prefix means it. Plain CSVW declares none. */

#include "map/mapping.h"

#include "rdf/iri.h"
#include "rdf/prefix.h"

ln_status
ln_mapping_expand(const ln_mapping* const mapping,
                  const ln_view           base,
                  const ln_view           name,
                  ln_text* const          out)
{
  const size_t  colon  = ln_view_find(name, ':');
  const ln_view prefix = ln_view_first(name, colon);
  if (colon == name.n || ln_view_starts(ln_view_from(name, colon), LN_V("://"))) {
    return ln_prefix_expand(name, out);
  }
  for (size_t i = 0U; i < mapping->n_prefixes; ++i) {
    if (ln_view_equals(prefix, mapping->prefixes[i][0])) {
      LN_TRY(ln_iri_resolve(base, mapping->prefixes[i][1], out));
      return ln_text_add(out, ln_view_from(name, colon + 1U));
    }
  }
  return ln_prefix_expand(name, out);
}
