/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_LISTENER_H
#define LN_SERVE_LISTENER_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>
#include <stdint.h>

/** The address that is listened at. */
typedef struct {
  int      fd;
  uint16_t port;
  bool     loopback; ///< only this machine can reach it
  ln_text  url;      ///< `http://127.0.0.1:8080/`
} ln_listener;

/** Listen at an address, as 127.0.0.1, ::1 or 0.0.0.0, and a port; 0: one that is free. LN_USAGE:
   it is no address; LN_IO: it cannot be had, with the reason in `*error` (static storage). */
LN_MUST ln_status
ln_listener_open(ln_listener* listener, const char* address, uint16_t port, const char** error);

void
ln_listener_close(ln_listener* listener);

/** Whether a Host header (RFC 9110, section 7.2) names this server. At a loopback address only
    `localhost`, its names below and addresses of the loopback do: a page of another site whose name
    leads here (DNS rebinding) is turned away. Elsewhere any name may lead here. */
bool
ln_listener_is_host(const ln_listener* listener, ln_view host);

#endif
