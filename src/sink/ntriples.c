/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Canonical N-Triples and N-Quads. Subject and graph are rendered once a description: between two
   of its triples stands always the same text, the end of one line and the beginning of the next
   (`turn`). What stands before an object that the plan foresaw is one text too (its lead). So a
   triple is four copies in whole blocks (base/wide.h). Invariant: before each pair the beginning of
   its line is written already, and taken back behind the last one. Objects without a lead, and long
   ones that may need escapes, go a slower way to the same bytes. No allocation once the scratch
   texts have their size. */

#include "base/cpu.h"
#include "base/memory.h"
#include "base/wide.h"
#include "sink/escape.h"
#include "sink/term_text.h"
#include "sink/writers.h"

typedef struct ntriples ntriples;

/** Puts all pairs of a description, in one of the widths. */
typedef ln_status (*put_way)(ntriples* w, const ln_desc* desc);

/** Puts those of a stamp, of which there are `*n` then; NULL if some slot has no lead. */
typedef char* (*stamp_way)(const ntriples* w, const ln_stamp* stamp, char* to, size_t* n);

struct ntriples {
  const ln_names* names;
  ln_out*         out;
  bool            quads;
  bool            owns; ///< a worker owns its device
  put_way         put;
  stamp_way       stamp;
  ln_text         turn; ///< a blank, the graph and a blank; point, line end; subject and a blank
  size_t          tail; ///< bytes of `turn` before the subject
  size_t   opened;      ///< bytes of `turn` that are those of any subject with the stem; 0: unknown
  uint16_t stem;
  uint16_t star; ///< no usual subject; 0: there is none
  ln_text  verb; ///< a predicate that came from a cell
  size_t   most; ///< bytes that a lead puts around an object at most
};

/** Longer bytes that may need escapes are put piece by piece instead of making room for the worst.
 */
enum { LONG = 8192 };

static inline ln_escape_kind
escape_of(const ln_term term)
{
  return term.kind == LN_LITERAL ? LN_ESCAPE_STRING : LN_ESCAPE_IRI;
}

/** Append a term and a blank to a scratch text. */
static ln_status
add_term(const ln_names* const names, const ln_term term, ln_text* const text)
{
  LN_TRY(ln_term_text(names, term, text));
  return ln_text_add_byte(text, ' ');
}

static inline ln_status
make_room(ln_out* const out, const size_t n)
{
  return out->cap - out->n < n ? ln_out_room(out, n) : LN_OK;
}

/** The predicate in angle brackets: rendered already, or now if it came from a cell. */
static inline ln_status
find_predicate(ntriples* const      w,
               const ln_desc* const desc,
               const ln_pair* const pair,
               ln_view* const       verb)
{
  if (pair->predicate < LN_PREDICATE_CELL) {
    *verb = ln_names_predicate_at(w->names, pair->predicate)->nt;
    return LN_OK;
  }
  const ln_view iri  = desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
  const ln_term term = {iri.s, (uint32_t)iri.n, LN_STEM_IRI, LN_IRI, 0U};
  ln_text_reset(&w->verb);
  LN_TRY(add_term(w->names, term, &w->verb));
  *verb = ln_view_first(ln_text_view(&w->verb), w->verb.n - 1U);
  return LN_OK;
}

/** The rest of a line, as its parts come. */
static ln_status
put_slowly(ntriples* const w, const ln_desc* const desc, const ln_pair* const pair)
{
  ln_out* const        out   = w->out;
  const bool           blank = pair->object.kind == LN_BLANK;
  const ln_stem* const stem =
    ln_names_stem_at(w->names, blank ? (uint16_t)LN_STEM_IRI : pair->object.stem);
  ln_view verb = {NULL, 0U};
  LN_TRY(find_predicate(w, desc, pair, &verb));
  ln_out_put_view(out, verb);
  ln_out_put_byte(out, ' ');
  ln_out_put_view(out, blank ? LN_V("_:") : stem->nt_open);
  if (pair->object.flags & LN_CLEAN) {
    ln_out_put_view(out, ln_term_bytes(pair->object));
  } else {
    ln_escape_put(out, ln_term_bytes(pair->object), escape_of(pair->object));
  }
  if (!blank) {
    ln_out_put_view(out, stem->nt_close);
  }
  LN_TRY(make_room(out, w->turn.n));
  ln_out_put_view(out, ln_text_view(&w->turn));
  return out->status;
}

/** The bytes of an object whose lead is written. */
LN_INLINE char*
put_object(char* const to, const ln_pair* const pair, const ln_width width)
{
  const ln_view bytes = {pair->object.s, pair->object.n};
  if ((pair->object.flags & LN_CLEAN) == 0) {
    return ln_escape(to, bytes, escape_of(pair->object));
  }
  return (pair->flags & LN_PAIR_SLACK) ? ln_wide_copy(to, bytes.s, bytes.n, width)
                                       : ln_escape_none(to, bytes);
}

/** What closes an object, and the beginning of the next line. Mostly a bracket or a quote: a byte
   is cheaper than a block. */
LN_INLINE char*
put_close(char* to, const ln_lead* const lead, const ln_view turn, const ln_width width)
{
  const size_t body = lead->nt_close.n - 1U;
  if (body > 0U) {
    to = ln_wide_copy(to, lead->nt_close.s, body, width);
  }
  *to++ = lead->nt_close.s[body];
  return ln_wide_copy(to, turn.s, turn.n, width);
}

/** A pair whose lead says all but the bytes, and the beginning of the next line. */
LN_INLINE char*
put_led(char*                to,
        const ln_lead* const lead,
        const ln_pair* const pair,
        const ln_view        turn,
        const ln_width       width)
{
  to = ln_wide_copy(to, lead->nt.s, lead->nt.n, width);
  to = lead->whole.n > 0U ? to : put_object(to, pair, width);
  return put_close(to, lead, turn, width);
}

/** All pairs. The beginning of the first line is written. Where the next byte goes is kept at hand,
    and told to the device only where it has something to do. */
LN_INLINE ln_status
put_pairs(ntriples* const w, const ln_desc* const desc, const ln_width width)
{
  ln_out* const        out   = w->out;
  const ln_view        turn  = ln_text_view(&w->turn);
  const ln_lead* const leads = ln_names_lead_list(w->names);
  const ln_pair* const end   = desc->pairs + desc->n_pairs;
  char*                p     = out->s + out->n;
  const char*          limit = out->s + out->cap;
  for (const ln_pair* pair = desc->pairs; pair < end; ++pair) {
    const uint32_t       number = pair->flags & LN_PAIR_LEAD;
    const bool           clean  = (pair->object.flags & LN_CLEAN) != 0;
    const size_t         n      = pair->object.n;
    const bool           slow   = number == 0U || (n > LONG && !clean);
    const ln_lead* const lead   = slow ? NULL : &leads[number - 1U];
    const size_t         need =
      slow ? 0U
                   : lead->nt.n + (clean ? n : ln_escape_bound(n)) + lead->nt_close.n + turn.n + LN_SLACK;
    if (slow || (size_t)(limit - p) < need) {
      out->n = (size_t)(p - out->s);
      LN_TRY(slow ? put_slowly(w, desc, pair) : make_room(out, need));
      p     = out->s + out->n;
      limit = out->s + out->cap;
    }
    p = slow ? p : put_led(p, lead, pair, turn, width);
  }
  out->n = (size_t)(p - out->s);
  return out->status;
}

static ln_status
put_pairs_sse2(ntriples* const w, const ln_desc* const desc)
{
  return put_pairs(w, desc, LN_WIDTH_SSE2);
}

LN_TARGET_AVX2 static ln_status
put_pairs_avx2(ntriples* const w, const ln_desc* const desc)
{
  return put_pairs(w, desc, LN_WIDTH_AVX2);
}

LN_TARGET_AVX512 static ln_status
put_pairs_avx512(ntriples* const w, const ln_desc* const desc)
{
  return put_pairs(w, desc, LN_WIDTH_AVX512);
}

LN_INLINE char*
put_text(char* to, const ln_slot* const slot, const ln_slot_text* const text, const ln_width width)
{
  return (text->flags & LN_CLEAN) != 0
           ? ln_wide_copy(to, text->s, text->n, width)
           : ln_escape(to, (ln_view){text->s, text->n}, escape_of(slot->pair.object));
}

/** All slots. The beginning of the first line is written, and there is room. */
LN_INLINE char*
put_slots(const ntriples* const w,
          const ln_stamp* const stamp,
          char*                 to,
          size_t* const         n,
          const ln_width        width)
{
  const ln_slot_text* const texts = stamp->texts; // a byte written could be any of the stamp's
  const ln_view             turn  = ln_text_view(&w->turn);
  const ln_lead* const      leads = ln_names_lead_list(w->names);
  const ln_slot* const      end   = stamp->stencil->slots + stamp->stencil->n;
  size_t                    made  = 0U;
  for (const ln_slot* slot = stamp->stencil->slots; slot < end; ++slot) {
    const uint32_t number = slot->pair.flags & LN_PAIR_LEAD;
    if (!texts[slot->gate].there) {
      continue;
    }
    if (number == 0U) {
      return NULL;
    }
    const ln_lead* const lead = &leads[number - 1U];
    if (slot->kind != LN_SLOT_ITEMS) {
      to = ln_wide_copy(to, lead->nt.s, lead->nt.n, width);
      to = slot->kind == LN_SLOT_TEXT ? put_text(to, slot, &texts[slot->text], width) : to;
      to = put_close(to, lead, turn, width);
      ++made;
      continue;
    }
    const ln_slot_text* const item = stamp->items + stamp->lists[slot->text].first;
    const uint32_t            all  = stamp->lists[slot->text].n;
    for (uint32_t i = 0U; i < all; ++i) {
      to = ln_wide_copy(to, lead->nt.s, lead->nt.n, width);
      to = put_text(to, slot, &item[i], width);
      to = put_close(to, lead, turn, width);
    }
    made += all;
  }
  *n = made;
  return to;
}

static char*
put_slots_sse2(const ntriples* const w,
               const ln_stamp* const stamp,
               char* const           to,
               size_t* const         n)
{
  return put_slots(w, stamp, to, n, LN_WIDTH_SSE2);
}

LN_TARGET_AVX2 static char*
put_slots_avx2(const ntriples* const w,
               const ln_stamp* const stamp,
               char* const           to,
               size_t* const         n)
{
  return put_slots(w, stamp, to, n, LN_WIDTH_AVX2);
}

LN_TARGET_AVX512 static char*
put_slots_avx512(const ntriples* const w,
                 const ln_stamp* const stamp,
                 char* const           to,
                 size_t* const         n)
{
  return put_slots(w, stamp, to, n, LN_WIDTH_AVX512);
}

static void
set_width(ntriples* const w, const ln_width width)
{
  w->put   = put_pairs_sse2;
  w->stamp = put_slots_sse2;
  if (width == LN_WIDTH_AVX512) {
    w->put   = put_pairs_avx512;
    w->stamp = put_slots_avx512;
  } else if (width == LN_WIDTH_AVX2) {
    w->put   = put_pairs_avx2;
    w->stamp = put_slots_avx2;
  }
}

/** What stands between two triples of the usual subject. Its first part is there already if the row
    before had the same stem. `slack`: behind the bytes of the subject. */
LN_INLINE ln_status
render_usual(ntriples* const w, const ln_term* const s, const bool slack)
{
  static const ln_view END = {" .\n", 3U};
  if (w->opened == 0U || w->stem != s->stem) {
    const ln_view open = ln_names_stem_at(w->names, s->stem)->nt_open;
    LN_TRY(ln_text_reserve(&w->turn, END.n + open.n + LN_SLACK));
    (void)ln_escape_none(ln_escape_none(w->turn.s, END), open);
    w->opened = END.n + open.n;
    w->stem   = s->stem;
    w->turn.n = w->opened;
  }
  if (w->turn.cap - w->opened < s->n + (2U * (size_t)LN_SLACK)) {
    w->turn.n = w->opened;
    LN_TRY(ln_text_reserve(&w->turn, s->n + (2U * (size_t)LN_SLACK)));
  }
  char* p   = w->turn.s + w->opened;
  p         = slack ? ln_wide_copy_short(p, s->s, s->n) : ln_escape_none(p, ln_term_bytes(*s));
  *p++      = '>';
  *p++      = ' ';
  w->turn.n = (size_t)(p - w->turn.s);
  w->tail   = END.n;
  return LN_OK;
}

/** What stands between two triples of a subject in a graph. */
static ln_status
render_turn(ntriples* const w, const ln_term* const s, const ln_term* const graph)
{
  if (s->kind == LN_IRI && (s->flags & LN_CLEAN) != 0 && !w->quads &&
      (s->stem != w->star || s->stem == LN_STEM_IRI)) {
    return render_usual(w, s, false);
  }
  ln_text_reset(&w->turn);
  w->opened = 0U;
  LN_TRY(ln_text_add_byte(&w->turn, ' '));
  if (w->quads && graph->kind != LN_NONE) {
    LN_TRY(add_term(w->names, *graph, &w->turn));
  }
  LN_TRY(ln_text_add(&w->turn, LN_V(".\n")));
  w->tail = w->turn.n;
  LN_TRY(add_term(w->names, *s, &w->turn));
  return ln_text_reserve(&w->turn, LN_SLACK);
}

static ln_status
ntriples_describe(void* const self, const ln_desc* const desc)
{
  ntriples* const w = (ntriples*)self;
  if (desc->n_pairs == 0U) {
    return w->out->status;
  }
  LN_TRY(render_turn(w, &desc->subject, &desc->graph));
  const ln_view head = ln_view_from(ln_text_view(&w->turn), w->tail);
  ln_out_put_view(w->out, head);
  LN_TRY(w->put(w, desc));
  w->out->n -= head.n;
  return LN_OK;
}

/** The beginning of a line is written behind the last pair, too, and not taken over. */
static ln_status
ntriples_stamp(void* const self, const ln_stamp* const stamp, size_t* const n)
{
  ntriples* const      w   = (ntriples*)self;
  ln_out* const        out = w->out;
  const ln_term* const s   = &stamp->subject;
  if (s->kind == LN_IRI && (s->flags & LN_CLEAN) != 0 && !w->quads) {
    LN_TRY(render_usual(w, s, true));
  } else {
    LN_TRY(render_turn(w, s, &stamp->stencil->graph));
  }
  const size_t  bound = ln_stamp_bound(stamp, w->most + w->turn.n);
  const ln_view head  = ln_view_from(ln_text_view(&w->turn), w->tail);
  if (bound > (size_t)LN_STAMP_MOST) {
    return LN_OK;
  }
  LN_TRY(make_room(out, bound));
  char* const       to  = ln_wide_copy(out->s + out->n, head.s, head.n, LN_WIDTH_SSE2);
  const char* const end = w->stamp(w, stamp, to, n);
  if (end) {
    out->n = (size_t)(end - out->s) - head.n;
  }
  return out->status;
}

static ln_status
ntriples_finish(void* const self)
{
  return ((const ntriples*)self)->out->status;
}

static void
ntriples_free(void* const self)
{
  ntriples* const w = (ntriples*)self;
  if (w->owns) {
    ln_out_abandon(w->out);
  }
  ln_text_clear(&w->turn);
  ln_text_clear(&w->verb);
  ln_free(w);
}

static ln_status
ntriples_fork(const void* const self, ln_sink* const worker)
{
  const ntriples* const w   = (const ntriples*)self;
  ln_out*               out = NULL;
  LN_TRY(ln_out_memory(&out));
  const ln_status status = ln_ntriples_new(w->names, out, w->quads, worker);
  if (status != LN_OK) {
    ln_out_abandon(out);
    return status;
  }
  ((ntriples*)worker->self)->owns = true;
  return LN_OK;
}

static ln_status
ntriples_join(void* const self, const ln_sink worker)
{
  const ntriples* const w    = (const ntriples*)self;
  const ntriples* const from = (const ntriples*)worker.self;
  LN_TRY(from->out->status);
  ln_out_pass(w->out, ln_out_bytes(from->out));
  ln_out_rewind(from->out);
  return w->out->status;
}

ln_status
ln_ntriples_new(const ln_names* const names,
                ln_out* const         out,
                const bool            quads,
                ln_sink* const        sink)
{
  static const struct ln_sink_ops OPS = {.describe = ntriples_describe,
                                         .finish   = ntriples_finish,
                                         .fork     = ntriples_fork,
                                         .join     = ntriples_join,
                                         .free     = ntriples_free,
                                         .stamp    = ntriples_stamp};
  ntriples* const                 w   = (ntriples*)ln_alloc_zero(1U, sizeof(ntriples));
  if (!w) {
    return LN_NO_MEM;
  }
  w->names = names;
  w->out   = out;
  w->quads = quads;
  w->star  = ln_names_star(names);
  w->most  = ln_names_lead_most(names);
  set_width(w, ln_cpu_width());
  *sink = (ln_sink){&OPS, w};
  return LN_OK;
}

void
ln_ntriples_width(const ln_sink sink, const ln_width width)
{
  set_width((ntriples*)sink.self, width);
}
