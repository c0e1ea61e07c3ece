/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Typed getters for the properties of a mapping document, and how they complain: "Metadata
   Vocabulary for Tabular Data", section 5.1, gives each kind of property its way to treat a wrong
   value. Whatever is kept is copied to the mapping's arena, so that the JSON tree can go. */

#include "map/csvw_reader.h"

#include "base/text.h"

#include <stdarg.h>

static ln_status
report_text(ln_csvw* const            r,
            const ln_json_node* const node,
            const ln_code             code,
            const ln_view             hint,
            const ln_text* const      message)
{
  ln_text   path   = {0};
  ln_place  place  = {0};
  ln_where  where  = {.source = node->document->source};
  ln_effect effect = ln_code_about(code)->severity == LN_ERROR ? LN_NO_OUTPUT : LN_KEPT;
  ln_status st     = ln_json_path(node, &path);
  if (st == LN_OK) {
    place.name = ln_text_view(&path);
    if (!ln_json_place(node, &place.line, &place.column)) {
      place.line   = 0U;
      place.column = 0U;
    }
    st = ln_report_at(r->log, code, effect, where, &place, hint, "%s", message->s);
  }
  ln_text_clear(&path);
  return st;
}

ln_status
ln_csvw_report(ln_csvw* const            r,
               const ln_json_node* const node,
               const ln_code             code,
               const ln_view             hint,
               const char* const         format,
               ...)
{
  ln_text message = {0};
  va_list args;
  va_start(args, format);
  ln_status st = ln_text_vformat(&message, format, args);
  va_end(args);
  if (ln_code_about(code)->severity == LN_ERROR) {
    r->failed = true;
  }
  if (st == LN_OK) {
    st = report_text(r, node, code, hint, &message);
  }
  ln_text_clear(&message);
  return st;
}

/* "true", "the number 4", "a list" … */
static const char*
shown_value(ln_csvw* const r, const ln_json_node* const node)
{
  switch (json_typeof(node->value)) {
  case JSON_OBJECT:
    return "an object";
  case JSON_ARRAY:
    return "a list";
  case JSON_STRING:
    return ln_shown(r->log, ln_json_text(node->value));
  case JSON_INTEGER:
  case JSON_REAL:
    return "a number";
  case JSON_TRUE:
    return "true";
  case JSON_FALSE:
    return "false";
  case JSON_NULL:
    break;
  }
  return "null";
}

ln_status
ln_csvw_ignored(ln_csvw* const r, const ln_json_node* const node, const char* const expected)
{
  return ln_csvw_report(r,
                        node,
                        LN_L0409,
                        LN_V(""),
                        "this must be %s, not %s; it was ignored",
                        expected,
                        shown_value(r, node));
}

ln_status
ln_csvw_wrong(ln_csvw* const r, const ln_json_node* const node, const char* const expected)
{
  return node->value ? ln_csvw_report(r,
                                      node,
                                      LN_L0402,
                                      LN_V(""),
                                      "this must be %s, not %s",
                                      expected,
                                      shown_value(r, node))
                     : ln_csvw_report(
                         r, node, LN_L0402, LN_V(""), "this is missing: it must be %s", expected);
}

ln_status
ln_csvw_copy(ln_csvw* const r, const ln_view text, ln_view* const out)
{
  *out = ln_arena_copy(r->arena, text);
  return out->s ? LN_OK : LN_NO_MEM;
}

ln_status
ln_csvw_text(ln_csvw* const            r,
             const ln_json_node* const up,
             const char* const         key,
             ln_view* const            out)
{
  const ln_json_node node = ln_json_member(up, key);
  if (!node.value) {
    return LN_OK;
  }
  if (!json_is_string(node.value)) {
    return ln_csvw_ignored(r, &node, "a string");
  }
  return ln_csvw_copy(r, ln_json_text(node.value), out);
}

ln_status
ln_csvw_bool(ln_csvw* const r, const ln_json_node* const up, const char* const key, bool* const out)
{
  const ln_json_node node = ln_json_member(up, key);
  if (!node.value) {
    return LN_OK;
  }
  if (!json_is_boolean(node.value)) {
    return ln_csvw_ignored(r, &node, "true or false");
  }
  *out = json_is_true(node.value);
  return LN_OK;
}

ln_status
ln_csvw_count(ln_csvw* const            r,
              const ln_json_node* const up,
              const char* const         key,
              uint32_t* const           out)
{
  const ln_json_node node  = ln_json_member(up, key);
  const json_int_t   value = json_integer_value(node.value);
  if (!node.value) {
    return LN_OK;
  }
  if (!json_is_integer(node.value) || value < 0 || value > (json_int_t)UINT32_MAX) {
    return ln_csvw_ignored(r, &node, "a whole number, 0 or more");
  }
  *out = (uint32_t)value;
  return LN_OK;
}

ln_status
ln_csvw_texts_of(ln_csvw* const r, const ln_json_node* const node, ln_views* const out)
{
  const bool   alone = json_is_string(node->value);
  const size_t n     = alone ? 1U : json_array_size(node->value);
  if (!alone && !json_is_array(node->value)) {
    return ln_csvw_ignored(r, node, "a string or a list of strings");
  }
  ln_view* const list = ln_arena_zero(r->arena, n, sizeof(ln_view));
  if (!list) {
    return LN_NO_MEM;
  }
  size_t kept = 0U;
  for (size_t i = 0U; i < n; ++i) {
    const ln_json_node item = alone ? *node : ln_json_item(node, i);
    if (json_is_string(item.value)) {
      LN_TRY(ln_csvw_copy(r, ln_json_text(item.value), &list[kept++]));
    } else {
      LN_TRY(ln_csvw_ignored(r, &item, "a string"));
    }
  }
  *out = (ln_views){list, kept};
  return LN_OK;
}

ln_status
ln_csvw_texts(ln_csvw* const            r,
              const ln_json_node* const up,
              const char* const         key,
              ln_views* const           out)
{
  const ln_json_node node = ln_json_member(up, key);
  return node.value ? ln_csvw_texts_of(r, &node, out) : LN_OK;
}

ln_status
ln_csvw_url(ln_csvw* const            r,
            const ln_json_node* const up,
            const char* const         key,
            ln_view* const            out)
{
  const ln_json_node node = ln_json_member(up, key);
  if (!node.value) {
    return LN_OK;
  }
  if (json_is_string(node.value)) {
    return ln_csvw_copy(r, ln_json_text(node.value), out);
  }
  *out = LN_V("");
  return ln_csvw_report(r,
                        &node,
                        LN_L0409,
                        LN_V(""),
                        "this must be a string, not %s; the empty string was used",
                        shown_value(r, &node));
}

ln_status
ln_csvw_word(ln_csvw* const            r,
             const ln_json_node* const up,
             const char* const         key,
             const char* const* const  words,
             size_t* const             out)
{
  const ln_json_node node = ln_json_member(up, key);
  if (!node.value) {
    return LN_OK;
  }
  ln_text   expected = {0};
  ln_status st       = ln_text_add(&expected, LN_V("one of"));
  for (size_t i = 0U; words[i] && st == LN_OK; ++i) {
    if (ln_view_equals(ln_json_text(node.value), ln_view_of(words[i]))) {
      *out = i;
      ln_text_clear(&expected);
      return LN_OK;
    }
    st = ln_text_format(&expected, "%s \"%s\"", i > 0U ? "," : "", words[i]);
  }
  if (st == LN_OK) {
    st = ln_csvw_ignored(r, &node, expected.s);
  }
  ln_text_clear(&expected);
  return st;
}

ln_status
ln_csvw_path(ln_csvw* const r, const ln_json_node* const node, ln_view* const out)
{
  ln_text   path = {0};
  ln_status st   = LN_OK;
  if (!node->document->main) {
    st = ln_text_add(&path, node->document->url);
    st = st == LN_OK ? ln_text_add_byte(&path, '#') : st;
  }
  st = st == LN_OK ? ln_json_path(node, &path) : st;
  st = st == LN_OK ? ln_csvw_copy(r, ln_text_view(&path), out) : st;
  ln_text_clear(&path);
  return st;
}
