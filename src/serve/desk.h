/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_DESK_H
#define LN_SERVE_DESK_H

#include "base/out.h"
#include "base/status.h"
#include "base/view.h"
#include "serve/exchange.h"
#include "serve/holdings.h"

/** The page of queries, and the endpoint it is the face of. */

/** Put the form with the text of a query in it; what comes behind it follows. The page is not
 * ended.
 */
LN_MUST ln_status
ln_desk_begin(const ln_holdings* holdings, ln_view query, ln_out* out);

/** The page with nothing but the form. */
LN_MUST ln_status
ln_desk_reply(const ln_holdings* holdings, ln_reply* reply);

/** The page with what is wrong with the query. */
LN_MUST ln_status
ln_desk_fault(
  const ln_holdings* holdings, ln_view query, unsigned status, ln_view message, ln_reply* reply);

/** What the endpoint can do, in Turtle (SPARQL 1.1 Service Description). */
LN_MUST ln_status
ln_desk_description(ln_reply* reply);

/** The first page: how much there is, and of what. */
LN_MUST ln_status
ln_desk_overview(const ln_holdings* holdings, ln_reply* reply);

#endif
