/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triples from pieces that are cut anywhere. */

#include "run/triple_batch.h"

#include "run_unit.h"

static ln_status
count_triple(void* const self, const ln_read_triple* const triple)
{
  size_t* const n = self;
  CHECK_VIEW(triple->subject.text, "a:s");
  ++*n;
  return LN_OK;
}

static void
pieces(void)
{
  static const ln_view TEXT = {"<a:s> <a:p> \"1\" .\n<a:s> <a:p> \"2\" .", 35U};
  folder               f;
  size_t               n = 0U;
  set_up(&f);
  ln_triple_batch batch = {.log = f.log, .take = count_triple, .self = &n};
  CU_ASSERT_EQUAL_FATAL(ln_log_source(f.log, LN_V("x"), NULL, NULL, &batch.source), LN_OK);
  for (size_t i = 0U; i < TEXT.n; ++i) {
    CU_ASSERT_EQUAL(ln_triple_batch_add(&batch, (ln_view){TEXT.s + i, 1U}), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_triple_batch_end(&batch), LN_OK);
  CU_ASSERT_EQUAL(n, 2U);
  CU_ASSERT_EQUAL(ln_triple_batch_end(&batch), LN_OK);
  CU_ASSERT_EQUAL(n, 2U);
  CU_ASSERT_EQUAL(ln_triple_batch_add(&batch, LN_V("<a:s> <a:p>\n")), LN_OK);
  CU_ASSERT_EQUAL(ln_triple_batch_end(&batch), LN_STOP);
  CU_ASSERT_PTR_NOT_NULL(strstr(f.findings.s, "L0702"));
  ln_triple_batch_clear(&batch);
  tear_down(&f);
}

/* So many that they are read before the end. */
static void
spilled(void)
{
  folder      f;
  size_t      n     = 0U;
  ln_spill*   spill = NULL;
  const char* error = NULL;
  set_up(&f);
  ln_triple_batch batch = {.log = f.log, .take = count_triple, .self = &n};
  CU_ASSERT_EQUAL_FATAL(ln_log_source(f.log, LN_V("x"), NULL, NULL, &batch.source), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_spill_open(0U, &spill, &error), LN_OK);
  for (size_t i = 0U; i < 100000U; ++i) {
    CU_ASSERT_EQUAL(ln_spill_put(spill, "<a:s> <a:p> <a:o> .\n", 20U), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_triple_batch_spill(&batch, spill), LN_OK);
  CU_ASSERT_EQUAL(n, 100000U);
  ln_spill_close(spill);
  ln_triple_batch_clear(&batch);
  tear_down(&f);
}

static const unit_test TESTS[] = {{"pieces", pieces}, {"spilled", spilled}};

UNIT_MAIN("run/triple_batch", TESTS)
