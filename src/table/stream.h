/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_STREAM_H
#define LN_TABLE_STREAM_H

#include "base/in.h"
#include "table/cell.h"
#include "table/encoding.h"
#include "table/fault.h"
#include "table/head.h"
#include "table/split.h"
#include "table/table.h"
#include "table/tree_rows.h"

/** What a table is inside, and the steps that its files share (table.c, row_cells.c, part.c). Of
   nobody else's business. */

struct ln_table {
  ln_in*         in;
  ln_dialect     dialect;
  ln_cell_rules  rules;
  ln_fault_sink  faults;
  ln_encoding    encoding;
  ln_split       split;
  ln_row         row; ///< given last
  ln_head        head;
  uint64_t       given_up; ///< rows that were too long
  ln_status      status;   ///< sticky
  bool           started;  ///< the first bytes were looked at
  bool           every;    ///< all rows are shown, with all their cells as they stand
  bool           ready;    ///< the same, and nobody looks at rows for what the table is like
  bool           again;    ///< the row given last is to be given once more
  bool           eof;      ///< all bytes are in the buffer
  size_t         max_row;
  uint64_t       line; ///< on which the next row begins
  char*          buffer;
  size_t         n;     ///< bytes in the buffer
  size_t         cap;   ///< its size, without padding
  size_t         block; ///< read size
  ln_table_taker taker; ///< of rows that are too long; NULL: nobody wants them
  void*          taker_self;
  ln_tree_rows*  tree; ///< NULL unless the dialect has one; then of the rest only `row`,
                       ///< `status` and `again` are used
  char*  room;         ///< for text that is not as it stands in the row
  size_t room_cap;     ///< its size, without slack
};

/** Look at the first bytes, if that was not done; what fails is the table's status. */
void
ln_table_start(ln_table* t);

/** Find the first byte of the next row, `split.row`, and whether it is a comment. LN_END behind the
   last. */
LN_MUST ln_status
ln_table_seek(ln_table* t);

/** Have `n` bytes of the row in the buffer, or all there are. */
LN_MUST ln_status
ln_table_have(ln_table* t, size_t n);

/** Make text of the cells of the row that was split, report what is wrong with them, and leave out
   what the dialect does; `*shown`: and the row is one that the caller sees. */
LN_MUST ln_status
ln_table_finish_row(ln_table* t, bool* shown);

#endif
