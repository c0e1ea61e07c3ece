/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From a group to steps (section 18.2.2). The parts are joined in the order they stand. What a part
   is joined with is known before it is evaluated, so that a seed can be laid at its start: the
   different values that the solutions so far have for variables that the first triples of the part
   bind in any case. No solution of the part is lost that could be joined, and whatever stands
   behind those triples sees the same as without the seed. Triples of one part are put in an order:
   always the one that seems to lead to fewest solutions, among those that have to do with what is
   known. Filters are evaluated as soon as all their variables are certain to be bound, which
   changes nothing of what they see.

   EXISTS is a question to each solution: its pattern starts with the solutions themselves,
   numbered, so that whatever is in it sees their values (section 18.6, substitute). */

#include "query/parser.h"

void
ln_ops_append(ln_ops* const ops, const ln_ops more)
{
  if (!more.first) {
    return;
  }
  if (ops->last) {
    ops->last->next = more.first;
  } else {
    ops->first = more.first;
  }
  ops->last = more.last;
}

ln_status
ln_ops_add(ln_parser* const p, ln_ops* const ops, const ln_op_kind kind, ln_op** const op)
{
  ln_op* const made = (ln_op*)ln_parse_new(p, sizeof(ln_op));
  if (!made) {
    return LN_NO_MEM;
  }
  made->kind = kind;
  ln_ops_append(ops, (ln_ops){made, made});
  if (op) {
    *op = made;
  }
  return LN_OK;
}

ln_status
ln_ops_ask(ln_parser* const           p,
           ln_ops* const              ops,
           const ln_op_kind           kind,
           const ln_expression* const expression,
           ln_op** const              op)
{
  ln_op* made = NULL;
  for (ln_exists* e = expression->exists; e; e = e->next) {
    LN_TRY(ln_ops_add(p, ops, LN_OP_ASK, &made));
    made->exists    = e;
    made->variables = e->variables;
    made->variable  = e->row;
    ln_ops_append(ops, e->ops);
    LN_TRY(ln_ops_add(p, ops, LN_OP_ANSWER, &made));
    made->exists   = e;
    made->variable = e->row;
  }
  LN_TRY(ln_ops_add(p, ops, kind, &made));
  made->expression = expression;
  if (op) {
    *op = made;
  }
  return LN_OK;
}

void
ln_plan_exists(ln_group* const group, ln_exists* const exists)
{
  exists->ops = group->ops;
  for (ln_start* start = group->all; start; start = start->next) {
    ln_op* const op = start->op;
    if (op->kind == LN_OP_UNIT) {
      op->kind   = LN_OP_RECALL;
      op->exists = exists;
    } else if (op->kind == LN_OP_SEED) {
      ln_variables_join(&op->variables, &exists->variables);
      ln_variables_add(&op->variables, exists->row);
    }
  }
}

/* ---- starts ---- */

static ln_status
add_start(ln_parser* const p, ln_start** const list, ln_op* const op)
{
  ln_start* const start = (ln_start*)ln_parse_new(p, sizeof(ln_start));
  if (!start) {
    return LN_NO_MEM;
  }
  *start = (ln_start){*list, op};
  *list  = start;
  return LN_OK;
}

static ln_status
add_starts(ln_parser* const p, ln_start** const list, const ln_start* const more)
{
  for (const ln_start* start = more; start; start = start->next) {
    LN_TRY(add_start(p, list, start->op));
  }
  return LN_OK;
}

/* ---- the work at hand ---- */

typedef struct {
  ln_parser* p;
  ln_group*  g;
  bool       begun; ///< there are steps
} planning;

/* The steps begin, if they have not. */
static ln_status
begin(planning* const w)
{
  ln_group* const g  = w->g;
  ln_op*          op = NULL;
  if (w->begun) {
    return LN_OK;
  }
  w->begun = true;
  LN_TRY(ln_ops_add(w->p, &g->ops, LN_OP_UNIT, &op));
  LN_TRY(add_start(w->p, &g->starts, op));
  LN_TRY(add_start(w->p, &g->all, op));
  if (g->graph.kind == LN_AT_VARIABLE || g->graph.n != LN_ABSENT) {
    LN_TRY(ln_ops_add(w->p, &g->ops, LN_OP_GRAPHS, &op));
    op->graph = g->graph;
  }
  if (g->graph.kind == LN_AT_VARIABLE) {
    ln_variables_add(&g->certain, g->graph.n);
  }
  return LN_OK;
}

/* ---- filters ---- */

static ln_status
add_filters(planning* const w, const bool all)
{
  ln_variables known = w->g->certain;
  for (ln_variable v = 0U; v < w->p->q->n_given; ++v) {
    ln_variables_add(&known, v);
  }
  for (ln_filter* f = w->g->filters; f; f = f->next) {
    const bool ready =
      !f->expression->exists && ln_variables_within(&f->expression->variables, &known);
    if (!f->done && (all || ready)) {
      f->done = true;
      LN_TRY(ln_ops_ask(w->p, &w->g->ops, LN_OP_FILTER, f->expression, NULL));
    }
  }
  return LN_OK;
}

/* ---- triples ---- */

static bool
is_known(const planning* const w, const ln_point point)
{
  return point.kind == LN_AT_TERM ||
         (point.kind == LN_AT_VARIABLE &&
          (ln_variables_has(&w->g->certain, point.n) || point.n < w->p->q->n_given));
}

/* How many triples fit what the query itself says. */
static double
count_fitting(const planning* const w, const ln_pattern3* const t)
{
  const ln_dataset* const set   = w->p->q->set;
  const uint32_t          terms = ln_dataset_terms(set);
  const ln_point          at[]  = {t->subject, t->predicate, t->object};
  uint32_t                n[3];
  for (size_t i = 0U; i < 3U; ++i) {
    n[i] = at[i].kind == LN_AT_TERM ? at[i].n : LN_ABSENT;
    if (n[i] != LN_ABSENT && n[i] >= terms) {
      return 0.0;
    }
  }
  const ln_fact_pattern pattern = {n[0], n[1], n[2]};
  const ln_point        graph   = w->g->graph;
  if (graph.kind == LN_AT_TERM) {
    return graph.n == LN_ABSENT || graph.n < terms
             ? (double)ln_dataset_match(set, graph.n, &pattern).n
             : 0.0;
  }
  double sum = 0.0;
  for (size_t i = 0U; i < ln_dataset_graphs(set); ++i) {
    sum += (double)ln_dataset_match(set, ln_dataset_graph(set, i), &pattern).n;
  }
  return sum;
}

/* About how many solutions each one so far becomes. A subject has few triples, an object more. */
static double
estimate(const planning* const w, const ln_pattern3* const t)
{
  enum { PER_SUBJECT = 3, PER_OBJECT = 30 };
  const bool s = t->subject.kind != LN_AT_TERM && is_known(w, t->subject);
  const bool o = t->object.kind != LN_AT_TERM && is_known(w, t->object);
  double     n = count_fitting(w, t);
  if (s && n > (double)PER_SUBJECT) {
    n = (double)PER_SUBJECT;
  }
  if (o) {
    n = n > (double)PER_OBJECT ? (double)PER_OBJECT : n;
    n = s ? 1.0 : n;
  }
  // A walk from nowhere goes through all that there is.
  if (t->forward) {
    n = is_known(w, t->subject) || is_known(w, t->object) ? 100.0 + n : 1e12;
  }
  return n;
}

static bool
is_linked(const planning* const w, const ln_pattern3* const t)
{
  const ln_point at[] = {t->subject, t->predicate, t->object};
  for (size_t i = 0U; i < 3U; ++i) {
    if (at[i].kind == LN_AT_VARIABLE && is_known(w, at[i])) {
      return true;
    }
  }
  return false;
}

static void
bind_points(planning* const w, const ln_pattern3* const t)
{
  const ln_point at[] = {t->subject, t->predicate, t->object};
  for (size_t i = 0U; i < 3U; ++i) {
    if (at[i].kind == LN_AT_VARIABLE) {
      ln_variables_add(&w->g->certain, at[i].n);
    }
  }
}

/* Take the pattern that should come next out of the list. */
static ln_pattern3*
take_next(const planning* const w, ln_pattern3** const list)
{
  ln_pattern3** best        = list;
  double        best_rank   = 0.0;
  bool          best_linked = false;
  for (ln_pattern3** at = list; *at; at = &(*at)->next) {
    const double rank   = estimate(w, *at);
    const bool   linked = rank < 1.5 || is_linked(w, *at);
    if (at == list || (linked && !best_linked) || (linked == best_linked && rank < best_rank)) {
      best        = at;
      best_rank   = rank;
      best_linked = linked;
    }
  }
  ln_pattern3* const taken = *best;
  *best                    = taken->next;
  return taken;
}

static ln_status
plan_triples(planning* const w, const ln_part* const part)
{
  const bool leads = !w->begun;
  LN_TRY(begin(w));
  ln_pattern3* list = part->patterns;
  while (list) {
    ln_op*                   op      = NULL;
    const ln_pattern3* const pattern = take_next(w, &list);
    LN_TRY(ln_ops_add(w->p, &w->g->ops, LN_OP_MATCH, &op));
    op->pattern = pattern;
    op->graph   = w->g->graph;
    bind_points(w, pattern);
    if (leads) {
      w->g->leading = w->g->certain;
    }
    LN_TRY(add_filters(w, false));
  }
  return LN_OK;
}

/* ---- parts ---- */

/* Lay a seed at the starts of a part of what stands `depth` below the top. */
static void
lay_seed(const planning* const w, const ln_start* const starts, const ln_variables* const leading)
{
  ln_variables shared = w->g->certain;
  ln_variables_meet(&shared, leading);
  for (const ln_start* s = starts; s && !ln_variables_none(&shared); s = s->next) {
    if (s->op->kind == LN_OP_UNIT) {
      s->op->kind      = LN_OP_SEED;
      s->op->variables = shared;
    }
  }
}

/* A group that comes first is the table itself. */
static ln_status
join_part(planning* const           w,
          const ln_ops              ops,
          const ln_start* const     starts,
          const ln_variables* const leading,
          const ln_variables* const certain)
{
  ln_group* const g = w->g;
  // In a graph of its own, the group may say something that its first part does not.
  const bool whole = !w->begun && g->graph.kind == LN_AT_TERM && g->graph.n == LN_ABSENT;
  if (whole) {
    w->begun   = true;
    g->ops     = ops;
    g->certain = *certain;
    g->leading = *leading;
    return add_starts(w->p, &g->starts, starts);
  }
  LN_TRY(begin(w));
  lay_seed(w, starts, leading);
  ln_ops_append(&g->ops, ops);
  LN_TRY(ln_ops_add(w->p, &g->ops, LN_OP_JOIN, NULL));
  ln_variables_join(&g->certain, certain);
  return LN_OK;
}

static ln_status
plan_union(planning* const w, const ln_part* const part)
{
  ln_ops       ops     = {NULL, NULL};
  ln_start*    starts  = NULL;
  ln_variables certain = part->group->certain;
  ln_variables leading = part->group->leading;
  for (const ln_group* branch = part->group; branch; branch = branch->sibling) {
    // Behind the first branch, what the seed is made of lies below what the others gave.
    for (const ln_start* s = branch->starts; s; s = s->next) {
      s->op->depth += branch == part->group ? 0U : 1U;
    }
    LN_TRY(add_starts(w->p, &starts, branch->starts));
    LN_TRY(add_starts(w->p, &w->g->all, branch->all));
    ln_ops_append(&ops, branch->ops);
    ln_variables_meet(&certain, &branch->certain);
    ln_variables_meet(&leading, &branch->leading);
    LN_TRY(branch == part->group ? LN_OK : ln_ops_add(w->p, &ops, LN_OP_UNION, NULL));
  }
  return join_part(w, ops, starts, &leading, &certain);
}

static ln_status
plan_optional(planning* const w, const ln_group* const child)
{
  ln_op*      op  = NULL;
  ln_variable row = 0U;
  LN_TRY(begin(w));
  LN_TRY(ln_parse_hidden(w->p, &row));
  LN_TRY(ln_ops_add(w->p, &w->g->ops, LN_OP_NUMBER, &op));
  op->variable = row;
  lay_seed(w, child->starts, &child->leading);
  LN_TRY(add_starts(w->p, &w->g->all, child->all));
  ln_ops_append(&w->g->ops, child->ops);
  LN_TRY(ln_ops_add(w->p, &w->g->ops, LN_OP_JOIN_OVER, NULL));
  for (const ln_filter* f = child->filters; f; f = f->next) {
    LN_TRY(f->done ? LN_OK : ln_ops_ask(w->p, &w->g->ops, LN_OP_FILTER, f->expression, NULL));
  }
  LN_TRY(ln_ops_add(w->p, &w->g->ops, LN_OP_COMPLETE, &op));
  op->variable = row;
  return LN_OK;
}

static ln_status
plan_minus(planning* const w, const ln_group* const child)
{
  ln_op* op = NULL;
  LN_TRY(begin(w));
  lay_seed(w, child->starts, &child->leading);
  LN_TRY(add_starts(w->p, &w->g->all, child->all));
  ln_ops_append(&w->g->ops, child->ops);
  LN_TRY(ln_ops_add(w->p, &w->g->ops, LN_OP_MINUS, &op));
  // The graph is not part of the solutions that are compared (section 18.6, Graph).
  op->variable = w->g->graph.kind == LN_AT_VARIABLE ? w->g->graph.n : LN_ABSENT;
  return LN_OK;
}

static ln_status
plan_bind(planning* const w, const ln_part* const part)
{
  ln_op* op = NULL;
  LN_TRY(begin(w));
  LN_TRY(ln_ops_ask(w->p, &w->g->ops, LN_OP_EXTEND, part->expression, &op));
  op->variable = part->variable;
  return LN_OK;
}

static ln_status
plan_values(planning* const w, const ln_values* const values)
{
  ln_ops             ops     = {NULL, NULL};
  ln_op*             op      = NULL;
  ln_variables       certain = {{0U}};
  const ln_variables none    = {{0U}};
  for (size_t i = 0U; i < values->n; ++i) {
    bool bound = true;
    for (size_t row = 0U; row < values->rows; ++row) {
      bound = bound && values->terms[row * values->n + i] != LN_ABSENT;
    }
    if (bound) {
      ln_variables_add(&certain, values->variables[i]);
    }
  }
  LN_TRY(ln_ops_add(w->p, &ops, LN_OP_VALUES, &op));
  op->values = values;
  LN_TRY(begin(w));
  return join_part(w, ops, NULL, &none, &certain);
}

static ln_status
plan_part(planning* const w, const ln_part* const part)
{
  switch (part->kind) {
  case LN_PART_TRIPLES:
    return plan_triples(w, part);
  case LN_PART_GROUP:
    LN_TRY(add_starts(w->p, &w->g->all, part->group->all));
    return join_part(
      w, part->group->ops, part->group->starts, &part->group->leading, &part->group->certain);
  case LN_PART_UNION:
    return plan_union(w, part);
  case LN_PART_OPTIONAL:
    return plan_optional(w, part->group);
  case LN_PART_MINUS:
    return plan_minus(w, part->group);
  case LN_PART_BIND:
    return plan_bind(w, part);
  case LN_PART_VALUES:
    return plan_values(w, part->values);
  case LN_PART_EXISTS:
  case LN_PART_WHERE:
    break;
  }
  return LN_OK;
}

/* Rows that a group gives itself come before its triples, if only triples stand in front of them:
   joining is the same in any order, and rows are few. */
static void
values_first(ln_group* const group)
{
  ln_part*  values = NULL;
  ln_part** end    = &values;
  ln_part** at     = &group->parts;
  while (*at && ((*at)->kind == LN_PART_TRIPLES || (*at)->kind == LN_PART_VALUES)) {
    ln_part* const part = *at;
    if (part->kind == LN_PART_VALUES) {
      *at  = part->next;
      *end = part;
      end  = &part->next;
    } else {
      at = &part->next;
    }
  }
  *end         = group->parts;
  group->parts = values;
}

/* A sub-select is joined with one empty solution, or with what an EXISTS lays there. */
static ln_status
plan_sub_select(planning* const w)
{
  const ln_ops inner = w->g->ops;
  w->g->ops          = (ln_ops){NULL, NULL};
  LN_TRY(begin(w));
  ln_ops_append(&w->g->ops, inner);
  return ln_ops_add(w->p, &w->g->ops, LN_OP_JOIN, NULL);
}

ln_status
ln_plan_group(ln_parser* const p, ln_group* const group)
{
  planning w = {p, group, false};
  if (group->sub_select) {
    return plan_sub_select(&w);
  }
  values_first(group);
  for (const ln_part* part = group->parts; part; part = part->next) {
    LN_TRY(plan_part(&w, part));
    LN_TRY(add_filters(&w, false));
  }
  LN_TRY(begin(&w));
  // A filter of an optional group sees what the group is joined with, too (section 18.2.2.6).
  return group->kind == LN_PART_OPTIONAL ? LN_OK : add_filters(&w, true);
}
