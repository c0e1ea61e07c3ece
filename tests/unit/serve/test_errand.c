/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Work by another process: its reply, its limits, and its end in the middle. */

#include "serve/errand.h"
#include "serve_unit.h"

#include <poll.h>
#include <unistd.h>

typedef enum { SAY, SLEEP, DIE, FAIL } deed;

static ln_status
work(void* const self, ln_reply* const reply)
{
  switch (*(const deed*)self) {
  case SAY:
    return ln_reply_words(reply, LN_HTTP_NOT_FOUND, "%0200000d", 7);
  case SLEEP:
    (void)sleep(30U);
    return LN_OK;
  case DIE:
    _exit(9);
  case FAIL:
    break;
  }
  return LN_NO_MEM;
}

static void
close_nothing(void* const self)
{
  (void)self;
}

/* Wait for the end of an errand; gives its status. */
static unsigned
status_of(deed what, const double seconds, const size_t bytes, size_t* const n)
{
  const ln_errand_limits limits = {seconds, bytes};
  ln_errand*             errand = NULL;
  bool                   done   = false;
  CU_ASSERT_EQUAL_FATAL(ln_errand_begin(&limits, work, close_nothing, &what, &errand), LN_OK);
  while (!done) {
    struct pollfd device = {.fd = ln_errand_fd(errand), .events = POLLIN};
    (void)poll(&device, 1U, 20);
    CU_ASSERT_EQUAL(ln_errand_take(errand, ln_errand_clock(), &done), LN_OK);
  }
  const unsigned status = ln_errand_reply(errand)->status;
  *n                    = ln_out_bytes(ln_errand_reply(errand)->body).n;
  ln_errand_free(errand);
  return status;
}

static void
test_ends(void)
{
  size_t n = 0U;
  CU_ASSERT_EQUAL(status_of(SAY, 20.0, 1U << 20U, &n), 404U);
  CU_ASSERT_EQUAL(n, 200001U);
  CU_ASSERT_EQUAL(status_of(SAY, 20.0, 200000U, &n), 500U);
  CU_ASSERT_EQUAL(status_of(DIE, 20.0, 1U << 20U, &n), 500U);
  CU_ASSERT_EQUAL(status_of(FAIL, 20.0, 1U << 20U, &n), 500U);
  CU_ASSERT_EQUAL(status_of(SLEEP, 0.05, 1U << 20U, &n), 503U);
  ln_errand_free(NULL);
}

static const unit_test tests[] = {{"ends", test_ends}};

UNIT_MAIN("serve/errand", tests)
