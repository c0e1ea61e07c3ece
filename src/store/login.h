/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_LOGIN_H
#define LN_STORE_LOGIN_H

#include "base/status.h"
#include "base/text.h"
#include "store/http.h"

/** Who we are to a store, from where nobody else sees it: never from the command line. */
typedef struct {
  ln_text       bytes; ///< what `http` points into
  ln_http_login http;
} ln_login;

/** From a file, if `file` is not NULL: `token TOKEN` on its first line, or `user NAME` and
    `password PASSWORD` on two; a blank ends the word, the rest of the line counts as it is. Else
   from the environment: LINER_STORE_TOKEN, or LINER_STORE_USER and LINER_STORE_PASSWORD. Else from
   the file that NETRC names, else ~/.netrc; these are read only when a server asks. LN_USAGE with a
    sentence, in which no secret is, if the file cannot be used. */
LN_MUST ln_status
ln_login_read(const char* file, ln_login* login, ln_text* error);

/** Overwrites what it knew. */
void
ln_login_clear(ln_login* login);

#endif
