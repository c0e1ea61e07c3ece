/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_NAMES_H
#define LN_RDF_NAMES_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "rdf/term.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Everything constant in the terms of one plan, rendered once for every syntax: stems, predicates,
   prefixes. Built while the plan is bound, sealed, then immutable and shared by all threads. */
typedef struct ln_names ln_names;

/** How Turtle may write a literal without quotes (Turtle 1.1, section 2.5.2 and 2.5.3). */
typedef enum {
  LN_BARE_NEVER,
  LN_BARE_INTEGER, ///< [+-]?[0-9]+
  LN_BARE_DECIMAL, ///< [+-]?[0-9]*\.[0-9]+
  LN_BARE_DOUBLE,  ///< with an exponent
  LN_BARE_BOOLEAN, ///< true, false
} ln_bare;

/** A stem: what comes before and after the bytes of a term. IRI stems hold the beginning of the
 * IRI; literal stems a datatype or language. */
typedef struct {
  ln_kind kind;
  ln_view iri;  ///< IRI: its beginning; literal: the datatype IRI (empty for xsd:string and with a
                ///< language)
  ln_view lang; ///< literal: language tag, lower case; else empty
  ln_view nt_open;   ///< N-Triples: `<https://example.org/person/` or `"`
  ln_view nt_close;  ///< `>` or `"`, `"@en`, `"^^<…>`
  ln_view prefix;    ///< Turtle, IRI: `person:`; empty if the stem has none
  ln_view ttl_close; ///< Turtle, literal: `"`, `"@en`, `"^^xsd:date`
  ln_bare bare;
} ln_stem;

enum {
  LN_STEM_IRI    = 0, ///< the empty IRI stem: the bytes are the whole IRI
  LN_STEM_STRING = 1, ///< xsd:string
};

typedef struct {
  ln_view iri;
  ln_view nt;  ///< `<…>`
  ln_view ttl; ///< `a`, `ln:agent` or `<…>`
} ln_predicate;

enum {
  LN_PREDICATE_TYPE = 0, ///< rdf:type always has the number 0
  LN_PREDICATE_CELL =
    0x8000, ///< numbers from here on mean ln_desc.dynamic[number - LN_PREDICATE_CELL]
};

/** A predicate and the stem of its object as one piece of text, since the two of an output never
    change. LN_SLACK bytes behind each text may be read (base/wide.h). */
typedef struct {
  ln_view nt;       ///< N-Triples: `<predicate> <stem` or `<predicate> "`
  ln_view nt_close; ///< behind the bytes: `>`, `"`, `"@en`, `"^^<…>`
  ln_view ttl;      ///< Turtle, on a line of its own: ` ;\n  predicate stem:`; empty: it depends on
                    ///< the bytes
  ln_view  ttl_more; ///< behind another object of the predicate: `, stem:`
  ln_view  ttl_close;
  ln_bare  bare;
  uint16_t predicate;
  uint16_t stem;
  ln_view  whole; ///< an object that is always the same: its bytes, which the texts hold already
} ln_lead;

typedef struct {
  ln_view name; ///< without the colon
  ln_view iri;
} ln_prefix;

/** NULL when out of memory. */
ln_names*
ln_names_new(void);

void
ln_names_free(ln_names* names);

/** Declare a prefix (before sealing). A name declared twice with different IRIs keeps the first; an
   IRI may have several names, the first is used. A name that Turtle could not read as it stands is
   passed over. */
LN_MUST ln_status
ln_names_prefix(ln_names* names, ln_view name, ln_view iri);

/** The number of an IRI stem, of a literal stem (give a datatype IRI or a language tag, not both;
   neither is xsd:string), of a predicate: a new one or the same as before. At most 2^15 of each,
   else LN_NO_MEM. */
LN_MUST ln_status
ln_names_iri_stem(ln_names* names, ln_view iri, uint16_t* stem);

/** The stem of triples that are terms themselves: their bytes are subject, predicate and object as
    N-Triples has them, LN_CLEAN, and the writer puts `<<( ` and ` )>>` around them (RDF 1.2
   Concepts, section 3.1; only objects), or with `star` `<< ` and ` >>` (RDF-star, Community Group
   report of 17 December 2021). To all but N-Triples, Turtle and their like such a term is a riddle.
 */
LN_MUST ln_status
ln_names_triple_stem(ln_names* names, bool star, uint16_t* stem);

/** That of quoted triples, which stand as subjects, too; 0 if there are none. */
uint16_t
ln_names_star(const ln_names* names);

LN_MUST ln_status
ln_names_literal_stem(ln_names* names, ln_view datatype, ln_view lang, uint16_t* stem);

/** The literal stem of a language that only a cell tells; may be called after sealing too, by the
 * one thread that makes rows. */
LN_MUST ln_status
ln_names_late_lang(ln_names* names, ln_view lang, uint16_t* stem);

LN_MUST ln_status
ln_names_predicate(ln_names* names, ln_view iri, uint16_t* predicate);

/** A whole IRI as a term: the longest prefix whose rest is a simple local name becomes the stem.
 * Bytes are borrowed from `iri`. */
LN_MUST ln_status
ln_names_term(ln_names* names, ln_view iri, ln_term* term);

/** Ask for the text of a predicate before the objects of a stem (before sealing); numbers begin
 * with 1. */
LN_MUST ln_status
ln_names_lead(ln_names* names, uint16_t predicate, uint16_t stem, uint32_t* lead);

/** The same before one object that never changes, an IRI. Its bytes are borrowed until names are
    sealed. 0 if writers must look at the bytes. */
LN_MUST ln_status
ln_names_lead_whole(ln_names* names, uint16_t predicate, ln_term object, uint32_t* lead);

/** Render stems, predicates and leads. A stem ending in `/`, `#` or `:` that no prefix covers gets
   one of its own, made from its last path segment. After this only the functions below may be
   called. */
LN_MUST ln_status
ln_names_seal(ln_names* names);

const ln_stem*
ln_names_stem_at(const ln_names* names, uint16_t stem);

const ln_predicate*
ln_names_predicate_at(const ln_names* names, uint16_t predicate);

size_t
ln_names_predicates(const ln_names* names);

/** The number of a predicate, false if it has none. */
bool
ln_names_predicate_find(const ln_names* names, ln_view iri, uint16_t* predicate);

/** All stems so far, of both kinds. After sealing only languages are added. */
size_t
ln_names_stems(const ln_names* names);

/** After sealing, from 1 to ln_names_leads. */
const ln_lead*
ln_names_lead_at(const ln_names* names, uint32_t lead);

/** All of them; number 1 comes first. */
const ln_lead*
ln_names_lead_list(const ln_names* names);

uint32_t
ln_names_leads(const ln_names* names);

/** Bytes that a lead puts around those of an object at most, in N-Triples or Turtle. */
size_t
ln_names_lead_most(const ln_names* names);

/** Prefixes that some stem or predicate uses, sorted by name. */
const ln_prefix*
ln_names_prefixes(const ln_names* names, size_t* n);

/** Find the longest prefix of a whole IRI whose rest can stand as a local name without escapes
 * ([A-Za-z0-9_-]+). False if there is none. */
bool
ln_names_shorten(const ln_names* names, ln_view iri, ln_prefix* prefix, ln_view* local);

/** Append the whole IRI of a term, or the lexical form of a literal. */
LN_MUST ln_status
ln_names_expand(const ln_names* names, ln_term term, ln_text* out);

#endif
