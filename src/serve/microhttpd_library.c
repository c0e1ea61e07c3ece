/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* libmicrohttpd, loaded when it is needed. Every function is looked up before any is used. */

#include "serve/microhttpd_library.h"

#include "base/library.h"

#include <stdbool.h>
#include <stddef.h>

ln_status
ln_microhttpd_open(const char* const file, ln_microhttpd* const library, const char** const problem)
{
  void* const loaded = ln_library_load(file);
  bool        found  = loaded != NULL;
  *library           = (ln_microhttpd){0};
#define LN_MICROHTTPD_FIND(name)                                                                   \
  library->name = (__typeof__(library->name))ln_library_find(loaded, #name);                       \
  found         = found && library->name != NULL;
  LN_MICROHTTPD_FUNCTIONS(LN_MICROHTTPD_FIND)
#undef LN_MICROHTTPD_FIND
  *problem = loaded ? "the library of that name is not libmicrohttpd"
                    : "libmicrohttpd cannot be loaded; Debian has it as libmicrohttpd12";
  *problem = found ? "" : *problem;
  return found ? LN_OK : LN_IO;
}
