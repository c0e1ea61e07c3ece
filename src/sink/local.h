/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_LOCAL_H
#define LN_SINK_LOCAL_H

#include "base/view.h"
#include "rdf/names.h"

#include <stdbool.h>

/** Turtle's grammar for the two things it can write shorter than N-Triples. */

/** Whether an IRI's end can stand behind a prefix (Turtle 1.1, PN_LOCAL), if need be with escapes.
 */
bool
ln_local_possible(ln_view local);

/** Write it with the escapes it needs; at most twice as long. Returns the end. */
char*
ln_local_put(char* to, ln_view local);

/** Whether a lexical form is exactly a token of the given kind, so that it needs no quotes. */
bool
ln_local_bare(ln_bare bare, ln_view lexical);

#endif
