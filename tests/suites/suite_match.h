/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_SUITE_MATCH_H
#define LN_TESTS_SUITE_MATCH_H

#include "suite_graph.h"

typedef enum {
  SUITE_SAME,
  SUITE_DIFFERENT,
  SUITE_UNDECIDED, ///< so symmetric that the budget was used up
} suite_verdict;

enum { SUITE_BUDGET = 20000 };

/** Whether one graph becomes the other by renaming blank nodes (RDF 1.1 Concepts, section 3.6).
   Sorts both. `budget` is how many guesses may be made. */
LN_MUST ln_status
suite_match(suite_graph* a, suite_graph* b, size_t budget, suite_verdict* verdict);

/** Append a line for the first few quads that, blank nodes being all alike, only one of the graphs
   has: `-` expected, `+` found. */
LN_MUST ln_status
suite_difference(const suite_graph* expected, const suite_graph* found, ln_text* out);

#endif
