/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_THING_H
#define LN_SERVE_THING_H

#include "base/status.h"
#include "serve/exchange.h"
#include "serve/holdings.h"

#include <stdint.h>

/** The media types that a thing can be had in, best first, and their short names (`format=`). */
enum { LN_THING_FORMATS = 4 };

extern const char* const ln_thing_types[LN_THING_FORMATS];
extern const char* const ln_thing_names[LN_THING_FORMATS];

/** What is told of a thing at most in each direction. */
enum { LN_THING_MOST = 10000 };

/** Put what the data says of a thing, and what refers to it, into the reply: as a page, or in one
   of the other formats, in which what is said of blank nodes comes along. */
LN_MUST ln_status
ln_thing_reply(const ln_holdings* holdings, uint32_t thing, size_t format, ln_reply* reply);

/** The page alone. */
LN_MUST ln_status
ln_thing_page(const ln_holdings* holdings, uint32_t thing, ln_out* out);

/** A page that says that there is no such thing, and names those whose addresses are near. */
LN_MUST ln_status
ln_thing_missing(const ln_holdings* holdings, ln_view path, ln_reply* reply);

#endif
