/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_NAMES_INNER_H
#define LN_RDF_NAMES_INNER_H

#include "base/arena.h"
#include "base/dict.h"
#include "rdf/names.h"

#include <stdbool.h>
#include <stddef.h>

/** What names.c and names_seal.c share; nobody else includes it. */

/** A prefix that may be used, and whether something uses it. */
typedef struct {
  ln_prefix prefix;
  bool      used;
} ln_prefix_entry;

struct ln_names {
  ln_arena         arena; ///< rendered text and prefixes
  ln_dict*         stem_keys;
  ln_dict*         predicate_keys;
  ln_stem*         stems;
  size_t           n_stems, cap_stems;
  size_t           n_of_kind[LN_BLANK];
  uint16_t         star; ///< stem of quoted triples; 0: there is none
  ln_predicate*    predicates;
  size_t           n_predicates, cap_predicates;
  ln_lead*         leads; ///< the first has number 1
  size_t           n_leads, cap_leads;
  size_t           most_led; ///< sealed: the longest texts of a lead together
  ln_prefix_entry* entries;
  size_t           n_entries, cap_entries;
  ln_prefix*       used; ///< sealed: those of `entries` that are used, by name; in the arena
  size_t           n_used;
  ln_text          scratch;
};

/** Prefixes everybody knows; declared by sealing where something uses them. */
extern const ln_prefix LN_KNOWN_PREFIXES[];

enum { LN_N_KNOWN_PREFIXES = 11 };

/** As ln_names_prefix, for names known to be right. */
LN_MUST ln_status
ln_names_add_prefix(ln_names* names, ln_view name, ln_view iri);

/** Make room for one more element of a list; LN_NO_MEM leaves everything as it was. */
LN_MUST ln_status
ln_names_grow(void** block, size_t n, size_t* cap, size_t size);

/** Render the leads, after stems, predicates and prefixes. */
LN_MUST ln_status
ln_names_seal_leads(ln_names* names);

/** Which rests of an IRI may follow a prefix. */
typedef bool (*ln_local_test)(ln_view local);

/** [A-Za-z0-9_][A-Za-z0-9_-]* */
bool
ln_names_is_word(ln_view local);

/** The longest declared prefix whose rest passes, the first declared of several; or NULL. */
const ln_prefix_entry*
ln_names_longest(const ln_names* names, ln_view iri, ln_local_test is_local);

#endif
