/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_FUZZ_TRIPLES_H
#define LN_TESTS_FUZZ_TRIPLES_H

/* Output read back by serd in strict mode, which shares no code with the program. */

#include "fuzz.h"

/** IRIs whole, blank nodes with `_:` in front. */
typedef struct {
  ln_view subject;
  ln_view predicate;
  ln_view object;
  ln_view datatype; ///< literals; xsd:string is empty
  ln_view lang;     ///< literals
  bool    literal;
} triple;

/** Caller's struct, to be given back with triples_clear. */
typedef struct {
  triple*           v;
  size_t            n;
  size_t            cap;
  struct text_list* texts;
} triples;

typedef enum { TRIPLES_NTRIPLES, TRIPLES_NQUADS, TRIPLES_TURTLE } triples_syntax;

/** Read `text`, which has a NUL behind and none inside. What serd refuses stops the program. */
void
triples_read(triples_syntax syntax, ln_view text, triples* out);

/** All of them in one order, without repetitions, one a line, as a text to compare. */
void
triples_sort(triples* t, ln_text* out);

void
triples_clear(triples* t);

#endif
