/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_REPORT_H
#define LN_BASE_REPORT_H

#include "base/diag.h"
#include "base/status.h"
#include "base/view.h"

#include <stddef.h>
#include <stdint.h>

/** Findings written to files for other programs, as they come, whatever the limit of what is shown.
   A report appears whole or not at all, like any output. Formats: `text` as on the terminal,
   `jsonl` one JSON object a line, `sarif` SARIF 2.1.0, `junit` JUnit XML. Caller's struct;
   zero-initialised: no reports. */
typedef struct {
  struct ln_reporter* v;
  size_t              n;
} ln_reports;

/** How a run ended, for the last lines of reports. */
typedef struct {
  uint64_t rows;
  uint64_t rows_reported;
  uint64_t descriptions;
  uint64_t triples;
  int      exit; ///< status of the program
} ln_report_end;

/** The i-th format, or NULL. */
const char*
ln_report_format(size_t i);

/** From `FORMAT:FILE` to both; the file is empty if there is no colon. Views into `text`. */
void
ln_report_split(ln_view text, ln_view* format, ln_view* file);

/** One more report; `version` (static) is that of the program. LN_USAGE: there is no such format.
   LN_IO: `file` cannot be written, with the reason in `*error` (static storage). */
LN_MUST ln_status
ln_reports_add(
  ln_reports* reports, ln_view format, const char* file, const char* version, const char** error);

/** Take a finding; `self` is a ln_reports*. Made for ln_log_listen. */
void
ln_reports_take(void* self, const ln_finding* finding);

/** Write what comes last and let the reports appear. LN_IO: `*file` could not be written, with the
   reason in `*error`; both are valid until cleared. */
LN_MUST ln_status
ln_reports_finish(ln_reports*          reports,
                  const ln_log*        log,
                  const ln_report_end* end,
                  const char**         file,
                  const char**         error);

/** Give back; what is not finished does not appear. */
void
ln_reports_clear(ln_reports* reports);

#endif
