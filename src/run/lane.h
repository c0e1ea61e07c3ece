/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_LANE_H
#define LN_RUN_LANE_H

#include "base/diag.h"
#include "map/plan.h"
#include "rdf/sink.h"
#include "table/table.h"

#include <stdint.h>

/* The way of a row from a table to a sink: that of the whole run, or of one of its workers. Private
   to run/. */

typedef struct {
  ln_table* table;
  ln_maker* maker;
  ln_log*   log; ///< of the maker
  ln_sink   sink;
  uint64_t  number;                                   ///< of the next data row, from 0
  uint64_t  most;                                     ///< rows at once; 0: LN_LANE_ROWS
  uint64_t  rows;                                     ///< that came along
  uint64_t  reported;                                 ///< of these, the ones that are to be mended
  uint64_t  nobody;                                   ///< placeholders in them
  uint64_t  lost;                                     ///< that the reader gave up and nobody saw
  ln_status (*reject)(void* self, const ln_row* row); ///< is given these
  ln_status (*made)(void* self, const ln_row* row);   ///< is given all; NULL: nobody asks
  void* self;
} ln_lane;

/** Rows at once at most: behind each multiple of it the caller is asked. */
enum { LN_LANE_ROWS = 4096 };

/** The next rows are made: any number that go straight, and then one that may not, if it is no
    comment. LN_END behind the last. */
LN_MUST ln_status
ln_lane_next(ln_lane* lane);

#endif
