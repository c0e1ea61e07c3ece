/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* An entity as bytes for a temporary file, which only the same run reads again: the facts as they
   are in memory, behind them their texts one after the other. Unpacking copies all of it once and
   sets the views. */

#include "dispute/card.h"

#include <string.h>

/* What stands in front of the facts. */
typedef struct {
  uint64_t order;
  uint64_t entity;
  uint64_t thing; ///< bytes of its name
  uint64_t n;
} card_head;

ln_status
ln_card_pack(const ln_card* const card, ln_text* const bytes)
{
  const card_head head = {card->order, card->entity, card->thing.n, card->n};
  LN_TRY(ln_text_add(bytes, (ln_view){(const char*)&head, sizeof(head)}));
  LN_TRY(ln_text_add(bytes, (ln_view){(const char*)card->facts, card->n * sizeof(ln_card_fact)}));
  LN_TRY(ln_text_add(bytes, card->thing));
  for (size_t i = 0U; i < card->n; ++i) {
    LN_TRY(ln_text_add(bytes, card->facts[i].text));
  }
  return LN_OK;
}

ln_status
ln_card_unpack(const ln_view bytes, ln_arena* const arena, ln_card* const card)
{
  card_head   head;
  void* const copy = ln_arena_take(arena, bytes.n);
  if (!copy) {
    return LN_NO_MEM;
  }
  memcpy(&head, bytes.s, sizeof(head));
  memcpy(copy, bytes.s + sizeof(head), bytes.n - sizeof(head));
  ln_card_fact* const facts = copy;
  const char*         text  = (const char*)(facts + head.n);
  *card = (ln_card){{text, head.thing}, head.order, (size_t)head.entity, facts, (size_t)head.n};
  text += head.thing;
  for (size_t i = 0U; i < head.n; ++i) {
    facts[i].text.s = text;
    text += facts[i].text.n;
  }
  return LN_OK;
}

const ln_card_fact*
ln_card_find(const ln_card* const card, const uint32_t predicate)
{
  size_t i = 0U;
  while (i < card->n && card->facts[i].predicate != predicate) {
    ++i;
  }
  return i < card->n ? &card->facts[i] : NULL;
}

const ln_card_fact*
ln_card_more(const ln_card* const card, const ln_card_fact* const fact)
{
  const ln_card_fact* const next = fact + 1;
  return next < card->facts + card->n && next->predicate == fact->predicate ? next : NULL;
}
