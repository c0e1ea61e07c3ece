/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_SHEET_H
#define LN_SERVE_SHEET_H

#include "base/out.h"
#include "base/status.h"
#include "base/view.h"
#include "graph/read.h"
#include "serve/holdings.h"

#include <stdint.h>

/** What all pages of HTML share: their frame, and how a term is shown. Whatever comes from the data
    or from a client is escaped. No page has a script. */

/** Begin a page, up to the beginning of its main part. */
void
ln_sheet_begin(ln_out* out, ln_view title);

void
ln_sheet_end(ln_out* out);

/** The style sheet inside every page, for its hash in the header (CSP Level 3, section 2.3.1). */
ln_view
ln_sheet_style(void);

/** Text, escaped. */
void
ln_sheet_text(ln_out* out, ln_view text);

/** A number with its digits in groups. */
LN_MUST ln_status
ln_sheet_number(ln_out* out, uint64_t n);

/** A term: a thing of the data by its name, with a link to its page; another IRI likewise, with a
    link to where it leads; a literal with its language or datatype. */
LN_MUST ln_status
ln_sheet_term(ln_out* out, const ln_holdings* holdings, uint32_t term);

/** The same of a term that need not be in the data. */
LN_MUST ln_status
ln_sheet_read_term(ln_out* out, const ln_holdings* holdings, const ln_read_term* term);

#endif
