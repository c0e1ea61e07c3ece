/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* For each slot a number: 0 if it is left out; else 1 for a constant; for a text or an item four
   times its length, its flags, and one; for a list how many items and one. The bytes of texts and
   items stand behind their numbers. Invariant: from slot to slot the number tells where the next
   begins. Cost: a copy of the texts; what is the same in all stamps takes a byte. */

#include "sink/imprint.h"

#include "base/memory.h"
#include "base/wide.h"
#include "sink/desc_packer.h"

#include <string.h>

enum { NUMBERS = 10, FLAGS = LN_CLEAN | LN_DIGITS }; ///< bytes that numbers of a pair take at most

_Static_assert(FLAGS == 3, "two bits");

/* ---- taking ---- */

static inline char*
put_text(char* const to, const ln_slot_text* const text)
{
  const uint64_t number = ((uint64_t)text->n << 2U | (text->flags & (unsigned)FLAGS)) + 1U;
  return ln_wide_copy_short(ln_packed_put(to, number), text->s, text->n);
}

/* The items of a list, or NULL if two are the same or there are too many. */
static char*
put_items(char* to, const ln_slot_text* const items, const size_t n)
{
  if (n > LN_IMPRINT_PAIRS) {
    return NULL;
  }
  to = ln_packed_put(to, n + 1U);
  for (size_t i = 0U; i < n; ++i) {
    for (size_t j = 0U; j < i; ++j) {
      if (items[i].n == items[j].n && memcmp(items[i].s, items[j].s, items[i].n) == 0) {
        return NULL;
      }
    }
    to = put_text(to, &items[i]);
  }
  return to;
}

static char*
put_slot(char* const to, const ln_stamp* const stamp, const ln_slot* const slot, size_t* const n)
{
  if (!stamp->texts[slot->gate].there) {
    *to = 0;
    return to + 1;
  }
  if (slot->kind == LN_SLOT_ITEMS) {
    const ln_slot_list list = stamp->lists[slot->text];
    *n += list.n;
    return put_items(to, stamp->items + list.first, list.n);
  }
  ++*n;
  if (slot->kind == LN_SLOT_TEXT) {
    return put_text(to, &stamp->texts[slot->text]);
  }
  *to = 1;
  return to + 1;
}

ln_status
ln_imprint_take(ln_imprint* const imprint, const ln_press* const press, const ln_stamp* const stamp)
{
  ln_text* const texts = &imprint->texts;
  const size_t   bound = ln_stamp_bound(stamp, NUMBERS) + LN_SLACK;
  size_t         n     = 0U;
  ln_text_reset(texts);
  imprint->n = 0U;
  if (!press->usable || bound > (size_t)LN_STAMP_MOST) {
    return LN_OK;
  }
  LN_TRY(texts->cap > bound ? LN_OK : ln_text_reserve(texts, bound));
  if (stamp->subject.n > 0U) {
    memcpy(texts->s, stamp->subject.s, stamp->subject.n);
  }
  imprint->press     = press;
  imprint->subject   = stamp->subject;
  imprint->subject.s = texts->s;
  imprint->where     = stamp->where;
  imprint->slots     = stamp->subject.n;
  char* to           = texts->s + stamp->subject.n;
  for (size_t i = 0U; i < press->of->n && to; ++i) {
    to = put_slot(to, stamp, &press->of->slots[i], &n);
  }
  if (to && n <= LN_IMPRINT_PAIRS) {
    texts->n   = (size_t)(to - texts->s);
    imprint->n = n;
  }
  return LN_OK;
}

void
ln_imprint_clear(ln_imprint* const imprint)
{
  ln_text_clear(&imprint->texts);
}

/* ---- reading ---- */

static ln_slot_text
take_text(const char** const at, const uint64_t number)
{
  const uint64_t     bits = number - 1U;
  const ln_slot_text text = {*at, (uint32_t)(bits >> 2U), (uint8_t)(bits & (unsigned)FLAGS), true};
  *at += text.n;
  return text;
}

static void
set_object(ln_pair* const pair, const ln_slot* const slot, const ln_slot_text text)
{
  *pair              = slot->pair;
  pair->object.s     = text.s;
  pair->object.n     = text.n;
  pair->object.flags = (uint8_t)(slot->pair.object.flags | text.flags);
}

bool
ln_imprint_next(ln_imprint_reader* const reader, ln_pair* const pair)
{
  const ln_slot* const slots = reader->stencil->slots;
  while (reader->items == 0U) {
    if (reader->slot == reader->stencil->n) {
      return false;
    }
    const ln_slot* const slot   = &slots[reader->slot++];
    const uint64_t       number = ln_packed_number(&reader->at);
    if (number > 0U && slot->kind == LN_SLOT_CONSTANT) {
      *pair = slot->pair;
      return true;
    }
    if (number > 0U && slot->kind == LN_SLOT_TEXT) {
      set_object(pair, slot, take_text(&reader->at, number));
      return true;
    }
    reader->items = number > 0U ? (size_t)(number - 1U) : 0U;
  }
  --reader->items;
  const uint64_t number = ln_packed_number(&reader->at);
  set_object(pair, &slots[reader->slot - 1U], take_text(&reader->at, number));
  return true;
}

/* ---- the stamp again ---- */

static ln_status
have_room(ln_imprint_room* const room, const size_t n)
{
  if (room->cap >= n) {
    return LN_OK;
  }
  ln_imprint_room_clear(room);
  room->texts = ln_alloc_zero(n, sizeof(ln_slot_text));
  room->lists = ln_alloc_zero(n, sizeof(ln_slot_list));
  if (!room->texts || !room->lists) {
    return LN_NO_MEM;
  }
  room->cap = n;
  return LN_OK;
}

ln_status
ln_imprint_stamp(const ln_imprint* const imprint,
                 ln_imprint_room* const  room,
                 ln_stamp* const         stamp)
{
  const ln_stencil* const stencil = &imprint->press->stencil;
  const char*             at      = ln_imprint_slots(imprint).s;
  uint32_t                n_items = 0U;
  LN_TRY(have_room(room, stencil->n));
  for (size_t i = 0U; i < stencil->n; ++i) {
    const ln_slot_kind kind   = (ln_slot_kind)stencil->slots[i].kind;
    const uint64_t     number = ln_packed_number(&at);
    room->texts[i]            = (ln_slot_text){at, 0U, 0U, number > 0U};
    if (number > 0U && kind == LN_SLOT_TEXT) {
      room->texts[i] = take_text(&at, number);
    } else if (number > 0U && kind == LN_SLOT_ITEMS) {
      room->lists[i] = (ln_slot_list){n_items, (uint32_t)(number - 1U)};
      for (; n_items < room->lists[i].first + room->lists[i].n; ++n_items) {
        const uint64_t item  = ln_packed_number(&at);
        room->items[n_items] = take_text(&at, item);
      }
    }
  }
  *stamp = (ln_stamp){.stencil = stencil,
                      .subject = imprint->subject,
                      .texts   = room->texts,
                      .items   = room->items,
                      .lists   = room->lists,
                      .n_bytes = imprint->texts.n,
                      .n_items = n_items,
                      .where   = imprint->where};
  return LN_OK;
}

void
ln_imprint_room_clear(ln_imprint_room* const room)
{
  ln_free(room->texts);
  ln_free(room->lists);
  room->texts = NULL;
  room->lists = NULL;
  room->cap   = 0U;
}
