/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_HTTP_H
#define LN_STORE_HTTP_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Requests to a server by HTTP/1.1 (RFC 9110, 9112), one after the other over a connection that is
    kept; libcurl does the work, which is loaded by the first session. A session belongs to one
    thread at a time. Certificates are always verified. Redirects are never followed: a request that
    writes must not go elsewhere unasked. */
typedef struct ln_http ln_http;

/** Who we are. Never shown, logged, or sent before the server asks for it (a token apart, for which
    servers do not ask). All NULL: whoever ~/.netrc says for the machine, if anybody. */
typedef struct {
  const char* user;
  const char* password;
  const char* token; ///< bearer (RFC 6750), instead of the two
  const char* netrc; ///< a file of the form of ~/.netrc, instead of it
  bool        plain; ///< a password in the clear, or a token, may go without TLS to another machine
} ln_http_login;

/** How requests are made. Texts are borrowed for as long as the session lasts. */
typedef struct {
  ln_http_login                login;
  const char*                  ca_file;    ///< certificates (PEM) to trust; NULL: the system's
  unsigned                     connect_ms; ///< to wait for a connection; 0: 10 s
  unsigned                     idle_ms;    ///< to wait while no byte comes or goes; 0: 10 minutes
  const volatile sig_atomic_t* stop;       ///< requests end when it is set; may be NULL
} ln_http_policy;

/** A body that is not in memory. `read` gives exactly `n` bytes at an offset, any of them several
    times, since a server may ask for the whole once more. */
typedef struct {
  ln_status (*read)(void* self, uint64_t offset, char* bytes, size_t n);
  void*    self;
  uint64_t length;
} ln_http_source;

typedef struct {
  const char*           method;  ///< "GET", "PUT" …
  const char*           url;     ///< as ln_http_check allows it
  const char* const*    headers; ///< "Content-Type: text/turtle", without line ends
  size_t                n_headers;
  const ln_http_source* source; ///< the body, with its length told ahead; or NULL
  ln_view               body;   ///< the body, if `source` is NULL and `s` is not
  bool once;   ///< over a new connection: on an old one that has died, a request is sent
               ///< again unasked
  size_t keep; ///< bytes of the answer to keep; 0: 64 KiB
  /** Takes the body of an answer of status 2xx, piece by piece, instead of it being kept; NULL:
      none. Anything but LN_OK ends the request: LN_END well, the rest as LN_HTTP_REFUSED. */
  ln_status (*take)(void* self, ln_view bytes);
  void* self;
} ln_http_request;

/** How a request ended. */
typedef enum {
  LN_HTTP_ANSWERED,  ///< with `status`; the rest says nothing of it
  LN_HTTP_UNREACHED, ///< no connection: the server has seen nothing of the request
  LN_HTTP_CUT,       ///< the connection was lost: it may have been done, or not
  LN_HTTP_SILENT,    ///< nothing came for so long as is waited: as above
  LN_HTTP_UNTRUSTED, ///< TLS: the server is not, or cannot prove to be, who it should be
  LN_HTTP_STOPPED,   ///< by `stop`
  LN_HTTP_REFUSED,   ///< the source or taker gave a status, which is in `failure`
  LN_HTTP_FAILED,    ///< anything else, such as a login that may not go without TLS
} ln_http_end;

/** What came back. Caller's struct, of zeroes at first, used again for the next request. */
typedef struct {
  ln_http_end end;
  int         status;    ///< of HTTP, if it was answered; 0 else
  double    retry_after; ///< seconds to wait, as the server asked (RFC 9110, 10.2.3); 0: not asked
  bool      cut;         ///< the body is longer than what was kept
  ln_status failure;
  ln_text   body;
  ln_text   type;     ///< Content-Type
  ln_text   server;   ///< Server
  ln_text   location; ///< where a redirect leads; not followed
  ln_text   problem;  ///< how it ended, for people; empty if it was answered
} ln_http_answer;

void
ln_http_answer_clear(ln_http_answer* answer);

/** Whether an URL can be used: http or https, a host, and nobody's name or password in it. If not,
    `*problem` gets a static sentence part such as `it holds a name or password`. */
bool
ln_http_check(ln_view url, const char** problem);

/** Whether an URL leads to the machine itself: localhost, 127.0.0.0/8 or [::1]. */
bool
ln_http_is_local(ln_view url);

/** LN_IO if libcurl cannot be used: `*problem` (static) says why. */
LN_MUST ln_status
ln_http_new(const ln_http_policy* policy, ln_http** http, const char** problem);

/** NULL is allowed. */
void
ln_http_free(ln_http* http);

/** Make one request and wait for its end. If the server asks who we are (401) and that is known, it
    is made once more, with Digest where that is offered (RFC 7616), else Basic (RFC 7617), and all
    that follow are made so at once. Whatever happens on the way is told in `answer`; the status is
    LN_OK, or LN_NO_MEM. So that no body is sent in vain, let a GET go first. */
LN_MUST ln_status
ln_http_send(ln_http* http, const ln_http_request* request, ln_http_answer* answer);

#endif
