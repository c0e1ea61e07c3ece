/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_SUITE_SHACL_H
#define LN_TESTS_SUITE_SHACL_H

#include "suite_graph.h"

/** Whether two graphs hold the same validation report (SHACL, section 3.6): sh:conforms, and
   results with the same focus node, path, value, severity, component and shape, blank nodes being
   all alike; and whether every message that is expected is there. What differs is appended to
   `reason`. The graphs share their terms. */
LN_MUST ln_status
suite_shacl_compare(suite_graph* expected, suite_graph* found, ln_text* reason);

#endif
