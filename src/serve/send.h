/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_SEND_H
#define LN_SERVE_SEND_H

#include "base/view.h"
#include "serve/exchange.h"
#include "serve/microhttpd_library.h"

#include <stdbool.h>

/** The way of a reply into the library, with the headers that all replies have. */
typedef struct {
  const ln_microhttpd* http;
  char                 policy[256]; ///< Content-Security-Policy
} ln_sender;

/** Caller's struct; borrows `http`. */
void
ln_sender_init(ln_sender* sender, const ln_microhttpd* http);

/** Send a reply; its bytes are borrowed until the request is over. Who names what it has already in
    If-None-Match and asked for the same is told so instead. MHD_NO: the connection is ended. */
enum MHD_Result
ln_sender_send(const ln_sender*       sender,
               struct MHD_Connection* connection,
               const ln_request*      request,
               ln_reply*              reply);

/** A header of a request; empty if it has none. */
ln_view
ln_sender_header(const ln_sender* sender, struct MHD_Connection* connection, const char* name);

/** Whether an If-None-Match header (RFC 9110, section 13.1.2) has a tag, which is in quotes. */
bool
ln_sender_has_tag(ln_view header, ln_view tag);

#endif
