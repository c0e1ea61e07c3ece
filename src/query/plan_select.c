/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From a select to steps behind those of its group (section 18.2.4 and 18.2.5): grouping, HAVING,
   VALUES, the expressions of SELECT, order, projection, DISTINCT, LIMIT, in this order. What the
   grammar of the notes forbids is refused here: a variable that is neither grouped nor aggregated,
   a name given twice. */

#include "query/parser.h"

static int
name_length(const ln_view name)
{
  return (int)(name.n < 60U ? name.n : 60U);
}

/* ---- grouping ---- */

static ln_status
plan_keys(ln_parser* const p, const ln_select* const s, ln_ops* const ops, ln_variables* const keys)
{
  for (const ln_column* key = s->keys; key; key = key->next) {
    ln_op* op = NULL;
    if (key->expression) {
      if (ln_variables_has(&s->where->possible, key->variable)) {
        const ln_view name = p->q->names[key->variable];
        return ln_parse_fail(p,
                             LN_L1002,
                             key->at,
                             LN_V("choose another name"),
                             "GROUP BY gives ?%.*s a value, which has one already",
                             name_length(name),
                             name.s);
      }
      LN_TRY(ln_ops_ask(p, ops, LN_OP_EXTEND, key->expression, &op));
      op->variable = key->variable;
    }
    ln_variables_add(keys, key->variable);
  }
  return LN_OK;
}

/* Whether all that an expression looks at is a key, or has a value for each group. */
static ln_status
check_grouped(ln_parser* const           p,
              const ln_expression* const e,
              const ln_variables* const  known,
              const size_t               at)
{
  for (size_t i = 0U; i < e->n; ++i) {
    const ln_expression_step* const step = &e->steps[i];
    if ((step->code == LN_X_VARIABLE || step->code == LN_X_BOUND) &&
        !ln_variables_has(known, step->arg) && step->arg >= p->q->n_given) {
      const ln_view name = p->q->names[step->arg];
      return ln_parse_fail(p,
                           LN_L1002,
                           at,
                           LN_V("put it behind GROUP BY, or into an aggregate such as SAMPLE"),
                           "?%.*s is neither grouped nor aggregated",
                           name_length(name),
                           name.s);
    }
  }
  return LN_OK;
}

static ln_status
plan_groups(ln_parser* const p, ln_select* const s, ln_ops* const ops, ln_variables* const known)
{
  ln_op* op = NULL;
  LN_TRY(plan_keys(p, s, ops, known));
  LN_TRY(ln_ops_add(p, ops, LN_OP_GROUP, &op));
  op->variables  = *known;
  op->aggregates = s->aggregates;
  op->grouped    = s->grouped;
  for (const ln_aggregate* a = s->aggregates; a; a = a->next) {
    ln_variables_add(known, a->to);
  }
  for (const ln_filter* f = s->having; f; f = f->next) {
    LN_TRY(check_grouped(p, f->expression, known, s->at));
    LN_TRY(ln_ops_ask(p, ops, LN_OP_FILTER, f->expression, NULL));
  }
  return LN_OK;
}

/* ---- columns ---- */

static ln_status
check_new(ln_parser* const p, const ln_select* const s, const ln_column* const c)
{
  bool taken = ln_variables_has(&s->where->possible, c->variable) || c->variable < p->q->n_given;
  for (const ln_column* other = s->columns; other != c; other = other->next) {
    taken = taken || other->variable == c->variable;
  }
  if (!taken) {
    return LN_OK;
  }
  const ln_view name = p->q->names[c->variable];
  return ln_parse_fail(p,
                       LN_L1002,
                       c->at,
                       LN_V("choose another name"),
                       "SELECT gives ?%.*s a value, which has one already",
                       name_length(name),
                       name.s);
}

static ln_status
plan_columns(ln_parser* const    p,
             ln_select* const    s,
             ln_ops* const       ops,
             const bool          grouped,
             ln_variables* const known)
{
  for (const ln_column* c = s->columns; c; c = c->next) {
    ln_op* op = NULL;
    if (c->expression) {
      LN_TRY(check_new(p, s, c));
      LN_TRY(grouped ? check_grouped(p, c->expression, known, c->at) : LN_OK);
      LN_TRY(ln_ops_ask(p, ops, LN_OP_EXTEND, c->expression, &op));
      op->variable = c->variable;
      ln_variables_add(known, c->variable);
    } else if (grouped && !ln_variables_has(known, c->variable) && c->variable >= p->q->n_given) {
      const ln_view name = p->q->names[c->variable];
      return ln_parse_fail(p,
                           LN_L1002,
                           c->at,
                           LN_V("put it behind GROUP BY, or into an aggregate such as SAMPLE"),
                           "?%.*s is neither grouped nor aggregated",
                           name_length(name),
                           name.s);
    }
    ln_variables_add(&s->visible, c->variable);
  }
  return LN_OK;
}

/* SELECT *: all variables with a name, in the order they came. */
static ln_status
plan_star(ln_parser* const p, ln_select* const s)
{
  for (ln_variable v = 0U; v < p->q->n_variables; ++v) {
    if (p->q->names[v].n > 0U && ln_variables_has(&s->where->possible, v)) {
      ln_column* const c = (ln_column*)ln_parse_new(p, sizeof(ln_column));
      if (!c) {
        return LN_NO_MEM;
      }
      c->variable = v;
      if (s->last_column) {
        s->last_column->next = c;
      } else {
        s->columns = c;
      }
      s->last_column = c;
      ln_variables_add(&s->visible, v);
    }
  }
  return LN_OK;
}

/* ---- all of it ---- */

static ln_status
plan_order(ln_parser* const          p,
           const ln_select* const    s,
           ln_ops* const             ops,
           const bool                grouped,
           const ln_variables* const known)
{
  ln_op* op = NULL;
  if (!s->order) {
    return LN_OK;
  }
  for (const ln_order_key* key = s->order; key; key = key->next) {
    LN_TRY(grouped ? check_grouped(p, key->of, known, s->at) : LN_OK);
    if (key->of->exists) {
      return ln_parse_fail(p,
                           LN_L1001,
                           s->at,
                           LN_V("give its value a name with BIND first"),
                           "EXISTS within ORDER BY cannot be answered");
    }
  }
  LN_TRY(ln_ops_add(p, ops, LN_OP_ORDER, &op));
  op->keys = s->order;
  return LN_OK;
}

static ln_status
plan_end(ln_parser* const p, const ln_select* const s, ln_ops* const ops)
{
  ln_op* op = NULL;
  LN_TRY(ln_ops_add(p, ops, LN_OP_PROJECT, &op));
  op->variables = s->visible;
  LN_TRY(s->distinct ? ln_ops_add(p, ops, LN_OP_DISTINCT, NULL) : LN_OK);
  if (s->offset > 0U || s->limit < UINT64_MAX) {
    LN_TRY(ln_ops_add(p, ops, LN_OP_SLICE, &op));
    op->offset = s->offset;
    op->limit  = s->limit;
  }
  return LN_OK;
}

ln_status
ln_plan_select(ln_parser* const p, ln_select* const s)
{
  ln_ops* const ops     = &s->where->ops;
  ln_variables  known   = {{0U}};
  ln_op*        op      = NULL;
  const bool    grouped = s->grouped || s->aggregates || s->having;
  if (grouped && s->star) {
    return ln_parse_fail(
      p, LN_L1000, s->at, LN_V("name the columns"), "SELECT * does not go together with grouping");
  }
  LN_TRY(grouped ? plan_groups(p, s, ops, &known) : LN_OK);
  if (s->values) {
    LN_TRY(ln_ops_add(p, ops, LN_OP_VALUES, &op));
    op->values = s->values;
    LN_TRY(ln_ops_add(p, ops, LN_OP_JOIN, NULL));
  }
  LN_TRY(s->star ? plan_star(p, s) : plan_columns(p, s, ops, grouped, &known));
  LN_TRY(plan_order(p, s, ops, grouped, &known));
  return plan_end(p, s, ops);
}
