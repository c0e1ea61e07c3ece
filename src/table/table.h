/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_TABLE_H
#define LN_TABLE_TABLE_H

#include "base/diag.h"
#include "base/in.h"
#include "base/status.h"
#include "base/view.h"
#include "table/dialect.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  LN_CELL_CLEAN = 1,  ///< no byte below 0x20, no 0x7F, no `"`, no `\`, no U+FEFF: needs no escape
                      ///< as a literal
  LN_CELL_DIGITS = 2, ///< nothing but ASCII digits; absent means "not known", as with the next one
  LN_CELL_WORD   = 4, ///< nothing but ASCII letters, digits, `-` and `_`, of which the last two are
                      ///< not first
  LN_CELL_KINDS  = 7, ///< these three, which say nothing of how the cell was read
  LN_CELL_QUOTED = 16,   ///< stood in quotes
  LN_CELL_NULL   = 1024, ///< no value: a cell `\N` of a dialect with backslashes; the text is that
  LN_CELL_BAD = 2048, ///< reported already, to be taken as absent: not valid UTF-8 or with U+0000
                      ///< (then empty), or its quotes are wrong (then the text is a guess)
};

/** Bytes behind the end of a cell's text that may be read, whatever they hold: a copy or a search
   can go by whole words. */
enum { LN_CELL_SLACK = 64 };

/** One cell: its text after unquoting, and where it began. Borrowed until the next row; `s` is
   never NULL. */
typedef struct {
  const char* s;
  uint32_t    n;
  uint32_t    flags;
  uint64_t    offset; ///< of its first byte (the quote, if any) from the start of the row
} ln_cell;

typedef struct {
  const ln_cell* cells;
  size_t         n;
  uint64_t number;  ///< source row number: 1 for the first line of the table, comments and skipped
                    ///< rows counted (CSVW source number)
  uint64_t line;    ///< physical line on which the row begins, from 1
  ln_view  raw;     ///< the bytes of the row, without its line end
  bool     comment; ///< a comment line: one cell, the text behind the prefix
  bool     faulty;  ///< something of it was reported as an error: some cell is LN_CELL_BAD
  bool     bad;     ///< to be left out: its quotes are wrong, so that cells may be cut in the wrong
                    ///< places; reported already. A row with LN_CELL_BAD for its bytes is not
} ln_row;

/** A stream of rows. Constant memory: one buffer, which grows only for a row longer than it. */
typedef struct ln_table ln_table;

/** Takes `in` (closed with the table, also on failure). Faults in the data go to `log` under
   `source`: invalid UTF-8, U+0000, text behind a closing quote, a quote that is never closed, a row
   longer than the dialect allows (left out, with the rest of the line where the limit is reached),
   an encoding that cannot be read (then the table is empty). The log (NULL: in silence) finds
   places by a locator that the caller sets to ln_table_place. A byte order mark is skipped; that of
   UTF-8 goes before the encoding of the dialect. `block` is the read size in bytes (0: 256 KiB). */
LN_MUST ln_status
ln_table_open(ln_in*            in,
              const ln_dialect* dialect,
              ln_log*           log,
              uint32_t          source,
              size_t            block,
              ln_table**        table);

/** The next row, header rows included (skip_rows and blank rows to be skipped are not shown).
 * LN_END after the last. LN_IO is reported already. */
LN_MUST ln_status
ln_table_next(ln_table* table, const ln_row** row);

/** Give the row that ln_table_next gave last once more at its next call. What was found in it was
   reported already. */
void
ln_table_again(ln_table* table);

/** Line and column of a field (from 1; 0: the row) of the row that ln_table_next gave last, or is
   reporting on; 0 before the first. A field that is not there stands at the end of the row. */
void
ln_table_place(const ln_table* table, uint32_t field, ln_place* place);

/** The source row number of the row that ln_table_next gave last; 0 before the first. */
uint64_t
ln_table_row_number(const ln_table* table);

/** Bytes of input consumed so far (unpacked), for progress. */
uint64_t
ln_table_bytes(const ln_table* table);

/** What another file needs to be read as this table is. Views are valid until the next row. */
typedef struct {
  const char* encoding; ///< iconv's name; NULL: UTF-8
  ln_view     mark;     ///< byte order mark, as it stands in the file
  ln_view     head;     ///< rows in front of the data (passed over, header, comments), in UTF-8
  ln_view     line_end; ///< as the first line ends; certain once a second row was asked for
} ln_table_form;

/** Whole once the first row of data was given. */
ln_table_form
ln_table_form_of(const ln_table* table);

/** Rows that were left out because they are too long, so far; they were reported. */
uint64_t
ln_table_given_up(const ln_table* table);

/** Is given the bytes of rows that are too long while they pass, in pieces of any length, without
   their line ends; `begins` for the first of a row. */
typedef ln_status (*ln_table_taker)(void* self, ln_view piece, bool begins);

/** From now on. */
void
ln_table_give_up_to(ln_table* table, ln_table_taker taker, void* self);

/** NULL is allowed. */
LN_MUST ln_status
ln_table_close(ln_table* table);

/* Rows that several threads read: one table gives stretches of its bytes to others, its parts. */

/** Whether rows can be given to parts: the dialect lets rows be found without making cells
    (table/stretch.h), all rows to be skipped are passed, and more is there than one stretch. */
LN_MUST ln_status
ln_table_divisible(ln_table* table, bool* yes);

/** A table that reads stretches of `whole`, which need not outlive it. Faults go to `log` under the
 * same source. It has no rows at first. */
LN_MUST ln_status
ln_table_part(const ln_table* whole, ln_log* log, ln_table** part);

/** Move rows from `whole` into `part`: ln_table_next gives them there with the numbers, lines and
   faults they have in the whole, then LN_END. `*rows` is how many. LN_END if the next row is longer
   than a stretch, or there is none: then go on with ln_table_next of `whole`. */
LN_MUST ln_status
ln_table_cut(ln_table* whole, ln_table* part, uint64_t* rows);

/* A part of a table, from one row that begins to another (table/boundary.h). */

/** Where the next row begins, in bytes of the input. LN_USAGE if the table is transcoded. */
LN_MUST ln_status
ln_table_offset(ln_table* table, uint64_t* offset);

/** Go on at byte range[0], before which `rows` rows and `lines` lines are passed over, and end
 * before byte range[1]. */
LN_MUST ln_status
ln_table_range(ln_table* table, const uint64_t range[2], uint64_t rows, uint64_t lines);

/** The next row is number 1, on line 1. */
void
ln_table_count_anew(ln_table* table);

/** Find a place again by reading `path` from the start. False if it cannot be read or has changed
 * too much. */
bool
ln_table_locate(const char* path, const ln_dialect* dialect, ln_where where, ln_place* place);

#endif
