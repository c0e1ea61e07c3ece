/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_ONTOLOGY_H
#define LN_CHECK_ONTOLOGY_H

#include "base/status.h"
#include "check/axiom.h"
#include "check/shapes.h"
#include "check/vocabulary.h"
#include "graph/term_table.h"
#include "graph/triple_set.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** An ontology in the words of RDF Schema and OWL (https://www.w3.org/TR/rdf-schema/,
    https://www.w3.org/TR/owl2-syntax/), as far as a graph can be held against it by looking: what
    is not stated counts as not so (docs/shacl.md says what is read). Nothing is inferred but that
    an instance of a class is one of those above it. Terms are numbers of one table; spans are parts
    of `numbers`. */

/** A class as domain, range or side of an axiom: a class, or a union of several. */
typedef struct {
  uint32_t term;
  ln_span  below; ///< the classes and all below, sorted; of datatypes: themselves
  bool     datatype;
} ln_class_use;

enum {
  LN_PROPERTY_OF_DATA  = 1, ///< its values are literals
  LN_PROPERTY_OF_NODES = 2, ///< its values are none
  LN_PROPERTY_SINGLE   = 4, ///< owl:FunctionalProperty
  LN_PROPERTY_BOTH     = 8, ///< owl:SymmetricProperty
};

typedef struct {
  uint32_t term;
  unsigned flags;
  ln_span  domains; ///< numbers of class uses, also those of properties above it
  ln_span  ranges;
} ln_property_use;

/** Two classes without common instances. */
typedef struct {
  uint32_t a;
  uint32_t b; ///< numbers of class uses
} ln_disjoint_pair;

typedef struct {
  uint32_t of;         ///< number of a class use; LN_NO_TERM: of anything
  ln_span  properties; ///< terms
} ln_class_key;

typedef struct {
  ln_vocabulary     words;
  uint32_t*         numbers;
  size_t            n_numbers;
  ln_property_use*  properties; ///< in order of terms: all that are declared
  size_t            n_properties;
  ln_class_use*     uses;
  size_t            n_uses;
  ln_disjoint_pair* disjoint;
  size_t            n_disjoint;
  ln_class_key*     keys;
  size_t            n_keys;
  size_t            caps[5];    ///< of these arrays
  ln_span           classes;    ///< all that are declared, sorted
  ln_span           deprecated; ///< terms, sorted
} ln_ontology;

/** Read what a sealed graph says of classes and properties; terms of RDF, RDF Schema, OWL and SHACL
   are known in any case. Zero-initialise `ontology`. */
LN_MUST ln_status
ln_ontology_read(const ln_triple_set* graph, ln_term_table* terms, ln_ontology* ontology);

void
ln_ontology_clear(ln_ontology* ontology);

/** The property with this term, or NULL. */
const ln_property_use*
ln_ontology_property(const ln_ontology* ontology, uint32_t term);

bool
ln_ontology_has(const ln_ontology* ontology, ln_span part, uint32_t number);

/** An axiom that a triple of the graph breaks. */
typedef struct {
  ln_axiom axiom;
  uint32_t focus;
  uint32_t predicate;
  uint32_t value;
  uint32_t other; ///< what was expected, or what is against it: the class or datatype, the other
                  ///< class, value or thing; LN_NO_TERM: nothing
} ln_breach;

/** Zero-initialised but for `most`. */
typedef struct {
  ln_breach* v;
  size_t     n;
  size_t     cap;
  size_t     most;  ///< keep no more
  uint64_t   total; ///< also of those that were not kept
} ln_breaches;

void
ln_breaches_clear(ln_breaches* breaches);

/** What is held against an ontology. */
typedef struct {
  const ln_ontology*           ontology;
  const ln_term_table*         terms;
  const ln_triple_set*         data;    ///< sealed; with the triples of the ontology
  const ln_triple_set*         outside; ///< sealed: triples of which nothing is said; or NULL
  const ln_axiom_policy*       policy;
  const volatile sig_atomic_t* stop; ///< LN_STOP when it is set; or NULL
} ln_ontology_check;

/** Find all breaches; they come in the order of subjects, then keys. */
LN_MUST ln_status
ln_ontology_breaches(const ln_ontology_check* check, ln_breaches* breaches);

#endif
