/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A patch for a store: what it is asked, what it is sent, and that its word alone is not enough. */

#include "run/patch.h"
#include "run_unit.h"

#include "canned.h"

#define COUNT(n)                                                                                   \
  "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/sparql-results+json\r\n\r\n"  \
  "{\"results\":{\"bindings\":[{\"n\":{\"value\":\"" n "\"}}]}}"

static const char DONE[]  = "HTTP/1.1 204 Done\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
static const char LARGE[] = "HTTP/1.1 413 Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

static canned server;

typedef struct {
  folder              f;
  char                changes[PATH_SIZE];
  char                url[64];
  ln_endpoint         endpoint;
  ln_patch            patch;
  ln_changeset_counts counts;
} trial;

static void
begin(trial* const t, const char* const* const answers, const size_t n)
{
  set_up(&t->f);
  canned_start(&server, answers, n, t->url);
  t->endpoint = (ln_endpoint){.update = t->url, .query = t->url, .graph = "x:g"};
  t->patch    = (ln_patch){.changes = path_to(&t->f, "changes", t->changes), .memory = 1U << 16U};
  put_file(&t->f,
           "changes",
           "A <x:a> <x:p> \"1\" .\nD <x:a> <x:p> \"1\" .\nD <x:a> <x:p> \"2\" <x:g> .\n"
           "A <x:a> <x:p> \"3\" .\n",
           false);
}

static ln_status
apply(trial* const t)
{
  const ln_store_settings settings = {.endpoint = &t->endpoint};
  return ln_run_patch_store(&t->patch, &settings, t->f.log, &t->counts);
}

static void
end(trial* const t)
{
  canned_stop(&server);
  tear_down(&t->f);
}

/* Of the two removed triples the store has one, of the one added none. */
static void
test_done(void)
{
  static const char* const ANSWERS[] = {COUNT("1"), COUNT("0"), DONE, COUNT("0"), COUNT("1")};
  trial                    t;
  begin(&t, ANSWERS, 5U);
  CU_ASSERT_EQUAL(apply(&t), LN_OK);
  CU_ASSERT_EQUAL(t.counts.removed, 1U);
  CU_ASSERT_EQUAL(t.counts.absent, 1U);
  CU_ASSERT_EQUAL(t.counts.added, 1U);
  CU_ASSERT_EQUAL(ln_log_count(t.f.log, LN_WARNING), 1U);
  end(&t);
  CU_ASSERT_PTR_NOT_NULL(
    strstr(server.requests[2],
           "DELETE DATA {\n  GRAPH <x:g> {\n    <x:a> <x:p> \"1\" .\n    <x:a> <x:p> \"2\" .\n  }\n"
           "} ;\nINSERT DATA {\n  GRAPH <x:g> {\n    <x:a> <x:p> \"3\" .\n  }\n} ;\n"));
}

static void
test_done_before(void)
{
  static const char* const ANSWERS[] = {COUNT("0"), COUNT("1")};
  trial                    t;
  begin(&t, ANSWERS, 2U);
  CU_ASSERT_EQUAL(apply(&t), LN_OK);
  CU_ASSERT_EQUAL(t.counts.removed + t.counts.added, 0U);
  end(&t);
}

/* It says that it did what it did not do. */
static void
test_not_done(void)
{
  static const char* const ANSWERS[] = {COUNT("2"), COUNT("0"), DONE, COUNT("0"), COUNT("0")};
  trial                    t;
  begin(&t, ANSWERS, 5U);
  CU_ASSERT_EQUAL(apply(&t), LN_STOP);
  CU_ASSERT_EQUAL(ln_log_count(t.f.log, LN_ERROR), 1U);
  end(&t);
}

/* Too large however small, and no way to ask. */
static void
test_refused(void)
{
  static const char* const ANSWERS[] = {LARGE, LARGE, LARGE, LARGE};
  trial                    t;
  begin(&t, ANSWERS, 4U);
  t.endpoint.query = NULL;
  CU_ASSERT_EQUAL(apply(&t), LN_IO);
  CU_ASSERT_EQUAL(ln_log_count(t.f.log, LN_WARNING), 1U);
  put_file(&t.f, "changes", "A _:a <x:p> \"1\" .\n", false);
  CU_ASSERT_EQUAL(apply(&t), LN_STOP);
  t.endpoint.update = NULL;
  CU_ASSERT_EQUAL(apply(&t), LN_USAGE);
  end(&t);
}

static const unit_test tests[] = {{"done", test_done},
                                  {"done before", test_done_before},
                                  {"not done", test_not_done},
                                  {"refused", test_refused}};

UNIT_MAIN("patch_store", tests)
