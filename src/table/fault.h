/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_FAULT_H
#define LN_TABLE_FAULT_H

#include "base/diag.h"
#include "base/status.h"
#include "base/view.h"
#include "table/split.h"
#include "table/table.h"

#include <stdint.h>

/** Splitter's flags of a cell after which the whole row cannot be trusted: where one quote is
   wrong, cells may have been cut in the wrong places. */
enum { LN_FAULT_ROW = LN_SPLIT_OPEN | LN_SPLIT_REST };

/** Where faults of a table go. */
typedef struct {
  ln_log*  log;      ///< NULL: nowhere
  uint32_t source;   ///< in the log
  ln_view  encoding; ///< the table was transcoded from this; empty: it was not
} ln_fault_sink;

/** Report what the splitter and the check of bytes found wrong with a cell, at most one finding,
   and mark the cell LN_CELL_BAD if its text cannot be used. */
LN_MUST ln_status
ln_fault_cell(const ln_fault_sink* sink, uint64_t row, uint32_t field, ln_cell* cell);

/** A row that was given up in `field`: longer than `limit` bytes, or with too many cells (then
 * `limit` is 0). */
LN_MUST ln_status
ln_fault_long(const ln_fault_sink* sink, uint64_t row, uint32_t field, uint64_t limit);

/** The table cannot be read because of its encoding. */
LN_MUST ln_status
ln_fault_encoding(const ln_fault_sink* sink, ln_view encoding, const char* problem);

/** The device failed behind `row`. Gives LN_IO. */
LN_MUST ln_status
ln_fault_device(const ln_fault_sink* sink, uint64_t row, const char* error);

#endif
