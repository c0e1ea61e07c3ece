/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_SPLIT_H
#define LN_TABLE_SPLIT_H

#include "base/status.h"
#include "base/view.h"
#include "table/dialect.h"
#include "table/marks.h"
#include "table/scan.h"
#include "table/table.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What the splitter found out about a cell, beside the public flags of table.h. */
enum {
  LN_SPLIT_ODD     = 8,   ///< holds U+0000 or bytes from 0x80 that nobody has checked
  LN_SPLIT_STRAY   = 32,  ///< not in quotes, but holds one
  LN_SPLIT_DOUBLED = 64,  ///< holds doubled quotes
  LN_SPLIT_ESCAPED = 128, ///< holds escapes
  LN_SPLIT_REST    = 256, ///< goes on behind its closing quote
  LN_SPLIT_OPEN    = 512, ///< its quote is not closed before the end of the file
  LN_SPLIT_PRIVATE = 0x3E8,
};

/** Most line ends that a dialect may name; others are not seen. */
enum { LN_SPLIT_LINE_ENDS = 8 };

/** Most cells of a row: 32 MiB of positions. */
enum { LN_SPLIT_MAX_CELLS = 1 << 20 };

/** Bytes that must be readable behind the end of the buffer: for the scan, and for LN_CELL_SLACK.
 */
enum {
  LN_SPLIT_PADDING = (unsigned)LN_SCAN_SIZE > (unsigned)LN_CELL_SLACK ? LN_SCAN_SIZE : LN_CELL_SLACK
};

typedef enum {
  LN_SPLIT_PLAIN,  ///< in a cell without quotes, or before its first byte
  LN_SPLIT_QUOTED, ///< between quotes
  LN_SPLIT_AFTER,  ///< behind a closing quote
  LN_SPLIT_LINE,   ///< in a comment: only a line end means something
} ln_split_mode;

typedef enum {
  LN_SPLIT_ROW,  ///< a row was found
  LN_SPLIT_MORE, ///< the row goes on behind the bytes given
  LN_SPLIT_FULL, ///< the row has more than LN_SPLIT_MAX_CELLS cells
} ln_split_result;

/** Finds the cells of one row in a buffer that may end anywhere, and goes on when there is more.
    All positions are offsets into the buffer, but those of cells count from the row. Cells are raw,
    with the splitter's flags; `any` has the flags of all of them. Caller's struct. */
typedef struct {
  ln_scan_set    set;
  ln_scan_way    scan_blocks;
  ln_marks_way   find;
  ln_view        delimiter_rest; ///< borrowed from the dialect, as are line ends
  const ln_view* line_ends;
  size_t         n_line_ends;
  char           quote;       ///< 0: none
  char           escape;      ///< 0: none, or doubled quotes
  bool           doubled;     ///< a doubled quote stands for one
  bool           blank_start; ///< blanks before an opening quote are not data
  bool           blank_end;   ///< blanks behind a closing quote are not data
  bool           after_cr;    ///< the byte before the row is CR: a LF belongs to it
  bool           gathered;    ///< `found` is used, not `scan`
  bool           last;        ///< nothing comes behind the buffer

  ln_cell* cells; ///< of the row so far; owned
  size_t   n;
  size_t   cap;
  uint32_t any; ///< flags of the cells, joined

  size_t   row;     ///< first byte of the row
  size_t   row_end; ///< its line end
  size_t   at;      ///< first byte not looked at
  uint64_t lines;   ///< line ends in the row, its own included

  ln_split_mode mode;
  uint32_t      flags;    ///< of the current cell
  uint64_t      dirty;    ///< not 0: the current cell is not clean
  size_t        start;    ///< of the current cell
  uint64_t      odd;      ///< not 0: the current cell must be checked
  uint64_t      nonword;  ///< not 0: the current cell is not known to be a word
  uint64_t      nondigit; ///< not 0: the current cell is not known to be digits
  size_t        close;    ///< behind the closing quote

  ln_scan scan;      ///< what is left of the block that is walked mark by mark
  size_t  block;     ///< where it begins, or the stretch of `found`
  size_t  block_end; ///< where the next one begins

  size_t  ahead_next; ///< of the blocks scanned, the one behind the current
  size_t  ahead_n;    ///< how many were scanned
  size_t  ahead_at;   ///< where the next one begins
  size_t  ahead_end;  ///< first byte that was not scanned
  ln_scan ahead[LN_MARKS_BLOCKS];

  size_t   found_next; ///< first mark of `found` not taken yet
  ln_marks found;      ///< of a stretch in which all marks end cells

  const char* s;     ///< the buffer, during a run
  const char* row_s; ///< the row when its cells were found
  size_t      end;
} ln_split;

void
ln_split_init(ln_split* split, const ln_dialect* dialect);

void
ln_split_clear(ln_split* split);

/** A new row begins at `row`; `mode` is LN_SPLIT_PLAIN or LN_SPLIT_LINE. */
void
ln_split_begin(ln_split* split, size_t row, ln_split_mode mode);

/** Go on with the row. `end` bytes of `s` are there (and LN_SPLIT_PADDING more may be read);
   `last`: and no others will follow, then the row ends with them. */
LN_MUST ln_status
ln_split_run(ln_split* split, const char* s, size_t end, bool last, ln_split_result* result);

/** Whether the next row, at `at`, is one that needs no thinking: whole in what was looked at by the
   run before, without a fault, ended by a LF. Then it is there as if a run had found it; else
   nothing happened, but the cells of the row before are gone. In a buffer that has not changed. */
bool
ln_split_ready(ln_split* split);

/** Give up the row: its last cell is added as far as it was read, unless there are too many. */
LN_MUST ln_status
ln_split_stop(ln_split* split);

/** The first `n` bytes of the buffer were dropped, the others moved down; what was looked at behind
   `at` is forgotten. Not after LN_SPLIT_ROW unless a new row was begun or `n` is 0. */
void
ln_split_move(ln_split* split, size_t n);

#endif
