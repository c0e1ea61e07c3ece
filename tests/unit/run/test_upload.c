/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Replacing a graph: looked at before and after, and told what it came to. */

#include "run/upload.h"

#include "upload_unit.h"

static upload_setting s;

static void
replaced(void)
{
  static const char* const ANSWERS[] = {UPLOAD_NONE, UPLOAD_NONE, UPLOAD_FINE, UPLOAD_BOTH};
  upload_begin(&s, ANSWERS, 4U);
  s.upload.replace = true;
  CU_ASSERT_EQUAL(ln_run_upload(&s.upload, s.f.log, &s.uploaded), LN_OK);
  CU_ASSERT(s.uploaded.sent);
  CU_ASSERT(s.uploaded.counted);
  CU_ASSERT_EQUAL(s.uploaded.triples, 3U);
  CU_ASSERT_EQUAL(s.uploaded.distinct, 2U);
  CU_ASSERT_EQUAL(s.uploaded.before, 0U);
  CU_ASSERT_EQUAL(s.uploaded.after, 2U);
  CU_ASSERT_EQUAL(s.uploaded.requests, 4U);
  upload_check(&s, "");
  upload_end(&s);
  CU_ASSERT_PTR_NOT_NULL(strstr(s.server.requests[2], "PUT /store?graph=a%3Ag HTTP/1.1\r\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(s.server.requests[2], "Content-Length: 54\r\n"));
}

/* It says 204, and has one triple. */
static void
lost(void)
{
  static const char* const ANSWERS[] = {
    UPLOAD_NONE, UPLOAD_NONE, UPLOAD_FINE, UPLOAD_TRIPLES("<a:s> <a:p> \"1\" .\n")};
  upload_begin(&s, ANSWERS, 4U);
  s.upload.replace = true;
  CU_ASSERT_EQUAL(ln_run_upload(&s.upload, s.f.log, &s.uploaded), LN_IO);
  upload_check(&s, "L1040 kept 0:0 the store has 1 triples in the graph, and should have 2\n");
  upload_end(&s);
}

/* A gateway gives up; the graph is there by and by. */
static void
late(void)
{
  static const char* const ANSWERS[] = {
    UPLOAD_NONE,
    UPLOAD_NONE,
    "HTTP/1.1 504 Late\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    UPLOAD_TRIPLES(""),
    UPLOAD_BOTH,
    UPLOAD_BOTH};
  upload_begin(&s, ANSWERS, 6U);
  s.upload.replace          = true;
  s.upload.store.retry.most = 3U;
  CU_ASSERT_EQUAL(ln_run_upload(&s.upload, s.f.log, &s.uploaded), LN_OK);
  upload_check(&s, "");
  upload_end(&s);
}

/* Nothing is sent of what is faulty, nor where nobody can say whether it arrived. */
static void
not_begun(void)
{
  static const char* const ANSWERS[] = {UPLOAD_NONE, UPLOAD_NONE, UPLOAD_NONE};
  upload_begin(&s, ANSWERS, 3U);
  put_file(&s.f, "in.nt", "<a:s> <a:p> \"1\" .\n<a:s>\n", false);
  s.upload.replace = true;
  CU_ASSERT_EQUAL(ln_run_upload(&s.upload, s.f.log, &s.uploaded), LN_STOP);
  CU_ASSERT(!s.uploaded.sent);
  CU_ASSERT_PTR_NOT_NULL(strstr(s.f.findings.s, "L1036 output 0:0 "));
  new_log(&s.f);
  s.endpoint = (ln_endpoint){.update = s.url};
  CU_ASSERT_EQUAL(ln_run_upload(&s.upload, s.f.log, &s.uploaded), LN_IO);
  upload_check(&s, "L1035 output 0:0 the store cannot be asked how many triples it has\n");
  upload_end(&s);
}

/* A store that would leave triples of the old graph among the new ones is told to delete it first.
 */
static void
deleted_first(void)
{
  static const char* const ANSWERS[] = {
    UPLOAD_BOTH, UPLOAD_BOTH, UPLOAD_FINE, UPLOAD_FINE, UPLOAD_BOTH};
  upload_begin(&s, ANSWERS, 5U);
  s.upload.replace = true;
  s.endpoint.kind  = "tdb2";
  CU_ASSERT_EQUAL(ln_run_upload(&s.upload, s.f.log, &s.uploaded), LN_OK);
  CU_ASSERT_EQUAL(s.uploaded.before, 2U);
  CU_ASSERT_EQUAL(s.uploaded.after, 2U);
  CU_ASSERT_PTR_NOT_NULL(strstr(s.f.findings.s, "L1038"));
  upload_end(&s);
  CU_ASSERT_PTR_NOT_NULL(strstr(s.server.requests[2], "DELETE /store?graph=a%3Ag HTTP/1.1\r\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(s.server.requests[3], "PUT /store?graph=a%3Ag HTTP/1.1\r\n"));
}

static const unit_test TESTS[] = {{"replaced", replaced},
                                  {"deleted first", deleted_first},
                                  {"lost", lost},
                                  {"late", late},
                                  {"not begun", not_begun}};

UNIT_MAIN("run/upload", TESTS)
