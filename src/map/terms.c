/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Whether a mapping names a term of liner's own ontology that there is. The terms are those of the
   JSON-LD context inside the program, which has one for every class and property. It is read only
   when a mapping names a term in that namespace, once a table. */

#include "map/binder.h"

#include "base/fold.h"
#include "base/text.h"
#include "map/embedded.h"

#include <jansson.h>

#define ONTOLOGY "https://w3id.org/liner/ns#"

/* The local name in `ln:name`, as a text or as the `@id` (or `@reverse`) of an object. */
static ln_view
local_name(const json_t* const definition)
{
  const json_t* id = json_object_get(definition, "@id");
  id               = id ? id : json_object_get(definition, "@reverse");
  id               = json_is_object(definition) ? id : definition;
  const ln_view name =
    json_is_string(id) ? (ln_view){json_string_value(id), json_string_length(id)} : LN_V("");
  return ln_view_starts(name, LN_V("ln:")) ? ln_view_from(name, 3U) : LN_V("");
}

static ln_status
add_terms(ln_dict* const terms, json_t* const context)
{
  for (void* at = json_object_iter(context); at; at = json_object_iter_next(context, at)) {
    const ln_view name   = local_name(json_object_iter_value(at));
    uint32_t      number = 0U;
    LN_TRY(name.n > 0U ? ln_dict_add(terms, name, &number, NULL) : LN_OK);
  }
  return LN_OK;
}

static ln_status
read_terms(ln_binder* const b)
{
  const ln_embedded* const file = ln_embedded_find(LN_V("context.jsonld"));
  json_error_t             error;
  b->terms = ln_dict_new();
  if (!file || !b->terms) {
    return LN_NO_MEM;
  }
  json_t* const tree = json_loadb(file->bytes.s, file->bytes.n, 0, &error);
  ln_status     st   = tree ? add_terms(b->terms, json_object_get(tree, "@context")) : LN_NO_MEM;
  json_decref(tree);
  return st;
}

static ln_status
report_term(ln_binder* const b, const ln_view path, const ln_view local)
{
  ln_nearest nearest = {.word = local};
  ln_text    hint    = {0};
  const bool plain   = !b->binding->mapping->extended;
  for (uint32_t i = 0U; i < ln_dict_size(b->terms); ++i) {
    ln_nearest_offer(&nearest, ln_dict_key(b->terms, i), ln_dict_key(b->terms, i));
  }
  ln_status st = ln_nearest_text(&nearest, &hint);
  if (st == LN_OK) {
    st = ln_bind_remark(b,
                        plain ? LN_L0425 : LN_L0423,
                        path,
                        ln_text_view(&hint),
                        "the ontology has no term %s",
                        ln_shown(b->log, local));
  }
  ln_text_clear(&hint);
  return st;
}

ln_status
ln_bind_term(ln_binder* const b, const ln_view iri, const ln_view path)
{
  const ln_view stem = LN_V(ONTOLOGY);
  if (!ln_view_starts(iri, stem) || iri.n == stem.n) {
    return LN_OK;
  }
  LN_TRY(b->terms ? LN_OK : read_terms(b));
  const ln_view local = ln_view_from(iri, stem.n);
  return ln_dict_find(b->terms, local) != LN_DICT_NONE ? LN_OK : report_term(b, path, local);
}
