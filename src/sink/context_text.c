/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A context as text, in one normal form whatever its author's was: one term a line, so that adding
   a term adds a line. Indented by two, as the first member of the outermost object. */

#include "sink/context_inner.h"
#include "sink/escape.h"

#include <jansson.h>

static int
on_dump(const char* const bytes, const size_t n, void* const self)
{
  return ln_text_add((ln_text*)self, (ln_view){bytes, n}) == LN_OK ? 0 : -1;
}

/** Any value on one line. The only failure left is that of memory. */
static ln_status
print_value(const json_t* const value, ln_text* const text)
{
  const size_t flags = JSON_ENCODE_ANY | JSON_REAL_PRECISION(15);
  return json_dump_callback(value, on_dump, text, flags) == 0 ? LN_OK : LN_NO_MEM;
}

static ln_status
print_string(const ln_view v, ln_text* const text)
{
  LN_TRY(ln_text_reserve(text, ln_escape_bound(v.n) + 2U));
  char* p = text->s + text->n;
  *p++    = '"';
  p       = ln_escape(p, v, LN_ESCAPE_JSON);
  *p++    = '"';
  text->n = (size_t)(p - text->s);
  return LN_OK;
}

static ln_status
print_object(json_t* const object, ln_text* const text)
{
  bool first = true;
  LN_TRY(ln_text_add(text, LN_V("    {")));
  for (void* i = json_object_iter(object); i; i = json_object_iter_next(object, i)) {
    const ln_view key = {json_object_iter_key(i), json_object_iter_key_len(i)};
    LN_TRY(ln_text_add(text, first ? LN_V("\n      ") : LN_V(",\n      ")));
    LN_TRY(print_string(key, text));
    LN_TRY(ln_text_add(text, LN_V(": ")));
    LN_TRY(print_value(json_object_iter_value(i), text));
    first = false;
  }
  return ln_text_add(text, first ? LN_V("}") : LN_V("\n    }"));
}

static ln_status
print_one(json_t* const one, ln_text* const text)
{
  return json_is_object(one) ? print_object(one, text) : ln_text_add(text, LN_V("    null"));
}

ln_status
ln_context_print(void* const made, const ln_view base, ln_text* const text)
{
  json_t* const value = (json_t*)made;
  const size_t  n     = json_array_size(value);
  LN_TRY(ln_text_add(text, LN_V("[\n")));
  if (!json_is_array(value)) {
    LN_TRY(print_one(value, text));
  }
  for (size_t i = 0U; i < n; ++i) {
    LN_TRY(ln_text_add(text, i > 0U ? LN_V(",\n") : LN_V("")));
    LN_TRY(print_one(json_array_get(value, i), text));
  }
  if (base.n > 0U) {
    LN_TRY(ln_text_add(text, LN_V(",\n    {\"@base\": ")));
    LN_TRY(print_string(base, text));
    LN_TRY(ln_text_add_byte(text, '}'));
  }
  return ln_text_add(text, LN_V("\n  ]"));
}
