/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The socket is made here and not by the library, so that any port that is free can be asked for
   and told, and a failure has its reason. Addresses are numbers: no name is looked up. */

#include "serve/listener.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef union {
  struct sockaddr     any;
  struct sockaddr_in  v4;
  struct sockaddr_in6 v6;
} socket_address;

enum { BACKLOG = 64 };

static bool
read_address(const char* const text, const uint16_t port, socket_address* const address)
{
  *address = (socket_address){.any = {0}};
  if (inet_pton(AF_INET, text, &address->v4.sin_addr) == 1) {
    address->v4.sin_family = AF_INET;
    address->v4.sin_port   = htons(port);
    return true;
  }
  if (inet_pton(AF_INET6, text, &address->v6.sin6_addr) == 1) {
    address->v6.sin6_family = AF_INET6;
    address->v6.sin6_port   = htons(port);
    return true;
  }
  return false;
}

static bool
is_loopback(const socket_address* const address)
{
  if (address->any.sa_family == AF_INET) {
    return (ntohl(address->v4.sin_addr.s_addr) >> 24U) == 127U;
  }
  return IN6_IS_ADDR_LOOPBACK(&address->v6.sin6_addr) != 0;
}

static bool
listen_at(ln_listener* const listener, socket_address* const address)
{
  const int       on   = 1;
  const bool      v4   = address->any.sa_family == AF_INET;
  const socklen_t size = v4 ? sizeof(address->v4) : sizeof(address->v6);
  socklen_t       have = sizeof(*address);
  listener->fd         = socket(address->any.sa_family, SOCK_STREAM, 0);
  return listener->fd >= 0 && fcntl(listener->fd, F_SETFD, FD_CLOEXEC) == 0 &&
         fcntl(listener->fd, F_SETFL, O_NONBLOCK) == 0 &&
         setsockopt(listener->fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) == 0 &&
         bind(listener->fd, &address->any, size) == 0 && listen(listener->fd, BACKLOG) == 0 &&
         getsockname(listener->fd, &address->any, &have) == 0;
}

ln_status
ln_listener_open(ln_listener* const listener,
                 const char* const  address,
                 const uint16_t     port,
                 const char** const error)
{
  socket_address where;
  *listener = (ln_listener){.fd = -1};
  if (!read_address(address, port, &where)) {
    *error = "it is not an address of IPv4 or IPv6";
    return LN_USAGE;
  }
  listener->loopback = is_loopback(&where);
  if (!listen_at(listener, &where)) {
    *error = ln_errno_text(errno);
    return LN_IO;
  }
  const bool v4  = where.any.sa_family == AF_INET;
  listener->port = ntohs(v4 ? where.v4.sin_port : where.v6.sin6_port);
  return ln_text_format(
    &listener->url, v4 ? "http://%s:%u/" : "http://[%s]:%u/", address, (unsigned)listener->port);
}

void
ln_listener_close(ln_listener* const listener)
{
  if (listener->fd >= 0) {
    (void)close(listener->fd);
  }
  listener->fd = -1;
  ln_text_clear(&listener->url);
}

static char
lower(const char c)
{
  return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* Without the port. */
static ln_view
host_name(const ln_view host)
{
  if (ln_view_starts(host, LN_V("["))) {
    return ln_view_first(host, ln_view_find(host, ']') + 1U);
  }
  return ln_view_first(host, ln_view_find(host, ':'));
}

bool
ln_listener_is_host(const ln_listener* const listener, const ln_view host)
{
  char          text[64];
  const ln_view name = host_name(host);
  if (!listener->loopback) {
    return true;
  }
  if (name.n == 0U || name.n >= sizeof(text)) {
    return false;
  }
  for (size_t i = 0U; i < name.n; ++i) {
    text[i] = lower(name.s[i]);
  }
  text[name.n]         = '\0';
  const ln_view  local = {text, name.n};
  struct in_addr v4;
  if (ln_view_equals(local, LN_V("localhost")) || ln_view_ends(local, LN_V(".localhost")) ||
      ln_view_equals(local, LN_V("[::1]"))) {
    return true;
  }
  return inet_pton(AF_INET, text, &v4) == 1 && (ntohl(v4.s_addr) >> 24U) == 127U;
}
