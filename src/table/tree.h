/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_TREE_H
#define LN_TABLE_TREE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "table/tree_path.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The elements of a document one record at a time. A record is what the rows of a spec and all
   their cells are taken from: as a rule one row element. */

typedef enum {
  LN_NODE_ELEMENT,   ///< of XML, or the document
  LN_NODE_ATTRIBUTE, ///< the first children of its element
  LN_NODE_TEXT,      ///< a piece of text between tags
  LN_NODE_OBJECT,    ///< of JSON
  LN_NODE_STRING,
  LN_NODE_HALF, ///< a string with half a surrogate pair; its text is that escape, its place too
  LN_NODE_WORD, ///< a number, true or false, as written
  LN_NODE_NULL,
} ln_node_kind;

/** Where something begins; all count from 1. */
typedef struct {
  uint64_t line;
  uint64_t column; ///< in bytes
  uint64_t letter; ///< in characters
} ln_tree_place;

typedef struct ln_tree_node ln_tree_node;

struct ln_tree_node {
  ln_tree_node* up; ///< NULL: not kept
  ln_tree_node* first;
  ln_tree_node* last;
  ln_tree_node* next;
  ln_view       name; ///< `s` NULL: one that no path names
  ln_view       text; ///< of all kinds but elements and objects
  ln_tree_place place;
  uint64_t      position; ///< among those that a step leads to, once it was gone
  uint32_t      key;      ///< which time the parent's members were named, in JSON
  ln_node_kind  kind;
};

/** Bit of a node's key: it stands in an array. */
#define LN_TREE_IN_ARRAY 0x80000000U

typedef struct ln_tree_record ln_tree_record;

/** A record that is whole. */
struct ln_tree_record {
  ln_tree_record*     next;
  ln_tree_node*       root;  ///< with as many nodes above it as columns go up
  bool                lost;  ///< too large; the root has no children
  const ln_tree_node* twice; ///< a member of a name that its object has twice; it was left out
  ln_tree_place       unknown_place;
  ln_view             unknown; ///< an entity that nobody declared; empty: there is none
  ln_view             refused; ///< what is wrong with a line; then there is no root, and
  ln_tree_place       place;   ///< this is where
};

/** So many names that no path has are kept, for messages. */
enum { LN_TREE_STRANGERS = 64 };

/** Makes records of what a parser finds. Caller's struct. */
typedef struct {
  const ln_tree_spec* spec;
  size_t              limit;   ///< bytes that a record may take
  size_t              depth;   ///< open nodes on the way to a record and inside one
  size_t              skipped; ///< open nodes that nothing is needed of
  ln_tree_node*       at;      ///< innermost open node inside a record; NULL: there is none
  ln_tree_record*     record;  ///< open
  ln_tree_record*     first;   ///< whole
  ln_tree_record*     last;
  ln_text             text; ///< pieces that belong together
  ln_tree_place       text_place;
  ln_arena            arenas[2];
  size_t              own;                      ///< the arena of the open record
  size_t              next;                     ///< of the next one
  size_t              used;                     ///< of it when the open record began
  ln_tree_node*       outer[LN_TREE_STEPS + 1]; ///< open nodes above records
  ln_arena            outer_arena[LN_TREE_STEPS + 1];
  uint64_t            met[LN_TREE_STEPS + 1];       ///< how many matched so far, of the open parent
  ln_view             strangers[LN_TREE_STRANGERS]; ///< names that no path has, the first ones met
  size_t              n_strangers;
  size_t              looks; ///< names that were compared with them
  ln_arena            names; ///< theirs
} ln_tree;

/** `limit` is of bytes in memory. */
void
ln_tree_init(ln_tree* tree, const ln_tree_spec* spec, size_t limit);

void
ln_tree_clear(ln_tree* tree);

/** A node begins: the document first, whose name is empty. `key` tells members of one array (alike)
    from members of one name (not alike); 0 in XML. */
LN_MUST ln_status
ln_tree_enter(
  ln_tree* tree, ln_node_kind kind, ln_view name, uint32_t key, const ln_tree_place* place);

/** Of the node that began last. */
LN_MUST ln_status
ln_tree_attribute(ln_tree* tree, ln_view name, ln_view text, const ln_tree_place* place);

/** A piece of the text of the innermost node; of a value of JSON, all of it. */
LN_MUST ln_status
ln_tree_text(ln_tree* tree, ln_view piece, const ln_tree_place* place);

LN_MUST ln_status
ln_tree_leave(ln_tree* tree);

/** An entity stands here that nobody declared. */
LN_MUST ln_status
ln_tree_unknown(ln_tree* tree, ln_view name, const ln_tree_place* place);

/** What is open is left out, and the document begins anew: a record tells why. */
LN_MUST ln_status
ln_tree_refuse(ln_tree* tree, ln_view problem, const ln_tree_place* place);

/** Whether anything inside the innermost node is needed. */
static inline bool
ln_tree_wants(const ln_tree* const tree)
{
  return tree->skipped == 0U;
}

/** Take the first whole record; NULL: there is none. It stays until ln_tree_settle. */
ln_tree_record*
ln_tree_take(ln_tree* tree);

/** All records that were taken are done with. */
void
ln_tree_settle(ln_tree* tree);

#endif
