/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_LEXICAL_H
#define LN_RDF_LEXICAL_H

#include "base/view.h"

#include <stddef.h>

/** Lexical forms of the string-like and binary datatypes of XML Schema 1.1. Each function gives
   NULL if `v` is one, else a static sentence part that says why not. `v` is valid UTF-8. */

/** xsd:language: `[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*` */
const char*
ln_lexical_language(ln_view v);

/** xsd:Name (XML 1.0, production 5) */
const char*
ln_lexical_name(ln_view v);

/** xsd:NMTOKEN (production 7) */
const char*
ln_lexical_nmtoken(ln_view v);

/** xsd:QName: one or two names without colons, a colon between */
const char*
ln_lexical_qname(ln_view v);

/** xsd:anyURI, with liner's care: what no IRI reference can hold is refused. */
const char*
ln_lexical_uri(ln_view v);

/** xsd:hexBinary; `*octets` gets the length of the value. */
const char*
ln_lexical_hex(ln_view v, size_t* octets);

/** xsd:base64Binary, single blanks allowed between characters. */
const char*
ln_lexical_base64(ln_view v, size_t* octets);

#endif
