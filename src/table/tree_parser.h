/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_TREE_PARSER_H
#define LN_TABLE_TREE_PARSER_H

#include "base/status.h"
#include "base/view.h"
#include "table/tree.h"

#include <stdbool.h>
#include <stddef.h>

/** Elements, objects or arrays may stand inside each other so deep. */
enum { LN_TREE_DEPTH = 1000 };

/** A reader of XML or JSON that is given bytes as they come and fills a tree. */
typedef struct {
  /** The next bytes; `last`: there are no others. LN_USAGE if they are not well-formed, with
      `problem` and `place`. */
  ln_status (*feed)(void* self, ln_view bytes, bool last);
  void (*free)(void* self);
  void*         self;
  const char*   problem; ///< what is wrong, valid until freed
  ln_tree_place place;   ///< and where
  size_t        pending; ///< bytes given of what is not whole yet: a tag, a string
} ln_tree_parser;

/** Parsers fill in what was allocated; `tree` and `parser` are borrowed. */
LN_MUST ln_status
ln_tree_xml_open(ln_tree* tree, ln_tree_parser* parser);

LN_MUST ln_status
ln_tree_json_open(ln_tree* tree, ln_tree_parser* parser);

/** Forget all and begin with a new value, in that line. */
LN_MUST ln_status
ln_tree_json_restart(ln_tree_parser* parser, uint64_t line);

/** Whether no value is open. */
bool
ln_tree_json_idle(const ln_tree_parser* parser);

/** JSON or JSON lines. A line of these that is broken is refused (ln_tree_refuse), and the others
   are read. */
LN_MUST ln_status
ln_tree_lines_open(ln_tree* tree, ln_tree_parser* parser);

static inline void
ln_tree_parser_close(ln_tree_parser* const parser)
{
  if (parser->self) {
    parser->free(parser->self);
  }
  *parser = (ln_tree_parser){.self = NULL};
}

#endif
