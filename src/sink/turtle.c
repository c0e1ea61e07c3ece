/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Turtle and TriG, one block a description. A pair whose lead the plan foresaw is three copies in
   whole blocks (base/wide.h): the lead says all but the bytes of the object; what those bytes
   decide (a local name with escapes, a decimal without quotes) is left to the slower way.  Blank
   lines stand before blocks, not behind them, so a worker's bytes can be appended as they are. A
   TriG graph stays open until another one comes: a worker leaves its last graph open and tells how
   long the opening of its first one is, and join drops that opening when the graph is the one
   already open. So the bytes do not depend on how the input was cut. No allocation once the scratch
   texts have their size. */

#include "base/memory.h"
#include "base/wide.h"
#include "sink/escape.h"
#include "sink/local.h"
#include "sink/turtle_slots.h"
#include "sink/writers.h"

typedef struct turtle turtle;

/** Puts all pairs of a description, in one of the widths. */
typedef void (*put_way)(turtle* w, const ln_desc* desc);

struct turtle {
  const ln_names*     names;
  ln_out*             out;
  put_way             put;
  size_t              most; ///< bytes that a lead puts around an object at most
  ln_turtle_slots_way put_slots;
  bool                graphs;
  bool                worker;  ///< owns its device, writes no prefixes
  bool                begun;   ///< prefixes are written
  bool                written; ///< something is, so that a blank line is due
  ln_text             open;    ///< the graph whose block is open; empty: none
  ln_text             next;    ///< the graph of the description at hand
  ln_text             first;   ///< worker: the graph of its first description
  size_t              opening; ///< worker: length of what opens that
};

/** Longer bytes that may need escapes are put piece by piece instead of making room for the worst.
 */
enum { LONG = 8192 };

/** What stands between two predicates of a description. */
static const ln_view LINE       = {" ;\n  ", 5U};
static const ln_view INNER_LINE = {" ;\n    ", 7U};

static inline ln_status
make_room(ln_out* const out, const size_t n)
{
  return out->cap - out->n < n ? ln_out_room(out, n) : LN_OK;
}

static ln_status
begin(turtle* const w)
{
  if (w->begun || w->worker) {
    return LN_OK;
  }
  size_t                 n        = 0U;
  const ln_prefix* const prefixes = ln_names_prefixes(w->names, &n);
  for (size_t i = 0U; i < n; ++i) {
    ln_out_put_view(w->out, LN_V("@prefix "));
    ln_out_put_view(w->out, prefixes[i].name);
    ln_out_put_view(w->out, LN_V(": <"));
    ln_escape_put(w->out, prefixes[i].iri, LN_ESCAPE_IRI);
    ln_out_put_view(w->out, LN_V("> .\n"));
  }
  w->begun   = true;
  w->written = n > 0U;
  return w->out->status;
}

/** A whole IRI that has no stem of use: shortened if a prefix fits, else in angle brackets. */
static void
put_iri(ln_out* const out, const ln_names* const names, const ln_view iri)
{
  ln_prefix prefix = {{NULL, 0U}, {NULL, 0U}};
  ln_view   local  = {NULL, 0U};
  if (ln_names_shorten(names, iri, &prefix, &local)) {
    ln_out_put_view(out, prefix.name);
    ln_out_put_byte(out, ':');
    ln_out_put_view(out, local);
  } else {
    ln_out_put_byte(out, '<');
    ln_escape_put(out, iri, LN_ESCAPE_IRI);
    ln_out_put_byte(out, '>');
  }
}

static void
put_stemmed(ln_out* const out, const ln_stem* const stem, const ln_term term)
{
  const ln_view bytes = ln_term_bytes(term);
  if (stem->prefix.n == 0U || !ln_local_possible(bytes)) {
    ln_out_put_view(out, stem->nt_open);
    if (term.flags & LN_CLEAN) {
      ln_out_put_view(out, bytes);
    } else {
      ln_escape_put(out, bytes, LN_ESCAPE_IRI);
    }
    ln_out_put_view(out, stem->nt_close);
    return;
  }
  const size_t bound = stem->prefix.n + (2U * bytes.n);
  if (make_room(out, bound) != LN_OK) {
    return;
  }
  char* p = ln_escape_none(out->s + out->n, stem->prefix);
  p       = ln_local_put(p, bytes);
  out->n  = (size_t)(p - out->s);
}

static void
put_literal(ln_out* const out, const ln_stem* const stem, const ln_term term)
{
  const ln_view bytes = ln_term_bytes(term);
  if (stem->bare != LN_BARE_NEVER && ln_local_bare(stem->bare, bytes)) {
    ln_out_put_view(out, bytes);
    return;
  }
  ln_out_put_byte(out, '"');
  if (term.flags & LN_CLEAN) {
    ln_out_put_view(out, bytes);
  } else {
    ln_escape_put(out, bytes, LN_ESCAPE_STRING);
  }
  ln_out_put_view(out, stem->ttl_close);
}

static void
put_term(ln_out* const out, const ln_names* const names, const ln_term term)
{
  if (term.kind == LN_BLANK) {
    ln_out_put_view(out, LN_V("_:"));
    ln_out_put_view(out, ln_term_bytes(term));
    return;
  }
  const ln_stem* const stem = ln_names_stem_at(names, term.stem);
  if (term.kind == LN_LITERAL) {
    put_literal(out, stem, term);
  } else if (term.stem == LN_STEM_IRI) {
    put_iri(out, names, ln_term_bytes(term));
  } else if ((term.flags & LN_CLEAN) && stem->prefix.n > 0U) {
    ln_out_put_view(out, stem->prefix);
    ln_out_put_view(out, ln_term_bytes(term));
  } else {
    put_stemmed(out, stem, term);
  }
}

/** A list in its round brackets (Turtle, section 2.8). */
static void
put_list(ln_out* const         out,
         const ln_names* const names,
         const ln_desc* const  desc,
         const ln_term         head)
{
  ln_out_put_byte(out, '(');
  for (size_t at = ln_desc_list(desc, head); at < desc->n_links; at = ln_desc_rest(desc, at)) {
    ln_out_put_byte(out, ' ');
    put_term(out, names, desc->links[at + 1U]);
  }
  ln_out_put_view(out, ln_desc_list(desc, head) < desc->n_links ? LN_V(" )") : LN_V(")"));
}

static void
put_predicate(const turtle* const w, const ln_desc* const desc, const ln_pair* const pair)
{
  if (pair->predicate < LN_PREDICATE_CELL) {
    ln_out_put_view(w->out, ln_names_predicate_at(w->names, pair->predicate)->ttl);
    return;
  }
  const ln_view iri  = desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
  const ln_view type = ln_names_predicate_at(w->names, LN_PREDICATE_TYPE)->iri;
  if (ln_view_equals(iri, type)) {
    ln_out_put_byte(w->out, 'a');
  } else {
    put_iri(w->out, w->names, iri);
  }
}

/** Render the graph of a description into `next`; nothing for the default graph. */
static ln_status
render_graph(turtle* const w, const ln_desc* const desc)
{
  ln_text_reset(&w->next);
  if (!w->graphs || desc->graph.kind == LN_NONE) {
    return LN_OK;
  }
  if (desc->graph.kind == LN_BLANK) {
    LN_TRY(ln_text_add(&w->next, LN_V("_:")));
    return ln_text_add(&w->next, ln_term_bytes(desc->graph));
  }
  const ln_stem* const stem  = ln_names_stem_at(w->names, desc->graph.stem);
  const ln_view        bytes = ln_term_bytes(desc->graph);
  if ((desc->graph.flags & LN_CLEAN) && stem->prefix.n > 0U) {
    LN_TRY(ln_text_add(&w->next, stem->prefix));
    return ln_text_add(&w->next, bytes);
  }
  LN_TRY(ln_text_reserve(&w->next, stem->nt_open.n + ln_escape_bound(bytes.n) + 1U));
  char* p   = ln_escape_none(w->next.s, stem->nt_open);
  p         = ln_escape(p, bytes, LN_ESCAPE_IRI);
  *p++      = '>';
  w->next.n = (size_t)(p - w->next.s);
  return LN_OK;
}

static ln_status
copy_text(ln_text* const to, const ln_text* const from)
{
  ln_text_reset(to);
  return ln_text_add(to, ln_text_view(from));
}

/** The blank line before a block and, where the graph changes, the end and the beginning of graphs.
 */
static ln_status
switch_graph(turtle* const w)
{
  const bool same  = ln_view_equals(ln_text_view(&w->open), ln_text_view(&w->next));
  const bool first = w->worker && !w->written;
  if (!same && w->open.n > 0U) {
    ln_out_put_view(w->out, LN_V("}\n"));
  }
  if (w->written || w->worker) {
    ln_out_put_byte(w->out, '\n');
  }
  if (!same && w->next.n > 0U) {
    ln_out_put_view(w->out, ln_text_view(&w->next));
    ln_out_put_view(w->out, LN_V(" {\n"));
  }
  if (first) {
    w->opening = ln_out_bytes(w->out).n;
    LN_TRY(copy_text(&w->first, &w->next));
  }
  w->written = true;
  return same ? LN_OK : copy_text(&w->open, &w->next);
}

/** Whether pair `i` goes on with the predicate of the one before. */
static bool
goes_on(const ln_desc* const desc, const size_t i)
{
  return i > 0U && desc->pairs[i].predicate == desc->pairs[i - 1U].predicate;
}

/** A pair as its parts come. */
static void
put_slowly(turtle* const w, const ln_desc* const desc, const size_t i)
{
  if (goes_on(desc, i)) {
    ln_out_put_view(w->out, LN_V(", "));
  } else {
    const ln_view line = w->open.n > 0U ? INNER_LINE : LINE;
    ln_out_put_view(w->out, i > 0U ? line : LN_V(" "));
    put_predicate(w, desc, &desc->pairs[i]);
    ln_out_put_byte(w->out, ' ');
  }
  const ln_pair* const pair = &desc->pairs[i];
  if ((pair->flags & LN_PAIR_LIST) != 0U && desc->links) {
    put_list(w->out, w->names, desc, pair->object);
  } else {
    put_term(w->out, w->names, pair->object);
  }
}

/** The lead of a pair if it decides everything but the bytes of the object; else NULL. */
LN_INLINE const ln_lead*
find_lead(const turtle* const w, const ln_pair* const pair)
{
  const uint32_t number = pair->flags & LN_PAIR_LEAD;
  const ln_term  object = pair->object;
  const bool     clean  = (object.flags & LN_CLEAN) != 0;
  if (number == 0U || w->open.n > 0U || (object.n > LONG && !clean)) {
    return NULL;
  }
  const ln_lead* const lead = ln_names_lead_at(w->names, number);
  const bool           bare = lead->bare == LN_BARE_INTEGER && (object.flags & LN_DIGITS) != 0;
  const bool           free =
    object.kind == LN_LITERAL ? lead->bare == LN_BARE_NEVER || bare : clean || lead->whole.n > 0U;
  return free && lead->ttl.n > 0U ? lead : NULL;
}

/** The bytes of an object and what closes it. */
LN_INLINE char*
put_object(char* to, const ln_pair* const pair, const ln_lead* const lead, const ln_width width)
{
  const ln_term object = pair->object;
  if (lead->whole.n == 0U) {
    if ((object.flags & LN_CLEAN) == 0) {
      to = ln_escape(to, ln_term_bytes(object), LN_ESCAPE_STRING);
    } else if (pair->flags & LN_PAIR_SLACK) {
      to = ln_wide_copy(to, object.s, object.n, width);
    } else {
      to = ln_escape_none(to, ln_term_bytes(object));
    }
  }
  return ln_wide_copy(to, lead->ttl_close.s, lead->ttl_close.n, width);
}

/** A pair with a lead; a number of digits loses its quotes. */
LN_INLINE char*
put_led(char* const          to,
        const ln_view        open,
        const ln_pair* const pair,
        const ln_lead* const lead,
        const ln_width       width)
{
  char* const p = ln_wide_copy(to, open.s, open.n, width);
  return lead->bare == LN_BARE_NEVER
           ? put_object(p, pair, lead, width)
           : ln_escape_none(p - 1, (ln_view){pair->object.s, pair->object.n});
}

/** What stands before the bytes of a pair with a lead. */
LN_INLINE ln_view
open_of(const ln_desc* const desc, const size_t i, const ln_lead* const lead)
{
  if (goes_on(desc, i)) {
    return lead->ttl_more;
  }
  return i > 0U ? lead->ttl : ln_view_from(lead->ttl, LINE.n - 1U);
}

/** All pairs. Where the next byte goes is kept at hand, and told to the device only where it has
    something to do. */
LN_INLINE void
put_pairs(turtle* const w, const ln_desc* const desc, const ln_width width)
{
  ln_out* const out   = w->out;
  const size_t  n     = desc->n_pairs;
  char*         p     = out->s + out->n;
  const char*   limit = out->s + out->cap;
  for (size_t i = 0U; i < n; ++i) {
    const ln_pair* const pair  = &desc->pairs[i];
    const ln_lead* const lead  = find_lead(w, pair);
    const bool           clean = (pair->object.flags & LN_CLEAN) != 0;
    ln_view              open  = {0};
    size_t               need  = 0U;
    if (lead) {
      open = open_of(desc, i, lead);
      need = open.n + (clean ? pair->object.n : ln_escape_bound(pair->object.n)) +
             lead->ttl_close.n + LN_SLACK;
    }
    if (!lead || (size_t)(limit - p) < need) {
      out->n = (size_t)(p - out->s);
      if (!lead) {
        put_slowly(w, desc, i);
      }
      if (make_room(out, need) != LN_OK) {
        return;
      }
      p     = out->s + out->n;
      limit = out->s + out->cap;
    }
    p = lead ? put_led(p, open, pair, lead, width) : p;
  }
  out->n = (size_t)(p - out->s);
}

static void
put_pairs_sse2(turtle* const w, const ln_desc* const desc)
{
  put_pairs(w, desc, LN_WIDTH_SSE2);
}

LN_TARGET_AVX2 static void
put_pairs_avx2(turtle* const w, const ln_desc* const desc)
{
  put_pairs(w, desc, LN_WIDTH_AVX2);
}

LN_TARGET_AVX512 static void
put_pairs_avx512(turtle* const w, const ln_desc* const desc)
{
  put_pairs(w, desc, LN_WIDTH_AVX512);
}

static void
set_width(turtle* const w, const ln_width width)
{
  w->put_slots = ln_turtle_slots(width);
  w->put       = put_pairs_sse2;
  if (width == LN_WIDTH_AVX512) {
    w->put = put_pairs_avx512;
  } else if (width == LN_WIDTH_AVX2) {
    w->put = put_pairs_avx2;
  }
}

static ln_status
turtle_describe(void* const self, const ln_desc* const desc)
{
  turtle* const w = (turtle*)self;
  LN_TRY(begin(w));
  if (desc->n_pairs == 0U) {
    return w->out->status;
  }
  LN_TRY(render_graph(w, desc));
  LN_TRY(switch_graph(w));
  if (w->open.n > 0U) {
    ln_out_put_view(w->out, LN_V("  "));
  }
  put_term(w->out, w->names, desc->subject);
  w->put(w, desc);
  ln_out_put_view(w->out, LN_V(" .\n"));
  return w->out->status;
}

/** Whether a block can be put whole: the subject has a prefix, no graph is open or to be opened,
   and a worker need not remember how its bytes begin. */
static bool
is_plain(const turtle* const w, const ln_stamp* const stamp, const ln_stem* const stem)
{
  const bool named = w->graphs && stamp->stencil->graph.kind != LN_NONE;
  return stamp->subject.kind == LN_IRI && (stamp->subject.flags & LN_CLEAN) != 0 &&
         stem->prefix.n > 0U && !named && w->open.n == 0U && (w->written || !w->worker);
}

static ln_status
turtle_stamp(void* const self, const ln_stamp* const stamp, size_t* const n)
{
  turtle* const        w     = (turtle*)self;
  ln_out* const        out   = w->out;
  const ln_term* const s     = &stamp->subject;
  const bool           blank = s->kind == LN_BLANK;
  const ln_stem* const stem  = ln_names_stem_at(w->names, blank ? LN_STEM_IRI : s->stem);
  const size_t         bound = ln_stamp_bound(stamp, w->most) + stem->prefix.n;
  LN_TRY(begin(w));
  if (!is_plain(w, stamp, stem) || bound > (size_t)LN_STAMP_MOST) {
    return LN_OK;
  }
  LN_TRY(make_room(out, bound));
  char* to = out->s + out->n;
  *to      = '\n';
  to       = ln_escape_none(to + (w->written ? 1U : 0U), stem->prefix);
  to       = ln_wide_copy_short(to, s->s, s->n);
  to       = w->put_slots(w->names, stamp, to, n);
  if (to && *n > 0U) {
    to         = ln_escape_none(to, LN_V(" .\n"));
    out->n     = (size_t)(to - out->s);
    w->written = true;
  }
  return out->status;
}

static ln_status
turtle_finish(void* const self)
{
  turtle* const w = (turtle*)self;
  LN_TRY(begin(w));
  if (w->open.n > 0U) {
    ln_out_put_view(w->out, LN_V("}\n"));
    ln_text_reset(&w->open);
  }
  return w->out->status;
}

static void
turtle_free(void* const self)
{
  turtle* const w = (turtle*)self;
  if (w->worker) {
    ln_out_abandon(w->out);
  }
  ln_text_clear(&w->open);
  ln_text_clear(&w->next);
  ln_text_clear(&w->first);
  ln_free(w);
}

static ln_status
turtle_fork(const void* const self, ln_sink* const worker)
{
  const turtle* const w   = (const turtle*)self;
  ln_out*             out = NULL;
  LN_TRY(ln_out_memory(&out));
  const ln_status status = ln_turtle_new(w->names, out, w->graphs, worker);
  if (status != LN_OK) {
    ln_out_abandon(out);
    return status;
  }
  ((turtle*)worker->self)->worker = true;
  return LN_OK;
}

/** Append a worker's bytes: all of them, or without the opening of a graph that is open already. */
static ln_status
append(turtle* const w, turtle* const from)
{
  ln_view    bytes = ln_out_bytes(from->out);
  const bool same  = ln_view_equals(ln_text_view(&w->open), ln_text_view(&from->first));
  if (same && w->open.n > 0U) {
    ln_out_put_byte(w->out, '\n');
    bytes = ln_view_from(bytes, from->opening);
  } else {
    if (w->open.n > 0U) {
      ln_out_put_view(w->out, LN_V("}\n"));
    }
    bytes = ln_view_from(bytes, w->written ? 0U : 1U);
  }
  ln_out_pass(w->out, bytes);
  w->written = true;
  return copy_text(&w->open, &from->open);
}

static ln_status
turtle_join(void* const self, const ln_sink worker)
{
  turtle* const w    = (turtle*)self;
  turtle* const from = (turtle*)worker.self;
  LN_TRY(from->out->status);
  LN_TRY(begin(w));
  if (from->written) {
    LN_TRY(append(w, from));
  }
  ln_out_rewind(from->out);
  ln_text_reset(&from->open);
  from->written = false;
  return w->out->status;
}

static bool
turtle_takes_lists(const void* const self)
{
  (void)self;
  return true;
}

ln_status
ln_turtle_new(const ln_names* const names,
              ln_out* const         out,
              const bool            graphs,
              ln_sink* const        sink)
{
  static const struct ln_sink_ops OPS = {.describe    = turtle_describe,
                                         .finish      = turtle_finish,
                                         .fork        = turtle_fork,
                                         .join        = turtle_join,
                                         .free        = turtle_free,
                                         .stamp       = turtle_stamp,
                                         .takes_lists = turtle_takes_lists};
  turtle* const                   w   = (turtle*)ln_alloc_zero(1U, sizeof(turtle));
  if (!w) {
    return LN_NO_MEM;
  }
  w->names  = names;
  w->out    = out;
  w->graphs = graphs;
  w->most   = ln_names_lead_most(names);
  set_width(w, ln_cpu_width());
  *sink = (ln_sink){&OPS, w};
  return LN_OK;
}

void
ln_turtle_width(const ln_sink sink, const ln_width width)
{
  set_width((turtle*)sink.self, width);
}
