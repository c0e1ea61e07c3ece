/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_PARSER_H
#define LN_QUERY_PARSER_H

#include "base/text.h"
#include "query/lexer.h"
#include "query/query_inner.h"

/* The reader of queries: a stack of things that are still to be read, each a function that takes
   some words and may put others on the stack, so that nothing is nested. Private to parse*.c and
   plan*.c. */

typedef struct ln_parser ln_parser;

typedef ln_status (*ln_reading_step)(ln_parser* p, uint32_t arg);

/* ---- groups ---- */

typedef enum {
  LN_PART_TRIPLES,
  LN_PART_GROUP, ///< `{ }`, GRAPH, or a sub-select
  LN_PART_UNION,
  LN_PART_OPTIONAL,
  LN_PART_MINUS,
  LN_PART_EXISTS,
  LN_PART_WHERE, ///< of a select
  LN_PART_BIND,
  LN_PART_VALUES,
} ln_part_kind;

/** Where a seed of a group is laid: its first step, which whoever stands around it may change. */
typedef struct ln_start {
  struct ln_start* next;
  ln_op*           op;
} ln_start;

typedef struct ln_filter {
  struct ln_filter*    next;
  const ln_expression* expression;
  bool                 done;
} ln_filter;

typedef struct ln_group ln_group;

typedef struct ln_part {
  struct ln_part*      next;
  ln_part_kind         kind;
  ln_pattern3*         patterns; ///< in the order they came
  ln_pattern3*         last;
  ln_group*            group; ///< of a union the first branch; they are linked by `sibling`
  const ln_expression* expression;
  ln_variable          variable;
  const ln_values*     values;
} ln_part;

/** A group graph pattern (section 5.2), while it is read and then as steps. */
struct ln_group {
  ln_group*    parent;
  ln_group*    sibling;
  ln_part*     parts;
  ln_part*     last;
  ln_filter*   filters;
  ln_filter*   last_filter;
  ln_point     graph;
  ln_part_kind kind; ///< what it is to its parent
  bool         is_union_branch;
  bool         sub_select;
  bool         minus;     ///< there is a MINUS in it, or in what is in it
  ln_variables mentioned; ///< all variables, at any depth, in sight or not
  ln_variables possible;  ///< that solutions may have
  // once it is planned
  ln_ops       ops;
  ln_variables certain; ///< that all solutions have
  ln_variables leading; ///< certain as soon as its first triples are matched
  ln_start*    starts;  ///< where its parent can lay a seed
  ln_start*    all;     ///< the same of all groups in it, sub-selects left out
};

/* ---- expressions ---- */

typedef struct ln_code_step {
  struct ln_code_step* next;
  ln_expression_step   step;
} ln_code_step;

/** An expression that is being read; `outer` waits for it. */
typedef struct ln_draft_expression {
  struct ln_draft_expression* outer;
  ln_code_step*               first;
  ln_code_step*               last;
  size_t                      n;
  ln_variables                variables;
  ln_exists*                  exists;
} ln_draft_expression;

/* ---- paths ---- */

typedef enum {
  LN_PATH_IRI,
  LN_PATH_NOT, ///< any predicate but these
  LN_PATH_INVERSE,
  LN_PATH_SEQUENCE,
  LN_PATH_EITHER,
  LN_PATH_ANY,   ///< `*`
  LN_PATH_SOME,  ///< `+`
  LN_PATH_MAYBE, ///< `?`
} ln_path_kind;

typedef struct ln_path {
  ln_path_kind          kind;
  uint32_t              predicate;
  const uint32_t*       except;
  size_t                n_except;
  const struct ln_path* a;
  const struct ln_path* b;
} ln_path;

/** A verb: a variable or a path. */
typedef struct {
  const ln_path* path; ///< NULL: it is the variable
  ln_variable    variable;
} ln_verb;

/* ---- selects ---- */

typedef struct ln_column {
  struct ln_column*    next;
  ln_variable          variable;
  const ln_expression* expression; ///< NULL: the variable alone
  size_t               at;         ///< where it stands in the query
} ln_column;

/** SELECT, of the query or within it; the other forms have one, too. */
typedef struct ln_select {
  struct ln_select* outer;
  ln_group*         where;
  const ln_group*   around; ///< the group that it stands in
  bool              star;
  bool              distinct;
  ln_column*        columns;
  ln_column*        last_column;
  bool              grouped; ///< there is a GROUP BY
  ln_column*        keys;
  ln_column*        last_key;
  ln_filter*        having;
  ln_filter*        last_having;
  ln_order_key*     order;
  ln_order_key*     last_order;
  ln_aggregate*     aggregates;
  ln_aggregate*     last_aggregate;
  const ln_values*  values;
  uint64_t          offset;
  uint64_t          limit;
  bool              aggregating; ///< an aggregate may stand here
  bool              within;      ///< an aggregate is being read
  ln_variables      visible;     ///< that the select shows to the outside
  size_t            at;
} ln_select;

/* ---- the parser ---- */

typedef struct {
  ln_view name;
  ln_view iri;
} ln_declared;

/** A label of a blank node, and the group that has it. */
typedef struct ln_label {
  struct ln_label* next;
  ln_view          label;
  const ln_group*  group;
  ln_variable      variable;
} ln_label;

struct ln_parser {
  ln_query*                q;
  const ln_query_settings* settings;
  ln_query_problem*        problem;
  ln_lexer                 lexer;
  ln_word                  word; ///< that is to be taken next
  struct {
    ln_reading_step run;
    uint32_t        arg;
  }*                   steps;
  size_t               n_steps;
  size_t               cap_steps;
  size_t               depth; ///< of groups and brackets
  ln_declared*         prefixes;
  size_t               n_prefixes;
  size_t               cap_prefixes;
  ln_view              base;
  ln_text              scratch;
  ln_group*            group;
  ln_select*           select;
  ln_draft_expression* draft;
  const ln_expression* done; ///< the expression that was read last
  ln_label*            labels;
  bool                 short_form;   ///< CONSTRUCT WHERE
  bool                 describe_all; ///< DESCRIBE *
  ln_point*            described;
  bool                 templating; ///< the triples are those of CONSTRUCT
  ln_pattern3*         last_pattern;
  ln_point*            points; ///< a stack
  size_t               n_points;
  size_t               cap_points;
  ln_verb*             verbs; ///< a stack
  size_t               n_verbs;
  size_t               cap_verbs;
  ln_path**            paths; ///< a stack
  size_t               n_paths;
  size_t               cap_paths;
  ln_point             next_graph; ///< of the group that comes next
  bool                 has_next_graph;
  ln_group*            exists_group; ///< the pattern of an EXISTS that was read last
};

/* parse.c */

/** Read and plan; as ln_query_new. `q` has its data set and its pool. */
LN_MUST ln_status
ln_parse_query(ln_query*                q,
               ln_view                  text,
               const ln_query_settings* settings,
               ln_query_problem*        problem);

/** CONSTRUCT WHERE: let the pattern of a group be the template. */
LN_MUST ln_status
ln_parse_template_of(ln_parser* p, const ln_group* where);

/* parse_words.c */

/** Tell what is wrong at a place of the query; LN_USAGE. */
LN_MUST ln_status
ln_parse_fail(ln_parser* p, ln_code code, size_t at, ln_view hint, const char* format, ...)
  LN_PRINTF(5, 6);

/** `expected` is what should stand where the next word is. */
LN_MUST ln_status
ln_parse_expected(ln_parser* p, const char* expected);

/** Take the next word. */
LN_MUST ln_status
ln_parse_next(ln_parser* p);

/** Take this sign, or fail. */
LN_MUST ln_status
ln_parse_sign(ln_parser* p, ln_view sign);

/** Take the sign or keyword if it is there. */
LN_MUST ln_status
ln_parse_maybe(ln_parser* p, ln_view keyword, bool* there);

/** To be read before what is on the stack. */
LN_MUST ln_status
ln_parse_push(ln_parser* p, ln_reading_step run, uint32_t arg);

/** One bracket more; LN_USAGE if there are too many. */
LN_MUST ln_status
ln_parse_deeper(ln_parser* p);

/** Cleared memory of the query. */
void*
ln_parse_new(ln_parser* p, size_t size) __attribute__((warn_unused_result));

/** The variable of the next word, which is one; the word is taken. */
LN_MUST ln_status
ln_parse_variable(ln_parser* p, ln_variable* variable);

/** A variable without a name. */
LN_MUST ln_status
ln_parse_hidden(ln_parser* p, ln_variable* variable);

/** Whether the next word is an IRI or a prefixed name. */
bool
ln_parse_is_iri(const ln_parser* p);

/** The whole IRI of the next word, which is taken. Borrowed until the next word or IRI. */
LN_MUST ln_status
ln_parse_iri(ln_parser* p, ln_view* iri);

/** The number of the IRI. */
LN_MUST ln_status
ln_parse_iri_term(ln_parser* p, uint32_t* term);

/** The number of an IRI that is known. */
LN_MUST ln_status
ln_parse_known(ln_parser* p, ln_view iri, uint32_t* term);

/** Whether a literal begins here (a sign in front of a number included). */
bool
ln_parse_is_literal(const ln_parser* p);

/** The number of the literal, which is taken. */
LN_MUST ln_status
ln_parse_literal(ln_parser* p, uint32_t* term);

/* parse_expression.c */

/** Push the reading of an expression; it is `done` afterwards. */
LN_MUST ln_status
ln_parse_expression(ln_parser* p);

/** The same of one that stands in brackets or is a call (Constraint). */
LN_MUST ln_status
ln_parse_constraint(ln_parser* p);

/** The same of a variable that stands alone. */
LN_MUST ln_status
ln_parse_variable_alone(ln_parser* p);

/* parse_triples.c */

/** Push the reading of triples with one subject. */
LN_MUST ln_status
ln_parse_triples(ln_parser* p);

/** Whether a subject begins here. */
bool
ln_parse_is_node(const ln_parser* p);

/* parse_path.c */

/** Push the reading of a path, which comes on top of the paths. */
LN_MUST ln_status
ln_parse_path(ln_parser* p);

/** Add a triple with a path to the current group. */
LN_MUST ln_status
ln_parse_add_path(ln_parser* p, ln_point subject, const ln_path* path, ln_point object);

/* parse_group.c */

/** Push the reading of `{ … }`; `kind` is what it is to the group at hand. */
LN_MUST ln_status
ln_parse_group(ln_parser* p, ln_part_kind kind);

/** A new group within the current one, which becomes the current one. */
LN_MUST ln_status
ln_parse_open(ln_parser* p, ln_part_kind kind);

/** Plan the current group; its parent becomes the current one. */
LN_MUST ln_status
ln_parse_close(ln_parser* p);

/** A new part of a group. NULL when out of memory. */
ln_part*
ln_parse_part(ln_parser* p, ln_group* group, ln_part_kind kind);

/** Rows behind VALUES. */
LN_MUST ln_status
ln_parse_values(ln_parser* p, const ln_values** values);

/* parse_select.c */

/** Push the reading of SELECT, the word itself being taken. */
LN_MUST ln_status
ln_parse_select(ln_parser* p);

/** Push the reading of the clauses behind WHERE. */
LN_MUST ln_status
ln_parse_modifiers(ln_parser* p);

/** A select for what is read now. */
LN_MUST ln_status
ln_parse_open_select(ln_parser* p);

/* plan_group.c */

/** Steps behind steps. */
void
ln_ops_append(ln_ops* ops, ln_ops more);

/** A new step at the end. */
LN_MUST ln_status
ln_ops_add(ln_parser* p, ln_ops* ops, ln_op_kind kind, ln_op** op);

/** A step that looks at an expression, behind what the EXISTS in it need. */
LN_MUST ln_status
ln_ops_ask(ln_parser* p, ln_ops* ops, ln_op_kind kind, const ln_expression* expression, ln_op** op);

/** The steps of a group, the groups in which have theirs. */
LN_MUST ln_status
ln_plan_group(ln_parser* p, ln_group* group);

/** Lay the table of an EXISTS at the start of all groups of its pattern. */
void
ln_plan_exists(ln_group* group, ln_exists* exists);

/* plan_select.c */

/** The steps of a select whose group has its own; they are put behind those of the group. */
LN_MUST ln_status
ln_plan_select(ln_parser* p, ln_select* select);

#endif
