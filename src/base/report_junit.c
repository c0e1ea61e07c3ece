/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JUnit XML: a suite for each file, an error or a warning is a failed case in it, a note a case
   that passed, and a file without findings is one case that passed. A suite begins with its counts
   and findings of several files may alternate, so they wait in a spill file, each behind its source
   and length, and are gathered file by file at the end. */

#include "base/markup.h"
#include "base/memory.h"
#include "base/report_inner.h"

#include <stdbool.h>

/* What stands in front of a case in the spill file. */
typedef struct {
  uint32_t source;
  uint32_t n;
} record;

static ln_status
begin(ln_reporter* const report)
{
  LN_TRY(ln_out_memory(&report->piece));
  return ln_spill_open(0U, &report->spill, &report->error);
}

static void
put_attribute(ln_out* const out, const char* const name, const ln_view value)
{
  ln_out_put_byte(out, ' ');
  ln_report_put(out, name);
  ln_report_put(out, "=\"");
  ln_markup_xml(out, value);
  ln_out_put_byte(out, '"');
}

static void
put_count(ln_out* const out, const char* const name, const uint64_t n)
{
  ln_out_put_byte(out, ' ');
  ln_report_put(out, name);
  ln_report_put(out, "=\"");
  ln_report_number(out, n);
  ln_out_put_byte(out, '"');
}

static ln_view
name_of(const ln_view source)
{
  return source.n > 0U ? source : LN_V("liner");
}

/* What one of several cases is called: its code and where it is. */
static ln_status
put_name(ln_reporter* const report, const ln_finding* const finding)
{
  ln_text_reset(&report->text);
  LN_TRY(ln_text_add(&report->text, ln_view_of(ln_code_about(finding->code)->code)));
  if (finding->place.name.n > 0U) {
    LN_TRY(ln_text_add_byte(&report->text, ' '));
    LN_TRY(ln_text_add(&report->text, finding->place.name));
  }
  if (finding->where.row > 0U) {
    LN_TRY(ln_text_format(&report->text, ", row %llu", (unsigned long long)finding->where.row));
  }
  put_attribute(report->piece, "name", ln_text_view(&report->text));
  return LN_OK;
}

static ln_status
put_case(ln_reporter* const report, const ln_finding* const finding)
{
  ln_out* const     out   = report->piece;
  const char* const outer = finding->severity == LN_NOTE ? "system-out" : "failure";
  ln_report_put(out, "<testcase");
  LN_TRY(put_name(report, finding));
  put_attribute(out, "classname", name_of(finding->source));
  if (finding->place.line > 0U) {
    put_attribute(out, "file", finding->source);
    put_count(out, "line", finding->place.line);
  }
  ln_report_put(out, ">\n<");
  ln_report_put(out, outer);
  if (finding->severity != LN_NOTE) {
    put_attribute(out, "type", ln_view_of(ln_report_severity(finding->severity)));
    put_attribute(out, "message", finding->message);
  }
  ln_out_put_byte(out, '>');
  ln_text_reset(&report->text);
  LN_TRY(ln_finding_text(finding, &report->text));
  ln_markup_xml(out, ln_text_view(&report->text));
  ln_report_put(out, "</");
  ln_report_put(out, outer);
  ln_report_put(out, ">\n</testcase>\n");
  return out->status;
}

static ln_status
count(ln_reporter* const report, const ln_finding* const finding)
{
  const size_t source = finding->where.source;
  if (source >= report->n_counts) {
    const size_t           n    = source + 1U;
    ln_report_count* const more = ln_realloc(report->counts, n, sizeof(ln_report_count));
    if (!more) {
      return LN_NO_MEM;
    }
    memset(more + report->n_counts, 0, (n - report->n_counts) * sizeof(*more));
    report->counts   = more;
    report->n_counts = n;
  }
  ++report->counts[source].tests;
  report->counts[source].failures += finding->severity != LN_NOTE;
  return LN_OK;
}

/* Failures of the disk that holds the spill file are those of the report. */
static ln_status
spilled(ln_reporter* const report, const ln_status st)
{
  if (st == LN_IO) {
    report->error = ln_spill_error(report->spill);
  }
  return st;
}

static ln_status
take(ln_reporter* const report, const ln_finding* const finding)
{
  LN_TRY(count(report, finding));
  ln_out_rewind(report->piece);
  LN_TRY(put_case(report, finding));
  const ln_view bytes = ln_out_bytes(report->piece);
  const record  front = {finding->where.source, (uint32_t)bytes.n};
  LN_TRY(spilled(report, ln_spill_put(report->spill, &front, sizeof(front))));
  return spilled(report, ln_spill_put(report->spill, bytes.s, bytes.n));
}

/* Copy `n` bytes of the spill file. */
static ln_status
copy(ln_reporter* const report, uint64_t at, uint32_t n)
{
  char piece[1024];
  while (n > 0U) {
    const uint32_t some = n < sizeof(piece) ? n : (uint32_t)sizeof(piece);
    LN_TRY(spilled(report, ln_spill_get(report->spill, at, piece, some)));
    ln_out_put(report->out, piece, some);
    at += some;
    n -= some;
  }
  return LN_OK;
}

/* The cases of one source, in the order they came. */
static ln_status
put_cases(ln_reporter* const report, const uint32_t source)
{
  const uint64_t size = ln_spill_size(report->spill);
  for (uint64_t at = 0U; at < size;) {
    record front;
    LN_TRY(spilled(report, ln_spill_get(report->spill, at, &front, sizeof(front))));
    at += sizeof(front);
    LN_TRY(front.source == source ? copy(report, at, front.n) : LN_OK);
    at += front.n;
  }
  return LN_OK;
}

static void
put_counts(ln_out* const out, const ln_report_count counts)
{
  put_count(out, "tests", counts.tests);
  put_count(out, "failures", counts.failures);
  ln_report_put(out, " errors=\"0\">\n");
}

/* A file without findings has one case; what has no place, or is built in, is no file. */
static ln_report_count
counts_of(const ln_reporter* const report, const ln_log* const log, const uint32_t source)
{
  if (source < report->n_counts && report->counts[source].tests > 0U) {
    return report->counts[source];
  }
  const bool file = source > 0U && !ln_view_starts(ln_log_path(log, source), LN_V("builtin:"));
  return (ln_report_count){file ? 1U : 0U, 0U};
}

static ln_status
put_suite(ln_reporter* const report, const ln_log* const log, const uint32_t source)
{
  ln_out* const out    = report->out;
  const ln_view path   = ln_log_path(log, source);
  const bool    faulty = source < report->n_counts && report->counts[source].tests > 0U;
  ln_report_put(out, "<testsuite");
  put_attribute(out, "name", name_of(path));
  put_counts(out, counts_of(report, log, source));
  if (faulty) {
    LN_TRY(put_cases(report, source));
  } else {
    ln_report_put(out, "<testcase name=\"no findings\"");
    put_attribute(out, "classname", path);
    ln_report_put(out, "/>\n");
  }
  ln_report_put(out, "</testsuite>\n");
  return LN_OK;
}

/* Findings without a place come first, if there are any. */
static ln_status
end(ln_reporter* const report, const ln_log* const log, const ln_report_end* const summary)
{
  ln_report_count all = {0U, 0U};
  (void)summary;
  for (uint32_t i = 0U; i == 0U || ln_log_path(log, i).s; ++i) {
    const ln_report_count counts = counts_of(report, log, i);
    all.tests += counts.tests;
    all.failures += counts.failures;
  }
  ln_report_put(report->out,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"liner\"");
  put_counts(report->out, all);
  LN_TRY(counts_of(report, log, 0U).tests > 0U ? put_suite(report, log, 0U) : LN_OK);
  for (uint32_t i = 1U; ln_log_path(log, i).s; ++i) {
    LN_TRY(counts_of(report, log, i).tests > 0U ? put_suite(report, log, i) : LN_OK);
  }
  ln_report_put(report->out, "</testsuites>\n");
  return LN_OK;
}

const ln_report_kind ln_report_junit = {"junit", begin, take, end};
