/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_REJECT_H
#define LN_RUN_REJECT_H

#include "base/diag.h"
#include "base/out.h"
#include "base/status.h"
#include "base/view.h"
#include "table/table.h"

#include <stdbool.h>

/** The rows that are to be mended, in files that are read as their tables are: encoding, byte order
   mark, rows in front of the data, and line ends are theirs. Rows stand as they were read. A table
   without such rows gives an empty file. */
typedef struct ln_reject ln_reject;

/** A path that ends in a slash or names a folder gives a file a table there, called as the table
   is; the folder is made if need be. Any other path is one file for all tables, one behind the
   other, each below its own head. LN_IO with a report if it cannot be written. */
LN_MUST ln_status
ln_reject_open(const char* path, ln_log* log, ln_reject** reject);

/** What follows is of the table read from `path`. LN_USAGE with a report if its rows would be
   written over it. */
LN_MUST ln_status
ln_reject_table(ln_reject* reject, ln_view path);

/** A row that the table gave last. */
LN_MUST ln_status
ln_reject_row(ln_reject* reject, const ln_table* table, ln_view raw);

/** A piece of a row of which the table gives only pieces: the first, or one behind the last. */
LN_MUST ln_status
ln_reject_piece(ln_reject* reject, const ln_table* table, ln_view piece, bool begins);

/** The last row of the table was given. */
void
ln_reject_end(ln_reject* reject, const ln_table* table);

/** Files get their names. LN_IO with a report if one cannot be written. */
LN_MUST ln_status
ln_reject_finish(ln_reject* reject);

/** Give back; what is not finished does not appear. NULL is allowed. */
void
ln_reject_free(ln_reject* reject);

#endif
