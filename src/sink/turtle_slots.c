/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Stamps as Turtle. What a lead says goes by whole blocks, texts between it; an object that has
   quotes or not by its bytes is decided here, one that may need escapes in its local name is left
   to the way of pairs (turtle.c). Invariant: the same bytes as there. Nothing is allocated. */

#include "sink/turtle_slots.h"

#include "base/wide.h"
#include "sink/escape.h"
#include "sink/local.h"

#include <limits.h>

/** Bytes of a lead that end the line before: none before the first pair but the blank. */
enum { LINE_END = 4 };

/** The bytes of an object between quotes or behind a prefix, and what closes it; NULL if they must
    be looked at. */
LN_INLINE char*
put_text(char*                     to,
         const ln_slot* const      slot,
         const ln_slot_text* const text,
         const ln_lead* const      lead,
         const ln_width            width)
{
  const ln_view bytes   = {text->s, text->n};
  const bool    literal = slot->pair.object.kind == LN_LITERAL;
  if (literal && lead->bare != LN_BARE_NEVER) {
    const bool digits = lead->bare == LN_BARE_INTEGER && (text->flags & LN_DIGITS) != 0;
    if (digits || ln_local_bare(lead->bare, bytes)) {
      return ln_wide_copy(to - 1, text->s, text->n, width); // over the quote
    }
  }
  if ((text->flags & LN_CLEAN) != 0) {
    to = ln_wide_copy(to, text->s, text->n, width);
  } else if (literal) {
    to = ln_escape(to, bytes, LN_ESCAPE_STRING);
  } else {
    return NULL;
  }
  return ln_wide_copy_short(to, lead->ttl_close.s, lead->ttl_close.n);
}

/** The pairs of one slot: the first behind `open`, others behind a comma. */
LN_INLINE char*
put_slot(char*                 to,
         const ln_view         open,
         const ln_stamp* const stamp,
         const ln_slot* const  slot,
         const ln_lead* const  lead,
         const ln_width        width)
{
  to = ln_wide_copy(to, open.s, open.n, width);
  if (slot->kind == LN_SLOT_CONSTANT) {
    return ln_wide_copy_short(to, lead->ttl_close.s, lead->ttl_close.n);
  }
  if (slot->kind == LN_SLOT_TEXT) {
    return put_text(to, slot, &stamp->texts[slot->text], lead, width);
  }
  const ln_slot_text* const items = stamp->items + stamp->lists[slot->text].first;
  const uint32_t            n     = stamp->lists[slot->text].n;
  to                              = put_text(to, slot, items, lead, width);
  for (uint32_t i = 1U; i < n && to; ++i) {
    to = ln_wide_copy(to, lead->ttl_more.s, lead->ttl_more.n, width);
    to = put_text(to, slot, &items[i], lead, width);
  }
  return to;
}

/** All slots behind the subject; there is room. */
LN_INLINE char*
put_slots(const ln_names* const names,
          const ln_stamp* const stamp,
          char*                 to,
          size_t* const         n,
          const ln_width        width)
{
  const ln_lead* const leads = ln_names_lead_list(names);
  const ln_slot* const end   = stamp->stencil->slots + stamp->stencil->n;
  unsigned             last  = UINT_MAX; // predicate
  size_t               made  = 0U;
  for (const ln_slot* slot = stamp->stencil->slots; slot < end && to; ++slot) {
    const uint32_t number = slot->pair.flags & LN_PAIR_LEAD;
    if (!stamp->texts[slot->gate].there) {
      continue;
    }
    if (number == 0U || leads[number - 1U].ttl.n == 0U) {
      return NULL;
    }
    const ln_lead* const lead = &leads[number - 1U];
    const ln_view        line = last == UINT_MAX ? ln_view_from(lead->ttl, LINE_END) : lead->ttl;
    const ln_view        open = last == slot->pair.predicate ? lead->ttl_more : line;
    to                        = put_slot(to, open, stamp, slot, lead, width);
    last                      = slot->pair.predicate;
    made += slot->kind == LN_SLOT_ITEMS ? stamp->lists[slot->text].n : 1U;
  }
  *n = to ? made : LN_UNSTAMPED;
  return to;
}

static char*
put_slots_sse2(const ln_names* const names,
               const ln_stamp* const stamp,
               char* const           to,
               size_t* const         n)
{
  return put_slots(names, stamp, to, n, LN_WIDTH_SSE2);
}

LN_TARGET_AVX2 static char*
put_slots_avx2(const ln_names* const names,
               const ln_stamp* const stamp,
               char* const           to,
               size_t* const         n)
{
  return put_slots(names, stamp, to, n, LN_WIDTH_AVX2);
}

LN_TARGET_AVX512 static char*
put_slots_avx512(const ln_names* const names,
                 const ln_stamp* const stamp,
                 char* const           to,
                 size_t* const         n)
{
  return put_slots(names, stamp, to, n, LN_WIDTH_AVX512);
}

ln_turtle_slots_way
ln_turtle_slots(const ln_width width)
{
  if (width == LN_WIDTH_AVX512) {
    return put_slots_avx512;
  }
  return width == LN_WIDTH_AVX2 ? put_slots_avx2 : put_slots_sse2;
}
