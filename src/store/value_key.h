/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_VALUE_KEY_H
#define LN_STORE_VALUE_KEY_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"
#include "graph/read.h"
#include "rdf/datatype.h"

/** Triples in value space: stores rewrite literals ("1.0" to "1", xsd:int to xsd:integer, language
    tags to small letters), and what they give back is still what they were given if it has the same
    values. */

enum { LN_VALUE_DATATYPES = 64 };

/** Caller's struct, of zeroes at first. */
typedef struct {
  ln_arena           arena;
  const ln_datatype* datatypes[LN_VALUE_DATATYPES]; ///< of built-in datatypes, as they were met
} ln_value_keys;

/** Append bytes that are equal exactly if two triples without blank nodes have the same subject,
    predicate, and an object of the same value (rdf/canonical.h); of literals whose datatype is not
    known, lexical form and datatype count. Graphs do not count. */
LN_MUST ln_status
ln_value_key_add(ln_value_keys* keys, const ln_read_triple* triple, ln_text* out);

void
ln_value_keys_clear(ln_value_keys* keys);

#endif
