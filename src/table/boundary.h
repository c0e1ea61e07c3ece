/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_BOUNDARY_H
#define LN_TABLE_BOUNDARY_H

#include "base/in.h"
#include "base/status.h"
#include "table/dialect.h"

#include <stdbool.h>
#include <stdint.h>

/** The first byte of a row, or the end of the table. */
typedef struct {
  uint64_t at;
  uint64_t rows;  ///< source rows before it; if they were counted
  uint64_t lines; ///< line ends before it; likewise
} ln_boundary;

/** Why the rows of the dialect cannot be found from the middle of a table, as a sentence; NULL if
 * they can. */
const char*
ln_boundary_obstacle(const ln_dialect* dialect);

/** Find a row that begins at `at` or behind it, in a table whose first row of data begins at
   range[0] and that ends at range[1]. A table without quotes is read from `at` only. With quotes a
   place may stand inside a cell: all states the reader may be in are followed from there at once,
   and the first place where all of them agree that a row begins is taken. Where they do not within
   64 KiB, and in tables up to 16 MiB or if `count` is set, everything from range[0] on is looked
   at. Boundaries found for growing `at` grow, too; the end of the table is one. `in` is left
   somewhere. LN_IO if reading fails. */
LN_MUST ln_status
ln_boundary_find(ln_in*            in,
                 const ln_dialect* dialect,
                 const uint64_t    range[2],
                 uint64_t          at,
                 bool              count,
                 ln_boundary*      boundary);

#endif
