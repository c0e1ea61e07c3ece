/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_VISIT_H
#define LN_SERVE_VISIT_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"
#include "serve/errand.h"
#include "serve/exchange.h"
#include "serve/guest.h"
#include "serve/microhttpd_library.h"
#include "serve/question.h"

#include <stdbool.h>
#include <stddef.h>

/* What the server remembers of a request. Private to serve/. */

/** A request, from its first line to the end of its answer. */
typedef struct ln_visit {
  struct ln_visit*       next; ///< of those that wait for an errand
  struct ln_visit*       before;
  struct MHD_Connection* connection;
  ln_guest*              guest;
  ln_arena               arena;
  ln_view                uri; ///< as it was sent
  ln_text                body;
  ln_request             request;
  ln_question            question;
  ln_reply               reply;
  ln_errand*             errand;
  bool                   begun;
  bool                   too_large;
  bool                   replied; ///< the reply, or that of the errand, is whole
  bool                   waiting; ///< in the list of those that wait
} ln_visit;

/** NULL when out of memory. */
ln_visit*
ln_visit_new(const char* uri);

/** NULL is allowed. */
void
ln_visit_free(ln_visit* visit);

/** Take a part of the body; what is beyond `most` bytes is dropped and remembered. */
LN_MUST ln_status
ln_visit_add(ln_visit* visit, ln_view part, size_t most);

/** Cut the URI into path and query: of the absolute form (RFC 9112, section 3.2.2) the scheme and
    authority are dropped. */
void
ln_visit_cut(ln_visit* visit);

#endif
