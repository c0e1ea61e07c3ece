/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_HEAD_H
#define LN_TABLE_HEAD_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "table/dialect.h"
#include "table/table.h"

#include <stdbool.h>
#include <stdint.h>

/** What stands in front of the data of a table, and how its lines end: what another file needs to
   be read as the table is. Caller's struct; zero-initialised is an empty head. */
typedef struct {
  ln_text  bytes;                  ///< rows and their line ends, as they were read
  uint32_t rows;                   ///< header rows seen
  bool     done;                   ///< the first row of data was seen
  char     end;                    ///< first byte of the first line end; 0: none yet
  char     named[LN_DIALECT_MOST]; ///< that line end if it is no usual one
  size_t   n_named;
  bool     pair;  ///< a `\n` follows it
  uint64_t first; ///< the row that ended so
} ln_head;

/** Take a row. `end` is its line end, of CRLF only the first byte, empty at the end of the table;
   `counts` says that it is a header row or data, not a comment or a row that is passed over. */
LN_MUST ln_status
ln_head_row(ln_head* head, const ln_row* row, ln_view end, bool counts, uint32_t header_rows);

/** The line end of row `number`, which was `\r`, goes on with `\n`. */
LN_MUST ln_status
ln_head_pair(ln_head* head, uint64_t number);

/** How lines end; static or of the head. */
ln_view
ln_head_line_end(const ln_head* head);

void
ln_head_clear(ln_head* head);

#endif
