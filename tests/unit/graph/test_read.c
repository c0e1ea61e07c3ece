/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which syntax a file is of, where it is, and what cannot be read at all. */

#include "read_unit.h"

static void
endings(void)
{
  const char* name    = NULL;
  const char* label   = NULL;
  const char* endings = NULL;
  size_t      n       = 0U;
  while (ln_read_syntax(n, &name, &label, &endings)) {
    CU_ASSERT(name[0] != '\0' && label[0] != '\0' && endings[0] == '.');
    ++n;
  }
  CU_ASSERT_EQUAL(n, 7U);
}

static ln_status
read_path(const char* const path, const ln_view bytes, read_sample* const s)
{
  const ln_reading    reading = {.path = path, .bytes = bytes};
  const ln_log_policy policy  = {0};
  ln_log* const       log     = ln_log_new(&policy);
  uint32_t            source  = 0U;
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  ln_log_listen(log, read_listen, s);
  CU_ASSERT_EQUAL(ln_log_source(log, ln_view_of(path), NULL, NULL, &source), LN_OK);
  const ln_status st = ln_read_triples(&reading, source, log, read_take, s, &s->whole);
  ln_log_free(log);
  return st;
}

static void
by_ending(void)
{
  const ln_view QUAD = LN_V("<http://a/s> <http://a/p> \"o\" <http://a/g> .\n");
  read_sample   s    = {0};
  CU_ASSERT_EQUAL(read_path("x.nq.gz", QUAD, &s), LN_OK);
  CHECK_VIEW(ln_text_view(&s.text), "<http://a/s> <http://a/p> \"o\" <http://a/g> \n");
  CU_ASSERT(s.whole);
  read_clear(&s);
  CU_ASSERT_EQUAL(read_path("x", QUAD, &s), LN_OK); // Turtle has no graphs
  CU_ASSERT_FALSE(s.whole);
  CU_ASSERT_EQUAL(s.line, 1U);
  CU_ASSERT_EQUAL(s.code, LN_L0702);
  read_clear(&s);
}

/* A file without a base has its own address; bytes from memory stand for a file that may not be. */
static void
address(void)
{
  read_sample s = {0};
  CU_ASSERT_EQUAL(read_path("/", LN_V("<a> <b> <c> ."), &s), LN_OK);
  CHECK_VIEW(ln_text_view(&s.text), "<file:///a> <file:///b> <file:///c> \n");
  read_clear(&s);
}

static void
unreadable(void)
{
  read_sample s = {0};
  CU_ASSERT_EQUAL(read_path("/nowhere/at/all.ttl", (ln_view){NULL, 0U}, &s), LN_IO);
  CHECK_VIEW(ln_text_view(&s.message), "this graph cannot be read: No such file or directory");
  CU_ASSERT_EQUAL(s.code, LN_L0701);
  CU_ASSERT_FALSE(s.whole);
  CU_ASSERT_EQUAL(read_text("n4", LN_V("x"), &s), LN_USAGE);
  CHECK_VIEW(ln_text_view(&s.message), "\"n4\" is not a syntax that can be read");
  CU_ASSERT_EQUAL(s.code, LN_L0703);
  read_clear(&s);
}

static void
stopped(void)
{
  read_sample s = {.stop_at = 2U};
  CU_ASSERT_EQUAL(read_text("turtle", LN_V("<a> <b> 1 , 2 , 3 ."), &s), LN_STOP);
  CU_ASSERT_EQUAL(s.n, 2U);
  CU_ASSERT_FALSE(s.whole);
  read_clear(&s);
}

static const unit_test TESTS[] = {{"syntaxes", endings},
                                  {"by ending", by_ending},
                                  {"address", address},
                                  {"unreadable", unreadable},
                                  {"stopped", stopped}};

UNIT_MAIN("graph/read", TESTS)
