/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Loading a library while the program runs. All symbols are bound at once, so that one that is
   missing shows here and not in the middle of the work. Cost: some milliseconds, once a process. */

#include "base/library.h"

#include <dlfcn.h>
#include <stddef.h>

void*
ln_library_load(const char* const file)
{
  return dlopen(file, RTLD_NOW | RTLD_LOCAL);
}

/* POSIX says that pointers to data and to functions are alike; C has no cast between them. */
ln_function
ln_library_find(void* const library, const char* const name)
{
  union {
    void*       data;
    ln_function code;
  } found;
  found.data = library ? dlsym(library, name) : NULL;
  return found.data ? found.code : NULL;
}
