/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Group graph patterns (section 5.2, rules 53 to 68). The parts of a group are listed in the order
   they come; filters are kept apart, since they count for the whole group wherever they stand. When
   a group ends, all groups in it have ended, so that it can be planned at once. */

#include "query/parser.h"

ln_part*
ln_parse_part(ln_parser* const p, ln_group* const group, const ln_part_kind kind)
{
  ln_part* const part = (ln_part*)ln_parse_new(p, sizeof(ln_part));
  if (part) {
    part->kind = kind;
    if (group->last) {
      group->last->next = part;
    } else {
      group->parts = part;
    }
    group->last = part;
  }
  return part;
}

ln_status
ln_parse_open(ln_parser* const p, const ln_part_kind kind)
{
  ln_group* const group = (ln_group*)ln_parse_new(p, sizeof(ln_group));
  if (!group) {
    return LN_NO_MEM;
  }
  group->parent = p->group;
  group->kind   = kind;
  group->graph  = p->group ? p->group->graph : (ln_point){LN_AT_TERM, LN_ABSENT};
  p->group      = group;
  return LN_OK;
}

/* What a closed group is to its parent. */
static ln_status
attach(ln_parser* const p, ln_group* const parent, ln_group* const group)
{
  if (group->kind == LN_PART_UNION) {
    ln_group** end = &parent->last->group;
    while (*end) {
      end = &(*end)->sibling;
    }
    parent->last->kind = LN_PART_UNION;
    *end               = group;
  } else {
    ln_part* const part = ln_parse_part(p, parent, group->kind);
    if (!part) {
      return LN_NO_MEM;
    }
    part->group = group;
  }
  parent->minus = parent->minus || group->minus || group->kind == LN_PART_MINUS;
  ln_variables_join(&parent->mentioned, &group->mentioned);
  if (group->kind != LN_PART_MINUS) {
    ln_variables_join(&parent->possible, &group->possible);
  }
  return LN_OK;
}

ln_status
ln_parse_close(ln_parser* const p)
{
  ln_group* const group = p->group;
  p->group              = group->parent;
  if (group->kind == LN_PART_WHERE && p->short_form) {
    LN_TRY(ln_parse_template_of(p, group));
  }
  LN_TRY(ln_plan_group(p, group));
  if (group->kind == LN_PART_EXISTS) {
    p->exists_group = group;
    return LN_OK;
  }
  if (group->kind == LN_PART_WHERE) {
    p->select->where = group;
    return LN_OK;
  }
  return attach(p, group->parent, group);
}

/* ---- FILTER, BIND, VALUES ---- */

static ln_status
step_filter(ln_parser* const p, const uint32_t arg)
{
  ln_filter* const filter = (ln_filter*)ln_parse_new(p, sizeof(ln_filter));
  (void)arg;
  if (!filter) {
    return LN_NO_MEM;
  }
  filter->expression = p->done;
  ln_variables_join(&p->group->mentioned, &p->done->variables);
  if (p->group->last_filter) {
    p->group->last_filter->next = filter;
  } else {
    p->group->filters = filter;
  }
  p->group->last_filter = filter;
  return LN_OK;
}

static ln_status
step_bind(ln_parser* const p, const uint32_t at)
{
  const ln_expression* const expression = p->done;
  ln_part* const             part       = ln_parse_part(p, p->group, LN_PART_BIND);
  bool                       there      = false;
  if (!part) {
    return LN_NO_MEM;
  }
  part->expression = expression;
  LN_TRY(ln_parse_maybe(p, LN_V("AS"), &there));
  LN_TRY(there ? ln_parse_variable(p, &part->variable) : ln_parse_expected(p, "`AS`"));
  if (ln_variables_has(&p->group->possible, part->variable) || part->variable < p->q->n_given) {
    const ln_view name = p->q->names[part->variable];
    return ln_parse_fail(p,
                         LN_L1002,
                         at,
                         LN_V("choose another name"),
                         "BIND gives ?%.*s a value, which has one already",
                         (int)name.n,
                         name.s);
  }
  ln_variables_join(&p->group->mentioned, &expression->variables);
  ln_variables_add(&p->group->mentioned, part->variable);
  ln_variables_add(&p->group->possible, part->variable);
  --p->depth;
  return ln_parse_sign(p, LN_V(")"));
}

static ln_status
read_bind(ln_parser* const p)
{
  const size_t at = p->word.at;
  LN_TRY(ln_parse_sign(p, LN_V("(")));
  LN_TRY(ln_parse_deeper(p));
  LN_TRY(ln_parse_push(p, step_bind, at < UINT32_MAX ? (uint32_t)at : 0U));
  return ln_parse_expression(p);
}

typedef struct {
  ln_variable* variables;
  size_t       n;
  uint32_t*    terms;
  size_t       n_terms;
  size_t       cap;
} values_draft;

static ln_status
add_value(ln_parser* const p, values_draft* const d)
{
  uint32_t term  = LN_ABSENT;
  bool     undef = false;
  if (d->n_terms == d->cap) {
    const size_t    cap   = d->cap > 0U ? 2U * d->cap : 16U;
    uint32_t* const terms = (uint32_t*)ln_arena_zero(&p->q->arena, cap, sizeof(uint32_t));
    if (!terms) {
      return LN_NO_MEM;
    }
    memcpy(terms, d->n_terms > 0U ? d->terms : terms, d->n_terms * sizeof(uint32_t));
    d->terms = terms;
    d->cap   = cap;
  }
  LN_TRY(ln_parse_maybe(p, LN_V("UNDEF"), &undef));
  if (ln_parse_is_iri(p) && !undef) {
    LN_TRY(ln_parse_iri_term(p, &term));
  } else if (!undef) {
    LN_TRY(ln_parse_is_literal(p) ? ln_parse_literal(p, &term)
                                  : ln_parse_expected(p, "a term or UNDEF"));
  }
  d->terms[d->n_terms++] = term;
  return LN_OK;
}

static ln_status
read_heads(ln_parser* const p, values_draft* const d, const bool listed)
{
  d->variables = (ln_variable*)ln_arena_zero(&p->q->arena, LN_VARIABLES, sizeof(ln_variable));
  if (!d->variables) {
    return LN_NO_MEM;
  }
  while (d->n < (size_t)LN_VARIABLES && (p->word.kind == LN_WORD_VAR || !listed)) {
    LN_TRY(ln_parse_variable(p, &d->variables[d->n++]));
    if (!listed) {
      return LN_OK;
    }
  }
  return ln_parse_sign(p, LN_V(")"));
}

/* A row of VALUES in brackets. */
static ln_status
read_row(ln_parser* const p, values_draft* const d)
{
  LN_TRY(ln_parse_sign(p, LN_V("(")));
  for (size_t i = 0U; i < d->n; ++i) {
    LN_TRY(add_value(p, d));
  }
  return ln_parse_sign(p, LN_V(")"));
}

ln_status
ln_parse_values(ln_parser* const p, const ln_values** const values)
{
  values_draft     d      = {0};
  bool             listed = false;
  size_t           rows   = 0U;
  ln_values* const made   = (ln_values*)ln_parse_new(p, sizeof(ln_values));
  if (!made) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_parse_maybe(p, LN_V("("), &listed));
  LN_TRY(read_heads(p, &d, listed));
  LN_TRY(ln_parse_sign(p, LN_V("{")));
  for (; !ln_word_is(&p->word, LN_V("}")); ++rows) {
    LN_TRY(listed ? read_row(p, &d) : add_value(p, &d));
  }
  *made   = (ln_values){d.variables, d.n, d.terms, rows};
  *values = made;
  return ln_parse_next(p);
}

static ln_status
read_inline_values(ln_parser* const p)
{
  ln_part* const part = ln_parse_part(p, p->group, LN_PART_VALUES);
  if (!part) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_parse_values(p, &part->values));
  for (size_t i = 0U; i < part->values->n; ++i) {
    ln_variables_add(&p->group->mentioned, part->values->variables[i]);
    ln_variables_add(&p->group->possible, part->values->variables[i]);
  }
  return LN_OK;
}

/* ---- groups ---- */

static ln_status
step_items(ln_parser* p, uint32_t arg);

/* The next group belongs to a graph of its own. */
static ln_status
read_graph(ln_parser* const p)
{
  ln_point graph = {LN_AT_TERM, LN_ABSENT};
  if (p->word.kind == LN_WORD_VAR) {
    graph.kind = LN_AT_VARIABLE;
    LN_TRY(ln_parse_variable(p, &graph.n));
  } else {
    LN_TRY(ln_parse_iri_term(p, &graph.n));
  }
  LN_TRY(ln_parse_group(p, LN_PART_GROUP));
  // The group is opened by the step that was put on the stack, and asks for its graph here.
  p->next_graph     = graph;
  p->has_next_graph = true;
  return LN_OK;
}

static ln_status
step_union(ln_parser* const p, const uint32_t arg)
{
  bool more = false;
  (void)arg;
  LN_TRY(ln_parse_maybe(p, LN_V("UNION"), &more));
  if (!more) {
    return LN_OK;
  }
  LN_TRY(ln_parse_push(p, step_union, 0U));
  return ln_parse_group(p, LN_PART_UNION);
}

/* The parts that begin with a keyword; `*known`: it was one. */
static ln_status
read_keyword(ln_parser* const p, bool* const known)
{
  static const char* const WORDS[] = {
    "FILTER", "OPTIONAL", "MINUS", "GRAPH", "BIND", "VALUES", "SERVICE"};
  enum { FILTER, OPTIONAL, MINUS, GRAPH, BIND, VALUES, SERVICE, WORDS_N };
  int          word = 0;
  const size_t at   = p->word.at;
  while (word < WORDS_N && !ln_word_says(&p->word, ln_view_of(WORDS[word]))) {
    ++word;
  }
  *known = word < WORDS_N;
  LN_TRY(*known ? ln_parse_next(p) : LN_OK);
  switch (word) {
  case FILTER:
    LN_TRY(ln_parse_push(p, step_filter, 0U));
    return ln_parse_constraint(p);
  case OPTIONAL:
    return ln_parse_group(p, LN_PART_OPTIONAL);
  case MINUS:
    return ln_parse_group(p, LN_PART_MINUS);
  case GRAPH:
    return read_graph(p);
  case BIND:
    return read_bind(p);
  case VALUES:
    return read_inline_values(p);
  case SERVICE:
    return ln_parse_fail(p,
                         LN_L1001,
                         at,
                         LN_V("load what the other service knows, and ask here"),
                         "SERVICE asks other machines, which is not done here");
  default:
    return LN_OK;
  }
}

/* What follows in a group; `arg`: triples without a point behind them stand in front. */
static ln_status
step_items(ln_parser* const p, const uint32_t arg)
{
  bool known = false;
  if (ln_word_is(&p->word, LN_V("}"))) {
    --p->depth;
    LN_TRY(ln_parse_next(p));
    return ln_parse_close(p);
  }
  if (ln_word_is(&p->word, LN_V(".")) && p->group->last) {
    LN_TRY(ln_parse_next(p));
    return ln_parse_push(p, step_items, 0U);
  }
  if (ln_parse_is_node(p)) {
    if (arg != 0U) {
      return ln_parse_expected(p, "a point or `}`");
    }
    LN_TRY(ln_parse_push(p, step_items, 1U));
    return ln_parse_triples(p);
  }
  LN_TRY(ln_parse_push(p, step_items, 0U));
  if (ln_word_is(&p->word, LN_V("{"))) {
    LN_TRY(ln_parse_push(p, step_union, 0U));
    return ln_parse_group(p, LN_PART_GROUP);
  }
  LN_TRY(read_keyword(p, &known));
  return known ? LN_OK : ln_parse_expected(p, "a pattern, a keyword or `}`");
}

/* A sub-select has been read and planned; its group has its steps. */
static ln_status
step_sub_select(ln_parser* const p, const uint32_t arg)
{
  ln_select* const select = p->select;
  (void)arg;
  LN_TRY(ln_plan_select(p, select));
  p->group->ops        = select->where->ops;
  p->group->sub_select = true;
  p->group->possible   = select->visible;
  p->group->mentioned  = select->visible;
  p->select            = select->outer;
  --p->depth;
  LN_TRY(ln_parse_sign(p, LN_V("}")));
  return ln_parse_close(p);
}

static ln_status
step_group(ln_parser* const p, const uint32_t kind)
{
  bool select = false;
  LN_TRY(ln_parse_sign(p, LN_V("{")));
  LN_TRY(ln_parse_deeper(p));
  LN_TRY(ln_parse_open(p, (ln_part_kind)kind));
  if (p->has_next_graph) {
    p->group->graph   = p->next_graph;
    p->has_next_graph = false;
    if (p->group->graph.kind == LN_AT_VARIABLE) {
      ln_variables_add(&p->group->mentioned, p->group->graph.n);
      ln_variables_add(&p->group->possible, p->group->graph.n);
    }
  }
  if (!ln_word_says(&p->word, LN_V("SELECT"))) {
    return step_items(p, 0U);
  }
  if (p->group->graph.kind == LN_AT_VARIABLE) {
    return ln_parse_fail(p,
                         LN_L1001,
                         p->word.at,
                         LN_V("name the graph, or put GRAPH into the SELECT"),
                         "a SELECT within GRAPH and a variable cannot be answered");
  }
  LN_TRY(ln_parse_maybe(p, LN_V("SELECT"), &select));
  LN_TRY(ln_parse_open_select(p));
  LN_TRY(ln_parse_push(p, step_sub_select, 0U));
  return ln_parse_select(p);
}

ln_status
ln_parse_group(ln_parser* const p, const ln_part_kind kind)
{
  return ln_parse_push(p, step_group, (uint32_t)kind);
}
