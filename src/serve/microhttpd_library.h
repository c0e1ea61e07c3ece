/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_MICROHTTPD_LIBRARY_H
#define LN_SERVE_MICROHTTPD_LIBRARY_H

#include "base/status.h"

#include <microhttpd.h>

/** libmicrohttpd, which reads and writes HTTP, loaded when it is needed. */

#define LN_MICROHTTPD "libmicrohttpd.so.12"

/** The functions that are used, by their names. */
#define LN_MICROHTTPD_FUNCTIONS(X)                                                                 \
  X(MHD_add_response_header)                                                                       \
  X(MHD_create_response_from_buffer)                                                               \
  X(MHD_destroy_response)                                                                          \
  X(MHD_get_connection_info)                                                                       \
  X(MHD_get_daemon_info)                                                                           \
  X(MHD_get_timeout)                                                                               \
  X(MHD_lookup_connection_value)                                                                   \
  X(MHD_queue_response)                                                                            \
  X(MHD_resume_connection)                                                                         \
  X(MHD_run)                                                                                       \
  X(MHD_start_daemon)                                                                              \
  X(MHD_stop_daemon)                                                                               \
  X(MHD_suspend_connection)

/** Each of them, under its own name. */
typedef struct {
// NOLINTNEXTLINE(bugprone-macro-parentheses): it is a member's name
#define LN_MICROHTTPD_MEMBER(name) __typeof__(&(name)) name;
  LN_MICROHTTPD_FUNCTIONS(LN_MICROHTTPD_MEMBER)
#undef LN_MICROHTTPD_MEMBER
} ln_microhttpd;

/** Load the library of that name, which stays loaded. LN_IO if it is not there or lacks a function;
    then `*problem` says so for people. */
LN_MUST ln_status
ln_microhttpd_open(const char* file, ln_microhttpd* library, const char** problem);

#endif
