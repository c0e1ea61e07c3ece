/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* libcurl, loaded when it is needed. It comes built with one of several libraries for TLS, under
   names of their own; they do the same. Every function is looked up before any is used, so that a
   library that lacks one is refused as a whole. */

#include "store/http_library.h"

#include "base/library.h"

#include <stdbool.h>
#include <stddef.h>

static void*
load_first(const char* const* file)
{
  void* loaded = NULL;
  while (!loaded && *file) {
    loaded = ln_library_load(*file);
    ++file;
  }
  return loaded;
}

ln_status
ln_http_library_open(const char* const* const files,
                     ln_http_library* const   library,
                     const char** const       problem)
{
  static const char* const USUAL[] = {"libcurl-gnutls.so.4", "libcurl.so.4", NULL};
  void* const              loaded  = load_first(files ? files : USUAL);
  bool                     found   = loaded != NULL;
  *library                         = (ln_http_library){0};
#define LN_HTTP_FIND(name)                                                                         \
  library->name = (__typeof__(library->name))ln_library_find(loaded, #name);                       \
  found         = found && library->name != NULL;
  LN_HTTP_FUNCTIONS(LN_HTTP_FIND)
#undef LN_HTTP_FIND
  *problem = loaded ? "the library of that name is not a recent libcurl"
                    : "libcurl cannot be loaded; install libcurl3-gnutls";
  *problem = found ? "" : *problem;
  return found ? LN_OK : LN_IO;
}
