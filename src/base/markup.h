/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_MARKUP_H
#define LN_BASE_MARKUP_H

#include "base/out.h"
#include "base/view.h"

/* Any bytes as text inside documents that others read. What is not UTF-8 becomes U+FFFD, a byte at
   a time. */

/** Put what stands between the quotes of a JSON string (RFC 8259, section 7). */
void
ln_markup_json(ln_out* out, ln_view text);

/** Put text of an element or attribute of XML 1.0 (section 2.2): characters that XML cannot hold
   become U+FFFD, line ends and tabs character references, so that attributes keep them. */
void
ln_markup_xml(ln_out* out, ln_view text);

/** Put a path as a relative reference or, if it begins with a slash, as a file URI (RFC 3986,
   RFC 8089): what is not unreserved becomes %XX. */
void
ln_markup_path(ln_out* out, ln_view path);

#endif
