/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_HOLDINGS_H
#define LN_SERVE_HOLDINGS_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "query/dataset.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What is served: a sealed data set, and what pages need to know of it. All graphs count as one
    here. Never changes once it is made. */
typedef struct ln_holdings ln_holdings;

/** A class or graph and how much it holds. */
typedef struct {
  uint32_t term;
  size_t   n;
} ln_holding;

/** Borrows the data set. `base`: what the IRIs begin with that have pages of their own; empty: the
    scheme and authority that most subjects have. */
LN_MUST ln_status
ln_holdings_new(const ln_dataset* set, ln_view base, ln_holdings** holdings);

/** NULL is allowed. */
void
ln_holdings_free(ln_holdings* holdings);

const ln_dataset*
ln_holdings_set(const ln_holdings* holdings);

/** Ends in a slash, or is empty. */
ln_view
ln_holdings_base(const ln_holdings* holdings);

/** Subjects that are IRIs. */
size_t
ln_holdings_subjects(const ln_holdings* holdings);

/** Classes, the one with most things first. */
const ln_holding*
ln_holdings_classes(const ln_holdings* holdings, size_t* n);

/** What a term is called: of an IRI its label, best in English or without a language, else what
    stands behind the last `/`, `#` or `:`; of a literal its text; of a blank node nothing. */
ln_view
ln_holdings_name(const ln_holdings* holdings, uint32_t term);

/** Whether it has a label. */
bool
ln_holdings_has_label(const ln_holdings* holdings, uint32_t term);

/** Whether something is said of a term. */
bool
ln_holdings_describes(const ln_holdings* holdings, uint32_t term);

/** Triples that were found. */
typedef struct {
  ln_fact_pattern* v;
  size_t           n;
  size_t           all; ///< with those that were not kept
} ln_fact_list;

/** The triples of one pattern in all graphs, each once, in order of predicate, then of the other
    term's number; in the arena. At most `most` are kept. */
LN_MUST ln_status
ln_holdings_match(const ln_holdings*     holdings,
                  const ln_fact_pattern* pattern,
                  size_t                 most,
                  ln_arena*              arena,
                  ln_fact_list*          found);

/** The thing that a path (with escapes, beginning with a slash) stands for: the base and the path.
    LN_ABSENT: there is none. */
LN_MUST ln_status
ln_holdings_at(const ln_holdings* holdings, ln_view path, uint32_t* term);

/** Append the address of a thing's page on this server: a path, as it stands in a link. */
LN_MUST ln_status
ln_holdings_link(const ln_holdings* holdings, uint32_t term, ln_text* link);

#endif
