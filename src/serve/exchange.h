/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_EXCHANGE_H
#define LN_SERVE_EXCHANGE_H

#include "base/out.h"
#include "base/status.h"
#include "base/view.h"

/* One request and its reply, without the library that carries them. */

/** What a client sent. Headers that it did not send are empty. */
typedef struct {
  ln_view method;
  ln_view path;  ///< as it was sent, with its escapes
  ln_view query; ///< what stands behind the question mark, with its escapes
  ln_view accept;
  ln_view type;     ///< Content-Type
  ln_view encoding; ///< Content-Encoding
  ln_view host;
  ln_view body;
} ln_request;

/** Statuses of HTTP (RFC 9110, section 15) that are used. */
enum {
  LN_HTTP_OK             = 200,
  LN_HTTP_NOT_MODIFIED   = 304,
  LN_HTTP_BAD            = 400,
  LN_HTTP_FORBIDDEN      = 403,
  LN_HTTP_NOT_FOUND      = 404,
  LN_HTTP_NO_METHOD      = 405,
  LN_HTTP_NOT_ACCEPTABLE = 406,
  LN_HTTP_TOO_LARGE      = 413,
  LN_HTTP_NO_TYPE        = 415,
  LN_HTTP_MISDIRECTED    = 421,
  LN_HTTP_FAILED         = 500,
  LN_HTTP_UNAVAILABLE    = 503,
};

enum { LN_REPLY_TYPE = 64 };

/** What is sent back. */
typedef struct {
  unsigned    status;
  char        type[LN_REPLY_TYPE]; ///< Content-Type
  const char* allow;               ///< methods that are allowed, where one was refused; or NULL
  ln_out*     body;                ///< memory
} ln_reply;

/** Begin a reply of this status and type; `body` is made if there is none, else emptied. */
LN_MUST ln_status
ln_reply_begin(ln_reply* reply, unsigned status, const char* type);

/** A reply in words: a line of text. */
LN_MUST ln_status
ln_reply_words(ln_reply* reply, unsigned status, const char* format, ...) LN_PRINTF(3, 4);

void
ln_reply_clear(ln_reply* reply);

#endif
