/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_EVIDENCE_H
#define LN_RDF_EVIDENCE_H

/** How closely an export says where things come from (`--provenance`, docs/evidence.md). */
typedef enum {
  LN_PROVENANCE_NONE,
  LN_PROVENANCE_TABLE, ///< things: of which table
  LN_PROVENANCE_ROW,   ///< things: of which rows
  LN_PROVENANCE_CELL,  ///< triples: of which cells
} ln_provenance;

/** How triples are spoken of (`--evidence`). */
typedef enum {
  LN_EVIDENCE_CLAIMS,      ///< rdf:subject, rdf:predicate and rdf:object of a node (RDF 1.1)
  LN_EVIDENCE_GRAPHS,      ///< each stands, once more, in the graph of what says it
  LN_EVIDENCE_REIFIERS,    ///< rdf:reifies and triple terms (RDF 1.2)
  LN_EVIDENCE_STAR,        ///< quoted triples (RDF-star, Community Group report of 2021)
  LN_EVIDENCE_ANNOTATIONS, ///< citations as Web Annotations
  LN_EVIDENCE_RANKS,       ///< claims as statements of Wikibase
} ln_evidence;

#endif
