/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Who we are, from a file and from the environment; secrets are in no message. */

#include "store/login.h"

#include "unit.h"

static char path[] = "/tmp/liner-test.XXXXXX";

static void
write_file(const char* const text)
{
  FILE* const file = fopen(path, "w");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT(fputs(text, file) >= 0);
  CU_ASSERT_EQUAL(fclose(file), 0);
}

static void
from_file(void)
{
  ln_login  login = {{0}, {0}};
  ln_text   error = {0};
  const int fd    = mkstemp(path);
  CU_ASSERT_FATAL(fd >= 0);
  CU_ASSERT_EQUAL(fclose(fdopen(fd, "w")), 0);
  write_file("# of the museum\r\nuser dba\r\n\npassword open  sesame \n");
  CU_ASSERT_EQUAL(ln_login_read(path, &login, &error), LN_OK);
  CU_ASSERT_STRING_EQUAL(login.http.user, "dba");
  CU_ASSERT_STRING_EQUAL(login.http.password, "open  sesame ");
  CU_ASSERT_PTR_NULL(login.http.token);
  ln_login_clear(&login);
  write_file("token t0k"); // without a line end
  CHECK_ALLOC_FAILURES(
    ln_login_read(path, &login, &error), if (st_ != LN_OK) { ln_login_clear(&login); });
  CU_ASSERT_STRING_EQUAL(login.http.token, "t0k");
  ln_login_clear(&login);
  CU_ASSERT_PTR_NULL(login.http.token);
  ln_text_clear(&error);
}

static void
bad_files(void)
{
  static const char* const BAD[] = {"",
                                    "user dba\n",
                                    "password s3cret\n",
                                    "token t0k\nuser dba\npassword s3cret\n",
                                    "user dba\npassword s3cret\nother s3cret\n",
                                    "users3cret\n"};
  for (size_t i = 0U; i < sizeof(BAD) / sizeof(BAD[0]); ++i) {
    ln_login login = {{0}, {0}};
    ln_text  error = {0};
    write_file(BAD[i]);
    CU_ASSERT_EQUAL(ln_login_read(path, &login, &error), LN_USAGE);
    CU_ASSERT_PTR_NOT_NULL_FATAL(error.s);
    CU_ASSERT_PTR_NOT_NULL(strstr(error.s, "does not say who we are"));
    CU_ASSERT_PTR_NULL(strstr(error.s, "s3cret"));
    ln_login_clear(&login);
    ln_text_clear(&error);
  }
  ln_login login = {{0}, {0}};
  ln_text  error = {0};
  CU_ASSERT_EQUAL(remove(path), 0);
  CU_ASSERT_EQUAL(ln_login_read(path, &login, &error), LN_USAGE);
  CU_ASSERT_PTR_NOT_NULL(strstr(error.s, "cannot be read"));
  ln_login_clear(&login);
  ln_text_clear(&error);
}

static void
from_environment(void)
{
  ln_login login = {{0}, {0}};
  ln_text  error = {0};
  CU_ASSERT_EQUAL(setenv("NETRC", "their.netrc", 1), 0);
  CU_ASSERT_EQUAL(setenv("LINER_STORE_USER", "dba", 1), 0);
  CU_ASSERT_EQUAL(ln_login_read(NULL, &login, &error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&error), "LINER_STORE_USER and LINER_STORE_PASSWORD need each other");
  CU_ASSERT_EQUAL(setenv("LINER_STORE_PASSWORD", "s3cret", 1), 0);
  CU_ASSERT_EQUAL(ln_login_read(NULL, &login, &error), LN_OK);
  CU_ASSERT_STRING_EQUAL(login.http.user, "dba");
  CU_ASSERT_STRING_EQUAL(login.http.password, "s3cret");
  CU_ASSERT_STRING_EQUAL(login.http.netrc, "their.netrc");
  CU_ASSERT_EQUAL(setenv("LINER_STORE_TOKEN", "t0k", 1), 0);
  CU_ASSERT_EQUAL(ln_login_read(NULL, &login, &error), LN_OK);
  CU_ASSERT_STRING_EQUAL(login.http.token, "t0k");
  CU_ASSERT_PTR_NULL(login.http.user);
  ln_login_clear(&login);
  ln_text_clear(&error);
}

static const unit_test TESTS[] = {
  {"from a file", from_file}, {"bad files", bad_files}, {"from the environment", from_environment}};

UNIT_MAIN("store/login", TESTS)
