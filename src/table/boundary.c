/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Where rows begin, from the middle of a table. The splitter is, at any byte, in one of six states;
   a set of them is six bits, and a table tells for each set and each kind of byte which set comes
   next. From a known place the set has one state; from an unknown one it begins with all, and
   states meet quickly: behind a quote that closes, whatever was thought before, the next delimiter
   or line end is one to all. A row begins where nothing else is possible any more, which proves it
   for every table, sound or not. Boundaries grow with the places they are asked for, since who
   starts earlier knows more; where nothing is proven within the window, the row behind the window
   is taken, for the same reason. Cost: about 1 ns a byte looked at. */

#include "table/boundary.h"

#include "base/memory.h"
#include "table/cell.h"

enum { BUFFER = 1 << 18, WINDOW = 1 << 16 };

/* States, as bits. */
enum {
  ROW    = 1,  ///< a row begins
  ROW_CR = 2,  ///< the same behind CR: a LF belongs to the row before
  CELL   = 4,  ///< a cell begins
  PLAIN  = 8,  ///< in a cell without quotes, or behind one with
  QUOTED = 16, ///< between quotes
  ENDING = 32, ///< behind a quote between quotes: the end, or the first of two
  SETS   = 64,
};

typedef enum { OTHER, BLANK, DELIMITER, QUOTE, CR, LF, KINDS } byte_kind;

typedef struct {
  ln_in*      in;
  uint64_t    size;
  uint8_t     next[KINDS][SETS];
  uint8_t     kind[256];
  char*       buffer;
  size_t      n;
  uint64_t    offset; ///< of the buffer
  unsigned    set;
  bool        after_cr; ///< the byte before was CR
  ln_boundary seen;     ///< the place at hand and what was counted up to it
} finder;

const char*
ln_boundary_obstacle(const ln_dialect* const dialect)
{
  ln_cell_rules rules;
  ln_cell_rules_init(&rules, dialect);
  if (rules.escape != '\0' || (dialect->quote != '\0' && dialect->quote != dialect->escape)) {
    return "an escaped line end looks like the end of a row";
  }
  if (dialect->delimiter_rest.n > 0U || dialect->n_line_ends > 0U) {
    return "it has delimiters of several bytes, or line ends of its own";
  }
  if (dialect->quote != '\0' && dialect->comment_prefix.n > 0U) {
    return "a quote in a comment looks like one in a row";
  }
  return NULL;
}

static unsigned
next_state(const unsigned state, const byte_kind kind)
{
  if (state == QUOTED) {
    return kind == QUOTE ? ENDING : QUOTED;
  }
  switch (kind) {
  case CR:
    return ROW_CR;
  case LF:
    return ROW;
  case DELIMITER:
    return CELL;
  case QUOTE:
    return state == PLAIN ? PLAIN : QUOTED;
  case BLANK: /* in front of a quote, where such blanks are not data */
    return state == PLAIN || state == ENDING ? PLAIN : CELL;
  case OTHER:
  case KINDS:
    break;
  }
  return PLAIN;
}

static void
init(finder* const f, const ln_dialect* const dialect)
{
  ln_cell_rules rules;
  ln_cell_rules_init(&rules, dialect);
  for (unsigned kind = 0U; kind < KINDS; ++kind) {
    for (unsigned set = 0U; set < SETS; ++set) {
      unsigned next = 0U;
      for (unsigned state = 1U; state < SETS; state *= 2U) {
        next |= set & state ? next_state(state, (byte_kind)kind) : 0U;
      }
      f->next[kind][set] = (uint8_t)next;
    }
  }
  if (rules.trim_start) {
    f->kind[' ']  = BLANK;
    f->kind['\t'] = BLANK;
  }
  f->kind['\r'] = CR;
  f->kind['\n'] = LF;
  if (dialect->quote != '\0') {
    f->kind[(unsigned char)dialect->quote] = QUOTE;
  }
  f->kind[(unsigned char)dialect->delimiter] = DELIMITER;
}

/* Go on at a place with these states. */
static ln_status
go_to(finder* const f, const uint64_t at, const unsigned set)
{
  f->set      = set;
  f->after_cr = false;
  f->seen     = (ln_boundary){.at = at};
  f->offset   = at;
  f->n        = 0U;
  return ln_in_range(f->in, at, f->size);
}

static ln_status
fill(finder* const f)
{
  size_t          got = 0U;
  const ln_status st  = ln_in_read(f->in, f->buffer, BUFFER, &got);
  f->offset           = f->seen.at;
  f->n                = got;
  return st;
}

/* Whether a row begins before the next byte, whatever was thought at the beginning. */
static inline bool
is_row(const finder* const f, const char next)
{
  return f->set == ROW || ((f->set & ~((unsigned)ROW | ROW_CR)) == 0U && next != '\n');
}

static inline void
step(finder* const f, const char c)
{
  const unsigned kind = f->kind[(unsigned char)c];
  const unsigned next = f->next[kind][f->set];
  const bool     end  = (kind == LF && !f->after_cr) || kind == CR;
  f->seen.lines += end ? 1U : 0U;
  f->seen.rows += end && next != QUOTED ? 1U : 0U;
  f->after_cr = kind == CR;
  f->set      = next;
  ++f->seen.at;
}

/* Step to the first row that begins at `at` or behind it. LN_END if none is proven before `limit`,
   and at the end of the table, which is as good as a row. */
static ln_status
walk(finder* const f, const uint64_t at, const uint64_t limit)
{
  while (f->seen.at < f->size) {
    if (f->seen.at - f->offset == f->n) {
      const ln_status st = fill(f);
      if (st == LN_END) {
        break; /* the file has become shorter */
      }
      LN_TRY(st);
    }
    const char c = f->buffer[f->seen.at - f->offset];
    if (f->seen.at >= at && is_row(f, c)) {
      return LN_OK;
    }
    if (f->seen.at >= limit) {
      return LN_END;
    }
    step(f, c);
  }
  return LN_OK;
}

static ln_status
find(finder* const f, const ln_dialect* const dialect, const uint64_t first, const uint64_t at)
{
  /* One byte before tells whether the place itself is one. */
  const unsigned all = dialect->quote != '\0' ? SETS - 1U : (unsigned)ROW | ROW_CR | CELL | PLAIN;
  LN_TRY(go_to(f, at - 1U, all));
  const ln_status st = walk(f, at, dialect->quote != '\0' ? at + WINDOW : UINT64_MAX);
  if (st != LN_END) {
    return st;
  }
  LN_TRY(go_to(f, first, ROW));
  return walk(f, at + WINDOW, UINT64_MAX);
}

ln_status
ln_boundary_find(ln_in* const            in,
                 const ln_dialect* const dialect,
                 const uint64_t          range[2],
                 const uint64_t          at,
                 const bool              count,
                 ln_boundary* const      boundary)
{
  const uint64_t first = range[0];
  finder* const  f     = ln_alloc_zero(1U, sizeof(finder));
  if (!f) {
    return LN_NO_MEM;
  }
  *f           = (finder){.in = in, .size = range[1], .buffer = ln_alloc(BUFFER)};
  ln_status st = f->buffer ? LN_OK : LN_NO_MEM;
  init(f, dialect);
  if (st == LN_OK && at <= first) {
    f->seen.at = first;
  } else if (st == LN_OK && count) {
    st = go_to(f, first, ROW);
    st = st == LN_OK ? walk(f, at, UINT64_MAX) : st;
  } else if (st == LN_OK) {
    st = find(f, dialect, first, at);
  }
  *boundary = f->seen;
  ln_free(f->buffer);
  ln_free(f);
  return st;
}
