/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* raptor, loaded when it is needed. Every function is looked up before any is used, so that a
   library that lacks one is refused as a whole. */

#include "graph/read_raptor_library.h"

#include "base/library.h"

#include <stdbool.h>
#include <stddef.h>

ln_status
ln_raptor_library_open(const char* const        file,
                       ln_raptor_library* const library,
                       const char** const       problem)
{
  void* const loaded = ln_library_load(file);
  bool        found  = loaded != NULL;
  *library           = (ln_raptor_library){0};
#define LN_RAPTOR_FIND(name)                                                                       \
  library->name = (__typeof__(library->name))ln_library_find(loaded, #name);                       \
  found         = found && library->name != NULL;
  LN_RAPTOR_FUNCTIONS(LN_RAPTOR_FIND)
#undef LN_RAPTOR_FIND
  *problem = loaded ? "the library of that name is not raptor" : "libraptor2 cannot be loaded";
  *problem = found ? "" : *problem;
  return found ? LN_OK : LN_IO;
}
