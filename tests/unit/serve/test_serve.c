/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From an input to a server, and what is reported if that cannot be. */

#include "map/mapping.h"
#include "serve/serve.h"
#include "unit.h"

static uint64_t told;

static void
tell(const uint64_t triples, const ln_view url)
{
  told = url.n > 0U ? triples : 0U;
}

static ln_status
serve(const char* const input, const char* const address, const volatile sig_atomic_t* const stop)
{
  const ln_log_policy policy = {0};
  ln_log* const       log    = ln_log_new(&policy);
  char                path[256];
  char*               inputs[1] = {path};
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  CU_ASSERT_FATAL(snprintf(path, sizeof(path), "%s", input) < (int)sizeof(path));
  const ln_job job   = {.input    = path,
                        .inputs   = inputs,
                        .n_inputs = 1U,
                        .layers   = LN_LAYER_FACTS,
                        .stop     = stop,
                        .serve    = {.address = address, .connections = 4U}};
  told               = 0U;
  const ln_status st = ln_serve_run(&job, log, tell);
  ln_log_free(log);
  return st;
}

static void
test_ends(void)
{
  CU_ASSERT_EQUAL(serve("ontology/core.ttl", "nowhere", NULL), LN_USAGE);
  CU_ASSERT_EQUAL(serve("nowhere.ttl", "127.0.0.1", NULL), LN_IO);
  CU_ASSERT_EQUAL(told, 0U);
}

static const unit_test tests[] = {{"ends", test_ends}};

UNIT_MAIN("serve/serve", tests)
