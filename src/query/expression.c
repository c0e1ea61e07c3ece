/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Expressions, step by step over a stack of values. An error is a value like others, so that `||`,
   `&&`, IF and COALESCE take it as the tables of section 17.2 say, and nothing has to be jumped
   over; all operands are always evaluated, which has no effect but time. */

#include "base/memory.h"
#include "query/value.h"

/* ---- logic (section 17.2, table of || and &&) ---- */

static ln_value
from_three(const int truth)
{
  return truth < 0 ? ln_value_error() : ln_value_boolean(truth == 1);
}

static ln_value
combine(const ln_expression_code code, const ln_value* const a, const ln_value* const b)
{
  const int x        = ln_value_truth(a);
  const int y        = ln_value_truth(b);
  const int deciding = code == LN_X_OR ? 1 : 0;
  if (x == deciding || y == deciding) {
    return ln_value_boolean(deciding == 1);
  }
  return x < 0 || y < 0 ? ln_value_error() : ln_value_boolean(deciding == 0);
}

static ln_value
negate(const ln_value* const v)
{
  const int truth = ln_value_truth(v);
  return truth < 0 ? ln_value_error() : ln_value_boolean(truth == 0);
}

/* ---- comparing ---- */

static ln_value
compare(const ln_expression_code code, const ln_value* const a, const ln_value* const b)
{
  if (code == LN_X_EQUAL || code == LN_X_UNEQUAL) {
    const int equal = ln_value_equal(a, b);
    const int truth = code == LN_X_EQUAL ? equal : 1 - equal;
    return from_three(equal < 0 ? -1 : truth);
  }
  if (a->kind == LN_VALUE_ERROR || b->kind == LN_VALUE_ERROR) {
    return ln_value_error();
  }
  const int order = ln_value_compare(a, b);
  if (order == 2) {
    // Of two numbers one is NaN: a comparison that is false.
    return ln_value_is_numeric(a) && ln_value_is_numeric(b) ? ln_value_boolean(false)
                                                            : ln_value_error();
  }
  const bool strict = code == LN_X_LESS || code == LN_X_GREATER;
  const bool below  = code == LN_X_LESS || code == LN_X_AT_MOST;
  return ln_value_boolean(order == 0 ? !strict : (order < 0) == below);
}

/* The first value among the others: true if one is equal, else an error if one is
 * (section 17.4.1.9).
 */
static ln_value
is_in(const ln_value* const values, const size_t n)
{
  bool error = values[0].kind == LN_VALUE_ERROR;
  for (size_t i = 1U; i < n; ++i) {
    const int equal = ln_value_equal(&values[0], &values[i]);
    if (equal == 1) {
      return ln_value_boolean(true);
    }
    error = error || equal < 0;
  }
  return error ? ln_value_error() : ln_value_boolean(false);
}

static ln_value
change_sign(const ln_expression_code code, const ln_value* const v)
{
  const ln_value zero = ln_value_integer(0);
  if (!ln_value_is_numeric(v)) {
    return ln_value_error();
  }
  if (code == LN_X_KEEP) {
    return *v;
  }
  if (v->kind == LN_VALUE_DOUBLE || v->kind == LN_VALUE_FLOAT) {
    return (ln_value){.kind = v->kind, .term = LN_ABSENT, .number = -v->number};
  }
  return ln_value_compute(LN_X_MINUS, &zero, v);
}

/* ---- calls ---- */

static ln_value
coalesce(const ln_value* const args, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    if (args[i].kind != LN_VALUE_ERROR) {
      return args[i];
    }
  }
  return ln_value_error();
}

static ln_status
call(ln_evaluator* const   e,
     const ln_function_id  id,
     const ln_value* const args,
     const size_t          n,
     ln_value* const       value)
{
  if (id == LN_F_COALESCE) {
    *value = coalesce(args, n);
    return LN_OK;
  }
  if (id == LN_F_IF) {
    const int    truth  = ln_value_truth(&args[0]);
    const size_t chosen = truth == 1 ? 1U : 2U;
    *value              = truth < 0 ? ln_value_error() : args[chosen];
    return LN_OK;
  }
  *value = ln_value_error();
  for (size_t i = 0U; i < n; ++i) {
    if (args[i].kind == LN_VALUE_ERROR) {
      return LN_OK;
    }
  }
  return ln_function_call(e, id, args, n, value);
}

/* ---- the machine ---- */

/* A step without operands. */
static ln_value
look_up(const ln_evaluator* const e, const ln_expression_step* const s)
{
  switch ((int)s->code) {
  case LN_X_CONSTANT:
    return ln_value_of(e->pool, s->arg);
  case LN_X_VARIABLE:
    return ln_value_of(e->pool, e->row[s->arg]);
  case LN_X_BOUND:
    return ln_value_boolean(e->row[s->arg] != LN_ABSENT);
  default:
    return ln_value_boolean(e->answer(e->self, s->arg, e->row_number));
  }
}

/* `args` are the operands of the step. */
static ln_status
operate(ln_evaluator* const             e,
        const ln_expression_step* const s,
        const ln_value* const           args,
        ln_value* const                 value)
{
  switch (s->code) {
  case LN_X_OR:
  case LN_X_AND:
    *value = combine(s->code, &args[0], &args[1]);
    break;
  case LN_X_NOT:
    *value = negate(&args[0]);
    break;
  case LN_X_EQUAL:
  case LN_X_UNEQUAL:
  case LN_X_LESS:
  case LN_X_GREATER:
  case LN_X_AT_MOST:
  case LN_X_AT_LEAST:
    *value = compare(s->code, &args[0], &args[1]);
    break;
  case LN_X_IN:
    *value = is_in(args, s->n);
    break;
  case LN_X_PLUS:
  case LN_X_MINUS:
  case LN_X_TIMES:
  case LN_X_DIVIDE:
    *value = ln_value_compute(s->code, &args[0], &args[1]);
    break;
  case LN_X_NEGATE:
  case LN_X_KEEP:
    *value = change_sign(s->code, &args[0]);
    break;
  case LN_X_CALL:
    return call(e, (ln_function_id)s->arg, args, s->n, value);
  case LN_X_CONSTANT:
  case LN_X_VARIABLE:
  case LN_X_BOUND:
  case LN_X_EXISTS:
    *value = look_up(e, s);
    break;
  }
  return LN_OK;
}

static ln_status
reserve(ln_evaluator* const e, const size_t deep)
{
  if (deep > e->cap) {
    ln_value* const stack = (ln_value*)ln_realloc(e->stack, deep + 8U, sizeof(ln_value));
    if (!stack) {
      return LN_NO_MEM;
    }
    e->stack = stack;
    e->cap   = deep + 8U;
  }
  return LN_OK;
}

ln_status
ln_evaluate(ln_evaluator* const e, const ln_expression* const expression, ln_value* const value)
{
  size_t n = 0U;
  LN_TRY(reserve(e, expression->deep));
  ln_arena_reset(&e->arena);
  for (size_t i = 0U; i < expression->n; ++i) {
    const ln_expression_step* const s    = &expression->steps[i];
    ln_value                        made = ln_value_error();
    n -= s->n;
    LN_TRY(operate(e, s, e->stack + n, &made));
    e->stack[n++] = made;
  }
  *value = e->stack[0];
  return LN_OK;
}

ln_status
ln_evaluate_truth(ln_evaluator* const e, const ln_expression* const expression, bool* const yes)
{
  ln_value value = ln_value_error();
  LN_TRY(ln_evaluate(e, expression, &value));
  *yes = ln_value_truth(&value) == 1;
  return LN_OK;
}

ln_status
ln_evaluate_term(ln_evaluator* const e, const ln_expression* const expression, uint32_t* const term)
{
  ln_value value = ln_value_error();
  LN_TRY(ln_evaluate(e, expression, &value));
  return ln_value_term(e->pool, &value, term);
}

void
ln_evaluator_clear(ln_evaluator* const e)
{
  ln_free(e->stack);
  ln_arena_clear(&e->arena);
  ln_pattern_free(e->pattern);
  ln_text_clear(&e->pattern_text);
  ln_text_clear(&e->now);
  ln_text_clear(&e->text);
}
