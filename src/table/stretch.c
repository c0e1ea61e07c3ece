/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Where rows end, without making cells. Without quotes every line end ends a row, and bits are
   counted. With quotes a line end counts if an even number of quotes stands before it, as long as
   every quote that opens stands behind a delimiter, a line end or a quote that closes: then the
   count of quotes is the state of the splitter. (What goes on behind a closing quote ends with the
   cell, unless it holds a quote, and that one stands wrong.) The first quote that stands elsewhere
   gives the bytes to the splitter itself, which is slower but is the judge. Invariant:
   the answer is that of the splitter. Cost: some 0.1 ns a byte without quotes, 0.2 with. */

#include "table/stretch.h"

#include "base/memory.h"
#include "table/cell.h"
#include "table/ends.h"
#include "table/split.h"

enum { BLOCK = 64 };

typedef struct {
  ln_view  bytes;
  bool     last;
  char     delimiter;
  char     quote;   ///< 0: none
  char     mark;    ///< the quote, or the delimiter again
  uint64_t inside;  ///< all bits set: the block begins between quotes
  uint64_t opened;  ///< bit 0: a quote may open the first cell of the block, or double the last one
  bool     astray;  ///< a quote stands where it should not
  ln_stretch cut;   ///< up to the last row end found
  uint64_t   lines; ///< line ends up to the end of the block
} counter;

static bool
is_line_end(const char c)
{
  return c == '\r' || c == '\n';
}

bool
ln_stretch_possible(const ln_dialect* const dialect)
{
  ln_cell_rules rules;
  ln_cell_rules_init(&rules, dialect);
  const bool quotes = dialect->quote == '\0' ||
                      (dialect->quote == dialect->escape && dialect->quote != dialect->delimiter &&
                       !is_line_end(dialect->quote));
  const bool usual = dialect->delimiter_rest.n == 0U && dialect->n_line_ends == 0U;
  return usual && quotes && rules.escape == '\0' && !is_line_end(dialect->delimiter) &&
         dialect->comment_prefix.n == 0U && !dialect->skip_blank_rows &&
         (dialect->max_row == 0U || dialect->max_row >= (uint64_t)LN_STRETCH_MOST);
}

/* Bit i is set if an odd number of bits is set up to i. */
static inline uint64_t
parity(uint64_t bits)
{
  for (unsigned shift = 1U; shift < 64U; shift *= 2U) {
    bits ^= bits << shift;
  }
  return bits;
}

/* Follow the quotes of a block; gives the bits between quotes. */
static inline uint64_t
follow_quotes(counter* const c, const ln_ends* const ends)
{
  const uint64_t inside   = parity(ends->quotes) ^ c->inside;
  const uint64_t opens    = ends->quotes & inside;
  const uint64_t closes   = ends->quotes & ~inside;
  const uint64_t apart    = ends->delimiters | ends->lf | ends->cr;
  const uint64_t may_open = ((apart | closes) << 1U) | c->opened;
  c->astray               = (opens & ~may_open) != 0U;
  c->inside               = 0U - (inside >> 63U);
  c->opened               = (apart | closes) >> 63U;
  return inside;
}

static inline void
count_block(counter* const c, const size_t at)
{
  const size_t left = c->bytes.n - at;
  ln_ends      ends;
  ln_ends_block(c->bytes.s + at, c->delimiter, c->mark, &ends);
  const uint64_t there = left < BLOCK ? (UINT64_C(1) << left) - 1U : UINT64_MAX;
  ends = (ln_ends){ends.lf & there, ends.cr & there, ends.quotes & there, ends.delimiters & there};
  /* A CR ends a line if no LF follows; the last byte cannot tell unless it is the very last. */
  uint64_t pairs = (ends.lf >> 1U) & ends.cr;
  if (left > BLOCK) {
    pairs |= c->bytes.s[at + BLOCK] == '\n' ? ends.cr & (UINT64_C(1) << 63U) : 0U;
  } else if (!c->last) {
    pairs |= ends.cr & (UINT64_C(1) << (left - 1U));
  }
  const uint64_t lines  = ends.lf | (ends.cr & ~pairs);
  const uint64_t inside = c->quote ? follow_quotes(c, &ends) : 0U;
  const uint64_t rows   = lines & ~inside;
  if (rows != 0U && !c->astray) {
    const unsigned high  = 63U - (unsigned)__builtin_clzll(rows);
    const uint64_t up_to = (UINT64_C(2) << high) - 1U;
    c->cut.n             = at + high + 1U;
    c->cut.rows += (uint64_t)__builtin_popcountll(rows);
    c->cut.lines = c->lines + (uint64_t)__builtin_popcountll(lines & up_to);
  }
  c->lines += (uint64_t)__builtin_popcountll(lines);
}

/* The row that begins behind the stretch; `*more`: it is whole and belongs to it. */
static ln_status
add_row(ln_split* const   split,
        const ln_view     bytes,
        const bool        last,
        ln_stretch* const stretch,
        bool* const       more)
{
  ln_split_result result = LN_SPLIT_MORE;
  ln_split_begin(split, stretch->n, LN_SPLIT_PLAIN);
  LN_TRY(ln_split_run(split, bytes.s, bytes.n, last, &result));
  size_t end = split->at;
  /* Behind the last byte there may be the LF of its CR. */
  *more = result == LN_SPLIT_ROW && (last || !split->after_cr || end < bytes.n);
  if (*more) {
    end += split->after_cr && end < bytes.n && bytes.s[end] == '\n' ? 1U : 0U;
    split->after_cr = false;
    stretch->n      = end;
    stretch->lines += split->lines;
    ++stretch->rows;
  }
  return LN_OK;
}

/* Count row by row with the splitter, from the beginning. */
static ln_status
split_rows(const ln_dialect* const dialect,
           const ln_view           bytes,
           const bool              last,
           ln_stretch* const       stretch)
{
  ln_split* const split = ln_alloc_zero(1U, sizeof(ln_split));
  bool            more  = true;
  ln_status       st    = LN_OK;
  *stretch              = (ln_stretch){0};
  if (!split) {
    return LN_NO_MEM;
  }
  ln_split_init(split, dialect);
  while (st == LN_OK && more && stretch->n < bytes.n) {
    st = add_row(split, bytes, last, stretch, &more);
  }
  ln_split_clear(split);
  ln_free(split);
  return st;
}

/* Where only LF matters. */
static bool
find_simple(const counter* const c, ln_stretch* const cut)
{
  const char   mark  = (char)(c->quote ? c->quote : '\r');
  const size_t lines = ln_ends_simple(c->bytes.s, c->bytes.n, mark);
  size_t       n     = c->bytes.n;
  if (lines == SIZE_MAX) {
    return false;
  }
  while (n > 0U && c->bytes.s[n - 1U] != '\n') {
    --n;
  }
  *cut = (ln_stretch){.n = n, .rows = lines, .lines = lines};
  return true;
}

ln_status
ln_stretch_find(const ln_dialect* const dialect,
                const ln_view           bytes,
                const bool              last,
                ln_stretch* const       cut)
{
  counter c = {.bytes     = bytes,
               .last      = last,
               .delimiter = dialect->delimiter,
               .quote     = dialect->quote,
               .mark      = dialect->delimiter,
               .opened    = 1U};
  if (dialect->quote != '\0') {
    c.mark = dialect->quote;
  }
  const bool simple = find_simple(&c, &c.cut);
  c.lines           = c.cut.lines;
  for (size_t at = 0U; at < bytes.n && !simple && !c.astray; at += BLOCK) {
    count_block(&c, at);
  }
  if (c.astray) {
    return split_rows(dialect, bytes, last, cut);
  }
  *cut = c.cut;
  if (last && cut->n < bytes.n) {
    *cut = (ln_stretch){.n = bytes.n, .rows = cut->rows + 1U, .lines = c.lines};
  }
  return LN_OK;
}
