/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The head is one block that grows to its share of the memory and then stays. Behind it records
   gather in one of two blocks; a block that is full is written to the file, and still read from
   memory until the other one is full, too, since what was added lately is asked for most.
   Invariant: a record lies in one piece, in the head, in a block, or in the file, which holds
   exactly the bytes between the head and the newer block. Cost: a record behind the head is copied
   once; one that is in the file costs a system call, unless it stood near the one before. */

#include "base/tape.h"

#include "base/memory.h"
#include "base/spill.h"

/* A larger block would no more be in the processor's cache when it is written. */
enum { FIRST_BYTES = 1 << 13, MOST_BLOCK = 1 << 16, READ_SIZE = 1 << 9 };

typedef struct {
  char*    s;
  uint64_t offset; ///< of its first byte
  size_t   n;
  size_t   cap;
} block;

struct ln_tape {
  block       head;
  size_t      most_head;
  size_t      block_size;
  block       newer;
  block       older; ///< is in the file, too
  block       seen;  ///< what was read of the file last
  ln_spill*   spill; ///< NULL: the head takes all
  const char* error;
};

ln_status
ln_tape_new(const size_t memory, ln_tape** const tape)
{
  ln_tape* const t = ln_alloc_zero(1U, sizeof(ln_tape));
  *tape            = t;
  if (!t) {
    return LN_NO_MEM;
  }
  t->block_size = memory / 16U < MOST_BLOCK ? memory / 16U : MOST_BLOCK;
  t->most_head  = memory / 8U * 7U < FIRST_BYTES ? (size_t)FIRST_BYTES : memory / 8U * 7U;
  t->error      = "";
  return LN_OK;
}

void
ln_tape_free(ln_tape* const tape)
{
  if (tape) {
    ln_free(tape->head.s);
    ln_free(tape->newer.s);
    ln_free(tape->older.s);
    ln_free(tape->seen.s);
    ln_spill_close(tape->spill);
    ln_free(tape);
  }
}

static ln_status
have_room(block* const b, const size_t cap)
{
  if (b->cap >= cap) {
    return LN_OK;
  }
  char* const more = ln_realloc(b->s, cap, 1U);
  if (!more) {
    return LN_NO_MEM;
  }
  b->s   = more;
  b->cap = cap;
  return LN_OK;
}

static ln_status
grow_head(block* const head, const size_t most, const size_t n)
{
  size_t cap = head->cap > 0U ? 2U * head->cap : FIRST_BYTES;
  cap        = cap < most ? cap : most;
  return have_room(head, cap < head->n + n ? head->n + n : cap);
}

static ln_status
spilled(ln_tape* const t, const ln_status st)
{
  if (st == LN_IO) {
    t->error = ln_spill_error(t->spill);
  }
  return st;
}

/* The newer block, with room for `n` bytes. */
static ln_status
have_newer(ln_tape* const t, const size_t n)
{
  if (!t->spill) {
    /* Blocks are written whole, and need no other buffer. */
    LN_TRY(ln_spill_open(1U, &t->spill, &t->error));
    t->newer.offset = t->head.n;
  }
  if (t->newer.n > 0U && t->newer.n + n > t->block_size) {
    LN_TRY(spilled(t, ln_spill_put(t->spill, t->newer.s, t->newer.n)));
    const block full = t->newer;
    t->newer         = t->older;
    t->older         = full;
    t->newer.offset  = full.offset + full.n;
    t->newer.n       = 0U;
  }
  return have_room(&t->newer, n < t->block_size ? t->block_size : n);
}

ln_status
ln_tape_add(ln_tape* const tape, const size_t n, char** const at, uint64_t* const offset)
{
  block* to = &tape->head;
  if (!tape->spill && n <= tape->most_head - to->n) {
    LN_TRY(n > to->cap - to->n ? grow_head(to, tape->most_head, n) : LN_OK);
  } else {
    to = &tape->newer;
    LN_TRY(have_newer(tape, n));
  }
  *at     = to->s + to->n;
  *offset = to->offset + to->n;
  to->n += n;
  return LN_OK;
}

static ln_status
read_file(ln_tape* const t, const uint64_t offset, const size_t n)
{
  block* const   seen = &t->seen;
  const uint64_t left = t->newer.offset - offset;
  const size_t   most = n < READ_SIZE ? READ_SIZE : n;
  LN_TRY(have_room(seen, most));
  seen->n           = 0U;
  seen->offset      = offset;
  const size_t take = left < most ? (size_t)left : most;
  LN_TRY(spilled(t, ln_spill_get(t->spill, offset - t->head.n, seen->s, take)));
  seen->n = take;
  return LN_OK;
}

/* The block in which a record lies; `seen` if it is in the file alone. */
static block*
block_of(ln_tape* const t, const uint64_t offset)
{
  if (offset < t->head.n) {
    return &t->head;
  }
  if (offset >= t->newer.offset) {
    return &t->newer;
  }
  return t->older.n > 0U && offset >= t->older.offset ? &t->older : &t->seen;
}

ln_status
ln_tape_get(ln_tape* const tape, const uint64_t offset, const size_t n, const char** const bytes)
{
  const block* const from = block_of(tape, offset);
  if (from == &tape->seen && (offset < from->offset || offset + n > from->offset + from->n)) {
    LN_TRY(read_file(tape, offset, n));
  }
  *bytes = from->s + (size_t)(offset - from->offset);
  return LN_OK;
}

uint64_t
ln_tape_size(const ln_tape* const tape)
{
  return tape->spill ? tape->newer.offset + tape->newer.n : tape->head.n;
}

const char*
ln_tape_error(const ln_tape* const tape)
{
  return tape->error;
}
