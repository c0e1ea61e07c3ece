/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What a comparison finds may be more than memory holds, and comes in no good order. Each remark is
   laid away as bytes, as cards are; sorted are its gravity, where it belongs and where it lies. */

#include "dispute/remark.h"

#include "base/memory.h"
#include "base/sort.h"
#include "base/spill.h"

#include <string.h>

enum { SORT_WORDS = 4 };

struct ln_remarks {
  ln_spill*   spill;
  ln_sort*    order;
  ln_text     text;
  ln_arena    arena;
  ln_remark   remark;
  uint64_t    counts[LN_GRAVITIES + 1];
  uint64_t    n;
  const char* error;
};

/* What stands in front of items and texts; views lend their lengths. */
typedef struct {
  ln_remark remark;
  uint64_t  bytes; ///< of all behind it
} laid_remark;

ln_status
ln_remarks_new(const size_t memory, ln_remarks** const remarks)
{
  ln_remarks* const r = ln_alloc_zero(1U, sizeof(ln_remarks));
  *remarks            = r;
  if (!r) {
    return LN_NO_MEM;
  }
  r->error = "";
  LN_TRY(ln_sort_new(SORT_WORDS, memory, &r->order));
  return ln_spill_open(0U, &r->spill, &r->error);
}

void
ln_remarks_free(ln_remarks* const remarks)
{
  if (remarks) {
    ln_sort_free(remarks->order);
    ln_spill_close(remarks->spill);
    ln_text_clear(&remarks->text);
    ln_arena_clear(&remarks->arena);
    ln_free(remarks);
  }
}

static ln_status
add_texts(ln_text* const text, const ln_remark* const remark)
{
  LN_TRY(ln_text_add(text, remark->rule));
  LN_TRY(ln_text_add(text, remark->says));
  for (size_t i = 0U; i < LN_NOTES; ++i) {
    LN_TRY(ln_text_add(text, remark->notes[i]));
  }
  for (size_t i = 0U; i < remark->n; ++i) {
    LN_TRY(ln_text_add(text, remark->items[i].thing));
    LN_TRY(ln_text_add(text, remark->items[i].name));
    LN_TRY(ln_text_add(text, remark->items[i].value));
  }
  return LN_OK;
}

ln_status
ln_remarks_add(ln_remarks* const remarks, const ln_remark* const remark)
{
  laid_remark    laid   = {*remark, 0U};
  const uint64_t word[] = {
    remark->gravity, remark->order, remarks->n, ln_spill_size(remarks->spill)};
  const ln_view items = {(const char*)remark->items, remark->n * sizeof(ln_remark_item)};
  ln_text_reset(&remarks->text);
  LN_TRY(ln_text_add(&remarks->text, items));
  LN_TRY(add_texts(&remarks->text, remark));
  laid.bytes = remarks->text.n;
  LN_TRY(ln_spill_put(remarks->spill, &laid, sizeof(laid)));
  LN_TRY(ln_spill_put(remarks->spill, remarks->text.s, remarks->text.n));
  ++remarks->counts[remark->gravity];
  ++remarks->n;
  return ln_sort_add(remarks->order, word);
}

uint64_t
ln_remarks_count(const ln_remarks* const remarks, const size_t gravity)
{
  return remarks->counts[gravity];
}

/* A view whose length is known takes the next bytes. */
static void
set(ln_view* const view, const char** const text)
{
  view->s = *text;
  *text += view->n;
}

ln_status
ln_remarks_next(ln_remarks* const remarks, const ln_remark** const remark)
{
  const uint64_t* word = NULL;
  laid_remark     laid;
  LN_TRY(ln_sort_next(remarks->order, &word));
  const uint64_t at = word[3];
  LN_TRY(ln_spill_get(remarks->spill, at, &laid, sizeof(laid)));
  ln_arena_reset(&remarks->arena);
  void* const bytes = ln_arena_take(&remarks->arena, (size_t)laid.bytes);
  if (!bytes) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_spill_get(remarks->spill, at + sizeof(laid), bytes, (size_t)laid.bytes));
  ln_remark_item* const items = bytes;
  const char*           text  = (const char*)(items + laid.remark.n);
  set(&laid.remark.rule, &text);
  set(&laid.remark.says, &text);
  for (size_t i = 0U; i < LN_NOTES; ++i) {
    set(&laid.remark.notes[i], &text);
  }
  for (size_t i = 0U; i < laid.remark.n; ++i) {
    set(&items[i].thing, &text);
    set(&items[i].name, &text);
    set(&items[i].value, &text);
  }
  laid.remark.items = items;
  remarks->remark   = laid.remark;
  *remark           = &remarks->remark;
  return LN_OK;
}

const char*
ln_remarks_error(const ln_remarks* const remarks)
{
  const char* const spilled = remarks->spill ? ln_spill_error(remarks->spill) : "";
  const char* const sorted  = remarks->order ? ln_sort_error(remarks->order) : "";
  const char* const first   = *spilled ? spilled : sorted;
  return *first ? first : remarks->error;
}
