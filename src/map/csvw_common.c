/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#include "map/csvw_reader.h"

ln_status
ln_csvw_common(ln_csvw* const r, const ln_json_node* const node)
{
  (void)r;
  (void)node;
  return LN_OK;
}
