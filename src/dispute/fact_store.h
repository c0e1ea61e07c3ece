/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_FACT_STORE_H
#define LN_DISPUTE_FACT_STORE_H

#include "base/diag.h"
#include "base/status.h"
#include "base/view.h"
#include "dispute/bunch.h"
#include "rdf/names.h"
#include "rdf/sink.h"
#include "rdf/term.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The triples that rules of disagreement look at, in memory, each with the cell it came from.
   Terms are numbers; a literal is its lexical form, whatever its datatype. Filled through a sink,
   then sealed, then read. */
typedef struct ln_facts ln_facts;

#define LN_NO_FACT UINT32_MAX

/** Numbers of terms that every store has. */
typedef enum {
#define LN_KNOWN(name, iri) LN_TERM_##name,
#include "dispute/known_terms.def"
#undef LN_KNOWN
  LN_KNOWN_TERMS
} ln_known_term;

typedef struct {
  uint32_t s;
  uint32_t p;
  uint32_t o;
  uint32_t source; ///< as in ln_where
  uint32_t field;
  uint64_t row;
} ln_fact;

/** NULL when out of memory. */
ln_facts*
ln_facts_new(void);

/** NULL is allowed. */
void
ln_facts_free(ln_facts* facts);

/** The number of an IRI; before the first triple also asks for the triples that have it as
   predicate: those of others are passed over. */
LN_MUST ln_status
ln_facts_iri(ln_facts* facts, ln_view iri, uint32_t* term);

/** The number of an IRI that was asked for before the first triple; else LN_NO_FACT. */
LN_MUST ln_status
ln_facts_find(ln_facts* facts, ln_view iri, uint32_t* term);

/** Keeps what it is handed and passes it on to `next` (not owned; may be zeroes). `names` are
   borrowed until the store is sealed. Once more than `memory` bytes are taken, it forgets all and
   keeps nothing more: see ln_facts_full. It cannot be shared out. */
LN_MUST ln_status
ln_facts_sink(ln_facts* facts, const ln_names* names, size_t memory, ln_sink next, ln_sink* sink);

/** Whether there was more than memory allows. */
bool
ln_facts_full(const ln_facts* facts);

/** Add one triple by its numbers, for tests. */
LN_MUST ln_status
ln_facts_add(ln_facts* facts, const ln_fact* fact);

/** The number of a literal. */
LN_MUST ln_status
ln_facts_literal(ln_facts* facts, ln_view text, uint32_t* term);

/** Put all in order, each triple once, at its first cell. */
LN_MUST ln_status
ln_facts_seal(ln_facts* facts);

size_t
ln_facts_size(const ln_facts* facts);

size_t
ln_facts_terms(const ln_facts* facts);

const ln_fact*
ln_facts_at(const ln_facts* facts, size_t i);

/** The facts about a subject: from `*first`, this many. By predicate, then in the order they came.
 */
size_t
ln_facts_about(const ln_facts* facts, uint32_t subject, size_t* first);

/** Numbers of the facts that have this object. */
const uint32_t*
ln_facts_to(const ln_facts* facts, uint32_t object, size_t* n);

/** Numbers of the facts that have this predicate. */
const uint32_t*
ln_facts_with(const ln_facts* facts, uint32_t predicate, size_t* n);

/** The first object of a subject and predicate as number of its fact, or LN_NO_FACT. */
uint32_t
ln_facts_first(const ln_facts* facts, uint32_t subject, uint32_t predicate);

bool
ln_facts_has(const ln_facts* facts, uint32_t subject, uint32_t predicate, uint32_t object);

/** The IRI, lexical form or label of a term; borrowed. */
ln_view
ln_facts_text(const ln_facts* facts, uint32_t term);

ln_kind
ln_facts_kind(const ln_facts* facts, uint32_t term);

#endif
