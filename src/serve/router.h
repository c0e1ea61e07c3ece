/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_ROUTER_H
#define LN_SERVE_ROUTER_H

#include "base/status.h"
#include "base/text.h"
#include "serve/exchange.h"
#include "serve/holdings.h"
#include "serve/listener.h"
#include "serve/question.h"

#include <stdbool.h>

/** From a request to its reply: what is served under which path. */
typedef struct {
  const ln_holdings* holdings;
  const ln_listener* listener;
} ln_router;

/** Make the reply; or, if the request is a query, set `question`, whose texts are in its arena or
    borrowed from the request, and `*asked`. */
LN_MUST ln_status
ln_router_reply(const ln_router*  router,
                const ln_request* request,
                ln_question*      question,
                bool*             asked,
                ln_reply*         reply);

#endif
