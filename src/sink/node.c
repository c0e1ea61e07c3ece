/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Planned members as text. One value stands on the line of its key; several stand one a line, so
   that a changed value changes one line. Values are never split over lines themselves. IRIs are
   expanded into a scratch text and made compact under the context. No allocation once the scratch
   has its size. */

#include "sink/node.h"

#include "sink/escape.h"

void
ln_node_clear(ln_node* const node)
{
  ln_text_clear(&node->iri);
  ln_members_clear(&node->members);
}

void
ln_node_line(ln_out* const out, const size_t level)
{
  ln_out_put_byte(out, '\n');
  for (size_t i = 0U; i < level; ++i) {
    ln_out_put_view(out, LN_V("  "));
  }
}

static void
put_quoted(ln_out* const out, const ln_view v)
{
  ln_out_put_byte(out, '"');
  ln_escape_put(out, v, LN_ESCAPE_JSON);
  ln_out_put_byte(out, '"');
}

void
ln_node_key(ln_out* const out, const ln_view key)
{
  put_quoted(out, key);
  ln_out_put_view(out, LN_V(": "));
}

static void
put_compact(ln_out* const out, const ln_compact compact)
{
  ln_out_put_byte(out, '"');
  if (compact.prefix.n > 0U) {
    ln_escape_put(out, compact.prefix, LN_ESCAPE_JSON);
    ln_out_put_byte(out, ':');
  }
  ln_escape_put(out, compact.rest, LN_ESCAPE_JSON);
  ln_out_put_byte(out, '"');
}

/** The whole IRI of a term, or `_:` and the label; borrowed until the next call. */
static ln_status
expand(ln_node* const node, const ln_term term, ln_view* const iri)
{
  ln_text_reset(&node->iri);
  LN_TRY(ln_names_expand(node->names, term, &node->iri));
  *iri = ln_text_view(&node->iri);
  return LN_OK;
}

static ln_status
put_id(ln_node* const node, const ln_term term)
{
  ln_view    iri     = {NULL, 0U};
  ln_compact compact = {{NULL, 0U}, {NULL, 0U}, false};
  LN_TRY(expand(node, term, &iri));
  if (term.kind == LN_BLANK) {
    compact.rest = iri;
  } else if (!ln_context_id(node->context, iri, &compact)) {
    return LN_USAGE;
  }
  put_compact(node->out, compact);
  return node->out->status;
}

static ln_status
put_word(ln_node* const node, const ln_member* const member, const ln_term term)
{
  const bool    scoped  = member->term && member->term->scope == LN_SCOPE_VOCAB;
  const ln_view vocab   = scoped ? member->term->vocab : ln_context_vocab(node->context);
  ln_view       iri     = {NULL, 0U};
  ln_compact    compact = {{NULL, 0U}, {NULL, 0U}, false};
  LN_TRY(expand(node, term, &iri));
  if (term.kind == LN_BLANK) {
    compact.rest = iri;
  } else if (!ln_context_word(node->context, vocab, iri, &compact)) {
    return LN_USAGE;
  }
  put_compact(node->out, compact);
  return node->out->status;
}

static void
put_lexical(ln_out* const out, const ln_term term)
{
  ln_out_put_byte(out, '"');
  if (term.flags & LN_CLEAN) {
    ln_out_put_view(out, ln_term_bytes(term));
  } else {
    ln_escape_put(out, ln_term_bytes(term), LN_ESCAPE_JSON);
  }
  ln_out_put_byte(out, '"');
}

/** `{"@value": …}` with datatype or language. The datatype is a term or has a colon: words of a
   vocabulary are not used, since the term around may have another one. */
static ln_status
put_full_value(ln_node* const node, const ln_term term)
{
  const ln_stem* const stem = ln_names_stem_at(node->names, term.stem);
  ln_out_put_view(node->out, LN_V("{\"@value\": "));
  put_lexical(node->out, term);
  if (stem->lang.n > 0U) {
    ln_out_put_view(node->out, LN_V(", \"@language\": "));
    put_quoted(node->out, stem->lang);
  } else if (stem->iri.n > 0U) {
    ln_compact compact;
    if (!ln_context_word(node->context, (ln_view){NULL, 0U}, stem->iri, &compact)) {
      return LN_USAGE;
    }
    ln_out_put_view(node->out, LN_V(", \"@type\": "));
    put_compact(node->out, compact);
  }
  ln_out_put_byte(node->out, '}');
  return node->out->status;
}

ln_status
ln_node_open(ln_node* const node, const ln_term subject, const size_t level)
{
  ln_out_put_byte(node->out, '{');
  ln_node_line(node->out, level + 1U);
  ln_node_key(node->out, ln_context_id_key(node->context));
  return put_id(node, subject);
}

ln_status
ln_node_member_key(ln_node* const node, const ln_member* const member)
{
  bool       unused  = false;
  ln_compact compact = {{NULL, 0U}, {NULL, 0U}, false};
  if (member->term) {
    compact.rest = member->term->name;
  } else if (member->iri.n == 0U) {
    compact.rest = ln_context_type_key(node->context, &unused);
  } else if (!ln_context_key(node->context, member->iri, &compact)) {
    return LN_USAGE;
  }
  put_compact(node->out, compact);
  ln_out_put_view(node->out, LN_V(": "));
  return node->out->status;
}

bool
ln_node_is_array(const ln_node* const node, const ln_member* const member)
{
  bool set = member->term && member->term->set;
  if (!member->term && member->iri.n == 0U) {
    (void)ln_context_type_key(node->context, &set);
  }
  return set || member->n > 1U;
}

static ln_status
put_node(ln_node* const node, const ln_term term)
{
  ln_out_put_byte(node->out, '{');
  ln_node_key(node->out, ln_context_id_key(node->context));
  LN_TRY(put_id(node, term));
  ln_out_put_byte(node->out, '}');
  return node->out->status;
}

/** An item of a list, so that no coercion of the key means anything. */
static ln_status
put_item(ln_node* const node, const ln_member* const member, const ln_term term)
{
  const bool literal = term.kind == LN_LITERAL;
  if (literal && term.stem == LN_STEM_STRING && !member->term && ln_context_plain(node->context)) {
    put_lexical(node->out, term);
    return node->out->status;
  }
  return literal ? put_full_value(node, term) : put_node(node, term);
}

static ln_status
put_list(ln_node* const node, const ln_member* const member, const ln_term head)
{
  const ln_desc* const desc  = node->desc;
  const size_t         first = ln_desc_list(desc, head);
  ln_out_put_view(node->out, LN_V("{\"@list\": ["));
  for (size_t at = first; at < desc->n_links; at = ln_desc_rest(desc, at)) {
    ln_out_put_view(node->out, at > first ? LN_V(", ") : LN_V(""));
    LN_TRY(put_item(node, member, desc->links[at + 1U]));
  }
  ln_out_put_view(node->out, LN_V("]}"));
  return node->out->status;
}

ln_status
ln_node_value(ln_node* const               node,
              const ln_member* const       member,
              const ln_member_value* const value)
{
  switch (value->form) {
  case LN_FORM_STRING:
  case LN_FORM_ENTRY:
    put_lexical(node->out, value->object);
    return node->out->status;
  case LN_FORM_NATIVE:
    ln_out_put_view(node->out, ln_term_bytes(value->object));
    return node->out->status;
  case LN_FORM_ID:
    return put_id(node, value->object);
  case LN_FORM_WORD:
    return put_word(node, member, value->object);
  case LN_FORM_NODE:
    return put_node(node, value->object);
  case LN_FORM_LIST:
    return put_list(node, member, value->object);
  case LN_FORM_VALUE:
    break;
  }
  return put_full_value(node, value->object);
}

static ln_view
language_of(const ln_node* const node, const ln_member_value* const value)
{
  const ln_view tag = ln_names_stem_at(node->names, value->object.stem)->lang;
  return tag.n > 0U ? tag : LN_V("@none");
}

/** Whether an earlier entry of the map has the same language, so that this one is written already.
 */
static bool
came_before(const ln_members* const members, const ln_member* const member, const uint32_t value)
{
  const uint16_t stem = members->values[value].object.stem;
  for (uint32_t v = member->first; v != value; v = members->values[v].next) {
    if (members->values[v].object.stem == stem) {
      return true;
    }
  }
  return false;
}

/** All strings of one language, from the first on: one alone, or an array on one line. */
static void
put_language(const ln_node* const node, const ln_members* const members, const uint32_t first)
{
  const uint16_t stem = members->values[first].object.stem;
  size_t         n    = 0U;
  for (uint32_t v = first; v != LN_CONTEXT_NONE; v = members->values[v].next) {
    n += members->values[v].object.stem == stem ? 1U : 0U;
  }
  ln_node_key(node->out, language_of(node, &members->values[first]));
  if (n > 1U) {
    ln_out_put_byte(node->out, '[');
  }
  bool begun = false;
  for (uint32_t v = first; v != LN_CONTEXT_NONE; v = members->values[v].next) {
    if (members->values[v].object.stem == stem) {
      ln_out_put_view(node->out, begun ? LN_V(", ") : LN_V(""));
      put_lexical(node->out, members->values[v].object);
      begun = true;
    }
  }
  if (n > 1U) {
    ln_out_put_byte(node->out, ']');
  }
}

static ln_status
put_map(const ln_node* const    node,
        const ln_members* const members,
        const ln_member* const  member,
        const size_t            level)
{
  bool begun = false;
  ln_out_put_byte(node->out, '{');
  for (uint32_t v = member->first; v != LN_CONTEXT_NONE; v = members->values[v].next) {
    if (came_before(members, member, v)) {
      continue;
    }
    if (begun) {
      ln_out_put_byte(node->out, ',');
    }
    if (member->n > 1U) {
      ln_node_line(node->out, level + 1U);
    }
    put_language(node, members, v);
    begun = true;
  }
  if (member->n > 1U) {
    ln_node_line(node->out, level);
  }
  ln_out_put_byte(node->out, '}');
  return node->out->status;
}

ln_status
ln_node_member(ln_node* const          node,
               const ln_members* const members,
               const ln_member* const  member,
               const size_t            level)
{
  LN_TRY(ln_node_member_key(node, member));
  if (member->term && member->term->map) {
    return put_map(node, members, member, level);
  }
  const bool array = ln_node_is_array(node, member);
  if (array) {
    ln_out_put_byte(node->out, '[');
  }
  for (uint32_t v = member->first; v != LN_CONTEXT_NONE; v = members->values[v].next) {
    if (v != member->first) {
      ln_out_put_byte(node->out, ',');
    }
    if (member->n > 1U) {
      ln_node_line(node->out, level + 1U);
    }
    LN_TRY(ln_node_value(node, member, &members->values[v]));
  }
  if (member->n > 1U) {
    ln_node_line(node->out, level);
  }
  if (array) {
    ln_out_put_byte(node->out, ']');
  }
  return node->out->status;
}

static ln_status
describe_node(ln_node* const node, const ln_desc* const desc, const size_t level)
{
  node->desc = desc;
  LN_TRY(ln_planner_plan(node->planner, desc, &node->members));
  LN_TRY(ln_node_open(node, desc->subject, level));
  for (size_t i = 0U; i < node->members.n; ++i) {
    ln_out_put_byte(node->out, ',');
    ln_node_line(node->out, level + 1U);
    LN_TRY(ln_node_member(node, &node->members, &node->members.members[i], level + 1U));
  }
  ln_node_line(node->out, level);
  ln_out_put_byte(node->out, '}');
  return node->out->status;
}

ln_status
ln_node_describe(ln_node* const node, const ln_desc* const desc, const size_t level)
{
  if (desc->graph.kind == LN_NONE) {
    return describe_node(node, desc, level);
  }
  LN_TRY(ln_node_open(node, desc->graph, level));
  ln_out_put_byte(node->out, ',');
  ln_node_line(node->out, level + 1U);
  ln_node_key(node->out, LN_V("@graph"));
  ln_out_put_byte(node->out, '[');
  ln_node_line(node->out, level + 2U);
  LN_TRY(describe_node(node, desc, level + 2U));
  ln_node_line(node->out, level + 1U);
  ln_out_put_byte(node->out, ']');
  ln_node_line(node->out, level);
  ln_out_put_byte(node->out, '}');
  return node->out->status;
}
