/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   What a parser finds becomes records, and nothing else is kept: of the nodes on the way to them
   only those that are open, of the rest not even the names. Two arenas take turns: while a record
   is open in one, the records that came before it are done with and the other one is free, so that
   memory is that of the largest record and of one read. Invariant: `at` is NULL or inside the open
   record, whose root is `depth` nodes deep at least; below `skipped` nodes only depth is counted. A
   record beyond the limit is given up where that is seen, and what is left of it is passed over. */

#include "table/tree.h"

#include "base/memory.h"
#include "table/validity.h"

#include <string.h>

enum { LOOKS = 4096, LONGEST_NAME = 100 };

void
ln_tree_init(ln_tree* const tree, const ln_tree_spec* const spec, const size_t limit)
{
  *tree = (ln_tree){.spec = spec, .limit = limit};
}

void
ln_tree_clear(ln_tree* const tree)
{
  ln_text_clear(&tree->text);
  ln_arena_clear(&tree->names);
  ln_arena_clear(&tree->arenas[0]);
  ln_arena_clear(&tree->arenas[1]);
  for (size_t i = 0U; i <= (size_t)LN_TREE_STEPS; ++i) {
    ln_arena_clear(&tree->outer_arena[i]);
  }
}

/* The spec's own copy of a name; absent if no path names it. */
static ln_view
known_name(const ln_tree* const tree, const ln_view name)
{
  for (size_t i = 0U; i < tree->spec->n_names; ++i) {
    if (ln_view_equals(tree->spec->names[i], name)) {
      return tree->spec->names[i];
    }
  }
  return (ln_view){NULL, 0U};
}

/* Names that no path has are kept from the beginning of a document only, and only those that are
   text, so that they can be compared. */
static ln_status
meet_stranger(ln_tree* const tree, const ln_view name)
{
  if (tree->looks == (size_t)LOOKS || tree->n_strangers == (size_t)LN_TREE_STRANGERS) {
    return LN_OK;
  }
  ++tree->looks;
  for (size_t i = 0U; i < tree->n_strangers; ++i) {
    if (ln_view_equals(tree->strangers[i], name)) {
      return LN_OK;
    }
  }
  if (ln_validity_fault(name) < name.n) {
    return LN_OK;
  }
  const ln_view copy                 = ln_arena_copy(&tree->names, name);
  tree->strangers[tree->n_strangers] = copy;
  tree->n_strangers += copy.s != NULL;
  return copy.s ? LN_OK : LN_NO_MEM;
}

static ln_status
keep_name(const ln_tree* const tree, ln_arena* const arena, const ln_view name, ln_view* const out)
{
  *out = known_name(tree, name);
  if (!out->s && tree->spec->any) {
    *out = ln_arena_copy(arena, name);
    return out->s ? LN_OK : LN_NO_MEM;
  }
  return LN_OK;
}

static ln_status
new_node(const ln_tree* const       tree,
         ln_arena* const            arena,
         const ln_node_kind         kind,
         const ln_view              name,
         const ln_tree_place* const place,
         ln_tree_node** const       node)
{
  ln_tree_node* const made = ln_arena_zero(arena, 1U, sizeof(ln_tree_node));
  *node                    = made;
  if (!made) {
    return LN_NO_MEM;
  }
  made->kind  = kind;
  made->place = *place;
  return keep_name(tree, arena, name, &made->name);
}

static void
add_child(ln_tree_node* const up, ln_tree_node* const node)
{
  node->up = up;
  if (up->last) {
    up->last->next = node;
  } else {
    up->first = node;
  }
  up->last = node;
}

/* A copy of an open node above a record, with its attributes, for as long as the record. */
static ln_status
copy_outer(ln_arena* const arena, const ln_tree_node* const from, ln_tree_node** const copy)
{
  ln_tree_node* const made = ln_arena_zero(arena, 1U, sizeof(ln_tree_node));
  ln_view             name = from->name.s ? ln_arena_copy(arena, from->name) : from->name;
  if (!made || (from->name.s && !name.s)) {
    return LN_NO_MEM;
  }
  *made = (ln_tree_node){
    .kind = from->kind, .name = name, .place = from->place, .position = from->position};
  for (const ln_tree_node* child = from->first; child; child = child->next) {
    ln_tree_node* const attribute = ln_arena_zero(arena, 1U, sizeof(ln_tree_node));
    if (!attribute) {
      return LN_NO_MEM;
    }
    *attribute      = *child;
    attribute->next = NULL;
    attribute->text = ln_arena_copy(arena, child->text);
    if (!attribute->text.s) {
      return LN_NO_MEM;
    }
    add_child(made, attribute);
  }
  *copy = made;
  return LN_OK;
}

/* What stands above the record, as far as columns go up. */
static ln_status
copy_way(const ln_tree* const tree, ln_arena* const arena, ln_tree_node* const root)
{
  ln_tree_node* below  = root;
  const size_t  inner  = tree->spec->rows.n - tree->spec->record; /* gone up inside the record */
  const size_t  wanted = tree->spec->up > inner ? tree->spec->up - inner : 0U;
  for (size_t i = 0U; i < wanted && i < tree->depth; ++i) {
    ln_tree_node* copy = NULL;
    LN_TRY(copy_outer(arena, tree->outer[tree->depth - 1U - i], &copy));
    below->up = copy;
    below     = copy;
  }
  return LN_OK;
}

static ln_status
begin_record(ln_tree* const             tree,
             const ln_node_kind         kind,
             const ln_view              name,
             const uint32_t             key,
             const ln_tree_place* const place)
{
  ln_arena* const arena = &tree->arenas[tree->next];
  ln_tree_node*   root  = NULL;
  const size_t    used  = arena->used;
  tree->record          = ln_arena_zero(arena, 1U, sizeof(ln_tree_record));
  if (!tree->record) {
    return LN_NO_MEM;
  }
  LN_TRY(new_node(tree, arena, kind, name, place, &root));
  root->position = tree->met[tree->depth];
  root->key      = key;
  LN_TRY(copy_way(tree, arena, root));
  tree->own          = tree->next;
  tree->used         = used;
  tree->record->root = root;
  tree->at           = root;
  return LN_OK;
}

static ln_status
begin_outer(ln_tree* const             tree,
            const ln_node_kind         kind,
            const ln_view              name,
            const ln_tree_place* const place)
{
  const size_t    d     = tree->depth;
  ln_arena* const arena = &tree->outer_arena[d];
  ln_arena_reset(arena);
  LN_TRY(new_node(tree, arena, kind, name, place, &tree->outer[d]));
  tree->outer[d]->position = tree->met[d];
  tree->met[d + 1U]        = 0U;
  return LN_OK;
}

/* On the way to a record: what is not on it is passed over. */
static ln_status
enter_way(ln_tree* const             tree,
          const ln_node_kind         kind,
          const ln_view              name,
          const uint32_t             key,
          const ln_tree_place* const place)
{
  const size_t  d    = tree->depth;
  const ln_view step = d > 0U ? tree->spec->rows.steps[d - 1U].name : LN_V("");
  if (d > 0U && step.s && !ln_view_equals(step, name)) {
    tree->skipped = 1U;
    return LN_OK;
  }
  ++tree->met[d];
  LN_TRY(d == tree->spec->record ? begin_record(tree, kind, name, key, place)
                                 : begin_outer(tree, kind, name, place));
  ++tree->depth;
  return LN_OK;
}

/* A piece of text is whole when a tag follows. Most is white space between tags; where nothing else
   is in an element, it is its text. */
static ln_status
flush_text(ln_tree* const tree, const bool ends)
{
  const ln_tree_node* const before = tree->at->last;
  const bool                alone  = ends && (!before || before->kind == LN_NODE_ATTRIBUTE);

  ln_tree_node* node  = NULL;
  const ln_view text  = ln_text_view(&tree->text);
  ln_arena*     arena = &tree->arenas[tree->own];
  if (text.n == 0U) {
    return LN_OK;
  }
  LN_TRY(new_node(tree, arena, LN_NODE_TEXT, LN_V(""), &tree->text_place, &node));
  node->text = alone || ln_view_trim(text).n > 0U ? ln_arena_copy(arena, text) : LN_V(" ");
  ln_text_reset(&tree->text);
  add_child(tree->at, node);
  return node->text.s ? LN_OK : LN_NO_MEM;
}

/* Give the open record up: pass over the rest of it. */
static void
lose_record(ln_tree* const tree)
{
  ln_tree_node* const root = tree->record->root;
  root->first              = NULL;
  root->last               = NULL;
  tree->record->lost       = true;
  tree->skipped            = tree->depth - tree->spec->record;
  tree->depth              = tree->spec->record;
  tree->at                 = NULL;
  ln_text_clear(&tree->text);
}

static bool
is_full(ln_tree* const tree, const size_t more)
{
  const size_t used = tree->arenas[tree->own].used - tree->used;
  if (used + tree->text.n + more <= tree->limit) {
    return false;
  }
  lose_record(tree);
  return true;
}

/* Whether the object has a member of this name already that is not of the same array. */
static bool
is_twice(const ln_tree_node* const up, const ln_view name, const uint32_t key)
{
  for (const ln_tree_node* node = up->first; node; node = node->next) {
    if (node->key != key && node->name.s == name.s) {
      return true;
    }
  }
  return false;
}

static ln_status
enter_record(ln_tree* const             tree,
             const ln_node_kind         kind,
             const ln_view              name,
             const uint32_t             key,
             const ln_tree_place* const place)
{
  const ln_view known = known_name(tree, name);
  ln_tree_node* node  = NULL;
  /* In JSON no value has the text of those inside. */
  if (key > 0U && !known.s && !tree->spec->any) {
    tree->skipped = 1U;
    return LN_OK;
  }
  LN_TRY(flush_text(tree, false));
  LN_TRY(new_node(tree, &tree->arenas[tree->own], kind, name, place, &node));
  if (key > 0U && known.s && is_twice(tree->at, known, key)) {
    tree->record->twice = tree->record->twice ? tree->record->twice : node;
    tree->skipped       = 1U;
    return LN_OK;
  }
  node->key = key;
  add_child(tree->at, node);
  tree->at = node;
  ++tree->depth;
  return LN_OK;
}

ln_status
ln_tree_enter(ln_tree* const             tree,
              const ln_node_kind         kind,
              const ln_view              name,
              const uint32_t             key,
              const ln_tree_place* const place)
{
  if (tree->at && is_full(tree, 0U)) {
    ++tree->skipped;
    return LN_OK;
  }
  if (tree->skipped > 0U) {
    ++tree->skipped;
    return LN_OK;
  }
  if (name.n > 0U && name.n <= (size_t)LONGEST_NAME && !known_name(tree, name).s) {
    LN_TRY(meet_stranger(tree, name));
  }
  return tree->at ? enter_record(tree, kind, name, key, place)
                  : enter_way(tree, kind, name, key, place);
}

ln_status
ln_tree_attribute(ln_tree* const             tree,
                  const ln_view              name,
                  const ln_view              text,
                  const ln_tree_place* const place)
{
  const bool known = tree->spec->all || known_name(tree, name).s;
  if (tree->skipped == 0U && !known && name.n <= (size_t)LONGEST_NAME) {
    return meet_stranger(tree, name);
  }
  if (tree->skipped > 0U || !known || (tree->at && is_full(tree, text.n))) {
    return LN_OK;
  }
  const size_t        last  = tree->depth - 1U; /* on the way, the node that began last */
  ln_tree_node* const up    = tree->at ? tree->at : tree->outer[last];
  ln_arena* const     arena = tree->at ? &tree->arenas[tree->own] : &tree->outer_arena[last];
  ln_tree_node*       node  = NULL;
  LN_TRY(new_node(tree, arena, LN_NODE_ATTRIBUTE, name, place, &node));
  node->text = ln_arena_copy(arena, text);
  add_child(up, node);
  return node->text.s ? LN_OK : LN_NO_MEM;
}

ln_status
ln_tree_text(ln_tree* const tree, const ln_view piece, const ln_tree_place* const place)
{
  if (tree->skipped > 0U || !tree->at || is_full(tree, piece.n)) {
    return LN_OK;
  }
  if (tree->at->kind != LN_NODE_ELEMENT) {
    tree->at->text = ln_arena_copy(&tree->arenas[tree->own], piece);
    return tree->at->text.s ? LN_OK : LN_NO_MEM;
  }
  if (tree->text.n == 0U) {
    tree->text_place = *place;
  }
  return ln_text_add(&tree->text, piece);
}

static void
end_record(ln_tree* const tree)
{
  if (tree->last) {
    tree->last->next = tree->record;
  } else {
    tree->first = tree->record;
  }
  tree->last   = tree->record;
  tree->record = NULL;
  tree->at     = NULL;
}

ln_status
ln_tree_leave(ln_tree* const tree)
{
  if (tree->skipped > 0U) {
    --tree->skipped;
    if (tree->skipped == 0U && tree->record && tree->record->lost) {
      end_record(tree);
    }
    return LN_OK;
  }
  if (tree->at) {
    LN_TRY(flush_text(tree, true));
    --tree->depth;
    if (tree->at == tree->record->root) {
      end_record(tree);
    } else {
      tree->at = tree->at->up;
    }
    return LN_OK;
  }
  --tree->depth;
  return LN_OK;
}

ln_status
ln_tree_unknown(ln_tree* const tree, const ln_view name, const ln_tree_place* const place)
{
  if (!tree->at || tree->record->unknown.n > 0U) {
    return LN_OK;
  }
  tree->record->unknown_place = *place;
  tree->record->unknown       = ln_arena_copy(&tree->arenas[tree->own], name);
  return tree->record->unknown.s ? LN_OK : LN_NO_MEM;
}

ln_status
ln_tree_refuse(ln_tree* const tree, const ln_view problem, const ln_tree_place* const place)
{
  ln_arena* const arena = &tree->arenas[tree->record ? tree->own : tree->next];
  tree->record          = ln_arena_zero(arena, 1U, sizeof(ln_tree_record));
  if (!tree->record) {
    return LN_NO_MEM;
  }
  tree->record->place   = *place;
  tree->record->refused = ln_arena_copy(arena, problem);
  tree->depth           = 0U;
  tree->skipped         = 0U;
  const bool kept       = tree->record->refused.s;
  ln_text_reset(&tree->text);
  end_record(tree);
  return kept ? LN_OK : LN_NO_MEM;
}

ln_tree_record*
ln_tree_take(ln_tree* const tree)
{
  ln_tree_record* const record = tree->first;
  if (record) {
    tree->first = record->next;
    tree->last  = tree->first ? tree->last : NULL;
  }
  return record;
}

void
ln_tree_settle(ln_tree* const tree)
{
  tree->next = tree->record ? 1U - tree->own : tree->next;
  ln_arena_reset(&tree->arenas[tree->next]);
}
