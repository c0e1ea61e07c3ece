/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A context that makes way. `ln:x` can be an IRI of the scheme ln, and then `ln` must not be a
   prefix where it is read. The term is taken back in an element of its own behind the others, so
   that terms which were defined with its help keep their meaning. Only before the first IRI has
   been written. */

#include "sink/context_inner.h"
#include "sink/escape.h"

#define END "\n  ]" /* of the text of every context */

static ln_status
print_null(const ln_view name, ln_text* const text)
{
  text->n -= sizeof(END) - 1U;
  LN_TRY(ln_text_add(text, LN_V(",\n    {\"")));
  LN_TRY(ln_text_reserve(text, ln_escape_bound(name.n)));
  text->n = (size_t)(ln_escape(text->s + text->n, name, LN_ESCAPE_JSON) - text->s);
  LN_TRY(ln_text_add(text, LN_V("\": null}")));
  return ln_text_add(text, LN_V(END));
}

ln_status
ln_context_yield(ln_context* const context, const ln_view iri, bool* const changed)
{
  const ln_view  scheme = ln_view_first(iri, ln_view_find(iri, ':'));
  const uint32_t number = ln_dict_find(context->names, scheme);
  *changed = scheme.n < iri.n && number != LN_DICT_NONE && context->terms[number].prefix;
  if (!*changed) {
    return LN_OK;
  }
  ln_context_term* const term = &context->terms[number];
  term->prefix                = false;
  term->usable                = false;
  term->scope                 = LN_SCOPE_OTHER; /* so that nothing is called by its name */
  return print_null(term->name, &context->text);
}
