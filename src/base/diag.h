/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_DIAG_H
#define LN_BASE_DIAG_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/** Where something stands in an input. `source` is a number given by ln_log_source; `field` counts
   from 1, 0 is the whole row; `row` is the row number as CSVW counts source rows: 1 is the first
   line of the table, usually the header. */
typedef struct {
  uint32_t source;
  uint32_t field;
  uint64_t row;
} ln_where;

_Static_assert(sizeof(ln_where) == 16, "positions are copied freely in the hot path");

/** The physical place, found only when something is reported. Line and column count from 1 (column
   in bytes, letter the same in characters); 0 is unknown. `name` is the column's title or a JSON
   path, borrowed. */
typedef struct {
  uint64_t line;
  uint64_t column;
  ln_view  name;
  uint64_t letter;
} ln_place;

/** A place that is known already, in a source that is no table (JSON metadata). */
typedef struct {
  uint32_t source;
  ln_place place;
} ln_spot;

/** Finds the physical place of a position in one source. False if it cannot be found (any more). */
typedef bool (*ln_locate)(void* self, ln_where where, ln_place* place);

typedef enum {
  LN_NOTE,    ///< worth knowing; nothing was lost
  LN_WARNING, ///< probably not what was meant; nothing was lost
  LN_ERROR,   ///< something of the data is not in the output
} ln_severity;

/** The diagnostics of base/codes.def: LN_L0101 and so on, in the order of the file. */
typedef enum {
#define LN_CODE(code, severity, name, cause, remedy) LN_##code,
#include "base/codes.def"
#undef LN_CODE
  LN_CODE_COUNT
} ln_code;

typedef struct {
  const char* code;     ///< "L0101"
  ln_severity severity; ///< the usual one
  const char* name;     ///< a few words
  const char* cause;    ///< what it means, for docs/diagnostics.md
  const char* remedy;   ///< how to mend it
} ln_code_info;

const ln_code_info*
ln_code_about(ln_code code);

/** What happened to the data because of a fault; shown in the message. */
typedef enum {
  LN_KEPT,      ///< everything is in the output
  LN_NO_VALUE,  ///< this value was left out
  LN_NO_ROW,    ///< this row was left out
  LN_NO_TABLE,  ///< this table was left out
  LN_NO_OUTPUT, ///< nothing was written
} ln_effect;

/** One finding as handed to renderers. Everything is borrowed for the call. */
typedef struct {
  ln_severity severity;
  ln_code     code;
  ln_effect   effect;
  ln_where    where;
  ln_view     source; ///< path as the user named it; empty if the finding has no place
  ln_place    place;
  ln_view     message;
  ln_view     hint; ///< how to mend it; may be empty
} ln_finding;

/** Collects, counts, limits and renders findings. Not thread-safe: workers report in turn. */
typedef struct ln_log ln_log;

typedef struct {
  FILE*    stream;     ///< findings as text go here; NULL: nowhere
  bool     color;      ///< ANSI colours
  bool     quiet;      ///< notes are not shown (they are counted)
  bool     strict;     ///< stop at the first error or warning
  uint64_t max_errors; ///< stop showing after so many errors and as many warnings (0: no limit);
                       ///< counting goes on
} ln_log_policy;

ln_log*
ln_log_new(const ln_log_policy* policy);

/** NULL is allowed. */
void
ln_log_free(ln_log* log);

/** Name a source; numbers count from 1 (0 means no source). The path is copied. `locate` may be
   NULL; it and `self` must stay valid until it is set again with ln_log_locator. */
LN_MUST ln_status
ln_log_source(ln_log* log, ln_view path, ln_locate locate, void* self, uint32_t* source);

void
ln_log_locator(ln_log* log, uint32_t source, ln_locate locate, void* self);

/** Call a source by another name from now on. The name is copied. */
LN_MUST ln_status
ln_log_rename(ln_log* log, uint32_t source, ln_view path);

/** The path of a source, as given. */
ln_view
ln_log_path(const ln_log* log, uint32_t source);

/** The physical place of a position in a source; zeroes if it cannot be found (any more). */
ln_place
ln_log_place(const ln_log* log, ln_where where);

/** Report a finding with the severity of its code. LN_STOP if the policy says so, else LN_OK. The
   message is a sentence without a final point, of any length; values are quoted with ln_shown.
   `hint` may be the empty view: then the remedy of the code is shown the first time the code
   occurs. */
LN_MUST ln_status
ln_report(ln_log*     log,
          ln_code     code,
          ln_effect   effect,
          ln_where    where,
          ln_view     hint,
          const char* format,
          ...) LN_PRINTF(6, 7);

/** As ln_report, with a place already known (JSON metadata, arguments). */
LN_MUST ln_status
ln_report_at(ln_log*        log,
             ln_code        code,
             ln_effect      effect,
             const ln_spot* spot,
             ln_view        hint,
             const char*    format,
             ...) LN_PRINTF(6, 7);

/** Receive every finding as well (JSON lines, SARIF …); NULL ends it. */
typedef void (*ln_finding_func)(void* self, const ln_finding* finding);

void
ln_log_listen(ln_log* log, ln_finding_func listen, void* self);

uint64_t
ln_log_count(const ln_log* log, ln_severity severity);

/* For findings that were kept for a while (base/findings.h). */

/** Take a finding as if it were reported now. Its place is found now if it has neither line nor
 * name; an empty hint is as in ln_report. */
LN_MUST ln_status
ln_log_add(ln_log* log, const ln_finding* finding);

/** Count findings of which nothing is known, while ln_log_wants none. */
LN_MUST ln_status
ln_log_add_unseen(ln_log* log, ln_severity severity, uint64_t n);

/** Whether a finding reported from now on may be shown, heard, or stop the run. */
bool
ln_log_wants(const ln_log* log);

/** Whether the first error or warning stops the run. */
bool
ln_log_strict(const ln_log* log);

/** "… and N more errors were not shown", if so; then the stream is flushed. */
LN_MUST ln_status
ln_log_finish(ln_log* log);

/** A value as shown in messages: in double quotes; controls, quotes and backslashes escaped as in
   C, invisible direction marks as \uXXXX, invalid bytes as \xHH; longer than 200 bytes with head
   and tail and the length. Valid until four more calls with the same log. */
const char*
ln_shown(ln_log* log, ln_view value);

/** Text form of a finding, without colours, ending in a newline:
    `path:line:column: error: message; the row was left out [L0201 birthDate, row 17]` and, indented
   on a line of its own, the hint. */
LN_MUST ln_status
ln_finding_text(const ln_finding* finding, ln_text* out);

#endif
