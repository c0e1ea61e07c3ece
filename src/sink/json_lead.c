/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Node objects from leads. What a context makes of a predicate, a stem or a datatype does not
   depend on the bytes of a value as long as these are clean and no term of the context goes further
   than the stem; then the long way (members.c, node.c) is walked once with a probe, and its text is
   cut where the probe stands. So both ways write the same, and this one only copies. A description
   goes it as a whole or not at all. Cost: a few copies in whole blocks a pair. */

#include "sink/json_lead.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/wide.h"
#include "rdf/iri.h"
#include "sink/escape.h"

/** Longer bytes that may need escapes go the long way. */
enum { LONG = 8192, LEVEL = 2 };

static const ln_view PROBE = {"Zq7xZ9kQ", 8U};

/** What stands around bytes. */
typedef struct {
  ln_view open;
  ln_view close;
} frame;

typedef struct {
  ln_view  key;    ///< with the comma and the line before it, and the colon
  frame    value;  ///< all of it if the object is always the same
  ln_bare  native; ///< written without quotes, if the bytes allow it
  uint32_t member; ///< the first lead of the same key
  bool     good;   ///< says all there is to say
  bool     set;    ///< always an array
  bool     whole;  ///< holds the object
} json_lead;

typedef enum { UNKNOWN, GOOD, DEPENDS } stem_state;

/** An object's beginning and its id, and what follows the bytes of that. */
typedef struct {
  frame      id;
  stem_state state;
} json_stem;

typedef void (*put_way)(const ln_json_leads* leads, ln_out* out, const ln_desc* desc);

struct ln_json_leads {
  ln_arena   arena;
  ln_node    probe; ///< writes into memory
  json_lead* leads; ///< by number; the first is not used
  json_stem* stems; ///< by number, grown when asked for
  size_t     n_stems;
  put_way    put;
};

/** Whether no term of the context, nor its base, goes further than the stem, so that the bytes
    behind it decide nothing. */
static bool
is_uniform(const ln_json_leads* const l, const ln_view stem)
{
  const ln_context* const context = l->probe.context;
  const size_t            n       = ln_context_terms(context);
  const ln_view           folder  = ln_context_base_folder(context);
  for (uint32_t i = 0U; i < n; ++i) {
    const ln_context_term* const term = ln_context_term_at(context, i);
    if ((term->iri.n > stem.n && ln_view_starts(term->iri, stem)) ||
        ln_view_find(term->name, ':') < term->name.n) {
      return false;
    }
  }
  return stem.n > 0U && !(folder.n > stem.n && ln_view_starts(folder, stem));
}

/** Keep what stands before and behind the probe; false if it does not stand there once. */
static ln_status
cut(ln_json_leads* const l, const ln_view text, const ln_view probe, frame* const out, bool* good)
{
  size_t found = 0U;
  size_t at    = 0U;
  for (size_t i = 0U; i + probe.n <= text.n; ++i) {
    if (ln_view_starts(ln_view_from(text, i), probe)) {
      ++found;
      at = i;
    }
  }
  *good      = found == 1U;
  out->open  = ln_arena_slack(&l->arena, ln_view_first(text, at));
  out->close = ln_arena_slack(&l->arena, ln_view_from(text, at + (*good ? probe.n : 0U)));
  return out->open.s && out->close.s ? LN_OK : LN_NO_MEM;
}

/** Write the key and the value of the one member that a pair makes. */
static ln_status
render_pair(ln_json_leads* const l, const ln_pair pair, const ln_view bytes, json_lead* const lead)
{
  ln_node* const node = &l->probe;
  const ln_desc  desc = {.pairs = &pair, .n_pairs = 1U};
  bool           good = false;
  LN_TRY(ln_planner_plan(node->planner, &desc, &node->members));
  const ln_member* const       member = &node->members.members[0];
  const ln_member_value* const value  = &node->members.values[member->first];
  if ((member->term && member->term->map) || (value->form == LN_FORM_WORD && !lead->whole)) {
    return LN_OK;
  }
  ln_out_rewind(node->out);
  ln_out_put_byte(node->out, ',');
  ln_node_line(node->out, LEVEL + 1);
  LN_TRY(ln_node_member_key(node, member));
  lead->key = ln_arena_slack(&l->arena, ln_out_bytes(node->out));
  lead->set = ln_node_is_array(node, member);
  ln_out_rewind(node->out);
  LN_TRY(ln_node_value(node, member, value));
  LN_TRY(cut(l, ln_out_bytes(node->out), bytes, &lead->value, &good));
  lead->good = good && lead->key.s;
  return lead->key.s ? LN_OK : LN_NO_MEM;
}

/** Whether some term of a predicate takes its values for words of a vocabulary: then the bytes
    decide which term is best. */
static bool
has_words(const ln_json_leads* const l, const uint16_t predicate)
{
  const ln_view iri = ln_names_predicate_at(l->probe.names, predicate)->iri;
  for (uint32_t t = ln_context_find(l->probe.context, iri); t != LN_CONTEXT_NONE;
       t          = ln_context_term_at(l->probe.context, t)->next) {
    if (ln_view_equals(ln_context_term_at(l->probe.context, t)->type, LN_V("@vocab"))) {
      return true;
    }
  }
  return false;
}

static ln_status
render_lead(ln_json_leads* const l, const uint32_t number)
{
  json_lead* const     out   = &l->leads[number];
  const ln_lead* const lead  = ln_names_lead_at(l->probe.names, number);
  const ln_stem* const stem  = ln_names_stem_at(l->probe.names, lead->stem);
  const bool           iri   = stem->kind == LN_IRI;
  ln_view              bytes = PROBE;
  ln_pair              pair  = {.predicate = lead->predicate};
  out->whole                 = lead->whole.n > 0U;
  if (iri && !out->whole && (!is_uniform(l, stem->iri) || has_words(l, lead->predicate))) {
    return LN_OK;
  }
  if (!iri && (stem->bare == LN_BARE_INTEGER || stem->bare == LN_BARE_BOOLEAN)) {
    out->native = stem->bare;
    bytes       = stem->bare == LN_BARE_INTEGER ? LN_V("7") : LN_V("true");
  }
  bytes       = out->whole ? lead->whole : bytes;
  pair.object = (ln_term){.s     = bytes.s,
                          .n     = (uint32_t)bytes.n,
                          .stem  = lead->stem,
                          .kind  = (uint8_t)stem->kind,
                          .flags = out->whole && !ln_iri_clean(bytes) ? 0 : LN_CLEAN};
  return render_pair(l, pair, out->whole ? LN_V("") : bytes, out);
}

/** The whole value stands in front, and nothing behind. */
static ln_status
render_whole(ln_json_leads* const l, const uint32_t number)
{
  json_lead* const out = &l->leads[number];
  if (!out->whole || out->key.n == 0U) {
    return LN_OK;
  }
  out->value.open  = ln_arena_slack(&l->arena, ln_out_bytes(l->probe.out));
  out->value.close = ln_arena_slack(&l->arena, LN_V(""));
  out->good        = true;
  return out->value.open.s && out->value.close.s ? LN_OK : LN_NO_MEM;
}

/** Leads with the same key make one member. */
static uint32_t
first_of_key(const ln_json_leads* const l, const uint32_t number)
{
  const uint16_t predicate = ln_names_lead_at(l->probe.names, number)->predicate;
  for (uint32_t i = 1U; i < number; ++i) {
    if (ln_names_lead_at(l->probe.names, i)->predicate == predicate &&
        ln_view_equals(l->leads[i].key, l->leads[number].key)) {
      return i;
    }
  }
  return number;
}

static ln_status
render_leads(ln_json_leads* const l)
{
  const uint32_t n = ln_names_leads(l->probe.names);
  l->leads         = ln_arena_zero(&l->arena, n + 1U, sizeof(json_lead));
  if (!l->leads) {
    return LN_NO_MEM;
  }
  for (uint32_t i = 1U; i <= n; ++i) {
    const ln_status st = render_lead(l, i);
    if (st == LN_USAGE) {
      continue; // it cannot be written under this context: the long way says so, if it comes to
                // that
    }
    LN_TRY(st);
    LN_TRY(render_whole(l, i));
    l->leads[i].member = first_of_key(l, i);
  }
  return LN_OK;
}

static ln_status
grow_stems(ln_json_leads* const l, const size_t stem)
{
  const size_t     n     = stem + 16U;
  json_stem* const stems = ln_realloc(l->stems, n, sizeof(json_stem));
  if (!stems) {
    return LN_NO_MEM;
  }
  memset(stems + l->n_stems, 0, (n - l->n_stems) * sizeof(json_stem));
  l->stems   = stems;
  l->n_stems = n;
  return LN_OK;
}

/** Find out how a node begins whose id is of this stem. */
static ln_status
render_stem(ln_json_leads* const l, const uint16_t stem, json_stem* const out)
{
  const ln_term id   = {PROBE.s, (uint32_t)PROBE.n, stem, LN_IRI, LN_CLEAN};
  bool          good = false;
  out->state         = DEPENDS;
  if (!is_uniform(l, ln_names_stem_at(l->probe.names, stem)->iri)) {
    return LN_OK;
  }
  ln_out_rewind(l->probe.out);
  const ln_status st = ln_node_open(&l->probe, id, LEVEL);
  if (st == LN_USAGE) {
    return LN_OK;
  }
  LN_TRY(st);
  LN_TRY(cut(l, ln_out_bytes(l->probe.out), PROBE, &out->id, &good));
  out->state = good ? GOOD : DEPENDS;
  return LN_OK;
}

/** How a node of this subject begins; NULL if its bytes decide. */
static ln_status
find_stem(ln_json_leads* const l, const ln_term subject, const frame** const id)
{
  *id = NULL;
  if (subject.kind != LN_IRI || (subject.flags & LN_CLEAN) == 0) {
    return LN_OK;
  }
  if (subject.stem >= l->n_stems) {
    LN_TRY(grow_stems(l, subject.stem));
  }
  json_stem* const stem = &l->stems[subject.stem];
  if (stem->state == UNKNOWN) {
    LN_TRY(render_stem(l, subject.stem, stem));
  }
  *id = stem->state == GOOD ? &stem->id : NULL;
  return LN_OK;
}

/** Whether a lead says all of a pair but its bytes. */
static bool
is_led(const ln_json_leads* const l, const ln_pair* const pair)
{
  const json_lead* const lead = &l->leads[pair->flags & LN_PAIR_LEAD];
  const ln_term          o    = pair->object;
  const bool             led  = lead->good && o.n <= (uint32_t)LONG;
  if (!led || lead->whole) {
    return led;
  }
  if (lead->native == LN_BARE_INTEGER && (o.flags & LN_DIGITS) != 0 && o.n < 16U) {
    return o.n == 1U || o.s[0] != '0';
  }
  if (lead->native != LN_BARE_NEVER) {
    return ln_member_native(lead->native, ln_term_bytes(o));
  }
  return o.kind == LN_LITERAL || (o.flags & LN_CLEAN) != 0;
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
    if (!is_led(l, pair)) {
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

LN_INLINE char*
put_value(char* to, const json_lead* const lead, const ln_pair* const pair, const ln_width width)
{
  const ln_view bytes = ln_term_bytes(pair->object);
  to                  = put_view(to, lead->value.open, width);
  if (lead->whole) {
    return to;
  }
  if ((pair->object.flags & LN_CLEAN) == 0 && lead->native == LN_BARE_NEVER) {
    to = ln_escape(to, bytes, LN_ESCAPE_JSON);
  } else if (pair->flags & LN_PAIR_SLACK) {
    to = put_view(to, bytes, width);
  } else {
    to = ln_escape_none(to, bytes);
  }
  return put_view(to, lead->value.close, width);
}

/** Bytes that a pair may need at most. */
LN_INLINE size_t
pair_bound(const json_lead* const lead, const ln_pair* const pair)
{
  enum { JOINTS = 32 };
  const size_t n = pair->object.n;
  return lead->key.n + lead->value.open.n + lead->value.close.n + (size_t)JOINTS + LN_SLACK +
         ((pair->object.flags & LN_CLEAN) ? n : ln_escape_bound(n));
}

/** A value with its key, or behind others of its key. */
LN_INLINE char*
put_member(char*                  p,
           const json_lead* const lead,
           const ln_pair* const   pair,
           const bool             goes_on,
           const bool             more,
           const ln_width         width)
{
  const bool alone = lead->set && !more && !goes_on;
  if (goes_on) {
    p = ln_escape_none(p, LN_V(",\n        "));
  } else {
    p = put_view(p, lead->key, width);
    p = more ? ln_escape_none(p, LN_V("[\n        ")) : p;
  }
  p = alone ? ln_escape_none(p, LN_V("[")) : p;
  p = put_value(p, lead, pair, width);
  p = alone ? ln_escape_none(p, LN_V("]")) : p;
  return goes_on && !more ? ln_escape_none(p, LN_V("\n      ]")) : p;
}

/** All members. One value stands on the line of its key, several one a line. Where the next byte
    goes is kept at hand. */
LN_INLINE void
put_pairs(const ln_json_leads* const l,
          ln_out* const              out,
          const ln_desc* const       desc,
          const ln_width             width)
{
  const json_lead* const leads   = l->leads;
  const ln_pair* const   end     = desc->pairs + desc->n_pairs;
  char*                  p       = out->s + out->n;
  const char*            limit   = out->s + out->cap;
  bool                   goes_on = false;
  for (const ln_pair* pair = desc->pairs; pair < end; ++pair) {
    const json_lead* const lead = &leads[pair->flags & LN_PAIR_LEAD];
    const bool             more = pair + 1 < end && pair[1].predicate == pair->predicate;
    const size_t           need = pair_bound(lead, pair);
    if ((size_t)(limit - p) < need) {
      out->n = (size_t)(p - out->s);
      if (ln_out_room(out, need) != LN_OK) {
        return;
      }
      p     = out->s + out->n;
      limit = out->s + out->cap;
    }
    p       = put_member(p, lead, pair, goes_on, more, width);
    goes_on = more;
  }
  out->n = (size_t)(p - out->s);
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

void
ln_json_leads_width(ln_json_leads* const leads, const ln_width width)
{
  leads->put = put_pairs_sse2;
  if (width == LN_WIDTH_AVX512) {
    leads->put = put_pairs_avx512;
  } else if (width == LN_WIDTH_AVX2) {
    leads->put = put_pairs_avx2;
  }
}

ln_status
ln_json_leads_describe(ln_json_leads* const leads,
                       ln_out* const        out,
                       const ln_desc* const desc,
                       bool* const          written)
{
  const frame* id = NULL;
  *written        = false;
  if (desc->graph.kind != LN_NONE || !all_led(leads, desc)) {
    return LN_OK;
  }
  LN_TRY(find_stem(leads, desc->subject, &id));
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
ln_json_leads_new(const ln_node* const node, ln_json_leads** const leads)
{
  ln_json_leads* const l = ln_alloc_zero(1U, sizeof(ln_json_leads));
  if (!l) {
    return LN_NO_MEM;
  }
  l->probe = (ln_node){.names = node->names, .context = node->context, .planner = node->planner};
  ln_json_leads_width(l, ln_cpu_width());
  ln_status st = ln_out_memory(&l->probe.out);
  if (st == LN_OK) {
    st = render_leads(l);
  }
  if (st != LN_OK) {
    ln_json_leads_free(l);
    return st;
  }
  *leads = l;
  return LN_OK;
}

void
ln_json_leads_free(ln_json_leads* const leads)
{
  if (leads) {
    ln_node_clear(&leads->probe);
    ln_out_abandon(leads->probe.out);
    ln_free(leads->stems);
    ln_arena_clear(&leads->arena);
    ln_free(leads);
  }
}
