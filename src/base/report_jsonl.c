/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON lines: an object for each finding, and one at the end that says that this is all and how it
   went. What is not known of a finding is not a member of its object. */

#include "base/markup.h"
#include "base/report_inner.h"

/* Where it stands, as far as known. */
static void
put_place(ln_out* const out, const ln_finding* const finding)
{
  const ln_place* const place = &finding->place;
  if (finding->source.n > 0U) {
    ln_report_member(out, "file", finding->source);
  }
  if (place->line > 0U) {
    ln_report_count_member(out, "line", place->line);
  }
  if (place->column > 0U) {
    ln_report_count_member(out, "column", place->column);
  }
  if (place->letter > 0U) {
    ln_report_count_member(out, "character", place->letter);
  }
  if (finding->where.row > 0U) {
    ln_report_count_member(out, "row", finding->where.row);
  }
  if (place->name.n > 0U) {
    ln_report_member(out, "name", place->name);
  }
}

static ln_status
take(ln_reporter* const report, const ln_finding* const finding)
{
  ln_out* const             out  = report->out;
  const ln_code_info* const code = ln_code_about(finding->code);
  ln_report_put(out, "{\"type\":\"finding\"");
  ln_report_member(out, "code", ln_view_of(code->code));
  ln_report_member(out, "title", ln_view_of(code->name));
  ln_report_member(out, "severity", ln_view_of(ln_report_severity(finding->severity)));
  ln_report_member(out, "effect", ln_view_of(ln_report_effect(finding->effect)));
  put_place(out, finding);
  ln_report_member(out, "message", finding->message);
  ln_report_member(out, "hint", ln_report_hint(finding));
  ln_report_put(out, ",\"documentation\":\"" LN_REPORT_LINK);
  ln_report_put(out, code->code);
  ln_report_put(out, "\"}\n");
  return LN_OK;
}

static ln_status
end(ln_reporter* const report, const ln_log* const log, const ln_report_end* const summary)
{
  ln_out* const out = report->out;
  ln_report_put(out, "{\"type\":\"summary\"");
  ln_report_count_member(out, "rows", summary->rows);
  ln_report_count_member(out, "rowsReported", summary->rows_reported);
  ln_report_count_member(out, "descriptions", summary->descriptions);
  ln_report_count_member(out, "triples", summary->triples);
  ln_report_count_member(out, "notes", ln_log_count(log, LN_NOTE));
  ln_report_count_member(out, "warnings", ln_log_count(log, LN_WARNING));
  ln_report_count_member(out, "errors", ln_log_count(log, LN_ERROR));
  ln_report_count_member(out, "exit", (uint64_t)summary->exit);
  ln_report_put(out, "}\n");
  return LN_OK;
}

const ln_report_kind ln_report_jsonl = {"jsonl", NULL, take, end};
