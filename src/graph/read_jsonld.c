/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON-LD 1.1 (https://www.w3.org/TR/json-ld11-api/). The document is read as a tree, and triples
   are made of it in one walk that expands names where it meets them: the expanded form of the
   specification is never made. What is under way is a stack of frames, whatever stands in what. A
   node is named before its members are looked at, so whatever leads to it can be said at once; the
   cells of a list are made as its items come. Contexts must stand in the document: nothing is
   fetched. Cost: the tree, about 100 bytes a value. */

#include "base/memory.h"
#include "graph/jsonld_walk.h"
#include "rdf/iri.h"

#include <inttypes.h>
#include <stdio.h>

enum { PAGE = 1 << 16, LABEL = 32 };

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

ln_status
ln_ld_push(ln_ld_walk* const w, const ln_ld_frame* const frame)
{
  if (w->n_frames == w->cap_frames) {
    const size_t       cap    = w->cap_frames > 0U ? w->cap_frames * 2U : 32U;
    ln_ld_frame* const frames = (ln_ld_frame*)ln_realloc(w->frames, cap, sizeof(ln_ld_frame));
    if (!frames) {
      return LN_NO_MEM;
    }
    w->frames     = frames;
    w->cap_frames = cap;
  }
  w->frames[w->n_frames++] = *frame;
  return LN_OK;
}

ln_status
ln_ld_blank(ln_ld_walk* const w, ln_read_term* const term)
{
  char      label[LABEL];
  const int n = snprintf(label, sizeof(label), "gen%" PRIu64, ++w->blanks);
  *term       = (ln_read_term){.kind = LN_BLANK};
  term->text  = ln_arena_copy(&w->arena, (ln_view){label, (size_t)n});
  return term->text.s ? LN_OK : LN_NO_MEM;
}

/* Labels of the document must not be those that are made up. */
static ln_status
blank_of(ln_ld_walk* const w, const ln_view label, ln_read_term* const term)
{
  *term = (ln_read_term){.kind = label.n > 0U ? LN_BLANK : LN_NONE, .text = label};
  return ln_view_starts(label, LN_V("gen"))
           ? ln_ld_join(&w->contexts, LN_V("gen"), label, &term->text)
           : LN_OK;
}

ln_status
ln_ld_node(ln_ld_walk* const w, const ln_view iri, ln_read_term* const term)
{
  *term = (ln_read_term){.kind = LN_NONE};
  if (!iri.s) {
    return LN_OK;
  }
  if (ln_view_starts(iri, LN_V("_:"))) {
    return blank_of(w, ln_view_from(iri, 2U), term);
  }
  if (ln_iri_valid(iri, NULL)) {
    *term = (ln_read_term){.kind = LN_IRI, .text = iri};
  }
  return LN_OK;
}

/* LN_STOP: nobody wants more. */
ln_status
ln_ld_triple(ln_ld_walk* const         w,
             const ln_read_term* const subject,
             const ln_view             predicate,
             const ln_read_term* const object,
             const ln_read_term* const graph,
             const uint64_t            line)
{
  const bool good = subject->kind != LN_NONE && subject->kind != LN_LITERAL &&
                    object->kind != LN_NONE && ln_iri_valid(predicate, NULL) &&
                    !(graph->kind == LN_NONE && graph->text.s);
  const ln_read_triple triple = {.subject   = *subject,
                                 .predicate = {.kind = LN_IRI, .text = predicate},
                                 .object    = *object,
                                 .graph     = *graph,
                                 .line      = w->job->lines ? line : 0U};
  return !good || ln_read_take(w->job, &triple) ? LN_OK : LN_STOP;
}

static ln_status
say_value(ln_ld_walk* const         w,
          const ln_ld_way* const    way,
          const ln_read_term* const value,
          const uint64_t            line)
{
  if (way->target == LN_LD_TO_NOWHERE) {
    return LN_OK;
  }
  if (way->reverse && value->kind == LN_LITERAL) {
    return ln_ld_wrong(&w->contexts, line, "invalid reverse property value");
  }
  return way->reverse ? ln_ld_triple(w, value, way->predicate, &way->subject, &way->graph, line)
                      : ln_ld_triple(w, &way->subject, way->predicate, value, &way->graph, line);
}

/* An item makes a cell, also one that no triple can have. The first cell of a list is what the list
 * is, which may be an item too. */
ln_status
ln_ld_deliver(ln_ld_walk* const         w,
              const ln_ld_way* const    way,
              const ln_read_term* const value,
              const uint64_t            line)
{
  ln_read_term     said = *value;
  const ln_ld_way* of   = way;
  while (of->target == LN_LD_TO_LIST) {
    ln_ld_frame* const list   = &w->frames[of->list];
    const ln_read_term before = list->cell;
    LN_TRY(ln_ld_blank(w, &list->cell));
    LN_TRY(ln_ld_triple(w, &list->cell, LN_V(RDF "first"), &said, &of->graph, line));
    if (before.kind != LN_NONE) {
      return ln_ld_triple(w, &before, LN_V(RDF "rest"), &list->cell, &of->graph, line);
    }
    said = list->cell;
    of   = &list->way;
  }
  return said.kind == LN_NONE ? LN_OK : say_value(w, of, &said, line);
}

static ln_status
end_list(ln_ld_walk* const w, const ln_ld_frame* const frame)
{
  const ln_read_term nil  = {.kind = LN_IRI, .text = LN_V(RDF "nil")};
  const ln_view      rest = LN_V(RDF "rest");
  return frame->cell.kind == LN_NONE
           ? ln_ld_deliver(w, &frame->way, &nil, 0U)
           : ln_ld_triple(w, &frame->cell, rest, &nil, &frame->way.graph, 0U);
}

const ln_json_value*
ln_ld_parts(const ln_json_value* const value, bool* const single)
{
  *single = value->kind != LN_VALUE_ARRAY;
  return *single ? value : value->first;
}

ln_status
ln_ld_name(ln_ld_walk* const          w,
           const ln_ld_context* const context,
           const ln_view              name,
           ln_view* const             iri)
{
  return ln_ld_expand(&w->contexts, context, name, LN_LD_VOCAB, iri);
}

/* An array inside a list that its term makes is a list, any other is as if its values stood in its
   place. */
static ln_status
take_array(ln_ld_walk* const w, const ln_ld_way* const way, const ln_json_value* const array)
{
  const bool list = way->target == LN_LD_TO_LIST && way->term &&
                    (way->term->container & (unsigned)LN_LD_LIST) != 0U;
  ln_ld_frame frame = {.kind = list ? LN_LD_ITEMS : LN_LD_VALUES, .at = array->first, .way = *way};
  return ln_ld_push(w, &frame);
}

static ln_status
take_scalar(ln_ld_walk* const w, const ln_ld_way* const way, const ln_json_value* const value)
{
  ln_read_term term = {.kind = LN_NONE};
  ln_ld_way    own  = *way;
  if (way->target == LN_LD_TO_NOWHERE) {
    return LN_OK;
  }
  if (way->term && way->term->context) {
    const ln_ld_scope scope = {.propagate = true, .override = true};
    LN_TRY(ln_ld_context_add(&w->contexts, way->context, way->term->context, scope, &own.context));
  }
  LN_TRY(ln_ld_scalar(w, &own, value, &term));
  if (way->index.s && term.kind == LN_LITERAL) {
    return ln_ld_wrong(&w->contexts, value->line, "invalid value object");
  }
  if (way->type.s && term.kind == LN_IRI) {
    ln_read_term type = {.kind = LN_NONE};
    LN_TRY(ln_ld_node(w, way->type, &type));
    LN_TRY(ln_ld_triple(w, &term, LN_V(RDF "type"), &type, &way->graph, value->line));
  }
  if (way->index.s) {
    LN_TRY(ln_ld_triple(w, &term, way->index, &way->index_value, &way->graph, value->line));
  }
  return ln_ld_deliver(w, way, &term, value->line);
}

ln_status
ln_ld_take(ln_ld_walk* const w, const ln_ld_way* const way, const ln_json_value* const value)
{
  switch (value->kind) {
  case LN_VALUE_NULL:
    return LN_OK;
  case LN_VALUE_ARRAY:
    return take_array(w, way, value);
  case LN_VALUE_OBJECT:
    return ln_ld_take_object(w, way, value);
  case LN_VALUE_FALSE:
  case LN_VALUE_TRUE:
  case LN_VALUE_NUMBER:
  case LN_VALUE_STRING:
  default:
    return take_scalar(w, way, value);
  }
}

/* The next part of the frame on top. */
static ln_status
step(ln_ld_walk* const w)
{
  ln_ld_frame* const         top  = &w->frames[w->n_frames - 1U];
  const ln_json_value* const part = top->at;
  if (!part) {
    const ln_ld_frame done = *top;
    --w->n_frames;
    return done.kind == LN_LD_ITEMS ? end_list(w, &done) : LN_OK;
  }
  top->at                 = top->single ? NULL : part->next;
  const ln_ld_frame frame = *top;
  ln_ld_way         way   = frame.way;
  switch (frame.kind) {
  case LN_LD_MEMBERS:
    return ln_ld_take_member(w, &frame, part);
  case LN_LD_REVERSE:
    return ln_ld_take_reverse(w, &frame, part);
  case LN_LD_MAP:
    return ln_ld_take_entry(w, &frame, part);
  case LN_LD_ITEMS:
    way.target = LN_LD_TO_LIST;
    way.list   = w->n_frames - 1U;
    return ln_ld_take(w, &way, part);
  case LN_LD_VALUES:
  default:
    return ln_ld_take(w, &way, part);
  }
}

static ln_status
walk(ln_ld_walk* const w)
{
  ln_ld_frame frame = {.kind = LN_LD_VALUES, .at = w->root, .single = true};
  LN_TRY(ln_ld_context_first(&w->contexts, &frame.way.context));
  LN_TRY(ln_ld_push(w, &frame));
  while (w->n_frames > 0U) {
    LN_TRY(step(w));
  }
  return LN_OK;
}

/* The whole text: a tree needs all of it. */
static ln_status
read_all(ln_read_job* const job, ln_text* const text)
{
  size_t    got = 0U;
  ln_status st  = LN_OK;
  while (st == LN_OK) {
    LN_TRY(ln_text_reserve(text, PAGE));
    st = ln_in_read(job->in, text->s + text->n, PAGE, &got);
    text->n += st == LN_OK ? got : 0U;
    if (job->stop && *job->stop != 0) {
      return LN_STOP;
    }
  }
  return st == LN_END ? LN_OK : st;
}

static ln_status
read_text(ln_ld_walk* const w, const ln_text* const text)
{
  ln_json_value* root  = NULL;
  ln_json_fault  fault = {NULL, 0U, 0U};
  ln_status      st    = ln_json_value_read(ln_text_view(text), &w->arena, &root, &fault);
  if (st == LN_USAGE) {
    ln_read_fault(w->job, fault.line, fault.column, ln_view_of(fault.problem));
    return LN_OK;
  }
  LN_TRY(st);
  w->root = root;
  st      = walk(w);
  if (st == LN_USAGE && w->contexts.refused) {
    ln_read_refuse(w->job, w->contexts.line, ln_view_of(w->contexts.problem));
    return LN_OK;
  }
  if (st == LN_USAGE) {
    ln_read_fault(w->job, w->contexts.line, 0U, ln_view_of(w->contexts.problem));
    return LN_OK;
  }
  return st == LN_STOP ? LN_OK : st;
}

ln_status
ln_read_jsonld(ln_read_job* const job)
{
  ln_ld_walk w       = {.job = job, .contexts = {.base = job->base}};
  ln_text    text    = {0};
  w.contexts.arena   = &w.arena;
  const ln_status r  = read_all(job, &text);
  const ln_status st = r == LN_OK ? read_text(&w, &text) : r;
  ln_ld_contexts_clear(&w.contexts);
  ln_free(w.frames);
  ln_arena_clear(&w.arena);
  ln_text_clear(&text);
  return st;
}
