/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_ESCAPE_H
#define LN_SINK_ESCAPE_H

#include "base/out.h"
#include "base/view.h"

#include <stddef.h>

/** What is escaped: every kind writes U+FEFF, U+FFFE and U+FFFF as `\uXXXX`. */
typedef enum {
  LN_ESCAPE_STRING, ///< between `"` in N-Triples and Turtle
  LN_ESCAPE_JSON,   ///< between `"` in JSON
  LN_ESCAPE_IRI,    ///< between `<` and `>`: the rest is valid already (rdf/term.h)
} ln_escape_kind;

/** Room that ln_escape needs for `n` bytes. */
static inline size_t
ln_escape_bound(const size_t n)
{
  return 6U * n + 8U;
}

/** Copy valid UTF-8 to `to` with escapes; returns the end of what was written. May scribble up to
 * the bound behind it. */
char*
ln_escape(char* to, ln_view v, ln_escape_kind kind);

/** The same into a device, for bytes of any length, needing no more room than a small piece. */
void
ln_escape_put(ln_out* out, ln_view v, ln_escape_kind kind);

/** Copy bytes and return the end: the one step all writers are made of. */
static inline char*
ln_escape_none(char* const to, const ln_view v)
{
  if (v.n > 0U) {
    memcpy(to, v.s, v.n);
  }
  return to + v.n;
}

#endif
