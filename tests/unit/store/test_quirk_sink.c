/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Terms on their way to a store: each is told at its cell, and goes on as it came. */

#include "unit.h"

#include "sink/writers.h"
#include "store/quirk_sink.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

typedef struct {
  ln_names* names;
  ln_log*   log;
  uint16_t  duration, number, page;
  char      codes[8][6];
  uint32_t  fields[8];
  size_t    n;
} ground;

static void
hear(void* const self, const ln_finding* const finding)
{
  ground* const g = self;
  CU_ASSERT_FATAL(g->n < 8U);
  memcpy(g->codes[g->n], ln_code_about(finding->code)->code, 6U);
  g->fields[g->n++] = finding->where.field;
}

static void
ground_new(ground* const g)
{
  const ln_log_policy quiet = {.stream = NULL};
  *g                        = (ground){.names = ln_names_new(), .log = ln_log_new(&quiet)};
  CU_ASSERT_PTR_NOT_NULL_FATAL(g->names);
  CU_ASSERT_PTR_NOT_NULL_FATAL(g->log);
  CU_ASSERT_EQUAL(ln_names_literal_stem(g->names, LN_V(XSD "duration"), LN_V(""), &g->duration),
                  LN_OK);
  CU_ASSERT_EQUAL(ln_names_literal_stem(g->names, LN_V(XSD "int"), LN_V(""), &g->number), LN_OK);
  CU_ASSERT_EQUAL(ln_names_predicate(g->names, LN_V("http://x/page"), &g->page), LN_OK);
  CU_ASSERT_EQUAL(ln_names_seal(g->names), LN_OK);
  ln_log_listen(g->log, hear, g);
}

static void
ground_free(ground* const g)
{
  ln_log_free(g->log);
  ln_names_free(g->names);
}

static ln_term
term(const ln_kind kind, const uint16_t stem, const char* const text)
{
  return (ln_term){.s = text, .n = (uint32_t)strlen(text), .stem = stem, .kind = (uint8_t)kind};
}

static ln_status
describe(ground* const        g,
         const char* const    kind,
         const ln_desc* const desc,
         ln_counts* const     counts)
{
  ln_sink   count = {NULL, NULL};
  ln_sink   sink  = {NULL, NULL};
  ln_status st    = ln_count_new(counts, count, &count);
  st              = st == LN_OK
                      ? ln_quirk_sink_new(g->names, ln_store_kind_find(ln_view_of(kind)), g->log, count, &sink)
                      : st;
  st              = st == LN_OK ? ln_sink_describe(sink, desc) : st;
  st              = st == LN_OK ? ln_sink_describe(sink, desc) : st;
  st              = st == LN_OK ? ln_sink_finish(sink) : st;
  ln_sink_free(sink);
  ln_sink_free(count);
  return st;
}

static const uint32_t FIELDS[] = {0U, 1U, 2U, 3U, 4U};

static ln_desc
sample(const ground* const g, ln_pair pairs[3])
{
  pairs[0] = (ln_pair){term(LN_LITERAL, g->duration, "PT1H"), g->page, 1U, 0U};
  pairs[1] = (ln_pair){term(LN_IRI, LN_STEM_IRI, "http://x/%zz"), g->page, 2U, 0U};
  pairs[2] = (ln_pair){term(LN_LITERAL, g->number, "5"), LN_PREDICATE_CELL, 3U, 0U};
  return (ln_desc){.subject = term(LN_BLANK, 0U, "b"),
                   .pairs   = pairs,
                   .n_pairs = 3U,
                   .fields  = FIELDS,
                   .where   = {0U, 0U, 2U}};
}

static void
altered(void)
{
  ground        g;
  ln_pair       pairs[3];
  ln_counts     counts = {0U, 0U};
  const ln_view cell   = LN_V("http://x/p");
  ground_new(&g);
  ln_desc desc = sample(&g, pairs);
  desc.dynamic = &cell;
  CU_ASSERT_EQUAL(describe(&g, "virtuoso", &desc, &counts), LN_OK);
  CU_ASSERT_EQUAL(counts.triples, 6U);
  CU_ASSERT_EQUAL_FATAL(g.n, 2U);
  CU_ASSERT_STRING_EQUAL(g.codes[0], "L1060");
  CU_ASSERT_EQUAL(g.fields[0], 1U);
  ground_free(&g);
}

/* A datatype is told once, what is refused each time, in predicates and lists as well. */
static void
refused(void)
{
  ground        g;
  ln_pair       pairs[3];
  ln_counts     counts  = {0U, 0U};
  const ln_view cell    = LN_V("http://x/[p]");
  const ln_term links[] = {term(LN_BLANK, 0U, "l"),
                           term(LN_IRI, LN_STEM_IRI, "http://x/%"),
                           term(LN_IRI, LN_STEM_IRI, "http://x/nil")};
  ground_new(&g);
  ln_desc desc = sample(&g, pairs);
  desc.dynamic = &cell;
  desc.links   = links;
  desc.n_links = 3U;
  CU_ASSERT_EQUAL(describe(&g, "oxigraph", &desc, &counts), LN_OK);
  CU_ASSERT_EQUAL_FATAL(g.n, 7U);
  CU_ASSERT_STRING_EQUAL(g.codes[0], "L1061");
  CU_ASSERT_EQUAL(g.fields[0], 2U);
  CU_ASSERT_STRING_EQUAL(g.codes[1], "L1061");
  CU_ASSERT_EQUAL(g.fields[1], 3U);
  CU_ASSERT_STRING_EQUAL(g.codes[2], "L1062");
  CU_ASSERT_STRING_EQUAL(g.codes[3], "L1061");
  CU_ASSERT_STRING_EQUAL(g.codes[6], "L1061");
  ground_free(&g);
}

static void
no_memory(void)
{
  ground        g;
  ln_pair       pairs[3];
  ln_counts     counts = {0U, 0U};
  const ln_view cell   = LN_V("http://x/p");
  ground_new(&g);
  ln_desc desc = sample(&g, pairs);
  desc.dynamic = &cell;
  CHECK_ALLOC_FAILURES(describe(&g, "virtuoso", &desc, &counts), g.n = 0U);
  ground_free(&g);
}

static const unit_test tests[] = {
  {"altered", altered}, {"refused", refused}, {"no memory", no_memory}};

UNIT_MAIN("quirk sink", tests)
