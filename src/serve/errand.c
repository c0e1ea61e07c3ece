/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A process costs a thousandth of a second and needs no lock: it has its own copy of everything, by
   the page, and writes nothing but its pipe. Invariant: the server reads what a process says as it
   reads any stranger: length first, never more than the limit, and a process that dies in the
   middle has said nothing. An alarm ends one whose server is gone. */

#include "serve/errand.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* What comes through the pipe before the bytes of the body. */
typedef struct {
  uint64_t bytes;
  uint32_t status;
  char     type[LN_REPLY_TYPE];
} head;

struct ln_errand {
  pid_t    pid; ///< 0: it is over
  int      fd;
  int64_t  end; ///< when it must be over
  size_t   most;
  head     head;
  size_t   have; ///< bytes of the head
  ln_reply reply;
};

int64_t
ln_errand_clock(void)
{
  struct timespec t = {0};
  return clock_gettime(CLOCK_MONOTONIC, &t) == 0
           ? ((int64_t)t.tv_sec * 1000) + (t.tv_nsec / 1000000)
           : 0;
}

static bool
write_all(const int fd, const char* s, size_t n)
{
  while (n > 0U) {
    const ssize_t written = write(fd, s, n);
    if (written < 0 && errno != EINTR) {
      return false;
    }
    s += written > 0 ? written : 0;
    n -= written > 0 ? (size_t)written : 0U;
  }
  return true;
}

/* In the other process. Its end is that of the pipe. */
static void
work_there(const int fd, const ln_errand_func work, void* const self)
{
  ln_reply reply = {.body = NULL};
  head     h     = {.status = 0U};
  if (work(self, &reply) == LN_OK && reply.body && reply.body->status == LN_OK) {
    const ln_view body = ln_out_bytes(reply.body);
    h.bytes            = body.n;
    h.status           = reply.status;
    memcpy(h.type, reply.type, sizeof(h.type));
    (void)(write_all(fd, (const char*)&h, sizeof(h)) && write_all(fd, body.s, body.n));
  }
}

static bool
open_pipe(int ends[2])
{
  return pipe(ends) == 0 && fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 &&
         fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 && fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0;
}

static void
set_alarm(const double seconds)
{
  (void)signal(SIGALRM, SIG_DFL);
  (void)signal(SIGTERM, SIG_DFL);
  (void)signal(SIGINT, SIG_IGN);
  (void)alarm((unsigned)seconds + 2U);
}

ln_status
ln_errand_begin(const ln_errand_limits* const limits,
                const ln_errand_func          work,
                void (*const close_all)(void* self),
                void* const       self,
                ln_errand** const errand)
{
  int              ends[2] = {-1, -1};
  ln_errand* const e       = ln_alloc_zero(1U, sizeof(*e));
  *errand                  = e;
  if (!e) {
    return LN_NO_MEM;
  }
  const pid_t pid = open_pipe(ends) ? fork() : -1;
  if (pid == 0) {
    set_alarm(limits->seconds);
    (void)close(ends[0]);
    close_all(self);
    work_there(ends[1], work, self);
    _exit(0);
  }
  if (ends[1] >= 0) {
    (void)close(ends[1]);
  }
  *e = (ln_errand){.pid  = pid > 0 ? pid : 0,
                   .fd   = ends[0],
                   .end  = ln_errand_clock() + (int64_t)(limits->seconds * 1000.0),
                   .most = limits->bytes};
  if (pid < 0) {
    ln_errand_free(e);
    *errand = NULL;
    return LN_IO;
  }
  return LN_OK;
}

static void
end(ln_errand* const e)
{
  if (e->fd >= 0) {
    (void)close(e->fd);
  }
  e->fd = -1;
  if (e->pid > 0) {
    (void)kill(e->pid, SIGKILL);
    while (waitpid(e->pid, NULL, 0) < 0 && errno == EINTR) {
    }
  }
  e->pid = 0;
}

void
ln_errand_free(ln_errand* const errand)
{
  if (errand) {
    end(errand);
    ln_reply_clear(&errand->reply);
    ln_free(errand);
  }
}

int
ln_errand_fd(const ln_errand* const errand)
{
  return errand->fd;
}

ln_reply*
ln_errand_reply(ln_errand* const errand)
{
  return &errand->reply;
}

/* Read once; LN_END: there is nothing now, LN_IO: nor will there be. */
static ln_status
read_some(const ln_errand* const e, char* const s, const size_t n, size_t* const got)
{
  const ssize_t r = read(e->fd, s, n);
  *got            = r > 0 ? (size_t)r : 0U;
  if (r < 0) {
    return errno == EAGAIN || errno == EINTR ? LN_END : LN_IO;
  }
  return r == 0 ? LN_IO : LN_OK;
}

static ln_status
read_head(ln_errand* const e)
{
  size_t got = 0U;
  LN_TRY(read_some(e, (char*)&e->head + e->have, sizeof(e->head) - e->have, &got));
  e->have += got;
  if (e->have < sizeof(e->head)) {
    return LN_OK;
  }
  e->head.type[LN_REPLY_TYPE - 1] = '\0';
  return ln_reply_begin(&e->reply, e->head.status, e->head.type);
}

static ln_status
read_body(ln_errand* const e)
{
  enum { PIECE = 65536 };
  ln_out* const out = e->reply.body;
  size_t        got = 0U;
  LN_TRY(ln_out_room(out, PIECE));
  LN_TRY(read_some(e, out->s + out->n, PIECE, &got));
  out->n += got;
  return LN_OK;
}

/* Read until there is nothing more to read now. */
static ln_status
read_all(ln_errand* const e, bool* const whole)
{
  ln_status st = LN_OK;
  *whole       = false;
  while (st == LN_OK && !*whole) {
    const bool begun = e->have == sizeof(e->head);
    if (begun && e->head.bytes > e->most) {
      return LN_OK;
    }
    *whole = begun && ln_out_bytes(e->reply.body).n >= e->head.bytes;
    if (!*whole) {
      st = begun ? read_body(e) : read_head(e);
    }
  }
  return st;
}

ln_status
ln_errand_take(ln_errand* const e, const int64_t now, bool* const done)
{
  bool            whole = false;
  const ln_status st    = read_all(e, &whole);
  if (st == LN_NO_MEM) {
    return st;
  }
  *done = true;
  if (whole) {
    end(e);
    return LN_OK;
  }
  if (e->have == sizeof(e->head) && e->head.bytes > e->most) {
    end(e);
    return ln_reply_words(&e->reply,
                          LN_HTTP_FAILED,
                          "the answer is larger than this server sends (%zu bytes): ask for less, "
                          "as with LIMIT",
                          e->most);
  }
  if (st == LN_IO) {
    end(e);
    return ln_reply_words(&e->reply, LN_HTTP_FAILED, "the work came to no end of its own");
  }
  if (now >= e->end) {
    end(e);
    return ln_reply_words(
      &e->reply, LN_HTTP_UNAVAILABLE, "this takes longer than the server works for one answer");
  }
  *done = false;
  return LN_OK;
}
