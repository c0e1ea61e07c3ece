/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One row: read, made, counted, and put aside if it is to be mended: if the reader or the maker
   reported an error of it. Rows that the reader gave up on the way to it are only counted; what was
   reported of them is not the fault of the row behind. */

#include "run/lane.h"

static ln_status
read_row(ln_lane* const lane, const ln_row** const row)
{
  const uint64_t  before = ln_table_given_up(lane->table);
  const ln_status st     = ln_table_next(lane->table, row);
  lane->lost += ln_table_given_up(lane->table) - before;
  return st;
}

ln_status
ln_lane_next(ln_lane* const lane)
{
  const ln_row* row  = NULL;
  bool          made = false;
  LN_TRY(read_row(lane, &row));
  if (row->comment) {
    return ln_maker_comment(lane->maker, row, lane->sink);
  }
  ++lane->rows;
  const uint64_t errors = ln_log_count(lane->log, LN_ERROR);
  ln_status      st     = ln_maker_row(lane->maker, row, lane->number++, lane->sink, &made);
  if (st == LN_OK && lane->made) {
    st = lane->made(lane->self, row);
  }
  if (row->faulty || ln_log_count(lane->log, LN_ERROR) > errors || ln_maker_faulty(lane->maker)) {
    ++lane->reported;
    LN_TRY(lane->reject(lane->self, row));
  }
  return st;
}
