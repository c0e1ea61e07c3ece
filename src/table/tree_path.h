/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_TREE_PATH_H
#define LN_TABLE_TREE_PATH_H

#include "base/arena.h"
#include "base/status.h"
#include "base/view.h"
#include "table/dialect.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where rows and cells stand in a document of XML or JSON: a small part of XPath's abbreviated
   syntax, the same for both (docs/mapping.md has the grammar). */

typedef enum { LN_TREE_XML, LN_TREE_JSON } ln_tree_format;

/** Most steps of a path. */
enum { LN_TREE_STEPS = 32 };

/** What a path takes of the element or value that its steps lead to. */
typedef enum {
  LN_TREE_VALUE,     ///< its text, that of elements inside included; a value of JSON
  LN_TREE_ATTRIBUTE, ///< `@name`
  LN_TREE_TEXT,      ///< `text()`: its own text
  LN_TREE_POSITION,  ///< `position()`: its number among those that its step leads to, from 1
  LN_TREE_NAME,      ///< `name()`
} ln_tree_end;

/** `name`, `*`, `name[2]`, `name[@type='x']`, `name[kind='x']`. */
typedef struct {
  ln_view  name;         ///< `s` NULL: any
  uint32_t nth;          ///< only this one; 0: all
  ln_view  key;          ///< only where this attribute or member; `s` NULL: all
  bool     by_attribute; ///< the key is an attribute
  ln_view  equals;       ///< has this text
} ln_tree_step;

typedef struct {
  size_t              up; ///< `..` in front
  const ln_tree_step* steps;
  size_t              n;
  ln_tree_end         end;
  ln_view             attribute;
  bool                places; ///< `?` behind: what is not there is an item without a value
} ln_tree_path;

/** A column. */
typedef struct {
  ln_view      text; ///< the path as written
  ln_tree_path path;
  bool         list;  ///< all that the path leads to, as an array of JSON; else one is expected
  bool         inner; ///< another column takes something from within
} ln_tree_column;

/** How a document is cut into rows. Everything is borrowed. */
struct ln_tree_spec {
  ln_tree_format        format;
  ln_view               text; ///< the path of rows as written
  ln_tree_path          rows; ///< from the document down; names alone
  const ln_tree_column* columns;
  size_t                n;
  /** How many steps of `rows` lead to what is kept in memory at a time: fewer than all if a column
      goes up and takes an element or value from there. */
  size_t         record;
  size_t         up;    ///< most steps that a column goes up
  const ln_view* names; ///< all that paths name; each once
  size_t         n_names;
  bool           any; ///< some step takes any name, or a column asks for it
  bool           all; ///< attributes that no path names are kept, too
};

/** Read a path. `*problem` says what is wrong (static storage), at byte `*at`; NULL: nothing is. Of
    rows, the path is absolute (`/releases/release`); of a column, relative. Everything is put into
    the arena but `text`. LN_NO_MEM. */
LN_MUST ln_status
ln_tree_path_read(ln_arena*     arena,
                  ln_view       text,
                  bool          absolute,
                  ln_tree_path* path,
                  const char**  problem,
                  size_t*       at);

/** Complete a spec whose format, paths and columns are given, the columns as a table of one's own;
    in JSON an attribute is a member whose name begins with `@`. `*column` is the first column that
    goes up further than there are steps, else SIZE_MAX. */
LN_MUST ln_status
ln_tree_spec_make(ln_arena* arena, ln_tree_spec* spec, ln_tree_column* columns, size_t* column);

#endif
