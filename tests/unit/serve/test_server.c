/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A server that is told to end at once; what it does until then is told by tests/serve. */

#include "serve/server.h"
#include "serve_unit.h"

static void
test_stopped(void)
{
  static const volatile sig_atomic_t STOP = 1;
  stock                              s;
  ln_listener                        listener;
  const char*                        error = NULL;
  set_up(&s, STOCK_SMALL);
  CU_ASSERT_EQUAL_FATAL(ln_listener_open(&listener, "127.0.0.1", 0U, &error), LN_OK);
  const ln_server_settings settings = {
    .holdings = s.holdings, .listener = &listener, .connections = 4U, .stop = &STOP};
  CU_ASSERT_EQUAL(ln_server_run(&settings, &error), LN_STOP);
  CU_ASSERT_STRING_EQUAL(error, "");
  ln_listener_close(&listener);
  tear_down(&s);
}

static const unit_test tests[] = {{"stopped", test_stopped}};

UNIT_MAIN("serve/server", tests)
