/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Things, their classes and properties, met once or several times, in memory or beyond it. */

#include "stats/outline.h"
#include "unit.h"

static ln_status
meet(ln_outlines* const o, const char* const thing, const ln_trait a, const ln_trait b)
{
  ln_trait traits[2] = {a, b};
  return ln_outlines_add(o, ln_view_of(thing), traits, a == b ? 1U : 2U);
}

static void
joined(void)
{
  const ln_trait person = ln_trait_class(0U);
  const ln_trait artist = ln_trait_class(1U);
  const ln_trait name   = ln_trait_property(0U);
  const ln_trait born   = ln_trait_property(1U);
  ln_outlines*   o      = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_outlines_new(1U << 20U, &o), LN_OK);
  CU_ASSERT_EQUAL(meet(o, "ada", name, person), LN_OK);
  CU_ASSERT_EQUAL(meet(o, "bob", person, name), LN_OK);
  CU_ASSERT_EQUAL(meet(o, "cat", name, name), LN_OK);
  CU_ASSERT_EQUAL(meet(o, "ada", born, artist), LN_OK);
  CU_ASSERT_EQUAL(meet(o, "ada", name, person), LN_OK);
  CU_ASSERT_EQUAL(ln_outlines_finish(o), LN_OK);
  CU_ASSERT_EQUAL(ln_outlines_things(o), 3U);
  CU_ASSERT_EQUAL(ln_outlines_with(o, person), 2U);
  CU_ASSERT_EQUAL(ln_outlines_with(o, artist), 1U);
  CU_ASSERT_EQUAL(ln_outlines_with(o, name), 3U);
  CU_ASSERT_EQUAL(ln_outlines_with(o, born), 1U);
  CU_ASSERT_EQUAL(ln_outlines_both(o, person, name), 2U);
  CU_ASSERT_EQUAL(ln_outlines_both(o, person, born), 1U);
  CU_ASSERT_EQUAL(ln_outlines_both(o, artist, name), 1U);
  CU_ASSERT_EQUAL(ln_outlines_classless(o), 1U);
  CU_ASSERT_EQUAL(ln_outlines_classless_with(o, name), 1U);
  CU_ASSERT_EQUAL(ln_outlines_classless_with(o, born), 0U);
  CHECK_VIEW(ln_view_of(ln_outlines_error(o)), "");
  ln_outlines_free(o);
  ln_outlines_free(NULL);
}

static void
nothing(void)
{
  ln_outlines* o = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_outlines_new(0U, &o), LN_OK);
  CU_ASSERT_EQUAL(ln_outlines_finish(o), LN_OK);
  CU_ASSERT_EQUAL(ln_outlines_things(o), 0U);
  CU_ASSERT_EQUAL(ln_outlines_classless(o), 0U);
  ln_outlines_free(o);
}

/* 60,000 things with as many outlines, each met twice, in the least memory: some outlines are kept,
   most things trait by trait, and the sort is spilled. Even things have the class, all have the
   property of their number and the one that is met the second time. */
static void
more_than_fit(void)
{
  enum { THINGS = 60000 };
  const ln_trait class_of = ln_trait_class(7U);
  const ln_trait last     = ln_trait_property(THINGS);
  ln_outlines*   o        = NULL;
  char           name[16];
  CU_ASSERT_EQUAL_FATAL(ln_outlines_new(0U, &o), LN_OK);
  for (uint32_t round = 0U; round < 2U; ++round) {
    for (uint32_t i = 0U; i < THINGS; ++i) {
      CU_ASSERT(snprintf(name, sizeof(name), "%u", i) > 0);
      const ln_trait own = round == 0U ? ln_trait_property(i) : last;
      CU_ASSERT_EQUAL_FATAL(meet(o, name, own, i % 2U == 0U ? class_of : own), LN_OK);
    }
  }
  CU_ASSERT_EQUAL(ln_outlines_finish(o), LN_OK);
  CU_ASSERT_EQUAL(ln_outlines_things(o), THINGS);
  CU_ASSERT_EQUAL(ln_outlines_with(o, class_of), THINGS / 2U);
  CU_ASSERT_EQUAL(ln_outlines_with(o, last), THINGS);
  CU_ASSERT_EQUAL(ln_outlines_both(o, class_of, last), THINGS / 2U);
  CU_ASSERT_EQUAL(ln_outlines_both(o, class_of, ln_trait_property(THINGS - 2U)), 1U);
  CU_ASSERT_EQUAL(ln_outlines_both(o, class_of, ln_trait_property(THINGS - 1U)), 0U);
  CU_ASSERT_EQUAL(ln_outlines_classless(o), THINGS / 2U);
  CU_ASSERT_EQUAL(ln_outlines_classless_with(o, last), THINGS / 2U);
  ln_outlines_free(o);
}

static ln_status
count(ln_outlines** const o)
{
  LN_TRY(ln_outlines_new(1U << 16U, o));
  LN_TRY(meet(*o, "a", ln_trait_class(0U), ln_trait_property(0U)));
  LN_TRY(meet(*o, "a", ln_trait_property(1U), ln_trait_property(1U)));
  LN_TRY(meet(*o, "b", ln_trait_property(1U), ln_trait_property(1U)));
  return ln_outlines_finish(*o);
}

static void
no_memory(void)
{
  ln_outlines* o = NULL;
  CHECK_ALLOC_FAILURES(count(&o), (ln_outlines_free(o), o = NULL));
}

static const unit_test tests[] = {{"joined", joined},
                                  {"nothing", nothing},
                                  {"more_than_fit", more_than_fit},
                                  {"no_memory", no_memory}};

UNIT_MAIN("outline", tests)
