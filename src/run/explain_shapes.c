/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which shape goes which way when a table is validated (run/validation_stream.c): what the mapping
   or the job rules out is said once, the rest shape by shape, with the reason nearest to what the
   user has written. */

#include "run/explain_shapes.h"

#include "base/memory.h"
#include "check/phrase.h"
#include "check/shape_reach.h"
#include "graph/load.h"
#include "run/alone.h"
#include "run/validation.h"

typedef struct {
  const ln_session* session;
  ln_term_table*    terms;
  ln_triple_set*    graph;
  ln_shapes         shapes;
  ln_shape_reach*   reaches;
  ln_text           text;
} explaining;

static const char*
words_of(const ln_far why)
{
  static const char* const WORDS[] = {
    [LN_FAR_NOT]       = "",
    [LN_FAR_TARGETS]   = "has targets that are nodes, or values, of any row",
    [LN_FAR_RECURSIVE] = "refers to itself",
    [LN_FAR_PATH]      = "has a path that goes on to other things, or comes from them",
    [LN_FAR_CLASS]     = "asks of what class other things are, or what they have",
    [LN_FAR_SHAPE]     = "asks for what other things have",
  };
  return WORDS[why];
}

/* The reason of a shape is that of the shape it asks for, as far as that is another reason. */
static uint32_t
origin_of(const explaining* const e, uint32_t shape)
{
  for (size_t i = 0U; i < e->shapes.n_shapes; ++i) {
    const ln_shape_reach* const reach = &e->reaches[shape];
    if (reach->why != LN_FAR_SHAPE || e->reaches[reach->other].reach != LN_REACH_GRAPH) {
      break;
    }
    shape = reach->other;
  }
  return shape;
}

static ln_status
add_reason(explaining* const e, const uint32_t shape, const ln_far far)
{
  const uint32_t origin = far == LN_FAR_SHAPE ? origin_of(e, shape) : shape;
  LN_TRY(ln_text_add(&e->text, LN_V(": whole graph, since ")));
  const uint32_t node = e->shapes.shapes[origin].node;
  if (origin == shape || ln_term_table_kind(e->terms, node) == LN_BLANK) {
    LN_TRY(ln_text_add(&e->text, LN_V("it")));
  } else {
    LN_TRY(ln_phrase_term(e->terms, node, &e->text));
  }
  return ln_text_format(&e->text, " %s", words_of(origin == shape ? far : e->reaches[origin].why));
}

static ln_status
add_shape(explaining* const e, const uint32_t shape)
{
  const ln_far far = ln_shape_far(&e->shapes, e->reaches, shape);
  LN_TRY(ln_text_add(&e->text, LN_V("  ")));
  LN_TRY(ln_phrase_term(e->terms, e->shapes.shapes[shape].node, &e->text));
  LN_TRY(far == LN_FAR_NOT ? ln_text_add(&e->text, LN_V(": row by row"))
                           : add_reason(e, shape, far));
  return ln_text_add_byte(&e->text, '\n');
}

/* Why no shape goes row by row, or NULL. */
static const char*
reason_for_all(const ln_session* const s)
{
  const ln_validation* const validation = s->job->validation;
  if (validation->n_ontologies > 0U || validation->n_shapes == 0U) {
    return "what an ontology says is held against all of it";
  }
  return ln_alone_reason(s);
}

static ln_status
load(explaining* const e)
{
  const ln_session* const    s      = e->session;
  const ln_validation* const v      = s->job->validation;
  uint32_t                   source = 0U;
  for (size_t i = 0U; i < v->n_shapes; ++i) {
    const ln_reading reading = {.path = v->shapes[i], .base = v->base, .stop = s->job->stop};
    bool             whole   = false;
    LN_TRY(ln_log_source(s->log, ln_view_of(v->shapes[i]), NULL, NULL, &source));
    LN_TRY(ln_load_triples(&reading, source, s->log, e->terms, e->graph, &whole));
  }
  LN_TRY(ln_vocabulary_add(e->terms, &e->shapes.words));
  LN_TRY(ln_triple_set_seal(e->graph));
  LN_TRY(ln_shapes_read(e->graph, e->terms, source, s->log, &e->shapes));
  e->reaches = (ln_shape_reach*)ln_alloc_zero(e->shapes.n_shapes + 1U, sizeof(ln_shape_reach));
  if (!e->reaches) {
    return LN_NO_MEM;
  }
  ln_shape_reaches(&e->shapes, e->reaches);
  return LN_OK;
}

static ln_status
explain(explaining* const e)
{
  const char* const reason = reason_for_all(e->session);
  LN_TRY(ln_text_add(&e->text, LN_V("shapes\n")));
  if (reason) {
    return ln_text_format(&e->text, "  all: whole graph, since %s\n", reason);
  }
  LN_TRY(load(e));
  for (uint32_t i = 0U; i < e->shapes.n_shapes; ++i) {
    const ln_shape* const shape = &e->shapes.shapes[i];
    const bool            asked = shape->targets.n > 0U && !shape->deactivated;
    LN_TRY(asked ? add_shape(e, i) : LN_OK);
  }
  return LN_OK;
}

ln_status
ln_explain_shapes(const ln_session* const s, ln_out* const out)
{
  explaining e  = {.session = s, .terms = ln_term_table_new(), .graph = ln_triple_set_new()};
  ln_status  st = e.terms && e.graph ? explain(&e) : LN_NO_MEM;
  if (st == LN_OK) {
    ln_out_put_view(out, ln_text_view(&e.text));
    st = out->status;
  }
  ln_free(e.reaches);
  ln_text_clear(&e.text);
  ln_shapes_clear(&e.shapes);
  ln_triple_set_free(e.graph);
  ln_term_table_free(e.terms);
  return st;
}
