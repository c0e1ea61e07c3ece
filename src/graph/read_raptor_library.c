/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Loading raptor. Every function is looked up before any is used, so that a library that lacks one
   is refused as a whole. It is not unloaded again: what it brings along does not expect that. Cost:
   some milliseconds, once a process. */

#include "graph/read_raptor_library.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Set a pointer to a function, of which C cannot make one from a pointer to data. */
static bool
find(void* const handle, const char* const name, void* const function)
{
  void* const found = dlsym(handle, name);
  memcpy(function, &found, sizeof(found)); // POSIX: pointers have one size
  return found != NULL;
}

ln_status
ln_raptor_library_open(const char* const        file,
                       ln_raptor_library* const library,
                       const char** const       problem)
{
  void* const handle = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  bool        found  = handle != NULL;
  *library           = (ln_raptor_library){0};
#define LN_RAPTOR_FIND(name) found = found && find(handle, #name, &library->name);
  LN_RAPTOR_FUNCTIONS(LN_RAPTOR_FIND)
#undef LN_RAPTOR_FIND
  *problem = "";
  if (!found) {
    const char* const said = dlerror();
    *problem               = said ? said : "a function is missing";
  }
  return found ? LN_OK : LN_IO;
}
