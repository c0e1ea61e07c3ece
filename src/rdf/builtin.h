/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_BUILTIN_H
#define LN_RDF_BUILTIN_H

#include "base/view.h"

/** The built-in datatypes: "Metadata Vocabulary for Tabular Data", section 5.11.1, and `edtf`. */

typedef enum {
  LN_DT_RAW,        ///< string, json, xml, html, any: every text, white space kept
  LN_DT_NORMALIZED, ///< normalizedString: white space kept, but as blanks
  LN_DT_TOKEN,
  LN_DT_LANGUAGE,
  LN_DT_NAME,
  LN_DT_NMTOKEN,
  LN_DT_QNAME,
  LN_DT_URI,
  LN_DT_HEX,
  LN_DT_BASE64,
  LN_DT_BOOLEAN,
  LN_DT_INTEGER,
  LN_DT_DECIMAL,
  LN_DT_FLOAT,
  LN_DT_DATETIME,
  LN_DT_DURATION,
  LN_DT_EDTF,
} ln_builtin_kind;

enum {
  LN_DT_LENGTH = 0x100, ///< length facets may be given
};

typedef struct {
  const char*     name;
  const char*     iri;
  ln_builtin_kind kind;
  unsigned        flags;   ///< fields of a date or duration, LN_DT_LENGTH
  const char*     minimum; ///< of derived integers; NULL: none
  const char*     maximum;
  const char*     noun;    ///< `a date`
  const char*     example; ///< `1969-12-31`; NULL: none
} ln_builtin;

/** By name or alias; NULL if it is not one. */
const ln_builtin*
ln_builtin_find(ln_view name);

/** By IRI; NULL if it is none of them. */
const ln_builtin*
ln_builtin_of(ln_view iri);

/** Each in turn, from 0, aliases too; NULL behind the last. */
const ln_builtin*
ln_builtin_at(size_t number);

#endif
