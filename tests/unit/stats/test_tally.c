/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is counted of triples, given one by one or as descriptions. */

#include "rdf/names.h"
#include "stats_unit.h"

static uint32_t
number_of(const ln_counter* const counter, const char* const name)
{
  for (uint32_t i = 0U; i < ln_counter_size(counter); ++i) {
    if (ln_view_equals(ln_counter_name(counter, i), ln_view_of(name))) {
      return i;
    }
  }
  CU_FAIL("there is no such name");
  return 0U;
}

static void
small_graph(void)
{
  ln_tally*         t = NULL;
  ln_frequent_value top[4];
  CU_ASSERT_EQUAL_FATAL(count_small(&t), LN_OK);
  CU_ASSERT_EQUAL(ln_tally_triples(t), 13U);
  CU_ASSERT_EQUAL(ln_outlines_things(ln_tally_outlines(t)), 4U);
  CU_ASSERT_EQUAL(ln_counter_size(ln_tally_classes(t)), 2U);
  CU_ASSERT_EQUAL(ln_counter_size(ln_tally_properties(t)), 5U);
  CU_ASSERT_EQUAL(ln_counter_of(ln_tally_languages(t), LN_V("en")), 2U);
  CU_ASSERT_EQUAL(ln_counter_of(ln_tally_datatypes(t), LN_V("")), 2U);
  CU_ASSERT_EQUAL(ln_counter_of(ln_tally_datatypes(t), LN_V(XSD "gYear")), 1U);
  const uint32_t                 role = number_of(ln_tally_properties(t), EX "role");
  const ln_tally_property* const p    = ln_tally_property_at(t, role);
  CU_ASSERT_EQUAL(p->n, 3U);
  CU_ASSERT_EQUAL(p->kinds[LN_IRI], 3U);
  CU_ASSERT(!p->typing && !p->yearly && !p->decades);
  CU_ASSERT_EQUAL(ln_frequent_top(p->values, top, 4U), 2U);
  CHECK_VIEW(top[0].value, "<" EX "singer");
  CU_ASSERT_EQUAL(top[0].n, 2U);
  const uint32_t person = number_of(ln_tally_classes(t), EX "Person");
  CU_ASSERT_EQUAL(
    ln_outlines_both(ln_tally_outlines(t), ln_trait_class(person), ln_trait_property(role)), 3U);
  const ln_tally_property* const born =
    ln_tally_property_at(t, number_of(ln_tally_properties(t), EX "born"));
  int64_t first = 0;
  CU_ASSERT_PTR_NOT_NULL_FATAL(born->decades);
  CU_ASSERT_EQUAL(ln_decades_span(born->decades, &first), 1U);
  CU_ASSERT_EQUAL(first, 1960);
  CHECK_VIEW(ln_view_of(ln_tally_error(t)), "");
  ln_tally_free(t);
  ln_tally_free(NULL);
}

/* Numbers are years only where the name of the property says so. */
static void
years(void)
{
  ln_tally* t = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_tally_new(0U, &t), LN_OK);
  CU_ASSERT_EQUAL(add_triple(t, iri_of(EX "a"), EX "startYear", text_of("1999", XSD "integer", "")),
                  LN_OK);
  CU_ASSERT_EQUAL(add_triple(t, iri_of(EX "a"), EX "votes", text_of("1999", XSD "integer", "")),
                  LN_OK);
  CU_ASSERT_EQUAL(ln_tally_finish(t), LN_OK);
  CU_ASSERT(ln_tally_property_at(t, 0U)->decades != NULL);
  CU_ASSERT(!ln_tally_property_at(t, 1U)->decades);
  ln_tally_free(t);
}

static void
prefixes(void)
{
  ln_tally* t = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_tally_new(0U, &t), LN_OK);
  CU_ASSERT_EQUAL(ln_tally_prefix(t, LN_V("ex"), LN_V(EX)), LN_OK);
  CU_ASSERT_EQUAL(ln_tally_prefix(t, LN_V("other"), LN_V(EX)), LN_OK);
  CU_ASSERT_EQUAL(ln_tally_prefix(t, LN_V("role"), LN_V(EX "role/")), LN_OK);
  CHECK_VIEW(ln_tally_prefix_of(t, LN_V(EX "a"))->name, "ex");
  CHECK_VIEW(ln_tally_prefix_of(t, LN_V(EX "role/a"))->name, "role");
  CU_ASSERT_PTR_NULL(ln_tally_prefix_of(t, LN_V(EX)));
  CU_ASSERT_PTR_NULL(ln_tally_prefix_of(t, LN_V("http://example.org/a")));
  ln_tally_free(t);
}

static ln_names*
new_names(uint16_t* const name, uint16_t* const person, uint16_t* const english)
{
  ln_names* const names = ln_names_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(names);
  CU_ASSERT_EQUAL(ln_names_prefix(names, LN_V("ex"), LN_V(EX)), LN_OK);
  CU_ASSERT_EQUAL(ln_names_predicate(names, LN_V(EX "name"), name), LN_OK);
  CU_ASSERT_EQUAL(ln_names_iri_stem(names, LN_V(EX "person/"), person), LN_OK);
  CU_ASSERT_EQUAL(ln_names_literal_stem(names, LN_V(""), LN_V("en"), english), LN_OK);
  CU_ASSERT_EQUAL(ln_names_seal(names), LN_OK);
  return names;
}

/* A description of a plan, with a predicate from a cell and in a named graph. */
static void
descriptions(void)
{
  uint16_t        name    = 0U;
  uint16_t        person  = 0U;
  uint16_t        english = 0U;
  ln_names* const names   = new_names(&name, &person, &english);
  ln_tally*       t       = NULL;
  ln_sink         sink    = {NULL, NULL};
  const ln_view   cell    = LN_V(EX "cell");
  const ln_pair   pairs[] = {
    {{"Ada", 3U, english, LN_LITERAL, 0U}, name, 0U, 0U},
    {{"bob", 3U, person, LN_IRI, 0U}, LN_PREDICATE_CELL, 0U, 0U},
  };
  const ln_desc     desc = {.subject = {"ada", 3U, person, LN_IRI, 0U},
                            .graph   = {"g", 1U, person, LN_IRI, 0U},
                            .pairs   = pairs,
                            .n_pairs = 2U,
                            .dynamic = &cell};
  ln_frequent_value top[2];
  CU_ASSERT_EQUAL_FATAL(ln_tally_new(1U << 20U, &t), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_tally_sink(t, names, &sink), LN_OK);
  CU_ASSERT(!sink.ops->fork);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
  ln_sink_free(sink);
  ln_names_free(names);
  CU_ASSERT_EQUAL(ln_tally_finish(t), LN_OK);
  CU_ASSERT_EQUAL(ln_tally_triples(t), 4U);
  CU_ASSERT_EQUAL(ln_outlines_things(ln_tally_outlines(t)), 1U);
  CU_ASSERT_EQUAL(ln_counter_of(ln_tally_properties(t), LN_V(EX "name")), 2U);
  CU_ASSERT_EQUAL(ln_counter_of(ln_tally_properties(t), LN_V(EX "cell")), 2U);
  CU_ASSERT_EQUAL(ln_counter_of(ln_tally_languages(t), LN_V("en")), 2U);
  CU_ASSERT_EQUAL(ln_frequent_top(ln_tally_graphs(t), top, 2U), 1U);
  CHECK_VIEW(top[0].value, EX "person/g");
  CU_ASSERT_EQUAL(top[0].n, 4U);
  CHECK_VIEW(ln_tally_prefix_of(t, LN_V(EX "x"))->name, "ex");
  ln_tally_free(t);
}

/* With the least memory, lists of values stop growing, and what is counted still is. */
static void
little_memory(void)
{
  enum { VALUES = 5000 };
  ln_tally* t = NULL;
  char      name[16];
  CU_ASSERT_EQUAL_FATAL(ln_tally_new(1U << 16U, &t), LN_OK);
  for (int i = 0; i < VALUES; ++i) {
    CU_ASSERT(snprintf(name, sizeof(name), "%d", i) > 0);
    CU_ASSERT_EQUAL(add_triple(t, iri_of(EX "a"), EX "p", text_of(name, "", "")), LN_OK);
    CU_ASSERT_EQUAL(add_triple(t, iri_of(EX "a"), EX "q", text_of("same", "", "")), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_tally_finish(t), LN_OK);
  CU_ASSERT(ln_frequent_cut(ln_tally_property_at(t, 0U)->values) > 0U);
  CU_ASSERT_EQUAL(ln_frequent_cut(ln_tally_property_at(t, 1U)->values), 0U);
  CU_ASSERT_EQUAL(ln_tally_property_at(t, 0U)->n, VALUES);
  CU_ASSERT_EQUAL(ln_outlines_things(ln_tally_outlines(t)), 1U);
  ln_tally_free(t);
}

static void
no_memory(void)
{
  ln_tally* t = NULL;
  CHECK_ALLOC_FAILURES(count_small(&t), (ln_tally_free(t), t = NULL));
  uint16_t        name    = 0U;
  uint16_t        person  = 0U;
  uint16_t        english = 0U;
  ln_names* const names   = new_names(&name, &person, &english);
  ln_sink         sink    = {NULL, NULL};
  CU_ASSERT_EQUAL_FATAL(ln_tally_new(0U, &t), LN_OK);
  CHECK_ALLOC_FAILURES(ln_tally_sink(t, names, &sink), (ln_sink_free(sink), sink.ops = NULL));
  ln_tally_free(t);
  ln_names_free(names);
}

static const unit_test tests[] = {{"small_graph", small_graph},
                                  {"years", years},
                                  {"prefixes", prefixes},
                                  {"descriptions", descriptions},
                                  {"little_memory", little_memory},
                                  {"no_memory", no_memory}};

UNIT_MAIN("tally", tests)
