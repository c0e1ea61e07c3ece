/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_HTTP_LIBRARY_H
#define LN_STORE_HTTP_LIBRARY_H

#include "base/status.h"

/* The functions are members below, whose names its checking macros would take for their own. */
#ifndef CURL_DISABLE_TYPECHECK
#  define CURL_DISABLE_TYPECHECK
#endif
#include <curl/curl.h>

/** libcurl as it is needed: loaded by who uses it, since with all that it depends on it takes
   longer to load than most tables take to convert. */

/** The functions that are used, by their names. */
#define LN_HTTP_FUNCTIONS(X)                                                                       \
  X(curl_easy_cleanup)                                                                             \
  X(curl_easy_getinfo)                                                                             \
  X(curl_easy_header)                                                                              \
  X(curl_easy_init)                                                                                \
  X(curl_easy_setopt)                                                                              \
  X(curl_easy_strerror)                                                                            \
  X(curl_global_cleanup)                                                                           \
  X(curl_global_init)                                                                              \
  X(curl_multi_add_handle)                                                                         \
  X(curl_multi_cleanup)                                                                            \
  X(curl_multi_info_read)                                                                          \
  X(curl_multi_init)                                                                               \
  X(curl_multi_perform)                                                                            \
  X(curl_multi_poll)                                                                               \
  X(curl_multi_remove_handle)                                                                      \
  X(curl_slist_append)                                                                             \
  X(curl_slist_free_all)

/** Each of them, under its own name. */
typedef struct {
// NOLINTNEXTLINE(bugprone-macro-parentheses): it is a member's name
#define LN_HTTP_MEMBER(name) __typeof__(&(name)) name;
  LN_HTTP_FUNCTIONS(LN_HTTP_MEMBER)
#undef LN_HTTP_MEMBER
} ln_http_library;

/** Load the first of these libraries that is there (NULL behind the last; NULL as `files`: those
    that Debian has), which stays loaded. LN_IO if none is, or it lacks a function; then `*problem`
    says so for people. */
LN_MUST ln_status
ln_http_library_open(const char* const* files, ln_http_library* library, const char** problem);

#endif
