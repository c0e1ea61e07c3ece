/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `members` of a column: what templates may ask of an object of JSON in a cell, as a list of names
   or paths (`place/city`, called `city`), or as an object of names and their paths. */

#include "map/csvw_extension.h"

/* Cut a path at its slashes. */
static ln_status
cut_path(ln_csvw* const r, const ln_view text, ln_views* const out)
{
  size_t n = 1U;
  for (size_t i = 0U; i < text.n; ++i) {
    n += text.s[i] == '/';
  }
  ln_view* const names = ln_arena_zero(r->arena, n, sizeof(ln_view));
  if (!names) {
    return LN_NO_MEM;
  }
  size_t start = 0U;
  size_t k     = 0U;
  for (size_t i = 0U; i <= text.n; ++i) {
    if (i == text.n || text.s[i] == '/') {
      names[k++] = (ln_view){text.s + start, i - start};
      start      = i + 1U;
    }
  }
  *out = (ln_views){names, n};
  return LN_OK;
}

/* `name` absent: what the path leads to is called by the last step. */
static ln_status
read_member(ln_csvw* const            r,
            const ln_json_node* const node,
            const char* const         name,
            ln_member* const          out)
{
  ln_view text = {0};
  if (json_string_length(node->value) == 0U) {
    return ln_csvw_wrong(r, node, "the name of a member, or a path of names such as place/city");
  }
  LN_TRY(ln_csvw_copy(r, ln_json_text(node->value), &text));
  LN_TRY(cut_path(r, text, &out->path));
  out->name = out->path.v[out->path.n - 1U];
  return name ? ln_csvw_copy(r, ln_view_of(name), &out->name) : LN_OK;
}

ln_status
ln_csvw_members(ln_csvw* const r, const ln_json_node* const up, ln_column* const column)
{
  const ln_json_node node = ln_json_member(up, LN_EXTENSION "members");
  const size_t       n =
    json_is_object(node.value) ? json_object_size(node.value) : json_array_size(node.value);
  size_t      i     = 0U;
  const char* key   = NULL;
  json_t*     value = NULL;
  if (!node.value) {
    return LN_OK;
  }
  if (n == 0U) {
    return ln_csvw_wrong(r, &node, "a list of names, or an object of names and paths");
  }
  if (column->extract) {
    return ln_csvw_report(r, &node, LN_L0402, LN_V(""), "members and extract exclude each other");
  }
  ln_member* const made = ln_arena_zero(r->arena, n, sizeof(ln_member));
  if (!made) {
    return LN_NO_MEM;
  }
  column->members   = made;
  column->n_members = n;
  for (; json_is_array(node.value) && i < n; ++i) {
    const ln_json_node item = ln_json_item(&node, i);
    LN_TRY(read_member(r, &item, NULL, &made[i]));
  }
  json_object_foreach(node.value, key, value)
  {
    const ln_json_node item = ln_json_member(&node, key);
    LN_TRY(read_member(r, &item, key, &made[i++]));
  }
  return LN_OK;
}
