/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   The place of a row that went by long ago, found by reading the table again up to it. Places are
   asked for a few times a run at most, when something is reported late; remembering the line of
   every row would cost memory for each of them. */

#include "table/table.h"

static bool
find_row(ln_table* const table, const ln_where where, ln_place* const place)
{
  const ln_row* row = NULL;
  ln_status     st  = LN_OK;
  do {
    st = ln_table_next(table, &row);
  } while (st == LN_OK && row->number < where.row);
  if (st != LN_OK || row->number != where.row) {
    return false;
  }
  ln_table_place(table, where.field, place);
  return true;
}

bool
ln_table_locate(const char* const       path,
                const ln_dialect* const dialect,
                const ln_where          where,
                ln_place* const         place)
{
  ln_in*      in    = NULL;
  const char* error = NULL;
  ln_table*   table = NULL;
  if (where.row == 0U || ln_in_open(path, &in, &error) != LN_OK ||
      ln_table_open(in, dialect, NULL, where.source, 0U, &table) != LN_OK) {
    return false;
  }
  const bool found  = find_row(table, where, place);
  const bool closed = ln_table_close(table) == LN_OK;
  return found && closed;
}
