/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_CONTRAST_REPORT_H
#define LN_DISPUTE_CONTRAST_REPORT_H

#include "base/diag.h"
#include "base/out.h"
#include "base/status.h"
#include "base/view.h"
#include "dispute/contrast.h"
#include "dispute/remark.h"

#include <stdbool.h>
#include <stddef.h>

/** Everything that a report of comparisons is made of. All is borrowed. */
typedef struct {
  const ln_rulebook* book;
  const ln_contrast* comparisons; ///< that were run
  size_t             n;
  const ln_view*     titles;  ///< of the inputs
  ln_remarks*        remarks; ///< read once
  const ln_log*      log;     ///< names sources
  bool               verbose; ///< text: show also what is worth nobody's while
} ln_contrast_report;

/* Failures of the device are sticky there; the functions fail with LN_NO_MEM, or LN_IO if remarks
   cannot be read back. */

/** For people in a terminal: figures first, then what was found, the gravest first. What is only
    information, and the pairs themselves, are counted. */
LN_MUST ln_status
ln_contrast_text(const ln_contrast_report* report, ln_out* out);

LN_MUST ln_status
ln_contrast_markdown(const ln_contrast_report* report, ln_out* out);

/** One JSON object, one remark or pair a line. */
LN_MUST ln_status
ln_contrast_json(const ln_contrast_report* report, ln_out* out);

/** A row for each two sides of a remark, and for each pair. */
LN_MUST ln_status
ln_contrast_csv(const ln_contrast_report* report, ln_out* out);

/** N-Triples: remarks are annotations of the things, and two things that are one, or may be, are a
    skos:closeMatch, which is no identity. */
LN_MUST ln_status
ln_contrast_rdf(const ln_contrast_report* report, ln_out* out);

#endif
