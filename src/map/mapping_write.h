/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_MAPPING_WRITE_H
#define LN_MAP_MAPPING_WRITE_H

#include "base/diag.h"
#include "base/out.h"
#include "map/mapping.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What is known of a table beyond its description. */
typedef struct {
  const ln_dialect* dialect;   ///< it is read with, where the document says nothing
  const ln_view*    titles;    ///< of its header, where the document describes no column; else NULL
  const ln_view*    names;     ///< that the columns got; as many
  size_t            n_columns; ///< of both
} ln_table_found;

/** Write the document of a mapping so that it says all by itself: schemas and dialects that it
   refers to stand in it, columns and dialects that were found are described. What is read from it
   is the same mapping. `found` has an entry a table; `options` are those it was read with. What is
   wrong with the document was said when it was read; what goes to `log` now is the same again. */
LN_MUST ln_status
ln_mapping_write(const ln_mapping*         mapping,
                 const ln_mapping_options* options,
                 const ln_table_found*     found,
                 ln_log*                   log,
                 ln_out*                   out);

#endif
