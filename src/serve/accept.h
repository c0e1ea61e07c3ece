/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_ACCEPT_H
#define LN_SERVE_ACCEPT_H

#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>

/** Which of the media types offered, best first, a client wants most, by its Accept header (RFC
    9110, section 12.5.1): the one with the greatest weight; of several the first offered. The empty
    header accepts all. SIZE_MAX: it wants none of them. */
size_t
ln_accept_best(ln_view header, const char* const* offers, size_t n);

/** The media type that a header begins with, without parameters and blanks. */
ln_view
ln_accept_type(ln_view header);

/** Whether two media types are the same; case counts not. */
bool
ln_accept_same(ln_view type, const char* other);

#endif
