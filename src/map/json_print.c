/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A tree as text. The way down is kept in a list, not on the stack, as deep as the parser lets
   documents be. How long something is on one line is asked of jansson once a level. */

#include "map/json_print.h"

#include "base/memory.h"
#include "sink/json_writer.h"

#include <stdio.h>

enum {
  DEEPEST     = 2100, ///< jansson's parser stops at 2048
  LINE        = 140,  ///< bytes that an object or list may take on one line
  FEW_DIGITS  = 15,   ///< mostly enough, and then what the author wrote
  REAL_DIGITS = 17,   ///< always enough
  REAL_BYTES  = 48,
};

typedef struct {
  json_t* value;
  size_t  next; ///< item of a list
  void*   at;   ///< member of an object
} level;

/* The short form, if it means the same number; else more digits. */
static void
put_real(ln_json_writer* const w, const char* const key, const json_t* const value)
{
  char text[REAL_BYTES] = {0};
  bool same             = false;
  for (size_t digits = FEW_DIGITS; digits <= REAL_DIGITS && !same; ++digits) {
    const size_t n =
      json_dumpb(value, text, sizeof(text) - 1U, JSON_ENCODE_ANY | JSON_REAL_PRECISION(digits));
    text[n < sizeof(text) ? n : 0U] = '\0';
    json_t* const again             = json_loads(text, JSON_DECODE_ANY, NULL);
    const double  a                 = json_real_value(value);
    const double  b                 = json_number_value(again);
    same                            = again && !(a < b) && !(b < a);
    json_decref(again);
  }
  ln_json_writer_raw(w, key, text);
}

static void
put_scalar(ln_json_writer* const w, const char* const key, const json_t* const value)
{
  char text[REAL_BYTES];
  switch (json_typeof(value)) {
  case JSON_STRING:
    ln_json_writer_text(w, key, (ln_view){json_string_value(value), json_string_length(value)});
    break;
  case JSON_INTEGER:
    (void)snprintf(text, sizeof(text), "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    ln_json_writer_raw(w, key, text);
    break;
  case JSON_REAL:
    put_real(w, key, value);
    break;
  case JSON_TRUE:
  case JSON_FALSE:
    ln_json_writer_raw(w, key, json_is_true(value) ? "true" : "false");
    break;
  case JSON_NULL:
  case JSON_OBJECT:
  case JSON_ARRAY:
    ln_json_writer_raw(w, key, "null");
    break;
  }
}

static void
enter(ln_json_writer* const w, const char* const key, level* const inner, const bool top)
{
  const bool           object = json_is_object(inner->value);
  const bool           small  = json_dumpb(inner->value, NULL, 0U, JSON_ENCODE_ANY) <= LINE;
  const ln_json_layout layout = small && !top ? LN_JSON_FLAT : LN_JSON_LINES;
  inner->next                 = 0U;
  inner->at                   = object ? json_object_iter(inner->value) : NULL;
  ln_json_writer_open(w, key, object ? '{' : '[', layout);
}

/* The next value inside and its key; NULL when there are no more. */
static json_t*
step(level* const l, const char** const key)
{
  *key = NULL;
  if (json_is_array(l->value)) {
    return json_array_get(l->value, l->next++);
  }
  if (!l->at) {
    return NULL;
  }
  *key                = json_object_iter_key(l->at);
  json_t* const value = json_object_iter_value(l->at);
  l->at               = json_object_iter_next(l->value, l->at);
  return value;
}

ln_status
ln_json_print(json_t* const tree, ln_out* const out)
{
  ln_json_writer w      = {.out = out};
  size_t         depth  = 1U;
  level* const   levels = ln_alloc_zero(DEEPEST, sizeof(level));
  if (!levels) {
    return LN_NO_MEM;
  }
  levels[0].value = tree;
  enter(&w, NULL, &levels[0], true);
  while (depth > 0U) {
    const char*   key   = NULL;
    json_t* const value = step(&levels[depth - 1U], &key);
    if (!value) {
      ln_json_writer_close(&w, json_is_object(levels[depth - 1U].value) ? '}' : ']');
      --depth;
    } else if ((json_is_object(value) || json_is_array(value)) && depth < DEEPEST) {
      levels[depth].value = value;
      enter(&w, key, &levels[depth++], false);
    } else {
      put_scalar(&w, key, value);
    }
  }
  ln_free(levels);
  return out->status;
}
