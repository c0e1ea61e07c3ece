/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Repeated triples are dropped: by what they say, not by how it is put together; in the order in
   which they came, and the same with any memory. */

#include "sink_unit.h"

#include "base/text.h"
#include "base/wide.h"
#include "sink/distinct.h"
#include "sink/writers.h"

#include <stdlib.h>

#define T "<http://other.org/x?y=t> "
#define LABEL "<http://www.w3.org/2000/01/rdf-schema#label> "
#define PATH "<http://other.org/p/> "

typedef struct {
  ln_sink next;
  ln_sink sink;
} chain;

static ln_status
chain_new(chain* const c, const sample* const s, ln_out* const out, const size_t memory)
{
  *c = (chain){{NULL, NULL}, {NULL, NULL}};
  LN_TRY(ln_ntriples_new(s->names, out, true, &c->next));
  return ln_distinct_new(s->names, memory, c->next, &c->sink);
}

static void
chain_free(const chain* const c)
{
  ln_sink_free(c->sink);
  ln_sink_free(c->next);
}

static void
order(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_view cell    = LN_V("http://other.org/p/");
  const ln_pair first[] = {pair_of(s.path, string_of("1")), pair_of(s.label, string_of("z"))};
  const ln_pair again[] = {pair_of(s.label, string_of("a")),
                           pair_of(s.label, string_of("z")),
                           pair_of(s.label, term_of(LN_LITERAL, s.english, "z")),
                           pair_of(LN_PREDICATE_CELL, string_of("1")),
                           pair_of(LN_PREDICATE_CELL, string_of("2"))};
  ln_desc       descs[] = {DESC(term_of(LN_IRI, s.query, "t"), first),
                           DESC(term_of(LN_IRI, LN_STEM_IRI, "http://other.org/x?y=t"), again),
                           DESC(term_of(LN_IRI, s.query, "t"), first),
                           desc_of(term_of(LN_IRI, s.query, "t"), first, 1U)};
  descs[1].dynamic      = &cell;
  descs[3].graph        = blank_of("g");
  chain c;
  CU_ASSERT_EQUAL(chain_new(&c, &s, out, 1U << 20U), LN_OK);
  for (size_t i = 0U; i < 4U; ++i) {
    CU_ASSERT_EQUAL(ln_sink_describe(c.sink, &descs[i]), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_sink_finish(c.sink), LN_OK);
  CU_ASSERT_STRING_EQUAL(ln_distinct_error(c.sink), "");
  CHECK_VIEW(ln_out_bytes(out),
             T PATH "\"1\" .\n" T LABEL "\"z\" .\n" T LABEL "\"a\" .\n" T LABEL
                    "\"z\"@en .\n" T PATH "\"2\" .\n" T PATH "\"1\" _:g .\n");
  chain_free(&c);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/* Some numbers repeat soon, others late; every triple of the description has a chance to be the one
   that is dropped. */
static ln_status
describe_many(const chain* const c, const sample* const s, const unsigned n)
{
  const ln_view cell = LN_V("http://other.org/cell");
  for (unsigned i = 0U; i < n; ++i) {
    char subject[24];
    char object[24];
    char other[24];
    CU_ASSERT(snprintf(subject, sizeof(subject), "s%u", (i * 7919U) % (n / 3U)) > 0);
    CU_ASSERT(snprintf(object, sizeof(object), "o%u", i % 3U) > 0);
    CU_ASSERT(snprintf(other, sizeof(other), "%u", (i * 31U) % (n / 2U)) > 0);
    const ln_pair pairs[] = {pair_of(s->label, string_of(object)),
                             pair_of(LN_PREDICATE_CELL, string_of(other)),
                             pair_of(s->knows, term_of(LN_IRI, s->person, object))};
    ln_desc       desc    = DESC(term_of(LN_IRI, s->person, subject), pairs);
    desc.dynamic          = &cell;
    LN_TRY(ln_sink_describe(c->sink, &desc));
  }
  return ln_sink_finish(c->sink);
}

static void
any_memory(void)
{
  static const size_t sizes[] = {1U << 26U, 1U << 20U, 1U << 18U, 1U << 16U, 0U};
  const sample        s       = sample_new();
  ln_out* const       whole   = memory_out();
  for (size_t i = 0U; i < sizeof(sizes) / sizeof(sizes[0]); ++i) {
    ln_out* const out = memory_out();
    chain         c;
    CU_ASSERT_EQUAL(chain_new(&c, &s, i == 0U ? whole : out, sizes[i]), LN_OK);
    CU_ASSERT_EQUAL(describe_many(&c, &s, 9000U), LN_OK);
    chain_free(&c);
    CU_ASSERT(i == 0U || ln_view_equals(ln_out_bytes(out), ln_out_bytes(whole)));
    CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  }
  /* Every line once: as many lines as different ones. */
  const ln_view bytes = ln_out_bytes(whole);
  size_t        lines = 0U;
  for (size_t i = 0U; i < bytes.n; ++i) {
    lines += bytes.s[i] == '\n' ? 1U : 0U;
  }
  CU_ASSERT_EQUAL(lines, 3000U + 9000U + 3000U);
  CU_ASSERT_EQUAL(ln_out_close(whole), LN_OK);
  ln_names_free(s.names);
}

/* ---- by chance, against the lines themselves ---- */

enum { CHANCE = 6000, MOST_PAIRS = 70, MOST_LINES = CHANCE * 16 };

static unsigned
draw(uint32_t* const state, const unsigned below)
{
  *state = (*state * 1664525U) + 1013904223U;
  return (*state >> 8U) % below;
}

/* Descriptions of few and of many pairs, of some subjects that come very often and others that come
   seldom, with repetitions within and across. */
static ln_status
describe_by_chance(const ln_sink sink, const sample* const s)
{
  uint32_t      state = 7U;
  const ln_view cell  = LN_V("http://other.org/cell");
  for (unsigned i = 0U; i < CHANCE; ++i) {
    char           subject[16];
    char           objects[MOST_PAIRS][16];
    ln_pair        pairs[MOST_PAIRS];
    const unsigned n    = draw(&state, 50U) == 0U ? 33U + draw(&state, 37U) : 1U + draw(&state, 8U);
    const bool     few  = draw(&state, 3U) == 0U;
    const unsigned many = few ? 3U + draw(&state, 3U) : 400U;
    CU_ASSERT(snprintf(subject, sizeof(subject), "%u", draw(&state, few ? 20U : 4000U)) > 0);
    for (unsigned j = 0U; j < n; ++j) {
      const uint16_t predicates[] = {s->label, s->age, s->knows, LN_PREDICATE_CELL};
      CU_ASSERT(snprintf(objects[j], sizeof(objects[j]), "o%u", draw(&state, many)) > 0);
      pairs[j] = pair_of(predicates[draw(&state, 4U)], string_of(objects[j]));
    }
    ln_desc desc = desc_of(term_of(LN_IRI, s->person, subject), pairs, n);
    desc.dynamic = &cell;
    LN_TRY(ln_sink_describe(sink, &desc));
  }
  return ln_sink_finish(sink);
}

typedef struct {
  ln_view text;
  size_t  number;
} line;

static int
compare_lines(const void* const a, const void* const b)
{
  const line* const x = a;
  const line* const y = b;
  const size_t      n = x->text.n < y->text.n ? x->text.n : y->text.n;
  const int         c = memcmp(x->text.s, y->text.s, n);
  if (c != 0 || x->text.n != y->text.n) {
    return c != 0 ? c : (x->text.n > y->text.n) - (x->text.n < y->text.n);
  }
  return (x->number > y->number) - (x->number < y->number);
}

/* The lines without those that were there before. */
static void
first_lines(ln_view rest, ln_text* const out)
{
  static line   lines[MOST_LINES];
  static bool   repeated[MOST_LINES];
  size_t        n   = 0U;
  const ln_view all = rest;
  while (rest.n > 0U) {
    CU_ASSERT_FATAL(n < MOST_LINES);
    lines[n].text   = ln_view_first(rest, ln_view_find(rest, '\n') + 1U);
    lines[n].number = n;
    rest            = ln_view_from(rest, lines[n].text.n);
    repeated[n++]   = false;
  }
  qsort(lines, n, sizeof(line), compare_lines);
  for (size_t i = 1U; i < n; ++i) {
    repeated[lines[i].number] = ln_view_equals(lines[i].text, lines[i - 1U].text);
  }
  rest = all;
  for (size_t i = 0U; i < n; ++i) {
    const ln_view text = ln_view_first(rest, ln_view_find(rest, '\n') + 1U);
    rest               = ln_view_from(rest, text.n);
    CU_ASSERT_EQUAL(repeated[i] ? LN_OK : ln_text_add(out, text), LN_OK);
  }
}

static void
by_chance(void)
{
  static const size_t sizes[]  = {0U, 1U << 16U, 1U << 17U, 1U << 20U, 1U << 26U};
  const sample        s        = sample_new();
  ln_out* const       plain    = memory_out();
  ln_text             expected = {0};
  ln_sink             writer   = {NULL, NULL};
  CU_ASSERT_EQUAL(ln_ntriples_new(s.names, plain, true, &writer), LN_OK);
  CU_ASSERT_EQUAL(describe_by_chance(writer, &s), LN_OK);
  first_lines(ln_out_bytes(plain), &expected);
  CU_ASSERT(expected.n > 0U && expected.n < ln_out_bytes(plain).n);
  for (size_t i = 0U; i < sizeof(sizes) / sizeof(sizes[0]); ++i) {
    ln_out* const out = memory_out();
    chain         c;
    CU_ASSERT_EQUAL(chain_new(&c, &s, out, sizes[i]), LN_OK);
    CU_ASSERT_EQUAL(describe_by_chance(c.sink, &s), LN_OK);
    CU_ASSERT(ln_view_equals(ln_out_bytes(out), ln_text_view(&expected)));
    chain_free(&c);
    CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  }
  ln_sink_free(writer);
  ln_text_clear(&expected);
  CU_ASSERT_EQUAL(ln_out_close(plain), LN_OK);
  ln_names_free(s.names);
}

/* ---- stamps ---- */

enum { STAMPS = 5000, ITEMS = 3, ROOM = 24 + LN_SLACK };

/* Names with leads, as a plan has them, and a stencil of a text that may be missing, a list, and a
   constant; the last two with leads or without. */
typedef struct {
  ln_names*  names;
  uint16_t   person;
  ln_slot    slots[3];
  ln_stencil stencils[2]; ///< without leads a writer takes no stamp
  ln_slot    bare[3];
} mould;

static void
mould_start(mould* const m)
{
  ln_term  work;
  uint32_t leads[3];
  m->names = ln_names_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(m->names);
  const uint16_t title = sample_predicate(m->names, "http://e/title");
  const uint16_t role  = sample_predicate(m->names, "http://e/role");
  CU_ASSERT_EQUAL(ln_names_iri_stem(m->names, LN_V("http://e/person/"), &m->person), LN_OK);
  CU_ASSERT_EQUAL(ln_names_term(m->names, LN_V("http://e/Work"), &work), LN_OK);
  CU_ASSERT_EQUAL(ln_names_lead_whole(m->names, LN_PREDICATE_TYPE, work, &leads[0]), LN_OK);
  CU_ASSERT_EQUAL(ln_names_lead(m->names, title, LN_STEM_STRING, &leads[1]), LN_OK);
  CU_ASSERT_EQUAL(ln_names_lead(m->names, role, m->person, &leads[2]), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_names_seal(m->names), LN_OK);
  const ln_term person = {NULL, 0U, m->person, LN_IRI, 0U};
  m->slots[0]          = (ln_slot){pair_of(LN_PREDICATE_TYPE, work), LN_SLOT_CONSTANT, 0U, 0U};
  m->slots[1]          = (ln_slot){pair_of(title, string_of("")), LN_SLOT_TEXT, 1U, 1U};
  m->slots[2]          = (ln_slot){pair_of(role, person), LN_SLOT_ITEMS, 0U, 0U};
  for (size_t i = 0U; i < 3U; ++i) {
    m->bare[i] = m->slots[i];
    m->slots[i].pair.flags |= leads[i];
  }
  m->stencils[0] = (ln_stencil){.slots = m->slots, .n = 3U, .uses = 1U};
  m->stencils[1] = (ln_stencil){.slots = m->bare, .n = 3U, .uses = 1U};
}

/* Give a stamp to a sink, as pairs if it wants them or `pairs` says so. */
static ln_status
put_stamp(const ln_sink sink, const ln_stamp* const stamp, const bool pairs)
{
  size_t n = LN_UNSTAMPED;
  LN_TRY(pairs ? LN_OK : ln_sink_stamp(sink, stamp, &n));
  if (n != LN_UNSTAMPED) {
    CU_ASSERT_EQUAL(n, ln_stamp_pairs(stamp));
    return LN_OK;
  }
  const ln_slot* const slots = stamp->stencil->slots;
  ln_pair              all[2U + ITEMS];
  all[0] = slots[0].pair;
  n      = 1U;
  if (stamp->texts[1].there) {
    all[n]          = slots[1].pair;
    all[n].object.s = stamp->texts[1].s;
    all[n].object.n = stamp->texts[1].n;
    ++n;
  }
  for (uint32_t i = 0U; i < stamp->lists[0].n; ++i) {
    all[n]          = slots[2].pair;
    all[n].object.s = stamp->items[i].s;
    all[n].object.n = stamp->items[i].n;
    ++n;
  }
  const ln_desc desc = desc_of(stamp->subject, all, n);
  return ln_sink_describe(sink, &desc);
}

/* Some stamps are said again as they were, some with another title or other items, some as pairs;
   some lists have an item twice. */
static ln_status
stamp_by_chance(const ln_sink sink, const mould* const m, const bool pairs)
{
  uint32_t state = 3U;
  for (unsigned i = 0U; i < STAMPS; ++i) {
    char         subject[ROOM];
    char         title[ROOM];
    char         items[ITEMS][ROOM];
    ln_slot_text each[ITEMS];
    ln_slot_list list = {0U, draw(&state, ITEMS + 1U)};
    const int    size = snprintf(subject, sizeof(subject), "%u", draw(&state, STAMPS / 2U));
    CU_ASSERT(snprintf(title, sizeof(title), "A \"%u\"", draw(&state, 2U)) > 0);
    for (size_t j = 0U; j < ITEMS; ++j) {
      const int n = snprintf(items[j], sizeof(items[j]), "p%u", draw(&state, 5U));
      each[j]     = (ln_slot_text){items[j], (uint32_t)n, LN_CLEAN, true};
    }
    const ln_slot_text texts[] = {{"", 0U, 0U, true},
                                  {title, (uint32_t)strlen(title), 0U, draw(&state, 4U) > 0U}};
    const ln_stamp     stamp   = {.stencil = &m->stencils[draw(&state, 2U)],
                                  .subject = {subject, (uint32_t)size, m->person, LN_IRI, LN_CLEAN},
                                  .texts   = texts,
                                  .items   = each,
                                  .lists   = &list,
                                  .n_bytes = sizeof(title) + sizeof(items),
                                  .n_items = list.n};
    LN_TRY(put_stamp(sink, &stamp, draw(&state, 6U) == 0U || pairs));
  }
  return ln_sink_finish(sink);
}

static void
stamps(void)
{
  static const size_t sizes[]  = {0U, 1U << 17U, 1U << 26U};
  ln_out* const       plain    = memory_out();
  ln_text             expected = {0};
  ln_sink             writer   = {NULL, NULL};
  mould               m;
  mould_start(&m);
  CU_ASSERT_EQUAL(ln_ntriples_new(m.names, plain, true, &writer), LN_OK);
  CU_ASSERT_EQUAL(stamp_by_chance(writer, &m, true), LN_OK);
  first_lines(ln_out_bytes(plain), &expected);
  CU_ASSERT(expected.n > 0U && expected.n < ln_out_bytes(plain).n);
  for (size_t i = 0U; i < sizeof(sizes) / sizeof(sizes[0]); ++i) {
    ln_out* const out = memory_out();
    ln_sink       next;
    ln_sink       sink;
    CU_ASSERT_EQUAL_FATAL(ln_ntriples_new(m.names, out, true, &next), LN_OK);
    CU_ASSERT_EQUAL_FATAL(ln_distinct_new(m.names, sizes[i], next, &sink), LN_OK);
    CU_ASSERT_EQUAL(stamp_by_chance(sink, &m, false), LN_OK);
    CU_ASSERT(ln_view_equals(ln_out_bytes(out), ln_text_view(&expected)));
    ln_sink_free(sink);
    ln_sink_free(next);
    CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  }
  ln_sink_free(writer);
  ln_text_clear(&expected);
  CU_ASSERT_EQUAL(ln_out_close(plain), LN_OK);
  ln_names_free(m.names);
}

static ln_status
all_stamps(chain* const c, const mould* const m, ln_out** const out)
{
  LN_TRY(ln_out_memory(out));
  LN_TRY(ln_ntriples_new(m->names, *out, true, &c->next));
  LN_TRY(ln_distinct_new(m->names, 0U, c->next, &c->sink));
  return stamp_by_chance(c->sink, m, false);
}

static void
no_folder(void)
{
  const sample  s   = sample_new();
  ln_out* const out = memory_out();
  chain         c;
  CU_ASSERT_EQUAL(setenv("TMPDIR", "/nonexistent/folder", 1), 0);
  CU_ASSERT_EQUAL(chain_new(&c, &s, out, 0U), LN_OK);
  CU_ASSERT_EQUAL(describe_many(&c, &s, 9000U), LN_IO);
  CU_ASSERT_STRING_EQUAL(ln_distinct_error(c.sink), "No such file or directory");
  CU_ASSERT_EQUAL(unsetenv("TMPDIR"), 0);
  chain_free(&c);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static ln_status
all(chain* const c, const sample* const s, ln_out** const out)
{
  LN_TRY(ln_out_memory(out));
  LN_TRY(chain_new(c, s, *out, 0U));
  return describe_many(c, s, 6000U);
}

static void
start_over(chain* const c, ln_out** const out)
{
  chain_free(c);
  *c = (chain){{NULL, NULL}, {NULL, NULL}};
  ln_out_abandon(*out);
  *out = NULL;
}

static void
no_memory(void)
{
  const sample s   = sample_new();
  ln_out*      out = NULL;
  chain        c   = {{NULL, NULL}, {NULL, NULL}};
  mould        m;
  CHECK_ALLOC_FAILURES(all(&c, &s, &out), start_over(&c, &out));
  mould_start(&m);
  CHECK_ALLOC_FAILURES(all_stamps(&c, &m, &out), start_over(&c, &out));
  ln_names_free(m.names);
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {{"order", order},
                                  {"any memory", any_memory},
                                  {"by chance", by_chance},
                                  {"stamps", stamps},
                                  {"no folder", no_folder},
                                  {"no memory", no_memory}};

UNIT_MAIN("sink/distinct", TESTS)
