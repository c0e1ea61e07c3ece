/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Inputs that cannot be read are told; what is inside reports is looked at by the cases. */

#include "run/run.h"
#include "unit.h"

static void
missing(void)
{
  char                a[]      = "nowhere.ttl";
  char                b[]      = "moma=nowhere.csv";
  char*               inputs[] = {a, b};
  const ln_log_policy silent   = {0};
  const ln_job job = {.inputs = inputs, .n_inputs = 2U, .output = "/dev/null", .memory = 1U << 20U};
  ln_summary   summary = {0};
  ln_log* const log    = ln_log_new(&silent);
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  CU_ASSERT_NOT_EQUAL(ln_run_compare(&job, log, &summary), LN_OK);
  CU_ASSERT(ln_log_count(log, LN_ERROR) > 0U);
  ln_log_free(log);
}

static const unit_test tests[] = {{"missing", missing}};

UNIT_MAIN("contrast run", tests)
