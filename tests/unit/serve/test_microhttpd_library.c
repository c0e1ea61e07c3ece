/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The library is there, and what is not it is refused. */

#include "serve/microhttpd_library.h"
#include "unit.h"

static void
test_open(void)
{
  ln_microhttpd library;
  const char*   problem = NULL;
  CU_ASSERT_EQUAL(ln_microhttpd_open(LN_MICROHTTPD, &library, &problem), LN_OK);
  CU_ASSERT_PTR_NOT_NULL(library.MHD_start_daemon);
  CU_ASSERT_STRING_EQUAL(problem, "");
  CU_ASSERT_EQUAL(ln_microhttpd_open("libnowhere.so.1", &library, &problem), LN_IO);
  CU_ASSERT_STRING_NOT_EQUAL(problem, "");
  CU_ASSERT_EQUAL(ln_microhttpd_open("libc.so.6", &library, &problem), LN_IO);
  CU_ASSERT_STRING_EQUAL(problem, "the library of that name is not libmicrohttpd");
}

static const unit_test tests[] = {{"open", test_open}};

UNIT_MAIN("serve/microhttpd_library", tests)
