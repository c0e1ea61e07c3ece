/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_HEADER_CELL_H
#define LN_MAP_HEADER_CELL_H

#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>

/** A mapping typed into a header cell (docs/mapping.md, "A mapping in the header row"):

        what [separator] ^^datatype(format) @language <template> ?(null|null) !

   `what` comes first, the marks behind it in any order, each at most once. */

typedef enum {
  LN_HEADER_NOTHING,  ///< an empty cell: the column is left out
  LN_HEADER_ID,       ///< `@id`: what the row is about
  LN_HEADER_TYPE,     ///< `@type`
  LN_HEADER_PROPERTY, ///< a name with or without prefix, or an IRI
} ln_header_kind;

/** Views borrow from the cell; `s` NULL: the mark is not there. */
typedef struct {
  ln_header_kind kind;
  ln_view        property; ///< without `<` and `>`
  bool           is_iri;   ///< it stood between them
  ln_view        separator;
  ln_view        datatype;
  bool           datatype_is_iri;
  ln_view        format;
  ln_view        lang;
  ln_view template;
  ln_view nulls; ///< between the parentheses
  bool    required;
} ln_header_cell;

/** Cut a cell into its parts. False with a static sentence part in `*problem` and its byte in
   `*at`, counted from 0. */
bool
ln_header_cell_parse(ln_view cell, ln_header_cell* out, const char** problem, size_t* at);

#endif
