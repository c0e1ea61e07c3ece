/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_QUIRK_INNER_H
#define LN_STORE_QUIRK_INNER_H

#include "store/quirk.h"

/** What quirk.c and quirk_key.c share; nobody else includes it. */

/** Terms that stores treat alike. */
typedef enum {
  LN_FAMILY_IRI,
  LN_FAMILY_TEXT, ///< strings, and every datatype that is not named here
  LN_FAMILY_TAGGED,
  LN_FAMILY_INTEGER,      ///< xsd:integer itself
  LN_FAMILY_DERIVED,      ///< xsd:int, xsd:nonNegativeInteger …
  LN_FAMILY_UNSIGNED_INT, ///< xsd:unsignedInt alone
  LN_FAMILY_DECIMAL,
  LN_FAMILY_DOUBLE,
  LN_FAMILY_FLOAT,
  LN_FAMILY_BOOLEAN,
  LN_FAMILY_MOMENT, ///< xsd:date, xsd:dateTime
  LN_FAMILY_STAMP,  ///< xsd:dateTimeStamp
  LN_FAMILY_YEAR,   ///< xsd:gYear, xsd:gYearMonth
  LN_FAMILY_TIME,
  LN_FAMILY_DURATION,
  LN_FAMILY_XML, ///< rdf:XMLLiteral
  LN_FAMILY_WKT, ///< geo:wktLiteral
  LN_FAMILY_NONE ///< neither an IRI nor a literal
} ln_family;

ln_family
ln_quirk_family(const ln_quirk_term* term);

/** The kinds by number, in the order of the table. */
enum {
#define LN_STORE_KIND(id, name, title, server, insert, traits) LN_KIND_##id,
#include "store/kinds.def"
#undef LN_STORE_KIND
  LN_KIND_COUNT
};

size_t
ln_store_kind_number(const ln_store_kind* kind);

/** The sign and digits of an integer or decimal, without zeroes that say nothing: those in front,
    and behind the point those at the end. */
typedef struct {
  bool    negative;
  ln_view integer;
  ln_view fraction; ///< with its last zeroes, too
  size_t  shown;    ///< digits of the fraction without its last zeroes
} ln_quirk_digits;

/** False if it is neither an integer nor a decimal. */
bool
ln_quirk_digits_of(ln_view text, ln_quirk_digits* digits);

/** Whether a whole number lies in -2^bits to 2^bits - 1; `bits` is 63 at most. */
bool
ln_quirk_within(const ln_quirk_digits* digits, size_t bits);

/** The same of a number as if it had no point; of 19 digits at most. */
bool
ln_quirk_scaled(const ln_quirk_digits* digits, size_t bits);

/** Whether an absolute IRI, valid as liner writes them (rdf/iri.h), is one by the letter of RFC
   3987, section 2.2, too. */
bool
ln_quirk_iri(ln_view iri);

#endif
