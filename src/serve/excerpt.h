/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_EXCERPT_H
#define LN_SERVE_EXCERPT_H

#include "base/out.h"
#include "base/status.h"
#include "graph/term_table.h"
#include "graph/triple_set.h"

/** The syntaxes that small graphs are sent in. */
typedef enum { LN_EXCERPT_TURTLE, LN_EXCERPT_NTRIPLES, LN_EXCERPT_JSONLD } ln_excerpt_syntax;

/** Write a sealed set, with the prefixes that are in common use. */
LN_MUST ln_status
ln_excerpt_write(const ln_triple_set* set,
                 const ln_term_table* terms,
                 ln_excerpt_syntax    syntax,
                 ln_out*              out);

#endif
