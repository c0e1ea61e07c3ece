/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Signals set the flag; the signal that the caller ignores stays ignored. */

#include "cli/interrupt.h"

#include "cli/console.h"
#include "unit.h"

#include <errno.h>
#include <unistd.h>

static void
ignored_signals_stay_ignored(void)
{
  CU_ASSERT_NOT_EQUAL(signal(SIGTERM, SIG_IGN), SIG_ERR);
  CU_ASSERT_EQUAL(ln_interrupt_catch(), LN_OK);
  CU_ASSERT_EQUAL(raise(SIGTERM), 0);
  CU_ASSERT_EQUAL(*ln_interrupt_flag(), 0);
  CU_ASSERT_NOT_EQUAL(signal(SIGTERM, SIG_DFL), SIG_ERR);
}

static void
signals_set_the_flag(void)
{
  CU_ASSERT_EQUAL(ln_interrupt_catch(), LN_OK);
  CU_ASSERT_EQUAL(*ln_interrupt_flag(), 0);
  CU_ASSERT_EQUAL(raise(SIGPIPE), 0);
  CU_ASSERT_EQUAL(*ln_interrupt_flag(), 0);
  CU_ASSERT_EQUAL(raise(SIGINT), 0);
  CU_ASSERT_EQUAL(*ln_interrupt_flag(), SIGINT);
  CU_ASSERT_EQUAL(ln_console_exit(LN_STOP, NULL), 130);
  /* A run that had ended before it saw the flag has done its work. */
  CU_ASSERT_EQUAL(ln_console_exit(LN_OK, NULL), 0);
  CU_ASSERT_EQUAL(raise(SIGTERM), 0);
  CU_ASSERT_EQUAL(ln_console_exit(LN_STOP, NULL), 143);
}

/* A read that begins behind the signal is interrupted too. */
static void
signals_end_a_read(void)
{
  int  ends[2] = {-1, -1};
  char byte    = 0;
  CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
  CU_ASSERT_EQUAL(ln_interrupt_catch(), LN_OK);
  CU_ASSERT_EQUAL(raise(SIGINT), 0);
  CU_ASSERT_EQUAL(read(ends[0], &byte, 1U), -1);
  CU_ASSERT_EQUAL(errno, EINTR);
  CU_ASSERT_EQUAL(close(ends[0]), 0);
  CU_ASSERT_EQUAL(close(ends[1]), 0);
  (void)alarm(0U);
}

static const unit_test tests[] = {
  {"ignored signals stay ignored", ignored_signals_stay_ignored},
  {"signals set the flag", signals_set_the_flag},
  {"signals end a read", signals_end_a_read},
};

UNIT_MAIN("interrupt", tests)
