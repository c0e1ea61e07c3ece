/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_HEADER_INNER_H
#define LN_MAP_HEADER_INNER_H

#include "base/arena.h"
#include "base/status.h"
#include "map/header_cell.h"
#include "map/header_mapping.h"
#include "rdf/datatype.h"

/* What the files that read a mapping out of a header row share. Private to map/. */

/** A column, understood; empty views are absent. */
typedef struct {
  ln_header_cell cell;
  ln_view        title;
  ln_view        name;       ///< variable of templates, unlike all others; empty: has none
  ln_view        property;   ///< template of an IRI
  ln_view template;          ///< with `{}` filled in
  ln_view          class_of; ///< of `@id`: what the row is
  ln_datatype_spec datatype;
  bool             typed; ///< has one
} ln_header_column;

typedef struct {
  const ln_header_setting* setting;
  const ln_row*            row;
  ln_arena                 arena;
  ln_header_column*        columns;
  size_t                   n;
  size_t                   subject; ///< the column of `@id`, or SIZE_MAX
  bool                     failed;
} ln_header_reader;

/** Report a fault of cell `i` as an error. `hint` may be empty. */
LN_MUST ln_status
ln_header_report(ln_header_reader* r, size_t i, ln_code code, ln_view hint, const char* format, ...)
  LN_PRINTF(5, 6);

/** What a name in cell `i` stands for: with its prefix replaced, or as it is if it has none. An
   unknown prefix is reported, and `out` is the empty view. */
LN_MUST ln_status
ln_header_expand(ln_header_reader* r, size_t i, ln_view name, ln_view* out);

/** The template of cell `i`: prefix replaced, `{}` filled in, and all its names looked up. */
LN_MUST ln_status
ln_header_template(ln_header_reader* r, size_t i);

/** Write all columns as a document. */
LN_MUST ln_status
ln_header_write(const ln_header_reader* r, ln_out* out);

#endif
