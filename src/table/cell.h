/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_CELL_H
#define LN_TABLE_CELL_H

#include "base/view.h"
#include "table/dialect.h"
#include "table/split.h"
#include "table/table.h"

#include <stdbool.h>
#include <stddef.h>

/** How the bytes of a cell become its text. */
typedef struct {
  char         quote;      ///< of the dialect, 0: none
  char         escape;     ///< as found by the splitter, 0: none
  ln_backslash backslash;  ///< which meanings escapes have
  bool         trim_start; ///< without blanks in front
  bool         trim_end;   ///< without blanks behind
} ln_cell_rules;

void
ln_cell_rules_init(ln_cell_rules* rules, const ln_dialect* dialect);

/** Whether a cell with these flags is its bytes as they stand, so that ln_cell_read has nothing to
 * do. */
static inline bool
ln_cell_plain(const ln_cell_rules* const rules, const unsigned flags)
{
  const unsigned harmless = (unsigned)LN_CELL_KINDS | LN_SPLIT_ODD | LN_SPLIT_STRAY;
  return (flags & ~harmless) == 0U && !rules->trim_start && !rules->trim_end;
}

/** Make text of the bytes: on entry `s`, `n` are the raw cell and `flags` what the splitter found,
   on return the text and the public flags QUOTED, CLEAN and NULL beside the private ones. A cell
   that holds doubled quotes or escapes is copied to `room`, which has `cell->n` bytes; returns how
   many were used. A cell that goes on behind its closing quote stays raw. */
size_t
ln_cell_read(const ln_cell_rules* rules, ln_cell* cell, char* room);

/** Whether `text` can stand in a literal as it is: what LN_CELL_CLEAN means. */
bool
ln_cell_clean(ln_view text);

#endif
