/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The extensions `when` (a column counts only if …), `require` (one of these must have a value, if
   …) and `compare` (one must not come before the other, if …). Every test that is not given is left
   open: -1 or an empty list. */

#include "map/csvw_extension.h"

/* A flag with a third state. */
static ln_status
read_flag(ln_csvw* const r, const ln_json_node* const up, const char* const key, int* const flag)
{
  const ln_json_node node = ln_json_member(up, key);
  if (!node.value) {
    return LN_OK;
  }
  if (!json_is_boolean(node.value)) {
    return ln_csvw_wrong(r, &node, "true or false");
  }
  *flag = json_is_true(node.value) ? 1 : 0;
  return LN_OK;
}

/* One word (`equals`) or a list (`in`); both at once would say two things. The empty text is a
   word. */
static ln_status
read_words(ln_csvw* const            r,
           const ln_json_node* const up,
           const char* const         one_key,
           const char* const         list_key,
           ln_views* const           out)
{
  const ln_json_node one  = ln_json_member(up, one_key);
  const ln_json_node list = ln_json_member(up, list_key);
  if (one.value && list.value) {
    return ln_csvw_report(
      r, &list, LN_L0402, LN_V(""), "%s and %s exclude each other", one_key, list_key);
  }
  if (one.value) {
    return json_is_string(one.value) ? ln_csvw_texts_of(r, &one, out)
                                     : ln_csvw_wrong(r, &one, "a string");
  }
  if (!list.value) {
    return LN_OK;
  }
  bool texts = json_array_size(list.value) > 0U;
  for (size_t i = 0U; i < json_array_size(list.value); ++i) {
    texts = texts && json_is_string(json_array_get(list.value, i));
  }
  return texts ? ln_csvw_texts_of(r, &list, out) : ln_csvw_wrong(r, &list, "a list of strings");
}

/* Another column: at most one of the two. */
static ln_status
read_other(ln_csvw* const r, const ln_json_node* const up, ln_when* const when)
{
  const ln_json_node same  = ln_json_member(up, "equalsColumn");
  const ln_json_node other = ln_json_member(up, "notEqualsColumn");
  when->differs            = other.value != NULL;
  if (same.value && other.value) {
    return ln_csvw_report(
      r, &other, LN_L0402, LN_V(""), "equalsColumn and notEqualsColumn exclude each other");
  }
  return ln_csvw_filled(r,
                        up,
                        when->differs ? "notEqualsColumn" : "equalsColumn",
                        "the name of a column",
                        &when->other);
}

static ln_status
read_tests(ln_csvw* const r, const ln_json_node* const node, ln_when* const when)
{
  const ln_json_node column = ln_json_member(node, "column");
  LN_TRY(ln_csvw_object(r, node, LN_IN_WHEN, NULL));
  if (json_string_length(column.value) == 0U) {
    return ln_csvw_wrong(r, &column, "the name of a column");
  }
  LN_TRY(ln_csvw_copy(r, ln_json_text(column.value), &when->variable));
  LN_TRY(read_words(r, node, "equals", "in", &when->in));
  LN_TRY(read_words(r, node, "notEquals", "notIn", &when->not_in));
  LN_TRY(read_other(r, node, when));
  LN_TRY(read_flag(r, node, "present", &when->present));
  LN_TRY(read_flag(r, node, "many", &when->many));
  LN_TRY(read_flag(r, node, "minted", &when->minted));
  if (when->in.n == 0U && when->not_in.n == 0U && !when->other.s && when->present < 0 &&
      when->many < 0 && when->minted < 0) {
    when->present = 1; /* as a name alone */
  }
  return LN_OK;
}

ln_status
ln_csvw_whens(ln_csvw* const            r,
              const ln_json_node* const node,
              const ln_when** const     whens,
              size_t* const             n)
{
  const bool   list  = json_is_array(node->value);
  const size_t count = list ? json_array_size(node->value) : 1U;
  if (!node->value) {
    return LN_OK;
  }
  ln_when* const made = ln_arena_zero(r->arena, count, sizeof(ln_when));
  if (!made) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < count; ++i) {
    const ln_json_node item = list ? ln_json_item(node, i) : *node;
    made[i]                 = (ln_when){.present = -1, .many = -1, .minted = -1};
    if (json_string_length(item.value) > 0U) {
      made[i].present = 1;
      LN_TRY(ln_csvw_copy(r, ln_json_text(item.value), &made[i].variable));
    } else if (json_is_object(item.value)) {
      LN_TRY(read_tests(r, &item, &made[i]));
    } else {
      LN_TRY(ln_csvw_wrong(r, &item, "the name of a column or an object"));
    }
  }
  *whens = made;
  *n     = count;
  return LN_OK;
}

static ln_status
read_requirement(ln_csvw* const r, const ln_json_node* const node, ln_requirement* const out)
{
  const ln_json_node any_of = ln_json_member(node, "anyOf");
  const ln_json_node when   = ln_json_member(node, "when");
  if (!json_is_object(node->value)) {
    return ln_csvw_wrong(r, node, "an object with anyOf");
  }
  LN_TRY(ln_csvw_object(r, node, LN_IN_REQUIRE, NULL));
  LN_TRY(any_of.value ? ln_csvw_names(r, &any_of, &out->any_of)
                      : ln_csvw_wrong(r, &any_of, "a list of column names"));
  return ln_csvw_whens(r, &when, &out->whens, &out->n_whens);
}

ln_status
ln_csvw_requirements(ln_csvw* const r, const ln_json_node* const up, ln_table_map* const table)
{
  const ln_json_node node = ln_json_member(up, LN_EXTENSION "require");
  const size_t       n    = json_array_size(node.value);
  if (!node.value) {
    return LN_OK;
  }
  if (!json_is_array(node.value)) {
    return ln_csvw_wrong(r, &node, "a list of objects");
  }
  ln_requirement* const made = ln_arena_zero(r->arena, n, sizeof(ln_requirement));
  if (!made) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_json_node item = ln_json_item(&node, i);
    LN_TRY(read_requirement(r, &item, &made[i]));
  }
  table->requirements   = made;
  table->n_requirements = n;
  return LN_OK;
}

static ln_status
read_comparison(ln_csvw* const r, const ln_json_node* const node, ln_comparison* const out)
{
  const ln_json_node column = ln_json_member(node, "column");
  const ln_json_node least  = ln_json_member(node, "notBefore");
  const ln_json_node below  = ln_json_member(node, "after");
  const ln_json_node when   = ln_json_member(node, "when");
  if (!json_is_object(node->value)) {
    return ln_csvw_wrong(r, node, "an object with column and notBefore");
  }
  LN_TRY(ln_csvw_object(r, node, LN_IN_COMPARE, NULL));
  if (!column.value || !least.value == !below.value) {
    return ln_csvw_wrong(r, node, "an object with column, and one of notBefore and after");
  }
  out->after = below.value != NULL;
  LN_TRY(ln_csvw_filled(r, node, "column", "the name of a column", &out->column));
  LN_TRY(ln_csvw_filled(
    r, node, out->after ? "after" : "notBefore", "the name of a column", &out->other));
  LN_TRY(ln_csvw_filled(r, node, "warn", "a string, not empty", &out->warning));
  return ln_csvw_whens(r, &when, &out->whens, &out->n_whens);
}

ln_status
ln_csvw_comparisons(ln_csvw* const r, const ln_json_node* const up, ln_table_map* const table)
{
  const ln_json_node node = ln_json_member(up, LN_EXTENSION "compare");
  const size_t       n    = json_array_size(node.value);
  if (!node.value) {
    return LN_OK;
  }
  if (n == 0U) {
    return ln_csvw_wrong(r, &node, "a list of objects");
  }
  ln_comparison* const made = ln_arena_zero(r->arena, n, sizeof(ln_comparison));
  if (!made) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_json_node item = ln_json_item(&node, i);
    LN_TRY(read_comparison(r, &item, &made[i]));
  }
  table->comparisons   = made;
  table->n_comparisons = n;
  return LN_OK;
}
