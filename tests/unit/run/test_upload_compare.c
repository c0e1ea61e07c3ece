/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triple by triple: the number is right, and one of them is another. */

#include "run/upload_inner.h"

#include "upload_unit.h"

static upload_setting s;

static void
differing(void)
{
  static const char        OTHER[]   = UPLOAD_TRIPLES("<a:s> <a:p> \"3\" .\n<a:s> <a:p> \"1\" .\n");
  static const char* const ANSWERS[] = {UPLOAD_NONE, UPLOAD_NONE, UPLOAD_FINE, OTHER, OTHER, OTHER};
  upload_begin(&s, ANSWERS, 6U);
  s.upload.replace = true;
  s.upload.verify  = LN_VERIFY_DUMP;
  CU_ASSERT_EQUAL(ln_run_upload(&s.upload, s.f.log, &s.uploaded), LN_IO);
  upload_check(&s,
               "L1045 kept 0:0 the store lacks <a:s> <a:p> \"2\" .\n"
               "L1045 kept 0:0 the store has, and should not have, <a:s> <a:p> \"3\" .\n"
               "L1046 kept 0:0 the store lacks 1 triples, and has 1 others\n");
  upload_end(&s);
}

/* Another order, and the last line without an end. */
static void
same(void)
{
  static const char        OTHER[]   = UPLOAD_TRIPLES("<a:s> <a:p> \"2\" .\n<a:s> <a:p> \"1\" .");
  static const char* const ANSWERS[] = {UPLOAD_NONE, UPLOAD_NONE, UPLOAD_FINE, OTHER, OTHER};
  upload_begin(&s, ANSWERS, 5U);
  s.upload.replace = true;
  s.upload.verify  = LN_VERIFY_DUMP;
  CU_ASSERT_EQUAL(ln_run_upload(&s.upload, s.f.log, &s.uploaded), LN_OK);
  upload_check(&s, "");
  upload_end(&s);
}

static const unit_test TESTS[] = {{"differing", differing}, {"same", same}};

UNIT_MAIN("run/upload_compare", TESTS)
