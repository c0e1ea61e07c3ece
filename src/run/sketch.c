/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The shape of a document, from its first bytes. They are read as one record, which is walked once
   from the front; each node finds or makes its like below that of its parent. No recursion. Cost:
   memory of the beginning that is looked at, and a comparison for each sibling of another name. */

#include "run/sketch.h"

#include "base/memory.h"
#include "table/tree_parser.h"

enum { MOST_NODES = 2000, MOST_BYTES = 256 << 20, FIRST_NODES = 64 };

void
ln_sketch_clear(ln_sketch* const sketch)
{
  ln_free(sketch->nodes);
  *sketch = (ln_sketch){NULL, 0U, 0U, false};
}

static size_t
find(const ln_sketch* const sketch, const size_t up, const ln_tree_node* const node)
{
  const bool attribute = node->kind == LN_NODE_ATTRIBUTE;
  const bool nameless  = node->kind == LN_NODE_TEXT;
  for (size_t i = up == SIZE_MAX ? 0U : up + 1U; i < sketch->n; ++i) {
    const ln_sketch_node* const like = &sketch->nodes[i];
    if (like->up == up && like->attribute == attribute && !like->name.s == nameless &&
        (nameless || ln_view_equals(like->name, node->name))) {
      return i;
    }
  }
  return SIZE_MAX;
}

/* SIZE_MAX: there are too many. */
static ln_status
add(ln_sketch* const          sketch,
    ln_arena* const           arena,
    const size_t              up,
    const ln_tree_node* const node,
    size_t* const             at)
{
  *at = SIZE_MAX;
  if (sketch->n == (size_t)MOST_NODES) {
    sketch->full = true;
    return LN_OK;
  }
  if (sketch->n == sketch->cap) {
    const size_t          cap   = sketch->cap > 0U ? 2U * sketch->cap : (size_t)FIRST_NODES;
    ln_sketch_node* const nodes = ln_realloc(sketch->nodes, cap, sizeof(ln_sketch_node));
    if (!nodes) {
      return LN_NO_MEM;
    }
    sketch->nodes = nodes;
    sketch->cap   = cap;
  }
  ln_sketch_node made = {.up = up, .attribute = node->kind == LN_NODE_ATTRIBUTE};
  if (node->kind != LN_NODE_TEXT) {
    made.name = ln_arena_copy(arena, node->name);
    if (!made.name.s) {
      return LN_NO_MEM;
    }
  }
  *at                = sketch->n++;
  sketch->nodes[*at] = made;
  return LN_OK;
}

/* What a node tells of those like it and of what it stands in. */
static void
learn(ln_sketch* const sketch, const size_t at, const ln_tree_node* const node)
{
  ln_sketch_node* const like = &sketch->nodes[at];
  ++like->n;
  like->run   = like->owner == node->up && node->up ? like->run + 1U : 1U;
  like->owner = node->up;
  like->most  = like->run > like->most ? like->run : like->most;
  like->array = like->array || (node->key & LN_TREE_IN_ARRAY) != 0U;
  if (like->up == SIZE_MAX) {
    return;
  }
  ln_sketch_node* const up = &sketch->nodes[like->up];
  up->text   = up->text || (node->kind == LN_NODE_TEXT && ln_view_trim(node->text).n > 0U);
  up->marked = up->marked || node->kind == LN_NODE_ATTRIBUTE;
  up->inner  = up->inner || (node->kind != LN_NODE_ATTRIBUTE && node->kind != LN_NODE_TEXT);
}

static ln_status
enter(ln_sketch* const          sketch,
      ln_arena* const           arena,
      const size_t              up,
      const ln_tree_node* const node,
      size_t* const             at)
{
  *at = find(sketch, up, node);
  if (*at == SIZE_MAX) {
    LN_TRY(add(sketch, arena, up, node, at));
  }
  if (*at != SIZE_MAX) {
    learn(sketch, *at, node);
  }
  return LN_OK;
}

static ln_status
walk(ln_sketch* const sketch, ln_arena* const arena, const ln_tree_node* const root)
{
  const ln_tree_node* node  = root;
  size_t              above = SIZE_MAX; /* the like of what the node stands in */
  size_t              at    = SIZE_MAX;
  LN_TRY(enter(sketch, arena, above, node, &at));
  while (node) {
    if (node->first && at != SIZE_MAX) {
      node  = node->first;
      above = at;
    } else {
      while (node != root && !node->next) {
        node  = node->up;
        above = sketch->nodes[above].up;
      }
      node = node != root ? node->next : NULL;
    }
    LN_TRY(node ? enter(sketch, arena, above, node, &at) : LN_OK);
  }
  return LN_OK;
}

ln_status
ln_sketch_make(ln_arena* const      arena,
               const ln_view        head,
               const ln_tree_format format,
               ln_sketch* const     sketch)
{
  const ln_tree_spec spec   = {.format = format, .any = true, .all = true};
  ln_tree_parser     parser = {.self = NULL};
  ln_tree            tree;
  ln_tree_init(&tree, &spec, MOST_BYTES);
  ln_status st =
    format == LN_TREE_XML ? ln_tree_xml_open(&tree, &parser) : ln_tree_lines_open(&tree, &parser);
  if (st == LN_OK) {
    st = parser.feed(parser.self, head, false);
    st = st == LN_USAGE ? LN_OK : st;
  }
  for (const ln_tree_record* r = ln_tree_take(&tree); st == LN_OK && r; r = ln_tree_take(&tree)) {
    st = r->root && !r->lost ? walk(sketch, arena, r->root) : LN_OK;
  }
  if (st == LN_OK && tree.record && !tree.record->lost && tree.record->root) {
    st = walk(sketch, arena, tree.record->root); /* as far as it goes */
  }
  ln_tree_parser_close(&parser);
  ln_tree_clear(&tree);
  return st;
}
