/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_INDEX_H
#define LN_MAP_INDEX_H

#include "base/diag.h"
#include "base/fold.h"
#include "base/status.h"
#include "base/view.h"
#include "rdf/term.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What can be referred to: the rows of one table or of one code list, by id, by path and by folded
   name. Built before rows are made, then immutable. Memory grows with the rows of the tables that
   others refer to, and with nothing else. */
typedef struct ln_index ln_index;

#define LN_ENTRY_NONE UINT32_MAX

/** Room for texts that ln_index_append puts together. */
typedef struct ln_gathered ln_gathered;

typedef struct {
  ln_view        key;      ///< the id, as it stands in IRIs
  ln_term        term;     ///< the IRI as a term of the plan's names
  ln_view        iri;      ///< the same, whole
  ln_view        label;    ///< how people call it: the first name given
  ln_where       where;    ///< its row
  const ln_view* cells;    ///< code lists, and tables that expose columns: those; else NULL
  ln_gathered*   gathered; ///< of the index; NULL: each cell is that of one row
} ln_entry;

/** NULL when out of memory. */
ln_index*
ln_index_new(void);

/** NULL is allowed. */
void
ln_index_free(ln_index* index);

/** Name the columns of a code list. Copied. */
LN_MUST ln_status
ln_index_set_columns(ln_index* index, const ln_view* columns, size_t n);

/** The number of a column of the code list, or SIZE_MAX. */
size_t
ln_index_column(const ln_index* index, ln_view name);

const ln_view*
ln_index_columns(const ln_index* index, size_t* n);

/** Add a thing; texts are copied (`cells` too, if the index has columns), the term as it is. Its
 * key must be new. */
LN_MUST ln_status
ln_index_add(ln_index* index, const ln_entry* entry, uint32_t* number);

/** Put texts behind the cells of a thing that was added with cells, one for each column, with
   `between` in front of each. Room is taken by doubling, so that many rows of one thing cost what
   their texts cost. Copied. */
LN_MUST ln_status
ln_index_append(ln_index* index, uint32_t number, const ln_view* cells, ln_view between);

/** Let `name` refer to a thing as well. A name repeated for the same thing is fine. */
LN_MUST ln_status
ln_index_name(ln_index* index, uint32_t number, ln_view name);

/** Set the IRI of a thing as a term, once its whole IRI has a place to live in. */
void
ln_index_set_term(ln_index* index, uint32_t number, ln_term term);

const ln_entry*
ln_index_entry(const ln_index* index, uint32_t number);

size_t
ln_index_size(const ln_index* index);

/** By exact id, by whole IRI; LN_ENTRY_NONE if there is none. */
uint32_t
ln_index_by_key(const ln_index* index, ln_view key);

uint32_t
ln_index_by_iri(const ln_index* index, ln_view iri);

/** The things that carry a folded name, one after the other: start with LN_ENTRY_NONE in `*cursor`;
 * LN_ENTRY_NONE is returned after the last. */
uint32_t
ln_index_by_name(const ln_index* index, ln_view folded, uint32_t* cursor);

/** Offer every name to `nearest`. */
void
ln_index_offer(const ln_index* index, ln_nearest* nearest);

/** Remember which thing a data row (counted from 0) describes; LN_ENTRY_NONE: the row is left out.
 * Rows must come in order. */
LN_MUST ln_status
ln_index_row(ln_index* index, uint32_t number);

uint32_t
ln_index_at_row(const ln_index* index, uint64_t row);

#endif
