/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* SELECT and the clauses behind WHERE (section 15 and 11; rules 9, 18 to 28). */

#include "query/parser.h"

ln_status
ln_parse_open_select(ln_parser* const p)
{
  ln_select* const select = (ln_select*)ln_parse_new(p, sizeof(ln_select));
  if (!select) {
    return LN_NO_MEM;
  }
  select->outer  = p->select;
  select->around = p->group;
  select->limit  = UINT64_MAX;
  select->at     = p->word.at;
  p->select      = select;
  return LN_OK;
}

/* ---- lists ---- */

static ln_status
add_column(ln_parser* const  p,
           ln_column** const first,
           ln_column** const last,
           const ln_column   what)
{
  ln_column* const column = (ln_column*)ln_parse_new(p, sizeof(ln_column));
  if (!column) {
    return LN_NO_MEM;
  }
  *column = what;
  if (*last) {
    (*last)->next = column;
  } else {
    *first = column;
  }
  *last = column;
  return LN_OK;
}

/* ---- SELECT ---- */

static ln_status
step_projection(ln_parser* p, uint32_t some);

/* `(expression AS ?x)`, the expression being done. */
static ln_status
step_named(ln_parser* const p, const uint32_t at)
{
  ln_select* const s     = p->select;
  ln_column        c     = {.expression = p->done, .at = at};
  bool             there = false;
  LN_TRY(ln_parse_maybe(p, LN_V("AS"), &there));
  LN_TRY(there ? ln_parse_variable(p, &c.variable) : ln_parse_expected(p, "`AS`"));
  LN_TRY(ln_parse_sign(p, LN_V(")")));
  --p->depth;
  LN_TRY(add_column(p, &s->columns, &s->last_column, c));
  return step_projection(p, 1U);
}

static ln_status
step_projection(ln_parser* const p, const uint32_t some)
{
  ln_select* const s  = p->select;
  const size_t     at = p->word.at;
  s->aggregating      = true;
  if (p->word.kind == LN_WORD_VAR) {
    ln_column c = {.at = at};
    LN_TRY(ln_parse_variable(p, &c.variable));
    LN_TRY(add_column(p, &s->columns, &s->last_column, c));
    return ln_parse_push(p, step_projection, 1U);
  }
  if (ln_word_is(&p->word, LN_V("("))) {
    LN_TRY(ln_parse_next(p));
    LN_TRY(ln_parse_deeper(p));
    LN_TRY(ln_parse_push(p, step_named, at < UINT32_MAX ? (uint32_t)at : 0U));
    return ln_parse_expression(p);
  }
  s->aggregating = false;
  return some != 0U ? LN_OK : ln_parse_expected(p, "a variable, `(` or `*`");
}

static ln_status
step_where(ln_parser* const p, const uint32_t arg)
{
  bool there = false;
  (void)arg;
  if (ln_word_says(&p->word, LN_V("FROM"))) {
    return ln_parse_fail(
      p,
      LN_L1001,
      p->word.at,
      LN_V("name what is to be asked on the command line; GRAPH <…> { … } asks one "
           "graph of it"),
      "FROM chooses other data, which is not done here");
  }
  LN_TRY(ln_parse_maybe(p, LN_V("WHERE"), &there));
  return ln_parse_group(p, LN_PART_WHERE);
}

ln_status
ln_parse_select(ln_parser* const p)
{
  bool reduced = false;
  LN_TRY(ln_parse_maybe(p, LN_V("DISTINCT"), &p->select->distinct));
  // What REDUCED may drop is dropped (section 15.3).
  LN_TRY(p->select->distinct ? LN_OK : ln_parse_maybe(p, LN_V("REDUCED"), &reduced));
  p->select->distinct = p->select->distinct || reduced;
  LN_TRY(ln_parse_modifiers(p));
  LN_TRY(ln_parse_push(p, step_where, 0U));
  LN_TRY(ln_parse_maybe(p, LN_V("*"), &p->select->star));
  return p->select->star ? LN_OK : ln_parse_push(p, step_projection, 0U);
}

/* ---- GROUP BY, HAVING ---- */

static ln_status
step_group_by(ln_parser* p, uint32_t some);

static ln_status
step_key(ln_parser* const p, const uint32_t bracketed)
{
  ln_select* const s     = p->select;
  ln_column        c     = {.expression = p->done, .at = p->word.at};
  bool             named = false;
  if (bracketed != 0U) {
    LN_TRY(ln_parse_maybe(p, LN_V("AS"), &named));
    LN_TRY(named ? ln_parse_variable(p, &c.variable) : LN_OK);
    LN_TRY(ln_parse_sign(p, LN_V(")")));
    --p->depth;
  }
  LN_TRY(named ? LN_OK : ln_parse_hidden(p, &c.variable));
  LN_TRY(add_column(p, &s->keys, &s->last_key, c));
  return step_group_by(p, 1U);
}

static bool
is_call(const ln_parser* const p)
{
  static const char* const CLAUSES[] = {
    "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES", "ASC", "DESC"};
  bool clause = p->word.kind != LN_WORD_NAME;
  for (size_t i = 0U; !clause && i < sizeof(CLAUSES) / sizeof(CLAUSES[0]); ++i) {
    clause = ln_word_says(&p->word, ln_view_of(CLAUSES[i]));
  }
  return !clause || ln_parse_is_iri(p);
}

static ln_status
step_group_by(ln_parser* const p, const uint32_t some)
{
  ln_select* const s = p->select;
  if (p->word.kind == LN_WORD_VAR) {
    ln_column c = {.at = p->word.at};
    LN_TRY(ln_parse_variable(p, &c.variable));
    LN_TRY(add_column(p, &s->keys, &s->last_key, c));
    return ln_parse_push(p, step_group_by, 1U);
  }
  if (ln_word_is(&p->word, LN_V("("))) {
    LN_TRY(ln_parse_next(p));
    LN_TRY(ln_parse_deeper(p));
    LN_TRY(ln_parse_push(p, step_key, 1U));
    return ln_parse_expression(p);
  }
  if (is_call(p)) {
    LN_TRY(ln_parse_push(p, step_key, 0U));
    return ln_parse_constraint(p);
  }
  return some != 0U ? LN_OK : ln_parse_expected(p, "what to group by");
}

static ln_status
step_having(ln_parser* const p, const uint32_t some)
{
  ln_select* const s = p->select;
  if (some != 0U) {
    ln_filter* const filter = (ln_filter*)ln_parse_new(p, sizeof(ln_filter));
    if (!filter) {
      return LN_NO_MEM;
    }
    filter->expression = p->done;
    if (s->last_having) {
      s->last_having->next = filter;
    } else {
      s->having = filter;
    }
    s->last_having = filter;
  }
  s->aggregating = some == 0U || ln_word_is(&p->word, LN_V("(")) || is_call(p);
  if (!s->aggregating) {
    return LN_OK;
  }
  LN_TRY(ln_parse_push(p, step_having, 1U));
  return ln_parse_constraint(p);
}

/* ---- ORDER BY, LIMIT, OFFSET ---- */

static ln_status
step_order(ln_parser* p, uint32_t some);

/* A key was read; `descending` as it was asked for. */
static ln_status
step_order_key(ln_parser* const p, const uint32_t descending)
{
  ln_select* const    s   = p->select;
  ln_order_key* const key = (ln_order_key*)ln_parse_new(p, sizeof(ln_order_key));
  if (!key) {
    return LN_NO_MEM;
  }
  key->of         = p->done;
  key->descending = descending != 0U;
  if (s->last_order) {
    s->last_order->next = key;
  } else {
    s->order = key;
  }
  s->last_order = key;
  return step_order(p, 1U);
}

static ln_status
step_order(ln_parser* const p, const uint32_t some)
{
  const bool descending  = ln_word_says(&p->word, LN_V("DESC"));
  const bool directed    = descending || ln_word_says(&p->word, LN_V("ASC"));
  p->select->aggregating = true;
  if (p->word.kind == LN_WORD_VAR) {
    LN_TRY(ln_parse_push(p, step_order_key, 0U));
    return ln_parse_variable_alone(p);
  }
  if (directed || ln_word_is(&p->word, LN_V("(")) || is_call(p)) {
    LN_TRY(directed ? ln_parse_next(p) : LN_OK);
    LN_TRY(ln_parse_push(p, step_order_key, descending ? 1U : 0U));
    return ln_parse_constraint(p);
  }
  p->select->aggregating = false;
  return some != 0U ? LN_OK : ln_parse_expected(p, "what to order by");
}

static ln_status
read_count(ln_parser* const p, uint64_t* const count)
{
  *count = 0U;
  if (p->word.kind != LN_WORD_INTEGER) {
    return ln_parse_expected(p, "a number");
  }
  for (size_t i = 0U; i < p->word.text.n; ++i) {
    const uint64_t digit = (uint64_t)(p->word.text.s[i] - '0');
    *count = *count > (UINT64_MAX - 10U) / 10U ? UINT64_MAX - 10U : *count * 10U + digit;
  }
  return ln_parse_next(p);
}

static ln_status
step_bounds(ln_parser* const p, const uint32_t arg)
{
  bool limit  = false;
  bool offset = false;
  (void)arg;
  LN_TRY(ln_parse_maybe(p, LN_V("LIMIT"), &limit));
  LN_TRY(limit ? read_count(p, &p->select->limit) : LN_OK);
  LN_TRY(ln_parse_maybe(p, LN_V("OFFSET"), &offset));
  LN_TRY(offset ? read_count(p, &p->select->offset) : LN_OK);
  return limit || offset ? ln_parse_push(p, step_bounds, 0U) : LN_OK;
}

static ln_status
step_values(ln_parser* const p, const uint32_t arg)
{
  bool there = false;
  (void)arg;
  LN_TRY(ln_parse_maybe(p, LN_V("VALUES"), &there));
  return there ? ln_parse_values(p, &p->select->values) : LN_OK;
}

/* ---- in their order ---- */

typedef enum { CLAUSE_GROUP, CLAUSE_HAVING, CLAUSE_ORDER } clause;

static ln_status
step_clause(ln_parser* const p, const uint32_t arg)
{
  static const char* const     WORDS[] = {"GROUP", "HAVING", "ORDER"};
  static const ln_reading_step STEPS[] = {step_group_by, step_having, step_order};
  bool                         there   = false;
  bool                         by      = false;
  LN_TRY(ln_parse_maybe(p, ln_view_of(WORDS[arg]), &there));
  if (!there) {
    return LN_OK;
  }
  if (arg != (uint32_t)CLAUSE_HAVING) {
    LN_TRY(ln_parse_maybe(p, LN_V("BY"), &by));
    LN_TRY(by ? LN_OK : ln_parse_expected(p, "`BY`"));
  }
  p->select->grouped = p->select->grouped || arg == (uint32_t)CLAUSE_GROUP;
  return ln_parse_push(p, STEPS[arg], 0U);
}

ln_status
ln_parse_modifiers(ln_parser* const p)
{
  LN_TRY(ln_parse_push(p, step_values, 0U));
  LN_TRY(ln_parse_push(p, step_bounds, 0U));
  LN_TRY(ln_parse_push(p, step_clause, (uint32_t)CLAUSE_ORDER));
  LN_TRY(ln_parse_push(p, step_clause, (uint32_t)CLAUSE_HAVING));
  return ln_parse_push(p, step_clause, (uint32_t)CLAUSE_GROUP);
}
