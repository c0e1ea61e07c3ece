/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Every status has a text of its own, and the text for a broken pipe is ours. */

#include "unit.h"

#include "base/status.h"

#include <errno.h>

static void
texts(void)
{
  CU_ASSERT_STRING_EQUAL(ln_status_text(LN_OK), "done");
  CU_ASSERT_STRING_EQUAL(ln_status_text(LN_NO_MEM), "out of memory");
  for (int a = LN_OK; a <= LN_USAGE; ++a) {
    CU_ASSERT(strlen(ln_status_text((ln_status)a)) > 0U);
    for (int b = LN_OK; b < a; ++b) {
      CU_ASSERT(strcmp(ln_status_text((ln_status)a), ln_status_text((ln_status)b)) != 0);
    }
  }
}

static ln_status
tried(const ln_status st, int* const behind)
{
  LN_TRY(st);
  ++*behind;
  return LN_OK;
}

static void
try_passes_on(void)
{
  int behind = 0;
  CU_ASSERT_EQUAL(tried(LN_STOP, &behind), LN_STOP);
  CU_ASSERT_EQUAL(behind, 0);
  CU_ASSERT_EQUAL(tried(LN_OK, &behind), LN_OK);
  CU_ASSERT_EQUAL(behind, 1);
}

static void
errno_texts(void)
{
  CU_ASSERT_STRING_EQUAL(ln_errno_text(EPIPE), "broken pipe");
  CU_ASSERT_STRING_EQUAL(ln_errno_text(ENOENT), strerror(ENOENT));
}

static const unit_test tests[] = {
  {"texts", texts},
  {"LN_TRY passes on", try_passes_on},
  {"errno", errno_texts},
};

UNIT_MAIN("base/status", tests)
