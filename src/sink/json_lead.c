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
#include "sink/json_lead_inner.h"

enum { LEVEL = 2 };

static const ln_view PROBE = {"Zq7xZ9kQ", 8U};

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
cut(ln_json_leads* const l,
    const ln_view        text,
    const ln_view        probe,
    ln_json_frame* const out,
    bool*                good)
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
render_pair(ln_json_leads* const l,
            const ln_pair        pair,
            const ln_view        bytes,
            ln_json_lead* const  lead)
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
  ln_json_lead* const  out   = &l->leads[number];
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
  ln_json_lead* const out = &l->leads[number];
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
  l->leads         = ln_arena_zero(&l->arena, n + 1U, sizeof(ln_json_lead));
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
    l->leads[i].member             = first_of_key(l, i);
    const ln_json_lead* const lead = &l->leads[i];
    const size_t              around =
      lead->key.n + lead->value.open.n + lead->value.close.n + (size_t)LN_JSON_JOINTS;
    l->most = around > l->most ? around : l->most;
  }
  return LN_OK;
}

static ln_status
grow_stems(ln_json_leads* const l, const size_t stem)
{
  const size_t        n     = stem + 16U;
  ln_json_stem* const stems = ln_realloc(l->stems, n, sizeof(ln_json_stem));
  if (!stems) {
    return LN_NO_MEM;
  }
  memset(stems + l->n_stems, 0, (n - l->n_stems) * sizeof(ln_json_stem));
  l->stems   = stems;
  l->n_stems = n;
  return LN_OK;
}

/** Find out how a node begins whose id is of this stem. */
static ln_status
render_stem(ln_json_leads* const l, const uint16_t stem, ln_json_stem* const out)
{
  const ln_term id   = {PROBE.s, (uint32_t)PROBE.n, stem, LN_IRI, LN_CLEAN};
  bool          good = false;
  out->state         = LN_JSON_DEPENDS;
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
  out->state = good ? LN_JSON_GOOD : LN_JSON_DEPENDS;
  return LN_OK;
}

/** How a node of this subject begins; NULL if its bytes decide. */
ln_status
ln_json_leads_stem(ln_json_leads* const l, const ln_term subject, const ln_json_frame** const id)
{
  *id = NULL;
  if (subject.kind != LN_IRI || (subject.flags & LN_CLEAN) == 0) {
    return LN_OK;
  }
  if (subject.stem >= l->n_stems) {
    LN_TRY(grow_stems(l, subject.stem));
  }
  ln_json_stem* const stem = &l->stems[subject.stem];
  if (stem->state == LN_JSON_UNKNOWN) {
    LN_TRY(render_stem(l, subject.stem, stem));
  }
  *id = stem->state == LN_JSON_GOOD ? &stem->id : NULL;
  return LN_OK;
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
