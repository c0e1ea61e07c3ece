/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Leads: what stands between the subject of a triple and the bytes of its object, put together once
   so that writers copy one text instead of five. They are rendered last of all, from stems and
   predicates that are text already, and so say the same as these do one after the other. Invariant:
   LN_SLACK bytes follow each text, cleared. Cost: about half a kilobyte an output of a plan. */

#include "rdf/names.h"

#include "base/wide.h"
#include "rdf/desc.h"
#include "rdf/iri.h"
#include "rdf/names_inner.h"

static ln_status
add_lead(ln_names* const names, const ln_lead lead, uint32_t* const number)
{
  void* block = names->leads;
  if (names->n_leads == (size_t)LN_PAIR_LEAD) {
    *number = 0U;
    return LN_OK;
  }
  LN_TRY(ln_names_grow(&block, names->n_leads, &names->cap_leads, sizeof(ln_lead)));
  names->leads                   = (ln_lead*)block;
  names->leads[names->n_leads++] = lead;
  *number                        = (uint32_t)names->n_leads;
  return LN_OK;
}

ln_status
ln_names_lead(ln_names* const names,
              const uint16_t  predicate,
              const uint16_t  stem,
              uint32_t* const lead)
{
  return add_lead(names, (ln_lead){.predicate = predicate, .stem = stem}, lead);
}

ln_status
ln_names_lead_whole(ln_names* const names,
                    const uint16_t  predicate,
                    const ln_term   object,
                    uint32_t* const lead)
{
  const ln_view bytes = ln_term_bytes(object);
  const bool    plain = object.stem == LN_STEM_IRI || ln_iri_clean(bytes);
  *lead               = 0U;
  if (bytes.n == 0U || !plain || memchr(bytes.s, 0xEF, bytes.n)) {
    return LN_OK; // its escapes are the writer's
  }
  const ln_lead made = {.predicate = predicate, .stem = object.stem, .whole = bytes};
  return add_lead(names, made, lead);
}

const ln_lead*
ln_names_lead_at(const ln_names* const names, const uint32_t lead)
{
  return &names->leads[lead - 1U];
}

const ln_lead*
ln_names_lead_list(const ln_names* const names)
{
  return names->leads;
}

uint32_t
ln_names_leads(const ln_names* const names)
{
  return (uint32_t)names->n_leads;
}

size_t
ln_names_lead_most(const ln_names* const names)
{
  return names->most_led;
}

/** Put a text of several pieces into the arena, with slack behind it. */
static ln_status
keep(ln_names* const names, const ln_view* const pieces, const size_t n, ln_view* const kept)
{
  size_t length = 0U;
  for (size_t i = 0U; i < n; ++i) {
    length += pieces[i].n;
  }
  char* const text = (char*)ln_arena_zero(&names->arena, 1U, length + LN_SLACK);
  char*       to   = text;
  if (!text) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    if (pieces[i].n > 0U) {
      memcpy(to, pieces[i].s, pieces[i].n);
      to += pieces[i].n;
    }
  }
  *kept = (ln_view){text, length};
  return LN_OK;
}

/** How Turtle begins and ends an object, as far as its bytes do not decide. */
typedef struct {
  ln_view open;
  ln_view whole;
  ln_view close;
} shape;

static shape
iri_shape(const ln_names* const names, const ln_lead* const lead, const ln_stem* const stem)
{
  ln_prefix prefix = {0};
  ln_view   local  = {0};
  if (stem->prefix.n > 0U) {
    return (shape){stem->prefix, lead->whole, LN_V("")};
  }
  if (lead->whole.n > 0U && lead->stem == LN_STEM_IRI &&
      ln_names_shorten(names, lead->whole, &prefix, &local)) {
    return (shape){0}; // the writer shortens it
  }
  return (shape){stem->nt_open, lead->whole, stem->nt_close};
}

static ln_status
render_turtle(ln_names* const names, ln_lead* const lead, const ln_stem* const stem)
{
  const ln_view predicate = names->predicates[lead->predicate].ttl;
  const shape   is = stem->kind == LN_LITERAL ? (shape){LN_V("\""), {NULL, 0U}, stem->ttl_close}
                                              : iri_shape(names, lead, stem);
  if (is.open.n == 0U || (lead->stem == LN_STEM_IRI && lead->whole.n == 0U)) {
    return LN_OK; // a whole IRI from a cell: shortened or not, its bytes decide
  }
  const ln_view first[] = {LN_V(" ;\n  "), predicate, LN_V(" "), is.open, is.whole};
  const ln_view more[]  = {LN_V(", "), is.open, is.whole};
  LN_TRY(keep(names, first, sizeof(first) / sizeof(first[0]), &lead->ttl));
  LN_TRY(keep(names, more, sizeof(more) / sizeof(more[0]), &lead->ttl_more));
  return keep(names, &is.close, 1U, &lead->ttl_close);
}

static ln_status
render(ln_names* const names, ln_lead* const lead)
{
  const ln_stem* const stem = &names->stems[lead->stem];
  const ln_view        nt[] = {
    names->predicates[lead->predicate].nt, LN_V(" "), stem->nt_open, lead->whole};
  lead->bare = stem->bare;
  LN_TRY(keep(names, nt, sizeof(nt) / sizeof(nt[0]), &lead->nt));
  LN_TRY(keep(names, &stem->nt_close, 1U, &lead->nt_close));
  return render_turtle(names, lead, stem);
}

ln_status
ln_names_seal_leads(ln_names* const names)
{
  for (size_t i = 0U; i < names->n_leads; ++i) {
    ln_lead* const lead = &names->leads[i];
    LN_TRY(render(names, lead));
    const size_t nt  = lead->nt.n + lead->nt_close.n;
    const size_t ttl = lead->ttl.n + lead->ttl_more.n + lead->ttl_close.n;
    names->most_led  = nt > names->most_led ? nt : names->most_led;
    names->most_led  = ttl > names->most_led ? ttl : names->most_led;
  }
  return LN_OK;
}
