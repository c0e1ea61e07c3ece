/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Loading libcurl: all of it or nothing, under any of its names. */

#include "store/http_library.h"

#include "unit.h"

static void
whole(void)
{
  static const char* const SECOND[] = {"libnothing.so.7", "libcurl-gnutls.so.4", NULL};
  ln_http_library          library  = {0};
  const char*              problem  = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_http_library_open(NULL, &library, &problem), LN_OK);
  CU_ASSERT_STRING_EQUAL(problem, "");
  CU_ASSERT_STRING_EQUAL(library.curl_easy_strerror(CURLE_OK), "No error");
  CU_ASSERT_EQUAL(ln_http_library_open(SECOND, &library, &problem), LN_OK);
}

/* Libraries that are not there, and one that is another. */
static void
refused(void)
{
  static const char* const NONE[]  = {"libnothing.so.7", NULL};
  static const char* const OTHER[] = {"libz.so.1", NULL};
  ln_http_library          library = {0};
  const char*              problem = NULL;
  CU_ASSERT_EQUAL(ln_http_library_open(NONE, &library, &problem), LN_IO);
  CU_ASSERT_STRING_EQUAL(problem, "libcurl cannot be loaded; install libcurl3-gnutls");
  CU_ASSERT_EQUAL(ln_http_library_open(OTHER, &library, &problem), LN_IO);
  CU_ASSERT_STRING_EQUAL(problem, "the library of that name is not a recent libcurl");
}

static const unit_test TESTS[] = {{"whole", whole}, {"refused", refused}};

UNIT_MAIN("store/http_library", TESTS)
