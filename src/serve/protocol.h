/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_PROTOCOL_H
#define LN_SERVE_PROTOCOL_H

#include "base/arena.h"
#include "base/status.h"
#include "base/view.h"
#include "serve/exchange.h"

#include <stdbool.h>

/** What was asked at the endpoint (SPARQL 1.1 Protocol, section 2.1). */
typedef struct {
  bool    asked;  ///< there is a query
  ln_view query;  ///< in UTF-8
  ln_view format; ///< of the field `format`, which counts more than the Accept header; or empty
} ln_protocol_call;

/** Take a request to the endpoint apart. LN_USAGE: it is refused, and the reply says why. A GET
    without a query is none. What is named is in the arena or borrowed from the request. */
LN_MUST ln_status
ln_protocol_read(const ln_request* request,
                 ln_arena*         arena,
                 ln_protocol_call* call,
                 ln_reply*         reply);

#endif
