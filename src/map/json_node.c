/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Values of a JSON document with the way to them. jansson keeps no positions, so a path is kept as
   a chain of nodes on the stack, and line and column are found by reading the text once more, along
   the path, and only when something is reported. The text has been parsed before: here it is enough
   to know strings from brackets. Cost: one pass over the text for each report. */

#include "map/csvw_reader.h"

#include "base/text.h"

enum { MAX_DEPTH = 32 };

ln_json_node
ln_json_root(const ln_json_document* const document, json_t* const value)
{
  return (ln_json_node){.document = document, .value = value};
}

ln_json_node
ln_json_member(const ln_json_node* const up, const char* const key)
{
  return (ln_json_node){
    .document = up->document, .up = up, .key = key, .value = json_object_get(up->value, key)};
}

ln_json_node
ln_json_item(const ln_json_node* const up, const size_t index)
{
  return (ln_json_node){
    .document = up->document, .up = up, .index = index, .value = json_array_get(up->value, index)};
}

ln_view
ln_json_text(const json_t* const value)
{
  return (ln_view){json_string_value(value), json_string_length(value)};
}

/* The nodes from the root (left out) down to `node`. False if there are too many. */
static bool
list_steps(const ln_json_node* const node, const ln_json_node* steps[MAX_DEPTH], size_t* const n)
{
  size_t depth = 0U;
  for (const ln_json_node* at = node; at->up; at = at->up) {
    ++depth;
  }
  *n = depth;
  for (const ln_json_node* at = node; at->up && depth <= MAX_DEPTH; at = at->up) {
    steps[--depth] = at;
  }
  return *n <= MAX_DEPTH;
}

ln_status
ln_json_path(const ln_json_node* const node, ln_text* const out)
{
  const ln_json_node* steps[MAX_DEPTH] = {NULL};
  size_t              n                = 0U;
  if (!list_steps(node, steps, &n)) {
    return LN_OK;
  }
  for (size_t i = 0U; i < n; ++i) {
    if (steps[i]->key) {
      LN_TRY(ln_text_format(out, "%s%s", i > 0U ? "." : "", steps[i]->key));
    } else {
      LN_TRY(ln_text_format(out, "[%zu]", steps[i]->index));
    }
  }
  return LN_OK;
}

static size_t
skip_blanks(const ln_view text, size_t at)
{
  while (at < text.n && (text.s[at] == ' ' || (text.s[at] >= '\t' && text.s[at] <= '\r'))) {
    ++at;
  }
  return at;
}

/* From the opening quote to behind the closing one. */
static size_t
skip_string(const ln_view text, size_t at)
{
  for (++at; at < text.n && text.s[at] != '"'; ++at) {
    at += text.s[at] == '\\';
  }
  return at < text.n ? at + 1U : text.n;
}

/* To behind a value of any kind; `at` is at its first byte. */
static size_t
skip_value(const ln_view text, size_t at)
{
  size_t depth = 0U;
  do {
    char c = '\0';
    if (at < text.n) {
      c = text.s[at];
    }
    if (c == '"') {
      at = skip_string(text, at);
      continue;
    }
    if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']' || c == ',') && depth == 0U) {
      break;
    } else if (c == '}' || c == ']') {
      --depth;
    }
    ++at;
  } while (at < text.n && (depth > 0U || !strchr(",]} \t\r\n", text.s[at])));
  return at < text.n ? at : text.n;
}

/* Find a property in the object that begins at `*at`; then `*at` is its value and `*start` its
   name. A name written with escapes is not found. */
static bool
enter_member(const ln_view text, const ln_view key, size_t* const at, size_t* const start)
{
  size_t i = skip_blanks(text, *at + 1U);
  while (i < text.n && text.s[i] == '"') {
    const size_t  end  = skip_string(text, i);
    const ln_view name = {text.s + i + 1U, end - i - 2U};
    *start             = i;
    i                  = skip_blanks(text, skip_blanks(text, end) + 1U);
    if (ln_view_equals(name, key)) {
      *at = i;
      return true;
    }
    i = skip_blanks(text, skip_blanks(text, skip_value(text, i)) + 1U);
  }
  return false;
}

static bool
enter_item(const ln_view text, const size_t index, size_t* const at, size_t* const start)
{
  size_t i = skip_blanks(text, *at + 1U);
  for (size_t k = 0U; k < index && i < text.n; ++k) {
    i = skip_blanks(text, skip_blanks(text, skip_value(text, i)) + 1U);
  }
  *at    = i;
  *start = i;
  return i < text.n;
}

/* Offsets of the value and of what names it: the property's name, or the item itself. */
static bool
find_node(const ln_json_node* const node, size_t* const value, size_t* const start)
{
  const ln_json_node* steps[MAX_DEPTH] = {NULL};
  const ln_view       text             = node->document->text;
  size_t              n                = 0U;
  if (!list_steps(node, steps, &n)) {
    return false;
  }
  *value = skip_blanks(text, 0U);
  *start = *value;
  for (size_t i = 0U; i < n; ++i) {
    const bool found = steps[i]->key ? enter_member(text, ln_view_of(steps[i]->key), value, start)
                                     : enter_item(text, steps[i]->index, value, start);
    if (!found) {
      return false;
    }
  }
  return true;
}

static void
place_offset(const ln_view text, const size_t offset, ln_place* const place)
{
  size_t begin = 0U;
  place->line  = 1U;
  for (size_t i = 0U; i < offset; ++i) {
    if (text.s[i] == '\n') {
      ++place->line;
      begin = i + 1U;
    }
  }
  place->column = offset - begin + 1U;
  place->letter = 1U;
  for (size_t i = begin; i < offset; ++i) {
    place->letter += ((unsigned char)text.s[i] & 0xC0U) != 0x80U;
  }
}

void
ln_json_place(const ln_json_node* const node, ln_place* const place)
{
  const ln_view       text  = node->document->text;
  size_t              value = 0U;
  size_t              start = 0U;
  const ln_json_node* at    = node;
  while (at->up && !at->value) {
    at = at->up;
  }
  if (!find_node(at, &value, &start)) {
    return;
  }
  place_offset(text, start, place);
}

ln_view
ln_json_written(const ln_json_node* const node)
{
  const ln_view text  = node->document->text;
  size_t        value = 0U;
  size_t        start = 0U;
  if (!node->value || !find_node(node, &value, &start)) {
    return (ln_view){0};
  }
  return (ln_view){text.s + value, skip_value(text, value) - value};
}

/* The next step of a path: `key` or `[3]`, with the dot before it taken off. */
static bool
take_step(ln_view* const path, ln_view* const key, size_t* const index)
{
  *key   = (ln_view){0};
  *index = 0U;
  if (path->n > 0U && path->s[0] == '.') {
    *path = ln_view_from(*path, 1U);
  }
  if (path->n == 0U) {
    return false;
  }
  if (path->s[0] == '[') {
    size_t i = 1U;
    for (; i < path->n && path->s[i] >= '0' && path->s[i] <= '9'; ++i) {
      *index = (*index * 10U) + (size_t)(path->s[i] - '0');
    }
    *path = ln_view_from(*path, i + 1U);
    return true;
  }
  size_t n = 0U;
  while (n < path->n && path->s[n] != '.' && path->s[n] != '[') {
    ++n;
  }
  *key  = ln_view_first(*path, n);
  *path = ln_view_from(*path, n);
  return true;
}

/* The property in the object at `at`, or in the schema that stands in it. */
static bool
find_property(const ln_view text, const ln_view property, const size_t at, size_t* const start)
{
  size_t value  = at;
  size_t schema = at;
  size_t name   = 0U;
  if (at >= text.n || text.s[at] != '{') {
    return false;
  }
  if (enter_member(text, property, &value, start)) {
    return true;
  }
  return enter_member(text, LN_V("tableSchema"), &schema, &name) && schema < text.n &&
         text.s[schema] == '{' && enter_member(text, property, &schema, start);
}

void
ln_json_locate(const ln_view text, ln_view path, const ln_view property, ln_place* const place)
{
  size_t  value = skip_blanks(text, 0U);
  size_t  start = value;
  size_t  found = value;
  ln_view key   = {0};
  size_t  index = 0U;
  bool    more  = true;
  while (more) {
    size_t at = start;
    if (property.n == 0U) {
      found = start;
    } else if (find_property(text, property, value, &at)) {
      found = at;
    }
    more = take_step(&path, &key, &index) && (key.n > 0U ? enter_member(text, key, &value, &start)
                                                         : enter_item(text, index, &value, &start));
  }
  place_offset(text, found, place);
}
