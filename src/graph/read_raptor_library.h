/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_READ_RAPTOR_LIBRARY_H
#define LN_GRAPH_READ_RAPTOR_LIBRARY_H

#include "base/status.h"

#include <raptor2.h>

/** raptor as it is needed: loaded by who uses it, since with all that it depends on it takes longer
    to load than most tables take to convert. */

#define LN_RAPTOR_LIBRARY "libraptor2.so.0"

/** The functions that are used, by their names. */
#define LN_RAPTOR_FUNCTIONS(X)                                                                     \
  X(raptor_free_iostream)                                                                          \
  X(raptor_free_parser)                                                                            \
  X(raptor_free_serializer)                                                                        \
  X(raptor_free_statement)                                                                         \
  X(raptor_free_uri)                                                                               \
  X(raptor_free_world)                                                                             \
  X(raptor_new_iostream_from_handler)                                                              \
  X(raptor_new_parser)                                                                             \
  X(raptor_new_serializer)                                                                         \
  X(raptor_new_statement_from_nodes)                                                               \
  X(raptor_new_term_from_counted_blank)                                                            \
  X(raptor_new_term_from_counted_literal)                                                          \
  X(raptor_new_term_from_counted_uri_string)                                                       \
  X(raptor_new_uri_from_counted_string)                                                            \
  X(raptor_new_world_internal)                                                                     \
  X(raptor_parser_get_locator)                                                                     \
  X(raptor_parser_parse_abort)                                                                     \
  X(raptor_parser_parse_chunk)                                                                     \
  X(raptor_parser_parse_start)                                                                     \
  X(raptor_parser_set_option)                                                                      \
  X(raptor_parser_set_statement_handler)                                                           \
  X(raptor_serializer_serialize_end)                                                               \
  X(raptor_serializer_serialize_statement)                                                         \
  X(raptor_serializer_set_namespace)                                                               \
  X(raptor_serializer_start_to_iostream)                                                           \
  X(raptor_uri_as_counted_string)                                                                  \
  X(raptor_world_open)                                                                             \
  X(raptor_world_set_log_handler)

/** Each of them, under its own name. */
typedef struct {
// NOLINTNEXTLINE(bugprone-macro-parentheses): it is a member's name
#define LN_RAPTOR_MEMBER(name) __typeof__(&(name)) name;
  LN_RAPTOR_FUNCTIONS(LN_RAPTOR_MEMBER)
#undef LN_RAPTOR_MEMBER
} ln_raptor_library;

/** Load the library of that name, which stays loaded. LN_IO if it is not there or lacks a function;
    then `*problem` says so for people. */
LN_MUST ln_status
ln_raptor_library_open(const char* file, ln_raptor_library* library, const char** problem);

#endif
