/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_TREE_ROWS_H
#define LN_TABLE_TREE_ROWS_H

#include "base/in.h"
#include "base/status.h"
#include "table/fault.h"
#include "table/table.h"
#include "table/tree_path.h"

#include <stddef.h>
#include <stdint.h>

/** The rows of a document of XML or JSON, as those of a table without header. Memory is that of the
    largest record and one read. */
typedef struct ln_tree_rows ln_tree_rows;

/** `in` and `faults` are borrowed, the spec too. `limit`: most bytes of a record in memory,
   `block`: the read size. */
LN_MUST ln_status
ln_tree_rows_new(ln_in*               in,
                 const ln_tree_spec*  spec,
                 const ln_fault_sink* faults,
                 size_t               limit,
                 size_t               block,
                 ln_tree_rows**       rows);

/** NULL is allowed. */
void
ln_tree_rows_free(ln_tree_rows* rows);

/** The next row; LN_END after the last. What is not well-formed is reported and ends the rows;
   LN_IO where the input cannot be read, which is for the caller to report. */
LN_MUST ln_status
ln_tree_rows_next(ln_tree_rows* rows, ln_row* row);

/** Where a field of the row given last, or being reported on, stands. */
void
ln_tree_rows_place(const ln_tree_rows* rows, uint32_t field, ln_place* place);

/** The number of that row. */
uint64_t
ln_tree_rows_number(const ln_tree_rows* rows);

/** Records that were left out, so far. */
uint64_t
ln_tree_rows_given_up(const ln_tree_rows* rows);

/** Bytes read. */
uint64_t
ln_tree_rows_bytes(const ln_tree_rows* rows);

#endif
