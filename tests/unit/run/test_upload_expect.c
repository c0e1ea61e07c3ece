/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How many triples a store will count. */

#include "run/upload_inner.h"

#include "upload_unit.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static upload_setting s;

static void
expected(void)
{
  static const char* const NAMES[]   = {NULL, "virtuoso", "fuseki"};
  static const uint64_t    NUMBERS[] = {3U, 2U, 3U};
  upload_begin(&s, NULL, 0U);
  put_file(&s.f,
           "in.nt",
           "<a:s> <a:p> \"1\"^^<" XSD "integer> .\n<a:s> <a:p> \"1.0\"^^<" XSD "decimal> .\n"
           "_:b <a:p> \"1\"^^<" XSD "integer> .\n",
           false);
  for (size_t i = 0U; i < 3U; ++i) {
    bool          whole = false;
    ln_upload_run run   = {.upload = &s.upload, .log = s.f.log, .done = &s.uploaded};
    run.kind            = NAMES[i] ? ln_store_kind_find(ln_view_of(NAMES[i])) : NULL;
    CU_ASSERT_EQUAL(ln_gather(&s.job, NULL, s.f.log, &run.gathered, &whole), LN_OK);
    CU_ASSERT_EQUAL(ln_upload_expect(&run), LN_OK);
    CU_ASSERT_EQUAL(s.uploaded.expected, NUMBERS[i]);
    ln_gathered_clear(&run.gathered);
  }
  upload_end(&s);
}

static const unit_test TESTS[] = {{"expected", expected}};

UNIT_MAIN("run/upload_expect", TESTS)
