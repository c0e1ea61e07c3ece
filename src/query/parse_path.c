/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Property paths (section 9 and 18.4). What has a fixed length becomes triples: a sequence gets a
   variable between its steps, alternatives become a union, an inverse changes the ends. What has
   any length (`*`, `+`, `?`) becomes a walk: states, and edges between them that a predicate or
   nothing leads along, which is how regular expressions are made to run. Trees of paths are taken
   apart with a list of what is still to be done. */

#include "query/parser.h"

#include "base/memory.h"

static ln_status
push_path(ln_parser* const p, const ln_path* const path)
{
  if (p->n_paths == p->cap_paths) {
    const size_t    cap   = p->cap_paths > 0U ? 2U * p->cap_paths : 16U;
    ln_path** const paths = (ln_path**)ln_realloc((void*)p->paths, cap, sizeof(ln_path*));
    if (!paths) {
      return LN_NO_MEM;
    }
    p->paths     = paths;
    p->cap_paths = cap;
  }
  ln_path* const kept = (ln_path*)ln_parse_new(p, sizeof(ln_path));
  if (!kept) {
    return LN_NO_MEM;
  }
  *kept                  = *path;
  p->paths[p->n_paths++] = kept;
  return LN_OK;
}

/* The topmost path or two become one. */
static ln_status
step_make(ln_parser* const p, const uint32_t arg)
{
  ln_path made = {.kind = (ln_path_kind)arg};
  if (made.kind == LN_PATH_SEQUENCE || made.kind == LN_PATH_EITHER) {
    made.b = p->paths[--p->n_paths];
  }
  made.a = p->paths[--p->n_paths];
  return push_path(p, &made);
}

static ln_status
step_closed(ln_parser* const p, const uint32_t arg)
{
  (void)arg;
  --p->depth;
  return ln_parse_sign(p, LN_V(")"));
}

/* A predicate: an IRI or `a`. */
static ln_status
read_predicate(ln_parser* const p, uint32_t* const term)
{
  if (ln_word_says(&p->word, LN_V("A"))) {
    LN_TRY(ln_parse_known(p, LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), term));
    return ln_parse_next(p);
  }
  return ln_parse_is_iri(p) ? ln_parse_iri_term(p, term)
                            : ln_parse_expected(p, "a predicate or a path");
}

/* ---- negated property sets ---- */

typedef struct {
  uint32_t* terms;
  size_t    n;
  size_t    cap;
  bool      any; ///< something was said of this direction
} term_list;

static ln_status
add_term(ln_parser* const p, term_list* const list, const uint32_t term)
{
  if (list->n == list->cap) {
    const size_t    cap   = list->cap > 0U ? 2U * list->cap : 4U;
    uint32_t* const terms = (uint32_t*)ln_arena_zero(&p->q->arena, cap, sizeof(uint32_t));
    if (!terms) {
      return LN_NO_MEM;
    }
    if (list->n > 0U) {
      memcpy(terms, list->terms, list->n * sizeof(uint32_t));
    }
    list->terms = terms;
    list->cap   = cap;
  }
  list->terms[list->n++] = term;
  list->any              = true;
  return LN_OK;
}

static ln_status
read_one_of(ln_parser* const p, term_list lists[2])
{
  bool     inverse = false;
  uint32_t term    = 0U;
  LN_TRY(ln_parse_maybe(p, LN_V("^"), &inverse));
  LN_TRY(read_predicate(p, &term));
  return add_term(p, &lists[inverse ? 1 : 0], term);
}

static ln_status
read_set(ln_parser* const p, term_list lists[2])
{
  bool more = false;
  LN_TRY(ln_parse_maybe(p, LN_V("("), &more));
  if (!more) {
    return read_one_of(p, lists);
  }
  LN_TRY(ln_parse_maybe(p, LN_V(")"), &more));
  if (more) {
    lists[0].any = true;
    return LN_OK;
  }
  do {
    LN_TRY(read_one_of(p, lists));
    LN_TRY(ln_parse_maybe(p, LN_V("|"), &more));
  } while (more);
  return ln_parse_sign(p, LN_V(")"));
}

static ln_status
read_negated(ln_parser* const p)
{
  term_list lists[2] = {{0}, {0}};
  LN_TRY(read_set(p, lists));
  if (lists[0].any) {
    const ln_path path = {.kind = LN_PATH_NOT, .except = lists[0].terms, .n_except = lists[0].n};
    LN_TRY(push_path(p, &path));
  }
  if (lists[1].any) {
    const ln_path path = {.kind = LN_PATH_NOT, .except = lists[1].terms, .n_except = lists[1].n};
    LN_TRY(push_path(p, &path));
    LN_TRY(step_make(p, LN_PATH_INVERSE));
  }
  return lists[0].any && lists[1].any ? step_make(p, LN_PATH_EITHER) : LN_OK;
}

/* ---- the grammar ---- */

static ln_status
step_length(ln_parser* const p, const uint32_t arg)
{
  static const struct {
    const char*  sign;
    ln_path_kind kind;
  } LENGTHS[] = {{"*", LN_PATH_ANY}, {"+", LN_PATH_SOME}, {"?", LN_PATH_MAYBE}};
  (void)arg;
  for (size_t i = 0U; i < sizeof(LENGTHS) / sizeof(LENGTHS[0]); ++i) {
    if (ln_word_is(&p->word, ln_view_of(LENGTHS[i].sign))) {
      LN_TRY(ln_parse_next(p));
      return step_make(p, (uint32_t)LENGTHS[i].kind);
    }
  }
  return LN_OK;
}

static ln_status
step_element(ln_parser* const p, const uint32_t arg)
{
  bool there = false;
  (void)arg;
  LN_TRY(ln_parse_maybe(p, LN_V("^"), &there));
  LN_TRY(there ? ln_parse_push(p, step_make, LN_PATH_INVERSE) : LN_OK);
  LN_TRY(ln_parse_push(p, step_length, 0U));
  LN_TRY(ln_parse_maybe(p, LN_V("("), &there));
  if (there) {
    LN_TRY(ln_parse_deeper(p));
    LN_TRY(ln_parse_push(p, step_closed, 0U));
    return ln_parse_path(p);
  }
  LN_TRY(ln_parse_maybe(p, LN_V("!"), &there));
  if (there) {
    return read_negated(p);
  }
  ln_path path = {.kind = LN_PATH_IRI};
  LN_TRY(read_predicate(p, &path.predicate));
  return push_path(p, &path);
}

static ln_status
step_more_sequence(ln_parser* const p, const uint32_t arg)
{
  bool more = false;
  (void)arg;
  LN_TRY(ln_parse_maybe(p, LN_V("/"), &more));
  if (!more) {
    return LN_OK;
  }
  LN_TRY(ln_parse_push(p, step_more_sequence, 0U));
  LN_TRY(ln_parse_push(p, step_make, LN_PATH_SEQUENCE));
  return ln_parse_push(p, step_element, 0U);
}

static ln_status
step_sequence(ln_parser* const p, const uint32_t arg)
{
  (void)arg;
  LN_TRY(ln_parse_push(p, step_more_sequence, 0U));
  return ln_parse_push(p, step_element, 0U);
}

static ln_status
step_more_either(ln_parser* const p, const uint32_t arg)
{
  bool more = false;
  (void)arg;
  LN_TRY(ln_parse_maybe(p, LN_V("|"), &more));
  if (!more) {
    return LN_OK;
  }
  LN_TRY(ln_parse_push(p, step_more_either, 0U));
  LN_TRY(ln_parse_push(p, step_make, LN_PATH_EITHER));
  return ln_parse_push(p, step_sequence, 0U);
}

ln_status
ln_parse_path(ln_parser* const p)
{
  LN_TRY(ln_parse_push(p, step_more_either, 0U));
  return ln_parse_push(p, step_sequence, 0U);
}

/* ---- paths of any length ---- */

/* A path that leads from a state to a state, still to be taken apart. */
typedef struct walk_task {
  struct walk_task* next;
  const ln_path*    path;
  uint32_t          from;
  uint32_t          to;
  bool              backward;
} walk_task;

typedef struct {
  ln_walk*      walk;
  ln_walk_edge* edges; ///< the newest first
  walk_task*    tasks;
} walk_maker;

static ln_status
add_task(ln_parser* const p, walk_maker* const m, const walk_task* const task)
{
  walk_task* const kept = (walk_task*)ln_parse_new(p, sizeof(walk_task));
  if (!kept) {
    return LN_NO_MEM;
  }
  *kept      = *task;
  kept->next = m->tasks;
  m->tasks   = kept;
  return LN_OK;
}

static ln_status
add_edge(ln_parser* const p, walk_maker* const m, const ln_walk_edge* const edge)
{
  ln_walk_edge* const kept = (ln_walk_edge*)ln_parse_new(p, sizeof(ln_walk_edge));
  if (!kept) {
    return LN_NO_MEM;
  }
  *kept          = *edge;
  kept->next     = m->edges;
  m->edges       = kept;
  m->walk->edges = kept;
  return LN_OK;
}

static ln_status
add_silent(ln_parser* const p, walk_maker* const m, const uint32_t from, const uint32_t to)
{
  const ln_walk_edge edge = {.from = from, .to = to, .silent = true};
  return add_edge(p, m, &edge);
}

/* Between two states of its own, so that what comes before and behind is not repeated with it. */
static ln_status
walk_repeated(ln_parser* const p, walk_maker* const m, const walk_task* const t)
{
  const uint32_t from = m->walk->states++;
  const uint32_t to   = m->walk->states++;
  LN_TRY(add_silent(p, m, t->from, from));
  LN_TRY(add_silent(p, m, to, t->to));
  LN_TRY(t->path->kind != LN_PATH_SOME ? add_silent(p, m, t->from, t->to) : LN_OK);
  LN_TRY(t->path->kind != LN_PATH_MAYBE ? add_silent(p, m, to, from) : LN_OK);
  return add_task(p, m, &(walk_task){NULL, t->path->a, from, to, t->backward});
}

static ln_status
walk_sequence(ln_parser* const p, walk_maker* const m, const walk_task* const t)
{
  const uint32_t       between = m->walk->states++;
  const ln_path* const first   = t->backward ? t->path->b : t->path->a;
  const ln_path* const second  = t->backward ? t->path->a : t->path->b;
  LN_TRY(add_task(p, m, &(walk_task){NULL, first, t->from, between, t->backward}));
  return add_task(p, m, &(walk_task){NULL, second, between, t->to, t->backward});
}

static ln_status
walk_one(ln_parser* const p, walk_maker* const m, const walk_task* const t)
{
  switch (t->path->kind) {
  case LN_PATH_IRI:
  case LN_PATH_NOT:
    return add_edge(
      p,
      m,
      &(ln_walk_edge){.from      = t->from,
                      .to        = t->to,
                      .backward  = t->backward,
                      .predicate = t->path->kind == LN_PATH_IRI ? t->path->predicate : LN_ABSENT,
                      .except    = t->path->except,
                      .n_except  = t->path->n_except});
  case LN_PATH_INVERSE:
    return add_task(p, m, &(walk_task){NULL, t->path->a, t->from, t->to, !t->backward});
  case LN_PATH_SEQUENCE:
    return walk_sequence(p, m, t);
  case LN_PATH_EITHER:
    LN_TRY(add_task(p, m, &(walk_task){NULL, t->path->a, t->from, t->to, t->backward}));
    return add_task(p, m, &(walk_task){NULL, t->path->b, t->from, t->to, t->backward});
  case LN_PATH_ANY:
  case LN_PATH_SOME:
  case LN_PATH_MAYBE:
    break;
  }
  return walk_repeated(p, m, t);
}

static ln_status
make_walk(ln_parser* const      p,
          const ln_path* const  path,
          const bool            backward,
          const ln_walk** const walk)
{
  walk_maker m = {.walk = (ln_walk*)ln_parse_new(p, sizeof(ln_walk))};
  if (!m.walk) {
    return LN_NO_MEM;
  }
  *walk          = m.walk;
  m.walk->states = 2U;
  LN_TRY(add_task(p, &m, &(walk_task){NULL, path, 0U, 1U, backward}));
  while (m.tasks) {
    const walk_task* const task = m.tasks;
    m.tasks                     = task->next;
    LN_TRY(walk_one(p, &m, task));
  }
  return LN_OK;
}

/* ---- paths of a fixed length ---- */

/* A path between two points, still to be made into patterns of a group. */
typedef struct triple_task {
  struct triple_task* next;
  ln_group*           group;
  const ln_path*      path;
  ln_point            subject;
  ln_point            object;
} triple_task;

typedef struct {
  triple_task* tasks;
  ln_group*    made; ///< groups of unions, the newest first, linked by `parent`
} triple_maker;

static ln_status
later(ln_parser* const p, triple_maker* const m, const triple_task* const task)
{
  triple_task* const kept = (triple_task*)ln_parse_new(p, sizeof(triple_task));
  if (!kept) {
    return LN_NO_MEM;
  }
  *kept      = *task;
  kept->next = m->tasks;
  m->tasks   = kept;
  return LN_OK;
}

static ln_status
hidden_point(ln_parser* const p, ln_point* const point)
{
  point->kind = LN_AT_VARIABLE;
  return ln_parse_hidden(p, &point->n);
}

static void
mention(ln_group* const group, const ln_point point)
{
  if (point.kind == LN_AT_VARIABLE) {
    ln_variables_add(&group->mentioned, point.n);
    ln_variables_add(&group->possible, point.n);
  }
}

static ln_status
add_pattern(ln_parser* const p, ln_group* const group, const ln_pattern3* const pattern)
{
  ln_part* const     part = group->last && group->last->kind == LN_PART_TRIPLES
                              ? group->last
                              : ln_parse_part(p, group, LN_PART_TRIPLES);
  ln_pattern3* const kept = (ln_pattern3*)ln_parse_new(p, sizeof(ln_pattern3));
  if (!part || !kept) {
    return LN_NO_MEM;
  }
  *kept = *pattern;
  mention(group, kept->subject);
  mention(group, kept->predicate);
  mention(group, kept->object);
  if (part->last) {
    part->last->next = kept;
  } else {
    part->patterns = kept;
  }
  part->last = kept;
  return LN_OK;
}

static ln_status
add_branch(ln_parser* const         p,
           triple_maker* const      m,
           const triple_task* const t,
           const ln_path* const     path,
           ln_part* const           part)
{
  ln_group* const group = (ln_group*)ln_parse_new(p, sizeof(ln_group));
  if (!group) {
    return LN_NO_MEM;
  }
  group->graph   = t->group->graph;
  group->sibling = part->group;
  group->parent  = m->made;
  part->group    = group;
  m->made        = group;
  return later(p, m, &(triple_task){NULL, group, path, t->subject, t->object});
}

static ln_status
triple_either(ln_parser* const p, triple_maker* const m, const triple_task* const t)
{
  ln_part* const part = ln_parse_part(p, t->group, LN_PART_UNION);
  if (!part) {
    return LN_NO_MEM;
  }
  mention(t->group, t->subject);
  mention(t->group, t->object);
  LN_TRY(add_branch(p, m, t, t->path->b, part));
  return add_branch(p, m, t, t->path->a, part);
}

static ln_status
triple_sequence(ln_parser* const p, triple_maker* const m, const triple_task* const t)
{
  ln_point between = {0};
  LN_TRY(hidden_point(p, &between));
  LN_TRY(later(p, m, &(triple_task){NULL, t->group, t->path->b, between, t->object}));
  return later(p, m, &(triple_task){NULL, t->group, t->path->a, t->subject, between});
}

static ln_status
triple_walk(ln_parser* const p, const triple_task* const t)
{
  ln_pattern3 pattern = {
    .subject = t->subject, .predicate = {LN_AT_TERM, LN_ABSENT}, .object = t->object};
  LN_TRY(make_walk(p, t->path, false, &pattern.forward));
  LN_TRY(make_walk(p, t->path, true, &pattern.backward));
  return add_pattern(p, t->group, &pattern);
}

static ln_status
triple_one(ln_parser* const p, triple_maker* const m, const triple_task* const t)
{
  ln_pattern3 pattern = {.subject = t->subject, .object = t->object};
  switch (t->path->kind) {
  case LN_PATH_IRI:
    pattern.predicate = (ln_point){LN_AT_TERM, t->path->predicate};
    return add_pattern(p, t->group, &pattern);
  case LN_PATH_NOT:
    LN_TRY(hidden_point(p, &pattern.predicate));
    pattern.except   = t->path->except;
    pattern.n_except = t->path->n_except;
    return add_pattern(p, t->group, &pattern);
  case LN_PATH_INVERSE:
    return later(p, m, &(triple_task){NULL, t->group, t->path->a, t->object, t->subject});
  case LN_PATH_SEQUENCE:
    return triple_sequence(p, m, t);
  case LN_PATH_EITHER:
    return triple_either(p, m, t);
  case LN_PATH_ANY:
  case LN_PATH_SOME:
  case LN_PATH_MAYBE:
    break;
  }
  return triple_walk(p, t);
}

ln_status
ln_parse_add_path(ln_parser* const     p,
                  const ln_point       subject,
                  const ln_path* const path,
                  const ln_point       object)
{
  triple_maker m = {0};
  LN_TRY(later(p, &m, &(triple_task){NULL, p->group, path, subject, object}));
  while (m.tasks) {
    const triple_task* const task = m.tasks;
    m.tasks                       = task->next;
    LN_TRY(triple_one(p, &m, task));
  }
  // Newer groups are within older ones.
  for (ln_group* group = m.made; group; group = group->parent) {
    LN_TRY(ln_plan_group(p, group));
  }
  return LN_OK;
}
