/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_MAPPING_SHAPES_H
#define LN_RUN_MAPPING_SHAPES_H

#include "base/status.h"
#include "check/shape_draft.h"
#include "run/session.h"

/** Write what the bound plans of a session promise of every triple as shapes: one node shape for
    each class that rows become, and for things without a class. Names need not be sealed. */
LN_MUST ln_status
ln_mapping_shapes(const ln_session* s, ln_shape_draft* draft);

#endif
