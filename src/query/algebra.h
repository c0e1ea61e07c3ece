/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_ALGEBRA_H
#define LN_QUERY_ALGEBRA_H

#include "base/arena.h"
#include "base/view.h"
#include "query/dataset.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a query becomes: the algebra of SPARQL 1.1 Query Language, section 18, as a list of steps
   for a machine that keeps tables of solutions on a stack, and expressions as lists of steps for
   one that keeps values. No step calls another, so that nothing is nested however deeply a query
   is. Everything lives in the arena of the query. */

/** A variable by number. Those without a name stand for blank nodes and for what is put in between.
 */
typedef uint32_t ln_variable;

enum { LN_VARIABLES = 512 }; ///< of one query, at most

typedef struct {
  uint64_t w[LN_VARIABLES / 64];
} ln_variables;

static inline bool
ln_variables_has(const ln_variables* const set, const ln_variable v)
{
  return (set->w[v / 64U] >> (v % 64U) & 1U) != 0U;
}

static inline void
ln_variables_add(ln_variables* const set, const ln_variable v)
{
  set->w[v / 64U] |= (uint64_t)1U << (v % 64U);
}

static inline void
ln_variables_join(ln_variables* const set, const ln_variables* const more)
{
  for (size_t i = 0U; i < LN_VARIABLES / 64U; ++i) {
    set->w[i] |= more->w[i];
  }
}

static inline void
ln_variables_meet(ln_variables* const set, const ln_variables* const other)
{
  for (size_t i = 0U; i < LN_VARIABLES / 64U; ++i) {
    set->w[i] &= other->w[i];
  }
}

static inline bool
ln_variables_none(const ln_variables* const set)
{
  uint64_t any = 0U;
  for (size_t i = 0U; i < LN_VARIABLES / 64U; ++i) {
    any |= set->w[i];
  }
  return any == 0U;
}

/** Whether all of `set` are in `other`. */
static inline bool
ln_variables_within(const ln_variables* const set, const ln_variables* const other)
{
  uint64_t out = 0U;
  for (size_t i = 0U; i < LN_VARIABLES / 64U; ++i) {
    out |= set->w[i] & ~other->w[i];
  }
  return out == 0U;
}

/** A place of a triple pattern, or the graph of one. */
typedef enum {
  LN_AT_TERM, ///< term number; LN_ABSENT as a graph: the default graph
  LN_AT_VARIABLE,
  LN_AT_BLANK, ///< in templates: a new blank node for each solution, by number
} ln_point_kind;

typedef struct {
  ln_point_kind kind;
  uint32_t      n;
} ln_point;

/* ---- expressions ---- */

#define LN_EXPRESSION_CODES(X)                                                                     \
  X(CONSTANT)                                                                                      \
  X(VARIABLE)                                                                                      \
  X(BOUND)                                                                                         \
  X(EXISTS)                                                                                        \
  X(OR)                                                                                            \
  X(AND)                                                                                           \
  X(NOT)                                                                                           \
  X(EQUAL)                                                                                         \
  X(UNEQUAL)                                                                                       \
  X(LESS)                                                                                          \
  X(GREATER)                                                                                       \
  X(AT_MOST)                                                                                       \
  X(AT_LEAST)                                                                                      \
  X(IN)                                                                                            \
  X(PLUS)                                                                                          \
  X(MINUS)                                                                                         \
  X(TIMES)                                                                                         \
  X(DIVIDE)                                                                                        \
  X(NEGATE)                                                                                        \
  X(KEEP)                                                                                          \
  X(CALL)

typedef enum {
#define LN_EXPRESSION_MEMBER(name) LN_X_##name,
  LN_EXPRESSION_CODES(LN_EXPRESSION_MEMBER)
#undef LN_EXPRESSION_MEMBER
} ln_expression_code;

/** A step: takes `n` values from the stack and puts one there. */
typedef struct {
  ln_expression_code code;
  uint32_t           n;
  uint32_t           arg; ///< term, variable, number of an EXISTS, function
} ln_expression_step;

typedef struct {
  const ln_expression_step* steps;
  size_t                    n;
  size_t                    deep;      ///< values on the stack at most
  ln_variables              variables; ///< that it looks at, those within EXISTS included
  struct ln_exists*         exists;    ///< those in it
} ln_expression;

/** The functions, by the file functions.def. */
typedef enum {
#define LN_FUNCTION(id, name, least, most) LN_F_##id,
#include "query/functions.def"
#undef LN_FUNCTION
  LN_F_COUNT
} ln_function_id;

/* ---- paths ---- */

/** A step of a path (section 18.4, arbitrary length): from a state of the walk to another. */
typedef struct ln_walk_edge {
  struct ln_walk_edge* next;
  uint32_t             from;
  uint32_t             to;
  bool                 silent;    ///< no triple is passed
  bool                 backward;  ///< from object to subject
  uint32_t             predicate; ///< LN_ABSENT: any but those of `except`
  const uint32_t*      except;
  size_t               n_except;
} ln_walk_edge;

/** A path of any length: from the first state to the second. */
typedef struct {
  const ln_walk_edge* edges;
  uint32_t            states;
} ln_walk;

/* ---- patterns ---- */

typedef struct ln_pattern3 {
  struct ln_pattern3* next;
  ln_point            subject;
  ln_point            predicate;
  ln_point            object;
  const uint32_t*     except; ///< of a negated property set: these predicates do not count
  size_t              n_except;
  const ln_walk*      forward;  ///< a path of any length instead of a predicate, or NULL
  const ln_walk*      backward; ///< the same, from its end
} ln_pattern3;

/** Rows that a query gives itself. */
typedef struct {
  const ln_variable* variables;
  size_t             n;
  const uint32_t*    terms; ///< LN_ABSENT: UNDEF
  size_t             rows;
} ln_values;

/* ---- steps ---- */

typedef enum {
  LN_OP_UNIT,      ///< push a row without values
  LN_OP_SEED,      ///< push what the table `depth` below the top has of `variables`, each row once
  LN_OP_RECALL,    ///< push what was kept for `exists`
  LN_OP_GRAPHS,    ///< each row once for each named graph, or, if it is given, if it is there
  LN_OP_MATCH,     ///< extend rows by the triples that fit a pattern in `graph`
  LN_OP_FILTER,    ///< keep rows for which `expression` is true
  LN_OP_EXTEND,    ///< give `variable` the value of `expression`
  LN_OP_JOIN,      ///< the two topmost become one
  LN_OP_JOIN_OVER, ///< the same, but the lower one stays below
  LN_OP_UNION,
  LN_OP_MINUS,    ///< `variable` does not count as shared
  LN_OP_NUMBER,   ///< give `variable` the number of the row
  LN_OP_COMPLETE, ///< add to the top what the one below has and the top, by `variable`, lacks; the
                  ///< one below goes
  LN_OP_VALUES,   ///< push
  LN_OP_ASK,      ///< begin `exists`: keep what the top has of `variables`, numbered
  LN_OP_ANSWER,   ///< end it: pop; the numbers left are those for which it is true
  LN_OP_GROUP,
  LN_OP_ORDER,
  LN_OP_PROJECT, ///< forget all but `variables`
  LN_OP_DISTINCT,
  LN_OP_SLICE,
} ln_op_kind;

typedef enum {
  LN_SUM_COUNT,
  LN_SUM_SUM,
  LN_SUM_AVG,
  LN_SUM_MIN,
  LN_SUM_MAX,
  LN_SUM_SAMPLE,
  LN_SUM_CONCAT,
} ln_summing;

/** An aggregate: section 18.5.1. */
typedef struct ln_aggregate {
  struct ln_aggregate* next;
  ln_summing           kind;
  bool                 distinct;
  const ln_expression* of; ///< NULL: COUNT(*)
  ln_view              separator;
  ln_variable          to;
} ln_aggregate;

typedef struct ln_order_key {
  struct ln_order_key* next;
  const ln_expression* of;
  bool                 descending;
} ln_order_key;

typedef struct ln_op {
  struct ln_op*        next;
  ln_op_kind           kind;
  uint32_t             depth;
  ln_variable          variable;
  ln_point             graph;
  const ln_pattern3*   pattern;
  const ln_expression* expression;
  struct ln_exists*    exists;
  const ln_values*     values;
  const ln_aggregate*  aggregates;
  const ln_order_key*  keys;
  bool                 grouped; ///< LN_OP_GROUP: by `variables`; else there is one group, always
  uint64_t             offset;
  uint64_t             limit; ///< UINT64_MAX: none
  ln_variables         variables;
} ln_op;

/** Steps one behind the other. */
typedef struct {
  ln_op* first;
  ln_op* last;
} ln_ops;

/** The pattern of an EXISTS. */
typedef struct ln_exists {
  struct ln_exists* next; ///< in the same expression
  uint32_t          number;
  ln_ops            ops;
  ln_variables      variables; ///< all that it names
  ln_variable       row;       ///< which row is asked for
  bool              minus;     ///< there is a MINUS in it
} ln_exists;

#endif
