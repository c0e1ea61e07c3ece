/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Expressions (section 19.8, rules 110 to 128) become steps for a machine with a stack: operands
   first, then what is done with them. One function a level of precedence. An aggregate is an
   expression of its own whose value will be in a variable without a name; the pattern of an EXISTS
   is a group of its own. */

#include "query/parser.h"

#include "base/memory.h"

static ln_status
emit(ln_parser* const p, const ln_expression_code code, const uint32_t n, const uint32_t arg)
{
  ln_draft_expression* const d    = p->draft;
  ln_code_step* const        step = (ln_code_step*)ln_parse_new(p, sizeof(ln_code_step));
  if (!step) {
    return LN_NO_MEM;
  }
  step->step = (ln_expression_step){code, n, arg};
  if (d->last) {
    d->last->next = step;
  } else {
    d->first = step;
  }
  d->last = step;
  ++d->n;
  return LN_OK;
}

static ln_status
step_emit(ln_parser* const p, const uint32_t code)
{
  const uint32_t n =
    code == (uint32_t)LN_X_NOT || code == (uint32_t)LN_X_NEGATE || code == (uint32_t)LN_X_KEEP ? 1U
                                                                                               : 2U;
  return emit(p, (ln_expression_code)code, n, 0U);
}

static ln_status
step_expression(ln_parser* p, uint32_t arg);

/* ---- levels: each reads one of the next, then looks whether there are more ---- */

typedef struct {
  const char*        sign;
  ln_expression_code code;
} operator_sign;

/* Behind an operand: if one of the signs follows, `operand` is read, then the step is emitted, then
   `again` looks for more. */
static ln_status
read_operator(ln_parser* const           p,
              const operator_sign* const signs,
              const size_t               n,
              const ln_reading_step      operand,
              const ln_reading_step      again)
{
  for (size_t i = 0U; i < n; ++i) {
    if (ln_word_is(&p->word, ln_view_of(signs[i].sign))) {
      LN_TRY(ln_parse_next(p));
      LN_TRY(again ? ln_parse_push(p, again, 0U) : LN_OK);
      LN_TRY(ln_parse_push(p, step_emit, (uint32_t)signs[i].code));
      return ln_parse_push(p, operand, 0U);
    }
  }
  return LN_OK;
}

static ln_status
step_primary(ln_parser* p, uint32_t arg);

static ln_status
step_unary(ln_parser* const p, const uint32_t arg)
{
  static const operator_sign SIGNS[] = {{"!", LN_X_NOT}, {"-", LN_X_NEGATE}, {"+", LN_X_KEEP}};
  (void)arg;
  for (size_t i = 0U; i < sizeof(SIGNS) / sizeof(SIGNS[0]); ++i) {
    if (ln_word_is(&p->word, ln_view_of(SIGNS[i].sign))) {
      return read_operator(p, SIGNS, sizeof(SIGNS) / sizeof(SIGNS[0]), step_primary, NULL);
    }
  }
  return ln_parse_push(p, step_primary, 0U);
}

static ln_status
step_more_times(ln_parser* const p, const uint32_t arg)
{
  static const operator_sign SIGNS[] = {{"*", LN_X_TIMES}, {"/", LN_X_DIVIDE}};
  (void)arg;
  return read_operator(p, SIGNS, 2U, step_unary, step_more_times);
}

static ln_status
step_times(ln_parser* const p, const uint32_t arg)
{
  (void)arg;
  LN_TRY(ln_parse_push(p, step_more_times, 0U));
  return ln_parse_push(p, step_unary, 0U);
}

static ln_status
step_more_plus(ln_parser* const p, const uint32_t arg)
{
  static const operator_sign SIGNS[] = {{"+", LN_X_PLUS}, {"-", LN_X_MINUS}};
  (void)arg;
  return read_operator(p, SIGNS, 2U, step_times, step_more_plus);
}

static ln_status
step_plus(ln_parser* const p, const uint32_t arg)
{
  (void)arg;
  LN_TRY(ln_parse_push(p, step_more_plus, 0U));
  return ln_parse_push(p, step_times, 0U);
}

/* Expressions in brackets, one behind the other; `arg` is how many there are, then what is done. */
static ln_status
step_in(ln_parser* const p, const uint32_t n)
{
  bool more = false;
  LN_TRY(ln_parse_maybe(p, LN_V(","), &more));
  if (!more) {
    LN_TRY(ln_parse_sign(p, LN_V(")")));
    --p->depth;
    return emit(p, LN_X_IN, n + 1U, 0U);
  }
  LN_TRY(ln_parse_push(p, step_in, n + 1U));
  return ln_parse_push(p, step_expression, 0U);
}

static ln_status
read_in(ln_parser* const p)
{
  bool empty = false;
  LN_TRY(ln_parse_sign(p, LN_V("(")));
  LN_TRY(ln_parse_maybe(p, LN_V(")"), &empty));
  if (empty) {
    return emit(p, LN_X_IN, 1U, 0U);
  }
  LN_TRY(ln_parse_deeper(p));
  LN_TRY(ln_parse_push(p, step_in, 1U));
  return ln_parse_push(p, step_expression, 0U);
}

static ln_status
step_relation(ln_parser* const p, const uint32_t arg)
{
  static const operator_sign SIGNS[] = {{"=", LN_X_EQUAL},
                                        {"!=", LN_X_UNEQUAL},
                                        {"<", LN_X_LESS},
                                        {">", LN_X_GREATER},
                                        {"<=", LN_X_AT_MOST},
                                        {">=", LN_X_AT_LEAST}};
  bool                       there   = false;
  (void)arg;
  LN_TRY(ln_parse_maybe(p, LN_V("IN"), &there));
  if (there) {
    return read_in(p);
  }
  LN_TRY(ln_parse_maybe(p, LN_V("NOT"), &there));
  if (there) {
    LN_TRY(ln_parse_maybe(p, LN_V("IN"), &there));
    LN_TRY(there ? ln_parse_push(p, step_emit, LN_X_NOT) : ln_parse_expected(p, "`IN`"));
    return read_in(p);
  }
  return read_operator(p, SIGNS, sizeof(SIGNS) / sizeof(SIGNS[0]), step_plus, NULL);
}

static ln_status
step_compare(ln_parser* const p, const uint32_t arg)
{
  (void)arg;
  LN_TRY(ln_parse_push(p, step_relation, 0U));
  return ln_parse_push(p, step_plus, 0U);
}

static ln_status
step_more_and(ln_parser* const p, const uint32_t arg)
{
  static const operator_sign SIGNS[] = {{"&&", LN_X_AND}};
  (void)arg;
  return read_operator(p, SIGNS, 1U, step_compare, step_more_and);
}

static ln_status
step_and(ln_parser* const p, const uint32_t arg)
{
  (void)arg;
  LN_TRY(ln_parse_push(p, step_more_and, 0U));
  return ln_parse_push(p, step_compare, 0U);
}

static ln_status
step_more_or(ln_parser* const p, const uint32_t arg)
{
  static const operator_sign SIGNS[] = {{"||", LN_X_OR}};
  (void)arg;
  return read_operator(p, SIGNS, 1U, step_and, step_more_or);
}

static ln_status
step_expression(ln_parser* const p, const uint32_t arg)
{
  (void)arg;
  LN_TRY(ln_parse_push(p, step_more_or, 0U));
  return ln_parse_push(p, step_and, 0U);
}

/* ---- beginning and end ---- */

static ln_status
begin(ln_parser* const p)
{
  ln_draft_expression* const d = (ln_draft_expression*)ln_parse_new(p, sizeof(ln_draft_expression));
  if (!d) {
    return LN_NO_MEM;
  }
  d->outer = p->draft;
  p->draft = d;
  return LN_OK;
}

static ln_status
step_end(ln_parser* const p, const uint32_t arg)
{
  const ln_draft_expression* const d    = p->draft;
  ln_expression* const             made = (ln_expression*)ln_parse_new(p, sizeof(ln_expression));
  ln_expression_step* const        steps =
    (ln_expression_step*)ln_arena_zero(&p->q->arena, d->n, sizeof(ln_expression_step));
  (void)arg;
  if (!made || !steps) {
    return LN_NO_MEM;
  }
  size_t deep = 0U;
  size_t n    = 0U;
  for (const ln_code_step* code = d->first; code; code = code->next) {
    steps[n++] = code->step;
    deep       = deep + 1U - code->step.n;
    made->deep = deep > made->deep ? deep : made->deep;
  }
  made->steps     = steps;
  made->n         = n;
  made->variables = d->variables;
  made->exists    = d->exists;
  p->draft        = d->outer;
  p->done         = made;
  return LN_OK;
}

ln_status
ln_parse_expression(ln_parser* const p)
{
  LN_TRY(begin(p));
  LN_TRY(ln_parse_push(p, step_end, 0U));
  return ln_parse_push(p, step_expression, 0U);
}

ln_status
ln_parse_constraint(ln_parser* const p)
{
  if (!ln_word_is(&p->word, LN_V("(")) && p->word.kind != LN_WORD_NAME && !ln_parse_is_iri(p)) {
    return ln_parse_expected(p, "an expression in brackets or a function");
  }
  LN_TRY(begin(p));
  LN_TRY(ln_parse_push(p, step_end, 0U));
  return ln_parse_push(p, step_primary, 0U);
}

ln_status
ln_parse_variable_alone(ln_parser* const p)
{
  LN_TRY(begin(p));
  LN_TRY(ln_parse_push(p, step_end, 0U));
  return ln_parse_push(p, step_primary, 0U);
}

/* ---- primaries ---- */

static ln_status
step_close(ln_parser* const p, const uint32_t arg)
{
  (void)arg;
  --p->depth;
  return ln_parse_sign(p, LN_V(")"));
}

/* A call: how many arguments were read stands in the upper half of `arg`, the function in the
 * lower. */
enum { FUNCTION_BITS = 8, FUNCTION_MASK = 0xFF };

_Static_assert((unsigned)LN_F_COUNT <= (unsigned)FUNCTION_MASK, "functions have eight bits");

typedef struct {
  const char* name;
  uint32_t    least;
  uint32_t    most;
} function_facts;

static const function_facts FUNCTIONS[] = {
#define LN_FUNCTION(id, name, least, most) {name, least, most},
#include "query/functions.def"
#undef LN_FUNCTION
};

static ln_status
end_call(ln_parser* const p, const uint32_t function, const uint32_t n)
{
  const function_facts* const f = &FUNCTIONS[function];
  if (n < f->least || n > f->most) {
    const uint32_t bound = n < f->least ? f->least : f->most;
    const char*    word  = n < f->least ? "at least " : "at most ";
    return ln_parse_fail(p,
                         LN_L1000,
                         p->word.at,
                         (ln_view){NULL, 0U},
                         "%s takes %s%u argument%s, and is given %u",
                         f->name,
                         f->least == f->most ? "" : word,
                         (unsigned)bound,
                         bound == 1U ? "" : "s",
                         (unsigned)n);
  }
  --p->depth;
  LN_TRY(ln_parse_sign(p, LN_V(")")));
  return emit(p, LN_X_CALL, n, function);
}

static ln_status
step_argument(ln_parser* const p, const uint32_t arg)
{
  const uint32_t n    = (arg >> (uint32_t)FUNCTION_BITS) + 1U;
  const uint32_t f    = arg & (uint32_t)FUNCTION_MASK;
  bool           more = false;
  LN_TRY(ln_parse_maybe(p, LN_V(","), &more));
  if (!more) {
    return end_call(p, f, n);
  }
  LN_TRY(ln_parse_push(p, step_argument, n << (uint32_t)FUNCTION_BITS | f));
  return ln_parse_push(p, step_expression, 0U);
}

static ln_status
read_call(ln_parser* const p, const uint32_t function)
{
  LN_TRY(ln_parse_sign(p, LN_V("(")));
  LN_TRY(ln_parse_deeper(p));
  if (ln_word_is(&p->word, LN_V(")"))) {
    return end_call(p, function, 0U);
  }
  LN_TRY(ln_parse_push(p, step_argument, function));
  return ln_parse_push(p, step_expression, 0U);
}

static ln_status
read_bound(ln_parser* const p)
{
  ln_variable v = 0U;
  LN_TRY(ln_parse_next(p));
  LN_TRY(ln_parse_sign(p, LN_V("(")));
  LN_TRY(ln_parse_variable(p, &v));
  ln_variables_add(&p->draft->variables, v);
  LN_TRY(ln_parse_sign(p, LN_V(")")));
  return emit(p, LN_X_BOUND, 0U, v);
}

/* ---- EXISTS ---- */

/* The group that was read last is closed by now; it hangs at the current one as `sibling`. */
static ln_status
step_exists(ln_parser* const p, const uint32_t negated)
{
  ln_exists* const exists = (ln_exists*)ln_parse_new(p, sizeof(ln_exists));
  ln_group* const  group  = p->exists_group;
  if (!exists) {
    return LN_NO_MEM;
  }
  exists->number    = p->q->n_exists++;
  exists->variables = group->mentioned;
  exists->minus     = group->minus;
  LN_TRY(ln_parse_hidden(p, &exists->row));
  if (group->minus) {
    return ln_parse_fail(p,
                         LN_L1001,
                         p->word.at,
                         LN_V("write FILTER NOT EXISTS instead of MINUS"),
                         "MINUS within EXISTS cannot be answered");
  }
  ln_plan_exists(group, exists);
  exists->next     = p->draft->exists;
  p->draft->exists = exists;
  ln_variables_join(&p->draft->variables, &group->mentioned);
  LN_TRY(emit(p, LN_X_EXISTS, 0U, exists->number));
  return negated != 0U ? emit(p, LN_X_NOT, 1U, 0U) : LN_OK;
}

static ln_status
read_exists(ln_parser* const p, const uint32_t negated)
{
  LN_TRY(ln_parse_next(p));
  LN_TRY(ln_parse_push(p, step_exists, negated));
  return ln_parse_group(p, LN_PART_EXISTS);
}

/* ---- aggregates ---- */

static const struct {
  const char* name;
  ln_summing  kind;
} AGGREGATES[] = {{"COUNT", LN_SUM_COUNT},
                  {"SUM", LN_SUM_SUM},
                  {"AVG", LN_SUM_AVG},
                  {"MIN", LN_SUM_MIN},
                  {"MAX", LN_SUM_MAX},
                  {"SAMPLE", LN_SUM_SAMPLE},
                  {"GROUP_CONCAT", LN_SUM_CONCAT}};

static ln_status
read_separator(ln_parser* const p, ln_aggregate* const a)
{
  bool there   = false;
  a->separator = LN_V(" ");
  LN_TRY(a->kind == LN_SUM_CONCAT ? ln_parse_maybe(p, LN_V(";"), &there) : LN_OK);
  if (!there) {
    return LN_OK;
  }
  LN_TRY(ln_parse_maybe(p, LN_V("SEPARATOR"), &there));
  LN_TRY(there ? ln_parse_sign(p, LN_V("=")) : ln_parse_expected(p, "`SEPARATOR`"));
  if (p->word.kind != LN_WORD_STRING) {
    return ln_parse_expected(p, "a string");
  }
  a->separator = ln_arena_copy(&p->q->arena, p->word.text);
  return a->separator.s ? ln_parse_next(p) : LN_NO_MEM;
}

static ln_status
step_aggregate(ln_parser* const p, const uint32_t all)
{
  ln_aggregate* const a = p->select->last_aggregate;
  a->of                 = all != 0U ? NULL : p->done;
  LN_TRY(read_separator(p, a));
  LN_TRY(ln_parse_sign(p, LN_V(")")));
  --p->depth;
  p->select->within = false;
  if (a->of && a->of->exists) {
    return ln_parse_fail(p,
                         LN_L1001,
                         p->word.at,
                         LN_V("give its value a name with BIND first"),
                         "EXISTS within an aggregate cannot be answered");
  }
  ln_variables_add(&p->draft->variables, a->to);
  return emit(p, LN_X_VARIABLE, 0U, a->to);
}

static ln_status
read_aggregate(ln_parser* const p, const ln_summing kind)
{
  ln_select* const s   = p->select;
  bool             all = false;
  if (!s || !s->aggregating || s->within || p->group != s->around) {
    return ln_parse_fail(p,
                         LN_L1000,
                         p->word.at,
                         LN_V("aggregates stand behind SELECT, HAVING and ORDER BY, not in each "
                              "other"),
                         "an aggregate cannot stand here");
  }
  ln_aggregate* const a = (ln_aggregate*)ln_parse_new(p, sizeof(ln_aggregate));
  if (!a) {
    return LN_NO_MEM;
  }
  a->kind = kind;
  LN_TRY(ln_parse_hidden(p, &a->to));
  if (s->last_aggregate) {
    s->last_aggregate->next = a;
  } else {
    s->aggregates = a;
  }
  s->last_aggregate = a;
  s->within         = true;
  LN_TRY(ln_parse_next(p));
  LN_TRY(ln_parse_sign(p, LN_V("(")));
  LN_TRY(ln_parse_deeper(p));
  LN_TRY(ln_parse_maybe(p, LN_V("DISTINCT"), &a->distinct));
  LN_TRY(kind == LN_SUM_COUNT ? ln_parse_maybe(p, LN_V("*"), &all) : LN_OK);
  LN_TRY(ln_parse_push(p, step_aggregate, all ? 1U : 0U));
  return all ? LN_OK : ln_parse_expression(p);
}

/* ---- names ---- */

static ln_status
read_not_exists(ln_parser* const p)
{
  LN_TRY(ln_parse_next(p));
  return ln_word_says(&p->word, LN_V("EXISTS")) ? read_exists(p, 1U)
                                                : ln_parse_expected(p, "`EXISTS`");
}

static ln_status
unknown_function(ln_parser* const p)
{
  static const char* const REFUSED[] = {"BNODE", "RAND", "UUID", "STRUUID"};
  for (size_t i = 0U; i < sizeof(REFUSED) / sizeof(REFUSED[0]); ++i) {
    if (ln_word_says(&p->word, ln_view_of(REFUSED[i]))) {
      return ln_parse_fail(p,
                           LN_L1001,
                           p->word.at,
                           LN_V("the same question is to have the same answer; --engine oxigraph "
                                "has these functions"),
                           "%s makes something new each time, which is not done here",
                           REFUSED[i]);
    }
  }
  return ln_parse_expected(p, "an expression");
}

static ln_status
read_named(ln_parser* const p)
{
  if (ln_word_says(&p->word, LN_V("BOUND"))) {
    return read_bound(p);
  }
  if (ln_word_says(&p->word, LN_V("EXISTS"))) {
    return read_exists(p, 0U);
  }
  if (ln_word_says(&p->word, LN_V("NOT"))) {
    return read_not_exists(p);
  }
  for (size_t i = 0U; i < sizeof(AGGREGATES) / sizeof(AGGREGATES[0]); ++i) {
    if (ln_word_says(&p->word, ln_view_of(AGGREGATES[i].name))) {
      return read_aggregate(p, AGGREGATES[i].kind);
    }
  }
  for (uint32_t f = 0U; f < (uint32_t)LN_F_COUNT; ++f) {
    if (ln_word_says(&p->word, ln_view_of(FUNCTIONS[f].name))) {
      LN_TRY(ln_parse_next(p));
      return read_call(p, f);
    }
  }
  return unknown_function(p);
}

/* An IRI, or a cast, which is called by one. */
static ln_status
read_iri(ln_parser* const p)
{
  static const ln_view XSD  = {"http://www.w3.org/2001/XMLSchema#", 33U};
  const size_t         at   = p->word.at;
  ln_view              iri  = {NULL, 0U};
  uint32_t             term = 0U;
  LN_TRY(ln_parse_iri(p, &iri));
  LN_TRY(ln_parse_known(p, iri, &term));
  if (!ln_word_is(&p->word, LN_V("("))) {
    return emit(p, LN_X_CONSTANT, 0U, term);
  }
  const ln_view local = ln_view_starts(iri, XSD) ? ln_view_from(iri, XSD.n) : (ln_view){NULL, 0U};
  for (uint32_t f = 0U; f < (uint32_t)LN_F_COUNT; ++f) {
    const ln_view name = ln_view_of(FUNCTIONS[f].name);
    if (ln_view_starts(name, LN_V("xsd:")) && ln_view_equals(ln_view_from(name, 4U), local)) {
      return read_call(p, f);
    }
  }
  return ln_parse_fail(p,
                       LN_L1001,
                       at,
                       (ln_view){NULL, 0U},
                       "there is no function <%.*s>",
                       (int)(iri.n < 120U ? iri.n : 120U),
                       iri.s);
}

static ln_status
step_primary(ln_parser* const p, const uint32_t arg)
{
  uint32_t n = 0U;
  (void)arg;
  if (ln_word_is(&p->word, LN_V("("))) {
    LN_TRY(ln_parse_next(p));
    LN_TRY(ln_parse_deeper(p));
    LN_TRY(ln_parse_push(p, step_close, 0U));
    return ln_parse_push(p, step_expression, 0U);
  }
  if (p->word.kind == LN_WORD_VAR) {
    LN_TRY(ln_parse_variable(p, &n));
    ln_variables_add(&p->draft->variables, n);
    return emit(p, LN_X_VARIABLE, 0U, n);
  }
  if (ln_parse_is_iri(p)) {
    return read_iri(p);
  }
  if (ln_parse_is_literal(p)) {
    LN_TRY(ln_parse_literal(p, &n));
    return emit(p, LN_X_CONSTANT, 0U, n);
  }
  return p->word.kind == LN_WORD_NAME ? read_named(p) : ln_parse_expected(p, "an expression");
}
