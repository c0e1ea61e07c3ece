/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Addresses that can be listened at, and names that lead here. */

#include "serve/listener.h"
#include "unit.h"

static void
test_open(void)
{
  ln_listener first;
  ln_listener second;
  const char* error = "";
  CU_ASSERT_EQUAL_FATAL(ln_listener_open(&first, "127.0.0.1", 0U, &error), LN_OK);
  CU_ASSERT(first.port > 0U && first.loopback);
  CU_ASSERT(ln_view_starts(ln_text_view(&first.url), LN_V("http://127.0.0.1:")));
  CU_ASSERT_EQUAL(ln_listener_open(&second, "127.0.0.1", first.port, &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(error, "Address already in use");
  ln_listener_close(&second);
  CU_ASSERT_EQUAL(ln_listener_open(&second, "localhost", 0U, &error), LN_USAGE);
  ln_listener_close(&second);
  ln_listener_close(&first);
}

static void
test_hosts(void)
{
  static const char* const OURS[] = {
    "localhost", "LocalHost:80", "a.localhost", "127.0.0.1:1", "127.9.9.9", "[::1]", "[::1]:80"};
  static const char* const OTHERS[] = {"",
                                       ":80",
                                       "example.org",
                                       "localhost.example.org",
                                       "127.0.0.1.example.org",
                                       "128.0.0.1",
                                       "[::2]",
                                       "[",
                                       "0.0.0.0"};
  ln_listener              l        = {.loopback = true};
  for (size_t i = 0U; i < sizeof(OURS) / sizeof(OURS[0]); ++i) {
    CU_ASSERT_TRUE(ln_listener_is_host(&l, ln_view_of(OURS[i])));
  }
  for (size_t i = 0U; i < sizeof(OTHERS) / sizeof(OTHERS[0]); ++i) {
    CU_ASSERT_FALSE(ln_listener_is_host(&l, ln_view_of(OTHERS[i])));
  }
  l.loopback = false;
  CU_ASSERT_TRUE(ln_listener_is_host(&l, LN_V("example.org")));
}

static const unit_test tests[] = {{"open", test_open}, {"hosts", test_hosts}};

UNIT_MAIN("serve/listener", tests)
