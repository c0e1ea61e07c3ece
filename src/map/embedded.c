/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Finds a file that was put into the program when it was built. There are about twenty, and each is
   asked for once a run, so the table is simply walked. */

#include "map/embedded.h"

const ln_embedded*
ln_embedded_find(const ln_view name)
{
  for (const ln_embedded* file = ln_embedded_files; file->name; ++file) {
    if (ln_view_equals(ln_view_of(file->name), name)) {
      return file;
    }
  }
  return NULL;
}
