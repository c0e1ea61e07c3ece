/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Paths are followed over a record as an odometer turns: the last step moves on as long as it can,
   then the one before. So nothing is gathered, and a path costs the children it looks at. The text
   of an element is that of its own pieces as they stand if nothing is inside it; else the pieces of
   all, with white space as single blanks, since between tags it is mostly layout. */

#include "table/tree_walk.h"

void
ln_tree_walk_start(ln_tree_walk* const       walk,
                   const ln_tree_path* const path,
                   ln_tree_node* const       from)
{
  ln_tree_node* base = from;
  for (size_t i = 0U; base && i < path->up; ++i) {
    base = base->up;
  }
  walk->path   = path;
  walk->at[0]  = base;
  walk->level  = 0U;
  walk->met[0] = 0U;
  if (!base) {
    return;
  }
  walk->level  = 1U;
  walk->at[1]  = NULL;
  walk->met[1] = 0U;
}

static const ln_tree_node*
find_attribute(const ln_tree_node* const node, const ln_view name)
{
  const ln_tree_node* at = node->first;
  while (at && at->kind == LN_NODE_ATTRIBUTE && !ln_view_equals(at->name, name)) {
    at = at->next;
  }
  return at && at->kind == LN_NODE_ATTRIBUTE ? at : NULL;
}

static bool
is_named(const ln_tree_node* const node, const ln_view name)
{
  const bool inner = node->kind != LN_NODE_ATTRIBUTE && node->kind != LN_NODE_TEXT;
  return inner && (!name.s || (node->name.s && ln_view_equals(node->name, name)));
}

/* Whether the element or value has just this text. */
static bool
has_text(const ln_tree_node* const node, const ln_view text)
{
  if (node->kind != LN_NODE_ELEMENT) {
    return node->kind != LN_NODE_HALF && ln_view_equals(node->text, text);
  }
  const ln_tree_node* piece = node->first;
  while (piece && piece->kind == LN_NODE_ATTRIBUTE) {
    piece = piece->next;
  }
  return piece && piece->kind == LN_NODE_TEXT ? ln_view_equals(piece->text, text) : text.n == 0U;
}

static bool
fits(const ln_tree_step* const step, const ln_tree_node* const node, const uint64_t number)
{
  if (step->nth > 0U || !step->key.s) {
    return step->nth == 0U || step->nth == number;
  }
  if (step->by_attribute) {
    const ln_tree_node* const attribute = find_attribute(node, step->key);
    return attribute && ln_view_equals(attribute->text, step->equals);
  }
  for (const ln_tree_node* child = node->first; child; child = child->next) {
    if (is_named(child, step->key) && has_text(child, step->equals)) {
      return true;
    }
  }
  return false;
}

/* The next node that step `k` leads to. */
static ln_tree_node*
step_on(ln_tree_walk* const walk, const size_t k)
{
  const ln_tree_step* const step = &walk->path->steps[k - 1U];
  ln_tree_node*             node = walk->at[k] ? walk->at[k]->next : walk->at[k - 1U]->first;
  for (; node; node = node->next) {
    if (is_named(node, step->name)) {
      node->position = ++walk->met[k];
      if (fits(step, node, node->position)) {
        return node;
      }
    }
  }
  return NULL;
}

bool
ln_tree_walk_next(ln_tree_walk* const walk, ln_tree_node** const node)
{
  const size_t n = walk->path->n;
  if (n == 0U && walk->level > 0U) {
    *node       = walk->at[0];
    walk->level = 0U;
    return true;
  }
  while (walk->level > 0U) {
    const size_t        k     = walk->level;
    const bool          first = !walk->at[k];
    ln_tree_node* const found = step_on(walk, k);
    if (found && k == n) {
      walk->at[k] = found;
      *node       = found;
      return true;
    }
    if (found) {
      walk->at[k]       = found;
      walk->at[k + 1U]  = NULL;
      walk->met[k + 1U] = 0U;
      walk->level       = k + 1U;
      continue;
    }
    walk->level = k - 1U;
    if (k == n && first && walk->path->places) {
      *node = NULL;
      return true;
    }
  }
  return false;
}

static bool
is_blank(const char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* With runs of white space as one blank; none in front. */
static ln_status
add_collapsed(const ln_view text, const size_t begin, ln_text* const out)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const bool blank = is_blank(text.s[i]);
    if (!blank || (out->n > begin && out->s[out->n - 1U] != ' ')) {
      LN_TRY(ln_text_add_byte(out, blank ? ' ' : text.s[i]));
    }
  }
  return LN_OK;
}

/* The node behind this one and all inside it, within `top`; NULL: there is none. */
static const ln_tree_node*
behind(const ln_tree_node* node, const ln_tree_node* const top)
{
  while (node != top && !node->next) {
    node = node->up;
  }
  return node == top ? NULL : node->next;
}

/* `own`: without the text of elements inside. */
static ln_status
add_element(const ln_tree_node* const top, const bool own, ln_text* const out)
{
  const size_t        begin = out->n;
  const ln_tree_node* node  = top->first;
  while (node && node->kind == LN_NODE_ATTRIBUTE) {
    node = node->next;
  }
  if (node && node->kind == LN_NODE_TEXT && !node->next) {
    return ln_text_add(out, node->text);
  }
  while (node) {
    const bool inside = node->kind == LN_NODE_ELEMENT && !own && node->first;
    if (node->kind == LN_NODE_TEXT) {
      LN_TRY(add_collapsed(node->text, begin, out));
    }
    node = inside ? node->first : behind(node, top);
  }
  while (out->n > begin && out->s[out->n - 1U] == ' ') {
    --out->n;
  }
  return LN_OK;
}

static ln_status
add_value(const ln_tree_node* const node, const bool own, ln_text* const out, ln_taken* const taken)
{
  switch (node->kind) {
  case LN_NODE_ELEMENT:
    return add_element(node, own, out);
  case LN_NODE_OBJECT:
    *taken = LN_TAKEN_OBJECT;
    return LN_OK;
  case LN_NODE_NULL:
    *taken = LN_TAKEN_NULL;
    return LN_OK;
  case LN_NODE_WORD:
    *taken = LN_TAKEN_WORD;
    return ln_text_add(out, node->text);
  case LN_NODE_HALF:
    *taken = LN_TAKEN_HALF;
    return ln_text_add(out, node->text);
  case LN_NODE_ATTRIBUTE:
  case LN_NODE_TEXT:
  case LN_NODE_STRING:
    break;
  }
  return ln_text_add(out, node->text);
}

ln_status
ln_tree_text_of(const ln_tree_path* const  path,
                const ln_tree_node* const  node,
                ln_text* const             out,
                ln_taken* const            taken,
                const ln_tree_node** const from)
{
  *from  = node;
  *taken = LN_TAKEN_TEXT;
  if (!node) {
    *taken = LN_TAKEN_NULL;
    return LN_OK;
  }
  switch (path->end) {
  case LN_TREE_ATTRIBUTE: {
    const ln_tree_node* const attribute = find_attribute(node, path->attribute);
    if (attribute) {
      return ln_text_add(out, attribute->text);
    }
    *taken = path->places ? LN_TAKEN_NULL : LN_TAKEN_ABSENT;
    return LN_OK;
  }
  case LN_TREE_POSITION:
    *taken = LN_TAKEN_WORD;
    return ln_text_format(out, "%llu", (unsigned long long)node->position);
  case LN_TREE_NAME:
    return ln_text_add(out, node->name);
  case LN_TREE_VALUE:
  case LN_TREE_TEXT:
    break;
  }
  return add_value(node, path->end == LN_TREE_TEXT, out, taken);
}
