/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* --report: what can be judged without opening a file is a fault of usage; then reports are opened
   before the work begins, so that a path that cannot be written costs nothing. */

#include "cli/reporting.h"

#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/suggest.h"
#include "cli/version.h"

#include <stdbool.h>

static ln_status
complain_of_format(const ln_view format, ln_text* const error)
{
  ln_suggest  suggest;
  const char* known  = NULL;
  ln_status   status = ln_suggest_init(&suggest, format);
  if (status == LN_OK) {
    status = ln_suggest_complain(error, "--report has no format \"", format, "\"; it can be ");
  }
  for (size_t i = 0U; status == LN_USAGE && (known = ln_report_format(i)) != NULL; ++i) {
    ln_suggest_offer(&suggest, ln_view_of(known), ln_view_of(known));
    const ln_status added = ln_text_format(error, "%s%s", i > 0U ? ", " : "", known);
    status                = added == LN_OK ? LN_USAGE : added;
  }
  if (status == LN_USAGE && ln_suggest_text(&suggest, error) != LN_OK) {
    status = LN_NO_MEM;
  }
  ln_suggest_clear(&suggest);
  return status;
}

static bool
is_format(const ln_view format)
{
  const char* known = NULL;
  for (size_t i = 0U; (known = ln_report_format(i)) != NULL; ++i) {
    if (ln_view_equals(format, ln_view_of(known))) {
      return true;
    }
  }
  return false;
}

/* Commands without --output write nothing else there. */
static bool
writes_to_stdout(const ln_args* const args, const ln_options accepted)
{
  const char* const output = args->values[LN_OPT_OUTPUT];
  for (size_t i = 0U; i < accepted.n; ++i) {
    if (accepted.ids[i] == LN_OPT_OUTPUT) {
      return !output || ln_view_equals(ln_view_of(output), LN_V("-"));
    }
  }
  return false;
}

/* Whether an earlier report, the output or the rejected rows go to the same file. */
static bool
is_taken(const ln_args* const args, const char* const* const specs, const size_t at)
{
  ln_view format;
  ln_view file;
  ln_view other;
  ln_report_split(ln_view_of(specs[at]), &format, &file);
  bool taken = ln_view_equals(file, ln_view_of(args->values[LN_OPT_OUTPUT])) ||
               ln_view_equals(file, ln_view_of(args->values[LN_OPT_REJECT]));
  for (size_t i = 0U; i < at; ++i) {
    ln_report_split(ln_view_of(specs[i]), &format, &other);
    taken = taken || ln_view_equals(file, other);
  }
  return taken;
}

ln_status
ln_reporting_check(const ln_args* const args, const ln_options accepted, ln_text* const error)
{
  size_t                   n     = 0U;
  const char* const* const specs = ln_args_many(args, LN_OPT_REPORT, &n);
  for (size_t i = 0U; i < n; ++i) {
    ln_view format;
    ln_view file;
    ln_report_split(ln_view_of(specs[i]), &format, &file);
    if (!is_format(format)) {
      return complain_of_format(format, error);
    }
    if (file.n == 0U) {
      return ln_suggest_complain(
        error, "--report needs FORMAT:FILE, not \"", ln_view_of(specs[i]), "\"");
    }
    if (ln_view_equals(file, LN_V("-")) && writes_to_stdout(args, accepted)) {
      return ln_suggest_complain(error,
                                 "--report ",
                                 ln_view_of(specs[i]),
                                 " needs standard output for itself: give -o FILE");
    }
    if (is_taken(args, specs, i)) {
      return ln_suggest_complain(
        error, "--report ", ln_view_of(specs[i]), ": something else is written to that file");
    }
  }
  return LN_OK;
}

static ln_status
report_unwritable(ln_log* const     log,
                  const char* const file,
                  const char* const error,
                  const ln_effect   effect)
{
  const ln_status st = ln_report(log,
                                 LN_L0601,
                                 effect,
                                 (ln_where){0},
                                 LN_V(""),
                                 "the report %s cannot be written: %s",
                                 file,
                                 error && *error ? error : "unknown reason");
  return st == LN_NO_MEM ? st : LN_IO;
}

ln_status
ln_reporting_open(const ln_args* const args, ln_log* const log, ln_reports* const reports)
{
  size_t                   n     = 0U;
  const char* const* const specs = ln_args_many(args, LN_OPT_REPORT, &n);
  for (size_t i = 0U; i < n; ++i) {
    ln_view     format;
    ln_view     file;
    const char* error = NULL;
    ln_report_split(ln_view_of(specs[i]), &format, &file);
    const ln_status st = ln_reports_add(reports, format, file.s, LN_VERSION, &error);
    if (st != LN_OK) {
      ln_reports_clear(reports);
      return st == LN_IO ? report_unwritable(log, file.s, error, LN_NO_OUTPUT) : st;
    }
  }
  if (n > 0U) {
    ln_log_listen(log, ln_reports_take, reports);
  }
  return LN_OK;
}

/* The reports appear, unless `end` is NULL. */
static ln_status
close_reports(ln_reports* const reports, ln_log* const log, const ln_report_end* const end)
{
  const char* file  = NULL;
  const char* error = NULL;
  ln_status   st    = LN_OK;
  if (reports->n > 0U) {
    ln_log_listen(log, NULL, NULL);
  }
  if (end) {
    st = ln_reports_finish(reports, log, end, &file, &error);
    st = st == LN_IO ? report_unwritable(log, file, error, LN_KEPT) : st;
  }
  ln_reports_clear(reports);
  return st;
}

int
ln_reporting_finish(ln_reports* const          reports,
                    ln_log* const              log,
                    const ln_status            status,
                    const ln_report_end* const end)
{
  const bool      broken   = status == LN_NO_MEM || *ln_interrupt_flag() != 0;
  const ln_status reported = close_reports(reports, log, broken ? NULL : end);
  const ln_status finished = ln_log_finish(log);
  int             code     = end->exit;
  if (code == LN_EXIT_CLEAN || code == LN_EXIT_FAULTS) {
    code = reported != LN_OK ? ln_console_exit(reported, NULL) : code;
    code = finished != LN_OK ? ln_console_exit(finished, NULL) : code;
  }
  return code;
}
