/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_WRITERS_H
#define LN_SINK_WRITERS_H

#include "base/cpu.h"
#include "base/out.h"
#include "base/status.h"
#include "base/view.h"
#include "rdf/names.h"
#include "rdf/sink.h"

#include <stdbool.h>
#include <stdint.h>

/** Writers: a pure function from descriptions to bytes. They borrow `names` and `out` until freed.
 * describe returns LN_IO once `out` has failed. */

/** Canonical N-Triples (W3C RDF 1.1 N-Triples, section 4); with `quads` N-Quads. Raw UTF-8; only
 * `"` `\\` LF CR and what must be are escaped. */
LN_MUST ln_status
ln_ntriples_new(const ln_names* names, ln_out* out, bool quads, ln_sink* sink);

/** Turtle 1.1; with `graphs` TriG. One block a description, `a` first, one predicate a line,
 * objects of one predicate joined by commas. */
LN_MUST ln_status
ln_turtle_new(const ln_names* names, ln_out* out, bool graphs, ln_sink* sink);

/** For tests: copy in this width, which the machine must have, instead of the widest. */
void
ln_ntriples_width(ln_sink sink, ln_width width);

void
ln_turtle_width(ln_sink sink, ln_width width);

void
ln_jsonld_width(ln_sink sink, ln_width width);

/** JSON-LD 1.1, one node object a description inside `@graph`, streaming. `context` is a JSON
   document with an `@context` (empty: one made from the prefixes); `base` becomes the second
   element of the context, and ids are written relative to it. */
LN_MUST ln_status
ln_jsonld_new(const ln_names* names, ln_view context, ln_view base, ln_out* out, ln_sink* sink);

/** JSON-LD, one nested object an entity: nodes that point to it through a reverse term of the
 * context stand inside. Keeps the graph in memory. */
LN_MUST ln_status
ln_frame_new(const ln_names* names, ln_view context, ln_view base, ln_out* out, ln_sink* sink);

/** Any syntax raptor can write. Keeps what raptor keeps. `name` is one of ln_raptor_syntax, else
 * LN_USAGE. LN_IO when raptor cannot say a triple: see ln_raptor_error. */
LN_MUST ln_status
ln_raptor_new(const ln_names* names, const char* name, ln_out* out, ln_sink* sink);

/** The i-th syntax that raptor writes and liner does not itself, or false. Texts are borrowed from
 * a static table. */
bool
ln_raptor_syntax(size_t i, const char** name, const char** label, const char** ending);

/** Why a sink made by ln_raptor_new failed, as a sentence for people; empty if it did not, or if
   the device failed. Borrowed until the sink is freed. */
const char*
ln_raptor_error(ln_sink sink);

/** The cell of the statement that raptor could not say; nowhere if it was the graph. */
ln_where
ln_raptor_where(ln_sink sink);

/** Joins descriptions of one subject (in one graph) into one and drops repeated triples, then hands
   them to `next` in order of first appearance at finish (graphs one after the other). rdf:type
   comes first, then predicates and their objects in order of first appearance. Keeps the graph in
   memory, terms interned. Does not own `next`; finish finishes it. */
LN_MUST ln_status
ln_group_new(const ln_names* names, ln_sink next, ln_sink* sink);

/** Counts on the way to `next` (not owned; may be zeroes: then it only counts). */
typedef struct {
  uint64_t descriptions;
  uint64_t triples;
} ln_counts;

LN_MUST ln_status
ln_count_new(ln_counts* counts, ln_sink next, ln_sink* sink);

#endif
