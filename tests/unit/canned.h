/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_CANNED_H
#define LN_TESTS_CANNED_H

/* A server with canned answers on a free port of the machine itself: each connection brings one
   request, which is kept, and takes the next answer, byte for byte. */

#include "unit.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CANNED_MOST = 8, CANNED_SIZE = 1 << 16 };

typedef struct {
  const char* const* answers; ///< NULL: the connection is closed at once
  size_t             n;
  int                fd;
  unsigned           port;
  pthread_t          thread;
  char               requests[CANNED_MOST][CANNED_SIZE];
} canned;

/* Length of the whole request, once its headers are there; else more than is there. */
static inline size_t
canned_length(const char* const request)
{
  const char* const end    = strstr(request, "\r\n\r\n");
  const char* const length = strstr(request, "Content-Length: ");
  if (!end) {
    return SIZE_MAX;
  }
  const size_t head = (size_t)(end - request) + 4U;
  return length && length < end ? head + strtoul(length + 16, NULL, 10) : head;
}

static inline void
canned_serve(const int fd, char* const request, const char* const answer)
{
  size_t n = 0U;
  while (n < CANNED_SIZE - 1U && n < canned_length(request)) {
    const ssize_t got = recv(fd, request + n, CANNED_SIZE - 1U - n, 0);
    if (got <= 0) {
      break;
    }
    n += (size_t)got;
    request[n] = '\0';
  }
  if (answer) {
    CU_ASSERT(send(fd, answer, strlen(answer), MSG_NOSIGNAL) == (ssize_t)strlen(answer));
  }
}

static inline void*
canned_run(void* const self)
{
  canned* const server = self;
  for (size_t i = 0U; i < server->n; ++i) {
    const int fd = accept(server->fd, NULL, NULL);
    if (fd < 0) {
      break;
    }
    canned_serve(fd, server->requests[i], server->answers[i]);
    CU_ASSERT_EQUAL(close(fd), 0);
  }
  return NULL;
}

/* `url` gets the address, ending in "/store". */
static inline void
canned_start(canned* const server, const char* const* const answers, const size_t n, char url[64])
{
  struct sockaddr_in address = {.sin_family = AF_INET};
  socklen_t          size    = sizeof(address);
  union {
    struct sockaddr_in* in;
    struct sockaddr*    any;
  } at                    = {&address};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  memset(server, 0, sizeof(*server));
  server->answers = answers;
  server->n       = n;
  server->fd      = socket(AF_INET, SOCK_STREAM, 0);
  CU_ASSERT_FATAL(server->fd >= 0);
  CU_ASSERT_EQUAL_FATAL(bind(server->fd, at.any, size), 0);
  CU_ASSERT_EQUAL_FATAL(listen(server->fd, CANNED_MOST), 0);
  CU_ASSERT_EQUAL_FATAL(getsockname(server->fd, at.any, &size), 0);
  server->port = ntohs(address.sin_port);
  snprintf(url, 64U, "http://127.0.0.1:%u/store", server->port);
  CU_ASSERT_EQUAL_FATAL(pthread_create(&server->thread, NULL, canned_run, server), 0);
}

static inline void
canned_stop(canned* const server)
{
  CU_ASSERT_EQUAL(shutdown(server->fd, SHUT_RDWR), 0);
  CU_ASSERT_EQUAL(pthread_join(server->thread, NULL), 0);
  CU_ASSERT_EQUAL(close(server->fd), 0);
}

#endif
