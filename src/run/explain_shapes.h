/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_EXPLAIN_SHAPES_H
#define LN_RUN_EXPLAIN_SHAPES_H

#include "base/out.h"
#include "base/status.h"
#include "run/session.h"

/* Private to run/. */

/** Tell of each shape with targets that the job's validation names whether it is held against rows
    one by one or against the whole graph, and why. Faults of shapes are reported. */
LN_MUST ln_status
ln_explain_shapes(const ln_session* s, ln_out* out);

#endif
