/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The graph in memory: numbers, order, repeated triples, and many of them. */

#include "../sink/sink_unit.h"

#include "graph/graph.h"

static void
empty(void)
{
  const sample    s     = sample_new();
  ln_graph* const graph = ln_graph_new(s.names);
  const ln_desc   none  = desc_of(blank_of("x"), NULL, 0U);
  CU_ASSERT_PTR_NOT_NULL_FATAL(graph);
  CU_ASSERT_EQUAL(ln_graph_add(graph, &none), LN_OK);
  CU_ASSERT_EQUAL(ln_graph_seal(graph), LN_OK);
  CU_ASSERT_EQUAL(ln_graph_nodes(graph), 0U);
  CU_ASSERT_EQUAL(ln_graph_terms(graph), 0U);
  ln_graph_free(graph);
  ln_graph_free(NULL);
  ln_names_free(s.names);
}

static void
contents(void)
{
  const sample    s       = sample_new();
  ln_graph* const graph   = ln_graph_new(s.names);
  const ln_view   cells[] = {LN_V("http://cell.org/p"), LN_V("https://example.org/age")};
  const ln_pair   pairs[] = {pair_of(s.knows, clean_of(LN_IRI, s.person, "bob")),
                             pair_of(LN_PREDICATE_CELL, string_of("c")),
                             pair_of(LN_PREDICATE_CELL + 1U, string_of("7")),
                             pair_of(s.age, string_of("7"))};
  ln_desc         desc    = DESC(clean_of(LN_IRI, s.person, "ada"), pairs);
  desc.dynamic            = cells;
  desc.where              = (ln_where){3U, 0U, 17U};
  ln_desc again =
    desc_of(term_of(LN_IRI, LN_STEM_IRI, "https://example.org/person/bob"), pairs, 1U);
  again.where.row = 18U;
  CU_ASSERT_EQUAL(ln_graph_add(graph, &desc), LN_OK);
  CU_ASSERT_EQUAL(ln_graph_add(graph, &again), LN_OK);
  CU_ASSERT_EQUAL(ln_graph_seal(graph), LN_OK);

  CU_ASSERT_EQUAL(ln_graph_nodes(graph), 2U);
  CU_ASSERT_EQUAL(ln_graph_terms(graph), 4U); // ada, bob, "c", "7"
  CU_ASSERT_EQUAL(ln_graph_predicates(graph), ln_names_predicates(s.names) + 1U);
  size_t               n     = 0U;
  const ln_edge* const edges = ln_graph_edges(graph, 0U, &n);
  CU_ASSERT_EQUAL_FATAL(n, 3U);
  CU_ASSERT_EQUAL(edges[0].predicate, s.knows);
  CHECK_VIEW(ln_graph_predicate(graph, edges[1].predicate), "http://cell.org/p");
  CU_ASSERT_EQUAL(edges[2].predicate, s.age);
  CU_ASSERT_EQUAL(ln_graph_node(graph, edges[0].object), 1U);
  CU_ASSERT_EQUAL(ln_graph_node(graph, edges[1].object), LN_GRAPH_NONE);
  CU_ASSERT_EQUAL(ln_graph_subject(graph, 1U), edges[0].object);
  CU_ASSERT_EQUAL(ln_graph_name(graph, 0U), LN_GRAPH_NONE);

  ln_desc out;
  CU_ASSERT_EQUAL(ln_graph_desc(graph, 0U, &out), LN_OK);
  CU_ASSERT_EQUAL(out.n_pairs, 3U);
  CU_ASSERT_EQUAL(out.subject.stem, s.person);
  CU_ASSERT_EQUAL(out.subject.flags, LN_CLEAN);
  CHECK_VIEW(ln_term_bytes(out.subject), "ada");
  CU_ASSERT_EQUAL(out.where.row, 17U);
  CU_ASSERT_EQUAL(out.graph.kind, LN_NONE);
  CHECK_VIEW(ln_term_bytes(out.pairs[2].object), "7");
  CU_ASSERT_EQUAL_FATAL(out.pairs[1].predicate, LN_PREDICATE_CELL);
  CHECK_VIEW(out.dynamic[0], "http://cell.org/p");
  ln_graph_free(graph);
  ln_names_free(s.names);
}

/** Terms that look alike are told apart. */
static void
distinct(void)
{
  const sample    s       = sample_new();
  ln_graph* const graph   = ln_graph_new(s.names);
  const ln_pair   pairs[] = {pair_of(s.age, string_of("x")),
                             pair_of(s.age, term_of(LN_LITERAL, s.english, "x")),
                             pair_of(s.age, term_of(LN_LITERAL, s.german, "x")),
                             pair_of(s.age, term_of(LN_LITERAL, s.date, "x")),
                             pair_of(s.age, blank_of("x")),
                             pair_of(s.age, term_of(LN_IRI, LN_STEM_IRI, "x:x")),
                             pair_of(s.age, string_of("")),
                             pair_of(s.age, string_of("x"))};
  const ln_desc   desc    = DESC(blank_of("x"), pairs);
  CU_ASSERT_EQUAL(ln_graph_add(graph, &desc), LN_OK);
  CU_ASSERT_EQUAL(ln_graph_seal(graph), LN_OK);
  size_t n = 0U;
  (void)ln_graph_edges(graph, 0U, &n);
  CU_ASSERT_EQUAL(n, 7U);
  CU_ASSERT_EQUAL(ln_graph_terms(graph), 7U);
  ln_graph_free(graph);
  ln_names_free(s.names);
}

/** Enough to grow every array and table some times; each said twice, the second time backwards. */
static void
many(void)
{
  enum { N = 3000, OBJECTS = 7 };
  const sample    s     = sample_new();
  ln_graph* const graph = ln_graph_new(s.names);
  for (unsigned i = 0U; i < 2U * N; ++i) {
    char           subject[16];
    char           objects[OBJECTS][24];
    ln_pair        pairs[OBJECTS];
    const unsigned k = i < N ? i : 2U * N - 1U - i;
    (void)snprintf(subject, sizeof(subject), "n%u", k);
    for (unsigned j = 0U; j < OBJECTS; ++j) {
      (void)snprintf(objects[j], sizeof(objects[j]), "%u", (k * 31U + j) % 1000U);
      pairs[j] = pair_of(j % 2U == 0U ? s.age : s.label, string_of(objects[j]));
    }
    const ln_desc desc = DESC(term_of(LN_IRI, s.person, subject), pairs);
    CU_ASSERT_EQUAL(ln_graph_add(graph, &desc), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_graph_seal(graph), LN_OK);
  CU_ASSERT_EQUAL(ln_graph_nodes(graph), N);
  CU_ASSERT_EQUAL(ln_graph_terms(graph), N + 1000U);
  for (unsigned i = 0U; i < N; ++i) {
    char    name[16];
    ln_desc desc;
    (void)snprintf(name, sizeof(name), "n%u", i);
    CU_ASSERT_EQUAL(ln_graph_desc(graph, i, &desc), LN_OK);
    CHECK_VIEW(ln_term_bytes(desc.subject), name);
    CU_ASSERT_EQUAL_FATAL(desc.n_pairs, OBJECTS);
    for (unsigned j = 0U; j < OBJECTS; ++j) { // ages (even j) came first
      char           value[24];
      const unsigned at = j % 2U == 0U ? j / 2U : 4U + j / 2U;
      (void)snprintf(value, sizeof(value), "%u", (i * 31U + j) % 1000U);
      CHECK_VIEW(ln_term_bytes(desc.pairs[at].object), value);
    }
  }
  ln_graph_free(graph);
  ln_names_free(s.names);
}

static ln_status
build(const sample* const s, const ln_desc* const desc)
{
  ln_graph* const graph = ln_graph_new(s->names);
  ln_desc         out;
  if (!graph) {
    return LN_NO_MEM;
  }
  ln_status status = ln_graph_add(graph, desc);
  status           = status == LN_OK ? ln_graph_seal(graph) : status;
  status           = status == LN_OK ? ln_graph_desc(graph, 0U, &out) : status;
  ln_graph_free(graph);
  return status;
}

static void
no_memory(void)
{
  const sample  s    = sample_new();
  const ln_view cell = LN_V("http://cell.org/p");
  ln_pair       pairs[100];
  char          objects[100][8];
  for (unsigned i = 0U; i < 100U; ++i) {
    (void)snprintf(objects[i], sizeof(objects[i]), "%u", i);
    pairs[i] = pair_of(i == 0U ? LN_PREDICATE_CELL : s.age, string_of(objects[i]));
  }
  ln_desc desc = DESC(blank_of("x"), pairs);
  desc.dynamic = &cell;
  desc.graph   = blank_of("g");
  CHECK_ALLOC_FAILURES(build(&s, &desc), (void)0);
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {{"empty", empty},
                                  {"contents", contents},
                                  {"distinct terms", distinct},
                                  {"many", many},
                                  {"no memory", no_memory}};

UNIT_MAIN("graph/graph", TESTS)
