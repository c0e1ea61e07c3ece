/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is asked: a graph, or nothing that can be read. */

#include "unit.h"

#include "run/ask.h"

#include <stdio.h>
#include <unistd.h>

static const char GRAPH[] = "test_source_data.ttl";

static ln_status
load(const char* const path, size_t* const triples, bool* const known)
{
  const ln_log_policy policy = {.stream = NULL};
  const ln_job        job    = {.input = path, .layers = 1U};
  ln_log* const       log    = ln_log_new(&policy);
  ln_source_data      data   = {.set = NULL};
  const ln_status     st     = log ? ln_source_load(&data, &job, log) : LN_NO_MEM;
  *known                     = false;
  if (st == LN_OK) {
    *triples = ln_dataset_size(data.set);
    for (size_t i = 0U; i < data.n_prefixes; ++i) {
      *known = *known ||
               ln_view_equals(data.prefixes[i].iri, LN_V("http://www.w3.org/2000/01/rdf-schema#"));
    }
  }
  ln_source_clear(&data);
  ln_log_free(log);
  return st;
}

static void
put(const char* const path, const char* const text)
{
  FILE* const file = fopen(path, "w");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT(fputs(text, file) >= 0);
  CU_ASSERT_EQUAL(fclose(file), 0);
}

static void
sources(void)
{
  size_t triples = 0U;
  bool   known   = false;
  put(GRAPH, "<http://x/a> <http://x/b> 1, 2 .\n");
  CU_ASSERT_EQUAL(load(GRAPH, &triples, &known), LN_OK);
  CU_ASSERT_EQUAL(triples, 2U);
  CU_ASSERT(known);
  CU_ASSERT_EQUAL(load("test_source_data_none.ttl", &triples, &known), LN_IO);
  CU_ASSERT_EQUAL(unlink(GRAPH), 0);
}

static const unit_test TESTS[] = {{"sources", sources}};

UNIT_MAIN("run/source_data", TESTS)
