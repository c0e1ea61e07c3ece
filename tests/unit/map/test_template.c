/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Templates: RFC 6570, all levels, by the examples of its section 3.2, and liner's accessors. */

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
  CU_ASSERT_EQUAL(parse("{..a}", &arena, &t, &at), LN_USAGE);
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
    {"a{b", 1U},       {"a}b", 1U},    {"{a}b}c", 4U}, {"{}", 0U},    {"{+}", 0U},
    {"{a{b}}", 0U},    {"x{a b}", 1U}, {"{|a}", 0U},   {"{=a}", 0U},  {"{a,}", 0U},
    {"{,a}", 0U},      {"{?}", 0U},    {"{a:}", 0U},   {"{a:0}", 0U}, {"{a:x}", 0U},
    {"{a:10000}", 0U}, {"{a*:3}", 0U}, {"{a:3*}", 0U}, {"{a**}", 0U},
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

/* An expression of several variables, with modifiers. */
static void
test_several(void)
{
  ln_arena    arena = {0};
  ln_template t     = {0};
  size_t      at    = 0U;
  CU_ASSERT_EQUAL_FATAL(parse("{?a,b.iri*,c:12}{d}", &arena, &t, &at), LN_OK);
  CU_ASSERT_EQUAL_FATAL(t.n, 4U);
  check_part(&t.parts[0], '?', "a", "");
  check_part(&t.parts[1], '?', "b", "iri");
  check_part(&t.parts[2], '?', "c", "");
  check_part(&t.parts[3], ' ', "d", "");
  CU_ASSERT(t.parts[0].leads && !t.parts[1].leads && !t.parts[2].leads && t.parts[3].leads);
  CU_ASSERT(!t.parts[0].explodes && t.parts[1].explodes);
  CU_ASSERT_EQUAL(t.parts[2].length, 12U);
  CHECK_VIEW(t.parts[1].name, "b.iri");
  ln_arena_clear(&arena);
}

/* The values of section 3.2 of the RFC; what is not here is undefined. */
static size_t
values_of(const ln_view name, const char* values[3])
{
  static const struct {
    const char* name;
    const char* values[3];
  } known[] = {
    {"var", {"value"}},
    {"hello", {"Hello World!"}},
    {"half", {"50%"}},
    {"who", {"fred"}},
    {"path", {"/foo/bar"}},
    {"v", {"6"}},
    {"x", {"1024"}},
    {"y", {"768"}},
    {"empty", {""}},
    {"dom", {"example", "com"}},
    {"list", {"red", "green", "blue"}},
    {"word", {"\xC3\xA9\xC3\xA0x"}},
  };
  for (size_t i = 0U; i < sizeof(known) / sizeof(known[0]); ++i) {
    if (ln_view_equals(name, ln_view_of(known[i].name))) {
      size_t n = 0U;
      for (; n < 3U && known[i].values[n]; ++n) {
        values[n] = known[i].values[n];
      }
      return n;
    }
  }
  return 0U;
}

static ln_status
expand(const char* const text, ln_arena* const arena, ln_text* const out)
{
  ln_template t    = {0};
  size_t      at   = 0U;
  bool        open = false;
  ln_text_reset(out);
  LN_TRY(parse(text, arena, &t, &at));
  for (size_t i = 0U; i < t.n; ++i) {
    const ln_part* const part      = &t.parts[i];
    const char*          values[3] = {NULL, NULL, NULL};
    const size_t         n         = part->operator? values_of(part->name, values) : 0U;
    open                           = open && !part->leads;
    if (!part->operator) {
      LN_TRY(ln_text_add(out, part->text));
    }
    for (size_t k = 0U; k < n; ++k) {
      LN_TRY(ln_template_joint(part, k, &open, out));
      LN_TRY(ln_template_value(part, ln_view_of(values[k]), n == 1U, out));
      ln_template_close(part, out);
    }
  }
  return LN_OK;
}

static void
check_expansion(const char* const text, const char* const expected)
{
  ln_arena arena = {0};
  ln_text  out   = {0};
  CU_ASSERT_EQUAL(expand(text, &arena, &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out), expected);
  ln_text_clear(&out);
  ln_arena_clear(&arena);
}

/* Sections 3.2.2 to 3.2.4. */
static void
test_simple(void)
{
  check_expansion("{var}", "value");
  check_expansion("{hello}", "Hello%20World%21");
  check_expansion("{half}", "50%25");
  check_expansion("O{empty}X", "OX");
  check_expansion("O{undef}X", "OX");
  check_expansion("{x,hello,y}", "1024,Hello%20World%21,768");
  check_expansion("?{x,empty}", "?1024,");
  check_expansion("?{x,undef}", "?1024");
  check_expansion("?{undef,y}", "?768");
  check_expansion("{var:3}", "val");
  check_expansion("{var:30}", "value");
  check_expansion("{list}", "red,green,blue");
  check_expansion("{list*}", "red,green,blue");
  check_expansion("{+hello}", "Hello%20World!");
  check_expansion("{+half}", "50%25");
  check_expansion("{+path}/here", "/foo/bar/here");
  check_expansion("{+x,hello,y}", "1024,Hello%20World!,768");
  check_expansion("{+path,x}/here", "/foo/bar,1024/here");
  check_expansion("{+path:6}here", "/foo/bhere");
  check_expansion("{+list*}", "red,green,blue");
  check_expansion("{#var}", "#value");
  check_expansion("{#x,hello,y}", "#1024,Hello%20World!,768");
  check_expansion("{#path:6}here", "#/foo/bhere");
  check_expansion("{#list*}", "#red,green,blue");
  check_expansion("foo{#empty}", "foo#");
  check_expansion("foo{#undef}", "foo");
}

/* Sections 3.2.5 and 3.2.6. */
static void
test_labels_and_segments(void)
{
  check_expansion("{.who,who}", ".fred.fred");
  check_expansion("{.half,who}", ".50%25.fred");
  check_expansion("www{.dom*}", "www.example.com");
  check_expansion("X{.var:3}", "X.val");
  check_expansion("X{.empty}", "X.");
  check_expansion("X{.undef}", "X");
  check_expansion("X{.list}", "X.red,green,blue");
  check_expansion("X{.list*}", "X.red.green.blue");
  check_expansion("{/who}", "/fred");
  check_expansion("{/half,who}", "/50%25/fred");
  check_expansion("{/var,empty}", "/value/");
  check_expansion("{/var,undef}", "/value");
  check_expansion("{/var,x}/here", "/value/1024/here");
  check_expansion("{/var:1,var}", "/v/value");
  check_expansion("{/list}", "/red,green,blue");
  check_expansion("{/list*,path:4}", "/red/green/blue/%2Ffoo");
}

/* Sections 3.2.7 to 3.2.9. */
static void
test_named(void)
{
  check_expansion("{;who}", ";who=fred");
  check_expansion("{;half}", ";half=50%25");
  check_expansion("{;empty}", ";empty");
  check_expansion("{;v,empty,who}", ";v=6;empty;who=fred");
  check_expansion("{;v,bar,who}", ";v=6;who=fred");
  check_expansion("{;x,y,undef}", ";x=1024;y=768");
  check_expansion("{;hello:5}", ";hello=Hello");
  check_expansion("{;list}", ";list=red,green,blue");
  check_expansion("{;list*}", ";list=red;list=green;list=blue");
  check_expansion("{?who}", "?who=fred");
  check_expansion("{?x,y}", "?x=1024&y=768");
  check_expansion("{?x,y,empty}", "?x=1024&y=768&empty=");
  check_expansion("{?x,y,undef}", "?x=1024&y=768");
  check_expansion("{?var:3}", "?var=val");
  check_expansion("{?list}", "?list=red,green,blue");
  check_expansion("{?list*}", "?list=red&list=green&list=blue");
  check_expansion("{&half}", "&half=50%25");
  check_expansion("?fixed=yes{&x}", "?fixed=yes&x=1024");
  check_expansion("{&x,y,empty}", "&x=1024&y=768&empty=");
  check_expansion("{&list*}", "&list=red&list=green&list=blue");
}

/* A length counts characters, not bytes. */
static void
test_length(void)
{
  check_expansion("{word:1}", "%C3%A9");
  check_expansion("{word:2}", "%C3%A9%C3%A0");
  check_expansion("{list:2}", "red,green,blue");
}

static void
test_no_memory(void)
{
  ln_arena    arena = {0};
  ln_template t     = {0};
  size_t      at    = 0U;
  CHECK_ALLOC_FAILURES(parse("a{b}c", &arena, &t, &at), ln_arena_clear(&arena));
  ln_text out = {0};
  CHECK_ALLOC_FAILURES(expand("a{?x,list*}{word:1}", &arena, &out), {
    ln_arena_clear(&arena);
    ln_text_clear(&out);
  });
}

static const unit_test tests[] = {
  {"parts", test_parts},
  {"edges", test_edges},
  {"dots", test_dots},
  {"faults", test_faults},
  {"several", test_several},
  {"simple", test_simple},
  {"labels and segments", test_labels_and_segments},
  {"named", test_named},
  {"length", test_length},
  {"no memory", test_no_memory},
};

UNIT_MAIN("template", tests)
