/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_DATATYPE_INNER_H
#define LN_RDF_DATATYPE_INNER_H

#include "base/view.h"
#include "rdf/builtin.h"
#include "rdf/datatype.h"
#include "rdf/datetime_format.h"
#include "rdf/facet.h"
#include "rdf/number_format.h"
#include "rdf/regex.h"

#include <stdbool.h>

/** What datatype.c and datatype_parse.c share; nobody else includes it. */

/** How cells are written, where that is not the XSD form. */
typedef enum { LN_AS_XSD, LN_AS_NUMBER, LN_AS_DATETIME, LN_AS_WORDS, LN_AS_REGEX } ln_cell_form;

struct ln_datatype {
  const ln_builtin* builtin;
  ln_view           iri;
  ln_view           format; ///< as declared
  ln_cell_form      form;
  union {
    ln_number_format   number;
    ln_datetime_format datetime;
    ln_view            words[2]; ///< true, false
    ln_regex*          regex;
  } as;
  ln_facets facets;
  bool      trivial;
};

#endif
