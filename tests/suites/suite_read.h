/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_SUITE_READ_H
#define LN_TESTS_SUITE_READ_H

#include "suite_graph.h"

/** Read a file of Turtle, N-Triples, N-Quads or TriG (by its ending) into a graph, strictly. LN_IO
   if it cannot be read to its end; `problem` gets a sentence then. */
LN_MUST ln_status
suite_read(const char* path, const char* base, suite_graph* g, ln_text* problem);

/** The same for a text of N-Quads. */
LN_MUST ln_status
suite_read_text(const char* text, suite_graph* g, ln_text* problem);

#endif
