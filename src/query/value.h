/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_VALUE_H
#define LN_QUERY_VALUE_H

#include "base/arena.h"
#include "query/algebra.h"
#include "query/pool.h"
#include "query/solutions.h"
#include "rdf/datetime.h"
#include "rdf/pattern.h"

/** What expressions work with (SPARQL 1.1, section 17.1). */
typedef enum {
  LN_VALUE_ERROR, ///< a type error, or a variable without a value
  LN_VALUE_IRI,
  LN_VALUE_BLANK,
  LN_VALUE_STRING,
  LN_VALUE_TAGGED, ///< a string with a language
  LN_VALUE_BOOLEAN,
  LN_VALUE_INTEGER,
  LN_VALUE_DECIMAL,
  LN_VALUE_FLOAT,
  LN_VALUE_DOUBLE,
  LN_VALUE_DATETIME, ///< with all its fields
  LN_VALUE_DATE,     ///< fewer fields, of the kind in `fields`
  LN_VALUE_DURATION,
  LN_VALUE_OTHER, ///< a literal that cannot be looked into
} ln_value_kind;

/** An integer of 128 bits: decimals are units of 10^-18. */
__extension__ typedef __int128 ln_units;

#define LN_UNITS_ONE ((ln_units)1000000000000000000)

/** A value, and the term that it came from or is. */
typedef struct {
  ln_value_kind kind;
  uint32_t      term;   ///< its number; LN_ABSENT: it was computed
  unsigned      fields; ///< LN_HAS_…, of dates
  bool          truth;
  int64_t       integer;
  ln_units      decimal;
  double        number; ///< of floats and doubles
  ln_view       text;   ///< the lexical form of a literal, or the IRI
  ln_view       lang;
  ln_view       datatype; ///< its IRI, of LN_VALUE_OTHER, DATE and DURATION
} ln_value;

/** Expressions are evaluated by this. Caller's struct. */
typedef struct {
  ln_pool*        pool;
  ln_budget*      budget;
  const uint32_t* row;
  size_t          row_number;
  bool (*answer)(const void* self, uint32_t exists, size_t row);
  const void* self;
  ln_view     base;
  ln_value*   stack;
  size_t      cap;
  ln_arena    arena;   ///< for one evaluation
  ln_pattern* pattern; ///< that was used last
  ln_text     pattern_text;
  ln_text     now; ///< of the run
  ln_text     text;
} ln_evaluator;

void
ln_evaluator_clear(ln_evaluator* e);

/* value.c */

/** The value of a term. */
ln_value
ln_value_of(const ln_pool* pool, uint32_t term);

/** The term of a value, LN_ABSENT of an error. */
LN_MUST ln_status
ln_value_term(ln_pool* pool, const ln_value* value, uint32_t* term);

/** The value of a literal by its lexical form and datatype. */
ln_value
ln_value_literal(ln_view text, ln_view datatype);

static inline ln_value
ln_value_error(void)
{
  return (ln_value){.kind = LN_VALUE_ERROR, .term = LN_ABSENT};
}

static inline ln_value
ln_value_boolean(const bool truth)
{
  return (ln_value){.kind = LN_VALUE_BOOLEAN, .term = LN_ABSENT, .truth = truth};
}

static inline ln_value
ln_value_integer(const int64_t integer)
{
  return (ln_value){.kind = LN_VALUE_INTEGER, .term = LN_ABSENT, .integer = integer};
}

static inline ln_value
ln_value_string(const ln_view text)
{
  return (ln_value){.kind = LN_VALUE_STRING, .term = LN_ABSENT, .text = text};
}

static inline bool
ln_value_is_numeric(const ln_value* const v)
{
  return v->kind >= LN_VALUE_INTEGER && v->kind <= LN_VALUE_DOUBLE;
}

/** Effective boolean value (section 17.2.2): -1 is an error. */
int
ln_value_truth(const ln_value* value);

/** The lexical form of what was computed: in `text` of the value if it has one, else put to `to`.
 */
LN_MUST ln_status
ln_value_lexical(const ln_value* value, ln_text* to, ln_view* lexical);

/* value_number.c */

/** `+`, `-`, `*`, `/` of SPARQL; LN_X_PLUS and so on. */
ln_value
ln_value_compute(ln_expression_code code, const ln_value* a, const ln_value* b);

/** A number as one of the kinds LN_VALUE_INTEGER to LN_VALUE_DOUBLE; error if it does not fit. */
ln_value
ln_value_convert(const ln_value* value, ln_value_kind kind);

/** -1, 0, 1; 2 if one is not a number. */
int
ln_value_compare_numbers(const ln_value* a, const ln_value* b);

/** Read an XSD double or float. */
bool
ln_value_read_double(ln_view text, double* number);

/** Read an XSD decimal or integer. False if it has another form or does not fit. */
bool
ln_value_read_decimal(ln_view text, ln_units* units);

/** ABS, CEIL, FLOOR, ROUND. */
ln_value
ln_value_round(ln_function_id function, const ln_value* value);

/** Append the lexical form of a number. */
LN_MUST ln_status
ln_value_write_number(const ln_value* value, ln_text* out);

/* value_order.c */

/** RDFterm-equal and `=` (section 17.4.1.7): 1, 0, or -1 for an error. */
int
ln_value_equal(const ln_value* a, const ln_value* b);

/** `<`: -1, 0, 1; 2 if the two have no order. */
int
ln_value_compare(const ln_value* a, const ln_value* b);

/** The order of ORDER BY, which has no gaps (section 15.1). */
int
ln_value_order(const ln_value* a, const ln_value* b);

/* expression.c */

/** The value of an expression for the row at hand; views of it are valid until the next call.
   LN_STOP if a regular expression takes too long. */
LN_MUST ln_status
ln_evaluate(ln_evaluator* e, const ln_expression* expression, ln_value* value);

LN_MUST ln_status
ln_evaluate_truth(ln_evaluator* e, const ln_expression* expression, bool* yes);

/** LN_ABSENT: an error. */
LN_MUST ln_status
ln_evaluate_term(ln_evaluator* e, const ln_expression* expression, uint32_t* term);

/* function_string.c and its neighbours: one function each; arguments are no errors unless the
   function says so. Views go to the arena of the evaluator. */

LN_MUST ln_status
ln_function_call(
  ln_evaluator* e, ln_function_id id, const ln_value* args, size_t n, ln_value* value);

LN_MUST ln_status
ln_function_string(
  ln_evaluator* e, ln_function_id id, const ln_value* args, size_t n, ln_value* value);

LN_MUST ln_status
ln_function_case(ln_evaluator* e, bool upper, const ln_value* arg, ln_value* value);

LN_MUST ln_status
ln_function_regex(
  ln_evaluator* e, ln_function_id id, const ln_value* args, size_t n, ln_value* value);

LN_MUST ln_status
ln_function_time(ln_evaluator* e, ln_function_id id, const ln_value* arg, ln_value* value);

LN_MUST ln_status
ln_function_cast(ln_evaluator* e, ln_function_id id, const ln_value* arg, ln_value* value);

LN_MUST ln_status
ln_function_digest(ln_evaluator* e, ln_function_id id, const ln_value* arg, ln_value* value);

#endif
