/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_TURTLE_SLOTS_H
#define LN_SINK_TURTLE_SLOTS_H

#include "base/cpu.h"
#include "rdf/names.h"
#include "rdf/stencil.h"

#include <stddef.h>

/** Puts the predicates and objects of a stamp behind its subject, outside any graph; `*n` pairs
   were put. There is room for ln_stamp_bound. NULL if some slot has no lead, or its bytes decide
   more than escapes and quotes: then what was written does not count. */
typedef char* (*ln_turtle_slots_way)(const ln_names* names,
                                     const ln_stamp* stamp,
                                     char*           to,
                                     size_t*         n);

/** The way of that width. */
ln_turtle_slots_way
ln_turtle_slots(ln_width width);

#endif
