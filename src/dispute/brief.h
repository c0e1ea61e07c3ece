/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_BRIEF_H
#define LN_DISPUTE_BRIEF_H

#include "base/diag.h"
#include "base/out.h"
#include "base/status.h"
#include "base/view.h"
#include "dispute/docket.h"
#include "dispute/fact_store.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** An exhibit as it is shown: what is said, where it is quoted from, and the cell. Empty views:
   there is none. Borrowed from facts, docket and log. */
typedef struct {
  ln_view  about;    ///< IRI of the claim or thing
  ln_view  value;    ///< in words
  ln_view  citation; ///< IRI
  ln_view  name;     ///< the last part of it
  ln_view  quote;
  ln_view  source; ///< label
  ln_view  locator;
  ln_view  references; ///< labels, with commas
  ln_view  path;       ///< of the table
  ln_place place;
  uint64_t row;
  bool     preferred; ///< by its rank
} ln_brief_item;

/** Everything that a report is made of. The log finds places. */
typedef struct {
  const ln_facts* facts;
  ln_docket*      docket;
  ln_log*         log;
  ln_view         title; ///< the input
} ln_brief;

LN_MUST ln_status
ln_brief_item_at(const ln_brief* brief, size_t exhibit, ln_brief_item* item);

/** The IRI of what a finding is about; empty if it is about no single thing. */
ln_view
ln_brief_subject(const ln_brief* brief, const ln_dispute* dispute);

/** `8 contradictions, 1 implausible, 3 tensions`: what there is, the gravest first. */
LN_MUST ln_status
ln_brief_counts(const ln_docket* docket, ln_text* out);

/* Reports. Failures of the device are sticky there; the functions fail with LN_NO_MEM only. */

/** For people in a terminal. */
LN_MUST ln_status
ln_brief_text(const ln_brief* brief, ln_out* out);

LN_MUST ln_status
ln_brief_markdown(const ln_brief* brief, ln_out* out);

/** One JSON object. */
LN_MUST ln_status
ln_brief_json(const ln_brief* brief, ln_out* out);

/** One page of HTML that needs nothing beside it: the quotations of the sides stand side by side.
 */
LN_MUST ln_status
ln_brief_html(const ln_brief* brief, ln_out* out);

/** N-Triples in the terms of the ontology's evidence layer: each finding an annotation of the
   claims on its sides. */
LN_MUST ln_status
ln_brief_rdf(const ln_brief* brief, ln_out* out);

#endif
