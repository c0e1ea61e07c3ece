/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One row: read, made, counted, and put aside if it is to be mended. Whether it is, is told by the
   errors reported meanwhile, by the reader or the maker. */

#include "run/lane.h"

ln_status
ln_lane_next(ln_lane* const lane)
{
  const uint64_t errors = ln_log_count(lane->log, LN_ERROR);
  const ln_row*  row    = NULL;
  bool           made   = false;
  LN_TRY(ln_table_next(lane->table, &row));
  if (row->comment) {
    return LN_OK;
  }
  ++lane->rows;
  ln_status st = ln_maker_row(lane->maker, row, lane->number++, lane->sink, &made);
  if (st == LN_OK && lane->made) {
    st = lane->made(lane->self, row);
  }
  if (ln_log_count(lane->log, LN_ERROR) > errors || ln_maker_faulty(lane->maker)) {
    ++lane->reported;
    LN_TRY(lane->reject(lane->self, row));
  }
  return st;
}
