/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_STORE_H
#define LN_STORE_STORE_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "store/endpoint.h"
#include "store/http.h"
#include "store/retry.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A graph in a store, to read and write: by the SPARQL 1.1 Graph Store HTTP Protocol where there
   is a URL for it, else by SPARQL 1.1 Update and queries (SPARQL 1.1 Protocol). Requests are
   repeated where that can help and does no harm. For one thread at a time; open as many as are
   needed. */
typedef struct ln_store ln_store;

/** All is borrowed for as long as the store is open. */
typedef struct {
  const ln_endpoint* endpoint;
  ln_http_policy     http;
  ln_retry           retry;
  bool               gzip; ///< pack what is added; only if ln_store_takes_gzip
} ln_store_settings;

/** How it went, as far as the store says. */
typedef enum {
  LN_STORE_DONE,      ///< the store says so; count, to know
  LN_STORE_DENIED,    ///< it does not let us (401, 403)
  LN_STORE_TOO_LARGE, ///< even a single triple, or what cannot be split
  LN_STORE_UNSURE,    ///< it may have been done, in part or whole
  LN_STORE_UNREACHED,
  LN_STORE_STOPPED, ///< by the user
  LN_STORE_FAILED,  ///< anything else: see the texts
} ln_store_end;

/** Caller's struct, of zeroes at first. */
typedef struct {
  ln_store_end end;
  int          status;   ///< of the last answer; 0: there was none
  unsigned     requests; ///< made in all, since the struct was zero
  unsigned     repeated; ///< of these
  ln_status    failure;  ///< of the source of a body or of who takes an answer
  ln_text      said;     ///< the beginning of what the store said last, or why there is nothing
  ln_text      server;   ///< what it calls itself, as it said last
} ln_store_result;

void
ln_store_result_clear(ln_store_result* result);

/** LN_IO if there is no libcurl: `*problem` (static) says so. */
LN_MUST ln_status
ln_store_open(const ln_store_settings* settings, ln_store** store, const char** problem);

/** NULL is allowed. */
void
ln_store_close(ln_store* store);

/* All of these are LN_OK or LN_NO_MEM; how it went is told in `result`. */

/** Make ourselves known before anything is sent: with a GET, since a store that asks who we are may
    close the connection in the middle of a body. LN_STORE_DENIED if it will not have us. */
LN_MUST ln_status
ln_store_greet(ln_store* store, ln_store_result* result);

/** Whether a packed body is understood: one without a triple is sent. */
LN_MUST ln_status
ln_store_takes_gzip(ln_store* store, bool* takes, ln_store_result* result);

/** Whether a graph is replaced in one step (PUT). */
bool
ln_store_can_put(const ln_store* store);

/** Replace the graph by N-Triples. Needs a graph store. LN_STORE_UNSURE also where the store may
    still be busy with it: then count before it is done again. */
LN_MUST ln_status
ln_store_put(ln_store* store, const ln_http_source* triples, ln_store_result* result);

/** Empty the graph; no graph is an empty one. */
LN_MUST ln_status
ln_store_empty(ln_store* store, ln_store_result* result);

/** Add N-Triples, whole lines. If they are `ground`, that is without blank nodes, they are split
    where the store finds them too large, and repeated where need be. */
LN_MUST ln_status
ln_store_add(ln_store* store, ln_view triples, bool ground, ln_store_result* result);

/** Do a SPARQL Update. Needs a URL for it. */
LN_MUST ln_status
ln_store_update(ln_store* store, ln_view update, ln_repeat repeat, ln_store_result* result);

/** Triples of the graph: by a query if there is a URL for it, else by reading all of it. No graph
    has none. */
LN_MUST ln_status
ln_store_count(ln_store* store, uint64_t* n, ln_store_result* result);

/** Solutions of a SPARQL group graph pattern, without its braces, in all that the store has. Needs
    a URL for queries. */
LN_MUST ln_status
ln_store_count_where(ln_store* store, ln_view pattern, uint64_t* n, ln_store_result* result);

/** Whether it can be counted and read at all. */
bool
ln_store_can_read(const ln_store* store);

/** The whole graph as N-Triples, piece by piece, cut anywhere. Anything but LN_OK ends it: LN_END
    well, others as `failure`. */
LN_MUST ln_status
ln_store_fetch(ln_store* store,
               ln_status (*take)(void* self, ln_view bytes),
               void*            self,
               ln_store_result* result);

#endif
