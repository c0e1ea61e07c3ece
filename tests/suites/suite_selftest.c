/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Who judges the judge: pairs of graphs of which theory knows whether they are isomorphic. The
   regular ones are the point: all nodes look alike from where they stand, so that only guessing
   tells two triangles from a hexagon, and the rook's graph from that of Shrikhande, in which even
   pairs of nodes look alike. */

#include "suite_selftest.h"

#include "suite_match.h"
#include "suite_read.h"

#include <stdint.h>
#include <stdio.h>

typedef struct {
  const char*   name;
  const char*   a;
  const char*   b;
  suite_verdict verdict;
  size_t        budget; ///< 0: colours must be enough
} pair;

#define P " <urn:p> "
#define Q " <urn:q> "

static const pair pairs[] = {
  {"empty", "", "", SUITE_SAME, 0},
  {"nothing and something", "", "<urn:a>" P "<urn:b> .", SUITE_DIFFERENT, 0},
  {"order and repetition",
   "<urn:a>" P "<urn:b> .\n<urn:c>" P "<urn:d> .",
   "<urn:c>" P "<urn:d> .\n<urn:a>" P "<urn:b> .\n<urn:c>" P "<urn:d> .",
   SUITE_SAME,
   0},
  {"direction", "<urn:a>" P "<urn:b> .", "<urn:b>" P "<urn:a> .", SUITE_DIFFERENT, 0},
  {"xsd:string is no datatype",
   "<urn:a>" P "\"x\" .",
   "<urn:a>" P "\"x\"^^<http://www.w3.org/2001/XMLSchema#string> .",
   SUITE_SAME,
   0},
  {"case of a language", "<urn:a>" P "\"x\"@en-GB .", "<urn:a>" P "\"x\"@en-gb .", SUITE_SAME, 0},
  {"language or none", "<urn:a>" P "\"x\"@en .", "<urn:a>" P "\"x\" .", SUITE_DIFFERENT, 0},
  {"lexical form",
   "<urn:a>" P "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
   "<urn:a>" P "\"01\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
   SUITE_DIFFERENT,
   0},
  {"a literal is no IRI", "<urn:a>" P "\"urn:b\" .", "<urn:a>" P "<urn:b> .", SUITE_DIFFERENT, 0},
  {"tag and text do not run together",
   "<urn:a>" P "\"\"@enx .",
   "<urn:a>" P "\"x\"@en .",
   SUITE_DIFFERENT,
   0},
  {"labels mean nothing",
   "_:x" P "_:y .\n_:y" P "\"1\" .",
   "_:y" P "_:x .\n_:x" P "\"1\" .",
   SUITE_SAME,
   0},
  {"one node or two",
   "_:a" P "\"1\" .\n_:a" Q "\"2\" .",
   "_:a" P "\"1\" .\n_:b" Q "\"2\" .",
   SUITE_DIFFERENT,
   0},
  {"who is joined with whom",
   "_:a" P "\"1\" .\n_:a" Q "\"3\" .\n_:b" P "\"2\" .\n_:b" Q "\"4\" .",
   "_:a" P "\"1\" .\n_:a" Q "\"4\" .\n_:b" P "\"2\" .\n_:b" Q "\"3\" .",
   SUITE_DIFFERENT,
   0},
  {"a blank node is no IRI", "_:a" P "_:a .", "<urn:a>" P "<urn:a> .", SUITE_DIFFERENT, 0},
  {"two loops and a ring of two",
   "_:a" P "_:a .\n_:b" P "_:b .",
   "_:a" P "_:b .\n_:b" P "_:a .",
   SUITE_DIFFERENT,
   0},
  {"which of two properties loops",
   "_:a" P "_:a .\n_:a" Q "_:b .",
   "_:a" Q "_:a .\n_:a" P "_:b .",
   SUITE_DIFFERENT,
   0},
  {"twins",
   "_:a" P "\"1\" .\n_:b" P "\"1\" .\n_:c" P "\"1\" .",
   "_:c" P "\"1\" .\n_:a" P "\"1\" .\n_:b" P "\"1\" .",
   SUITE_SAME,
   SUITE_BUDGET},
  {"twins and triplets",
   "_:a" P "\"1\" .\n_:b" P "\"1\" .\n_:c" P "\"1\" .",
   "_:a" P "\"1\" .\n_:b" P "\"1\" .",
   SUITE_DIFFERENT,
   0},
  {"a ring of six and two of three",
   "_:a" P "_:b .\n_:b" P "_:c .\n_:c" P "_:d .\n_:d" P "_:e .\n_:e" P "_:f .\n_:f" P "_:a .",
   "_:a" P "_:b .\n_:b" P "_:c .\n_:c" P "_:a .\n_:d" P "_:e .\n_:e" P "_:f .\n_:f" P "_:d .",
   SUITE_DIFFERENT,
   SUITE_BUDGET},
  {"a ring, renamed",
   "_:a" P "_:b .\n_:b" P "_:c .\n_:c" P "_:d .\n_:d" P "_:a .",
   "_:d" P "_:b .\n_:b" P "_:a .\n_:a" P "_:c .\n_:c" P "_:d .",
   SUITE_SAME,
   SUITE_BUDGET},
  {"lists of the same items",
   "_:a" P "\"1\" .\n_:a" Q "_:b .\n_:b" P "\"2\" .\n_:b" Q "<urn:nil> .",
   "_:a" P "\"2\" .\n_:a" Q "_:b .\n_:b" P "\"1\" .\n_:b" Q "<urn:nil> .",
   SUITE_DIFFERENT,
   0},
  {"names of graphs",
   "<urn:a>" P "<urn:b> _:g .\n_:g" P "\"1\" .",
   "<urn:a>" P "<urn:b> _:h .\n_:h" P "\"1\" .",
   SUITE_SAME,
   0},
  {"in which graph",
   "<urn:a>" P "<urn:b> _:g .\n_:g" P "\"1\" .\n_:h" P "\"2\" .",
   "<urn:a>" P "<urn:b> _:h .\n_:g" P "\"1\" .\n_:h" P "\"2\" .",
   SUITE_DIFFERENT,
   0},
  {"in a graph or in none",
   "<urn:a>" P "<urn:b> <urn:g> .",
   "<urn:a>" P "<urn:b> .",
   SUITE_DIFFERENT,
   0},
};

enum { MOST = 64 };

typedef bool (*adjacency)(unsigned i, unsigned k);

static bool
in_rook(const unsigned i, const unsigned k)
{
  return i != k && (i / 4U == k / 4U || i % 4U == k % 4U);
}

/* On a torus of 4 by 4: next to each other in a row, a column or one of the diagonals. */
static bool
in_shrikhande(const unsigned i, const unsigned k)
{
  const unsigned down  = (k / 4U + 4U - i / 4U) % 4U;
  const unsigned right = (k % 4U + 4U - i % 4U) % 4U;
  return (down == 0U && right % 2U == 1U) || (right == 0U && down % 2U == 1U) ||
         (down == right && down % 2U == 1U);
}

static bool
in_petersen(const unsigned i, const unsigned k)
{
  const unsigned turn = (k % 5U + 5U - i % 5U) % 5U;
  if (i / 5U != k / 5U) {
    return turn == 0U;
  }
  return i / 5U == 0U ? turn == 1U || turn == 4U : turn == 2U || turn == 3U;
}

static bool
in_prism(const unsigned i, const unsigned k)
{
  const unsigned turn = (k % 5U + 5U - i % 5U) % 5U;
  return i / 5U != k / 5U ? turn == 0U : turn == 1U || turn == 4U;
}

static bool
in_chain(const unsigned i, const unsigned k)
{
  return k == i + 1U;
}

static bool
in_ring(const unsigned i, const unsigned k)
{
  return k == (i + 1U) % 6U;
}

static bool
in_loops(const unsigned i, const unsigned k)
{
  return i == k;
}

static bool
in_pairs(const unsigned i, const unsigned k)
{
  return i / 2U == k / 2U && i < k;
}

static const struct {
  const char* name;
  adjacency   a;
  adjacency   b;
  unsigned    n;
  unsigned    step; ///< node i of the second is called i * step modulo n; has no divisor in common
  suite_verdict verdict;
  size_t        budget;
} generated[] = {
  {"rook's graph, renamed", in_rook, in_rook, 16, 7, SUITE_SAME, SUITE_BUDGET},
  {"Shrikhande graph, renamed", in_shrikhande, in_shrikhande, 16, 5, SUITE_SAME, SUITE_BUDGET},
  {"rook's and Shrikhande graph", in_rook, in_shrikhande, 16, 1, SUITE_DIFFERENT, SUITE_BUDGET},
  {"Petersen graph, renamed", in_petersen, in_petersen, 10, 3, SUITE_SAME, SUITE_BUDGET},
  {"Petersen graph and prism", in_petersen, in_prism, 10, 1, SUITE_DIFFERENT, SUITE_BUDGET},
  {"32 pairs, renamed", in_pairs, in_pairs, 64, 11, SUITE_SAME, SUITE_BUDGET},
  {"a chain needs no guess", in_chain, in_chain, 64, 11, SUITE_SAME, 0},
  {"loops and a ring need none", in_loops, in_ring, 6, 1, SUITE_DIFFERENT, 0},
  {"too few guesses", in_rook, in_shrikhande, 16, 1, SUITE_UNDECIDED, 3},
};

static ln_status
generate(const adjacency is_edge, const unsigned n, const unsigned step, suite_graph* const g)
{
  suite_node nodes[MOST];
  suite_node edge = 0U;
  char       label[16];
  LN_TRY(suite_graph_iri(g, LN_V("urn:p"), &edge));
  for (unsigned i = 0U; i < n; ++i) {
    (void)snprintf(label, sizeof(label), "n%u", i);
    LN_TRY(suite_graph_blank(g, ln_view_of(label), &nodes[i]));
  }
  for (unsigned i = 0U; i < n; ++i) {
    for (unsigned k = 0U; k < n; ++k) {
      if (is_edge(i, k)) {
        const suite_quad quad = {{nodes[i * step % n], edge, nodes[k * step % n], 0U}};
        LN_TRY(suite_graph_add(g, quad));
      }
    }
  }
  return LN_OK;
}

/* Make both graphs of case `at`: first those written out, then those made. */
static ln_status
make_case(const size_t at, suite_graph graphs[2], size_t* const budget)
{
  const size_t written = sizeof(pairs) / sizeof(pairs[0]);
  ln_text      problem = {0};
  ln_status    st      = LN_OK;
  if (at >= written) {
    const size_t i = at - written;
    *budget        = generated[i].budget;
    LN_TRY(generate(generated[i].a, generated[i].n, 1U, &graphs[0]));
    return generate(generated[i].b, generated[i].n, generated[i].step, &graphs[1]);
  }
  *budget = pairs[at].budget;
  st      = suite_read_text(pairs[at].a, &graphs[0], &problem);
  st      = st == LN_OK ? suite_read_text(pairs[at].b, &graphs[1], &problem) : st;
  ln_text_clear(&problem);
  return st;
}

/* Both ways round, for nothing may depend on which graph is the first. */
static bool
try_case(const size_t at, const suite_verdict expected)
{
  bool good = true;
  for (size_t turn = 0U; good && turn < 2U; ++turn) {
    suite_graph    graphs[2] = {{0}, {0}};
    suite_verdict  verdict   = SUITE_UNDECIDED;
    size_t         budget    = 0U;
    ln_dict* const terms     = suite_terms_new();
    ln_status      st        = terms ? suite_graph_init(&graphs[0], terms) : LN_NO_MEM;
    st                       = st == LN_OK ? suite_graph_init(&graphs[1], terms) : st;
    st                       = st == LN_OK ? make_case(at, graphs, &budget) : st;
    st   = st == LN_OK ? suite_match(&graphs[turn], &graphs[1U - turn], budget, &verdict) : st;
    good = st == LN_OK && verdict == expected;
    suite_graph_clear(&graphs[0]);
    suite_graph_clear(&graphs[1]);
    ln_dict_free(terms);
  }
  return good;
}

bool
suite_selftest(void)
{
  const size_t written = sizeof(pairs) / sizeof(pairs[0]);
  const size_t n       = written + (sizeof(generated) / sizeof(generated[0]));
  size_t       failed  = 0U;
  for (size_t i = 0U; i < n; ++i) {
    const bool          is_pair  = i < written;
    const char* const   name     = is_pair ? pairs[i].name : generated[i - written].name;
    const suite_verdict expected = is_pair ? pairs[i].verdict : generated[i - written].verdict;
    if (!try_case(i, expected)) {
      printf("failed: self-test: %s\n", name);
      ++failed;
    }
  }
  printf("%zu passed, %zu failed\n", n - failed, failed);
  return failed == 0U;
}
