/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_COLLECT_H
#define LN_SINK_COLLECT_H

#include "base/status.h"
#include "graph/term_table.h"
#include "graph/triple_set.h"
#include "rdf/names.h"
#include "rdf/sink.h"

#include <stddef.h>
#include <stdint.h>

/** Where triples are kept as numbers; graphs are not told apart. */
typedef struct ln_collection {
  ln_term_table* terms;
  ln_triple_set* set;  ///< not sealed yet
  uint32_t       file; ///< that blank nodes belong to
  size_t         room; ///< triples; with as many, `full` is called before the next row; 0: never
  /** Takes terms and set, and puts others in their places; the room may be changed. */
  ln_status (*full)(void* self, struct ln_collection* to);
  void* self;
} ln_collection;

/** Keeps all triples, and hands descriptions on to `next` (not owned; may be zeroes). `names` and
    what `to` points to are borrowed until the sink is freed; `to` is copied. */
LN_MUST ln_status
ln_collect_new(const ln_names* names, const ln_collection* to, ln_sink next, ln_sink* sink);

#endif
