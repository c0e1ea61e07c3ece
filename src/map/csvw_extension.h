/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_CSVW_EXTENSION_H
#define LN_MAP_CSVW_EXTENSION_H

#include "map/csvw_reader.h"

/* What the files that read extension properties share. Private to map/. */

/** A string or a list of strings, at least one; anything else is an error. */
LN_MUST ln_status
ln_csvw_names(ln_csvw* r, const ln_json_node* node, ln_views* out);

/** A text that is not empty, if it is there; `expected` is for the message. */
LN_MUST ln_status
ln_csvw_filled(
  ln_csvw* r, const ln_json_node* up, const char* key, const char* expected, ln_view* out);

/** `when`: a name, an object, or a list of both. Nothing if the node is absent. */
LN_MUST ln_status
ln_csvw_whens(ln_csvw* r, const ln_json_node* node, const ln_when** whens, size_t* n);

/** `require` of a table or schema. */
LN_MUST ln_status
ln_csvw_requirements(ln_csvw* r, const ln_json_node* up, ln_table_map* table);

/** `compare` of a table or schema. */
LN_MUST ln_status
ln_csvw_comparisons(ln_csvw* r, const ln_json_node* up, ln_table_map* table);

/** How the cells of a column are read: `array`, `datatypes`, `datatypeColumn`, `placeholders`,
   `protect`, `separators`, `brackets`, `pad`, `warn`, `extract`, `members`. */
LN_MUST ln_status
ln_csvw_cell(ln_csvw* r, const ln_json_node* node, ln_column* column);

/** `members` of a column. */
LN_MUST ln_status
ln_csvw_members(ln_csvw* r, const ln_json_node* up, ln_column* column);

/** `lookup` of a column. */
LN_MUST ln_status
ln_csvw_lookup(ln_csvw* r, const ln_json_node* up, const ln_reference** out);

/** `valueMap` of a column. */
LN_MUST ln_status
ln_csvw_value_map(ln_csvw* r, const ln_json_node* up, const ln_reference** out);

#endif
