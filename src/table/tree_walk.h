/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_TREE_WALK_H
#define LN_TABLE_TREE_WALK_H

#include "base/status.h"
#include "base/text.h"
#include "table/tree.h"
#include "table/tree_path.h"

#include <stdbool.h>
#include <stddef.h>

/** A walk over all that a path leads to from one node, in the order of the document. */
typedef struct {
  const ln_tree_path* path;
  ln_tree_node*       at[LN_TREE_STEPS + 1]; ///< [0]: where it begins; [k]: where step k leads
  uint64_t            met[LN_TREE_STEPS + 1];
  size_t              level; ///< the step to be taken next; 0: the walk is over
} ln_tree_walk;

void
ln_tree_walk_start(ln_tree_walk* walk, const ln_tree_path* path, ln_tree_node* from);

/** The next node, whose position is set then. False at the end. `*node` is NULL where `?` keeps the
    place of one that is not there. */
bool
ln_tree_walk_next(ln_tree_walk* walk, ln_tree_node** node);

/** What a path takes of a node that it leads to. */
typedef enum {
  LN_TAKEN_TEXT,   ///< text
  LN_TAKEN_WORD,   ///< a number, true or false
  LN_TAKEN_NULL,   ///< null, or nothing
  LN_TAKEN_ABSENT, ///< there is no such attribute
  LN_TAKEN_OBJECT, ///< an object, which is no text
  LN_TAKEN_HALF,   ///< half a surrogate pair, which is no text; the escape is appended
} ln_taken;

/** Append it. `node` NULL: nothing. `*from` is where it stands. */
LN_MUST ln_status
ln_tree_text_of(const ln_tree_path*  path,
                const ln_tree_node*  node,
                ln_text*             out,
                ln_taken*            taken,
                const ln_tree_node** from);

#endif
