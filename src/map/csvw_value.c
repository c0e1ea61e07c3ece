/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Typed getters for the properties of a mapping document, and how they complain: "Metadata
   Vocabulary for Tabular Data", section 5.1, gives each kind of property its way to treat a wrong
   value. Whatever is kept is copied to the mapping's arena, so that the JSON tree can go. */

#include "map/csvw_reader.h"

#include "base/text.h"

#include <stdarg.h>

enum {
  MAX_SHOWN  = 40,   ///< digits of a number
  MAX_PLACED = 1000, ///< reports with line and column, for each costs a pass over the text
};

static ln_status
report_text(ln_csvw* const            r,
            const ln_json_node* const node,
            const ln_code             code,
            const ln_view             hint,
            const ln_text* const      message)
{
  ln_text   path   = {0};
  ln_spot   spot   = {.source = node->document->source};
  ln_effect effect = ln_code_about(code)->severity == LN_ERROR ? LN_NO_OUTPUT : LN_KEPT;
  ln_status st     = ln_json_path(node, &path);
  if (st == LN_OK) {
    spot.place.name = ln_text_view(&path);
    if (++r->reports <= MAX_PLACED) {
      ln_json_place(node, &spot.place);
    }
    st = ln_report_at(r->log, code, effect, &spot, hint, "%s", message->s);
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
  if (code == LN_L0424 || code == LN_L0406) {
    r->mapping->flawed = true; /* what else is wrong shall be told in the same run */
  } else if (ln_code_about(code)->severity == LN_ERROR) {
    r->failed = true;
  }
  if (st == LN_OK) {
    st = report_text(r, node, code, hint, &message);
  }
  ln_text_clear(&message);
  return st;
}

/* What the message is about: the property, or the item of which list. */
static ln_status
add_subject(const ln_json_node* const node, ln_text* const out)
{
  const ln_json_node* const named = node->key ? node : node->up;
  const ln_view             name  = ln_view_of(named ? named->key : NULL);
  const ln_view             stem  = LN_V(LN_EXTENSION);
  if (!name.s) {
    return ln_text_add(out, LN_V("the document"));
  }
  if (!node->key) {
    LN_TRY(ln_text_format(out, "item %zu of ", node->index + 1U));
  }
  return ln_text_add(out, ln_view_starts(name, stem) ? ln_view_from(name, stem.n) : name);
}

/* "true", "the number 4", "a list" … */
static ln_status
add_value(ln_csvw* const r, const ln_json_node* const node, ln_text* const out)
{
  switch (json_typeof(node->value)) {
  case JSON_OBJECT:
    return ln_text_add(out, LN_V("an object"));
  case JSON_ARRAY:
    return ln_text_add(out,
                       json_array_size(node->value) > 0U ? LN_V("a list") : LN_V("an empty list"));
  case JSON_STRING:
    return ln_text_add(out, ln_view_of(ln_shown(r->log, ln_json_text(node->value))));
  case JSON_INTEGER:
  case JSON_REAL:
    LN_TRY(ln_text_add(out, LN_V("the number ")));
    return ln_text_add(out, ln_view_first(ln_json_written(node), MAX_SHOWN));
  case JSON_TRUE:
    return ln_text_add(out, LN_V("true"));
  case JSON_FALSE:
    return ln_text_add(out, LN_V("false"));
  case JSON_NULL:
    break;
  }
  return ln_text_add(out, LN_V("null"));
}

/* "`trim` must be true or false, not the number 1" and what follows from it. */
static ln_status
report_kind(ln_csvw* const            r,
            const ln_json_node* const node,
            const ln_code             code,
            const char* const         expected,
            const char* const         consequence)
{
  ln_text   text = {0};
  ln_status st   = add_subject(node, &text);
  if (st == LN_OK) {
    st = ln_text_format(
      &text, node->value ? " must be %s, not " : " is missing: it must be %s", expected);
  }
  if (st == LN_OK && node->value) {
    st = add_value(r, node, &text);
  }
  if (st == LN_OK) {
    st = ln_csvw_report(r, node, code, LN_V(""), "%s%s", text.s, consequence);
  }
  ln_text_clear(&text);
  return st;
}

ln_status
ln_csvw_ignored(ln_csvw* const r, const ln_json_node* const node, const char* const expected)
{
  return report_kind(r, node, LN_L0409, expected, "; it was ignored");
}

ln_status
ln_csvw_wrong(ln_csvw* const r, const ln_json_node* const node, const char* const expected)
{
  return report_kind(r, node, LN_L0402, expected, "");
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
  return report_kind(r, &node, LN_L0409, "a string", "; the empty string was used");
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
