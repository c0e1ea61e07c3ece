/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_CHANGES_H
#define LN_SINK_CHANGES_H

#include "base/out.h"
#include "base/status.h"
#include "sink/quad.h"

#include <stdbool.h>
#include <stddef.h>

/** Writes what turns one graph into another, for programs. */
typedef enum {
  LN_CHANGES_PATCH,  ///< RDF Patch, text form (https://afs.github.io/rdf-delta/rdf-patch.html): one
                     ///< transaction
  LN_CHANGES_UPDATE, ///< SPARQL 1.1 Update, sections 3.1.1 and 3.1.2: DELETE DATA and INSERT DATA
                     ///< of at most LN_CHANGES_OPERATION triples each
} ln_changes_form;

/** Some stores refuse an operation of 5,000 lines (Virtuoso 7.2: SP030). */
enum { LN_CHANGES_OPERATION = 1000 };

/** Caller's struct. Set `form` and `out`, which is borrowed; the rest is zero. */
typedef struct {
  ln_changes_form form;
  ln_out*         out;
  bool            begun;
  bool            added; ///< side of the operation at hand
  size_t          n;     ///< triples in it
  ln_text         graph; ///< of its block at hand; empty: none
} ln_changes;

/** Write one quad; all that are removed come before those that are added. One with blank nodes can
    only stand in a patch, by its label. Errors of the device are sticky in it. */
LN_MUST ln_status
ln_changes_put(ln_changes* changes, bool added, const ln_quad* quad);

/** The end, also of no changes. */
void
ln_changes_end(ln_changes* changes);

void
ln_changes_clear(ln_changes* changes);

#endif
