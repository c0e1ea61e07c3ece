/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A triple as bytes in value space. Parts are separated by a byte that no IRI has; a literal of a
   built-in datatype is written as its value, of any other as it stands with its datatype behind it.
   Datatypes are compiled when they are first met. */

#include "store/value_key.h"

#include "rdf/builtin.h"
#include "rdf/canonical.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

/* Of the built-in datatypes only those of XML Schema, the rest has no values but its texts. */
static ln_status
find_datatype(ln_value_keys* const keys, const ln_view iri, const ln_datatype** const datatype)
{
  size_t            i     = 0U;
  const ln_builtin* found = NULL;
  *datatype               = NULL;
  if (!ln_view_starts(iri, LN_V(XSD))) {
    return LN_OK;
  }
  while ((found = ln_builtin_at(i)) != NULL && !ln_view_equals(ln_view_of(found->iri), iri)) {
    ++i;
  }
  if (!found || i >= LN_VALUE_DATATYPES) {
    return LN_OK;
  }
  if (!keys->datatypes[i]) {
    const ln_datatype_spec spec    = {.base = ln_view_of(found->name)};
    ln_text                problem = {0};
    const ln_status        st = ln_datatype_new(&keys->arena, &spec, &keys->datatypes[i], &problem);
    ln_text_clear(&problem);
    LN_TRY(st);
  }
  *datatype = keys->datatypes[i];
  return LN_OK;
}

static ln_status
add_small(const ln_view tag, ln_text* const out)
{
  for (size_t i = 0U; i < tag.n; ++i) {
    const char c = tag.s[i];
    LN_TRY(ln_text_add_byte(out, (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c)));
  }
  return LN_OK;
}

static ln_status
add_literal(ln_value_keys* const keys, const ln_read_term* const term, ln_text* const out)
{
  const ln_datatype* datatype = NULL;
  LN_TRY(ln_text_add_byte(out, '"'));
  if (term->lang.n > 0U) {
    LN_TRY(add_small(term->lang, out));
    LN_TRY(ln_text_add_byte(out, '@'));
    return ln_text_add(out, term->text);
  }
  LN_TRY(find_datatype(keys, term->datatype, &datatype));
  LN_TRY(ln_canonical_add(datatype, term->text, out));
  if (datatype || term->datatype.n == 0U) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(out, LN_V("\n^")));
  return ln_text_add(out, term->datatype);
}

ln_status
ln_value_key_add(ln_value_keys* const keys, const ln_read_triple* const triple, ln_text* const out)
{
  LN_TRY(ln_text_add(out, triple->subject.text));
  LN_TRY(ln_text_add_byte(out, '\n'));
  LN_TRY(ln_text_add(out, triple->predicate.text));
  LN_TRY(ln_text_add_byte(out, '\n'));
  return triple->object.kind == LN_LITERAL ? add_literal(keys, &triple->object, out)
                                           : ln_text_add(out, triple->object.text);
}

void
ln_value_keys_clear(ln_value_keys* const keys)
{
  for (size_t i = 0U; i < LN_VALUE_DATATYPES; ++i) {
    ln_datatype_clear(keys->datatypes[i]);
  }
  ln_arena_clear(&keys->arena);
  *keys = (ln_value_keys){0};
}
