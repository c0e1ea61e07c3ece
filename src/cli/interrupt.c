/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Signals: a handler may do next to nothing, so it only notes the number, and the run looks at it
   between rows. Without SA_RESTART a blocked read returns at once; since the signal may come just
   before a read that then blocks for ever, an alarm goes on every second from then on. A second
   signal of the same kind has its usual effect, for a run that hangs. A signal that the caller
   ignores stays ignored, as for a job in the background. The flag is the one variable of the
   program that changes outside a function: a handler has no other way to speak. */

#include "cli/interrupt.h"

#include <stddef.h>
#include <unistd.h>

static volatile sig_atomic_t caught;

static void
wake(const int number)
{
  (void)number;
  (void)alarm(1U);
}

static void
note(const int number)
{
  caught = number;
  (void)alarm(1U);
}

const volatile sig_atomic_t*
ln_interrupt_flag(void)
{
  return &caught;
}

static ln_status
handle(const int number, void (*const handler)(int), const int flags)
{
  struct sigaction action = {0};
  if (sigaction(number, NULL, &action) != 0) {
    return LN_IO;
  }
  if (action.sa_handler == SIG_IGN) {
    return LN_OK;
  }
  action            = (struct sigaction){0};
  action.sa_handler = handler;
  action.sa_flags   = flags;
  if (sigemptyset(&action.sa_mask) != 0 || sigaction(number, &action, NULL) != 0) {
    return LN_IO;
  }
  return LN_OK;
}

ln_status
ln_interrupt_catch(void)
{
  LN_TRY(handle(SIGPIPE, SIG_IGN, 0));
  LN_TRY(handle(SIGALRM, wake, 0));
  LN_TRY(handle(SIGINT, note, (int)SA_RESETHAND));
  return handle(SIGTERM, note, (int)SA_RESETHAND);
}
