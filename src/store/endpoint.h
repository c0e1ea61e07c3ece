/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_ENDPOINT_H
#define LN_STORE_ENDPOINT_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>

/** A graph in a SPARQL store, and the ways to it. Texts are NUL-terminated and borrowed; NULL:
   there is none. One of `graph_store` and `update` is needed to write. */
typedef struct {
  const char* graph_store; ///< URL of a SPARQL 1.1 Graph Store, without `?graph=`
  const char* update;      ///< URL that takes SPARQL 1.1 Update
  const char* query;       ///< URL that answers SPARQL 1.1 queries
  const char* graph;       ///< IRI; NULL: the default graph
  const char* kind;        ///< a name of the table of stores, such as "virtuoso"; NULL: not known
  const char* login;       ///< file that says who we are (store/login.h)
  const char* ca_file;     ///< certificates to trust
} ln_endpoint;

/** What an endpoint is made of, by name: "graph-store", "update", "query", "graph", "kind", "login"
    and "ca-file". The i-th, or NULL; `*value` is where it stands. */
const char*
ln_endpoint_member(const ln_endpoint* endpoint, size_t i, const char* const** value);

/** The same of one that is to be filled. */
const char*
ln_endpoint_slot(ln_endpoint* endpoint, size_t i, const char*** value);

/** LN_USAGE with a sentence in `error` unless all URLs can be used and the graph is an IRI. */
LN_MUST ln_status
ln_endpoint_check(const ln_endpoint* endpoint, ln_text* error);

/** Append the URL of the graph in the graph store: `?graph=IRI` or `?default` (SPARQL 1.1 Graph
    Store HTTP Protocol, section 4.2). */
LN_MUST ln_status
ln_endpoint_graph_url(const ln_endpoint* endpoint, ln_text* out);

#endif
