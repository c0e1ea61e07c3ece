/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_SNAPSHOT_H
#define LN_RUN_SNAPSHOT_H

#include "base/status.h"
#include "base/view.h"
#include "sink/quad.h"

#include <stdbool.h>
#include <stddef.h>

/** The quads of a graph at one time, each once, and what its things are called. Kept in memory:
    about 200 bytes a quad. Private to run/. */
typedef struct ln_snapshot ln_snapshot;

/** NULL when out of memory. */
ln_snapshot*
ln_snapshot_new(void);

/** NULL is allowed. */
void
ln_snapshot_free(ln_snapshot* snapshot);

/** Add a quad; `*added` tells whether it was not there yet. Bytes are copied. */
LN_MUST ln_status
ln_snapshot_add(ln_snapshot* snapshot, const ln_quad* quad, bool* added);

/** NULL is empty. */
bool
ln_snapshot_has(const ln_snapshot* snapshot, ln_view key);

/** Quads; of NULL 0. */
size_t
ln_snapshot_size(const ln_snapshot* snapshot);

/** A quad in the order they were added, without its place; borrowed. */
ln_quad
ln_snapshot_at(const ln_snapshot* snapshot, size_t i);

/** What a subject, a term of N-Triples, is called: the first value of rdfs:label, skos:prefLabel or
    a name of schema.org, FOAF or Dublin Core, between its quotes as N-Triples writes it. Empty:
    nothing is known. */
ln_view
ln_snapshot_name(const ln_snapshot* snapshot, ln_view subject);

#endif
