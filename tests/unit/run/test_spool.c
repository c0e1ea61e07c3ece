/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Copies of what is read once: of standard input, of a store, and of neither. */

#include "run/spool.h"
#include "run_unit.h"

#include "canned.h"

#include <fcntl.h>

static canned server;

static void
check_copy(const ln_spool* const spool, const char* const expected)
{
  ln_in*      in    = NULL;
  const char* error = NULL;
  char        bytes[256];
  size_t      got = 0U;
  CU_ASSERT_EQUAL_FATAL(ln_in_open(spool->path.s, &in, &error), LN_OK);
  CU_ASSERT_EQUAL(ln_in_read(in, bytes, sizeof(bytes), &got), LN_OK);
  CHECK_VIEW(((ln_view){bytes, got}), expected);
  CU_ASSERT_EQUAL(ln_in_close(in), LN_OK);
}

/* Nothing is left behind. */
static void
check_clear(ln_spool* const spool)
{
  char where[PATH_SIZE];
  (void)snprintf(where, sizeof(where), "%s", spool->folder.s);
  CU_ASSERT_EQUAL(access(where, F_OK), 0);
  ln_spool_clear(spool);
  CU_ASSERT_NOT_EQUAL(access(where, F_OK), 0);
}

static void
test_input(void)
{
  folder    f;
  char      path[PATH_SIZE];
  ln_spool  spool = {.out = NULL};
  const int kept  = dup(STDIN_FILENO);
  set_up(&f);
  put_file(&f, "text", "<x:a> <x:p> \"1\" .\n", false);
  const int fd = open(path_to(&f, "text", path), O_RDONLY);
  CU_ASSERT_FATAL(fd >= 0 && dup2(fd, STDIN_FILENO) == STDIN_FILENO);
  CU_ASSERT_EQUAL_FATAL(ln_spool_input(&spool, f.log), LN_OK);
  check_copy(&spool, "<x:a> <x:p> \"1\" .\n");
  check_clear(&spool);
  CU_ASSERT(dup2(kept, STDIN_FILENO) == STDIN_FILENO);
  CU_ASSERT_EQUAL(close(kept) + close(fd), 0);
  tear_down(&f);
}

#define TRIPLES "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/n-triples\r\n"

static void
test_store(void)
{
  static const char* const ANSWERS[] = {TRIPLES "\r\n<a:a> <a:b> <a:c> .\n",
                                        TRIPLES "Content-Length: 99\r\n\r\n<a:a>"};
  folder                   f;
  char                     url[64];
  ln_spool                 spool = {.out = NULL};
  canned_start(&server, ANSWERS, 2U, url);
  const ln_endpoint       endpoint = {.graph_store = url};
  const ln_store_settings settings = {.endpoint = &endpoint};
  set_up(&f);
  CU_ASSERT_EQUAL(ln_spool_store(&spool, &settings, f.log), LN_OK);
  check_copy(&spool, "<a:a> <a:b> <a:c> .\n");
  check_clear(&spool);
  CU_ASSERT_EQUAL(ln_log_count(f.log, LN_ERROR), 0U);
  CU_ASSERT_EQUAL(ln_spool_store(&spool, &settings, f.log), LN_IO); // cut off
  CU_ASSERT_EQUAL(ln_log_count(f.log, LN_ERROR), 1U);
  check_clear(&spool);
  canned_stop(&server);
  tear_down(&f);
}

static void
test_unreadable(void)
{
  folder                  f;
  ln_spool                spool    = {.out = NULL};
  const ln_endpoint       endpoint = {.update = "http://127.0.0.1:1/"};
  const ln_store_settings settings = {.endpoint = &endpoint};
  set_up(&f);
  CU_ASSERT_EQUAL(ln_spool_store(&spool, &settings, f.log), LN_IO);
  CU_ASSERT_EQUAL(ln_log_count(f.log, LN_ERROR), 1U);
  ln_spool_clear(&spool);
  tear_down(&f);
}

static const unit_test tests[] = {
  {"input", test_input}, {"store", test_store}, {"unreadable", test_unreadable}};

UNIT_MAIN("spool", tests)
