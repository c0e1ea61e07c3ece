/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A JSON-LD context: parsed from JSON, or made of the prefixes of the plan when there is none. A
   context that refers to another document is refused, since its terms would be unknown and could
   change what is written. Immutable once made, so workers share it. */

#include "sink/context.h"

#include "base/memory.h"
#include "sink/context_inner.h"
#include "sink/escape.h"

#include <jansson.h>

/** Aliases of `@id` and `@type`: the first of each. */
static void
find_aliases(ln_context* const c)
{
  c->id_key   = LN_V("@id");
  c->type_key = LN_V("@type");
  for (size_t i = ln_dict_size(c->names); i-- > 0U;) {
    const ln_context_term* const t = &c->terms[i];
    if (!t->odd && ln_view_equals(t->iri, LN_V("@id"))) {
      c->id_key = t->name;
    } else if (!t->odd && ln_view_equals(t->iri, LN_V("@type"))) {
      c->type_key = t->name;
      c->type_set = t->set;
    }
  }
}

/** A context of the prefixes of the plan. */
static ln_status
make_json(const ln_names* const names, ln_text* const json)
{
  size_t                 n        = 0U;
  const ln_prefix* const prefixes = ln_names_prefixes(names, &n);
  LN_TRY(ln_text_add(json, LN_V("{\"@context\":{\"@version\":1.1")));
  for (size_t i = 0U; i < n; ++i) {
    const bool    simple = ln_context_delimited(prefixes[i].iri);
    const ln_view iri    = prefixes[i].iri;
    if (prefixes[i].name.n == 0U) {
      continue; // a term cannot be the empty string
    }
    LN_TRY(ln_text_add(json, LN_V(",\"")));
    LN_TRY(ln_text_add(json, prefixes[i].name));
    LN_TRY(ln_text_add(json, simple ? LN_V("\":\"") : LN_V("\":{\"@prefix\":true,\"@id\":\"")));
    LN_TRY(ln_text_reserve(json, ln_escape_bound(iri.n)));
    json->n = (size_t)(ln_escape(json->s + json->n, iri, LN_ESCAPE_JSON) - json->s);
    LN_TRY(ln_text_add(json, simple ? LN_V("\"") : LN_V("\"}")));
  }
  return ln_text_add(json, LN_V("}}"));
}

/** Everything after the JSON has been parsed. */
static ln_status
build(ln_context* const c, json_t* const value, const ln_view base)
{
  c->names = ln_dict_new();
  c->iris  = ln_dict_new();
  if (!c->names || !c->iris) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_context_read(c, value));
  find_aliases(c);
  c->base = ln_arena_copy(&c->arena, base);
  if (!c->base.s) {
    return LN_NO_MEM;
  }
  c->folder = ln_context_folder(c->base);
  return ln_context_print(value, base, &c->text);
}

static ln_status
parse(const ln_view json, json_t** const document, json_t** const value)
{
  json_error_t error = {0};
  *document          = json_loadb(json.s, json.n, JSON_REJECT_DUPLICATES, &error);
  if (!*document) {
    return json_error_code(&error) == json_error_out_of_memory ? LN_NO_MEM : LN_USAGE;
  }
  *value = json_object_get(*document, "@context");
  return *value ? LN_OK : LN_USAGE;
}

ln_status
ln_context_new(const ln_names* const names,
               const ln_view         json,
               const ln_view         base,
               ln_context** const    context)
{
  ln_context* const c = (ln_context*)ln_alloc_zero(1U, sizeof(ln_context));
  if (!c) {
    return LN_NO_MEM;
  }
  ln_text   made     = {NULL, 0U, 0U};
  json_t*   document = NULL;
  json_t*   value    = NULL;
  ln_status status   = json.n == 0U ? make_json(names, &made) : LN_OK;
  if (status == LN_OK) {
    status = parse(json.n == 0U ? ln_text_view(&made) : json, &document, &value);
  }
  if (status == LN_OK) {
    status = build(c, value, base);
  }
  json_decref(document);
  ln_text_clear(&made);
  if (status != LN_OK) {
    ln_context_free(c);
    return status;
  }
  *context = c;
  return LN_OK;
}

void
ln_context_free(ln_context* const context)
{
  if (!context) {
    return;
  }
  ln_dict_free(context->names);
  ln_dict_free(context->iris);
  ln_free(context->terms);
  ln_free(context->heads);
  ln_arena_clear(&context->arena);
  ln_text_clear(&context->text);
  ln_free(context);
}

ln_view
ln_context_text(const ln_context* const context)
{
  return ln_text_view(&context->text);
}

size_t
ln_context_terms(const ln_context* const context)
{
  return ln_dict_size(context->names);
}

const ln_context_term*
ln_context_term_at(const ln_context* const context, const uint32_t term)
{
  return &context->terms[term];
}

uint32_t
ln_context_find(const ln_context* const context, const ln_view iri)
{
  const uint32_t number = ln_dict_find(context->iris, iri);
  return number == LN_DICT_NONE ? LN_CONTEXT_NONE : context->heads[number];
}

ln_view
ln_context_id_key(const ln_context* const context)
{
  return context->id_key;
}

ln_view
ln_context_type_key(const ln_context* const context, bool* const set)
{
  *set = context->type_set;
  return context->type_key;
}

bool
ln_context_plain(const ln_context* const context)
{
  return context->language.n == 0U;
}

ln_view
ln_context_vocab(const ln_context* const context)
{
  return context->vocab;
}
