/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which store a command line means. */

#include "cli/destination.h"

#include "unit.h"

#include <sys/stat.h>
#include <unistd.h>

static char* const url[]   = {(char[]){"http://a.example/data"}};
static char* const saved[] = {(char[]){"museum"}};
static char* const none[]  = {(char[]){"none"}};

static ln_status
read_words(char* const* const    words,
           ln_args* const        args,
           ln_destination* const d,
           ln_text* const        error)
{
  args->inputs   = words;
  args->n_inputs = 1U;
  ln_text_reset(error);
  return ln_destination_read(args, d, error);
}

static void
by_options(void)
{
  ln_args        args  = {.n_inputs = 0U};
  ln_destination d     = {.words = 7U};
  ln_text        error = {0};
  CU_ASSERT_EQUAL(ln_destination_read(&args, &d, &error), LN_USAGE);
  CU_ASSERT_PTR_NOT_NULL(strstr(error.s, "a TARGET is missing"));
  ln_destination_clear(&d);
  args.values[LN_OPT_UPDATE_URL] = "http://a.example/update";
  args.values[LN_OPT_QUERY_URL]  = "http://a.example/query";
  args.values[LN_OPT_IN_GRAPH]   = "a:g";
  args.values[LN_OPT_SILENCE]    = "7";
  args.values[LN_OPT_RETRIES]    = "3";
  CU_ASSERT_EQUAL(read_words(url, &args, &d, &error), LN_OK);
  CU_ASSERT_EQUAL(d.words, 0U);
  CU_ASSERT_PTR_NULL(d.endpoint.graph_store);
  CU_ASSERT_STRING_EQUAL(d.endpoint.update, "http://a.example/update");
  CU_ASSERT_STRING_EQUAL(d.endpoint.query, "http://a.example/query");
  CU_ASSERT_STRING_EQUAL(d.endpoint.graph, "a:g");
  CU_ASSERT_PTR_EQUAL(d.settings.endpoint, &d.endpoint);
  CU_ASSERT_EQUAL(d.settings.http.idle_ms, 7000U);
  CU_ASSERT_EQUAL(d.settings.retry.most, 3U);
  ln_destination_clear(&d);
  args.values[LN_OPT_RETRIES] = "1001";
  CU_ASSERT_EQUAL(read_words(url, &args, &d, &error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&error), "--retries takes at most 1000");
  ln_destination_clear(&d);
  ln_text_clear(&error);
}

static void
by_words(void)
{
  char           folder[] = "/tmp/liner-test.XXXXXX";
  char           path[64];
  ln_args        args    = {.n_inputs = 0U};
  ln_destination d       = {.words = 7U};
  ln_text        error   = {0};
  ln_targets*    targets = NULL;
  CU_ASSERT_EQUAL(read_words(url, &args, &d, &error), LN_OK);
  CU_ASSERT_EQUAL(d.words, 1U);
  CU_ASSERT_STRING_EQUAL(d.endpoint.graph_store, url[0]);
  ln_destination_clear(&d);
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
  CU_ASSERT_EQUAL(setenv("XDG_CONFIG_HOME", folder, 1), 0);
  snprintf(path, sizeof(path), "%s/liner/targets", folder);
  CU_ASSERT_EQUAL_FATAL(ln_targets_read(path, &targets, &error), LN_OK);
  const ln_endpoint endpoint = {.graph_store = "http://b.example/data", .graph = "b:g"};
  CU_ASSERT_EQUAL(ln_targets_put(targets, LN_V("museum"), &endpoint), LN_OK);
  CU_ASSERT_EQUAL(ln_targets_write(targets, path, &error), LN_OK);
  ln_targets_free(targets);
  args.values[LN_OPT_IN_GRAPH] = "a:g";
  CU_ASSERT_EQUAL(read_words(saved, &args, &d, &error), LN_OK);
  CU_ASSERT_EQUAL(d.words, 1U);
  CU_ASSERT_STRING_EQUAL(d.endpoint.graph_store, "http://b.example/data");
  CU_ASSERT_STRING_EQUAL(d.endpoint.graph, "a:g");
  ln_destination_clear(&d);
  CU_ASSERT_EQUAL(read_words(none, &args, &d, &error), LN_USAGE);
  CU_ASSERT_PTR_NOT_NULL(strstr(error.s, "there is no saved target \"none\""));
  ln_destination_clear(&d);
  CU_ASSERT_EQUAL(remove(path), 0);
  ln_text_clear(&error);
}

static const unit_test TESTS[] = {{"by options", by_options}, {"by words", by_words}};

UNIT_MAIN("cli/destination", TESTS)
