/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Splitting templates: RFC 6570, levels 1 and 2, and liner's accessors. */

#include "map/template.h"
#include "unit.h"

static ln_status
parse(const char* const text, ln_arena* const arena, ln_template* const t, size_t* const at)
{
  *at = 999U;
  return ln_template_parse(arena, ln_view_of(text), t, at);
}

static void
check_part(const ln_part* const part,
           const char           letter,
           const char* const    text,
           const char* const    accessor)
{
  CU_ASSERT_EQUAL(part->operator, letter);
  CHECK_VIEW(part->text, text);
  CHECK_VIEW(part->accessor, accessor);
}

static void
test_parts(void)
{
  ln_arena    arena = {0};
  ln_template t     = {0};
  size_t      at    = 0U;
  CU_ASSERT_EQUAL_FATAL(parse("work/{_key}#{+x.iri}{#y}-end", &arena, &t, &at), LN_OK);
  CU_ASSERT_EQUAL_FATAL(t.n, 6U);
  check_part(&t.parts[0], 0, "work/", "");
  check_part(&t.parts[1], ' ', "_key", "");
  check_part(&t.parts[2], 0, "#", "");
  check_part(&t.parts[3], '+', "x", "iri");
  check_part(&t.parts[4], '#', "y", "");
  check_part(&t.parts[5], 0, "-end", "");
  ln_arena_clear(&arena);
}

static void
test_edges(void)
{
  ln_arena    arena = {0};
  ln_template t     = {0};
  size_t      at    = 0U;
  CU_ASSERT_EQUAL_FATAL(parse("", &arena, &t, &at), LN_OK);
  CU_ASSERT_EQUAL(t.n, 0U);
  CU_ASSERT_EQUAL_FATAL(parse("{a}", &arena, &t, &at), LN_OK);
  CU_ASSERT_EQUAL(t.n, 1U);
  CU_ASSERT_EQUAL_FATAL(parse("{a}{b}", &arena, &t, &at), LN_OK);
  CU_ASSERT_EQUAL(t.n, 2U);
  CU_ASSERT_EQUAL_FATAL(parse("fixed", &arena, &t, &at), LN_OK);
  CU_ASSERT_EQUAL(t.n, 1U);
  CU_ASSERT_EQUAL_FATAL(parse("{On%20Street}", &arena, &t, &at), LN_OK);
  check_part(&t.parts[0], ' ', "On%20Street", "");
  ln_arena_clear(&arena);
}

/* Names may hold dots; the accessor stands behind the last one. */
static void
test_dots(void)
{
  ln_arena    arena = {0};
  ln_template t     = {0};
  size_t      at    = 0U;
  CU_ASSERT_EQUAL_FATAL(parse("{a.b.iri}", &arena, &t, &at), LN_OK);
  check_part(&t.parts[0], ' ', "a.b", "iri");
  CU_ASSERT_EQUAL(parse("{.a}", &arena, &t, &at), LN_USAGE);
  CU_ASSERT_EQUAL(parse("{a.}", &arena, &t, &at), LN_USAGE);
  CU_ASSERT_EQUAL(parse("{a..b}", &arena, &t, &at), LN_USAGE);
  ln_arena_clear(&arena);
}

static void
test_faults(void)
{
  static const struct {
    const char* text;
    size_t      at;
  } cases[] = {
    {"a{b", 1U},
    {"a}b", 1U},
    {"{a}b}c", 4U},
    {"{}", 0U},
    {"{+}", 0U},
    {"{a{b}}", 0U},
    {"x{a b}", 1U},
    {"{a,b}", 0U},
    {"{a*}", 0U},
    {"{a:3}", 0U},
    {"{/a}", 0U},
    {"{;a}", 0U},
    {"{?a}", 0U},
    {"{&a}", 0U},
    {"{|a}", 0U},
  };
  ln_arena    arena = {0};
  ln_template t     = {0};
  size_t      at    = 0U;
  for (size_t i = 0U; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    CU_ASSERT_EQUAL(parse(cases[i].text, &arena, &t, &at), LN_USAGE);
    CU_ASSERT_EQUAL(at, cases[i].at);
  }
  ln_arena_clear(&arena);
}

static void
test_no_memory(void)
{
  ln_arena    arena = {0};
  ln_template t     = {0};
  size_t      at    = 0U;
  CHECK_ALLOC_FAILURES(parse("a{b}c", &arena, &t, &at), ln_arena_clear(&arena));
}

static const unit_test tests[] = {
  {"parts", test_parts},
  {"edges", test_edges},
  {"dots", test_dots},
  {"faults", test_faults},
  {"no memory", test_no_memory},
};

UNIT_MAIN("template", tests)
