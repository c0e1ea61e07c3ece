/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_DIALECT_H
#define LN_TABLE_DIALECT_H

#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Most bytes of a delimiter behind its first, and of a line end. */
enum { LN_DIALECT_MOST = 15 };

typedef enum { LN_TRIM_NONE, LN_TRIM_START, LN_TRIM_END, LN_TRIM_BOTH } ln_trim;

/** What a backslash means, beside CSVW. */
typedef enum {
  LN_BACKSLASH_NONE,
  LN_BACKSLASH_MYSQL, ///< LOAD DATA, SELECT … INTO OUTFILE: \0 \b \n \r \t \Z, others themselves
  LN_BACKSLASH_POSTGRESQL ///< COPY: \b \f \n \r \t \v, octal \101, hexadecimal \x41, others
                          ///< themselves; a line `\.` ends the table
} ln_backslash;

/** A document of XML or JSON that is cut into rows (table/tree_path.h). */
typedef struct ln_tree_spec ln_tree_spec;

/** How bytes become cells: "Metadata Vocabulary for Tabular Data", section 5.9. Defaults:
 * ln_dialect_default. Views are borrowed. */
typedef struct {
  ln_view encoding;  ///< "utf-8"; others are transcoded, then columns count bytes of the UTF-8 form
  char    delimiter; ///< `,`; the first byte of it
  ln_view delimiter_rest; ///< what follows in a delimiter of several bytes; at most LN_DIALECT_MOST
  const ln_view* line_ends; ///< not empty, at most LN_DIALECT_MOST bytes each, longer ones before
                            ///< those they begin with; NULL: CR, LF and CRLF, as they come
  size_t n_line_ends;
  char   quote;  ///< `"`; 0: a quote is data
  char   escape; ///< `"` doubled (doubleQuote true), else `\\`: the next character, whatever it is,
                 ///< is data (Model, section 8); ignored without quote
  ln_backslash backslash;      ///< liner's own; then a cell `\N`, not in quotes, is null
  ln_view      comment_prefix; ///< `#`; empty: no comments
  uint32_t     header_rows;    ///< headerRowCount, 1
  uint32_t     skip_rows;
  bool shows_skipped; ///< in front of the table they are given as comments, if they are not empty
  uint32_t skip_columns;    ///< no cells are made of them; fields count without them
  bool     skip_blank_rows; ///< rows whose cells are all empty
  bool     skip_initial_space;
  ln_trim  trim; ///< both when trim is true, as in the specification; blanks around quotes, too
  bool     short_rows;      ///< cells that a row lacks at its end are empty
  uint64_t max_row;         ///< longest row in bytes, 256 MiB; longer ones are an error
  const ln_tree_spec* tree; ///< NULL: a table; else only `max_row` counts beside it, of what is
                            ///< kept in memory for one row, and header_rows is 0
} ln_dialect;

/** RFC 4180 with `,` and `"`, one header row. The specification's default comment prefix `#`
   applies only where a dialect description names it (a row that begins with # is data in most
   tables people have). */
void
ln_dialect_default(ln_dialect* dialect);

/** As above, with tabs. */
void
ln_dialect_tsv(ln_dialect* dialect);

#endif
