/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What was counted, put in order. */

#include "stats/figures.h"
#include "stats_unit.h"

static void
small_graph(void)
{
  ln_tally*  t = NULL;
  ln_figures f = {0};
  CU_ASSERT_EQUAL_FATAL(count_small(&t), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_figures_init(&f, t, LN_V("small"), 10U), LN_OK);
  CU_ASSERT_EQUAL(f.triples, 13U);
  CU_ASSERT_EQUAL(f.things, 4U);
  CU_ASSERT_EQUAL_FATAL(f.n_classes, 2U);
  CU_ASSERT_EQUAL_FATAL(f.n_shown, 3U);
  CHECK_VIEW(f.classes[0].things.name, "ex:Person");
  CHECK_VIEW(f.classes[0].things.iri, EX "Person");
  CU_ASSERT_EQUAL(f.classes[0].things.n, 3U);
  CU_ASSERT_EQUAL_FATAL(f.classes[0].properties.n, 4U);
  CHECK_VIEW(f.classes[0].properties.v[0].name, "ex:role");
  CU_ASSERT_EQUAL(f.classes[0].properties.v[0].n, 3U);
  CHECK_VIEW(f.classes[0].properties.v[1].name, "ex:name");
  CU_ASSERT_EQUAL(f.classes[0].properties.v[1].n, 2U);
  CHECK_VIEW(f.classes[0].properties.v[2].name, "ex:born");
  CU_ASSERT(f.classes[2].classless);
  CU_ASSERT_EQUAL(f.classes[2].things.n, 1U);
  CU_ASSERT_EQUAL(f.classes[2].properties.n, 1U);
  CU_ASSERT_EQUAL(f.class_list.n, 3U);
  CU_ASSERT_EQUAL_FATAL(f.property_list.n, 5U);
  CHECK_VIEW(f.property_list.v[0].name, "ex:name");
  CHECK_VIEW(f.property_list.v[1].name, "rdf-syntax-ns:type");
  CHECK_VIEW(f.property_list.v[2].name, "ex:role");
  CU_ASSERT_EQUAL(f.properties[0].things, 3U);
  CU_ASSERT_EQUAL(f.properties[0].literals, 4U);
  CU_ASSERT_EQUAL(f.properties[0].distinct, 4U);
  CU_ASSERT_EQUAL(f.properties[0].values.n, 0U);
  CU_ASSERT_EQUAL(f.properties[2].iris, 3U);
  CU_ASSERT_EQUAL(f.properties[4].blanks, 1U);
  CU_ASSERT_EQUAL_FATAL(f.n_decades, 1U);
  CHECK_VIEW(f.decades[0].dates.name, "ex:born");
  CU_ASSERT_EQUAL_FATAL(f.decades[0].list.n, 1U);
  CHECK_VIEW(f.decades[0].list.v[0].name, "1960s");
  CU_ASSERT_EQUAL(f.languages.n, 1U);
  CHECK_VIEW(f.datatypes.v[0].name, "text");
  CU_ASSERT_EQUAL(f.datatypes.v[0].n, 2U);
  CU_ASSERT_EQUAL(f.graphs.n, 0U);
  ln_figures_clear(&f);
  ln_tally_free(t);
}

/* Values are listed if there are at least two triples to each; a long one is cut between letters.
 */
static void
values(void)
{
  ln_tally*  t = NULL;
  ln_figures f = {0};
  char       text[260];
  for (size_t i = 0U; i + 2U < sizeof(text); i += 2U) {
    memcpy(text + i, "\u00e9", 2U);
  }
  text[sizeof(text) - 2U] = '\0';
  CU_ASSERT_EQUAL_FATAL(ln_tally_new(1U << 20U, &t), LN_OK);
  CU_ASSERT_EQUAL(add_triple(t, iri_of(EX "a"), EX "p", text_of(text, "", "")), LN_OK);
  CU_ASSERT_EQUAL(add_triple(t, iri_of(EX "b"), EX "p", text_of(text, "", "")), LN_OK);
  CU_ASSERT_EQUAL(add_triple(t, iri_of(EX "b"), EX "p", text_of("once", "", "")), LN_OK);
  CU_ASSERT_EQUAL(add_triple(t, iri_of(EX "c"), EX "p", text_of(text, "", "")), LN_OK);
  CU_ASSERT_EQUAL(ln_tally_finish(t), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_figures_init(&f, t, LN_V(""), 10U), LN_OK);
  CU_ASSERT_EQUAL_FATAL(f.properties[0].values.n, 2U);
  CU_ASSERT_EQUAL(f.properties[0].values.v[0].n, 3U);
  CU_ASSERT_EQUAL(f.properties[0].values.v[0].name.n, 198U);
  CHECK_VIEW(f.properties[0].values.v[1].name, "once");
  ln_figures_clear(&f);
  CU_ASSERT_EQUAL_FATAL(ln_figures_init(&f, t, LN_V(""), 1U), LN_OK);
  CU_ASSERT_EQUAL(f.properties[0].values.n, 1U);
  CU_ASSERT_EQUAL(f.properties[0].distinct, 2U);
  ln_figures_clear(&f);
  ln_tally_free(t);
}

static void
nothing(void)
{
  ln_tally*  t = NULL;
  ln_figures f = {0};
  CU_ASSERT_EQUAL_FATAL(ln_tally_new(0U, &t), LN_OK);
  CU_ASSERT_EQUAL(ln_tally_finish(t), LN_OK);
  CU_ASSERT_EQUAL(ln_figures_init(&f, t, LN_V(""), 10U), LN_OK);
  CU_ASSERT_EQUAL(f.triples + f.things + f.n_classes + f.n_shown + f.n_properties, 0U);
  ln_figures_clear(&f);
  ln_tally_free(t);
}

static void
no_memory(void)
{
  ln_tally*  t = NULL;
  ln_figures f = {0};
  CU_ASSERT_EQUAL_FATAL(count_small(&t), LN_OK);
  CHECK_ALLOC_FAILURES(ln_figures_init(&f, t, LN_V(""), 10U), ln_figures_clear(&f));
  ln_tally_free(t);
}

static const unit_test tests[] = {
  {"small_graph", small_graph}, {"values", values}, {"nothing", nothing}, {"no_memory", no_memory}};

UNIT_MAIN("figures", tests)
