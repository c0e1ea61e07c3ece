/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_SERVER_H
#define LN_SERVE_SERVER_H

#include "base/status.h"
#include "rdf/names.h"
#include "serve/holdings.h"
#include "serve/listener.h"

#include <signal.h>
#include <stddef.h>

/** What a server is told. Everything is borrowed while it runs. */
typedef struct {
  const ln_holdings*           holdings;
  const ln_listener*           listener;
  const ln_prefix*             prefixes; ///< that queries need not declare
  size_t                       n_prefixes;
  double                       seconds;     ///< for one query
  size_t                       memory;      ///< for the solutions of one query
  size_t                       answer;      ///< bytes of an answer at most
  size_t                       request;     ///< bytes of a request's body at most
  size_t                       connections; ///< at once
  const volatile sig_atomic_t* stop;
} ln_server_settings;

/** Serve until `stop` is set: LN_STOP. LN_IO if it cannot begin, with the reason in `*error`
   (static storage). */
LN_MUST ln_status
ln_server_run(const ln_server_settings* settings, const char** error);

#endif
