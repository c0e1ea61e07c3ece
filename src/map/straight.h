/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_STRAIGHT_H
#define LN_MAP_STRAIGHT_H

#include "map/plan.h"
#include "rdf/stencil.h"

/** The straight way: what most rows of most tables need, laid out when the plan is bound. A row
   goes it if every cell passes a quick test of bytes, so that its text is the value as it stands;
   any other row goes the general way, which knows everything and says what is wrong. Both make the
    same descriptions. Private to map/. */

/** What no cell is known to be: then every cell is looked at. */
#define LN_STRAIGHT_NEVER ((uint32_t)1U << 31U)

/** A cell that is read, and what must be true of it. What the reader knows of a cell (LN_CELL_...)
    settles it mostly: it is a value if it is all of `sure` and has from `least` bytes to `span`
   more than that. Else it is looked at. */
typedef struct {
  uint32_t           field; ///< from 0
  uint32_t           sure;
  uint32_t           least;
  uint32_t           span;
  uint64_t           null_word; ///< the null, if it is the only one and has 8 bytes at most; else 1
  uint64_t           null_mask; ///< of its bytes; if there are others no word is the null
  uint32_t           longest_null; ///< bytes of the longest null
  uint32_t           needed;       ///< 1: without a value the row is not made, or something is said
  const ln_column*   column;
  const ln_datatype* datatype; ///< NULL: every text is a value
  uint32_t           length;   ///< of digits; 0: any
  unsigned           shapes;   ///< LN_SHAPE_…: what is surely a value; anything else is parsed
  bool               word;     ///< stands in an IRI: letters, digits, `-`, `_` only
  bool               tested; ///< one of the tests that follow, or of its datatype, or of its column
  bool               digits; ///< the only test, mostly: digits are a value
  bool               given;  ///< has a default: an empty cell is not empty
  bool               edges;  ///< white space at its ends is not data
  bool               nulls;  ///< has several nulls, or a long one, or a default
  bool               list;   ///< its items are tested, not the cell
} ln_straight_cell;

typedef enum {
  LN_PIECE_FIXED,
  LN_PIECE_BYTE, ///< fixed, too, but only one
  LN_PIECE_TEXT,
  LN_PIECE_ROW,
  LN_PIECE_SOURCE_ROW,
} ln_piece_kind;

/** A piece of a text that is put together. */
typedef struct {
  ln_view       fixed;
  uint16_t      text; ///< LN_PIECE_TEXT: of which text
  ln_piece_kind kind;
} ln_straight_piece;

/** A text put together of others: an IRI behind its stem, or the value of a virtual column. There
    is none if one of its texts is not there. */
typedef struct {
  const ln_straight_piece* pieces;
  size_t                   n;
  size_t                   bound;    ///< bytes of all pieces but the texts, at most
  bool                     nullable; ///< it is short enough to be a null of its column
  const ln_variable*       value;    ///< NULL: an IRI, and a row without it goes the general way
  bool                     clean;    ///< its fixed pieces are, as a literal or as an IRI
} ln_straight_join;

/** A cell that is cut into items. */
typedef struct {
  uint16_t cell;
  bool     array; ///< a JSON array of strings; else its column has a separator
} ln_straight_list;

/** A text that has no bytes and is there if another one is, and tests hold. */
typedef struct {
  uint16_t text; ///< its own number
  uint16_t gate;
  ln_tests tests; ///< their variables are numbers of texts
} ln_straight_gate;

typedef struct {
  ln_stencil stencil;
  bool       varies; ///< the subject has the bytes of a text
  bool       blank;  ///< a blank node a row
  uint16_t   text;
} ln_straight_subject;

/** Texts have numbers: those of the cells from 0, those put together from `first_join`, then
    `always`, that of a text which is there in every row, and behind it those of the gates. */
struct ln_straight {
  const ln_straight_cell*    cells;
  size_t                     n_cells;
  size_t                     first_join;
  uint16_t                   always;
  const ln_straight_join*    joins;
  size_t                     n_joins;
  const ln_straight_list*    lists;
  size_t                     n_lists;
  const ln_straight_gate*    gates;
  size_t                     n_gates;
  const ln_straight_subject* subjects;
  size_t                     n_subjects;
  size_t                     n_fields; ///< cells that a row must have at least
};

/** Whether fixed text is LN_CLEAN in an IRI, where it begins or goes on, or in a literal. */
bool
ln_straight_clean(ln_view text, bool iri, bool begins);

/** Room of a maker for the straight way; zero-initialised is valid. */
typedef struct {
  ln_slot_text* texts; ///< by number
  ln_slot_list* lists;
  ln_slot_text* items; ///< of all lists
  size_t        n_items;
  size_t        cap_items;
  char*         room; ///< for joins and decoded items; LN_STRAIGHT_ROOM bytes, and twice the slack
  size_t        used;
  ln_stamp      stamp; ///< of the row; its texts and lists are those above
} ln_straight_state;

/** A row whose joins need more goes the general way. */
enum { LN_STRAIGHT_ROOM = 8192 };

LN_MUST ln_status
ln_straight_state_new(const ln_straight* straight, ln_straight_state* state);

void
ln_straight_state_clear(ln_straight_state* state);

/** Cut the cells that are lists into items; `*gone` becomes false where one is in doubt. */
LN_MUST ln_status
ln_straight_cut(ln_maker* maker, bool* gone);

/** Describe the row at hand if it can go straight; else `*gone` is false and nothing happened. */
LN_MUST ln_status
ln_straight_row(ln_maker* maker, ln_sink sink, bool* gone, bool* made);

#endif
