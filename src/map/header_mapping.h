/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_HEADER_MAPPING_H
#define LN_MAP_HEADER_MAPPING_H

#include "base/diag.h"
#include "base/out.h"
#include "base/status.h"
#include "base/view.h"
#include "table/table.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A name and the IRI it stands for; behind the name stands a NUL. */
typedef struct {
  ln_view name;
  ln_view iri;
} ln_header_prefix;

/** Cut `NAME=IRI` (of an option) or `@prefix NAME: <IRI>` (of a row above a header). False if it is
   neither. */
bool
ln_header_prefix_read(ln_view text, ln_header_prefix* prefix);

/** What a header row is read with. */
typedef struct {
  ln_view                 url;       ///< of the table, as it shall stand in the document
  ln_view                 delimiter; ///< one character
  uint64_t                skip_rows; ///< lines above the header
  const ln_header_prefix* prefixes;  ///< beside those that every CSVW document has
  size_t                  n_prefixes;
  ln_log*                 log;
  uint32_t                source; ///< of the table, in the log
} ln_header_setting;

/** Write the mapping that a header row holds as a CSVW metadata document. LN_USAGE if a cell cannot
   be understood; each that cannot is reported at its place. */
LN_MUST ln_status
ln_header_mapping_write(const ln_header_setting* setting, const ln_row* header, ln_out* out);

#endif
