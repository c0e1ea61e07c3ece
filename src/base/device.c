/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The two system calls that move bytes, made whole: EAGAIN waits (a parent may have left a
   pipe non-blocking), short writes go on. A signal ends waiting for input, which may never come,
   and only that: only signals that should end the run have handlers. Requests are limited, since
   Linux moves at most 2 GiB at once. */

#include "base/device.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <unistd.h>

enum { MOST = 1 << 30 };

/** Whether a failed call is worth another try; waits if the descriptor is not ready. A signal ends
    waiting for input: then errno is EINTR. */
static bool
again(const int fd, const short events)
{
  if (errno == EINTR) {
    return events != POLLIN;
  }
  if (errno != EAGAIN) { // Linux has no other EWOULDBLOCK
    return false;
  }
  struct pollfd ready = {.fd = fd, .events = events};
  return poll(&ready, 1U, -1) >= 0 || (errno == EINTR && events != POLLIN);
}

ln_status
ln_device_read(const int fd, char* const buffer, const size_t size, size_t* const got)
{
  *got = 0U;
  for (;;) {
    const ssize_t n = read(fd, buffer, size < MOST ? size : MOST);
    if (n >= 0) {
      *got = (size_t)n;
      return n > 0 ? LN_OK : LN_END;
    }
    if (!again(fd, POLLIN)) {
      return errno == EINTR ? LN_STOP : LN_IO;
    }
  }
}

ln_status
ln_device_write(const int fd, const ln_view bytes)
{
  size_t done = 0U;
  while (done < bytes.n) {
    const size_t  left = bytes.n - done;
    const ssize_t n    = write(fd, bytes.s + done, left < MOST ? left : MOST);
    if (n >= 0) {
      done += (size_t)n;
    } else if (!again(fd, POLLOUT)) {
      return LN_IO;
    }
  }
  return LN_OK;
}
