/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Packed bytes are the same exactly if RDF says that subject, graph or pair are. */

#include "sink_unit.h"

#include "base/wide.h"
#include "sink/desc_packer.h"

#include <string.h>

static ln_view
packed(ln_desc_packer* const p, const ln_desc desc, const size_t i)
{
  CU_ASSERT_EQUAL_FATAL(ln_desc_packer_subject(p, &desc.subject, &desc.graph), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_desc_packer_pairs(p, &desc), LN_OK);
  CU_ASSERT_EQUAL_FATAL(p->n, desc.n_pairs);
  return ln_desc_packer_pair(p, i);
}

/* The layout, by hand: a length of the rest, predicate and kind, stem, bytes. */
static void
layout(void)
{
  const sample   s         = sample_new();
  ln_desc_packer p         = {0};
  const ln_pair  pairs[]   = {pair_of(s.label, string_of("ab"))};
  const char     pair[]    = {4, (char)(s.label << 2U | LN_LITERAL), LN_STEM_STRING, 'a', 'b'};
  const char     subject[] = {2 << 2 | LN_BLANK, 0, 'x', 'y', 0, 0};
  CU_ASSERT_EQUAL_FATAL(ln_desc_packer_init(&p, s.names), LN_OK);
  const ln_view got = packed(&p, DESC(blank_of("xy"), pairs), 0U);
  CU_ASSERT(ln_view_equals(got, (ln_view){pair, sizeof(pair)}));
  CU_ASSERT(ln_view_equals(ln_text_view(&p.subject), (ln_view){subject, sizeof(subject)}));
  CU_ASSERT(!p.pairs[0].known);
  ln_desc_packer_clear(&p);
  ln_names_free(s.names);
}

/* One IRI by three stems, as object and as predicate. */
static void
stems(void)
{
  const sample   s       = sample_new();
  ln_desc_packer p       = {0};
  ln_text        first   = {0};
  const ln_view  cell    = LN_V("https://example.org/knows");
  const ln_pair  pairs[] = {
    pair_of(s.knows, term_of(LN_IRI, s.person, "1")),
    pair_of(LN_PREDICATE_CELL, term_of(LN_IRI, LN_STEM_IRI, "https://example.org/person/1")),
    pair_of(s.knows, term_of(LN_IRI, LN_STEM_IRI, "https://example.org/person/2"))};
  ln_desc desc = DESC(term_of(LN_IRI, s.person, "1"), pairs);
  desc.dynamic = &cell;
  CU_ASSERT_EQUAL_FATAL(ln_desc_packer_init(&p, s.names), LN_OK);
  CU_ASSERT(ln_view_equals(packed(&p, desc, 0U), packed(&p, desc, 1U)));
  CU_ASSERT(!ln_view_equals(packed(&p, desc, 0U), packed(&p, desc, 2U)));
  CU_ASSERT_EQUAL(ln_text_add(&first, ln_text_view(&p.subject)), LN_OK);
  desc.subject = term_of(LN_IRI, LN_STEM_IRI, "https://example.org/person/1");
  CU_ASSERT_EQUAL(ln_desc_packer_subject(&p, &desc.subject, &desc.graph), LN_OK);
  CU_ASSERT(ln_view_equals(ln_text_view(&p.subject), ln_text_view(&first)));
  desc.graph = blank_of("g");
  CU_ASSERT_EQUAL(ln_desc_packer_subject(&p, &desc.subject, &desc.graph), LN_OK);
  CU_ASSERT(!ln_view_equals(ln_text_view(&p.subject), ln_text_view(&first)));
  ln_text_clear(&first);
  ln_desc_packer_clear(&p);
  ln_names_free(s.names);
}

/* Pairs stand one behind the other, and each tells where the next begins. */
static void
lengths(void)
{
  static const unsigned sizes[] = {0U, 1U, 123U, 124U, 125U, 126U, 127U, 128U, 16383U, 16384U};
  enum { N = sizeof(sizes) / sizeof(sizes[0]) };
  const sample   s = sample_new();
  ln_desc_packer p = {0};
  static char    text[16384 + LN_SLACK];
  ln_pair        pairs[2 * N];
  memset(text, 'x', sizeof(text));
  for (size_t i = 0U; i < N; ++i) {
    pairs[i]     = pair_of(s.label, (ln_term){text, sizes[i], LN_STEM_STRING, LN_LITERAL, 0U});
    pairs[N + i] = pairs[i];
    pairs[N + i].flags |= LN_PAIR_SLACK;
  }
  CU_ASSERT_EQUAL_FATAL(ln_desc_packer_init(&p, s.names), LN_OK);
  (void)packed(&p, DESC(blank_of("a"), pairs), 0U);
  const char* at = p.bytes.s;
  for (size_t i = 0U; i < 2U * (size_t)N; ++i) {
    const ln_view pair = ln_desc_packer_pair(&p, i);
    CU_ASSERT_PTR_EQUAL(pair.s, at);
    CU_ASSERT_EQUAL(ln_packed_size(at), pair.n);
    CU_ASSERT(i < N || ln_view_equals(pair, ln_desc_packer_pair(&p, i - N)));
    at += pair.n;
  }
  CU_ASSERT_PTR_EQUAL(at, p.bytes.s + p.bytes.n);
  ln_desc_packer_clear(&p);
  ln_names_free(s.names);
}

static ln_status
all(ln_desc_packer* const p, const sample* const s)
{
  const ln_pair pairs[] = {pair_of(s->label, string_of("a"))};
  const ln_desc desc    = DESC(blank_of("a"), pairs);
  LN_TRY(ln_desc_packer_init(p, s->names));
  LN_TRY(ln_desc_packer_subject(p, &desc.subject, &desc.graph));
  return ln_desc_packer_pairs(p, &desc);
}

static void
no_memory(void)
{
  const sample   s = sample_new();
  ln_desc_packer p = {0};
  CHECK_ALLOC_FAILURES(all(&p, &s), ln_desc_packer_clear(&p));
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {
  {"layout", layout}, {"stems", stems}, {"lengths", lengths}, {"no memory", no_memory}};

UNIT_MAIN("sink/desc_packer", TESTS)
