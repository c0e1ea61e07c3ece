/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_GUESS_H
#define LN_RUN_GUESS_H

#include "base/arena.h"
#include "base/in.h"
#include "base/out.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "rdf/datatype.h"
#include "sink/json_writer.h"
#include "table/array.h"
#include "table/table.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What `liner init TABLE` finds out of the rows it sees. Private to run/. A guess never goes beyond
   them: a datatype is proposed only if every value seen is one, so that the metadata find no fault
   in these rows. */

/** Different values, as hashes of 64 bits. All sets share one budget of memory; the one that goes
    beyond it is given up: how many values it has is then not known. */
typedef struct {
  uint64_t* slots; ///< 0: free
  size_t    n_slots;
  size_t    n;
  bool      given_up;
} ln_guess_set;

/** Add a text. `*fresh` tells whether it is new; false, too, when the set is given up. */
LN_MUST ln_status
ln_guess_set_add(ln_guess_set* set, ln_view text, size_t* budget, bool* fresh);

/** How many values of `set` are in `other`. */
size_t
ln_guess_set_common(const ln_guess_set* set, const ln_guess_set* other);

/** What it takes goes back to the budget. */
void
ln_guess_set_clear(ln_guess_set* set, size_t* budget);

typedef enum {
  LN_FAMILY_INTEGER,
  LN_FAMILY_BOOLEAN,
  LN_FAMILY_NUMBER,
  LN_FAMILY_GROUPED, ///< numbers with other signs than a point
  LN_FAMILY_DATE,
  LN_FAMILY_DATETIME,
  LN_FAMILY_YEAR,
  LN_FAMILY_EDTF,
  LN_FAMILY_URI,
} ln_guess_family;

/** A datatype that a column may have. Texts are static, NULL where they do not apply. */
typedef struct {
  ln_guess_family family;
  const char*     base;
  const char*     format; ///< of numbers: the pattern
  const char*     decimal;
  const char*     group;
  const char*     noun; ///< "integers", for messages
} ln_guess_kind;

/** Tables that are found in one file of XML or JSON at most. */
enum { LN_GUESS_TREES = 16 };

enum { LN_GUESS_KINDS = 48, LN_GUESS_TOKENS = 20, LN_GUESS_SEPARATORS = 3, LN_GUESS_ARRAYS = 3 };

/** How a program writes lists into a cell. */
typedef struct {
  ln_array_syntax syntax;
  const char*     word;  ///< of `array`
  const char*     owner; ///< for messages
} ln_guess_array;

/** The i-th of LN_GUESS_ARRAYS. */
const ln_guess_array*
ln_guess_array_at(size_t i);

/** The i-th kind, or NULL. Of several that fit, the first is the plainest. */
const ln_guess_kind*
ln_guess_kind_at(size_t i);

/** The number of the kind of this base and format (NULL: none). */
size_t
ln_guess_kind_find(const char* base, const char* format);

/** All kinds, compiled; shared by all columns. */
typedef struct {
  const ln_datatype* datatypes[LN_GUESS_KINDS];
} ln_guess_kinds;

LN_MUST ln_status
ln_guess_kinds_new(ln_arena* arena, ln_guess_kinds* kinds);

/** Whether a text without blanks at its ends is a value of kind `i`. */
LN_MUST ln_status
ln_guess_kind_fits(
  const ln_guess_kinds* kinds, size_t i, ln_view text, ln_text* scratch, bool* yes);

/** Words that people write where there is no value; the first is that of databases, which never
    means anything else. */
const char*
ln_guess_token(size_t i);

/** How one kind did in one column. */
typedef struct {
  uint32_t hits;
  uint32_t misses;
  uint32_t rows[2]; ///< the first that missed, as source row numbers
  ln_view  example; ///< what stood in the first of them
  bool     dead;    ///< missed so often that it is no longer tried
} ln_guess_trial;

/** How often one separator stands in a column. */
typedef struct {
  uint32_t cells;  ///< that hold it
  uint32_t spaced; ///< separators with a blank behind
  uint32_t bare;   ///< and without
  uint32_t items;
  uint32_t most;  ///< items in one cell
  uint32_t empty; ///< items without text
  uint32_t bytes; ///< of the longest item
} ln_guess_list;

typedef struct {
  ln_view title;         ///< trimmed; empty if there is none
  ln_view name;          ///< a variable of templates, unlike all others of the table; what has no
                         ///< title in the header is not given it
  ln_view        path;   ///< of XML and JSON: where it stands in its row; absent: a table of lines
  bool           list;   ///< and several can stand there: values are not looked at
  uint32_t       values; ///< cells with something in them
  uint32_t       empty;  ///< cells with nothing
  uint32_t       blank;  ///< with white space alone
  uint32_t       padded; ///< with blanks around something
  uint32_t       years;  ///< four digits from 1000 to 2199
  uint32_t       bits;   ///< `0` or `1`
  uint32_t       zeros;  ///< digits alone, more than one, the first a 0
  uint32_t       signs;  ///< a digit somewhere
  uint32_t       arrays; ///< in brackets, as programs write lists and objects
  uint32_t       syntaxes[LN_GUESS_ARRAYS]; ///< that are such a list of texts and numbers
  uint32_t       row;                       ///< of the first value that is no token
  ln_view        first;                     ///< and the value
  uint32_t       repeats; ///< the row of the first value seen before; 0: there is none
  uint32_t       tokens[LN_GUESS_TOKENS];
  ln_guess_trial trials[LN_GUESS_KINDS];
  ln_guess_list  lists[LN_GUESS_SEPARATORS];
  ln_guess_set   set;   ///< of the values that are no tokens
  ln_guess_set   items; ///< of those cut at commas
} ln_guess_column;

typedef enum {
  LN_REASON_NONE,
  LN_REASON_ZEROS,     ///< text: identifiers, since some begin with 0
  LN_REASON_TWO_DATES, ///< text: the day and the month could change places
  LN_REASON_TWO_SIGNS, ///< text: the comma groups thousands, or begins a fraction
  LN_REASON_TOKENS,    ///< text: but for words such as NA, and too few values to be sure of it
  LN_REASON_NEARLY,    ///< text: but for a few values
} ln_guess_reason;

/** What is proposed for a column. */
typedef struct {
  const ln_guess_kind*         kind; ///< NULL: text
  bool                         flag; ///< 0 and 1 are a boolean, by the title
  ln_guess_reason              reason;
  size_t                       nearly; ///< the kind that the reason speaks of
  bool                         nulls[LN_GUESS_TOKENS];
  const char*                  separator; ///< NULL: none
  const ln_guess_array*        array;     ///< NULL: none
  const char*                  lang;      ///< of the title; NULL: none
  bool                         required;
  bool                         unique;
  const struct ln_guess_table* other; ///< the table whose rows the values name, or NULL
  size_t                       other_column;
  bool                         refers; ///< all of them, and all rows were seen
  size_t                       found;  ///< different values found there
} ln_guess;

/** Two columns that may be a key together. */
typedef struct {
  size_t       first;
  size_t       second;
  ln_guess_set set;
  bool         repeats; ///< two rows have the same values, or too many are to be kept
} ln_guess_pair;

enum { LN_GUESS_PAIRS = 6 };

/** A table as far as it was seen. */
typedef struct ln_guess_table ln_guess_table;

struct ln_guess_table {
  const char*          path;
  ln_view              url;  ///< as it will stand in the metadata
  ln_view              stem; ///< the file's name up to its first point, as it stands in IRIs
  ln_dialect           dialect;
  const char*          encoding_reason; ///< static, why it is not taken for UTF-8; NULL: it is
  bool                 quoteless;       ///< quotes are data
  bool                 headless;        ///< by guess: the first row is data
  uint32_t             rows;            ///< seen
  uint32_t             bad_rows;        ///< damaged, or with too many cells
  uint32_t             short_rows;      ///< with too few cells; the rest was taken as empty
  uint32_t             blank_rows;      ///< without any text
  bool                 whole;           ///< there are no more
  ln_guess_column*     columns;
  ln_guess*            guesses;
  size_t               n;
  size_t               key;                   ///< the column of the primary key, or SIZE_MAX
  ln_guess_pair        pairs[LN_GUESS_PAIRS]; ///< that are tried
  size_t               n_pairs;
  const ln_guess_pair* pair;      ///< the primary key of two columns, or NULL
  const char*          format;    ///< of XML and JSON: its name; NULL: a table of lines
  ln_view              rows_path; ///< and where its rows are
  const ln_guess_table*
    parent; ///< whose rows its own stand in: its first column names them; or NULL
};

/** What all tables of one call share. */
typedef struct {
  ln_arena       arena;
  ln_guess_kinds kinds;
  ln_text        scratch;
  size_t         budget; ///< bytes that sets may still take
  uint64_t       rows;   ///< to look at
} ln_guesser;

/** Guess how the bytes become cells, by the first of them. `headless` and names are not asked here.
 */
LN_MUST ln_status
ln_guess_dialect(ln_view sample, bool whole, ln_guess_table* table);

/** Take one cell of row `number` into account. */
LN_MUST ln_status
ln_guess_cell(ln_guesser* g, ln_guess_column* column, ln_view cell, uint32_t number);

/** Make up one's mind about a column of `rows` rows. */
void
ln_guess_decide(const ln_guess_column* column, const ln_guess_table* table, ln_guess* guess);

/** The language that a title ends with (`name_en`, `title (fr)`, `label@de`); NULL: none. */
const char*
ln_guess_lang(ln_view title);

/** Whether a title has one of the words (ASCII, small letters, separated by blanks): between signs
   or capitals, or, if it has four letters or more, at the end of one of the title's words. */
bool
ln_guess_hint(ln_view title, const char* words);

/** Name the columns of a table by their titles, or by their numbers; no two alike. */
LN_MUST ln_status
ln_guess_names(ln_guesser* g, ln_guess_table* table);

/** Read the first rows of an open input, which is closed. */
LN_MUST ln_status
ln_guess_read(ln_guesser* g, ln_in* in, ln_guess_table* table);

/** Find tables in an open input of XML or JSON, LN_GUESS_TREES at most; the first of them has path
   and URL already. The input is closed, and its file read again for each. */
LN_MUST ln_status
ln_guess_trees(ln_guesser* g, ln_in* in, ln_guess_table* tables, size_t* n);

/** Find the column of the primary key. */
void
ln_guess_find_key(ln_guess_table* table);

/** How much a title sounds like that of a key, at most 3; 0: not at all. */
unsigned
ln_guess_key_rank(ln_view title);

/** Choose the pairs of columns that may be a key together, by their titles. */
void
ln_guess_pairs_begin(ln_guess_table* table);

/** Take a row into account for the pairs. */
LN_MUST ln_status
ln_guess_pairs_take(ln_guesser* g, ln_guess_table* table, const ln_row* row);

/** Where no column is a key, find two that are. */
void
ln_guess_find_pair(ln_guess_table* table);

/** Give back the sets of a table. */
void
ln_guess_sets_clear(ln_guess_table* table, size_t* budget);

/** Whether the values of a column could name the rows. */
bool
ln_guess_may_be_key(const ln_guess_table* table, size_t i);

/** Find keys, and which columns refer to which keys. */
void
ln_guess_keys(ln_guess_table* tables, size_t n);

/** Write the notes on a table and on its columns: what was guessed, and from what. */
LN_MUST ln_status
ln_guess_notes(const ln_guess_table* table, ln_json_writer* w);

/** Append JSON metadata for the tables, notes on every guess included. */
LN_MUST ln_status
ln_guess_write(const ln_guess_table* tables, size_t n, ln_out* out);

#endif
