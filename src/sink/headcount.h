/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_HEADCOUNT_H
#define LN_SINK_HEADCOUNT_H

#include "base/status.h"
#include "base/view.h"
#include "rdf/names.h"
#include "rdf/sink.h"

#include <stddef.h>
#include <stdint.h>

/** How many triples each predicate has, and how many things are said to be of each class, counted
   as they pass: what is written twice counts twice. Memory: the predicates and classes. */
typedef struct ln_headcount ln_headcount;

/** `names` are sealed and borrowed. NULL when out of memory. */
ln_headcount*
ln_headcount_new(const ln_names* names);

/** NULL is allowed. */
void
ln_headcount_free(ln_headcount* headcount);

/** A sink that counts and passes on to `next`, which it does not own but in a fork. */
LN_MUST ln_status
ln_headcount_sink(ln_headcount* headcount, ln_sink next, ln_sink* sink);

typedef struct {
  ln_view  iri; ///< borrowed
  uint64_t n;
} ln_headcount_entry;

/** Those that were met, sorted by IRI; a new array, to be given back with ln_free. */
LN_MUST ln_status
ln_headcount_predicates(const ln_headcount* headcount, ln_headcount_entry** list, size_t* n);

LN_MUST ln_status
ln_headcount_classes(const ln_headcount* headcount, ln_headcount_entry** list, size_t* n);

#endif
