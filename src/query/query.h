/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_QUERY_H
#define LN_QUERY_QUERY_H

#include "base/diag.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "graph/read.h"
#include "query/dataset.h"
#include "rdf/names.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A query of SPARQL 1.1 (W3C Recommendation of 2013) over a data set. It is read and planned once
   and can be run any number of times. One thread at a time may use a query; any number of queries
   may be used at once over one sealed data set, each by its own thread. The data set and the texts
   that a query was given are borrowed until it is freed.

   A FROM clause is refused; the default graph is that of the data set alone. */
typedef struct ln_query ln_query;

typedef enum {
  LN_QUERY_SELECT,
  LN_QUERY_ASK,
  LN_QUERY_CONSTRUCT,
  LN_QUERY_DESCRIBE,
} ln_query_form;

/** Why a query cannot be read or was not answered. Caller's struct; zeroes are valid. */
typedef struct {
  ln_code code;   ///< L1000 to L1004
  size_t  line;   ///< of the query, from 1; 0: it has no place
  size_t  column; ///< in characters, from 1
  ln_text message;
  ln_text hint; ///< may be empty
} ln_query_problem;

void
ln_query_problem_clear(ln_query_problem* problem);

/** What is known before the query is read. */
typedef struct {
  const ln_prefix* prefixes; ///< that need no PREFIX; one that the query declares itself counts
  size_t           n_prefixes;
  ln_view          base;      ///< what relative IRIs are resolved against; may be empty
  const ln_view*   variables; ///< names of variables that ln_query_bind will give values
  size_t           n_variables;
} ln_query_settings;

/** Read and plan a query. LN_USAGE if it cannot be done; then `problem` says why and where. NULL
   settings are those of zeroes. */
LN_MUST ln_status
ln_query_new(const ln_dataset*        set,
             ln_view                  text,
             const ln_query_settings* settings,
             ln_query**               query,
             ln_query_problem*        problem);

/** NULL is allowed. */
void
ln_query_free(ln_query* query);

ln_query_form
ln_query_form_of(const ln_query* query);

/** Give the i-th variable of the settings a value for the runs to come: wherever it stands in the
   query, also in sub-selects, the value counts. LN_NONE takes it back. */
LN_MUST ln_status
ln_query_bind(ln_query* query, size_t i, const ln_read_term* term);

/** Bounds of one run; zeroes are none. */
typedef struct {
  double                       seconds; ///< it may take
  size_t                       memory;  ///< bytes for solutions
  size_t                       rows;    ///< of the answer at most; what is more is left out
  const volatile sig_atomic_t* stop;    ///< ends it with LN_STOP when it is set; NULL: nothing
} ln_query_limits;

/** Find the answer, which is kept until the next run. LN_STOP if a bound ended it; then `problem`
   says which. NULL limits are none. */
LN_MUST ln_status
ln_query_run(ln_query* query, const ln_query_limits* limits, ln_query_problem* problem);

/** Columns of the answer: the variables of SELECT; three for CONSTRUCT and DESCRIBE, subject,
   predicate, object; none for ASK. */
size_t
ln_query_columns(const ln_query* query);

/** The name of a column, without a question mark. */
ln_view
ln_query_column(const ln_query* query, size_t column);

/** Rows: solutions of SELECT; different triples of CONSTRUCT and DESCRIBE; of ASK 1 if the answer
   is yes, else 0. */
size_t
ln_query_rows(const ln_query* query);

/** Whether the answer was longer than `rows` of the limits allow. */
bool
ln_query_cut(const ln_query* query);

enum { LN_QUERY_LABELS = 4 };

/** A term of the answer, borrowed until the next run; LN_NONE: it has no value there. The label of
   a blank node is `b` and a number, the same in one answer for the same node, and valid until
   LN_QUERY_LABELS more calls. Of a literal the datatype is always given. */
ln_read_term
ln_query_cell(ln_query* query, size_t row, size_t column);

#endif
