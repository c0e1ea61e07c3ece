/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_STRETCH_H
#define LN_TABLE_STRETCH_H

#include "base/status.h"
#include "base/view.h"
#include "table/dialect.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Whole rows at the beginning of some bytes. */
typedef struct {
  size_t   n;     ///< bytes of them, with their line ends
  uint64_t rows;  ///< as the splitter would find them
  uint64_t lines; ///< line ends in them
} ln_stretch;

/** Most bytes that may be cut at once: no row in them has more cells than the splitter takes. */
enum { LN_STRETCH_MOST = 1 << 20 };

/** Whether rows of the dialect can be found without making cells: it has no comments, no escapes
   but doubled quotes, no delimiter of several bytes, no line ends of its own, and no rows that
   count only if they are not blank; and its longest row is not shorter than LN_STRETCH_MOST. */
bool
ln_stretch_possible(const ln_dialect* dialect);

/** Find how many whole rows `bytes` hold, from the first byte of a row; `last`: no bytes follow,
   then they are all whole. At most LN_STRETCH_MOST bytes; LN_SPLIT_PADDING more may be read. The
   answer is that of the splitter (table/split.h), also where quotes are wrong. */
LN_MUST ln_status
ln_stretch_find(const ln_dialect* dialect, ln_view bytes, bool last, ln_stretch* cut);

#endif
