/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The extensions `lookup` (a cell refers to a row of another table) and `valueMap` (a cell is a
   word of a code list): both become a ln_reference. */

#include "map/csvw_extension.h"

/* `table` for one, `tables` for several. */
static ln_status
read_tables(ln_csvw* const r, const ln_json_node* const node, ln_views* const tables)
{
  const ln_json_node one  = ln_json_member(node, "table");
  const ln_json_node many = ln_json_member(node, "tables");
  if (one.value && many.value) {
    return ln_csvw_report(r, &many, LN_L0402, LN_V(""), "table and tables exclude each other");
  }
  if (many.value) {
    return ln_csvw_names(r, &many, tables);
  }
  return json_string_length(one.value) > 0U ? ln_csvw_texts_of(r, &one, tables)
                                            : ln_csvw_wrong(r, &one, "the URL of a table");
}

/* A text that must not be of another kind if it is there. */
static ln_status
read_template(ln_csvw* const            r,
              const ln_json_node* const up,
              const char* const         key,
              ln_view* const            out)
{
  const ln_json_node node = ln_json_member(up, key);
  if (!node.value) {
    return LN_OK;
  }
  return json_string_length(node.value) > 0U ? ln_csvw_copy(r, ln_json_text(node.value), out)
                                             : ln_csvw_wrong(r, &node, "a string, not empty");
}

static ln_status
read_object(ln_csvw* const            r,
            const ln_json_node* const node,
            const unsigned            where,
            ln_reference* const       out)
{
  const ln_json_node paths = ln_json_member(node, "paths");
  LN_TRY(ln_csvw_object(r, node, where, NULL));
  LN_TRY(read_tables(r, node, &out->tables));
  LN_TRY(read_template(r, node, "mint", &out->mint));
  if (where == LN_IN_VALUE_MAP) {
    LN_TRY(read_template(r, node, "value", &out->value));
  } else {
    LN_TRY(read_template(r, node, "under", &out->under));
    LN_TRY(paths.value ? ln_csvw_names(r, &paths, &out->paths) : LN_OK);
  }
  return ln_csvw_bool(r, node, "mintOnRequest", &out->may_mint);
}

static ln_status
read_reference(ln_csvw* const             r,
               const ln_json_node* const  node,
               const unsigned             where,
               const ln_reference** const out)
{
  ln_reference* const made = ln_arena_zero(r->arena, 1U, sizeof(ln_reference));
  if (!made) {
    return LN_NO_MEM;
  }
  *out = made;
  if (json_is_object(node->value)) {
    return read_object(r, node, where, made);
  }
  return where == LN_IN_LOOKUP ? ln_csvw_names(r, node, &made->tables)
                               : ln_csvw_wrong(r, node, "an object with table and value");
}

ln_status
ln_csvw_lookup(ln_csvw* const r, const ln_json_node* const up, const ln_reference** const out)
{
  const ln_json_node node = ln_json_member(up, LN_EXTENSION "lookup");
  return node.value ? read_reference(r, &node, LN_IN_LOOKUP, out) : LN_OK;
}

ln_status
ln_csvw_value_map(ln_csvw* const r, const ln_json_node* const up, const ln_reference** const out)
{
  const ln_json_node node = ln_json_member(up, LN_EXTENSION "valueMap");
  return node.value ? read_reference(r, &node, LN_IN_VALUE_MAP, out) : LN_OK;
}
