/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Who stands under whom. Nodes are named by letters; `knows` and `age` have reverse terms. */

#include "context_unit.h"

#include "graph/graph.h"
#include "sink/claims.h"

#define TERMS                                                                                      \
  "{\"@context\":{\"ex\":\"" EX                                                                    \
  "\",\"known\":{\"@reverse\":\"ex:knows\",\"@container\":\"@set\"},"                              \
  "\"again\":{\"@reverse\":\"ex:knows\"},\"aged\":{\"@reverse\":\"ex:age\"},"                      \
  "\"odd\":{\"@reverse\":\"ex:path\",\"@container\":\"@index\"}}}"

typedef struct {
  sample      s;
  ln_context* context;
  ln_graph*   graph;
  ln_claims*  claims;
} fixture;

/** `links` is pairs of letters and a sign: `ak>b` reads a knows b, `aa>b` a age b. Nodes appear in
   the order of `nodes`, each with a label. */
static fixture
fixture_new(const char* const nodes, const char* const links)
{
  fixture f = {.s = sample_new(), .context = context_of(TERMS, "")};
  f.graph   = ln_graph_new(f.s.names);
  CU_ASSERT_PTR_NOT_NULL_FATAL(f.graph);
  for (size_t i = 0U; nodes[i]; ++i) {
    const char    name[2] = {nodes[i], '\0'};
    const ln_pair pair    = pair_of(f.s.label, string_of(name));
    const ln_desc desc    = desc_of(blank_of(name), &pair, 1U);
    CU_ASSERT_EQUAL(ln_graph_add(f.graph, &desc), LN_OK);
  }
  for (size_t i = 0U; links[i]; i += 4U) {
    const char    from[2] = {links[i], '\0'};
    const char    to[2]   = {links[i + 3U], '\0'};
    const ln_pair pair    = pair_of(links[i + 1U] == 'k' ? f.s.knows : f.s.age, blank_of(to));
    const ln_desc desc    = desc_of(blank_of(from), &pair, 1U);
    CU_ASSERT_EQUAL(ln_graph_add(f.graph, &desc), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_graph_seal(f.graph), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_claims_new(f.graph, f.context, &f.claims), LN_OK);
  return f;
}

static void
fixture_free(const fixture* const f)
{
  ln_claims_free(f->claims);
  ln_graph_free(f->graph);
  ln_context_free(f->context);
  ln_names_free(f->s.names);
}

/** The roots in order, each followed by what it claims in brackets, without descending. */
static void
check(const char* const nodes, const char* const links, const char* const expected)
{
  const fixture f    = fixture_new(nodes, links);
  ln_text       text = {NULL, 0U, 0U};
  for (uint32_t i = 0U; i < ln_graph_nodes(f.graph); ++i) {
    bool       any  = false;
    const bool root = ln_claims_root(f.claims, i) == i;
    CU_ASSERT_EQUAL(ln_text_format(&text, "%s%c", root ? "*" : "", nodes[i]), LN_OK);
    for (size_t k = 0U; k < ln_claims_incoming(f.claims, i); ++k) {
      const ln_incoming in = ln_claims_incoming_at(f.claims, i, k);
      if (in.claimed) {
        const char* const mark = ln_view_equals(in.term->name, LN_V("known")) ? "k" : "a";
        CU_ASSERT_EQUAL(ln_text_format(&text, "%s%s%c", any ? " " : "(", mark, nodes[in.node]),
                        LN_OK);
        any = true;
      }
    }
    CU_ASSERT_EQUAL(ln_text_add(&text, any ? LN_V(") ") : LN_V(" ")), LN_OK);
  }
  CHECK_VIEW(ln_text_view(&text), expected);
  ln_text_clear(&text);
  fixture_free(&f);
}

static void
trees(void)
{
  check("ab", "", "*a *b ");
  check("ab", "bk>a", "*a(kb) b ");
  check("ab", "ak>b", "a *b(ka) ");
  check("abc", "bk>ack>b", "*a(kb) b(kc) c ");
  check("abcd", "da>ack>abk>a", "*a(kb kc ad) b c d "); // terms in order of the context
  check("abc", "ca>bck>a", "*a(kc) *b c ");             // the first root claims
  check("abc", "ca>ack>b", "*a(ac) *b c ");
  check("abcd", "bk>adk>bdk>a", "*a(kb kd) b *c d "); // what is near comes first
  check("ab", "ak>a", "*a *b ");                      // itself does not count
  check("ab", "ak>x", "*a *b ");                      // nor does what is no subject
}

static void
circles(void)
{
  check("ab", "ak>bbk>a", "*a(kb) b ");
  check("abc", "ak>bbk>cck>a", "*a(kc) b c(kb) ");
  check("abcd", "bk>cck>bdk>b", "*a *b(kc kd) c d ");
  check("abcd", "ak>bbk>ack>d", "*a(kb) b c *d(kc) ");
}

/** A chain longer than the greatest depth is cut into trees; every node stands somewhere once. */
static void
deep(void)
{
  static const char NODES[] = "abcdefghijklmnopqrstuvwxyz";
  char              links[25U * 4U + 1U];
  for (size_t i = 0U; i < 25U; ++i) {
    (void)snprintf(links + 4U * i, 5U, "%ck>%c", NODES[i + 1U], NODES[i]);
  }
  const fixture f     = fixture_new(NODES, links);
  size_t        roots = 0U;
  size_t        under = 0U;
  for (uint32_t i = 0U; i < 26U; ++i) {
    roots += ln_claims_root(f.claims, i) == i ? 1U : 0U;
    for (size_t k = 0U; k < ln_claims_incoming(f.claims, i); ++k) {
      under += ln_claims_incoming_at(f.claims, i, k).claimed ? 1U : 0U;
    }
  }
  CU_ASSERT_EQUAL(roots, 2U); // a and the 14th, n
  CU_ASSERT_EQUAL(ln_claims_root(f.claims, LN_CLAIMS_DEPTH), 0U);
  CU_ASSERT_EQUAL(ln_claims_root(f.claims, LN_CLAIMS_DEPTH + 1U), LN_CLAIMS_DEPTH + 1U);
  CU_ASSERT_EQUAL(roots + under, 26U);
  fixture_free(&f);
}

/** Nodes of named graphs neither claim nor are claimed. */
static void
named(void)
{
  const sample      s       = sample_new();
  ln_context* const context = context_of(TERMS, "");
  ln_graph* const   graph   = ln_graph_new(s.names);
  ln_claims*        claims  = NULL;
  const ln_pair     pair    = pair_of(s.knows, blank_of("a"));
  ln_desc descs[] = {desc_of(blank_of("a"), &pair, 1U), desc_of(blank_of("b"), &pair, 1U)};
  descs[1].graph  = blank_of("g");
  CU_ASSERT_EQUAL(ln_graph_add(graph, &descs[0]), LN_OK);
  CU_ASSERT_EQUAL(ln_graph_add(graph, &descs[1]), LN_OK);
  CU_ASSERT_EQUAL(ln_graph_seal(graph), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_claims_new(graph, context, &claims), LN_OK);
  CU_ASSERT_EQUAL(ln_claims_root(claims, 0U), 0U);
  CU_ASSERT_EQUAL(ln_claims_incoming(claims, 0U), 0U);
  ln_claims_free(claims);
  ln_claims_free(NULL);
  ln_graph_free(graph);
  ln_context_free(context);
  ln_names_free(s.names);
}

static ln_status
claim_once(const fixture* const f)
{
  ln_claims*      claims = NULL;
  const ln_status status = ln_claims_new(f->graph, f->context, &claims);
  if (status == LN_OK) {
    ln_claims_free(claims);
  }
  return status;
}

static void
no_memory(void)
{
  const fixture f = fixture_new("abc", "bk>ack>b");
  CHECK_ALLOC_FAILURES(claim_once(&f), (void)0);
  fixture_free(&f);
}

static const unit_test TESTS[] = {{"trees", trees},
                                  {"circles", circles},
                                  {"deep", deep},
                                  {"named graphs", named},
                                  {"no memory", no_memory}};

UNIT_MAIN("sink/claims", TESTS)
