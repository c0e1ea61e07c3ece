/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The extensions that say how a cell is read: `array`, `datatypes`, `datatypeColumn`,
   `placeholders`, `protect`, `separators`, `pad`, `extract`. What is wrong here would change the
   output, so it is an error and not a warning. */

#include "map/csvw_extension.h"

/* A cell is cut in one way only; an inherited separator gives way. */
static ln_status
read_array(ln_csvw* const r, const ln_json_node* const up, ln_column* const column)
{
  const ln_json_node node      = ln_json_member(up, LN_EXTENSION "array");
  const ln_json_node separator = ln_json_member(up, "separator");
  if (!node.value) {
    return LN_OK;
  }
  if (separator.value && !json_is_null(separator.value)) {
    return ln_csvw_report(r, &node, LN_L0402, LN_V(""), "array and separator exclude each other");
  }
  column->separator = (ln_view){0};
  static const struct {
    const char*     word;
    ln_array_syntax syntax;
  } words[] = {
    {"json", LN_ARRAY_JSON}, {"postgresql", LN_ARRAY_POSTGRESQL}, {"python", LN_ARRAY_PYTHON}};
  for (size_t i = 0U; i < sizeof(words) / sizeof(words[0]); ++i) {
    if (ln_view_equals(ln_json_text(node.value), ln_view_of(words[i].word))) {
      column->array = words[i].syntax;
    }
  }
  return column->array != LN_ARRAY_NONE
           ? LN_OK
           : ln_csvw_wrong(r, &node, "\"json\", \"postgresql\" or \"python\"");
}

/* A list of descriptions as `datatype` has one; an inherited datatype gives way. */
static ln_status
read_datatypes(ln_csvw* const r, const ln_json_node* const up, ln_column* const column)
{
  const ln_json_node node = ln_json_member(up, LN_EXTENSION "datatypes");
  const ln_json_node one  = ln_json_member(up, "datatype");
  const size_t       n    = json_array_size(node.value);
  if (!node.value) {
    return LN_OK;
  }
  if (one.value) {
    return ln_csvw_report(
      r, &node, LN_L0402, LN_V(""), "datatype and datatypes exclude each other");
  }
  if (n == 0U || n > UINT8_MAX) {
    return ln_csvw_wrong(r, &node, "a list of datatypes");
  }
  ln_datatype_spec* const specs = ln_arena_zero(r->arena, n, sizeof(ln_datatype_spec));
  if (!specs) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_json_node item = ln_json_item(&node, i);
    specs[i].base           = LN_V("string");
    LN_TRY(ln_csvw_datatype(r, &item, &specs[i]));
  }
  column->datatypes   = specs;
  column->n_datatypes = n;
  column->datatype    = specs[0];
  return LN_OK;
}

ln_status
ln_csvw_filled(ln_csvw* const            r,
               const ln_json_node* const up,
               const char* const         key,
               const char* const         expected,
               ln_view* const            out)
{
  const ln_json_node node = ln_json_member(up, key);
  if (!node.value) {
    return LN_OK;
  }
  return json_string_length(node.value) > 0U ? ln_csvw_copy(r, ln_json_text(node.value), out)
                                             : ln_csvw_wrong(r, &node, expected);
}

/* A word, a list of words, or an object with `words`, `table` and, where it has a meaning,
   `value`. */
static ln_status
read_words(ln_csvw* const            r,
           const ln_json_node* const up,
           const char* const         key,
           const unsigned            where,
           const ln_words** const    out)
{
  const ln_json_node node = ln_json_member(up, key);
  if (!node.value) {
    return LN_OK;
  }
  ln_words* const made = ln_arena_zero(r->arena, 1U, sizeof(ln_words));
  if (!made) {
    return LN_NO_MEM;
  }
  *out = made;
  if (!json_is_object(node.value)) {
    return ln_csvw_names(r, &node, &made->words);
  }
  const ln_json_node words = ln_json_member(&node, "words");
  LN_TRY(ln_csvw_object(r, &node, where, NULL));
  LN_TRY(words.value ? ln_csvw_names(r, &words, &made->words) : LN_OK);
  LN_TRY(ln_csvw_filled(r, &node, "table", "the URL of a code list", &made->table));
  if (where == LN_IN_PLACEHOLDERS) {
    LN_TRY(ln_csvw_filled(r, &node, "value", "a string, not empty", &made->instead));
  }
  return words.value || json_object_get(node.value, "table")
           ? LN_OK
           : ln_csvw_wrong(r, &node, "an object with words or table");
}

/* A pattern, or an object with it. */
static ln_status
read_extract(ln_csvw* const r, const ln_json_node* const up, ln_column* const column)
{
  static const char* const choices[] = {"error", "null", NULL};
  const ln_json_node       node      = ln_json_member(up, LN_EXTENSION "extract");
  size_t                   choice    = 0U;
  if (!node.value) {
    return LN_OK;
  }
  ln_extract* const made = ln_arena_zero(r->arena, 1U, sizeof(ln_extract));
  if (!made) {
    return LN_NO_MEM;
  }
  column->extract = made;
  if (json_string_length(node.value) > 0U) {
    return ln_csvw_copy(r, ln_json_text(node.value), &made->pattern);
  }
  if (!json_is_object(node.value)) {
    return ln_csvw_wrong(r, &node, "a regular expression, or an object with pattern");
  }
  LN_TRY(ln_csvw_object(r, &node, LN_IN_EXTRACT, NULL));
  LN_TRY(ln_csvw_filled(r, &node, "pattern", "a regular expression", &made->pattern));
  LN_TRY(ln_csvw_word(r, &node, "noMatch", choices, &choice));
  made->or_null = choice == 1U;
  return made->pattern.s ? LN_OK : ln_csvw_wrong(r, &node, "an object with pattern");
}

/* What says how a text is cut needs a separator. */
static ln_status
check_separated(ln_csvw* const r, const ln_json_node* const up, const ln_column* const column)
{
  static const char* const words[] = {"protect", "separators", "brackets"};
  static const char* const keys[]  = {
    LN_EXTENSION "protect", LN_EXTENSION "separators", LN_EXTENSION "brackets"};
  for (size_t i = 0U; i < sizeof(words) / sizeof(words[0]) && column->separator.n == 0U; ++i) {
    const ln_json_node node = ln_json_member(up, keys[i]);
    if (node.value) {
      return ln_csvw_report(
        r, &node, LN_L0402, LN_V(""), "%s has a meaning with separator", words[i]);
    }
  }
  return LN_OK;
}

static ln_status
read_separators(ln_csvw* const r, const ln_json_node* const up, ln_column* const column)
{
  const ln_json_node node = ln_json_member(up, LN_EXTENSION "separators");
  LN_TRY(node.value ? ln_csvw_names(r, &node, &column->separators) : LN_OK);
  return ln_csvw_bool(r, up, LN_EXTENSION "brackets", &column->brackets);
}

static ln_status
read_check_digit(ln_csvw* const r, const ln_json_node* const up, ln_column* const column)
{
  static const char* const    words[] = {"EAN", "ISBN", "ISNI", "ISSN"};
  static const ln_check_digit means[] = {LN_CHECK_EAN, LN_CHECK_ISBN, LN_CHECK_ISNI, LN_CHECK_ISSN};
  const ln_json_node          node    = ln_json_member(up, LN_EXTENSION "checkDigit");
  const ln_view               word    = ln_json_text(node.value);
  if (!node.value) {
    return LN_OK;
  }
  for (size_t i = 0U; i < sizeof(means) / sizeof(means[0]); ++i) {
    if (word.s && ln_view_equals(word, ln_view_of(words[i]))) {
      column->check_digit = means[i];
      return LN_OK;
    }
  }
  return ln_csvw_wrong(r, &node, "\"EAN\", \"ISBN\", \"ISNI\" or \"ISSN\"");
}

/* No number that anyone writes down is longer. */
enum { LONGEST_PAD = 64 };

static ln_status
read_pad(ln_csvw* const r, const ln_json_node* const up, ln_column* const column)
{
  const ln_json_node node   = ln_json_member(up, LN_EXTENSION "pad");
  const json_int_t   digits = json_integer_value(node.value);
  if (!node.value) {
    return LN_OK;
  }
  if (!json_is_integer(node.value) || digits < 1 || digits > (json_int_t)LONGEST_PAD) {
    return ln_csvw_wrong(r, &node, "a number of digits, 1 to 64");
  }
  column->pad = (size_t)digits;
  return LN_OK;
}

/* A virtual column has no cell that could be empty. */
static ln_status
read_fill_down(ln_csvw* const r, const ln_json_node* const up, ln_column* const column)
{
  const ln_json_node node = ln_json_member(up, LN_EXTENSION "fillDown");
  LN_TRY(ln_csvw_bool(r, up, LN_EXTENSION "fillDown", &column->fill_down));
  return column->fill_down && column->is_virtual
           ? ln_csvw_report(r, &node, LN_L0402, LN_V(""), "a virtual column has no cells to fill")
           : LN_OK;
}

ln_status
ln_csvw_cell(ln_csvw* const r, const ln_json_node* const node, ln_column* const column)
{
  LN_TRY(read_array(r, node, column));
  LN_TRY(read_datatypes(r, node, column));
  LN_TRY(ln_csvw_filled(
    r, node, LN_EXTENSION "datatypeColumn", "the name of a column", &column->datatype_column));
  LN_TRY(
    read_words(r, node, LN_EXTENSION "placeholders", LN_IN_PLACEHOLDERS, &column->placeholders));
  LN_TRY(read_words(r, node, LN_EXTENSION "protect", LN_IN_PROTECT, &column->protect));
  LN_TRY(read_separators(r, node, column));
  LN_TRY(check_separated(r, node, column));
  LN_TRY(read_pad(r, node, column));
  LN_TRY(read_check_digit(r, node, column));
  LN_TRY(ln_csvw_filled(r, node, LN_EXTENSION "warn", "a string, not empty", &column->warning));
  LN_TRY(read_fill_down(r, node, column));
  LN_TRY(read_extract(r, node, column));
  return ln_csvw_members(r, node, column);
}
