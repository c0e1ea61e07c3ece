/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Descriptions and stamps from leads (json_lead.h): copies in whole blocks, and what joins the
   values of one key. A description goes this way as a whole or not at all. Invariant: the same
   bytes as node.c writes. Nothing is allocated. */

#include "base/wide.h"
#include "sink/escape.h"
#include "sink/json_lead_inner.h"

/** Longer bytes that may need escapes go the long way. */
enum { LONG = 8192 };

/** Whether a lead says all of a pair but the bytes of its object. */
static inline bool
is_led(const ln_json_lead* const lead, const ln_term* const o)
{
  const bool led = lead->good && o->n <= (uint32_t)LONG;
  if (!led || lead->whole) {
    return led;
  }
  if (lead->native == LN_BARE_INTEGER && (o->flags & LN_DIGITS) != 0 && o->n < 16U) {
    return o->n == 1U || o->s[0] != '0';
  }
  if (lead->native != LN_BARE_NEVER) {
    return ln_member_native(lead->native, ln_term_bytes(*o));
  }
  return o->kind == LN_LITERAL || (o->flags & LN_CLEAN) != 0;
}

static bool
same_predicate(const ln_desc* const desc, const size_t i)
{
  return desc->pairs[i].predicate == desc->pairs[i - 1U].predicate;
}

/** Whether leads say all of a description. Values of one predicate under several keys do not stand
    side by side. */
static bool
all_led(const ln_json_leads* const l, const ln_desc* const desc)
{
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const ln_pair* const pair = &desc->pairs[i];
    if (!is_led(&l->leads[pair->flags & LN_PAIR_LEAD], &pair->object)) {
      return false;
    }
    const uint32_t member = l->leads[pair->flags & LN_PAIR_LEAD].member;
    if (i > 0U && same_predicate(desc, i) &&
        l->leads[pair[-1].flags & LN_PAIR_LEAD].member != member) {
      return false;
    }
  }
  return true;
}

LN_INLINE char*
put_view(char* const to, const ln_view v, const ln_width width)
{
  return ln_wide_copy(to, v.s, v.n, width);
}

/** `slack`: behind the bytes of the object. */
LN_INLINE char*
put_value(char*                     to,
          const ln_json_lead* const lead,
          const ln_term* const      object,
          const bool                slack,
          const ln_width            width)
{
  const ln_view bytes = {object->s, object->n};
  to                  = put_view(to, lead->value.open, width);
  if (lead->whole) {
    return to;
  }
  if ((object->flags & LN_CLEAN) == 0 && lead->native == LN_BARE_NEVER) {
    to = ln_escape(to, bytes, LN_ESCAPE_JSON);
  } else {
    to = slack ? put_view(to, bytes, width) : ln_escape_none(to, bytes);
  }
  return ln_wide_copy_short(to, lead->value.close.s, lead->value.close.n);
}

/** Bytes that a pair may need at most. */
LN_INLINE size_t
pair_bound(const ln_json_lead* const lead, const ln_pair* const pair)
{
  const size_t n = pair->object.n;
  return lead->key.n + lead->value.open.n + lead->value.close.n + (size_t)LN_JSON_JOINTS +
         LN_SLACK + ((pair->object.flags & LN_CLEAN) ? n : ln_escape_bound(n));
}

/** Where a value stands among those of its key. */
typedef struct {
  bool goes_on; ///< behind others
  bool more;    ///< others follow
} seat;

/** What stands before a value. */
LN_INLINE char*
open_seat(char* p, const ln_json_lead* const lead, const seat at, const ln_width width)
{
  if (at.goes_on) {
    return ln_escape_none(p, LN_V(",\n        "));
  }
  p = put_view(p, lead->key, width);
  if (at.more) {
    return ln_escape_none(p, LN_V("[\n        "));
  }
  return lead->set ? ln_escape_none(p, LN_V("[")) : p;
}

/** What stands behind it. */
LN_INLINE char*
close_seat(char* const p, const ln_json_lead* const lead, const seat at)
{
  if (at.goes_on) {
    return at.more ? p : ln_escape_none(p, LN_V("\n      ]"));
  }
  return lead->set && !at.more ? ln_escape_none(p, LN_V("]")) : p;
}

/** All members. One value stands on the line of its key, several one a line. Where the next byte
    goes is kept at hand. */
LN_INLINE void
put_pairs(const ln_json_leads* const l,
          ln_out* const              out,
          const ln_desc* const       desc,
          const ln_width             width)
{
  const ln_json_lead* const leads   = l->leads;
  const ln_pair* const      end     = desc->pairs + desc->n_pairs;
  char*                     p       = out->s + out->n;
  const char*               limit   = out->s + out->cap;
  bool                      goes_on = false;
  for (const ln_pair* pair = desc->pairs; pair < end; ++pair) {
    const ln_json_lead* const lead = &leads[pair->flags & LN_PAIR_LEAD];
    const bool                more = pair + 1 < end && pair[1].predicate == pair->predicate;
    const size_t              need = pair_bound(lead, pair);
    if ((size_t)(limit - p) < need) {
      out->n = (size_t)(p - out->s);
      if (ln_out_room(out, need) != LN_OK) {
        return;
      }
      p     = out->s + out->n;
      limit = out->s + out->cap;
    }
    const seat at = {goes_on, more};
    p             = open_seat(p, lead, at, width);
    p             = put_value(p, lead, &pair->object, (pair->flags & LN_PAIR_SLACK) != 0U, width);
    p             = close_seat(p, lead, at);
    goes_on       = more;
  }
  out->n = (size_t)(p - out->s);
}

/** The values of one key, which one slot or several of the same predicate make. */
typedef struct {
  const ln_slot* slot;
  const ln_slot* end;
  size_t         n;    ///< values
  size_t         done; ///< of them
} run;

/** The slots from `slot` on that are of its predicate. */
LN_INLINE run
run_of(const ln_stamp* const stamp, const ln_slot* const slot)
{
  const ln_slot* const end = stamp->stencil->slots + stamp->stencil->n;
  run                  r   = {slot, slot, 0U, 0U};
  do {
    const size_t n = r.end->kind == LN_SLOT_ITEMS ? stamp->lists[r.end->text].n : 1U;
    r.n += stamp->texts[r.end->gate].there ? n : 0U;
    ++r.end;
  } while (r.end < end && r.end->pair.predicate == slot->pair.predicate);
  return r;
}

/** One value of a run; NULL if its bytes decide how it is written. */
LN_INLINE char*
put_object(char*                     to,
           run* const                r,
           const ln_json_lead* const lead,
           const ln_slot_text* const text,
           const ln_width            width)
{
  const seat at     = {r->done > 0U, ++r->done < r->n};
  ln_term    object = r->slot->pair.object;
  if (text) {
    object.s     = text->s;
    object.n     = text->n;
    object.flags = (uint8_t)(object.flags | text->flags);
  }
  if (!is_led(lead, &object)) {
    return NULL;
  }
  to = open_seat(to, lead, at, width);
  to = put_value(to, lead, &object, text != NULL, width);
  return close_seat(to, lead, at);
}

/** The values of one slot of a run. */
LN_INLINE char*
put_slot(char*                     to,
         run* const                r,
         const ln_stamp* const     stamp,
         const ln_json_lead* const lead,
         const ln_width            width)
{
  if (r->slot->kind == LN_SLOT_CONSTANT) {
    return put_object(to, r, lead, NULL, width);
  }
  if (r->slot->kind == LN_SLOT_TEXT) {
    return put_object(to, r, lead, &stamp->texts[r->slot->text], width);
  }
  const ln_slot_list list = stamp->lists[r->slot->text];
  for (uint32_t i = 0U; i < list.n && to; ++i) {
    to = put_object(to, r, lead, &stamp->items[list.first + i], width);
  }
  return to;
}

/** All members of a stamp, if leads say all of it, else NULL; there is room. */
LN_INLINE char*
put_slots(const ln_json_leads* const l,
          const ln_stamp* const      stamp,
          char*                      to,
          size_t* const              n,
          const ln_width             width)
{
  const ln_slot* const end  = stamp->stencil->slots + stamp->stencil->n;
  const ln_slot*       next = stamp->stencil->slots;
  size_t               made = 0U;
  while (next < end && to) {
    run            r      = run_of(stamp, next);
    const uint32_t member = l->leads[next->pair.flags & LN_PAIR_LEAD].member;
    for (; r.slot < r.end && r.n > 0U && to; ++r.slot) {
      const ln_json_lead* const lead = &l->leads[r.slot->pair.flags & LN_PAIR_LEAD];
      if (stamp->texts[r.slot->gate].there) {
        to = lead->member == member ? put_slot(to, &r, stamp, lead, width) : NULL;
      }
    }
    next = r.end;
    made += r.n;
  }
  *n = to ? made : LN_UNSTAMPED;
  return to;
}

static void
put_pairs_sse2(const ln_json_leads* const l, ln_out* const out, const ln_desc* const desc)
{
  put_pairs(l, out, desc, LN_WIDTH_SSE2);
}

LN_TARGET_AVX2 static void
put_pairs_avx2(const ln_json_leads* const l, ln_out* const out, const ln_desc* const desc)
{
  put_pairs(l, out, desc, LN_WIDTH_AVX2);
}

LN_TARGET_AVX512 static void
put_pairs_avx512(const ln_json_leads* const l, ln_out* const out, const ln_desc* const desc)
{
  put_pairs(l, out, desc, LN_WIDTH_AVX512);
}

static char*
put_slots_sse2(const ln_json_leads* const l,
               const ln_stamp* const      stamp,
               char* const                to,
               size_t* const              n)
{
  return put_slots(l, stamp, to, n, LN_WIDTH_SSE2);
}

LN_TARGET_AVX2 static char*
put_slots_avx2(const ln_json_leads* const l,
               const ln_stamp* const      stamp,
               char* const                to,
               size_t* const              n)
{
  return put_slots(l, stamp, to, n, LN_WIDTH_AVX2);
}

LN_TARGET_AVX512 static char*
put_slots_avx512(const ln_json_leads* const l,
                 const ln_stamp* const      stamp,
                 char* const                to,
                 size_t* const              n)
{
  return put_slots(l, stamp, to, n, LN_WIDTH_AVX512);
}

void
ln_json_leads_width(ln_json_leads* const leads, const ln_width width)
{
  leads->put   = put_pairs_sse2;
  leads->stamp = put_slots_sse2;
  if (width == LN_WIDTH_AVX512) {
    leads->put   = put_pairs_avx512;
    leads->stamp = put_slots_avx512;
  } else if (width == LN_WIDTH_AVX2) {
    leads->put   = put_pairs_avx2;
    leads->stamp = put_slots_avx2;
  }
}

ln_status
ln_json_leads_describe(ln_json_leads* const leads,
                       ln_out* const        out,
                       const ln_desc* const desc,
                       bool* const          written)
{
  const ln_json_frame* id = NULL;
  *written                = false;
  if (desc->graph.kind != LN_NONE || !all_led(leads, desc)) {
    return LN_OK;
  }
  LN_TRY(ln_json_leads_stem(leads, desc->subject, &id));
  if (!id) {
    return LN_OK;
  }
  *written = true;
  ln_out_put_view(out, id->open);
  ln_out_put_view(out, ln_term_bytes(desc->subject));
  ln_out_put_view(out, id->close);
  leads->put(leads, out, desc);
  ln_out_put_view(out, LN_V("\n    }"));
  return out->status;
}

ln_status
ln_json_leads_stamp(ln_json_leads* const  leads,
                    ln_out* const         out,
                    const ln_view         begin,
                    const ln_stamp* const stamp,
                    size_t* const         n)
{
  static const ln_view END = {"\n    }", 6U};
  const ln_json_frame* id  = NULL;
  if (stamp->stencil->graph.kind != LN_NONE) {
    return LN_OK;
  }
  LN_TRY(ln_json_leads_stem(leads, stamp->subject, &id));
  const size_t bound = id ? ln_stamp_bound(stamp, leads->most) + id->open.n + id->close.n +
                              begin.n + END.n + (4U * (size_t)LN_SLACK)
                          : SIZE_MAX;
  if (bound > (size_t)LN_STAMP_MOST) {
    return LN_OK;
  }
  if (out->cap - out->n < bound) {
    LN_TRY(ln_out_room(out, bound));
  }
  char* to = ln_escape_none(out->s + out->n, begin);
  to       = ln_wide_copy(to, id->open.s, id->open.n, LN_WIDTH_SSE2);
  to       = ln_wide_copy_short(to, stamp->subject.s, stamp->subject.n);
  to       = ln_wide_copy_short(to, id->close.s, id->close.n);
  to       = leads->stamp(leads, stamp, to, n);
  if (to && *n > 0U) {
    out->n = (size_t)(ln_escape_none(to, END) - out->s);
  }
  return out->status;
}
