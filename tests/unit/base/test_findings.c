/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Findings that were kept for a while say the same as those reported at once. */

#include "unit.h"

#include "base/findings.h"

#include <stdio.h>

static bool
locate(void* const self, const ln_where where, ln_place* const place)
{
  const ln_view* const name = self;
  *place = (ln_place){.line = where.row + 10U, .column = where.field, .name = *name};
  return where.row != 99U;
}

/* Two sources, 1 a table and 2 another; faults of every kind. */
static ln_status
report_all(ln_log* const log)
{
  const ln_spot spot = {2U, {.line = 3U, .column = 4U, .name = LN_V("a.b")}};
  LN_TRY(ln_report(log, LN_L0106, LN_NO_ROW, (ln_where){1U, 0U, 5U}, LN_V(""), "%d cells", 3));
  LN_TRY(
    ln_report(log, LN_L0201, LN_NO_VALUE, (ln_where){1U, 2U, 6U}, LN_V("write 7"), "%s", "six"));
  LN_TRY(ln_report(log, LN_L0110, LN_KEPT, (ln_where){2U, 1U, 7U}, LN_V(""), "elsewhere"));
  LN_TRY(ln_report_at(log, LN_L0603, LN_NO_OUTPUT, &spot, LN_V(""), "at a place"));
  LN_TRY(ln_report(log, LN_L0106, LN_NO_ROW, (ln_where){1U, 1U, 99U}, LN_V(""), "no place"));
  return ln_report(log, LN_L0111, LN_KEPT, (ln_where){0U, 0U, 0U}, LN_V(""), "a note");
}

typedef struct {
  FILE*    stream;
  char*    text;
  size_t   n;
  ln_view  name;
  ln_log*  log;
  uint32_t source;
} fixture;

static void
open_log(fixture* const f, ln_log_policy policy)
{
  *f            = (fixture){.name = LN_V("column")};
  f->stream     = open_memstream(&f->text, &f->n);
  policy.stream = f->stream;
  f->log        = ln_log_new(&policy);
  CU_ASSERT_PTR_NOT_NULL_FATAL(f->log);
  CU_ASSERT_EQUAL(ln_log_source(f->log, LN_V("one.csv"), locate, &f->name, &f->source), LN_OK);
  CU_ASSERT_EQUAL(ln_log_source(f->log, LN_V("two.csv"), locate, &f->name, &f->source), LN_OK);
}

static void
close_log(fixture* const f)
{
  CU_ASSERT_EQUAL(ln_log_finish(f->log), LN_OK);
  ln_log_free(f->log);
  CU_ASSERT_EQUAL(fclose(f->stream), 0);
}

static void
compare(const ln_log_policy policy, const unsigned rounds)
{
  fixture      direct;
  fixture      kept;
  ln_findings* findings = NULL;
  open_log(&direct, policy);
  open_log(&kept, policy);
  CU_ASSERT_EQUAL(ln_findings_new(kept.log, 1U, locate, &kept.name, &findings), LN_OK);
  for (unsigned i = 0U; i < rounds; ++i) {
    const ln_status st = report_all(direct.log);
    ln_findings_mute(findings, !ln_log_wants(kept.log));
    CU_ASSERT_EQUAL(report_all(ln_findings_log(findings)), st);
    CU_ASSERT_EQUAL(ln_findings_hand_on(findings, kept.log), st);
  }
  for (int s = LN_NOTE; s <= LN_ERROR; ++s) {
    CU_ASSERT_EQUAL(ln_log_count(kept.log, (ln_severity)s),
                    ln_log_count(direct.log, (ln_severity)s));
  }
  ln_findings_free(findings);
  close_log(&direct);
  close_log(&kept);
  CU_ASSERT_STRING_EQUAL(kept.text, direct.text);
  CU_ASSERT(kept.n > 0U);
  free(direct.text);
  free(kept.text);
}

static void
same_text(void)
{
  compare((ln_log_policy){0}, 1U);
  compare((ln_log_policy){0}, 3U);
  compare((ln_log_policy){.quiet = true}, 2U);
  compare((ln_log_policy){.max_errors = 3U}, 10U);
  compare((ln_log_policy){.max_errors = 1U, .quiet = true}, 10U);
  compare((ln_log_policy){.strict = true}, 1U);
}

static void
wants(void)
{
  fixture f;
  open_log(&f, (ln_log_policy){.max_errors = 2U});
  CU_ASSERT(ln_log_wants(f.log));
  CU_ASSERT_EQUAL(ln_log_add_unseen(f.log, LN_ERROR, 2U), LN_OK);
  CU_ASSERT(ln_log_wants(f.log));
  CU_ASSERT_EQUAL(ln_log_add_unseen(f.log, LN_WARNING, 2U), LN_OK);
  CU_ASSERT_FALSE(ln_log_wants(f.log));
  close_log(&f);
  free(f.text);
  ln_log* const nobody = ln_log_new(&(ln_log_policy){0});
  CU_ASSERT_PTR_NOT_NULL_FATAL(nobody);
  CU_ASSERT_FALSE(ln_log_wants(nobody));
  ln_log_free(nobody);
}

static ln_status
keep_all(const ln_log* const log, ln_log* const to, ln_findings** const findings)
{
  LN_TRY(ln_findings_new(log, 1U, NULL, NULL, findings));
  LN_TRY(report_all(ln_findings_log(*findings)));
  return ln_findings_hand_on(*findings, to);
}

static void
no_memory(void)
{
  ln_findings* findings = NULL;
  ln_log*      log      = ln_log_new(&(ln_log_policy){0});
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  CHECK_ALLOC_FAILURES(keep_all(log, log, &findings), ln_findings_free(findings); findings = NULL);
  ln_log_free(log);
}

static const unit_test tests[] = {
  {"same text", same_text},
  {"wants", wants},
  {"no memory", no_memory},
};

UNIT_MAIN("base/findings", tests)
