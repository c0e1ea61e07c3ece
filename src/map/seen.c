/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What rows have made so far, and which row made it first. Only tables whose rows are named by a
   key are watched, so that a table of any size streams; the memory is that of the keys. */

#include "map/maker.h"

#include "base/memory.h"

ln_status
ln_maker_seen(ln_maker* const maker, const ln_view key, uint64_t* const first, bool* const added)
{
  uint32_t number = 0U;
  if (!maker->seen) {
    maker->seen = ln_dict_new();
    if (!maker->seen) {
      return LN_NO_MEM;
    }
  }
  LN_TRY(ln_dict_add(maker->seen, key, &number, added));
  if (number >= maker->cap_seen) {
    const size_t    cap  = maker->cap_seen ? maker->cap_seen * 2U : 256U;
    uint64_t* const rows = ln_realloc(maker->seen_rows, cap, sizeof(uint64_t));
    if (!rows) {
      return LN_NO_MEM;
    }
    maker->seen_rows = rows;
    maker->cap_seen  = cap;
  }
  if (*added) {
    maker->seen_rows[number] = maker->row->number;
  }
  *first = maker->seen_rows[number];
  return LN_OK;
}
