/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Runs over tables whose header is their mapping. */

#include "map/mapping.h"
#include "run/run.h"
#include "run_unit.h"

static ln_status
export_nt(const folder* const f, const char* const* const prefixes, const size_t n)
{
  char         input[PATH_SIZE];
  char         output[PATH_SIZE];
  ln_summary   summary = {0};
  const ln_job job     = {.input          = path_to(f, "t.csv", input),
                          .output         = path_to(f, "t.nt", output),
                          .layers         = LN_LAYER_FACTS,
                          .header_mapping = true,
                          .prefixes       = prefixes,
                          .n_prefixes     = n};
  return ln_run_export(&job, f->log, &summary);
}

static void
prefixes(void)
{
  static const char* const given[] = {"ex=https://example.org/", "a=urn:a:"};
  folder                   f;
  set_up(&f);
  put_file(&f, "t.csv", "@prefix a: <urn:b:>,\n@id<ex:{}>,a:n\nx,1\n", false);
  CU_ASSERT_EQUAL(export_nt(&f, given, 2U), LN_OK);
  CHECK_FILE(&f, "t.nt", "<https://example.org/x> <urn:b:n> \"1\" .\n");
  CHECK_FINDINGS(&f, "");
  tear_down(&f);
}

static void
faults(void)
{
  folder f;
  set_up(&f);
  put_file(&f, "t.csv", "@prefix a: <urn:b:>,x\n@id\n", false);
  CU_ASSERT_EQUAL(export_nt(&f, NULL, 0U), LN_USAGE);
  put_file(&f, "t.csv", "a,b:c\n", false);
  CU_ASSERT_EQUAL(export_nt(&f, NULL, 0U), LN_USAGE);
  put_file(&f, "t.csv", "", false);
  CU_ASSERT_EQUAL(export_nt(&f, NULL, 0U), LN_OK);
  CHECK_FINDINGS(&f,
                 "L0433 output 1:1 the row declares no prefix: \"@prefix a: <urn:b:>\"\n"
                 "L0431 output 1:2 the prefix \"b\" is not known\n"
                 "L0506 table 0:0 the table is empty: it has not even a header\n");
  tear_down(&f);
}

static void
failing(void)
{
  folder f;
  set_up(&f);
  put_file(&f, "t.csv", "@prefix a: <urn:b:>\n@id<a:{}>\nx\n", false);
  CHECK_ALLOC_FAILURES(export_nt(&f, NULL, 0U), new_log(&f));
  tear_down(&f);
}

static const unit_test tests[] = {
  {"prefixes", prefixes},
  {"faults", faults},
  {"failing allocator", failing},
};

UNIT_MAIN("run/header_row", tests)
