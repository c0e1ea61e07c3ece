/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   The two dialects that need no description. Both keep what RFC 4180 says (blanks belong to the
   cell, no comments, blank rows are rows) where the defaults of CSVW would drop bytes, because a
   table that nobody described must lose nothing. */

#include "table/dialect.h"

void
ln_dialect_default(ln_dialect* const dialect)
{
  *dialect = (ln_dialect){
    .encoding    = LN_V("utf-8"),
    .delimiter   = ',',
    .quote       = '"',
    .escape      = '"',
    .header_rows = 1U,
    .trim        = LN_TRIM_NONE,
    .max_row     = UINT64_C(256) << 20U,
  };
}

void
ln_dialect_tsv(ln_dialect* const dialect)
{
  ln_dialect_default(dialect);
  dialect->delimiter = '\t';
}
