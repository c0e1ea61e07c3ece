/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_QUESTION_H
#define LN_SERVE_QUESTION_H

#include "base/arena.h"
#include "base/status.h"
#include "base/view.h"
#include "rdf/names.h"
#include "serve/exchange.h"
#include "serve/holdings.h"

#include <stddef.h>

/** A query and how its answer is wanted. Texts are borrowed, or in the arena. */
typedef struct {
  const ln_holdings* holdings;
  ln_view            query;
  ln_view            format; ///< of `json`, `xml`, …; empty: by `accept`
  ln_view            accept;
  const ln_prefix*   prefixes; ///< that need no PREFIX
  size_t             n_prefixes;
  double             seconds; ///< it may take
  size_t             memory;  ///< for solutions
  ln_arena           arena;
} ln_question;

/** Answer: the solutions or triples in the form wanted (SPARQL 1.1 Protocol, section 2.1.5), or
   what is wrong with the query (2.1.6). */
LN_MUST ln_status
ln_question_answer(const ln_question* question, ln_reply* reply);

#endif
