/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Loading raptor. Every function is looked up before any is used, so that a library that lacks one
   is refused as a whole. It is not unloaded again: what it brings along does not expect that. Cost:
   some milliseconds, once a process. */

#include "graph/read_raptor_library.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>

typedef void (*function)(void);

/* A function, of which C cannot make a pointer from one to data; POSIX says that both are alike. */
static function
find(void* const handle, const char* const name)
{
  union {
    void*    data;
    function code;
  } found;
  found.data = dlsym(handle, name);
  return found.code;
}

ln_status
ln_raptor_library_open(const char* const        file,
                       ln_raptor_library* const library,
                       const char** const       problem)
{
  void* const handle = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  bool        found  = handle != NULL;
  *library           = (ln_raptor_library){0};
#define LN_RAPTOR_FIND(name)                                                                       \
  library->name = handle ? (__typeof__(library->name))find(handle, #name) : NULL;                  \
  found         = found && library->name != NULL;
  LN_RAPTOR_FUNCTIONS(LN_RAPTOR_FIND)
#undef LN_RAPTOR_FIND
  *problem = handle ? "the library of that name is not raptor" : "libraptor2 cannot be loaded";
  *problem = found ? "" : *problem;
  return found ? LN_OK : LN_IO;
}
