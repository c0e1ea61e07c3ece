/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* URLs that can be used, and those that would show a password or go astray. */

#include "store/http.h"

#include "unit.h"

static void
checked(void)
{
  static const struct {
    const char* url;
    const char* problem; ///< how it begins; NULL: none
  } URLS[] = {
    {"http://localhost:3030/ds/data", NULL},
    {"https://example.org", NULL},
    {"https://example.org/a@b?x=y@z", NULL},
    {"https://[::1]:8890/sparql", NULL},
    {"ftp://example.org/", "it does not begin"},
    {"", "it does not begin"},
    {"file:///etc/hosts", "it does not begin"},
    {"http://dba:dba@localhost/", "it holds a name or password"},
    {"http://dba@localhost?x", "it holds a name or password"},
    {"http://", "it names no host"},
    {"http:///x", "it names no host"},
    {"http://:80/x", "it names no host"},
    {"http://a/b c", "it holds a blank"},
    {"http://a/b\r\nX: y", "it holds a blank"},
    {"http://a/b#c", "it has a fragment"},
  };
  for (size_t i = 0U; i < sizeof(URLS) / sizeof(URLS[0]); ++i) {
    const char* problem = NULL;
    CU_ASSERT_EQUAL(ln_http_check(ln_view_of(URLS[i].url), &problem), !URLS[i].problem);
    CU_ASSERT_PTR_NOT_NULL_FATAL(problem);
    const char* const begin = URLS[i].problem ? URLS[i].problem : "";
    CU_ASSERT(ln_view_starts(ln_view_of(problem), ln_view_of(begin)));
  }
}

static void
local(void)
{
  CU_ASSERT(ln_http_is_local(LN_V("http://localhost:3030/ds")));
  CU_ASSERT(ln_http_is_local(LN_V("https://127.0.0.1/")));
  CU_ASSERT(ln_http_is_local(LN_V("http://127.8.9.1")));
  CU_ASSERT(ln_http_is_local(LN_V("http://[::1]:80/x")));
  CU_ASSERT(!ln_http_is_local(LN_V("http://localhost.example.org/")));
  CU_ASSERT(!ln_http_is_local(LN_V("http://127.0.0.1.example.org/")));
  CU_ASSERT(!ln_http_is_local(LN_V("http://example.org/127.0.0.1")));
  CU_ASSERT(!ln_http_is_local(LN_V("x")));
}

static const unit_test TESTS[] = {{"checked", checked}, {"local", local}};

UNIT_MAIN("store/http_url", TESTS)
