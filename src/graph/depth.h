/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_DEPTH_H
#define LN_GRAPH_DEPTH_H

#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What surrounds the next byte of a text of the Turtle family. */
typedef enum {
  LN_IN_NOTHING,
  LN_IN_IRI,
  LN_IN_COMMENT,
  LN_IN_QUOTE,  ///< behind the quote that begins a literal
  LN_IN_QUOTES, ///< behind two of them
  LN_IN_LITERAL,
  LN_IN_LONG_LITERAL,
} ln_inside;

/** How deeply brackets are nested in a text, which is given piece by piece. Zero-initialised: at
    the beginning. */
typedef struct {
  size_t    depth;
  uint64_t  newlines; ///< before the next byte
  ln_inside inside;
  char      quote;   ///< of the literal
  unsigned  quotes;  ///< of the long literal: how many came last
  bool      escaped; ///< the next byte stands for itself
  bool      flat;    ///< the syntax has no brackets: they are not counted
} ln_depth;

enum { LN_DEPTH_MOST = 1000 };

/** Scan the bytes that come next. NULL, or a static sentence: why no reader should see them;
    `newlines` then tells the line. */
const char*
ln_depth_scan(ln_depth* depth, ln_view bytes);

#endif
