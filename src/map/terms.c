/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Whether a mapping names a term of liner's own ontology that there is. The classes and properties
   are those of the JSON-LD context inside the program, which is read only when a mapping names a
   term in that namespace, once a table. The words of a vocabulary are those of its code list there,
   which is named in the plural: `vocab/role/` has the words of roles.csv. */

#include "map/binder.h"

#include "base/fold.h"
#include "base/text.h"
#include "map/embedded.h"

#include <jansson.h>

#define ONTOLOGY "https://w3id.org/liner/ns#"
#define VOCABULARIES "https://w3id.org/liner/vocab/"

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

/* `what` is what lacks the term; the nearest of `terms` is offered. */
static ln_status
report_term(ln_binder* const     b,
            const ln_view        path,
            const ln_dict* const terms,
            const ln_view        what,
            const ln_view        local)
{
  ln_nearest nearest = {.word = local};
  ln_text    hint    = {0};
  const bool plain   = !b->binding->mapping->extended;
  for (uint32_t i = 0U; i < ln_dict_size(terms); ++i) {
    ln_nearest_offer(&nearest, ln_dict_key(terms, i), ln_dict_key(terms, i));
  }
  ln_status st = ln_nearest_text(&nearest, &hint);
  if (st == LN_OK) {
    st = ln_bind_remark(b,
                        plain ? LN_L0425 : LN_L0423,
                        path,
                        ln_text_view(&hint),
                        "the %.*s has no term %s",
                        (int)what.n,
                        what.s,
                        ln_shown(b->log, local));
  }
  ln_text_clear(&hint);
  return st;
}

/* The code list of a vocabulary; NULL if there is none. */
static ln_status
find_list(const ln_view folder, const ln_embedded** const list)
{
  const bool y    = ln_view_ends(folder, LN_V("y"));
  ln_text    name = {0};
  ln_status  st   = ln_text_add(&name, ln_view_first(folder, folder.n - (y ? 1U : 0U)));
  st              = st == LN_OK ? ln_text_add(&name, y ? LN_V("ies.csv") : LN_V("s.csv")) : st;
  *list           = st == LN_OK ? ln_embedded_find(ln_text_view(&name)) : NULL;
  ln_text_clear(&name);
  return st;
}

/* The first cells of a code list, which hold its words and are never quoted. */
static ln_status
read_words(const ln_view list, ln_dict* const words)
{
  ln_view rest = ln_view_from(list, ln_view_find(list, '\n') + 1U);
  while (rest.n > 0U) {
    const ln_view line   = ln_view_first(rest, ln_view_find(rest, '\n'));
    const ln_view word   = ln_view_first(line, ln_view_find(line, ','));
    uint32_t      number = 0U;
    LN_TRY(word.n > 0U ? ln_dict_add(words, word, &number, NULL) : LN_OK);
    rest = ln_view_from(rest, line.n + 1U);
  }
  return LN_OK;
}

/* A word of a vocabulary, or a vocabulary itself. */
static ln_status
bind_word(ln_binder* const b, const ln_view name, const ln_view path)
{
  const ln_view      folder = ln_view_first(name, ln_view_find(name, '/'));
  const ln_view      word   = ln_view_from(name, folder.n + 1U);
  const ln_embedded* list   = NULL;
  ln_dict* const     words  = ln_dict_new();
  ln_text            what   = {0};
  ln_status          st     = words ? find_list(folder, &list) : LN_NO_MEM;
  if (st == LN_OK && list) {
    st = read_words(list->bytes, words);
    st = st == LN_OK ? ln_text_format(&what, "vocabulary %.*s", (int)folder.n, folder.s) : st;
  } else if (st == LN_OK) {
    st = ln_text_add(&what, LN_V("ontology"));
  }
  if (st == LN_OK && (!list || (word.n > 0U && ln_dict_find(words, word) == LN_DICT_NONE))) {
    st = report_term(b, path, words, ln_text_view(&what), list ? word : name);
  }
  ln_text_clear(&what);
  ln_dict_free(words);
  return st;
}

ln_status
ln_bind_term(ln_binder* const b, const ln_view iri, const ln_view path)
{
  const ln_view stem  = LN_V(ONTOLOGY);
  const ln_view words = LN_V(VOCABULARIES);
  if (ln_view_starts(iri, words) && iri.n > words.n) {
    return bind_word(b, ln_view_from(iri, words.n), path);
  }
  if (!ln_view_starts(iri, stem) || iri.n == stem.n) {
    return LN_OK;
  }
  LN_TRY(b->terms ? LN_OK : read_terms(b));
  const ln_view local = ln_view_from(iri, stem.n);
  return ln_dict_find(b->terms, local) != LN_DICT_NONE
           ? LN_OK
           : report_term(b, path, b->terms, LN_V("ontology"), local);
}
