/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The reports of a run: a table of formats, and a device for each that was asked for. A finding is
   written when it is made, so memory does not grow with their number. A report that fails goes on
   failing quietly; ln_reports_finish tells, as a listener has no way to end a run. */

#include "base/report_inner.h"

#include "base/markup.h"
#include "base/memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const ln_report_kind* const kinds[] = {
  &ln_report_text, &ln_report_jsonl, &ln_report_sarif, &ln_report_junit};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

const char*
ln_report_format(const size_t i)
{
  return i < KINDS ? kinds[i]->name : NULL;
}

void
ln_report_split(const ln_view text, ln_view* const format, ln_view* const file)
{
  const size_t colon = ln_view_find(text, ':');
  *format            = ln_view_first(text, colon);
  *file              = ln_view_from(text, colon < text.n ? colon + 1U : text.n);
}

static const ln_report_kind*
find_kind(const ln_view format)
{
  for (size_t i = 0U; i < KINDS; ++i) {
    if (ln_view_equals(format, ln_view_of(kinds[i]->name))) {
      return kinds[i];
    }
  }
  return NULL;
}

ln_status
ln_reports_add(ln_reports* const  reports,
               const ln_view      format,
               const char* const  file,
               const char* const  version,
               const char** const error)
{
  const ln_report_kind* const kind = find_kind(format);
  if (!kind) {
    return LN_USAGE;
  }
  ln_reporter* const v = ln_realloc(reports->v, reports->n + 1U, sizeof(ln_reporter));
  if (!v) {
    return LN_NO_MEM;
  }
  reports->v                = v;
  ln_reporter* const report = &v[reports->n++];
  *report                   = (ln_reporter){.kind = kind, .version = version};
  LN_TRY(ln_text_add(&report->file, ln_view_of(file)));
  LN_TRY(ln_out_open(file, LN_PACK_BY_NAME, &report->out, error));
  const ln_status st = kind->begin ? kind->begin(report) : LN_OK;
  *error             = st == LN_IO ? report->error : *error;
  return st;
}

void
ln_reports_take(void* const self, const ln_finding* const finding)
{
  const ln_reports* const reports = self;
  for (size_t i = 0U; i < reports->n; ++i) {
    ln_reporter* const report = &reports->v[i];
    if (report->status == LN_OK) {
      report->status = report->kind->take(report, finding);
      ++report->n;
    }
  }
}

static ln_status
finish(ln_reporter* const report, const ln_log* const log, const ln_report_end* const end)
{
  LN_TRY(report->status);
  LN_TRY(report->kind->end(report, log, end));
  return ln_out_finish(report->out);
}

ln_status
ln_reports_finish(ln_reports* const          reports,
                  const ln_log* const        log,
                  const ln_report_end* const end,
                  const char** const         file,
                  const char** const         error)
{
  for (size_t i = 0U; i < reports->n; ++i) {
    ln_reporter* const report = &reports->v[i];
    const ln_status    st     = finish(report, log, end);
    if (st != LN_OK) {
      *file  = report->file.s;
      *error = report->error && *report->error ? report->error : ln_out_error(report->out);
      return st;
    }
  }
  return LN_OK;
}

void
ln_reports_clear(ln_reports* const reports)
{
  for (size_t i = 0U; i < reports->n; ++i) {
    ln_reporter* const report = &reports->v[i];
    ln_out_abandon(report->out);
    ln_out_abandon(report->piece);
    ln_spill_close(report->spill);
    ln_free(report->counts);
    ln_text_clear(&report->file);
    ln_text_clear(&report->text);
  }
  ln_free(reports->v);
  *reports = (ln_reports){0};
}

const char*
ln_report_severity(const ln_severity severity)
{
  static const char* const words[] = {
    [LN_NOTE] = "note", [LN_WARNING] = "warning", [LN_ERROR] = "error"};
  return words[severity];
}

const char*
ln_report_effect(const ln_effect effect)
{
  static const char* const words[] = {
    [LN_KEPT]      = "kept",
    [LN_NO_VALUE]  = "value left out",
    [LN_NO_ROW]    = "row left out",
    [LN_NO_TABLE]  = "table left out",
    [LN_NO_OUTPUT] = "nothing written",
  };
  return words[effect];
}

ln_view
ln_report_hint(const ln_finding* const finding)
{
  return finding->hint.n > 0U ? finding->hint : ln_view_of(ln_code_about(finding->code)->remedy);
}

void
ln_report_number(ln_out* const out, const uint64_t n)
{
  char      text[24];
  const int length = snprintf(text, sizeof(text), "%" PRIu64, n);
  ln_out_put(out, text, length > 0 ? (size_t)length : 0U);
}

static void
put_name(ln_out* const out, const char* const name)
{
  ln_report_put(out, ",\"");
  ln_report_put(out, name);
  ln_report_put(out, "\":");
}

void
ln_report_member(ln_out* const out, const char* const name, const ln_view value)
{
  put_name(out, name);
  ln_out_put_byte(out, '"');
  ln_markup_json(out, value);
  ln_out_put_byte(out, '"');
}

void
ln_report_count_member(ln_out* const out, const char* const name, const uint64_t n)
{
  put_name(out, name);
  ln_report_number(out, n);
}

static ln_status
take_text(ln_reporter* const report, const ln_finding* const finding)
{
  ln_text_reset(&report->text);
  LN_TRY(ln_finding_text(finding, &report->text));
  ln_out_put_view(report->out, ln_text_view(&report->text));
  return LN_OK;
}

static ln_status
end_text(ln_reporter* const report, const ln_log* const log, const ln_report_end* const end)
{
  ln_text_reset(&report->text);
  LN_TRY(ln_text_format(&report->text,
                        "liner: rows %" PRIu64 ", rows reported %" PRIu64 ", notes %" PRIu64
                        ", warnings %" PRIu64 ", errors %" PRIu64 "\n",
                        end->rows,
                        end->rows_reported,
                        ln_log_count(log, LN_NOTE),
                        ln_log_count(log, LN_WARNING),
                        ln_log_count(log, LN_ERROR)));
  ln_out_put_view(report->out, ln_text_view(&report->text));
  return LN_OK;
}

const ln_report_kind ln_report_text = {"text", NULL, take_text, end_text};
