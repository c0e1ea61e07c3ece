/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_SKETCH_H
#define LN_RUN_SKETCH_H

#include "base/arena.h"
#include "base/status.h"
#include "base/view.h"
#include "table/tree.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The shape of a document of XML or JSON: everything that has the same path is one. Private to
 * run/. */

/** What has one path: elements, attributes, members. */
typedef struct {
  ln_view     name; ///< `s` NULL: text between tags
  size_t      up;   ///< SIZE_MAX: the document
  bool        attribute;
  bool        array;  ///< stands in an array of JSON
  bool        text;   ///< has text of its own that is not blank
  bool        inner;  ///< has elements or members
  bool        marked; ///< has attributes
  uint64_t    n;      ///< how often it was met
  uint64_t    most;   ///< and in one thing at most
  uint64_t    run;    ///< in the thing at hand
  const void* owner;  ///< which is this
} ln_sketch_node;

/** In the order in which they were first met, so that what is above comes first. */
typedef struct {
  ln_sketch_node* nodes;
  size_t          n;
  size_t          cap;
  bool            full; ///< there are more
} ln_sketch;

/** Look at the beginning of a document; what is broken or cut off is as if it ended there. Names
   are copied into the arena; ln_sketch_clear gives back the rest. */
LN_MUST ln_status
ln_sketch_make(ln_arena* arena, ln_view head, ln_tree_format format, ln_sketch* sketch);

void
ln_sketch_clear(ln_sketch* sketch);

/** Whether several can stand in one thing. */
static inline bool
ln_sketch_repeats(const ln_sketch_node* const node)
{
  return node->array || node->most > 1U;
}

/** Whether there is anything in it but text. */
static inline bool
ln_sketch_complex(const ln_sketch_node* const node)
{
  return node->inner || node->marked;
}

#endif
