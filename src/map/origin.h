/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_ORIGIN_H
#define LN_MAP_ORIGIN_H

#include "base/status.h"
#include "base/view.h"
#include "map/mapping.h"
#include "map/plan.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a triple was made of: a column of the mapping, and the cells of the row that the column
    reads, be it through templates of several columns. */

/** What a cell had to do with the triple; one cell may have several parts. */
enum {
  LN_ORIGIN_SUBJECT   = 1,
  LN_ORIGIN_PREDICATE = 2,
  LN_ORIGIN_OBJECT    = 4, ///< also what told its datatype or language
  LN_ORIGIN_CONDITION = 8, ///< it decided that the triple was made (`when`)
};

typedef struct {
  uint32_t field; ///< of the row, from 1
  unsigned parts; ///< LN_ORIGIN_…
  ln_view  name;  ///< of the cell's own column in the mapping
  ln_view  text;  ///< of the cell; borrowed until the next row
} ln_origin_cell;

/** Of the caller; zero-initialised is valid and may be used again and again. */
typedef struct {
  const ln_column* column; ///< of the mapping; NULL: no column made the triple
  ln_origin_cell*  cells;  ///< those that have a value, in the order of the row
  size_t           n;
  size_t           cap;
  unsigned char*   marks; ///< of each variable, while cells are looked for
  size_t           cap_marks;
} ln_origin;

/** Of a pair of the description that the maker is handing over: `column` is that of the pair. A key
    of several alternatives is that of the first whose cells all have values. Nothing is looked up:
    what a cell refers to stands in another row. */
LN_MUST ln_status
ln_maker_origin(const ln_maker* maker, uint16_t column, ln_origin* origin);

/** The predicate of what a variable says, by its number from 0; false if it says nothing, or if the
    row tells the predicate. */
bool
ln_plan_predicate(const ln_plan* plan, size_t variable, uint16_t* predicate);

void
ln_origin_clear(ln_origin* origin);

#endif
