/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_ONTOLOGY_INNER_H
#define LN_CHECK_ONTOLOGY_INNER_H

#include "check/number_set.h"
#include "check/ontology.h"

/* What the readers of an ontology share, and what its checks share. Private to check/. */

typedef struct {
  ln_ontology*         out;
  const ln_triple_set* graph;
  const ln_term_table* terms;
  ln_number_set        seen; ///< scratch
} ln_ontology_reader;

LN_MUST ln_status
ln_ontology_add_number(ln_ontology* ontology, uint32_t number);

/** Order the numbers from `first` on, and drop repeated ones. */
ln_span
ln_ontology_sort(ln_ontology* ontology, size_t first);

/** Append the members of a list (RDF Schema, section 5.2); of one that is not well-formed or comes
   back to itself, those up to there. */
LN_MUST ln_status
ln_ontology_list(ln_ontology_reader* r, uint32_t list);

/** The number of the use of a class, a new one or that of before; `*use` is LN_NO_TERM for a class
    that cannot be checked by looking, such as a restriction. */
LN_MUST ln_status
ln_ontology_use(ln_ontology_reader* r, uint32_t class_term, uint32_t* use);

/** Whether a class is one of datatypes. */
bool
ln_ontology_is_datatype(const ln_ontology_reader* r, uint32_t term);

/** Whether a term is of RDF, RDF Schema, OWL, XML Schema or SHACL and declared there. */
bool
ln_ontology_knows(ln_view iri);

/** Whether all literals of a datatype are of another (XML Schema 1.1, part 2, section 3). */
bool
ln_datatype_within(ln_view datatype, ln_view other);

/** Whether a literal's lexical form is one of its datatype; `*expected` gets words for one. */
bool
ln_datatype_holds(const ln_term_table* terms, uint32_t literal, ln_view* expected);

LN_MUST ln_status
ln_breaches_add(ln_breaches* breaches, const ln_breach* breach);

/** Whether a node is said to be of a class, or of one below it. */
bool
ln_ontology_is(const ln_ontology_check* c, uint32_t node, uint32_t use);

/** Find things that have the same key. */
LN_MUST ln_status
ln_ontology_keys(const ln_ontology_check* c, ln_breaches* breaches);

#endif
