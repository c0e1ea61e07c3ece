/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triples as a store takes them: its terms one behind the other, each with its length, so that no
   two triples give the same bytes but those that are one. */

#include "store/quirk_triple.h"

typedef ln_status (*quirk_func)(const ln_store_kind* kind, const ln_quirk_term* term, ln_text* key);

static ln_status
add_term(const ln_store_kind* const kind,
         const ln_read_term* const  term,
         const quirk_func           add,
         ln_text* const             key)
{
  const ln_quirk_term quirk = {
    .kind = term->kind, .text = term->text, .datatype = term->datatype, .lang = term->lang};
  const size_t before = key->n;
  LN_TRY(ln_text_format(key, "%d", (int)term->kind));
  LN_TRY(term->kind == LN_IRI || term->kind == LN_LITERAL ? add(kind, &quirk, key)
                                                          : ln_text_add(key, term->text));
  return ln_text_format(key, "\n%zu\n", key->n - before);
}

static ln_status
add_triple(const ln_store_kind* const  kind,
           const ln_read_triple* const triple,
           const quirk_func            add,
           ln_text* const              key)
{
  LN_TRY(add_term(kind, &triple->subject, add, key));
  LN_TRY(add_term(kind, &triple->predicate, add, key));
  return add_term(kind, &triple->object, add, key);
}

ln_status
ln_quirk_triple_key(const ln_store_kind* const  kind,
                    const ln_read_triple* const triple,
                    ln_text* const              key)
{
  return add_triple(kind, triple, ln_quirk_key, key);
}

ln_status
ln_quirk_triple_shown(const ln_store_kind* const  kind,
                      const ln_read_triple* const triple,
                      ln_text* const              key)
{
  return add_triple(kind, triple, ln_quirk_shown, key);
}
