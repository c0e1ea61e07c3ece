/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_STORE_INNER_H
#define LN_STORE_STORE_INNER_H

#include "store/store.h"

/* What the parts of a store share. Private to store/. */

struct ln_store {
  ln_store_settings settings;
  ln_http*          http;
  ln_http_answer    answer;
  ln_text           url;    ///< of the graph in the graph store; empty: there is none
  ln_text           body;   ///< of a request, put together
  ln_text           packed; ///< the same, as gzip
  size_t most; ///< bytes of a request that the store took to be too large, halved; 0: none
};

/** Make a request, again if need be. `*next` is what is left to do. */
LN_MUST ln_status
ln_store_send(ln_store*              store,
              const ln_http_request* request,
              ln_repeat              repeat,
              ln_store_result*       result,
              ln_next*               next);

/** As ln_store_send, where nothing is left to be done but to tell. */
LN_MUST ln_status
ln_store_finish(ln_store*              store,
                const ln_http_request* request,
                ln_repeat              repeat,
                ln_store_result*       result);

/** Append `GRAPH <iri> { inner }`, or `inner` alone for the default graph. */
LN_MUST ln_status
ln_store_add_graph(const ln_store* store, ln_view inner, ln_text* text);

#endif
