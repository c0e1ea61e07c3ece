/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triples from pieces of text. What is behind the last line end of a batch is kept for the next
   one, so that memory is bounded by a batch and the longest line. */

#include "run/triple_batch.h"

enum { BATCH = 1 << 20, PIECE = 1 << 16 };

static ln_status
read_lines(const ln_triple_batch* const batch, const ln_view lines)
{
  const ln_reading reading = {
    .path = "the store", .bytes = lines, .syntax = "ntriples", .stop = batch->stop};
  bool whole = true;
  if (lines.n == 0U) {
    return LN_OK;
  }
  LN_TRY(ln_read_triples(&reading, batch->source, batch->log, batch->take, batch->self, &whole));
  return whole ? LN_OK : LN_STOP;
}

ln_status
ln_triple_batch_add(ln_triple_batch* const batch, const ln_view bytes)
{
  ln_text* const text = &batch->batch;
  LN_TRY(ln_text_add(text, bytes));
  if (text->n < BATCH) {
    return LN_OK;
  }
  size_t end = text->n;
  while (end > 0U && text->s[end - 1U] != '\n') {
    --end;
  }
  LN_TRY(read_lines(batch, (ln_view){text->s, end}));
  memmove(text->s, text->s + end, text->n - end);
  text->n -= end;
  return LN_OK;
}

ln_status
ln_triple_batch_end(ln_triple_batch* const batch)
{
  const ln_status st = read_lines(batch, ln_text_view(&batch->batch));
  ln_text_reset(&batch->batch);
  return st;
}

ln_status
ln_triple_batch_spill(ln_triple_batch* const batch, ln_spill* const spill)
{
  const uint64_t size  = ln_spill_size(spill);
  ln_text        piece = {0};
  ln_status      st    = ln_text_reserve(&piece, PIECE);
  for (uint64_t at = 0U; st == LN_OK && at < size; at += PIECE) {
    const size_t n = size - at < PIECE ? (size_t)(size - at) : (size_t)PIECE;
    st             = ln_spill_get(spill, at, piece.s, n);
    st             = st == LN_OK ? ln_triple_batch_add(batch, (ln_view){piece.s, n}) : st;
  }
  ln_text_clear(&piece);
  return st == LN_OK ? ln_triple_batch_end(batch) : st;
}

void
ln_triple_batch_clear(ln_triple_batch* const batch)
{
  ln_text_clear(&batch->batch);
}
