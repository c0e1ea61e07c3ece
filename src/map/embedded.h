/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_EMBEDDED_H
#define LN_MAP_EMBEDDED_H

#include "base/view.h"

#include <stddef.h>

/** A file inside the program: of ontology/ the catalogue mapping, its code lists and the JSON-LD
   context, of data/ the starter catalogue. The table is written by tools/embed.c when liner is
   built. */
typedef struct {
  const char* name;  ///< without the first folder: "catalogue.json", "starter/README.md"
  ln_view     bytes; ///< static storage
} ln_embedded;

/** The last one has no name. */
extern const ln_embedded ln_embedded_files[];

/** NULL if there is no such file. */
const ln_embedded*
ln_embedded_find(ln_view name);

#endif
