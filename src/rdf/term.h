/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_TERM_H
#define LN_RDF_TERM_H

#include "base/view.h"

#include <stdint.h>

typedef enum {
  LN_NONE,    ///< no term: the default graph, an absent value
  LN_IRI,     ///< absolute IRI: stem + bytes
  LN_LITERAL, ///< lexical form in the bytes; the stem tells datatype or language
  LN_BLANK,   ///< blank node: the bytes are its label, [A-Za-z0-9]+
} ln_kind;

enum {
  /** The bytes need no escaping in any syntax. IRI: only ASCII letters, digits, `-`, `_`, beginning
     with a letter or digit and not empty, so that they are also a Turtle local name. Literal: no
     byte below 0x20, no 0x7F, no `"`, no `\`, no U+FEFF. Absent means "not known". */
  LN_CLEAN = 1,
  /** Literal: the bytes are ASCII digits, at least one. Absent means "not known". */
  LN_DIGITS = 2,
};

/** A term: a stem known when the plan was bound, and the bytes of one cell (RDF 1.1 Concepts,
   section 3). IRI bytes are already valid in an IRIREF (RFC 3987 characters, no `<>"{}|^\`` nor any
   byte up to 0x20); literal bytes are valid UTF-8 without U+0000. Stem numbers belong to one
   ln_names. */
typedef struct {
  const char* s;
  uint32_t    n;
  uint16_t    stem;
  uint8_t     kind;  ///< ln_kind
  uint8_t     flags; ///< LN_CLEAN, LN_DIGITS
} ln_term;

_Static_assert(sizeof(ln_term) == 16, "a term is two words");

static inline ln_view
ln_term_bytes(const ln_term term)
{
  return (ln_view){term.s, term.n};
}

#endif
