/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_REPORT_INNER_H
#define LN_BASE_REPORT_INNER_H

#include "base/diag.h"
#include "base/out.h"
#include "base/report.h"
#include "base/spill.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stddef.h>
#include <stdint.h>

/* What the formats of reports share. Private to base/. */

typedef struct ln_reporter ln_reporter;

/** A format; what it cannot do without memory or disk is its status, the rest stays in the device.
 */
typedef struct {
  const char* name;
  ln_status (*begin)(ln_reporter* report); ///< NULL: nothing
  ln_status (*take)(ln_reporter* report, const ln_finding* finding);
  ln_status (*end)(ln_reporter* report, const ln_log* log, const ln_report_end* end);
} ln_report_kind;

/** Findings of one source. */
typedef struct {
  uint64_t tests;
  uint64_t failures;
} ln_report_count;

struct ln_reporter {
  const ln_report_kind* kind;
  const char*           version;
  ln_text               file;
  ln_out*               out;
  ln_status             status; ///< first failure
  const char*           error;  ///< of what is not the device; static
  uint64_t              n;      ///< findings taken
  ln_text               text;   ///< scratch
  ln_spill*             spill;  ///< JUnit: findings in the order they came
  ln_out*               piece;  ///< JUnit: the finding at hand
  ln_report_count*      counts; ///< JUnit: by source
  size_t                n_counts;
};

extern const ln_report_kind ln_report_text;
extern const ln_report_kind ln_report_jsonl;
extern const ln_report_kind ln_report_sarif;
extern const ln_report_kind ln_report_junit;

/** Where a code is documented, without what follows the `#`. */
#define LN_REPORT_LINK "https://w3id.org/liner/diagnostics#"

/** "error", "warning", "note"; also what SARIF calls them. */
const char*
ln_report_severity(ln_severity severity);

/** "kept", "value left out" … */
const char*
ln_report_effect(ln_effect effect);

/** How to mend it: of the finding, else of its code. */
ln_view
ln_report_hint(const ln_finding* finding);

/** Put a NUL-terminated text as it is. */
static inline void
ln_report_put(ln_out* const out, const char* const text)
{
  ln_out_put_view(out, ln_view_of(text));
}

/** Put a number. */
void
ln_report_number(ln_out* out, uint64_t n);

/** Put `"name":"value"`, `,` in front. */
void
ln_report_member(ln_out* out, const char* name, ln_view value);

/** Put `"name":n`, `,` in front. */
void
ln_report_count_member(ln_out* out, const char* name, uint64_t n);

#endif
