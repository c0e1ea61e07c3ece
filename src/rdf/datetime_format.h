/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_DATETIME_FORMAT_H
#define LN_RDF_DATETIME_FORMAT_H

#include "base/view.h"
#include "rdf/datetime.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Dates and times written for people: "Model for Tabular Data", section 6.4.4. All patterns that
   it lists, and any other order of the same fields: yyyy, MM, M, dd, d, HH, H, mm, ss, S…, X to
   XXX, x to xxx; anything that is no letter stands for itself, and so does T and what is in single
   quotes. */

enum { LN_FORMAT_ITEMS = 24 };

typedef struct {
  char    field; ///< `y` `M` `d` `H` `m` `s` `S` `X` `x`; 0: a literal
  uint8_t count; ///< how many letters
  ln_view literal;
} ln_format_item;

typedef struct {
  ln_format_item items[LN_FORMAT_ITEMS];
  size_t         n;
} ln_datetime_format;

/** Compile; views borrow from `pattern`. `fields` are those of the datatype. False with a static
   sentence in `*problem`. */
bool
ln_datetime_format_parse(ln_view             pattern,
                         unsigned            fields,
                         ln_datetime_format* format,
                         const char**        problem);

/** Read a cell. False with a static sentence part in `*problem` (or LN_NO_SUCH_DAY). */
bool
ln_datetime_format_read(const ln_datetime_format* format,
                        ln_view                   cell,
                        unsigned                  fields,
                        ln_datetime*              datetime,
                        const char**              problem);

#endif
