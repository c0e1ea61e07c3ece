/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON-LD as nested objects. claims.c says which nodes stand in full under which; here they are
   written, each once, with the nodes they point to shown shallowly: type, name, words and further
   links, three links deep at most and never a node that is being written around it, so that the
   text grows with the graph and not with its paths. What is shown shallowly is repeated, which
   JSON-LD readers merge. No recursion: a level of the text is an entry of a fixed array that
   remembers how far it has come. Nodes of named graphs follow at the end, flat. */

#include "base/memory.h"
#include "graph/graph.h"
#include "sink/claims.h"
#include "sink/context.h"
#include "sink/members.h"
#include "sink/node.h"
#include "sink/writers.h"

enum {
  SHALLOW    = 3,                             ///< links followed from a node in full
  MOST_LINKS = 8,                             ///< of a shallow node, else they are left out
  LEVELS     = LN_CLAIMS_DEPTH + 1 + SHALLOW, ///< of nested objects
  ROOT       = 2,                             ///< indentation of the roots
};

/** What a predicate is to a node shown shallowly. */
typedef enum {
  OTHER,
  NAME, ///< its literals are shown
  WORD, ///< its IRIs are plain words
} role;

/** A node object being written, and how far. */
typedef struct {
  uint32_t               node;
  unsigned               shallow; ///< 0: in full
  size_t                 indent;
  ln_members             members;
  size_t                 member;   ///< the next one, or the one at hand
  bool                   inside;   ///< between the values of that one
  uint32_t               value;    ///< its next value
  size_t                 incoming; ///< the next incoming node
  const ln_context_term* open;     ///< the reverse term at hand
  bool                   array;    ///< whose nodes stand in an array
} level;

typedef struct {
  ln_graph*   graph;
  ln_context* context;
  ln_claims*  claims;
  ln_node     node;
  role*       roles; ///< per predicate
  ln_pair*    pairs; ///< scratch
  size_t      cap_pairs;
  level       levels[LEVELS];
  size_t      depth;
} frame;

static ln_status
frame_describe(void* const self, const ln_desc* const desc)
{
  const frame* const f = (const frame*)self;
  return ln_graph_add(f->graph, desc);
}

static role
role_of(const ln_context* const context, const ln_view iri)
{
  static const char* const NAMES[] = {"http://www.w3.org/2000/01/rdf-schema#label",
                                      "http://www.w3.org/2004/02/skos/core#prefLabel",
                                      "http://schema.org/name",
                                      "https://schema.org/name",
                                      "http://xmlns.com/foaf/0.1/name",
                                      "http://purl.org/dc/terms/title",
                                      "http://purl.org/dc/elements/1.1/title"};
  for (size_t i = 0U; i < sizeof(NAMES) / sizeof(NAMES[0]); ++i) {
    if (ln_view_equals(iri, ln_view_of(NAMES[i]))) {
      return NAME;
    }
  }
  for (uint32_t t = ln_context_find(context, iri); t != LN_CONTEXT_NONE;
       t          = ln_context_term_at(context, t)->next) {
    const ln_context_term* const term = ln_context_term_at(context, t);
    if (term->usable && ln_view_equals(term->type, LN_V("@vocab"))) {
      return WORD;
    }
  }
  return OTHER;
}

static ln_status
find_roles(frame* const f)
{
  const size_t n = ln_graph_predicates(f->graph);
  f->roles       = (role*)ln_alloc_zero(n + 1U, sizeof(role));
  if (!f->roles) {
    return LN_NO_MEM;
  }
  for (uint32_t i = 0U; i < n; ++i) {
    f->roles[i] = role_of(f->context, ln_graph_predicate(f->graph, i));
  }
  return LN_OK;
}

static bool
is_entity(const frame* const f, const uint32_t term)
{
  return ln_graph_node(f->graph, term) != LN_GRAPH_NONE;
}

/** What a node has to show shallowly. */
typedef struct {
  bool named; ///< some name; else all literals are shown
  bool links; ///< few enough to show
} outline;

static outline
outline_of(const frame* const f, const ln_edge* const edges, const size_t n)
{
  outline made  = {false, false};
  size_t  links = 0U;
  for (size_t i = 0U; i < n; ++i) {
    const bool literal = ln_graph_term(f->graph, edges[i].object).kind == LN_LITERAL;
    made.named         = made.named || (literal && f->roles[edges[i].predicate] == NAME);
    links += !literal && edges[i].predicate != LN_PREDICATE_TYPE && is_entity(f, edges[i].object)
               ? 1U
               : 0U;
  }
  made.links = links <= MOST_LINKS;
  return made;
}

static bool
is_shown(const frame* const f, const outline* const o, const ln_edge edge)
{
  const role what = f->roles[edge.predicate];
  if (ln_graph_term(f->graph, edge.object).kind == LN_LITERAL) {
    return what == NAME || !o->named;
  }
  return edge.predicate == LN_PREDICATE_TYPE || what == WORD ||
         (o->links && is_entity(f, edge.object));
}

/** Plan a level: all of its node, or what is shown shallowly. Each pair takes the number of its
   object along in its flags. */
static ln_status
plan_level(frame* const f, level* const l, ln_term* const subject)
{
  size_t               n    = 0U;
  size_t               kept = 0U;
  ln_desc              desc;
  const ln_edge* const edges = ln_graph_edges(f->graph, l->node, &n);
  const outline        o     = outline_of(f, edges, n);
  LN_TRY(ln_graph_desc(f->graph, l->node, &desc));
  if (n > f->cap_pairs) {
    ln_pair* const bigger = (ln_pair*)ln_realloc(f->pairs, n, sizeof(ln_pair));
    if (!bigger) {
      return LN_NO_MEM;
    }
    f->pairs     = bigger;
    f->cap_pairs = n;
  }
  for (size_t i = 0U; i < n; ++i) {
    if (l->shallow == 0U || is_shown(f, &o, edges[i])) {
      f->pairs[kept]         = desc.pairs[i];
      f->pairs[kept++].flags = edges[i].object;
    }
  }
  desc.pairs   = f->pairs;
  desc.n_pairs = kept;
  *subject     = desc.subject;
  return ln_planner_plan(f->node.planner, &desc, &l->members);
}

/** Begin the object of a node inside the one at hand. */
static ln_status
push(frame* const f, const uint32_t node, const unsigned shallow, const size_t indent)
{
  level* const     l       = &f->levels[f->depth];
  const ln_members kept    = l->members;
  ln_term          subject = {NULL, 0U, 0U, LN_NONE, 0U};
  *l = (level){.node = node, .shallow = shallow, .indent = indent, .members = kept};
  LN_TRY(plan_level(f, l, &subject));
  ++f->depth;
  return ln_node_open(&f->node, subject, indent);
}

/** Whether a value is shown as the object of the node it names: not if that is written around it.
 */
static bool
is_embedded(const frame* const           f,
            const level* const           l,
            const ln_member* const       member,
            const ln_member_value* const value)
{
  const bool link = value->form == LN_FORM_ID || value->form == LN_FORM_NODE;
  if (!link || l->shallow >= SHALLOW || f->depth >= LEVELS ||
      (member->term && member->term->scope != LN_SCOPE_NONE)) {
    return false;
  }
  const uint32_t node = ln_graph_node(f->graph, value->flags);
  if (node == LN_GRAPH_NONE || ln_claims_root(f->claims, node) == f->levels[0].node) {
    return false;
  }
  for (size_t i = 0U; i < f->depth; ++i) {
    if (f->levels[i].node == node) {
      return false;
    }
  }
  return true;
}

static bool
has_embedded(const frame* const f, const level* const l, const ln_member* const member)
{
  for (uint32_t v = member->first; v != LN_CONTEXT_NONE; v = l->members.values[v].next) {
    if (is_embedded(f, l, member, &l->members.values[v])) {
      return true;
    }
  }
  return false;
}

static void
put_end_of_array(ln_out* const out, const size_t indent)
{
  ln_node_line(out, indent);
  ln_out_put_byte(out, ']');
}

/** Begin the next member, or write it whole if nothing is nested in it. */
static ln_status
begin_member(frame* const f, level* const l)
{
  const ln_member* const member = &l->members.members[l->member];
  ln_out_put_byte(f->node.out, ',');
  ln_node_line(f->node.out, l->indent + 1U);
  if (!has_embedded(f, l, member)) {
    ++l->member;
    return ln_node_member(&f->node, &l->members, member, l->indent + 1U);
  }
  LN_TRY(ln_node_member_key(&f->node, member));
  l->inside = true;
  l->value  = member->first;
  if (ln_node_is_array(&f->node, member)) {
    ln_out_put_byte(f->node.out, '[');
  }
  return f->node.out->status;
}

/** Write the next value of the member at hand, or end it. */
static ln_status
continue_member(frame* const f, level* const l)
{
  const ln_member* const member = &l->members.members[l->member];
  const bool             array  = ln_node_is_array(&f->node, member);
  if (l->value == LN_CONTEXT_NONE) {
    l->inside = false;
    ++l->member;
    if (array) {
      put_end_of_array(f->node.out, l->indent + 1U);
    }
    return f->node.out->status;
  }
  const ln_member_value* const value = &l->members.values[l->value];
  if (l->value != member->first) {
    ln_out_put_byte(f->node.out, ',');
  }
  if (array) {
    ln_node_line(f->node.out, l->indent + 2U);
  }
  l->value = value->next;
  if (!is_embedded(f, l, member, value)) {
    return ln_node_value(&f->node, member, value);
  }
  const uint32_t node = ln_graph_node(f->graph, value->flags);
  return push(f, node, l->shallow + 1U, l->indent + (array ? 2U : 1U));
}

/** The next node that stands under this one; false if there is none. */
static bool
next_claimed(const frame* const f, level* const l, ln_incoming* const incoming)
{
  const size_t n = l->shallow > 0U ? 0U : ln_claims_incoming(f->claims, l->node);
  while (l->incoming < n) {
    *incoming = ln_claims_incoming_at(f->claims, l->node, l->incoming++);
    if (incoming->claimed) {
      return true;
    }
  }
  return false;
}

/** Whether another node stands under this one by the same term, from the next incoming on. */
static bool
has_another(const frame* const f, const level* const l, const ln_context_term* const term)
{
  level       copy = {.node = l->node, .incoming = l->incoming};
  ln_incoming next;
  return next_claimed(f, &copy, &next) && next.term == term;
}

/** Begin the next node that stands under this one, under the key of its term, or end the object. */
static ln_status
continue_incoming(frame* const f, level* const l)
{
  ln_out* const out = f->node.out;
  ln_incoming   in;
  const bool    some = next_claimed(f, l, &in);
  const bool    same = some && in.term == l->open;
  if (l->open && !same && l->array) {
    put_end_of_array(out, l->indent + 1U);
  }
  if (!some) {
    ln_node_line(out, l->indent);
    ln_out_put_byte(out, '}');
    --f->depth;
    return out->status;
  }
  ln_out_put_byte(out, ',');
  if (!same) {
    ln_node_line(out, l->indent + 1U);
    ln_node_key(out, in.term->name);
    l->open  = in.term;
    l->array = in.term->set || has_another(f, l, in.term);
    if (l->array) {
      ln_out_put_byte(out, '[');
    }
  }
  if (l->array) {
    ln_node_line(out, l->indent + 2U);
  }
  return push(f, in.node, 0U, l->indent + (l->array ? 2U : 1U));
}

/** Write a root and all that is nested in it. */
static ln_status
write_root(frame* const f, const uint32_t node)
{
  LN_TRY(push(f, node, 0U, ROOT));
  while (f->depth > 0U) {
    level* const l = &f->levels[f->depth - 1U];
    if (l->inside) {
      LN_TRY(continue_member(f, l));
    } else if (l->member < l->members.n) {
      LN_TRY(begin_member(f, l));
    } else {
      LN_TRY(continue_incoming(f, l));
    }
  }
  return f->node.out->status;
}

/** Roots first, or the nodes of named graphs. */
static ln_status
write_nodes(frame* const f, const bool named, bool* const begun)
{
  const size_t n = ln_graph_nodes(f->graph);
  for (uint32_t i = 0U; i < n; ++i) {
    const bool in_graph = ln_graph_name(f->graph, i) != LN_GRAPH_NONE;
    if (in_graph != named || (!named && ln_claims_root(f->claims, i) != i)) {
      continue;
    }
    if (*begun) {
      ln_out_put_byte(f->node.out, ',');
    }
    *begun = true;
    ln_node_line(f->node.out, ROOT);
    if (named) {
      ln_desc desc;
      LN_TRY(ln_graph_desc(f->graph, i, &desc));
      LN_TRY(ln_node_describe(&f->node, &desc, ROOT));
    } else {
      LN_TRY(write_root(f, i));
    }
  }
  return LN_OK;
}

/** Make way for an IRI that could not be said under the context. */
static ln_status
admit(const frame* const f, const ln_view iri, bool* const changed)
{
  const ln_view none    = {NULL, 0U};
  ln_compact    compact = {{NULL, 0U}, {NULL, 0U}, false};
  bool          yielded = false;
  if (ln_context_id(f->context, iri, &compact) &&
      ln_context_word(f->context, none, iri, &compact) &&
      ln_context_key(f->context, iri, &compact)) {
    return LN_OK;
  }
  LN_TRY(ln_context_yield(f->context, iri, &yielded));
  *changed = *changed || yielded;
  return LN_OK;
}

static ln_status
admit_all(frame* const f, bool* const changed)
{
  const ln_names* const names = f->node.names;
  *changed                    = false;
  for (uint32_t i = 0U; i < ln_graph_predicates(f->graph); ++i) {
    LN_TRY(admit(f, ln_graph_predicate(f->graph, i), changed));
  }
  for (uint32_t i = 0U; i < ln_graph_terms(f->graph); ++i) {
    const ln_term term = ln_graph_term(f->graph, i);
    ln_text_reset(&f->node.iri);
    if (term.kind == LN_LITERAL) {
      LN_TRY(ln_text_add(&f->node.iri, ln_names_stem_at(names, term.stem)->iri));
    } else if (term.kind == LN_IRI) {
      LN_TRY(ln_names_expand(names, term, &f->node.iri));
    }
    LN_TRY(f->node.iri.n > 0U ? admit(f, ln_text_view(&f->node.iri), changed) : LN_OK);
  }
  return LN_OK;
}

/** An IRI that was behind a prefix stands whole without it, so all are looked at again. */
static ln_status
make_way(frame* const f)
{
  bool changed = true;
  while (changed) {
    LN_TRY(admit_all(f, &changed));
  }
  return LN_OK;
}

static ln_status
frame_finish(void* const self)
{
  frame* const  f     = (frame*)self;
  ln_out* const out   = f->node.out;
  bool          begun = false;
  LN_TRY(ln_graph_seal(f->graph));
  LN_TRY(make_way(f));
  LN_TRY(ln_planner_new(f->node.names, f->context, &f->node.planner));
  LN_TRY(find_roles(f));
  LN_TRY(ln_claims_new(f->graph, f->context, &f->claims));
  ln_out_put_view(out, LN_V("{\n  \"@context\": "));
  ln_out_put_view(out, ln_context_text(f->context));
  ln_out_put_view(out, LN_V(",\n  \"@graph\": ["));
  LN_TRY(write_nodes(f, false, &begun));
  LN_TRY(write_nodes(f, true, &begun));
  ln_out_put_view(out, begun ? LN_V("\n  ]\n}\n") : LN_V("]\n}\n"));
  return out->status;
}

static void
frame_free(void* const self)
{
  frame* const f = (frame*)self;
  for (size_t i = 0U; i < LEVELS; ++i) {
    ln_members_clear(&f->levels[i].members);
  }
  ln_claims_free(f->claims);
  ln_planner_free(f->node.planner);
  ln_node_clear(&f->node);
  ln_graph_free(f->graph);
  ln_context_free(f->context);
  ln_free(f->roles);
  ln_free(f->pairs);
  ln_free(f);
}

ln_status
ln_frame_new(const ln_names* const names,
             const ln_view         context,
             const ln_view         base,
             ln_out* const         out,
             ln_sink* const        sink)
{
  static const struct ln_sink_ops OPS = {
    .describe = frame_describe, .finish = frame_finish, .free = frame_free};
  frame* const f = (frame*)ln_alloc_zero(1U, sizeof(frame));
  if (!f) {
    return LN_NO_MEM;
  }
  f->node          = (ln_node){.names = names, .out = out};
  f->graph         = ln_graph_new(names);
  ln_status status = f->graph ? LN_OK : LN_NO_MEM;
  if (status == LN_OK) {
    status = ln_context_new(names, context, base, &f->context);
  }
  if (status == LN_OK) {
    f->node.context = f->context;
  }
  if (status != LN_OK) {
    frame_free(f);
    return status;
  }
  *sink = (ln_sink){&OPS, f};
  return LN_OK;
}
