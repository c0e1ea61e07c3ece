/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_DATATYPE_H
#define LN_RDF_DATATYPE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>
#include <stdint.h>

/** Datatypes of tabular data: "Model for Tabular Data and Metadata on the Web", section 6.4
   (parsing cells), and "Metadata Vocabulary for Tabular Data", section 5.11 (datatypes): the
   built-in ones, formats (UAX 35 number patterns and date fields, booleans, regular expressions),
   length and range facets. */

/** As declared; empty views are absent. `base` is a name of section 5.11.1 ("date", "integer",
   "gMonthDay", "anyURI", "xml", "html", "json", "number" …) or `edtf` (liner's own). */
typedef struct {
  ln_view base;
  ln_view id; ///< IRI of the datatype, if given
  ln_view format;
  ln_view decimal_char;
  ln_view group_char;
  ln_view length, min_length, max_length;
  ln_view minimum, maximum; ///< inclusive (minimum = minInclusive)
  ln_view min_exclusive, max_exclusive;
} ln_datatype_spec;

/** A compiled datatype, immutable, shared by all threads; lives in the arena it was made in, except
   for the compiled regular expression, which ln_datatype_clear gives back. */
typedef struct ln_datatype ln_datatype;

/** Whether `name` is a built-in name (or alias such as `number`, `datetime`, or `edtf`); `*iri`
   (may be NULL) gets the datatype IRI. */
bool
ln_datatype_builtin(ln_view name, ln_view* iri);

/** Compile. LN_USAGE if the declaration is wrong (facet on the wrong base, bad pattern, minimum
 * above maximum …): `problem` gets a sentence. */
LN_MUST ln_status
ln_datatype_new(ln_arena*               arena,
                const ln_datatype_spec* spec,
                const ln_datatype**     datatype,
                ln_text*                problem);

/** NULL is allowed. */
void
ln_datatype_clear(const ln_datatype* datatype);

/** The IRI its literals carry: `id`, else that of the base. */
ln_view
ln_datatype_iri(const ln_datatype* datatype);

/** Whether every cell is its own lexical form without a look (xsd:string without facets): the fast
 * path. */
bool
ln_datatype_trivial(const ln_datatype* datatype);

/** Whether white space is significant: string, json, xml, html and the like are not trimmed and
 * keep line breaks (section 6.4, steps 1 and 2). */
bool
ln_datatype_keeps_space(const ln_datatype* datatype);

/** Shapes of cells that a glance can tell. */
enum {
  LN_SHAPE_DIGITS = 1, ///< [0-9]+
  LN_SHAPE_POINT  = 2, ///< [0-9]+\.[0-9]+
  LN_SHAPE_YEAR   = 4, ///< four digits
  LN_SHAPE_DAY    = 8, ///< a day of the calendar as 1969-12-31
};

/** The shapes that are values of the datatype, and their own lexical forms; 0: none is known. */
unsigned
ln_datatype_shapes(const ln_datatype* datatype);

typedef enum {
  LN_VALUE_OK,     ///< `*lexical` is the XSD lexical form
  LN_VALUE_MENDED, ///< as OK, but the cell was rewritten by a guess (`c. 1988`): worth a notice
  LN_VALUE_BAD,    ///< not a value of the datatype; `*problem` says why
  LN_VALUE_NO_MEM,
} ln_value_result;

/** Parse one cell (or one item of a separated cell), already trimmed as its datatype demands.
   `*lexical` borrows from `cell` when it can (the cell is the lexical form already), else from
   `scratch`, which is appended to. `*problem` is a sentence part such as `the month must be 01 to
   12`, static or in scratch. */
ln_value_result
ln_datatype_parse(
  const ln_datatype* datatype, ln_view cell, ln_text* scratch, ln_view* lexical, ln_view* problem);

/** What is expected, in words for a message: `a date such as 1969-12-31`, `an integer of at least
 * 1`. */
LN_MUST ln_status
ln_datatype_expected(const ln_datatype* datatype, ln_text* out);

#endif
