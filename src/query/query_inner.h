/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_QUERY_INNER_H
#define LN_QUERY_QUERY_INNER_H

#include "query/algebra.h"
#include "query/pool.h"
#include "query/query.h"
#include "query/solutions.h"

/* What a query is made of. Private to this folder. */

struct ln_query {
  const ln_dataset*  set;
  ln_arena           arena;
  ln_pool*           pool;
  ln_view            base;
  ln_query_form      form;
  ln_view            names[LN_VARIABLES]; ///< of variables; those without one are empty
  uint32_t           n_variables;
  uint32_t           n_given; ///< the first ones, which ln_query_bind gives values
  uint32_t           given[LN_VARIABLES];
  ln_ops             ops;
  const ln_variable* columns;
  size_t             n_columns;
  const ln_pattern3* pattern;  ///< of CONSTRUCT
  uint32_t           n_blanks; ///< in it
  const ln_point*    described;
  size_t             n_described;
  uint32_t           n_exists;
  // the answer
  ln_solutions answer; ///< of CONSTRUCT and DESCRIBE, three columns: the triples
  bool         yes;
  bool         cut;
  char         labels[LN_QUERY_LABELS][16]; ///< of blank nodes, as they are asked for
  size_t       label;
};

#endif
