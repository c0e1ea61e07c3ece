/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_LEAD_UNIT_H
#define LN_TESTS_LEAD_UNIT_H

/* Descriptions at random, as pairs with and without leads and as stamps: a writer must write the
   same of all, in every width. */

#include "base/cpu.h"
#include "base/wide.h"
#include "rdf/iri.h"
#include "sink_unit.h"

enum { LEAD_PAIRS = 12, LEAD_TEXTS = 12, LEAD_ROOM = 16384 };

/** Everything that the pairs below may be made of. */
typedef struct {
  ln_names* names;
  uint16_t  predicates[3];
  uint16_t  stems[8];
  uint32_t  leads[3][8];
  ln_term   constants[2];
  uint32_t  wholes[3][2];
  char      texts[LEAD_TEXTS][LEAD_ROOM]; ///< each with slack behind it
  size_t    lengths[LEAD_TEXTS];
  char      word[1 + LN_SLACK];
  char      name[3 + LN_SLACK];
} lead_world;

/** How descriptions are given to the writer. */
typedef enum { LEAD_PARTS, LEAD_KNOWN, LEAD_STAMPED } lead_manner;

static inline void
lead_text(lead_world* const w, const size_t at, const char* const text, const size_t times)
{
  const size_t n = strlen(text);
  CU_ASSERT_FATAL(n * times + LN_SLACK <= (size_t)LEAD_ROOM);
  for (size_t i = 0U; i < times; ++i) {
    memcpy(w->texts[at] + i * n, text, n);
  }
  w->lengths[at] = n * times;
  memset(w->texts[at] + n * times, '"', LN_SLACK);
}

static inline void
lead_world_start(lead_world* const w)
{
  static const char* const texts[] = {
    "a",
    "1988",
    "007",
    "-5",
    "tt0000001",
    "1.50",
    "true",
    "A \"q\"\\\n.",
    "caf\xC3\xA9",
    "",
  };
  for (size_t i = 0U; i < sizeof(texts) / sizeof(texts[0]); ++i) {
    lead_text(w, i, texts[i], 1U);
  }
  memcpy(w->word, "b", 1U);
  memcpy(w->name, "ada", 3U);
  lead_text(w, 10U, "abcdefghijklmnop", 9U);
  lead_text(w, 11U, "long \"q\" ", 1500U);
  const sample s = sample_new();
  ln_names_free(s.names);
  w->names = ln_names_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(w->names);
  CU_ASSERT_EQUAL(ln_names_prefix(w->names, LN_V("e"), LN_V("http://e/")), LN_OK);
  w->predicates[0] = LN_PREDICATE_TYPE;
  w->predicates[1] = sample_predicate(w->names, "http://e/p");
  w->predicates[2] =
    sample_predicate(w->names, "http://o/a/very/long/predicate/that/fills/a/block");
  w->stems[0] = LN_STEM_STRING;
  w->stems[1] = sample_literal(w->names, XSD "integer", "");
  w->stems[2] = sample_literal(w->names, XSD "decimal", "");
  w->stems[3] = sample_literal(w->names, XSD "boolean", "");
  w->stems[4] = sample_literal(w->names, XSD "gYear", "");
  w->stems[5] = sample_literal(w->names, "", "de");
  CU_ASSERT_EQUAL(ln_names_iri_stem(w->names, LN_V("http://e/person/"), &w->stems[6]), LN_OK);
  CU_ASSERT_EQUAL(ln_names_iri_stem(w->names, LN_V("http://o/?x="), &w->stems[7]), LN_OK);
  CU_ASSERT_EQUAL(ln_names_term(w->names, LN_V("http://e/Work"), &w->constants[0]), LN_OK);
  CU_ASSERT_EQUAL(ln_names_term(w->names, LN_V("http://o/a.b"), &w->constants[1]), LN_OK);
  for (size_t p = 0U; p < 3U; ++p) {
    for (size_t i = 0U; i < 8U; ++i) {
      CU_ASSERT_EQUAL(ln_names_lead(w->names, w->predicates[p], w->stems[i], &w->leads[p][i]),
                      LN_OK);
    }
    for (size_t i = 0U; i < 2U; ++i) {
      CU_ASSERT_EQUAL(
        ln_names_lead_whole(w->names, w->predicates[p], w->constants[i], &w->wholes[p][i]), LN_OK);
    }
  }
  CU_ASSERT_EQUAL_FATAL(ln_names_seal(w->names), LN_OK);
}

static inline uint32_t
lead_next(uint32_t* const seed)
{
  *seed = *seed * 1664525U + 1013904223U;
  return *seed >> 8U;
}

static inline bool
lead_is_clean(const ln_view v)
{
  return v.n != 0U && !memchr(v.s, '"', v.n);
}

/** A pair at random, with all that is known of it. */
static inline ln_pair
lead_pair(const lead_world* const w, uint32_t* const seed)
{
  const size_t  p    = lead_next(seed) % 3U;
  const size_t  i    = lead_next(seed) % 10U;
  const size_t  t    = lead_next(seed) % (uint32_t)LEAD_TEXTS;
  const ln_view text = {w->texts[t], w->lengths[t]};
  if (i >= 8U) {
    return (ln_pair){w->constants[i - 8U], w->predicates[p], 0U, w->wholes[p][i - 8U]};
  }
  ln_term object = {.s = text.s, .n = (uint32_t)text.n, .stem = w->stems[i]};
  object.kind    = i < 6U ? LN_LITERAL : LN_IRI;
  if (i >= 6U && memchr(text.s, '"', text.n + 1U) == text.s + text.n && text.n > 0U) {
    object.flags = ln_iri_clean(text) ? LN_CLEAN : 0;
  } else if (i >= 6U) {
    object.s     = w->word;
    object.n     = 1U;
    object.flags = LN_CLEAN;
    return (ln_pair){object, w->predicates[p], 0U, w->leads[p][i]};
  } else {
    object.flags = lead_is_clean(text) ? LN_CLEAN : 0;
    object.flags |= t == 1U || t == 2U ? LN_DIGITS : 0;
  }
  const uint32_t slack = lead_next(seed) % 4U != 0U ? (uint32_t)LN_PAIR_SLACK : 0U;
  return (ln_pair){object, w->predicates[p], 0U, w->leads[p][i] | slack};
}

/** Pairs of one predicate stand together (rdf/desc.h). */
static inline void
lead_gather(ln_pair* const pairs, const size_t n)
{
  for (size_t i = 1U; i < n; ++i) {
    for (size_t k = i; k > 0U && pairs[k].predicate < pairs[k - 1U].predicate; --k) {
      const ln_pair pair = pairs[k];
      pairs[k]           = pairs[k - 1U];
      pairs[k - 1U]      = pair;
    }
  }
}

typedef ln_status (*lead_new)(const ln_names* names, ln_out* out, bool graphs, ln_sink* sink);
typedef void (*lead_width)(ln_sink sink, ln_width width);

/** What a stamp has, for as many slots as there are pairs. */
typedef struct {
  ln_slot      slots[LEAD_PAIRS];
  ln_slot_text texts[LEAD_PAIRS + 2];
  ln_slot_text items[LEAD_PAIRS];
  ln_slot_list lists[LEAD_PAIRS];
  size_t       n_slots;
  size_t       n_items;
} lead_case;

/** The first text is there and the second is not. */
enum { LEAD_OPEN, LEAD_SHUT, LEAD_FIRST };

/** One pair as a slot. The text of a slot that is shut must not be seen. */
static inline void
lead_slot(lead_case* const c, const ln_pair* const pair, const bool shut)
{
  const size_t       i    = c->n_slots++;
  ln_slot* const     slot = &c->slots[i];
  const ln_slot_text text = {pair->object.s, pair->object.n, pair->object.flags, !shut};
  *slot                   = (ln_slot){*pair, LN_SLOT_CONSTANT, 0U, shut ? LEAD_SHUT : LEAD_OPEN};
  if (pair->object.stem == 0U || pair->object.s[0] == 'W') {
    return; // one of the constants
  }
  slot->kind              = LN_SLOT_TEXT;
  slot->text              = (uint16_t)(LEAD_FIRST + i);
  slot->pair.object.s     = NULL;
  slot->pair.object.n     = 0U;
  slot->pair.object.flags = 0U;
  c->texts[slot->text]    = text;
}

/** The same as a list of one item or, behind one of the same lead, as another item of it. */
static inline bool
lead_item(lead_case* const c, const ln_pair* const pair)
{
  ln_slot* const last = c->n_slots > 0U ? &c->slots[c->n_slots - 1U] : NULL;
  if (!last || last->kind == LN_SLOT_CONSTANT || last->gate != LEAD_OPEN ||
      (last->pair.flags ^ pair->flags) << 8U != 0U) {
    return false;
  }
  if (last->kind == LN_SLOT_TEXT) {
    c->items[c->n_items]      = c->texts[last->text];
    last->kind                = LN_SLOT_ITEMS;
    last->text                = (uint16_t)(c->n_slots - 1U);
    c->lists[c->n_slots - 1U] = (ln_slot_list){(uint32_t)c->n_items++, 1U};
  }
  c->items[c->n_items++] = (ln_slot_text){pair->object.s, pair->object.n, pair->object.flags, true};
  ++c->lists[last->text].n;
  return true;
}

/** The description as a stamp, if the writer takes it. Pairs from `n` on are those of slots that
   are shut. */
static inline bool
lead_stamp(const ln_sink sink, const ln_desc* const desc, const size_t shut)
{
  lead_case c              = {0};
  size_t    n              = 0U;
  size_t    bytes          = 0U;
  c.texts[LEAD_OPEN].there = true;
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    bytes += desc->pairs[i].object.n;
    if (i == shut) {
      lead_slot(&c, &desc->pairs[i], true);
    } else if (!lead_item(&c, &desc->pairs[i])) {
      lead_slot(&c, &desc->pairs[i], false);
    }
  }
  const ln_stencil stencil = {.graph = desc->graph, .slots = c.slots, .n = c.n_slots, .uses = 1U};
  const ln_stamp   stamp   = {.stencil = &stencil,
                              .subject = desc->subject,
                              .texts   = c.texts,
                              .items   = c.items,
                              .lists   = c.lists,
                              .n_bytes = bytes,
                              .n_items = c.n_items};
  CU_ASSERT_EQUAL(ln_sink_stamp(sink, &stamp, &n), LN_OK);
  const size_t expected = desc->n_pairs - (shut < desc->n_pairs ? 1U : 0U);
  CU_ASSERT_EQUAL(ln_stamp_pairs(&stamp), expected);
  CU_ASSERT_TRUE(n == LN_UNSTAMPED || n == expected);
  if (n == LN_UNSTAMPED) {
    ln_desc rest = *desc;
    ln_pair pairs[LEAD_PAIRS];
    rest.pairs   = pairs;
    rest.n_pairs = 0U;
    for (size_t i = 0U; i < desc->n_pairs; ++i) {
      if (i != shut) {
        pairs[rest.n_pairs++] = desc->pairs[i];
      }
    }
    CU_ASSERT_EQUAL(ln_sink_describe(sink, &rest), LN_OK);
  }
  return n != LN_UNSTAMPED;
}

/** What a writer writes of `n` descriptions. Returns how many of them it took as stamps. */
static inline size_t
lead_write(const lead_world* const w,
           const ln_sink           sink,
           uint32_t                seed,
           const lead_manner       manner,
           const size_t            n)
{
  size_t taken = 0U;
  for (size_t k = 0U; k < n; ++k) {
    ln_pair      pairs[LEAD_PAIRS];
    const size_t n_pairs = 1U + lead_next(&seed) % (uint32_t)LEAD_PAIRS;
    ln_desc      desc    = desc_of(clean_of(LN_IRI, w->stems[6], w->name), pairs, n_pairs);
    desc.graph           = k % 4U == 3U ? w->constants[0] : (ln_term){0};
    for (size_t i = 0U; i < n_pairs; ++i) {
      pairs[i] = lead_pair(w, &seed);
      if (manner == LEAD_PARTS) {
        pairs[i].flags = 0U;
        pairs[i].object.flags &= LN_CLEAN;
      }
    }
    lead_gather(pairs, n_pairs);
    const size_t shut = n_pairs > 1U ? k % (2U * (size_t)LEAD_PAIRS) : n_pairs;
    if (manner == LEAD_STAMPED) {
      taken += lead_stamp(sink, &desc, shut) ? 1U : 0U;
      continue;
    }
    if (shut < n_pairs) {
      memmove(&pairs[shut], &pairs[shut + 1U], (n_pairs - shut - 1U) * sizeof(ln_pair));
      --desc.n_pairs;
    }
    CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
  return taken;
}

/** Both manners give the same bytes. */
static inline void
check_leads_in(const lead_world* const w,
               const lead_new          make,
               const lead_width        set_width,
               const ln_width          width,
               const lead_manner       manner)
{
  size_t taken = 0U;
  for (uint32_t seed = 1U; seed <= 80U; ++seed) {
    ln_out* const known  = memory_out();
    ln_out* const parts  = memory_out();
    ln_sink       sink_a = {0};
    ln_sink       sink_b = {0};
    CU_ASSERT_EQUAL_FATAL(make(w->names, known, seed % 2U == 0U, &sink_a), LN_OK);
    CU_ASSERT_EQUAL_FATAL(make(w->names, parts, seed % 2U == 0U, &sink_b), LN_OK);
    set_width(sink_a, width);
    taken += lead_write(w, sink_a, seed, manner, 20U);
    (void)lead_write(w, sink_b, seed, LEAD_PARTS, 20U);
    CU_ASSERT_TRUE(ln_view_equals(ln_out_bytes(known), ln_out_bytes(parts)));
    ln_sink_free(sink_a);
    ln_sink_free(sink_b);
    CU_ASSERT_EQUAL(ln_out_close(known), LN_OK);
    CU_ASSERT_EQUAL(ln_out_close(parts), LN_OK);
  }
  CU_ASSERT_TRUE(manner != LEAD_STAMPED || taken > 0U);
}

/** Leads and stamps change nothing, in every width that the machine has. */
static inline void
check_leads(const lead_new make, const lead_width set_width)
{
  static const ln_width widths[] = {LN_WIDTH_PLAIN, LN_WIDTH_SSE2, LN_WIDTH_AVX2, LN_WIDTH_AVX512};
  lead_world* const     w        = ln_alloc_zero(1U, sizeof(lead_world));
  CU_ASSERT_PTR_NOT_NULL_FATAL(w);
  lead_world_start(w);
  for (size_t i = 0U; i < sizeof(widths) / sizeof(widths[0]); ++i) {
    if (ln_cpu_has(widths[i])) {
      check_leads_in(w, make, set_width, widths[i], LEAD_KNOWN);
      check_leads_in(w, make, set_width, widths[i], LEAD_STAMPED);
    }
  }
  ln_names_free(w->names);
  ln_free(w);
}

#endif
