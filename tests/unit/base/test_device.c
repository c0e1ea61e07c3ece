/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Reading and writing descriptors: ends, failures, a pipe that does not block. */

#include "unit.h"

#include "base/device.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void
pipes(void)
{
  int    ends[2];
  char   buffer[16];
  size_t got = 0U;
  CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
  CU_ASSERT_EQUAL(ln_device_write(ends[1], LN_V("hello")), LN_OK);
  CU_ASSERT_EQUAL(ln_device_write(ends[1], (ln_view){NULL, 0U}), LN_OK);
  CU_ASSERT_EQUAL(ln_device_read(ends[0], buffer, 3U, &got), LN_OK);
  CHECK_VIEW(((ln_view){buffer, got}), "hel");
  CU_ASSERT_EQUAL(ln_device_read(ends[0], buffer, sizeof(buffer), &got), LN_OK);
  CHECK_VIEW(((ln_view){buffer, got}), "lo");
  (void)close(ends[1]);
  CU_ASSERT_EQUAL(ln_device_read(ends[0], buffer, sizeof(buffer), &got), LN_END);
  CU_ASSERT_EQUAL(got, 0U);
  (void)close(ends[0]);
}

static void
failures(void)
{
  char   byte = 'x';
  size_t got  = 1U;
  int    ends[2];
  CU_ASSERT_EQUAL(ln_device_read(-1, &byte, 1U, &got), LN_IO);
  CU_ASSERT_EQUAL(errno, EBADF);
  CU_ASSERT_EQUAL(got, 0U);
  CU_ASSERT_EQUAL(ln_device_write(-1, LN_V("x")), LN_IO);
  CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
  (void)close(ends[0]);
  (void)signal(SIGPIPE, SIG_IGN);
  CU_ASSERT_EQUAL(ln_device_write(ends[1], LN_V("x")), LN_IO);
  CU_ASSERT_EQUAL(errno, EPIPE);
  (void)close(ends[1]);
}

/** A child that writes or reads slowly at the other end. */
static void
slow_child(const int fd, const int writes)
{
  const struct timespec pause = {0, 20000000};
  char                  byte  = 'y';
  ssize_t               n     = 1;
  for (unsigned i = 0U; n == 1 && (!writes || i < 3U); ++i) {
    if (i < 3U) {
      (void)nanosleep(&pause, NULL);
    }
    n = writes ? write(fd, &byte, 1U) : read(fd, &byte, 1U);
  }
  _exit(0);
}

static void
waits_to_read(void)
{
  int    ends[2];
  char   buffer[4] = "";
  size_t n         = 0U;
  size_t got       = 0U;
  CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
  CU_ASSERT_EQUAL(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
  const pid_t child = fork();
  if (child == 0) {
    slow_child(ends[1], 1);
  }
  (void)close(ends[1]);
  while (n < 3U && ln_device_read(ends[0], buffer + n, 3U - n, &got) == LN_OK) {
    n += got;
  }
  CHECK_VIEW(((ln_view){buffer, n}), "yyy");
  CU_ASSERT_EQUAL(ln_device_read(ends[0], buffer, 1U, &got), LN_END);
  (void)close(ends[0]);
  CU_ASSERT_EQUAL(waitpid(child, NULL, 0), child);
}

static void
waits_to_write(void)
{
  enum { N = 1 << 18 }; // more than a pipe holds
  int         ends[2];
  char* const bytes = calloc(1U, N);
  CU_ASSERT_PTR_NOT_NULL_FATAL(bytes);
  CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
  CU_ASSERT_EQUAL(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
  const pid_t child = fork();
  if (child == 0) {
    (void)close(ends[1]);
    slow_child(ends[0], 0);
  }
  (void)close(ends[0]);
  CU_ASSERT_EQUAL(ln_device_write(ends[1], (ln_view){bytes, N}), LN_OK);
  (void)close(ends[1]);
  CU_ASSERT_EQUAL(waitpid(child, NULL, 0), child);
  free(bytes);
}

static void
note(const int number)
{
  (void)number;
}

/** A signal ends waiting, whether the descriptor blocks or not. */
static void
signals(void)
{
  int              ends[2];
  char             byte   = 'x';
  size_t           got    = 1U;
  struct sigaction action = {0};
  action.sa_handler       = note; /* without SA_RESTART, as in cli/interrupt.c */
  CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
  CU_ASSERT_EQUAL_FATAL(sigaction(SIGALRM, &action, NULL), 0);
  for (int blocks = 1; blocks >= 0; --blocks) {
    CU_ASSERT_EQUAL(fcntl(ends[0], F_SETFL, blocks ? 0 : O_NONBLOCK), 0);
    (void)alarm(1U);
    CU_ASSERT_EQUAL(ln_device_read(ends[0], &byte, 1U, &got), LN_STOP);
    CU_ASSERT_EQUAL(got, 0U);
  }
  (void)close(ends[0]);
  (void)close(ends[1]);
}

static const unit_test tests[] = {
  {"signals", signals},
  {"pipes", pipes},
  {"failures", failures},
  {"waits to read", waits_to_read},
  {"waits to write", waits_to_write},
};

UNIT_MAIN("base/device", tests)
