/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Adding in pieces of so many lines, and going on where an earlier run has ended. */

#include "run/upload_inner.h"

#include "upload_unit.h"

static upload_setting s;

static void
in_pieces(void)
{
  static const char* const ANSWERS[] = {
    UPLOAD_NONE, UPLOAD_NONE, UPLOAD_NONE, UPLOAD_FINE, UPLOAD_FINE, UPLOAD_BOTH};
  upload_begin(&s, ANSWERS, 6U);
  s.upload.chunk = 2U;
  CU_ASSERT_EQUAL(ln_run_upload(&s.upload, s.f.log, &s.uploaded), LN_OK);
  upload_check(&s, "");
  upload_end(&s);
  CU_ASSERT_PTR_NOT_NULL(
    strstr(s.server.requests[3], "\r\n\r\n<a:s> <a:p> \"1\" .\n<a:s> <a:p> \"2\" .\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(s.server.requests[3], "Content-Length: 36\r\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(s.server.requests[4], "Content-Length: 18\r\n"));
}

/* The second piece is refused, so the journal stays; it is of no use for another store. */
static void
resumed(void)
{
  static const char* const ANSWERS[] = {
    UPLOAD_NONE,
    UPLOAD_NONE,
    UPLOAD_NONE,
    UPLOAD_FINE,
    "HTTP/1.1 400 Bad\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"};
  static const char* const MORE[] = {UPLOAD_BOTH, UPLOAD_BOTH};
  char                     journal[PATH_SIZE];
  upload_begin(&s, ANSWERS, 5U);
  s.upload.chunk   = 1U;
  s.upload.journal = path_to(&s.f, "journal", journal);
  CU_ASSERT_EQUAL(ln_run_upload(&s.upload, s.f.log, &s.uploaded), LN_IO);
  CU_ASSERT(has_file(&s.f, "journal"));
  canned_stop(&s.server);
  new_log(&s.f);
  canned_start(&s.server, MORE, 2U, s.url);
  CU_ASSERT_EQUAL(ln_run_upload(&s.upload, s.f.log, &s.uploaded), LN_IO);
  upload_check(&s,
               "L1039 output 0:0 DIR/journal cannot be used: it is the journal of another load\n");
  upload_end(&s);
}

static const unit_test TESTS[] = {{"in pieces", in_pieces}, {"resumed", resumed}};

UNIT_MAIN("run/upload_chunks", TESTS)
