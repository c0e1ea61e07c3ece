/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Rows are read, made, counted, and put aside if they are to be mended: if the reader or the maker
   reported an error of it. Most rows go straight and have nothing to be told of; the maker takes
   them from the table itself and stops before the first other one. Rows that the reader gave up on
   the way are only counted; what was reported of them is not the fault of the row behind. */

#include "run/lane.h"

/* Make rows as far as they go straight; `*row` is left to be made, if it is not NULL. */
static ln_status
go_ahead(ln_lane* const lane, const ln_row** const row)
{
  const uint64_t before = ln_table_given_up(lane->table);
  const uint64_t left   = (uint64_t)LN_LANE_ROWS - (lane->number % (uint64_t)LN_LANE_ROWS);
  ln_ahead       ahead  = {.number = lane->number, .most = left};
  ahead.most            = lane->most > 0U && lane->most < left ? lane->most : left;
  const ln_status st    = ln_maker_ahead(lane->maker, lane->table, lane->sink, &ahead);
  lane->lost += ln_table_given_up(lane->table) - before;
  lane->number += ahead.n;
  lane->rows += ahead.n;
  *row = ahead.row;
  return st;
}

ln_status
ln_lane_next(ln_lane* const lane)
{
  const ln_row* row  = NULL;
  bool          made = false;
  LN_TRY(go_ahead(lane, &row));
  if (!row) {
    return LN_OK;
  }
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
