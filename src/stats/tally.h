/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STATS_TALLY_H
#define LN_STATS_TALLY_H

#include "base/frequent.h"
#include "base/status.h"
#include "base/view.h"
#include "graph/read.h"
#include "rdf/names.h"
#include "rdf/sink.h"
#include "rdf/term.h"
#include "stats/counter.h"
#include "stats/decades.h"
#include "stats/outline.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Counts triples as they pass, for liner stats: classes, properties and their values, decades,
   languages, datatypes, and what each thing has. Memory is bounded by what it is given, beside that
   of the vocabulary: each class, property, datatype, language and prefix takes some. */
typedef struct ln_tally ln_tally;

/** What was counted of a property. */
typedef struct {
  uint64_t     n; ///< triples
  uint64_t     kinds[LN_BLANK + 1];
  ln_frequent* values; ///< the first byte tells the kind: `<` IRI, `"` literal; none of blank nodes
  ln_decades*  decades; ///< NULL: no dates
  bool         yearly;  ///< its numbers are years
  bool         typing;  ///< it is rdf:type: its values are the classes
} ln_tally_property;

LN_MUST ln_status
ln_tally_new(size_t memory, ln_tally** tally);

/** NULL is allowed. */
void
ln_tally_free(ln_tally* tally);

/** Short names will have this prefix. The first name of an IRI counts. */
LN_MUST ln_status
ln_tally_prefix(ln_tally* tally, ln_view name, ln_view iri);

/** Count one triple. Those of one subject are best counted one after the other. */
LN_MUST ln_status
ln_tally_add(ln_tally* tally, const ln_read_triple* triple);

/** A sink that counts what it is handed; `names` are borrowed and must be sealed, and their
   prefixes are taken over. It cannot be shared out. The tally is finished by its caller. */
LN_MUST ln_status
ln_tally_sink(ln_tally* tally, const ln_names* names, ln_sink* sink);

/** End; after this only what follows may be called. LN_IO if a temporary file failed. */
LN_MUST ln_status
ln_tally_finish(ln_tally* tally);

/** Why it gave LN_IO, as a sentence for people; else empty. */
const char*
ln_tally_error(const ln_tally* tally);

uint64_t
ln_tally_triples(const ln_tally* tally);

/* The names that were counted; numbers are those of traits in ln_outlines. Borrowed. */

const ln_counter*
ln_tally_classes(const ln_tally* tally);

const ln_counter*
ln_tally_properties(const ln_tally* tally);

/** Of literals; the empty name is xsd:string. */
const ln_counter*
ln_tally_datatypes(const ln_tally* tally);

/** Of literals that have one. */
const ln_counter*
ln_tally_languages(const ln_tally* tally);

/** Of triples in named graphs. */
const ln_frequent*
ln_tally_graphs(const ln_tally* tally);

const ln_tally_property*
ln_tally_property_at(const ln_tally* tally, uint32_t number);

const ln_outlines*
ln_tally_outlines(const ln_tally* tally);

/** Whether a prefix has this name. */
bool
ln_tally_has_prefix(const ln_tally* tally, ln_view name);

/** The prefix whose IRI is the longest that begins `iri`, and has a name; NULL if there is none. */
const ln_prefix*
ln_tally_prefix_of(const ln_tally* tally, ln_view iri);

#endif
